import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";
import { attributeOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { after, apply, IDENTITY, type Matrix } from "../page/geometry.js";
import { MAX_FORM_DEPTH, MAX_PAGE_OBJECTS, MAX_PAGES } from "../page/limits.js";
import type { Box, Page, PageLine, PageText } from "../page/page.js";
import { filledShapes, MAX_STROKE, strokedLines } from "../page/paths.js";
import { childrenOf, firstOf, nameOf, numbersOf, OfdPackage, textIn } from "./package.js";
import { stretchesOf } from "./path.js";
import { placedCharacters, widthOf } from "./text.js";

/** Points in a millimetre, which OFD measures in. */
const POINTS = 72 / 25.4;

/** Size of a page that states none: A4. */
const A4: Area = { x: 0, y: 0, width: 210, height: 297 };

/** Annotations that are marks over a page, not text of it. */
const MARKS: ReadonlySet<string> = new Set(["Watermark", "Stamp"]);

/** What an OFD file holds. */
export interface OfdContent {
  readonly pages: readonly Page[];
  /** Whether any of its documents is signed. */
  readonly signed: boolean;
}

/** The pages of all documents in an OFD file, one after the other. */
export function ofdPages(bytes: Uint8Array, language: Language): OfdContent {
  const files = new OfdPackage(bytes, language);
  const main = files.named("OFD.xml", "");
  if (main === null) throw formatError("format.corrupt", { reason: noMain }, language);
  const pages: Page[] = [];
  let signed = false;
  for (const body of childrenOf(main.root, "DocBody")) {
    if (firstOf(body, "Signatures") !== undefined) signed = true;
    const document = files.named(textIn(body, "DocRoot"), main.name);
    if (document !== null) new DocumentReader(files, document.name, document.root, language).addPages(pages);
  }
  if (pages.length === 0) throw formatError("format.corrupt", { reason: noMain }, language);
  return { pages, signed };
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface PageFile {
  readonly name: string;
  readonly root: XmlElement;
}

class DocumentReader {
  readonly #files: OfdPackage;
  readonly #name: string;
  readonly #root: XmlElement;
  readonly #language: Language;
  readonly #templates = new Map<string, PageFile>();
  readonly #units = new Map<string, XmlElement>();
  readonly #annotations = new Map<string, PageFile>();

  constructor(files: OfdPackage, name: string, root: XmlElement, language: Language) {
    this.#files = files;
    this.#name = name;
    this.#root = root;
    this.#language = language;
  }

  addPages(pages: Page[]): void {
    const common = firstOf(this.#root, "CommonData");
    for (const name of ["PublicRes", "DocumentRes"])
      for (const location of childrenOf(common, name)) this.#addUnits(this.#files.named(textOf(location).trim(), this.#name));
    for (const template of childrenOf(common, "TemplatePage")) {
      const file = this.#files.named(attributeOf(template, "BaseLoc"), this.#name);
      if (file !== null) this.#templates.set(attributeOf(template, "ID") ?? "", file);
    }
    this.#addAnnotations();
    const area = areaOf(firstOf(common, "PageArea")) ?? A4;
    for (const entry of childrenOf(firstOf(this.#root, "Pages"), "Page")) {
      if (pages.length >= MAX_PAGES) throw tooMuch(pageCount, MAX_PAGES, pages.length + 1, this.#language);
      const file = this.#files.named(attributeOf(entry, "BaseLoc"), this.#name);
      if (file === null) throw formatError("format.corrupt", { reason: noPage }, this.#language);
      pages.push(this.#page(file, attributeOf(entry, "ID") ?? "", area, pages.length + 1));
    }
  }

  #addUnits(file: PageFile | null): void {
    for (const unit of childrenOf(firstOf(file?.root, "CompositeGraphicUnits"), "CompositeGraphicUnit"))
      this.#units.set(attributeOf(unit, "ID") ?? "", unit);
  }

  #addAnnotations(): void {
    const list = this.#files.named(textIn(this.#root, "Annotations"), this.#name);
    if (list === null) return;
    for (const page of childrenOf(list.root, "Page")) {
      const file = this.#files.named(textIn(page, "FileLoc"), list.name);
      if (file !== null) this.#annotations.set(attributeOf(page, "PageID") ?? "", file);
    }
  }

  #page(file: PageFile, id: string, common: Area, number: number): Page {
    for (const location of childrenOf(file.root, "PageRes"))
      this.#addUnits(this.#files.named(textOf(location).trim(), file.name));
    const templates = childrenOf(file.root, "Template").flatMap(
      (use) => this.#templates.get(attributeOf(use, "TemplateID") ?? "") ?? [],
    );
    const area =
      areaOf(firstOf(file.root, "Area")) ??
      templates.map(({ root }) => areaOf(firstOf(root, "Area"))).find((own) => own !== null) ??
      common;
    const shown: Matrix = { a: POINTS, b: 0, c: 0, d: POINTS, e: -area.x * POINTS, f: -area.y * POINTS };
    const reader = new ContentReader(this.#units, this.#language);
    for (const { root } of [...templates, file])
      for (const layer of childrenOf(firstOf(root, "Content"), "Layer")) reader.addBlock(layer, shown, 0);
    for (const annotation of childrenOf(this.#annotations.get(id)?.root, "Annot")) {
      const appearance = firstOf(annotation, "Appearance");
      if (appearance === undefined || MARKS.has(attributeOf(annotation, "Type") ?? "") || isHidden(annotation)) continue;
      reader.addBlock(appearance, after(shown, boundaryOf(appearance)), 0);
    }
    return reader.page(number, area.width * POINTS, area.height * POINTS);
  }
}

/** Colours from here on, of 255, cannot be told from paper. */
const PAPER = 250;

class ContentReader {
  readonly #units: ReadonlyMap<string, XmlElement>;
  readonly #language: Language;
  readonly #texts: { readonly text: PageText; readonly white: boolean }[] = [];
  readonly #lines: PageLine[] = [];
  readonly #pictures: Box[] = [];
  readonly #areas: Box[] = [];
  #objects = 0;

  constructor(units: ReadonlyMap<string, XmlElement>, language: Language) {
    this.#units = units;
    this.#language = language;
  }

  page(number: number, width: number, height: number): Page {
    const texts = this.#texts.flatMap(({ text, white }) => {
      const [x, y] = [(text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2];
      const onColour = this.#areas.some(([left, top, right, bottom]) => left <= x && x <= right && top <= y && y <= bottom);
      return !white || onColour ? [text] : [];
    });
    return { number, width, height, texts, lines: this.#lines, pictures: this.#pictures };
  }

  addBlock(block: XmlElement, outer: Matrix, depth: number): void {
    for (const object of elementsOf(block)) {
      this.#objects += 1;
      if (this.#objects > MAX_PAGE_OBJECTS) throw tooMuch(objectCount, MAX_PAGE_OBJECTS, this.#objects, this.#language);
      if (isHidden(object)) continue;
      switch (nameOf(object)) {
        case "PageBlock":
        case "Layer":
          this.addBlock(object, outer, depth);
          break;
        case "TextObject":
          this.#addText(object, after(outer, matrixOf(object)));
          break;
        case "PathObject":
          this.#addPath(object, after(outer, matrixOf(object)));
          break;
        case "ImageObject":
          this.#pictures.push(boxOf(outer, boundsOf(object)));
          break;
        case "CompositeObject":
          this.#addUnit(object, after(outer, matrixOf(object)), depth);
          break;
        default:
      }
    }
  }

  #addUnit(object: XmlElement, matrix: Matrix, depth: number): void {
    if (depth >= MAX_FORM_DEPTH) throw tooMuch(formDepth, MAX_FORM_DEPTH, depth + 1, this.#language);
    const content = firstOf(this.#units.get(attributeOf(object, "ResourceID") ?? ""), "Content");
    if (content !== undefined) this.addBlock(content, matrix, depth + 1);
  }

  #addText(object: XmlElement, matrix: Matrix): void {
    const size = numbersOf(attributeOf(object, "Size"))[0] ?? 0;
    if (size <= 0) return;
    const filled = attributeOf(object, "Fill") !== "false";
    const stroked = attributeOf(object, "Stroke") === "true";
    const colour = firstOf(object, filled ? "FillColor" : "StrokeColor");
    const visible = (filled || stroked) && isOpaque(object) && (colour === undefined || isOpaque(colour));
    const angle = (Math.atan2(matrix.b, matrix.a) * 180) / Math.PI;
    const scale = Math.hypot(matrix.c, matrix.d);
    const font = attributeOf(object, "Font") ?? "";
    const stretch = numbersOf(attributeOf(object, "HScale"))[0] ?? 1;
    const direction = numbersOf(attributeOf(object, "ReadDirection"))[0] ?? 0;
    for (const { text, x, y, advance } of placedCharacters(childrenOf(object, "TextCode"), size, direction)) {
      const own = widthOf(text, size) * stretch;
      const width = advance === null ? own : Math.min(advance, WIDEST * own);
      const [, baseline] = apply(matrix, [x, y]);
      const box = boxOf(matrix, [x, y - ASCENT * size, x + width, y + (1 - ASCENT) * size]);
      this.#objects += 1;
      if (this.#objects > MAX_PAGE_OBJECTS) throw tooMuch(objectCount, MAX_PAGE_OBJECTS, this.#objects, this.#language);
      this.#texts.push({ text: { text, box, baseline, size: size * scale, angle, font, visible }, white: isWhite(colour) });
    }
  }

  #addPath(object: XmlElement, matrix: Matrix): void {
    if (!isOpaque(object)) return;
    const stretches = stretchesOf(textIn(object, "AbbreviatedData") ?? "", matrix);
    const stroke = firstOf(object, "StrokeColor");
    const width = (numbersOf(attributeOf(object, "LineWidth"))[0] ?? 0) * Math.hypot(matrix.a, matrix.b);
    if (attributeOf(object, "Stroke") !== "false" && isDrawn(stroke) && width <= MAX_STROKE)
      this.#lines.push(...strokedLines(stretches));
    if (attributeOf(object, "Fill") !== "true" || !isDrawn(firstOf(object, "FillColor"))) return;
    const { lines, areas } = filledShapes(stretches);
    this.#lines.push(...lines);
    this.#areas.push(...areas);
  }
}

/** How much of its size a character stands above its line, and by how much it may be wider than others of its kind. */
const ASCENT = 0.88;
const WIDEST = 1.3;

function isHidden(object: XmlElement): boolean {
  return attributeOf(object, "Visible") === "false";
}

/** Faintest that can be seen, of 255. */
const FAINT = 13;

function isOpaque(element: XmlElement): boolean {
  return (numbersOf(attributeOf(element, "Alpha"))[0] ?? 255) >= FAINT;
}

function isWhite(colour: XmlElement | undefined): boolean {
  const values = numbersOf(attributeOf(colour, "Value"));
  return values.length >= 3 && values.every((value) => value >= PAPER);
}

function isDrawn(colour: XmlElement | undefined): boolean {
  return colour === undefined || (isOpaque(colour) && !isWhite(colour));
}

function boundsOf(object: XmlElement): Box {
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(attributeOf(object, "Boundary"));
  return [x, y, x + width, y + height];
}

function boundaryOf(object: XmlElement): Matrix {
  const [x, y] = boundsOf(object);
  return { ...IDENTITY, e: x, f: y };
}

/** From an object's own measures to those of what it stands in. */
function matrixOf(object: XmlElement): Matrix {
  const values = numbersOf(attributeOf(object, "CTM"));
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values.length === 6 ? values : [];
  return after(boundaryOf(object), { a, b, c, d, e, f });
}

function boxOf(matrix: Matrix, [left, top, right, bottom]: Box): Box {
  const [ax, ay] = apply(matrix, [left, top]);
  const [bx, by] = apply(matrix, [right, bottom]);
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
}

function areaOf(area: XmlElement | undefined): Area | null {
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(textIn(area, "PhysicalBox"));
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

function tooMuch(what: Sentence, limit: number, found: number, language: Language): Error {
  return formatError("format.limit", { what, limit, found }, language);
}

const noMain: Sentence = { zh: "OFD中没有文档", en: "the OFD file has no document" };
const noPage: Sentence = { zh: "OFD缺少页面文件", en: "the OFD file lacks the file of a page" };
const pageCount: Sentence = { zh: "页数", en: "the number of pages" };
const objectCount: Sentence = { zh: "一页内的对象数", en: "the number of objects on a page" };
const formDepth: Sentence = { zh: "图形的嵌套层数", en: "the nesting of drawings" };
