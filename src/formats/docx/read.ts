import type { Language, Sentence } from "../../findings/finding.js";
import { type Reading, type ReadOptions, readDocument } from "../../reading/readDocument.js";
import type { SourceDocument } from "../../reading/source.js";
import { expectFormat } from "../detect.js";
import { formatError } from "../messages.js";
import { openFlatPackage, openPackage, type Package } from "../office/parts.js";
import { childOf } from "../office/xml.js";
import { withBoundValues } from "./bindings.js";
import type { Content } from "./contents.js";
import { withCovered } from "./covered.js";
import { readContents } from "./readContents.js";
import { Styles } from "./styles.js";
import { toSource } from "./toSource.js";
import { openWord2003 } from "./word2003.js";

/**
 * Reads the report in a Word file (.docx, made by Word, WPS or any other program; also the single XML files of Word 2003 and Flat OPC). Every figure carries its place: table, row
 * and cell as Word counts them. What is deleted, struck out or hidden is not read; neither are macros, nor anything outside
 * of the file.
 *
 * @throws `DisclosureReportError` `format.unsupported` for any other kind of file, with what to convert it to;
 * `format.corrupt`, `format.limit` or `format.unsafe` for a container that is not right. What is wrong with the report itself
 * is a finding.
 * @example
 * ```ts
 * const notWord = readDocx(new TextEncoder().encode("%PDF-1.7"), { language: "en" });
 * (await notWord.catch((error) => error.code)); //=> "format.unsupported"
 * ```
 */
export async function readDocx(file: Uint8Array | ArrayBuffer, options?: ReadOptions): Promise<Reading> {
  options ??= {};
  const language = options.language ?? "zh";
  const { format, bytes } = expectFormat(["docx", "flatOpc", "word2003"], file, language);
  const contents = contentsIn(OPENERS[format](bytes, language), language);
  return withCovered(readDocument(toSource(contents), options), contents, language);
}

const OPENERS = { docx: openPackage, flatOpc: openFlatPackage, word2003: openWord2003 } as const;

/** The paragraphs and tables of a Word file in a container. */
export function docxToSource(bytes: Uint8Array, language: Language): SourceDocument {
  return toSource(contentsIn(openPackage(bytes, language), language));
}

function contentsIn(document: Package, language: Language): readonly Content[] {
  const root = document.xml(document.main) ?? undefined;
  const body = childOf(root, "w:body");
  if (body === undefined) throw formatError("format.corrupt", { reason: noBody }, language);
  return readContents(withBoundValues(body, document), {
    styles: new Styles(document),
    coloured: childOf(root, "w:background") !== undefined,
    language,
  });
}

const noBody: Sentence = { zh: "Word文档没有正文", en: "the Word document has no body" };
