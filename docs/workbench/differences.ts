/**
 * The PDF engine holds long tables of 16-bit numbers that rise from one to the next. As differences they are much the same, and
 * LZMA takes a sixth more off them. Each block of bytes is kept as it is, or as the differences between numbers that stand so many
 * apart; how is said for each of them in front of all blocks.
 */

/** Bytes in a block: a table is longer than that. */
export const BLOCK = 4096;

/** How a block is kept: the distance between the two numbers of a difference, and whether numbers start at an odd byte. */
export interface Way {
  readonly apart: number;
  readonly odd: 0 | 1;
}

/** Every way but the first, which is to leave a block as it is: tables have rows of one to six numbers. */
export const WAYS: readonly Way[] = [1, 2, 3, 4, 6].flatMap((apart): Way[] => [
  { apart, odd: 0 },
  { apart, odd: 1 },
]);

/** The bytes as they were before. */
export function restored(stored: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil(stored.length / (BLOCK + 1));
  const bytes = stored.slice(blocks);
  for (let block = 0; block < blocks; block += 1) {
    const way = WAYS[(stored[block] ?? 0) - 1];
    if (way === undefined) continue;
    const end = Math.min((block + 1) * BLOCK, bytes.length);
    for (let at = block * BLOCK + way.odd + 2 * way.apart; at + 1 < end; at += 2) {
      const sum = numberAt(bytes, at) + numberAt(bytes, at - 2 * way.apart);
      bytes[at] = sum & 0xff;
      bytes[at + 1] = (sum >> 8) & 0xff;
    }
  }
  return bytes;
}

const numberAt = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);

/** A block with differences in place of its numbers. */
export function asDifferences(block: Uint8Array, { apart, odd }: Way): Uint8Array {
  const made = Uint8Array.from(block);
  for (let at = odd + 2 * apart; at + 1 < block.length; at += 2) {
    const difference = numberAt(block, at) - numberAt(block, at - 2 * apart);
    made[at] = difference & 0xff;
    made[at + 1] = (difference >> 8) & 0xff;
  }
  return made;
}
