const SPACE = 0x20;
const LAST_PLAIN = 0x7e;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

/** Most digits of a number that is surely a whole number as long as its point is not looked at. */
const MOST_DIGITS = 15;

/** Powers of ten by which that whole number is divided: exact ones, so that the quotient is the number nearest to what is written. */
const POWERS: readonly number[] = Array.from({ length: MOST_DIGITS + 1 }, (_, i) => 10 ** i);

/**
 * The items of an attribute or a path between white space: numbers, and words that are none. Pages consist of little else, so
 * numbers are read where they stand.
 */
export function itemsOf(text: string): readonly (number | string)[] {
  const items: (number | string)[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : SPACE;
    if (code < SPACE || code > LAST_PLAIN) return text.trim().split(/\s+/).map(itemIn);
    if (code !== SPACE) continue;
    if (from < at) {
      const number = decimalIn(text, from, at);
      items.push(Number.isNaN(number) ? itemIn(text.slice(from, at)) : number);
    }
    from = at + 1;
  }
  return items;
}

function itemIn(word: string): number | string {
  const number = word === "" ? Number.NaN : Number(word);
  return Number.isFinite(number) ? number : word;
}

/** A decimal number as it is nearly always written; NaN for any other item. */
function decimalIn(text: string, from: number, to: number): number {
  const negative = text.charCodeAt(from) === MINUS;
  let whole = 0;
  let digits = 0;
  let point = to;
  for (let at = negative ? from + 1 : from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code - ZERO;
    if (digit >= 0 && digit <= 9) {
      whole = 10 * whole + digit;
      digits += 1;
    } else if (code === POINT && point === to) point = at;
    else return Number.NaN;
  }
  if (digits === 0 || digits > MOST_DIGITS) return Number.NaN;
  const size = point === to ? whole : whole / (POWERS[to - point - 1] ?? Number.NaN);
  return negative ? -size : size;
}

/** The numbers of an attribute, up to the first item that is not a number. */
export function numbersOf(text: string | undefined): readonly number[] {
  const numbers: number[] = [];
  if (text === undefined) return numbers;
  for (const item of itemsOf(text)) {
    if (typeof item === "string") break;
    numbers.push(item);
  }
  return numbers;
}

/** The first number of an attribute, or the only one, as most have. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = decimalIn(text, 0, text.length);
  return Number.isNaN(number) ? numbersOf(text)[0] : number;
}
