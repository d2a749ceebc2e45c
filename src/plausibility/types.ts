import type { Sentence } from "../findings/finding.js";
import type { FunctionRule, LinearRule } from "../rules/types.js";

/** A rule of experience, of severity `advice`, with its reason. */
export type PlausibilityRule = (LinearRule | FunctionRule) & {
  readonly family: "plausibility";
  readonly severity: "advice";
  readonly basis: "heuristic";
  /** Why a report that violates the rule deserves a second look. */
  readonly reason: Sentence;
};

/** Facts about the agency that the report may not state. */
export interface PlausibilityOptions {
  /**
   * Whether the agency is so large that a year without any figure is implausible. Defaults by level and kind: true for all
   * agencies of the nation, provinces and prefectures, and for county governments.
   */
  readonly large?: boolean;
}
