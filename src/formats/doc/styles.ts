import type { Fields } from "../compound/fields.js";
import type { Fonts } from "./fonts.js";
import { type CharacterProperties, characterProperties, PLAIN } from "./properties.js";
import { type Sprm, sprmsOf } from "./sprm.js";

/** What the styles of a document do to characters, by the number of the style. */
export interface Styles {
  /** Of a paragraph style, with all that it is based on. */
  paragraph(style: number): CharacterProperties;
  /** Of a character style. */
  characters(style: number): CharacterProperties;
  /** What a paragraph style does to paragraphs, with all that it is based on, in the order in which it counts. */
  ofParagraph(style: number): readonly Sprm[];
}

/** Word follows no longer chain of styles based on one another. */
const MAX_STYLE_CHAIN = 11;

const NO_STYLE = 0xfff;
const PARAGRAPH_STYLE = 1;
const CHARACTER_STYLE = 2;

interface Style {
  readonly kind: number;
  readonly base: number;
  readonly list: Fields | null;
  /** What it does to paragraphs, where it is a style of paragraphs. */
  readonly paragraphs: Fields | null;
}

/** The style sheet of a document. A style that is not understood changes nothing. */
export function stylesOf(sheet: Fields, fonts: Fonts): Styles {
  const styles = readStyles(sheet);
  const known = new Map<number, CharacterProperties>();
  const resolve = (number: number, kind: number, chain: number): CharacterProperties => {
    const style = styles[number];
    if (style === undefined || style.kind !== kind || chain > MAX_STYLE_CHAIN) return PLAIN;
    const resolved =
      known.get(number) ??
      characterProperties(
        style.base === NO_STYLE ? PLAIN : resolve(style.base, kind, chain + 1),
        style.list === null ? [] : sprmsOf(style.list),
        NO_STYLES,
        fonts,
      );
    known.set(number, resolved);
    return resolved;
  };
  const knownParagraphs = new Map<number, readonly Sprm[]>();
  const ofParagraph = (number: number, chain: number): readonly Sprm[] => {
    const style = styles[number];
    if (style === undefined || style.kind !== PARAGRAPH_STYLE || chain > MAX_STYLE_CHAIN) return [];
    const found = knownParagraphs.get(number) ?? [
      ...(style.base === NO_STYLE ? [] : ofParagraph(style.base, chain + 1)),
      ...(style.paragraphs === null ? [] : sprmsOf(style.paragraphs)),
    ];
    knownParagraphs.set(number, found);
    return found;
  };
  return {
    paragraph: (style) => resolve(style, PARAGRAPH_STYLE, 0),
    characters: (style) => resolve(style, CHARACTER_STYLE, 0),
    ofParagraph: (style) => ofParagraph(style, 0),
  };
}

/** A document without styles. */
export const NO_STYLES: Styles = { paragraph: () => PLAIN, characters: () => PLAIN, ofParagraph: () => [] };

function readStyles(sheet: Fields): readonly (Style | undefined)[] {
  if (sheet.length < 6) return [];
  const headerBytes = sheet.u16(0);
  const count = sheet.u16(2);
  const baseBytes = sheet.u16(4);
  const styles: (Style | undefined)[] = [];
  let at = 2 + headerBytes;
  for (let i = 0; i < count && at + 2 <= sheet.length; i += 1) {
    const length = sheet.u16(at);
    styles.push(length < baseBytes ? undefined : readStyle(sheet.part(at + 2, length), baseBytes));
    at += 2 + length;
  }
  return styles;
}

function readStyle(style: Fields, baseBytes: number): Style {
  const kind = style.u16(2) & 0xf;
  const base = style.u16(2) >> 4;
  const lists = style.u16(4) & 0xf;
  let at = baseBytes + 2 + style.u16(baseBytes) * 2 + 2;
  const parts: Fields[] = [];
  for (let i = 0; i < lists && at + 2 <= style.length; i += 1) {
    const length = style.u16(at);
    parts.push(style.part(at + 2, length));
    at += 2 + length + (length % 2);
  }
  if (kind !== PARAGRAPH_STYLE) return { kind, base, list: parts[0] ?? null, paragraphs: null };
  // A paragraph style states the properties of paragraphs first, behind its own number, then those of characters.
  const [own, list = null] = parts;
  return { kind, base, list, paragraphs: own !== undefined && own.length > 2 ? own.part(2, own.length - 2) : null };
}
