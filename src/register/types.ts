import type { Finding, Language, Place } from "../findings/finding.js";
import type { RequestOutcomeIn } from "../form/choices.js";
import type { EditionId } from "../form/form.js";
import type { ApplicantCategory, RemedyResult } from "../form/terms.js";
import type { Draft, Tables } from "../report/types.js";

/** Kind of a case: a block of table 四. */
export type CaseKind = keyof Tables["remedies"];

/**
 * One request as a register holds it, unchecked: what is read from a file. `tallyRegister` says what it cannot count.
 * Dates are ISO dates such as `2023-12-31`; applicant and outcome are identifiers or labels of the form. Several lines of one number
 * and one day of receipt are one request.
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

/** One case as a register holds it, unchecked. */
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

/** Why a column was taken: named by the caller; a name of the property; a name that may mean something else, too. */
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

/** What the words of a register mean: an identifier or a label of the form for each. */
export type ValueMapping = Readonly<Record<string, string>>;

/** Why a written value means what it was taken for: a name of the form; a word that registers use for it; told so by the caller. */
export type ValueBasis = "form" | "usual" | "given";

/** A value that a register has, as it is written, and what it was taken for. */
export interface ValueUse {
  /** Key of the property: `applicant`, `outcome`, `kind`, `result`. */
  readonly field: string;
  readonly written: string;
  /** Identifier of the form; `null` where nothing known is meant. */
  readonly meaning: string | null;
  readonly basis: ValueBasis | null;
  /** How many rows have it. */
  readonly rows: number;
}

/** Why a row is no entry: a title or a note above the header, a sum or a signature below it, the header once more. */
export type AsideKind = "above" | "footer" | "header";

/** A row that was not taken for an entry. */
export interface AsideRow {
  readonly row: number;
  readonly kind: AsideKind;
  /** What it says, in short. */
  readonly text: string;
}

/** What was read from a register: entries for `tallyRegister`, what could not be read, and how the rest was understood. */
export interface RegisterReading<T> {
  readonly entries: readonly T[];
  readonly findings: readonly Finding[];
  readonly format: Place["format"];
  /** Name of the worksheet. */
  readonly sheet: string | null;
  /** The names of all columns as the header has them, in their order, so that a person can choose among them. */
  readonly names: readonly string[];
  /** The column that each property was read from. */
  readonly columns: readonly ColumnUse[];
  /** Every word that was found for applicants, outcomes, kinds and results, and what it was taken for. */
  readonly values: readonly ValueUse[];
  /** Rows that were not taken for entries: titles, sums, signatures. */
  readonly aside: readonly AsideRow[];
}

/** The entries of a register: a list, or all that was read from a file, whose findings then are those of the tally too. */
export type EntriesOf<T> = readonly T[] | RegisterReading<T>;

/** Options of `tallyRegister`. */
export interface TallyOptions<E extends EditionId> {
  /** The report year: a calendar year. */
  readonly year: number;
  /** The cases; without them table 四 is all 0. */
  readonly cases?: EntriesOf<CaseEntry>;
  /** The report of the year before as it was published: what it carries forward, and the cases that it has pending, are compared with what this year begins with. */
  readonly published?: Draft;
  /** Edition of the form; defaults to the one in force for the year. */
  readonly edition?: E;
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/** What became of the entries of a register: every line is in exactly one of these. */
export interface EntryCounts {
  /** In the figures of the year. */
  readonly counted: number;
  /** Concluded before the year: the business of an earlier report. */
  readonly concludedBefore: number;
  /** Received after the year: the business of a later report. */
  readonly receivedAfter: number;
  /** Further lines of a number that was counted once: parts of an answer, joint applicants, repeated lines. */
  readonly merged: number;
  /** Left out because it cannot be counted; each is a finding. */
  readonly rejected: number;
}

/** The tables 三 and 四 of a year, compiled from a register. */
export interface Tally<E extends EditionId = EditionId> {
  readonly edition: E;
  readonly year: number;
  /** Both tables, complete and balanced. */
  readonly tables: Pick<Tables<E>, "requests" | "remedies">;
  /** The tables as a draft of the report: all that a register knows of it. */
  readonly draft: Draft<E>;
  readonly requests: EntryCounts;
  readonly cases: EntryCounts;
  readonly findings: readonly Finding[];
  /** Numbers of the entries behind each figure that was counted, by address; `recordsCountedIn` also tells those of totals. */
  readonly recordNumbers: Readonly<Record<string, readonly string[]>>;
}
