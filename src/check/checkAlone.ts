import type { Draft } from "../report/types.js";
import { validate } from "../rules/validate.js";
import { blanksIn } from "./blanks.js";
import type { CheckReportOptions, ReportCheck } from "./checkReport.js";

/** What {@link checkReport} says of a report for which one has nothing beside it, without all that would then be asked of it. */
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
