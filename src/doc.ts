/**
 * Reports read from Word 97–2003 documents (.doc) and from those of WPS Writer (.wps).
 *
 * @packageDocumentation
 */

export { readDoc } from "./formats/doc/read.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export type { LogEntry, Reading, ReadOptions } from "./reading/readDocument.js";
