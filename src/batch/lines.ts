/** Longest line of NDJSON that is read, in bytes. A report has some 10,000. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** A line of NDJSON that is not blank. */
export interface Line {
  /** Number of the line, from 1, blank ones included. */
  readonly number: number;
  /** Its content without the line break; `null` for a line of more than {@link MAX_LINE_BYTES}, which is not kept. */
  readonly bytes: Uint8Array | null;
}

/** A text in chunks, as strings or bytes, synchronous or not. */
export type TextSource = Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;

const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/**
 * Splits a text that comes in chunks of any size into lines: only whole lines are yielded, and at most one line is kept.
 * Line breaks are `\n` or `\r\n`; a leading byte order mark is skipped; blank lines are counted and left out.
 */
export class LineSplitter {
  #number: number;
  #first = true;
  /** The chunks of the current, incomplete line. */
  #open: Uint8Array[] = [];
  #length = 0;

  /** @param number - how many lines precede the text. */
  constructor(number = 0) {
    this.#number = number;
  }

  /** Number of lines so far. */
  get count(): number {
    return this.#number;
  }

  /** The lines that end in the next chunk. They are views into it. */
  *push(piece: Uint8Array): Generator<Line, void, undefined> {
    let from = 0;
    for (;;) {
      const end = piece.indexOf(NEWLINE, from);
      if (end === -1) break;
      yield* this.#line(piece.subarray(from, end));
      from = end + 1;
    }
    if (from < piece.length) this.#keep(piece.slice(from));
  }

  /** The text after the last line break. */
  *end(): Generator<Line, void, undefined> {
    if (this.#length > 0) yield* this.#line(NOTHING);
  }

  #keep(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length > MAX_LINE_BYTES) this.#open = [];
    else this.#open.push(piece);
  }

  *#line(rest: Uint8Array): Generator<Line, void, undefined> {
    this.#number += 1;
    const length = this.#length + rest.length;
    const whole = length > MAX_LINE_BYTES ? null : this.#length === 0 ? rest : joined([...this.#open, rest], length);
    this.#open = [];
    this.#length = 0;
    if (whole === null) {
      this.#first = false;
      yield { number: this.#number, bytes: null };
      return;
    }
    const bytes = trimmed(this.#first && BYTE_ORDER_MARK.every((byte, i) => whole[i] === byte) ? whole.subarray(3) : whole);
    this.#first = false;
    if (bytes.length > 0) yield { number: this.#number, bytes };
  }
}

const NOTHING = /* @__PURE__ */ new Uint8Array(0);

/** Concatenates chunks of `length` bytes in all. */
export function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** A line without leading and trailing JSON white space. */
function trimmed(bytes: Uint8Array): Uint8Array {
  let from = 0;
  let end = bytes.length;
  while (from < end && isSpace(bytes[from])) from += 1;
  while (end > from && isSpace(bytes[end - 1])) end -= 1;
  return from === 0 && end === bytes.length ? bytes : bytes.subarray(from, end);
}

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0d;

/**
 * The lines of a text that comes in chunks of any size, as text or as bytes.
 *
 * @example
 * ```ts
 * const lines: number[] = [];
 * for await (const { number, bytes } of splitLines(['{"edition":', '"2021"}\n\n{}'])) lines.push(number, bytes?.length ?? 0);
 * lines; //=> [1, 18, 3, 2]
 * ```
 */
export async function* splitLines(source: TextSource): AsyncGenerator<Line, void, undefined> {
  const splitter = new LineSplitter();
  const encoder = new TextEncoder();
  for await (const piece of source) yield* splitter.push(typeof piece === "string" ? encoder.encode(piece) : piece);
  yield* splitter.end();
}
