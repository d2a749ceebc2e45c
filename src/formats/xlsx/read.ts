import type { Language } from "../../findings/finding.js";
import { type Reading, type ReadOptions, readDocument } from "../../reading/readDocument.js";
import type { SourceDocument } from "../../reading/source.js";
import { expectFormat } from "../detect.js";
import { openPackage } from "../office/parts.js";
import { withPictures } from "./drawings.js";
import { readExcel2003 } from "./excel2003.js";
import { readWorkbook } from "./readWorkbook.js";
import { toSource } from "./toSource.js";

/**
 * Reads the report in an Excel file (.xlsx, made by Excel, WPS or any other program; also the XML of Excel 2003), on one worksheet or on several. Every
 * figure carries its place: worksheet, row, column. A number is read as the decimal that was entered, a formula as the result
 * that was saved. Hidden worksheets, rows and columns are not read; neither are macros, nor anything outside of the file.
 *
 * @throws `DisclosureReportError` `format.unsupported` for any other kind of file, with what to convert it to;
 * `format.corrupt`, `format.limit` or `format.unsafe` for a container that is not right. What is wrong with the report itself
 * is a finding.
 * @example
 * ```ts
 * const notExcel = readXlsx(new TextEncoder().encode("%PDF-1.7"), { language: "en" });
 * (await notExcel.catch((error) => error.code)); //=> "format.unsupported"
 * ```
 */
export async function readXlsx(file: Uint8Array | ArrayBuffer, options?: ReadOptions): Promise<Reading> {
  options ??= {};
  const language = options.language ?? "zh";
  const { format, bytes } = expectFormat(["xlsx", "excel2003"], file, language);
  const sheets = format === "xlsx" ? readWorkbook(openPackage(bytes, language), language) : readExcel2003(bytes, language);
  return withPictures(readDocument(toSource(sheets, language), options), sheets, language);
}

/** The paragraphs and tables of the worksheets of an Excel file. */
export function xlsxToSource(bytes: Uint8Array, language: Language): SourceDocument {
  return toSource(readWorkbook(openPackage(bytes, language), language), language);
}
