import type { Sentence } from "../findings/finding.js";

/** Unit of a number in a text: requests and cases, or yuan. */
export type ClaimUnit = "count" | "yuan";

/** A number as a text states it. */
export interface StatedNumber {
  /** The words of the number, unit included. */
  readonly text: string;
  /** Position of those words in the text, from 0, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  /** Its value: a count, or an amount in yuan as a decimal string. */
  readonly value: number | string;
  /** The interval of an approximate number (余, 约, 1.2万), with `high` `null` for no upper bound; `null` for an exact number. */
  readonly interval: { readonly low: number | string; readonly high: number | string | null } | null;
}

/** A possible meaning of a claim: figures of the form to be added and subtracted, or the 信息处理费 of the report. */
export interface Interpretation {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly fee: boolean;
  readonly statement: Sentence;
}

/** Why a claim may count something other than the figures of the report. See `doubts` in the catalogue for the wordings. */
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

/** A statement in a text about figures of the report. */
export interface Claim {
  /** The words of the text, from what is counted to its number. */
  readonly quote: string;
  /** Position of the quote in the text, from 0, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  readonly unit: ClaimUnit;
  readonly number: StatedNumber;
  /** Possible meanings, likeliest first. */
  readonly readings: readonly Interpretation[];
  /** Reasons why it may count something else. A claim with doubts can agree, but never disagrees. */
  readonly doubts: readonly ClaimDoubt[];
}
