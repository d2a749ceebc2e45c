/**
 * Several levels: the reports of a level added up to the report of the one above, and a parent's report checked against them.
 *
 * @packageDocumentation
 */

export { consolidate, contributionsTo } from "./consolidation/consolidate.js";
export { consolidateTree, type ReportNode, type TreeOptions, treeContributionsTo } from "./consolidation/consolidateTree.js";
export { type Consolidator, consolidator } from "./consolidation/consolidator.js";
export { levelRulesOf, memberRules } from "./consolidation/rules.js";
export type { ConsolidatedFigure, Consolidation, ConsolidationOptions, Contribution } from "./consolidation/types.js";
export { MAX_NAMED_UNITS } from "./consolidation/units.js";
export {
  type ConsolidationValidation,
  type LevelOptions,
  MAX_NAMED_CONTRIBUTIONS,
  type ValidateConsolidationOptions,
  validateConsolidation,
  validateLevel,
} from "./consolidation/validateConsolidation.js";
export type { CrossReportFinding, ReportCell, ReportRef } from "./report/reportRef.js";
