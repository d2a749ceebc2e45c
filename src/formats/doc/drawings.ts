import type { Fields } from "../compound/fields.js";
import type { Reach } from "../docx/covered.js";

/** Bytes of an entry in the list of drawings: its number, its four edges, its flags. */
const DRAWING_BYTES = 26;
const TOP_AT = 8;
const BOTTOM_AT = 16;
const FLAGS_AT = 20;

/** Bits of the flags: the origin of its vertical position, how text wraps around it, whether it is below the text. */
const FROM_SHIFT = 3;
const FROM_TEXT = 2;
const WRAP_SHIFT = 5;
const BELOW = 0x4000;

/** How text goes around a drawing that makes no room for itself, in files of Word and in RTF. */
export const NO_ROOM: ReadonlySet<number> = new Set([3, 5]);

/** Drawings in front of the text whose place is stated from their paragraph, by the number of the character that they hang on. */
export function drawingsOf(list: Fields): ReadonlyMap<number, Reach> {
  const count = Math.max(Math.floor((list.length - 4) / (DRAWING_BYTES + 4)), 0);
  const found = new Map<number, Reach>();
  for (let i = 0; i < count; i += 1) {
    const at = (count + 1) * 4 + i * DRAWING_BYTES;
    const flags = list.u16(at + FLAGS_AT);
    const hides = (flags & BELOW) === 0 && NO_ROOM.has((flags >> WRAP_SHIFT) & 0xf);
    if (!hides || ((flags >> FROM_SHIFT) & 3) !== FROM_TEXT) continue;
    // The kind of the drawing is stored elsewhere and is not read.
    found.set(list.u32(i * 4), { top: list.i32(at + TOP_AT), bottom: list.i32(at + BOTTOM_AT), isLine: false });
  }
  return found;
}
