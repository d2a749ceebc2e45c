import type { Draft } from "../report/types.js";
import { validate as checkRules, type ValidateOptions as RuleOptions, type Validation } from "../rules/validate.js";
import type { EvidenceOptions } from "./evidence.js";
import { type ExplainedValidation, explainValidation } from "./explain.js";

/** Options of {@link validate}. */
export interface ValidateOptions extends RuleOptions, EvidenceOptions {
  /** Says which figures are wrong, before the balances that they break. */
  readonly explain?: boolean;
}

/**
 * Checks a report or draft against the balancing rules (勾稽关系) of its edition. Returns what was checked as well as what
 * failed: every rule's outcome, how many hold, and one finding for each violated rule. With `explain: true` the findings begin
 * with which figures are wrong. Changes nothing, never throws for a value that `parseDraft` accepts.
 *
 * @throws `DisclosureReportError` `rule.unknownCell` if a rule of the caller reads a figure that the form does not have.
 *
 * @example
 * ```ts
 * import { validate } from "disclosure-report/repair";
 *
 * const draft = { edition: "2021", remedies: { reconsideration: { upheld: 3, corrected: 0, otherResult: 0, pending: 1, total: 40 } } } as const;
 * const result = validate(draft, { explain: true });
 * result.status; //=> "unbalanced"
 * result.findings.map(({ code }) => code); //=> ["repair.oneOf", "balance.violated"]
 * result.explanation.repairs[0]?.changes[0]?.to; //=> 4
 * ```
 */
export function validate(draft: Draft, options: ValidateOptions & { readonly explain: true }): ExplainedValidation;
export function validate(draft: Draft, options?: ValidateOptions): Validation;
export function validate(draft: Draft, options: ValidateOptions = {}): Validation {
  const validation = checkRules(draft, options);
  return options.explain === true ? explainValidation(draft, validation, options) : validation;
}
