/**
 * Which figures of a report are wrong, what its blanks must be, and what its rules can tell.
 *
 * @packageDocumentation
 */

export { EVIDENCE_BITS, type Evidence, type EvidenceOptions, type EvidenceSource } from "./repair/evidence.js";
export {
  type Change,
  type ErrorLocation,
  LARGEST_FIGURE,
  type LocateOptions,
  locateErrors,
  MAX_REPAIRS,
  type Problem,
  type Repair,
} from "./repair/locate.js";
export { COMPLETE_SIZE, SEARCH_LIMIT } from "./repair/search.js";
export { SLIP_BITS, type Slip } from "./repair/slips.js";
