import { type FindingDetails, finding, type Language, type ParamsOf, type Severity } from "../findings/finding.js";
import type { CrossReportFinding, ReportCell, ReportRef } from "../report/reportRef.js";
import { consolidationMessages } from "./messages.js";

export type Code = keyof typeof consolidationMessages;

/** Data of a finding about a consolidation besides its message. */
export interface About extends FindingDetails {
  readonly reports?: readonly ReportRef[];
  readonly cells?: readonly ReportCell[];
}

/** Makes a finding about a consolidation. */
export function consolidationFinding<C extends Code>(
  code: C,
  rule: { readonly id: string; readonly severity: Severity },
  params: ParamsOf<typeof consolidationMessages, C>,
  language: Language,
  { reports = [], cells = [], ...details }: About,
): CrossReportFinding {
  const about = { severity: rule.severity, rule: rule.id, ...details };
  return { ...finding(consolidationMessages, code, params, language, about), reports, cells };
}
