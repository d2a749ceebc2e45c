/**
 * Word documents: reports read from them, and the official report written.
 *
 * @packageDocumentation
 */

export { readDocx } from "./formats/docx/read.js";
export { type DocxOptions, writeDocx } from "./formats/docx/write.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export type { LogEntry, Reading, ReadOptions } from "./reading/readDocument.js";
