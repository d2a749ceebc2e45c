import type { Draft } from "../report/types.js";
import { validate } from "../rules/validate.js";
import { blanksIn } from "./blanks.js";
import type { CheckReportOptions, ReportCheck } from "./checkReport.js";

/** The result of {@link checkReport} for a report with no other reports to compare with: only its own rules are loaded and checked. */
export function checkAlone(
  draft: Draft,
  { language = "zh", places }: Pick<CheckReportOptions, "language" | "places">,
): ReportCheck {
  const own = validate(draft, { language, ...(places === undefined ? {} : { places }) });
  return {
    status: own.status,
    counts: own.counts,
    verdicts: own.verdicts,
    findings: [...own.findings, ...blanksIn(draft, language, places)],
    edition: own.edition,
    groups: own.groups,
    claims: [],
    notComparable: [],
  };
}
