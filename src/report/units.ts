import type { Sentence } from "../findings/finding.js";
import type { Unit } from "../form/types.js";
import { AMOUNT_PATTERN } from "./money.js";

const UNITS: Readonly<Record<Unit, Sentence>> = {
  count: { zh: "不小于0的整数", en: "an integer of at least 0" },
  change: { zh: "整数（可为负）", en: "an integer, negative or not" },
  amount: {
    zh: "以万元计、最多6位小数的金额文本，例如“12.50”",
    en: 'an amount in 10,000 yuan as a string with at most 6 decimals, such as "12.50"',
  },
};

/** The domain of a unit, in words. */
export function describeUnit(unit: Unit): Sentence {
  return UNITS[unit];
}

/** Whether a value is a figure of the unit. */
export function isFigure(unit: Unit, value: unknown): boolean {
  if (unit === "amount") return typeof value === "string" && AMOUNT_PATTERN.test(value);
  return typeof value === "number" && Number.isSafeInteger(value) && (value >= 0 || unit === "change");
}
