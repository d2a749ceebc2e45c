/**
 * OFD files (GB/T 33190-2016): reports read from them.
 *
 * @packageDocumentation
 */

export { readOfd } from "./formats/ofd/read.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export type { LogEntry, Reading, ReadOptions } from "./reading/readDocument.js";
