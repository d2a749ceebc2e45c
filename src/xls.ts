/**
 * Reports read from Excel 97–2003 workbooks (.xls) and from those of WPS Spreadsheets (.et).
 *
 * @packageDocumentation
 */

export { readXls } from "./formats/xls/read.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export type { LogEntry, Reading, ReadOptions } from "./reading/readDocument.js";
