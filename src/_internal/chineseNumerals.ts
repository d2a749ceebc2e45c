import { NUMERALS } from "./chineseNumeral.js";

/** Digits in Chinese numerals, those of financial documents included. */
export const CHINESE_DIGITS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map<string, number>([
  ...NUMERALS.map((char, value) => [char, value] as const),
  ["零", 0],
  ["○", 0],
  ["两", 2],
  ..."壹贰叁肆伍陆柒捌玖".split("").map((char, i) => [char, i + 1] as const),
]);

/** Powers of ten within a group of four digits. */
const UNITS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["千", 1000],
  ["仟", 1000],
]);

/** What a group of four digits is multiplied by. */
const SCALES: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ["万", 10_000],
  ["亿", 100_000_000],
]);

/** Every power of ten that stands behind digits: 3千, 3万. */
export const CHINESE_FACTORS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([...UNITS, ...SCALES]);

/**
 * The value of a Chinese numeral: 二十三, 一百零五, 两万三 (23,000), or digit by digit 二〇三; `null` for what is none.
 */
export function numeralValue(text: string): number | null {
  const chars = [...text];
  if (chars.length > 1 && chars.every((char) => CHINESE_DIGITS.has(char))) {
    return chars.reduce((sum, char) => sum * 10 + (CHINESE_DIGITS.get(char) ?? 0), 0);
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = 1;
  let afterZero = false;
  for (const char of chars) {
    const value = CHINESE_DIGITS.get(char);
    const unit = UNITS.get(char);
    const scale = SCALES.get(char);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      afterZero = value === 0 || afterZero;
    } else if (unit !== undefined) {
      if ((digit === null && unit !== 10) || (section > 0 && unit >= lastUnit && lastUnit < 10_000)) return null;
      section += (digit === null || digit === 0 ? 1 : digit) * unit;
      lastUnit = unit;
      digit = null;
      afterZero = false;
    } else if (scale !== undefined) {
      section += digit ?? 0;
      if (section === 0) return null;
      total = (total + section) * scale;
      section = 0;
      lastUnit = scale;
      digit = null;
      afterZero = false;
    }
  }
  // 一百二 is 120: a last digit without a unit of its own belongs to the next lower place.
  const tail = digit === null ? 0 : digit * (afterZero || lastUnit <= 1 ? 1 : lastUnit / 10);
  const value = total + section + tail;
  return Number.isSafeInteger(value) ? value : null;
}

/** 二〇二三年 as 2023年: years that are written digit by digit, with whatever is typed for 〇. */
export function yearsInDigits(text: string): string {
  return text.replace(/[一二][〇○◯零oOｏＯ0０一二三四五六七八九]{3}(?=年)/g, (digits) =>
    [...digits].map((digit) => CHINESE_DIGITS.get(digit) ?? 0).join(""),
  );
}

/** Dates that are written in numerals, 二〇二四年一月十五日, in digits. */
export function datesInDigits(text: string): string {
  return yearsInDigits(text).replace(/[〇一二三四五六七八九十]{1,3}(?=[月日号])/g, (numeral) =>
    String(numeralValue(numeral) ?? numeral),
  );
}
