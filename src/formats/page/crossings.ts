import type { Texts } from "./doubts.js";
import { type Glyph, OF_NUMBER, RISE } from "./glyphs.js";
import type { Field, Lattice } from "./lattice.js";
import { linesOf, type TextLine } from "./lines.js";
import type { Box } from "./page.js";

/** How far a character may reach beyond its cell, as part of its width. */
const REACH = 0.25;

/** The same where it is not seen. */
const CUT = 0.05;

/** Digits nearer to each other than this part of their size are of one number, whatever line runs between them. */
const ONE_NUMBER = 0.12;

/** Cells that so many pairs of digits could join hold no figures. */
const MAX_PAIRS = 10_000;

/** Rows in which text runs over a line between two cells, or over the sides of the table, beside which the `outside` stands. */
export function crossedRows({ xs, box, fieldAt }: Lattice, texts: Texts, outside: readonly Glyph[]): ReadonlySet<number> {
  const rows = new Set<number>();
  const firsts = new Map<Field, AtEdge[]>();
  const beside = besideOf(box, outside);
  let pairs = 0;
  const goesOutside = (glyph: Glyph): boolean => {
    pairs += beside.length;
    return pairs > MAX_OUTSIDE || beside.some((other) => isNext(glyph, other) || isNext(other, glyph));
  };
  /** Marks a row, and that of the field which a digit of it reaches into. */
  const cross = (field: Field, x: number, y: number): void => {
    rows.add(field.top);
    rows.add(fieldAt(x, y)?.top ?? field.top);
  };
  for (const [field, glyphs] of texts) {
    const [left, right] = [xs[field.left] ?? 0, xs[field.right] ?? 0];
    for (const glyph of glyphs) {
      if (!OF_NUMBER.test(glyph.text) || glyph.turn !== 0) continue;
      // Of a digit that is cut off at the line the rest is not seen.
      const reach = (glyph.visible ? REACH : CUT) * (glyph.right - glyph.left);
      const middle = (glyph.top + glyph.bottom) / 2;
      if (glyph.left < left - reach) cross(field, glyph.left, middle);
      if (glyph.right > right + reach) cross(field, glyph.right, middle);
      const gap = ONE_NUMBER * glyph.size;
      // Only a digit at the very edge of its cell can go on in the next one, with a digit that may reach over the edge itself.
      if (glyph.right > right - gap - REACH * (glyph.right - glyph.left)) {
        const beyond = fieldAt(right + gap, middle);
        if (beyond !== null && beyond !== field) note(firsts, beyond, field, glyph);
      }
      // A digit on the side of the table is outside where most of it is.
      const isAtSide = glyph.left < box[0] + glyph.size || glyph.right > box[2] - glyph.size;
      if (isAtSide && goesOutside(glyph)) rows.add(field.top);
    }
  }
  for (const [beyond, waiting] of firsts) {
    const next = texts.get(beyond) ?? [];
    for (const { field, glyph } of waiting) {
      const goesOn = waiting.length * next.length > MAX_PAIRS || next.some((other) => isNext(glyph, other));
      if (!goesOn) continue;
      rows.add(field.top);
      rows.add(beyond.top);
    }
  }
  return rows;
}

/** Whether two digits are one behind the other in one number. */
function isNext(glyph: Glyph, other: Glyph): boolean {
  return (
    OF_NUMBER.test(other.text) &&
    Math.abs(other.baseline - glyph.baseline) < 0.1 * glyph.size &&
    Math.abs(other.left - glyph.right) < ONE_NUMBER * glyph.size
  );
}

/** Pairs of digits within a table and beside it that are looked at: beyond this number, all are taken to go on. */
const MAX_OUTSIDE = 1_000_000;

/** The digits beside a table, as far from it as one is wide. */
function besideOf([left, top, right, bottom]: Box, outside: readonly Glyph[]): readonly Glyph[] {
  return outside.filter(
    (glyph) =>
      OF_NUMBER.test(glyph.text) &&
      glyph.turn === 0 &&
      glyph.bottom > top &&
      glyph.top < bottom &&
      (Math.abs(glyph.left - right) < glyph.size || Math.abs(glyph.right - left) < glyph.size),
  );
}

/** A digit at the edge of its place, and that. */
interface AtEdge {
  readonly field: Field;
  readonly glyph: Glyph;
}

function note(firsts: Map<Field, AtEdge[]>, beyond: Field, field: Field, glyph: Glyph): void {
  const known = firsts.get(beyond);
  if (known === undefined) firsts.set(beyond, [{ field, glyph }]);
  else known.push({ field, glyph });
}

/** Pairs of turned digits, of one table, that are looked at: beyond this number, all are taken to go on. */
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
