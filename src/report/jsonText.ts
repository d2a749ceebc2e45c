import { isObject } from "../_internal/claim.js";

/** A fault that `JSON.parse` accepts silently although it changes the report. */
export interface JsonFault {
  /** A duplicate key in one object, or a number that is not read exactly. */
  readonly kind: "duplicateKey" | "inexact";
  /** Path of the object or number, as `requests.granted.total`. */
  readonly path: string;
  /** The key or number, as it is written. */
  readonly found: string;
}

/** Maximum number of faults listed; one is enough to refuse the text. */
export const MAX_JSON_FAULTS = 20;

/** An object or list that is not closed yet. */
interface Open {
  /** Keys that were seen; `null` for a list. */
  readonly keys: Set<string> | null;
  key: string;
  items: number;
}

/** Longest literal of a number that is certainly exact: 15 digits are. */
const EXACT_DIGITS = 15;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const ZERO = 0x30;
const NINE = 0x39;
const MINUS = 0x2d;

/**
 * Quick check that parsed JSON has none of the faults that {@link faultsOf} looks for: the text has as many keys as the parsed
 * value, so none is duplicate, and all numbers are short whole numbers. `false` means only that the full check is needed.
 */
export function isCertainlyFaultless(json: string, parsed: unknown): boolean {
  let keys = 0;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charCodeAt(at);
    if (sign === QUOTE) {
      at = json.indexOf('"', at + 1);
      while (at !== -1 && isEscaped(json, at)) at = json.indexOf('"', at + 1);
      if (at === -1) return false;
    } else if (sign === COLON) keys += 1;
    else if (sign === MINUS || (sign >= ZERO && sign <= NINE)) {
      const start = at;
      let next = json.charCodeAt(at + 1);
      while (next >= ZERO && next <= NINE) {
        at += 1;
        next = json.charCodeAt(at + 1);
      }
      // A point, an exponent, many digits, or a zero with a sign.
      if (
        at - start >= EXACT_DIGITS ||
        next === 0x2e ||
        next === 0x65 ||
        next === 0x45 ||
        (sign === MINUS && json.charCodeAt(start + 1) === ZERO)
      )
        return false;
    }
  }
  return keys === keysIn(parsed, 0);
}

/** Whether the quotation mark at an index is escaped. */
function isEscaped(json: string, at: number): boolean {
  let strokes = 0;
  while (json.charCodeAt(at - 1 - strokes) === BACKSLASH) strokes += 1;
  return strokes % 2 === 1;
}

/** Deeper than any report. */
const MAX_KEY_DEPTH = 16;

function keysIn(value: unknown, depth: number): number {
  if (!isObject(value)) return 0;
  if (depth > MAX_KEY_DEPTH) return Number.NaN;
  let keys = 0;
  const isList = Array.isArray(value);
  for (const key in value) {
    if (!isList) keys += 1;
    const inner = value[key];
    if (typeof inner === "object") keys += keysIn(inner, depth + 1);
  }
  return keys;
}

/** Searches parsed JSON once for faults that its parser accepts. */
export function faultsOf(json: string): readonly JsonFault[] {
  const faults: JsonFault[] = [];
  const open: Open[] = [];
  let expectsKey = false;
  let at = 0;
  const say = (kind: JsonFault["kind"], path: string, found: string): void => {
    if (faults.length < MAX_JSON_FAULTS) faults.push({ kind, path, found });
  };
  while (at < json.length) {
    const top = open[open.length - 1];
    const sign = json[at] ?? "";
    if (sign === '"') {
      const end = endOfString(json, at);
      if (expectsKey && top?.keys !== null && top !== undefined) {
        top.key = decoded(json.slice(at + 1, end - 1));
        if (top.keys.has(top.key)) say("duplicateKey", pathOf(open.slice(0, -1)), top.key);
        top.keys.add(top.key);
        expectsKey = false;
      }
      at = end;
    } else if (sign === "-" || (sign >= "0" && sign <= "9")) {
      const end = endOfNumber(json, at);
      const literal = json.slice(at, end);
      if (!isExact(literal)) say("inexact", pathOf(open), literal);
      at = end;
    } else {
      if (sign === "{") open.push({ keys: new Set(), key: "", items: 0 });
      else if (sign === "[") open.push({ keys: null, key: "", items: 0 });
      else if (sign === "}" || sign === "]") open.pop();
      else if (sign === "," && top !== undefined) top.items += 1;
      if (sign === "{" || sign === ",") expectsKey = open[open.length - 1]?.keys !== null;
      else if (sign === "[") expectsKey = false;
      at += 1;
    }
  }
  return faults;
}

function pathOf(open: readonly Open[]): string {
  return open.map(({ keys, key, items }) => (keys === null ? String(items) : key)).join(".");
}

function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at + 1;
}

function endOfNumber(json: string, start: number): number {
  let at = start;
  while (at < json.length && NUMBER_SIGNS.has(json[at] ?? "")) at += 1;
  return at;
}

const NUMBER_SIGNS: ReadonlySet<string> = new Set("+-.0123456789eE");

function decoded(text: string): string {
  if (!text.includes("\\")) return text;
  const value: unknown = JSON.parse(`"${text}"`);
  return String(value);
}

/** Number of digits that are always exact. */
const SURELY_EXACT = /^-?\d{1,15}$/;

/**
 * Whether a number is exactly what its text states, in cases that the schema cannot detect: rounding to a whole number, and
 * numbers beyond the safe integers.
 */
export function isExact(literal: string): boolean {
  if (SURELY_EXACT.test(literal)) return true;
  const value = Number(literal);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;
  if (!Number.isInteger(value)) return true;
  const [, whole = "", decimals = "", exponent = "0"] = /^-?(\d+)(?:\.(\d+))?(?:e([-+]?\d+))?$/i.exec(literal) ?? [];
  const significant = (whole + decimals).replace(/^0+/, "");
  const dropped = whole.length + decimals.length - significant.length;
  let last = significant.length;
  while (significant.charAt(last - 1) === "0") last -= 1;
  const digits = significant.slice(0, last);
  const point = whole.length + Number(exponent) - dropped;
  if (digits === "") return value === 0;
  return point >= digits.length && point <= MAX_DIGITS && digits.padEnd(point, "0") === String(Math.abs(value));
}

/** Digits of the largest whole number that is exact. */
const MAX_DIGITS = 16;
