import type { NumberToken, Token, WordToken } from "./tokens.js";
import type { Role, Subject } from "./vocabulary.js";
import { CASES, PUBLISHING } from "./wordings/verbs.js";

/**
 * The roles that a token can have in a claim, one bit each, and other properties that a range of tokens is tested for. So a
 * range is tested for everything at once, by the union of the bits of its tokens.
 */
export const bit = {
  request: 2 ** 0,
  bareRequest: 2 ** 1,
  topic: 2 ** 2,
  fee: 2 ** 3,
  list: 2 ** 4,
  within: 2 ** 5,
  each: 2 ** 6,
  respectively: 2 ** 7,
  together: 2 ** 8,
  none: 2 ** 9,
  not: 2 ** 10,
  scope: 2 ** 11,
  basis: 2 ** 12,
  self: 2 ** 13,
  period: 2 ** 14,
  channel: 2 ** 15,
  compare: 2 ** 16,
  noise: 2 ** 17,
  matter: 2 ** 18,
  filler: 2 ** 19,
  subject: 2 ** 20,
  verb: 2 ** 21,
  carry: 2 ** 22,
  approximation: 2 ** 23,
  /** A calendar year. */
  year: 2 ** 24,
  /** A number, or an unknown word. */
  strange: 2 ** 25,
  /** A number with a unit that the form counts in. */
  counted: 2 ** 26,
  /** A name of one line of the form, or a request: sufficient by itself to identify what is counted. */
  clear: 2 ** 27,
  /** It is about carrying over, or about what came in. */
  flow: 2 ** 28,
  /** It specifies what the strong words identify. */
  telling: 2 ** 29,
  among: 2 ** 30,
} as const satisfies Readonly<Record<Role, number>> & Readonly<Record<string, number>>;

/** Words that name a line of the form, or the fee. */
export const NAMING = bit.subject | bit.carry | bit.fee;
/** Words that say what is counted. */
export const STRONG = NAMING | bit.verb | bit.request | bit.bareRequest;
const OBJECTS = NAMING | bit.request | bit.bareRequest | bit.topic;
/** What the scan does not understand, what denies, or what is other business. */
export const UNKNOWN = bit.strange | bit.none | bit.not | bit.matter;
/** Words for what the report is about. */
export const TOPICAL = bit.topic | bit.request;

/** The bits of a word. */
export function bitsOf(text: string, role: Role, subjects: readonly Subject[]): number {
  let bits: number = bit[role];
  if (bits & bit.request || (bits & NAMING && subjects.length <= 1)) bits |= bit.clear;
  if (role === "carry" || subjects.some(({ flow }) => flow)) bits |= bit.flow;
  if (bits & (STRONG | bit.topic | bit.within) || text === PUBLISHING || text === CASES) bits |= bit.telling;
  return bits;
}

/** What a stretch of tokens has together. */
export function bitsIn(tokens: readonly { readonly bits: number }[]): number {
  let bits = 0;
  for (const token of tokens) bits |= token.bits;
  return bits;
}

/** What the tokens between two positions have together. */
export function bitsBetween(tokens: readonly Token[], from: number, to: number): number {
  let bits = 0;
  for (let k = from; k < to; k += 1) bits |= tokens[k]?.bits ?? 0;
  return bits;
}

/** Whether a token has one of some bits. */
export const is = (token: Token | undefined, bits: number): boolean => token !== undefined && (token.bits & bits) !== 0;
/** Words that say what is counted. */
export const isStrong = (token: Token): token is WordToken => (token.bits & STRONG) !== 0;
/** The strong words, and words that specify them. */
export const isTelling = (token: Token): token is WordToken => (token.bits & bit.telling) !== 0;
/** Words that name a line of the form, or the fee. */
export const isNaming = (token: Token): token is WordToken => (token.bits & NAMING) !== 0;
/** Words that name the object of a verb. */
export const isObject = (token: Token): boolean => (token.bits & OBJECTS) !== 0;
/** What the scan does not understand. */
export const isUnknown = (token: Token): boolean => (token.bits & UNKNOWN) !== 0;
/** A number with a unit that the form counts in. */
export const isCounted = (token: Token | undefined): token is NumberToken =>
  token !== undefined && (token.bits & bit.counted) !== 0;

/** Whether a token is this mark. */
export const isMark = (token: Token | undefined, mark: string): boolean => token?.kind === "stop" && token.mark === mark;
