/**
 * Largest figure that is reckoned with. In tables with an error, a larger one counts as wrong: sums of such figures would leave
 * the range of exact integers, and no agency has ten trillion requests.
 */
export const LARGEST_FIGURE = 10_000_000_000_000;

/** Whether a figure of a balance can be reckoned with: a whole number of at least 0 that is not too large. */
export function isReckoned(figure: number): boolean {
  return Number.isInteger(figure) && figure >= 0 && figure <= LARGEST_FIGURE;
}
