import type { Cell, Row } from "./contents.js";

/** A row of a table whose cells state where they end, not how many columns they span. */
export interface EdgedRow {
  readonly number: number;
  /** Where the cells begin and end, from left to right, in twentieths of a point: one more than there are cells. */
  readonly edges: readonly number[];
  readonly cells: readonly EdgedCell[];
}

/** A cell of such a row; `joined` where it is merged into the one to its left. */
export interface EdgedCell extends Omit<Cell, "colspan"> {
  readonly joined: boolean;
}

/** Edges of different rows within this distance are the same edge: programs round the widths of each row separately. */
export const EDGE_TOLERANCE = 15;

/** Rows on one grid: every edge of any row is an edge of the grid, and a cell spans the columns between its edges. */
export function rowsOnGrid(rows: readonly EdgedRow[]): readonly Row[] {
  const grid = gridEdges(rows);
  return rows.map(({ number, edges, cells }) => {
    const columns = edges.map((edge) => grid.get(edge) ?? 0);
    const placed: Cell[] = [];
    cells.forEach(({ joined, ...cell }, i) => {
      const colspan = Math.max((columns[i + 1] ?? 0) - (columns[i] ?? 0), joined ? 0 : 1);
      const left = placed[placed.length - 1];
      if (joined && left !== undefined) placed[placed.length - 1] = { ...left, colspan: left.colspan + colspan };
      else placed.push({ ...cell, colspan });
    });
    return { number, before: columns[0] ?? 0, cells: placed };
  });
}

/** The column of the grid that begins at each edge. */
function gridEdges(rows: readonly EdgedRow[]): ReadonlyMap<number, number> {
  const sorted = [...new Set(rows.flatMap(({ edges }) => edges))].sort((a, b) => a - b);
  const grid = new Map<number, number>();
  let column = -1;
  let from = Number.NEGATIVE_INFINITY;
  for (const edge of sorted) {
    if (edge - from > EDGE_TOLERANCE) {
      column += 1;
      from = edge;
    }
    grid.set(edge, column);
  }
  return grid;
}
