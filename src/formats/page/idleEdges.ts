import type { PageCell, PageTable } from "./pageTables.js";
import type { WholeTable } from "./stitch.js";

/** A text that is a number, maybe with its unit. */
const FIGURE = /^[+-]?[\d０-９][\d０-９,，.．\s]*[^\d]{0,3}$/;

/** Rows with their cells, of a page or of a whole table. */
interface Rows {
  readonly rows: number;
  readonly cells: readonly PageCell[];
}

/** A cell cut by a page break above or below: the rest of its text may be on the other page. */
interface Cuts {
  readonly above: (cell: PageCell) => boolean;
  readonly below: (cell: PageCell) => boolean;
}

/**
 * A table without what is not part of its grid: an empty place next to several rows at its right edge, which shorter rows leave
 * free, and row edges that separate nothing. Browsers print a cell over several rows too short at a page break: its lower
 * edge runs within the row that it belongs to, with nothing below it. An edge is removed if a figure crosses it and all
 * cells that begin, or all that end, there are empty; except for those cut by a page break, whose text may be on the other side.
 */
export function withoutIdle(table: PageTable): PageTable {
  const { rows, cells } = withoutIdleEdges(table, {
    above: ({ top, bottom, left }) => top === 0 && bottom === 1 && table.closedAbove[left] !== true,
    below: cutBelow(table),
  });
  const last = table.xs.length - 1;
  return {
    ...table,
    rows,
    cells: cells.filter(({ text, top, bottom, right }) => text !== "" || right < last || bottom - top === 1),
  };
}

/** The same of a table whose pages were put together. */
export function withoutIdleRows(table: WholeTable): WholeTable {
  return { ...table, ...withoutIdleEdges(withWholeLabels(table), { above: () => false, below: cutBelow(table) }) };
}

function cutBelow({ rows, closedBelow }: Pick<WholeTable, "rows" | "closedBelow">): Cuts["below"] {
  return ({ top, bottom, left }) => bottom === rows && top === rows - 1 && closedBelow[left] !== true;
}

/**
 * The halves of a label over several rows that an edge divides in the middle of a row: everything else in the row crosses the
 * edge, and the lower half continues below the row.
 */
function withWholeLabels({ rows, cells }: Rows): Rows {
  const [begun, ended] = [byRow(cells, ({ top }) => top), byRow(cells, ({ bottom }) => bottom)];
  const merged = new Map<PageCell, PageCell | null>();
  /** How far the figures over several rows reach that begin above an edge. */
  let reach = 0;
  for (let at = 1; at < rows; at += 1) {
    for (const { text, bottom } of begun.get(at - 1) ?? []) if (FIGURE.test(text)) reach = Math.max(reach, bottom);
    const [lower, ...others] = begun.get(at) ?? [];
    const [upper, ...more] = ended.get(at) ?? [];
    if (lower === undefined || upper === undefined || others.length + more.length > 0) continue;
    const alike = lower.left === upper.left && lower.right === upper.right;
    const isLabel = !FIGURE.test(lower.text) && !FIGURE.test(upper.text) && !merged.has(upper);
    if (!alike || !isLabel || reach <= at || reach >= lower.bottom) continue;
    const text = [upper.text, lower.text].filter((part) => part !== "").join("\n");
    merged.set(upper, { ...upper, text, bottom: lower.bottom, doubt: upper.doubt ?? lower.doubt });
    merged.set(lower, null);
  }
  return { rows, cells: cells.flatMap((cell) => (merged.has(cell) ? (merged.get(cell) ?? []) : cell)) };
}

function byRow(cells: readonly PageCell[], row: (cell: PageCell) => number): ReadonlyMap<number, readonly PageCell[]> {
  const groups = new Map<number, PageCell[]>();
  for (const cell of cells) {
    const own = groups.get(row(cell));
    if (own === undefined) groups.set(row(cell), [cell]);
    else own.push(cell);
  }
  return groups;
}

function withoutIdleEdges(table: Rows, cuts: Cuts): Rows {
  const { cells, rows } = table;
  const numbers = (): number[] => new Array<number>(rows + 2).fill(0);
  const [begun, ended, across] = [numbers(), numbers(), numbers()];
  for (const cell of cells) {
    const { top, bottom, text } = cell;
    const add = (list: number[], at: number, amount: number): void => {
      list[at] = (list[at] ?? 0) + amount;
    };
    if (text !== "" || cuts.below(cell)) add(begun, top, 1);
    if (text !== "" || cuts.above(cell)) add(ended, bottom, 1);
    if (FIGURE.test(text)) {
      add(across, top + 1, 1);
      add(across, bottom, -1);
    }
  }
  let figures = 0;
  let next = 0;
  const moved = begun.slice(0, rows + 1).map((own, at) => {
    figures += across[at] ?? 0;
    const inside = at > 0 && at < rows && figures > 0;
    // A cell that ends here goes on to the next edge, one that begins here begins at the one before.
    if (inside && own === 0) return next + 1;
    if (at > 0 && !(inside && ended[at] === 0)) next += 1;
    return next;
  });
  const kept = cells
    .map((cell) => ({ ...cell, top: moved[cell.top] ?? 0, bottom: moved[cell.bottom] ?? next }))
    .filter(({ top, bottom, text }) => bottom > top || text !== "");
  // Content that would be in no row any more shows that the edges are real.
  if (next === rows || kept.some(({ top, bottom }) => bottom <= top)) return table;
  return { rows: next, cells: kept };
}
