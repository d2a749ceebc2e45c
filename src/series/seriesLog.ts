import { type Finding, type FindingDetails, finding, type Language, type ParamsOf, type Severity } from "../findings/finding.js";
import type { CrossReportFinding, ReportCell, ReportRef } from "../report/reportRef.js";
import { type Levelled, severityUnder } from "../rules/profile.js";
import type { Profile, RuleOutcome } from "../rules/types.js";
import { seriesMessages } from "./messages.js";
import type { SeriesOptions, SeriesVerdict } from "./types.js";

type Code = keyof typeof seriesMessages;

/** Collects the verdicts and findings of a series. */
export class Log {
  readonly verdicts: SeriesVerdict[] = [];
  readonly findings: CrossReportFinding[] = [];
  readonly language: Language;
  readonly #profile: Profile | undefined;

  constructor({ language, profile }: SeriesOptions) {
    this.language = language ?? "zh";
    this.#profile = profile;
  }

  /** Records an outcome. Returns the severity of a violation that is to be reported, otherwise `null`. */
  note(rule: Levelled, outcome: RuleOutcome, previous: ReportRef | null, current: ReportRef | null): Severity | null {
    const severity = severityUnder(this.#profile, rule);
    if (severity === "off") return null;
    this.verdicts.push({ rule: rule.id, severity, outcome, previous, current });
    return outcome === "violated" ? severity : null;
  }

  /** Whether a rule is not switched off. */
  asks(rule: Levelled): boolean {
    return severityUnder(this.#profile, rule) !== "off";
  }

  /** Adds a finding. */
  say<C extends Code>(
    code: C,
    params: ParamsOf<typeof seriesMessages, C>,
    reports: readonly ReportRef[],
    details: FindingDetails,
    cells: readonly ReportCell[] = [],
  ): void {
    this.add(finding(seriesMessages, code, params, this.language, details), reports, cells);
  }

  /** Adds a finding of another module. */
  add(found: Finding, reports: readonly ReportRef[], cells: readonly ReportCell[]): void {
    this.findings.push({ ...found, cells, reports });
  }
}
