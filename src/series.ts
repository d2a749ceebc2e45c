/**
 * Several years of one agency: rules between successive reports, and how two reports differ.
 *
 * @packageDocumentation
 */

export { SHARE_DECIMALS } from "./_internal/share.js";
export type { CrossReportFinding, ReportCell, ReportRef } from "./report/reportRef.js";
export { type CellChange, type Comparison, compareReports, type GroupedChange } from "./series/compareReports.js";
export { type RenderComparisonOptions, renderComparisonHtml, renderComparisonMarkdown } from "./series/renderComparison.js";
export { type LinkRules, linkRulesOf, sequenceRules } from "./series/rules.js";
export type { NotComparable, Rename, SeriesOptions, SeriesValidation, SeriesVerdict } from "./series/types.js";
export { validateSeries } from "./series/validateSeries.js";
