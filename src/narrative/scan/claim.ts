import type { Found } from "../found.js";
import { fenToYuan } from "../reading.js";
import { isStrong } from "../roles.js";
import type { NumberToken, WordToken } from "../tokens.js";
import type { Claim, ClaimDoubt, StatedNumber } from "../types.js";
import type { ScannedText } from "./text.js";

/** Makes a claim from the words that identify what is counted, a number, and their meaning. */
export function claimOf(
  text: ScannedText,
  words: readonly WordToken[],
  number: NumberToken,
  found: Found,
  doubts: readonly ClaimDoubt[],
): Claim {
  const money = number.unit === "yuan";
  let { start, end } = number;
  for (const word of words) {
    if (isStrong(word) && word.start < start) start = word.start;
    if (word.end > end) end = word.end;
  }
  const { quote, offset, length } = placeOf(text, start, end);
  return {
    quote,
    offset,
    length,
    unit: money ? "yuan" : "count",
    number: statedNumber(text, number, money),
    readings: found.readings,
    doubts: doubts.length > 1 ? [...new Set(doubts)] : doubts,
  };
}

function placeOf({ original, compact }: ScannedText, start: number, end: number): Pick<Claim, "quote" | "offset" | "length"> {
  const offset = compact.at[start] ?? 0;
  const length = (compact.at[end - 1] ?? offset) + 1 - offset;
  return { quote: original.slice(offset, offset + length), offset, length };
}

function statedNumber(text: ScannedText, number: NumberToken, money: boolean): StatedNumber {
  const { quote, offset, length } = placeOf(text, number.start, number.end);
  const { value, low, high, exact } = number.quantity ?? { value: 0, low: 0, high: 0, exact: true };
  const say = (base: number): number | string => (money ? fenToYuan(base) : base);
  const interval = exact ? null : { low: say(low), high: Number.isFinite(high) ? say(high) : null };
  return { text: quote, offset, length, value: say(value), interval };
}
