import type { Cell } from "../form/cells.js";
import { isReckoned } from "../rules/components.js";
import { COMPLETE_SIZE, type Explanation, smallestSets } from "./search.js";
import type { System } from "./system.js";
import { type Bounds, tableauOf } from "./tableau.js";

/** The known figures of a system in the search for explanations. */
export interface Situation {
  readonly system: System;
  /** Printed figures by column; `NaN` for a blank. */
  readonly printed: readonly number[];
  /** Columns that may have any value at no cost: blanks, and the slack of inequalities. */
  readonly open: readonly number[];
  /** Columns whose figures are invalid. */
  readonly unusable: readonly number[];
  /** Columns whose figures are taken to be right. */
  readonly kept: readonly number[];
}

/** The columns with nothing free: usable printed figures, and 0 otherwise. */
export function knownOf({ slacks }: System, printed: readonly number[]): readonly number[] {
  return [...printed.map((figure) => (isReckoned(figure) ? figure : 0)), ...slacks.map(() => 0)];
}

/**
 * Explanations in which one mistake changed several figures: a figure that was carried wrongly into its totals too. Each such
 * mistake counts as one figure does, so that an explanation of few mistakes is found however many figures it touches. Only
 * explanations of at most {@link COMPLETE_SIZE} mistakes, and only those with such a mistake in them.
 */
export function carriedErrors(situation: Situation): readonly Explanation[] {
  const mistakes = mistakesIn(situation.system);
  const known = knownOf(situation.system, situation.printed);
  return explainedBy(mistakes, situation, known, COMPLETE_SIZE).flatMap((explanation) =>
    [...explanation.keys()].every((column) => column < known.length) ? [] : spelledOut(explanation, mistakes, known),
  );
}

/**
 * Explanations by two mistakes of which one is that two figures of a row or column stand in each other's place; the other is one
 * figure, one that was carried into its totals, or another such pair.
 */
export function exchangedPairs(situation: Situation): readonly Explanation[] {
  const { system, printed, open, unusable, kept } = situation;
  const known = knownOf(system, printed);
  const mistakes = mistakesIn(system);
  const isOpen = new Set([...open, ...unusable]);
  const isFixed = new Set([...isOpen, ...kept]);
  const isClosed = (row: Float64Array): boolean => [...isOpen].every((column) => row[column] === 0);
  const closed = system.matrix.filter(isClosed);
  const broken = tableauOf(system.matrix, known, system.constants).values.filter((_, r) => isClosed(system.matrix[r] ?? NONE));
  const pairs = pairsIn(system).filter(([a, b]) => !isFixed.has(a) && !isFixed.has(b) && known[a] !== known[b]);
  const effects = pairs.map(([a, b]) => effectOf(closed, a, b, (known[b] ?? 0) - (known[a] ?? 0)));
  const byEffect = new Map<string, number[]>();
  effects.forEach((effect, i) => {
    const key = keyOf(effect);
    const alike = byEffect.get(key);
    if (alike === undefined) byEffect.set(key, [i]);
    else alike.push(i);
  });
  const reached = equationsReached(mistakes.system.matrix.filter((_, r) => isClosed(system.matrix[r] ?? NONE)));
  return pairs.flatMap(([a, b], i) => {
    const left = remainder(broken, effects[i] ?? []);
    const others = (byEffect.get(keyOf(left)) ?? []).filter((k) => k > i).map((k) => pairs[k] ?? [a, b]);
    const two = others
      .filter((pair) => !pair.includes(a) && !pair.includes(b))
      .map(([c, d]) => exchangeOf([a, b, c, d], [b, a, d, c], known));
    if (left.length === 0 || !reached.has(left.map(([r]) => r).join(" "))) return two;
    const exchanged = known.map((value, k) => (k === a ? (known[b] ?? 0) : k === b ? (known[a] ?? 0) : value));
    const one = explainedBy(mistakes, situation, exchanged, 1)
      .flatMap((explanation) => spelledOut(explanation, mistakes, exchanged))
      .filter((other) => other.size > 0 && !other.has(a) && !other.has(b))
      .map((other) => new Map([...exchangeOf([a, b], [b, a], known), ...other]));
    return [...two, ...one];
  });
}

const NONE = new Float64Array(0);

/** A system with a column for each mistake that changes several figures together, and those figures. */
interface Mistakes {
  readonly system: System;
  readonly events: readonly (readonly number[])[];
}

function mistakesIn(system: System): Mistakes {
  const events = carriedTogether(system);
  const width = system.cells.length + system.slacks.length;
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
  return { system: { ...system, matrix, reach }, events };
}

/** Explanations by at most so many mistakes of figures that are `known`. */
function explainedBy(
  { system, events }: Mistakes,
  { open, unusable, kept }: Situation,
  known: readonly number[],
  most: number,
): readonly Explanation[] {
  const start = tableauOf(system.matrix, [...known, ...events.map(() => 0)], system.constants);
  const keeping = events.flatMap((members, i) => (members.some((column) => kept.includes(column)) ? [known.length + i] : []));
  const room = roomOf(events, known);
  return smallestSets(system, start, [...known, ...room], open, unusable, most, [...kept, ...keeping]).explanations;
}

/** A mistake in several figures can fall by no more than the smallest of them. */
function roomOf(events: Mistakes["events"], known: readonly number[]): readonly number[] {
  return events.map((members) => Math.min(...members.map((column) => known[column] ?? 0)));
}

/** The pairs of figures that stand in one row or one column. */
function pairsIn({ cells }: System): readonly (readonly [number, number])[] {
  return cells.flatMap((one, a) => cells.flatMap((other, b) => (b > a && isInLine(one, other) ? [[a, b] as const] : [])));
}

function isInLine(one: Cell | undefined, other: Cell | undefined): boolean {
  return one?.table === other?.table && (one?.record === other?.record || one?.field === other?.field);
}

/** What an exchange adds to equations: the equation and how much, for those that it changes. */
type Effect = readonly (readonly [equation: number, by: number])[];

function effectOf(matrix: readonly Float64Array[], a: number, b: number, difference: number): Effect {
  return matrix.flatMap((row, r) => {
    const by = ((row[a] ?? 0) - (row[b] ?? 0)) * difference;
    return by === 0 ? [] : [[r, by] as const];
  });
}

/** By how much equations are still off behind an exchange. */
function remainder(broken: Float64Array, effect: Effect): Effect {
  const left = broken.slice();
  for (const [r, by] of effect) left[r] = (left[r] ?? 0) - by;
  return [...left].flatMap((by, r) => (by === 0 ? [] : [[r, by] as const]));
}

/** For every column, the equations that it is in, as one text. */
function equationsReached(matrix: readonly Float64Array[]): ReadonlySet<string> {
  const width = matrix[0]?.length ?? 0;
  const reached = Array.from({ length: width }, (): number[] => []);
  for (const [r, row] of matrix.entries()) {
    for (let column = 0; column < width; column += 1) if (row[column] !== 0) reached[column]?.push(r);
  }
  return new Set(reached.map((equations) => equations.join(" ")));
}

function keyOf(effect: Effect): string {
  return effect.join(" ");
}

/** Figures that stand in the places of others. */
function exchangeOf(at: readonly number[], from: readonly number[], known: readonly number[]): Explanation {
  return new Map(
    at.map((column, i) => {
      const value = known[from[i] ?? column] ?? 0;
      return [column, { min: value, max: value }];
    }),
  );
}

/** The figures that mistakes change, each by itself; nothing where two of them change the same figure. */
function spelledOut(explanation: Explanation, { events }: Mistakes, known: readonly number[]): readonly Explanation[] {
  const room = roomOf(events, known);
  const whole = new Map<number, { readonly min: number; readonly max: number | null }>();
  for (const [column, { min, max }] of explanation) {
    const i = column - known.length;
    const members = events[i] ?? [column];
    for (const member of members) {
      if (whole.has(member)) return [];
      const shift = i < 0 ? 0 : (known[member] ?? 0) - (room[i] ?? 0);
      whole.set(member, { min: min + shift, max: max === null ? null : max + shift });
    }
  }
  return [whole];
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
 * The explanation that totals were not filled in: every total of 0 whose parts are not all 0, as one mistake, together with at
 * most `others` other figures.
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

/** Totals of 0 with a part that is not 0 or is such a total itself. */
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
 * Whether a change replaces a figure by 0 only because totals are 0: the totals may as well not have been filled in. It does
 * not apply if a total that is not 0 requires the change too.
 */
export function erasesPart({ cells, parts }: System, printed: readonly number[], explanation: Explanation): boolean {
  const columns = new Map<string, number>(cells.map(({ address }, column) => [address, column]));
  const figure = (address: string): number => printed[columns.get(address) ?? -1] ?? Number.NaN;
  return [...explanation].some(([column, { min, max }]) => {
    const address = cells[column]?.address ?? "";
    if (min !== 0 || max !== 0 || printed[column] === 0) return false;
    // A figure that goes to another place of its row or column is not taken away.
    const isGoal = (other: number, to: Bounds): boolean =>
      printed[other] === 0 && to.min === printed[column] && to.max === to.min && isInLine(cells[column], cells[other]);
    if ([...explanation].some(([other, to]) => isGoal(other, to))) return false;
    const totals = [...parts].filter(([, addresses]) => addresses.includes(address)).map(([total]) => figure(total));
    return totals.length > 0 && totals.every((total) => total === 0);
  });
}
