import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";
import { attributeOf, childOf, elementsOf, parseXml, type XmlElement } from "../office/xml.js";
import { openZip } from "../office/zip.js";

const NAMESPACES: Readonly<Record<string, string>> = {
  "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
  "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
  "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
  "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
  "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
  "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0": "number",
  "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
  "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
  "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
  "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
  "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
};

/** What an OpenDocument file holds: its text or its sheets, and the elements that define its styles. */
export interface OpenDocumentFile {
  readonly content: XmlElement;
  readonly kind: "text" | "spreadsheet";
  readonly styles: readonly XmlElement[];
}

/** Opens an OpenDocument file, a container or a single XML file. */
export function openFile(bytes: Uint8Array, packed: boolean, language: Language): OpenDocumentFile {
  const xml = (part: Uint8Array) => parseXml(part, { namespaces: NAMESPACES, language });
  const roots = packed ? partsOf(bytes, xml, language) : [xml(bytes)];
  const body = childOf(roots[0], "office:body");
  const text = childOf(body, "office:text");
  const content = text ?? childOf(body, "office:spreadsheet");
  if (content === undefined) throw formatError("format.corrupt", { reason: noContent }, language);
  // The automatic styles of the second file are those of headers and footers, under names that the text may use too.
  const styles = [
    ...roots.map((root) => childOf(root, "office:font-face-decls")),
    ...roots.map((root) => childOf(root, "office:styles")),
    childOf(roots[0], "office:automatic-styles"),
  ];
  return {
    content,
    kind: text === undefined ? "spreadsheet" : "text",
    styles: styles.flatMap((list) => (list === undefined ? [] : elementsOf(list))),
  };
}

function partsOf(bytes: Uint8Array, xml: (part: Uint8Array) => XmlElement, language: Language): readonly XmlElement[] {
  const archive = openZip(bytes, language);
  const manifest = archive.read("META-INF/manifest.xml");
  const entries = manifest === null ? [] : elementsOf(xml(manifest));
  if (entries.some((entry) => isEncrypted(entry)))
    throw formatError("format.unsupported", { what: encrypted, advice: decrypt }, language);
  const content = archive.read("content.xml");
  if (content === null) throw formatError("format.corrupt", { reason: noContent }, language);
  const styles = archive.read("styles.xml");
  return [xml(content), ...(styles === null ? [] : [xml(styles)])];
}

function isEncrypted(entry: XmlElement): boolean {
  const path = attributeOf(entry, "manifest:full-path") ?? "";
  return childOf(entry, "manifest:encryption-data") !== undefined && (path === "content.xml" || path === "encrypted-package");
}

const noContent: Sentence = { zh: "其中没有文本或表格", en: "it has neither a text nor a spreadsheet" };
const encrypted: Sentence = { zh: "加密的OpenDocument文件", en: "an encrypted OpenDocument file" };
const decrypt: Sentence = {
  zh: "请打开后取消密码，再保存一次。",
  en: "Open it, remove the password and save it again.",
};
