import type { Fields } from "../compound/fields.js";

/** The names of the fonts of a document, by their number. */
export type Fonts = readonly string[];

/** Bytes of an entry in front of the name of its font. */
const NAME_AT = 40;

const UTF16 = new TextDecoder("utf-16le", { ignoreBOM: true });

/** Reads the table of fonts (SttbfFfn). An entry that is too short for a name has none. */
export function readFonts(table: Fields): Fonts {
  if (table.length < 4) return [];
  const count = table.u16(0);
  const fonts: string[] = [];
  let at = 4;
  for (let i = 0; i < count && at < table.length; i += 1) {
    const length = 1 + table.u8(at);
    const { bytes } = table.part(at, Math.min(length, table.length - at));
    fonts.push(UTF16.decode(bytes.subarray(NAME_AT)).split("\0")[0] ?? "");
    at += length;
  }
  return fonts;
}
