import { neededOptions } from "../findings/error.js";
import { type Line, LineSplitter } from "./lines.js";

/** Bytes of a file from `start` to `end`, exclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Splits a file of `size` bytes into ranges of about the same length, for workers that read one each. A line belongs to the range
 * in which it begins, see {@link linesOfRange}: so every line is read once, wherever the cuts fall.
 *
 * @example
 * ```ts
 * splitRanges(10, 4); //=> [{ start: 0, end: 4 }, { start: 4, end: 8 }, { start: 8, end: 10 }]
 * ```
 */
export function splitRanges(size: number, length: number): readonly ByteRange[] {
  const step = Math.max(1, Math.floor(length));
  return Array.from({ length: Math.ceil(size / step) }, (_, i) => ({ start: i * step, end: Math.min((i + 1) * step, size) }));
}

/** Reads bytes of a file; fewer at its end. */
export type ReadBytes = (start: number, length: number) => Uint8Array | Promise<Uint8Array>;

/** Bytes that are read at a time. */
const STEP = 256 * 1024;

const NEWLINE = 0x0a;

/**
 * The lines that begin in a range of a file; the last one may end beyond the range. They are numbered from 1 within the range;
 * `count`, when all have been read, is how many there were, blank ones included.
 *
 * @example
 * ```ts
 * const file = new TextEncoder().encode('{"a":1}\n{"b":2}\n{"c":3}\n');
 * const read = (start: number, length: number) => file.slice(start, start + length);
 * const texts: string[] = [];
 * for await (const { bytes } of linesOfRange(read, { start: 4, end: 12 })) texts.push(new TextDecoder().decode(bytes ?? undefined));
 * texts; //=> ['{"b":2}']
 * ```
 */
export async function* linesOfRange(read: ReadBytes, range: ByteRange): AsyncGenerator<Line, number, undefined> {
  const { start, end } = neededOptions(range, "start");
  const splitter = new LineSplitter();
  // The byte before the range tells whether a line begins with it.
  let at = start === 0 ? 0 : start - 1;
  let skipping = start > 0;
  for (;;) {
    const piece = await read(at, Math.max(1, Math.min(STEP, at < end ? end - at : STEP)));
    if (piece.length === 0) break;
    let from = 0;
    if (skipping) {
      const first = piece.indexOf(NEWLINE);
      from = first === -1 ? piece.length : first + 1;
      skipping = first === -1;
      // No line begins in a range that lies within one.
      if (skipping ? at + piece.length >= end : at + from >= end) return 0;
    }
    const stop = at + piece.length >= end ? piece.indexOf(NEWLINE, Math.max(from, end - 1 - at)) : -1;
    if (stop !== -1) {
      yield* splitter.push(piece.subarray(from, stop + 1));
      return splitter.count;
    }
    if (from < piece.length) yield* splitter.push(piece.subarray(from));
    at += piece.length;
  }
  yield* splitter.end();
  return splitter.count;
}
