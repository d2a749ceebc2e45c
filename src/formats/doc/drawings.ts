import type { Fields } from "../compound/fields.js";
import { FRAMES, PICTURE } from "../compound/officeArt.js";
import { ANYWHERE, type Extent, type Reach } from "../docx/covered.js";

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

/** A shape of a drawing: its kind, by the numbers of OfficeArt and RTF, and whether it has a fill. */
export interface Shape {
  readonly kind: number;
  filled: boolean;
}

/**
 * How far a drawing of some shapes reaches that makes no room for itself; `null` for one that hides nothing. Where its place is not
 * known from its paragraph (`null`), a picture is let pass, as seals are, and so is a drawing of which the file does not say what it is.
 */
export function reachOf(shapes: readonly Shape[], place: Extent | null): Reach | null {
  const drawn = shapes.filter(({ kind }) => kind !== PICTURE);
  const isFilled = drawn.some(({ filled }) => filled);
  if (isFilled || drawn.some(({ kind }) => !FRAMES.has(kind))) return { ...(place ?? ANYWHERE), isLine: !isFilled };
  const isPicture = shapes.length === 0 || drawn.length < shapes.length;
  return place !== null && isPicture ? { ...place, isLine: false } : null;
}

/** Drawings in front of the text, by the number of the character that they hang on. `shapes`: what they are, by their numbers. */
export function drawingsOf(list: Fields, shapes: ReadonlyMap<number, readonly Shape[]>): ReadonlyMap<number, Reach> {
  const count = Math.max(Math.floor((list.length - 4) / (DRAWING_BYTES + 4)), 0);
  const found = new Map<number, Reach>();
  for (let i = 0; i < count; i += 1) {
    const at = (count + 1) * 4 + i * DRAWING_BYTES;
    const flags = list.u16(at + FLAGS_AT);
    if ((flags & BELOW) !== 0 || !NO_ROOM.has((flags >> WRAP_SHIFT) & 0xf)) continue;
    const fromParagraph = ((flags >> FROM_SHIFT) & 3) === FROM_TEXT;
    const place = fromParagraph ? { top: list.i32(at + TOP_AT), bottom: list.i32(at + BOTTOM_AT) } : null;
    const reach = reachOf(shapes.get(list.u32(at)) ?? [], place);
    if (reach !== null) found.set(list.u32(i * 4), reach);
  }
  return found;
}
