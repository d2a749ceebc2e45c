import { asTyped } from "./asTyped.js";
import { type Box, isOn, type Page, type PageText } from "./page.js";

/** A character on a page that is turned so that its text runs from left to right. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly baseline: number;
  readonly size: number;
  /** Quarter turns, clockwise, from the direction of the page's text. */
  readonly turn: number;
  readonly visible: boolean;
  /** Whether it is as pale as a watermark. */
  readonly faint: boolean;
  /** Whether it leans from the edges of the page. */
  readonly leaning: boolean;
  /** Whether it is on the page. */
  readonly on: boolean;
  /** Whether its place in a longer text is an estimate. */
  readonly estimated: boolean;
}

/** A page whose text runs from left to right. */
export interface UprightPage {
  readonly number: number;
  /** Quarter turns, clockwise, from the page as it is shown: 1 where its text runs downwards. */
  readonly turn: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly lines: readonly Box[];
  /** Lines of annotations: never those of tables, but they may be part of a figure or strike it out. */
  readonly marks: readonly Box[];
  readonly pictures: readonly Box[];
  /** The box on the page as it is shown. */
  readonly shown: (box: Box) => Box;
}

/** Text may lean by this many degrees from the edges of the page; a watermark or the text of a round seal leans more. */
const LEAN = 3;

/** How a character compares in width to others, where only the width of the whole text is known. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\ufffd]|[\ud800-\udbff]/;

/** Digits that are smaller than this, or squeezed to this part of their height, are not seen. */
const LEAST_SIZE = 3;
const LEAST_WIDTH = 0.12;

export const DIGIT = /^[\d０-９]$/;
/** A digit, or what parts the digits of a number. */
export const OF_NUMBER = /^[\d０-９.,]$/;
/** Height of a digit above the base line, relative to its size. */
export const RISE = 0.72;
/** Characters that only space out. */
export const BLANK = /^[\s\u3000\u00a0\u200b]*$/;

/**
 * The page rotated upright, its texts split into characters. Slanted text belongs to watermarks and seals, as annotations do; if it is as dark as other text
 * it is kept, as it may go on with a figure or hide one.
 */
export function upright(page: Page): UprightPage {
  const turns = page.texts.map(({ angle, mark }) => (mark === true ? null : quarterTurns(angle)));
  const counts = [0, 0, 0, 0];
  page.texts.forEach(({ text }, i) => {
    const turn = turns[i] ?? null;
    if (turn !== null) counts[turn] = (counts[turn] ?? 0) + text.length;
  });
  const main = counts.indexOf(Math.max(...counts));
  const { width, height } = page;
  const turned = turner(main, width, height);
  const glyphs: Glyph[] = [];
  page.texts.forEach((text, i) => {
    const turn = turns[i] ?? null;
    if (turn !== null) addGlyphs(glyphs, text, (turn - main + 4) % 4, main, turned);
    else if (text.visible && text.faint !== true && !BLANK.test(text.text)) addLeaning(glyphs, text, turned);
  });
  const size = main % 2 === 0 ? { width, height } : { width: height, height: width };
  const linesOf = (isMark: boolean): readonly Box[] =>
    page.lines.filter(({ mark = false }) => mark === isMark).map(({ from, to }) => turned([from[0], from[1], to[0], to[1]]));
  return {
    number: page.number,
    turn: main,
    ...size,
    glyphs: glyphs.map((glyph) => {
      if (!isOn(size, boxOf(glyph))) return { ...glyph, visible: false, on: false };
      return DIGIT.test(glyph.text) && isTooSmall(glyph) ? { ...glyph, visible: false } : glyph;
    }),
    pictures: page.pictures.map(turned),
    lines: linesOf(false),
    marks: linesOf(true),
    shown: turner((4 - main) % 4, size.width, size.height),
  };
}

function boxOf({ left, top, right, bottom }: Glyph): Box {
  return [left, top, right, bottom];
}

function isTooSmall({ size, turn, left, right, top, bottom }: Glyph): boolean {
  const width = turn % 2 === 0 ? right - left : bottom - top;
  return size < LEAST_SIZE || width < LEAST_WIDTH * size;
}

/** Text that leans, as the one place that it takes up. */
function addLeaning(glyphs: Glyph[], { box, size, text }: PageText, turned: (box: Box) => Box): void {
  const [left, top, right, bottom] = turned(box);
  const look = { visible: true, faint: false, leaning: true, on: true, estimated: true };
  glyphs.push({ text, left, top, right, bottom, baseline: bottom, size, turn: 0, ...look });
}

function quarterTurns(angle: number): number | null {
  const turns = Math.round(angle / 90);
  return Math.abs(angle - turns * 90) <= LEAN ? ((turns % 4) + 4) % 4 : null;
}

/** Turns boxes on a page back by quarters, so that what ran in the direction of that many quarter turns runs to the right. */
function turner(turns: number, width: number, height: number): (box: Box) => Box {
  const point = (x: number, y: number): readonly [number, number] => {
    switch (turns) {
      case 1:
        return [y, width - x];
      case 2:
        return [width - x, height - y];
      case 3:
        return [height - y, x];
      default:
        return [x, y];
    }
  };
  return ([left, top, right, bottom]) => {
    const [ax, ay] = point(left, top);
    const [bx, by] = point(right, bottom);
    return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
  };
}

function addGlyphs(glyphs: Glyph[], run: PageText, turn: number, main: number, turned: (box: Box) => Box): void {
  const [left, top, right, bottom] = turned(run.box);
  const flat = turn % 2 === 0;
  // Only text that the page's own turn left upright has a baseline that still means something.
  const baseline = main === 0 && turn === 0 && run.baseline !== undefined ? run.baseline : bottom;
  if (run.text.length === 1) {
    // Nearly every text is one character.
    const { size, visible, faint = false } = run;
    const text = asTyped(run.text);
    glyphs.push({
      text,
      left,
      top,
      right,
      bottom,
      baseline: flat ? baseline : bottom,
      size,
      turn,
      visible,
      faint,
      leaning: false,
      on: true,
      estimated: false,
    });
    return;
  }
  const characters = [...asTyped(run.text)];
  const { size, visible, faint = false } = run;
  const common = { size, turn, visible, faint, leaning: false, on: true, estimated: characters.length > 1, baseline };
  const weights = characters.map((character) => (WIDE.test(character) ? 2 : 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const length = flat ? right - left : bottom - top;
  const backwards = turn > 1;
  let at = 0;
  characters.forEach((text, i) => {
    const next = at + ((weights[i] ?? 1) / whole) * length;
    const [from, to] = backwards ? [length - next, length - at] : [at, next];
    glyphs.push(
      flat
        ? { ...common, text, left: left + from, right: left + to, top, bottom }
        : { ...common, text, left, right, top: top + from, bottom: top + to, baseline: top + to },
    );
    at = next;
  });
}
