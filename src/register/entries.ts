import { isObject } from "../_internal/claim.js";
import type { Sentence } from "../findings/finding.js";
import { leafOf } from "../form/cells.js";
import type { EditionId, FormTable } from "../form/form.js";
import { remedyResults, requestFlow, requestOutcomes } from "../form/terms.js";
import { applicantLabels, caseKindLabels, caseResultLabels, type Labels, outcomeLabels, outcomeOn } from "./labels.js";
import type { CaseEntry, RequestEntry } from "./types.js";
import { applicantWords, caseKindWords, caseResultWords, outcomeWords, type UsualWords } from "./usualWords.js";

/** The common shape of requests and cases: a subject, an opening date, a closing date, a result. Unchecked. */
export interface Entry {
  readonly number: unknown;
  readonly subject: unknown;
  readonly opened: unknown;
  readonly closed: unknown;
  readonly result: unknown;
  /** Row of the sheet that the entry was read from. */
  readonly row: number | null;
}

const NOTHING: Entry = { number: null, subject: null, opened: null, closed: null, result: null, row: null };

/** A request in this shape; a value that is no object has none of it. */
export function requestEntry(entry: RequestEntry): Entry {
  if (!isObject(entry)) return NOTHING;
  const { number, applicant, received, closed, outcome, row } = entry;
  return { number, subject: applicant, opened: received, closed, result: outcome, row: rowOf(row) };
}

/** A case in this shape. */
export function caseEntry(entry: CaseEntry): Entry {
  if (!isObject(entry)) return NOTHING;
  const { number, kind, filed, closed, result, row } = entry;
  return { number, subject: kind, opened: filed, closed, result, row: rowOf(row) };
}

function rowOf(row: unknown): number | null {
  return typeof row === "number" && Number.isSafeInteger(row) && row > 0 ? row : null;
}

/** The properties of an entry, except its row. */
export type EntryPart = Exclude<keyof Entry, "row">;

/** A property of an entry: its key, its name in messages, and the possible names of its column in a register. */
export interface EntryField {
  readonly key: string;
  readonly name: Sentence;
  /** Names of the column. The first list with a name in the header decides; names within a list have equal precedence. */
  readonly columns: readonly (readonly string[])[];
  /** Names of last resort, which may mean something else, with that meaning. */
  readonly doubtful: { readonly columns: readonly string[]; readonly why: Sentence } | null;
}

/** An entry as it counts in a year: whether it is new in it, and its result if it was closed in it, otherwise `null`. */
export interface Standing {
  readonly subject: string;
  readonly isNew: boolean;
  readonly result: string | null;
}

/** The differences between requests and cases. */
export interface Kind {
  /** Name of the list in paths. */
  readonly list: "requests" | "cases";
  /** Table of the form that the entries are counted in. */
  readonly table: "requests" | "remedies";
  readonly name: Sentence;
  readonly fields: Readonly<Record<EntryPart, EntryField>>;
  readonly labels: Readonly<Record<"subject" | "result", Labels>>;
  readonly words: Readonly<Record<"subject" | "result", UsualWords>>;
  /** The result that stands for “still open”. */
  readonly open: string;
  /** Number of days after which an open or late entry is reported as doubtful. */
  readonly longestDays: number;
  readonly subjects: (table: FormTable) => ReadonlySet<string>;
  readonly results: (table: FormTable) => ReadonlySet<string>;
  /** A result of any edition on the form of this edition; `null` if this edition has none for it. */
  readonly resultOn: (edition: EditionId, id: string) => string | null;
  /** The combined result of several lines of one number; `null` if they cannot be combined. */
  readonly together: (results: ReadonlySet<string>) => string | null;
  /** The figures that an entry counts in, as pairs of record and field. */
  readonly place: (standing: Standing) => readonly (readonly [record: string, field: string])[];
}

/** A field whose column may be called by its key, by its Chinese name, or otherwise. */
function field(
  key: string,
  zh: string,
  en: string,
  same: readonly string[],
  ...others: readonly (readonly string[])[]
): EntryField {
  return { key, name: { zh, en }, columns: [[key, zh, ...same], ...others], doubtful: null };
}

function doubtful(sure: EntryField, columns: readonly string[], zh: string, en: string): EntryField {
  return { ...sure, doubtful: { columns, why: { zh, en } } };
}

export const REQUESTS: Kind = {
  list: "requests",
  table: "requests",
  name: { zh: "申请", en: "Request" },
  fields: {
    number: field(
      "number",
      "编号",
      "number",
      ["申请编号", "登记编号", "登记号", "申请号", "受理编号", "受理号", "申请单号", "申请件编号"],
      ["流水号", "收文编号", "收件编号", "办件编号", "办理编号"],
      ["序号"],
    ),
    subject: field(
      "applicant",
      "申请人类别",
      "applicant",
      ["申请人类型", "申请人性质", "申请主体类别", "申请主体类型", "申请人身份", "申请人身份类别"],
      ["申请主体", "主体类别", "主体类型", "申请人分类"],
      ["类别", "类型", "申请人"],
    ),
    opened: doubtful(
      field(
        "received",
        "收到日期",
        "received",
        ["收到时间", "收到申请日期", "收到申请时间", "收到申请之日"],
        ["收件日期", "收件时间", "接收日期", "接收时间", "签收日期", "签收时间"],
      ),
      ["申请日期", "申请时间", "提交日期", "提交时间", "登记日期", "登记时间", "收文日期", "收文时间", "受理日期", "受理时间"],
      "收到之日依条例第31条确定，可能晚于申请、提交之日，也可能早于登记、受理之日",
      "the day of receipt is that of 条例第31条: it may be after the request was written, and before it was registered",
    ),
    closed: field(
      "closed",
      "办结日期",
      "closed",
      ["办结时间", "办理完结日期", "办结答复日期"],
      ["答复日期", "答复时间", "实际答复日期", "实际答复时间", "答复书日期", "答复作出日期", "作出答复日期"],
      ["完成日期", "完成时间", "办理日期", "办理时间", "回复日期", "回复时间"],
    ),
    result: field(
      "outcome",
      "办理结果",
      "outcome",
      ["答复结果", "处理结果", "办理结果类别", "办理结果类型", "答复类型", "答复类别", "办理结果分类"],
      ["办理情况", "处理情况", "答复情况", "处理决定", "答复决定", "结果"],
    ),
  },
  labels: { subject: applicantLabels, result: outcomeLabels },
  words: { subject: applicantWords, result: outcomeWords },
  open: requestFlow.carriedForward.id,
  // 条例第33条: 20 working days, 20 more, and the time of asking others. A year is far beyond that.
  longestDays: 366,
  subjects: partsOf,
  results: (table) =>
    new Set(table.cells.filter(({ recordPath }) => leafOf(recordPath).role === "outcome").map(({ record }) => record)),
  resultOn: outcomeOn,
  together: answeredInParts,
  place: ({ subject, isNew, result }) => [
    [isNew ? requestFlow.received.id : requestFlow.broughtForward.id, subject],
    [result ?? requestFlow.carriedForward.id, subject],
  ],
};

export const CASES: Kind = {
  list: "cases",
  table: "remedies",
  name: { zh: "案件", en: "Case" },
  fields: {
    number: field("number", "编号", "number", ["案号", "案件编号", "登记编号", "登记号"], ["受理编号", "收案编号"], ["序号"]),
    subject: field("kind", "案件类别", "kind", ["案件类型", "案件种类", "案件性质"], ["类别", "类型", "种类"]),
    opened: doubtful(
      field("filed", "收案日期", "filed", ["收案时间", "收到日期", "收到时间"], ["立案日期", "立案时间", "受理日期", "受理时间"]),
      ["申请日期", "起诉日期", "登记日期", "登记时间"],
      "收案之日可能晚于申请、起诉之日，也可能早于登记之日",
      "a case may come in after it was written, and before it was registered",
    ),
    closed: field(
      "closed",
      "审结日期",
      "closed",
      ["审结时间", "结案日期", "结案时间"],
      ["办结日期", "办结时间", "裁判日期", "决定日期", "判决日期"],
    ),
    result: field(
      "result",
      "审理结果",
      "result",
      ["案件结果", "裁判结果", "复议结果", "诉讼结果"],
      ["结案方式", "办理结果", "处理结果", "结果"],
    ),
  },
  labels: { subject: caseKindLabels, result: caseResultLabels },
  words: { subject: caseKindWords, result: caseResultWords },
  open: remedyResults.pending.id,
  longestDays: 1096,
  subjects: (table) => new Set(table.records.map(({ id }) => id)),
  results: (table) => new Set([...partsOf(table)].filter((id) => id !== remedyResults.pending.id)),
  resultOn: (_, id) => id,
  together: () => null,
  place: ({ subject, result }) => [[subject, result ?? remedyResults.pending.id]],
};

/**
 * 条例第37条 and the form's own words: what is answered in parts, some of them disclosed, is 部分公开 and nothing else. Where no part was
 * disclosed, nothing says which of the reasons counts.
 */
function answeredInParts(results: ReadonlySet<string>): string | null {
  const { granted, partiallyGranted } = requestOutcomes;
  return results.has(granted.id) || results.has(partiallyGranted.id) ? partiallyGranted.id : null;
}

/** The fields of a table that add up to its totals. */
function partsOf(table: FormTable): ReadonlySet<string> {
  return new Set(table.cells.filter(({ fieldPath }) => leafOf(fieldPath).role === "part").map(({ field }) => field));
}
