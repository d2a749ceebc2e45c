import type { CompactText } from "../compactText.js";
import type { Token } from "../tokens.js";
import type { Vocabulary } from "../vocabulary.js";

/** A text that is searched, cut into words, and what is known of the report that it stands in. */
export interface ScannedText {
  readonly original: string;
  readonly compact: CompactText;
  readonly tokens: readonly Token[];
  readonly words: Vocabulary;
  /** The year reported on; `null` where it is not known. */
  readonly year: number | null;
}
