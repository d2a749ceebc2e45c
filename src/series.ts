/**
 * Several years of one agency: rules between successive reports, and how two reports differ.
 *
 * @packageDocumentation
 */

export { SHARE_DECIMALS } from "./_internal/share.js";
export { type LinkTerm, type YearLink, yearLinks } from "./form/links.js";
export type { ReportCell, ReportRef, ReportsFinding } from "./report/reportRef.js";
export { type CellChange, type Comparison, compareReports } from "./series/compareReports.js";
export { comparisonHtml, comparisonMarkdown, type PrintComparisonOptions } from "./series/printComparison.js";
export { type LinkRules, linkRulesOf, sequenceRules } from "./series/rules.js";
export type {
  LinkRule,
  NotComparable,
  SequenceRule,
  SeriesOptions,
  SeriesOutcome,
  SeriesRule,
  SeriesValidation,
  YearTerm,
} from "./series/types.js";
export { validateSeries } from "./series/validateSeries.js";
