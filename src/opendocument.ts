/**
 * Reports read from OpenDocument texts and spreadsheets (.odt, .ods, .fodt, .fods).
 *
 * @packageDocumentation
 */

export { readOpenDocument } from "./formats/opendocument/read.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export type { LogEntry, Reading, ReadOptions } from "./reading/readDocument.js";
