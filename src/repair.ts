/**
 * Which figures of a report are wrong, what its blanks must be, and what its rules can tell.
 *
 * @packageDocumentation
 */

export {
  analyseRules,
  type ContradictoryRules,
  type RedundantRule,
  type RuleAnalysis,
  type WatchedFigure,
} from "./repair/analyse.js";
export { type ApplyOptions, applyRepair, type Edit, type Repaired, revertRepair } from "./repair/apply.js";
export { applyCertain } from "./repair/applyCertain.js";
export { type Completion, completeDraft, type Derivation, type OpenFigure, type Reasoning } from "./repair/complete.js";
export { EVIDENCE_BITS, type Evidence, type EvidenceOptions, type EvidenceSource, type Statements } from "./repair/evidence.js";
export { type ExplainedValidation, explainValidation } from "./repair/explain.js";
export {
  type Change,
  type ErrorLocation,
  type LocateOptions,
  locateErrors,
  MAX_REPAIRS,
  type MadeFor,
  type Problem,
  type Repair,
} from "./repair/locate.js";
export { COMPLETE_SIZE, SEARCH_LIMIT } from "./repair/search.js";
export { FIGURE_BITS, SLIP_BITS, type Slip } from "./repair/slips.js";
export { type ValidateAndExplainOptions, validateAndExplain } from "./repair/validateAndExplain.js";
export { LARGEST_FIGURE } from "./rules/components.js";
