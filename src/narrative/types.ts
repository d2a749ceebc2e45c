import type { Sentence } from "../findings/finding.js";

/** What a number in a text counts: requests and cases, or yuan. */
export type ClaimUnit = "count" | "yuan";

/** A number as a text states it. */
export interface StatedNumber {
  /** The words of the number, unit included. */
  readonly text: string;
  /** Position of those words in the text, from 0, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  /** The number itself: a count, or an amount in yuan as a decimal string. */
  readonly value: number | string;
  /** `null` for an exact number; else the interval that an approximate one (余, 约, 1.2万) can mean; `high` is `null` where it has no end. */
  readonly interval: { readonly low: number | string; readonly high: number | string | null } | null;
}

/** Something a claim can mean: figures of the form to be added up, and figures to be taken away, or the 信息处理费 of the report. */
export interface Interpretation {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly fee: boolean;
  readonly statement: Sentence;
}

/** Why a claim may count something else than the figures of the report. See `doubts` in the catalogue for the words. */
export type ClaimDoubt =
  | "scope"
  | "period"
  | "channel"
  | "filed"
  | "context"
  | "wording"
  | "frame"
  | "ambiguous"
  | "distribution"
  | "place";

/** A statement in a text about something that the report counts. */
export interface Claim {
  /** The words of the text, from what is counted to its number. */
  readonly quote: string;
  /** Position of the quote in the text, from 0, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  readonly unit: ClaimUnit;
  readonly number: StatedNumber;
  /** What the claim can mean, the likeliest first. */
  readonly readings: readonly Interpretation[];
  /** Why it may count something else. A claim with doubts can agree, but it never disagrees. */
  readonly doubts: readonly ClaimDoubt[];
}
