import { unzlibSync } from "fflate";

/** Most bytes of a `ToUnicode` table, and most codes in it; the rest is ignored. */
export const MAX_TABLE = 1_000_000;
const MAX_CODES = 100_000;

/**
 * The characters that a `ToUnicode` table assigns to more than one code. The table is the object at a place of
 * a file, which is given as bytes and as a text with a character for each; it is unpacked into `room`.
 */
export function saidTwice(file: string, bytes: Uint8Array, place: number, room: Uint8Array): ReadonlySet<string> {
  const said = new Set<string>();
  const twice = new Set<string>();
  for (const text of codesOf(tableAt(file, bytes, place, room)).values()) {
    if (said.has(text)) twice.add(text);
    said.add(text);
  }
  return twice;
}

function tableAt(file: string, bytes: Uint8Array, place: number, room: Uint8Array): string {
  const head = /^.*?stream\r?\n/s.exec(file.slice(place, place + 2000))?.[0];
  if (head === undefined) return "";
  const start = place + head.length;
  const end = file.indexOf("endstream", start);
  if (end < 0 || !head.includes("/Filter")) return file.slice(start, Math.max(start, end));
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(head)) return "";
  try {
    return new TextDecoder("latin1").decode(unzlibSync(bytes.subarray(start, end), { out: room }));
  } catch {
    // Cut off, or longer than any table: the engine reads it or does not.
    return "";
  }
}

const SECTION = /beginbf(char|range)(.*?)endbf/gs;
const CHAR = /<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>/g;
const RANGE = /<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])/g;

/** The character of each code. */
function codesOf(table: string): ReadonlyMap<number, string> {
  const codes = new Map<number, string>();
  const put = (code: number, text: string): void => {
    if (codes.size < MAX_CODES) codes.set(code, text);
  };
  for (const [, kind, body = ""] of table.matchAll(SECTION)) {
    if (kind === "char") for (const [, code = "", text = ""] of body.matchAll(CHAR)) put(Number.parseInt(code, 16), textOf(text));
    else
      for (const [, from = "", to = "", first, list] of body.matchAll(RANGE)) {
        const [start, end] = [Number.parseInt(from, 16), Number.parseInt(to, 16)];
        const texts = list?.match(/[0-9A-Fa-f]+/g) ?? undefined;
        const base = first === undefined ? Number.NaN : Number.parseInt(first, 16);
        for (let code = start; code <= Math.min(end, start + MAX_CODES); code += 1)
          put(code, texts === undefined ? String.fromCharCode(base + code - start) : textOf(texts[code - start] ?? ""));
      }
  }
  return codes;
}

/** A text in hexadecimal digits, four of them for each of its units. */
function textOf(hex: string): string {
  return (hex.replace(/\s/g, "").match(/.{1,4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");
}
