import type { Language, Sentence } from "../findings/finding.js";
import { formatError } from "./messages.js";
import { readXml } from "./office/parts.js";
import { attributeOf, elementsOf } from "./office/xml.js";
import { type Archive, openZip } from "./office/zip.js";

/** The kinds of file that can be read. */
export type Format = "docx" | "xlsx" | "html" | "text" | "json";

/** Bytes looked at to tell the kinds of text from each other, and text from everything else. */
const HEAD_BYTES = 64 * 1024;

/** A kind of file that cannot be read: how it is recognised, and what to do about it. */
interface Unreadable {
  readonly what: Sentence;
  readonly advice: Sentence;
}

/**
 * The format of a file, told by its content. The name, where there is one, only words the error.
 *
 * @throws DisclosureReportError `format.unsupported` for what cannot be read, with what to convert it to: `.doc`, `.xls`, `.wps`,
 * `.et`, `.odt`, `.ods`, `.pdf`, pictures, encrypted files and more; `format.corrupt`, `format.limit` or `format.unsafe` for
 * containers that are not right.
 * @example
 * ```ts
 * detectFormat(new TextEncoder().encode("<!DOCTYPE html><table></table>")); //=> "html"
 * detectFormat(new TextEncoder().encode('{"edition": "2021"}')); //=> "json"
 * ```
 */
export function detectFormat(bytes: Uint8Array, name: string | null = null, language: Language = "zh"): Format {
  if (startsWith(bytes, ZIP)) return detectZip(openZip(bytes, language), language);
  const unreadable = bytes.length === 0 ? EMPTY : startsWith(bytes, OLE) ? oleKind(bytes, name) : signatureKind(bytes);
  if (unreadable !== null) throw formatError("format.unsupported", unreadable, language);
  return detectText(bytes, language);
}

/** Refuses every file that is not of the format given. */
export function expectFormat(expected: "docx" | "xlsx", bytes: Uint8Array, language: Language): void {
  const found = detectFormat(bytes, null, language);
  if (found !== expected) throw formatError("format.unsupported", { what: FOUND[found], advice: READ_WITH[found] }, language);
}

const FOUND: Readonly<Record<Format, Sentence>> = {
  docx: { zh: "Word文件，应为.xlsx", en: "a Word file where .xlsx is expected" },
  xlsx: { zh: "Excel文件，应为.docx", en: "an Excel file where .docx is expected" },
  html: { zh: "网页，它不是Office文件", en: "a web page, which is no Office file" },
  text: { zh: "文本，它不是Office文件", en: "a text, which is no Office file" },
  json: { zh: "JSON，它不是Office文件", en: "JSON, which is no Office file" },
};

const readWith = (name: string): Sentence => ({ zh: `请用${name}读取。`, en: `Read it with ${name}.` });

const READ_WITH: Readonly<Record<Format, Sentence>> = {
  docx: readWith("readDocx"),
  xlsx: readWith("readXlsx"),
  html: readWith("readHtml"),
  text: readWith("readText"),
  json: readWith("parseReport"),
};

const ZIP = "PK\x03\x04";
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

function startsWith(bytes: Uint8Array, signature: string, offset = 0): boolean {
  for (let i = 0; i < signature.length; i++) if (bytes[offset + i] !== signature.charCodeAt(i)) return false;
  return true;
}

const saveAs = (extension: string): Sentence => ({
  zh: `请用WPS或Office打开，另存为${extension}后再读取。`,
  en: `Open it in WPS or Office and save it as ${extension}.`,
});

const DOCX_ADVICE = saveAs(".docx");
const XLSX_ADVICE = saveAs(".xlsx");
const RECOGNISE: Sentence = {
  zh: "图片里没有文字。请取得原来的Word、Excel或网页文件，或用文字识别（OCR）软件转为.docx并核对数字。",
  en: "There is no text in a picture. Get the original Word, Excel or web page, or turn it into .docx by text recognition (OCR) and check the figures.",
};
const PDF_ADVICE: Sentence = {
  zh: "请用WPS或Word打开并另存为.docx，再核对数字；扫描件须先做文字识别（OCR）。最好取得原来的Word、Excel或网页文件。",
  en: "Open it in WPS or Word, save it as .docx and check the figures; a scan needs text recognition (OCR) first. Better get the original Word, Excel or web page.",
};
const UNPACK: Sentence = {
  zh: "请先解压，再读取其中的年度报告文件（.docx、.xlsx、网页或文本）。",
  en: "Unpack it and read the report inside (.docx, .xlsx, a web page or text).",
};
const DECRYPT: Sentence = {
  zh: "请打开后取消密码，另存为.docx或.xlsx。",
  en: "Open it, remove the password and save it as .docx or .xlsx.",
};
const ORIGINAL: Sentence = {
  zh: "可以读取的是.docx、.xlsx、网页（HTML）、文本和JSON。",
  en: "What can be read: .docx, .xlsx, web pages (HTML), text and JSON.",
};

/** A file name or the like, the same in both languages. */
const kind = (zh: string, en: string, advice: Sentence): Unreadable => ({ what: { zh, en }, advice });

const EMPTY = kind("空文件", "an empty file", ORIGINAL);
const UNKNOWN = kind("这种文件，它不是文本", "this file, which is not text", ORIGINAL);
const ENCRYPTED_OFFICE = kind("加密的Office文件", "an encrypted Office file", DECRYPT);

/** Kinds of file that begin with a certain signature. */
const SIGNATURES: readonly (readonly [signature: string, offset: number, kind: Unreadable])[] = [
  ["%PDF-", 0, kind("PDF文件", "a PDF file", PDF_ADVICE)],
  ["\x89PNG\r\n", 0, kind("PNG图片", "a PNG picture", RECOGNISE)],
  ["\xff\xd8\xff", 0, kind("JPEG图片", "a JPEG picture", RECOGNISE)],
  ["II*\0", 0, kind("TIFF图片", "a TIFF picture", RECOGNISE)],
  ["MM\0*", 0, kind("TIFF图片", "a TIFF picture", RECOGNISE)],
  ["GIF8", 0, kind("GIF图片", "a GIF picture", RECOGNISE)],
  ["WEBP", 8, kind("WebP图片", "a WebP picture", RECOGNISE)],
  ["{\\rtf", 0, kind("RTF文件", "an RTF file", DOCX_ADVICE)],
  ["Rar!\x1a\x07", 0, kind("RAR压缩包", "a RAR archive", UNPACK)],
  ["7z\xbc\xaf\x27\x1c", 0, kind("7z压缩包", "a 7z archive", UNPACK)],
  ["\x1f\x8b", 0, kind("GZIP压缩包", "a GZIP archive", UNPACK)],
  ["PK\x05\x06", 0, kind("空的压缩包", "an empty archive", UNPACK)],
  ["PK\x07\x08", 0, kind("分卷压缩包", "an archive in several volumes", UNPACK)],
];

function signatureKind(bytes: Uint8Array): Unreadable | null {
  const match = SIGNATURES.find(([signature, offset]) => startsWith(bytes, signature, offset));
  if (match !== undefined) return match[2];
  // Text may well begin with BM; a bitmap's header has four zero bytes at 6.
  return startsWith(bytes, "BM") && startsWith(bytes, "\0\0\0\0", 6) ? kind("BMP图片", "a BMP picture", RECOGNISE) : null;
}

const OLE_ENTRY_BYTES = 128;
const OLE_NAME_BYTES = 64;

/** Streams by which the documents of an OLE compound file tell what they are. */
const OLE_STREAMS: readonly (readonly [stream: string, kind: Unreadable])[] = [
  ["EncryptedPackage", ENCRYPTED_OFFICE],
  [
    "WordDocument",
    kind("旧版Word文件（.doc）或WPS文字文件（.wps）", "an old Word file (.doc) or a WPS Writer file (.wps)", DOCX_ADVICE),
  ],
  [
    "Workbook",
    kind("旧版Excel文件（.xls）或WPS表格文件（.et）", "an old Excel file (.xls) or a WPS Spreadsheets file (.et)", XLSX_ADVICE),
  ],
  ["Book", kind("旧版Excel文件（.xls）", "an old Excel file (.xls)", XLSX_ADVICE)],
];

const OLE_NAMES: Readonly<Record<string, Unreadable>> = {
  doc: kind("旧版Word文件（.doc）", "an old Word file (.doc)", DOCX_ADVICE),
  xls: kind("旧版Excel文件（.xls）", "an old Excel file (.xls)", XLSX_ADVICE),
  wps: kind("WPS文字文件（.wps）", "a WPS Writer file (.wps)", DOCX_ADVICE),
  et: kind("WPS表格文件（.et）", "a WPS Spreadsheets file (.et)", XLSX_ADVICE),
};

/** Directory entries of a compound file are aligned, so they can be found without following its sector chains. */
function oleKind(bytes: Uint8Array, name: string | null): Unreadable {
  const found = new Set<string>();
  for (let at = 0; at + OLE_ENTRY_BYTES <= bytes.length; at += OLE_ENTRY_BYTES) {
    const length = (bytes[at + OLE_NAME_BYTES] ?? 0) - 2;
    if (length < 2 || length >= OLE_NAME_BYTES || bytes[at + OLE_NAME_BYTES + 1] !== 0) continue;
    if (OLE_INITIALS.has(bytes[at] ?? 0)) found.add(new TextDecoder("utf-16le").decode(bytes.subarray(at, at + length)));
  }
  const match = OLE_STREAMS.find(([stream]) => found.has(stream));
  if (match?.[1] === ENCRYPTED_OFFICE) return ENCRYPTED_OFFICE;
  return (
    OLE_NAMES[extensionOf(name)] ?? match?.[1] ?? kind("这种旧版Office文件", "this old Office file", saveAs(".docx / .xlsx"))
  );
}

const OLE_INITIALS: ReadonlySet<number> = new Set(OLE_STREAMS.map(([stream]) => stream.charCodeAt(0)));

function extensionOf(name: string | null): string {
  const dot = name?.lastIndexOf(".") ?? -1;
  return name === null || dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
}

/** The content types of main parts that can be read; templates and files with macros are read too, macros never. */
const MAIN_TYPES: readonly (readonly [pattern: RegExp, format: Format | Unreadable])[] = [
  [
    /^application\/(?:vnd\.openxmlformats-officedocument\.wordprocessingml|vnd\.ms-word)\.(?:document|template)\b.*\bmain\+xml$/i,
    "docx",
  ],
  [
    /^application\/(?:vnd\.openxmlformats-officedocument\.spreadsheetml|vnd\.ms-excel)\.(?:sheet|template)\b.*\bmain\+xml$/i,
    "xlsx",
  ],
  [/^application\/vnd\.ms-excel\.sheet\.binary\./i, kind("二进制Excel文件（.xlsb）", "a binary Excel file (.xlsb)", XLSX_ADVICE)],
  [/presentationml|ms-powerpoint/i, kind("演示文稿（.pptx）", "a presentation (.pptx)", ORIGINAL)],
];

/** Containers that say in an entry called `mimetype` what they are. */
const MIME_TYPES: readonly (readonly [type: string, kind: Unreadable])[] = [
  ["application/vnd.oasis.opendocument.text", kind("OpenDocument文本（.odt）", "an OpenDocument text (.odt)", DOCX_ADVICE)],
  [
    "application/vnd.oasis.opendocument.spreadsheet",
    kind("OpenDocument表格（.ods）", "an OpenDocument spreadsheet (.ods)", XLSX_ADVICE),
  ],
  ["application/epub", kind("电子书（.epub）", "an e-book (.epub)", ORIGINAL)],
  ["application/vnd.oasis.opendocument", kind("OpenDocument文件", "an OpenDocument file", saveAs(".docx / .xlsx"))],
];

function detectZip(archive: Archive, language: Language): Format {
  const found = zipKind(archive, language);
  if (typeof found === "string") return found;
  throw formatError("format.unsupported", found, language);
}

function zipKind(archive: Archive, language: Language): Format | Unreadable {
  const types = readXml(archive, "[Content_Types].xml", language);
  for (const override of types === null ? [] : elementsOf(types)) {
    const type = attributeOf(override, "ContentType") ?? "";
    const match = MAIN_TYPES.find(([pattern]) => pattern.test(type));
    if (match !== undefined) return match[1];
  }
  if (archive.has("OFD.xml")) return kind("OFD文件", "an OFD file", PDF_ADVICE);
  const mime = archive.has("mimetype") ? new TextDecoder().decode(archive.read("mimetype") ?? undefined) : "";
  return MIME_TYPES.find(([type]) => mime.startsWith(type))?.[1] ?? kind("压缩包", "an archive", UNPACK);
}

const HTML_TAG =
  /<(?:!doctype\s+html|html|head|meta|title|body|script|style|table|tbody|tr|td|div|span|p|br|h[1-6]|center|font)\b/i;

/** Documents that are text to a machine only. */
const MARKUP: readonly (readonly [pattern: RegExp, kind: Unreadable])[] = [
  [/^\s*(?:<\?xml[^>]*>\s*)?<\?mso-application\s+progid="Word/i, kind("Word 2003 XML文件", "a Word 2003 XML file", DOCX_ADVICE)],
  [
    /^\s*(?:<\?xml[^>]*>\s*)?<\?mso-application\s+progid="Excel/i,
    kind("Excel 2003 XML文件", "an Excel 2003 XML file", XLSX_ADVICE),
  ],
  [/^(?:[\w-]+:[^\n]*\n){0,20}?mime-version:/i, kind("网页归档文件（.mht）", "a web archive (.mht)", DOCX_ADVICE)],
];

function detectText(bytes: Uint8Array, language: Language): Format {
  const head = decodeHead(bytes.subarray(0, HEAD_BYTES));
  const markup = MARKUP.find(([pattern]) => pattern.test(head));
  if (markup !== undefined) throw formatError("format.unsupported", markup[1], language);
  if (head.includes("\0")) throw formatError("format.unsupported", UNKNOWN, language);
  if (/^\s*(?:\{\s*["}]|\[\s*[[{"\]])/.test(head)) return "json";
  return HTML_TAG.test(head) ? "html" : "text";
}

/** Enough of the text to see markup in: every encoding of Chinese text but UTF-16 keeps ASCII as it is. */
function decodeHead(head: Uint8Array): string {
  const utf16 = startsWith(head, "\xff\xfe") ? "utf-16le" : startsWith(head, "\xfe\xff") ? "utf-16be" : null;
  const text = new TextDecoder(utf16 ?? "latin1").decode(head);
  return text.replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, "");
}
