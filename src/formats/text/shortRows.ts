import { isFigure } from "../../reading/tokens.js";

/**
 * Knows how many fields the headings have that figures stand under: the longest of the lines between figures that have several.
 * Of a row of figures with fewer fields nobody knows which one is missing, so that its empty fields have no place and are left
 * out: as many figures as columns are in order all the same, fewer are refused.
 */
export class Headings {
  #width = 0;
  #open = false;

  /** Takes the next row; whether it is one of figures and has fewer fields than its headings. */
  areWiderThan(fields: readonly string[]): boolean {
    const filled = fields.filter((field) => field !== "");
    if (filled.some(isFigure)) {
      this.#open = false;
      return fields.length < this.#width;
    }
    if (filled.length < 2) return false;
    // Where digits stand in words, a line of headings cannot be told from a row whose figures cannot be read.
    const isOpen = this.#open || filled.some((field) => DIGIT.test(field));
    this.#width = isOpen ? Math.max(this.#width, fields.length) : fields.length;
    this.#open = true;
    return false;
  }
}

const DIGIT = /[\d０-９]/;
