import { isUtf8 } from "node:buffer";

/*
 * Names of files are bytes, and what Chinese Windows packed is often GBK. Node reads names as UTF-8 and cannot find the others again.
 * Such a name is kept as text all the same: each byte that is not ASCII is a lone surrogate, which no text has.
 */

const FIRST_ESCAPE = 0xdc00;
const ESCAPED = /[\udc80-\udcff]/u;

/** A name as a text that no other name has. */
export function nameOfBytes(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let name = "";
  for (const byte of bytes) name += String.fromCharCode(byte < 0x80 ? byte : FIRST_ESCAPE + byte);
  return name;
}

/** A path as the system has to be given it. */
export function diskPath(path: string): string | Buffer {
  return ESCAPED.test(path) ? bytesOf(path) : path;
}

/** A path as people read it. */
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
