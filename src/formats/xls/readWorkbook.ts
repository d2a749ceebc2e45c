import type { Language, Sentence } from "../../findings/finding.js";
import type { Compound } from "../compound/compound.js";
import { Fields } from "../compound/fields.js";
import { formatError } from "../messages.js";
import { OBJECT } from "../raisedText.js";
import { calculated, numberText, type RawCell, summandOf } from "../xlsx/calculated.js";
import { type CellStyle, type Font, GENERAL } from "../xlsx/cellStyles.js";
import { allLooks, type Conditions, conditionsOf, type Looks, type Rule, seenBy } from "../xlsx/conditions.js";
import { hiddenBy } from "../xlsx/drawings.js";
import type { Palette } from "../xlsx/palette.js";
import { shownText } from "../xlsx/readNumber.js";
import { LEAST_HEIGHT, LEAST_WIDTH, MAX_MERGES } from "../xlsx/readWorkbook.js";
import { type SheetString, seenIn, shownString } from "../xlsx/strings.js";
import { MAX_SHEET_CELLS } from "../xlsx/toSource.js";
import { columnsIn, type Range, type Sheet, type Span } from "../xlsx/worksheet.js";
import { conditionRanges, newerRuleOf, ruleOf } from "./conditional.js";
import { readCovers } from "./drawings.js";
import { formulaText, isChanging, sharedFrom } from "./formula.js";
import { RECORD, type Record, Records } from "./records.js";
import { type CellFormatRecord, PLAIN_FONT, readCellFormat, readFont, readPalette, styleOf } from "./styles.js";
import { type FontRun, type RichText, TextReader } from "./text.js";

/** Version of the format of Excel 97 to 2003, and the part of a file that a worksheet is. */
const BIFF8 = 0x0600;
const WORKSHEET = 0x0010;

interface SheetEntry {
  readonly name: string;
  readonly start: number;
  readonly shown: boolean;
}

/** What the cells of all worksheets refer to. */
interface Book {
  readonly sheets: readonly SheetEntry[];
  readonly strings: readonly SheetString[];
  readonly fonts: readonly Font[];
  readonly formats: readonly CellStyle[];
  readonly palette: Palette;
  readonly date1904: boolean;
}

/**
 * The worksheets of an Excel 97–2003 workbook that are shown, in their order.
 *
 * @throws DisclosureReportError `format.unsupported` for encrypted workbooks and those of Excel 5 and 95.
 */
export function readWorkbook(file: Compound, language: Language): readonly Sheet[] {
  const bytes = file.read("Workbook");
  if (bytes === null) {
    throw file.has("Book")
      ? formatError("format.unsupported", { what: excel95, advice: saveAsXlsx }, language)
      : formatError("format.corrupt", { reason: noWorkbook }, language);
  }
  const records = new Records(new Fields(bytes, language), language);
  const book = readBook(records, language);
  const count = { cells: 0, looks: allLooks() };
  return book.sheets.filter(({ shown }) => shown).flatMap((sheet) => readSheet(records, sheet, book, count, language) ?? []);
}

function readBook(records: Records, language: Language): Book {
  const sheets: SheetEntry[] = [];
  const fontRecords: Record[] = [];
  let palette: Palette = [];
  const codes = new Map<number, string>();
  const cellFormats: CellFormatRecord[] = [];
  let texts: readonly RichText[] = [];
  let date1904 = false;
  let first = true;
  for (const record of records.part(0)) {
    const { type, data } = record;
    if (first && (type !== RECORD.begin || data.u16(0) !== BIFF8)) {
      throw type === RECORD.begin
        ? formatError("format.unsupported", { what: excel95, advice: saveAsXlsx }, language)
        : formatError("format.corrupt", { reason: noWorkbook }, language);
    }
    first = false;
    switch (type) {
      case RECORD.encrypted:
        throw formatError("format.unsupported", { what: encrypted, advice: decrypt }, language);
      case RECORD.date1904:
        date1904 = data.u16(0) !== 0;
        break;
      case RECORD.font:
        fontRecords.push(record);
        break;
      case RECORD.palette:
        palette = readPalette(data);
        break;
      case RECORD.numberFormat:
        codes.set(data.u16(0), new TextReader(record, 2).text(2).text);
        break;
      case RECORD.cellFormat:
        cellFormats.push(readCellFormat(data));
        break;
      case RECORD.sheet:
        if (data.u8(5) === 0) {
          const name = new TextReader(record, 6).text(1).text;
          sheets.push({ name, start: data.u32(0), shown: (data.u8(4) & 3) === 0 });
        }
        break;
      case RECORD.strings:
        texts = readStrings(record);
        break;
    }
  }
  const fonts = fontRecords.map((record) => readFont(record, palette));
  const formats = cellFormats.map((style) => styleOf(style, fontAt(fonts, style.font), codes.get(style.format), palette));
  return { sheets, fonts, formats, palette, date1904, strings: texts.map((text) => richText(text, fonts)) };
}

/** Font index 4 does not exist: index 5 is the fifth font in the list. */
function fontAt(fonts: readonly Font[], number: number): Font {
  return fonts[number > 4 ? number - 1 : number] ?? PLAIN_FONT;
}

function readStrings(record: Record): readonly RichText[] {
  const count = record.data.u32(4);
  const reader = new TextReader(record, 8);
  const texts: RichText[] = [];
  for (let i = 0; i < count; i += 1) texts.push(reader.text(2));
  return texts;
}

/** The runs of a text. Text before the first run with its own font has the font of the cell. */
function richText({ text, runs }: RichText, fonts: readonly Font[]): SheetString {
  return [
    { text: text.slice(0, runs[0]?.from), font: null },
    ...runs.map(({ from, font }, i) => ({ text: text.slice(from, runs[i + 1]?.from), font: fontAt(fonts, font) })),
  ];
}

interface Count {
  cells: number;
  readonly looks: Looks;
}

/** A cell of a sheet, before its formula is known: others may hold it. */
interface OpenCell extends Omit<RawCell, "formula"> {
  readonly tokens: Fields | null;
}

/** A formula whose result is a text, which the next record holds. */
interface AwaitedText {
  readonly row: number;
  readonly column: number;
  readonly format: number;
  readonly tokens: Fields;
}

function readSheet(records: Records, { name, start }: SheetEntry, book: Book, count: Count, language: Language): Sheet | null {
  const open = new Map<number, Map<number, OpenCell>>();
  const shared = new Map<string, Fields>();
  const hiddenRows = new Set<number>();
  const hiddenColumns: Span[] = [];
  const merges: Range[] = [];
  const rules: Rule[] = [];
  const drawings: Record[] = [];
  const objects: number[] = [];
  let ruled: readonly Range[] = [];
  let uncalculated = false;
  let awaited: AwaitedText | null = null;
  let last = "";
  const put = (row: number, column: number, cell: OpenCell): void => {
    count.cells += 1;
    if (count.cells > MAX_SHEET_CELLS)
      throw formatError("format.limit", { what: cellCount, limit: MAX_SHEET_CELLS, found: count.cells }, language);
    const text = cell.text.replace(/\r\n?/g, "\n").trim();
    if (text === "" && cell.number === null && cell.tokens === null) return;
    const cells = open.get(row + 1) ?? new Map<number, OpenCell>();
    // Which of two cells in one place is displayed is unknown.
    cells.set(
      column + 1,
      cells.has(column + 1) ? { ...cell, text: text + OBJECT, number: null, tokens: null } : { ...cell, text },
    );
    open.set(row + 1, cells);
  };
  const putText = (
    row: number,
    column: number,
    format: number,
    text: string | SheetString,
    tokens: Fields | null = null,
  ): void => {
    const style = formatAt(book, format);
    const shown = shownString(style, typeof text === "string" ? [{ text, font: null }] : text);
    put(row, column, { style, text: seenIn(style, shownText(shown, style.texts)), number: null, tokens });
  };
  const putNumber = (row: number, column: number, format: number, value: number, tokens: Fields | null = null): void => {
    const style = formatAt(book, format);
    const raw = String(value);
    put(row, column, { style, text: numberText(raw, style, book), number: summandOf(raw), tokens });
  };
  let first = true;
  for (const record of records.part(start)) {
    const { type, data } = record;
    if (first && (type !== RECORD.begin || data.u16(2) !== WORKSHEET)) {
      if (type === RECORD.begin) return null;
      throw formatError("format.corrupt", { reason: noWorkbook }, language);
    }
    first = false;
    switch (type) {
      case RECORD.uncalculated:
        uncalculated = true;
        break;
      case RECORD.row:
        if ((data.u16(12) & ROW_HIDDEN) !== 0 || (data.u16(6) & ROW_HEIGHT) < LEAST_HEIGHT * TWIPS)
          hiddenRows.add(data.u16(0) + 1);
        break;
      case RECORD.columns:
        if ((data.u16(8) & 1) !== 0 || data.u16(4) < LEAST_WIDTH * WIDTH_PARTS)
          hiddenColumns.push({ first: data.u16(0) + 1, last: data.u16(2) + 1 });
        break;
      case RECORD.merges:
        for (const range of rangesOf(data)) merges.push(range);
        if (merges.length > MAX_MERGES)
          throw formatError("format.limit", { what: mergeCount, limit: MAX_MERGES, found: merges.length }, language);
        break;
      case RECORD.drawing:
        drawings.push(record);
        break;
      case RECORD.object:
        if (data.length >= OBJECT_HEAD) objects.push(data.u16(OBJECT_KIND));
        break;
      case RECORD.conditions:
      case RECORD.newerConditions:
        ruled = conditionRanges(data, type === RECORD.newerConditions);
        break;
      case RECORD.rule:
        rules.push(ruleOf(data, ruled, book.palette));
        break;
      case RECORD.newerRule:
        rules.push(newerRuleOf(data, ruled, book.palette));
        break;
      case RECORD.sharedLabel:
        putText(data.u16(0), data.u16(2), data.u16(4), book.strings[data.u32(6)] ?? OBJECT);
        break;
      case RECORD.label:
        putText(data.u16(0), data.u16(2), data.u16(4), new TextReader(record, 6).text(2).text);
        break;
      case RECORD.richLabel:
        putText(data.u16(0), data.u16(2), data.u16(4), richText(labelOf(record), book.fonts));
        break;
      case RECORD.number:
        putNumber(data.u16(0), data.u16(2), data.u16(4), data.f64(6));
        break;
      case RECORD.shortNumber:
        putNumber(data.u16(0), data.u16(2), data.u16(4), shortNumber(data.u32(6)));
        break;
      case RECORD.numbers: {
        const [row, first, numbers] = [data.u16(0), data.u16(2), (data.length - 6) / 6];
        // It also states its last column. If that disagrees, the position of the cells is unknown.
        if (data.u16(data.length - 2) !== first + numbers - 1)
          throw formatError("format.corrupt", { reason: brokenRow }, language);
        for (let i = 0; i < numbers; i += 1) putNumber(row, first + i, data.u16(4 + i * 6), shortNumber(data.u32(6 + i * 6)));
        break;
      }
      case RECORD.truth:
        putText(data.u16(0), data.u16(2), data.u16(4), data.u8(7) === 0 ? truth(data.u8(6)) : ERROR);
        break;
      case RECORD.formula: {
        const [row, column, format] = [data.u16(0), data.u16(2), data.u16(4)];
        const tokens = data.part(FORMULA_HEAD, Math.min(data.u16(FORMULA_HEAD - 2), data.length - FORMULA_HEAD));
        awaited = null;
        last = `${row} ${column}`;
        // A formula marked for recalculation when the file is opened, or in such a sheet, has no reliable result.
        if (uncalculated || (data.u16(14) & 2) !== 0)
          put(row, column, { style: formatAt(book, format), text: "", number: null, tokens });
        else if (data.u16(12) !== NO_NUMBER) putNumber(row, column, format, data.f64(6), tokens);
        else if (data.u8(6) === RESULT.text) awaited = { row, column, format, tokens };
        else if (data.u8(6) === RESULT.truth) putText(row, column, format, truth(data.u8(8)), tokens);
        else if (data.u8(6) === RESULT.error) putText(row, column, format, ERROR, tokens);
        break;
      }
      case RECORD.sharedFormula:
        // It follows the first formula that shares it, which names itself.
        shared.set(last, data.part(SHARED_HEAD, Math.min(data.u16(SHARED_HEAD - 2), data.length - SHARED_HEAD)));
        break;
      case RECORD.formulaText:
        if (awaited !== null)
          putText(awaited.row, awaited.column, awaited.format, new TextReader(record, 0).text(2).text, awaited.tokens);
        awaited = null;
        break;
    }
  }
  const hidden = columnsIn(hiddenColumns);
  const covers = readCovers(drawings, objects, language);
  const covered = hiddenBy(covers, language, count.looks);
  const ruledBy = conditionsOf(rules, language, count.looks);
  const conditions: Conditions = (...cell) => ruledBy(...cell) || covered(...cell);
  const raw = new Map([...open].map(([row, cells]) => [row, closed(row, cells, shared, conditions)]));
  // Such a file does not state whether its program calculates, so a 0 counts only if it is the sum of the cells read.
  const trust = { uncalculated: true, calculatedOnLoad: false, date1904: book.date1904 };
  const rows = calculated(raw, trust, (row, column) => hiddenRows.has(row) || hidden.has(column));
  return { name, rows, merges, hiddenRows, hiddenColumns: hidden, pictures: covers.pictures };
}

/** Where the record of an object states its kind, and the bytes up to there. */
const OBJECT_KIND = 4;
const OBJECT_HEAD = 6;

/** Height of a row in its record: the bit that hides it, the bits of the height in twentieths of a point. */
const ROW_HIDDEN = 0x20;
const ROW_HEIGHT = 0x7fff;
const TWIPS = 20;

/** Parts of a character in which widths of columns are counted. */
const WIDTH_PARTS = 256;

/** Bytes of a formula, and of a formula that cells share, before its tokens. */
const FORMULA_HEAD = 22;
const SHARED_HEAD = 10;

/** Cells with their formulas as text. */
function closed(
  row: number,
  cells: ReadonlyMap<number, OpenCell>,
  shared: ReadonlyMap<string, Fields>,
  conditions: Conditions,
): ReadonlyMap<number, RawCell> {
  return new Map(
    [...cells].map(([column, { tokens, ...cell }]) => {
      const from = tokens === null ? null : sharedFrom(tokens);
      const own = from === null ? tokens : (shared.get(`${from.row} ${from.column}`) ?? tokens);
      const formula = own === null ? null : formulaText(own, { row: row - 1, column: column - 1 });
      const changing = own !== null && isChanging(own);
      return [column, seenBy(conditions, { row, column }, { ...cell, formula, changing })];
    }),
  );
}

/** Marks a formula result that is not a number, and its type. */
const NO_NUMBER = 0xffff;
const RESULT = { text: 0, truth: 1, error: 2 } as const;

/** The text of an error value. It is not a figure. */
const ERROR = "#";

function truth(value: number): string {
  return value === 0 ? "FALSE" : "TRUE";
}

function formatAt({ formats }: Book, number: number): CellStyle {
  return formats[number] ?? GENERAL;
}

/** A number in 30 bits, an integer or the upper half of a double, and two flags: an integer, a hundredfold. */
function shortNumber(packed: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, packed & ~3, true);
  const number = (packed & 2) === 0 ? view.getFloat64(0, true) : (packed | 0) >> 2;
  return (packed & 1) === 0 ? number : number / 100;
}

function labelOf(record: Record): RichText {
  const reader = new TextReader(record, 6);
  const { text } = reader.text(2);
  const runs: readonly FontRun[] = reader.runs();
  return { text, runs };
}

function rangesOf(data: Fields): readonly Range[] {
  return Array.from({ length: data.u16(0) }, (_, i) => {
    const at = 2 + i * 8;
    return {
      rows: { first: data.u16(at) + 1, last: data.u16(at + 2) + 1 },
      columns: { first: data.u16(at + 4) + 1, last: data.u16(at + 6) + 1 },
    };
  });
}

const excel95: Sentence = { zh: "Excel 5.0/95格式的文件（.xls）", en: "a file of Excel 5.0 or 95 (.xls)" };
const encrypted: Sentence = { zh: "加密的Excel文件（.xls）", en: "an encrypted Excel file (.xls)" };
const saveAsXlsx: Sentence = {
  zh: "请用WPS或Excel打开，另存为.xlsx后再读取。",
  en: "Open it in WPS or Excel and save it as .xlsx.",
};
const decrypt: Sentence = {
  zh: "请打开后取消密码，另存为.xlsx。",
  en: "Open it, remove the password and save it as .xlsx.",
};
const brokenRow: Sentence = {
  zh: "一行中数字的个数与其所占的列对不上",
  en: "the numbers of a row do not agree with the columns that they are said to stand in",
};
const noWorkbook: Sentence = { zh: "其中没有Excel工作簿", en: "it has no Excel workbook" };
const cellCount: Sentence = { zh: "各工作表的单元格总数", en: "the number of cells in all worksheets" };
const mergeCount: Sentence = { zh: "一个工作表的合并区域数", en: "the number of merged ranges in a worksheet" };
