import { Decimal } from "decimal.js";
import { CHINESE_DIGITS as DIGITS, CHINESE_FACTORS as FACTORS, numeralValue } from "../_internal/chineseNumerals.js";

/** A number in a text: whole base units (requests, or fen), as an interval. An exact one begins and ends at its value. */
export interface Quantity {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly exact: boolean;
}

/** A number as it is written: its digits, what they are multiplied by, and how much the last written place is worth. */
export interface WrittenNumber {
  readonly end: number;
  readonly digits: string;
  readonly scale: number;
  /** Power of ten of the last written place, before it is multiplied. */
  readonly place: number;
  /** Rounded by the way it is written: 1.2万. */
  readonly rounded: boolean;
}

/** The longest run of characters that is read as one number. */
export const MAX_NUMBER_LENGTH = 24;

/** A ten may begin a numeral: 十二. */
const TENS = ["十", "拾"] as const;

/** Every character that a number can begin with. */
export const NUMBER_STARTS: ReadonlySet<string> = /* @__PURE__ */ new Set(
  ["0123456789", ...DIGITS.keys(), ...TENS].flatMap((chars) => [...chars]),
);

const isDigit = (char: string): boolean => char >= "0" && char <= "9" && char.length === 1;

/** The number that begins at a position, or `null`. `separators`: whether a comma may separate thousands. */
export function writtenNumberAt(text: string, from: number, separators: (position: number) => boolean): WrittenNumber | null {
  const char = text.charAt(from);
  if (isDigit(char)) return digitsAt(text, from, separators);
  return NUMBER_STARTS.has(char) ? numeralsAt(text, from) : null;
}

function digitsAt(text: string, from: number, separators: (position: number) => boolean): WrittenNumber | null {
  let i = from;
  let digits = "";
  let decimals = 0;
  let dot = false;
  for (; i < text.length && i - from <= MAX_NUMBER_LENGTH; i += 1) {
    const char = text.charAt(i);
    if (isDigit(char)) {
      digits += char;
      if (dot) decimals += 1;
    } else if (char === "." && !dot && isDigit(text.charAt(i + 1))) {
      dot = true;
      digits += char;
    } else if (!(char === "," && !dot && separators(i) && threeDigitsAt(text, i + 1))) break;
  }
  if (i - from > MAX_NUMBER_LENGTH) return null;
  const factor = FACTORS.get(text.charAt(i));
  const scale = factor ?? 1;
  if (factor !== undefined) i += 1;
  if (factor !== undefined && (isDigit(text.charAt(i)) || DIGITS.has(text.charAt(i)))) return null;
  return { end: i, digits, scale, place: dot ? -decimals : trailingZeros(digits), rounded: factor !== undefined };
}

function threeDigitsAt(text: string, from: number): boolean {
  return [0, 1, 2].every((k) => isDigit(text.charAt(from + k))) && !isDigit(text.charAt(from + 3));
}

function trailingZeros(digits: string): number {
  let zeros = 0;
  while (zeros < digits.length - 1 && digits.charAt(digits.length - 1 - zeros) === "0") zeros += 1;
  return zeros;
}

/** From here on a numeral that ends in round thousands is taken as rounded. */
const ROUND_NUMERAL = 1000;

function numeralsAt(text: string, from: number): WrittenNumber | null {
  let end = from;
  while (end - from <= MAX_NUMBER_LENGTH && (DIGITS.has(text.charAt(end)) || FACTORS.has(text.charAt(end)))) end += 1;
  if (end - from > MAX_NUMBER_LENGTH) return null;
  const value = numeralValue(text.slice(from, end));
  if (value === null) return null;
  const digits = String(value);
  const rounded = value >= ROUND_NUMERAL && value % ROUND_NUMERAL === 0;
  return { end, digits, scale: 1, place: trailingZeros(digits), rounded };
}

/** Digits that need no exact arithmetic, whatever they are counted in. */
const PLAIN = /^\d{1,12}$/;

/** How a number is meant: exactly, or as an approximate one. */
export type Approximation = "exact" | "more" | "around" | "above" | "below";

/** The interval that a number can mean. 5500余 is less than 5600; 1.2万 may have been rounded either way. */
export function quantityOf(written: WrittenNumber, approximation: Approximation, perUnit: number): Quantity | null {
  if (approximation === "exact" && !written.rounded && PLAIN.test(written.digits)) {
    const value = Number(written.digits) * perUnit;
    return { value, low: value, high: value, exact: true };
  }
  const whole = PLAIN.test(written.digits) ? Number(written.digits) * written.scale * perUnit : Number.NaN;
  if (whole <= LARGEST_WHOLE) return wholeQuantity(written, approximation, perUnit, whole);
  const value = new Decimal(written.digits).times(written.scale).times(perUnit);
  if (value.greaterThan(Number.MAX_SAFE_INTEGER) || !value.isInteger()) return null;
  const last = new Decimal(10).pow(written.place).times(written.scale);
  const place = Decimal.max(last, approximation === "exact" ? 1 : 10).times(perUnit);
  const [low, high] = bounds(approximation === "exact" && written.rounded ? "around" : approximation, value, place);
  const least = Math.max(0, Math.floor(low.toNumber()));
  return {
    value: value.toNumber(),
    low: least,
    high: high === null ? Number.POSITIVE_INFINITY : Math.ceil(high.toNumber()),
    exact: approximation === "exact" && !written.rounded,
  };
}

/** Up to here, three times a whole number is still an exact one. */
const LARGEST_WHOLE = 1e15;

/** The same without decimals, which nearly every number is. */
function wholeQuantity(written: WrittenNumber, approximation: Approximation, perUnit: number, value: number): Quantity {
  const exact = approximation === "exact";
  const place = Math.max(10 ** written.place * written.scale, exact ? 1 : 10) * perUnit;
  const give = Math.min(place, Math.max((value * AROUND_TENTHS) / 10, LEAST_AROUND));
  const [low, high] = {
    exact: [value, value],
    more: [value, value + place],
    around: [value - give, value + give],
    above: [value, Number.POSITIVE_INFINITY],
    below: [0, value],
  }[exact && written.rounded ? "around" : approximation];
  return { value, low: Math.max(0, Math.floor(low ?? 0)), high: Math.ceil(high ?? value), exact: exact && !written.rounded };
}

/** How far an approximate number may be off either way: one in its last written place, but no more than this share of it. */
const AROUND_TENTHS = 3;
const LEAST_AROUND = 5;

function bounds(approximation: Approximation, value: Decimal, place: Decimal): readonly [Decimal, Decimal | null] {
  switch (approximation) {
    case "exact":
      return [value, value];
    case "more":
      return [value, value.plus(place)];
    case "around": {
      const give = Decimal.min(place, Decimal.max(value.times(AROUND_TENTHS).div(10), LEAST_AROUND));
      return [value.minus(give), value.plus(give)];
    }
    case "above":
      return [value, null];
    case "below":
      return [new Decimal(0), value];
  }
}
