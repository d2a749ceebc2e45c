import { nearest } from "./lattice.js";
import type { TextLine } from "./lines.js";
import type { PageCell, PageTable } from "./pageTables.js";

/** A table that may run over several pages. */
export interface WholeTable {
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly PageCell[];
  /** The page that it ends on. */
  readonly lastPage: number;
  readonly closedBelow: readonly boolean[];
  readonly aligned: boolean;
}

/** How far the edges of a table may move from one page to the next. */
const SAME_EDGE = 4;

/** A table on one page, as one that may go on. */
export function whole({ xs, rows, cells, page, closedBelow, aligned }: PageTable): WholeTable {
  return { xs, rows, cells, lastPage: page, closedBelow, aligned };
}

/**
 * Whether a table at the top of a page continues the one at the foot of the previous page: they have the same edges; or one
 * of them begins at a column of the other, if the page break cut a cell over several rows and its sides are not repeated; or one
 * ends at a column of the other, and in their common width the columns of one are columns of the other: its rows are shorter. Without
 * lines there is no evidence of it.
 */
export function goesOn(above: WholeTable, below: PageTable): boolean {
  if (below.page !== above.lastPage + 1 || above.aligned || below.aligned) return false;
  const half = (xs: readonly number[]) => xs.slice(0, (xs.length >> 1) + 1);
  const [first, last] = [near(above.xs[0], below.xs[0]), near(above.xs.at(-1), below.xs.at(-1))];
  const begins = first || isAmong(below.xs[0], half(above.xs)) || isAmong(above.xs[0], half(below.xs));
  return begins && (last || endsWithin(above.xs, below.xs) || endsWithin(below.xs, above.xs));
}

/** A table that ends within another one shares so many edges with it at least. */
const LEAST_SHARED = 4;

function endsWithin(shorter: readonly number[], longer: readonly number[]): boolean {
  const [left, right] = [Math.max(shorter[0] ?? 0, longer[0] ?? 0), shorter.at(-1) ?? 0];
  const common = (xs: readonly number[]) => xs.filter((x) => x >= left - SAME_EDGE && x <= right + SAME_EDGE);
  const [few = [], many = []] = [common(shorter), common(longer)].sort((a, b) => a.length - b.length);
  return few.length >= LEAST_SHARED && isAmong(right, longer) && few.every((x) => isAmong(x, many));
}

function near(a: number | undefined, b: number | undefined): boolean {
  return Math.abs((a ?? 0) - (b ?? 0)) <= SAME_EDGE;
}

function isAmong(x: number | undefined, xs: readonly number[]): boolean {
  return xs.length > 0 && near(x, xs[nearest(xs, x ?? 0)]);
}

/** Text next to a continued table: of a cell over several rows that begins on the page before and whose borders are not repeated. */
export interface Side {
  readonly lines: readonly TextLine[];
  readonly text: string;
  readonly room: PageCell["room"];
}

export const NO_SIDE: Side = { lines: [], text: "", room: null };

/** The lines of a page next to a continued table, in the columns that are not drawn. */
export function sideOf(above: WholeTable, { xs, box }: PageTable, lines: readonly TextLine[]): Side {
  const [from, to] = [above.xs[0] ?? 0, xs[0] ?? 0];
  if (to - from <= SAME_EDGE) return NO_SIDE;
  const own = lines.filter(({ left, right, top, bottom }) => left >= from && right <= to && bottom > box[1] && top < box[3]);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return NO_SIDE;
  const room = { above: (first.top - box[1]) / first.size, below: (box[3] - last.bottom) / last.size };
  return { lines: own, text: own.map(({ text }) => text).join("\n"), room };
}

/** Both as one table: headings that are printed again left out, cells that the page cut in two put together. */
export function stitch(above: WholeTable, below: PageTable, side: Side): WholeTable {
  const xs = union(above.xs, below.xs);
  const upper = withSide(
    above.cells.map((cell) => onColumns(cell, above.xs, xs)),
    above.rows,
    NO_SIDE,
  );
  const all = withSide(
    below.cells.map((cell) => onColumns(cell, below.xs, xs)),
    below.rows,
    side,
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
  const edgeOf = ({ left, right }: PageCell) => `${left}:${right}`;
  const lowest = new Map(upper.filter(({ bottom }) => bottom === above.rows).map((cell) => [edgeOf(cell), cell]));
  const pairs = lower.flatMap((cell) => {
    const own = cell.top === 0 ? lowest.get(edgeOf(cell)) : undefined;
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
    aligned: false,
  };
}

/** Cells with one in front, over all rows, where the page left out the first columns. */
function withSide(cells: readonly PageCell[], rows: number, { text, room }: Side): readonly PageCell[] {
  const left = cells.reduce((least, cell) => Math.min(least, cell.left), Number.POSITIVE_INFINITY);
  const [first] = cells;
  if (first === undefined || left === 0) return cells;
  return [{ ...first, top: 0, bottom: rows, left: 0, right: left, text, doubt: null, room }, ...cells];
}

interface Pair {
  readonly upper: PageCell;
  readonly lower: PageCell;
}

const FIGURE = /^[+-]?\d[\d,.\s]*$/;

/** Matches the beginning of another label. */
const NUMBERED = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．，,]/;

/** Text continued across a page break is close to it on both sides: within this many line heights. */
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
 * Whether a cell over several rows was cut: its text is on one side, and on the other an empty cell is next to rows; or
 * its text continues below the page break.
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
  // They end at the first row with its own cell.
  let end = rows;
  for (const cell of lower) if (!same(cell)) end = Math.min(end, cell.top);
  // Cells over several rows are not parted.
  for (const { top, bottom } of [...lower].sort((a, b) => b.bottom - a.bottom)) if (top < end && bottom > end) end = top;
  return lower.some(({ top, text }) => top < end && text !== "") ? end : 0;
}

/** Edges of columns of both tables; those that are as good as equal once. */
function union(a: readonly number[], b: readonly number[]): readonly number[] {
  const xs: number[] = [];
  for (const x of [...a, ...b].sort((one, other) => one - other))
    if (x - (xs[xs.length - 1] ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) xs.push(x);
  return xs;
}

function onColumns(cell: PageCell, from: readonly number[], to: readonly number[]): PageCell {
  const left = nearest(to, from[cell.left] ?? 0);
  return { ...cell, left, right: Math.max(left + 1, nearest(to, from[cell.right] ?? 0)) };
}

function columnsOf(from: readonly number[], to: readonly number[], closed: readonly boolean[]): readonly boolean[] {
  const result = new Array<boolean>(Math.max(0, to.length - 1)).fill(false);
  closed.forEach((is, i) => {
    for (let c = nearest(to, from[i] ?? 0); c < nearest(to, from[i + 1] ?? 0); c += 1) result[c] = is;
  });
  return result;
}
