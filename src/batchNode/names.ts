import { isUtf8 } from "node:buffer";

/*
 * File names are bytes; archives made on Chinese Windows often contain GBK. Node decodes names as UTF-8 and cannot find other ones again.
 * Such a name is kept as text: each non-ASCII byte becomes a lone surrogate, which valid text never contains.
 */

const FIRST_ESCAPE = 0xdc00;
const ESCAPED = /[\udc80-\udcff]/u;

/** A file name as text, reversibly. */
export function nameOfBytes(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let name = "";
  for (const byte of bytes) name += String.fromCharCode(byte < 0x80 ? byte : FIRST_ESCAPE + byte);
  return name;
}

/** The path to pass to the file system. */
export function diskPath(path: string): string | Buffer {
  return ESCAPED.test(path) ? bytesOf(path) : path;
}

/** A path for display. */
export function shownPath(path: string): string {
  return path
    .split("/")
    .map((part) => (ESCAPED.test(part) ? new TextDecoder("gb18030").decode(bytesOf(part)) : part))
    .join("/");
}

function bytesOf(path: string): Buffer {
  const parts = [...path].map((char) => {
    const code = char.codePointAt(0) ?? 0;
    return ESCAPED.test(char) ? Buffer.from([code - FIRST_ESCAPE]) : Buffer.from(char, "utf8");
  });
  return Buffer.concat(parts);
}
