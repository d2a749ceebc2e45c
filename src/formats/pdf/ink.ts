import type { WrappedPdfiumModule } from "@embedpdf/pdfium";
import type { Box } from "../page/page.js";
import type { Memory } from "./memory.js";

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

/** A page as it is drawn: layers that are switched off, clipped text and what is painted over are not on it. */
export class Ink {
  readonly #pixels: Uint8Array;
  readonly #width: number;
  readonly #height: number;
  readonly #scale: number;

  private constructor(pixels: Uint8Array, width: number, height: number, scale: number) {
    this.#pixels = pixels;
    this.#width = width;
    this.#height = height;
    this.#scale = scale;
  }

  /** Draws a page; `null` where there is nothing to draw on. */
  static of(
    library: WrappedPdfiumModule,
    memory: Memory,
    page: number,
    size: { readonly width: number; readonly height: number },
  ): Ink | null {
    const scale = Math.min(SCALE, Math.sqrt(MAX_PIXELS / Math.max(1, size.width * size.height)));
    const width = Math.floor(size.width * scale);
    const height = Math.floor(size.height * scale);
    if (width < 1 || height < 1) return null;
    const bitmap = library.FPDFBitmap_CreateEx(width, height, GREY, 0, 0);
    if (bitmap === 0) return null;
    try {
      library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
      library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, PRINTED);
      const stride = library.FPDFBitmap_GetStride(bitmap);
      return new Ink(memory.bytes(library.FPDFBitmap_GetBuffer(bitmap), stride * height), stride, height, scale);
    } finally {
      library.FPDFBitmap_Destroy(bitmap);
    }
  }

  /** Whether something is drawn in a box. */
  in([left, top, right, bottom]: Box): boolean {
    const inset = (from: number, to: number): readonly [number, number] => {
      const edge = EDGE * (to - from);
      return [Math.floor((from + edge) * this.#scale), Math.ceil((to - edge) * this.#scale)];
    };
    const [x0, x1] = inset(left, right);
    const [y0, y1] = inset(top, bottom);
    let least = 255;
    let most = 0;
    for (let y = Math.max(0, y0); y < Math.min(this.#height, y1); y += 1) {
      for (let x = Math.max(0, x0); x < Math.min(this.#width, x1); x += 1) {
        const value = this.#pixels[y * this.#width + x] ?? 255;
        if (value < least) least = value;
        if (value > most) most = value;
        if (most - least >= LEAST_CONTRAST) return true;
      }
    }
    return false;
  }
}
