import { type Consolidator, consolidator } from "../consolidation/consolidator.js";
import type { Consolidation, ConsolidationOptions } from "../consolidation/types.js";
import { type DisclosureReportError, misuse } from "../findings/error.js";
import type { Language } from "../findings/finding.js";
import type { Draft } from "../report/types.js";

/** A consolidated level of a tree; the root has the empty path. */
export interface TreeLevel {
  /** The path from the root, such as `["32", "3204", "320412"]`. */
  readonly path: readonly string[];
  readonly level: Consolidation;
}

/** Options of {@link consolidateStream}. */
export interface TreeStreamOptions extends Omit<ConsolidationOptions, "agency" | "expected"> {
  /** Where in the tree a report belongs; defaults to {@link regionPath}. */
  readonly pathOf?: (draft: Draft) => readonly string[];
}

/** Digits of an administrative division code (GB/T 2260) that name a province, a prefecture, a county. */
const REGION_DIGITS = [2, 4, 6] as const;

/**
 * Province, prefecture and county of a report by its administrative division code, as far as that says.
 *
 * @example
 * ```ts
 * regionPath({ edition: "2021", agency: { name: "某区", regionCode: "320412" } }); //=> ["32", "3204", "320412"]
 * regionPath({ edition: "2021", agency: { name: "某省", regionCode: "320000" } }); //=> ["32"]
 * ```
 */
export function regionPath({ agency }: Draft): readonly string[] {
  const code = agency?.regionCode ?? "";
  return REGION_DIGITS.map((digits) => code.slice(0, digits)).filter(
    (part, i) => part.length === REGION_DIGITS[i] && !part.endsWith("00"),
  );
}

/** A level whose reports are not complete yet. */
interface Open {
  readonly name: string;
  readonly sums: Consolidator;
  /** The last level below it; the next has to sort after it. */
  lastBelow: string | null;
}

/**
 * Consolidates a stream of reports as a tree in one pass: every level is yielded after its last report, the root at the end.
 * The reports have to be sorted by path, for example by administrative division code; only the sums of the
 * open levels are kept, so memory grows with the depth of the tree and not with the number of reports.
 *
 * @throws `DisclosureReportError` `batch.order` for a report that belongs to a level that came before: its sums are already out.
 * As `consolidator` does where no report came at all and no edition is named.
 *
 * @example
 * ```ts
 * const report = (regionCode: string, total: number) =>
 *   ({ edition: "2021", year: 2023, agency: { name: regionCode, regionCode }, requests: { received: { total } } }) as const;
 * const seen: unknown[] = [];
 * for await (const { path, level } of consolidateStream([report("320401", 1), report("320402", 2), report("330101", 4)])) {
 *   seen.push([path.join("/"), figureAt(level.draft, "requests.received.total")]);
 * }
 * seen.at(-1); //=> ["", 7]
 * seen[2]; //=> ["32/3204", 3]
 * ```
 */
export async function* consolidateStream(
  reports: Iterable<Draft> | AsyncIterable<Draft>,
  options?: TreeStreamOptions,
): AsyncGenerator<TreeLevel, void, undefined> {
  options ??= {};
  const { pathOf = regionPath, ...rest } = options;
  let { edition, year } = rest;
  const adding = (): Consolidator =>
    consolidator({ ...rest, ...(edition === undefined ? {} : { edition }), ...(year === undefined ? {} : { year }) });
  const open: Open[] = [];
  const close = (): TreeLevel => {
    const path = open.slice(1).map(({ name }) => name);
    const level = (open.pop() ?? open[0])?.sums.result();
    if (level === undefined) throw new RangeError("the path through the tree is empty");
    open[open.length - 1]?.sums.addLevel(level);
    return { path, level };
  };
  for await (const draft of reports) {
    const path = pathOf(draft);
    let shared = 0;
    while (shared < path.length && shared + 1 < open.length && open[shared + 1]?.name === path[shared]) shared += 1;
    // Without options, the first report decides: otherwise something of every report would have to be kept.
    edition ??= draft.edition;
    year ??= draft.year;
    if (open.length === 0) open.push({ name: "", sums: adding(), lastBelow: null });
    while (open.length - 1 > shared) yield close();
    for (const name of path.slice(shared)) {
      const above = open[open.length - 1];
      if (above !== undefined) {
        if (above.lastBelow !== null && name <= above.lastBelow) throw outOfOrder(draft, path, above.lastBelow, rest.language);
        above.lastBelow = name;
      }
      open.push({ name, sums: adding(), lastBelow: null });
    }
    open[open.length - 1]?.sums.add(draft);
  }
  if (open.length === 0) open.push({ name: "", sums: adding(), lastBelow: null });
  while (open.length > 0) yield close();
}

function outOfOrder({ agency }: Draft, path: readonly string[], last: string, language?: Language): DisclosureReportError {
  const name = JSON.stringify(agency?.name ?? null);
  const place = path.join("/");
  const said = {
    zh: `${name}的报告属于${place}，但${last}已在其前；请按行政区划代码排序`,
    en: `the report of ${name} belongs to ${place}, but ${last} came before it; sort the reports by administrative division code`,
  };
  return misuse("batch.order", said, language);
}
