import type { Draft } from "../report/types.js";
import { type ValidateOptions, validate } from "../rules/validate.js";
import type { EvidenceOptions } from "./evidence.js";
import { type ExplainedValidation, explainValidation } from "./explain.js";

/** Options of {@link validateAndExplain}. */
export interface ValidateAndExplainOptions extends ValidateOptions, EvidenceOptions {}

/**
 * `validate` with an explanation: checks a report or draft against the balancing rules (勾稽关系) of its edition, and puts the
 * suspected figures before the violated balances. Does not change its input, and never throws for a value that `parseDraft`
 * accepts.
 *
 * @throws `DisclosureReportError` `rule.unknownCell` if a custom rule reads a figure that the form does not have.
 *
 * @example
 * ```ts
 * const draft = { edition: "2021", remedies: { reconsideration: { upheld: 3, corrected: 0, otherResult: 0, pending: 1, total: 40 } } } as const;
 * const result = validateAndExplain(draft);
 * result.status; //=> "unbalanced"
 * result.findings.map(({ code }) => code); //=> ["repair.oneOf", "balance.violated"]
 * result.explanation.repairs[0]?.changes[0]?.to; //=> 4
 * ```
 */
export function validateAndExplain(draft: Draft, options?: ValidateAndExplainOptions): ExplainedValidation {
  options ??= {};
  return explainValidation(draft, validate(draft, options), options);
}
