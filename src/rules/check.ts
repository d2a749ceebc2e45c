import type { Finding, Severity } from "../findings/finding.js";
import type { RuleOutcome } from "./types.js";

/** The result of one rule for one subject: a report, two successive reports, or a claim in a text. */
export interface Verdict {
  /** Identifier of the rule. */
  readonly rule: string;
  /** Severity of the rule, after the profile was applied. */
  readonly severity: Severity;
  /** Whether the rule holds, is violated, or could not be checked. */
  readonly outcome: RuleOutcome;
}

/**
 * The overall result. Only rules of severity `error` count. `balanced`: all were checked and hold. `unbalanced`: at least one
 * is violated. `undetermined`: none is violated, but at least one could not be checked, or there was nothing to check.
 */
export type Status = "balanced" | "unbalanced" | "undetermined";

/** The result of checking anything against rules. */
export interface Check<V extends Verdict = Verdict, F extends Finding = Finding> {
  /** The overall result. */
  readonly status: Status;
  /** Number of verdicts by outcome, of every severity. */
  readonly counts: Readonly<Record<RuleOutcome, number>>;
  /** One verdict for each rule, including rules that could not be checked. */
  readonly verdicts: readonly V[];
  /** One finding for each violated rule, and for what could not be compared. */
  readonly findings: readonly F[];
}

/** The only place where status and counts are derived from verdicts, so that they cannot disagree. */
export function checkOf<V extends Verdict, F extends Finding>(verdicts: readonly V[], findings: readonly F[]): Check<V, F> {
  let violated = 0;
  let undetermined = 0;
  let hard = 0;
  let hardViolated = 0;
  let hardUndetermined = 0;
  for (const { outcome, severity } of verdicts) {
    const decides = severity === "error" ? 1 : 0;
    hard += decides;
    if (outcome === "holds") continue;
    if (outcome === "violated") {
      violated += 1;
      hardViolated += decides;
    } else {
      undetermined += 1;
      hardUndetermined += decides;
    }
  }
  return {
    status: hardViolated > 0 ? "unbalanced" : hardUndetermined > 0 || hard === 0 ? "undetermined" : "balanced",
    counts: { holds: verdicts.length - violated - undetermined, violated, undetermined },
    verdicts,
    findings,
  };
}

/**
 * Merges several checks into one: all verdicts, all findings, one status and one set of counts.
 *
 * @example
 * ```ts
 * const draft = { edition: "2021", remedies: { reconsideration: { upheld: 3, corrected: 0, otherResult: 0, pending: 1, total: 5 } } } as const;
 * const merged = mergeChecks(validate({ edition: "2021" }), validate(draft));
 * merged.status; //=> "unbalanced"
 * merged.counts.violated; //=> 1
 * mergeChecks().status; //=> "undetermined"
 * ```
 */
export function mergeChecks<V extends Verdict, F extends Finding>(...checks: readonly Check<V, F>[]): Check<V, F> {
  return checkOf(
    checks.flatMap(({ verdicts }) => verdicts),
    checks.flatMap(({ findings }) => findings),
  );
}
