import type { Doubt } from "../../reading/source.js";
import { BLANK, DIGIT, type Glyph } from "./glyphs.js";
import { linesOf, type TextLine } from "./lines.js";

/** The content of a cell. */
export interface CellText {
  readonly text: string;
  readonly doubt: Doubt | null;
}

const NOTHING: CellText = { text: "", doubt: null };

/** The inner edges of a cell, and the least padding of its table. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  readonly padding: number;
}

/**
 * The text of a cell: its lines one below the other, a number that was broken over lines put together where that is certain. What is
 * not seen, or as pale as a watermark, is its text only where there is nothing else, and a doubt in any case. Columns of a width may
 * be as wide as their text: a number that is set as one word is never too wide for its cell then.
 */
export function cellText(all: readonly Glyph[], cell: Sides, mayFit: (width: number) => boolean): CellText {
  if (all.length === 0) return NOTHING;
  const seen = all.filter(({ visible, faint, on }) => (visible || !on) && !faint);
  const glyphs = seen.some(({ text }) => !BLANK.test(text)) ? seen : all;
  const doubt = all.some(({ visible, faint }) => !visible || faint) ? "recognised" : null;
  const [first] = glyphs;
  const turn = first?.turn ?? 0;
  if (turn !== 0 && glyphs.every((glyph) => glyph.turn === turn)) {
    const text = turnedText(glyphs, turn);
    // Upside down a 6 is a 9, so it is ambiguous, as is the reading direction of stacked digits.
    const unclear = (turn === 2 || text.includes("\n")) && glyphs.some((glyph) => DIGIT.test(glyph.text));
    return { text, doubt: doubt ?? (unclear ? "crossing" : null) };
  }
  const lines = linesOf(glyphs.filter((glyph) => glyph.turn === 0));
  if (lines.length > 1 && runsDownwards(glyphs)) return { text: downwards(glyphs), doubt };
  // Rotated digits next to upright ones may be part of the same figure.
  const overlaid =
    lines.some((line, i) => line.overlaid || isOver(line, lines[i + 1])) ||
    glyphs.some(({ text, turn: own }) => own !== 0 && DIGIT.test(text));
  const text = lines.map((line, i) => line.text + join(line, lines[i + 1], cell, mayFit)).join("");
  return { text, doubt: overlaid || END_OF_NUMBER.test(text) ? "crossing" : doubt };
}

/** No agency prints zeros before a count: digits that begin so are the end of a number. */
const END_OF_NUMBER = /^0\d+$/;

/** Lines of figures are no nearer to each other than this part of their size. */
const LEAST_PITCH = 0.8;

/** Whether figures of two lines lie over each other: they were not set as the lines of one cell. */
function isOver(line: TextLine, next: TextLine | undefined): boolean {
  const [a, b] = [line.glyphs[0], next?.glyphs[0]];
  if (a === undefined || b === undefined || !FIGURE.test(line.text) || !FIGURE.test(next?.text ?? "")) return false;
  return b.baseline - a.baseline < LEAST_PITCH * Math.min(a.size, b.size);
}

const FIGURE = /^[\d.,\s]+$/;

const ENDS_IN_NUMBER = /^[^\d]?[\d０-９][\d０-９.,，．\s]*$/;
const GOES_ON = /^[\d０-９.,，．]+[^\d]{0,3}$/;

/** A separate line with the unit of the number above it. */
const MEASURE = /^[^\d０-９\s.,，．]{1,3}$/;

/** Thousands groups that continue a number; and the beginning of such a number, grouped by spaces or by commas. */
const GROUPS = /^[\d０-９]{3}(?:[\s,，][\d０-９]{3})*[,，]?[^\d０-９]{0,3}$/;
const SPACED = /^[^\d０-９]?[\d０-９]{1,3}(?:\s[\d０-９]{3})+$/;
const SEPARATED = /^[^\d０-９]?[\d０-９]{1,3}(?:[,，][\d０-９]{3})*[,，]$/;

/** Full-width digits are set like Chinese characters, one of which any line may begin with. */
const WIDE_END = /[０-９．，]$/;
const WIDE_START = /^[０-９]/;

const SEPARATOR = /^[.,，．]$/;

/**
 * The separator between two lines of a cell. A number continues in the next line only if its first unbreakable part had no more
 * room in this one: a digit, with the separator behind it, or a group of three.
 */
function join(line: TextLine, next: TextLine | undefined, cell: Sides, mayFit: (width: number) => boolean): string {
  if (next === undefined) return "";
  if (!ENDS_IN_NUMBER.test(line.text)) return "\n";
  if (MEASURE.test(next.text)) return "";
  const grouped = GROUPS.test(next.text);
  if (!grouped && !GOES_ON.test(next.text)) return "\n";
  const spaced = grouped && SPACED.test(line.text);
  const before = line.left - cell.left;
  const after = cell.right - line.right;
  const edge = Math.min(before, after, cell.padding + BEARING * line.digit);
  const room = before + after - 2 * edge;
  const inGroups = spaced || (grouped && SEPARATED.test(line.text));
  const needed = inGroups ? groupWidth(next) : unitWidth(line, next);
  const asWord = !inGroups && !(WIDE_END.test(line.text) && WIDE_START.test(next.text));
  if (edge < 0 || room >= needed || (asWord && mayFit(cell.right - cell.left))) return "\n";
  return spaced ? " " : "";
}

/** Whether lines are pieces of one number, as far as none of them had room for more. */
export function isBroken(lines: readonly TextLine[], cell: Sides): boolean {
  return lines.every((line, i) => join(line, lines[i + 1], cell, () => false) !== "\n");
}

/** The width of the first three digits of a line, with the separator behind them. */
function groupWidth({ glyphs }: TextLine): number {
  const last = SEPARATOR.test(glyphs[3]?.text ?? "") ? glyphs[3] : glyphs[2];
  return (last?.right ?? 0) - (glyphs[0]?.left ?? 0);
}

/** The width of a digit, with the separator behind it, which never begins a line. */
function unitWidth(line: TextLine, { glyphs: [first, second] }: TextLine): number {
  const parted = first !== undefined && second !== undefined && SEPARATOR.test(second.text);
  return parted ? line.digit + second.right - second.left : line.digit;
}

/** The side bearing of a digit, in widths of a digit. */
const BEARING = 0.175;

/** Whether text was written downwards, character by character, in more than one column. */
function runsDownwards(glyphs: readonly Glyph[]): boolean {
  let down = 0;
  let right = 0;
  let left = false;
  for (let i = 1; i < glyphs.length; i += 1) {
    const [a, b] = [glyphs[i - 1], glyphs[i]];
    if (a === undefined || b === undefined) continue;
    const [dx, dy] = [b.left - a.left, b.baseline - a.baseline];
    if (Math.abs(dx) < 0.3 * a.size && dy > 0.5 * a.size) down += 1;
    else if (Math.abs(dy) < 0.3 * a.size && dx > 0) right += 1;
    else if (dx < -0.5 * a.size && dy < -0.5 * a.size) left = true;
  }
  return left && down > right;
}

/** Columns of text from right to left, each from top to bottom. */
function downwards(glyphs: readonly Glyph[]): string {
  const columns: Glyph[][] = [];
  let at = Number.POSITIVE_INFINITY;
  for (const glyph of [...glyphs].sort((a, b) => b.right - a.right)) {
    if (at - glyph.right > 0.5 * glyph.size) {
      columns.push([]);
      at = glyph.right;
    }
    columns[columns.length - 1]?.push(glyph);
  }
  return columns
    .map((column) =>
      column
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text)
        .join(""),
    )
    .join("\n");
}

/** Text that is turned against the page is turned back. */
function turnedText(glyphs: readonly Glyph[], turn: number): string {
  const back = glyphs.map((glyph): Glyph => {
    const { left, top, right, bottom } = glyph;
    if (turn === 1) return { ...glyph, left: top, right: bottom, top: -right, bottom: -left, baseline: -left };
    if (turn === 3) return { ...glyph, left: -bottom, right: -top, top: left, bottom: right, baseline: right };
    return { ...glyph, left: -right, right: -left, top: -bottom, bottom: -top, baseline: -top };
  });
  return linesOf(back)
    .map(({ text }) => text)
    .join("\n");
}
