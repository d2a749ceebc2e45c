import type { Cell } from "../form/cells.js";
import { holds } from "../rules/linear.js";
import type { Explanation } from "./search.js";
import type { System } from "./system.js";

type LineOf = (cell: Cell) => string;

const LINES: readonly (readonly [line: LineOf, place: LineOf])[] = [
  [(cell) => cell.record, (cell) => cell.field],
  [(cell) => cell.field, (cell) => cell.record],
];

/**
 * Neighbouring rows or columns whose exchange lets every equation hold, and rows or columns that do when moved by one place: one slip, however many figures it concerns. Rows and
 * columns with something blank or invalid in them are left alone, as are those whose exchange changes nothing.
 */
export function movedLines(system: System, printed: readonly number[], usable: (figure: number) => boolean): Explanation[] {
  return LINES.flatMap(([lineOf, placeOf]) => {
    const lines = new Map<string, Map<string, number>>();
    system.cells.forEach((cell, column) => {
      const line = lines.get(lineOf(cell)) ?? new Map<string, number>();
      lines.set(lineOf(cell), line.set(placeOf(cell), column));
    });
    const inOrder = [...lines.values()];
    const exchanges = inOrder.slice(1).map((line, i) => exchange(inOrder[i] ?? line, line, printed));
    const shifts = inOrder.flatMap((line) => shiftsOf([...line.values()], system, printed));
    return [...exchanges, ...shifts].flatMap((changed) => {
      const values = printed.map((figure, column) => changed.get(column) ?? figure);
      if (changed.size === 0 || ![...changed.values()].every(usable) || !allHold(system, values)) return [];
      return [new Map([...changed].map(([column, value]) => [column, { min: value, max: value }]))];
    });
  });
}

/** A line whose figures are shifted by one cell, with or without its total: the figures in their proper cells. */
function shiftsOf(
  line: readonly number[],
  { cells, parts }: System,
  printed: readonly number[],
): readonly ReadonlyMap<number, number>[] {
  const counted = line.filter((column) => !parts.has(cells[column]?.address ?? ""));
  return [line, counted].flatMap((places) => {
    const figures = places.map((column) => printed[column] ?? Number.NaN);
    const onwards = [...figures.slice(1), 0];
    const back = [0, ...figures.slice(0, -1)];
    // A figure that fell off the end is lost, unless it was 0.
    return [figures[0] === 0 ? onwards : [], figures.at(-1) === 0 ? back : []].flatMap((true_) => {
      const changes = places.flatMap((column, i): readonly (readonly [number, number])[] => {
        const value = true_[i];
        return value === undefined || value === figures[i] ? [] : [[column, value]];
      });
      return changes.length === 0 ? [] : [new Map(changes)];
    });
  });
}

/** The figures that differ when two lines are exchanged, by column. */
function exchange(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
  printed: readonly number[],
): ReadonlyMap<number, number> {
  const changes = new Map<number, number>();
  for (const [place, a] of one) {
    const b = other.get(place);
    if (b === undefined || printed[a] === printed[b]) continue;
    changes.set(a, printed[b] ?? Number.NaN).set(b, printed[a] ?? Number.NaN);
  }
  return changes;
}

function allHold({ cells, matrix, rules }: System, values: readonly number[]): boolean {
  return rules.every((rule, r) => {
    let difference = -rule.constant;
    for (let c = 0; c < cells.length; c += 1) {
      const factor = matrix[r]?.[c] ?? 0;
      if (factor !== 0) difference += factor * (values[c] ?? 0);
    }
    return holds(rule, difference);
  });
}
