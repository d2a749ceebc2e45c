import { MAX_COLSPAN, MAX_ROWSPAN, MAX_TABLE_COLUMNS, MAX_TABLE_PLACES } from "./limits.js";
import type { SourceCell, SourceTable } from "./source.js";

/** A cell in one row of a grid, where its spans put it. */
export interface GridCell {
  readonly source: SourceCell;
  /** Grid columns from `start` up to `end`, `end` not included. */
  readonly start: number;
  readonly end: number;
  /** `false` where the cell begins in a row above and reaches down. */
  readonly own: boolean;
  /** Whether the cell reaches into a row below that has cells of its own. */
  readonly tall: boolean;
}

/** A row of a grid: its cells from left to right. Places that no cell reaches are left out. */
export interface GridRow {
  readonly cells: readonly GridCell[];
  /** Where the last cell ends. */
  readonly width: number;
}

interface Span {
  readonly source: SourceCell;
  readonly start: number;
  readonly end: number;
  /** Rows below that it still reaches. */
  left: number;
}

/**
 * Puts the cells of a table where a browser would: each in the first free column, spans kept free in the rows below. Rows
 * without a cell of their own are dropped. `null` for a table beyond the limits.
 */
export function gridOf(table: SourceTable): readonly GridRow[] | null {
  const rows: GridRow[] = [];
  let spans: readonly Span[] = [];
  let places = 0;
  const total = table.rows.length;
  for (let r = 0; r < total; r += 1) {
    const sources = table.rows[r] ?? [];
    const cells: GridCell[] = [];
    const next: Span[] = [];
    let column = 0;
    let above = 0;
    const passSpans = (): void => {
      for (let span = spans[above]; span !== undefined && span.start <= column; span = spans[above]) {
        cells.push({ source: span.source, start: span.start, end: span.end, own: false, tall: span.left > 1 });
        span.left -= 1;
        if (span.left > 0) next.push(span);
        if (span.end > column) column = span.end;
        above += 1;
      }
    };
    for (const source of sources) {
      passSpans();
      const start = column;
      const end = start + clamp(source.colspan, MAX_COLSPAN);
      const left = Math.min(clamp(source.rowspan, MAX_ROWSPAN), total - r) - 1;
      const tall = left > 0 && hasCells(table, r + 1, r + left);
      if (left > 0) next.push({ source, start, end, left });
      cells.push({ source, start, end, own: true, tall });
      column = end;
    }
    while (above < spans.length) {
      column = Math.max(column, spans[above]?.start ?? column);
      passSpans();
    }
    places += cells.length;
    if (column > MAX_TABLE_COLUMNS || places > MAX_TABLE_PLACES) return null;
    spans = next.length > 1 ? next.sort((a, b) => a.start - b.start) : next;
    if (sources.length > 0) rows.push({ cells, width: column });
  }
  return rows;
}

function clamp(span: number, most: number): number {
  return span >= 1 ? Math.min(Math.trunc(span), most) : 1;
}

function hasCells(table: SourceTable, from: number, to: number): boolean {
  for (let r = from; r <= to; r += 1) if ((table.rows[r]?.length ?? 0) > 0) return true;
  return false;
}
