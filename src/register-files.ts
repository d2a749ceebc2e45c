/**
 * Registers in files: Excel workbooks, and CSV in any encoding that agencies use.
 *
 * @packageDocumentation
 */

export type { RegisterReading } from "./register/types.js";
export { type RegisterFileOptions, readCasesFile, readRegisterFile } from "./registerFiles/readFiles.js";
export { MAX_FILLED_PLACES } from "./registerFiles/sheetRows.js";
