import type { Box } from "../page/page.js";
import type { OpenPage } from "./openPage.js";
import type { PageObjects } from "./pageObjects.js";

/** Pixels for a point, and most pixels of a page; larger pages are drawn smaller. */
const SCALE = 2;
const MAX_PIXELS = 8_000_000;

/** One byte for a pixel; all that is printed, annotations too. */
const GREY = 1;
const PRINTED = 0x01 | 0x800;
const WHITE = 0xffffffff;

/** Difference of brightness, of 255, from which an eye sees that something is drawn. */
const LEAST_CONTRAST = 24;

/** Part of a character on each of its sides that is not looked at: there its neighbours and the lines of tables may stand. */
const EDGE = 0.12;

/**
 * What the text of a page leaves on it. Layers that are switched off, clipped text, and what lies below a picture leave nothing. Where
 * nothing else is drawn at a place, what stands out there is text; else the page as it is drawn is compared with the page as it
 * would be drawn without its text.
 */
export class Ink {
  readonly #open: OpenPage;
  readonly #objects: PageObjects;
  readonly #with: Picture;
  readonly #size: { readonly width: number; readonly height: number };
  readonly #scale: number;
  #without: Picture | null = null;

  private constructor(
    open: OpenPage,
    objects: PageObjects,
    drawn: Picture,
    size: { readonly width: number; readonly height: number },
    scale: number,
  ) {
    this.#open = open;
    this.#objects = objects;
    this.#with = drawn;
    this.#size = size;
    this.#scale = scale;
  }

  /** Draws a page; `null` where there is nothing to draw on. */
  static of(open: OpenPage, page: { readonly width: number; readonly height: number }, objects: PageObjects): Ink | null {
    const scale = Math.min(SCALE, Math.sqrt(MAX_PIXELS / Math.max(1, page.width * page.height)));
    const size = { width: Math.floor(page.width * scale), height: Math.floor(page.height * scale) };
    const drawn = drawing(open, size);
    return drawn === null ? null : new Ink(open, objects, drawn, size, scale);
  }

  /** Whether text leaves something in a box. */
  in([left, top, right, bottom]: Box): boolean {
    const inset = (from: number, to: number, most: number): readonly [number, number] => {
      const edge = EDGE * (to - from);
      return [Math.max(0, Math.floor((from + edge) * this.#scale)), Math.min(most, Math.ceil((to - edge) * this.#scale))];
    };
    const { width, height, pixels } = this.#with;
    const [x0, x1] = inset(left, right, width);
    const [y0, y1] = inset(top, bottom, height);
    let [darkest, brightest] = [255, 0];
    for (let y = y0; y < y1; y += 1)
      for (let x = x0; x < x1; x += 1) {
        const pixel = pixels[y * width + x] ?? 0;
        darkest = Math.min(darkest, pixel);
        brightest = Math.max(brightest, pixel);
      }
    if (brightest - darkest < LEAST_CONTRAST) return false;
    if (this.#objects.canvas.isPlain([x0 / this.#scale, y0 / this.#scale, x1 / this.#scale, y1 / this.#scale])) return true;
    const without = this.#withoutText();
    for (let y = y0; y < y1; y += 1)
      for (let x = x0; x < x1; x += 1) {
        const at = y * width + x;
        if (Math.abs((pixels[at] ?? 0) - (without.pixels[at] ?? 0)) >= LEAST_CONTRAST) return true;
      }
    return false;
  }

  /** The page without its text, which it has not any more after that. */
  #withoutText(): Picture {
    if (this.#without !== null) return this.#without;
    for (const text of this.#objects.texts.keys()) this.#open.library.FPDFPageObj_SetIsActive(text, false);
    this.#without = drawing(this.#open, this.#size) ?? this.#with;
    return this.#without;
  }
}

/** One byte for a pixel. */
interface Picture {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

function drawing(
  { library, memory, page }: OpenPage,
  { width, height }: { readonly width: number; readonly height: number },
): Picture | null {
  if (width < 1 || height < 1) return null;
  const bitmap = library.FPDFBitmap_CreateEx(width, height, GREY, 0, 0);
  if (bitmap === 0) return null;
  try {
    library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, PRINTED);
    const stride = library.FPDFBitmap_GetStride(bitmap);
    return { pixels: memory.bytes(library.FPDFBitmap_GetBuffer(bitmap), stride * height), width: stride, height };
  } finally {
    library.FPDFBitmap_Destroy(bitmap);
  }
}
