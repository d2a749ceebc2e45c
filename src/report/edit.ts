import { claim, isObject } from "../_internal/claim.js";
import { describe } from "../_internal/describe.js";
import { errorFrom } from "../findings/error.js";
import { type Finding, finding, type Language } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { type Address, describeForm, type EditionId, type Form, formOf } from "../form/form.js";
import { type FigureValue, figureIn, own } from "./figures.js";
import { cellParams } from "./findingCells.js";
import { figureMessages } from "./messages.js";
import { replaceFigures } from "./replaceFigures.js";
import { reportList } from "./reportList.js";
import type { Draft } from "./types.js";
import { describeUnit, isFigure } from "./units.js";

/**
 * The value of one figure of a report or draft; `null` where it is blank or missing. An address with a typo does not compile.
 * Where the edition of the draft is not narrowed, the address may be of any edition.
 *
 * @throws `DisclosureReportError` `figure.unknownAddress` for an address that the edition of the draft does not have.
 *
 * @example
 * ```ts
 * figureAt({ edition: "2021", requests: { granted: { total: 4 } } }, "requests.granted.total"); //=> 4
 * ```
 */
export function figureAt<D extends Draft>(draft: D, address: Address<D["edition"]>): FigureValue {
  return figureIn(draft, cellAt(formOf(draft), address).address);
}

/** Figures to be set, by address; `null` makes a figure blank. */
export type FigureChanges<E extends EditionId> = { readonly [A in Address<E>]?: FigureValue };

/**
 * A copy of a draft with one figure set; `null` makes it blank. The draft is not changed.
 *
 * @throws `DisclosureReportError` `figure.unknownAddress` for an address that the edition of the draft does not have,
 * `figure.invalid` for a value that is no figure of its unit.
 *
 * @example
 * ```ts
 * const draft = withFigure({ edition: "2021" }, "requests.granted.total", 4);
 * figureAt(draft, "requests.granted.total"); //=> 4
 * ```
 */
export function withFigure<D extends Draft>(draft: D, address: Address<D["edition"]>, value: FigureValue): Draft<D["edition"]> {
  return claim<Draft<D["edition"]>>(setFigures(draft, [[address, value]]));
}

/**
 * A copy of a draft with several figures set, as {@link withFigure} does one.
 *
 * @throws `DisclosureReportError` as {@link withFigure} does.
 *
 * @example
 * ```ts
 * const draft = withFigures({ edition: "2021" }, { "requests.granted.total": 4, "disclosure.administrativeFees.feesCollected": "3.50" });
 * draft.disclosure?.administrativeFees; //=> { feesCollected: "3.50" }
 * ```
 */
export function withFigures<D extends Draft>(draft: D, figures: FigureChanges<D["edition"]>): Draft<D["edition"]> {
  return claim<Draft<D["edition"]>>(setFigures(draft, Object.entries<FigureValue | undefined>(figures)));
}

/** A copy of a draft with figures set; addresses and values are checked. */
export function setFigures(
  draft: Draft,
  changes: readonly (readonly [address: string, value: FigureValue | undefined])[],
): Draft {
  const form = formOf(draft);
  const values = new Map<string, FigureValue>();
  for (const [address, value] of changes) {
    const cell = cellAt(form, address);
    if (value === undefined) continue;
    if (value !== null && !isFigure(cell.unit, value)) {
      const params = { ...cellParams(cell), expected: describeUnit(cell.unit), found: describe(value) };
      throw errorFrom("figure.invalid", [finding(figureMessages, "figure.invalid", params, "zh", { path: address })]);
    }
    values.set(address, value);
  }
  return replaceFigures(draft, values);
}

function objectOf(value: unknown): object {
  return isObject(value) ? value : {};
}

function cellAt(form: Form, address: string): Cell {
  const cell = form.byAddress[address];
  if (cell !== undefined) return cell;
  const params = { address: describe(address), edition: form.id };
  throw errorFrom("figure.unknownAddress", [finding(figureMessages, "figure.unknownAddress", params, "zh")]);
}

/** Several drafts merged into one, and their contradictions. */
export interface MergedDraft<E extends EditionId = EditionId> {
  readonly draft: Draft<E>;
  /** `merge.conflict` for each figure that two drafts state differently (it is left blank), `merge.head` for each difference in the head. */
  readonly findings: readonly Finding[];
}

/** Options of {@link mergeDrafts}. */
export interface MergeOptions {
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/**
 * Merges drafts of one report, such as tables that were published in separate files. A figure is taken from the draft that
 * states it; where two state it differently it is left blank, with a finding. Each item of the head is taken from the first
 * draft that states it.
 *
 * @throws `DisclosureReportError` `merge.editions` for no drafts, or drafts on different editions; `report.notList` if no list is given.
 *
 * @example
 * ```ts
 * const { draft, findings } = mergeDrafts([
 *   { edition: "2021", requests: { granted: { total: 4 } } },
 *   { edition: "2021", requests: { granted: { total: 4, naturalPerson: 4 } } },
 * ]);
 * draft.requests?.granted; //=> { naturalPerson: 4, total: 4 }
 * findings; //=> []
 * ```
 */
export function mergeDrafts<E extends EditionId>(
  drafts: readonly (Draft & { readonly edition: E })[],
  options?: MergeOptions,
): MergedDraft<E> {
  options ??= {};
  const { language = "zh" } = options;
  const [first] = reportList(drafts, options.language);
  const editions = [...new Set(drafts.map((draft: Draft) => formOf(draft).id))];
  if (first === undefined || editions.length > 1) {
    const params = { found: editions.join(", ") || "0" };
    throw errorFrom("merge.editions", [finding(figureMessages, "merge.editions", params, language)]);
  }
  const findings: Finding[] = [];
  const form = describeForm(first.edition);
  const figures = form.cells.flatMap((cell): readonly (readonly [string, FigureValue])[] => {
    const stated = new Set(drafts.map((draft) => figureIn(draft, cell.address)).filter((value) => value !== null));
    if (stated.size === 0) return [];
    const [only] = stated;
    if (stated.size === 1 && only !== undefined) return [[cell.address, only]];
    const params = { ...cellParams(cell), found: [...stated].join("、") };
    const pointed = { address: cell.address, coordinate: cell.coordinate, value: null, place: null };
    findings.push(finding(figureMessages, "merge.conflict", params, language, { path: cell.address, cells: [pointed] }));
    return [[cell.address, null]];
  });
  const head = mergedHead(drafts, new Set(form.tables.map(({ definition }) => definition.id)), findings, language);
  return { draft: claim<Draft<E>>(setFigures(claim<Draft>(head), figures)), findings };
}

/** The head of the first draft that has each part, and a finding for each part that another states differently. */
function mergedHead(
  drafts: readonly Draft[],
  tables: ReadonlySet<string>,
  findings: Finding[],
  language: Language,
): Readonly<Record<string, unknown>> {
  const head: Record<string, unknown> = {};
  for (const draft of drafts) mergeInto(head, draft, tables, "", findings, language);
  return head;
}

function mergeInto(
  head: Record<string, unknown>,
  from: object,
  skipped: ReadonlySet<string>,
  above: string,
  findings: Finding[],
  language: Language,
): void {
  for (const [key, value] of Object.entries(from)) {
    if (skipped.has(key) || value === undefined) continue;
    const path = above + key;
    const known = own(head, key);
    if (isObject(value)) {
      const nested: Record<string, unknown> = { ...objectOf(known) };
      mergeInto(nested, value, new Set(), `${path}.`, findings, language);
      head[key] = nested;
    } else if (known === undefined) {
      head[key] = value;
    } else if (known !== value) {
      const params = { path, kept: describe(known), found: describe(value) };
      findings.push(finding(figureMessages, "merge.head", params, language, { severity: "warning", path }));
    }
  }
}
