import { blended, PAPER } from "../colours.js";
import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";

/** Finds what an element says of a colour: six hex digits, or `null` where the program chooses it. */
export type Palette = (colour: XmlElement | undefined) => string | null;

/** The colours that workbooks name by number, from 8 on; the first eight of them are also those from 0 on. */
export const NUMBERED_COLOURS: readonly string[] = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 " +
  "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF " +
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

export const FIRST_NUMBERED = 8;

/** The number of the colour of the window's ground. */
export const GROUND = 65;

/** The colours of a theme in the order in which cells name them by number: paper before text. */
const THEME_ORDER =
  "a:lt1 a:dk1 a:lt2 a:dk2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink".split(" ");

/** Of a workbook without a theme only the first two are known. */
const PLAIN_THEME: readonly (string | null)[] = [PAPER, "000000"];

/** The colours of a workbook: those that its styles list by number, and those of its theme. */
export function readPalette(styles: XmlElement | null, theme: XmlElement | null): Palette {
  const list = childOf(childOf(styles ?? undefined, "x:colors"), "x:indexedColors");
  const own = list === undefined ? [] : elementsOf(list).map((entry) => withoutAlpha(attributeOf(entry, "rgb") ?? ""));
  const numbered = own.length > 0 ? own : [...NUMBERED_COLOURS.slice(0, FIRST_NUMBERED), ...NUMBERED_COLOURS];
  const scheme = childOf(childOf(theme ?? undefined, "a:themeElements"), "a:clrScheme");
  const themed = scheme === undefined ? PLAIN_THEME : THEME_ORDER.map((name) => schemeColour(childOf(scheme, name)));
  return (colour) => {
    const rgb = attributeOf(colour, "rgb");
    const index = attributeOf(colour, "indexed");
    const number = attributeOf(colour, "theme");
    const base =
      rgb !== undefined
        ? withoutAlpha(rgb)
        : index !== undefined
          ? Number(index) === GROUND
            ? PAPER
            : (numbered[Number(index)] ?? null)
          : number === undefined
            ? null
            : (themed[Number(number)] ?? null);
    return base === null ? null : tinted(base, Number(attributeOf(colour, "tint") ?? 0));
  };
}

function withoutAlpha(rgb: string): string {
  return rgb.length === 8 ? rgb.slice(2) : rgb;
}

function schemeColour(entry: XmlElement | undefined): string | null {
  const [colour] = entry === undefined ? [] : elementsOf(entry);
  return attributeOf(colour, "lastClr") ?? (colour?.name === "a:srgbClr" ? (attributeOf(colour, "val") ?? null) : null);
}

/** A colour made lighter by a share of what is left to white, or darker by one of what is left to black. */
function tinted(colour: string, tint: number): string {
  const share = Math.min(Math.abs(tint), 1);
  return share > 0 ? blended(tint < 0 ? "000000" : PAPER, colour, share) : colour;
}
