/**
 * Excel workbooks: reports read from them, and the official tables written.
 *
 * @packageDocumentation
 */

export { readXlsx } from "./formats/xlsx/read.js";
export { MAX_CELL_CHARACTERS } from "./formats/xlsx/sheet.js";
export { writeXlsx, type XlsxOptions } from "./formats/xlsx/write.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export type { LogEntry, Reading, ReadOptions } from "./reading/readDocument.js";
