/**
 * Reading reports from plain text.
 *
 * @packageDocumentation
 */

export { type DecodeOptions, decodeText } from "./formats/decode.js";
export { readText } from "./formats/text/read.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export type { LogEntry, Reading, ReadOptions } from "./reading/readDocument.js";
