import type { Box } from "../page/page.js";
import type { OpenPage } from "./openPage.js";

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
 * What the text of a page leaves on it: the page as it is drawn beside the page as it would be drawn without its text. Layers that
 * are switched off, clipped text, and what lies below a picture leave nothing.
 */
export class Ink {
  readonly #with: Picture;
  readonly #without: Picture;
  readonly #scale: number;

  private constructor(drawn: Picture, without: Picture, scale: number) {
    this.#with = drawn;
    this.#without = without;
    this.#scale = scale;
  }

  /** Draws a page twice; `null` where there is nothing to draw on. The page has no text any more after that. */
  static of(open: OpenPage, size: { readonly width: number; readonly height: number }, texts: Iterable<number>): Ink | null {
    const scale = Math.min(SCALE, Math.sqrt(MAX_PIXELS / Math.max(1, size.width * size.height)));
    const [width, height] = [Math.floor(size.width * scale), Math.floor(size.height * scale)];
    const drawn = drawing(open, width, height);
    for (const text of texts) open.library.FPDFPageObj_SetIsActive(text, false);
    const without = drawing(open, width, height);
    return drawn === null || without === null ? null : new Ink(drawn, without, scale);
  }

  /** Whether text leaves something in a box. */
  in([left, top, right, bottom]: Box): boolean {
    const inset = (from: number, to: number): readonly [number, number] => {
      const edge = EDGE * (to - from);
      return [Math.floor((from + edge) * this.#scale), Math.ceil((to - edge) * this.#scale)];
    };
    const [x0, x1] = inset(left, right);
    const [y0, y1] = inset(top, bottom);
    const { pixels, width, height } = this.#with;
    for (let y = Math.max(0, y0); y < Math.min(height, y1); y += 1) {
      for (let x = Math.max(0, x0); x < Math.min(width, x1); x += 1) {
        const at = y * width + x;
        if (Math.abs((pixels[at] ?? 0) - (this.#without.pixels[at] ?? 0)) >= LEAST_CONTRAST) return true;
      }
    }
    return false;
  }
}

/** One byte for a pixel. */
interface Picture {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

function drawing({ library, memory, page }: OpenPage, width: number, height: number): Picture | null {
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
