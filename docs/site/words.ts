/**
 * What the search compares: the words of a text, the same when a page is written down and when somebody types.
 *
 * Chinese is written without spaces, and word lists of browsers differ. So a run of Chinese is taken as its pairs of neighbouring
 * characters and its last character: whatever word is looked for inside a sentence, its pairs are there.
 */
const RUN = /(\p{Script=Han}+)|[\p{L}\p{N}_]+/gu;

/** A text as it is compared: full-width signs and capital letters are no difference. */
export const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

/** The same, letter by letter, so that a place in it is the same place in the text. What takes more room when folded stays as it is. */
export const foldedInPlace = (text: string): string =>
  [...text].map((letter) => (folded(letter).length === letter.length ? folded(letter) : letter)).join("");

function pairs(run: string): readonly string[] {
  const letters = [...run];
  return letters.map((letter, i) => letter + (letters[i + 1] ?? ""));
}

/** The words of a page, to be found by them. A name such as `requests.granted` is found whole and by its parts. */
export function wordsOfPage(text: string): string[] {
  return [...folded(text).matchAll(RUN)].flatMap(([run, chinese]) => (chinese === undefined ? [run] : pairs(run)));
}

/** The words to look for. A single character is looked for as the beginning of a pair; the last of a run adds nothing to its pairs. */
export function wordsSought(text: string): string[] {
  return [...folded(text).matchAll(RUN)].flatMap(([run, chinese]) => {
    if (chinese === undefined) return [run];
    const all = pairs(run);
    return all.length > 1 ? all.slice(0, -1) : [...all];
  });
}
