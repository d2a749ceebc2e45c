import type { Language, Sentence } from "../../findings/finding.js";
import { formatError } from "../messages.js";
import { attributeOf, childOf, elementsOf, parseXml, type XmlElement } from "./xml.js";
import { type Archive, openZip } from "./zip.js";

/** Prefixes for the namespaces of Office Open XML, in its transitional and its strict form. */
const NAMESPACES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
  "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
  "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
  "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing": "xdr",
  "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing": "xdr",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
  "http://purl.oclc.org/ooxml/drawingml/main": "a",
  "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
  "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
  "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
  "http://schemas.openxmlformats.org/officeDocument/2006/customXml": "ds",
  "http://purl.oclc.org/ooxml/officeDocument/customXml": "ds",
  "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main": "x14",
  "http://schemas.microsoft.com/office/excel/2006/main": "xm",
  "urn:schemas-microsoft-com:vml": "v",
  "urn:schemas-microsoft-com:office:word": "w10",
  "http://schemas.microsoft.com/office/2006/xmlPackage": "pkg",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
  "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
};

/** A relationship of one part of a package to another. */
export interface Relationship {
  readonly id: string;
  /** Last word of the relationship's type: `styles`, `worksheet`. */
  readonly type: string;
  /** Name of the part within the package. */
  readonly part: string;
}

/** An Office Open XML package: named parts and how they relate. Relationships that lead outside of the package do not exist here. */
export interface Package {
  /** Name of the main part. */
  readonly main: string;
  xml(part: string): XmlElement | null;
  relationships(part: string): readonly Relationship[];
}

/** Opens a package. */
export function openPackage(bytes: Uint8Array, language: Language): Package {
  const archive = openZip(bytes, language);
  const xml = (part: string) => readXml(archive, part, language);
  const relationships = (part: string) => relationshipsOf(part, xml);
  const main = mainPartOf(archive, language);
  if (main === null || !archive.has(main)) throw formatError("format.corrupt", { reason: noMainPart }, language);
  return { main, xml, relationships };
}

/**
 * Opens a package that is written as one XML file (Flat OPC). Parts that are not XML are ignored. Its main part is the one that
 * the relationships name or, where a program left these out, the one that is a document.
 */
export function openFlatPackage(bytes: Uint8Array, language: Language): Package {
  const parts = new Map<string, XmlElement>();
  for (const part of elementsOf(parseXml(bytes, { namespaces: NAMESPACES, language }))) {
    const name = resolve("", attributeOf(part, "pkg:name") ?? "");
    const [root] = elementsOf(childOf(part, "pkg:xmlData") ?? part);
    if (part.name !== "pkg:part" || root === undefined || root.name === "pkg:binaryData") continue;
    if (parts.has(name)) throw formatError("format.unsafe", { what: sameName }, language);
    parts.set(name, root);
  }
  const xml = (part: string) => parts.get(part) ?? null;
  const relationships = (part: string) => relationshipsOf(part, xml);
  const main = mainOf(relationships("")) ?? [...parts].find(([, root]) => root.name === "w:document")?.[0];
  if (main === undefined || !parts.has(main)) throw formatError("format.corrupt", { reason: noMainPart }, language);
  return { main, xml, relationships };
}

/** Name of the part that a package's relationships call the document, or `null` where they name none. */
export function mainPartOf(archive: Archive, language: Language): string | null {
  return mainOf(relationshipsOf("", (part) => readXml(archive, part, language))) ?? null;
}

function mainOf(relationships: readonly Relationship[]): string | undefined {
  return relationships.find(({ type }) => type === "officeDocument")?.part;
}

/** An XML part of a container, or `null` where there is none of that name. */
export function readXml(archive: Archive, part: string, language: Language): XmlElement | null {
  const bytes = archive.read(part);
  return bytes === null ? null : parseXml(bytes, { namespaces: NAMESPACES, language });
}

function relationshipsOf(part: string, xml: Package["xml"]): readonly Relationship[] {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const root = xml(`${folder}_rels/${part.slice(slash)}.rels`);
  if (root === null) return [];
  return elementsOf(root).flatMap((element) => {
    const target = attributeOf(element, "Target");
    if (element.name !== "rel:Relationship" || target === undefined || attributeOf(element, "TargetMode") === "External")
      return [];
    const type = attributeOf(element, "Type") ?? "";
    return [{ id: attributeOf(element, "Id") ?? "", type: type.slice(type.lastIndexOf("/") + 1), part: resolve(folder, target) }];
  });
}

/** The name of a part from a reference in a folder. It never names anything outside the package. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

const sameName: Sentence = { zh: "两个同名的部件", en: "two parts of one name" };
const noMainPart: Sentence = { zh: "其中没有正文", en: "it has no main document" };
