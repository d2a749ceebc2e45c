import type { Finding } from "../findings/finding.js";
import { type ColumnMapping, type RegisterCsvOptions, readCsv } from "./csv.js";
import { isoFromWritten } from "./dates.js";
import { CASES, REQUESTS } from "./entries.js";
import { applicantLabels, caseKindLabels, caseResultLabels, type Labels, outcomeLabels } from "./labels.js";
import type { CaseEntry, RequestEntry } from "./types.js";

/** The columns of a register of requests. */
export type RequestColumns = ColumnMapping<keyof RequestEntry>;

/** The columns of a register of cases. */
export type CaseColumns = ColumnMapping<keyof CaseEntry>;

/** What was read from a register: entries for `tally`, and what could not be read. */
export interface RegisterReading<T> {
  readonly entries: readonly T[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a register of requests (依申请公开台账) from CSV. Applicants and outcomes may be written as identifiers or with the official
 * labels of the form, dates as 2023-12-31, 2023/12/31 or 2023年12月31日. A value that means nothing known is kept as it is, for
 * `tally` to report; a value that looks like a formula is text like any other. Never throws.
 *
 * @example
 * ```ts
 * const csv = "登记号,申请人类别,收到日期,办结日期,办理结果\n2023-1,自然人,2023/3/1,2023年3月20日,1.属于国家秘密\n";
 * const { entries } = readRegisterCsv(csv, { number: "登记号" });
 * entries[0]?.outcome; //=> "stateSecret"
 * entries[0]?.closed; //=> "2023-03-20"
 * ```
 */
export function readRegisterCsv(
  text: string,
  mapping: RequestColumns = {},
  options: RegisterCsvOptions = {},
): RegisterReading<RequestEntry> {
  const { rows, findings } = readCsv(text, REQUESTS.fields, mapping, options);
  const entries = rows.map(({ number, subject, opened, closed, result }) => ({
    number: number.trim(),
    applicant: meaning(applicantLabels, subject),
    received: isoFromWritten(opened),
    closed: blankToNull(isoFromWritten(closed)),
    outcome: blankToNull(meaning(outcomeLabels, result)),
  }));
  return { entries, findings };
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
  mapping: CaseColumns = {},
  options: RegisterCsvOptions = {},
): RegisterReading<CaseEntry> {
  const { rows, findings } = readCsv(text, CASES.fields, mapping, options);
  const entries = rows.map(({ number, subject, opened, closed, result }) => ({
    number: number.trim(),
    kind: meaning(caseKindLabels, subject),
    filed: isoFromWritten(opened),
    closed: blankToNull(isoFromWritten(closed)),
    result: blankToNull(meaning(caseResultLabels, result)),
  }));
  return { entries, findings };
}

function meaning(labels: Labels, written: string): string {
  return labels(written) ?? written.trim();
}

function blankToNull(text: string): string | null {
  return text.trim() === "" ? null : text;
}
