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
  let clipped = 0;
  try {
    if (page === 0) return { number: index + 1, width: 0, height: 0, texts: [], lines: [], pictures: [] };
    const flattened = flattenAnnotations(open, page);
    if (flattened.any) {
      library.FPDF_ClosePage(page);
      page = library.FPDF_LoadPage(open.document, index);
    }
    const own = page;
    const loaded = () => {
      if (clipped === 0) {
        forgetNoClips(open, own);
        clipped = library.FPDF_LoadPage(open.document, index);
      }
      return clipped;
    };
    return read({ ...open, page, clipped: loaded }, index + 1, flattened);
  } finally {
    if (clipped !== 0) library.FPDF_ClosePage(clipped);
    if (page !== 0) library.FPDF_ClosePage(page);
  }
}

/** Far outside of any page. */
const FAR = 1_000_000;

/** An eighth of a turn, and back: exact in binary numbers, so that both together change nothing. */
const TURN = [1, 1, -1, 1, 0, 0] as const;
const BACK = [0.5, -0.5, 0.5, 0.5, 0, 0] as const;

/**
 * Cuts a page, when it is loaded again, to a square on its corner that is larger than any page. Where a text is cut to one rectangle that has all of it
 * inside, the engine forgets that; but programs leave out of a text what would be outside. What is cut to another shape, too, it keeps.
 */
function forgetNoClips({ library, memory, room }: OpenDocument, page: number): void {
  const matrix = room + 16;
  memory.putFloats(room, [-FAR, FAR, FAR, -FAR]);
  memory.putFloats(matrix, TURN);
  library.FPDFPage_TransFormWithClip(page, matrix, room);
  memory.putFloats(matrix, BACK);
  library.FPDFPage_TransFormWithClip(page, matrix, 0);
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
