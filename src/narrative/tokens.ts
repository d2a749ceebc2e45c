import type { CompactText } from "./compactText.js";
import { entriesOf } from "./entries.js";
import { type Approximation, NUMBER_STARTS, type Quantity, quantityOf, type WrittenNumber, writtenNumberAt } from "./numbers.js";
import type { Vocabulary, Word } from "./vocabulary.js";
import { approximationsBehind, betweenNameAndNumber, countUnits, YUAN } from "./wordings/numbers.js";
import { longestAt, type WordTree } from "./wordTree.js";

interface Span {
  /** Positions in the compact text. */
  readonly start: number;
  readonly end: number;
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

/** Anything else. */
export interface UnknownToken extends Span {
  readonly kind: "unknown";
}

export type Token = NumberToken | WordToken | StopToken | YearToken | UnknownToken;

const CLAUSE_MARKS = "，,；;：:()（）—…";
const SENTENCE_MARKS = "。！!？?\n";
const TITLE_MARKS = { open: "《", close: "》" } as const;

/** What a character can begin beside a word; most characters begin nothing. */
type Opening = StopToken["ends"] | "title" | "number";

function openings(): ReadonlyMap<number, Opening> {
  const map = new Map<number, Opening>();
  const add = (chars: Iterable<string>, opening: Opening): void => {
    for (const char of chars) map.set(char.charCodeAt(0), opening);
  };
  add(NUMBER_STARTS, "number");
  add(CLAUSE_MARKS, "clause");
  add(SENTENCE_MARKS, "sentence");
  add(TITLE_MARKS.open, "title");
  return map;
}

const OPENINGS = /* @__PURE__ */ openings();

/** The longest title between 《 and 》 that is skipped as one. */
const MAX_TITLE = 60;

/** A whole year in words: skipped, because it is the year that every report is about. */
const WHOLE_YEAR = /1(?:月(?:1日)?起?)?[至到—~-](?:\d{4}年)?12月(?:31日)?[止份]?/y;
/** A year in numerals, 二〇二三年, is one from here on. */
const EARLIEST_YEAR = 1900;
const YEAR_SIGN = "年";
const YEAR = /(\d{4})年度?/y;

/**
 * Cuts a text into numbers, known words, marks and the rest, in one pass from left to right. `names` are those of the agency,
 * `year` is the one that the report is about.
 */
export function tokenize(
  source: CompactText,
  original: string,
  { words, carried }: Vocabulary,
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
    const before = unknown < 0 ? tokens[tokens.length - 1] : UNKNOWN;
    const token = nameAt(text, i, named) ?? tokenAt(text, i, words, separators, before);
    if (token === null) {
      if (unknown < 0) unknown = i;
      i += 1;
      continue;
    }
    if (unknown >= 0) tokens.push({ kind: "unknown", start: unknown, end: i });
    unknown = -1;
    tokens.push(token);
    i = token.end;
  }
  if (unknown >= 0) tokens.push({ kind: "unknown", start: unknown, end: i });
  // From left to right: a number is counted by the word before it, which is settled then.
  for (const [k, token] of tokens.entries()) {
    if (token.kind === "word") tokens[k] = directed(token, tokens[k - 1], tokens[k + 1], carried, year);
    else if (token.kind === "number") tokens[k] = counted(token, k, tokens);
  }
  return tokens;
}

const UNKNOWN: UnknownToken = { kind: "unknown", start: 0, end: 0 };

type NamesByFirst = ReadonlyMap<number, readonly string[]>;

function namesByFirstCharacter(names: readonly string[]): NamesByFirst | null {
  if (names.length === 0) return null;
  const firsts = new Set(names.map((name) => name.charCodeAt(0)));
  return new Map([...firsts].map((first) => [first, names.filter((name) => name.charCodeAt(0) === first)]));
}

function nameAt(text: string, start: number, names: NamesByFirst | null): WordToken | null {
  const name = names?.get(text.charCodeAt(start))?.find((candidate) => text.startsWith(candidate, start));
  if (name === undefined) return null;
  return { kind: "word", start, end: start + name.length, word: { ...FILLER, role: "self", text: name } };
}

/**
 * Settles which way a 结转 goes where a year stands beside it: 2022年结转, 结转至2024年. An earlier year than the one reported on is
 * always carried from (结转2022年), a later one always to; of that year itself the word may say either.
 */
function directed(
  token: WordToken,
  previous: Token | undefined,
  next: Token | undefined,
  carried: Vocabulary["carried"],
  reported: number | null,
): WordToken {
  if (token.word.role !== "carry") return token;
  const [before, after] = [yearOf(previous), yearOf(next)];
  const year = before ?? after;
  if (year === null || year === reported || (before !== null && after !== null)) return token;
  const from = reported === null ? before !== null : year < reported;
  return { ...token, word: { ...token.word, role: "subject", subjects: [from ? carried.before : carried.after] } };
}

/** Whole numbers that may be years, and are then no count without a unit. */
const MAY_BE_A_YEAR = { from: 1900, to: 2100 } as const;

/** A number without a unit counts where it stands between a line of the form and the end of the clause: 部分公开67，. */
function counted(token: NumberToken, k: number, tokens: readonly Token[]): NumberToken {
  if (token.unit !== null || token.quantity === null) return token;
  const { value } = token.quantity;
  if ((value >= MAY_BE_A_YEAR.from && value <= MAY_BE_A_YEAR.to) || !isNamed(k, tokens)) return token;
  const [after, next] = [tokens[k + 1], tokens[k + 2]];
  const goesOn = after?.kind === "word" && after.word.role === "list" && isLine(next);
  const ends = after === undefined || (after.kind === "stop" && ",，;；。\n".includes(after.mark));
  return ends || goesOn ? { ...token, unit: "count" } : token;
}

const isLine = (token: Token | undefined): boolean => token?.kind === "word" && token.word.role === "subject";

/** Whether a line of the form stands before a number, with nothing between but 的、数、为 or a colon. */
function isNamed(k: number, tokens: readonly Token[]): boolean {
  let at = k - 1;
  const least = at - MOST_BETWEEN;
  while (at > least && isBetween(tokens[at])) at -= 1;
  return isLine(tokens[at]);
}

/** So many words may stand between the name of a line and its number: 部分公开的数量为：67. */
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
  words: WordTree,
  separators: (position: number) => boolean,
  before: Token | undefined,
): Token | null {
  const opening = OPENINGS.get(text.charCodeAt(start));
  if (opening === "clause" || opening === "sentence") {
    return { kind: "stop", start, end: start + 1, mark: text.charAt(start), ends: opening };
  }
  if (opening === "title") {
    const close = text.slice(start, start + MAX_TITLE).indexOf(TITLE_MARKS.close);
    if (close > 0) return filler(text, start, start + close + 1);
  }
  const word = longestAt(words, text, start);
  if (opening === "number") {
    const written = writtenNumberAt(text, start, separators);
    if (written !== null && (word === null || written.end - start > word.text.length)) {
      return numericToken(text, start, written, before);
    }
  }
  return word === null ? null : { kind: "word", start, end: start + word.text.length, word };
}

const FILLER: Omit<Word, "text"> = {
  role: "filler",
  subjects: [],
  does: null,
  casesDiffer: false,
  vague: false,
  approximation: null,
};

function filler(text: string, start: number, end: number): WordToken {
  return { kind: "word", start, end, word: { ...FILLER, text: text.slice(start, end) } };
}

function numericToken(text: string, start: number, written: WrittenNumber, before: Token | undefined): Token {
  WHOLE_YEAR.lastIndex = start;
  const whole = WHOLE_YEAR.exec(text);
  if (whole !== null) return filler(text, start, start + whole[0].length);
  YEAR.lastIndex = start;
  const year = YEAR.exec(text);
  if (year !== null) return { kind: "year", start, end: start + year[0].length, year: Number(year[1]) };
  const inNumerals =
    written.end - start === 4 && text.charAt(written.end) === YEAR_SIGN && Number(written.digits) > EARLIEST_YEAR;
  if (inNumerals) return { kind: "year", start, end: written.end + 1, year: Number(written.digits) };
  const enumerator = enumeratorAt(text, start, written, before);
  if (enumerator !== null) return enumerator;
  return numberToken(text, start, written, before);
}

/** A number of an item of a list at the beginning of a clause: 1. or 一、 or 一是. */
function enumeratorAt(text: string, start: number, written: WrittenNumber, before: Token | undefined): Token | null {
  if (before !== undefined && before.kind !== "stop") return null;
  const next = text.charAt(written.end);
  if (written.end - start > 2 || !(next === "." || next === "、" || next === ")" || next === "是")) return null;
  return { kind: "stop", start, end: written.end + 1, mark: next, ends: "clause" };
}

function numberToken(text: string, start: number, written: WrittenNumber, before: Token | undefined): NumberToken {
  const none: NumberToken = { kind: "number", start, end: written.end, unit: null, loose: false, quantity: null };
  // An ordinal, a range, or a negative number is no claim.
  const previous = text.charAt(start - 1);
  if (previous !== "" && "第-~–".includes(previous)) return none;
  let approximation: Approximation = "exact";
  if (before?.kind === "word" && before.word.approximation !== null) approximation = before.word.approximation;
  let end = written.end;
  if (end < text.length && "余多几".includes(text.charAt(end))) {
    approximation = "more";
    end += 1;
  }
  if (text.charAt(end) === "个") end += 1;
  const unit = unitAt(text, end);
  if (unit === null) return { ...none, quantity: quantityOf(written, approximation, 1) };
  end = unit.end;
  for (const [kind, endings] of entriesOf<keyof typeof approximationsBehind, readonly string[]>(approximationsBehind)) {
    const behind = endings.find((ending) => text.startsWith(ending, end));
    if (behind === undefined) continue;
    approximation = kind;
    end += behind.length;
    break;
  }
  const quantity = quantityOf(written, approximation, unit.of === "yuan" ? 100 : 1);
  return { kind: "number", start, end, unit: quantity === null ? null : unit.of, loose: unit.loose, quantity };
}

/** Characters that make something else of the unit before them: 件次, 起诉. */
const NOT_THE_UNIT = "次套诉草事款例目文具附";

function unitAt(
  text: string,
  from: number,
): { readonly end: number; readonly of: "count" | "yuan"; readonly loose: boolean } | null {
  if (text.startsWith(YUAN, from)) return { end: from + YUAN.length, of: "yuan", loose: false };
  const strict = countUnits.strict.find((unit) => text.startsWith(unit, from));
  const unit = strict ?? countUnits.loose.find((candidate) => text.startsWith(candidate, from));
  if (unit === undefined || NOT_THE_UNIT.includes(text.charAt(from + unit.length) || " ")) return null;
  return { end: from + unit.length, of: "count", loose: strict === undefined };
}
