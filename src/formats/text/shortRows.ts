import { isFigure } from "../../reading/tokens.js";

/**
 * Keeps the number of fields of the headings above the figures: that of the longest line between figures that has several.
 * If a row of figures has fewer fields, it is unknown which one is missing, so that its empty fields have no place and are left
 * out: as many figures as columns are in order all the same, fewer are refused.
 */
export class Headings {
  #width = 0;
  #open = false;

  /** Adds the next row; returns whether it is a row of figures with fewer fields than its headings. */
  areWiderThan(fields: readonly string[]): boolean {
    const filled = fields.filter((field) => field !== "");
    if (filled.some(isFigure)) {
      this.#open = false;
      return fields.length < this.#width;
    }
    if (filled.length < 2) return false;
    // If digits occur within words, a line of headings is indistinguishable from a row with unreadable figures.
    const isOpen = this.#open || filled.some((field) => DIGIT.test(field));
    this.#width = isOpen ? Math.max(this.#width, fields.length) : fields.length;
    this.#open = true;
    return false;
  }
}

const DIGIT = /[\d０-９]/;
