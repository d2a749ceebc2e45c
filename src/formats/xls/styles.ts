import { type Fill, isInvisible, isPictureFont, PAPER } from "../colours.js";
import type { Fields } from "../compound/fields.js";
import { type CellStyle, formatsOf, GENERAL, isUnseen, type Font as SeenFont } from "../xlsx/cellStyles.js";
import { builtInFormat } from "../xlsx/numberFormat.js";
import type { Record } from "./records.js";
import { TextReader } from "./text.js";

/** How the text of a font is seen, and whether it is raised or lowered. */
export interface Font extends SeenFont {
  readonly raised: boolean;
}

export const PLAIN_FONT: Font = { struck: false, tiny: false, colour: null, pictures: false, raised: false };

/** Twentieths of a point below which nothing can be read: 3 pt. */
const LEAST_HEIGHT = 60;

/** Where the name of a font begins in its record. */
const NAME_AT = 14;

/** Reads a record of a font. */
export function readFont(record: Record, palette: Palette): Font {
  const { data } = record;
  const name = data.length > NAME_AT + 1 ? new TextReader(record, NAME_AT).text(1).text : "";
  const height = data.u16(0);
  return {
    struck: (data.u16(2) & 0x08) !== 0,
    tiny: height > 0 && height < LEAST_HEIGHT,
    colour: colourOf(data.u16(4), palette),
    pictures: isPictureFont(name),
    raised: data.u16(8) !== 0,
  };
}

/** The colours that a workbook itself states for the numbers from 8 on. */
export type Palette = readonly string[];

const FIRST_OF_PALETTE = 8;

/** Reads the record of the palette. */
export function readPalette(data: Fields): Palette {
  return Array.from({ length: data.u16(0) }, (_, i) =>
    [0, 1, 2]
      .map((part) =>
        data
          .u8(2 + i * 4 + part)
          .toString(16)
          .padStart(2, "0"),
      )
      .join("")
      .toUpperCase(),
  );
}

/** White among the colours that are known by number, and the number of the window's ground. */
const WHITE: ReadonlySet<number> = new Set([1, 9, 65]);

/** A colour by its number: six hex digits, or `null` for one that is seen on paper. */
function colourOf(number: number, palette: Palette): string | null {
  return palette[number - FIRST_OF_PALETTE] ?? (WHITE.has(number) ? PAPER : null);
}

/** What a record of a cell format refers to. */
export interface CellFormatRecord {
  readonly font: number;
  readonly format: number;
  readonly pattern: number;
  readonly ground: number;
}

const SOLID = 1;

export function readCellFormat(data: Fields): CellFormatRecord {
  return { font: data.u16(0), format: data.u16(2), pattern: data.u8(17) >> 2, ground: data.u16(18) & 0x7f };
}

/** What a cell format does to what is in its cells, by the rules of newer workbooks. */
export function styleOf(
  { format, pattern, ground }: CellFormatRecord,
  font: Font,
  code: string | undefined,
  palette: Palette,
): CellStyle {
  const builtIn = builtInFormat(format);
  const formats =
    code === undefined
      ? { numbers: { positive: builtIn, negative: builtIn, zero: builtIn }, texts: GENERAL.texts }
      : formatsOf(code);
  const fill: Fill = pattern === 0 ? null : pattern === SOLID ? (colourOf(ground, palette) ?? "unknown") : "unknown";
  return {
    ...formats,
    hidden: isUnseen(font, fill),
    dark: fill !== null && !isInvisible(PAPER, fill),
    pictures: font.pictures,
  };
}
