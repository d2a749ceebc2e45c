import type { Citation } from "../form/sources.js";

/** A range of items or pages charged at one rate. */
export interface Bracket {
  readonly from: number;
  /** The last item or page; `null` for no end. */
  readonly to: number | null;
  /** Yuan for each item or page. */
  readonly rate: number;
}

/** An endless progression of brackets of equal width after the last listed one; the rate rises by `step` with each. */
export interface Progression {
  readonly from: number;
  readonly width: number;
  readonly rate: number;
  readonly step: number;
}

/** A tariff of the fee. */
export interface Tariff {
  readonly brackets: readonly Bracket[];
  readonly beyond: Progression | null;
  /** Largest supported number of items or pages. */
  readonly limit: number;
}

/** Largest supported number of items. Each bracket of ten is listed in the result, so the list must be bounded. */
export const MAX_FEE_ITEMS = 1_000_000;

/** Largest supported number of pages. */
export const MAX_FEE_PAGES = 1_000_000_000_000;

/** The notice that sets the rates. */
export const feeCitation: Citation = { source: "feeMeasures" };

/** In yuan. Every rate, and so every lawful fee, is a multiple of this. */
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
