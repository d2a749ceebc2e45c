/**
 * CSV of reports: one line a figure, with everything that tells where it belongs.
 *
 * @packageDocumentation
 */

export { CSV_COLUMNS, type CsvOptions, renderCsv } from "./formats/csv/write.js";
