/**
 * Reading reports from Word files.
 *
 * @packageDocumentation
 */

export { readDocx } from "./formats/docx/readDocx.js";
export type { LogEntry, Reading, ReadOptions } from "./table/readDocument.js";
