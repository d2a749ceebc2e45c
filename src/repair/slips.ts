import type { Cell } from "../form/cells.js";
import type { Form } from "../form/form.js";
import type { System } from "./system.js";

/**
 * Slips that may have altered a true figure, with their improbability in bits: each bit halves the likelihood. The logarithm of
 * the number of ways in which the slip can be made on the figure is added: the two digits of 62 can be exchanged in one way,
 * one of them mistyped in eighteen.
 */
export const SLIP_BITS = {
  /** A stray minus sign, or an invalid figure. */
  sign: 0,
  /** Neighbouring digits exchanged: 26 as 62. */
  transposed: 2,
  /** A digit left out: 126 as 16. */
  dropped: 3,
  /** A digit typed twice: 26 as 266. */
  doubled: 3,
  /** A decimal point or zeros too many or too few: 20 as 200. */
  shifted: 3,
  /** The figure of a neighbouring cell. */
  copied: 3,
  /** A figure that changed places with another one of its row or column. */
  exchanged: 3,
  /** A total into which the mistake in one of its parts was carried. */
  carried: 2,
  /** All of a row or column that changed places with its neighbour, or that stands one place off. */
  lines: 6,
  /** A figure entered in a neighbouring cell or another cell of its row or column, which leaves its own cell 0. */
  misplaced: 3,
  /** A total that is still 0. */
  totalMissing: 2,
  /** A total that leaves one of its parts out. */
  totalStale: 2,
  /** A figure that is not 0 and was left 0. */
  omitted: 4,
  /** One wrong digit. */
  mistyped: 3,
  /** An extra digit. */
  inserted: 6,
  /** A total that is off for no visible reason: it was probably not updated. */
  totalWrong: 10,
  /** No recognisable slip. */
  unexplained: 13,
} as const;

/**
 * Improbability in bits of a true figure that is not a total: most are 0, and large ones are rarer than small ones. So a change
 * to a usual value is likelier than a change away from one. A total only repeats its parts and costs nothing.
 */
export const FIGURE_BITS = {
  /** Cost of not being 0. */
  nonzero: 2,
  /** Cost of each doubling. */
  magnitude: 0.5,
} as const;

/** A kind of slip. */
export type Slip = keyof typeof SLIP_BITS;

/** A slip with its improbability in bits. */
export interface Judgement {
  readonly slip: Slip;
  readonly bits: number;
}

/** A figure that an explanation changes: from what is printed to what it should be. */
export interface Replacement {
  readonly cell: Cell;
  readonly from: number;
  readonly to: number;
}

/** The printed figures and their balances, as evidence of what happened to one of them. */
export interface Scene {
  readonly form: Form;
  readonly system: System;
  /** Printed figures, by the index of the form. */
  readonly figures: Float64Array;
}

/** Improbability of a true figure in bits; 0 for a total, which only repeats its parts. */
export function rarity(scene: Scene, cell: Cell, figure: number): number {
  return figure >= 1 && partsOf(scene, cell) === null ? FIGURE_BITS.nonzero + FIGURE_BITS.magnitude * Math.log2(figure) : 0;
}

const SHIFTS = [10, 100, 1000] as const;
const DIGITS = 10;

/** The likeliest slip that turns the true figure into the printed one. */
export function judge(scene: Scene, { cell, from, to }: Replacement): Judgement {
  let best: Judgement = { slip: "unexplained", bits: SLIP_BITS.unexplained };
  const consider = (slip: Slip, ways: number, applies: boolean): void => {
    const bits = SLIP_BITS[slip] + Math.log2(Math.max(1, ways));
    if (applies && bits < best.bits) best = { slip, bits };
  };
  const [was, is] = [String(to), String(from)];
  const length = was.length;
  consider("sign", 1, !(Number.isSafeInteger(from) && from >= 0));
  consider("transposed", length - 1, to !== from && isTransposed(was, is));
  consider("dropped", length, length > 1 && isWithoutOne(was, is));
  consider("doubled", length, isWithoutOne(is, was) && hasRunAt(is, was));
  consider("inserted", DIGITS * length, to !== 0 && isWithoutOne(is, was));
  consider("mistyped", (DIGITS - 1) * length, differsInOne(was, is));
  consider("shifted", 2 * SHIFTS.length, from !== 0 && to !== 0 && SHIFTS.some((f) => from === to * f || to === from * f));
  const neighbours = neighboursOf(scene.form, cell).map(({ index }) => scene.figures[index]);
  consider("copied", neighbours.length, from !== 0 && neighbours.includes(from));
  const parts = partsOf(scene, cell);
  if (parts !== null) {
    consider("totalMissing", 1, from === 0);
    consider(
      "totalStale",
      new Set(parts).size,
      parts.some((part) => part !== 0 && from === to - part),
    );
    consider("totalWrong", 1, true);
  }
  consider("omitted", 1, from === 0);
  return { slip: best.slip, bits: best.bits + rarity(scene, cell, to) - rarity(scene, cell, from) };
}

/** The slip of two figures that were exchanged; `null` if they were not. Its bits count for both together. */
export function judgePair(scene: Scene, a: Replacement, b: Replacement): Judgement | null {
  if (a.from !== b.to || a.to !== b.from) return null;
  const [here, there] = [a.cell.coordinate, b.cell.coordinate];
  if (here.table !== there.table || (here.row !== there.row && here.column !== there.column)) return null;
  const slip = a.from === 0 || b.from === 0 ? "misplaced" : "exchanged";
  const neighbours = neighboursOf(scene.form, a.cell);
  const inLine = scene.form.cells.filter(
    ({ coordinate: { table, row, column } }) => table === here.table && (row === here.row || column === here.column),
  );
  const ways = neighbours.includes(b.cell) ? neighbours.length : neighbours.length * inLine.length;
  const unusual = [a, b].reduce((sum, { cell, from, to }) => sum + rarity(scene, cell, to) - rarity(scene, cell, from), 0);
  return { slip, bits: SLIP_BITS[slip] + Math.log2(ways) + unusual };
}

function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const i = firstDifference(a, b);
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

/** Whether leaving one character out of `a` gives `b`. */
function isWithoutOne(a: string, b: string): boolean {
  if (a.length !== b.length + 1) return false;
  const i = firstDifference(a, b);
  return a.slice(i + 1) === b.slice(i);
}

/** Whether the extra digit of `a` repeats its neighbour. */
function hasRunAt(a: string, b: string): boolean {
  const i = firstDifference(a, b);
  return i > 0 && a[i] === a[i - 1];
}

function differsInOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const i = firstDifference(a, b);
  return i < a.length && a.slice(i + 1) === b.slice(i + 1);
}

function firstDifference(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  return i;
}

/** The figures above, below, left and right of one in the printed table. */
function neighboursOf(form: Form, cell: Cell): readonly Cell[] {
  const { table, row, column } = cell.coordinate;
  return form.cells.filter(
    ({ coordinate: other }) => other.table === table && Math.abs(other.row - row) + Math.abs(other.column - column) === 1,
  );
}

/** The printed parts of a figure that is by itself one side of a balance, or `null` if it is no such total. */
function partsOf({ form, system, figures }: Scene, cell: Cell): readonly number[] | null {
  const parts = system.parts.get(cell.address);
  return parts?.map((address) => figures[form.byAddress[address]?.index ?? -1] ?? 0) ?? null;
}
