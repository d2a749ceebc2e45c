import type { Citation } from "../form/sources.js";

/** A stretch of items or pages that are charged at one rate. */
export interface Bracket {
  readonly from: number;
  /** The last one, or `null` where there is no end. */
  readonly to: number | null;
  /** Yuan for each item or page. */
  readonly rate: number;
}

/** Brackets of one width that follow the last one without end, each dearer than the one before by `step`. */
export interface Progression {
  readonly from: number;
  readonly width: number;
  readonly rate: number;
  readonly step: number;
}

/** A way of charging the fee. */
export interface Tariff {
  readonly brackets: readonly Bracket[];
  readonly beyond: Progression | null;
  /** The largest number of items or pages that is calculated. */
  readonly limit: number;
}

/** The largest number of items for which the fee is calculated; each bracket of ten is listed, so the list needs an end. */
export const MAX_FEE_ITEMS = 1_000_000;

/** The largest number of pages for which the fee is calculated. */
export const MAX_FEE_PAGES = 1_000_000_000_000;

/** The notice that sets the rates. */
export const feeCitation: Citation = { source: "feeMeasures" };

/** Every rate is a multiple of this, and so is every lawful fee: yuan. */
export const FEE_UNIT = 10;

/**
 * The rates of 国办函〔2020〕109号: by item (按件), for each applicant and calendar month, or by volume (按量) in pages.
 */
export const tariffs = {
  items: {
    brackets: [
      { from: 1, to: 10, rate: 0 },
      { from: 11, to: 30, rate: 100 },
    ],
    beyond: { from: 31, width: 10, rate: 200, step: 100 },
    limit: MAX_FEE_ITEMS,
  },
  pages: {
    brackets: [
      { from: 1, to: 30, rate: 0 },
      { from: 31, to: 100, rate: 10 },
      { from: 101, to: 200, rate: 20 },
      { from: 201, to: null, rate: 40 },
    ],
    beyond: null,
    limit: MAX_FEE_PAGES,
  },
} as const satisfies Record<string, Tariff>;
