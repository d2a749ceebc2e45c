import type { System } from "./system.js";
import { type Bounds, boundsOf, coefficient, columnsOf, copyOf, obstacle, release, type Tableau } from "./tableau.js";

/** Sets of up to this many figures, besides invalid ones, are always searched completely. */
export const COMPLETE_SIZE = 2;

/** Maximum number of steps of the search for larger sets in one component; beyond it the result is `bounded`. */
export const SEARCH_LIMIT = 5_000;

/** A set of figures whose change makes every equation hold: the possible values of each, by column. */
export type Explanation = ReadonlyMap<number, Bounds>;

/** The result of a search. */
export interface SearchResult {
  readonly explanations: readonly Explanation[];
  /** Whether the search stopped at its limit, so that other explanations of this size or a larger one may exist. */
  readonly bounded: boolean;
}

interface Search {
  readonly system: System;
  readonly printed: readonly number[];
  /** Equations that the printed figures violate and whose figures are all known. */
  readonly broken: readonly number[];
  readonly found: Tableau[];
  readonly excluded: Uint8Array;
  steps: number;
  limit: number;
}

/**
 * All smallest sets of figures whose change lets every equation of a system hold with whole numbers of at least 0, the
 * columns `invalid` among them always. The figures of `blank` may be anything, at no cost. A figure can fall by as much as
 * `printed` says. Sets of more than `largest` figures beyond the invalid ones are not looked for, nor sets with a figure that is `kept`.
 *
 * After Fellegi and Holt: while something cannot hold, one of the figures in what cannot hold is wrong. Each is tried in turn,
 * and a figure that was tried counts as right from then on, so no set is met twice. The sets grow one figure at a time.
 */
export function smallestSets(
  system: System,
  start: Tableau,
  printed: readonly number[],
  blank: readonly number[],
  invalid: readonly number[],
  largest: number = Number.POSITIVE_INFINITY,
  kept: readonly number[] = [],
): SearchResult {
  const root = copyOf(start);
  for (const column of [...blank, ...invalid]) release(root, column, 0);
  const search: Search = {
    system,
    printed,
    broken: brokenIn(system, start, [...blank, ...invalid]),
    found: [],
    excluded: new Uint8Array(printed.length),
    steps: 0,
    limit: Number.POSITIVE_INFINITY,
  };
  for (const column of kept) search.excluded[column] = 1;
  for (
    let size = 0;
    search.found.length === 0 && search.steps < search.limit && size <= Math.min(largest, printed.length);
    size += 1
  ) {
    if (size === COMPLETE_SIZE + 1) search.limit = search.steps + SEARCH_LIMIT;
    extend(search, root, [], size);
  }
  return {
    explanations: search.found.map((tableau) => explanationOf(tableau, blank)),
    bounded: search.steps >= search.limit || search.found.length === 0,
  };
}

function brokenIn({ matrix }: System, start: Tableau, unknown: readonly number[]): readonly number[] {
  return [...matrix.keys()].filter((r) => start.values[r] !== 0 && unknown.every((c) => coefficient(start, r, c) === 0));
}

/** Frees `left` more figures in every way that resolves the contradictions. */
function extend(search: Search, tableau: Tableau, chosen: readonly number[], left: number): void {
  if (search.steps >= search.limit) return;
  search.steps += 1;
  if (untouched(search, chosen) > left * search.system.reach) return;
  const row = obstacle(tableau, search.excluded);
  if (row === -1) {
    search.found.push(tableau);
    return;
  }
  if (left === 0) return;
  const tried: number[] = [];
  for (const column of columnsOf(tableau, row)) {
    if (search.excluded[column] === 1) continue;
    const printed = search.printed[column] ?? 0;
    if (left > 1 || settlesAll(tableau, column, printed)) {
      const next = copyOf(tableau);
      release(next, column, printed);
      extend(search, next, [...chosen, column], left - 1);
    }
    search.excluded[column] = 1;
    tried.push(column);
  }
  for (const column of tried) search.excluded[column] = 0;
}

/** Number of violated equations without any chosen figure. */
function untouched({ system, broken }: Search, chosen: readonly number[]): number {
  return broken.filter((r) => chosen.every((column) => system.matrix[r]?.[column] === 0)).length;
}

/** Whether one and the same change of a figure would let all rows without unknowns hold: a quick test before trying it. */
function settlesAll({ rows, values, basis }: Tableau, column: number, printed: number): boolean {
  let change: number | null = null;
  for (let r = 0; r < rows.length; r += 1) {
    if (basis[r] !== -1) continue;
    const factor = rows[r]?.[column] ?? 0;
    const value = values[r] ?? 0;
    if (factor === 0) {
      if (value !== 0) return false;
      continue;
    }
    const needed = value / factor;
    if (change !== null && needed !== change) return false;
    change = needed;
  }
  return change === null || printed + change >= 0;
}

function explanationOf(tableau: Tableau, blank: readonly number[]): Explanation {
  const explanation = new Map<number, Bounds>();
  for (let column = 0; column < tableau.width; column += 1) {
    if (tableau.free[column] === 0 || blank.includes(column)) continue;
    explanation.set(column, boundsOf(tableau, column));
  }
  return explanation;
}
