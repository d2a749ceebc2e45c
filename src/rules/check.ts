import type { Finding, Severity } from "../findings/finding.js";
import type { RuleOutcome } from "./types.js";

/** What one rule said of one subject: a report, two successive ones, a statement of a text. */
export interface Verdict {
  readonly rule: string;
  /** How much the rule matters, as the profile has it. */
  readonly severity: Severity;
  readonly outcome: RuleOutcome;
}

/**
 * What all verdicts come to. Rules of severity error decide alone. `unbalanced`: one of them is violated. `undetermined`: none
 * is, but one could not be checked, or there was nothing to check. `balanced`: all were checked and hold.
 */
export type Status = "balanced" | "unbalanced" | "undetermined";

/** The result of checking anything against rules. */
export interface Check<V extends Verdict = Verdict, F extends Finding = Finding> {
  readonly status: Status;
  /** How many of the verdicts say what, whatever their severity. */
  readonly counts: Readonly<Record<RuleOutcome, number>>;
  /** What each rule said, what could not be checked included. */
  readonly verdicts: readonly V[];
  /** What is to be said of what is violated, and of what could not be compared. */
  readonly findings: readonly F[];
}

/** The one place where verdicts become a status and counts, so that these cannot disagree. */
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
 * Several checks as one: all verdicts, all findings, and what they come to together.
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
