import { IDENTITY } from "../page/geometry.js";
import { BLANK } from "../page/glyphs.js";
import type { Box } from "../page/page.js";
import { boxAround, PathBuilder, type Stretch } from "../page/paths.js";
import { addSegments } from "./addSegments.js";
import type { Image } from "./ink.js";
import type { OpenPage } from "./openPage.js";

/** Faces that every viewer has. Digits of nearly all fonts look like those of one of them. */
const FACES = [
  "Helvetica",
  "Helvetica-Bold",
  "Helvetica-Oblique",
  "Times-Roman",
  "Times-Bold",
  "Times-Italic",
  "Courier",
  "Courier-Bold",
] as const;

const DIGITS = [..."0123456789"];

/** A font draws another digit if that one is nearer than this, and so many times nearer than the stated one. */
const LIKE = 0.25;
const TIMES = 1.5;

/** Median distance from usual digits beyond which a font (brush, ornament) is too different to be compared. */
const UNUSUAL = 0.2;

/** Characters that may occur at a figure and are not its digits: measure words, and separators. */
const MAY_FOLLOW = /^[\p{Script=Han}.,，．]$/u;

/** Chinese characters are wider than this part of their size, digits higher than that; points and commas are not. */
const FULL = 0.8;
const LEAST_HEIGHT = 0.45;

/** Size at which glyphs are looked at: outlines are given in parts of it. */
const EM = 1;

/** What is known of a glyph of a font: how far it is from each digit, and its size. */
interface Look {
  readonly distances: readonly number[];
  /** Its offset above its origin, relative to its size. */
  readonly box: Box;
}

/** Compares the digits of the fonts of one document as drawn with the digits that the file states. */
export class DigitShapes {
  readonly #engine: Engine;
  readonly #usual: UsualDigits;
  readonly #document: number;
  readonly #fonts = new Map<number, { readonly holder: number; readonly looks: Map<string, Look | null> }>();

  constructor(engine: Engine, usual: UsualDigits, document: number) {
    this.#engine = engine;
    this.#usual = usual;
    this.#document = document;
  }

  /** Which of some digits of a font look like another digit. */
  othersIn(font: number, digits: Iterable<string>): ReadonlySet<string> {
    const seen = [...digits].flatMap((digit) => {
      const look = this.#lookOf(font, digit);
      return look === null ? [] : [{ digit, distances: look.distances }];
    });
    const nearest = seen.map(({ distances }) => Math.min(...distances)).sort((a, b) => a - b);
    if ((nearest[nearest.length >> 1] ?? 0) > UNUSUAL) return new Set();
    return new Set(seen.flatMap(({ digit, distances }) => (isOther(distances, digitOf(digit)) ? [digit] : [])));
  }

  /** Whether what is drawn in the place of a digit looks like another one. */
  isOther(digit: string, image: Image | null): boolean {
    const distances = image === null ? null : this.#usual.distancesOf(image);
    return distances !== null && isOther(distances, digitOf(digit));
  }

  /** Whether a character that is not a digit looks like one; or, for a space, whether anything is drawn. */
  isDigit(font: number, character: string): boolean {
    const space = BLANK.test(character);
    if (!space && !MAY_FOLLOW.test(character)) return false;
    const look = this.#lookOf(font, character);
    if (look === null || space) return look !== null;
    return look.box[3] - look.box[1] > LEAST_HEIGHT && Math.min(...look.distances) < LIKE;
  }

  /** Where a digit of a font is drawn from its origin, in parts of its size, upwards; `null` where that is not known. */
  boxOf(font: number, digit: string): Box | null {
    return this.#lookOf(font, digit)?.box ?? null;
  }

  /** `null` for nothing, and for what is as wide as a Chinese character. */
  #lookOf(font: number, character: string): Look | null {
    const { library, memory, room } = this.#engine;
    let known = this.#fonts.get(font);
    if (known === undefined) {
      // An object keeps its font alive, so that no other font is allocated at its address.
      known = { holder: library.FPDFPageObj_CreateTextObj(this.#document, font, EM), looks: new Map() };
      this.#fonts.set(font, known);
    }
    const seen = known.looks.get(character);
    if (seen !== undefined) return seen;
    const isDigit = DIGITS.includes(character.normalize("NFKC"));
    library.FPDFFont_GetGlyphWidth(font, character.charCodeAt(0), EM, room);
    const shape = isDigit || memory.float(room) < FULL ? outlineOf(this.#engine, font, character) : null;
    const look =
      shape === null ? null : { distances: this.#usual.distances(shape), box: boxAround(shape.flatMap(({ points }) => points)) };
    known.looks.set(character, look);
    return look;
  }

  close(): void {
    for (const { holder } of this.#fonts.values()) this.#engine.library.FPDFPageObj_Destroy(holder);
  }
}

/** The functions of the engine that are used here. */
export type Engine = Pick<OpenPage, "library" | "memory" | "room">;

/** What a font draws for a character. */
function outlineOf(engine: Engine, font: number, character: string): readonly Stretch[] | null {
  const { library } = engine;
  const path = library.FPDFFont_GetGlyphPath(font, character.charCodeAt(0), EM);
  const count = path === 0 ? 0 : library.FPDFGlyphPath_CountGlyphSegments(path);
  if (count <= 0 || count > MAX_SEGMENTS) return null;
  const builder = new PathBuilder(IDENTITY);
  addSegments(engine, builder, count, (i) => library.FPDFGlyphPath_GetGlyphPathSegment(path, i));
  return builder.stretches;
}

/** Shapes whose distances are kept: many files have the same fonts. */
const MAX_KNOWN = 2000;

/** How usual fonts draw digits. */
export class UsualDigits {
  readonly #engine: Engine;
  readonly #known = new Map<string, readonly number[]>();
  #faces: readonly (readonly Raster[])[] | null = null;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** How far a shape is from each digit. */
  distances(shape: readonly Stretch[]): readonly number[] {
    const key = shape.map(({ points }) => points.join(" ")).join("|");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#faces ??= this.#drawn();
    const raster = rasterOf(shape);
    const found = this.#faces.map((faces) => Math.min(...faces.map((face) => distanceOf(raster, face))));
    if (this.#known.size < MAX_KNOWN) this.#known.set(key, found);
    return found;
  }

  /** How far what is drawn is from each digit; `null` where nothing is. */
  distancesOf(image: Image): readonly number[] | null {
    const raster = rasterIn(image);
    if (raster === null) return null;
    this.#faces ??= this.#drawn();
    return this.#faces.map((faces) => Math.min(...faces.map((face) => distanceOf(raster, face))));
  }

  /** Each digit in each of the faces. */
  #drawn(): readonly (readonly Raster[])[] {
    const { library } = this.#engine;
    const document = library.FPDF_CreateNewDocument();
    try {
      const fonts = FACES.map((face) => library.FPDFText_LoadStandardFont(document, face));
      const digits = DIGITS.map((digit) =>
        fonts.flatMap((font) => {
          const shape = outlineOf(this.#engine, font, digit);
          return shape === null ? [] : [rasterOf(shape)];
        }),
      );
      for (const font of fonts) library.FPDFFont_Close(font);
      return digits;
    } finally {
      library.FPDF_CloseDocument(document);
    }
  }
}

/** A digit has some thirty segments. */
const MAX_SEGMENTS = 2000;

const FULL_WIDTH = 0xff10;

function digitOf(digit: string): number {
  const code = digit.charCodeAt(0);
  return code >= FULL_WIDTH ? code - FULL_WIDTH : Number(digit);
}

function isOther(distances: readonly number[], value: number): boolean {
  const own = distances[value] ?? 0;
  return distances.some((other, i) => i !== value && other < LIKE && own > TIMES * other);
}

/** A shape as an image, as high as it and in the middle of its width, of no brightness in all and of length 1. */
type Raster = Float64Array;

const HEIGHT = 16;
const WIDTH = 12;

/** Lines that are looked at in a row of the image. */
const LINES = 3;

function distanceOf(a: Raster, b: Raster): number {
  let product = 0;
  for (let i = 0; i < a.length; i += 1) product += (a[i] ?? 0) * (b[i] ?? 0);
  return 1 - product;
}

function rasterOf(shape: readonly Stretch[]): Raster {
  const [left, top, right, bottom] = boxAround(shape.flatMap(({ points }) => points));
  const scale = (bottom - top) / HEIGHT;
  const middle = (left + right) / 2;
  const image = new Float64Array(HEIGHT * WIDTH);
  for (let line = 0; line < HEIGHT * LINES; line += 1) {
    const row = Math.floor(line / LINES) * WIDTH;
    for (const [from, to] of insideOf(shape, top + ((line + 0.5) * scale) / LINES)) {
      const [start, end] = [(from - middle) / scale + WIDTH / 2, (to - middle) / scale + WIDTH / 2];
      for (let i = Math.max(0, Math.floor(start)); i < Math.min(WIDTH, end); i += 1)
        image[row + i] = (image[row + i] ?? 0) + (Math.min(i + 1, end) - Math.max(i, start)) / LINES;
    }
  }
  return levelled(blurred(image));
}

/** Less than this part of the darkest is the edge of a character. */
const SEEN = 0.25;

/** The same of what is drawn; `null` where nothing is. */
function rasterIn({ values, width }: Image): Raster | null {
  const most = values.reduce((darkest, value) => Math.max(darkest, value), 0);
  let [left, top, right, bottom] = [width, Number.POSITIVE_INFINITY, 0, 0];
  values.forEach((value, i) => {
    if (value <= SEEN * most) return;
    const [x, y] = [i % width, Math.floor(i / width)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
  });
  if (bottom <= top) return null;
  const scale = (bottom - top) / HEIGHT;
  const middle = (left + right) / 2;
  const image = new Float64Array(HEIGHT * WIDTH);
  for (let row = 0; row < HEIGHT; row += 1)
    for (let column = 0; column < WIDTH; column += 1) {
      const from = middle + (column - WIDTH / 2) * scale;
      const above = top + row * scale;
      for (let y = Math.floor(above); y < above + scale; y += 1)
        for (let x = Math.floor(from); x < from + scale; x += 1) {
          if (x < left || x >= right || y < top || y >= bottom) continue;
          const share =
            (Math.min(x + 1, from + scale) - Math.max(x, from)) * (Math.min(y + 1, above + scale) - Math.max(y, above));
          const at = (HEIGHT - 1 - row) * WIDTH + column;
          image[at] = (image[at] ?? 0) + (share * (values[y * width + x] ?? 0)) / (scale * scale * most);
        }
    }
  return levelled(blurred(image));
}

/** Where a level line is inside of a shape. */
function insideOf(shape: readonly Stretch[], y: number): readonly (readonly [from: number, to: number])[] {
  const crossings: { readonly x: number; readonly turns: number }[] = [];
  for (const { points } of shape)
    points.forEach(([x, at], i) => {
      const [nextX, next] = points[(i + 1) % points.length] ?? [x, at];
      if (at <= y !== next <= y) crossings.push({ x: x + ((y - at) / (next - at)) * (nextX - x), turns: next > at ? 1 : -1 });
    });
  crossings.sort((a, b) => a.x - b.x);
  let turns = 0;
  return crossings.flatMap((crossing, i) => {
    turns += crossing.turns;
    const next = crossings[i + 1];
    return turns === 0 || next === undefined ? [] : [[crossing.x, next.x] as const];
  });
}

/** Each point with its neighbours, so that slightly displaced strokes still overlap. */
function blurred(image: Float64Array): Float64Array {
  return image.map((_, at) => {
    const [row, column] = [Math.floor(at / WIDTH), at % WIDTH];
    let sum = 0;
    for (let y = Math.max(0, row - 1); y <= Math.min(HEIGHT - 1, row + 1); y += 1)
      for (let x = Math.max(0, column - 1); x <= Math.min(WIDTH - 1, column + 1); x += 1)
        sum += (image[y * WIDTH + x] ?? 0) * (y === row ? 2 : 1) * (x === column ? 2 : 1);
    return sum;
  });
}

function levelled(image: Float64Array): Raster {
  const mean = image.reduce((sum, value) => sum + value, 0) / image.length;
  const level = image.map((value) => value - mean);
  const length = Math.sqrt(level.reduce((sum, value) => sum + value * value, 0));
  return level.map((value) => value / (length || 1));
}
