/**
 * Reports read from web pages that were saved as a single file (.mht, .mhtml).
 *
 * @packageDocumentation
 */

export { readMhtml } from "./formats/mhtml/read.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export type { LogEntry, Reading, ReadOptions } from "./reading/readDocument.js";
