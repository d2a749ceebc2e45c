import type { Language, Sentence } from "../../findings/finding.js";
import { type Reading, type ReadOptions, readDocument } from "../../reading/readDocument.js";
import type { SourceDocument } from "../../reading/source.js";
import { expectFormat } from "../detect.js";
import { formatError } from "../messages.js";
import { openPackage, type Package } from "../office/parts.js";
import { attributeOf, childOf, elementsOf } from "../office/xml.js";
import { readContents, toggle } from "./readContents.js";
import { toSource } from "./toSource.js";

/**
 * Reads the report in a Word file (.docx, made by Word, WPS or any other program). Every figure carries its place: table, row
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
export async function readDocx(bytes: Uint8Array, options: ReadOptions = {}): Promise<Reading> {
  const language = options.language ?? "zh";
  expectFormat(["docx"], bytes, language);
  return readDocument(docxToSource(bytes, language), options);
}

/** The paragraphs and tables of a Word file. */
export function docxToSource(bytes: Uint8Array, language: Language): SourceDocument {
  const document = openPackage(bytes, language);
  const body = childOf(document.xml(document.main) ?? undefined, "w:body");
  if (body === undefined) throw formatError("format.corrupt", { reason: noBody }, language);
  return toSource(readContents(body, { hiddenStyles: hiddenStyles(document), language }));
}

/** Styles that hide their text, by themselves or by the style that they are based on. */
function hiddenStyles(document: Package): ReadonlySet<string> {
  const part = document.relationships(document.main).find(({ type }) => type === "styles")?.part;
  const root = part === undefined ? null : document.xml(part);
  if (root === null) return new Set();
  const styles = elementsOf(root).filter(({ name }) => name === "w:style");
  const byId = new Map(styles.map((style) => [attributeOf(style, "w:styleId") ?? "", style]));
  const hides = (id: string, seen: ReadonlySet<string>): boolean => {
    const style = byId.get(id);
    if (style === undefined || seen.has(id) || seen.size > MAX_STYLE_CHAIN) return false;
    const own = toggle(childOf(style, "w:rPr"), "w:vanish");
    const base = attributeOf(childOf(style, "w:basedOn"), "w:val");
    return own ?? (base !== undefined && hides(base, new Set([...seen, id])));
  };
  return new Set([...byId.keys()].filter((id) => hides(id, new Set())));
}

/** Word follows no longer chain of styles based on one another. */
const MAX_STYLE_CHAIN = 11;

const noBody: Sentence = { zh: "Word文档没有正文", en: "the Word document has no body" };
