import type { Sentence } from "../findings/finding.js";
import type { FunctionRule, LinearRule } from "../rules/types.js";

/** A rule of experience: it is never more than an advice, and it gives its reason. */
export type PlausibilityRule = (LinearRule | FunctionRule) & {
  readonly family: "plausibility";
  readonly severity: "advice";
  readonly basis: "heuristic";
  /** Why a report that goes against the rule deserves a second look. */
  readonly reason: Sentence;
};

/** What the caller knows beside the report. */
export interface PlausibilityOptions {
  /**
   * Whether the agency is so large that a year without any figure is strange. Told from its level and kind unless given:
   * everything of a nation, a province or a prefecture, and the government of a county.
   */
  readonly large?: boolean;
}
