import { boxIn, shownFrom } from "../page/geometry.js";
import type { Page } from "../page/page.js";
import { type Flattened, flattenAnnotations } from "./annotations.js";
import type { OpenDocument, OpenPage } from "./openPage.js";
import { pageObjects } from "./pageObjects.js";
import { pageTexts } from "./pageTexts.js";

/** One page of a document. */
export function readPage(open: OpenDocument, index: number): Page {
  const { library } = open;
  let page = library.FPDF_LoadPage(open.document, index);
  try {
    if (page === 0) return { number: index + 1, width: 0, height: 0, texts: [], lines: [], pictures: [] };
    const flattened = flattenAnnotations({ ...open, page });
    if (flattened.any) {
      library.FPDF_ClosePage(page);
      page = library.FPDF_LoadPage(open.document, index);
    }
    return read({ ...open, page }, index + 1, flattened);
  } finally {
    if (page !== 0) library.FPDF_ClosePage(page);
  }
}

function read(open: OpenPage, number: number, { unknown, watermarksFrom }: Flattened): Page {
  const { library, memory, page, room } = open;
  library.FPDF_GetPageBoundingBox(page, room);
  const [left, top, right, bottom] = memory.fourFloats(room);
  const turns = library.FPDFPage_GetRotation(page) & 3;
  const shown = shownFrom({ left, top, right, bottom }, turns);
  const [width, height] = [right - left, top - bottom];
  const size = turns % 2 === 0 ? { width, height } : { width: height, height: width };
  const objects = pageObjects(open, shown, watermarksFrom);
  for (const box of unknown) objects.canvas.addPicture(boxIn(shown, box), false);
  return objects.canvas.page({ number, ...size, texts: pageTexts(open, objects, shown, size) });
}
