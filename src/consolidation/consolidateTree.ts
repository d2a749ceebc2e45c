import { errorFrom } from "../findings/error.js";
import { finding, type Language } from "../findings/finding.js";
import { type ReportRef, reportName } from "../report/reportRef.js";
import type { Draft } from "../report/types.js";
import { Accumulator, type Summed, topUnit } from "./accumulator.js";
import { contributionsOf, expectAddress } from "./consolidate.js";
import { Ledger } from "./ledger.js";
import { consolidationMessages } from "./messages.js";
import type { Consolidation, ConsolidationOptions, Contribution } from "./types.js";

/** A unit and its subordinate units. `children` may be a generator that reads them on demand. */
export interface ReportNode {
  /** The unit's own figures. For a unit without subordinate units: its report. */
  readonly own?: Draft;
  /** The published report of a unit with subordinate units. It is not added to anything; `visit` can check it. */
  readonly published?: Draft;
  readonly children?: Iterable<ReportNode>;
  /** Names of the agencies whose reports should be directly below this unit. */
  readonly expected?: readonly string[];
}

/** Options of {@link consolidateTree}. */
export interface TreeOptions extends Omit<ConsolidationOptions, "agency" | "expected"> {
  /**
   * Called for each unit with subordinate units once these have been added up, the lowest first. Year and edition of a level
   * default to those of most of its reports: if the units disagree, those of the whole tree are known only at the end.
   */
  readonly visit?: (node: ReportNode, level: Consolidation, depth: number) => void;
}

/** A unit whose subordinate units are being added up. */
interface Open {
  readonly node: ReportNode;
  readonly rest: Iterator<ReportNode>;
  readonly sums: Accumulator;
  next: number;
}

/**
 * Adds up a whole tree of reports in one pass, with the same sums, blanks, missing agencies and findings as `consolidate` gives
 * for the list of all its reports. Reports and findings name the units above them (`under`). A second report of an agency, by
 * its code anywhere in the tree or by its name within one unit, is left out, with a finding. Memory holds the sums of the units
 * on the path from the root and the names of the agencies, not the reports. Pass year and edition if you know them: otherwise a
 * record of each report is kept until those of most reports are known.
 *
 * @throws `DisclosureReportError` `consolidation.noEdition` if a unit without reports comes before any report and no edition is
 * given; `consolidation.sharedNode` if a node occurs twice, even below itself: its reports would be added twice.
 *
 * @example
 * ```ts
 * const leaf = (total: number) => ({ own: { edition: "2021", year: 2023, requests: { received: { total } } } }) as const;
 * const root = consolidateTree({ children: [leaf(1), { own: leaf(2).own, children: [leaf(3), leaf(4)] }] });
 * figureAt(root.draft, "requests.received.total"); //=> 10
 * root.reports; //=> 4
 * ```
 */
export function consolidateTree(root: ReportNode, options?: TreeOptions): Consolidation {
  options ??= {};
  return addUpTree(root, options, false).level;
}

/**
 * The value that each report of a tree contributes to one figure of {@link consolidateTree}, in the order of the tree. All
 * reports are held in memory until the end.
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
  options?: Omit<TreeOptions, "visit">,
): readonly Contribution[] {
  options ??= {};
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
