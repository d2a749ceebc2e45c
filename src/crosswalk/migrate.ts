import { claim } from "../_internal/claim.js";
import { type Finding, finding, type Language } from "../findings/finding.js";
import { describeForm, type EditionId, formOf } from "../form/form.js";
import { setFigures } from "../report/edit.js";
import { type FigureValue, figureIn } from "../report/figures.js";
import { cellParams, pointTo } from "../report/findingCells.js";
import type { Draft } from "../report/types.js";
import { crosswalkOf } from "./crosswalkOf.js";
import { crosswalkMessages } from "./messages.js";
import type { CrosswalkEntry } from "./types.js";

/** Options of {@link migrate}. */
export interface MigrateOptions {
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/** A figure that was not carried over, with its stated values. */
export interface NotCarried extends Pick<CrosswalkEntry, "from" | "to"> {
  readonly kind: "split" | "merged" | "gone";
  /** The stated values of the figures of `from`, in order. */
  readonly values: readonly FigureValue[];
}

/** A report migrated to another edition. */
export interface Migration<E extends EditionId = EditionId> {
  readonly draft: Draft<E>;
  /** Number of figures carried over. */
  readonly carried: number;
  /** Every stated figure that was not carried over, each with a finding. */
  readonly notCarried: readonly NotCarried[];
  /** Figures of the new edition that do not follow from the old one, by address: to be filled in. */
  readonly open: readonly string[];
  /** One finding of severity `warning` for each entry of `notCarried`. */
  readonly findings: readonly Finding[];
}

/**
 * Migrates a report to another edition (版本转换). Figures that both editions have are carried over; figures that were merged are
 * added up; a figure that was split is carried over only if it is 0, because then all its parts are 0. Every other stated
 * figure is listed in `notCarried`. Text, agency, year and dates are kept.
 *
 * @throws `DisclosureReportError` `form.unknownEdition`.
 *
 * @example
 * ```ts
 * const old = { edition: "2019", requests: { granted: { total: 4 }, otherHandling: { total: 2, naturalPerson: 0 } } } as const;
 * const { draft, notCarried } = migrate(old, "2021");
 * draft.requests?.granted?.total; //=> 4
 * draft.requests?.otherReasons; //=> { naturalPerson: 0 }
 * notCarried.map(({ kind, from }) => [kind, from[0]]); //=> [["split", "requests.otherHandling.total"]]
 * ```
 */
export function migrate<E extends EditionId>(draft: Draft, to: E, options?: MigrateOptions): Migration<E> {
  const { language = "zh" } = options ?? {};
  const forms = { from: formOf(draft), to: describeForm(to) };
  const tables = new Set([...forms.from.tables, ...forms.to.tables].map(({ definition }) => definition.id));
  const head = Object.fromEntries(Object.entries(draft).filter(([key]) => !tables.has(key)));
  const figures: (readonly [address: string, value: FigureValue])[] = [];
  const notCarried: NotCarried[] = [];
  const open: string[] = [];
  const findings: Finding[] = [];
  let carried = 0;
  for (const { kind, from, to: targets } of crosswalkOf(draft.edition, to).entries) {
    const values = from.map((address) => figureIn(draft, address));
    const stated = values.filter((value) => value !== null).length;
    const value = kind === "new" || kind === "gone" ? null : valueFor(kind, values);
    if (value !== null) {
      for (const address of targets) figures.push([address, value]);
      carried += stated;
      continue;
    }
    open.push(...targets);
    if (stated === 0 || kind === "new" || kind === "same") continue;
    notCarried.push({ kind, from, to: targets, values });
    findings.push(notCarriedFinding(kind, from, targets, values));
  }
  const migrated = setFigures(claim<Draft>({ ...head, edition: to }), figures);
  return { draft: claim<Draft<E>>(migrated), carried, notCarried, open, findings };

  function notCarriedFinding(
    kind: NotCarried["kind"],
    from: readonly string[],
    targets: readonly string[],
    values: readonly FigureValue[],
  ): Finding {
    const [address = ""] = kind === "merged" ? targets : from;
    const cell = (kind === "merged" ? forms.to : forms.from).byAddress[address];
    if (cell === undefined) throw new RangeError(`no figure ${address}`);
    const details = {
      severity: "warning",
      path: address,
      cells: [pointTo(cell, kind === "merged" ? null : (values[0] ?? null))],
    } as const;
    const params = { ...cellParams(cell), to, value: values[0] ?? "" };
    switch (kind) {
      case "split":
        return finding(crosswalkMessages, "crosswalk.split", { ...params, count: targets.length }, language, details);
      case "merged":
        return finding(crosswalkMessages, "crosswalk.blank", { ...params, count: from.length }, language, details);
      case "gone":
        return finding(crosswalkMessages, "crosswalk.gone", params, language, details);
    }
  }
}

/** The values of an entry for each figure of the other edition; `null` if they cannot be determined. */
function valueFor(kind: "same" | "split" | "merged", values: readonly FigureValue[]): FigureValue {
  const [first = null] = values;
  switch (kind) {
    case "same":
      return first;
    case "split":
      // Counts are never negative, so the parts of 0 are 0.
      return first === 0 ? 0 : null;
    case "merged": {
      const sum = values.reduce<number>((total, value) => total + (typeof value === "number" ? value : Number.NaN), 0);
      return Number.isSafeInteger(sum) ? sum : null;
    }
  }
}
