import type { Language, Sentence } from "../../findings/finding.js";
import { MAX_INPUT_LENGTH } from "../../reading/limits.js";
import { formatError } from "../messages.js";
import type { Package } from "../office/parts.js";
import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { OBJECT } from "../raisedText.js";
import { calculated, numberText, type RawCell, summandOf, type Trust } from "./calculated.js";
import { type CellStyle, GENERAL, readStyles } from "./cellStyles.js";
import { readConditions, readDifferences } from "./conditional.js";
import { allLooks, type Difference, distortedCell, type Looks } from "./conditions.js";
import { type Covers, hiddenBy, readCovers } from "./drawings.js";
import { type Colours, readColours } from "./palette.js";
import { shownText } from "./readNumber.js";
import { readStrings, richString, type SheetString, seenIn, shownString, unescaped } from "./strings.js";
import { movedFormula } from "./sums.js";
import { MAX_SHEET_CELLS } from "./toSource.js";
import { columnsIn, parseAddress, parseRange, type Range, type Sheet, type Span } from "./worksheet.js";

/** Most merged ranges in one worksheet. */
export const MAX_MERGES = 20_000;

/** Most characters in the cells of all worksheets, those of a string counted for each cell that shows it. */
export const MAX_SHEET_CHARACTERS: number = MAX_INPUT_LENGTH;

/** Points of a row's height below which nothing in it is seen. */
export const LEAST_HEIGHT = 2;

/** Characters of a column's width below which nothing in it is seen, about the 2 pt of a row. */
export const LEAST_WIDTH = 0.4;

/** What the cells of all worksheets refer to. */
interface Book extends Trust {
  readonly strings: readonly SheetString[];
  readonly styles: readonly CellStyle[];
  readonly colours: Colours;
  /** The formats that rules give to cells. */
  readonly differences: readonly Difference[];
  /** What is left of the looks at conditional formats, and how many cells and characters of formulas there are so far. */
  readonly looks: Looks;
  readonly count: { cells: number; characters: number };
}

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
  const calculation = childOf(root, "x:calcPr");
  const calculatedOnLoad = isTrue(attributeOf(calculation, "fullCalcOnLoad"));
  const styles = part("styles");
  const colours = readColours(styles, part("theme"));
  const book: Book = {
    strings: readStrings(part("sharedStrings"), colours),
    styles: readStyles(styles, colours),
    colours,
    differences: readDifferences(styles, colours),
    looks: allLooks(),
    count: { cells: 0, characters: 0 },
    date1904: isTrue(attributeOf(childOf(root, "x:workbookPr"), "date1904")),
    uncalculated: calculation === undefined || calculatedOnLoad,
    calculatedOnLoad,
  };
  const byId = new Map(relationships.filter(({ type }) => type === "worksheet").map(({ id, part: name }) => [id, name]));
  let characters = 0;
  return elementsOf(sheets).flatMap((sheet) => {
    const name = byId.get(attributeOf(sheet, "r:id") ?? "");
    if (name === undefined || (attributeOf(sheet, "state") ?? "visible") !== "visible") return [];
    const content = workbook.xml(name);
    if (content === null) return [];
    const drawing = workbook.relationships(name).find(({ type }) => type === "drawing")?.part;
    const covers = readCovers(drawing === undefined ? null : workbook.xml(drawing));
    const read = readSheet(content, attributeOf(sheet, "name") ?? "", covers, book, language);
    for (const cells of read.rows.values()) for (const { text } of cells.values()) characters += text.length;
    if (characters > MAX_SHEET_CHARACTERS) throw tooManyCharacters(characters, language);
    return [read];
  });
}

function tooManyCharacters(found: number, language: Language): Error {
  return formatError("format.limit", { what: characterCount, limit: MAX_SHEET_CHARACTERS, found }, language);
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function readSheet(root: XmlElement, name: string, covers: Covers, book: Book, language: Language): Sheet {
  const raw = new Map<number, Map<number, RawCell>>();
  const hiddenRows = new Set<number>();
  const shared = new Map<string, SharedFormula>();
  const conditions = readConditions(root, book.differences, book.colours, book.looks, language);
  const covered = hiddenBy(covers, language, book.looks);
  const views = childOf(root, "x:sheetViews");
  const showsFormulas = views !== undefined && elementsOf(views).some((view) => isTrue(attributeOf(view, "showFormulas")));
  let row = 0;
  for (const element of elementsOf(childOf(root, "x:sheetData") ?? root)) {
    if (element.name !== "x:row") continue;
    row = index(attributeOf(element, "r")) ?? row + 1;
    const height = attributeOf(element, "ht");
    // If rows are hidden by default (`zeroHeight`), the listed ones are shown.
    if (isHidden(element) || (height !== undefined && isFlat(height))) hiddenRows.add(row);
    const cells = raw.get(row) ?? new Map<number, RawCell>();
    let column = 0;
    for (const cell of elementsOf(element)) {
      if (cell.name !== "x:c") continue;
      column = parseAddress(attributeOf(cell, "r") ?? "")?.column ?? column + 1;
      const formula = readFormula(childOf(cell, "x:f"), { row, column }, shared);
      book.count.characters += formula?.length ?? 0;
      if (book.count.characters > MAX_SHEET_CHARACTERS) throw tooManyCharacters(book.count.characters, language);
      const read = readCell(cell, formula, book);
      const other = cells.get(column);
      if (read.text === "" && read.formula === null && other === undefined) continue;
      book.count.cells += 1;
      if (book.count.cells > MAX_SHEET_CELLS)
        throw formatError("format.limit", { what: cellCount, limit: MAX_SHEET_CELLS, found: book.count.cells }, language);
      const odd =
        conditions(row, column, read.number, read.style) ||
        covered(row, column, read.number, read.style) ||
        (showsFormulas && formula !== null);
      // Which of two cells in one place is displayed is unknown.
      if (other !== undefined) cells.set(column, distortedCell(read.text === "" ? other : read));
      else cells.set(column, odd ? distortedCell(read) : read);
    }
    raw.set(row, cells);
  }
  const hiddenColumns = readHiddenColumns(root);
  const rows = calculated(raw, book, (at, column) => hiddenRows.has(at) || hiddenColumns.has(column));
  return { name, rows, merges: readMerges(root, language), hiddenRows, hiddenColumns, pictures: covers.pictures };
}

function isFlat(height: string): boolean {
  return Number(height) < LEAST_HEIGHT;
}

/** A formula that other cells share, and the cell that it was written for. */
interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** The formula of a cell as text; empty if its text is not stored, `null` if there is none. */
function readFormula(
  element: XmlElement | undefined,
  { row, column }: { readonly row: number; readonly column: number },
  shared: Map<string, SharedFormula>,
): string | null {
  if (element === undefined) return null;
  const text = textOf(element);
  if (attributeOf(element, "t") !== "shared") return text;
  const id = attributeOf(element, "si") ?? "";
  if (text !== "") shared.set(id, { text, row, column });
  const master = shared.get(id);
  return master === undefined ? "" : (movedFormula(master.text, row - master.row, column - master.column) ?? "");
}

function readCell(cell: XmlElement, formula: string | null, book: Book): RawCell {
  const style = book.styles[Number(attributeOf(cell, "s") ?? 0)] ?? GENERAL;
  const type = attributeOf(cell, "t") ?? "n";
  const value = childOf(cell, "x:v");
  const raw = value === undefined ? "" : textOf(value).trim();
  const isNumber = type === "n" && raw !== "";
  const number = isNumber ? summandOf(raw) : null;
  const text = isNumber
    ? numberText(raw, style, book)
    : seenIn(style, shownText(shownString(style, stringOf(cell, type, raw, book)), style.texts));
  return { style, text, number, formula };
}

function stringOf(cell: XmlElement, type: string, raw: string, book: Book): SheetString {
  if (type === "inlineStr") return richString(childOf(cell, "x:is") ?? cell, book.colours);
  if (type === "s" && raw !== "") return book.strings[Number(raw)] ?? [{ text: OBJECT, font: null }];
  return [{ text: type === "b" && raw !== "" ? (raw === "1" ? "TRUE" : "FALSE") : unescaped(raw), font: null }];
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

function readHiddenColumns(root: XmlElement): ReadonlySet<number> {
  const columns = childOf(root, "x:cols");
  const spans = (columns === undefined ? [] : elementsOf(columns)).flatMap((column): readonly Span[] => {
    const first = index(attributeOf(column, "min"));
    const last = index(attributeOf(column, "max"));
    return !(isHidden(column) || isNarrow(column)) || first === null || last === null ? [] : [{ first, last }];
  });
  return columnsIn(spans);
}

/** Some programs write width 0 for unknown widths, and Excel marks hidden columns as hidden: 0 alone is not evidence. */
function isNarrow(column: XmlElement): boolean {
  const width = Number(attributeOf(column, "width") ?? 0);
  return width > 0 && width < LEAST_WIDTH;
}

function isHidden(element: XmlElement): boolean {
  return isTrue(attributeOf(element, "hidden"));
}

function index(value: string | undefined): number | null {
  const number = Number(value);
  return value !== undefined && Number.isSafeInteger(number) && number > 0 ? number : null;
}

const noSheets: Sentence = { zh: "工作簿里没有工作表", en: "the workbook has no worksheets" };
const cellCount: Sentence = { zh: "各工作表的单元格总数", en: "the number of cells in all worksheets" };
const characterCount: Sentence = { zh: "各工作表的字符总数", en: "the number of characters in all worksheets" };
const mergeCount: Sentence = { zh: "一个工作表的合并区域数", en: "the number of merged ranges in a worksheet" };
