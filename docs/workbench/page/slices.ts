/**
 * Work on many things in slices, so that the page answers in between.
 */

/** Milliseconds after which the page has its turn: a frame and a key fit beside it. */
const SLICE = 8;

/** Lets the page draw and answer. */
export const turn = (): Promise<void> => new Promise((settle) => window.setTimeout(settle, 0));

export async function inSlices<T>(things: Iterable<T>, work: (thing: T) => void): Promise<void> {
  let from = performance.now();
  for (const thing of things) {
    work(thing);
    if (performance.now() - from < SLICE) continue;
    await turn();
    from = performance.now();
  }
}
