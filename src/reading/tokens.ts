import { Decimal } from "decimal.js";
import { halfWidth } from "../_internal/text.js";
import type { Unit } from "../form/types.js";
import { AMOUNT_DECIMALS, AMOUNT_PATTERN } from "../report/money.js";
import { withoutArtefacts } from "./artefacts.js";
import { MAX_LABEL_LENGTH } from "./limits.js";
import { DEFAULT_MONEY_UNIT, moneyUnits } from "./units.js";

/** What is printed in the place of a figure. */
export type Token =
  | {
      readonly kind: "figure";
      readonly value: number | string;
      /** The unit that was printed and had to be converted, or `null`. */
      readonly convertedFrom: string | null;
      /** Whether there were spaces between the digits. */
      readonly spaced: boolean;
    }
  | { readonly kind: "blank" }
  /** A sign for "none": neither a written zero nor an empty place. */
  | { readonly kind: "mark"; readonly mark: string }
  | { readonly kind: "unreadable" };

/** Signs and words that agencies print for "none". */
const MARKS: ReadonlySet<string> = new Set(["/", "\\", "无", "暂无", "不涉及", "未发生"]);
const DASHES = /^[-\u2010-\u2015\u2212\u2500\u30fc]+$/;

/** Measure words that may follow a count. */
const COUNTED = /(?:[件条项个份次宗起例人家部篇]|\([件条项个份次宗起例人家部篇]\))$/;

/** Invisible characters: soft hyphens, directional marks without effect, variation selectors. */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200e\u202a\u202c\u2060-\u2064\u2066\u2068\u2069\ufeff]|[\ufe00-\ufe0f]/g;

/** Invisible characters that make adjacent text read from right to left, and such characters around a text. */
const TURNING = /[\u061c\u200f\u2067]/;
const TURNING_AROUND = /^[\u061c\u200f\u2067\s]+|[\u061c\u200f\u2067\s]+$/g;
/** Text whose order they do not change: one run of digits, without a sign that could move to its other side. */
const UNTURNED = /^[^\d\s+\-\u2212]*[\d.,]*[^\d\s+\-\u2212]*$/;

/** Text that is turned round, and something behind it: they may change their places. */
const TURNED_PART = /\u202e[^\u202c]*\u202c[^\p{L}\p{N}]*[\p{L}\p{N}]/u;

/** From here on the order on paper is the reverse of that in the source. */
const REVERSED = /^\u202e([^\u202a-\u202e]*)$/;

/** Spaces too thin to part two numbers. */
const THIN = /[\u2006\u2008-\u200a\u202f]/;

const SPACE_IN_NUMBER = /[\d,.] [\d,.]/;
/** Groups of three digits, as they are set off from one another instead of by a separator. */
const SPACED_GROUPS = /^[^\d]*[1-9]\d{0,2}(?: \d{3})+(?!\d| \d)/;
/** Digits that were spread over the width of the cell, each by itself. */
const SPREAD = /^[^\d]*[1-9] (?:\d )+\d(?!\d| \d)/;
const SPREAD_THINLY = /^[^\d]*[1-9](?: \d)+(?!\d| \d)/;
/** A space next to a separator or the decimal point does not separate numbers. */
const SPACE_AT_SEPARATOR = /(\d) ([,.]\d)|(\d[,.]) (\d)/g;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const INTEGER = /^\d{1,16}$/;
const WHOLE = /^(\d{1,16})\.0{1,12}$/;
const DECIMAL = /^\d{0,16}(?:\.\d{1,12})?$/;
const UPWARDS = /^(?:\+|增加|增|↑)/;
const DOWNWARDS = /^(?:[-\u2212\u2013\u2014]|减少|减|↓)/;

/** What nearly every figure is. */
const PLAIN = /^\d{1,15}$/;

const BLANK: Token = { kind: "blank" };
const UNREADABLE: Token = { kind: "unreadable" };

/**
 * Reads what is printed in the place of a figure. Only here is it decided what is a figure, what is blank, what is a sign
 * for "none" and what cannot be read. `moneyUnit` is the unit of amounts that the headings state.
 */
export function readToken(raw: string, unit: Unit, moneyUnit: string = DEFAULT_MONEY_UNIT): Token {
  if (raw === "") return BLANK;
  if (PLAIN.test(raw)) return unit === "amount" ? readAmount(raw, false, moneyUnit) : figure(Number(raw));
  if (raw.length > MAX_LABEL_LENGTH) return UNREADABLE;
  const lines = withoutArtefacts(raw)
    .replace(INVISIBLE, "")
    .split(/[\t\r\n\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const [whole = ""] = lines;
  if (lines.length > 1 || TURNED_PART.test(raw)) return UNREADABLE;
  const line = TURNING.test(whole) ? whole.replace(TURNING_AROUND, "") : whole;
  if (line !== whole && !UNTURNED.test(line)) return UNREADABLE;
  if (line === "") return BLANK;
  const text = halfWidth(inPrintedOrder(line)).trim();
  if (MARKS.has(text) || DASHES.test(text)) return { kind: "mark", mark: text };
  const joined = joinedDigits(text, THIN.test(line));
  if (joined === null) return UNREADABLE;
  const spaced = joined !== text;
  const compact = joined.replace(/(?<![\d ]) +| +(?![\d ])/g, "");
  switch (unit) {
    case "count":
      return readCount(compact, spaced);
    case "change":
      return readChange(compact, spaced);
    case "amount":
      return readAmount(compact, spaced, moneyUnit);
  }
}

/** Longest text that is taken for a figure by its form alone. */
const LONGEST_FIGURE = 40;

/** Whether a text may be the content of a figure's place, a sign for "none" included. */
export function isFigure(text: string): boolean {
  return (
    text.length <= LONGEST_FIGURE &&
    (["count", "change", "amount"] as const).some((unit) => {
      const { kind } = readToken(text, unit);
      return kind === "figure" || kind === "mark";
    })
  );
}

/** A line whose signs are all turned round reads from right to left. */
function inPrintedOrder(line: string): string {
  const reversed = REVERSED.exec(line)?.[1];
  return reversed === undefined ? line : [...reversed].reverse().join("");
}

/**
 * Takes the spaces out of one number; `null` where they may part two. One number are groups of three digits, and digits that
 * were spread over the cell, each by itself: `30 20` is two.
 */
function joinedDigits(text: string, thin: boolean): string | null {
  const tight = text.replace(SPACE_AT_SEPARATOR, "$1$2$3$4");
  if (!SPACE_IN_NUMBER.test(tight)) return tight;
  const isOne = SPACED_GROUPS.test(tight) || (thin ? SPREAD_THINLY : SPREAD).test(tight);
  const joined = tight.replace(/(\d) (?=\d)/g, "$1");
  return isOne && !SPACE_IN_NUMBER.test(joined) ? joined : null;
}

function figure(value: number | string, spaced = false, convertedFrom: string | null = null): Token {
  return { kind: "figure", value, convertedFrom, spaced };
}

/** Digits without thousands separators, or `null`. Separators must be at thousands positions. */
function ungrouped(text: string): string | null {
  if (!text.includes(",")) return text;
  return GROUPED.test(text) ? text.replaceAll(",", "") : null;
}

function integerOf(text: string): number | null {
  const digits = ungrouped(text);
  if (digits === null) return null;
  const whole = INTEGER.test(digits) ? digits : WHOLE.exec(digits)?.[1];
  const value = Number(whole);
  return Number.isSafeInteger(value) ? value : null;
}

function readCount(text: string, spaced: boolean): Token {
  const bare = text.replace(COUNTED, "");
  const value = integerOf(bare);
  if (value !== null) return figure(value, spaced);
  return bare.endsWith("万") ? tenThousands(bare.slice(0, -1), spaced) : UNREADABLE;
}

function tenThousands(text: string, spaced: boolean): Token {
  const digits = ungrouped(text);
  if (digits === null || digits === "" || !DECIMAL.test(digits)) return UNREADABLE;
  const value = new Decimal(digits).times(10_000);
  return value.isInteger() && value.lte(Number.MAX_SAFE_INTEGER) ? figure(value.toNumber(), spaced, "万") : UNREADABLE;
}

function readChange(text: string, spaced: boolean): Token {
  const bare = text.replace(COUNTED, "");
  const value = integerOf(bare.replace(UPWARDS, ""));
  if (value !== null) return figure(value, spaced);
  const decrease = DOWNWARDS.test(bare) ? integerOf(bare.replace(DOWNWARDS, "")) : null;
  return decrease === null ? UNREADABLE : figure(0 - decrease, spaced);
}

function readAmount(text: string, spaced: boolean, moneyUnit: string): Token {
  const printed = Object.keys(moneyUnits)
    .filter((unit) => text.endsWith(unit))
    .reduce((longest, unit) => (unit.length > longest.length ? unit : longest), "");
  const number = ungrouped(text.slice(0, text.length - printed.length).replace(/^[¥￥]/, ""));
  if (number === null || !/\d/.test(number) || !DECIMAL.test(number)) return UNREADABLE;
  const unit = printed === "" ? moneyUnit : printed;
  const size = moneyUnits[unit];
  if (size === undefined) return UNREADABLE;
  const converted = size !== "1";
  const value = converted ? new Decimal(number).times(size).toFixed() : trimmed(number);
  return AMOUNT_PATTERN.test(value) ? figure(value, spaced, converted ? unit : null) : UNREADABLE;
}

/** An amount as printed, but for zeros before its digits and zeros beyond one fen. */
function trimmed(number: string): string {
  const [whole = "", decimals] = number.split(".");
  const digits = whole.replace(/^0+(?=\d)/, "") || "0";
  if (decimals === undefined) return digits;
  const kept = decimals.slice(0, AMOUNT_DECIMALS);
  return /^0*$/.test(decimals.slice(AMOUNT_DECIMALS)) ? `${digits}.${kept}` : number;
}
