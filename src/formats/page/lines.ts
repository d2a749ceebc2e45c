import { BLANK, DIGIT, type Glyph } from "./glyphs.js";

/** Characters on one line, from left to right, without those that only space out. */
export interface TextLine {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly size: number;
  /** Width of a digit of it, or of half its size. */
  readonly digit: number;
  readonly glyphs: readonly Glyph[];
  /** Whether characters overlap, so that the printed text is uncertain. */
  readonly overlaid: boolean;
}

/** Characters belong to one line up to this difference of their heights, as part of their size; notes are raised by less. */
const SAME_LINE = 0.55;

/** Smallest difference of height, as part of the size, by which a character is raised or lowered; and of its size. */
const RAISED = 0.18;
const SMALLER = 0.82;

/** Digits of one number are on one line and of one size more exactly. */
const DIGIT_RAISED = 0.1;
const DIGIT_SMALLER = 0.9;

/** A gap, as part of the size, that is a space; one that parts two texts. */
export const SPACE = 0.3;
const COLUMN_GAP = 1;

/** Greatest distance of two lines of one heading, as a multiple of their size. */
export const LINE_PITCH = 1.7;

/**
 * Characters nearer to the same one before them than this part of their width are that one, printed again: to look bold where they are
 * nearer than that part of their size, or as a shadow where they are that much lower. Else they may be another one that is set tightly.
 */
const TWICE = 0.35;
const BOLD = 0.06;
const SHADOW = 0.03;

/** How much of itself a character may share with the next: fonts are set tightly. */
const OVERLAP = 0.5;

/** The lines of text that characters make up, from top to bottom. `parted` splits a line at wide gaps. */
export function linesOf(glyphs: readonly Glyph[], parted: number = Number.POSITIVE_INFINITY): readonly TextLine[] {
  const lines: TextLine[] = [];
  const end = (group: Glyph[]) => {
    group.sort((a, b) => a.left - b.left);
    let part: Glyph[] = [];
    let right = Number.NEGATIVE_INFINITY;
    for (const glyph of group) {
      if (part.length > 0 && glyph.left - right > parted * glyph.size) {
        addLine(lines, part);
        part = [];
      }
      part.push(glyph);
      right = Math.max(right, glyph.right);
    }
    if (part.length > 0) addLine(lines, part);
  };
  let group: Glyph[] = [];
  let height = 0;
  let size = 0;
  for (const glyph of glyphs.filter(({ text }) => !BLANK.test(text)).sort((a, b) => a.baseline - b.baseline)) {
    if (group.length > 0 && glyph.baseline - height > SAME_LINE * Math.max(size, glyph.size)) {
      end(group);
      group = [];
    }
    if (group.length === 0) {
      height = glyph.baseline;
      size = glyph.size;
    } else if (glyph.size > size * (1 / SMALLER)) {
      // A raised character may come first, above the line: the line is at the height of the larger characters.
      height = glyph.baseline;
      size = glyph.size;
    }
    group.push(glyph);
  }
  if (group.length > 0) end(group);
  return lines;
}

function addLine(lines: TextLine[], glyphs: readonly Glyph[]): void {
  const kept: Glyph[] = [];
  let text = "";
  let overlaid = false;
  let doubled = 0;
  for (const glyph of glyphs) {
    const last = kept[kept.length - 1];
    if (last !== undefined) {
      const width = Math.min(last.right - last.left, glyph.right - glyph.left);
      if (last.text === glyph.text && glyph.left - last.left < TWICE * width && sameHeight(last, glyph, RAISED)) {
        if (DIGIT.test(glyph.text)) {
          doubled += 1;
          if (glyph.left - last.left > BOLD * glyph.size && sameHeight(last, glyph, SHADOW)) overlaid = true;
        }
        continue;
      }
      if (last.right - glyph.left > OVERLAP * width && width > 0) overlaid = true;
      text += between(last, glyph);
    }
    kept.push(glyph);
    text += glyph.text;
  }
  const [first] = kept;
  if (first === undefined) return;
  const digit = kept.find((glyph) => DIGIT.test(glyph.text));
  // Whoever prints twice prints all of a number twice; else equal digits are set closely.
  const digits = kept.filter((glyph) => DIGIT.test(glyph.text)).length;
  if (doubled > 0 && doubled % digits !== 0) overlaid = true;
  lines.push({
    text,
    left: first.left,
    right: kept.reduce((most, { right }) => Math.max(most, right), first.right),
    top: kept.reduce((least, { top }) => Math.min(least, top), first.top),
    bottom: kept.reduce((most, { bottom }) => Math.max(most, bottom), first.bottom),
    size: kept.reduce((most, { size }) => Math.max(most, size), 0),
    digit: digit === undefined ? first.size / 2 : digit.right - digit.left,
    glyphs: kept,
    overlaid,
  });
}

function sameHeight(a: Glyph, b: Glyph, raised: number): boolean {
  return Math.abs(a.baseline - b.baseline) <= raised * Math.max(a.size, b.size);
}

/** The separator of two characters of a line: nothing, a space, the gap between two texts, or the mark of a raised one. */
function between(a: Glyph, b: Glyph): string {
  const size = Math.max(a.size, b.size);
  const gap = b.left - a.right;
  const digits = DIGIT.test(a.text) && DIGIT.test(b.text);
  if (digits && (!sameHeight(a, b, DIGIT_RAISED) || Math.min(a.size, b.size) < DIGIT_SMALLER * size)) return "^";
  if (digits && gap > COLUMN_GAP * size) return "\t";
  return gap > SPACE * size ? " " : "";
}
