/**
 * Reading reports from web pages.
 *
 * @packageDocumentation
 */

export { type DecodeOptions, decodeText } from "./formats/decode.js";
export { type ReadHtmlOptions, readHtml } from "./formats/html/readHtml.js";
export type { LogEntry, Reading, ReadOptions } from "./table/readDocument.js";
