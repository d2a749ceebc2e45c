/**
 * Indicators of a report: shares with a stated definition and source figures.
 *
 * @packageDocumentation
 */

export { SHARE_DECIMALS } from "./_internal/share.js";
export { type IndicatorDefinition, indicatorDefinitionsOf } from "./indicators/definitions.js";
export { type Indicator, indicatorsOf } from "./indicators/indicatorsOf.js";
