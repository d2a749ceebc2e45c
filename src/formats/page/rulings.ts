import type { Language } from "../../findings/finding.js";
import type { Box } from "./page.js";
import { checkLimit } from "./pageLimits.js";

/** A line along one axis: its position on the other axis, and its start and end. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Lines of a table: those that cross, directly or through others. */
export interface Frame {
  readonly across: readonly Ruling[];
  readonly down: readonly Ruling[];
}

/** Greatest slant of a line or gap between its pieces, and greatest gap to a line that it meets. */
const LEAN = 1;
const GAP = 2.5;

/** Lines shorter than this separate nothing. */
const SHORTEST = 6;

/** The lines of a page, by the tables that they make up. */
export function framesOf(lines: readonly Box[], language: Language): readonly Frame[] {
  const across = joined(
    lines.flatMap(([left, top, right, bottom]) =>
      bottom - top <= LEAN ? [{ at: (top + bottom) / 2, from: left, to: right }] : [],
    ),
  );
  const down = joined(
    lines.flatMap(([left, top, right, bottom]) =>
      right - left <= LEAN && bottom - top > LEAN ? [{ at: (left + right) / 2, from: top, to: bottom }] : [],
    ),
  );
  return connected(across, down, language);
}

/** Pieces of one line put together: borders are drawn cell by cell, or as dashes. */
function joined(pieces: readonly Ruling[]): readonly Ruling[] {
  const rulings: { at: number; from: number; to: number }[] = [];
  for (const group of levels(pieces)) {
    let last: { at: number; from: number; to: number } | null = null;
    for (const piece of [...group].sort((a, b) => a.from - b.from)) {
      if (last !== null && piece.from <= last.to + GAP) last.to = Math.max(last.to, piece.to);
      else {
        last = { ...piece };
        rulings.push(last);
      }
    }
  }
  return rulings.filter(({ from, to }) => to - from >= SHORTEST);
}

/** Pieces at the same height, or at the same distance from the left. */
function levels(pieces: readonly Ruling[]): readonly (readonly Ruling[])[] {
  const groups: Ruling[][] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const piece of [...pieces].sort((a, b) => a.at - b.at)) {
    if (piece.at - start > LEAN) {
      groups.push([]);
      start = piece.at;
    }
    groups[groups.length - 1]?.push(piece);
  }
  return groups;
}

function connected(across: readonly Ruling[], down: readonly Ruling[], language: Language): readonly Frame[] {
  const groups = new Groups(across.length + down.length);
  const sorted = across.map((ruling, index) => ({ ruling, index })).sort((a, b) => a.ruling.at - b.ruling.at);
  let crossings = 0;
  down.forEach(({ at, from, to }, i) => {
    for (let k = firstFrom(sorted, from - GAP); k < sorted.length; k += 1) {
      const other = sorted[k];
      if (other === undefined || other.ruling.at > to + GAP) break;
      crossings += 1;
      checkLimit("crossings", crossings, language);
      if (other.ruling.from - GAP <= at && at <= other.ruling.to + GAP) groups.join(other.index, across.length + i);
    }
  });
  const frames = new Map<number, { across: Ruling[]; down: Ruling[] }>();
  const frameOf = (index: number) => {
    const root = groups.root(index);
    const frame = frames.get(root) ?? { across: [], down: [] };
    frames.set(root, frame);
    return frame;
  };
  across.forEach((ruling, i) => {
    frameOf(i).across.push(ruling);
  });
  down.forEach((ruling, i) => {
    frameOf(across.length + i).down.push(ruling);
  });
  return [...frames.values()].filter((frame) => frame.across.length > 0 && frame.down.length > 0);
}

function firstFrom(sorted: readonly { readonly ruling: Ruling }[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.ruling.at ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sets of numbers that are joined two by two. */
export class Groups {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, i) => i);
  }

  root(of: number): number {
    let at = of;
    for (let parent = this.#parents[at] ?? at; parent !== at; parent = this.#parents[at] ?? at) {
      this.#parents[at] = this.#parents[parent] ?? parent;
      at = parent;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [one, other] = [this.root(a), this.root(b)];
    if (one !== other) this.#parents[Math.max(one, other)] = Math.min(one, other);
  }
}
