import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";
import { attributeOf, elementsOf, type XmlElement } from "../office/xml.js";
import { readNumber } from "../xlsx/readNumber.js";
import { MAX_MERGES } from "../xlsx/readWorkbook.js";
import { MAX_SHEET_CELLS } from "../xlsx/toSource.js";
import {
  columnsIn,
  MAX_SHEET_COLUMNS,
  MAX_SHEET_ROWS,
  type Range,
  type Sheet,
  type SheetCell,
  type Span,
} from "../xlsx/worksheet.js";
import { isShown, repeatOf, rowsOf, spanOf } from "./readText.js";
import type { OdfStyles } from "./styles.js";
import { readLine } from "./text.js";

interface State {
  readonly styles: OdfStyles;
  readonly language: Language;
  readonly counts: { cells: number };
}

/** The sheets of an OpenDocument spreadsheet that are shown. */
export function readSpreadsheet(content: XmlElement, styles: OdfStyles, language: Language): readonly Sheet[] {
  const state: State = { styles, language, counts: { cells: 0 } };
  return elementsOf(content)
    .filter((table) => table.name === "table:table" && styles("table", attributeOf(table, "table:style-name")).shown)
    .map((table) => readSheet(table, state));
}

function readSheet(table: XmlElement, state: State): Sheet {
  const rows = new Map<number, Map<number, SheetCell>>();
  const merges: Range[] = [];
  const hiddenRows = new Set<number>();
  let row = 1;
  for (const element of rowsOf(table)) {
    const cells = new Map<number, SheetCell>();
    const ranges: (readonly [column: number, rows: number, columns: number])[] = [];
    readRow(element, cells, ranges, state);
    const repeated = Math.min(repeatOf(element, "table:number-rows-repeated"), MAX_SHEET_ROWS);
    // A row without anything in it may be repeated to the end of the sheet.
    for (let i = 0; i < repeated && (cells.size > 0 || ranges.length > 0); i += 1) {
      count(state, cells.size + ranges.length);
      rows.set(row + i, cells);
      if (!isShown(element)) hiddenRows.add(row + i);
      for (const [column, down, across] of ranges) {
        merges.push({
          rows: { first: row + i, last: row + i + down - 1 },
          columns: { first: column, last: column + across - 1 },
        });
      }
      if (merges.length > MAX_MERGES)
        throw formatError("format.limit", { what: mergeCount, limit: MAX_MERGES, found: merges.length }, state.language);
    }
    if (cells.size === 0 && !isShown(element) && repeated < MAX_SHEET_CELLS)
      for (let i = 0; i < repeated; i += 1) hiddenRows.add(row + i);
    row += repeated;
  }
  return {
    name: attributeOf(table, "table:name") ?? "",
    rows,
    merges,
    hiddenRows,
    hiddenColumns: columnsIn(hiddenColumns(table)),
  };
}

function count(state: State, cells: number): void {
  state.counts.cells += cells;
  if (state.counts.cells > MAX_SHEET_CELLS)
    throw formatError("format.limit", { what: cellCount, limit: MAX_SHEET_CELLS, found: state.counts.cells }, state.language);
}

function hiddenColumns(table: XmlElement): readonly Span[] {
  const spans: Span[] = [];
  let column = 1;
  const visit = (parent: XmlElement): void => {
    for (const child of elementsOf(parent)) {
      if (/^table:table-(?:header-columns|column-group|columns)$/.test(child.name)) visit(child);
      if (child.name !== "table:table-column") continue;
      const repeated = repeatOf(child, "table:number-columns-repeated");
      if (!isShown(child)) spans.push({ first: column, last: Math.min(column + repeated - 1, MAX_SHEET_COLUMNS) });
      column += repeated;
    }
  };
  visit(table);
  return spans;
}

function readRow(
  row: XmlElement,
  cells: Map<number, SheetCell>,
  ranges: (readonly [column: number, rows: number, columns: number])[],
  state: State,
): void {
  let column = 1;
  for (const cell of elementsOf(row)) {
    if (cell.name !== "table:table-cell" && cell.name !== "table:covered-table-cell") continue;
    const repeated = Math.min(repeatOf(cell, "table:number-columns-repeated"), MAX_SHEET_COLUMNS);
    if (cell.name === "table:table-cell") {
      const text = readCell(cell, state.styles).trim();
      const across = spanOf(cell, "table:number-columns-spanned", MAX_SHEET_COLUMNS);
      const down = spanOf(cell, "table:number-rows-spanned", MAX_SHEET_ROWS);
      for (let i = 0; i < repeated && (text !== "" || across > 1 || down > 1); i += 1) {
        count(state, 1);
        if (text !== "") cells.set(column + i, { text, formula: null });
        if (across > 1 || down > 1) ranges.push([column + i, down, across]);
      }
    }
    column += repeated;
  }
}

function readCell(cell: XmlElement, styles: OdfStyles): string {
  const { run } = styles("table-cell", attributeOf(cell, "table:style-name"));
  const lines = elementsOf(cell).filter(({ name }) => name === "text:p");
  const shown = lines.map((line) => readLine(line, styles, run).text).join("\n");
  if (run.strike === true || run.vanish === true) return "";
  const type = attributeOf(cell, "office:value-type");
  const value = attributeOf(cell, "office:value");
  switch (type) {
    case "float":
    case "currency":
      return value === undefined ? shown : shownNumber(readNumber(value), shown);
    case "percentage":
      return `${value ?? shown} ${OTHER_FORMAT}`;
    case "date":
      return attributeOf(cell, "office:date-value")?.slice(0, DATE_LENGTH) ?? shown;
    case "boolean":
      return attributeOf(cell, "office:boolean-value") === "true" ? "TRUE" : "FALSE";
    default:
      // A formula whose result was never calculated is no blank.
      return shown === "" && type === undefined && attributeOf(cell, "table:formula") !== undefined ? "=" : shown;
  }
}

const DATE_LENGTH = "2024-01-31".length;

/** Said behind a number that the sheet shows as another one, so that it is not taken for what was printed. */
const OTHER_FORMAT = "[显示格式已改变数值]";

/** Longest text that a number is shown as. */
const MAX_SHOWN = 400;

/**
 * A number with the text that is shown around it. Where the number that is shown is not the one that is kept, apart from
 * decimals that are cut off, neither is silently taken.
 */
function shownNumber(number: string, shown: string): string {
  if (shown === "" || shown.length > MAX_SHOWN) return number;
  const [, before = "", digits, after = ""] = /^([^\d.]*)(\d[\d,]*(?:\.\d+)?|\.\d+)(\D*)$/.exec(shown) ?? [];
  if (digits === undefined) return `${number} ${OTHER_FORMAT}`;
  const plain = digits.replaceAll(",", "");
  const kept = number.replace(/^-/, "");
  const decimals = /\.(\d+)$/.exec(plain)?.[1] ?? "";
  if (Number(kept).toFixed(Math.min(decimals.length, MAX_DECIMALS)) !== plain.replace(/^\./, "0."))
    return `${number} ${OTHER_FORMAT}`;
  const longer = (/\.(\d+)$/.exec(kept)?.[1] ?? "").length >= decimals.length ? kept : plain;
  const sign = number.startsWith("-") ? "-" : "";
  return before.replace(/[-+()（）\s]/g, "") + sign + longer + after.replace(/[-+()（）\s]/g, "");
}

/** Decimals that a number can be rounded to. */
const MAX_DECIMALS = 100;

const cellCount: Sentence = { zh: "各工作表的单元格总数", en: "the number of cells in all worksheets" };
const mergeCount: Sentence = { zh: "一个工作表的合并区域数", en: "the number of merged ranges in a worksheet" };
