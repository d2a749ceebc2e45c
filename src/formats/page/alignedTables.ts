import type { Doubt } from "../../reading/source.js";
import { columnsOf, type GroupHeading, headingsAbove, type Stretch, standsBelow } from "./alignedColumns.js";
import { type AlignedRow, regionsOf, rowsOf, type SplitLine, splitLines } from "./alignedRows.js";
import { struckFields } from "./doubts.js";
import { onForm } from "./formLabels.js";
import type { Glyph, UprightPage } from "./glyphs.js";
import type { Field } from "./lattice.js";
import { LINE_PITCH } from "./lines.js";
import { ASCENT, type Box } from "./page.js";
import type { PageCell, PageTable, TablesAndRest } from "./pageTables.js";

/** Most lines above the figures of a table that are looked at. */
const MAX_ABOVE = 20;

/**
 * Tables marked by alignment only, in text outside all other tables. Columns are separated by gaps in all rows, with a
 * heading of the form above each. Rows that do not fit are doubtful: they lack a figure or have one more, are not aligned with their
 * columns, or have a heading that is not on the form.
 */
export function alignedTables(page: UprightPage, rest: readonly Glyph[]): TablesAndRest {
  const lines = splitLines(rest);
  const tables: PageTable[] = [];
  const used = new Set<SplitLine>();
  for (const region of regionsOf(lines)) {
    const [first] = region.lines;
    if (first === undefined) continue;
    const above = lines.slice(Math.max(0, region.first - MAX_ABOVE), region.first).filter((line) => !used.has(line));
    const found = tableOf(page, region.lines, above, first);
    if (found === null) continue;
    tables.push(found.table);
    for (const line of [...region.lines, ...above.slice(above.length - found.lines)]) used.add(line);
  }
  if (tables.length === 0) return { tables, rest };
  const gone = new Set([...used].flatMap(({ words, figures }) => [...words, ...figures].flatMap(({ glyphs }) => glyphs)));
  return { tables, rest: rest.filter((glyph) => !gone.has(glyph)) };
}

function tableOf(
  page: UprightPage,
  region: readonly SplitLine[],
  above: readonly SplitLine[],
  first: SplitLine,
): { readonly table: PageTable; readonly lines: number } | null {
  const columns = columnsOf(rowsOf(region, []), first.size)?.columns;
  if (columns === undefined) return null;
  const own = above.length - labelLines(above, columns, first);
  const headings = headingsAbove(above.slice(0, own), columns, first);
  if (headings === null) return null;
  const rows = rowsOf(region, above.slice(own));
  const fitting = columnsOf(rows, first.size)?.fitting ?? new Set();
  const disturbed = new Set([...disturbedRows(page, rows, columns), ...besideOdd(rows, columns.length)]);
  const isCertain = (row: AlignedRow): boolean =>
    fitting.has(row) &&
    !row.unclear &&
    !disturbed.has(row) &&
    !row.figures.some(({ overlaid, text }) => overlaid || GAP.test(text)) &&
    (rows.length > 1 || standsBelow(row, headings.boxes, first.size)) &&
    (onForm(row.label).row !== null || (row.label === "" && rows.length === 1));
  const writer = new TableWriter(
    page,
    columns,
    rows.some(({ label }) => label !== ""),
  );
  writer.addGroups(headings.groups);
  writer.add("", headings.texts, above[own - 1] ?? first, null);
  for (const row of rows) {
    const seen = row.figures.every(({ glyphs }) => glyphs.every(({ visible, faint }) => visible && !faint));
    writer.add(row.label, textsOf(row, columns), row.line, isCertain(row) ? (seen ? null : "recognised") : "crossing");
  }
  return { table: writer.table(), lines: headings.lines + above.length - own };
}

/** Between ruling lines a gap in a figure belongs to the number; without them that is uncertain. */
const GAP = /\s/;

/** How many of the last lines above the first figures may belong to the heading next to them: no part of them is above a column. */
function labelLines(above: readonly SplitLine[], [column]: readonly Stretch[], first: SplitLine): number {
  let { baseline } = first;
  let count = 0;
  for (let line = above.at(-1); line !== undefined; line = above.at(-1 - count)) {
    const near = baseline - line.baseline <= LINE_PITCH * line.size;
    if (!near || line.figures.length > 0 || line.words.some(({ right }) => right > (column?.left ?? 0))) break;
    ({ baseline } = line);
    count += 1;
  }
  return count;
}

/** Rows directly above or below a line with fewer or more figures, or with nothing else: that may carry some of theirs on. */
function besideOdd(rows: readonly AlignedRow[], count: number): readonly AlignedRow[] {
  return rows.filter(({ line }, i) =>
    [rows[i - 1], rows[i + 1]].some(
      (other) =>
        other !== undefined &&
        (other.figures.length !== count || other.line.words.length === 0) &&
        Math.abs(other.line.baseline - line.baseline) <= LINE_PITCH * line.size,
    ),
  );
}

/** The figure in each column; if their number differs, all pieces of the row. */
function textsOf({ figures }: AlignedRow, columns: readonly Stretch[]): readonly string[] {
  return columns.map(({ left, right }, k) =>
    figures.length === columns.length
      ? (figures[k]?.text ?? "")
      : figures
          .filter((figure) => figure.left < right && left < figure.right)
          .map(({ text }) => text)
          .join(" "),
  );
}

/** Rows with other content at their figures: lines through or between them, pictures, slanted or rotated text. */
function disturbedRows(page: UprightPage, rows: readonly AlignedRow[], columns: readonly Stretch[]): ReadonlySet<AlignedRow> {
  const disturbed = new Set<AlignedRow>();
  const places = new Map<Field, readonly Glyph[]>();
  const rowOf = new Map<Field, AlignedRow>();
  rows.forEach((row, i) => {
    const field = { top: i, bottom: i + 1, left: 0, right: 1, odd: false, free: false };
    places.set(
      field,
      row.figures.flatMap(({ glyphs }) => glyphs),
    );
    rowOf.set(field, row);
  });
  for (const field of struckFields(page, places)) {
    const row = rowOf.get(field);
    if (row !== undefined) disturbed.add(row);
  }
  const [left, right] = [columns[0]?.left ?? 0, columns.at(-1)?.right ?? 0];
  const [top, bottom] = [topOf(rows[0]?.line), bottomOf(rows.at(-1)?.line)];
  const parting = page.lines.filter(
    ([x0, y0, x1, y1]) =>
      y1 - y0 > x1 - x0 && y1 > top && y0 < bottom && columns.some((column) => x0 > column.left && x1 < column.right),
  );
  const turned = page.glyphs
    .filter(({ leaning, turn }) => leaning || turn !== 0)
    .map((glyph): Box => [glyph.left, glyph.top, glyph.right, glyph.bottom]);
  const more = [...page.pictures, ...turned, ...parting].filter(
    (box) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top && !(box[0] <= left && box[2] >= right),
  );
  if (more.length === 0) return disturbed;
  const [from, to] = [Math.min(...more.map((box) => box[1])), Math.max(...more.map((box) => box[3]))];
  for (const row of rows) if (topOf(row.line) < to && bottomOf(row.line) > from) disturbed.add(row);
  return disturbed;
}

function topOf(line: SplitLine | undefined): number {
  return (line?.baseline ?? 0) - (line?.size ?? 0);
}

function bottomOf(line: SplitLine | undefined): number {
  return (line?.baseline ?? 0) + DESCENT * (line?.size ?? 0);
}

const DESCENT = 1 - ASCENT;

/** A place on a page. */
interface Area extends Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** Puts rows together to a table: a column of headings, where rows have any, and those of figures. */
class TableWriter {
  readonly #page: UprightPage;
  readonly #columns: readonly Stretch[];
  readonly #isLabelled: boolean;
  readonly #cells: PageCell[] = [];
  #rows = 0;
  #top = Number.POSITIVE_INFINITY;
  #bottom = 0;
  #left = Number.POSITIVE_INFINITY;

  constructor(page: UprightPage, columns: readonly Stretch[], isLabelled: boolean) {
    this.#page = page;
    this.#columns = columns;
    this.#isLabelled = isLabelled;
  }

  /** Headings above several columns, one row for each of their lines. */
  addGroups(groups: readonly GroupHeading[]): void {
    const offset = this.#isLabelled ? 1 : 0;
    for (const line of [...new Set(groups.map((group) => group.line))].sort((a, b) => b - a)) {
      const own = groups.filter((group) => group.line === line);
      const [beside] = own;
      for (let column = -offset; beside !== undefined && column < this.#columns.length; ) {
        const group = own.find(({ first }) => first === column);
        const span = group?.span ?? 1;
        this.#put(group?.piece.text ?? "", column + offset, span, (group ?? beside).piece, null);
        column += span;
      }
      this.#rows += 1;
    }
  }

  add(label: string, texts: readonly string[], line: SplitLine, doubt: Doubt | null): void {
    const start = this.#columns[0]?.left ?? 0;
    const left = Math.min(start, line.words[0]?.left ?? start);
    const [top, bottom] = [topOf(line), bottomOf(line)];
    const offset = this.#isLabelled ? 1 : 0;
    if (this.#isLabelled) this.#put(label, 0, 1, { left, right: start, top, bottom }, null);
    for (const [k, column] of this.#columns.entries())
      this.#put(texts[k] ?? "", k + offset, 1, { ...column, top, bottom }, doubt);
    this.#rows += 1;
  }

  #put(text: string, column: number, span: number, { left, right, top, bottom }: Area, doubt: Doubt | null): void {
    [this.#left, this.#top, this.#bottom] = [
      Math.min(this.#left, left),
      Math.min(this.#top, top),
      Math.max(this.#bottom, bottom),
    ];
    this.#cells.push({
      top: this.#rows,
      bottom: this.#rows + 1,
      left: column,
      right: column + span,
      text,
      doubt,
      page: this.#page.number,
      box: this.#page.shown([left, top, right, bottom]),
      openLeft: false,
      openRight: false,
      room: null,
    });
  }

  table(): PageTable {
    const right = this.#columns.at(-1)?.right ?? 0;
    const edges = this.#columns.map(({ left }) => left);
    const xs = [...(this.#isLabelled ? [this.#left] : []), ...edges, right];
    const closed = xs.slice(1).map(() => true);
    return {
      page: this.#page.number,
      xs,
      rows: this.#rows,
      cells: this.#cells,
      box: [this.#left, this.#top, right, this.#bottom],
      closedAbove: closed,
      closedBelow: closed,
      aligned: true,
    };
  }
}
