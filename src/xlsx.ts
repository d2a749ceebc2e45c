/**
 * Reading reports from Excel files.
 *
 * @packageDocumentation
 */

export { readXlsx } from "./formats/xlsx/readXlsx.js";
export type { LogEntry, Reading, ReadOptions } from "./table/readDocument.js";
