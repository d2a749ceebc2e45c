import type { Box } from "../page/page.js";
import { checkLimit } from "../page/pageLimits.js";
import type { OpenDocument } from "./openPage.js";

/** Kinds of annotations that draw nothing on the page, or only an icon: notes, links, pop-ups. */
const NOT_DRAWN: ReadonlySet<number> = new Set([1, 2, 16]);

const WATERMARK = 24;

/** Kinds with their own text, which the engine omits if the file has no appearance for it. */
const WITH_TEXT: ReadonlySet<number> = new Set([3, 20]);

/** The flag of what is printed and not shown on a screen. */
const NO_VIEW = 32;

/** The look of an annotation as it is when nothing is done to it. */
const NORMAL = 0;

/** What became of the annotations of a page. */
export interface Flattened {
  /** Whether there were any that are drawn. */
  readonly any: boolean;
  /** The boxes, in page coordinates, of annotations whose appearance neither the file nor the engine gives. */
  readonly unknown: readonly Box[];
  /** The first object of the page that may be of a watermark, or not be shown on a screen. */
  readonly watermarksFrom: number;
}

/**
 * Makes annotations part of a page, as a viewer shows them: free text, stamps, fields of a form, and what strikes text out or lies
 * over it. Those for which the file has no look get the one that the engine gives them.
 */
export function flattenAnnotations({ library, memory, room, language }: OpenDocument, page: number): Flattened {
  const count = library.FPDFPage_GetAnnotCount(page);
  checkLimit("objects", count, language);
  const unknown: Box[] = [];
  let any = false;
  let watermarksFrom = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i += 1) {
    const annotation = library.FPDFPage_GetAnnot(page, i);
    const kind = library.FPDFAnnot_GetSubtype(annotation);
    if (!NOT_DRAWN.has(kind)) {
      any = true;
      // What becomes part of a page follows what was there before.
      const isMark = kind === WATERMARK || (library.FPDFAnnot_GetFlags(annotation) & NO_VIEW) !== 0;
      if (isMark) watermarksFrom = library.FPDFPage_CountObjects(page);
      const said = library.EPDFAnnot_HasAppearanceStream(annotation, NORMAL);
      const known = said || (library.EPDFAnnot_GenerateAppearance(annotation) && !WITH_TEXT.has(kind));
      if (!known && library.FPDFAnnot_GetRect(annotation, room)) {
        const [a, b, c, d] = memory.fourFloats(room);
        unknown.push([Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]);
      }
    }
    library.FPDFPage_CloseAnnot(annotation);
  }
  if (any) library.FPDFPage_Flatten(page, NORMAL);
  return { any, unknown, watermarksFrom };
}
