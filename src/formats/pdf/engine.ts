import type { Language } from "../../findings/finding.js";
import type { Page } from "../page/page.js";

/**
 * The interface of a PDF engine: the pages of a file with their text and lines. {@link pdfium} is the one that is used unless
 * another is given.
 */
export interface PdfEngine {
  readonly pages: (bytes: Uint8Array, language: Language) => Promise<readonly Page[]>;
}
