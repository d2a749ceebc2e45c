import type { Line } from "../batch/lines.js";
import { type ByteRange, linesOfRange, type ReadBytes } from "../batch/ranges.js";
import { openRegular } from "./openFile.js";

/** Reads an open file through one shared buffer: a line is valid only until the next is read. */
export function fileReader(file: {
  read(buffer: Uint8Array, offset: number, length: number, position: number): Promise<{ readonly bytesRead: number }>;
}): ReadBytes {
  let buffer = new Uint8Array(0);
  return async (start, length) => {
    if (buffer.length < length) buffer = new Uint8Array(length);
    const { bytesRead } = await file.read(buffer, 0, length, start);
    return buffer.subarray(0, bytesRead);
  };
}

/**
 * The lines of an NDJSON file that begin in a byte range, or all of them. A line is valid only until the next is
 * requested: its bytes are not kept.
 */
export async function* linesOfFile(path: string, range?: ByteRange): AsyncGenerator<Line, number, undefined> {
  const file = await openRegular(path);
  try {
    return yield* linesOfRange(fileReader(file), range ?? { start: 0, end: (await file.stat()).size });
  } finally {
    await file.close();
  }
}
