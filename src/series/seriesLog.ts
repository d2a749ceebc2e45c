import { type FindingDetails, finding, type Language, type ParamsOf, type Severity } from "../findings/finding.js";
import type { ReportCell, ReportRef, ReportsFinding } from "../report/reportRef.js";
import type { Outcome } from "../rules/types.js";
import { seriesMessages } from "./messages.js";
import type { SeriesOptions, SeriesOutcome, SeriesRule } from "./types.js";

type Code = keyof typeof seriesMessages;

/** Keeps what the rules of a series said. */
export class Log {
  readonly counts: Record<Outcome, number> = { holds: 0, violated: 0, undetermined: 0 };
  readonly outcomes: SeriesOutcome[] = [];
  readonly findings: ReportsFinding[] = [];
  failed = false;
  readonly language: Language;
  readonly #profile: NonNullable<SeriesOptions["profile"]>;

  constructor({ language, profile }: SeriesOptions) {
    this.language = language ?? "zh";
    this.#profile = profile ?? {};
  }

  /** Notes an outcome; says the severity of a violation that is to be reported, else `null`. */
  note(rule: SeriesRule, outcome: Outcome, previous: ReportRef | null, current: ReportRef): Severity | null {
    const severity = this.#profile[rule.id] ?? this.#profile[rule.family] ?? rule.severity;
    if (severity === "off") return null;
    this.outcomes.push({ rule: rule.id, outcome, previous, current });
    this.counts[outcome] += 1;
    if (outcome !== "violated") return null;
    if (severity === "error") this.failed = true;
    return severity;
  }

  /** Adds a finding. */
  say<C extends Code>(
    code: C,
    params: ParamsOf<typeof seriesMessages, C>,
    reports: readonly ReportRef[],
    details: FindingDetails,
    cells: readonly ReportCell[] = [],
  ): void {
    this.findings.push({ ...finding(seriesMessages, code, params, this.language, details), cells, reports });
  }
}
