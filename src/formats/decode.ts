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

/**
 * The text of a document's bytes. A byte order mark decides; then strict UTF-8; then the charset that is declared, outside
 * or in the first bytes of the page; then GB18030, in which every page of an agency in an older encoding can be read.
 * The labels gb2312 and gbk mean GB18030. Never throws; bytes that mean nothing become U+FFFD.
 *
 * @example
 * ```ts
 * decodeText(new Uint8Array([0xd6, 0xd0, 0xb9, 0xfa])); //=> "中国"
 * decodeText(new Uint8Array([0xe4, 0xb8, 0xad])); //=> "中"
 * ```
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): string {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const utf8 = decodeStrictly(bytes, "utf-8");
  if (utf8 !== null) return utf8;
  for (const label of [options.charset, declaredCharset(bytes)]) {
    if (label === undefined) continue;
    const text = decodeStrictly(bytes, resolveLabel(label));
    if (text !== null) return text;
  }
  return new TextDecoder(FALLBACK).decode(bytes);
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

function resolveLabel(label: string): string {
  const name = label.trim().toLowerCase();
  return GB_LABELS.has(name) ? FALLBACK : name;
}

/** `null` for a charset that is not known, and for bytes that are not of it. */
function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
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
