import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";
import type { Package, Relationship } from "../office/parts.js";
import { attributeOf, childOf, elementsOf, parseXml, type XmlElement } from "../office/xml.js";

const NAMESPACES: Readonly<Record<string, string>> = {
  "http://schemas.microsoft.com/office/word/2003/wordml": "w",
  "http://schemas.microsoft.com/aml/2001/core": "aml",
  "urn:schemas-microsoft-com:vml": "v",
  "urn:schemas-microsoft-com:office:word": "w10",
};

const MAIN = "document";
const RELATED: readonly Relationship[] = ["styles", "numbering"].map((type) => ({ id: type, type, part: type }));

/**
 * Opens a Word 2003 XML file as if it were a package: the vocabulary of Word files grew out of its own, so what differs is
 * renamed, and text, styles and lists are given as the parts that they are in a package.
 */
export function openWord2003(bytes: Uint8Array, language: Language): Package {
  const root = parseXml(bytes, { namespaces: NAMESPACES, language });
  const body = childOf(root, "w:body");
  if (body === undefined) throw formatError("format.corrupt", { reason: noBody }, language);
  const background = childOf(root, "w:bgPict");
  const document: XmlElement = {
    name: "w:document",
    attributes: {},
    children: [...(background === undefined ? [] : [named("w:background")]), renewed(body)],
  };
  const styles = childOf(root, "w:styles");
  const lists = childOf(root, "w:lists");
  const parts = new Map([
    [MAIN, document],
    ["styles", styles === undefined ? named("w:styles") : renewed(styles)],
    ["numbering", named("w:numbering", {}, lists === undefined ? [] : elementsOf(lists).flatMap(listOf))],
  ]);
  return {
    main: MAIN,
    xml: (part) => parts.get(part) ?? null,
    relationships: (part) => (part === MAIN ? RELATED : []),
  };
}

function named(name: string, attributes: XmlElement["attributes"] = {}, children: XmlElement["children"] = []): XmlElement {
  return { name, attributes, children };
}

/** Elements that were renamed. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ["w:vmerge", "w:vMerge"],
  ["w:hmerge", "w:hMerge"],
  ["w:listPr", "w:numPr"],
  ["w:ilfo", "w:numId"],
  ["w:asianLayout", "w:eastAsianLayout"],
  ["w:sz-cs", "w:szCs"],
  ["w:footnote", "w:footnoteReference"],
  ["w:endnote", "w:endnoteReference"],
]);

/** Changes that are kept, by what they are. All others hold what is not printed: comments, former properties, marks. */
const CHANGES: ReadonlyMap<string, string> = new Map([
  ["Word.Insertion", "w:ins"],
  ["Word.Deletion", "w:del"],
  ["Word.CellDeletion", "w:cellDel"],
]);

/** An element as newer files have it. */
function renewed(element: XmlElement): XmlElement {
  const { name } = element;
  const attributes = renewedAttributes(element);
  // A note is stored within its reference; only the reference is printed in the text.
  if (name === "w:footnote" || name === "w:endnote") {
    const own = attributeOf(element, "w:suppressRef") === "on";
    return named(RENAMED.get(name) ?? name, own ? { "w:customMarkFollows": "1" } : {});
  }
  const children = element.children.flatMap((child): readonly (XmlElement | string)[] => {
    if (typeof child === "string") return [child];
    if (child.name !== "aml:annotation") return [renewed(child)];
    const change = CHANGES.get(attributeOf(child, "w:type") ?? "");
    return change === undefined ? [] : [{ ...renewed(child), name: change }];
  });
  return { name: RENAMED.get(name) ?? name, attributes, children };
}

/** Names and values in words parted by hyphens became one word: `line-rule`, `dark-blue`, `pct-25`. */
function renewedAttributes({ attributes }: XmlElement): XmlElement["attributes"] {
  const entries = Object.entries(attributes);
  if (!entries.some(([name, value]) => name.includes("-") || HYPHENED.test(value))) return attributes;
  return Object.fromEntries(entries.map(([name, value]) => [joined(name), HYPHENED.test(value) ? joined(value) : value]));
}

const HYPHENED = /^(?:dark-[a-z]+|light-[a-z]+|pct-\d+)$/;

function joined(words: string): string {
  return words.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** A list, or the definition that lists refer to. */
function listOf(element: XmlElement): readonly XmlElement[] {
  if (element.name === "w:listDef") {
    const id = attributeOf(element, "w:listDefId") ?? "";
    return [named("w:abstractNum", { "w:abstractNumId": id }, elementsOf(element).map(levelOf))];
  }
  if (element.name !== "w:list") return [];
  const definition = attributeOf(childOf(element, "w:ilst"), "w:val") ?? "";
  return [
    named("w:num", { "w:numId": attributeOf(element, "w:ilfo") ?? "" }, [
      named("w:abstractNumId", { "w:val": definition }),
      ...elementsOf(element)
        .filter(({ name }) => name === "w:lvlOverride")
        .map((override) => ({ ...override, children: elementsOf(override).map(levelOf) })),
    ]),
  ];
}

/** The kind of numbers that prints none. */
const NO_NUMBER = "255";

function levelOf(level: XmlElement): XmlElement {
  const format = attributeOf(childOf(level, "w:nfc"), "w:val");
  const renewedLevel = renewed(level);
  if (format !== NO_NUMBER) return renewedLevel;
  return { ...renewedLevel, children: [named("w:numFmt", { "w:val": "none" }), ...renewedLevel.children] };
}

const noBody: Sentence = { zh: "Word文档没有正文", en: "the Word document has no body" };
