import { childrenOf, leafOf } from "../form/cells.js";
import { sectionNumbered } from "../form/sections.js";
import type { Heading, TableForm } from "../form/types.js";
import { type GridCell, type GridRow, gridOf } from "./grid.js";
import { type Family, type FormRow, type LabelMatch, matchLabel, NO_MATCH, type RowMatch, type Vocabulary } from "./labels.js";
import { type LabelText, labelText, normalizeLabel, splitMarker } from "./labelText.js";
import {
  type ColumnLayout,
  countHeadings,
  countNamed,
  isCorner,
  isHeadingRow,
  type LabelLookup,
  resolveColumns,
} from "./matchColumns.js";
import type { SourceCell, SourceDocument, SourceTable } from "./source.js";
import { NOTHING, type Statements, statementsOf, statementsWithin, together } from "./statements.js";
import { readToken } from "./tokens.js";

/** A row of figures found in the document. */
export interface FoundRow {
  readonly row: FormRow;
  /** For each figure of the row the cells in its place: one as a rule, several where one was not merged. */
  readonly figures: readonly (readonly GridCell[])[];
  readonly layout: ColumnLayout;
  /** The heading of the row, or its first figure. */
  readonly at: SourceCell;
  readonly moneyUnit: string | null;
  /** How the figures were assigned: by the grid columns of their headings, or by their number. */
  readonly by: "position" | "count";
  /** Statements next to the table about its figures. */
  readonly said: Statements;
}

/** Something in the document that was looked at and not taken. */
export type Refusal =
  | { readonly kind: "columns"; readonly family: Family; readonly at: SourceCell; readonly found: readonly string[] }
  | {
      readonly kind: "misaligned";
      readonly row: FormRow;
      readonly at: SourceCell;
      readonly expected: number;
      readonly found: number;
      /** Whether it has figures. */
      readonly filled: boolean;
    }
  /** A row with figures below headings that were refused or below none, and its content. */
  | { readonly kind: "unheaded"; readonly row: FormRow; readonly at: SourceCell; readonly texts: readonly string[] }
  /** A row whose heading has a remark behind it, or a text before it, that may make it another one; or that has another heading in it. */
  | { readonly kind: "unclear"; readonly row: FormRow; readonly at: SourceCell; readonly found: string }
  | { readonly kind: "outOfPlace"; readonly row: FormRow; readonly at: SourceCell }
  | { readonly kind: "unknown"; readonly family: Family; readonly at: SourceCell }
  | { readonly kind: "tooLarge"; readonly at: SourceCell | null; readonly rows: readonly FormRow[] };

/** All that an edition's labels find in a document. */
export interface Match {
  readonly vocabulary: Vocabulary;
  readonly rows: readonly FoundRow[];
  readonly refusals: readonly Refusal[];
  /** Number of figures that have a place in the document. */
  readonly figures: number;
}

/** A table of a document with its grid; `null` where it is beyond the limits. */
export interface Gridded {
  readonly table: SourceTable;
  readonly rows: readonly GridRow[] | null;
  readonly said: Statements;
}

/** The tables of a document as grids, and the statements about them. `year` is that of the report, if known. */
export function gridsOf(document: SourceDocument, year: number | null): readonly Gridded[] {
  const beside = statementsOf(document, year);
  return document.blocks.flatMap((block) => {
    if (block.kind !== "table") return [];
    const rows = gridOf(block);
    return [{ table: block, rows, said: together(beside.get(block), statementsWithin(rows ?? [], year)) }];
  });
}

/** The texts of a document, prepared for looking them up once for all editions. */
export class LabelTexts {
  readonly #known = new Map<string, LabelText | null>();

  get(text: string): LabelText | null {
    let known = this.#known.get(text);
    if (known === undefined) {
      known = labelText(text);
      this.#known.set(text, known);
    }
    return known;
  }
}

/** Finds the tables of an edition in the grids of a document, by the headings of rows and columns. */
export function matchTables(grids: readonly Gridded[], vocabulary: Vocabulary, texts: LabelTexts, year: number | null): Match {
  return new Matcher(vocabulary, texts, year).match(grids);
}

/** A cell that may head a row, and what it may be. */
interface Label {
  readonly cell: GridCell;
  readonly match: LabelMatch;
  readonly row: RowMatch;
}

/** What the texts of a row are. */
interface Marks {
  readonly labels: readonly Label[];
  /** The families whose columns some cell may head. */
  readonly families: readonly Family[];
}

/** Rows, and cells of each, in which a table that is too large is searched for what it is. */
const MAX_ROWS_NAMED = 100;

const NO_MARKS: Marks = { labels: [], families: [] };

/** A text with its own label, which is not a heading: 填表人：, 单位：件. */
const NAMES_ITS_VALUE = /[:：]/;

/** Processes the rows of a document, and keeps the current column headings. */
class Matcher {
  readonly #vocabulary: Vocabulary;
  readonly #texts: LabelTexts;
  readonly #year: number | null;
  readonly #known = new Map<string, LabelMatch>();
  readonly #beside = new Map<TableForm, ReadonlySet<string>>();
  readonly #found: FoundRow[] = [];
  readonly #refusals: Refusal[] = [];
  #layout: ColumnLayout | null = null;
  /** The columns of the last headings, where these were refused. */
  #refused: Family | null = null;
  /** The group of rows that the last heading of a group opened, by table. */
  #group: Heading | null = null;
  #last: FormRow | null = null;
  /** The statements about the current table. */
  #said = NOTHING;

  constructor(vocabulary: Vocabulary, texts: LabelTexts, year: number | null) {
    this.#vocabulary = vocabulary;
    this.#texts = texts;
    this.#year = year;
  }

  match(grids: readonly Gridded[]): Match {
    for (const { table, rows, said } of grids) {
      this.#said = said;
      if (rows === null)
        this.#refusals.push({ kind: "tooLarge", at: table.rows[0]?.[0] ?? null, rows: this.#rowsNamedIn(table) });
      else this.#matchRows(rows);
    }
    const figures = this.#found.reduce((sum, { figures: own }) => sum + own.length, 0);
    return { vocabulary: this.#vocabulary, rows: this.#found, refusals: this.#refusals, figures };
  }

  readonly #lookup: LabelLookup = (text) => {
    let known = this.#known.get(text);
    if (known === undefined) {
      known = this.#vocabulary.printed.get(text) ?? this.#match(text);
      this.#known.set(text, known);
    }
    return known;
  };

  readonly #isNoHeading = (text: string): boolean => this.#lookup(text) === NO_MATCH;

  #match(text: string): LabelMatch {
    const label = this.#texts.get(text);
    return label === null ? NO_MATCH : matchLabel(this.#vocabulary, label, this.#year);
  }

  /** The rows of the form that a table names which is too large to be read. */
  #rowsNamedIn({ rows }: SourceTable): readonly FormRow[] {
    const named = new Set<FormRow>();
    for (const { text } of rows.slice(0, MAX_ROWS_NAMED).flatMap((row) => row.slice(0, MAX_ROWS_NAMED))) {
      const { row, columns, generic } = this.#lookup(text);
      if (generic) continue;
      for (const record of row?.rows ?? []) named.add(record);
      for (const { family } of columns) for (const record of family.rows) if (record.path.length === 0) named.add(record);
    }
    return [...named];
  }

  #matchRows(rows: readonly GridRow[]): void {
    const marks = rows.map((row) => this.#mark(row));
    const before = this.#layout;
    this.#refused = null;
    if (before !== null && !this.#continues(rows, marks, before)) this.#layout = null;
    let next = 0;
    for (const [i, row] of rows.entries()) {
      if (i < next) continue;
      const own = marks[i] ?? NO_MARKS;
      next = this.#matchHeadings(rows, row, i, own.families);
      if (next > i) continue;
      if (this.#layout === null) this.#refuseUnheaded(row, own);
      else this.#matchBelow(row, own, this.#layout);
    }
    this.#layout ??= before;
  }

  /** A row below headings: one of figures, or one that ends them. */
  #matchBelow(row: GridRow, marks: Marks, layout: ColumnLayout): void {
    const others = this.#otherHeadings(row, layout);
    const [first] = others;
    if (first === undefined) {
      this.#matchRow(row, marks, layout);
      return;
    }
    this.#refuseColumns(layout.family, first, others);
  }

  /** Rows below headings that are not understood may be another table, which does not continue the rows before. */
  #refuseColumns(family: Family, { source: at }: GridCell, texts: readonly GridCell[]): void {
    this.#layout = null;
    this.#last = null;
    this.#refused = family;
    this.#refusals.push({ kind: "columns", family, at, found: texts.map(({ source }) => source.text) });
  }

  /** Column headings in a row that are not on the form: next to the corner of its headings, or over columns of figures. */
  #otherHeadings(row: GridRow, { family, from }: ColumnLayout): readonly GridCell[] {
    const all = textsOf(row);
    const [corner] = all;
    // Some programs repeat the text of a merged cell in each of its columns.
    const texts = all.every(({ source }) => source.text === corner?.source.text) ? all.slice(0, 1) : all;
    if (corner === undefined || hasFigures(row)) return [];
    if (isCorner(corner.source.text, family)) return texts.length > 1 ? texts : [];
    const isHeading = ({ source: { text } }: GridCell): boolean =>
      this.#isNoHeading(text) && !NAMES_ITS_VALUE.test(text) && readToken(text, "count").kind === "unreadable";
    const over = texts.some(({ start }) => start >= (from ?? 1));
    return !isAcross(family) && over && texts.every(isHeading) ? texts : [];
  }

  /** Looks up the texts of a row, once. */
  #mark({ cells }: GridRow): Marks {
    const labels: Label[] = [];
    const families = new Set<Family>();
    for (const cell of cells) {
      const match = this.#lookup(cell.source.text);
      if (match.row !== null) labels.push({ cell, match, row: match.row });
      for (const { family } of match.columns) families.add(family);
      for (const family of match.pieceOf) families.add(family);
    }
    return { labels, families: [...families] };
  }

  /** Returns the row below the headings that begin with `first` at `from`, or `from` where none do. */
  #matchHeadings(rows: readonly GridRow[], first: GridRow, from: number, families: Marks["families"]): number {
    let best: {
      readonly family: Family;
      readonly block: readonly GridRow[];
      readonly end: number;
      readonly named: number;
    } | null = null;
    for (const family of families) {
      if (!isHeadingRow(first, family, this.#lookup)) continue;
      const block: GridRow[] = [];
      let end = from;
      for (let i = from; ; i += 1) {
        const row = rows[i];
        if (row === undefined || !(isEmpty(row) || isHeadingRow(row, family, this.#lookup))) break;
        if (isEmpty(row)) continue;
        block.push(row);
        end = i + 1;
      }
      const layout = resolveColumns(block, family, this.#lookup);
      if (layout !== null) {
        this.#layout = layout;
        this.#refused = null;
        return end;
      }
      const named = countNamed(block, family, this.#lookup);
      if (best === null || named > best.named) best = { family, block, end, named };
    }
    if (best === null) return from;
    this.#layout = null;
    const texts = best.block.flatMap(textsOf);
    const [at] = texts;
    if (at !== undefined && best.named * 2 > countHeadings(best.family)) this.#refuseColumns(best.family, at, texts);
    return best.end;
  }

  /**
   * Whether a table without its own headings continues the one before it: each of its rows, down to the first line of
   * headings, is one of the form, and the first comes after the last one that was read.
   */
  #continues(rows: readonly GridRow[], marks: readonly Marks[], { family }: ColumnLayout): boolean {
    let after = this.#lastIn(family);
    const across = isAcross(family);
    for (const [i, row] of rows.entries()) {
      const { families, labels } = marks[i] ?? NO_MARKS;
      if (families.some((named) => isHeadingRow(row, named, this.#lookup))) return true;
      if (across) {
        if (after >= 0 || !row.cells.every(mayBeCount)) return false;
        continue;
      }
      const label = labels[labels.length - 1];
      const record = label?.row.rows.find((candidate) => candidate.family === family);
      if (record !== undefined) {
        if (record.index <= after) return false;
        after = record.index;
      } else if (hasFigures(row) || (label !== undefined && label.row.groups.length === 0)) return false;
    }
    return true;
  }

  /** Place of the last row that was read, if it was one of the same table; else -1. */
  #lastIn({ table }: Family): number {
    return this.#last?.family.table === table ? this.#last.index : -1;
  }

  #matchRow(row: GridRow, marks: Marks, layout: ColumnLayout): void {
    const [only] = layout.family.rows;
    if (only?.path.length === 0) this.#matchUnlabelled(row, only, layout);
    else this.#matchLabelled(row, marks, layout);
  }

  /** A row of a table `across`: figures only. */
  #matchUnlabelled(row: GridRow, only: FormRow, layout: ColumnLayout): void {
    const own = row.cells.filter((cell) => cell.own);
    const [first] = own;
    if (first === undefined) return;
    const placed = place(row, layout, true, () => byCount(own, layout, this.#isNoHeading));
    if (placed === null) {
      if (own.some(isFigure) && own.every(mayBeCount)) this.#refuse(only, first, layout, own);
      return;
    }
    const cells = placed.figures.flat();
    const [at = first] = cells;
    if (!cells.every(mayBeCount) && !cells.some(isFigure)) return;
    this.#found.push({ row: only, ...placed, layout, at: at.source, moneyUnit: null, said: this.#said });
    this.#last = only;
  }

  #matchLabelled(row: GridRow, { labels }: Marks, layout: ColumnLayout): void {
    for (const { row: asRow } of labels) this.#group = asRow.groups[0] ?? this.#group;
    const label = labels.findLast(({ cell }) => cell.own);
    const record = label?.row.rows.find((candidate) => candidate.family === layout.family);
    if (label === undefined || record === undefined) {
      this.#refuseUnknown(row, layout);
      return;
    }
    const { cell, match } = label;
    const stranger = match.unclear ?? this.#strangerBefore(row, cell, record);
    if (stranger !== null) {
      if (hasFigures(row)) this.#refusals.push({ kind: "unclear", row: record, at: cell.source, found: stranger });
      return;
    }
    if (match.generic && !this.#isInPlace(record, label.row.marker)) {
      if (hasFigures(row)) this.#refusals.push({ kind: "outOfPlace", row: record, at: cell.source });
      return;
    }
    const after = row.cells.slice(row.cells.indexOf(cell) + 1);
    const from = layout.from ?? 0;
    const alone = after.every(({ start, source }) => start >= from || source.text === "");
    // A row heading below a column heading shows that the rows have moved.
    const lined = alone && cell.end <= from && !mayHaveLostCell(row, cell, record, from);
    // In a row that is as wide as its headings, an empty cell left of the figures is a part of the label and no figure.
    const inLabel = lined && row.width === layout.width && after.some(({ start }) => start < from);
    const placed = place(row, layout, lined, () =>
      inLabel ? null : (byCount(after, layout, this.#isNoHeading) ?? byPositionBeforeLoss(row, cell, record, layout)),
    );
    this.#group = record.path[record.path.length - 2] ?? null;
    this.#last = record;
    const printed = placed?.figures.flat().find(({ source }) => this.#isPrinted(source.text, layout.family));
    if (printed !== undefined) {
      this.#refusals.push({ kind: "unclear", row: record, at: cell.source, found: printed.source.text });
    } else if (placed !== null) {
      this.#found.push({ row: record, ...placed, layout, at: cell.source, moneyUnit: match.moneyUnit, said: this.#said });
    } else if (after.length > 0) {
      this.#refuse(record, cell, layout, after);
    }
  }

  #refuse(row: FormRow, { source }: GridCell, { order }: ColumnLayout, cells: readonly GridCell[]): void {
    const filled = cells.some(isFigure);
    this.#refusals.push({ kind: "misaligned", row, at: source, expected: order.length, found: cells.length, filled });
  }

  #refuseUnheaded({ cells }: GridRow, { labels }: Marks): void {
    const figures = cells.filter((cell) => cell.own && isFigure(cell));
    const [first] = figures;
    if (first === undefined) return;
    const label = labels.findLast(({ cell }) => cell.own);
    const family = this.#refused;
    const only = family?.rows[0];
    const record =
      only?.path.length === 0
        ? only
        : (label?.row.rows.find((candidate) => candidate.family === family) ??
          (label?.match.generic === false && label.match.unclear === null ? label.row.rows[0] : undefined));
    if (record === undefined) return;
    const texts = figures.map(({ source }) => source.text);
    this.#refusals.push({ kind: "unheaded", row: record, at: (label?.cell ?? first).source, texts });
  }

  /**
   * A text before the heading of a row that is neither a group of it nor what the form prints there: whose figures these are, or
   * of which year, it may say.
   */
  #strangerBefore(row: GridRow, label: GridCell, record: FormRow): string | null {
    for (const cell of row.cells) {
      if (cell === label) return null;
      const { text } = cell.source;
      if (!this.#belongsBefore(text, record)) return text;
    }
    return null;
  }

  /** Whether the form prints a text as a heading. If one is in the place of a figure, the row has lost cells. */
  #isPrinted(text: string, family: Family): boolean {
    if (!HAN.test(text)) return false;
    return !this.#isNoHeading(text) || this.#printedBefore(family).has(normalizeLabel(splitMarker(text).rest));
  }

  #belongsBefore(text: string, record: FormRow): boolean {
    const { row, unclear } = this.#lookup(text);
    if (row !== null) {
      if (unclear !== null) return false;
      return row.rows.includes(record) || row.groups.some((group) => record.path.includes(group));
    }
    const { marker, rest } = splitMarker(text);
    const plain = normalizeLabel(rest);
    return plain === "" || this.#printedBefore(record.family).has(plain) || (marker === "" && plain.length === 1);
  }

  /** What the form prints next to the rows of a family: its items, its corner, the title of its table. */
  #printedBefore({ table, stub }: Family): ReadonlySet<string> {
    const known = this.#beside.get(table);
    if (known !== undefined) return known;
    const title = sectionNumbered(this.#vocabulary.form.id, table.number)?.title;
    const texts = [...ROW_NUMBER, stub, title, ...table.panels.map(({ banner }) => banner)];
    const printed = new Set(texts.flatMap((text) => text ?? []).map((text) => normalizeLabel(splitMarker(text).rest)));
    this.#beside.set(table, printed);
    return printed;
  }

  #refuseUnknown({ cells }: GridRow, { family }: ColumnLayout): void {
    const figure = cells.findIndex((cell) => cell.own && isFigure(cell));
    const label = cells.slice(0, Math.max(0, figure)).findLast(({ source }) => source.text !== "") ?? cells[figure];
    if (label !== undefined) this.#refusals.push({ kind: "unknown", family, at: label.source });
  }

  /**
   * A label that the form prints in several places (其他, 总计) counts only if its numbering, the group that contains it
   * or the row before it determine which one it is.
   */
  #isInPlace(record: FormRow, marker: string): boolean {
    const last = this.#lastIn(record.family);
    if (last === record.index - 1) return true;
    if (marker === normalizeLabel(leafOf(record.path).marker) && NO_DIGITS.test(marker)) return true;
    const group = record.path[record.path.length - 2];
    const inner = group !== undefined && childrenOf(group).every((child) => childrenOf(child).length === 0);
    return inner && this.#group === group && last >= 0 && last < record.index;
  }
}

/** The heading or content of a column of row numbers. */
const ROW_NUMBER: readonly string[] = ["序号", "行次", "行号", "编号"];

const NO_DIGITS = /^\D+$/;
const HAN = /[\u4e00-\u9fff]/;

/** Whether the rows of a family have no headings. */
function isAcross(family: Family): boolean {
  return family.rows[0]?.path.length === 0;
}

/** The non-empty cells of a row, without those that extend down to it. */
function textsOf({ cells }: GridRow): readonly GridCell[] {
  return cells.filter(({ own, source }) => own && source.text !== "");
}

function isEmpty(row: GridRow): boolean {
  return textsOf(row).length === 0;
}

const DIGIT = /[\d０-９]/;

function isFigure({ source }: GridCell): boolean {
  return DIGIT.test(source.text) && readToken(source.text, "change").kind === "figure";
}

/** Whether a cell is blank, a count, or a sign for none. */
function mayBeCount({ source }: GridCell): boolean {
  return readToken(source.text, "count").kind !== "unreadable";
}

function hasFigures(row: GridRow): boolean {
  return row.cells.some((cell) => cell.own && isFigure(cell));
}

type Figures = FoundRow["figures"];

/** Finds the place of every figure: below the headings; else by the number of cells; else below headings, cells of several merged. */
function place(
  row: GridRow,
  layout: ColumnLayout,
  lined: boolean,
  counted: () => Figures | null,
): Pick<FoundRow, "figures" | "by"> | null {
  const exact = lined ? byPosition(row, layout, false) : null;
  if (exact !== null) return { figures: exact, by: "position" };
  const inOrder = counted();
  if (inOrder !== null) return { figures: inOrder, by: "count" };
  const merged = lined ? byPosition(row, layout, true) : null;
  return merged === null ? null : { figures: merged, by: "position" };
}

/**
 * Whether a row may lack the cell of a group before its label, as below a page break, and so be too far left. An empty
 * first figure is then taken for a part of the label, and the last column is left empty.
 */
function mayHaveLostCell({ cells }: GridRow, label: GridCell, { path, family }: FormRow, from: number): boolean {
  const gap = cells.some(({ start, own }) => own && start >= label.end && start < from);
  const last = cells[cells.length - 1];
  const depth = Math.max(...family.rows.map((row) => row.path.length));
  const extra = Math.max(0, from - depth);
  return gap && last?.source.text === "" && label.start < path.length - 1 + extra;
}

/**
 * The figures of a row that has lost the cells of its groups, as below a cut by a page, and was filled up at its end to the width
 * of the table: they stand to the left of their columns by as many places as groups are missing. Only a figure where the form has
 * none, right behind the label, shows that; and what filled the row up is empty.
 */
function byPositionBeforeLoss(
  { cells, width }: GridRow,
  label: GridCell,
  { path }: FormRow,
  layout: ColumnLayout,
): Figures | null {
  const lost = path.length - 1 - label.start;
  const behind = cells.slice(cells.indexOf(label) + 1);
  const [first] = behind;
  if (lost < 1 || label.end + lost !== layout.from) return null;
  if (first === undefined || first.start !== label.end || !isFigure(first)) return null;
  const moved = behind.map((cell) => ({ ...cell, start: cell.start + lost, end: cell.end + lost }));
  const spare = moved.filter(({ end }) => end > width);
  if (!spare.every(({ start, own, source }) => start >= width && own && source.text === "")) return null;
  return byPosition({ cells: moved.filter((cell) => !spare.includes(cell)), width }, layout, false);
}

/**
 * The cells of a row under the columns of their headings, or `null` if they are not aligned. A cell that is `wide`
 * is under several columns, and one that extends down from a row above belongs to both: these are read as merged.
 */
function byPosition(row: GridRow, layout: ColumnLayout, wide: boolean): Figures | null {
  const { from, grid, width, family } = layout;
  if (from === null) return null;
  const cells = wide ? withoutSpare(row, layout) : row.width === width ? row.cells : null;
  if (cells === null) return null;
  const figures: GridCell[][] = family.columns.map(() => []);
  for (const cell of cells) {
    if (cell.end <= from) continue;
    if (cell.start < from || (!cell.own && !wide)) return null;
    const under = new Set(grid.slice(cell.start - from, cell.end - from).filter((index) => index !== null));
    if (under.size > 1 && !wide) return null;
    if (under.size === 0 && cell.source.text !== "") return null;
    for (const index of under) figures[index]?.push(cell);
  }
  return figures.every((own) => own.length > 0) ? figures : null;
}

/** The cells of a row without empty ones behind its last column, if its first figure shows that the row has not moved. */
function withoutSpare({ cells, width: own }: GridRow, { from, width }: ColumnLayout): readonly GridCell[] | null {
  if (own === width) return cells;
  const spare = cells.filter(({ start }) => start >= width);
  const first = cells.find(({ start }) => start === from);
  const isSpare =
    own > width &&
    first !== undefined &&
    first.source.text !== "" &&
    cells.every(({ start, end }) => start >= width || end <= width);
  return isSpare && spare.every((cell) => cell.own && cell.source.text === "")
    ? cells.filter(({ start }) => start < width)
    : null;
}

/**
 * The cells behind a row's heading in the order of the columns, where they are as many as the columns. The first may not be a text,
 * which could be more of the heading, and none may be a heading. An extra column must be empty here too.
 */
function byCount(
  all: readonly GridCell[],
  { from, order, family }: ColumnLayout,
  isNoHeading: (text: string) => boolean,
): Figures | null {
  const cells = from === null ? withoutRest(all, order.length) : all;
  if (cells.length !== order.length) return null;
  const figures: GridCell[][] = family.columns.map(() => []);
  for (const [i, cell] of cells.entries()) {
    const index = order[i] ?? null;
    const first = i === 0 && !isAcross(family);
    const fits = mayBeFigure(cell, first) || (!first && isShort(cell) && isNoHeading(cell.source.text));
    if (!cell.own || !fits || (index === null && cell.source.text !== "")) return null;
    if (index !== null) figures[index]?.push(cell);
  }
  return figures;
}

/** So many cells that are all filled, without the empty ones that a worksheet has behind them up to its widest row. */
function withoutRest(cells: readonly GridCell[], count: number): readonly GridCell[] {
  const isFilled = ({ source }: GridCell): boolean => source.text !== "";
  const [first, rest] = [cells.slice(0, count), cells.slice(count)];
  return first.every(isFilled) && !rest.some(isFilled) ? first : cells;
}

/** Longest text that is written in place of a figure, such as `约5500余件` or `见附件`. */
const LONGEST_UNREADABLE = 12;

const isShort = ({ source: { text } }: GridCell): boolean => text.length <= LONGEST_UNREADABLE;

/** Whether a cell may be a figure. One that cannot be read may be, unless it is the `first` behind a heading and could be more of it. */
function mayBeFigure(cell: GridCell, first: boolean): boolean {
  const { text } = cell.source;
  if (readToken(text, "change").kind !== "unreadable" || readToken(text, "amount").kind !== "unreadable") return true;
  return !first && isShort(cell) && /[\d０-９]/.test(text);
}
