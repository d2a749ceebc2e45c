import type { Sentence } from "../findings/finding.js";
import type { EditionId } from "../form/form.js";

/**
 * What became of a figure from one edition to another. `same`: it is the same figure. `split`: it is counted in several now.
 * `merged`: several are counted in one now. `gone`, `new`: only one of the editions has it.
 */
export interface CrosswalkEntry {
  readonly kind: "same" | "split" | "merged" | "gone" | "new";
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly note: Sentence | null;
}

/** What became of every figure from one edition to the next. */
export interface Crosswalk {
  readonly from: EditionId;
  readonly to: EditionId;
  readonly entries: readonly CrosswalkEntry[];
  /** Pairs that look alike and are not the same. */
  readonly unlike: readonly { readonly from: string; readonly to: string; readonly reason: Sentence }[];
}
