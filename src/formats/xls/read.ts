import type { Language } from "../../findings/finding.js";
import { type Reading, type ReadOptions, readDocument } from "../../reading/readDocument.js";
import type { SourceDocument } from "../../reading/source.js";
import { openCompound } from "../compound/compound.js";
import { expectFormat } from "../detect.js";
import { withPictures } from "../xlsx/drawings.js";
import { toSource } from "../xlsx/toSource.js";
import { readWorkbook } from "./readWorkbook.js";

/**
 * Reads the report in an Excel 97–2003 file (.xls, also .et of WPS Spreadsheets), on one worksheet or on several, by the rules of
 * `readXlsx`: numbers as they were entered, formulas as their last result, nothing that is hidden.
 *
 * @throws `DisclosureReportError` `format.unsupported` for any other kind of file, for encrypted ones and those of Excel 5 or 95,
 * with what to convert it to; `format.corrupt` or `format.limit` for a file that is not right. What is wrong with the report
 * itself is a finding.
 * @example
 * ```ts
 * const notExcel = readXls(new TextEncoder().encode("%PDF-1.7"), { language: "en" });
 * (await notExcel.catch((error) => error.code)); //=> "format.unsupported"
 * ```
 */
export async function readXls(file: Uint8Array | ArrayBuffer, options?: ReadOptions): Promise<Reading> {
  options ??= {};
  const language = options.language ?? "zh";
  const { bytes } = expectFormat(["xls"], file, language);
  const sheets = readWorkbook(openCompound(bytes, language), language);
  return withPictures(readDocument(toSource(sheets, language, "xls"), options), sheets, language);
}

/** The tables of the worksheets of an Excel 97–2003 file. */
export function xlsToSource(bytes: Uint8Array, language: Language): SourceDocument {
  return toSource(readWorkbook(openCompound(bytes, language), language), language, "xls");
}
