/**
 * The sums of a tree written a second time from docs/consolidation.md: all reports are listed, and then gone through with nothing but lists
 * and big integers. Of the library it has the types only.
 */
import type { ReportNode } from "../../src/consolidation.js";
import type { Draft } from "../../src/index.js";

export interface ReferenceLine {
  readonly draft: Draft;
  /** Names from below the root down to the unit that it stands below; a number where there is no name. */
  readonly under: readonly (string | number)[];
  /** What its name is told apart within. */
  readonly scope: string;
  readonly parent: Draft["agency"];
  readonly isTop: boolean;
}

export interface TreeReference {
  readonly edition: string;
  readonly year: number | undefined;
  readonly sum: bigint;
  readonly fen: bigint;
  readonly blanks: number;
  readonly reports: number;
  readonly skipped: number;
  /** Values of the reports counted, in order. */
  readonly contributions: readonly unknown[];
  /** What is left out: why, whose. */
  readonly leftOut: readonly string[];
  readonly missing: readonly string[];
}

let lastNode = 0;

function idOf(draft: Draft | undefined): string | null {
  const agency = draft?.agency;
  return agency?.unifiedSocialCreditCode ?? agency?.name ?? null;
}

/** All reports of a tree in order, and what each of its units expects. */
export function linesOf(root: ReportNode): {
  readonly lines: readonly ReferenceLine[];
  readonly expected: readonly (readonly [scope: string, name: string])[];
  readonly empty: number;
} {
  const lines: ReferenceLine[] = [];
  const expected: (readonly [string, string])[] = [];
  let empty = 0;
  const walk = (node: ReportNode, under: readonly (string | number)[], scope: string): number => {
    const agency = node.own?.agency ?? node.published?.agency;
    let count = 0;
    for (const name of node.expected ?? []) expected.push([scope, name]);
    let position = 0;
    for (const child of node.children ?? []) {
      const here = { under, scope, parent: agency, isTop: false };
      if (child.own !== undefined) {
        lines.push({ draft: child.own, ...here });
        count += 1;
      }
      if (child.children !== undefined || child.own === undefined) {
        lastNode += 1;
        const id = idOf(child.own ?? child.published) ?? `node ${lastNode}`;
        const name = (child.own ?? child.published)?.agency?.name ?? position;
        const before = empty;
        const below = walk(child, [...under, name], `${scope}/${id}`);
        // Where a unit below it is empty, that one was said.
        if (below === 0 && child.own === undefined && empty === before) empty += 1;
        count += below;
      }
      position += 1;
    }
    return count;
  };
  if (root.own !== undefined) lines.push({ draft: root.own, under: [], scope: "", parent: undefined, isTop: true });
  walk(root, [], "");
  return { lines, expected, empty };
}

function most<T>(values: readonly T[]): T | undefined {
  let found: T | undefined;
  let count = 0;
  for (const value of values) {
    const here = values.filter((other) => other === value).length;
    if (here > count) [found, count] = [value, here];
  }
  return found;
}

export function referenceTree(root: ReportNode, asked: { readonly edition?: string; readonly year?: number }): TreeReference {
  const { lines, expected, empty } = linesOf(root);
  const edition = asked.edition ?? most(lines.map(({ draft }) => draft.edition as string)) ?? "";
  const year =
    asked.year ?? most(lines.filter(({ draft }) => draft.edition === edition).flatMap(({ draft }) => draft.year ?? []));
  const taken: ReferenceLine[] = [];
  const leftOut: string[] = [];
  let skipped = empty;
  const name = ({ draft, under }: ReferenceLine) => `${[...under, draft.agency?.name ?? ""].join("/")} ${draft.year ?? ""}`;
  for (const line of lines) {
    const { draft, scope, parent, isTop } = line;
    if (draft.edition !== edition) {
      leftOut.push(`otherEdition ${name(line)}`);
      skipped += 1;
    } else if (draft.year !== undefined && draft.year !== year) {
      leftOut.push(`otherYear ${name(line)}`);
      skipped += 1;
    } else if (!isTop && same(draft.agency, parent)) leftOut.push(`isParent ${name(line)}`);
    else {
      const first = taken.find((other) => {
        const [a, b] = [other.draft.agency, draft.agency];
        const coded = a?.unifiedSocialCreditCode !== undefined && b?.unifiedSocialCreditCode !== undefined;
        return same(a, b) && (coded || other.scope === scope);
      });
      if (first === undefined) taken.push(line);
      else {
        leftOut.push(`again ${name(line)}`);
        skipped += 1;
      }
    }
  }
  const totals = taken.map(({ draft }) => (draft as { requests?: { received?: { total?: unknown } } }).requests?.received?.total);
  const figures = totals.filter(
    (total): total is number => typeof total === "number" && Number.isSafeInteger(total) && total >= 0,
  );
  const fees = taken.map(
    ({ draft }) =>
      (draft as { disclosure?: { administrativeFees?: { feesCollected?: string } } }).disclosure?.administrativeFees
        ?.feesCollected,
  );
  const present = new Set(taken.filter(({ isTop }) => !isTop).map(({ draft, scope }) => `${scope} ${draft.agency?.name}`));
  return {
    edition,
    year,
    sum: figures.reduce((sum, total) => sum + BigInt(total), 0n),
    fen: fees.reduce((sum, fee) => sum + fenOf(fee ?? "0"), 0n),
    blanks: totals.length - figures.length,
    reports: taken.length,
    skipped,
    contributions: totals.map((total) => total ?? null),
    leftOut,
    missing: expected.filter(([scope, agency]) => !present.has(`${scope} ${agency}`)).map(([, agency]) => agency),
  };
}

function same(a: Draft["agency"], b: Draft["agency"]): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.unifiedSocialCreditCode !== undefined && b.unifiedSocialCreditCode !== undefined) {
    return a.unifiedSocialCreditCode === b.unifiedSocialCreditCode;
  }
  return a.name !== undefined && a.name === b.name;
}

function fenOf(amount: string): bigint {
  const [whole = "0", decimals = ""] = amount.split(".");
  return BigInt(whole) * 1_000_000n + BigInt(decimals.padEnd(6, "0"));
}
