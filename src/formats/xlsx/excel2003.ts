import type { Language, Sentence } from "../../findings/finding.js";
import { type Fill, isInvisible, isPictureFont, PAPER } from "../colours.js";
import { formatError } from "../messages.js";
import { attributeOf, childOf, elementsOf, parseXml, type XmlElement } from "../office/xml.js";
import { distorted } from "../raisedText.js";
import { calculated, numberText, type RawCell, summandOf, type Trust } from "./calculated.js";
import { type CellStyle, type Font, formatsOf, isDoubtful, isUnseen } from "./cellStyles.js";
import { readConditions2003 } from "./conditional2003.js";
import { allLooks, type Conditions, distortedCell, type Looks, seenBy } from "./conditions.js";
import { inLetters } from "./r1c1.js";
import { shownText } from "./readNumber.js";
import { LEAST_HEIGHT, MAX_MERGES } from "./readWorkbook.js";
import { drawn, seenIn } from "./strings.js";
import { columnsIn, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS, type Range, type Sheet, type Span } from "./worksheet.js";

const NAMESPACES: Readonly<Record<string, string>> = {
  "urn:schemas-microsoft-com:office:spreadsheet": "ss",
  "urn:schemas-microsoft-com:office:excel": "x",
  "http://www.w3.org/TR/REC-html40": "html",
};

/** Points below which nothing can be read. */
const LEAST_SIZE = 3;

/** The worksheets of an Excel 2003 XML file (SpreadsheetML) that are shown, in their order. */
export function readExcel2003(bytes: Uint8Array, language: Language): readonly Sheet[] {
  const root = parseXml(bytes, { namespaces: NAMESPACES, language });
  const sheets = elementsOf(root).filter(({ name }) => name === "ss:Worksheet");
  if (sheets.length === 0) throw formatError("format.corrupt", { reason: noSheets }, language);
  const book: Book = {
    styles: readStyles(childOf(root, "ss:Styles")),
    // Templates are filled in by programs that calculate nothing, and the file does not show it.
    uncalculated: true,
    calculatedOnLoad: false,
    date1904: childOf(childOf(root, "x:ExcelWorkbook"), "x:Date1904") !== undefined,
    looks: allLooks(),
  };
  return sheets.filter(isShown).map((sheet) => readSheet(sheet, book, language));
}

interface Book extends Trust {
  /** What a style states; cells that name none have that of their row, column or table. */
  readonly styles: (id: string | undefined) => CellStyle;
  readonly looks: Looks;
}

function isShown(sheet: XmlElement): boolean {
  const visible = childOf(childOf(sheet, "x:WorksheetOptions"), "x:Visible");
  return visible === undefined || !/^Sheet(?:Very)?Hidden$/.test(visible.children.join("").trim());
}

function readSheet(sheet: XmlElement, book: Book, language: Language): Sheet {
  const table = childOf(sheet, "ss:Table");
  const rows = new Map<number, Map<number, RawCell>>();
  const merges: Range[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: Span[] = [];
  const columnStyles: { readonly span: Span; readonly style: string | undefined }[] = [];
  const styleOfColumn = new Map<number, string | undefined>();
  const conditions = readConditions2003(sheet, book.looks, language);
  const showsFormulas = childOf(childOf(sheet, "x:WorksheetOptions"), "x:DisplayFormulas") !== undefined;
  let column = 0;
  let row = 0;
  for (const element of table === undefined ? [] : elementsOf(table)) {
    if (element.name === "ss:Column") {
      const first = numberOf(element, "ss:Index", MAX_SHEET_COLUMNS) ?? column + 1;
      column = first + (numberOf(element, "ss:Span", MAX_SHEET_COLUMNS) ?? 0);
      if (isHidden(element, "ss:Width")) hiddenColumns.push({ first, last: column });
      columnStyles.push({ span: { first, last: column }, style: attributeOf(element, "ss:StyleID") });
      styleOfColumn.clear();
      if (columnStyles.length > MAX_SHEET_COLUMNS)
        throw formatError("format.limit", { what: columnCount, limit: MAX_SHEET_COLUMNS, found: columnStyles.length }, language);
    }
    if (element.name !== "ss:Row") continue;
    row = nextPlace(numberOf(element, "ss:Index", MAX_SHEET_ROWS), row + 1, language);
    const span = numberOf(element, "ss:Span", MAX_SHEET_ROWS) ?? 0;
    if (isHidden(element, "ss:Height")) hiddenRows.add(row);
    const styleAt = (at: number): string | undefined => {
      if (!styleOfColumn.has(at))
        styleOfColumn.set(at, columnStyles.find(({ span: { first, last } }) => at >= first && at <= last)?.style);
      return attributeOf(element, "ss:StyleID") ?? styleOfColumn.get(at) ?? attributeOf(table, "ss:StyleID");
    };
    const cells = rows.get(row) ?? new Map<number, RawCell>();
    readCells(element, row, { cells, merges, styleAt, conditions, showsFormulas }, book, language);
    if (merges.length > MAX_MERGES)
      throw formatError("format.limit", { what: mergeCount, limit: MAX_MERGES, found: merges.length }, language);
    rows.set(row, cells);
    row += span;
  }
  const hidden = columnsIn(hiddenColumns);
  return {
    name: attributeOf(sheet, "ss:Name") ?? "",
    rows: calculated(rows, book, (at, own) => hiddenRows.has(at) || hidden.has(own)),
    merges,
    hiddenRows,
    hiddenColumns: hidden,
  };
}

interface RowParts {
  readonly cells: Map<number, RawCell>;
  readonly merges: Range[];
  readonly styleAt: (column: number) => string | undefined;
  readonly conditions: Conditions;
  /** Whether the sheet shows the formulas in place of what they give. */
  readonly showsFormulas: boolean;
}

function readCells(
  element: XmlElement,
  row: number,
  { cells, merges, styleAt, conditions, showsFormulas }: RowParts,
  book: Book,
  language: Language,
): void {
  let next = 1;
  for (const cell of elementsOf(element)) {
    if (cell.name !== "ss:Cell") continue;
    const column = nextPlace(numberOf(cell, "ss:Index", MAX_SHEET_COLUMNS), next, language);
    const across = numberOf(cell, "ss:MergeAcross", MAX_SHEET_COLUMNS) ?? 0;
    const down = numberOf(cell, "ss:MergeDown", MAX_SHEET_ROWS) ?? 0;
    next = column + across + 1;
    if (across > 0 || down > 0)
      merges.push({ rows: { first: row, last: row + down }, columns: { first: column, last: column + across } });
    const style = book.styles(attributeOf(cell, "ss:StyleID") ?? styleAt(column));
    const read = seenBy(conditions, { row, column }, readCell(cell, { row, column }, style, book));
    if (read.text === "" && read.formula === null) continue;
    cells.set(column, showsFormulas && read.formula !== null ? distortedCell(read) : read);
  }
}

function readCell(
  cell: XmlElement,
  at: { readonly row: number; readonly column: number },
  style: CellStyle,
  book: Book,
): RawCell {
  const data = childOf(cell, "ss:Data");
  const stated = attributeOf(cell, "ss:Formula");
  const formula = stated === undefined ? null : inLetters(stated, at.row, at.column);
  const rich: Shown = data === undefined ? { onPaper: "", onDark: "" } : richText(data);
  const raw = rich.onDark.trim();
  const isNumber = attributeOf(data, "ss:Type") === "Number" && raw !== "";
  const number = isNumber ? summandOf(raw) : null;
  if (style.hidden) {
    // For a run within hidden text the file does not state whether the run itself is visible.
    const isRich = data !== undefined && elementsOf(data).length > 0;
    return { style: { ...style, hidden: !isRich }, text: isRich ? distorted(raw) : "", number, formula };
  }
  const text = isNumber
    ? numberText(raw, style, book)
    : seenIn(style, drawn(shownText(textOf(attributeOf(data, "ss:Type"), rich, style), style.texts), style));
  return { style, text, number, formula };
}

const DATE_LENGTH = "2024-01-31".length;

function textOf(type: string | undefined, { onPaper, onDark }: Shown, { dark }: CellStyle): string {
  const text = dark ? onDark : onPaper;
  if (type === "DateTime") return text.trim().slice(0, DATE_LENGTH);
  if (type === "Boolean") return text.trim() === "1" ? "TRUE" : "FALSE";
  return text.replace(/\r\n?/g, "\n");
}

/** A text as it is seen on paper, and on a dark ground, where light text is seen too. */
interface Shown {
  readonly onPaper: string;
  readonly onDark: string;
}

/** What is seen of a text on paper and on a dark ground. Its look is written as in a page. */
function richText(element: XmlElement): Shown {
  const shown = { onPaper: "", onDark: "" };
  for (const child of element.children) {
    if (typeof child === "string") {
      shown.onPaper += child;
      shown.onDark += child;
      continue;
    }
    if (child.name === "html:S" || child.name === "html:Del") continue;
    const inner = richText(child);
    const lifted = child.name === "html:Sup" || child.name === "html:Sub";
    const font = child.name === "html:Font" ? fontOf(child, "html") : { ...PLAIN, raised: lifted };
    if (!isUnseen(font)) shown.onPaper += drawn(inner.onPaper, font);
    if (!isUnseen(font, "unknown")) shown.onDark += drawn(inner.onDark, font);
  }
  return shown;
}

const PLAIN: Font = { struck: false, tiny: false, colour: null, pictures: false, raised: false };

function fontOf(element: XmlElement, prefix: "ss" | "html"): Font {
  const attribute = (name: string): string | undefined => attributeOf(element, `${prefix}:${name}`);
  const size = Number(attribute("Size") ?? LEAST_SIZE);
  return {
    struck: attribute("StrikeThrough") === "1",
    tiny: size < LEAST_SIZE,
    colour: colourOf(attribute("Color")),
    pictures: isPictureFont(attribute("FontName") ?? attribute("Face") ?? "", Number(attributeOf(element, "x:CharSet"))),
    raised: /^S(?:uper|ub)script$/.test(attribute("VerticalAlign") ?? ""),
  };
}

function colourOf(colour: string | undefined): string | null {
  return /^#([0-9a-f]{6})$/i.exec(colour ?? "")?.[1] ?? null;
}

/** The elements that state the parts of a style, each the last one that a chain of styles states. */
interface StyleParts {
  readonly font: XmlElement | undefined;
  readonly ground: XmlElement | undefined;
  readonly alignment: XmlElement | undefined;
  readonly borders: XmlElement | undefined;
  readonly format: string | undefined;
}

/** Most styles that one may be based on. */
const MAX_PARENTS = 32;

const DEFAULT_STYLE = "Default";

function readStyles(list: XmlElement | undefined): (id: string | undefined) => CellStyle {
  const elements = new Map(
    (list === undefined ? [] : elementsOf(list)).map((style) => [attributeOf(style, "ss:ID") ?? "", style]),
  );
  const known = new Map<string, CellStyle>();
  const partsOf = (id: string, depth: number): StyleParts => {
    const element = elements.get(id);
    const parent = attributeOf(element, "ss:Parent") ?? (id === DEFAULT_STYLE ? undefined : DEFAULT_STYLE);
    const base: StyleParts =
      parent === undefined || depth >= MAX_PARENTS
        ? { font: undefined, ground: undefined, alignment: undefined, borders: undefined, format: undefined }
        : partsOf(parent, depth + 1);
    return {
      font: childOf(element, "ss:Font") ?? base.font,
      ground: childOf(element, "ss:Interior") ?? base.ground,
      alignment: childOf(element, "ss:Alignment") ?? base.alignment,
      borders: childOf(element, "ss:Borders") ?? base.borders,
      format: attributeOf(childOf(element, "ss:NumberFormat"), "ss:Format") ?? base.format,
    };
  };
  return (id = DEFAULT_STYLE) => {
    const style = known.get(id) ?? styleOf(partsOf(id, 0));
    known.set(id, style);
    return style;
  };
}

function styleOf({ font, ground, alignment, borders, format = "General" }: StyleParts): CellStyle {
  const own = font === undefined ? PLAIN : fontOf(font, "ss");
  const pattern = attributeOf(ground, "ss:Pattern") ?? "None";
  const fill: Fill =
    pattern === "None" ? null : pattern === "Solid" ? (colourOf(attributeOf(ground, "ss:Color")) ?? "unknown") : "unknown";
  return {
    ...formatsOf(NAMED_FORMATS.get(format) ?? format),
    hidden: isUnseen(own, fill),
    dark: fill !== null && !isInvisible(PAPER, fill),
    pictures: own.pictures,
    raised: own.raised,
    distorted: attributeOf(alignment, "ss:Horizontal") === "Fill" || isCrossedOut(borders) || isDoubtful(own, fill),
    fromRight: attributeOf(alignment, "ss:ReadingOrder") === "RightToLeft",
    colour: own.colour,
    fill,
  };
}

/** Whether a line runs from corner to corner. */
function isCrossedOut(borders: XmlElement | undefined): boolean {
  const lines = borders === undefined ? [] : elementsOf(borders);
  return lines.some(
    (line) =>
      /^Diagonal/.test(attributeOf(line, "ss:Position") ?? "") && (attributeOf(line, "ss:LineStyle") ?? "None") !== "None",
  );
}

/** Named formats, as codes. Those that print words instead of the number change it. */
const NAMED_FORMATS: ReadonlyMap<string, string> = new Map([
  ["General Number", "General"],
  ["Fixed", "0.00"],
  ["Standard", "#,##0.00"],
  ["Currency", "#,##0.00"],
  ["Euro Currency", "#,##0.00"],
  ["Scientific", "0.00E+00"],
  ["Percent", "0.00%"],
  ...["Yes/No", "True/False", "On/Off"].map((name) => [name, "0%"] as const),
  ...["General Date", "Long Date", "Medium Date", "Short Date", "Long Time", "Medium Time", "Short Time"].map(
    (name) => [name, "yyyy-mm-dd"] as const,
  ),
]);

/** Whether a row or column is hidden, or too small for anything in it to be seen. */
function isHidden(element: XmlElement, size: string): boolean {
  return attributeOf(element, "ss:Hidden") === "1" || Number(attributeOf(element, size) ?? LEAST_HEIGHT) < LEAST_HEIGHT;
}

/** The position of a row or cell: the next one, or a later one that it states. An earlier one is already occupied. */
function nextPlace(stated: number | null, next: number, language: Language): number {
  if (stated !== null && stated < next) throw formatError("format.corrupt", { reason: outOfOrder }, language);
  return stated ?? next;
}

function numberOf(element: XmlElement, name: string, most: number): number | null {
  const value = Number(attributeOf(element, name));
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : null;
}

const outOfOrder: Sentence = {
  zh: "工作表的行或单元格未按顺序排列，彼此重叠",
  en: "rows or cells of a worksheet are out of order and overlap",
};
const noSheets: Sentence = { zh: "工作簿里没有工作表", en: "the workbook has no worksheets" };
const mergeCount: Sentence = { zh: "一个工作表的合并区域数", en: "the number of merged ranges in a worksheet" };
const columnCount: Sentence = { zh: "一个工作表的列数", en: "the number of columns of a worksheet" };
