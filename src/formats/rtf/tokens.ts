/** A piece of RTF: a brace, a control word with its number, or bytes of text. */
export type RtfToken =
  | { readonly kind: "open" | "close" }
  | { readonly kind: "word"; readonly name: string; readonly value: number | null }
  | { readonly kind: "byte"; readonly byte: number }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };

/** Longest name of a control word, and most digits of its number. */
const MAX_WORD = 32;
const MAX_DIGITS = 10;

const code = (char: string): number => char.charCodeAt(0);
const OPEN = code("{");
const CLOSE = code("}");
const BACKSLASH = code("\\");
const QUOTE = code("'");
const MINUS = code("-");
const SPACE = code(" ");
const CR = code("\r");
const LF = code("\n");

/** Cuts RTF into pieces. Line breaks of the file mean nothing; what `\bin` announces is left out. */
export function* tokensOf(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === OPEN || byte === CLOSE) {
      yield { kind: byte === OPEN ? "open" : "close" };
      at += 1;
    } else if (byte === CR || byte === LF || byte === 0) at += 1;
    else if (byte !== BACKSLASH) {
      const from = at;
      while (at < bytes.length && !isSpecial(bytes[at] ?? 0)) at += 1;
      yield { kind: "bytes", bytes: bytes.subarray(from, at) };
    } else {
      const next = bytes[at + 1];
      if (next === undefined) return;
      if (next === QUOTE) {
        const digits = String.fromCharCode(bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
        if (/^[0-9a-f]{2}$/i.test(digits)) {
          yield { kind: "byte", byte: Number.parseInt(digits, 16) };
          at += 4;
        } else at += 2;
      } else if (!isLetter(next)) {
        yield { kind: "word", name: String.fromCharCode(next), value: null };
        at += 2;
      } else {
        const word = wordAt(bytes, at + 1);
        at = word.end;
        if (word.name === "bin") at += Math.max(word.value ?? 0, 0);
        else yield { kind: "word", name: word.name, value: word.value };
      }
    }
  }
}

function isSpecial(byte: number): boolean {
  return byte === OPEN || byte === CLOSE || byte === BACKSLASH || byte === CR || byte === LF || byte === 0;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function wordAt(
  bytes: Uint8Array,
  start: number,
): { readonly name: string; readonly value: number | null; readonly end: number } {
  let at = start;
  let name = "";
  while (isLetter(bytes[at] ?? 0) && name.length < MAX_WORD) {
    name += String.fromCharCode(bytes[at] ?? 0);
    at += 1;
  }
  const negative = bytes[at] === MINUS && isDigit(bytes[at + 1] ?? 0);
  let digits = "";
  for (let digit = negative ? at + 1 : at; isDigit(bytes[digit] ?? 0) && digits.length < MAX_DIGITS; digit += 1) {
    digits += String.fromCharCode(bytes[digit] ?? 0);
    at = digit + 1;
  }
  if (bytes[at] === SPACE) at += 1;
  return { name, value: digits === "" ? null : Number(digits) * (negative ? -1 : 1), end: at };
}
