import { describe } from "../_internal/describe.js";
import { errorFrom } from "../findings/error.js";
import { finding, type Language, type Sentence } from "../findings/finding.js";
import { schemaMessages } from "./messages.js";
import { AMOUNT_PATTERN, amountOf, FEN_LIMIT, fenOf } from "./money.js";
import { describeUnit } from "./units.js";

const FEN: Sentence = {
  zh: "绝对值小于10的15次方的整数（分）",
  en: "a whole number of fen, less than 10 to the power of 15 either way",
};

/** Options of {@link amountToFen} and {@link fenToAmount}. */
export interface FenOptions {
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/**
 * An amount in 万元 as a whole number of fen.
 *
 * @throws `DisclosureReportError` `money.notAmount` for a value that is not an amount: with a sign, an exponent, separators,
 * more than nine integer digits or six decimals, or no string.
 *
 * @example
 * ```ts
 * amountToFen("38.09533"); //=> 38095330
 * amountToFen("12.50"); //=> 12500000
 * ```
 */
export function amountToFen(amount: string, options?: FenOptions): number {
  options ??= {};
  if (typeof amount === "string" && AMOUNT_PATTERN.test(amount)) return fenOf(amount);
  throw refusal("money.notAmount", describeUnit("amount"), amount, options);
}

/**
 * A whole number of fen as an amount in 万元, without needless zeros. The difference of two amounts may be negative.
 *
 * @throws `DisclosureReportError` `money.notFen` for a value that is no whole number, or has more digits than an amount.
 *
 * @example
 * ```ts
 * fenToAmount(38095330); //=> "38.09533"
 * fenToAmount(12500000); //=> "12.5"
 * ```
 */
export function fenToAmount(fen: number, options?: FenOptions): string {
  options ??= {};
  if (Number.isInteger(fen) && Math.abs(fen) < FEN_LIMIT) return amountOf(fen);
  throw refusal("money.notFen", FEN, fen, options);
}

function refusal(code: "money.notAmount" | "money.notFen", expected: Sentence, value: unknown, options: FenOptions) {
  const language = options.language ?? "zh";
  const found = describe(value);
  return errorFrom(code, [
    finding(schemaMessages, code, { expected, found }, language, { expected: expected[language], actual: found }),
  ]);
}
