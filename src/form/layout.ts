import { type Cell, childrenOf, columnHeadings, depthOf, printedHeading } from "./cells.js";
import type { FormTable } from "./form.js";
import type { Heading, Panel } from "./types.js";

/** What a place of the printed table holds. */
export type LayoutContent =
  | { readonly kind: "banner" | "corner" | "columnHeading" | "rowHeading"; readonly text: string }
  | { readonly kind: "figure"; readonly cell: Cell };

/** A place of the printed table with its spans. Rows and columns count grid lines from 0. */
export type LayoutCell = LayoutContent & {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
};

/** The printed form of a table: its places in reading order, tiling `rows` × `columns` without hole or overlap. */
export interface Layout {
  readonly rows: number;
  readonly columns: number;
  /** Number of lines at the top that are repeated when the table runs over a page; 0 where the headings differ by panel. */
  readonly headerRows: number;
  readonly cells: readonly LayoutCell[];
}

interface Area {
  readonly row: number;
  readonly column: number;
  /** Number of grid lines that the headings share. */
  readonly depth: number;
}

/**
 * The printed layout of a table, derived from its headings.
 *
 * @example
 * ```ts
 * const [, requests] = describeForm("2021").tables;
 * const layout = requests && layoutOf(requests);
 * [layout?.rows, layout?.columns, layout?.headerRows]; //=> [28, 10, 3]
 * ```
 */
export function layoutOf({ definition: table, cells }: Pick<FormTable, "definition" | "cells">): Layout {
  const columns = table.widths.length;
  const placed: LayoutCell[] = [];
  const figures = cells[Symbol.iterator]();
  let row = 0;
  let headerRows = 0;
  for (const panel of table.panels) {
    if (panel.banner !== null) {
      placed.push({ kind: "banner", text: panel.banner, row, column: 0, rowspan: 1, colspan: columns });
      row += 1;
    }
    const headings = columnHeadings(panel);
    const depth = depthOf(headings);
    const edges = columnEdges(panel, columns);
    const stub = edges[0] ?? 0;
    if (panel.stub !== null) {
      placed.push({ kind: "corner", text: panel.stub, row, column: 0, rowspan: depth, colspan: stub });
    }
    placeColumnHeadings(placed, headings, { row, column: 0, depth }, edges);
    row += depth;
    headerRows = table.panels.length === 1 ? row : 0;
    const from = row;
    row = panel.direction === "down" ? placeRowHeadings(placed, panel.records, { row, column: 0, depth: stub }) : row + 1;
    for (let line = from; line < row; line += 1) {
      for (let i = 0; i + 1 < edges.length; i += 1) {
        const next = figures.next();
        if (next.done) throw new RangeError(`table ${table.id} has fewer figures than places`);
        const column = edges[i] ?? 0;
        placed.push({ kind: "figure", cell: next.value, row: line, column, rowspan: 1, colspan: (edges[i + 1] ?? 0) - column });
      }
    }
  }
  placed.sort((a, b) => a.row - b.row || a.column - b.column);
  return { rows: row, columns, headerRows, cells: placed };
}

/** Grid lines between the figures' columns: where the first begins, … where the last ends. The last takes what is left over. */
function columnEdges(panel: Panel, columns: number): readonly number[] {
  const count = countLeaves(columnHeadings(panel));
  const wide = panel.banner === null ? columns - count : 1;
  const stub = panel.stub === null ? 0 : wide;
  return Array.from({ length: count + 1 }, (_, i) => (i === count ? columns : stub + i));
}

function countLeaves(headings: readonly Heading[]): number {
  return headings.reduce((sum, heading) => sum + Math.max(1, countLeaves(childrenOf(heading))), 0);
}

/** `area.column` counts figure columns here; `edges` turns them into grid columns. */
function placeColumnHeadings(placed: LayoutCell[], headings: readonly Heading[], area: Area, edges: readonly number[]): void {
  let column = area.column;
  for (const heading of headings) {
    const children = childrenOf(heading);
    const width = Math.max(1, countLeaves(children));
    const start = edges[column] ?? 0;
    placed.push({
      kind: "columnHeading",
      text: printedHeading(heading),
      row: area.row,
      column: start,
      rowspan: children.length === 0 ? area.depth : 1,
      colspan: (edges[column + width] ?? 0) - start,
    });
    placeColumnHeadings(placed, children, { row: area.row + 1, column, depth: area.depth - 1 }, edges);
    column += width;
  }
}

/** Returns the row below the last heading. */
function placeRowHeadings(placed: LayoutCell[], headings: readonly Heading[], area: Area): number {
  let row = area.row;
  for (const heading of headings) {
    const children = childrenOf(heading);
    const end =
      children.length === 0
        ? row + 1
        : placeRowHeadings(placed, children, { row, column: area.column + 1, depth: area.depth - 1 });
    placed.push({
      kind: "rowHeading",
      text: printedHeading(heading),
      row,
      column: area.column,
      rowspan: end - row,
      colspan: children.length === 0 ? area.depth : 1,
    });
    row = end;
  }
  return row;
}
