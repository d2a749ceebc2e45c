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
 * Neighbouring rows or columns whose exchange lets every equation hold: one slip, however many figures it concerns. Rows and
 * columns with something blank or invalid in them are left alone, as are those whose exchange changes nothing.
 */
export function exchangedLines(system: System, printed: readonly number[], usable: (figure: number) => boolean): Explanation[] {
  return LINES.flatMap(([lineOf, placeOf]) => {
    const lines = new Map<string, Map<string, number>>();
    system.cells.forEach((cell, column) => {
      const line = lines.get(lineOf(cell)) ?? new Map<string, number>();
      lines.set(lineOf(cell), line.set(placeOf(cell), column));
    });
    const inOrder = [...lines.values()];
    return inOrder.slice(1).flatMap((line, i) => {
      const exchanged = exchange(inOrder[i] ?? line, line, printed);
      const values = printed.map((figure, column) => exchanged.get(column) ?? figure);
      if (exchanged.size === 0 || ![...exchanged.values()].every(usable) || !allHold(system, values)) return [];
      return [new Map([...exchanged].map(([column, value]) => [column, { min: value, max: value }]))];
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
