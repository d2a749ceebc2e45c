import { type AlignedRow, MAX_PITCH, type SplitLine } from "./alignedRows.js";
import { onForm } from "./formLabels.js";
import { linesOf, SPACE, type TextLine } from "./lines.js";

/** The position of a column of figures. */
export interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** Gap between two columns, as part of the size, that all rows leave free; and how far figures of one column may be off. */
const LEAST_GAP = 0.5;
const OFF = 0.35;

/** The alignment of pieces in a column: by their left edges, centres or right edges. */
const edges = [
  ({ left }: Stretch): number => left,
  ({ left, right }: Stretch): number => (left + right) / 2,
  ({ right }: Stretch): number => right,
] as const;

/** The columns that rows of figures make up, and the rows that fit; `null` where most do not, or columns run into one another. */
export interface Columns {
  readonly columns: readonly Stretch[];
  readonly fitting: ReadonlySet<AlignedRow>;
}

export function columnsOf(rows: readonly AlignedRow[], size: number): Columns | null {
  const counts = new Map<number, number>();
  for (const { figures } of rows) counts.set(figures.length, (counts.get(figures.length) ?? 0) + 1);
  const [count = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  const full = rows.filter(({ figures }) => figures.length === count);
  const fitting = new Set(full);
  for (let k = 0; k < count; k += 1) {
    const pieces = full.flatMap((row) => {
      const piece = row.figures[k];
      return piece === undefined ? [] : [{ row, piece }];
    });
    const off = edges.map((edge) => {
      const middle = median(pieces.map(({ piece }) => edge(piece)));
      return pieces.filter(({ piece }) => Math.abs(edge(piece) - middle) > OFF * size).map(({ row }) => row);
    });
    const [best = []] = off.sort((a, b) => a.length - b.length);
    if (2 * best.length >= full.length && full.length > 1) return null;
    for (const row of best) fitting.delete(row);
  }
  if (fitting.size === 0) return null;
  const columns = Array.from({ length: count }, (_, k) => around([...fitting].flatMap(({ figures }) => figures[k] ?? [])));
  const parted = columns.every(({ left }, k) => k === 0 || left - (columns[k - 1]?.right ?? 0) >= LEAST_GAP * size);
  if (!parted) return null;
  const [first] = columns;
  for (const row of fitting) if (row.right > (first?.left ?? 0) - LEAST_GAP * size) fitting.delete(row);
  return { columns, fitting };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function around(pieces: readonly Stretch[]): Stretch {
  return {
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
  };
}

/** A heading above several columns. */
export interface GroupHeading {
  readonly piece: TextLine;
  /** Its line, as a number of lines above the figures. */
  readonly line: number;
  readonly span: number;
  /** The first of its columns. */
  readonly first: number;
}

/** The headings of columns, and how many lines above the figures they take. */
export interface Headings {
  readonly texts: readonly string[];
  readonly boxes: readonly Stretch[];
  readonly groups: readonly GroupHeading[];
  readonly lines: number;
}

/** Most lines of headings, and how near two of one column are, as part of their size. */
const MAX_HEADING_LINES = 12;
const NEAR = 0.9;

/** Most headings above several columns. */
const MAX_GROUPS = 40;

/**
 * The headings above columns: pieces above one column each, joined until each is a column heading of the
 * form. Anything else there must be a heading of several columns, and it must be certain of which; otherwise nothing is.
 */
export function headingsAbove(above: readonly SplitLine[], columns: readonly Stretch[], first: SplitLine): Headings | null {
  const stacks = columns.map((): TextLine[] => []);
  const textOf = (stack: readonly TextLine[]) => stack.map(({ text }) => text).join("");
  const isDone = (stack: readonly TextLine[]) => stack.length > 0 && onForm(textOf(stack)).column;
  const groups: Omit<GroupHeading, "first">[] = [];
  let baseline = first.baseline;
  let taken = 0;
  for (let i = above.length - 1; i >= 0 && above.length - i <= MAX_HEADING_LINES; i -= 1) {
    const line = above[i];
    if (line === undefined || line.figures.length > 0 || baseline - line.baseline > MAX_PITCH * line.size) break;
    const done = stacks.every(isDone);
    baseline = line.baseline;
    const before = groups.length;
    let others = 0;
    for (const piece of line.words.flatMap((whole) => partsOf(whole, columns))) {
      const over = overlapping(piece, columns);
      const [only] = over;
      const stack = over.length === 1 && only !== undefined ? stacks[only] : undefined;
      const [below] = stack ?? [];
      const isAbove = stack !== undefined && (below === undefined || below.top - piece.bottom < NEAR * piece.size);
      if (over.length === 0 && piece.right <= (columns[0]?.left ?? 0)) continue;
      if (stack !== undefined && isAbove && (!isDone(stack) || onForm(textOf([piece, ...stack])).column)) stack.unshift(piece);
      else {
        const { group, span } = onForm(piece.text);
        if (!group && (!done || isAbove)) return null;
        if (span > 0) groups.push({ piece, line: above.length - i, span });
        else others += 1;
      }
    }
    if (done && groups.length === before) break;
    // What stands beside a heading of several columns is one, too.
    if ((done && others > 0) || groups.length > MAX_GROUPS) return null;
    taken = above.length - i;
  }
  if (!stacks.every(isDone)) return null;
  const boxes = stacks.map(around);
  const placed = placedGroups(groups, boxes, first.size);
  return placed === null ? null : { texts: stacks.map((stack) => textOf(stack)), boxes, groups: placed, lines: taken };
}

/**
 * The columns of headings above several: all of these are aligned with the headings of their columns in one way, and those of
 * one line have different columns. `null` where no way or several fit.
 */
function placedGroups(
  groups: readonly Omit<GroupHeading, "first">[],
  boxes: readonly Stretch[],
  size: number,
): readonly GroupHeading[] | null {
  const centres = boxes.map(edges[1]);
  const pitch = Math.min(...centres.slice(1).map((centre, k) => centre - (centres[k] ?? 0)));
  const found = new Map<string, readonly GroupHeading[]>();
  for (const edge of edges) {
    const room = edge === edges[1] ? pitch / 2 : OFF * size;
    const placed = groups.flatMap((group): readonly GroupHeading[] => {
      const offs = boxes.flatMap((box, k) => {
        const last = boxes[k + group.span - 1];
        return last === undefined ? [] : [{ first: k, off: Math.abs(edge(group.piece) - edge(ofRun(edge, box, last))) }];
      });
      const [best] = offs.sort((a, b) => a.off - b.off);
      return best === undefined || best.off > room ? [] : [{ ...group, first: best.first }];
    });
    if (placed.length === groups.length && areApart(placed)) found.set(placed.map(({ first }) => first).join(), placed);
  }
  const [only = null] = found.values();
  return found.size === 1 ? only : null;
}

/** What a heading above a run of columns is aligned with: as the columns are not equally wide, its centre is that of their centres. */
function ofRun(edge: (typeof edges)[number], first: Stretch, last: Stretch): Stretch {
  const [left, right] = edge === edges[1] ? [edge(first), edge(last)] : [first.left, last.right];
  return { left, right };
}

function areApart(groups: readonly GroupHeading[]): boolean {
  return groups.every((one) =>
    groups.every(
      (other) =>
        one === other || one.line !== other.line || one.first + one.span <= other.first || other.first + other.span <= one.first,
    ),
  );
}

/** A piece over several columns that is not their heading may consist of several headings. */
function partsOf(piece: TextLine, columns: readonly Stretch[]): readonly TextLine[] {
  return overlapping(piece, columns).length < 2 || onForm(piece.text).group ? [piece] : linesOf(piece.glyphs, SPACE);
}

function overlapping(piece: Stretch, columns: readonly Stretch[]): readonly number[] {
  return columns.flatMap(({ left, right }, k) => (piece.left < right && left < piece.right ? [k] : []));
}

/** Whether a row is aligned with headings: all figures by their left edges, right edges or centres. */
export function standsBelow(row: AlignedRow, headings: readonly Stretch[], size: number): boolean {
  return edges.some((edge) =>
    row.figures.every((figure, k) => {
      const heading = headings[k];
      return heading !== undefined && Math.abs(edge(figure) - edge(heading)) <= OFF * size;
    }),
  );
}
