import { boxIn, shownFrom } from "../page/geometry.js";
import type { Box, Page } from "../page/page.js";
import { flattenAnnotations } from "./annotations.js";
import { type OpenDocument, type OpenPage, ROOM } from "./openPage.js";
import { pageObjects } from "./pageObjects.js";
import { pageTexts } from "./pageTexts.js";

/** One page of a document. */
export function readPage(open: OpenDocument, index: number): Page {
  const { library } = open;
  const room = library.pdfium.wasmExports.malloc(ROOM);
  let page = library.FPDF_LoadPage(open.document, index);
  try {
    if (page === 0) return { number: index + 1, width: 0, height: 0, texts: [], lines: [], pictures: [] };
    const { any, unknown } = flattenAnnotations({ ...open, page, room });
    if (any) {
      library.FPDF_ClosePage(page);
      page = library.FPDF_LoadPage(open.document, index);
    }
    return read({ ...open, page, room }, index + 1, unknown);
  } finally {
    if (page !== 0) library.FPDF_ClosePage(page);
    library.pdfium.wasmExports.free(room);
  }
}

function read(open: OpenPage, number: number, unknown: readonly Box[]): Page {
  const { library, memory, page, room } = open;
  library.FPDF_GetPageBoundingBox(page, room);
  const [left, top, right, bottom] = memory.fourFloats(room);
  const turns = library.FPDFPage_GetRotation(page) & 3;
  const shown = shownFrom({ left, top, right, bottom }, turns);
  const [width, height] = [right - left, top - bottom];
  const size = turns % 2 === 0 ? { width, height } : { width: height, height: width };
  const objects = pageObjects(open, shown);
  for (const box of unknown) objects.canvas.addPicture(boxIn(shown, box), false);
  return objects.canvas.page({ number, ...size, texts: pageTexts(open, objects, shown, size) });
}
