import { Parser } from "saxen";
import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";

/** Deepest nesting of elements. Word itself stays below a hundred. */
export const MAX_XML_DEPTH = 256;

/** Largest XML file that is parsed. What is inflated from a container is no larger. */
export const MAX_XML_BYTES: number = 32 * 1024 * 1024;

/** Most elements in one XML file. */
export const MAX_XML_ELEMENTS = 500_000;

/** An element of an XML file. Names carry the prefix that the namespace was given in the call, whatever the file uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

export interface XmlOptions {
  /** Prefix by namespace. */
  readonly namespaces: Readonly<Record<string, string>>;
  readonly language: Language;
}

/**
 * Parses an XML file of a document container. A document type may be named, but one that declares entities or attributes, or
 * that stands elsewhere, is refused. So there are no entities but the five of XML itself; nothing outside of the file is ever
 * looked at.
 *
 * @throws DisclosureReportError `format.corrupt`, `format.limit` or `format.unsafe`
 */
export function parseXml(bytes: Uint8Array, { namespaces, language }: XmlOptions): XmlElement {
  if (bytes.length > MAX_XML_BYTES) throw tooMuch(size, MAX_XML_BYTES, bytes.length, language);
  const root: OpenElement = { name: "", attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  let elements = 0;
  const append = (text: string) => {
    if (open.length > 1) open[open.length - 1]?.children.push(text);
  };

  const parser = new Parser()
    .ns(namespaces)
    .on("openTag", (name, attributes) => {
      elements += 1;
      if (elements > MAX_XML_ELEMENTS) throw tooMuch(elementCount, MAX_XML_ELEMENTS, elements, language);
      if (open.length > MAX_XML_DEPTH) throw tooMuch(nesting, MAX_XML_DEPTH, open.length, language);
      const element = { name, attributes: decoded(attributes(), language), children: [] };
      open[open.length - 1]?.children.push(element);
      open.push(element);
    })
    .on("closeTag", () => {
      open.pop();
    })
    .on("text", (text) => append(decode(text, language)))
    .on("cdata", append)
    .on("attention", (text) => {
      if (!isHarmless(text) || elements > 0) throw formatError("format.unsafe", { what: doctype }, language);
    })
    .on("warn", ({ message }) => {
      if (OF_ATTRIBUTES.test(message)) throw formatError("format.corrupt", { reason: notXml }, language);
    })
    .on("error", () => {
      throw formatError("format.corrupt", { reason: notXml }, language);
    });
  parser.parse(decodeXml(bytes, language));

  const top = root.children.find((child) => typeof child !== "string");
  if (top === undefined) throw formatError("format.corrupt", { reason: notXml }, language);
  return top;
}

/**
 * Warnings of the parser about malformed attributes: a missing quote, a repeated attribute. It continues and guesses
 * where an attribute ends, so that text in between may be lost.
 */
const OF_ATTRIBUTES = /attribute|quotes|xmlns/;

/** Declarations without effect on the text of the document: its name, which elements contain which. */
const HARMLESS = /^<!(?:DOCTYPE|ELEMENT|NOTATION)\s/;
const TELLING = /<!(?:ENTITY|ATTLIST)|%|\b(?:SYSTEM|PUBLIC)\b/;

/** Whether a declaration changes nothing. The parser gives those within a document type one by one. */
function isHarmless(declaration: string): boolean {
  return HARMLESS.test(declaration) && !TELLING.test(declaration);
}

/** Bytes in which an XML file declares its encoding. */
const DECLARATION_BYTES = 200;

/** XML is UTF-8 or UTF-16, or in the Chinese encoding that it declares; anything else is refused. */
function decodeXml(bytes: Uint8Array, language: Language): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_BYTES));
  const label = marked ?? (/^<\?xml[^>]*\bencoding\s*=\s*["'](?:gb18030|gbk|gb2312)["']/i.test(head) ? "gb18030" : "utf-8");
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw formatError("format.corrupt", { reason: notXml }, language);
  }
}

/** Attributes with their references resolved; most have none and stay as they are. One with a `<` has swallowed a tag. */
function decoded(attributes: Readonly<Record<string, string>>, language: Language): Readonly<Record<string, string>> {
  let refers = false;
  for (const name in attributes) {
    const value = attributes[name] ?? "";
    if (value.includes("<")) throw formatError("format.corrupt", { reason: notXml }, language);
    refers ||= value.includes("&");
  }
  if (!refers) return attributes;
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, decode(value, language)]));
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

const MAX_CODE_POINT = 0x10ffff;

/** Character references by the letter of XML. The parser's own function loses characters beyond the basic plane. */
function decode(text: string, language: Language): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,31}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) {
        const character = ENTITIES.get(name);
        if (character === undefined) throw formatError("format.unsafe", { what: unknownEntity(whole) }, language);
        return character;
      }
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= MAX_CODE_POINT ? String.fromCodePoint(code) : "\ufffd";
    },
  );
}

/** The elements among an element's children. */
export function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

/** The first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of element?.children ?? []) if (typeof child !== "string" && child.name === name) return child;
  return undefined;
}

/** An attribute by its prefixed name; the parser leaves the prefix out where the namespace is the default one. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  if (element === undefined) return undefined;
  const { attributes } = element;
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const colon = name.indexOf(":");
  if (colon < 0) return undefined;
  const bare = name.slice(colon + 1);
  return Object.hasOwn(attributes, bare) ? attributes[bare] : undefined;
}

/** All characters directly in an element. */
export function textOf(element: XmlElement): string {
  const [first] = element.children;
  if (typeof first === "string" && element.children.length === 1) return first;
  return element.children.filter((child) => typeof child === "string").join("");
}

function tooMuch(what: Sentence, most: number, found: number, language: Language): Error {
  return formatError("format.limit", { what, limit: most, found }, language);
}

const unknownEntity = (entity: string): Sentence => ({ zh: `未知的XML实体${entity}`, en: `the unknown XML entity ${entity}` });
const size: Sentence = { zh: "一个XML文件的字节数", en: "the number of bytes in an XML file" };
const elementCount: Sentence = { zh: "一个文件内的XML元素数", en: "the number of XML elements in a file" };
const nesting: Sentence = { zh: "XML元素的嵌套层数", en: "the nesting of XML elements" };
const doctype: Sentence = { zh: "XML文档类型定义（DTD）", en: "an XML document type definition (DTD)" };
const notXml: Sentence = { zh: "其中的XML不完整或不合法", en: "its XML is incomplete or not well-formed" };
