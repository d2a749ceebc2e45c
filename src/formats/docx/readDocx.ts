import type { Language, Sentence } from "../../findings/finding.js";
import type { SourceDocument } from "../../table/source.js";
import { formatError } from "../messages.js";
import { openPackage, type Package } from "../ooxml.js";
import { attributeOf, childOf, elementsOf } from "../xml.js";
import { readContents, toggle } from "./readContents.js";
import { toSource } from "./toSource.js";

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
