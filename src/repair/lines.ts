import type { Cell } from "../form/cells.js";
import type { Component } from "./components.js";
import type { Explanation } from "./search.js";

type LineOf = (cell: Cell) => string;

const LINES: readonly (readonly [line: LineOf, place: LineOf])[] = [
  [(cell) => cell.record, (cell) => cell.field],
  [(cell) => cell.field, (cell) => cell.record],
];

/**
 * Neighbouring rows or columns whose exchange lets every equation hold: one slip, however many figures it concerns. Rows and
 * columns with something blank or invalid in them are left alone, as are those whose exchange changes nothing.
 */
export function exchangedLines(
  component: Component,
  printed: readonly number[],
  usable: (figure: number) => boolean,
): Explanation[] {
  return LINES.flatMap(([lineOf, placeOf]) => {
    const lines = new Map<string, Map<string, number>>();
    component.cells.forEach((cell, column) => {
      const line = lines.get(lineOf(cell)) ?? new Map<string, number>();
      lines.set(lineOf(cell), line.set(placeOf(cell), column));
    });
    const inOrder = [...lines.values()];
    return inOrder.slice(1).flatMap((line, i) => {
      const exchanged = exchange(inOrder[i] ?? line, line, printed);
      const values = printed.map((figure, column) => exchanged.get(column) ?? figure);
      if (exchanged.size === 0 || ![...exchanged.values()].every(usable) || !holds(component, values)) return [];
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

function holds({ matrix }: Component, values: readonly number[]): boolean {
  return matrix.every((row) => row.reduce((sum, factor, c) => (factor === 0 ? sum : sum + factor * (values[c] ?? 0)), 0) === 0);
}
