import { type Fill, isInvisible, isPictureFont, PAPER } from "../colours.js";
import type { XmlElement } from "../office/xml.js";
import { attributeOf, childOf } from "../office/xml.js";
import { OBJECT, raised } from "../raisedText.js";
import type { RunProperties } from "./runProperties.js";

/** Half points below which nothing can be read: 3 pt. */
const LEAST_SIZE = 6;

/** Percent of their width below which signs cannot be read. */
const LEAST_SCALE = 10;

/** Twentieths of a point of an exact height in which nothing can be seen, 2 pt, and in which signs are cut off: 5 pt. */
const LEAST_HEIGHT = 40;
const LEAST_WHOLE_HEIGHT = 100;

/** Twentieths of a point below which what is squeezed cannot be read: 4 pt. */
const LEAST_FITTED = 80;

/** Half points of a font where none are stated. */
export const USUAL_SIZE = 20;

/** Twentieths of a point by which characters may be moved closer per half point of size before they overlap: a quarter of the size. */
const MOST_CLOSER = 2.5;

/** What surrounds a run, from the inside outwards. */
export interface Surroundings {
  /** The backgrounds of the text: of the paragraph, the cell, the table, the page. */
  readonly fills: readonly Fill[];
  /** Whether characters run from right to left, whatever their script. */
  readonly reversed: boolean;
  /** Whether the text is cut off or moved away so far that it is uncertain what is visible of it. */
  readonly displaced?: boolean;
}

/** How the text of a run is seen. `doubtful` is text that may be as light as its background. */
export type Visibility = "shown" | "hidden" | "doubtful";

/**
 * The one place that decides which text of a Word file can be seen. Programs do not agree on the size of digits that a file calls
 * signs of a complex script.
 */
export function visibilityOf(run: RunProperties, { fills }: Surroundings): Visibility {
  const plain = plainVisibility(run, fills);
  if (run.complex !== true) return plain;
  return plain === plainVisibility({ ...run, size: run.complexSize ?? USUAL_SIZE }, fills) ? plain : "doubtful";
}

function plainVisibility(run: RunProperties, fills: Surroundings["fills"]): Visibility {
  if (run.vanish === true || run.strike === true || run.doubleStrike === true) return "hidden";
  // Size 0 is replaced by programs with another size.
  if (run.size === 0) return "doubtful";
  if (run.size !== undefined && run.size < LEAST_SIZE) return "hidden";
  if (run.scale !== undefined && run.scale < LEAST_SCALE) return "hidden";
  const { colour = "auto" } = run;
  if (colour === "none") return "hidden";
  if (colour === "auto") return "shown";
  const behind = behindOf(run.fill === undefined ? fills : [run.fill, ...fills]);
  if (behind === "unknown") return isInvisible(colour, PAPER) ? "doubtful" : "shown";
  return isInvisible(colour, behind) ? "hidden" : "shown";
}

function behindOf(fills: readonly Fill[]): string {
  return fills.find((fill) => fill !== null) ?? PAPER;
}

/** Whether an exact height, in twentieths of a point, leaves nothing visible. 0 and `null` mean no exact height. */
export function isFlat(height: number | null): boolean {
  return height !== null && height > 0 && height < LEAST_HEIGHT;
}

/** Whether an exact height, in twentieths of a point, cuts off most of the text in it. */
export function isLow(height: number | null): boolean {
  return height !== null && height > 0 && height < LEAST_WHOLE_HEIGHT;
}

/** Twentieths of a point by which text may begin before its cell, and those that no cell of the form is wide. */
const MOST_BEFORE = 600;
const MOST_INDENT = 6_000;

/** Whether an indent, in twentieths of a point, moves text out of where it belongs. */
export function isOutside(indent: number): boolean {
  return indent < -MOST_BEFORE || indent > MOST_INDENT;
}

/** The height of a row in twentieths of a point where it is exact. */
export function exactHeightOf(properties: XmlElement | undefined): number | null {
  const height = childOf(properties, "w:trHeight");
  return attributeOf(height, "w:hRule") === "exact" ? Number(attributeOf(height, "w:val") ?? 0) : null;
}

/**
 * The text of a run as far as it can be read: signs of a picture font are objects, digits that stand apart from the line are signs of
 * their own, and where digits are not seen as the file has them, in another order or over one another, they are followed by a sign that
 * no figure has.
 */
export function readable(text: string, run: RunProperties, apart: boolean, { reversed, displaced }: Surroundings): string {
  let shown = text;
  const fonts = [run.font, run.complex === true ? run.complexFont : undefined];
  if (run.pictures === true || fonts.some((font) => font !== undefined && isPictureFont(font)))
    shown = shown.replace(/[\x21-\x7e\uf020-\uf0ff]/g, OBJECT);
  if (apart) return raised(shown);
  const odd = reversed || displaced === true || run.rightToLeft === true || isDistorted(run);
  return odd && /\d/.test(shown) ? shown + OBJECT : shown;
}

/** Whether the signs of a run are not seen side by side as in any other, or not by every program. */
function isDistorted({ combined, partlyHidden, fitted, spacing = 0, size = USUAL_SIZE }: RunProperties): boolean {
  const squeezed = (fitted ?? 0) > 0 && (fitted ?? 0) < LEAST_FITTED;
  return combined === true || partlyHidden === true || squeezed || -spacing > size * MOST_CLOSER;
}

/** The font Symbol keeps the digits and signs of ASCII at U+F020 and up; signs of other such fonts have no character. */
export function symbolOf(font: string, code: number): string {
  const base = code >= 0xf000 && code < 0xf100 ? code - 0xf000 : code;
  if (font === "Symbol") return base >= 0x20 && base <= 0x3f ? String.fromCodePoint(base) : OBJECT;
  return !isPictureFont(font) && code > 0x20 && code < 0xd800 ? String.fromCodePoint(code) : OBJECT;
}
