import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";
import { parseXml, textOf, type XmlElement } from "../office/xml.js";
import { type Archive, openZip } from "../office/zip.js";

/** The namespaces that producers use for OFD; some elements have none. */
const NAMESPACES: Readonly<Record<string, string>> = {
  "http://www.ofdspec.org/2016": "ofd",
  "http://www.ofdspec.org": "ofd",
  "http://www.ofdspec.org/": "ofd",
};

/** The XML files of an OFD container by their names, each parsed once. */
export class OfdPackage {
  readonly #archive: Archive;
  readonly #language: Language;
  readonly #parsed = new Map<string, XmlElement | null>();

  constructor(bytes: Uint8Array, language: Language) {
    this.#archive = openZip(bytes, language);
    this.#language = language;
    if (this.#archive.has("Encryptions.xml")) throw formatError("format.unsupported", encrypted, language);
  }

  /** A file that another one names: from the folder of that one, from the root of the container, or as it is. */
  named(location: string | undefined, from: string): { readonly name: string; readonly root: XmlElement } | null {
    if (location === undefined || location === "") return null;
    const folder = from.slice(0, from.lastIndexOf("/") + 1);
    for (const name of [resolve(location.startsWith("/") ? "" : folder, location), resolve("", location)]) {
      const root = this.#xml(name);
      if (root !== null) return { name, root };
    }
    return null;
  }

  #xml(name: string): XmlElement | null {
    const key = name.toLowerCase();
    const known = this.#parsed.get(key);
    if (known !== undefined) return known;
    const bytes = this.#archive.has(name) ? this.#archive.read(name) : null;
    const root = bytes === null ? null : parseXml(bytes, { namespaces: NAMESPACES, language: this.#language });
    this.#parsed.set(key, root);
    return root;
  }
}

/** The name of a file from a location in a folder. It never names anything outside the container. */
function resolve(folder: string, location: string): string {
  const path: string[] = [];
  for (const step of `${folder}${location}`.replaceAll("\\", "/").split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

/** The name of an element without the prefix of its namespace. */
export function nameOf({ name }: XmlElement): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Whether a child is an element of a name. Most are not, which its last letters tell. */
function isNamed(child: XmlElement | string, name: string): child is XmlElement {
  return typeof child !== "string" && child.name.endsWith(name) && nameOf(child) === name;
}

/** The children of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  const children: XmlElement[] = [];
  for (const child of element?.children ?? []) if (isNamed(child, name)) children.push(child);
  return children;
}

/** The first child of a name. */
export function firstOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of element?.children ?? []) if (isNamed(child, name)) return child;
  return undefined;
}

/** The text in the first child of a name. */
export function textIn(element: XmlElement | undefined, name: string): string | undefined {
  const child = firstOf(element, name);
  return child === undefined ? undefined : textOf(child).trim();
}

/** White space other than single spaces between words. */
const SPACED = /[^\S ]| {2}/;

/** The words of a text; nearly always single spaces part them, at which a text is split faster. */
export function wordsOf(text: string): readonly string[] {
  const trimmed = text.trim();
  if (trimmed === "") return [];
  return trimmed.split(SPACED.test(trimmed) ? /\s+/ : " ");
}

/** The numbers of an attribute, up to the first item that is not a number. */
export function numbersOf(text: string | undefined): readonly number[] {
  const numbers: number[] = [];
  if (text === undefined) return numbers;
  for (const word of wordsOf(text)) {
    const number = Number(word);
    if (!Number.isFinite(number)) break;
    numbers.push(number);
  }
  return numbers;
}

/** The first number of an attribute, or the only one, as most have. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  const number = Number(text);
  return number === 0 || !Number.isFinite(number) ? numbersOf(text)[0] : number;
}

const encrypted: { readonly what: Sentence; readonly advice: Sentence } = {
  what: { zh: "加密的OFD文件", en: "an encrypted OFD file" },
  advice: { zh: "请打开后取消密码再保存。", en: "Open it, remove the password and save it." },
};
