import type { Language, Sentence } from "../findings/finding.js";
import { COMPOUND_SIGNATURE, openCompound } from "./compound/compound.js";
import { bytesOf } from "./content.js";
import { isCsv } from "./csv/isCsv.js";
import { utf16WithoutMark } from "./decode.js";
import {
  BEGINNINGS,
  type Format,
  type KindId,
  kinds,
  MAIN_TYPES,
  MARKING_ENTRIES,
  MIME_TYPES,
  OLE_EXTENSIONS,
  OLE_STREAMS,
  ROOTS,
  SIGNATURES,
} from "./kinds.js";
import { formatError } from "./messages.js";
import { mainPartOf, readXml } from "./office/parts.js";
import { attributeOf, elementsOf } from "./office/xml.js";
import { type Archive, openZip, startOfZip } from "./office/zip.js";

export type { Format } from "./kinds.js";

/** Number of bytes inspected to distinguish the kinds of text from each other and from binary files. */
const HEAD_BYTES = 64 * 1024;

/**
 * The format of a file, determined by its content. The name is used in the error message only.
 *
 * @throws DisclosureReportError `format.unsupported` for what cannot be read, with what to convert it to; `format.corrupt`,
 * `format.limit` or `format.unsafe` for containers that are not right.
 * @example
 * ```ts
 * detectFormat(new TextEncoder().encode("<!DOCTYPE html><table></table>")); //=> "html"
 * detectFormat(new TextEncoder().encode('{"edition": "2021"}')); //=> "json"
 * ```
 */
export function detectFormat(file: Uint8Array | ArrayBuffer, name?: string | null, language?: Language): Format {
  language ??= "zh";
  const kind = kindOf(bytesOf(file, language), name ?? null, language);
  if (isFormat(kind)) return kind;
  throw formatError("format.unsupported", { what: kinds[kind].what, advice: adviceOn(kind) }, language);
}

/** A file that must be in one of some formats: which one, and its bytes. Any other is refused: what it is, and what reads it. */
export function expectFormat<F extends Format>(
  expected: readonly [F, ...F[]],
  file: Uint8Array | ArrayBuffer,
  language: Language,
): { readonly format: F; readonly bytes: Uint8Array } {
  const bytes = bytesOf(file, language);
  const found = detectFormat(bytes, null, language);
  const format = expected.find((each) => each === found);
  if (format !== undefined) return { format, bytes };
  const what: Sentence = {
    zh: `${kinds[found].what.zh}，应为${kinds[expected[0]].what.zh}`,
    en: `${kinds[found].what.en} where ${kinds[expected[0]].what.en} is expected`,
  };
  throw formatError("format.unsupported", { what, advice: adviceOn(found) }, language);
}

function isFormat(kind: KindId): kind is Format {
  return "reader" in kinds[kind];
}

function adviceOn(id: KindId): Sentence {
  const kind = kinds[id];
  if ("advice" in kind) return kind.advice;
  return { zh: `请用${kind.reader}读取。`, en: `Read it with ${kind.reader}.` };
}

function kindOf(bytes: Uint8Array, name: string | null, language: Language): KindId {
  if (bytes.length === 0) return "empty";
  if (startsWith(bytes, COMPOUND_SIGNATURE)) return oleKind(bytes, name, language);
  const signature = SIGNATURES.find(([sign, offset]) => startsWith(bytes, sign, offset));
  if (signature !== undefined) return signature[2];
  // Text may well begin with BM; a bitmap's header has four zero bytes at 6.
  if (startsWith(bytes, "BM") && startsWith(bytes, "\0\0\0\0", 6)) return "bmp";
  if (startOfZip(bytes) !== null) return zipKind(openZip(bytes, language), language);
  return textKind(bytes);
}

function startsWith(bytes: Uint8Array, signature: string, offset = 0): boolean {
  for (let i = 0; i < signature.length; i++) if (bytes[offset + i] !== signature.charCodeAt(i)) return false;
  return true;
}

function oleKind(bytes: Uint8Array, name: string | null, language: Language): KindId {
  const file = openCompound(bytes, language);
  return OLE_STREAMS.find(([stream]) => file.has(stream))?.[1] ?? OLE_EXTENSIONS.get(extensionOf(name)) ?? "oldOffice";
}

function extensionOf(name: string | null): string {
  const dot = name?.lastIndexOf(".") ?? -1;
  return name === null || dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
}

function zipKind(archive: Archive, language: Language): KindId {
  const type = mainType(archive, language);
  const main = type === null ? undefined : MAIN_TYPES.find(([pattern]) => pattern.test(type));
  if (main !== undefined) return main[1];
  const marked = MARKING_ENTRIES.find(([entry]) => archive.has(entry));
  if (marked !== undefined) return marked[1];
  const mime = archive.has("mimetype") ? new TextDecoder().decode(archive.read("mimetype") ?? undefined) : "";
  return MIME_TYPES.find(([start]) => mime.startsWith(start))?.[1] ?? "zip";
}

/**
 * The content type of the main part: the part that the package's relationships name. Where they name none, the first type that
 * a main part can have, so that a damaged package is still named.
 */
function mainType(archive: Archive, language: Language): string | null {
  const root = readXml(archive, "[Content_Types].xml", language);
  if (root === null) return null;
  const types = elementsOf(root);
  const main = mainPartOf(archive, language)?.toLowerCase() ?? null;
  if (main === null || !archive.has(main)) {
    const known = types.map((element) => attributeOf(element, "ContentType") ?? "");
    return known.find((type) => MAIN_TYPES.some(([pattern]) => pattern.test(type))) ?? null;
  }
  const typeWhere = (element: "ct:Override" | "ct:Default", attribute: string, value: string): string | undefined => {
    const found = types.find(({ name, attributes }) => name === element && attributes[attribute]?.toLowerCase() === value);
    return attributeOf(found, "ContentType");
  };
  return (
    typeWhere("ct:Override", "PartName", `/${main}`) ??
    typeWhere("ct:Override", "PartName", main) ??
    typeWhere("ct:Default", "Extension", extensionOf(main)) ??
    null
  );
}

/** Markup that only a web page has, at any position. */
const PAGE_TAG = /<(?:!doctype\s+html|html|head|meta|title|body|script|style|table|tbody|tr|td)\b/i;

/** What a page has, and what people also put into a text or Markdown. */
const ANY_TAG = /^\s*<(?:div|span|p|br|h[1-6]|center|font|b|strong|ul|ol|section|article|main|a)\b/i;

/** A line of a Markdown table. */
const BAR_LINE = /^[ \t]*\|.*\|[ \t]*$/m;

function textKind(bytes: Uint8Array): KindId {
  const start = beginOfText(bytes);
  const head = decodeHead(bytes.subarray(start, start + HEAD_BYTES));
  const known = rootKind(head) ?? BEGINNINGS.find(([pattern]) => pattern.test(head))?.[1];
  if (known !== undefined) return known;
  const page = PAGE_TAG.test(head) || (ANY_TAG.test(head) && !BAR_LINE.test(head));
  if (isBinary(head, page)) return "binary";
  if (page) return "html";
  return isCsv(head) ? "csv" : "text";
}

const SPACES = " \t\r\n";

/** Where the empty space that a program may have left before a text ends, in whole pairs of bytes, for UTF-16. */
function beginOfText(bytes: Uint8Array): number {
  const start = bytes.findIndex((byte) => !SPACES.includes(String.fromCharCode(byte)));
  return start < 0 ? 0 : start - (start % 2);
}

/** Least number of characters per zero byte in a text: a program may leave a single one, binary files have many. */
const SIGNS_PER_ZERO = 100;

function isBinary(head: string, page: boolean): boolean {
  const zeros = head.split("\0").length - 1;
  return zeros > 0 && !page && zeros * SIGNS_PER_ZERO > head.length;
}

/** What may precede a root element: an XML declaration, processing instructions, comments, a document type. */
const PROLOGUE = /^\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*|<![a-z][^>]*>\s*)*/i;

/** A root element: prefix, name, the rest of its tag. */
const ROOT = /^<(?:([\w.-]+):)?([\w.-]+)((?:\s[^>]*)?)>/;

function rootKind(head: string): KindId | undefined {
  const [, prefix, name, attributes = ""] = ROOT.exec(head.slice(PROLOGUE.exec(head)?.[0].length ?? 0)) ?? [];
  if (name === undefined) return undefined;
  const declared = namespaceOf(attributes, prefix);
  return ROOTS.find(
    ([namespace, root, contains]) => root === name && namespace.test(declared) && attributes.includes(contains),
  )?.[3];
}

function namespaceOf(attributes: string, prefix: string | undefined): string {
  const declaration = prefix === undefined ? "xmlns" : `xmlns:${prefix}`;
  for (const [, name, double, single] of attributes.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name === declaration) return double ?? single ?? "";
  }
  return "";
}

/** Enough of the text to see markup in: every encoding of Chinese text but UTF-16 keeps ASCII as it is. */
function decodeHead(head: Uint8Array): string {
  const utf16 = startsWith(head, "\xff\xfe") ? "utf-16le" : startsWith(head, "\xfe\xff") ? "utf-16be" : utf16WithoutMark(head);
  const text = new TextDecoder(utf16 ?? "latin1").decode(head);
  return text.replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, "");
}
