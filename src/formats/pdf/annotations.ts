import type { Box } from "../page/page.js";
import { checkLimit } from "../page/pageLimits.js";
import type { OpenPage } from "./openPage.js";

/** Kinds of annotations that draw nothing on the page, or nothing but an icon: notes, links, windows of notes. */
const NOT_DRAWN: ReadonlySet<number> = new Set([1, 2, 16]);

const WATERMARK = 24;

/** The look of an annotation as it is when nothing is done to it. */
const NORMAL = 0;

/** What became of the annotations of a page. */
export interface Flattened {
  /** Whether there were any that are drawn. */
  readonly any: boolean;
  /** Where those stand, in the page's own coordinates, of which neither the file nor the engine says what they look like. */
  readonly unknown: readonly Box[];
  /** The first object of the page that may be of a watermark. */
  readonly watermarksFrom: number;
}

/**
 * Makes annotations part of a page, as a viewer shows them: free text, stamps, fields of a form, and what strikes text out or lies
 * over it. Those for which the file has no look get the one that the engine gives them.
 */
export function flattenAnnotations({ library, memory, page, room, language }: OpenPage): Flattened {
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
      if (kind === WATERMARK) watermarksFrom = library.FPDFPage_CountObjects(page);
      const known = library.EPDFAnnot_HasAppearanceStream(annotation, NORMAL) || library.EPDFAnnot_GenerateAppearance(annotation);
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
