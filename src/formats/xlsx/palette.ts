import { PAPER } from "../colours.js";

/** The colours that workbooks name by number from 8 on, where they state none of their own; those below 8 are the first eight again. */
const COLOURS: readonly string[] = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 " +
  "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF " +
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

const FIRST = 8;
const WINDOW_GROUND = 65;

/** The colours that a workbook states itself, from number 8 on. */
export type Palette = readonly string[];

/** A colour by its number: six hex digits, or `null` for the colour of text and for numbers that name none. */
export function indexedColour(number: number, own: Palette = []): string | null {
  if (number === WINDOW_GROUND) return PAPER;
  return own[number - FIRST] ?? COLOURS[number >= FIRST ? number - FIRST : number] ?? null;
}

/** A colour by its number in a format of numbers: `[Color2]` is the second of the palette. */
export function formatColour(number: number): string | null {
  return indexedColour(number - 1 + FIRST);
}
