import { plainInteger } from "../_internal/integers.js";
import type { Unit } from "../form/types.js";
import { AMOUNT_DECIMALS } from "../report/money.js";

/** An exact sum as plain data: a count as a number where that is exact, else its digits; an amount as a decimal in 万元. */
export function plainSum(unit: Unit, sum: bigint): number | string {
  return unit === "amount" ? amountOf(sum) : plainInteger(sum);
}

/** Fen of any number as an amount in 万元, without needless zeros. */
function amountOf(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(AMOUNT_DECIMALS + 1, "0");
  const whole = digits.slice(0, -AMOUNT_DECIMALS);
  const decimals = digits.slice(-AMOUNT_DECIMALS).replace(/0+$/, "");
  return (fen < 0n ? "-" : "") + whole + (decimals === "" ? "" : `.${decimals}`);
}

/** The exact sum that {@link plainSum} states: a count, or fen. */
export function exactSum(unit: Unit, sum: number | string): bigint {
  if (unit !== "amount") return BigInt(sum);
  const [whole = "0", decimals = ""] = String(sum).split(".");
  return BigInt(whole + decimals.padEnd(AMOUNT_DECIMALS, "0"));
}
