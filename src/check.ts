/**
 * Everything that can be known about a report from what one has: its own rules, last year's report, the reports below it, its words,
 * its dates; which figures are wrong, and the certain repairs.
 *
 * @packageDocumentation
 */

export { type CheckReportOptions, checkReport, type ReportCheck, type ReportFinding } from "./check/checkReport.js";
export { type RuleFilter, rulesOf } from "./check/rulesOf.js";
export type { CheckedClaim } from "./narrative/checkNarrative.js";
export { applyRepair, type Edit, type Repaired, revertRepair } from "./repair/apply.js";
export { applyCertain } from "./repair/applyCertain.js";
export type { ErrorLocation, LocateOptions } from "./repair/locate.js";
export type { ReportCell, ReportRef } from "./report/reportRef.js";
export { type Check, mergeChecks, type Status, type Verdict } from "./rules/check.js";
export type { FindingGroup } from "./rules/groups.js";
export type { ListedRule, Places, Profile, Rule } from "./rules/types.js";
export type { NotComparable } from "./series/types.js";
