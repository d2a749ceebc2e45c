import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";
import { after, apply, IDENTITY, type Matrix, type Point, shownFrom } from "../page/geometry.js";
import { MAX_FORM_DEPTH, MAX_PAGE_LINES, MAX_PAGE_OBJECTS, MAX_PAGE_TEXTS } from "../page/limits.js";
import type { Box, Page, PageLine, PageText } from "../page/page.js";
import { filledShapes, MAX_STROKE, type Stretch, strokedLines } from "../page/paths.js";
import { asciiName } from "./fonts.js";
import { Ink } from "./ink.js";
import type { Memory } from "./memory.js";

/** A document that the engine has open. */
export interface OpenDocument {
  readonly library: WrappedPdfiumModule;
  readonly memory: Memory;
  readonly document: number;
  /** Fonts whose characters the file does not say. */
  readonly fonts: ReadonlySet<string>;
  readonly language: Language;
}

const PATH = 2;
const IMAGE = 3;
const FORM = 5;

/** Kinds of annotations that put text on a page: free text, stamps, fields of a form. */
const SHOWN_ANNOTATIONS: ReadonlySet<number> = new Set([3, 13, 20]);

/** Room for what the engine's functions give back. */
const ROOM = 1024;

/** One page of a document. */
export function readPage(open: OpenDocument, index: number): Page {
  const { library } = open;
  let page = library.FPDF_LoadPage(open.document, index);
  if (page !== 0 && hasShownAnnotations(library, page)) {
    library.FPDFPage_Flatten(page, 0);
    library.FPDF_ClosePage(page);
    page = library.FPDF_LoadPage(open.document, index);
  }
  if (page === 0) return { number: index + 1, width: 0, height: 0, texts: [], lines: [], pictures: [] };
  const room = library.pdfium.wasmExports.malloc(ROOM);
  const text = library.FPDFText_LoadPage(page);
  try {
    return new PageReader(open, page, text, room).read(index + 1);
  } finally {
    library.FPDFText_ClosePage(text);
    library.FPDF_ClosePage(page);
    library.pdfium.wasmExports.free(room);
  }
}

function hasShownAnnotations(library: WrappedPdfiumModule, page: number): boolean {
  const count = Math.min(library.FPDFPage_GetAnnotCount(page), MAX_PAGE_OBJECTS);
  for (let i = 0; i < count; i += 1) {
    const annotation = library.FPDFPage_GetAnnot(page, i);
    const subtype = library.FPDFAnnot_GetSubtype(annotation);
    library.FPDFPage_CloseAnnot(annotation);
    if (SHOWN_ANNOTATIONS.has(subtype)) return true;
  }
  return false;
}

/** How the text of one text object looks. */
interface Style {
  readonly shown: boolean;
  readonly visible: boolean;
  readonly white: boolean;
  readonly font: string;
  readonly embedded: boolean;
  readonly uncertain: boolean;
  readonly size: number;
}

/** A digit, which must be drawn to count. */
const DIGIT = /^[\d０-９]$/;

interface Colour {
  readonly white: boolean;
  readonly opaque: boolean;
}

/** The widest character, as part of its size; and how much of the size is above the line that Chinese characters stand on. */
const WIDEST = 1.6;
const ASCENT = 0.88;

/** Text that rises less than this, as part of its length, is level. */
const LEVEL = 0.1;

/** Render modes that draw nothing. */
const INVISIBLE: ReadonlySet<number> = new Set([3, 7]);

/** Colours from here on, of 255, cannot be told from paper; what is less opaque than this cannot be seen. */
const PAPER = 250;
const FAINT = 13;

class PageReader {
  readonly #open: OpenDocument;
  readonly #page: number;
  readonly #text: number;
  readonly #room: number;
  readonly #styles = new Map<number, Style>();
  readonly #fonts = new Map<number, string>();
  readonly #lines: PageLine[] = [];
  readonly #pictures: Box[] = [];
  /** Areas that are filled with a colour that white text can be read on. */
  readonly #areas: Box[] = [];
  #objects = 0;

  constructor(open: OpenDocument, page: number, text: number, room: number) {
    this.#open = open;
    this.#page = page;
    this.#text = text;
    this.#room = room;
  }

  read(number: number): Page {
    const { library, memory } = this.#open;
    library.FPDF_GetPageBoundingBox(this.#page, this.#room);
    const [left, top, right, bottom] = [0, 4, 8, 12].map((at) => memory.float(this.#room + at));
    const box = { left: left ?? 0, top: top ?? 0, right: right ?? 0, bottom: bottom ?? 0 };
    const turns = library.FPDFPage_GetRotation(this.#page) & 3;
    const shown = shownFrom(box, turns);
    const [width, height] = [box.right - box.left, box.top - box.bottom];
    const count = library.FPDFPage_CountObjects(this.#page);
    for (let i = 0; i < count; i += 1) this.#addObject(library.FPDFPage_GetObject(this.#page, i), shown, 0);
    const size = turns % 2 === 0 ? { width, height } : { width: height, height: width };
    const texts = this.#readTexts(shown, turns, size);
    return { number, ...size, texts, lines: this.#lines, pictures: this.#pictures };
  }

  #addObject(object: number, outer: Matrix, depth: number): void {
    const { library, language } = this.#open;
    this.#objects += 1;
    if (this.#objects > MAX_PAGE_OBJECTS) throw tooMuch(objectCount, MAX_PAGE_OBJECTS, this.#objects, language);
    switch (library.FPDFPageObj_GetType(object)) {
      case PATH:
        this.#addPath(object, after(outer, this.#matrixOf(object)));
        break;
      case IMAGE:
        this.#addPicture(after(outer, this.#matrixOf(object)));
        break;
      case FORM: {
        if (depth >= MAX_FORM_DEPTH) throw tooMuch(formDepth, MAX_FORM_DEPTH, depth + 1, language);
        const own = after(outer, this.#matrixOf(object));
        const count = library.FPDFFormObj_CountObjects(object);
        for (let i = 0; i < count; i += 1) this.#addObject(library.FPDFFormObj_GetObject(object, i), own, depth + 1);
        break;
      }
      default:
    }
  }

  #matrixOf(object: number): Matrix {
    const { library, memory } = this.#open;
    const at = this.#room;
    if (!library.FPDFPageObj_GetMatrix(object, at)) return IDENTITY;
    return {
      a: memory.float(at),
      b: memory.float(at + 4),
      c: memory.float(at + 8),
      d: memory.float(at + 12),
      e: memory.float(at + 16),
      f: memory.float(at + 20),
    };
  }

  #addPicture(matrix: Matrix): void {
    const corners = [apply(matrix, [0, 0]), apply(matrix, [1, 1])] as const;
    const [[ax, ay], [bx, by]] = corners;
    this.#pictures.push([Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]);
  }

  #addPath(object: number, matrix: Matrix): void {
    const { library, memory, language } = this.#open;
    library.FPDFPath_GetDrawMode(object, this.#room, this.#room + 4);
    const filled = memory.integer(this.#room) !== 0;
    const stroked = memory.integer(this.#room + 4) !== 0;
    if (!filled && !stroked) return;
    const stretches = this.#stretchesOf(object, matrix);
    if (stroked && isSeen(this.#colourOf(object, "stroke"))) {
      library.FPDFPageObj_GetStrokeWidth(object, this.#room);
      if (memory.float(this.#room) <= MAX_STROKE) this.#lines.push(...strokedLines(stretches));
    }
    if (filled) {
      const colour = this.#colourOf(object, "fill");
      const { lines, areas } = filledShapes(stretches);
      if (isSeen(colour)) {
        this.#lines.push(...lines);
        this.#areas.push(...areas);
      }
    }
    if (this.#lines.length > MAX_PAGE_LINES) throw tooMuch(lineCount, MAX_PAGE_LINES, this.#lines.length, language);
  }

  #stretchesOf(object: number, matrix: Matrix): readonly Stretch[] {
    const { library, memory } = this.#open;
    const stretches: { points: Point[]; closed: boolean; curved: boolean }[] = [];
    const count = Math.min(library.FPDFPath_CountSegments(object), MAX_PAGE_LINES);
    for (let i = 0; i < count; i += 1) {
      const segment = library.FPDFPath_GetPathSegment(object, i);
      library.FPDFPathSegment_GetPoint(segment, this.#room, this.#room + 4);
      const point = apply(matrix, [memory.float(this.#room), memory.float(this.#room + 4)]);
      const type = library.FPDFPathSegment_GetType(segment);
      if (type === MOVE || stretches.length === 0) stretches.push({ points: [], closed: false, curved: false });
      const last = stretches[stretches.length - 1];
      if (last === undefined) continue;
      last.points.push(point);
      if (type === CURVE) last.curved = true;
      if (library.FPDFPathSegment_GetClose(segment)) last.closed = true;
    }
    return stretches;
  }

  #colourOf(object: number, kind: "fill" | "stroke"): Colour {
    const { library, memory } = this.#open;
    const at = this.#room;
    const known =
      kind === "fill"
        ? library.FPDFPageObj_GetFillColor(object, at, at + 4, at + 8, at + 12)
        : library.FPDFPageObj_GetStrokeColor(object, at, at + 4, at + 8, at + 12);
    if (!known) return { white: false, opaque: true };
    const white = [0, 4, 8].every((offset) => memory.integer(at + offset) >= PAPER);
    return { white, opaque: memory.integer(at + 12) >= FAINT };
  }

  #readTexts(shown: Matrix, turns: number, size: { readonly width: number; readonly height: number }): readonly PageText[] {
    const { library, memory, language } = this.#open;
    const count = library.FPDFText_CountChars(this.#text);
    if (count > MAX_PAGE_TEXTS) throw tooMuch(textCount, MAX_PAGE_TEXTS, count, language);
    const texts: PageText[] = [];
    const embedded: boolean[] = [];
    const at = this.#room;
    for (let i = 0; i < count; i += 1) {
      if (library.FPDFText_IsGenerated(this.#text, i) === 1) continue;
      const object = library.FPDFText_GetTextObject(this.#text, i);
      const style = this.#styleOf(object, i);
      if (!style.shown) continue;
      library.FPDFText_GetCharOrigin(this.#text, i, at, at + 8);
      const origin: Point = [memory.double(at), memory.double(at + 8)];
      const box = this.#boxOf(i, origin, style.size, shown);
      const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
      if (style.white && !this.#areas.some(([left, top, right, bottom]) => left <= x && x <= right && top <= y && y <= bottom))
        continue;
      const [, baseline] = apply(shown, origin);
      const code = library.FPDFText_GetUnicode(this.#text, i);
      const unsaid = style.uncertain || library.FPDFText_HasUnicodeMapError(this.#text, i) === 1 || isUnsaid(code);
      const angle = 90 * turns - (library.FPDFText_GetCharAngle(this.#text, i) * 180) / Math.PI;
      texts.push({
        text: unsaid ? "\ufffd" : String.fromCodePoint(code),
        box,
        baseline,
        size: style.size,
        angle,
        font: style.font,
        visible: style.visible,
      });
      embedded.push(style.embedded);
    }
    return this.#asDrawn(texts, embedded, size);
  }

  /**
   * Digits that leave no ink on the page are not seen: in layers that are switched off, clipped, painted over. Fonts that are not in
   * the file may be ones that cannot be drawn here; of these it counts only where some other digit of them is drawn.
   */
  #asDrawn(
    texts: readonly PageText[],
    embedded: readonly boolean[],
    size: { readonly width: number; readonly height: number },
  ): readonly PageText[] {
    const { library, memory } = this.#open;
    const isDigit = ({ text, visible }: PageText): boolean => visible && DIGIT.test(text);
    if (!texts.some(isDigit)) return texts;
    const ink = Ink.of(library, memory, this.#page, size);
    if (ink === null) return texts;
    const drawn = texts.map((text) => !isDigit(text) || ink.in(text.box));
    const fonts = new Set(texts.flatMap((text, i) => (isDigit(text) && drawn[i] === true ? [text.font] : [])));
    return texts.map((text, i) =>
      drawn[i] === true || (embedded[i] !== true && !fonts.has(text.font)) ? text : { ...text, visible: false },
    );
  }

  /**
   * The place of a character: as wide as it is set, as high as its size, since fonts for Chinese say heights of up to three
   * lines. Of text that is written downwards the engine says too large a box; there a character is as wide as it is high.
   */
  #boxOf(character: number, [x, y]: Point, size: number, shown: Matrix): Box {
    const { library, memory } = this.#open;
    const at = this.#room;
    library.FPDFText_GetLooseCharBox(this.#text, character, at);
    const [left, top, right, bottom] = [memory.float(at), memory.float(at + 4), memory.float(at + 8), memory.float(at + 12)];
    const flat = Math.abs(Math.sin(library.FPDFText_GetCharAngle(this.#text, character))) < LEVEL;
    const downwards = flat && right - left > WIDEST * size;
    const above: Point = [downwards ? x : left, flat ? y + ASCENT * size : top];
    const below: Point = [downwards ? x + size : right, flat ? y - (1 - ASCENT) * size : bottom];
    const [ax, ay] = apply(shown, above);
    const [bx, by] = apply(shown, below);
    return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
  }

  #styleOf(object: number, character: number): Style {
    const known = this.#styles.get(object);
    if (known !== undefined) return known;
    const { library, memory, fonts } = this.#open;
    const colour = this.#colourOf(object, "fill");
    const handle = library.FPDFTextObj_GetFont(object);
    const font = this.#fontName(handle);
    library.FPDFText_GetMatrix(this.#text, character, this.#room);
    const scale = Math.hypot(memory.float(this.#room + 8), memory.float(this.#room + 12));
    const style: Style = {
      shown: colour.opaque,
      visible: !INVISIBLE.has(library.FPDFTextObj_GetTextRenderMode(object)),
      white: colour.white,
      font,
      embedded: library.FPDFFont_GetIsEmbedded(handle) === 1,
      uncertain: fonts.has(asciiName(font)),
      size: library.FPDFText_GetFontSize(this.#text, character) * (scale > 0 ? scale : 1),
    };
    this.#styles.set(object, style);
    return style;
  }

  #fontName(font: number): string {
    const known = this.#fonts.get(font);
    if (known !== undefined) return known;
    const { library, memory } = this.#open;
    const length = Math.min(library.FPDFFont_GetBaseFontName(font, this.#room, ROOM), ROOM);
    const name = new TextDecoder().decode(memory.bytes(this.#room, Math.max(0, length - 1)));
    this.#fonts.set(font, name);
    return name;
  }
}

const MOVE = 2;
const CURVE = 1;

function isSeen({ white, opaque }: Colour): boolean {
  return opaque && !white;
}

const LAST_CODE_POINT = 0x10ffff;

/** Control characters, characters for private use and what is no character at all stand for nothing that could be read. */
function isUnsaid(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0xd800 && code <= 0xf8ff) ||
    code === 0xfffe ||
    code === 0xffff ||
    code > LAST_CODE_POINT
  );
}

function tooMuch(what: Sentence, limit: number, found: number, language: Language): Error {
  return formatError("format.limit", { what, limit, found }, language);
}

const objectCount: Sentence = { zh: "一页内的对象数", en: "the number of objects on a page" };
const textCount: Sentence = { zh: "一页内的文字数", en: "the number of pieces of text on a page" };
const lineCount: Sentence = { zh: "一页内的线条数", en: "the number of lines on a page" };
const formDepth: Sentence = { zh: "图形的嵌套层数", en: "the nesting of drawings" };
