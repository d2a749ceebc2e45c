import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";
import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { OBJECT, raised } from "../raisedText.js";
import type { Cell, Content, Paragraph, Row, Table } from "./contents.js";

/** Most cells in all tables of one Word file. */
export const MAX_WORD_CELLS = 200_000;

/** Most grid columns that a cell may span; Word itself allows 63 columns in a table. */
export const MAX_WORD_SPAN = 256;

export interface ContentsOptions {
  /** Styles whose text is hidden. */
  readonly hiddenStyles: ReadonlySet<string>;
  readonly language: Language;
}

interface State extends ContentsOptions {
  tables: number;
  paragraphs: number;
  cells: number;
}

/** What has been collected of a paragraph so far. */
interface Line {
  text: string;
  /** Contents of text boxes anchored in the paragraph; they follow it. */
  readonly boxes: Content[];
  readonly fields: Fields;
  readonly hidden: boolean;
  /** Whether some text of the paragraph stands on the line, so that what is shifted up or down is apart from it. */
  readonly hasBase: () => boolean;
}

/** The complex fields that are open: whether the result of each has begun, and how many are still in their instruction. */
interface Fields {
  readonly open: boolean[];
  instructions: number;
}

/** Elements whose content is never part of the printed text: properties, deletions, instructions, notes on the text. */
const UNPRINTED: ReadonlySet<string> = new Set([
  "w:pPr",
  "w:rPr",
  "w:tblPr",
  "w:tblGrid",
  "w:tblPrEx",
  "w:trPr",
  "w:tcPr",
  "w:sdtPr",
  "w:sdtEndPr",
  "w:sectPr",
  "w:del",
  "w:moveFrom",
  "w:delText",
  "w:instrText",
  "w:delInstrText",
  "w:fldData",
  "w:rt",
  "w:rubyPr",
  "w:numberingChange",
]);

const TEXT_ON: ReadonlyMap<string, string> = new Map([
  ["w:tab", "\t"],
  ["w:ptab", "\t"],
  ["w:br", "\n"],
  ["w:cr", "\n"],
  ["w:noBreakHyphen", "-"],
]);

/**
 * The paragraphs and tables in the body of a Word file as they would be printed: insertions count; deletions, struck-out
 * and hidden text and the prompts of empty form controls do not; text boxes follow the paragraph that they hang on.
 */
export function readContents(body: XmlElement, options: ContentsOptions): readonly Content[] {
  return contentsOf(body, { ...options, tables: 0, paragraphs: 0, cells: 0 });
}

function contentsOf(parent: XmlElement, state: State): Content[] {
  const contents: Content[] = [];
  /** A paragraph whose end was deleted goes on in the next one. */
  let open: { readonly index: number; readonly paragraph: Paragraph } | null = null;
  for (const element of partsOf(parent, PARTS_OF_STORY)) {
    if (element.name === "w:altChunk")
      throw formatError("format.unsupported", { what: embeddedPart, advice: saveAgain }, state.language);
    if (element.name === "w:tbl") {
      contents.push(readTable(element, state));
      open = null;
      continue;
    }
    const { text, boxes }: Line = readLine(element, state);
    const paragraph: Paragraph =
      open === null
        ? { kind: "paragraph", text, number: state.paragraphs }
        : { ...open.paragraph, text: open.paragraph.text + text };
    const index: number = open?.index ?? contents.length;
    contents[index] = paragraph;
    for (const box of boxes) contents.push(box);
    open = endIsDeleted(element) ? { index, paragraph } : null;
  }
  return contents;
}

const PARTS_OF_STORY: ReadonlySet<string> = new Set(["w:p", "w:tbl", "w:altChunk"]);
const PARTS_OF_TABLE: ReadonlySet<string> = new Set(["w:tr"]);
const PARTS_OF_ROW: ReadonlySet<string> = new Set(["w:tc"]);

/** The parts of an element, also those that content controls, custom markup or tracked insertions are wrapped around. */
function partsOf(parent: XmlElement, names: ReadonlySet<string>): readonly XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (names.has(child.name)) return [child];
    if (UNPRINTED.has(child.name) || isPrompt(child)) return [];
    if (child.name !== "mc:AlternateContent") return partsOf(child, names);
    for (const alternative of elementsOf(child)) {
      const parts = partsOf(alternative, names);
      if (parts.length > 0) return parts;
    }
    return [];
  });
}

/** Whether a content control shows but the prompt to fill it in. */
function isPrompt(element: XmlElement): boolean {
  return element.name === "w:sdt" && childOf(childOf(element, "w:sdtPr"), "w:showingPlcHdr") !== undefined;
}

/** Of several alternatives for different programs the first that holds anything. */
function readAlternatives(alternatives: readonly XmlElement[], line: Line, state: State): void {
  for (const alternative of alternatives) {
    const part: Line = { ...line, text: "", boxes: [] };
    readInline(alternative, part, state);
    if (part.text === "" && part.boxes.length === 0) continue;
    line.text += part.text;
    for (const box of part.boxes) line.boxes.push(box);
    return;
  }
}

function endIsDeleted(paragraph: XmlElement): boolean {
  const marks = childOf(childOf(paragraph, "w:pPr"), "w:rPr");
  return childOf(marks, "w:del") !== undefined || childOf(marks, "w:moveFrom") !== undefined;
}

function readLine(paragraph: XmlElement, state: State): Line {
  state.paragraphs += 1;
  const properties = childOf(paragraph, "w:pPr");
  const line: Line = {
    text: "",
    boxes: [],
    fields: { open: [], instructions: 0 },
    hidden: hasHiddenStyle(properties, "w:pStyle", state),
    hasBase: once(() => runsOf(paragraph).some((run) => positionOf(run) === 0 && childOf(run, "w:t") !== undefined)),
  };
  readInline(paragraph, line, state);
  return line;
}

function readInline(parent: XmlElement, line: Line, state: State): void {
  for (const element of elementsOf(parent)) {
    if (UNPRINTED.has(element.name) || isPrompt(element)) continue;
    switch (element.name) {
      case "w:r":
        readRun(element, line, state);
        break;
      case "w:fldChar":
        readField(element, line);
        break;
      case "w:t":
      case "m:t":
        write(textOf(element), line);
        break;
      case "w:sym":
        write(symbol(element), line);
        break;
      case "pic:pic":
      case "v:imagedata":
        write(OBJECT, line);
        break;
      case "mc:AlternateContent":
        readAlternatives(elementsOf(element), line, state);
        break;
      case "wp:anchor":
      case "v:shape":
      case "v:rect":
      case "v:group":
        // A seal or a drawing that floats over the text is no part of it; the text boxes in it are.
        readInline(element, floats(element) ? { ...line, text: "" } : line, state);
        break;
      case "w:txbxContent":
      case "w:p":
      case "w:tbl":
        readBox(element.name === "w:txbxContent" ? element : { ...element, children: [element] }, line, state);
        break;
      default:
        write(TEXT_ON.get(element.name) ?? "", line);
        if (element.name.startsWith("m:") && !PLAIN_MATH.has(element.name)) write(OBJECT, line);
        readInline(element, line, state);
    }
  }
}

function readBox(box: XmlElement, line: Line, state: State): void {
  for (const content of contentsOf(box, state)) line.boxes.push(content);
}

function floats(shape: XmlElement): boolean {
  return shape.name === "wp:anchor" || /position:\s*absolute/.test(attributeOf(shape, "style") ?? "");
}

/** Formula elements that only hold characters in a row. Any other, such as a fraction, is more than its characters. */
const PLAIN_MATH: ReadonlySet<string> = new Set([
  "m:oMath",
  "m:oMathPara",
  "m:r",
  "m:rPr",
  "m:oMathParaPr",
  "m:ctrlPr",
  "m:jc",
  "m:sty",
  "m:nor",
]);

function readRun(run: XmlElement, line: Line, state: State): void {
  const properties = childOf(run, "w:rPr");
  const own = toggle(properties, "w:vanish");
  if (own ?? (line.hidden || hasHiddenStyle(properties, "w:rStyle", state))) return;
  if (toggle(properties, "w:strike") === true || toggle(properties, "w:dstrike") === true) return;
  const part: Line = { ...line, text: "" };
  readInline(run, part, state);
  const position = attributeOf(childOf(properties, "w:vertAlign"), "w:val");
  const apart = position === "superscript" || position === "subscript" || (positionOf(run) !== 0 && line.hasBase());
  line.text += apart ? raised(part.text) : part.text;
}

/** Asks once, and remembers. */
function once(ask: () => boolean): () => boolean {
  let known: boolean | undefined;
  return () => {
    known ??= ask();
    return known;
  };
}

function positionOf(run: XmlElement): number {
  return Number(attributeOf(childOf(childOf(run, "w:rPr"), "w:position"), "w:val") ?? 0);
}

function runsOf(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) =>
    child.name === "w:r" ? [child] : UNPRINTED.has(child.name) ? [] : runsOf(child),
  );
}

function readField(mark: XmlElement, { fields }: Line): void {
  const type = attributeOf(mark, "w:fldCharType");
  if (type === "begin") {
    fields.open.push(false);
    fields.instructions += 1;
  } else if (type === "separate" && fields.open[fields.open.length - 1] === false) {
    fields.open[fields.open.length - 1] = true;
    fields.instructions -= 1;
  } else if (type === "end" && fields.open.pop() === false) fields.instructions -= 1;
}

function write(text: string, line: Line): void {
  if (line.fields.instructions === 0) line.text += text;
}

/** Symbol fonts keep the digits and signs of ASCII at U+F020 and up; other symbols have no character. */
function symbol(element: XmlElement): string {
  const code = Number.parseInt(attributeOf(element, "w:char") ?? "", 16);
  if (code >= 0xf000 && attributeOf(element, "w:font") === "Symbol" && code - 0xf000 >= 0x20 && code - 0xf000 <= 0x3f) {
    return String.fromCodePoint(code - 0xf000);
  }
  return code > 0x20 && code < 0xd800 ? String.fromCodePoint(code) : OBJECT;
}

/** A property that is on, off, or not stated. */
export function toggle(properties: XmlElement | undefined, name: string): boolean | undefined {
  const property = childOf(properties, name);
  if (property === undefined) return undefined;
  return !["0", "false", "off", "none"].includes(attributeOf(property, "w:val") ?? "true");
}

function hasHiddenStyle(properties: XmlElement | undefined, kind: string, state: State): boolean {
  const style = attributeOf(childOf(properties, kind), "w:val");
  return style !== undefined && state.hiddenStyles.has(style);
}

function readTable(table: XmlElement, state: State): Table {
  state.tables += 1;
  const number = state.tables;
  const rows: Row[] = [];
  partsOf(table, PARTS_OF_TABLE).forEach((row, index) => {
    const properties = childOf(row, "w:trPr");
    if (childOf(properties, "w:del") !== undefined || toggle(properties, "w:hidden") === true) return;
    rows.push({ number: index + 1, before: count(childOf(properties, "w:gridBefore"), 0), cells: readCells(row, state) });
  });
  return { kind: "table", number, rows };
}

function readCells(row: XmlElement, state: State): readonly Cell[] {
  const cells: Cell[] = [];
  partsOf(row, PARTS_OF_ROW).forEach((cell, index) => {
    state.cells += 1;
    if (state.cells > MAX_WORD_CELLS) {
      throw formatError("format.limit", { what: cellCount, limit: MAX_WORD_CELLS, found: state.cells }, state.language);
    }
    const properties = childOf(cell, "w:tcPr");
    if (childOf(properties, "w:cellDel") !== undefined) return;
    const colspan = count(childOf(properties, "w:gridSpan"), 1);
    const left = cells[cells.length - 1];
    if (left !== undefined && continues(childOf(properties, "w:hMerge"))) {
      cells[cells.length - 1] = { ...left, colspan: left.colspan + colspan };
      return;
    }
    cells.push({ number: index + 1, colspan, merge: verticalMerge(properties), contents: contentsOf(cell, state) });
  });
  return cells;
}

/** A merge goes on where its value says so and where it has none. */
function continues(merge: XmlElement | undefined): boolean {
  return merge !== undefined && attributeOf(merge, "w:val") !== "restart";
}

function verticalMerge(properties: XmlElement | undefined): Cell["merge"] {
  const tracked = attributeOf(childOf(properties, "w:cellMerge"), "w:vMerge");
  if (tracked !== undefined) return tracked === "cont" ? "continue" : "begin";
  const merge = childOf(properties, "w:vMerge");
  if (merge === undefined) return null;
  return continues(merge) ? "continue" : "begin";
}

function count(element: XmlElement | undefined, least: number): number {
  const value = Number(attributeOf(element, "w:val"));
  return Number.isInteger(value) ? Math.min(Math.max(value, least), MAX_WORD_SPAN) : least;
}

const cellCount: Sentence = { zh: "各表格的单元格总数", en: "the number of cells in all tables" };
const embeddedPart: Sentence = {
  zh: "正文嵌在另一个文件里的Word文档",
  en: "a Word document whose text is embedded as another file",
};
const saveAgain: Sentence = {
  zh: "请用Word或WPS打开后另存为.docx。",
  en: "Open it in Word or WPS and save it as .docx.",
};
