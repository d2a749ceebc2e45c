/** The background of a text: a colour as six hex digits, `null` for no background of its own, or one that cannot be determined. */
export type Fill = string | null | "unknown";

/** The colour of paper. */
export const PAPER = "FFFFFF";

/** Contrast below which an eye sees nothing, by the measure of WCAG 2 (1 for the same colour, 21 for black on white). */
const LEAST_CONTRAST = 1.25;

/** Whether text of a colour cannot be seen on another. A colour that is not stated as six hex digits is visible. */
export function isInvisible(text: string, behind: string): boolean {
  const a = luminance(text);
  const b = luminance(behind);
  if (a === null || b === null) return false;
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < LEAST_CONTRAST && distance(text, behind) < LEAST_DISTANCE;
}

/** Sum of the differences of red, green and blue from which two colours of the same brightness can be distinguished. */
const LEAST_DISTANCE = 96;

function distance(a: string, b: string): number {
  const [r1, g1, b1] = channels(a) ?? [0, 0, 0];
  const [r2, g2, b2] = channels(b) ?? [0, 0, 0];
  return Math.abs(r1 - r2) + Math.abs(g1 - g2) + Math.abs(b1 - b2);
}

function luminance(colour: string): number | null {
  const parts = channels(colour);
  if (parts === null) return null;
  const [red, green, blue] = parts;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function channels(colour: string): readonly [number, number, number] | null {
  if (!/^[0-9a-f]{6}$/i.test(colour)) return null;
  const value = Number.parseInt(colour, 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** A colour laid over another so that it covers a share of it, as patterns of dots do. */
export function blended(over: string, under: string, share: number): string {
  const top = channels(over);
  const base = channels(under);
  if (top === null || base === null) return "unknown";
  const hex = top.map((channel, i) =>
    Math.round(channel * share + (base[i] ?? 0) * (1 - share))
      .toString(16)
      .padStart(2, "0"),
  );
  return hex.join("").toUpperCase();
}

/** Symbol fonts, whose characters are drawn as pictures: a 5 in one of them does not look like a 5. */
const PICTURE_FONT =
  /wingdings|webdings|dingbats|marlett|mt extra|monotype sorts|bookshelf symbol|\bcode ?(?:39|128)|barcode|3 of 9/i;

/** The number of the charset of fonts whose signs are symbols. Of the digits among them only those of the font Symbol are digits. */
const SYMBOLS = 2;

/** Whether a font is a symbol font, by its name or by the charset that a file states for it. */
export function isPictureFont(name: string, charset?: number): boolean {
  return PICTURE_FONT.test(name) || (charset === SYMBOLS && name !== "" && !/^symbol\b/i.test(name));
}
