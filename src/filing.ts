/**
 * Dates and fees: when a report is due, and what an applicant owes for the processing of information.
 *
 * @packageDocumentation
 */

export { type Bracket, MAX_FEE_ITEMS, MAX_FEE_PAGES, type Progression, type Tariff, tariffs } from "./filing/brackets.js";
export { checkFiling, type FilingOptions } from "./filing/checkFiling.js";
export { type StatutoryDay, statutoryDays } from "./filing/deadlines.js";
export { type FilingDeadlineInput, filingDeadline } from "./filing/filingDeadline.js";
export { filingRules } from "./filing/filingRules.js";
export {
  type FeeBracket,
  type FeeInput,
  type FeeOptions,
  informationProcessingFee,
  type ProcessingFee,
} from "./filing/informationProcessingFee.js";
