import type { Cell } from "../form/cells.js";
import type { Form } from "../form/form.js";
import type { System } from "./system.js";

/**
 * What somebody may have done to a true figure, and how much that asks one to believe, in bits: each further bit makes a slip
 * half as likely. To this comes the number of ways in which the slip could have been made on that figure, as its logarithm:
 * exchanging the two digits of 62 can be done in one way, mistyping one of them in eighteen.
 */
export const SLIP_BITS = {
  /** A minus sign that does not belong there, or a figure that is none. */
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
  /** A figure in a neighbouring cell or another one of its row or column, which is left 0. */
  misplaced: 3,
  /** A total that is still 0. */
  totalMissing: 2,
  /** A total that leaves one of its parts out. */
  totalStale: 2,
  /** Anything but 0 that stands as 0. */
  omitted: 4,
  /** One digit is another one. */
  mistyped: 3,
  /** A digit too many. */
  inserted: 6,
  /** A total that is off for no reason to be seen: it was probably not updated. */
  totalWrong: 10,
  /** No recognisable slip. */
  unexplained: 13,
} as const;

/**
 * How unusual a true figure is that is no total, in bits: most are 0, and large ones are rarer than small ones. So a change to
 * a usual figure is likelier than one away from it. A total only says again what its parts say and costs nothing.
 */
export const FIGURE_BITS = {
  /** For not being 0. */
  nonzero: 2,
  /** For each doubling. */
  magnitude: 0.5,
} as const;

/** A kind of slip. */
export type Slip = keyof typeof SLIP_BITS;

/** A slip with what it costs to believe it, in bits. */
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

/** How unusual a true figure is, in bits; 0 for a total, which only says again what its parts say. */
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

/** The slip of two figures that stand in each other's place; `null` unless they do. Its bits are for both of them together. */
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

/** Whether what `a` has more than `b` is a digit next to its like. */
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
