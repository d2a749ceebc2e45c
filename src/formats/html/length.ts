/** Default font size, in CSS pixels. */
export const DEFAULT_SIZE = 16;

const LENGTH = /^([+-]?(?:\d{1,12}(?:\.\d{1,12})?|\.\d{1,12})(?:e[+-]?\d{1,3})?)([a-z]+|%)?$/;

const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  cm: 37.8,
  mm: 3.78,
  q: 0.945,
  in: 96,
  rem: DEFAULT_SIZE,
  rlh: DEFAULT_SIZE,
  vw: 10,
  vh: 10,
  vi: 10,
  vb: 10,
  vmin: 10,
  vmax: 10,
};
const LETTERS: Readonly<Record<string, number>> = { em: 1, lh: 1.2, ic: 1, ex: 0.5, ch: 0.5, cap: 0.7, "%": 0.01 };

/** A length in CSS pixels; `null` if it is invalid or not computed here. A percentage refers to `whole`. */
export function lengthOf(value: string, em: number, whole: number = em): number | null {
  const found = LENGTH.exec(value);
  if (found === null) return calculated(value, (part) => lengthOf(part, em, whole));
  const number = Number(found[1]);
  const unit = found[2] ?? "px";
  if (unit === "%") return (number / 100) * whole;
  if (Object.hasOwn(LETTERS, unit)) return number * (LETTERS[unit] ?? 1) * em;
  if (Object.hasOwn(PIXELS, unit)) return number * (PIXELS[unit] ?? 1);
  const view = /^[sld](v[whib]|vmin|vmax)$/.exec(unit)?.[1];
  return view === undefined ? null : number * 10;
}

const ANGLE = /^([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))(deg|turn|rad|grad)?$/;
/** Units of angles, each in degrees. */
export const DEGREES: Readonly<Record<string, number>> = { deg: 1, turn: 360, rad: 180 / Math.PI, grad: 0.9 };

/** An angle in degrees from -180 to 180; `null` if it is invalid. */
export function angleOf(value: string): number | null {
  const found = ANGLE.exec(value);
  if (found === null) return null;
  const degrees = Number(found[1]) * (DEGREES[found[2] ?? "deg"] ?? 1);
  return degrees - 360 * Math.round(degrees / 360);
}

/** A fraction: `0.5`, `50%`; `null` if it is invalid. */
export function shareOf(value: string): number | null {
  const found = LENGTH.exec(value);
  if (found === null) return calculated(value, shareOf);
  if (found[2] !== undefined && found[2] !== "%") return null;
  return Number(found[1]) / (found[2] === "%" ? 100 : 1);
}

/** Most signs of a formula that is worked out, and most brackets in each other. */
const LONGEST = 200;
const DEEPEST = 8;

const TOKEN = /\s*((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?:[a-z]+|%)?|[a-z]*\(|[-+*/,)])/y;

/** The value of a formula: `calc(1em - 2 * (3px + 1px))`, `min()`, `max()`, `clamp()`; `null` for any other function. */
function calculated(value: string, numberOf: (part: string) => number | null): number | null {
  if (value.length > LONGEST || !/^(?:calc|min|max|clamp)\(/.test(value)) return null;
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(value); found !== null; found = TOKEN.exec(value)) {
    tokens.push(found[1] ?? "");
    if (TOKEN.lastIndex === value.length) return new Formula(tokens, numberOf).value();
  }
  return null;
}

class Formula {
  readonly #tokens: readonly string[];
  readonly #numberOf: (part: string) => number | null;
  #at = 0;

  constructor(tokens: readonly string[], numberOf: (part: string) => number | null) {
    this.#tokens = tokens;
    this.#numberOf = numberOf;
  }

  value(): number | null {
    const value = this.#factor(0);
    return this.#at === this.#tokens.length ? value : null;
  }

  #take(sign: string): boolean {
    if (this.#tokens[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #sum(depth: number): number | null {
    let sum = this.#product(depth);
    for (;;) {
      const isMore = this.#take("+");
      if (!isMore && !this.#take("-")) return sum;
      const next = this.#product(depth);
      sum = sum === null || next === null ? null : isMore ? sum + next : sum - next;
    }
  }

  #product(depth: number): number | null {
    let product = this.#factor(depth);
    for (;;) {
      const isTimes = this.#take("*");
      if (!isTimes && !this.#take("/")) return product;
      const next = this.#factor(depth);
      product = product === null || next === null ? null : isTimes ? product * next : product / next;
    }
  }

  #factor(depth: number): number | null {
    if (this.#take("-")) return negative(this.#factor(depth));
    if (this.#take("+")) return this.#factor(depth);
    const token = this.#tokens[this.#at] ?? "";
    this.#at += 1;
    if (!token.endsWith("(")) return this.#numberOf(token);
    if (depth >= DEEPEST) return null;
    const inner = [this.#sum(depth + 1)];
    while (this.#take(",")) inner.push(this.#sum(depth + 1));
    const numbers = inner.filter((number) => number !== null);
    if (!this.#take(")") || numbers.length < inner.length) return null;
    const [first = 0, second = 0, third = 0] = numbers;
    if (token === "min(") return Math.min(...numbers);
    if (token === "max(") return Math.max(...numbers);
    if (token === "clamp(" && numbers.length === 3) return Math.max(first, Math.min(second, third));
    return (token === "calc(" || token === "(") && numbers.length === 1 ? first : null;
  }
}

const negative = (number: number | null): number | null => (number === null ? null : -number);
