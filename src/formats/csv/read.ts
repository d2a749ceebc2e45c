import { csvRows, MAX_CSV_ROW_CHARACTERS, type Row } from "../../_internal/csvRows.js";
import type { Language, Sentence } from "../../findings/finding.js";
import { MAX_INPUT_LENGTH } from "../../reading/limits.js";
import { type Reading, type ReadOptions, readDocument } from "../../reading/readDocument.js";
import type { SourceDocument } from "../../reading/source.js";
import { contentOf } from "../content.js";
import { decodeBytes } from "../decode.js";
import { formatError, textTooLarge } from "../messages.js";
import { shownField } from "../text/field.js";
import { Headings } from "../text/shortRows.js";
import { toSource } from "../xlsx/toSource.js";
import type { SheetCell } from "../xlsx/worksheet.js";
import { csvDelimiter, longFormDelimiter } from "./isCsv.js";
import { type LongReport, longReports, readLongReport } from "./longForm.js";

/**
 * Reads the report in a CSV or TSV file: the tables of the form as a spreadsheet saves them, or the long form that `renderCsv`
 * writes, one figure a line. Commas, semicolons and tabs part fields, `sep=` and quotes mean what they do in Excel; bytes are
 * decoded by `decodeText`. Every figure carries row and column as Excel counts them.
 *
 * @throws `DisclosureReportError` `reading.tooLarge` or `format.limit` for a file beyond the limits, `format.severalReports` for a
 * long form of several reports, which `readCsvReports` reads.
 *
 * @example
 * ```ts
 * const csv = renderCsv({ edition: "2021", year: 2023, agency: { name: "某县" }, requests: { received: { total: 4 } } });
 * const { draft, places } = readCsv(csv);
 * draft?.agency?.name; //=> "某县"
 * draft?.requests?.received?.total; //=> 4
 * places["requests.received.total"]?.row; //=> 18
 * ```
 */
export function readCsv(input: string | Uint8Array | ArrayBuffer, options?: ReadOptions): Reading {
  options ??= {};
  const language = options.language ?? "zh";
  const file = open(input, language);
  const reports = reportsIn(file, language);
  if (reports === null) return readDocument(sheetOf(file, language), options);
  const [only, ...others] = reports;
  if (others.length > 0) throw formatError("format.severalReports", { found: reports.length }, language);
  return only === undefined ? readDocument({ format: "csv", blocks: [] }, options) : readLongReport(only, file.damaged, language);
}

/**
 * Reads all reports in the long form that `renderCsv` writes; a table of the form is one report. As {@link readCsv} in all else.
 *
 * @throws `DisclosureReportError` `reading.tooLarge` or `format.limit` for a file beyond the limits.
 *
 * @example
 * ```ts
 * const csv = renderCsv([{ edition: "2021", year: 2022 }, { edition: "2021", year: 2023 }]);
 * readCsvReports(csv).map(({ draft }) => draft?.year); //=> [2022, 2023]
 * ```
 */
export function readCsvReports(input: string | Uint8Array | ArrayBuffer, options?: ReadOptions): readonly Reading[] {
  options ??= {};
  const language = options.language ?? "zh";
  const file = open(input, language);
  const reports = reportsIn(file, language);
  if (reports === null) return [readDocument(sheetOf(file, language), options)];
  return reports.map((report) => readLongReport(report, file.damaged, language));
}

interface CsvFile {
  readonly text: string;
  readonly damaged: number;
}

function open(given: string | Uint8Array | ArrayBuffer, language: Language): CsvFile {
  const input = contentOf(given, language);
  if (input.length > MAX_INPUT_LENGTH) throw textTooLarge(MAX_INPUT_LENGTH, language);
  return typeof input === "string" ? { text: input, damaged: 0 } : decodeBytes(input);
}

/** The reports of a file in the long form; `null` for any other file. */
function reportsIn({ text }: CsvFile, language: Language): readonly LongReport[] | null {
  const delimiter = longFormDelimiter(text);
  if (delimiter === null) return null;
  return longReports(rowsOf(csvRows(text, delimiter), language));
}

/** The rows as one worksheet, which is what a spreadsheet makes of them. */
function sheetOf({ text, damaged }: CsvFile, language: Language): SourceDocument {
  const rows = new Map<number, ReadonlyMap<number, SheetCell>>();
  const short = new Set<number>();
  const headings = new Headings();
  for (const { row, fields } of rowsOf(csvRows(text, csvDelimiter(text) ?? "\t"), language)) {
    const cells = new Map<number, SheetCell>();
    const shown = fields.map((field) => shownField(field.replace(/\r\n?/g, "\n")));
    shown.forEach((text, i) => {
      if (text !== "") cells.set(i + 1, { text, formula: null });
    });
    rows.set(row, cells);
    if (headings.areWiderThan(shown)) short.add(row);
  }
  const sheet = { name: null, rows, merges: [], hiddenRows: new Set<number>(), hiddenColumns: new Set<number>(), short };
  return { ...toSource([sheet], language, "csv"), damaged };
}

function* rowsOf(rows: Iterable<Row>, language: Language): Generator<Row> {
  for (const row of rows) {
    if (row.trouble === "tooLong") {
      const found = `> ${MAX_CSV_ROW_CHARACTERS}`;
      throw formatError("format.limit", { what: rowLength, limit: MAX_CSV_ROW_CHARACTERS, found }, language);
    }
    yield row;
  }
}

const rowLength: Sentence = { zh: "CSV文件一行的字符数", en: "the number of characters in a row of a CSV file" };
