/**
 * What experience says of a report: advice, each with its reason.
 *
 * @packageDocumentation
 */

export { plausibilityRules } from "./plausibility/plausibilityRules.js";
export type { PlausibilityOptions, PlausibilityRule } from "./plausibility/types.js";
