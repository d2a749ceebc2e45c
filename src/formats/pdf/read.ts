import type { Reading, ReadOptions } from "../../reading/readDocument.js";
import type { Page } from "../page/page.js";
import { readPagesOf } from "../page/read.js";
import type { PdfEngine } from "./engine.js";
import { expectPdf } from "./expectPdf.js";
import { pdfium } from "./pdfium.js";

/** Options of {@link readPdf}. */
export interface ReadPdfOptions extends ReadOptions {
  /** Extracts the pages of the file; defaults to {@link pdfium}. */
  readonly engine?: PdfEngine;
}

/**
 * Reads the report in a PDF file with text: made by Word, WPS, a browser or any other program. Every figure carries its place:
 * page, box on the page in points, table, row and cell. Text that the page does not show, or whose characters the file does not
 * identify, gives no figure, which a finding reports; so is a page without text, as in a scan. Of passwords only the empty one is
 * tried. No script is run and nothing is fetched.
 *
 * @throws `DisclosureReportError` `format.unsupported` for any other kind of file and for one with a password;
 * `format.corrupt` or `format.limit` for a file that is not right. What is wrong with the report itself is a finding.
 * @example
 * ```ts
 * const notPdf = readPdf(new TextEncoder().encode("<html></html>"), { language: "en" });
 * (await notPdf.catch((error) => error.code)); //=> "format.unsupported"
 * ```
 */
export async function readPdf(file: Uint8Array | ArrayBuffer, options?: ReadPdfOptions): Promise<Reading> {
  options ??= {};
  const language = options.language ?? "zh";
  const bytes = expectPdf(file, language);
  return readPages(await (options.engine ?? standard).pages(bytes, language), options);
}

const standard = /* @__PURE__ */ pdfium();

/**
 * Reads the report on pages that the caller took from a file: texts and lines at their places. For extractors other than
 * the one that {@link readPdf} brings.
 *
 * @throws `DisclosureReportError` `format.limit` for pages beyond the limits.
 * @example
 * ```ts
 * const page = { number: 1, width: 595, height: 842, texts: [], lines: [], pictures: [] };
 * readPages([page], { language: "en" }).findings[0]?.code; //=> "reading.noTables"
 * ```
 */
export function readPages(pages: readonly Page[], options?: ReadOptions): Reading {
  options ??= {};
  return readPagesOf(pages, "pdf", options);
}
