/**
 * CSV and TSV: reports read from the form as a spreadsheet saves it and from the long form, and the long form written, one line a
 * figure.
 *
 * @packageDocumentation
 */

export { CSV_COLUMNS } from "./formats/csv/columns.js";
export { readCsv, readCsvReports } from "./formats/csv/read.js";
export { type CsvOptions, renderCsv } from "./formats/csv/write.js";
export { type DecodeOptions, decodeText } from "./formats/decode.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export type { LogEntry, Reading, ReadOptions } from "./reading/readDocument.js";
