import { errorFrom } from "../findings/error.js";
import { finding, type Language } from "../findings/finding.js";
import { type ReportRef, reportName } from "../report/reportRef.js";
import type { Draft } from "../report/types.js";
import { Accumulator, type Summed, topUnit } from "./accumulator.js";
import { contributionsOf, expectAddress } from "./consolidate.js";
import { Ledger } from "./ledger.js";
import { consolidationMessages } from "./messages.js";
import type { Consolidation, ConsolidationOptions, Contribution } from "./types.js";

/** A unit and the units below it. `children` may be a generator that reads them as they are asked for. */
export interface ReportNode {
  /** The unit's own figures: all that a unit with nothing below it has. */
  readonly own?: Draft;
  /** The report that a unit with others below it published. It is not added to anything; `visit` can check it. */
  readonly published?: Draft;
  readonly children?: Iterable<ReportNode>;
  /** Names of the agencies whose reports should be directly below this unit. */
  readonly expected?: readonly string[];
}

/** Options of {@link consolidateTree}. */
export interface TreeOptions extends Omit<ConsolidationOptions, "agency" | "expected"> {
  /**
   * Called for each unit that has others below it, once they have been added up; the lowest first. Year and edition of a level are those
   * named, else those of most reports in it: where the units disagree, those of the whole tree are told at the end only.
   */
  readonly visit?: (node: ReportNode, level: Consolidation, depth: number) => void;
}

/** A unit whose children are being added up. */
interface Open {
  readonly node: ReportNode;
  readonly rest: Iterator<ReportNode>;
  readonly sums: Accumulator;
  next: number;
}

/**
 * Adds up a whole tree of reports in one pass: the same sums, blanks, missing agencies and findings as `consolidate` has for the list of
 * all its reports, whatever its shape. Reports and findings name the units that they are below (`under`). An agency that comes twice, by its
 * code anywhere in the tree or by its name within one unit, is left out and said. Held are the sums of the units on the way from the
 * root to where it is and the names of the agencies; the reports are not. Name year and edition where you know them: else something is kept of each
 * report until most of them have said which they are.
 *
 * @throws `DisclosureReportError` `consolidation.noEdition` where a unit without reports comes before any report and no edition
 * is named; `consolidation.sharedNode` where a node is met twice, be it below itself: its reports would be added twice.
 *
 * @example
 * ```ts
 * const leaf = (total: number) => ({ own: { edition: "2021", year: 2023, requests: { received: { total } } } }) as const;
 * const root = consolidateTree({ children: [leaf(1), { own: leaf(2).own, children: [leaf(3), leaf(4)] }] });
 * figureAt(root.draft, "requests.received.total"); //=> 10
 * root.reports; //=> 4
 * ```
 */
export function consolidateTree(root: ReportNode, options: TreeOptions = {}): Consolidation {
  return addUpTree(root, options, false).level;
}

/**
 * What each report of a tree adds to one figure of {@link consolidateTree}, in the order of the tree. The reports are held until all have been seen.
 *
 * @throws `DisclosureReportError` `consolidation.unknownCell` for an address that no form has; else as {@link consolidateTree}.
 *
 * @example
 * ```ts
 * const leaf = (name: string, total: number) => ({ own: { edition: "2021", year: 2023, agency: { name }, requests: { received: { total } } } }) as const;
 * const city = { children: [{ published: { edition: "2021", agency: { name: "甲县" } }, children: [leaf("子镇", 1)] }, leaf("乙县", 2)] } as const;
 * treeContributionsTo("requests.received.total", city).map(({ report, value }) => [report.under, report.agency, value]);
 * //=> [[["甲县"], "子镇", 1], [undefined, "乙县", 2]]
 * ```
 */
export function treeContributionsTo(
  address: string,
  root: ReportNode,
  options: Omit<TreeOptions, "visit"> = {},
): readonly Contribution[] {
  expectAddress(address, options.language);
  return contributionsOf(address, addUpTree(root, options, true).counted);
}

function addUpTree(root: ReportNode, { visit, ...options }: TreeOptions, keepsAll: boolean): Summed {
  const top = new Accumulator(new Ledger(options, keepsAll), topUnit(root.own?.agency ?? root.published?.agency), root.expected);
  if (root.own !== undefined) top.addOwn(root.own, root.published?.agency);
  const path: Open[] = [opened(root, top)];
  const met = new WeakSet<ReportNode>([root]);
  for (;;) {
    const last = path[path.length - 1];
    if (last === undefined) throw new RangeError("the path through the tree is empty");
    const next = last.rest.next();
    if (next.done !== true) {
      const child = next.value;
      if (met.has(child)) throw sharedNode(child, path, options.language ?? "zh");
      met.add(child);
      last.next += 1;
      if (child.children === undefined && child.own !== undefined) last.sums.add(child.own);
      else path.push(opened(child, last.sums.open(child.own, child.published, child.expected)));
      continue;
    }
    path.pop();
    const above = path[path.length - 1];
    if (above === undefined) {
      const summed = last.sums.result();
      visit?.(last.node, summed.level, 0);
      return summed;
    }
    visit?.(last.node, last.sums.result().level, path.length);
    above.sums.absorb(last.sums);
  }
}

function opened(node: ReportNode, sums: Accumulator): Open {
  return { node, rest: (node.children ?? [])[Symbol.iterator](), sums, next: 0 };
}

function sharedNode(node: ReportNode, path: readonly Open[], language: Language): Error {
  const under = path.slice(1).map((open, i) => nameOf(open.node) ?? (path[i]?.next ?? 1) - 1);
  const ref: ReportRef = { index: path[path.length - 1]?.next ?? 0, agency: nameOf(node), year: null, under };
  const details = { path: "children", actual: nameOf(node) };
  return errorFrom("consolidation.sharedNode", [
    finding(consolidationMessages, "consolidation.sharedNode", { unit: reportName(ref) }, language, details),
  ]);
}

function nameOf({ own, published }: ReportNode): string | null {
  return own?.agency?.name ?? published?.agency?.name ?? null;
}
