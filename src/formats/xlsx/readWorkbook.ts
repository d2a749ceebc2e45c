import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";
import type { Package } from "../office/parts.js";
import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { OBJECT, raised } from "../raisedText.js";
import { builtInFormat, type NumberFormat, readFormat } from "./numberFormat.js";
import { readNumber, shownNumber } from "./readNumber.js";
import { MAX_SHEET_COLUMNS, parseAddress, parseRange, type Range, type Sheet, type Span } from "./worksheet.js";

/** Most merged ranges in one worksheet. */
export const MAX_MERGES = 20_000;

/** What the cells of all worksheets refer to. */
interface Book {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly date1904: boolean;
}

/** What a cell's style does to a positive and to a negative number, and whether it strikes the cell out. */
interface CellFormat {
  readonly positive: NumberFormat;
  readonly negative: NumberFormat;
  readonly struck: boolean;
}

const GENERAL: CellFormat = { positive: builtInFormat(0), negative: builtInFormat(0), struck: false };

/** The worksheets of a workbook that are shown, in their order. */
export function readWorkbook(workbook: Package, language: Language): readonly Sheet[] {
  const root = workbook.xml(workbook.main);
  const sheets = childOf(root ?? undefined, "x:sheets");
  if (root === null || sheets === undefined) throw formatError("format.corrupt", { reason: noSheets }, language);
  const relationships = workbook.relationships(workbook.main);
  const part = (type: string) => {
    const name = relationships.find((relationship) => relationship.type === type)?.part;
    return name === undefined ? null : workbook.xml(name);
  };
  const book: Book = {
    strings: readStrings(part("sharedStrings")),
    formats: readFormats(part("styles")),
    date1904: ["1", "true"].includes(attributeOf(childOf(root, "x:workbookPr"), "date1904") ?? ""),
  };
  const byId = new Map(relationships.filter(({ type }) => type === "worksheet").map(({ id, part: name }) => [id, name]));
  return elementsOf(sheets).flatMap((sheet) => {
    const name = byId.get(attributeOf(sheet, "r:id") ?? "");
    if (name === undefined || (attributeOf(sheet, "state") ?? "visible") !== "visible") return [];
    const content = workbook.xml(name);
    return content === null ? [] : [readSheet(content, attributeOf(sheet, "name") ?? "", book, language)];
  });
}

function readStrings(root: XmlElement | null): readonly string[] {
  if (root === null) return [];
  return elementsOf(root)
    .filter(({ name }) => name === "x:si")
    .map(richText);
}

/** A string with its runs put together; struck-out ones and readings printed above characters are left out. */
function richText(element: XmlElement): string {
  return elementsOf(element)
    .map((child) => {
      if (child.name === "x:t") return unescaped(textOf(child));
      return child.name === "x:r" ? runText(child) : "";
    })
    .join("");
}

function runText(run: XmlElement): string {
  const properties = childOf(run, "x:rPr");
  if (isOn(childOf(properties, "x:strike"))) return "";
  const position = attributeOf(childOf(properties, "x:vertAlign"), "val");
  const text = richText({ ...run, children: elementsOf(run).filter(({ name }) => name === "x:t") });
  return position === "superscript" || position === "subscript" ? raised(text) : text;
}

function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !["0", "false"].includes(attributeOf(property, "val") ?? "true");
}

/** Characters that XML cannot carry are written `_x000D_`. */
function unescaped(text: string): string {
  return text
    .replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, "\n");
}

function readFormats(root: XmlElement | null): readonly CellFormat[] {
  const list = (name: string) => elementsOf(childOf(root ?? undefined, name) ?? { name, attributes: {}, children: [] });
  const codes = new Map(
    list("x:numFmts").map((format) => [attributeOf(format, "numFmtId"), attributeOf(format, "formatCode") ?? ""]),
  );
  const fonts = list("x:fonts").map((font) => isOn(childOf(font, "x:strike")));
  return list("x:cellXfs").map((style) => {
    const id = attributeOf(style, "numFmtId");
    const code = codes.get(id);
    const format = (negative: boolean) => (code === undefined ? builtInFormat(Number(id)) : readFormat(code, negative));
    return { positive: format(false), negative: format(true), struck: fonts[Number(attributeOf(style, "fontId"))] ?? false };
  });
}

function readSheet(root: XmlElement, name: string, book: Book, language: Language): Sheet {
  const rows = new Map<number, Map<number, string>>();
  const hiddenRows = new Set<number>();
  let row = 0;
  for (const element of elementsOf(childOf(root, "x:sheetData") ?? root)) {
    if (element.name !== "x:row") continue;
    row = index(attributeOf(element, "r")) ?? row + 1;
    if (isHidden(element)) hiddenRows.add(row);
    const cells = rows.get(row) ?? new Map<number, string>();
    let column = 0;
    for (const cell of elementsOf(element)) {
      if (cell.name !== "x:c") continue;
      column = parseAddress(attributeOf(cell, "r") ?? "")?.column ?? column + 1;
      const text = readCell(cell, book).trim();
      if (text !== "") cells.set(column, text);
    }
    rows.set(row, cells);
  }
  return { name, rows, merges: readMerges(root, language), hiddenRows, hiddenColumns: readHiddenColumns(root) };
}

function readCell(cell: XmlElement, book: Book): string {
  const style = book.formats[Number(attributeOf(cell, "s") ?? 0)] ?? GENERAL;
  return style.struck ? "" : readValue(cell, style, book);
}

function readValue(cell: XmlElement, style: CellFormat, book: Book): string {
  const type = attributeOf(cell, "t") ?? "n";
  if (type === "inlineStr") return richText(childOf(cell, "x:is") ?? cell);
  const value = childOf(cell, "x:v");
  const formula = childOf(cell, "x:f");
  // A formula whose result was never calculated is no blank: it stays visible, and unreadable.
  if (value === undefined) return formula === undefined ? "" : `=${textOf(formula)}`;
  const raw = textOf(value).trim();
  if (type === "s") return book.strings[Number(raw)] ?? OBJECT;
  if (type === "b") return raw === "1" ? "TRUE" : "FALSE";
  if (type === "n" && raw !== "") {
    const format = raw.startsWith("-") && readNumber(raw) !== "0" ? style.negative : style.positive;
    return shownNumber(raw, format, book.date1904);
  }
  return unescaped(textOf(value));
}

function readMerges(root: XmlElement, language: Language): readonly Range[] {
  const merges = childOf(root, "x:mergeCells");
  const ranges = (merges === undefined ? [] : elementsOf(merges)).flatMap(
    (merge) => parseRange(attributeOf(merge, "ref") ?? "") ?? [],
  );
  if (ranges.length > MAX_MERGES) {
    throw formatError("format.limit", { what: mergeCount, limit: MAX_MERGES, found: ranges.length }, language);
  }
  return ranges;
}

function readHiddenColumns(root: XmlElement): readonly Span[] {
  const columns = childOf(root, "x:cols");
  return (columns === undefined ? [] : elementsOf(columns)).slice(0, MAX_SHEET_COLUMNS).flatMap((column) => {
    const first = index(attributeOf(column, "min"));
    const last = index(attributeOf(column, "max"));
    if (!isHidden(column) || first === null || last === null) return [];
    return [{ first, last: Math.min(last, MAX_SHEET_COLUMNS) }];
  });
}

function isHidden(element: XmlElement): boolean {
  return ["1", "true"].includes(attributeOf(element, "hidden") ?? "");
}

function index(value: string | undefined): number | null {
  const number = Number(value);
  return value !== undefined && Number.isSafeInteger(number) && number > 0 ? number : null;
}

const noSheets: Sentence = { zh: "工作簿里没有工作表", en: "the workbook has no worksheets" };
const mergeCount: Sentence = { zh: "一个工作表的合并区域数", en: "the number of merged ranges in a worksheet" };
