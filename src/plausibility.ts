/**
 * What experience says of a report: advice, each with its reason.
 *
 * @packageDocumentation
 */

export { plausibilityRulesOf } from "./plausibility/plausibilityRulesOf.js";
export type { PlausibilityOptions, PlausibilityRule } from "./plausibility/types.js";
