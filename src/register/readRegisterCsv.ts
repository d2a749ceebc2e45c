import { csvRows, type Delimiter } from "../_internal/csvRows.js";
import type { Language } from "../findings/finding.js";
import type { ColumnMapping } from "./columns.js";
import { delimiterOf, tooLong } from "./csv.js";
import { CASES, type Kind, REQUESTS } from "./entries.js";
import { type ReadEntry, readSheet, type SheetRows } from "./readSheet.js";
import type { CaseEntry, RegisterReading, RequestEntry, ValueMapping } from "./types.js";

/** The columns of a register of requests. */
export type RequestColumns = ColumnMapping<Exclude<keyof RequestEntry, "row">>;

/** The columns of a register of cases. */
export type CaseColumns = ColumnMapping<Exclude<keyof CaseEntry, "row">>;

/** Options of every reader of registers. `values` maps words that the form does not have: `{ outcome: { 退件: "其他" } }`. */
export interface RegisterOptions<Field extends string> {
  /** Meanings of words of the register, by field: identifiers or labels of the form. */
  readonly values?: { readonly [F in Field]?: ValueMapping };
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/** Options of the readers of CSV. */
export interface RegisterCsvOptions<Field extends string = string> extends RegisterOptions<Field> {
  /** The field delimiter; detected by default. */
  readonly delimiter?: Delimiter;
}

/**
 * Reads a register of requests (依申请公开台账) from CSV as spreadsheets save it. The header is found among the first rows; titles
 * above it and sums below it are recognised. Applicants and outcomes may be written as identifiers, with the labels of the
 * form, or in the words that registers use, such as 撤回; `values` of the result lists how each was understood. Dates may be
 * 2023-12-31, 2023/12/31, 2023年12月31日 or the serial number of a day. An unknown value is kept as it is, for `tallyRegister` to
 * report; a value that looks like a formula is plain text. A row that cannot be read gives a finding, and the others are read.
 * Throws only if the input is no string.
 *
 * @example
 * ```ts
 * const csv = "登记号,申请人类别,收到日期,办结日期,办理结果\n2023-1,自然人,2023/3/1,2023年3月20日,撤回\n";
 * const { entries, values } = readRegisterCsv(csv);
 * entries[0]?.outcome; //=> "otherReasons"
 * entries[0]?.closed; //=> "2023-03-20"
 * values.at(-1); //=> { field: "outcome", written: "撤回", meaning: "otherReasons", basis: "usual", rows: 1 }
 * ```
 */
export function readRegisterCsv(
  text: string,
  mapping?: RequestColumns,
  options?: RegisterCsvOptions<"applicant" | "outcome">,
): RegisterReading<RequestEntry> {
  mapping ??= {};
  options ??= {};
  return readCsv(text, REQUESTS, mapping, options, (rows) => readRequests(rows, mapping, options));
}

/**
 * Reads a register of cases of 行政复议 and 行政诉讼 from CSV, as {@link readRegisterCsv} reads one of requests.
 *
 * @example
 * ```ts
 * const csv = "案号,案件类别,收案日期,审结日期,审理结果\n复1,行政复议,2023-03-01,,尚未审结\n";
 * readCasesCsv(csv).entries[0]?.kind; //=> "reconsideration"
 * ```
 */
export function readCasesCsv(
  text: string,
  mapping?: CaseColumns,
  options?: RegisterCsvOptions<"kind" | "result">,
): RegisterReading<CaseEntry> {
  mapping ??= {};
  options ??= {};
  return readCsv(text, CASES, mapping, options, (rows) => readCases(rows, mapping, options));
}

/** Reads requests from the rows of a sheet of any format. */
export function readRequests(
  rows: SheetRows,
  columns: RequestColumns,
  { values, language = "zh" }: RegisterOptions<"applicant" | "outcome">,
): RegisterReading<RequestEntry> {
  const given = { subject: values?.applicant, result: values?.outcome };
  return readSheet(rows, REQUESTS, { columns, values: given, language }, requestOf);
}

/** Reads cases from the rows of a sheet of any format. */
export function readCases(
  rows: SheetRows,
  columns: CaseColumns,
  { values, language = "zh" }: RegisterOptions<"kind" | "result">,
): RegisterReading<CaseEntry> {
  const given = { subject: values?.kind, result: values?.result };
  return readSheet(rows, CASES, { columns, values: given, language }, caseOf);
}

function requestOf({ number, subject, opened, closed, result, row }: ReadEntry): RequestEntry {
  return { number, applicant: subject, received: opened, closed, outcome: result, row };
}

function caseOf({ number, subject, opened, closed, result, row }: ReadEntry): CaseEntry {
  return { number, kind: subject, filed: opened, closed, result, row };
}

function readCsv<T>(
  text: string,
  kind: Kind,
  columns: object,
  { delimiter, language = "zh" }: RegisterCsvOptions,
  read: (rows: SheetRows) => RegisterReading<T>,
): RegisterReading<T> {
  const refused = tooLong(text, language);
  if (refused !== null) {
    return { entries: [], findings: [refused], format: "text", sheet: null, names: [], columns: [], values: [], aside: [] };
  }
  return read({ rows: csvRows(text, delimiter ?? delimiterOf(text, kind, columns)), format: "text", sheet: null });
}
