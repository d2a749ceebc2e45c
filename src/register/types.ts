import type { Finding, Language, Place } from "../findings/finding.js";
import type { RequestOutcomeIn } from "../form/choices.js";
import type { EditionId } from "../form/form.js";
import type { ApplicantCategory, RemedyResult } from "../form/terms.js";
import type { Draft, Tables } from "../report/types.js";

/** Kind of a case: a block of table 四. */
export type CaseKind = keyof Tables["remedies"];

/**
 * One request as a register states it, unchecked. `tallyRegister` reports what it cannot count. Dates are ISO dates such as
 * `2023-12-31`; applicant and outcome are identifiers or labels of the form. Several lines of one number and one day of receipt
 * are one request.
 */
export interface RequestEntry {
  readonly number: string;
  readonly applicant: string;
  readonly received: string;
  /** When it was answered or otherwise concluded; `null` while it is open. */
  readonly closed?: string | null;
  readonly outcome?: string | null;
  /** Row of the sheet that it was read from, for messages. */
  readonly row?: number;
}

/** One request (政府信息公开申请) with the identifiers of the form. */
export interface RequestRecord<E extends EditionId = EditionId> extends RequestEntry {
  readonly applicant: ApplicantCategory;
  readonly outcome?: RequestOutcomeIn<E> | null;
}

/** One case as a register states it, unchecked. */
export interface CaseEntry {
  readonly number: string;
  readonly kind: string;
  readonly filed: string;
  /** When it was decided; `null` while it is pending. */
  readonly closed?: string | null;
  readonly result?: string | null;
  /** Row of the sheet that it was read from, for messages. */
  readonly row?: number;
}

/** One case of 行政复议 or 行政诉讼 with the identifiers of the form. */
export interface CaseRecord extends CaseEntry {
  readonly kind: CaseKind;
  readonly result?: RemedyResult | null;
}

/** Why a column was chosen: mapped by the caller, a usual name of the property, or a name that may also mean something else. */
export type ColumnBasis = "given" | "name" | "doubtful";

/** The column that a property was read from. */
export interface ColumnUse {
  /** Key of the property, such as `received`. */
  readonly field: string;
  /** Name of the column as the header has it. */
  readonly name: string;
  /** Number of the column, from 1. */
  readonly column: number;
  readonly basis: ColumnBasis;
}

/** Meanings of words of a register: an identifier or a label of the form for each. */
export type ValueMapping = Readonly<Record<string, string>>;

/** How a written value was understood: a name of the form, a usual word of registers, or mapped by the caller. */
export type ValueBasis = "form" | "usual" | "given";

/** A written value of a register and its meaning. */
export interface ValueUse {
  /** Key of the property: `applicant`, `outcome`, `kind`, `result`. */
  readonly field: string;
  readonly written: string;
  /** Identifier of the form; `null` if the value is unknown. */
  readonly meaning: string | null;
  readonly basis: ValueBasis | null;
  /** Number of rows with this value. */
  readonly rows: number;
}

/** Why a row is no entry: a title or a note above the header, a sum or a signature below it, or a repeated header. */
export type AsideKind = "above" | "footer" | "header";

/** A row that is not an entry. */
export interface AsideRow {
  readonly row: number;
  readonly kind: AsideKind;
  /** The beginning of its text. */
  readonly text: string;
}

/** The result of reading a register: the entries for `tallyRegister`, findings, and how columns and values were understood. */
export interface RegisterReading<T> {
  readonly entries: readonly T[];
  readonly findings: readonly Finding[];
  readonly format: Place["format"];
  /** Name of the worksheet. */
  readonly sheet: string | null;
  /** The names of all columns in the header, in order, so that a user can choose among them. */
  readonly names: readonly string[];
  /** The column that each property was read from. */
  readonly columns: readonly ColumnUse[];
  /** Every written value of applicants, outcomes, kinds and results, with its meaning. */
  readonly values: readonly ValueUse[];
  /** Rows that are not entries: titles, sums, signatures. */
  readonly aside: readonly AsideRow[];
}

/** The entries of a register: a list, or the result of a reader, whose findings then become findings of the tally. */
export type EntriesOf<T> = readonly T[] | RegisterReading<T>;

/** Options of `tallyRegister`. */
export interface TallyOptions<E extends EditionId> {
  /** The report year: a calendar year. */
  readonly year: number;
  /** The cases; without them table 四 is all 0. */
  readonly cases?: EntriesOf<CaseEntry>;
  /**
   * Last year's published report: what it carried forward and its pending cases are compared with the open entries at the start
   * of this year.
   */
  readonly published?: Draft;
  /** Edition of the form; defaults to the one in force for the year. */
  readonly edition?: E;
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/** Lines of a register by result: every line is counted in exactly one of these. */
export interface EntryCounts {
  /** Counted in the figures of the year. */
  readonly counted: number;
  /** Concluded before the year; belongs to an earlier report. */
  readonly concludedBefore: number;
  /** Received after the year; belongs to a later report. */
  readonly receivedAfter: number;
  /** Further lines of a number that was counted once: parts of an answer, joint applicants, duplicates. */
  readonly merged: number;
  /** Left out because they cannot be counted; each has a finding. */
  readonly rejected: number;
}

/** The tables 三 and 四 of a year, compiled from a register. */
export interface Tally<E extends EditionId = EditionId> {
  readonly edition: E;
  readonly year: number;
  /** Both tables, complete and balanced. */
  readonly tables: Pick<Tables<E>, "requests" | "remedies">;
  /** The tables as a draft of the report. */
  readonly draft: Draft<E>;
  readonly requests: EntryCounts;
  readonly cases: EntryCounts;
  readonly findings: readonly Finding[];
  /** Numbers of the entries counted in each figure, by address; use `recordsCountedIn` for totals. */
  readonly recordNumbers: Readonly<Record<string, readonly string[]>>;
}
