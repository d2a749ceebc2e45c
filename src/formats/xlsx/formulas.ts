import type { FormTable } from "../../form/form.js";
import { derivations } from "../../report/builder.js";
import { figureAt } from "../../report/figures.js";
import type { Draft } from "../../report/types.js";

/** Where the figures of a table stand in a sheet: row and column from 0, by address. */
export type Positions = ReadonlyMap<string, { readonly row: number; readonly column: number }>;

/**
 * The formulas of the figures that the balances of a table derive, by address. A figure that states something else than
 * its formula gives gets none: what was printed is not silently corrected.
 */
export function formulasOf(
  table: FormTable,
  draft: Draft,
  positions: Positions,
  reference: (row: number, column: number) => string,
): ReadonlyMap<string, string> {
  const formulas = new Map<string, string>();
  for (const { cell, terms } of derivations(table)) {
    const stated = figureAt(draft, cell.address);
    if (formulas.has(cell.address) || (stated !== null && stated !== sumOf(draft, terms))) continue;
    const side = (sign: number): string =>
      ranges(
        terms.filter((term) => term[1] === sign).map(([address]) => address),
        positions,
        reference,
      );
    const less = side(-1);
    formulas.set(cell.address, `SUM(${side(1)})${less === "" ? "" : `-SUM(${less})`}`);
  }
  return formulas;
}

/** What a formula gives; `null` where a figure is blank. */
function sumOf(draft: Draft, terms: readonly (readonly [string, 1 | -1])[]): number | null {
  let sum = 0;
  for (const [address, sign] of terms) {
    const figure = figureAt(draft, address);
    if (typeof figure !== "number") return null;
    sum += sign * figure;
  }
  return sum;
}

/** References to figures, neighbours as one range. */
function ranges(addresses: readonly string[], positions: Positions, reference: (row: number, column: number) => string): string {
  const runs: { from: string; to: string; row: number; column: number }[] = [];
  for (const address of addresses) {
    const at = positions.get(address);
    if (at === undefined) continue;
    const name = reference(at.row, at.column);
    const run = runs[runs.length - 1];
    const below = run !== undefined && run.column === at.column && run.row + 1 === at.row && sameColumn(run.from, name);
    const beside = run !== undefined && run.row === at.row && run.column + 1 === at.column && sameRow(run.from, name);
    if (run !== undefined && (below || beside)) Object.assign(run, { to: name, ...at });
    else runs.push({ from: name, to: name, ...at });
  }
  return runs.map(({ from, to }) => (from === to ? from : `${from}:${to}`)).join(",");
}

function sameColumn(a: string, b: string): boolean {
  return a.replace(/\d+/, "") === b.replace(/\d+/, "");
}

function sameRow(a: string, b: string): boolean {
  return a.replace(/\D+/, "") === b.replace(/\D+/, "");
}
