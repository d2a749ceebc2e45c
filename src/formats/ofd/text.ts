import { attributeOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { UNSAID } from "../page/page.js";
import { nameOf, numberOf, textIn, wordsOf } from "./package.js";

/** Where a character of a text object stands, in the object's own millimetres. */
export interface Placing {
  readonly x: number;
  readonly y: number;
  /** Its width if the file does not state one. */
  readonly width: number;
  /** How far the next one is: `null` for the last one, and where the file does not state it. */
  readonly advance: number | null;
  /** The glyph of its font that the file draws for it, if stated; `null` where it draws several, one for several, or none. */
  readonly glyph: string | null | undefined;
}

/** Placeholder for a glyph without a character. */
const NO_CHARACTER = "\u00a4";

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud800-\udbff]/;

/**
 * Gives the characters of the parts of a text object, one by one. Their distances are stated as a run-length encoded list of
 * differences.
 */
export function placeCharacters(
  object: XmlElement,
  size: number,
  direction: number,
  place: (text: string, placing: Placing) => void,
): void {
  let [startX, startY] = [0, 0];
  let glyphs: Map<number, string | null> | undefined;
  for (const code of elementsOf(object)) {
    const name = nameOf(code);
    if (name === "CGTransform") {
      glyphs ??= new Map();
      addGlyphs(glyphs, code);
    }
    if (name !== "TextCode") continue;
    const text = textOf(code).replace(/[\r\n\t]/g, "");
    startX = numberOf(attributeOf(code, "X")) ?? startX;
    startY = numberOf(attributeOf(code, "Y")) ?? startY;
    const deltasX = differences(attributeOf(code, "DeltaX"), text.length);
    const deltasY = differences(attributeOf(code, "DeltaY"), text.length);
    const said = deltasX.length > 0 || deltasY.length > 0;
    let [x, y] = [startX, startY];
    let i = 0;
    let end = 0;
    for (const character of text) {
      end += character.length;
      const width = widthOf(character, size);
      let [dx, dy] = [deltasX[i] ?? 0, deltasY[i] ?? 0];
      if (!said) [dx, dy] = stepIn(direction, width, size);
      const advance = said && end < text.length && dy === 0 && dx > 0 ? dx : null;
      place(character === NO_CHARACTER ? UNSAID : character, { x, y, width, advance, glyph: glyphs?.get(i) });
      x += dx;
      y += dy;
      i += 1;
    }
    glyphs = undefined;
  }
}

/** The glyph that a font has for what it has no glyph for. */
const NO_GLYPH = "0";

/** Notes which glyphs the file draws for the characters at some places of the text that follows. */
function addGlyphs(glyphs: Map<number, string | null>, transform: XmlElement): void {
  const from = numberOf(attributeOf(transform, "CodePosition")) ?? 0;
  const names = (textIn(transform, "Glyphs") ?? "").split(/\s+/);
  const codes = numberOf(attributeOf(transform, "CodeCount")) ?? 1;
  const isOneForOne = codes === (numberOf(attributeOf(transform, "GlyphCount")) ?? 1) && codes === names.length;
  for (let i = 0; i < Math.min(codes, MAX_CODES); i += 1) {
    const name = names[i];
    glyphs.set(from + i, !isOneForOne || name === undefined || name === NO_GLYPH ? null : name);
  }
}

/** Most characters of a text whose glyphs are looked at. */
const MAX_CODES = 10_000;

/** Marks that are narrower than digits in every font. */
const NARROW = /^[.,:;'!|]$/;

/** The width of a character if the file does not state it: Chinese characters are square, others half as wide in Chinese fonts. */
export function widthOf(text: string, size: number): number {
  return WIDE.test(text) ? size : NARROW.test(text) ? size / 4 : size / 2;
}

function stepIn(direction: number, width: number, size: number): readonly [number, number] {
  switch (direction) {
    case 90:
      return [0, size];
    case 180:
      return [-width, 0];
    case 270:
      return [0, -size];
    default:
      return [width, 0];
  }
}

/** Differences as written: numbers, and `g` with a count before one that is repeated. Never more than there are characters. */
export function differences(text: string | undefined, most: number): readonly number[] {
  const result: number[] = [];
  if (text === undefined) return result;
  const parts = wordsOf(text);
  for (let i = 0; i < parts.length && result.length < most; i += 1) {
    if (parts[i]?.toLowerCase() === "g") {
      const count = Number(parts[i + 1]);
      const value = Number(parts[i + 2]);
      if (!Number.isFinite(count) || !Number.isFinite(value)) break;
      for (let n = 0; n < count && result.length < most; n += 1) result.push(value);
      i += 2;
    } else {
      const value = Number(parts[i]);
      if (!Number.isFinite(value)) break;
      result.push(value);
    }
  }
  return result;
}
