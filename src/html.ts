/**
 * Web pages: reports read from them, and the official report written as one.
 *
 * @packageDocumentation
 */

export { type DecodeOptions, decodeText } from "./formats/decode.js";
export { type ReadHtmlOptions, readHtml } from "./formats/html/read.js";
export { reportStyle } from "./formats/html/style.js";
export { type HtmlOptions, renderHtml } from "./formats/html/write.js";
export type { MarkedProblem, MarkedSuspect, Marking } from "./printing/marks.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export type { LogEntry, Reading, ReadOptions } from "./reading/readDocument.js";
