/**
 * Many reports: NDJSON as a stream, and reports as the rows of tables. Pure: bytes or text in, results out; what opens files is
 * `disclosure-report/batch-node`.
 *
 * @packageDocumentation
 */

export { consolidateStream, regionPath, type TreeLevel, type TreeStreamOptions } from "./batch/consolidateStream.js";
export { type CsvLineOptions, csvLine } from "./batch/csvLine.js";
export { type Line, LineSplitter, MAX_LINE_BYTES, splitLines, type TextSource } from "./batch/lines.js";
export { type ByteRange, linesOfRange, type ReadBytes, splitRanges } from "./batch/ranges.js";
export { reportOfLine } from "./batch/reportLine.js";
export { type SummaryContext, type SummaryRow, summaryColumns, summaryRow, unreadableRow } from "./batch/summaryRow.js";
export {
  type CellStatus,
  type RowContext,
  type TableValue,
  tableRows,
  type WideColumn,
  wideColumns,
  wideHead,
  wideRow,
} from "./batch/tidy.js";
export { type StreamOptions, type StreamResult, validateStream } from "./batch/validateStream.js";
export type { CheckReportOptions, ReportCheck, ReportFinding } from "./check/checkReport.js";
