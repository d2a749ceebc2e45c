import type { Box } from "../page/page.js";
import type { OpenPage } from "./openPage.js";
import type { PageObjects } from "./pageObjects.js";

/** Pixels for a point, and most pixels of a page; larger pages are drawn smaller. */
const SCALE = 2;
const MAX_PIXELS = 8_000_000;

/** One byte for a pixel. */
const GREY = 1;
const WHITE = 0xffffffff;

/** Difference of brightness, of 255, from which a drawing is visible; and from which it is darker than a watermark. */
const LEAST_CONTRAST = 24;
const DARK = 60;

/** Margin of a character that is not compared: adjacent characters and table lines may be there. */
const EDGE = 0.12;

/** How far from a side of its outline, as part of it, a digit must leave something; and how many pixels that is at least: glyphs are set by whole pixels. */
const SIDE = 0.22;
const LEAST_SIDE = 3;

/** What is printed, and what is seen on a screen; annotations too. */
const PRINT = 0x01 | 0x800;
const SCREEN = 0x01;

/**
 * The ink of the text of a page. Hidden layers, clipped text, and text below a picture have none. If
 * nothing else is drawn at a place, visible ink there is text; else the rendered page is compared with the page as it
 * would be drawn without its text.
 */
export class Ink {
  readonly #open: OpenPage;
  readonly #objects: PageObjects;
  /** In points, and in pixels. */
  readonly #page: Size;
  readonly #size: Size;
  /** Pixels for a point, across and down. */
  readonly #scale: readonly [x: number, y: number];
  /** The page on paper, and on a screen where that may differ. */
  readonly #views: readonly View[];

  private constructor(
    open: OpenPage,
    objects: PageObjects,
    page: Size,
    size: Size,
    scale: readonly [number, number],
    views: readonly View[],
  ) {
    this.#open = open;
    this.#objects = objects;
    this.#page = page;
    this.#size = size;
    this.#scale = scale;
    this.#views = views;
  }

  /** Draws a page; `null` where there is nothing to draw on. */
  static of(open: OpenPage, page: Size, objects: PageObjects): Ink | null {
    const scale = Math.min(SCALE, Math.sqrt(MAX_PIXELS / Math.max(1, page.width * page.height)));
    const size = { width: Math.floor(page.width * scale), height: Math.floor(page.height * scale) };
    const views = (open.fonts.layered ? [PRINT, SCREEN] : [PRINT]).flatMap((flags): View | [] => {
      const drawn = drawing(open, size, flags);
      return drawn === null ? [] : { flags, drawn, without: null };
    });
    return views.length === 0
      ? null
      : new Ink(open, objects, page, size, [size.width / page.width, size.height / page.height], views);
  }

  /** Whether text leaves something in the box of a character, but for a part of its width on each side. */
  in(box: Box, edge: number = EDGE): boolean {
    return this.#contrastsIn(box, edge, LEAST_CONTRAST);
  }

  /** Whether it leaves something that is darker than a watermark; text may be part of a drawing that lets the paper through. */
  isDarkIn(box: Box): boolean {
    return this.#contrastsIn(box, EDGE, DARK);
  }

  #contrastsIn([left, top, right, bottom]: Box, edge: number, least: number): boolean {
    const [x, y] = [edge * (right - left), EDGE * (bottom - top)];
    const area = this.#pixelsOf([left + x, top + y, right - x, bottom - y]);
    return this.#views.every((view) => isAny(this.#textIn(view, area, least), area));
  }

  /** Whether text that is as large as a box leaves something near to each of its sides: nothing of it is cut off or painted over. */
  fills(box: Box): boolean {
    const area = this.#pixelsOf(box);
    const [left, top, right, bottom] = area;
    const [width, height] = [right - left, bottom - top].map((length) => Math.ceil(Math.max(LEAST_SIDE, SIDE * length)));
    if (width === undefined || height === undefined) return false;
    const sides: readonly Box[] = [
      [left, top, left + width, bottom],
      [right - width, top, right, bottom],
      [left, top, right, top + height],
      [left, bottom - height, right, bottom],
    ];
    return this.#views.every((view) => {
      const isText = this.#textIn(view, area);
      return sides.every((side) => isAny(isText, side));
    });
  }

  /** What is drawn in the box of a character, as an image of so many lines; `null` where nothing is, or something other than text. */
  closeUp(box: Box, lines: number): Image | null {
    const [left, top, right, bottom] = box;
    const scale = lines / (bottom - top);
    const width = Math.ceil((right - left) * scale);
    if (!(width > 0 && width < MAX_WIDTH) || !this.#objects.canvas.isPlain(box)) return null;
    const drawn = drawing(this.#open, { width, height: lines }, PRINT, {
      x: -Math.round(left * scale),
      y: -Math.round(top * scale),
      width: Math.round(this.#page.width * scale),
      height: Math.round(this.#page.height * scale),
    });
    const area: Box = [0, 0, width, lines];
    const ground = drawn === null ? null : groundOf(drawn, area);
    if (drawn === null || ground === null) return null;
    const values: number[] = [];
    for (let y = 0; y < lines; y += 1)
      for (let x = 0; x < width; x += 1) values.push(Math.abs((drawn.pixels[y * drawn.width + x] ?? 0) - ground));
    return { values, width };
  }

  #pixelsOf([left, top, right, bottom]: Box): Box {
    const [x, y] = this.#scale;
    const { width, height } = this.#size;
    return [
      Math.max(0, Math.floor(left * x)),
      Math.max(0, Math.floor(top * y)),
      Math.min(width, Math.ceil(right * x)),
      Math.min(height, Math.ceil(bottom * y)),
    ];
  }

  /** Which pixels of an area show text. */
  #textIn(view: View, area: Box, least = LEAST_CONTRAST): (x: number, y: number) => boolean {
    const { pixels, width } = view.drawn;
    const ground = groundOf(view.drawn, area);
    if (ground === null) return () => false;
    const [x, y] = this.#scale;
    if (this.#objects.canvas.isPlain([area[0] / x, area[1] / y, area[2] / x, area[3] / y]))
      return (column, row) => Math.abs((pixels[row * width + column] ?? 0) - ground) >= least;
    const without = this.#withoutText(view);
    return (column, row) => {
      const at = row * width + column;
      return Math.abs((pixels[at] ?? 0) - (without.pixels[at] ?? 0)) >= least;
    };
  }

  /** The page without its text, which it has not any more after that. */
  #withoutText(view: View): Picture {
    if (view.without !== null) return view.without;
    for (const text of this.#objects.texts.keys()) this.#open.library.FPDFPageObj_SetIsActive(text, false);
    view.without = drawing(this.#open, this.#size, view.flags) ?? view.drawn;
    return view.without;
  }
}

function isAny(is: (x: number, y: number) => boolean, [left, top, right, bottom]: Box): boolean {
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) if (is(x, y)) return true;
  return false;
}

/** The most frequent brightness of an area; `null` if there is no contrast. */
function groundOf({ pixels, width }: Picture, [left, top, right, bottom]: Box): number | null {
  const counts = new Uint32Array(256);
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const pixel = pixels[y * width + x] ?? 0;
      counts[pixel] = (counts[pixel] ?? 0) + 1;
    }
  let [darkest, brightest, most] = [255, 0, 0];
  counts.forEach((count, pixel) => {
    if (count === 0) return;
    darkest = Math.min(darkest, pixel);
    brightest = pixel;
    if (count > (counts[most] ?? 0)) most = pixel;
  });
  return brightest - darkest < LEAST_CONTRAST ? null : most;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface View {
  readonly flags: number;
  readonly drawn: Picture;
  without: Picture | null;
}

/** Most pixels of a character across. */
const MAX_WIDTH = 500;

/** What is drawn at a place, line by line: from nothing to 255. */
export interface Image {
  readonly values: readonly number[];
  readonly width: number;
}

/** One byte for a pixel. */
interface Picture {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Where a page is drawn on a bitmap: its upper left corner, and how large it is. */
interface Placed extends Size {
  readonly x: number;
  readonly y: number;
}

function drawing(
  { library, memory, page }: OpenPage,
  { width, height }: Size,
  flags: number,
  placed: Placed = { x: 0, y: 0, width, height },
): Picture | null {
  if (width < 1 || height < 1) return null;
  const bitmap = library.FPDFBitmap_CreateEx(width, height, GREY, 0, 0);
  if (bitmap === 0) return null;
  try {
    library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    library.FPDF_RenderPageBitmap(bitmap, page, placed.x, placed.y, placed.width, placed.height, 0, flags);
    const stride = library.FPDFBitmap_GetStride(bitmap);
    return { pixels: memory.bytes(library.FPDFBitmap_GetBuffer(bitmap), stride * height), width: stride, height };
  } finally {
    library.FPDFBitmap_Destroy(bitmap);
  }
}
