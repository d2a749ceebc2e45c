import { blended, PAPER } from "../colours.js";
import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";

/** The default indexed colours from 8 on; indexes below 8 repeat the first eight. */
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

/** Resolves a colour element of a workbook: six hex digits, or `null` for the automatic colour. */
export type Colours = (colour: XmlElement | undefined) => string | null;

/** The colours of a theme in the order in which cells name them by number: paper before text. */
const THEME_ORDER: readonly string[] =
  "a:lt1 a:dk1 a:lt2 a:dk2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink".split(" ");

/** Of a workbook without a theme only paper and text are known. */
const PLAIN_THEME: readonly (string | null)[] = [PAPER, "000000"];

/** The colours of a workbook: those that its styles list by number, and those of its theme. */
export function readColours(styles: XmlElement | null, theme: XmlElement | null): Colours {
  const list = childOf(childOf(styles ?? undefined, "x:colors"), "x:indexedColors");
  const own = (list === undefined ? [] : elementsOf(list)).slice(FIRST).map((entry) => hex(attributeOf(entry, "rgb") ?? ""));
  const scheme = childOf(childOf(theme ?? undefined, "a:themeElements"), "a:clrScheme");
  const themed = scheme === undefined ? PLAIN_THEME : THEME_ORDER.map((name) => schemeColour(childOf(scheme, name)));
  const stated = (colour: XmlElement | undefined): string | null => {
    const rgb = attributeOf(colour, "rgb");
    const number = attributeOf(colour, "indexed");
    if (rgb !== undefined) return hex(rgb);
    if (number !== undefined) return indexedColour(Number(number), own);
    return themed[Number(attributeOf(colour, "theme") ?? -1)] ?? null;
  };
  return (colour) => {
    const base = stated(colour);
    return base === null ? null : tinted(base, Number(attributeOf(colour, "tint") ?? 0));
  };
}

/** A colour without its alpha channel. */
function hex(rgb: string): string {
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

/** A colour by its number in a format of numbers: `[Color2]` is the second of the palette. */
export function formatColour(number: number): string | null {
  return indexedColour(number - 1 + FIRST);
}
