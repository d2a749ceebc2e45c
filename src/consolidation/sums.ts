import { plainInteger } from "../_internal/integers.js";
import type { Unit } from "../form/types.js";
import { AMOUNT_DECIMALS, amountOf } from "../report/money.js";

/** An exact sum as plain data: a count as a number where that is exact, else its digits; an amount as a decimal in 万元. */
export function plainSum(unit: Unit, sum: bigint): number | string {
  return unit === "amount" ? amountOf(sum) : plainInteger(sum);
}

/** The exact sum that {@link plainSum} states: a count, or fen. */
export function exactSum(unit: Unit, sum: number | string): bigint {
  if (unit !== "amount") return BigInt(sum);
  const [whole = "0", decimals = ""] = String(sum).split(".");
  return BigInt(whole + decimals.padEnd(AMOUNT_DECIMALS, "0"));
}
