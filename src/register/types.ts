import type { Finding, Language } from "../findings/finding.js";
import type { EditionId, LeafIn, TableIn } from "../form/form.js";
import type { ApplicantCategory, RemedyResult } from "../form/terms.js";
import type { Draft, Tables } from "../report/types.js";

type RequestRows<E extends EditionId> = Extract<TableIn<E>, { readonly id: "requests" }>["panels"][number]["records"];
type OutcomeLeaf<L> = L extends { readonly role: "outcome"; readonly term: { readonly id: infer Id extends string } }
  ? Id
  : never;

/** Identifier of an outcome that a request can have on the form of an edition; groups such as 不予公开 are none. */
export type OutcomeIn<E extends EditionId = EditionId> = E extends EditionId ? OutcomeLeaf<LeafIn<RequestRows<E>>> : never;

/** Kind of a case: a block of table 四. */
export type CaseKind = keyof Tables["remedies"];

/**
 * One request as a register holds it, unchecked: what is read from a file. `tally` says what it cannot count.
 * Dates are ISO dates such as `2023-12-31`.
 */
export interface RequestEntry {
  readonly number: string;
  readonly applicant: string;
  readonly received: string;
  /** When it was answered or otherwise concluded; `null` while it is open. */
  readonly closed?: string | null;
  readonly outcome?: string | null;
}

/** One request (政府信息公开申请) with the identifiers of the form. */
export interface RequestRecord<E extends EditionId = EditionId> extends RequestEntry {
  readonly applicant: ApplicantCategory;
  readonly outcome?: OutcomeIn<E> | null;
}

/** One case as a register holds it, unchecked. */
export interface CaseEntry {
  readonly number: string;
  readonly kind: string;
  readonly filed: string;
  /** When it was decided; `null` while it is pending. */
  readonly closed?: string | null;
  readonly result?: string | null;
}

/** One case of 行政复议 or 行政诉讼 with the identifiers of the form. */
export interface CaseRecord extends CaseEntry {
  readonly kind: CaseKind;
  readonly result?: RemedyResult | null;
}

/** Options of `tally`. */
export interface TallyOptions<E extends EditionId> {
  /** The report year: a calendar year. */
  readonly year: number;
  /** The cases; without them table 四 is all 0. */
  readonly cases?: readonly CaseEntry[];
  /** Edition of the form; the one issued for the year unless told otherwise. */
  readonly edition?: E;
  /** Language of the messages; Chinese unless told otherwise. */
  readonly language?: Language;
}

/** What became of the entries of a register: every one is in exactly one of these. */
export interface EntryCounts {
  /** In the figures of the year. */
  readonly counted: number;
  /** Concluded before the year: the business of an earlier report. */
  readonly concludedBefore: number;
  /** Received after the year: the business of a later report. */
  readonly receivedAfter: number;
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
  /** Numbers of the entries behind each figure that was counted, by address; `recordsBehind` also tells those of totals. */
  readonly behind: Readonly<Record<string, readonly string[]>>;
}
