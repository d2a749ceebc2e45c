import type { Draft } from "../report/types.js";
import type { Validation } from "../rules/validate.js";
import { type ErrorLocation, type LocateOptions, locateErrors } from "./locate.js";

/** The result of checking a report, with the explanation of its errors. */
export interface ExplainedValidation extends Validation {
  /** The suspected figures and their repairs. */
  readonly explanation: ErrorLocation;
}

/**
 * Adds an explanation to a validation. Its findings begin with one for each independent problem, which names the suspected
 * figures (疑似错误的数字), followed by the violated balances that it explains; then come all other findings.
 *
 * @example
 * ```ts
 * const draft = { edition: "2021", remedies: { reconsideration: { upheld: 30, corrected: 0, otherResult: 0, pending: 0, total: 3 } } } as const;
 * const { findings } = explainValidation(draft, validate(draft));
 * findings.map(({ code }) => code); //=> ["repair.oneOf", "balance.violated"]
 * ```
 */
export function explainValidation(draft: Draft, validation: Validation, options?: LocateOptions): ExplainedValidation {
  options ??= {};
  const explanation = locateErrors(draft, options);
  const explained = explanation.problems.flatMap((problem) => [
    problem.finding,
    ...validation.findings.filter(({ rule }) => rule !== null && problem.rules.includes(rule)),
  ]);
  const rest = validation.findings.filter((finding) => !explained.includes(finding));
  return { ...validation, findings: [...explained, ...rest], explanation };
}
