/**
 * The printed form as the page needs it: lines of places, where the keys lead, and which balance belongs to which line or column.
 * All of it follows from the form and its rules.
 */

import type { LinearRule } from "disclosure-report";
import { type Cell, describeForm, type EditionId, type LayoutCell, layoutOf } from "disclosure-report";
import { balancesOf } from "./rules.js";

/** A figure's place in its table: which line and which figure of that line, from 0, and its grid columns. */
export interface Spot {
  readonly cell: Cell;
  readonly table: number;
  readonly line: number;
  readonly at: number;
  readonly row: number;
  readonly column: number;
  readonly colspan: number;
}

/** Balances that are judged below a table: one line, one balance for each group of columns. */
export interface Footer {
  readonly family: string;
  readonly places: readonly { readonly rule: LinearRule; readonly column: number; readonly colspan: number }[];
}

export interface TableGrid {
  readonly id: string;
  readonly number: string;
  readonly rows: readonly (readonly LayoutCell[])[];
  readonly headerRows: number;
  readonly columns: number;
  /** Grid columns to the left of all figures. */
  readonly stub: number;
  readonly lines: readonly (readonly Spot[])[];
  /** The balance of a grid row, for the margin. */
  readonly byRow: ReadonlyMap<number, LinearRule>;
  readonly footers: readonly Footer[];
}

export interface FormGrid {
  readonly edition: EditionId;
  readonly tables: readonly TableGrid[];
  readonly spots: ReadonlyMap<string, Spot>;
  readonly rules: ReadonlyMap<string, LinearRule>;
  /** The balances that read a figure. */
  readonly watching: ReadonlyMap<string, readonly LinearRule[]>;
  /** Totals by address, with the balance that each follows from. */
  readonly totals: ReadonlyMap<string, LinearRule>;
}

const known = new Map<EditionId, FormGrid>();

export function gridOf(edition: EditionId): FormGrid {
  const found = known.get(edition) ?? makeGrid(edition);
  known.set(edition, found);
  return found;
}

function makeGrid(edition: EditionId): FormGrid {
  const form = describeForm(edition);
  const balances = balancesOf(edition);
  const spots = new Map<string, Spot>();
  const tables = form.tables.map(({ definition, cells }, table): TableGrid => {
    const layout = layoutOf({ definition, cells });
    const rows = Array.from({ length: layout.rows }, (_, row) => layout.cells.filter((place) => place.row === row));
    const lines: Spot[][] = [];
    let stub = layout.columns;
    rows.forEach((places, row) => {
      const line: Spot[] = [];
      for (const place of places) {
        if (place.kind !== "figure") continue;
        stub = Math.min(stub, place.column);
        const { cell, column, colspan } = place;
        const spot = { cell, table, line: lines.length, at: line.length, row, column, colspan };
        line.push(spot);
        spots.set(cell.address, spot);
      }
      if (line.length > 0) lines.push(line);
    });
    const own = balances.filter(({ cells }) => spots.get(cells[0] ?? "")?.table === table);
    return {
      id: definition.id,
      number: definition.number,
      rows,
      headerRows: layout.headerRows,
      columns: layout.columns,
      stub,
      lines,
      ...judgements(own, spots),
    };
  });
  const watching = new Map<string, LinearRule[]>();
  for (const rule of balances) for (const address of rule.cells) watching.set(address, [...(watching.get(address) ?? []), rule]);
  return {
    edition,
    tables,
    spots,
    rules: new Map(balances.map((rule) => [rule.id, rule])),
    watching,
    totals: totalsOf(balances),
  };
}

/** Where each balance is judged: beside its line if it is the only one of it, else below its columns. */
function judgements(rules: readonly LinearRule[], spots: ReadonlyMap<string, Spot>): Pick<TableGrid, "byRow" | "footers"> {
  const byRow = new Map<number, LinearRule>();
  const footers = new Map<string, { rule: LinearRule; column: number; colspan: number }[]>();
  const rowOf = (rule: LinearRule): number | null => {
    const found = new Set(rule.cells.map((address) => spots.get(address)?.row));
    const [row] = found;
    return found.size === 1 && row !== undefined ? row : null;
  };
  for (const rule of rules) {
    const row = rowOf(rule);
    if (row !== null && rules.filter((other) => rowOf(other) === row).length === 1) {
      byRow.set(row, rule);
      continue;
    }
    const places = rule.cells.flatMap((address) => spots.get(address) ?? []);
    const column = Math.min(...places.map((spot) => spot.column));
    const colspan = Math.max(...places.map((spot) => spot.column + spot.colspan)) - column;
    footers.set(rule.family, [...(footers.get(rule.family) ?? []), { rule, column, colspan }]);
  }
  return { byRow, footers: [...footers].map(([family, places]) => ({ family, places })) };
}

/** What follows from a balance by definition: the figure that the others add up to. */
function totalsOf(rules: readonly LinearRule[]): ReadonlyMap<string, LinearRule> {
  const totals = new Map<string, LinearRule>();
  for (const rule of rules) {
    if (rule.basis !== "definitional" || rule.relation !== "=") continue;
    const sums = rule.terms.filter(([coefficient]) => coefficient === -1);
    const [sum] = sums;
    if (sum !== undefined && sums.length === 1 && !totals.has(sum[1])) totals.set(sum[1], rule);
  }
  return totals;
}

export type Direction = "up" | "down" | "left" | "right" | "first" | "last";

/** The figure that a key leads to; the same one at the edge of the form. */
export function step(
  grid: FormGrid,
  from: string,
  direction: Direction,
  skip: (address: string) => boolean = () => false,
): string {
  let at = grid.spots.get(from);
  while (at !== undefined) {
    const next = neighbour(grid, at, direction);
    if (next === null) return from;
    if (!skip(next.cell.address)) return next.cell.address;
    at = next;
  }
  return from;
}

function neighbour(grid: FormGrid, spot: Spot, direction: Direction): Spot | null {
  const lines = grid.tables[spot.table]?.lines ?? [];
  const line = lines[spot.line] ?? [];
  switch (direction) {
    case "left":
      return line[spot.at - 1] ?? null;
    case "right":
      return line[spot.at + 1] ?? null;
    case "first":
      return spot.at === 0 ? null : (line[0] ?? null);
    case "last":
      return spot.at === line.length - 1 ? null : (line.at(-1) ?? null);
    case "up":
      return nearest(lines[spot.line - 1] ?? grid.tables[spot.table - 1]?.lines.at(-1), spot);
    case "down":
      return nearest(lines[spot.line + 1] ?? grid.tables[spot.table + 1]?.lines[0], spot);
  }
}

function nearest(line: readonly Spot[] | undefined, spot: Spot): Spot | null {
  if (line === undefined) return null;
  const same = line.find(({ column, table }) => table === spot.table && column === spot.column);
  return same ?? line[Math.min(spot.at, line.length - 1)] ?? null;
}

/** The next figure in reading order, for Tab; `null` behind the last. */
export function following(grid: FormGrid, from: string, by: 1 | -1, skip: (address: string) => boolean): string | null {
  const all = [...grid.spots.keys()];
  for (let at = all.indexOf(from) + by; at >= 0 && at < all.length; at += by) {
    const address = all[at];
    if (address !== undefined && !skip(address)) return address;
  }
  return null;
}

/** The figures between two corners of one table, line by line. */
export function block(grid: FormGrid, from: string, to: string): readonly (readonly Spot[])[] {
  const [a, b] = [grid.spots.get(from), grid.spots.get(to)];
  if (a === undefined || b === undefined) return [];
  if (a.table !== b.table) return [[b]];
  const [top, bottom] = [Math.min(a.line, b.line), Math.max(a.line, b.line)];
  const [left, right] = [Math.min(a.at, b.at), Math.max(a.at, b.at)];
  return (grid.tables[a.table]?.lines ?? []).slice(top, bottom + 1).map((line) => line.slice(left, right + 1));
}
