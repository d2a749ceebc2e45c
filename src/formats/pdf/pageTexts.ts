import type { Paint } from "../page/canvas.js";
import { MARGIN } from "../page/furniture.js";
import { apply, boxIn, type Matrix, type Point } from "../page/geometry.js";
import { BLANK, DIGIT } from "../page/glyphs.js";
import { ASCENT, type Box, type PageText, UNSAID } from "../page/page.js";
import { checkLimit } from "../page/pageLimits.js";
import { asciiName } from "./fonts.js";
import { Ink } from "./ink.js";
import { type OpenPage, ROOM } from "./openPage.js";
import { boundsOf, clipOf, type PageObjects, paintOf } from "./pageObjects.js";

/** The text of a page, character by character, and whether each of them is seen. */
export function pageTexts(
  open: OpenPage,
  objects: PageObjects,
  shown: Matrix,
  size: { readonly width: number; readonly height: number },
): readonly PageText[] {
  const text = open.library.FPDFText_LoadPage(open.page);
  try {
    return new TextReader(open, objects, text, shown).read(size);
  } finally {
    open.library.FPDFText_ClosePage(text);
  }
}

/** How the text of one text object looks. */
interface Style {
  readonly handle: number;
  readonly visible: boolean;
  /** What it is painted with: its insides, its edges, or both. */
  readonly paints: readonly Paint[];
  /** Whether its colours are blended with what is below it: only its opacity is known then. */
  readonly mixed: boolean;
  /** When it is painted. */
  readonly order: number;
  readonly font: string;
  readonly embedded: boolean;
  readonly uncertain: boolean;
  /** Characters that its font assigns to several glyphs, so that the right one is uncertain. */
  readonly twice: ReadonlySet<string>;
  readonly size: number;
  /** The advance width of a full-width character, if it is upright on the page; else `null`. */
  readonly wide: number | null;
  readonly angle: number;
}

/** The widest character, as part of its size. */
const WIDEST = 1.6;

/** Text that rises less than this, as part of its length, is level. */
const LEVEL = 0.1;

/** The name of fonts whose glyphs are drawn by page operators (Type 3): the engine has no outlines of them. */
const DRAWN = "";

/** Lines of the image in which their digits are looked at. */
const CLOSE_UP = 60;

/** Render modes that draw nothing. */
const INVISIBLE: ReadonlySet<number> = new Set([3, 7]);

/** What a render mode paints; clipping modes paint nothing. */
function paintsIn(mode: number): readonly ("fill" | "stroke")[] {
  return mode % 4 === 1 ? ["stroke"] : mode % 4 === 2 ? ["fill", "stroke"] : ["fill"];
}

/** Two characters whose origins are nearer than this are drawn as one. */
const SAME_ORIGIN = 0.001;

interface Character {
  readonly text: PageText;
  readonly object: number;
  readonly style: Style;
  readonly origin: Point;
  /** Whether it is painted, or may be hidden by something over it. */
  readonly drawable: boolean;
  /** Whether it is indistinguishable from its background. */
  readonly blended: boolean;
}

class TextReader {
  readonly #open: OpenPage;
  readonly #objects: PageObjects;
  readonly #text: number;
  readonly #shown: Matrix;
  readonly #styles = new Map<number, Style>();
  readonly #fonts = new Map<number, string>();

  constructor(open: OpenPage, objects: PageObjects, text: number, shown: Matrix) {
    this.#open = open;
    this.#objects = objects;
    this.#text = text;
    this.#shown = shown;
  }

  read(size: { readonly width: number; readonly height: number }): readonly PageText[] {
    const { library, memory, language, room } = this.#open;
    const { canvas } = this.#objects;
    const count = library.FPDFText_CountChars(this.#text);
    checkLimit("texts", count, language);
    const characters: Character[] = [];
    for (let i = 0; i < count; i += 1) {
      if (library.FPDFText_IsGenerated(this.#text, i) === 1) continue;
      const object = library.FPDFText_GetTextObject(this.#text, i);
      const style = this.#styleOf(object, i);
      library.FPDFText_GetCharOrigin(this.#text, i, room, room + 8);
      const origin: Point = [memory.double(room), memory.double(room + 8)];
      const box = this.#boxOf(i, origin, style);
      const contrast = canvas.clearestOf(box, style.paints, style.order);
      const code = library.FPDFText_GetUnicode(this.#text, i);
      const unsaid = style.uncertain || library.FPDFText_HasUnicodeMapError(this.#text, i) === 1 || isUnsaid(code);
      const text = unsaid ? UNSAID : String.fromCodePoint(code);
      const last = characters[characters.length - 1];
      if (last !== undefined && last.object === object && isSame(last.origin, origin)) {
        // A glyph for several characters: letters may form a ligature, digits never do.
        const joined = DIGIT.test(text) || DIGIT.test(last.text.text) ? UNSAID : last.text.text + text;
        characters[characters.length - 1] = { ...last, text: { ...last.text, text: joined } };
        continue;
      }
      const [, baseline] = apply(this.#shown, origin);
      const cover = canvas.coverOf(box, style.order);
      const visible = style.visible && cover !== "solid";
      const { size: height, angle, font } = style;
      characters.push({
        text: { text, box, baseline, size: height, angle, font, visible, ...(contrast === "faint" ? { faint: true } : {}) },
        object,
        style,
        origin,
        drawable: style.embedded || cover === "picture",
        blended: contrast === "none" && !style.mixed,
      });
    }
    return this.#asDrawn(this.#asShaped(characters), size);
  }

  /** Digits that the font draws as others, and other characters next to digits that it draws as a digit, differ from the file. */
  #asShaped(characters: readonly Character[]): readonly Character[] {
    const digits = new Map<number, Set<string>>();
    for (const { style, text } of characters)
      if (DIGIT.test(text.text) && style.font !== DRAWN)
        digits.set(style.handle, (digits.get(style.handle) ?? new Set()).add(text.text));
    const { shapes } = this.#open;
    const others = new Map([...digits].map(([handle, own]) => [handle, shapes.othersIn(handle, own)]));
    return characters.map((character, i) => {
      const { style, text } = character;
      const isOther = DIGIT.test(text.text)
        ? style.twice.has(text.text) || others.get(style.handle)?.has(text.text) === true
        : isBeside(characters, i) &&
          ((style.twice.has(text.text) && !BLANK.test(text.text)) ||
            (style.font !== DRAWN && shapes.isDigit(style.handle, text.text)));
      return isOther ? { ...character, text: { ...text, text: UNSAID } } : character;
    });
  }

  /**
   * Digits that leave no ink on the page are not seen: in layers that are switched off, clipped, below a picture. Fonts that are not
   * in the file may be ones that cannot be drawn here; of these it counts only where some other digit of them is drawn, or where a
   * picture lies over it.
   */
  #asDrawn(characters: readonly Character[], size: { readonly width: number; readonly height: number }): readonly PageText[] {
    const isDigit = ({ text: { visible, text } }: Character): boolean => visible && DIGIT.test(text);
    const ink = characters.some(isDigit) ? Ink.of(this.#open, size, this.#objects) : null;
    const shown = characters.flatMap((character): Character | [] => {
      if (!character.blended) return character;
      // The engine calls a gradient white: what is seen after all is not what it was taken for.
      const isSeen = isDigit(character) && ink?.isDarkIn(character.text.box) === true;
      return isSeen ? { ...character, text: { ...character.text, visible: false } } : [];
    });
    const isArtifact = artifactsAmong(shown, this.#objects, size.height);
    const said = ({ text, object }: Character): PageText =>
      isArtifact(object, text.box) && DIGIT.test(text.text) ? { ...text, mark: true } : text;
    if (ink === null) return shown.map(said);
    const dark = shown.map((character) => isDigit(character) && ink.isDarkIn(character.text.box));
    const drawn = shown.map(
      (character, i) =>
        !isDigit(character) || ((dark[i] === true || ink.in(character.text.box)) && this.#isWhole(character, ink)),
    );
    const fonts = new Set(
      shown.flatMap((character, i) => (isDigit(character) && drawn[i] === true ? [character.text.font] : [])),
    );
    return shown.map((character, i) => {
      const { drawable } = character;
      const text = said(character);
      // A digit that the file calls a space: the engine leaves out those at the end.
      const space = BLANK.test(text.text) ? text.box : this.#endOf(shown, i);
      if (this.#isAtClip(shown, i)) return { ...text, visible: false };
      const isDrawn = character.style.font === DRAWN && isDigit(character);
      if (isDrawn && this.#open.shapes.isOther(text.text, ink.closeUp(text.box, CLOSE_UP))) return { ...text, text: UNSAID };
      if (space !== null && (!BLANK.test(text.text) || isBeside(shown, i)) && ink.in(space, OVERHANG))
        return { ...text, text: UNSAID };
      if (drawn[i] !== true && (drawable || fonts.has(text.font))) return { ...text, visible: false };
      return drawn[i] === true && isDigit(character) && dark[i] !== true ? { ...text, faint: true } : text;
    });
  }

  /** Whether nothing of a digit is cut off or painted over, as far as its outline is known. */
  #isWhole({ text, style, origin: [x, y] }: Character, ink: Ink): boolean {
    const { wide, size, handle, font } = style;
    const outline = wide === null || font === DRAWN ? null : this.#open.shapes.boxOf(handle, text.text);
    if (outline === null || wide === null) return true;
    const [left, bottom, right, top] = outline;
    return ink.fills(boxIn(this.#shown, [x + left * wide, y + bottom * size, x + right * wide, y + top * size]));
  }

  /**
   * Whether the last digit of a text object ends where what it is cut to ends, or the first one begins before that does: programs leave out
   * what would be outside, as browsers do for cells that hide what is too long for them.
   */
  #isAtClip(characters: readonly Character[], at: number): boolean {
    const own = characters[at];
    if (own === undefined || !DIGIT.test(own.text.text)) return false;
    const [before, behind] = [characters[at - 1], characters[at + 1]];
    const [isFirst, isLast] = [before?.object !== own.object, behind?.object !== own.object];
    const { box, size, angle } = own.text;
    const turn = Math.round(angle / 90);
    const object = this.#objects.texts.get(own.object);
    if (object === undefined || (!isFirst && !isLast) || Math.abs(angle - 90 * turn) >= 1) return false;
    const clip = clipOf(this.#open, object);
    if (clip === null) return false;
    const room = [clip[2] - box[2], clip[3] - box[3], box[0] - clip[0], box[1] - clip[1]];
    const [end = 0, start = 0] = [room[(turn + 4) % 4], room[(turn + 6) % 4]];
    const parted = isFirst || before === undefined ? 0 : gapBetween(before.text.box, box);
    if (isLast && end < AT_CLIP * size + parted) return true;
    return isFirst && start < -EXACT * size;
  }

  /** Text after the last digit of a text object that the engine reports as empty; `null` if there is none. */
  #endOf(characters: readonly Character[], at: number): Box | null {
    const [before, own, next] = [characters[at - 1], characters[at], characters[at + 1]];
    if (own === undefined || own.object === next?.object || !DIGIT.test(own.text.text)) return null;
    const isLast = before?.object !== own.object || before.text.box[0] < own.text.box[0];
    if (!isLast) return null;
    const { box, angle, size } = own.text;
    const outer = this.#objects.texts.get(own.object)?.outer;
    const end = outer === undefined ? 0 : boundsOf(this.#open, own.object, outer)[2];
    return Math.abs(angle) < 1 && end - box[2] > LEAST_SPACE * size ? [box[2], box[1], end, box[3]] : null;
  }

  /**
   * The box of a character: its advance width by its size, since Chinese fonts state heights of up to three
   * lines. For vertical text the engine gives too large a box; there a character is square.
   */
  #boxOf(character: number, [x, y]: Point, { size }: Style): Box {
    const { library, memory, room: at } = this.#open;
    library.FPDFText_GetLooseCharBox(this.#text, character, at);
    const [left, top, right, bottom] = memory.fourFloats(at);
    const flat = Math.abs(Math.sin(library.FPDFText_GetCharAngle(this.#text, character))) < LEVEL;
    const downwards = flat && right - left > WIDEST * size;
    const above: Point = [downwards ? x : left, flat ? y + ASCENT * size : top];
    const below: Point = [downwards ? x + size : right, flat ? y - (1 - ASCENT) * size : bottom];
    return boxIn(this.#shown, [...above, ...below]);
  }

  #styleOf(object: number, character: number): Style {
    const known = this.#styles.get(object);
    if (known !== undefined) return known;
    const { library, memory, fonts, room } = this.#open;
    const handle = library.FPDFTextObj_GetFont(object);
    const font = this.#fontName(handle);
    library.FPDFText_GetMatrix(this.#text, character, room);
    const [a, b, c, d] = memory.fourFloats(room);
    const origin = apply(this.#shown, [0, 0]);
    const along = apply(this.#shown, [a, b]);
    const scale = Math.hypot(c, d);
    const fontSize = library.FPDFText_GetFontSize(this.#text, character);
    const mode = library.FPDFTextObj_GetTextRenderMode(object);
    const paints = paintsIn(mode).map((kind) => paintOf(this.#open, object, kind));
    // What is transparent and opaque is blended, or has a mask.
    const mixed = paints.every(({ opacity }) => opacity === 1) && library.FPDFPageObj_HasTransparency(object);
    const style: Style = {
      handle,
      // Mirrored text is not legible, and any part of a pattern may be missing.
      visible:
        !INVISIBLE.has(mode) &&
        this.#objects.texts.get(object)?.isUnclear !== true &&
        a * d - b * c >= 0 &&
        !mixed &&
        paints.every(({ even }) => even !== false),
      paints,
      mixed,
      wide: Math.abs(b) + Math.abs(c) < LEVEL * Math.abs(a) && a > 0 && d > 0 ? fontSize * a : null,
      order: this.#objects.texts.get(object)?.order ?? 0,
      font,
      embedded: library.FPDFFont_GetIsEmbedded(handle) === 1,
      uncertain: fonts.unsaid.has(asciiName(font)),
      twice: fonts.twice.get(asciiName(font)) ?? NONE,
      size: fontSize * (scale > 0 ? scale : 1),
      angle: (Math.atan2(along[1] - origin[1], along[0] - origin[0]) * 180) / Math.PI,
    };
    this.#styles.set(object, style);
    return style;
  }

  #fontName(font: number): string {
    const known = this.#fonts.get(font);
    if (known !== undefined) return known;
    const { library, memory, room } = this.#open;
    const length = Math.min(library.FPDFFont_GetBaseFontName(font, room, ROOM), ROOM);
    const name = new TextDecoder().decode(memory.bytes(room, Math.max(0, length - 1)));
    this.#fonts.set(font, name);
    return name;
  }
}

/**
 * The text objects with digits that the file marks as artefacts, except for headers
 * and footers. If a file marks all digits so, the marks are ignored.
 */
function artifactsAmong(
  characters: readonly Character[],
  { texts }: PageObjects,
  height: number,
): (object: number, box: Box) => boolean {
  const is = (object: number): boolean => texts.get(object)?.isArtifact === true;
  if (characters.every(({ text, object }) => !DIGIT.test(text.text) || is(object))) return () => false;
  return (object, box) => is(object) && box[1] > MARGIN * height && box[3] < (1 - MARGIN) * height;
}

/** Whether a digit precedes or follows a character on its line. */
function isBeside(characters: readonly Character[], at: number): boolean {
  const own = characters[at];
  return [characters[at - 1], characters[at + 1]].some(
    (other) =>
      own !== undefined && other !== undefined && DIGIT.test(other.text.text) && other.text.baseline === own.text.baseline,
  );
}

/** Greatest distance of clipped text from the digit next to it, relative to its size: no digit has a wider side bearing. */
const AT_CLIP = 0.17;

/** How exactly text is set at an edge, as part of its size. */
const EXACT = 0.02;

/** The larger of the horizontal and the vertical distance of two boxes. */
function gapBetween(a: Box, b: Box): number {
  return Math.max(0, b[0] - a[2], a[0] - b[2], b[1] - a[3], a[1] - b[3]);
}

/** Part of a space on each side that adjacent characters may overhang. */
const OVERHANG = 0.3;

/** Narrower spaces, as part of their size, have no room for a digit. */
const LEAST_SPACE = 0.2;

const NONE: ReadonlySet<string> = new Set();

function isSame([x, y]: Point, [otherX, otherY]: Point): boolean {
  return Math.abs(x - otherX) < SAME_ORIGIN && Math.abs(y - otherY) < SAME_ORIGIN;
}

const LAST_CODE_POINT = 0x10ffff;

/** Control characters, private-use characters and unassigned code points have no readable meaning. */
function isUnsaid(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0xd800 && code <= 0xf8ff) ||
    code === 0xfffe ||
    code === 0xffff ||
    code > LAST_CODE_POINT
  );
}
