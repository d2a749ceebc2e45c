import { charWidth } from "../../_internal/width.js";
import type { Place } from "../../findings/finding.js";
import type { SourceCell, SourceTable } from "../../reading/source.js";

/** The box-drawing character for the lines that leave it: up 1, down 2, left 4, right 8. */
const JUNCTIONS = " ╵╷│╴┘┐┤╶└┌├─┴┬┼";
const [UP, DOWN, LEFT, RIGHT] = [1, 2, 4, 8] as const;

const BOX_LINE = /^\s{0,40}[\u2500-\u257f]/;

/** Whether a line of text is part of a table drawn with lines. */
export function isBoxLine(line: string): boolean {
  return BOX_LINE.test(line);
}

/** A cell of the drawing: the lines around it, as positions on the terminal. */
interface Frame {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * Reads a table drawn with lines, spans included. `placeOf` tells the place of a line of the drawing. Places of a table do not
 * overlap; a drawing whose places do is none, and would take forever to read.
 */
export function boxTable(lines: readonly string[], placeOf: (line: number) => Place): SourceTable {
  const canvas = lines.map(columnsOf);
  const frames = canvas.flatMap((row, top) => row.flatMap((_, left) => frameAt(canvas, top, left) ?? []));
  const drawn = canvas.reduce((sum, row) => sum + row.length, 0);
  const framed = frames.reduce((sum, { top, bottom, left, right }) => sum + (bottom - top) * (right - left), 0);
  if (framed > drawn) return { kind: "table", rows: [] };
  const across = ranks(frames.map(({ left }) => left));
  const down = ranks(frames.map(({ top }) => top));
  const rows: SourceCell[][] = Array.from(down, () => []);
  for (const frame of frames) {
    const row = down.get(frame.top) ?? 0;
    rows[row]?.push({
      text: textIn(canvas, frame),
      rowspan: (down.get(frame.bottom) ?? down.size) - row,
      colspan: (across.get(frame.right) ?? across.size) - (across.get(frame.left) ?? 0),
      place: placeOf(frame.top + 1),
    });
  }
  return { kind: "table", rows };
}

/** A line by the columns of a terminal; behind a wide character its second column is empty, and one without width stands with the one before. */
function columnsOf(line: string): readonly string[] {
  const columns: string[] = [];
  for (const char of line) {
    const width = charWidth(char);
    const last = columns.length - 1;
    if (width === 0 && last >= 0) columns[last] = (columns[last] ?? "") + char;
    else columns.push(char);
    for (let i = 1; i < width; i += 1) columns.push("");
  }
  return columns;
}

function linesFrom(canvas: readonly (readonly string[])[], y: number, x: number): number {
  const char = canvas[y]?.[x];
  return char === undefined || char === "" ? 0 : Math.max(0, JUNCTIONS.indexOf(char));
}

/** The cell whose upper left corner is here: along its upper line to the next line down, along its left one to the next across. */
function frameAt(canvas: readonly (readonly string[])[], top: number, left: number): Frame | null {
  const corner = linesFrom(canvas, top, left);
  if ((corner & DOWN) === 0 || (corner & RIGHT) === 0) return null;
  let right = left + 1;
  for (let lines = linesFrom(canvas, top, right); (lines & LEFT) !== 0; lines = linesFrom(canvas, top, right)) {
    if ((lines & DOWN) !== 0) {
      const bottom = bottomOf(canvas, top, left);
      return bottom === null || !isClosed(canvas, top, bottom, right) ? null : { top, bottom, left, right };
    }
    right += 1;
  }
  return null;
}

/** Whether a line runs down at the right of a cell: where it does not, its text may go on beyond, or be that of the next cell. */
function isClosed(canvas: readonly (readonly string[])[], top: number, bottom: number, right: number): boolean {
  for (let y = top + 1; y < bottom; y += 1) if ((linesFrom(canvas, y, right) & UP) === 0) return false;
  return true;
}

function bottomOf(canvas: readonly (readonly string[])[], top: number, left: number): number | null {
  let bottom = top + 1;
  for (let lines = linesFrom(canvas, bottom, left); (lines & UP) !== 0; lines = linesFrom(canvas, bottom, left)) {
    if ((lines & RIGHT) !== 0) return bottom;
    bottom += 1;
  }
  return null;
}

/** Each position with its rank among the different ones. */
function ranks(positions: readonly number[]): ReadonlyMap<number, number> {
  return new Map([...new Set(positions)].sort((a, b) => a - b).map((position, rank) => [position, rank]));
}

function textIn(canvas: readonly (readonly string[])[], { top, bottom, left, right }: Frame): string {
  return canvas
    .slice(top + 1, bottom)
    .map((row) =>
      row
        .slice(left + 1, right)
        .join("")
        .trim(),
    )
    .filter((line) => line !== "")
    .join("\n");
}
