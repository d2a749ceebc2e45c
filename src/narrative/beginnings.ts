import { NUMBER_STARTS } from "./numbers.js";
import type { WordTree } from "./wordTree.js";

const CLAUSE_MARKS = "，,；;：:()（）—…";
const SENTENCE_MARKS = "。！!？?\n";
const TITLE_START = "《";
export const TITLE_END = "》";

/** What a character can begin, a bit for each; most characters begin nothing. */
export const BEGINS = { number: 1, clause: 2, sentence: 4, title: 8, word: 16 } as const;

/** What every character can begin, by its code: nearly all that a text costs is asking this of each of its characters. */
export type Beginnings = Uint8Array;

/** The beginnings where some words are known. */
export function beginningsOf(words: WordTree): Beginnings {
  const table = new Uint8Array(2 ** 16);
  const add = (codes: Iterable<number>, begins: number): void => {
    for (const code of codes) table[code] = (table[code] ?? 0) | begins;
  };
  const codesOf = (chars: Iterable<string>): readonly number[] => Array.from(chars, (char) => char.charCodeAt(0));
  add(codesOf(NUMBER_STARTS), BEGINS.number);
  add(codesOf(CLAUSE_MARKS), BEGINS.clause);
  add(codesOf(SENTENCE_MARKS), BEGINS.sentence);
  add(codesOf(TITLE_START), BEGINS.title);
  add(words.firsts, BEGINS.word);
  return table;
}
