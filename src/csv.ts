/**
 * Reports read from CSV and TSV: the form as a spreadsheet saves it, and the long form that this library writes.
 *
 * @packageDocumentation
 */

export { readCsv, readCsvReports } from "./formats/csv/read.js";
export { type DecodeOptions, decodeText } from "./formats/decode.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export type { LogEntry, Reading, ReadOptions } from "./reading/readDocument.js";
