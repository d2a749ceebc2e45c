import { holds } from "./geometry.js";
import { BLANK, type Glyph, OF_NUMBER, RISE, type UprightPage } from "./glyphs.js";
import type { Field, Lattice } from "./lattice.js";
import type { Box } from "./page.js";
import { boxAround } from "./paths.js";

/** The content of each place of a table. */
export type Texts = ReadonlyMap<Field, readonly Glyph[]>;

/** The places with dark digits that lean or are too large for them: they may go on with a figure, or be one. */
export function strayFields(texts: Texts, kept: Texts): ReadonlySet<Field> {
  return new Set(
    [...texts].flatMap(([field, glyphs]) => {
      const own = new Set(kept.get(field));
      return glyphs.some((glyph) => !own.has(glyph) && isDark(glyph) && ANY_DIGIT.test(glyph.text)) ? [field] : [];
    }),
  );
}

function isDark({ visible, faint, on }: Glyph): boolean {
  return visible && !faint && on;
}

/** Part of a digit that other text must cover to hide it. */
const HIDDEN = 0.3;

/** The places whose digits are overlapped by other dark text: a watermark, a seal, text outside the table. */
export function overlaidFields({ glyphs: all }: UprightPage, { box }: Lattice, kept: Texts): ReadonlySet<Field> {
  const known = new Set([...kept.values()].flat());
  const over = all.filter((glyph) => !known.has(glyph) && isDark(glyph) && !BLANK.test(glyph.text) && sharedWith(glyph, box) > 0);
  if (over.length === 0) return new Set();
  let looks = 0;
  const isHidden = (digit: Glyph): boolean => {
    looks += over.length;
    const { left, top, right, bottom } = digit;
    const least = HIDDEN * (right - left) * (bottom - top);
    return looks > MAX_LOOKS || over.some((glyph) => sharedWith(glyph, [left, top, right, bottom]) > least);
  };
  return new Set(
    [...kept].flatMap(([field, glyphs]) =>
      glyphs.some((glyph) => OF_NUMBER.test(glyph.text) && isHidden(glyph)) ? [field] : [],
    ),
  );
}

function sharedWith(a: Pick<Glyph, "left" | "top" | "right" | "bottom">, [left, top, right, bottom]: Box): number {
  const width = Math.min(a.right, right) - Math.max(a.left, left);
  const height = Math.min(a.bottom, bottom) - Math.max(a.top, top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The drawings and pictures in each place of a table; of those over several places, the part in each. */
export function drawnIn({ pictures }: UprightPage, { xs, ys, fieldsUnder }: Lattice): ReadonlyMap<Field, readonly Box[]> {
  const drawn = new Map<Field, Box[]>();
  for (const box of pictures) {
    const [left, top, right, bottom] = box;
    const [x, y] = [Math.min(OVER_EDGE, (right - left) / 2), Math.min(OVER_EDGE, (bottom - top) / 2)];
    for (const field of fieldsUnder([left + x, top + y, right - x, bottom - y], MOST_UNDER) ?? []) {
      const place: Box = [xs[field.left] ?? 0, ys[field.top] ?? 0, xs[field.right] ?? 0, ys[field.bottom] ?? 0];
      const inside = around(place, OVER_EDGE);
      const isOwn = holds(inside, box);
      // What lies under or over the whole of a place, and more, is a ground.
      if (!isOwn && holds(box, around(place, -OVER_EDGE))) continue;
      const part = isOwn ? box : shared(box, place);
      if (Math.max(part[2] - part[0], part[3] - part[1]) < LEAST_DRAWING) continue;
      const known = drawn.get(field);
      if (known === undefined) drawn.set(field, [part]);
      else known.push(part);
    }
  }
  return drawn;
}

/** Smaller drawings are ignored; those of a cell may exceed its edges by this much. */
const LEAST_DRAWING = 3;
const OVER_EDGE = 2;

/** A picture over more places than this is a watermark, or the background of the table. */
const MOST_UNDER = 24;

function around([left, top, right, bottom]: Box, edge: number): Box {
  return [left - edge, top - edge, right + edge, bottom + edge];
}

function shared(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/** Whether a drawing in a cell may be part of its content, if its text is a figure or empty; a frame around the text is not. */
export function hasMore(drawn: readonly Box[], glyphs: readonly Glyph[], text: string): boolean {
  if (drawn.length === 0 || !FIGURE_OR_NOTHING.test(text)) return false;
  if (glyphs.length === 0) return true;
  const [fromX, fromY, toX, toY] = boxAround(
    glyphs.map((glyph) => [(glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2]),
  );
  return drawn.some(([left, top, right, bottom]) => left > fromX || right < toX || top > fromY || bottom < toY);
}

const FIGURE_OR_NOTHING = /^[^\p{Script=Han}]*$|\d/u;

/** A line in a cell ends this far from its edges at least; shorter ones than this are specks. */
const OFF_EDGE = 1;
const SPECK = 0.5;

/** Part of the height of a digit that a line must overlap to count as a sign next to digits. */
const BESIDE = 0.03;

/** A line that is drawn in an empty cell and is no longer than this may be a digit, unless it is level, as a dash. */
const LONGEST_DIGIT = 20;

/**
 * The places with a line that may be part of a figure: a digit, a point, a minus. It touches no edge of its place, and is
 * next to digits at their height, or upright in a place without text.
 */
export function drawnSigns({ lines, marks }: UprightPage, { xs, ys, fieldAt }: Lattice, kept: Texts): ReadonlySet<Field> {
  const found = new Set<Field>();
  const bands = new Map<Field, Band | null>();
  for (const [x0, y0, x1, y1] of [...lines, ...marks]) {
    const [left, top, right, bottom] = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
    const field = fieldAt((left + right) / 2, (top + bottom) / 2);
    if (field === null || found.has(field) || Math.max(right - left, bottom - top) < SPECK) continue;
    const inside =
      left > (xs[field.left] ?? 0) + OFF_EDGE &&
      right < (xs[field.right] ?? 0) - OFF_EDGE &&
      top > (ys[field.top] ?? 0) + OFF_EDGE &&
      bottom < (ys[field.bottom] ?? 0) - OFF_EDGE;
    if (!inside) continue;
    const glyphs = kept.get(field) ?? [];
    if (glyphs.length === 0) {
      if (bottom - top > SPECK && bottom - top < LONGEST_DIGIT && right - left < LONGEST_DIGIT) found.add(field);
      continue;
    }
    if (!bands.has(field)) bands.set(field, bandOf(glyphs));
    const band = bands.get(field);
    if (band === undefined || band === null) continue;
    const beside = right > band.right || left < band.left || bottom - top > right - left || right - left < SHORT * band.size;
    const near = left < band.right + band.size && right > band.left - band.size;
    if (beside && near && top < band.bottom - BESIDE * band.size && bottom > band.top) found.add(field);
  }
  return found;
}

/** A level line shorter than this part of the size, among digits, is a point. */
const SHORT = 0.25;

/** The vertical range of the digits of a cell, from their upper edge to the base line. */
interface Band {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly size: number;
}

/** `null` where a cell holds more than figures. */
function bandOf(glyphs: readonly Glyph[]): Band | null {
  const digits = glyphs.filter(({ text, turn }) => OF_NUMBER.test(text) && turn === 0);
  if (digits.length === 0 || glyphs.some(({ text }) => HAN.test(text))) return null;
  const size = Math.max(...digits.map((digit) => digit.size));
  const [left, top, right, bottom] = boxAround(
    digits.flatMap((digit) => [[digit.left, digit.baseline - RISE * size] as const, [digit.right, digit.baseline] as const]),
  );
  return { left, top, right, bottom, size };
}

const HAN = /\p{Script=Han}/u;

/** Parts of the height of a character between which a line strikes it out; a lower one underlines it. */
const STRUCK = [0.25, 0.75] as const;

/** Part of a digit's width that a line which strikes it out covers. */
const COVERED = 0.6;

/** Looks at what may strike out or hide digits of one table: beyond so many, all of its cells count as struck out or hidden. */
export const MAX_LOOKS = 2_000_000;

/** The cells in which a line runs through digits. */
export function struckFields(page: UprightPage, texts: Texts): ReadonlySet<Field> {
  const across = [...page.lines, ...page.marks]
    .filter(([left, top, right, bottom]) => Math.abs(bottom - top) < Math.abs(right - left))
    .map(([left, top, right, bottom]) => ({ y: (top + bottom) / 2, left: Math.min(left, right), right: Math.max(left, right) }))
    .sort((a, b) => a.y - b.y);
  const firstFrom = (y: number): number => {
    let low = 0;
    let high = across.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((across[middle]?.y ?? y) < y) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let looks = 0;
  const isStruck = ({ text, turn, left, right, top, bottom }: Glyph): boolean => {
    if (turn !== 0 || !OF_NUMBER.test(text)) return false;
    const [from, to] = STRUCK.map((part) => top + part * (bottom - top));
    let covered = 0;
    for (let i = firstFrom(from ?? top); i < across.length; i += 1) {
      const line = across[i];
      looks += 1;
      if (looks > MAX_LOOKS) return true;
      if (line === undefined || line.y > (to ?? bottom)) return false;
      // A curve is many short lines.
      covered += Math.max(0, Math.min(line.right, right) - Math.max(line.left, left));
      if (covered >= COVERED * (right - left)) return true;
    }
    return false;
  };
  return new Set([...texts].flatMap(([field, glyphs]) => (glyphs.some(isStruck) ? [field] : [])));
}

const ANY_DIGIT = /[\d０-９]/;
