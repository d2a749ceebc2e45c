import type { Word } from "./vocabulary.js";

/** Spreads keys that differ by little over a table: the whole number next to 2³² over the golden ratio. */
const SPREAD = 0x9e3779b1;

/**
 * Words by their characters, so that one walk finds the longest that begins at a position. A node and a character lead to the
 * next node; all steps are in one table of numbers, since one or two are looked up for each character.
 */
export class WordTree {
  /** The first characters of all words, by code. */
  readonly firsts: ReadonlySet<number>;
  readonly #words: readonly (Word | undefined)[];
  /** Each step at the first free place from where its key belongs; 0 is a free place. */
  readonly #keys: Int32Array;
  readonly #next: Uint16Array;
  readonly #shift: number;

  constructor(words: Iterable<Word>) {
    const steps = new Map<number, number>();
    const ends: (Word | undefined)[] = [];
    const firsts = new Set<number>();
    for (const word of words) {
      firsts.add(word.text.charCodeAt(0));
      let node = 0;
      for (let k = 0; k < word.text.length; k += 1) {
        const key = keyOf(node, word.text.charCodeAt(k));
        node = steps.get(key) ?? steps.size + 1;
        steps.set(key, node);
      }
      ends[node] = word;
    }
    // Half of the places or more are free, so that the search for one is short.
    const bits = Math.ceil(Math.log2(2 * steps.size + 2));
    this.firsts = firsts;
    this.#words = ends;
    this.#keys = new Int32Array(2 ** bits);
    this.#next = new Uint16Array(2 ** bits);
    this.#shift = 32 - bits;
    for (const [key, node] of steps) {
      const place = this.#placeOf(key);
      this.#keys[place] = key;
      this.#next[place] = node;
    }
  }

  /** The longest word at a position, or `null`. */
  longestAt(text: string, from: number): Word | null {
    let longest: Word | null = null;
    let node = 0;
    for (let i = from; i < text.length; i += 1) {
      node = this.#next[this.#placeOf(keyOf(node, text.charCodeAt(i)))] ?? 0;
      if (node === 0) break;
      longest = this.#words[node] ?? longest;
    }
    return longest;
  }

  /** The slot of a step, or the free slot for it. */
  #placeOf(key: number): number {
    let place = Math.imul(key, SPREAD) >>> this.#shift;
    for (let there = this.#keys[place]; there !== key && there !== 0; there = this.#keys[place]) {
      place = (place + 1) & (this.#keys.length - 1);
    }
    return place;
  }
}

const keyOf = (node: number, code: number): number => (node << 16) | code;
