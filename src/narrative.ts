/**
 * What the text of a report says of its figures.
 *
 * @packageDocumentation
 */

export {
  type CheckedClaim,
  checkNarrative,
  type NarrativeCheck,
  type NarrativeOptions,
} from "./narrative/checkNarrative.js";
export { type FindClaimsOptions, findClaims, MAX_NARRATIVE_TEXT } from "./narrative/findClaims.js";
export { narrativeRule } from "./narrative/rule.js";
export { MAX_CLAIMS } from "./narrative/scan/scan.js";
export { statedFigures } from "./narrative/statedFigures.js";
export type { Claim, ClaimDoubt, ClaimUnit, Interpretation, StatedNumber } from "./narrative/types.js";
