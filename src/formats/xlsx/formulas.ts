import { derivations } from "../../form/derivations.js";
import type { FormTable } from "../../form/form.js";
import { figureIn } from "../../report/figures.js";
import type { Draft } from "../../report/types.js";
import { reference } from "./sheet.js";

/** A place of a sheet: row and column from 0. */
interface Position {
  readonly row: number;
  readonly column: number;
}

/** The cells of the figures of a table in a sheet, by address. */
export type Positions = ReadonlyMap<string, Position>;

/**
 * The formulas of the figures that the balances of a table derive, by address. A figure that states something else than
 * its formula gives gets none: what was printed is not silently corrected.
 */
export function formulasOf(table: FormTable, draft: Draft, positions: Positions): ReadonlyMap<string, string> {
  const formulas = new Map<string, string>();
  for (const { cell, terms } of derivations(table)) {
    const stated = figureIn(draft, cell.address);
    if (formulas.has(cell.address) || (stated !== null && stated !== sumOf(draft, terms))) continue;
    const side = (sign: number): string => {
      const addresses = terms.filter((term) => term[1] === sign).map(([address]) => address);
      return ranges(addresses, positions);
    };
    const less = side(-1);
    formulas.set(cell.address, `SUM(${side(1)})${less === "" ? "" : `-SUM(${less})`}`);
  }
  return formulas;
}

/** What a formula gives; `null` where a figure is blank. */
function sumOf(draft: Draft, terms: readonly (readonly [string, 1 | -1])[]): number | null {
  let sum = 0;
  for (const [address, sign] of terms) {
    const figure = figureIn(draft, address);
    if (typeof figure !== "number") return null;
    sum += sign * figure;
  }
  return sum;
}

/** Adjacent cells of a row or of a column. */
interface Run {
  readonly first: Position;
  readonly last: Position;
}

/** References to figures, adjacent ones as one range. */
function ranges(addresses: readonly string[], positions: Positions): string {
  const runs: Run[] = [];
  for (const address of addresses) {
    const at = positions.get(address);
    if (at === undefined) continue;
    const run = runs[runs.length - 1];
    if (run !== undefined && goesOn(run, at)) runs[runs.length - 1] = { first: run.first, last: at };
    else runs.push({ first: at, last: at });
  }
  return runs.map(({ first, last }) => (first === last ? nameOf(first) : `${nameOf(first)}:${nameOf(last)}`)).join(",");
}

function goesOn({ first, last }: Run, { row, column }: Position): boolean {
  const below = first.column === column && last.column === column && last.row + 1 === row;
  const beside = first.row === row && last.row === row && last.column + 1 === column;
  return below || beside;
}

function nameOf({ row, column }: Position): string {
  return reference(row, column);
}
