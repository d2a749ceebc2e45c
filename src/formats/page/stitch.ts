import type { PageCell, PageTable } from "./pageTables.js";

/** A table that may run over several pages. */
export interface WholeTable {
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly PageCell[];
  /** The page that it ends on. */
  readonly lastPage: number;
  readonly closedBelow: readonly boolean[];
}

/** How far the edges of a table may move from one page to the next. */
const SAME_EDGE = 4;

/** A table on one page, as one that may go on. */
export function whole({ xs, rows, cells, page, closedBelow }: PageTable): WholeTable {
  return { xs, rows, cells, lastPage: page, closedBelow };
}

/** Whether a table at the top of a page goes on with the one at the foot of the page before. */
export function goesOn(above: WholeTable, below: PageTable): boolean {
  const near = (a: number | undefined, b: number | undefined) => Math.abs((a ?? 0) - (b ?? 0)) <= SAME_EDGE;
  return (
    below.page === above.lastPage + 1 &&
    near(above.xs[0], below.xs[0]) &&
    near(above.xs[above.xs.length - 1], below.xs[below.xs.length - 1])
  );
}

/** Both as one table: headings that are printed again left out, cells that the page cut in two put together. */
export function stitch(above: WholeTable, below: PageTable): WholeTable {
  const xs = union(above.xs, below.xs);
  const upper = above.cells.map((cell) => onColumns(cell, above.xs, xs));
  const all = below.cells.map((cell) => onColumns(cell, below.xs, xs));
  const repeated = repeatedRows(upper, all, below.rows);
  const lower = all
    .filter(({ top }) => top >= repeated)
    .map((cell) => ({ ...cell, top: cell.top - repeated, bottom: cell.bottom - repeated }));
  const openAbove = columnsOf(above.xs, xs, above.closedBelow);
  const openBelow = repeated > 0 ? xs.map(() => true) : columnsOf(below.xs, xs, below.closedAbove);
  const open = ({ left, right }: PageCell) => {
    for (let c = left; c < right; c += 1) if (openAbove[c] === true || openBelow[c] === true) return false;
    return true;
  };
  const pairs = lower.flatMap((cell) => {
    const own =
      cell.top === 0
        ? upper.find(({ bottom, left, right }) => bottom === above.rows && left === cell.left && right === cell.right)
        : undefined;
    return own === undefined ? [] : [{ upper: own, lower: cell }];
  });
  const cut = isCutRow(pairs.filter((pair) => open(pair.lower)));
  const merged = new Map<PageCell, PageCell>();
  const gone = new Set<PageCell>();
  for (const pair of pairs) {
    if (!(open(pair.lower) && cut) && !isGroup(pair)) continue;
    merged.set(pair.upper, mergedCell(pair, above.rows));
    gone.add(pair.lower);
  }
  const cells = [
    ...upper.map((cell) => merged.get(cell) ?? cell),
    ...lower
      .filter((cell) => !gone.has(cell))
      .map((cell) => ({ ...cell, top: cell.top + above.rows, bottom: cell.bottom + above.rows })),
  ];
  return {
    xs,
    rows: above.rows + below.rows - repeated,
    cells,
    lastPage: below.page,
    closedBelow: columnsOf(below.xs, xs, below.closedBelow),
  };
}

interface Pair {
  readonly upper: PageCell;
  readonly lower: PageCell;
}

const FIGURE = /^[+-]?\d[\d,.\s]*$/;

/** Whether a page cut the cells of one row: then no two of them have a figure above and another below the cut. */
function isCutRow(open: readonly Pair[]): boolean {
  return open.length > 0 && !open.some(({ upper, lower }) => FIGURE.test(upper.text) && FIGURE.test(lower.text));
}

/** Whether a cell over several rows was cut: its text is on one side, and on the other an empty cell stands beside rows. */
function isGroup({ upper, lower }: Pair): boolean {
  const tall = upper.bottom - upper.top > 1 || lower.bottom - lower.top > 1;
  return tall && (upper.text === "") !== (lower.text === "") && !FIGURE.test(upper.text) && !FIGURE.test(lower.text);
}

function mergedCell({ upper, lower }: Pair, rows: number): PageCell {
  const text = [upper.text, lower.text].filter((part) => part !== "").join("\n");
  const place = upper.text === "" && lower.text !== "" ? { page: lower.page, box: lower.box } : {};
  return { ...upper, ...place, text, bottom: rows + lower.bottom, doubt: upper.doubt ?? lower.doubt };
}

/** How many rows at the beginning of a page repeat the first rows of the table: headings, so without figures. */
function repeatedRows(upper: readonly PageCell[], lower: readonly PageCell[], rows: number): number {
  const key = ({ top, bottom, left, right, text }: PageCell) => [top, bottom, left, right, text.replace(/\s/g, "")].join("|");
  const firsts = new Set(upper.map(key));
  const same = (cell: PageCell) => firsts.has(key(cell)) && !FIGURE.test(cell.text);
  // The first row with a cell of its own ends them.
  let end = rows;
  for (const cell of lower) if (!same(cell)) end = Math.min(end, cell.top);
  const reaches = (at: number) => lower.some(({ top, bottom }) => top < at && bottom > at);
  while (end > 0 && reaches(end)) end -= 1;
  return lower.some(({ top, text }) => top < end && text !== "") ? end : 0;
}

/** Edges of columns of both tables; those that are as good as equal once. */
function union(a: readonly number[], b: readonly number[]): readonly number[] {
  const xs: number[] = [];
  for (const x of [...a, ...b].sort((one, other) => one - other))
    if (x - (xs[xs.length - 1] ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) xs.push(x);
  return xs;
}

function columnAt(xs: readonly number[], x: number): number {
  let best = 0;
  for (let i = 1; i < xs.length; i += 1) if (Math.abs((xs[i] ?? 0) - x) < Math.abs((xs[best] ?? 0) - x)) best = i;
  return best;
}

function onColumns(cell: PageCell, from: readonly number[], to: readonly number[]): PageCell {
  const left = columnAt(to, from[cell.left] ?? 0);
  return { ...cell, left, right: Math.max(left + 1, columnAt(to, from[cell.right] ?? 0)) };
}

function columnsOf(from: readonly number[], to: readonly number[], closed: readonly boolean[]): readonly boolean[] {
  const result = new Array<boolean>(Math.max(0, to.length - 1)).fill(false);
  closed.forEach((is, i) => {
    for (let c = columnAt(to, from[i] ?? 0); c < columnAt(to, from[i + 1] ?? 0); c += 1) result[c] = is;
  });
  return result;
}
