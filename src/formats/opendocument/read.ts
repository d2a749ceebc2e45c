import type { Language } from "../../findings/finding.js";
import { type Reading, type ReadOptions, readDocument } from "../../reading/readDocument.js";
import type { SourceDocument } from "../../reading/source.js";
import { expectFormat } from "../detect.js";
import type { Content } from "../docx/contents.js";
import { withCovered } from "../docx/covered.js";
import { toSource as wordToSource } from "../docx/toSource.js";
import { withPictures } from "../xlsx/drawings.js";
import { toSource as sheetsToSource } from "../xlsx/toSource.js";
import type { Sheet } from "../xlsx/worksheet.js";
import { withoutDeletions } from "./changes.js";
import { openFile } from "./file.js";
import { readSpreadsheet } from "./readSpreadsheet.js";
import { readText } from "./readText.js";
import { stylesOf } from "./styles.js";

/**
 * Reads the report in an OpenDocument text or spreadsheet (.odt, .ods, or as a single XML file .fodt, .fods), by the rules of
 * `readDocx` and `readXlsx`: nothing that is hidden, struck out or deleted, no annotations, numbers as they were entered.
 *
 * @throws `DisclosureReportError` `format.unsupported` for any other kind of file and for encrypted ones, with what to do;
 * `format.corrupt`, `format.limit` or `format.unsafe` for a container that is not right. What is wrong with the report itself
 * is a finding.
 * @example
 * ```ts
 * const other = readOpenDocument(new TextEncoder().encode("%PDF-1.7"), { language: "en" });
 * (await other.catch((error) => error.code)); //=> "format.unsupported"
 * ```
 */
export async function readOpenDocument(file: Uint8Array | ArrayBuffer, options?: ReadOptions): Promise<Reading> {
  options ??= {};
  const language = options.language ?? "zh";
  const { format, bytes } = expectFormat(["odt", "ods", "fodt", "fods"], file, language);
  const { source, contents, sheets } = openDocument(bytes, format === "odt" || format === "ods", language);
  return withPictures(withCovered(readDocument(source, options), contents, language), sheets, language);
}

/** The paragraphs and tables of an OpenDocument file, a container (`packed`) or a single XML file. */
export function openDocumentToSource(bytes: Uint8Array, packed: boolean, language: Language): SourceDocument {
  return openDocument(bytes, packed, language).source;
}

function openDocument(
  bytes: Uint8Array,
  packed: boolean,
  language: Language,
): { readonly source: SourceDocument; readonly contents: readonly Content[]; readonly sheets: readonly Sheet[] } {
  const file = openFile(bytes, packed, language);
  const styles = stylesOf(file.styles);
  if (file.kind !== "text") {
    const sheets = readSpreadsheet(file.content, styles, language);
    return { source: sheetsToSource(sheets, language, "ods"), contents: [], sheets };
  }
  const contents = readText(withoutDeletions(file.content), styles, language);
  return { source: wordToSource(contents, "odt"), contents, sheets: [] };
}
