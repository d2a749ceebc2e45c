import type { Language } from "../../findings/finding.js";
import { attributeOf, elementsOf, type XmlElement } from "../office/xml.js";
import { BLACK, brightnessOf, Canvas, type Paint } from "../page/canvas.js";
import { after, boxIn, holds, type Matrix } from "../page/geometry.js";
import { DIGIT } from "../page/glyphs.js";
import { ASCENT, type Box, type Page, type PageText } from "../page/page.js";
import { type Comparisons, checkLimit } from "../page/pageLimits.js";
import { boxAround } from "../page/paths.js";
import { childrenOf, firstOf, nameOf, numberOf, numbersOf, textIn } from "./package.js";
import { stretchesOf } from "./path.js";
import { PLAIN_BITS, type Resources } from "./resources.js";
import { placeCharacters } from "./text.js";

/** By how much a character may be wider than others of its kind. */
const WIDEST = 1.3;

const WHOLE = { depth: 0, opacity: 1, cuts: [] } as const;

/** Layers in the order in which they are painted; a layer without a type is a body layer. */
const LAYERS = ["Background", "Body", "Foreground"];

function rankOf(layer: XmlElement): number {
  const rank = LAYERS.indexOf(attributeOf(layer, "Type") ?? "Body");
  return rank < 0 ? 1 : rank;
}

/** From this opacity on an object hides what is below it: what shows through is as pale as a watermark. */
const HIDING = 0.72;

/** Drawings up to this part of the page hide what is below them; larger ones are frames. */
const SMALL = 0.1;

/** Part of a page that no stamp covers. */
const MOST_OF_PAGE = 0.5;

/** The container of an object. */
interface Around {
  readonly matrix: Matrix;
  /** Whether it is a mark over the page: a watermark, a stamp. */
  readonly isMark: boolean;
  /** How the objects of its layer are drawn unless they state it. */
  readonly param: string | undefined;
  readonly depth: number;
  /** How opaque it is, from 0 to 1, and what it is cut to. */
  readonly opacity: number;
  readonly cuts: readonly Cut[];
}

/** Whether something is outside of what an object is cut to. */
type Cut = (box: Box) => boolean;

/** Collects the content of one page, layer by layer. */
export class ContentReader {
  readonly #resources: Resources;
  readonly #comparisons: Comparisons;
  readonly #language: Language;
  readonly #canvas: Canvas;
  readonly #painted: { readonly texts: readonly PageText[]; readonly order: number; readonly paints: readonly Paint[] }[] = [];
  readonly #width: number;
  readonly #height: number;
  readonly #shown: Box;
  #objects = 0;

  /** The size of the page is in points, and so is the part of it that is shown. */
  constructor(
    resources: Resources,
    { width, height, shown }: { readonly width: number; readonly height: number; readonly shown: Box },
    comparisons: Comparisons,
    language: Language,
  ) {
    this.#width = width;
    this.#height = height;
    this.#shown = shown;
    this.#resources = resources;
    this.#comparisons = comparisons;
    this.#language = language;
    this.#canvas = new Canvas(comparisons, language);
  }

  page(number: number): Page {
    const texts: PageText[] = [];
    for (const { texts: own, order, paints } of this.#painted)
      for (const text of own) {
        // Text without any paint is not white text, but invisible.
        const contrast = paints.length === 0 ? "clear" : this.#canvas.clearestOf(text.box, paints, order);
        if (contrast === "none") continue;
        const visible = text.visible && this.#canvas.coverOf(text.box, order) !== "solid";
        const isAsItWas = visible === text.visible && contrast === "clear";
        texts.push(isAsItWas ? text : { ...text, visible, ...(contrast === "faint" ? { faint: true } : {}) });
      }
    return this.#canvas.page({ number, width: this.#width, height: this.#height, texts });
  }

  addLayers(layers: readonly XmlElement[], matrix: Matrix): void {
    const sorted = [...layers].sort((a, b) => rankOf(a) - rankOf(b));
    for (const layer of sorted)
      if (!isHidden(layer)) this.#addBlock(layer, { ...WHOLE, matrix, isMark: false, param: attributeOf(layer, "DrawParam") });
  }

  /** The appearance of an annotation. The text of a mark over the page is not text of the page, but may hide some. */
  addAppearance(appearance: XmlElement, matrix: Matrix, isMark: boolean): void {
    this.#addBlock(appearance, { ...WHOLE, matrix, isMark, param: undefined });
  }

  #addBlock(block: XmlElement, around: Around): void {
    for (const object of elementsOf(block)) {
      this.#count();
      if (isHidden(object)) continue;
      const bounds = boundsOf(object);
      const matrix = after(around.matrix, matrixOf(object, bounds));
      switch (nameOf(object)) {
        case "PageBlock":
        case "Layer":
          this.#addBlock(object, around);
          break;
        case "TextObject":
          this.#addText(object, bounds, matrix, around);
          break;
        case "PathObject":
          this.#addPath(object, matrix, around);
          break;
        case "ImageObject":
          this.#addPicture(boxIn(around.matrix, bounds), around.opacity * opacityOf(object) >= HIDING, around.isMark);
          break;
        case "CompositeObject":
          this.#addUnit(object, { ...around, matrix, cuts: this.#cutsOf(object, bounds, matrix, around) });
          break;
        default:
      }
    }
  }

  #partOfPage([left, top, right, bottom]: Box): number {
    return ((right - left) * (bottom - top)) / (this.#width * this.#height);
  }

  /** A picture that is a mark over most of the page is a watermark, through which the page is seen. */
  #addPicture(box: Box, solid: boolean, isMark: boolean): void {
    if (!isMark || (solid && this.#partOfPage(box) < MOST_OF_PAGE)) this.#canvas.addPicture(box, solid);
  }

  #count(): void {
    this.#objects += 1;
    checkLimit("objects", this.#objects, this.#language);
  }

  #addUnit(object: XmlElement, around: Around): void {
    checkLimit("depth", around.depth + 1, this.#language);
    const content = firstOf(this.#resources.unit(attributeOf(object, "ResourceID")), "Content");
    if (content === undefined) return;
    const opacity = around.opacity * opacityOf(object);
    this.#addBlock(content, { ...around, depth: around.depth + 1, opacity });
  }

  #addText(object: XmlElement, bounds: Box, matrix: Matrix, around: Around): void {
    const { isMark } = around;
    const size = numberOf(attributeOf(object, "Size")) ?? 0;
    if (size <= 0) return;
    const paints: Paint[] = [];
    if (says(object, "Fill", true)) paints.push(this.#paintOf(object, "FillColor", around));
    if (says(object, "Stroke", false)) paints.push(this.#paintOf(object, "StrokeColor", around));
    const known = paints.every(({ brightness }) => !Number.isNaN(brightness));
    const inked = known && paints.some(({ opacity }) => opacity > 0) && matrix.a * matrix.d - matrix.b * matrix.c > 0;
    const turned = numberOf(attributeOf(object, "CharDirection")) ?? 0;
    const angle = (Math.atan2(matrix.b, matrix.a) * 180) / Math.PI + turned;
    const scale = Math.hypot(matrix.c, matrix.d);
    const font = attributeOf(object, "Font") ?? "";
    const stretch = numberOf(attributeOf(object, "HScale")) ?? 1;
    const direction = numberOf(attributeOf(object, "ReadDirection")) ?? 0;
    const cuts = this.#cutsOf(object, bounds, matrix, around);
    const order = this.#canvas.next();
    const [from, , to] = boxIn(around.matrix, bounds);
    const height = size * scale;
    const texts: PageText[] = [];
    placeCharacters(object, size, direction, (text, { x, y, width: plain, advance, glyph }) => {
      const own = plain * stretch;
      const width = advance === null ? own : Math.min(advance, WIDEST * own);
      const box = boxIn(matrix, [x, y - ASCENT * size, x + width, y + (1 - ASCENT) * size]);
      this.#count();
      const middle = (box[0] + box[2]) / 2;
      // A digit beyond the object's own bounds some viewers show and others cut.
      const within = from === to || (from < middle && middle < to) || !DIGIT.test(text);
      const visible = inked && !cuts.some((isCut) => isCut(box)) && within && holdsMiddle(this.#shown, box);
      if (glyph !== undefined) this.#resources.glyphs.note(font, text, glyph);
      const placed: PageText = {
        text,
        box,
        baseline: matrix.b * x + matrix.d * y + matrix.f,
        size: height,
        angle,
        font,
        visible,
      };
      texts.push(isMark ? { ...placed, mark: true } : placed);
    });
    this.#painted.push({ texts, order, paints });
  }

  #cutsOf(object: XmlElement, bounds: Box, matrix: Matrix, { matrix: outer, cuts }: Around): readonly Cut[] {
    const clips = firstOf(object, "Clips");
    return clips === undefined ? cuts : [...cuts, cutOf(clips, [after(outer, cornerOf(bounds)), matrix], this.#comparisons)];
  }

  #addPath(object: XmlElement, matrix: Matrix, around: Around): void {
    const { param, isMark } = around;
    const stretches = stretchesOf(textIn(object, "AbbreviatedData") ?? "", matrix);
    const width = Number(this.#resources.said(object, param, (element) => attributeOf(element, "LineWidth")) ?? 0);
    const fill = says(object, "Fill", false) ? this.#paintOf(object, "FillColor", around) : null;
    const stroke = says(object, "Stroke", true) ? this.#paintOf(object, "StrokeColor", around) : null;
    const solid = ((fill ?? stroke)?.opacity ?? 0) >= HIDING;
    this.#canvas.addPath(stretches, { stroke, fill, width: width * Math.hypot(matrix.a, matrix.b), solid, isMark });
    // Pages of this format are not rendered: a shape that is not a rectangle is taken to hide its whole box.
    if (fill === null || !solid) return;
    const box = boxAround(stretches.flatMap(({ points }) => points));
    if (this.#partOfPage(box) < SMALL) this.#canvas.addCover(box);
  }

  #paintOf(object: XmlElement, kind: "FillColor" | "StrokeColor", { param, opacity }: Around): Paint {
    const colour = this.#resources.said(object, param, (element) => firstOf(element, kind));
    const own = opacity * opacityOf(object);
    if (colour === undefined) return own === 1 ? BLACK : { ...BLACK, opacity: own };
    return { brightness: this.#brightnessOf(colour), opacity: own * opacityOf(colour) };
  }

  /** NaN for anything but a plain colour of eight bits: a gradient, a pattern, a palette colour. */
  #brightnessOf(colour: XmlElement): number {
    const value = attributeOf(colour, "Value");
    const numbers = numbersOf(value?.replace(/#([0-9A-Fa-f]+)/g, (_, hex: string) => String(Number.parseInt(hex, 16))));
    const isPlain =
      elementsOf(colour).length === 0 &&
      attributeOf(colour, "Index") === undefined &&
      this.#resources.bitsOf(attributeOf(colour, "ColorSpace")) === PLAIN_BITS;
    return isPlain && (value === undefined || numbers.length > 0) ? brightnessIn(numbers) : Number.NaN;
  }
}

/** How bright a colour is, by its values of grey, of red, green and blue, or of four inks; black where it has none. */
function brightnessIn([first = 0, second, third, ink]: readonly number[]): number {
  if (second === undefined || third === undefined) return first;
  if (ink === undefined) return brightnessOf(first, second, third);
  const light = (value: number) => Math.max(0, 255 - value - ink);
  return brightnessOf(light(first), light(second), light(third));
}

function opacityOf(element: XmlElement): number {
  return (numberOf(attributeOf(element, "Alpha")) ?? 255) / 255;
}

export function isHidden(object: XmlElement): boolean {
  return !says(object, "Visible", true);
}

/** Whether an attribute is true; `otherwise` if it is neither true nor false. */
function says(object: XmlElement, name: string, otherwise: boolean): boolean {
  const value = attributeOf(object, name)?.trim().toLowerCase();
  return value === "true" || value === "1" || (otherwise && value !== "false" && value !== "0");
}

/**
 * Whether a character is outside the clip of an object. Producers state the clip in the object's own coordinates or in those of
 * its container: what is inside either is visible.
 */
function cutOf(list: XmlElement, measures: readonly Matrix[], comparisons: Comparisons): Cut {
  const clips = childrenOf(list, "Clip").map((clip) =>
    childrenOf(clip, "Area").flatMap((area) => {
      const data = textIn(firstOf(area, "Path"), "AbbreviatedData");
      if (data === undefined) return [];
      const ctm = matrixOf(area, boundsOf(area));
      const path = firstOf(area, "Path");
      const inner = path === undefined ? ctm : after(ctm, cornerOf(boundsOf(path)));
      return measures.flatMap((matrix) => stretchesOf(data, after(matrix, inner)).map(({ points }) => boxAround(points)));
    }),
  );
  const all = clips.reduce((sum, areas) => sum + areas.length, 0);
  const isUnclear = childrenOf(list, "Clip").some((clip) =>
    childrenOf(clip, "Area").some((area) => firstOf(area, "Text") !== undefined),
  );
  return ([left, top, right, bottom]) => {
    comparisons.add(all);
    // Nothing is known of what is cut to the shape of another text.
    if (isUnclear) return true;
    const [x, y] = [BEARING * (right - left), BEARING * (bottom - top)];
    const ink: Box = [left + x, top + y, right - x, bottom - y];
    return clips.some((areas) => areas.length > 0 && !areas.some((area) => holds(area, ink)));
  };
}

/** Whether the middle of a character is within what is shown of a page. */
function holdsMiddle([left, top, right, bottom]: Box, box: Box): boolean {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return left <= x && x <= right && top <= y && y <= bottom;
}

/** Part of the box of a character on each side that it leaves free. */
const BEARING = 0.2;

export function boundsOf(object: XmlElement): Box {
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(attributeOf(object, "Boundary"));
  return [x, y, x + width, y + height];
}

/** From the container of an object to the corner of its bounds. */
export function cornerOf([x, y]: Box): Matrix {
  return { a: 1, b: 0, c: 0, d: 1, e: x, f: y };
}

/** From an object's own coordinates to those of its container. */
function matrixOf(object: XmlElement, [x, y]: Box): Matrix {
  const values = numbersOf(attributeOf(object, "CTM"));
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values.length === 6 ? values : [];
  return { a, b, c, d, e: x + e, f: y + f };
}
