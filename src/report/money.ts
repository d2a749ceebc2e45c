/**
 * Money is a decimal string in 万元 wherever a person or a file sees it, and an integer number of fen (0.01 yuan, a millionth of
 * 万元) wherever it is added up. It is never a binary fraction: the decimal point is moved in the text.
 */
const FEN_PER_UNIT = 1_000_000;

/** The largest number of decimals of an amount in 万元: one fen. */
export const AMOUNT_DECIMALS = 6;

/** Digits before the point. Nine keep every amount, and sums of thousands of them, in the range of exact integers. */
export const AMOUNT_DIGITS = 9;

/** An amount in 万元: at most {@link AMOUNT_DIGITS} digits and {@link AMOUNT_DECIMALS} decimals. No sign, no exponent, no separators. */
export const AMOUNT_PATTERN = new RegExp(`^(?:0|[1-9]\\d{0,${AMOUNT_DIGITS - 1}})(?:\\.\\d{1,${AMOUNT_DECIMALS}})?$`);

/** The first number of fen that has more digits than an amount. */
export const FEN_LIMIT = 10 ** (AMOUNT_DIGITS + AMOUNT_DECIMALS);

/** An amount in yuan: digits, and at most two decimals. */
export const YUAN_PATTERN = /^(?:0|[1-9]\d{0,12})(?:\.\d{1,2})?$/;

/** The fen of an amount that is known to match {@link AMOUNT_PATTERN}: for figures that were checked before. */
export function fenOf(amount: string): number {
  const [whole = "0", decimals = ""] = amount.split(".");
  return Number(whole) * FEN_PER_UNIT + Number(decimals.padEnd(AMOUNT_DECIMALS, "0"));
}

/** The amount for a whole number of fen (of any size as a bigint), without trailing zeros. */
export function amountOf(fen: number | bigint): string {
  const digits = String(fen).replace(/\d+/, (some) => some.padStart(AMOUNT_DECIMALS + 1, "0"));
  return `${digits.slice(0, -AMOUNT_DECIMALS)}.${digits.slice(-AMOUNT_DECIMALS)}`.replace(/\.?0+$/, "");
}
