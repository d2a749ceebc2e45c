/**
 * PDF files: reports read from them, and from pages that another extractor took from one.
 *
 * @packageDocumentation
 */

export type { Box, Page, PageLine, PageText } from "./formats/page/page.js";
export type { PdfEngine } from "./formats/pdf/engine.js";
export { type PdfiumOptions, pdfium } from "./formats/pdf/pdfium.js";
export { type ReadPdfOptions, readPages, readPdf } from "./formats/pdf/read.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export type { LogEntry, Reading, ReadOptions } from "./reading/readDocument.js";
