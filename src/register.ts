/**
 * The register of an agency: requests and cases, counted into tables 三 and 四; the day by which a request is to be answered.
 *
 * @packageDocumentation
 */

export { type Delimiter, MAX_CSV_ROW_CHARACTERS as MAX_REGISTER_ROW_CHARACTERS, MAX_STRAY_QUOTES } from "./_internal/csvRows.js";
export {
  ANSWER_EXTENSION_WORKING_DAYS,
  ANSWER_WORKING_DAYS,
  type AnswerDueOptions,
  answerDueOn,
  MAX_WORKING_DAYS,
  type WorkingDays,
} from "./register/answerDueOn.js";
export { type ColumnMapping, MAX_REGISTER_COLUMNS } from "./register/columns.js";
export { MAX_REGISTER_CHARACTERS } from "./register/csv.js";
export {
  type CaseColumns,
  type RegisterCsvOptions,
  type RegisterOptions,
  type RequestColumns,
  readCasesCsv,
  readRegisterCsv,
} from "./register/readRegisterCsv.js";
export {
  MAX_HEADER_ROW,
  MAX_REGISTER_FINDINGS,
  MAX_REGISTER_ROWS,
} from "./register/readSheet.js";
export { type RecordsCountedInOptions, recordsCountedIn } from "./register/recordsCountedIn.js";
export { tallyRegister } from "./register/tallyRegister.js";
export type {
  AsideKind,
  AsideRow,
  CaseEntry,
  CaseKind,
  CaseRecord,
  ColumnBasis,
  ColumnUse,
  EntriesOf,
  EntryCounts,
  RegisterReading,
  RequestEntry,
  RequestRecord,
  Tally,
  TallyOptions,
  ValueBasis,
  ValueMapping,
  ValueUse,
} from "./register/types.js";
export { MAX_LISTED_VALUES } from "./register/values.js";
