import { childrenOf, leafOf } from "../form/cells.js";
import type { Heading } from "../form/types.js";
import { type GridCell, type GridRow, gridOf } from "./grid.js";
import { type Family, type FormRow, type LabelMatch, matchLabel, normalizeLabel, type Vocabulary } from "./labels.js";
import { type ColumnLayout, countHeadings, countNamed, isHeadingRow, type LabelLookup, resolveColumns } from "./matchColumns.js";
import type { SourceCell, SourceDocument, SourceTable } from "./source.js";
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
  /** How the figures were told apart: by the grid columns of their headings, or by their number. */
  readonly by: "position" | "count";
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
    }
  | { readonly kind: "outOfPlace"; readonly row: FormRow; readonly at: SourceCell }
  | { readonly kind: "unknown"; readonly family: Family; readonly at: SourceCell }
  | { readonly kind: "tooLarge"; readonly at: SourceCell | null };

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
}

/** The tables of a document as grids. */
export function gridsOf(document: SourceDocument): readonly Gridded[] {
  return document.blocks.flatMap((block) => (block.kind === "table" ? [{ table: block, rows: gridOf(block) }] : []));
}

/** Finds the tables of an edition in the grids of a document, by the headings of rows and columns. */
export function matchTables(grids: readonly Gridded[], vocabulary: Vocabulary): Match {
  return new Matcher(vocabulary).match(grids);
}

/** Goes through the rows of a document, and knows which headings the figures now stand under. */
class Matcher {
  readonly #vocabulary: Vocabulary;
  readonly #known = new Map<string, LabelMatch>();
  readonly #found: FoundRow[] = [];
  readonly #refusals: Refusal[] = [];
  #layout: ColumnLayout | null = null;
  /** The group of rows that the last heading of a group opened, by table. */
  #group: Heading | null = null;
  #last: FormRow | null = null;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  match(grids: readonly Gridded[]): Match {
    for (const { table, rows } of grids) {
      if (rows === null) this.#refusals.push({ kind: "tooLarge", at: table.rows[0]?.[0] ?? null });
      else this.#matchRows(rows);
    }
    const figures = this.#found.reduce((sum, { figures: own }) => sum + own.length, 0);
    return { vocabulary: this.#vocabulary, rows: this.#found, refusals: this.#refusals, figures };
  }

  readonly #lookup: LabelLookup = (text) => {
    let known = this.#known.get(text);
    if (known === undefined) {
      known = matchLabel(this.#vocabulary, text);
      this.#known.set(text, known);
    }
    return known;
  };

  #matchRows(rows: readonly GridRow[]): void {
    const before = this.#layout;
    if (before !== null && !this.#continues(rows, before)) this.#layout = null;
    let next = 0;
    while (next < rows.length) {
      const end = this.#matchHeadings(rows, next);
      if (end > next) {
        next = end;
        continue;
      }
      const row = rows[next];
      if (row !== undefined && this.#layout !== null) this.#matchRow(row, this.#layout);
      next += 1;
    }
    this.#layout ??= before;
  }

  /** Returns the row below the headings that begin at `from`, or `from` where none do. */
  #matchHeadings(rows: readonly GridRow[], from: number): number {
    const first = rows[from];
    if (first === undefined) return from;
    let best: {
      readonly family: Family;
      readonly block: readonly GridRow[];
      readonly end: number;
      readonly named: number;
    } | null = null;
    for (const family of this.#familiesNamedIn(first)) {
      if (!isHeadingRow(first, family, this.#vocabulary.generic, this.#lookup)) continue;
      const block: GridRow[] = [];
      let end = from;
      for (let i = from; i < rows.length; i += 1) {
        const row = rows[i];
        if (row === undefined || !(isEmpty(row) || isHeadingRow(row, family, this.#vocabulary.generic, this.#lookup))) break;
        if (isEmpty(row)) continue;
        block.push(row);
        end = i + 1;
      }
      const layout = resolveColumns(block, family, this.#lookup);
      if (layout !== null) {
        if (this.#layout?.family.table !== family.table) {
          this.#group = null;
          this.#last = null;
        }
        this.#layout = layout;
        return end;
      }
      const named = countNamed(block, family, this.#lookup);
      if (best === null || named > best.named) best = { family, block, end, named };
    }
    if (best === null) return from;
    this.#layout = null;
    const at = first.cells[0]?.source;
    if (at !== undefined && best.named * 2 > countHeadings(best.family)) {
      this.#refusals.push({ kind: "columns", family: best.family, at, found: textsOf(best.block) });
    }
    return best.end;
  }

  #familiesNamedIn(row: GridRow): readonly Family[] {
    const families = new Set<Family>();
    for (const { source, own } of row.cells) {
      if (own && source.text !== "") for (const { family } of this.#lookup(source.text).columns) families.add(family);
    }
    return [...families];
  }

  /**
   * Whether a table without headings of its own carries on the one before it: each of its rows, down to the first line of
   * headings, is one of the form, and the first comes after the last one that was read.
   */
  #continues(rows: readonly GridRow[], { family }: ColumnLayout): boolean {
    let after = this.#last === null || this.#last.family.table !== family.table ? -1 : this.#last.index;
    for (const row of rows) {
      if (isEmpty(row)) continue;
      if (this.#familiesNamedIn(row).some((named) => isHeadingRow(row, named, this.#vocabulary.generic, this.#lookup)))
        return true;
      const [only] = family.rows;
      if (only?.path.length === 0) {
        if (after >= 0 || !row.cells.every(({ source }) => readToken(source.text, "count").kind !== "unreadable")) return false;
        continue;
      }
      const labels = row.cells.filter(({ source }) => this.#lookup(source.text).row !== null);
      const label = labels[labels.length - 1];
      const match = label === undefined ? null : this.#lookup(label.source.text).row;
      if (match === null) {
        if (hasFigures(row)) return false;
        continue;
      }
      const record = match.rows.find((candidate) => candidate.family === family);
      if (record === undefined) {
        if (match.groups.length === 0 || hasFigures(row)) return false;
        continue;
      }
      if (record.index <= after) return false;
      after = record.index;
    }
    return true;
  }

  #matchRow(row: GridRow, layout: ColumnLayout): void {
    const [only] = layout.family.rows;
    if (only?.path.length === 0) this.#matchUnlabelled(row, only, layout);
    else this.#matchLabelled(row, layout);
  }

  /** A row of a table `across`: nothing but figures. */
  #matchUnlabelled(row: GridRow, only: FormRow, layout: ColumnLayout): void {
    const placed = byPosition(row, layout);
    const own = row.cells.filter((cell) => cell.own);
    const figures = placed ?? byCount(own, layout);
    const [first] = own;
    if (first === undefined) return;
    if (figures === null) {
      if (own.some(isFigure) && own.every(({ source }) => readToken(source.text, "count").kind !== "unreadable")) {
        this.#refusals.push({
          kind: "misaligned",
          row: only,
          at: first.source,
          expected: layout.order.length,
          found: own.length,
        });
      }
      return;
    }
    const kinds = figures.flat().map(({ source }) => readToken(source.text, "count").kind);
    if (!kinds.includes("figure") && kinds.includes("unreadable")) return;
    const by = placed === null ? "count" : "position";
    this.#found.push({ row: only, figures, layout, at: figures[0]?.[0]?.source ?? first.source, moneyUnit: null, by });
    this.#last = only;
  }

  #matchLabelled(row: GridRow, layout: ColumnLayout): void {
    const labels = row.cells.filter(({ source }) => this.#lookup(source.text).row !== null);
    for (const { source, own } of labels) {
      const groups = this.#lookup(source.text).row?.groups ?? [];
      if (own && groups[0] !== undefined) this.#group = groups[0];
    }
    const label = labels.findLast(({ own }) => own);
    const match = label === undefined ? null : this.#lookup(label.source.text);
    const record = match?.row?.rows.find((candidate) => candidate.family === layout.family);
    if (label === undefined || match?.row === null || match === null || record === undefined) {
      this.#refuseUnknown(row, layout);
      return;
    }
    const at = label.source;
    if (!this.#isInPlace(record, at.text, match.row.marker)) {
      if (hasFigures(row)) this.#refusals.push({ kind: "outOfPlace", row: record, at });
      return;
    }
    const after = row.cells.slice(row.cells.indexOf(label) + 1);
    const placed = label.end <= (layout.from ?? 0) && after.every(this.#isNoLabel(layout)) ? byPosition(row, layout) : null;
    const figures = placed ?? byCount(after, layout);
    this.#group = record.path[record.path.length - 2] ?? null;
    this.#last = record;
    if (figures === null) {
      if (after.length > 0)
        this.#refusals.push({ kind: "misaligned", row: record, at, expected: layout.order.length, found: after.length });
      return;
    }
    const by = placed === null ? "count" : "position";
    this.#found.push({ row: record, figures, layout, at, moneyUnit: match.moneyUnit, by });
  }

  /** Whether a cell is among the figures, or empty: whatever else stands behind a heading makes it another heading. */
  readonly #isNoLabel =
    (layout: ColumnLayout) =>
    ({ start, source }: GridCell): boolean =>
      start >= (layout.from ?? 0) || source.text === "";

  #refuseUnknown(row: GridRow, layout: ColumnLayout): void {
    const first = row.cells.find(({ source }) => source.text !== "");
    if (first === undefined || !hasFigures(row)) return;
    this.#refusals.push({ kind: "unknown", family: layout.family, at: first.source });
  }

  /**
   * A label that the form prints in several places (其他, 总计) counts only where its numbering, the group that it stands in
   * or the row before it say which one it is.
   */
  #isInPlace(record: FormRow, text: string, marker: string): boolean {
    const heading = leafOf(record.path);
    if (!this.#vocabulary.generic.has(normalizeLabel(text)) && !this.#isGenericBehindMarker(text, heading)) return true;
    const numbered = marker !== "" && marker === normalizeLabel(heading.marker) && /\D/.test(marker);
    const group = record.path[record.path.length - 2];
    const inGroup =
      group !== undefined && this.#group === group && childrenOf(group).every((child) => childrenOf(child).length === 0);
    const follows =
      this.#last !== null && this.#last.family.table === record.family.table && this.#last.index === record.index - 1;
    return numbered || follows || (inGroup && this.#last !== null && this.#last.index < record.index);
  }

  #isGenericBehindMarker(text: string, heading: Heading): boolean {
    const names = [heading.term.label, ...heading.term.aliases]
      .map(normalizeLabel)
      .filter((name) => this.#vocabulary.generic.has(name));
    const whole = normalizeLabel(text);
    return names.some((name) => whole.endsWith(name) && whole.length - name.length <= 3);
  }
}

function textsOf(rows: readonly GridRow[]): readonly string[] {
  return rows.flatMap(({ cells }) =>
    cells.filter(({ own, source }) => own && source.text !== "").map(({ source }) => source.text),
  );
}

function isEmpty(row: GridRow): boolean {
  return row.cells.every(({ source, own }) => !own || source.text === "");
}

function isFigure({ source }: GridCell): boolean {
  return readToken(source.text, "change").kind === "figure";
}

function hasFigures(row: GridRow): boolean {
  return row.cells.some((cell) => cell.own && isFigure(cell));
}

/** The cells of a row under the columns that their headings stand in, or `null` where they do not line up. */
function byPosition(row: GridRow, layout: ColumnLayout): readonly (readonly GridCell[])[] | null {
  const { from, grid, width, family } = layout;
  if (from === null || row.width !== width) return null;
  const figures: GridCell[][] = family.columns.map(() => []);
  for (const cell of row.cells) {
    if (cell.end <= from) continue;
    if (cell.start < from || !cell.own) return null;
    const under = new Set(grid.slice(cell.start - from, cell.end - from));
    if (under.size > 1) {
      under.delete(null);
      if (under.size > 1) return null;
    }
    const [index] = under;
    if (index === null || index === undefined) {
      if (cell.source.text !== "") return null;
    } else {
      figures[index]?.push(cell);
    }
  }
  return figures.every((cells) => cells.length > 0) ? figures : null;
}

/**
 * The cells behind a row's heading in the order of the columns, where they are as many as the columns and each may be a
 * figure. An extra column must be empty here too.
 */
function byCount(cells: readonly GridCell[], { order, family }: ColumnLayout): readonly (readonly GridCell[])[] | null {
  if (cells.length !== order.length) return null;
  const figures: GridCell[][] = family.columns.map(() => []);
  for (const [i, cell] of cells.entries()) {
    const index = order[i] ?? null;
    if (!cell.own || !mayBeFigure(cell) || (index === null && cell.source.text !== "")) return null;
    if (index !== null) figures[index]?.push(cell);
  }
  return figures;
}

function mayBeFigure({ source }: GridCell): boolean {
  return readToken(source.text, "change").kind !== "unreadable" || readToken(source.text, "amount").kind !== "unreadable";
}
