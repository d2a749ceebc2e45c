import { printable } from "../../_internal/escape.js";
import { charWidth, displayWidth, wrapEvenly } from "../../_internal/width.js";
import type { PrintedCell, PrintedTable } from "../../printing/printTables.js";
import { rowHeights } from "../../printing/rowHeights.js";

/** A place of a table with its lines of text, and the grid lines around it. */
interface Placed {
  readonly lines: readonly string[];
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The box-drawing character for the lines that leave it: up 1, down 2, left 4, right 8. */
const JUNCTIONS = " ╵╷│╴┘┐┤╶└┌├─┴┬┼";

/**
 * Draws a table with lines around its places, columns aligned on a terminal. It is `width` columns wide, more only if
 * figures need it: a label is broken over several lines, a figure never.
 */
export function drawTable(table: PrintedTable, width: number): string {
  const widths = columnWidths(table, width);
  const across = edges(widths);
  const placed = place(table, across);
  const down = edges(
    rowHeights(
      placed.map((item) => ({ ...item, needed: item.lines.length })),
      table.rows.length,
      1,
    ),
  );
  const canvas = new Canvas(last(across) + 1, last(down) + 1);
  for (const item of placed) {
    const [top = 0, bottom = 0] = [down[item.top], down[item.bottom]];
    const [left = 0, right = 0] = [across[item.left], across[item.right]];
    canvas.frame(top, bottom, left, right);
    const inner = right - left - 1;
    const first = top + 1 + Math.floor((bottom - top - 1 - item.lines.length) / 2);
    item.lines.forEach((line, i) => {
      canvas.write(first + i, left + 1 + Math.floor((inner - displayWidth(line)) / 2), line);
    });
  }
  return canvas.toString();
}

/** The widest figure that makes its column wider. No count or amount of a report is wider. */
const MAX_FIGURE_WIDTH = 24;

/** The text of a place as a single line. */
function textOf({ text }: PrintedCell): string {
  return printable(text).replace(/\s/g, " ");
}

/** Shares the width among the grid columns as the form does, and gives more to a column whose figures need it. */
function columnWidths(table: PrintedTable, width: number): readonly number[] {
  const available = width - table.widths.length - 1;
  const sum = table.widths.reduce((a, b) => a + b, 0);
  const widths = table.widths.map((own) => Math.max(2, Math.floor((own / sum) * available)));
  for (const cell of table.rows.flat()) {
    if (cell.kind !== "figure" || cell.colspan > 1) continue;
    const needed = Math.min(MAX_FIGURE_WIDTH, displayWidth(textOf(cell)));
    widths[cell.column] = Math.max(widths[cell.column] ?? 0, needed);
  }
  return widths;
}

/** Positions of the lines between stretches of the given sizes. */
function edges(sizes: readonly number[]): readonly number[] {
  const positions = [0];
  for (const size of sizes) positions.push(last(positions) + size + 1);
  return positions;
}

function last(positions: readonly number[]): number {
  return positions[positions.length - 1] ?? 0;
}

function place({ rows }: PrintedTable, across: readonly number[]): readonly Placed[] {
  return rows.flatMap((row, top) =>
    row.map((cell) => {
      const right = cell.column + cell.colspan;
      const width = (across[right] ?? 0) - (across[cell.column] ?? 0) - 1;
      const lines = wrapEvenly(textOf(cell), width);
      return { lines, top, bottom: top + cell.rowspan, left: cell.column, right };
    }),
  );
}

/** A sheet of terminal cells. A wide character fills its own and leaves the next one empty. */
class Canvas {
  private readonly lines: number[][];
  private readonly texts: (string | undefined)[][];

  constructor(width: number, height: number) {
    this.lines = Array.from({ length: height }, () => new Array<number>(width).fill(0));
    this.texts = Array.from({ length: height }, () => new Array<string | undefined>(width));
  }

  frame(top: number, bottom: number, left: number, right: number): void {
    for (let x = left; x <= right; x += 1) {
      for (const y of [top, bottom]) this.draw(y, x, (x > left ? 4 : 0) | (x < right ? 8 : 0));
    }
    for (let y = top; y <= bottom; y += 1) {
      for (const x of [left, right]) this.draw(y, x, (y > top ? 1 : 0) | (y < bottom ? 2 : 0));
    }
  }

  write(y: number, x: number, text: string): void {
    const row = this.texts[y];
    if (row === undefined) return;
    let at = x;
    for (const char of text) {
      const width = charWidth(char);
      if (width === 0) {
        row[at - 1] = (row[at - 1] ?? "") + char;
        continue;
      }
      row[at] = char;
      for (let i = 1; i < width; i += 1) row[at + i] = "";
      at += width;
    }
  }

  private draw(y: number, x: number, directions: number): void {
    const row = this.lines[y];
    if (row !== undefined) row[x] = (row[x] ?? 0) | directions;
  }

  toString(): string {
    return this.lines.map((row, y) => row.map((lines, x) => this.texts[y]?.[x] ?? JUNCTIONS[lines] ?? " ").join("")).join("\n");
  }
}
