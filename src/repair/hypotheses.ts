import { isReckoned } from "../rules/components.js";
import { COMPLETE_SIZE, type Explanation, smallestSets } from "./search.js";
import type { System } from "./system.js";
import { tableauOf } from "./tableau.js";

/** What is known of the figures of a system when explanations are looked for. */
export interface Situation {
  readonly system: System;
  /** Printed figures by column; `NaN` for a blank. */
  readonly printed: readonly number[];
  /** Columns that may be anything, at no cost: blanks and what inequalities leave over. */
  readonly open: readonly number[];
  /** Columns whose figures are none. */
  readonly unusable: readonly number[];
}

/** The columns with nothing free: what is printed and can be reckoned with, 0 for anything else. */
export function knownOf({ slacks }: System, printed: readonly number[]): readonly number[] {
  return [...printed.map((figure) => (isReckoned(figure) ? figure : 0)), ...slacks.map(() => 0)];
}

/**
 * Explanations in which one mistake changed several figures: a figure that was carried wrongly into its totals too. Each such
 * mistake counts as one figure does, so that an explanation of few mistakes is found however many figures it touches. Only
 * explanations of at most {@link COMPLETE_SIZE} mistakes, and only those with such a mistake in them.
 */
export function carriedErrors(situation: Situation): readonly Explanation[] {
  const { system, printed, open, unusable } = situation;
  const events = carriedTogether(system);
  const known = knownOf(system, printed);
  const width = known.length;
  const matrix = system.matrix.map((row) => {
    const extended = new Float64Array(width + events.length);
    extended.set(row);
    events.forEach((members, i) => {
      extended[width + i] = members.reduce((sum, column) => sum + (row[column] ?? 0), 0);
    });
    return extended;
  });
  const reach = Math.max(
    system.reach,
    ...events.map((_, i) => matrix.reduce((count, row) => count + (row[width + i] === 0 ? 0 : 1), 0)),
  );
  const start = tableauOf(matrix, [...known, ...events.map(() => 0)], system.constants);
  // A mistake in several figures can fall by no more than the smallest of them.
  const room = events.map((members) => Math.min(...members.map((column) => known[column] ?? 0)));
  const { explanations } = smallestSets({ ...system, matrix, reach }, start, [...known, ...room], open, unusable, COMPLETE_SIZE);
  return explanations.flatMap((explanation) => {
    if ([...explanation.keys()].every((column) => column < width)) return [];
    const whole = spelledOut(explanation, events, room, known);
    return whole === null ? [] : [whole];
  });
}

/** The figures that mistakes change, each by itself; `null` where two of them change the same figure. */
function spelledOut(
  explanation: Explanation,
  events: readonly (readonly number[])[],
  room: readonly number[],
  known: readonly number[],
): Explanation | null {
  const whole = new Map<number, { readonly min: number; readonly max: number | null }>();
  for (const [column, { min, max }] of explanation) {
    const i = column - known.length;
    const members = events[i] ?? [column];
    for (const member of members) {
      if (whole.has(member)) return null;
      const shift = i < 0 ? 0 : (known[member] ?? 0) - (room[i] ?? 0);
      whole.set(member, { min: min + shift, max: max === null ? null : max + shift });
    }
  }
  return whole;
}

/** Figures that one mistake can change together: a figure with one of its totals, or with all totals above it. */
function carriedTogether({ cells, parts }: System): readonly (readonly number[])[] {
  const columns = new Map<string, number>(cells.map(({ address }, column) => [address, column]));
  const totalsOf = new Map<number, readonly number[]>();
  for (const [total, addresses] of parts) {
    const column = columns.get(total);
    for (const address of addresses) {
      const part = columns.get(address);
      if (part !== undefined && column !== undefined) totalsOf.set(part, [...(totalsOf.get(part) ?? []), column]);
    }
  }
  return [...totalsOf].flatMap(([part, totals]) => {
    const above = new Set([...totals, ...totals.flatMap((total) => totalsOf.get(total) ?? [])]);
    const single = totals.map((total) => [part, total]);
    return above.size > 1 ? [...single, [part, ...above]] : single;
  });
}

/**
 * The explanation that totals were not filled in: every total that stands as 0 over parts that are not all 0, as one mistake, beside
 * at most `others` other figures.
 */
export function unfilledTotals(situation: Situation, others: number): readonly Explanation[] {
  const { system, printed, open, unusable } = situation;
  const unfilled = emptyTotals(system, printed);
  if (unfilled.length === 0) return [];
  const known = knownOf(system, printed);
  const start = tableauOf(system.matrix, known, system.constants);
  const given = [...new Set([...unusable, ...unfilled])];
  return smallestSets(system, start, known, open, given, others).explanations.map(
    (explanation) => new Map([...explanation].filter(([column, { min, max }]) => min !== max || min !== printed[column])),
  );
}

/** Totals that stand as 0 while one of their parts does not, or is such a total itself. */
function emptyTotals({ cells, parts }: System, printed: readonly number[]): readonly number[] {
  const columns = new Map<string, number>(cells.map(({ address }, column) => [address, column]));
  const empty = new Set<number>();
  let before = -1;
  while (before !== empty.size) {
    before = empty.size;
    for (const [total, addresses] of parts) {
      const column = columns.get(total);
      if (column === undefined || printed[column] !== 0) continue;
      const filled = addresses.some((address) => {
        const part = columns.get(address) ?? -1;
        return empty.has(part) || (printed[part] ?? 0) > 0;
      });
      if (filled) empty.add(column);
    }
  }
  return [...empty];
}

/**
 * Whether a change takes away a figure that is not 0 only because totals are 0: the totals are as likely not to have been filled in. A
 * total that is not 0 and asks for the change too is another matter.
 */
export function erasesPart({ cells, parts }: System, printed: readonly number[], explanation: Explanation): boolean {
  const columns = new Map<string, number>(cells.map(({ address }, column) => [address, column]));
  const figure = (address: string): number => printed[columns.get(address) ?? -1] ?? Number.NaN;
  return [...explanation].some(([column, { min, max }]) => {
    const address = cells[column]?.address ?? "";
    if (min !== 0 || max !== 0 || printed[column] === 0) return false;
    // A figure that goes to another place is not taken away.
    if ([...explanation].some(([other, to]) => printed[other] === 0 && to.min === printed[column] && to.max === to.min))
      return false;
    const totals = [...parts].filter(([, addresses]) => addresses.includes(address)).map(([total]) => figure(total));
    return totals.length > 0 && totals.every((total) => total === 0);
  });
}
