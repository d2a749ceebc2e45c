import type { Box } from "./page.js";
import { type Frame, Groups, type Ruling } from "./rulings.js";

/** A place that lines enclose: rows and columns of the lattice from, and up to but not including. */
export interface Field {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Whether the lines around it make up no rectangle. */
  readonly odd: boolean;
  /** Whether it is only what a shorter row leaves free: other rows have a line at the right edge of the table, and it has none. */
  readonly free: boolean;
}

/** The places that the lines of a table enclose. */
export interface Lattice {
  /** Where columns and rows begin, and the last one ends. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** From top to bottom, then from left to right. */
  readonly fields: readonly Field[];
  /** The field that a place on the page belongs to; `null` outside of the table. */
  readonly fieldAt: (x: number, y: number) => Field | null;
  /** The fields that a box lies over; `null` where it lies over more places of the grid than so many. */
  readonly fieldsUnder: (box: Box, most: number) => ReadonlySet<Field> | null;
  readonly box: Box;
  /** For each column, whether a line is drawn at the upper and at the lower end of the table. */
  readonly closedAbove: readonly boolean[];
  readonly closedBelow: readonly boolean[];
  /** For each row, whether a line is drawn at the left and at the right end of the table. */
  readonly closedLeft: readonly boolean[];
  readonly closedRight: readonly boolean[];
}

/** Lines within this distance are the same: double lines, adjacent borders drawn side by side. */
const SAME = 2.5;

/** Part of a side that must be drawn to separate what is on both sides of it. */
const DRAWN = 0.6;

/** The table that lines make up, or `null` where they enclose no more than one place. */
export function latticeOf({ across, down }: Frame): Lattice | null {
  const xs = positions(down, across);
  const ys = positions(across, down);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2) return null;
  const walls = drawn(down, xs, ys);
  const floors = drawn(across, ys, xs);
  const groups = new Groups(columns * rows);
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      const at = r * columns + c;
      if (c + 1 < columns && walls[c + 1]?.[r] !== true) groups.join(at, at + 1);
      if (r + 1 < rows && floors[r + 1]?.[c] !== true) groups.join(at, at + columns);
    }
  }
  const { fields, owners } = fieldsOf(groups, rows, columns, walls[columns] ?? []);
  if (fields.length < 2) return null;
  return {
    xs,
    ys,
    fields,
    fieldAt: (x, y) => {
      const c = slot(xs, x);
      const r = slot(ys, y);
      return c < 0 || r < 0 || c >= columns || r >= rows ? null : (owners[r * columns + c] ?? null);
    },
    fieldsUnder: ([left, top, right, bottom], most) => {
      const [firstColumn, lastColumn] = [Math.max(0, slot(xs, left)), Math.min(columns - 1, slot(xs, right))];
      const [firstRow, lastRow] = [Math.max(0, slot(ys, top)), Math.min(rows - 1, slot(ys, bottom))];
      if ((lastColumn - firstColumn + 1) * (lastRow - firstRow + 1) > most) return null;
      const under = new Set<Field>();
      for (let r = firstRow; r <= lastRow; r += 1)
        for (let c = firstColumn; c <= lastColumn; c += 1) {
          const field = owners[r * columns + c];
          if (field !== undefined) under.add(field);
        }
      return under;
    },
    box: [xs[0] ?? 0, ys[0] ?? 0, xs[columns] ?? 0, ys[rows] ?? 0],
    closedAbove: floors[0] ?? [],
    closedBelow: floors[rows] ?? [],
    closedLeft: walls[0] ?? [],
    closedRight: walls[columns] ?? [],
  };
}

/**
 * The positions of lines, and of the ends of those that cross them: a table may lack its sides, or at a page break its lower or upper
 * edge.
 */
function positions(lines: readonly Ruling[], crossing: readonly Ruling[]): readonly number[] {
  const places: number[] = [];
  let start = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let count = 0;
  const end = () => {
    if (count > 0) places.push(sum / count);
  };
  for (const at of lines.map((line) => line.at).sort((a, b) => a - b)) {
    if (at - start > SAME) {
      end();
      start = at;
      sum = 0;
      count = 0;
    }
    sum += at;
    count += 1;
  }
  end();
  const first = crossing.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY);
  const last = crossing.reduce((most, { to }) => Math.max(most, to), Number.NEGATIVE_INFINITY);
  if (first < (places[0] ?? first) - 2 * SAME) places.unshift(first);
  if (last > (places[places.length - 1] ?? last) + 2 * SAME) places.push(last);
  return places;
}

/** For each position of lines, and each stretch between two positions of those that cross them: whether a line is drawn there. */
function drawn(lines: readonly Ruling[], at: readonly number[], across: readonly number[]): readonly (readonly boolean[])[] {
  const drawnLength = at.map(() => new Array<number>(across.length - 1).fill(0));
  const reached = at.map(() => new Array<number>(across.length - 1).fill(Number.NEGATIVE_INFINITY));
  for (const line of [...lines].sort((a, b) => a.from - b.from)) {
    const own = nearest(at, line.at);
    const lengths = drawnLength[own];
    const ends = reached[own];
    if (lengths === undefined || ends === undefined) continue;
    for (let i = Math.max(0, slot(across, line.from)); i < lengths.length; i += 1) {
      const [from, to] = [across[i] ?? 0, across[i + 1] ?? 0];
      if (from >= line.to) break;
      const start = Math.max(from, line.from, ends[i] ?? from);
      const stop = Math.min(to, line.to);
      if (stop > start) lengths[i] = (lengths[i] ?? 0) + stop - start;
      ends[i] = Math.max(ends[i] ?? from, stop);
    }
  }
  return drawnLength.map((lengths) => lengths.map((length, i) => length >= DRAWN * ((across[i + 1] ?? 0) - (across[i] ?? 0))));
}

/** The place of ascending ones that is nearest to `at`. */
export function nearest(places: readonly number[], at: number): number {
  const low = Math.max(0, slot(places, at));
  const [a, b] = [places[low] ?? Number.POSITIVE_INFINITY, places[low + 1] ?? Number.POSITIVE_INFINITY];
  return Math.abs(b - at) < Math.abs(a - at) ? low + 1 : low;
}

/** The last of ascending places that is not beyond `at`; -1 before the first. */
function slot(places: readonly number[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function fieldsOf(
  groups: Groups,
  rows: number,
  columns: number,
  rightWall: readonly boolean[],
): { readonly fields: readonly Field[]; readonly owners: readonly Field[] } {
  const extents = new Map<number, { top: number; bottom: number; left: number; right: number; size: number }>();
  for (let at = 0; at < rows * columns; at += 1) {
    const [r, c] = [Math.floor(at / columns), at % columns];
    const root = groups.root(at);
    const extent = extents.get(root);
    if (extent === undefined) extents.set(root, { top: r, bottom: r + 1, left: c, right: c + 1, size: 1 });
    else {
      extent.bottom = Math.max(extent.bottom, r + 1);
      extent.left = Math.min(extent.left, c);
      extent.right = Math.max(extent.right, c + 1);
      extent.size += 1;
    }
  }
  const ragged = rightWall.includes(true);
  const isFree = ({ top, bottom, right }: Pick<Field, "top" | "bottom" | "right">): boolean =>
    ragged && right === columns && !rightWall.slice(top, bottom).includes(true);
  const whole = new Map<number, Field>();
  for (const [root, extent] of extents) {
    if (extent.size === (extent.bottom - extent.top) * (extent.right - extent.left)) {
      const { top, bottom, left, right } = extent;
      whole.set(root, { top, bottom, left, right, odd: false, free: isFree(extent) });
    }
  }
  const rowPart = (row: number, left: number, right: number): Field => {
    const extent = { top: row, bottom: row + 1, left, right };
    return { ...extent, odd: true, free: isFree(extent) };
  };
  const fields: Field[] = [];
  const owners: Field[] = [];
  const seen = new Set<Field>();
  for (let at = 0; at < rows * columns; at += 1) {
    const [r, c] = [Math.floor(at / columns), at % columns];
    const root = groups.root(at);
    const left = c > 0 ? owners[at - 1] : undefined;
    // A shape that is not a rectangle is divided into its rows.
    const field =
      whole.get(root) ?? (left !== undefined && groups.root(at - 1) === root ? left : rowPart(r, c, endOf(groups, at, columns)));
    owners.push(field);
    if (!seen.has(field)) {
      seen.add(field);
      fields.push(field);
    }
  }
  return { fields, owners };
}

function endOf(groups: Groups, at: number, columns: number): number {
  const root = groups.root(at);
  let end = (at % columns) + 1;
  while (end < columns && groups.root(at - (at % columns) + end) === root) end += 1;
  return end;
}
