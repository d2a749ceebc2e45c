import { attributeOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { UNSAID } from "../page/page.js";
import { nameOf, numbersOf, textIn } from "./package.js";

/** A character of a text object, in its own millimetres: where it begins on its line, and how far the next one is. */
export interface PlacedCharacter {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Its width if the file does not state one. */
  readonly width: number;
  /** `null` for the last one, and where the file does not state it. */
  readonly advance: number | null;
  /** The glyph of its font that the file draws for it, if stated; `null` where it draws several, one for several, or none. */
  readonly glyph: string | null | undefined;
}

/** Placeholder for a glyph without a character. */
const NO_CHARACTER = "\u00a4";

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud800-\udbff]/;

/** The characters of the parts of a text object. Their distances are stated as a run-length encoded list of differences. */
export function placedCharacters(object: XmlElement, size: number, direction: number): readonly PlacedCharacter[] {
  const placed: PlacedCharacter[] = [];
  let [startX, startY] = [0, 0];
  let glyphs = new Map<number, string | null>();
  for (const code of elementsOf(object)) {
    if (nameOf(code) === "CGTransform") addGlyphs(glyphs, code);
    if (nameOf(code) !== "TextCode") continue;
    const characters = [...textOf(code).replace(/[\r\n\t]/g, "")];
    startX = numbersOf(attributeOf(code, "X"))[0] ?? startX;
    startY = numbersOf(attributeOf(code, "Y"))[0] ?? startY;
    const deltasX = differences(attributeOf(code, "DeltaX"), characters.length);
    const deltasY = differences(attributeOf(code, "DeltaY"), characters.length);
    const said = deltasX.length > 0 || deltasY.length > 0;
    let [x, y] = [startX, startY];
    characters.forEach((text, i) => {
      const width = widthOf(text, size);
      const last = i === characters.length - 1;
      const [dx, dy] = said ? [deltasX[i] ?? 0, deltasY[i] ?? 0] : stepIn(direction, width, size);
      placed.push({
        text: text === NO_CHARACTER ? UNSAID : text,
        x,
        y,
        width,
        glyph: glyphs.get(i),
        advance: said && !last && dy === 0 && dx > 0 ? dx : null,
      });
      x += dx;
      y += dy;
    });
    glyphs = new Map();
  }
  return placed;
}

/** The glyph that a font has for what it has no glyph for. */
const NO_GLYPH = "0";

/** Notes which glyphs the file draws for the characters at some places of the text that follows. */
function addGlyphs(glyphs: Map<number, string | null>, transform: XmlElement): void {
  const [from = 0] = numbersOf(attributeOf(transform, "CodePosition"));
  const names = (textIn(transform, "Glyphs") ?? "").split(/\s+/);
  const [codes = 1] = numbersOf(attributeOf(transform, "CodeCount"));
  const isOneForOne = codes === (numbersOf(attributeOf(transform, "GlyphCount"))[0] ?? 1) && codes === names.length;
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
  const parts = text.trim().split(/\s+/);
  for (let i = 0; i < parts.length && result.length < most; i += 1) {
    if (parts[i]?.toLowerCase() === "g") {
      const count = Number(parts[i + 1]);
      const value = Number(parts[i + 2]);
      if (!Number.isFinite(count) || !Number.isFinite(value)) break;
      for (let n = 0; n < count && result.length < most; n += 1) result.push(value);
      i += 2;
    } else {
      const value = Number(parts[i]);
      if (parts[i] === "" || !Number.isFinite(value)) break;
      result.push(value);
    }
  }
  return result;
}
