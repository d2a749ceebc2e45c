import type { NumberToken, Token, WordToken } from "./tokens.js";
import type { Role } from "./vocabulary.js";
import { CASES, PUBLISHING } from "./wordings/verbs.js";

/** Words that say what is counted. */
export const STRONG: ReadonlySet<Role> = new Set<Role>(["subject", "carry", "verb", "request", "bareRequest", "fee"]);
const TELLING: ReadonlySet<Role> = new Set<Role>(["topic", "within"]);
const TELLING_WORDS: ReadonlySet<string> = new Set([PUBLISHING, CASES]);
const OBJECTS: ReadonlySet<Role> = new Set<Role>(["request", "bareRequest", "topic", "subject", "carry", "fee"]);
const UNKNOWN: ReadonlySet<Role> = new Set<Role>(["none", "not", "matter"]);
const NAMING: ReadonlySet<Role> = new Set<Role>(["subject", "carry", "fee"]);

/** The part that a word plays, or `null` for what is no known word. */
export const roleOf = (token: Token | undefined): Role | null => (token?.kind === "word" ? token.word.role : null);
/** Words that say what is counted. */
export const isStrong = (token: Token): token is WordToken => token.kind === "word" && STRONG.has(token.word.role);
/** The strong words, and what tells more of them. */
export const isTelling = (token: Token): token is WordToken =>
  token.kind === "word" && (STRONG.has(token.word.role) || TELLING.has(token.word.role) || TELLING_WORDS.has(token.word.text));
/** Words that name a line of the form, or the fee. */
export const isNaming = (token: Token): token is WordToken => token.kind === "word" && NAMING.has(token.word.role);
/** Words that say what a verb is about. */
export const isObject = (token: WordToken): boolean => OBJECTS.has(token.word.role);
/** Words for what the report is about. */
export const isTopic = (token: Token): boolean => roleOf(token) === "topic" || roleOf(token) === "request";
/** Words for other business of an agency. */
export const isMatter = (token: Token): boolean => roleOf(token) === "matter";
/** What the scan does not understand, what denies, or what is other business. */
export const isUnknown = (token: Token): boolean =>
  token.kind === "unknown" || token.kind === "number" || UNKNOWN.has(roleOf(token) ?? "filler");
/** A number with a unit that the form counts in. */
export const isCounted = (token: Token | undefined): token is NumberToken => token?.kind === "number" && token.unit !== null;

/** Whether a word is about carrying over, so that the year beside it is the year carried from or to. */
export function carries(token: Token | undefined): boolean {
  return token?.kind === "word" && (token.word.role === "carry" || token.word.subjects.some(({ flow }) => flow));
}

/** Whether a token is this mark. */
export const isMark = (token: Token | undefined, mark: string): boolean => token?.kind === "stop" && token.mark === mark;
