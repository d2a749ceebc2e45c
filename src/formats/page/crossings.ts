import type { Texts } from "./doubts.js";
import { type Glyph, OF_NUMBER, RISE } from "./glyphs.js";
import type { Field, Lattice } from "./lattice.js";
import { linesOf, type TextLine } from "./lines.js";

/** How far a character may reach beyond its cell, as part of its width. */
const REACH = 0.25;

/** The same where it is not seen. */
const CUT = 0.05;

/** Digits nearer to each other than this part of their size are of one number, whatever line runs between them. */
const ONE_NUMBER = 0.12;

/** Cells that so many pairs of digits could join hold no figures. */
const MAX_PAIRS = 10_000;

/** Rows in which text runs over a line between two cells. */
export function crossedRows({ xs, fieldAt }: Lattice, texts: Texts): ReadonlySet<number> {
  const rows = new Set<number>();
  const firsts = new Map<string, { readonly field: Field; readonly glyph: Glyph }[]>();
  for (const [field, glyphs] of texts) {
    const [left, right] = [xs[field.left] ?? 0, xs[field.right] ?? 0];
    for (const glyph of glyphs) {
      if (!OF_NUMBER.test(glyph.text) || glyph.turn !== 0) continue;
      // Of a digit that is cut off at the line the rest is not seen.
      const reach = (glyph.visible ? REACH : CUT) * (glyph.right - glyph.left);
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
            OF_NUMBER.test(other.text) &&
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

/** Pairs of turned digits, of one table, that are looked at: beyond so many, all of them go on. */
const MAX_TURNED = 1_000_000;

/** Greatest distance of the digits of a vertically written number, as a multiple of their size. */
const PITCH = 1.35;

/** Greatest deviation, relative to the size, of texts in two cells that are taken to be aligned alike. */
const ALIKE = 0.15;

/** The vertical layout of a cell: where its lines begin and end, and its first and last line. */
interface Column {
  readonly field: Field;
  readonly top: number;
  readonly bottom: number;
  readonly first: TextLine;
  readonly last: TextLine;
}

/**
 * Places whose digits cross a line to the place below: they are on the line, continue there in the direction in which they are rotated, or
 * are as close to the ones below it as the digits of one number, while the texts of both cells are set at different
 * heights.
 */
export function crossedBelow(lattice: Lattice, kept: Texts): ReadonlySet<Field> {
  const { ys, fieldAt, closedAbove, closedBelow } = lattice;
  const found = new Set<Field>();
  let pairs = 0;
  const columns = new Map<Field, Column>();
  for (const [field, glyphs] of kept) {
    const [top, bottom] = [ys[field.top] ?? 0, ys[field.bottom] ?? 0];
    const open = {
      above: field.top === 0 && closedAbove[field.left] !== true,
      below: field.bottom === ys.length - 1 && closedBelow[field.left] !== true,
    };
    for (const glyph of glyphs) {
      if (!OF_NUMBER.test(glyph.text)) continue;
      const reach = REACH * (glyph.right - glyph.left);
      const flat = glyph.turn % 2 === 0;
      const from = glyph.turn === 0 ? glyph.baseline - RISE * glyph.size : glyph.top;
      const to = glyph.turn === 0 ? glyph.baseline : glyph.bottom;
      if ((!open.above && from < top - reach) || (!open.below && to > bottom + reach)) found.add(field);
      if (flat || glyph.bottom <= bottom - ONE_NUMBER * glyph.size) continue;
      const beyond = fieldAt((glyph.left + glyph.right) / 2, bottom + ONE_NUMBER * glyph.size);
      const goesOn = (other: Glyph) =>
        other.turn === glyph.turn &&
        OF_NUMBER.test(other.text) &&
        Math.abs(other.left - glyph.left) < ONE_NUMBER * glyph.size &&
        Math.abs(other.top - glyph.bottom) < ONE_NUMBER * glyph.size;
      if (beyond === null || beyond === field) continue;
      const next = kept.get(beyond) ?? [];
      pairs += next.length;
      if (pairs <= MAX_TURNED && !next.some(goesOn)) continue;
      found.add(field);
      found.add(beyond);
    }
    const lines = linesOf(glyphs.filter(({ turn }) => turn === 0));
    const [first, last] = [lines[0], lines.at(-1)];
    if (first !== undefined && last !== undefined) columns.set(field, { field, top, bottom, first, last });
  }
  for (const column of columns.values()) {
    const { field, last, bottom } = column;
    const below = fieldAt((last.left + last.right) / 2, bottom + 1);
    const next = below === null || below === field ? undefined : columns.get(below);
    if (next === undefined || !mayGoOn(last, next.first) || isSetAlike(column, next)) continue;
    found.add(field);
    found.add(next.field);
  }
  return found;
}

/** Whether two lines are a digit each, one closely below the other. */
function mayGoOn(above: TextLine, below: TextLine): boolean {
  const [a, b] = [above.glyphs[0], below.glyphs[0]];
  if (a === undefined || b === undefined || above.glyphs.length + below.glyphs.length > 2) return false;
  const beside = Math.abs((a.left + a.right) / 2 - (b.left + b.right) / 2);
  return OF_NUMBER.test(a.text) && OF_NUMBER.test(b.text) && beside < 0.2 * a.size && b.baseline - a.baseline < PITCH * a.size;
}

/** Whether the texts of two cells begin at one distance from their upper edges, end at one from their lower ones, or have it in the middle. */
function isSetAlike(a: Column, b: Column): boolean {
  const above = ({ top, first }: Column) => first.top - top;
  const below = ({ bottom, last }: Column) => bottom - last.bottom;
  const near = (one: number, other: number) => Math.abs(one - other) <= ALIKE * a.last.size;
  return near(above(a), above(b)) || near(below(a), below(b)) || near(above(a) - below(a), above(b) - below(b));
}
