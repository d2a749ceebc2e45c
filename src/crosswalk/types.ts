import type { Sentence } from "../findings/finding.js";
import type { EditionId } from "../form/form.js";

/**
 * The correspondence of figures between two editions. `same`: both editions have the figure. `split`: several figures of the
 * new edition replace it. `merged`: one figure of the new edition replaces several. `gone`, `new`: only the old or only the new
 * edition has it.
 */
export interface CrosswalkEntry {
  readonly kind: "same" | "split" | "merged" | "gone" | "new";
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly note: Sentence | null;
}

/** The correspondence of all figures between two editions. */
export interface Crosswalk {
  readonly from: EditionId;
  readonly to: EditionId;
  readonly entries: readonly CrosswalkEntry[];
  /** Pairs of figures that look alike but count something different. */
  readonly unlike: readonly { readonly from: string; readonly to: string; readonly reason: Sentence }[];
}
