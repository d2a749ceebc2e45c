/** Words by which text is seen otherwise than on its line, or not at all. */
export const ODD_WORDS: ReadonlySet<string> = new Set(["v", "strike", "striked", "super", "sub", "up", "dn"]);

/** The styles of an RTF file, by their kind and number, as far as they hide, strike out or raise text. */
export class RtfStyles {
  readonly #stated = new Map<string, Map<string, number>>();

  /** How many styles state anything of that. */
  get size(): number {
    return this.#stated.size;
  }

  /** Takes a word of a style: one of {@link ODD_WORDS}, or the number of the style that it is based on. */
  state(style: string, word: string, value: number): void {
    const words = this.#stated.get(style) ?? new Map<string, number>();
    this.#stated.set(style, words.set(word, value));
  }

  /** Whether text is seen otherwise by a style or by one that it is based on, unless it says of that word that it is off. */
  isOdd(style: string): boolean {
    const kind = style.replace(/-?\d+$/, "");
    const known = new Set<string>();
    const passed = new Set<string>();
    for (let key = style; !passed.has(key); ) {
      passed.add(key);
      const words = this.#stated.get(key);
      for (const [word, value] of words ?? []) {
        if (value !== 0 && ODD_WORDS.has(word) && !known.has(word)) return true;
        known.add(word);
      }
      const base = words?.get("sbasedon");
      if (base !== undefined) key = kind + String(base);
    }
    return false;
  }
}
