import { BEGINS, TITLE_END } from "./beginnings.js";
import type { CompactText } from "./compactText.js";
import { entriesOf } from "./entries.js";
import { type Approximation, type Quantity, quantityOf, type WrittenNumber, writtenNumberAt } from "./numbers.js";
import { bit } from "./roles.js";
import { type Vocabulary, type Word, wordOf } from "./vocabulary.js";
import { approximationsBehind, betweenNameAndNumber, countUnits, YUAN } from "./wordings/numbers.js";
import type { WordTree } from "./wordTree.js";

interface Span {
  /** Positions in the compact text. */
  readonly start: number;
  readonly end: number;
  /** What it can be in a claim: see `bit` in roles.ts. */
  readonly bits: number;
}

/** A number with its unit; `unit` is `null` for one without, or with a unit of something else. */
export interface NumberToken extends Span {
  readonly kind: "number";
  readonly unit: "count" | "yuan" | null;
  /** The unit also counts other things. */
  readonly loose: boolean;
  readonly quantity: Quantity | null;
}

/** A known word. */
export interface WordToken extends Span {
  readonly kind: "word";
  readonly word: Word;
}

/** A mark between clauses or sentences. */
export interface StopToken extends Span {
  readonly kind: "stop";
  readonly mark: string;
  readonly ends: "clause" | "sentence";
}

/** A calendar year in digits. */
export interface YearToken extends Span {
  readonly kind: "year";
  readonly year: number;
}

/** Anything else. It has the object shape of a year: JavaScript engines optimize property access for up to four shapes. */
export interface UnknownToken extends Span {
  readonly kind: "unknown";
  readonly year: null;
}

export type Token = NumberToken | WordToken | StopToken | YearToken | UnknownToken;

/** The longest title between 《 and 》 that is skipped as one. */
const MAX_TITLE = 60;

/** A whole year in words: skipped, because it is the year that every report is about. */
const WHOLE_YEAR = /1(?:月(?:1日)?起?)?[至到—~-](?:\d{4}年)?12月(?:31日)?[止份]?/y;
const BEHIND_WHOLE_YEAR = "月至到—~-";
/** A year in Chinese numerals (二〇二三年) is a year token from here on. */
const EARLIEST_YEAR = 1900;
const YEAR_SIGN = "年";
const YEAR_DIGITS = 4;

/**
 * Cuts a text into numbers, known words, marks and the rest, in one pass from left to right. `names` are those of the agency,
 * `year` is the one that the report is about.
 */
export function tokenize(
  source: CompactText,
  original: string,
  { words, beginnings, carried }: Vocabulary,
  names: readonly string[] = [],
  year: number | null = null,
): readonly Token[] {
  const { text, at } = source;
  const tokens: Token[] = [];
  const separators = (position: number): boolean =>
    sameWidth(original.charCodeAt(at[position] ?? 0), original.charCodeAt(at[position - 1] ?? 0));
  const named = namesByFirstCharacter(names);
  let unknown = -1;
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    const begins = beginnings[code] ?? 0;
    let token: Token | null = null;
    if (named?.has(code) === true) token = nameAt(text, i, named);
    if (token === null && begins !== 0) {
      const before = unknown < 0 ? tokens[tokens.length - 1] : UNKNOWN_TOKEN;
      token = tokenAt(text, i, begins, words, separators, before);
    }
    if (token === null) {
      if (unknown < 0) unknown = i;
      i += 1;
      continue;
    }
    if (unknown >= 0) tokens.push(unknownToken(unknown, i));
    unknown = -1;
    tokens.push(token);
    i = token.end;
  }
  if (unknown >= 0) tokens.push(unknownToken(unknown, i));
  // From left to right: a number is counted by the word before it, which is settled then.
  for (let k = 0; k < tokens.length; k += 1) {
    const token = tokens[k];
    if (token?.kind === "word" && token.word.role === "carry") {
      tokens[k] = directed(token, tokens[k - 1], tokens[k + 1], carried, year);
    } else if (token?.kind === "number") tokens[k] = counted(token, k, tokens);
  }
  return tokens;
}

const unknownToken = (start: number, end: number): UnknownToken => ({
  kind: "unknown",
  start,
  end,
  bits: bit.strange,
  year: null,
});
const UNKNOWN_TOKEN = /* @__PURE__ */ unknownToken(0, 0);

const wordToken = (start: number, word: Word): WordToken => {
  return { kind: "word", start, end: start + word.text.length, bits: word.bits, word };
};

type NamesByFirst = ReadonlyMap<number, readonly string[]>;

function namesByFirstCharacter(names: readonly string[]): NamesByFirst | null {
  if (names.length === 0) return null;
  const firsts = new Set(names.map((name) => name.charCodeAt(0)));
  return new Map([...firsts].map((first) => [first, names.filter((name) => name.charCodeAt(0) === first)]));
}

function nameAt(text: string, start: number, names: NamesByFirst | null): WordToken | null {
  const name = names?.get(text.charCodeAt(start))?.find((candidate) => text.startsWith(candidate, start));
  return name === undefined ? null : wordToken(start, wordOf({ ...PLAIN, role: "self", text: name }));
}

/**
 * Determines the direction of a 结转 with a year next to it: 2022年结转, 结转至2024年. An earlier year than the one reported on is
 * always carried from (结转2022年), a later one always to; of that year itself the word may say either.
 */
function directed(
  token: WordToken,
  previous: Token | undefined,
  next: Token | undefined,
  carried: Vocabulary["carried"],
  reported: number | null,
): WordToken {
  const [before, after] = [yearOf(previous), yearOf(next)];
  const year = before ?? after;
  if (year === null || year === reported || (before !== null && after !== null)) return token;
  const from = reported === null ? before !== null : year < reported;
  return wordToken(token.start, wordOf({ ...token.word, role: "subject", subjects: [from ? carried.before : carried.after] }));
}

/** Whole numbers that may be years, and are then no count without a unit. */
const MAY_BE_A_YEAR = { from: 1900, to: 2100 } as const;

/** A number without a unit counts between the name of a line and the end of the clause: 部分公开67，. */
function counted(token: NumberToken, k: number, tokens: readonly Token[]): NumberToken {
  if (token.unit !== null || token.quantity === null) return token;
  const { value } = token.quantity;
  if ((value >= MAY_BE_A_YEAR.from && value <= MAY_BE_A_YEAR.to) || !isNamed(k, tokens)) return token;
  const [after, next] = [tokens[k + 1], tokens[k + 2]];
  const goesOn = after?.kind === "word" && after.word.role === "list" && isLine(next);
  const ends = after === undefined || (after.kind === "stop" && ",，;；。\n".includes(after.mark));
  return ends || goesOn ? { ...token, bits: COUNTED, unit: "count" } : token;
}

const isLine = (token: Token | undefined): boolean => token?.kind === "word" && token.word.role === "subject";

/** Whether the name of a line precedes a number, with only 的、数、为 or a colon in between. */
function isNamed(k: number, tokens: readonly Token[]): boolean {
  let at = k - 1;
  const least = at - MOST_BETWEEN;
  while (at > least && isBetween(tokens[at])) at -= 1;
  return isLine(tokens[at]);
}

/** Most words between the name of a line and its number: 部分公开的数量为：67. */
const MOST_BETWEEN = 4;

function isBetween(token: Token | undefined): boolean {
  if (token?.kind === "stop") return token.mark === ":" || token.mark === "：";
  return token?.kind === "word" && betweenNameAndNumber.includes(token.word.text);
}

function yearOf(token: Token | undefined): number | null {
  return token?.kind === "year" ? token.year : null;
}

/** A comma separates thousands only where it is of the same width as the digits around it. */
function sameWidth(comma: number, digit: number): boolean {
  return comma > 0xff00 === digit > 0xff00;
}

/** The number, word or mark at a position; `null` for a character that begins none. */
function tokenAt(
  text: string,
  start: number,
  begins: number,
  words: WordTree,
  separators: (position: number) => boolean,
  before: Token | undefined,
): Token | null {
  if (begins & BEGINS.clause) return stopToken(text, start, start + 1, "clause");
  if (begins & BEGINS.sentence) return stopToken(text, start, start + 1, "sentence");
  if (begins & BEGINS.title) {
    const close = text.slice(start, start + MAX_TITLE).indexOf(TITLE_END);
    if (close > 0) return filler(start, start + close + 1);
  }
  const word = begins & BEGINS.word ? words.longestAt(text, start) : null;
  if (begins & BEGINS.number) {
    const written = writtenNumberAt(text, start, separators);
    if (written !== null && (word === null || written.end - start > word.text.length)) {
      return numericToken(text, start, written, before);
    }
  }
  return word === null ? null : wordToken(start, word);
}

function stopToken(text: string, start: number, end: number, ends: StopToken["ends"]): StopToken {
  return { kind: "stop", start, end, bits: 0, mark: text.charAt(end - 1), ends };
}

const PLAIN = { subjects: [], does: null, casesDiffer: false, vague: false, approximation: null } as const;

/** Text that is skipped. */
const SKIPPED = /* @__PURE__ */ wordOf({ ...PLAIN, role: "filler", text: "" });

const filler = (start: number, end: number): WordToken => ({ kind: "word", start, end, bits: SKIPPED.bits, word: SKIPPED });

function numericToken(text: string, start: number, written: WrittenNumber, before: Token | undefined): Token {
  const whole = wholeYearAt(text, start, written);
  if (whole !== null) return filler(start, whole);
  const year = yearAt(text, start, written);
  if (year !== null) return year;
  const enumerator = enumeratorAt(text, start, written, before);
  if (enumerator !== null) return enumerator;
  return numberToken(text, start, written, before);
}

/** Where a whole year in words ends that begins at a number. */
function wholeYearAt(text: string, start: number, written: WrittenNumber): number | null {
  if (written.end !== start + 1 || !BEHIND_WHOLE_YEAR.includes(text.charAt(written.end))) return null;
  WHOLE_YEAR.lastIndex = start;
  return WHOLE_YEAR.test(text) ? WHOLE_YEAR.lastIndex : null;
}

function yearAt(text: string, start: number, { end, digits }: WrittenNumber): YearToken | null {
  if (end - start !== YEAR_DIGITS || digits.length !== YEAR_DIGITS || text.charAt(end) !== YEAR_SIGN) return null;
  const year = Number(digits);
  if (digits.includes(".") || (year <= EARLIEST_YEAR && !text.startsWith(digits, start))) return null;
  const long = text.startsWith(digits, start) && text.charAt(end + 1) === "度";
  return { kind: "year", start, end: end + (long ? 2 : 1), bits: bit.year, year };
}

/** A number of an item of a list at the beginning of a clause: 1. or 一、 or 一是. */
function enumeratorAt(text: string, start: number, written: WrittenNumber, before: Token | undefined): Token | null {
  if (before !== undefined && before.kind !== "stop") return null;
  const next = text.charAt(written.end);
  if (written.end - start > 2 || !(next === "." || next === "、" || next === ")" || next === "是")) return null;
  return stopToken(text, start, written.end + 1, "clause");
}

function numberToken(text: string, start: number, written: WrittenNumber, before: Token | undefined): NumberToken {
  const numberOf = (to: number, unit: NumberToken["unit"], loose: boolean, quantity: Quantity | null): NumberToken => {
    return { kind: "number", start, end: to, bits: unit === null ? bit.strange : COUNTED, unit, loose, quantity };
  };
  // An ordinal, a range, or a negative number is not a claim.
  const previous = text.charAt(start - 1);
  if (previous !== "" && "第-~–".includes(previous)) return numberOf(written.end, null, false, null);
  let approximation: Approximation = "exact";
  if (before?.kind === "word" && before.word.approximation !== null) approximation = before.word.approximation;
  let end = written.end;
  if (end < text.length && "余多几".includes(text.charAt(end))) {
    approximation = "more";
    end += 1;
  }
  if (text.charAt(end) === "个") end += 1;
  const unit = unitAt(text, end);
  if (unit === null) return numberOf(written.end, null, false, quantityOf(written, approximation, 1));
  end += 1;
  const behind = APPROXIMATIONS_BEHIND.find(([ending]) => text.startsWith(ending, end));
  if (behind !== undefined) {
    end += behind[0].length;
    approximation = behind[1];
  }
  const quantity = quantityOf(written, approximation, unit.of === "yuan" ? 100 : 1);
  return numberOf(end, quantity === null ? null : unit.of, unit.loose, quantity);
}

const COUNTED = bit.strange | bit.counted;

const APPROXIMATIONS_BEHIND = /* @__PURE__ */ entriesOf<keyof typeof approximationsBehind, readonly string[]>(
  approximationsBehind,
).flatMap(([kind, endings]) => endings.map((ending) => [ending, kind] as const));

/** Characters that make something else of the unit before them: 件次, 起诉. */
const NOT_THE_UNIT = "次套诉草事款例目文具附";

interface Unit {
  readonly of: "count" | "yuan";
  readonly loose: boolean;
}

const UNITS: ReadonlyMap<string, Unit> = /* @__PURE__ */ new Map<string, Unit>([
  [YUAN, { of: "yuan", loose: false }],
  ...countUnits.strict.map((unit): [string, Unit] => [unit, { of: "count", loose: false }]),
  ...countUnits.loose.map((unit): [string, Unit] => [unit, { of: "count", loose: true }]),
]);

/** The unit at a position; each is one character. */
function unitAt(text: string, from: number): Unit | null {
  const unit = UNITS.get(text.charAt(from)) ?? null;
  if (unit?.of === "count" && NOT_THE_UNIT.includes(text.charAt(from + 1) || " ")) return null;
  return unit;
}
