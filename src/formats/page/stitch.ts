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

/**
 * Whether a table at the top of a page goes on with the one at the foot of the page before: they have the same edges; or one
 * of them ends at a column of the other, where the page cut a cell over several rows and its sides are not drawn again.
 */
export function goesOn(above: WholeTable, below: PageTable): boolean {
  if (below.page !== above.lastPage + 1) return false;
  const near = (a: number | undefined, b: number | undefined) => Math.abs((a ?? 0) - (b ?? 0)) <= SAME_EDGE;
  const [first, last] = [near(above.xs[0], below.xs[0]), near(above.xs[above.xs.length - 1], below.xs[below.xs.length - 1])];
  const among = (x: number | undefined, xs: readonly number[]) =>
    xs.slice(0, (xs.length >> 1) + 1).some((other) => near(x, other));
  return last && (first || among(below.xs[0], above.xs) || among(above.xs[0], below.xs));
}

/** Both as one table: headings that are printed again left out, cells that the page cut in two put together. */
export function stitch(above: WholeTable, below: PageTable): WholeTable {
  const xs = union(above.xs, below.xs);
  const upper = withSide(
    above.cells.map((cell) => onColumns(cell, above.xs, xs)),
    above.rows,
  );
  const all = withSide(
    below.cells.map((cell) => onColumns(cell, below.xs, xs)),
    below.rows,
  );
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
  const cut = isCutRow(pairs, open);
  const merged = new Map<PageCell, PageCell>();
  const gone = new Set<PageCell>();
  for (const pair of pairs) {
    if (!cut && !isGroup(pair)) continue;
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

/** Cells with an empty one in front, over all rows, where the page left out the first columns. */
function withSide(cells: readonly PageCell[], rows: number): readonly PageCell[] {
  const left = cells.reduce((least, cell) => Math.min(least, cell.left), Number.POSITIVE_INFINITY);
  const [first] = cells;
  if (first === undefined || left === 0) return cells;
  return [{ ...first, top: 0, bottom: rows, left: 0, right: left, text: "", doubt: null, room: null }, ...cells];
}

interface Pair {
  readonly upper: PageCell;
  readonly lower: PageCell;
}

const FIGURE = /^[+-]?\d[\d,.\s]*$/;

/** Begins a label of its own. */
const NUMBERED = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．，,]/;

/** Text that goes on below a cut stands close to it on both sides, nearer than these heights of a line. */
const CLOSE = 1.3;

/** Whether the text of a cell goes on in the cell below it. Programs put the rest of it in the middle again. */
function flowsOn({ upper, lower }: Pair): boolean {
  const close = (upper.room?.below ?? 0) < CLOSE || (lower.room?.above ?? 0) < CLOSE;
  return close && !FIGURE.test(upper.text) && !FIGURE.test(lower.text) && !NUMBERED.test(lower.text);
}

/**
 * Whether the page cut a row in two. All of its figures are on one side then. Where lines close it on both sides, some of its
 * text must go on below the cut.
 */
function isCutRow(pairs: readonly Pair[], open: (cell: PageCell) => boolean): boolean {
  const own = pairs.filter(({ upper, lower }) => upper.bottom - upper.top === 1 && lower.bottom === 1);
  if (own.length === 0) return false;
  const figures = (side: "upper" | "lower") => own.some((pair) => FIGURE.test(pair[side].text));
  if (figures("upper") && figures("lower")) return false;
  const both = own.filter(({ upper, lower }) => upper.text !== "" && lower.text !== "");
  if (own.every(({ lower }) => open(lower))) return both.every(({ lower }) => !NUMBERED.test(lower.text));
  return both.length > 0 && both.every(flowsOn);
}

/**
 * Whether a cell over several rows was cut: its text is on one side, and on the other an empty cell stands beside rows; or
 * its text goes on below the cut.
 */
function isGroup(pair: Pair): boolean {
  const { upper, lower } = pair;
  if (upper.bottom - upper.top === 1 && lower.bottom === 1) return false;
  if (FIGURE.test(upper.text) || FIGURE.test(lower.text)) return false;
  return (upper.text === "") !== (lower.text === "") || flowsOn(pair);
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
