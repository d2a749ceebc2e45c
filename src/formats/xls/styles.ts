import { type Fill, isInvisible, isPictureFont, PAPER } from "../colours.js";
import type { Fields } from "../compound/fields.js";
import { type CellStyle, type Font, formatsOf, GENERAL, isDoubtful, isUnseen } from "../xlsx/cellStyles.js";
import { builtInFormat } from "../xlsx/numberFormat.js";
import { indexedColour, type Palette } from "../xlsx/palette.js";
import type { Record } from "./records.js";
import { TextReader } from "./text.js";

export const PLAIN_FONT: Font = { struck: false, tiny: false, colour: null, pictures: false, raised: false };

/** Twentieths of a point below which nothing can be read: 3 pt. */
const LEAST_HEIGHT = 60;

/** Offsets of the charset and of the name in a font record. */
const CHARSET_AT = 12;
const NAME_AT = 14;

/** Reads a record of a font. */
export function readFont(record: Record, palette: Palette): Font {
  const { data } = record;
  const name = data.length > NAME_AT + 1 ? new TextReader(record, NAME_AT).text(1).text : "";
  const height = data.u16(0);
  return {
    struck: (data.u16(2) & 0x08) !== 0,
    tiny: height > 0 && height < LEAST_HEIGHT,
    colour: indexedColour(data.u16(4), palette),
    pictures: isPictureFont(name, data.length > CHARSET_AT ? data.u8(CHARSET_AT) : undefined),
    raised: data.u16(8) !== 0,
  };
}

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

/** What a record of a cell format refers to. */
export interface CellFormatRecord {
  readonly font: number;
  readonly format: number;
  readonly pattern: number;
  readonly ground: number;
  /** Whether its figures are not seen as they are: repeated over the width of the cell, crossed out by its diagonal. */
  readonly distorted: boolean;
  readonly fromRight: boolean;
}

const SOLID = 1;

/** Bits of a cell format: its horizontal alignment, which diagonals it has, and how they are drawn. */
const HORIZONTAL = 0x07;
const REPEATED = 4;
const DIAGONALS = 0xc000;
const DIAGONAL_STYLE_AT = 21;
const READING_ORDER_AT = 6;
const FROM_RIGHT = 2;

export function readCellFormat(data: Fields): CellFormatRecord {
  const diagonal = (data.u16(12) & DIAGONALS) !== 0 && ((data.u32(14) >>> DIAGONAL_STYLE_AT) & 0xf) !== 0;
  const distorted = (data.u8(6) & HORIZONTAL) === REPEATED || diagonal;
  const fromRight = data.u8(8) >> READING_ORDER_AT === FROM_RIGHT;
  return { font: data.u16(0), format: data.u16(2), pattern: data.u8(17) >> 2, ground: data.u16(18) & 0x7f, distorted, fromRight };
}

/** What a cell format does to what is in its cells, by the rules of newer workbooks. */
export function styleOf(
  { format, pattern, ground, distorted, fromRight }: CellFormatRecord,
  font: Font,
  code: string | undefined,
  palette: Palette,
): CellStyle {
  const builtIn = builtInFormat(format);
  const formats =
    code === undefined
      ? { numbers: { positive: builtIn, negative: builtIn, zero: builtIn }, texts: GENERAL.texts }
      : formatsOf(code);
  const fill: Fill = pattern === 0 ? null : pattern === SOLID ? (indexedColour(ground, palette) ?? "unknown") : "unknown";
  return {
    ...formats,
    hidden: isUnseen(font, fill),
    dark: fill !== null && !isInvisible(PAPER, fill),
    pictures: font.pictures,
    raised: font.raised,
    distorted: distorted || isDoubtful(font, fill),
    fromRight,
    colour: font.colour,
    fill,
  };
}
