import type { Language, Sentence } from "../../findings/finding.js";
import { type Fill, PAPER } from "../colours.js";
import { formatError } from "../messages.js";
import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { OBJECT, turned } from "../raisedText.js";
import { chosenOf } from "./alternatives.js";
import type { Cell, Content, Paragraph, Row, Table } from "./contents.js";
import type { Reach } from "./covered.js";
import { covers, isCrossedOut, isLine, reachOf } from "./drawings.js";
import { Fields, isStale, printedBy } from "./fields.js";
import { fillOf, isOnValue, type RunProperties, readRunProperties, toggle } from "./runProperties.js";
import { exactLineOf, indentsOf, listOf, type Style, type Styles, type TablePlace } from "./styles.js";
import { exactHeightOf, isFlat, isLow, isOutside, readable, type Surroundings, symbolOf, visibilityOf } from "./visibility.js";

/** Most cells in all tables of one Word file. */
export const MAX_WORD_CELLS = 200_000;

/** Most grid columns that a cell may span; Word itself allows 63 columns in a table. */
export const MAX_WORD_SPAN = 256;

export interface ContentsOptions {
  readonly styles: Styles;
  /** Whether pages have a background colour, which is shown on screens but printed only on request. */
  readonly coloured: boolean;
  readonly language: Language;
}

/** How far the file has been read. */
interface Counts {
  tables: number;
  paragraphs: number;
  cells: number;
}

/** A position in the file. */
interface State extends ContentsOptions {
  readonly counts: Counts;
  readonly table: TablePlace;
  /** The backgrounds of the text, innermost first. */
  readonly fills: readonly Fill[];
  /** Twentieths of a point of the room in which text could be seen, where it is exact. */
  readonly height: number | null;
}

/** What has been collected of a paragraph so far. */
interface Line {
  text: string;
  /** Contents of text boxes anchored in the paragraph; they follow it. */
  readonly boxes: Content[];
  /** How far the drawings that float over the text reach. */
  readonly drawings: Reach[];
  readonly fields: Fields;
  readonly style: string | undefined;
  readonly surroundings: Surroundings;
  /** Whether what is read is not seen: only the marks of fields count in it. */
  readonly hidden: boolean;
  /** Whether the paragraph has text on the base line, from which raised or lowered text is separate. */
  readonly hasBase: () => boolean;
  /** Marks of notes that are printed as text: whether one is to follow. */
  readonly notes: { follows: boolean };
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
  "w14:conflictDel",
  "w:delText",
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
  const counts = { tables: 0, paragraphs: 0, cells: 0 };
  return contentsOf(body, {
    ...options,
    counts,
    table: { style: undefined, parts: [] },
    fills: [options.coloured ? "unknown" : PAPER],
    height: null,
  });
}

function contentsOf(parent: XmlElement, state: State): Content[] {
  const contents: Content[] = [];
  /** A paragraph whose end was deleted, and a letter that drops into the next one, goes on there. */
  let open: { readonly index: number; readonly paragraph: Paragraph; readonly drawings: Reach[] } | null = null;
  for (const element of partsOf(parent, PARTS_OF_STORY)) {
    if (element.name === "w:altChunk")
      throw formatError("format.unsupported", { what: embeddedPart, advice: saveAgain }, state.language);
    if (element.name === "w:tbl") {
      contents.push(readTable(element, state));
      open = null;
      continue;
    }
    const drawings: Reach[] = open?.drawings ?? [];
    const line: Line = readLine(element, drawings, state);
    const text = isFromRight(element, state) ? turned(line.text) : line.text;
    const numbered = isNumbered(element, state);
    const paragraph: Paragraph =
      open === null
        ? { kind: "paragraph", text, number: state.counts.paragraphs, numbered, drawings }
        : { ...open.paragraph, text: open.paragraph.text + text };
    const index: number = open?.index ?? contents.length;
    contents[index] = paragraph;
    for (const box of line.boxes) contents.push(box);
    open = goesOn(element) ? { index, paragraph, drawings } : null;
  }
  return contents;
}

/** Whether the lines of a paragraph run from right to left, by its properties or its style. */
function isFromRight(paragraph: XmlElement, { styles }: State): boolean {
  const properties = childOf(paragraph, "w:pPr");
  return (
    toggle(properties, "w:bidi") ?? styles.style("paragraph", attributeOf(childOf(properties, "w:pStyle"), "w:val")).fromRight
  );
}

const PARTS_OF_STORY: ReadonlySet<string> = new Set(["w:p", "w:tbl", "w:altChunk"]);
const PARTS_OF_TABLE: ReadonlySet<string> = new Set(["w:tr"]);
const PARTS_OF_ROW: ReadonlySet<string> = new Set(["w:tc"]);

/** The parts of an element, also those that content controls, custom markup or tracked insertions are wrapped around. */
function partsOf(parent: XmlElement, names: ReadonlySet<string>): readonly XmlElement[] {
  return elementsOf(parent).flatMap((child) => {
    if (names.has(child.name)) return [child];
    if (UNPRINTED.has(child.name)) return [];
    // A prompt that fills a row or a cell leaves it empty; the row or the cell is there all the same.
    if (isPrompt(child))
      return names.has("w:p") ? [] : partsOf({ ...child, children: childrenOf(child, "w:sdtContent") }, names).map(emptied);
    if (child.name !== "mc:AlternateContent") return partsOf(child, names);
    const chosen = chosenOf(child);
    return chosen === undefined ? [] : partsOf(chosen, names);
  });
}

/** Whether a content control shows but the prompt to fill it in. */
function isPrompt(element: XmlElement): boolean {
  return element.name === "w:sdt" && toggle(childOf(element, "w:sdtPr"), "w:showingPlcHdr") === true;
}

function childrenOf(element: XmlElement, name: string): XmlElement["children"] {
  return childOf(element, name)?.children ?? [];
}

/** A row or cell with its properties alone, and a row with its cells emptied. */
function emptied(part: XmlElement): XmlElement {
  const kept = elementsOf(part).flatMap((child) =>
    PARTS_OF_ROW.has(child.name) ? [emptied(child)] : child.name === "w:tcPr" || child.name === "w:trPr" ? [child] : [],
  );
  return { ...part, children: kept };
}

function goesOn(paragraph: XmlElement): boolean {
  const properties = childOf(paragraph, "w:pPr");
  const marks = childOf(properties, "w:rPr");
  const dropCap = attributeOf(childOf(properties, "w:framePr"), "w:dropCap") ?? "none";
  return dropCap !== "none" || childOf(marks, "w:del") !== undefined || childOf(marks, "w:moveFrom") !== undefined;
}

function readLine(paragraph: XmlElement, drawings: Reach[], state: State): Line {
  state.counts.paragraphs += 1;
  const properties = childOf(paragraph, "w:pPr");
  const style = attributeOf(childOf(properties, "w:pStyle"), "w:val");
  const { fill, exactLine, indents } = state.styles.style("paragraph", style);
  const shading = childOf(properties, "w:shd");
  const { left, first } = indentsOf(properties, indents);
  const heights = [state.height, exactLineOf(properties) ?? exactLine];
  const line: Line = {
    text: "",
    boxes: [],
    drawings,
    fields: new Fields(),
    style,
    surroundings: {
      fills: [shading === undefined ? fill : fillOf(shading), ...state.fills],
      reversed: false,
      displaced: heights.some(isLow) || isOutside(left + first),
    },
    hidden: heights.some(isFlat),
    hasBase: once(() => runsOf(paragraph).some((run) => childOf(run, "w:t") !== undefined && isOnLine(run, line, state))),
    notes: { follows: false },
  };
  readInline(paragraph, line, state);
  return line;
}

function readInline(parent: XmlElement, line: Line, state: State): void {
  for (const element of elementsOf(parent)) {
    if (UNPRINTED.has(element.name) || isPrompt(element)) continue;
    switch (element.name) {
      case "w:r":
      case "m:r":
        readRun(element, line, state);
        break;
      case "w:fldChar":
        write(line.fields.mark(element), line);
        break;
      case "w:instrText":
        line.fields.instruct(textOf(element));
        break;
      case "w:fldSimple":
        readSimpleField(element, line, state);
        break;
      case "w:footnoteReference":
      case "w:endnoteReference":
        if (isOnValue(attributeOf(element, "w:customMarkFollows"))) line.notes.follows = true;
        break;
      case "w:t":
      case "m:t":
        write(textOf(element), line);
        break;
      case "w:sym":
        write(symbol(element), line);
        break;
      case "w:bdo":
      case "w:dir":
        readPart(element, { ...line, surroundings: { ...line.surroundings, reversed: isReversed(element) } }, line, state);
        break;
      case "w:contentPart":
      case "pic:pic":
      case "v:imagedata":
        write(OBJECT, line);
        break;
      case "mc:AlternateContent": {
        const chosen = chosenOf(element);
        if (chosen !== undefined) readInline(chosen, line, state);
        break;
      }
      case "w:pgNum":
      case "v:textpath":
        write(OBJECT, line);
        break;
      case "wp:inline":
      case "w:object": {
        // A chart, a diagram or an embedded file is visible in the line but is not text; a text box in it is.
        const before = line.text;
        readInline(element, line, state);
        if (line.text === before) write(OBJECT, line);
        break;
      }
      case "wp:anchor":
      case "v:shape":
      case "v:rect":
      case "v:roundrect":
      case "v:oval":
      case "v:line":
      case "v:polyline":
      case "v:curve":
      case "v:arc":
      case "v:group":
        readShape(element, line, state);
        break;
      case "w:txbxContent":
      case "w:p":
      case "w:tbl":
        readBox(element.name === "w:txbxContent" ? element : { ...element, children: [element] }, line, state);
        break;
      default:
        write(TEXT_ON.get(element.name) ?? (DATES.test(element.name) ? OBJECT : ""), line);
        if (element.name.startsWith("m:") && !PLAIN_MATH.has(element.name)) write(OBJECT, line);
        readInline(element, line, state);
    }
  }
}

/** Reads into a separate line, and appends its text to the current one. */
function readPart(parent: XmlElement, part: Line, line: Line, state: State): void {
  const own = { ...part, text: "" };
  readInline(parent, own, state);
  line.text += own.text;
}

function isReversed(element: XmlElement): boolean {
  return attributeOf(element, "w:val") !== "ltr";
}

function readSimpleField(element: XmlElement, line: Line, state: State): void {
  const before = line.text.length;
  readInline(element, line, state);
  write(isStale(element) ? OBJECT : printedBy(attributeOf(element, "w:instr") ?? "", line.text.length > before), line);
}

function readBox(box: XmlElement, line: Line, state: State): void {
  for (const content of contentsOf(box, state)) line.boxes.push(content);
}

/** Dates that the program updates: `w:dayShort`, `w:yearLong` … */
const DATES = /^w:(?:day|month|year)(?:Short|Long)$/;

/**
 * A seal or a floating drawing is not part of the text; the text boxes in it are. A line may strike out the text below it,
 * a filled shape may cover it, and any other shape is in the line of text.
 */
function readShape(element: XmlElement, line: Line, state: State): void {
  const floating = floats(element);
  const part: Line = { ...line, text: "", drawings: [] };
  readInline(element, part, state);
  const reach = floating && !line.hidden ? reachOf(element) : null;
  if (reach !== null) line.drawings.push(reach);
  if (!floating) line.text += part.text;
  if (floating ? isLine(element) || covers(element) : part.text === "") write(OBJECT, line);
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
  const properties = effective(run, line, state);
  const { notes, surroundings } = line;
  const visibility = line.hidden ? "hidden" : visibilityOf(properties, surroundings);
  const part: Line = { ...line, text: "", hidden: visibility === "hidden" };
  readInline(run, part, state);
  if (part.text === "") return;
  const apart = notes.follows || !isAligned(properties) || (shiftOf(properties) !== 0 && line.hasBase());
  notes.follows = false;
  const text = readable(part.text, properties, apart, surroundings);
  line.text += visibility === "doubtful" ? text + OBJECT : text;
}

/** What the file states of a run: its own properties, or else those of its styles. */
function effective(run: XmlElement, line: Line, state: State): RunProperties {
  const properties = childOf(run, "w:rPr");
  const style = attributeOf(childOf(properties, "w:rStyle"), "w:val");
  const styled = state.styles.runOf(state.table, line.style, style);
  const whole = properties === undefined ? styled : { ...styled, ...readRunProperties(properties) };
  const fonts = [whole.font, whole.complex === true ? whole.complexFont : undefined];
  return fonts.some((font) => font !== undefined && state.styles.draws(font)) ? { ...whole, pictures: true } : whole;
}

function isOnLine(run: XmlElement, line: Line, state: State): boolean {
  const properties = effective(run, line, state);
  return isAligned(properties) && shiftOf(properties) === 0;
}

function isAligned({ align = "baseline" }: RunProperties): boolean {
  return align === "baseline";
}

function shiftOf({ position = 0 }: RunProperties): number {
  return position;
}

/** Computed once, then cached. */
function once(ask: () => boolean): () => boolean {
  let known: boolean | undefined;
  return () => {
    known ??= ask();
    return known;
  };
}

function runsOf(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) =>
    child.name === "w:r" ? [child] : UNPRINTED.has(child.name) ? [] : runsOf(child),
  );
}

function write(text: string, line: Line): void {
  if (!line.fields.inInstruction && !line.hidden) line.text += text;
}

function symbol(element: XmlElement): string {
  const font = attributeOf(element, "w:font") ?? "";
  const code = Number.parseInt(attributeOf(element, "w:char") ?? "", 16);
  return symbolOf(font, code);
}

/** Whether a number or a sign is printed before a paragraph that the file does not hold as text. */
function isNumbered(paragraph: XmlElement, { styles }: State): boolean {
  const properties = childOf(paragraph, "w:pPr");
  const list = listOf(properties, styles.style("paragraph", attributeOf(childOf(properties, "w:pStyle"), "w:val")).list);
  return list !== null && styles.prints(list);
}

function readTable(table: XmlElement, state: State): Table {
  state.counts.tables += 1;
  const number = state.counts.tables;
  const properties = childOf(table, "w:tblPr");
  const tableStyle = attributeOf(childOf(properties, "w:tblStyle"), "w:val");
  const style = state.styles.style("table", tableStyle);
  const shading = childOf(properties, "w:shd");
  const fills = [shading === undefined ? style.fill : fillOf(shading), ...state.fills];
  const inside: State = { ...state, table: { style: tableStyle, parts: [] }, fills };
  const look = lookOf(childOf(properties, "w:tblLook"));
  const rows: Row[] = [];
  const elements = partsOf(table, PARTS_OF_TABLE);
  elements.forEach((row, index) => {
    const own = childOf(row, "w:trPr");
    if (childOf(own, "w:del") !== undefined || toggle(own, "w:hidden") === true) return;
    const parts = new Set(look);
    if (index > 0) parts.delete("firstRow");
    if (index < elements.length - 1) parts.delete("lastRow");
    const part = { ...inside, height: exactHeightOf(own) ?? state.height };
    rows.push({
      number: index + 1,
      before: count(childOf(own, "w:gridBefore"), 0),
      cells: readCells(row, { style, parts }, part),
    });
  });
  return { kind: "table", number, rows };
}

/** The parts of a table that its style shades by themselves, the one that goes before the others first. */
const SHADED_PARTS = ["firstRow", "lastRow", "firstColumn", "lastColumn", "band"] as const;

type ShadedPart = (typeof SHADED_PARTS)[number];

/** Bits of `w:tblLook` as old programs write it. */
const LOOK_BITS: Readonly<Record<Exclude<ShadedPart, "band">, number>> = {
  firstRow: 0x20,
  lastRow: 0x40,
  firstColumn: 0x80,
  lastColumn: 0x100,
};

/** Which parts of a table take the shading of its style. */
function lookOf(look: XmlElement | undefined): ReadonlySet<ShadedPart> {
  const bits = Number.parseInt(attributeOf(look, "w:val") ?? "", 16);
  return new Set(
    SHADED_PARTS.filter((part) => {
      if (part === "band" || look === undefined) return true;
      const stated = attributeOf(look, `w:${part}`);
      return stated === undefined ? Number.isNaN(bits) || (bits & LOOK_BITS[part]) !== 0 : isOnValue(stated);
    }),
  );
}

/** What the style of a table does in a row. */
interface RowShading {
  readonly style: Style;
  readonly parts: ReadonlySet<ShadedPart>;
}

function readCells(row: XmlElement, { style, parts }: RowShading, state: State): readonly Cell[] {
  const cells: Cell[] = [];
  const elements = partsOf(row, PARTS_OF_ROW);
  elements.forEach((cell, index) => {
    state.counts.cells += 1;
    if (state.counts.cells > MAX_WORD_CELLS) {
      throw formatError("format.limit", { what: cellCount, limit: MAX_WORD_CELLS, found: state.counts.cells }, state.language);
    }
    const properties = childOf(cell, "w:tcPr");
    if (childOf(properties, "w:cellDel") !== undefined) return;
    const colspan = count(childOf(properties, "w:gridSpan"), 1);
    const left = cells[cells.length - 1];
    if (left !== undefined && continues(childOf(properties, "w:hMerge"))) {
      cells[cells.length - 1] = { ...left, colspan: left.colspan + colspan };
      return;
    }
    const shading = childOf(properties, "w:shd");
    const own = SHADED_PARTS.filter((name) => {
      const there = (name !== "firstColumn" || index === 0) && (name !== "lastColumn" || index === elements.length - 1);
      return there && parts.has(name) && style.parts.has(name);
    });
    const shaded = own.find((name) => style.parts.get(name)?.fill !== undefined);
    const fill = shading !== undefined ? fillOf(shading) : shaded === undefined ? null : (style.parts.get(shaded)?.fill ?? null);
    // Which bands a cell is in is not looked at, so what they state of its text is left out.
    const table = own.length === 0 ? state.table : { ...state.table, parts: own.filter((name) => name !== "band") };
    const contents = contentsOf(cell, { ...state, table, fills: [fill, ...state.fills] });
    cells.push({ number: index + 1, colspan, merge: verticalMerge(properties), contents, crossed: isCrossedOut(properties) });
  });
  return cells;
}

/** A merge continues if its value is `continue` or missing. */
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
