import { bit, is, isStrong, STRONG } from "../roles.js";
import type { Token, WordToken } from "../tokens.js";
import type { Vocabulary, Word } from "../vocabulary.js";
import { MAX_LOOK } from "./looking.js";

/** Words that may occur in a statement that there was none; any other word makes it a different statement. */
const DENIED = STRONG | bit.topic | bit.list | bit.filler | bit.self | bit.respectively | bit.together | bit.each;

/** A statement that there was none of something: 未收到政府信息公开申请, 无行政复议、行政诉讼. */
export interface Denial {
  readonly words: readonly Token[];
  /** The words in it that identify what there was none of. */
  readonly strong: readonly WordToken[];
  readonly end: number;
}

/** The statement that the negation at a position begins, or `null`. */
export function denialAt(tokens: readonly Token[], at: number, role: "none" | "not", vocabulary: Vocabulary): Denial | null {
  let end = at + 1;
  while (end < tokens.length && end - at < MAX_LOOK && is(tokens[end], DENIED)) end += 1;
  const closed = end === tokens.length || tokens[end]?.kind === "stop";
  if (!closed) return null;
  const words = tokens.slice(at + 1, end);
  const strong = words.filter(isStrong);
  const allowed = strong.length > 0 && strong.every(({ word }) => isDeniable(word, role, vocabulary));
  return allowed ? { words, strong, end } : null;
}

/** Whether a negated verb means that there was none, rather than that something was not done: 未收到, but not 未办结. */
function isDeniable(word: Word, role: "none" | "not", { requests }: Vocabulary): boolean {
  if (word.role === "verb") return word.does === "receives";
  if (role === "none" || word.role !== "subject") return true;
  return word.subjects.every(({ table }) => table !== requests.definition.id);
}
