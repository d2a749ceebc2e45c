/**
 * The register of an agency: requests and cases, counted into tables 三 and 四; the day by which a request is to be answered.
 *
 * @packageDocumentation
 */

export {
  ANSWER_EXTENSION_WORKING_DAYS,
  ANSWER_WORKING_DAYS,
  type AnswerDueOptions,
  answerDueOn,
  MAX_WORKING_DAYS,
  type WorkingDays,
} from "./register/answerDueOn.js";
export {
  type ColumnMapping,
  type Delimiter,
  MAX_REGISTER_CHARACTERS,
  MAX_REGISTER_ROW_BYTES,
  MAX_REGISTER_ROWS,
  type RegisterCsvOptions,
} from "./register/csv.js";
export {
  type CaseColumns,
  type RegisterReading,
  type RequestColumns,
  readCasesCsv,
  readRegisterCsv,
} from "./register/readRegisterCsv.js";
export { recordsBehind } from "./register/recordsBehind.js";
export { tally } from "./register/tally.js";
export type {
  CaseEntry,
  CaseKind,
  CaseRecord,
  EntryCounts,
  OutcomeIn,
  RequestEntry,
  RequestRecord,
  Tally,
  TallyOptions,
} from "./register/types.js";
