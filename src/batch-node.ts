/**
 * What opens files, for Node only: folders walked in a stable order, files whose size is looked at before they are read, NDJSON
 * in ranges of bytes. What to do with them is in `disclosure-report/batch`.
 *
 * @packageDocumentation
 */

export { type ByteRange, type Line, linesOfRange, type ReadBytes, splitRanges } from "./batch.js";
export { fileReader, linesOfFile } from "./batchNode/linesOfFile.js";
export { MAX_FILE_BYTES, readFileWithin } from "./batchNode/openFile.js";
export { type Skipped, skipByName, type Walked, type WalkFault, type WalkOptions, walk } from "./batchNode/walk.js";
export { DisclosureReportError, type ErrorCode } from "./findings/error.js";
export type { Language } from "./findings/finding.js";
