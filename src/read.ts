/**
 * Reading any file, and the steps of it one by one: telling the format by the content, decoding text, matching a document of
 * paragraphs and tables to the form.
 *
 * @packageDocumentation
 */

export { type DecodeOptions, decodeText } from "./formats/decode.js";
export { detectFormat, type Format } from "./formats/detect.js";
export { type AnyReading, type ReadAnyOptions, readAny } from "./formats/readAny.js";
export type { HeadEntry, HeadSource } from "./reading/head/types.js";
export { type LogEntry, type Reading, type ReadOptions, readDocument } from "./reading/readDocument.js";
export type { Doubt, SourceCell, SourceDocument, SourceParagraph, SourceTable } from "./reading/source.js";
