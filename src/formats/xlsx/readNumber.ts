import type { NumberFormat, TextFormat } from "./numberFormat.js";

/** Digits that a spreadsheet keeps of a number; what a file has beyond them is an artefact of binary arithmetic. */
const SIGNIFICANT_DIGITS = 15;

const MAX_NUMBER_LENGTH = 400;

/** Most decimals of a number format. */
const MAX_DECIMALS = 30;

/**
 * A number of a worksheet as a person would have typed it. Integers stay as written. A decimal is kept to the digits that a
 * spreadsheet guarantees, so `38.095330000000004` is the 38.09533 that was added up. What is no number stays as written.
 */
export function readNumber(raw: string): string {
  if (raw === "-0") return "0";
  if (/^-?\d+$/.test(raw) || raw.length > MAX_NUMBER_LENGTH || !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(raw)) return raw;
  const number = Number(raw);
  return Number.isFinite(number) ? withoutExponent(number.toPrecision(SIGNIFICANT_DIGITS)) : raw;
}

/** `1.20000000000000e+21` as plain digits without needless zeros. */
function withoutExponent(precise: string): string {
  const [, sign = "", whole = "", decimals = "", exponent = "0"] = /^(-?)(\d+)\.?(\d*)(?:e([-+]?\d+))?$/.exec(precise) ?? [];
  const shift = Number(exponent);
  const digits = whole + decimals;
  const point = whole.length + shift;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = Math.max(point, 1);
  const rest = padded.slice(at).replace(/0+$/, "");
  const text = padded.slice(0, at) + (rest === "" ? "" : `.${rest}`);
  return /^[0.]+$/.test(text) ? "0" : sign + text;
}

const DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;

/** What a cell with a number shows, so far as it matters: the number with the text that its format prints around it. */
export function shownNumber(raw: string, format: NumberFormat, date1904: boolean): string {
  const number = readNumber(raw);
  if (format.kind === "hidden") return "";
  if (isRounded(number)) return `${number} ${OTHER_FORMAT}`;
  if (format.kind === "plain") return format.prefix + withDecimals(number, format.decimals ?? 0) + format.suffix;
  const days = Number(raw);
  if (format.kind === "date" && days >= 0 && days <= LAST_DAY) {
    return new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(days * DAY)).toISOString().slice(0, 10);
  }
  return `${number} ${OTHER_FORMAT}`;
}

/** Whether an integer has more digits than a spreadsheet keeps, which shows zeros in their place or, as some do, what the file has. */
function isRounded(number: string): boolean {
  return /^-?\d+$/.test(number) && /[1-9]/.test(number.replace(/^-?0*/, "").slice(SIGNIFICANT_DIGITS));
}

/** Adds the zeros that a format prints behind a number: `12.5` in a cell formatted `0.00` was printed as `12.50`. */
function withDecimals(number: string, decimals: number): string {
  if (decimals === 0 || decimals > MAX_DECIMALS || !/^-?\d+(?:\.\d+)?$/.test(number)) return number;
  const [whole = "", given = ""] = number.split(".");
  return `${whole}.${given.padEnd(decimals, "0")}`;
}

/** What a cell with a text shows. */
export function shownText(text: string, format: TextFormat): string {
  if (text === "" || format.kind === "hidden") return "";
  return format.kind === "plain" ? format.prefix + text + format.suffix : `${text} ${OTHER_FORMAT}`;
}

/** Appended to a number that the sheet shows as another one, so that it is not taken for the printed one. */
const OTHER_FORMAT = "[显示格式已改变数值]";
