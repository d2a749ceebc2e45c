import { claim } from "../_internal/claim.js";
import { type Language, type ParamsOf, sentence } from "../findings/finding.js";
import { type CrossReportFinding, type ReportRef, unitsInWords } from "../report/reportRef.js";
import type { Code } from "./consolidationFinding.js";
import { consolidationMessages } from "./messages.js";

/** A finding of a level as a finding of the level above: its message names the unit. */
export function foundBelow(found: CrossReportFinding, unit: string | number, language: Language): CrossReportFinding {
  const { code, params } = found;
  const { report } = params;
  const placed = {
    ...found,
    reports: found.reports.map((ref) => refBelow(ref, unit)),
    cells: found.cells.map((cell) => ({ ...cell, report: refBelow(cell.report, unit) })),
  };
  if (typeof report !== "object" || !isCode(code)) return placed;
  const above = unitsInWords([unit]);
  const named = { ...params, report: { zh: above.zh + report.zh, en: above.en + report.en } };
  // The parameters were made for this code and keep their names.
  const message = sentence(consolidationMessages, code, claim<ParamsOf<typeof consolidationMessages, Code>>(named), language);
  return { ...placed, params: named, message };
}

function isCode(code: string): code is Code {
  return Object.hasOwn(consolidationMessages, code);
}

/** A reference to a report of a level, as seen from the level above. */
export function refBelow(ref: ReportRef, unit: string | number): ReportRef {
  return { ...ref, under: [unit, ...(ref.under ?? [])] };
}
