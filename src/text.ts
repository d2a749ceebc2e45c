/**
 * Plain text and Markdown: reports read from them, and the official report written.
 *
 * @packageDocumentation
 */

export { type DecodeOptions, decodeText } from "./formats/decode.js";
export { type MarkdownOptions, renderMarkdown } from "./formats/markdown/write.js";
export { readText } from "./formats/text/read.js";
export { MAX_TEXT_WIDTH, MIN_TEXT_WIDTH, renderText, TEXT_WIDTH, type TextOptions } from "./formats/text/write.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export type { LogEntry, Reading, ReadOptions } from "./reading/readDocument.js";
