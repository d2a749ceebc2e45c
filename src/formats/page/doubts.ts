import type { Glyph, UprightPage } from "./glyphs.js";
import type { Field, Lattice } from "./lattice.js";
import type { Box } from "./page.js";
import { boxAround } from "./paths.js";

/** What stands in each place of a table. */
type Texts = ReadonlyMap<Field, readonly Glyph[]>;

/** The places with dark digits that lean: they may go on with a figure. */
export function leaningFields(texts: Texts): ReadonlySet<Field> {
  return new Set([...texts].flatMap(([field, glyphs]) => (glyphs.some(({ leaning }) => leaning) ? [field] : [])));
}

/** The drawings and pictures that stand in one place of a table each. */
export function drawnIn({ pictures }: UprightPage, { xs, ys, fieldAt }: Lattice): ReadonlyMap<Field, readonly Box[]> {
  const drawn = new Map<Field, Box[]>();
  for (const box of pictures) {
    const [left, top, right, bottom] = box;
    const field = fieldAt((left + right) / 2, (top + bottom) / 2);
    if (field === null || Math.max(right - left, bottom - top) < LEAST_DRAWING) continue;
    const within =
      left >= (xs[field.left] ?? 0) - OVER_EDGE &&
      right <= (xs[field.right] ?? 0) + OVER_EDGE &&
      top >= (ys[field.top] ?? 0) - OVER_EDGE &&
      bottom <= (ys[field.bottom] ?? 0) + OVER_EDGE;
    if (!within) continue;
    const known = drawn.get(field);
    if (known === undefined) drawn.set(field, [box]);
    else known.push(box);
  }
  return drawn;
}

/** Smaller drawings say nothing; those of a cell may reach over its edges by this much. */
const LEAST_DRAWING = 3;
const OVER_EDGE = 2;

/** Whether something drawn in a cell may say more than its text, if that is a figure or nothing; not what lies around its text. */
export function hasMore(drawn: readonly Box[], glyphs: readonly Glyph[], text: string): boolean {
  if (drawn.length === 0 || !FIGURE_OR_NOTHING.test(text)) return false;
  if (glyphs.length === 0) return true;
  const [fromX, fromY, toX, toY] = boxAround(
    glyphs.map((glyph) => [(glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2]),
  );
  return drawn.some(([left, top, right, bottom]) => left > fromX || right < toX || top > fromY || bottom < toY);
}

const FIGURE_OR_NOTHING = /^[^\p{Script=Han}]*$|\d/u;

/** Parts of the height of a character between which a line strikes it out; below stands what underlines it. */
const STRUCK = [0.25, 0.75] as const;

/** Part of a digit's width that a line which strikes it out covers. */
const COVERED = 0.6;

/** Looks at lines that may strike out digits of one table: beyond so many, all of its cells count as struck out. */
export const MAX_STRIKES = 2_000_000;

/** The cells in which a line runs through digits. */
export function struckFields(page: UprightPage, texts: Texts): ReadonlySet<Field> {
  const across = page.lines
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
    if (turn !== 0 || !DIGIT.test(text)) return false;
    const [from, to] = STRUCK.map((part) => top + part * (bottom - top));
    let covered = 0;
    for (let i = firstFrom(from ?? top); i < across.length; i += 1) {
      const line = across[i];
      looks += 1;
      if (looks > MAX_STRIKES) return true;
      if (line === undefined || line.y > (to ?? bottom)) return false;
      // A curve is many short lines.
      covered += Math.max(0, Math.min(line.right, right) - Math.max(line.left, left));
      if (covered >= COVERED * (right - left)) return true;
    }
    return false;
  };
  return new Set([...texts].flatMap(([field, glyphs]) => (glyphs.some(isStruck) ? [field] : [])));
}

/** How far a character may reach beyond its cell, as part of its width. */
const REACH = 0.25;

/** Digits nearer to each other than this part of their size are of one number, whatever line runs between them. */
const ONE_NUMBER = 0.12;

const DIGIT = /^[\d０-９.,]$/;

/** Cells that so many pairs of digits could join hold no figures. */
const MAX_PAIRS = 10_000;

/** Rows in which text runs over a line between two cells. */
export function crossedRows({ xs, fieldAt }: Lattice, texts: Texts): ReadonlySet<number> {
  const rows = new Set<number>();
  const firsts = new Map<string, { readonly field: Field; readonly glyph: Glyph }[]>();
  for (const [field, glyphs] of texts) {
    const [left, right] = [xs[field.left] ?? 0, xs[field.right] ?? 0];
    for (const glyph of glyphs) {
      if (!DIGIT.test(glyph.text) || glyph.turn !== 0) continue;
      const reach = REACH * (glyph.right - glyph.left);
      if (glyph.left < left - reach || glyph.right > right + reach) rows.add(field.top);
      const gap = ONE_NUMBER * glyph.size;
      // Only a digit at the very edge of its cell can go on in the next one.
      if (glyph.right > right - gap) {
        const beyond = fieldAt(right + gap, (glyph.top + glyph.bottom) / 2);
        if (beyond !== null && beyond !== field) note(firsts, beyond, glyph);
      }
    }
  }
  for (const waiting of firsts.values()) {
    for (const { field, glyph } of waiting) {
      const next = texts.get(field) ?? [];
      const goesOn =
        waiting.length * next.length > MAX_PAIRS ||
        next.some(
          (other) =>
            DIGIT.test(other.text) &&
            Math.abs(other.baseline - glyph.baseline) < 0.1 * glyph.size &&
            Math.abs(other.left - glyph.right) < ONE_NUMBER * glyph.size,
        );
      if (goesOn) rows.add(field.top);
    }
  }
  return rows;
}

function note(firsts: Map<string, { readonly field: Field; readonly glyph: Glyph }[]>, field: Field, glyph: Glyph): void {
  const key = `${field.top}:${field.left}`;
  const known = firsts.get(key);
  if (known === undefined) firsts.set(key, [{ field, glyph }]);
  else known.push({ field, glyph });
}
