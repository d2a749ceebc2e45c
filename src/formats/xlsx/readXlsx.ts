import type { Language } from "../../findings/finding.js";
import type { SourceDocument } from "../../table/source.js";
import { openPackage } from "../ooxml.js";
import { readWorkbook } from "./readWorkbook.js";
import { toSource } from "./toSource.js";

/** The paragraphs and tables of the worksheets of an Excel file. */
export function xlsxToSource(bytes: Uint8Array, language: Language): SourceDocument {
  return toSource(readWorkbook(openPackage(bytes, language), language), language);
}
