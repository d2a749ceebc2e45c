/**
 * Excel workbooks: the official tables, written.
 *
 * @packageDocumentation
 */

export { MAX_CELL_CHARACTERS } from "./formats/xlsx/sheet.js";
export { writeXlsx, type XlsxOptions } from "./formats/xlsx/write.js";
