import { Decimal } from "decimal.js";

/** Decimals that shares and relative changes are rounded to, half up. */
export const SHARE_DECIMALS = 6;

/** Digits enough for the quotient of any two exact integers to be right to {@link SHARE_DECIMALS} decimals. */
const Exact = /* @__PURE__ */ Decimal.clone({ defaults: true, precision: 40, rounding: Decimal.ROUND_HALF_UP });

/** One number as a share of another that is not 0, rounded to {@link SHARE_DECIMALS} decimals, as a decimal string. */
export function shareOf(part: Decimal.Value, whole: Decimal.Value): string {
  const share = new Exact(part).dividedBy(whole).toDecimalPlaces(SHARE_DECIMALS);
  return share.isZero() ? "0" : share.toFixed();
}
