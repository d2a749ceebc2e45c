import { bytesOf } from "./content.js";

/** The last resort. GB18030 holds GBK and GB2312, so it is also what those labels mean, as browsers have it. */
const FALLBACK = "gb18030";

const GB_LABELS: ReadonlySet<string> = new Set([
  "gb2312",
  "gbk",
  "gb_2312-80",
  "gb2312-80",
  "csgb2312",
  "x-gbk",
  "gb18030",
  "chinese",
]);

/** How far into a page a declaration of its charset is looked for, in bytes. */
export const MAX_CHARSET_SEARCH = 4096;

/** Options of {@link decodeText}. */
export interface DecodeOptions {
  /** The charset that something outside of the document declares, such as an HTTP header. */
  readonly charset?: string;
}

/** The text of a document's bytes, and how it was decoded. */
export interface Decoded {
  readonly text: string;
  /** Name of the encoding, as the web platform has it. */
  readonly encoding: string;
  /** Replacement characters (U+FFFD) for bytes that are invalid in the encoding: the file is damaged there. */
  readonly damaged: number;
}

/**
 * The text of a document's bytes. A byte order mark decides; then strict UTF-8; then UTF-16, where every second byte of ASCII
 * signs is zero; then UTF-8 with a few broken bytes, where it is declared or nearly all of the file is UTF-8; then the charset that
 * is declared, outside or in the first bytes of the page, unless it has no Chinese characters; then GB18030, in which every page
 * of an agency in an older encoding can be read. The labels gb2312 and gbk mean GB18030. Bytes that mean nothing become U+FFFD.
 *
 * @throws `DisclosureReportError` `format.unsupported` for what holds no bytes.
 *
 * @example
 * ```ts
 * decodeText(new Uint8Array([0xd6, 0xd0, 0xb9, 0xfa])); //=> "中国"
 * decodeText(new Uint8Array([0xe4, 0xb8, 0xad])); //=> "中"
 * ```
 */
export function decodeText(bytes: Uint8Array | ArrayBuffer, options?: DecodeOptions): string {
  options ??= {};
  return decodeBytes(bytesOf(bytes), options).text;
}

/** As {@link decodeText}, with what had to be done to read the bytes. */
export function decodeBytes(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return decodeLeniently(bytes, marked);
  const utf8 = decodeStrictly(bytes, "utf-8");
  const wide = utf8 === null || utf8.includes("\0") ? utf16WithoutMark(bytes) : null;
  if (wide !== null) return decodeLeniently(bytes, wide);
  if (utf8 !== null) return { text: utf8, encoding: "utf-8", damaged: 0 };
  const labels = [options.charset, declaredCharset(bytes)].map((label) => (label === undefined ? null : resolveLabel(label)));
  if (isBrokenUtf8(bytes, labels.includes("utf-8") || labels.includes("utf8"))) return decodeLeniently(bytes, "utf-8");
  for (const label of labels) {
    if (label === null) continue;
    const text = decodeStrictly(bytes, label);
    if (text !== null) return { text, encoding: label, damaged: 0 };
  }
  return decodeLeniently(bytes, FALLBACK);
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

function decodeLeniently(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, damaged: text.includes("\ufffd") ? text.split("\ufffd").length - 1 : 0 };
}

/** Number of bytes inspected to detect UTF-16 without a byte order mark. */
const UTF16_SAMPLE_BYTES = 64 * 1024;

/** Signs of Chinese text: ASCII, Chinese punctuation, the common characters, full-width forms. */
const CHINESE_TEXT = /[\t\n\r\x20-\x7e\u2010-\u203b\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g;

/** Share of such signs that a text has at least. */
const LEAST_TEXT_SHARE = 0.9;

/** The byte order of UTF-16 text without a mark, or `null` for other bytes. UTF-16 is recognized by its zero bytes: UTF-8 and GB18030 have none. */
export function utf16WithoutMark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, UTF16_SAMPLE_BYTES & ~1);
  if (!sample.includes(0)) return null;
  for (const label of ["utf-16le", "utf-16be"] as const) {
    const text = new TextDecoder(label).decode(sample);
    if (text.includes("\0")) continue;
    if ((text.match(CHINESE_TEXT)?.length ?? 0) >= text.length * LEAST_TEXT_SHARE) return label;
  }
  return null;
}

/** Characters of several bytes for each broken place: by chance a text in GB18030 has no more of them than broken places. */
const CHARACTERS_PER_BREAK = { declared: 2, undeclared: 20 } as const;

/** Whether bytes are UTF-8 but for a few that are broken. */
function isBrokenUtf8(bytes: Uint8Array, declared: boolean): boolean {
  let characters = 0;
  let breaks = 0;
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    at += 1;
    if (first < 0x80) continue;
    const more = first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
    let found = 0;
    while (found < more && first < 0xf5 && ((bytes[at + found] ?? 0) & 0xc0) === 0x80) found += 1;
    at += found;
    if (more > 0 && found === more) characters += 1;
    else breaks += 1;
  }
  return characters >= breaks * (declared ? CHARACTERS_PER_BREAK.declared : CHARACTERS_PER_BREAK.undeclared);
}

function resolveLabel(label: string): string {
  const name = label.trim().toLowerCase();
  return GB_LABELS.has(name) ? FALLBACK : name;
}

/** What is declared of pages whose charset nobody knew. It has no Chinese characters, so no report is in it. */
const WESTERN = "windows-1252";

/** `null` for a charset that is not known or has no Chinese characters, and for bytes that are not of it. */
function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return decoder.encoding === WESTERN ? null : decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** The charset in a `<meta>` or an XML declaration, both of which are ASCII in every encoding in question. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  let head = "";
  const end = Math.min(bytes.length, MAX_CHARSET_SEARCH);
  for (let i = 0; i < end; i += 1) head += String.fromCharCode(bytes[i] ?? 0);
  return /(?:charset|encoding)\s{0,8}=\s{0,8}["']?\s{0,8}([\w.:-]{1,40})/i.exec(head)?.[1];
}
