import { isObject } from "../_internal/claim.js";
import type { Sentence } from "../findings/finding.js";
import { leafOf } from "../form/cells.js";
import type { FormTable } from "../form/form.js";
import { remedyResults, requestFlow } from "../form/terms.js";
import type { CaseEntry, RequestEntry } from "./types.js";

/** What requests and cases have in common: somebody's, opened on a day, closed on another, with a result. Nothing of it is checked. */
export interface Entry {
  readonly number: unknown;
  readonly subject: unknown;
  readonly opened: unknown;
  readonly closed: unknown;
  readonly result: unknown;
}

const NOTHING: Entry = { number: null, subject: null, opened: null, closed: null, result: null };

/** The same of a request; what is no object has nothing of it. */
export function requestEntry(entry: RequestEntry): Entry {
  if (!isObject(entry)) return NOTHING;
  const { number, applicant, received, closed, outcome } = entry;
  return { number, subject: applicant, opened: received, closed, result: outcome };
}

/** The same of a case. */
export function caseEntry(entry: CaseEntry): Entry {
  if (!isObject(entry)) return NOTHING;
  const { number, kind, filed, closed, result } = entry;
  return { number, subject: kind, opened: filed, closed, result };
}

/** A property of an entry: its key, its name in sentences, and the names that its column may have in a register. */
export interface EntryField {
  readonly key: string;
  readonly name: Sentence;
  readonly columns: readonly string[];
}

/** An entry as it counts in a year: new in it or not; its result if it was closed in it, else `null`. */
export interface Standing {
  readonly subject: string;
  readonly isNew: boolean;
  readonly result: string | null;
}

/** What tells requests from cases. */
export interface Kind {
  /** Name of the list in paths. */
  readonly list: string;
  /** Table of the form that the entries are counted in. */
  readonly table: "requests" | "remedies";
  readonly name: Sentence;
  readonly fields: Readonly<Record<keyof Entry, EntryField>>;
  /** The result that says that there is none yet. */
  readonly open: string;
  readonly subjects: (table: FormTable) => ReadonlySet<string>;
  readonly results: (table: FormTable) => ReadonlySet<string>;
  /** The figures that an entry counts in, as pairs of record and field. */
  readonly place: (standing: Standing) => readonly (readonly [record: string, field: string])[];
}

/** A field whose column may be called by its key, by its Chinese name, or otherwise. */
function field(key: string, zh: string, en: string, ...others: readonly string[]): EntryField {
  return { key, name: { zh, en }, columns: [key, zh, ...others] };
}

export const REQUESTS: Kind = {
  list: "requests",
  table: "requests",
  name: { zh: "申请", en: "Request" },
  fields: {
    number: field("number", "编号", "number", "申请编号", "登记编号"),
    subject: field("applicant", "申请人类别", "applicant", "申请人类型"),
    opened: field("received", "收到日期", "received", "收到申请日期", "申请日期"),
    closed: field("closed", "办结日期", "closed", "答复日期"),
    result: field("outcome", "办理结果", "outcome", "答复结果"),
  },
  open: requestFlow.carriedForward.id,
  subjects: partsOf,
  results: (table) =>
    new Set(table.cells.filter(({ recordPath }) => leafOf(recordPath).role === "outcome").map(({ record }) => record)),
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
    number: field("number", "编号", "number", "案号"),
    subject: field("kind", "案件类别", "kind", "案件类型"),
    opened: field("filed", "收案日期", "filed", "立案日期"),
    closed: field("closed", "审结日期", "closed", "结案日期"),
    result: field("result", "审理结果", "result", "案件结果"),
  },
  open: remedyResults.pending.id,
  subjects: (table) => new Set(table.records.map(({ id }) => id)),
  results: (table) => new Set([...partsOf(table)].filter((id) => id !== remedyResults.pending.id)),
  place: ({ subject, result }) => [[subject, result ?? remedyResults.pending.id]],
};

/** The fields of a table that add up to its totals. */
function partsOf(table: FormTable): ReadonlySet<string> {
  return new Set(table.cells.filter(({ fieldPath }) => leafOf(fieldPath).role === "part").map(({ field }) => field));
}
