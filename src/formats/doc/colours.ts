import type { Fill } from "../colours.js";
import type { Fields } from "../compound/fields.js";

/** The colours that old files name by number; 0 and what is not in the list is the colour that the program chooses. */
const NUMBERED: readonly string[] = [
  "auto",
  "000000",
  "0000FF",
  "00FFFF",
  "00FF00",
  "FF00FF",
  "FF0000",
  "FFFF00",
  "FFFFFF",
  "000080",
  "008080",
  "008000",
  "800080",
  "800000",
  "808000",
  "808080",
  "C0C0C0",
];

/** A colour by its number: six hex digits, or `auto`. */
export function numberedColour(number: number): string {
  return NUMBERED[number] ?? "auto";
}

/** Marks a colour that the program chooses. */
const AUTO = 0xff;

/** A colour of four bytes (COLORREF): six hex digits, or `auto`. */
export function colourAt(list: Fields, at: number): string {
  if (list.u8(at + 3) === AUTO) return "auto";
  return [0, 1, 2]
    .map((i) =>
      list
        .u8(at + i)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")
    .toUpperCase();
}

export const SHADING_BYTES = 10;
export const OLD_SHADING_BYTES = 2;

/** The colour behind a text, as a shading (SHD) states it: colours before and behind, and a pattern. */
export function fillAt(list: Fields, at: number): Fill {
  return fillOf(colourAt(list, at), colourAt(list, at + 4), list.u16(at + 8));
}

/** The same as Word 97 states it (SHD80): two numbered colours and a pattern in 16 bits. */
export function oldFillAt(list: Fields, at: number): Fill {
  const bits = list.u16(at);
  return fillOf(numberedColour(bits & 0x1f), numberedColour((bits >> 5) & 0x1f), bits >> 10);
}

const CLEAR = 0;
const SOLID = 1;
const NO_PATTERN = 0xffff;
const OLD_NO_PATTERN = 0x3f;

function fillOf(before: string, behind: string, pattern: number): Fill {
  if (pattern === CLEAR || pattern === NO_PATTERN || pattern === OLD_NO_PATTERN) return behind === "auto" ? null : behind;
  if (pattern === SOLID) return before === "auto" ? "000000" : before;
  return "unknown";
}

/** The shadings in a list, one after the other. */
export function fillsIn(list: Fields, bytes: number, read: (list: Fields, at: number) => Fill): readonly Fill[] {
  return Array.from({ length: Math.floor(list.length / bytes) }, (_, i) => read(list, i * bytes));
}
