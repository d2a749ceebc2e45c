import { type Language, type Place, placeIn, type Sentence } from "../../findings/finding.js";
import type { SourceCell, SourceDocument, SourceTable } from "../../reading/source.js";
import { formatError } from "../messages.js";
import type { Sheet, SheetCell, Span } from "./worksheet.js";

/** Most cells that all worksheets of a workbook may have, empty ones between others counted. */
export const MAX_SHEET_CELLS = 200_000;

/** Most cells in all merged ranges of a worksheet, those of ranges that overlap counted again. */
export const MAX_MERGED_PLACES = 400_000;

/**
 * Worksheets in the form that the matcher expects: one table each, in which it finds lines of text. Hidden content is left out,
 * as it is on paper; so are empty columns, and empty rows but the first below a text, which may be a line of blank figures.
 */
export function toSource(sheets: readonly Sheet[], language: Language, format: Place["format"] = "xlsx"): SourceDocument {
  let cells = 0;
  const blocks = sheets.flatMap((sheet) => {
    const grid = shownGrid(sheet);
    cells += grid.rows.length * grid.columns.length;
    if (cells > MAX_SHEET_CELLS)
      throw formatError("format.limit", { what: cellCount, limit: MAX_SHEET_CELLS, found: cells }, language);
    const rows = sourceRows(sheet, grid, format, language);
    return rows.length === 0 ? [] : [{ kind: "table" as const, rows }];
  });
  return { format, blocks };
}

/** Numbers of the rows and columns of a worksheet that are looked at. */
interface ShownGrid {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function shownGrid({ rows: texts, hiddenRows, hiddenColumns }: Sheet): ShownGrid {
  const columns = new Set<number>();
  const rows = new Set<number>();
  for (const [row, cells] of texts) {
    if (hiddenRows.has(row)) continue;
    const shown = [...cells.keys()].filter((column) => !hiddenColumns.has(column));
    if (shown.length === 0) continue;
    rows.add(row);
    if (!hiddenRows.has(row + 1)) rows.add(row + 1);
    for (const column of shown) columns.add(column);
  }
  return { rows: [...rows].sort(ascending), columns: [...columns].sort(ascending) };
}

const ascending = (a: number, b: number): number => a - b;

/** A merged range as far as it is shown. */
interface Merged {
  readonly cell: SheetCell | null;
  readonly rows: Span;
  readonly columns: Span;
}

/**
 * For each place of a grid that is in a merged range, the range. LibreOffice saves ranges that overlap when a page had spans
 * that did; of those the first counts, and the cells of the others stand alone.
 */
function mergedPlaces(sheet: Sheet, { rows, columns }: ShownGrid, language: Language): ReadonlyMap<number, Merged> {
  const merged = new Map<number, Merged>();
  let looked = 0;
  for (const range of sheet.merges) {
    const shown = { rows: within(rows, range.rows), columns: within(columns, range.columns) };
    const places: number[] = [];
    for (let row = shown.rows.first; row <= shown.rows.last; row++) {
      for (let column = shown.columns.first; column <= shown.columns.last; column++) places.push(row * columns.length + column);
    }
    looked += places.length;
    if (looked > MAX_MERGED_PLACES) {
      throw formatError("format.limit", { what: mergedCount, limit: MAX_MERGED_PLACES, found: looked }, language);
    }
    if (places.some((place) => merged.has(place))) continue;
    const cell = cellAt(sheet, range.rows.first, range.columns.first);
    for (const place of places) merged.set(place, { ...shown, cell });
  }
  return merged;
}

/** Indexes of the sorted numbers that lie in a span; `last` before `first` where there are none. */
function within(numbers: readonly number[], { first, last }: Span): Span {
  return { first: countBelow(numbers, first), last: countBelow(numbers, last + 1) - 1 };
}

/** How many of the sorted numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cellAt(sheet: Sheet, row: number, column: number): SheetCell | null {
  return sheet.rows.get(row)?.get(column) ?? null;
}

function sourceCell(cell: SheetCell | null, spans: Pick<SourceCell, "rowspan" | "colspan" | "place">): SourceCell {
  const formula = cell?.formula ?? null;
  return { text: cell?.text ?? "", ...spans, ...(formula === null ? {} : { formula }) };
}

function sourceRows(sheet: Sheet, grid: ShownGrid, format: Place["format"], language: Language): SourceTable["rows"] {
  const merged = mergedPlaces(sheet, grid, language);
  return grid.rows.map((row, r) => {
    const cells: SourceCell[] = [];
    const isShort = sheet.short?.has(row) === true;
    grid.columns.forEach((column, c) => {
      if (isShort && cellAt(sheet, row, column) === null) return;
      const range = merged.get(r * grid.columns.length + c);
      const place = placeIn(format, { sheet: sheet.name, row, column });
      if (range === undefined) cells.push(sourceCell(cellAt(sheet, row, column), { rowspan: 1, colspan: 1, place }));
      else if (range.rows.first === r && range.columns.first === c) {
        cells.push(sourceCell(range.cell, { rowspan: lengthOf(range.rows), colspan: lengthOf(range.columns), place }));
      }
    });
    return cells;
  });
}

function lengthOf({ first, last }: Span): number {
  return last - first + 1;
}

const cellCount: Sentence = { zh: "各工作表的单元格总数", en: "the number of cells in all worksheets" };
const mergedCount: Sentence = { zh: "一个工作表合并区域内的单元格数", en: "the number of cells in merged ranges of a worksheet" };
