import type { Word } from "./vocabulary.js";

/** Words by their characters, a level for each, so that one walk finds the longest that begins at a position. */
export type WordTree = ReadonlyMap<number, Branch>;

interface Branch {
  /** The word that ends here. */
  readonly word: Word | null;
  readonly next: WordTree;
}

interface GrowingBranch extends Branch {
  word: Word | null;
  readonly next: Map<number, GrowingBranch>;
}

export function wordTree(words: Iterable<Word>): WordTree {
  const root = new Map<number, GrowingBranch>();
  for (const word of words) {
    let level = root;
    for (let k = 0; k < word.text.length; k += 1) {
      const code = word.text.charCodeAt(k);
      const branch = level.get(code) ?? { word: null, next: new Map() };
      level.set(code, branch);
      if (k === word.text.length - 1) branch.word = word;
      level = branch.next;
    }
  }
  return root;
}

/** The longest word at a position, or `null`. */
export function longestAt(tree: WordTree, text: string, from: number): Word | null {
  let longest: Word | null = null;
  let branch = tree.get(text.charCodeAt(from));
  for (let i = from + 1; branch !== undefined; i += 1) {
    longest = branch.word ?? longest;
    // Past the end, the code is NaN, and no branch has that.
    branch = branch.next.size === 0 ? undefined : branch.next.get(text.charCodeAt(i));
  }
  return longest;
}
