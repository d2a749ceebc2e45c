import type { Language } from "../../findings/finding.js";
import type { Point } from "./geometry.js";
import type { Box, Page, PageLine } from "./page.js";
import { type Comparisons, checkLimit } from "./pageLimits.js";
import { boxAround, filledShapes, MAX_STROKE, type Stretch, strokedLines } from "./paths.js";

/** A paint: its brightness, of 255, and its opacity, from 0 to 1. */
export interface Paint {
  readonly brightness: number;
  readonly opacity: number;
  /** `false` for a pattern. */
  readonly even?: boolean;
}

export const BLACK: Paint = { brightness: 0, opacity: 1 };

/** How bright a colour looks to the eye. */
export function brightnessOf(red: number, green: number, blue: number): number {
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}

/** The contrast of text with its background. */
export type Contrast = "none" | "faint" | "clear";

/** Brightness, of 255, from which a colour is indistinguishable from paper, and opacity below which nothing is visible. */
const PAPER = 250;
const INVISIBLE = 0.05;

/** Differences of brightness: what is not seen at all, and what is as pale as a watermark. */
const NONE = 6;
const FAINT = 71;

/** Smallest area that hides a digit of a legible size, and the part of a character that must be hidden. */
const LEAST_WIDTH = 2;
const LEAST_HEIGHT = 3;
const HIDDEN = 0.3;

/** Of a picture nothing is known but that it is there. */
const UNKNOWN: Paint = { brightness: Number.NaN, opacity: 1 };

interface Area {
  readonly box: Box;
  readonly order: number;
  readonly paint: Paint;
  readonly solid: boolean;
}

/** What is drawn on a page besides text, in painting order, and what of the text remains visible. */
export class Canvas {
  readonly lines: PageLine[] = [];
  /** Pictures, and drawings that are neither lines nor areas. */
  readonly pictures: Box[] = [];
  readonly #areas: Area[] = [];
  readonly #drawn: { readonly box: Box; readonly isEven: boolean }[] = [];
  readonly #covers: Area[] = [];
  readonly #comparisons: Comparisons;
  readonly #language: Language;
  /** Whether anything is so dark that black text is not visible on it. */
  #dark = false;
  #order = 0;

  constructor(comparisons: Comparisons, language: Language) {
    this.#comparisons = comparisons;
    this.#language = language;
  }

  /** The place in the order of painting of what is painted next. */
  next(): number {
    this.#order += 1;
    return this.#order;
  }

  /** Boxes of what is drawn besides text: lines, pictures, and areas; rectangles of one colour have no visible detail inside. */
  addDrawn(box: Box, isEven: boolean): void {
    this.#drawn.push({ box, isEven });
  }

  /** Whether only text can be visible at a place. */
  isPlain(box: Box): boolean {
    this.#comparisons.add(this.#drawn.length);
    return !this.#drawn.some((drawn) => meets(drawn.box, box) && !(drawn.isEven && surrounds(drawn.box, box)));
  }

  /**
   * A path, painted along its edges and inside of them, or one of both; `solid` where nothing below shows through.
   */
  addPath(
    stretches: readonly Stretch[],
    look: { stroke: Paint | null; fill: Paint | null; width: number; solid: boolean; isMark?: boolean },
  ): void {
    const { stroke, fill, width, solid, isMark = false } = look;
    if (fill !== null && fill.opacity >= INVISIBLE) {
      const { lines, areas, drawings } = filledShapes(stretches, this.#comparisons);
      if (isSeen(fill)) this.#addLines(lines, drawings, isMark);
      for (const box of areas) this.#addArea(box, fill, solid);
    }
    // A wide line is an area, too.
    if (stroke !== null && width >= LEAST_HEIGHT && stroke.opacity >= INVISIBLE)
      for (const { from, to } of strokedLines(stretches).lines)
        if (from[0] === to[0] || from[1] === to[1]) this.#addArea(around([from, to], width / 2), stroke, solid);
    if (stroke !== null && width <= MAX_STROKE && isSeen(stroke)) {
      const { lines, drawings } = strokedLines(stretches);
      this.#addLines(lines, drawings, isMark);
    }
  }

  /** A picture; `solid` where nothing below shows through. */
  addPicture(box: Box, solid: boolean): void {
    this.pictures.push(box);
    this.#addArea(box, UNKNOWN, solid);
  }

  /** Something that hides what was painted before it. */
  addCover(box: Box): void {
    this.#addArea(box, UNKNOWN, true);
  }

  #addLines(lines: readonly PageLine[], drawings: readonly Box[], isMark: boolean): void {
    for (const line of lines) this.lines.push(isMark ? { ...line, mark: true } : line);
    this.pictures.push(...drawings);
    checkLimit("lines", this.lines.length + this.pictures.length, this.#language);
  }

  #addArea(box: Box, paint: Paint, solid: boolean): void {
    const area = { box, order: this.next(), paint, solid };
    if (box[2] - box[0] < LEAST_WIDTH || box[3] - box[1] < LEAST_HEIGHT) return;
    checkLimit("areas", this.#areas.push(area), this.#language);
    if (solid || paint === UNKNOWN) this.#covers.push(area);
    if (paint.brightness < 2 * FAINT) this.#dark = true;
  }

  /** The contrast of a text with what was painted before it at its place. */
  contrastOf(text: Box, { brightness, opacity }: Paint, order: number): Contrast {
    if (opacity < INVISIBLE) return "none";
    // Nearly all text is black on a light background.
    if (!this.#dark && brightness < FAINT && opacity === 1) return "clear";
    const x = (text[0] + text[2]) / 2;
    const y = (text[1] + text[3]) / 2;
    let ground = 255;
    let compared = 0;
    for (const { box, order: at, paint } of this.#areas) {
      if (at > order) break;
      compared += 1;
      if (box[0] > x || x > box[2] || box[1] > y || y > box[3]) continue;
      ground = paint.opacity === 1 ? paint.brightness : paint.opacity * paint.brightness + (1 - paint.opacity) * ground;
    }
    this.#comparisons.add(compared);
    if (Number.isNaN(ground)) return "clear";
    const difference = opacity * Math.abs(ground - brightness);
    return difference < NONE ? "none" : difference < FAINT ? "faint" : "clear";
  }

  /** The best contrast of a text painted in several ways, such as stroke and fill. */
  clearestOf(box: Box, paints: readonly Paint[], order: number): Contrast {
    const [paint] = paints;
    if (paint !== undefined && paints.length === 1) return this.contrastOf(box, paint, order);
    const found = paints.map((paint) => this.contrastOf(box, paint, order));
    return found.includes("clear") ? "clear" : found.includes("faint") ? "faint" : "none";
  }

  /** What was painted later over a good part of a character: an area or a picture through which nothing shows, or any other picture. */
  coverOf(text: Box, order: number): "solid" | "picture" | null {
    if ((this.#covers[this.#covers.length - 1]?.order ?? Number.NEGATIVE_INFINITY) < order) return null;
    const [left, top, right, bottom] = text;
    let cover: "solid" | "picture" | null = null;
    let compared = 0;
    const part = HIDDEN * (right - left) * (bottom - top);
    for (let i = this.#covers.length - 1; i >= 0 && cover !== "solid"; i -= 1) {
      const area = this.#covers[i];
      if (area === undefined || area.order < order) break;
      compared += 1;
      const width = Math.min(area.box[2], right) - Math.max(area.box[0], left);
      const height = Math.min(area.box[3], bottom) - Math.max(area.box[1], top);
      if (width <= 0 || height <= 0 || width * height <= part) continue;
      cover = area.solid ? "solid" : "picture";
    }
    this.#comparisons.add(compared);
    return cover;
  }

  page(size: Pick<Page, "number" | "width" | "height" | "texts">): Page {
    return { ...size, lines: this.lines, pictures: this.pictures };
  }
}

function around(points: readonly Point[], edge: number): Box {
  const [left, top, right, bottom] = boxAround(points);
  return [left - edge, top - edge, right + edge, bottom + edge];
}

function meets(a: Box, b: Box): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}

function surrounds(outer: Box, inner: Box): boolean {
  return outer[0] < inner[0] && outer[1] < inner[1] && outer[2] > inner[2] && outer[3] > inner[3];
}

function isSeen({ brightness, opacity }: Paint): boolean {
  return opacity >= INVISIBLE && brightness < PAPER;
}
