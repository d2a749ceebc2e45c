import { DisclosureReportError } from "../findings/error.js";
import type { Draft } from "../report/types.js";
import { Accumulator } from "./accumulator.js";
import { Members } from "./members.js";
import type { Consolidation, ConsolidationOptions } from "./types.js";

/** A unit and the units below it. `children` may be a generator that reads them as they are asked for. */
export interface ReportNode {
  /** The unit's own figures: all that a unit with nothing below it has. */
  readonly own?: Draft;
  /** The report that a unit with others below it published. It is not added to anything; `visit` can check it. */
  readonly published?: Draft;
  readonly children?: Iterable<ReportNode>;
}

/** Options of {@link consolidateTree}. */
export interface TreeOptions extends Omit<ConsolidationOptions, "agency" | "expected"> {
  /** Called for each unit that has others below it, once they have been added up; the lowest first. */
  readonly visit?: (node: ReportNode, level: Consolidation, depth: number) => void;
}

/** A unit whose children are being added up. */
interface Open {
  readonly node: ReportNode;
  readonly rest: Iterator<ReportNode>;
  readonly sums: Accumulator;
}

/**
 * Adds up a whole tree of reports in one pass. What it holds are the sums of the units on the way from the root to where it is:
 * memory grows with the depth of the tree, not with the number of reports.
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
  const { visit, ...rest } = options;
  const path: Open[] = [open(root, rest)];
  const met = new WeakSet<ReportNode>([root]);
  for (;;) {
    const depth = path.length - 1;
    const top = path[depth];
    if (top === undefined) throw new RangeError("the path through the tree is empty");
    const next = top.rest.next();
    if (next.done !== true) {
      const child = next.value;
      if (met.has(child)) throw sharedNode(child, depth + 1);
      met.add(child);
      if (child.children === undefined && child.own !== undefined) top.sums.add(child.own);
      else {
        const { edition } = top.sums;
        path.push(open(child, edition === undefined ? rest : { ...rest, edition }));
      }
      continue;
    }
    path.pop();
    const above = path[depth - 1];
    if (above === undefined || visit !== undefined) {
      const level = top.sums.result();
      visit?.(top.node, level, depth);
      if (above === undefined) return level;
      above.sums.addLevel(level);
    } else above.sums.addLevel(top.sums.level());
  }
}

function open(node: ReportNode, options: ConsolidationOptions): Open {
  const sums = new Accumulator(options, new Members(options, false));
  if (node.own !== undefined) sums.addOwn(node.own);
  return { node, rest: (node.children ?? [])[Symbol.iterator](), sums };
}

function sharedNode({ own, published }: ReportNode, depth: number): DisclosureReportError {
  const name = own?.agency?.name ?? published?.agency?.name;
  const which = name === undefined ? "a node" : `the node of ${JSON.stringify(name)}`;
  return new DisclosureReportError(
    "consolidation.sharedNode",
    `${which} at depth ${depth} is in the tree more than once; give every unit one node, in one place`,
  );
}
