/**
 * Reports read from RTF files (.rtf).
 *
 * @packageDocumentation
 */

export { readRtf } from "./formats/rtf/read.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export type { LogEntry, Reading, ReadOptions } from "./reading/readDocument.js";
