/** The Chinese digits, from 0. */
export const NUMERALS = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** The Chinese numeral of an integer from 1 to 99, as used for the items of an article: 十五. */
export function chineseNumeral(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  const head = tens === 0 ? "" : `${tens === 1 ? "" : (NUMERALS[tens] ?? "")}十`;
  return head + (ones === 0 && tens > 0 ? "" : (NUMERALS[ones] ?? ""));
}
