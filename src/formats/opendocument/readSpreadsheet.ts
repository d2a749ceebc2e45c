import type { Language, Sentence } from "../../findings/finding.js";
import { visibilityOf } from "../docx/visibility.js";
import { formatError } from "../messages.js";
import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";
import { distorted, OBJECT, turned } from "../raisedText.js";
import { calculated, type RawCell, summandOf } from "../xlsx/calculated.js";
import { GENERAL } from "../xlsx/cellStyles.js";
import { allLooks, type Conditions, distortedCell, type Looks, seenBy } from "../xlsx/conditions.js";
import { type Cover, coversOf, hiddenBy } from "../xlsx/drawings.js";
import { MORE } from "../xlsx/numberFormat.js";
import { readNumber } from "../xlsx/readNumber.js";
import { MAX_MERGES } from "../xlsx/readWorkbook.js";
import { MAX_SHEET_CELLS } from "../xlsx/toSource.js";
import { columnsIn, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS, type Range, type Sheet, type Span } from "../xlsx/worksheet.js";
import { cellLook, readConditions, rulesHide } from "./conditional.js";
import { coversOn, coversOnSheet } from "./covers.js";
import { formulaOf } from "./formula.js";
import { isClosed, isShown, repeatOf, rowsOf, spanOf } from "./readText.js";
import type { OdfStyle, OdfStyles } from "./styles.js";
import { readLine } from "./text.js";

interface State {
  readonly styles: OdfStyles;
  readonly language: Language;
  readonly counts: { cells: number };
  /** Whether the sheet at hand is protected. */
  readonly closed: boolean;
  readonly looks: Looks;
}

/** The sheets of an OpenDocument spreadsheet that are shown. */
export function readSpreadsheet(content: XmlElement, styles: OdfStyles, language: Language): readonly Sheet[] {
  const state: State = { styles, language, counts: { cells: 0 }, closed: false, looks: allLooks() };
  return elementsOf(content)
    .filter((table) => table.name === "table:table" && styles("table", attributeOf(table, "table:style-name")).shown)
    .map((table) => readSheet(table, { ...state, closed: attributeOf(table, "table:protected") === "true" }));
}

/** The file does not state which program calculated it, so a result of 0 counts only if it is the sum of the cells read. */
const TRUST = { uncalculated: true, calculatedOnLoad: false, date1904: false } as const;

function readSheet(table: XmlElement, state: State): Sheet {
  const rows = new Map<number, Map<number, RawCell>>();
  const columns = readColumns(table, state.styles);
  const merges: Range[] = [];
  const hiddenRows = new Set<number>();
  // LibreOffice writes the rules of a sheet twice, the second time with all its extensions.
  const ruled = childOf(table, "calcext:conditional-formats") === undefined;
  const drawings: Cover[] = [...coversOnSheet(table, state.styles)];
  let row = 1;
  for (const element of rowsOf(table)) {
    const cells = new Map<number, RawCell>();
    const ranges: (readonly [column: number, rows: number, columns: number])[] = [];
    const repeated = Math.min(repeatOf(element, "table:number-rows-repeated"), MAX_SHEET_ROWS);
    readRow(element, { cells, ranges, styles: columns.styles, alone: repeated === 1 ? row : null, ruled, drawings }, state);
    // A row without anything in it may be repeated to the end of the sheet.
    for (let i = 0; i < repeated && (cells.size > 0 || ranges.length > 0); i += 1) {
      count(state, cells.size + ranges.length);
      rows.set(row + i, cells);
      if (!isShown(element, state.styles)) hiddenRows.add(row + i);
      for (const [column, down, across] of ranges) {
        merges.push({
          rows: { first: row + i, last: row + i + down - 1 },
          columns: { first: column, last: column + across - 1 },
        });
      }
      if (merges.length > MAX_MERGES)
        throw formatError("format.limit", { what: mergeCount, limit: MAX_MERGES, found: merges.length }, state.language);
    }
    if (cells.size === 0 && !isShown(element, state.styles) && repeated < MAX_SHEET_CELLS)
      for (let i = 0; i < repeated; i += 1) hiddenRows.add(row + i);
    row += repeated;
  }
  const hidden = columnsIn(columns.hidden);
  const conditions = readConditions(table, state.styles, state.looks, state.language);
  const covers = coversOf(drawings);
  const covered = hiddenBy(covers, state.language, state.looks);
  const seen = new Map([...rows].map(([at, cells]) => [at, cellsSeenBy([conditions, covered], at, cells)]));
  return {
    name: attributeOf(table, "table:name") ?? "",
    rows: calculated(seen, TRUST, (at, own) => hiddenRows.has(at) || hidden.has(own)),
    merges,
    hiddenRows,
    hiddenColumns: hidden,
    pictures: covers.pictures,
  };
}

function count(state: State, cells: number): void {
  state.counts.cells += cells;
  if (state.counts.cells > MAX_SHEET_CELLS)
    throw formatError("format.limit", { what: cellCount, limit: MAX_SHEET_CELLS, found: state.counts.cells }, state.language);
}

/** What the columns of a sheet state about their cells. */
interface Columns {
  readonly hidden: readonly Span[];
  /** The style of cells that name none, by column. */
  readonly styles: ReadonlyMap<number, string>;
}

function readColumns(table: XmlElement, sheetStyles: OdfStyles): Columns {
  const hidden: Span[] = [];
  const styles = new Map<number, string>();
  let column = 1;
  const visit = (parent: XmlElement, closed: boolean): void => {
    for (const child of elementsOf(parent)) {
      if (/^table:table-(?:header-columns|column-group|columns)$/.test(child.name)) visit(child, closed || isClosed(child));
      if (child.name !== "table:table-column") continue;
      const next = column + repeatOf(child, "table:number-columns-repeated");
      const last = Math.min(next - 1, MAX_SHEET_COLUMNS);
      if (closed || !isShown(child, sheetStyles)) hidden.push({ first: column, last });
      const style = attributeOf(child, "table:default-cell-style-name");
      for (let own = column; style !== undefined && own <= last; own += 1) styles.set(own, style);
      column = next;
    }
  };
  visit(table, false);
  return { hidden, styles };
}

interface RowParts {
  readonly cells: Map<number, RawCell>;
  readonly ranges: (readonly [column: number, rows: number, columns: number])[];
  readonly styles: Columns["styles"];
  /** The number of the row, if it is not repeated. */
  readonly alone: number | null;
  /** Whether the rules that styles hold are those of the sheet. */
  readonly ruled: boolean;
  readonly drawings: Cover[];
}

function readRow(row: XmlElement, { cells, ranges, styles, alone, ruled, drawings }: RowParts, state: State): void {
  const ofRow = attributeOf(row, "table:default-cell-style-name");
  let column = 1;
  for (const cell of elementsOf(row)) {
    if (cell.name !== "table:table-cell" && cell.name !== "table:covered-table-cell") continue;
    const repeated = Math.min(repeatOf(cell, "table:number-columns-repeated"), MAX_SHEET_COLUMNS);
    const stated = attributeOf(cell, "table:style-name") ?? ofRow;
    const style = stated ?? styles.get(column);
    const look = state.styles("table-cell", style);
    const single = alone !== null && repeated === 1;
    const stands = readCell(cell, look, single, state.styles);
    const at = single ? { row: alone, column } : NOWHERE;
    if (single) drawings.push(...coversOn(cell, at, state.styles));
    const odd = ruled && rulesHide(look, at, stands.number, state.styles, state.looks, state.language);
    const read = look.concealed && state.closed ? unseen(stands) : odd ? distortedCell(stands) : stands;
    const filled = read.text !== "" || read.number !== null || read.formula !== null;
    const covered = cell.name === "table:covered-table-cell";
    const across = covered ? 1 : spanOf(cell, "table:number-columns-spanned", MAX_SHEET_COLUMNS);
    const down = covered ? 1 : spanOf(cell, "table:number-rows-spanned", MAX_SHEET_ROWS);
    for (let i = 0; i < repeated && (filled || across > 1 || down > 1); i += 1) {
      count(state, 1);
      // Content that is repeated is read once, as it looks in its first column.
      const alike = stated !== undefined || styles.get(column + i) === style;
      if (filled) cells.set(column + i, covered ? unseen(read) : alike ? read : { ...read, text: read.text + OBJECT });
      if (across > 1 || down > 1) ranges.push([column + i, down, across]);
    }
    column += repeated;
  }
}

/** The positions of repeated cells. */
const NOWHERE = { row: 0, column: 0 };

function cellsSeenBy(
  conditions: readonly Conditions[],
  row: number,
  cells: ReadonlyMap<number, RawCell>,
): ReadonlyMap<number, RawCell> {
  const seen = (cell: RawCell, column: number): RawCell =>
    conditions.reduce((before, each) => seenBy(each, { row, column }, before), cell);
  return new Map([...cells].map(([column, cell]) => [column, seen(cell, column)]));
}

const UNSEEN = { ...GENERAL, hidden: true };

/** A cell of which nothing is seen, and which sums may add all the same. */
function unseen(cell: RawCell): RawCell {
  return { ...cell, style: UNSEEN, text: "" };
}

/** `alone`: whether the cell is not repeated. In repeated cells it is not known which cells a formula refers to. */
function readCell(cell: XmlElement, style: OdfStyle, alone: boolean, styles: OdfStyles): RawCell {
  const { run, formatted, light, fill } = style;
  const lines = elementsOf(cell).filter(({ name }) => name === "text:p");
  const shown = lines
    .map((line) => readLine(line, styles, run, [fill]).text)
    .join("\n")
    .trim();
  // Explicit text is shown as it is written.
  const visibility = lines.length > 0 ? "shown" : visibilityOf(run, { fills: [fill], reversed: false });
  const type = attributeOf(cell, "office:value-type");
  const value = attributeOf(cell, "office:value");
  const own = attributeOf(cell, "table:formula");
  const formula = own === undefined ? null : alone ? formulaOf(own) : "";
  const isNumber = type === "float" || type === "currency";
  const number = isNumber && value !== undefined ? summandOf(value) : null;
  const missing = formula !== null && (type === undefined || (isNumber && value === undefined));
  const look = lines.length > 0 ? "written" : formatted ? "unknown" : "plain";
  const plain = missing ? "" : textOf(cell, type, value, shown, look).trim();
  const text = light && plain !== "" ? `${plain} ${OTHER_FORMAT}` : plain;
  const seen = { ...GENERAL, ...cellLook(style), distorted: style.distorted || visibility === "doubtful" };
  const inOrder = style.fromRight ? turned(text) : text;
  const read: RawCell = { style: seen, text: seen.distorted ? distorted(text) : inOrder, number, formula, formatted };
  return visibility === "hidden" || run.strike === true || run.vanish === true ? unseen(read) : read;
}

/** Whether the file states how a number is shown, does not, or gives it no format that changes it. */
type Look = "written" | "unknown" | "plain";

function textOf(cell: XmlElement, type: string | undefined, value: string | undefined, shown: string, look: Look): string {
  switch (type) {
    case "float":
    case "currency":
      if (value === undefined) return shown;
      if (look === "unknown") return `${readNumber(value)} ${OTHER_FORMAT}`;
      // Programs that write how a number looks write nothing where its format shows nothing.
      return look === "written" && shown === "" ? "" : shownNumber(readNumber(value), shown);
    case "percentage":
      return `${value ?? shown} ${OTHER_FORMAT}`;
    case "time":
      return attributeOf(cell, "office:time-value") ?? shown;
    case "date":
      return attributeOf(cell, "office:date-value")?.slice(0, DATE_LENGTH) ?? shown;
    case "boolean":
      return attributeOf(cell, "office:boolean-value") === "true" ? "TRUE" : "FALSE";
    default: {
      // Programs differ in whether they show the stated value or the written text.
      const stated = attributeOf(cell, "office:string-value")?.trim() ?? shown;
      return stated === shown ? shown : distorted(shown || stated);
    }
  }
}

const DATE_LENGTH = "2024-01-31".length;

/** Appended to a number that the sheet shows as another one, so that it is not taken for the printed one. */
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
  // A minus that there is not makes it another number, as a plus behind it does.
  if (digits === undefined || (!number.startsWith("-") && MINUS.test(before + after)) || MORE.test(after))
    return `${number} ${OTHER_FORMAT}`;
  const plain = digits.replaceAll(",", "").replace(/^0+(?=\d)/, "");
  const kept = number.replace(/^-/, "");
  const decimals = /\.(\d+)$/.exec(plain)?.[1] ?? "";
  if (Number(kept).toFixed(Math.min(decimals.length, MAX_DECIMALS)) !== plain.replace(/^\./, "0."))
    return `${number} ${OTHER_FORMAT}`;
  const longer = (/\.(\d+)$/.exec(kept)?.[1] ?? "").length >= decimals.length ? kept : plain;
  const sign = number.startsWith("-") ? "-" : "";
  return before.replace(/[-+()（）\s]/g, "") + sign + longer + after.replace(/[-+()（）\s]/g, "");
}

/** Signs around a number that make it a negative one. */
const MINUS = /[-\u2212(（△▲负减]/;

/** Decimals that a number can be rounded to. */
const MAX_DECIMALS = 100;

const cellCount: Sentence = { zh: "各工作表的单元格总数", en: "the number of cells in all worksheets" };
const mergeCount: Sentence = { zh: "一个工作表的合并区域数", en: "the number of merged ranges in a worksheet" };
