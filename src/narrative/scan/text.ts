import type { CompactText } from "../compactText.js";
import type { Token } from "../tokens.js";
import type { Vocabulary } from "../vocabulary.js";

/** A text to be searched, split into words, and the context of its report. */
export interface ScannedText {
  readonly original: string;
  readonly compact: CompactText;
  readonly tokens: readonly Token[];
  readonly words: Vocabulary;
  /** The year reported on; `null` where it is not known. */
  readonly year: number | null;
}
