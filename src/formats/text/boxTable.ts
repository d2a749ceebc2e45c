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

/** A drawing: its characters, and the lines that leave each of them. */
interface Drawing {
  readonly canvas: readonly (readonly string[])[];
  readonly lines: readonly (readonly number[])[];
}

/**
 * Reads a table drawn with lines, spans included. `placeOf` returns the place of a line of the drawing. Places of a table do not
 * overlap; a drawing whose places do is refused, since its cost would not be linear.
 */
export function boxTable(lines: readonly string[], placeOf: (line: number) => Place): SourceTable {
  const canvas = lines.map(columnsOf);
  const drawing = {
    canvas,
    lines: canvas.map((row) => row.map((char) => Math.max(0, char === "" ? 0 : JUNCTIONS.indexOf(char)))),
  };
  return tableOf(drawing, framesOf(drawing) ?? [], placeOf);
}

const SIGN_TOP = /^\s{0,200}\+[-=+]{2,}$/;
const SIGN_LINE = /^\s{0,200}[+|]/;

/** Whether a line begins a table that is drawn with signs: `+-----+-----+`. */
export function beginsSignTable(line: string): boolean {
  return SIGN_TOP.test(line.trimEnd());
}

/** Whether a line may be one of a table that is drawn with signs. */
export function isSignLine(line: string): boolean {
  return SIGN_LINE.test(line);
}

/**
 * Reads a table drawn with `+`, `-`, `=` and `|`. Some programs count the columns of a terminal, others characters. `null` where by
 * neither count every text is within a place of the table.
 */
export function signTable(lines: readonly string[], placeOf: (line: number) => Place): SourceTable | null {
  for (const canvas of [lines.map(columnsOf), lines.map((line) => [...line])]) {
    const drawing = { canvas, lines: linesOfSigns(canvas) };
    const frames = framesOf(drawing);
    if (frames !== null && holdsAll(drawing, frames)) return tableOf(drawing, frames, placeOf);
  }
  return null;
}

const ACROSS: ReadonlySet<string | undefined> = new Set(["-", "=", "+"]);
const DOWNWARDS: ReadonlySet<string | undefined> = new Set(["|", "+"]);
const STROKES: ReadonlySet<string | undefined> = new Set(["-", "="]);

/** The directions in which each box-drawing character has a line that its neighbour continues. */
function linesOfSigns(canvas: Drawing["canvas"]): Drawing["lines"] {
  return canvas.map((row, y) =>
    row.map((sign, x) => {
      const isStroke = STROKES.has(sign);
      if (!isStroke && !DOWNWARDS.has(sign)) return 0;
      const besides = sign === "|" ? STROKES : ACROSS;
      const [left, right] = [row[x - 1], row[x + 1]];
      const [above, below] = [canvas[y - 1]?.[x], canvas[y + 1]?.[x]];
      const goesOn = (other: string | undefined): boolean => DOWNWARDS.has(other) || (!isStroke && STROKES.has(other));
      return (
        (goesOn(above) ? UP : 0) |
        (goesOn(below) ? DOWN : 0) |
        (besides.has(left) || (isStroke && left === "|") ? LEFT : 0) |
        (besides.has(right) || (isStroke && right === "|") ? RIGHT : 0)
      );
    }),
  );
}

/** Whether every character that is not part of a line is within a place. */
function holdsAll({ canvas, lines }: Drawing, frames: readonly Frame[]): boolean {
  const held = canvas.map((row) => new Uint8Array(row.length));
  for (const { top, bottom, left, right } of frames) for (let y = top + 1; y < bottom; y += 1) held[y]?.fill(1, left + 1, right);
  return canvas.every((row, y) => row.every((char, x) => char.trim() === "" || (lines[y]?.[x] ?? 0) > 0 || held[y]?.[x] === 1));
}

/** The places of a drawing; `null` where they overlap. */
function framesOf(drawing: Drawing): readonly Frame[] | null {
  const frames = drawing.canvas.flatMap((row, top) => row.flatMap((_, left) => frameAt(drawing, top, left) ?? []));
  const drawn = drawing.canvas.reduce((sum, row) => sum + row.length, 0);
  const framed = frames.reduce((sum, { top, bottom, left, right }) => sum + (bottom - top) * (right - left), 0);
  return framed > drawn ? null : frames;
}

function tableOf({ canvas }: Drawing, frames: readonly Frame[], placeOf: (line: number) => Place): SourceTable {
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

/** A line by terminal columns; the second column of a wide character is empty, and a zero-width one is appended to the one before. */
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

function linesFrom({ lines }: Drawing, y: number, x: number): number {
  return lines[y]?.[x] ?? 0;
}

/** The cell whose upper left corner is here: along its upper line to the next line down, along its left one to the next across. */
function frameAt(drawing: Drawing, top: number, left: number): Frame | null {
  const corner = linesFrom(drawing, top, left);
  if ((corner & DOWN) === 0 || (corner & RIGHT) === 0) return null;
  let right = left + 1;
  for (let lines = linesFrom(drawing, top, right); (lines & LEFT) !== 0; lines = linesFrom(drawing, top, right)) {
    if ((lines & DOWN) !== 0) {
      const bottom = bottomOf(drawing, top, left);
      return bottom === null || !isClosed(drawing, top, bottom, right) ? null : { top, bottom, left, right };
    }
    right += 1;
  }
  return null;
}

/** Whether a line runs down at the right of a cell: where it does not, its text may go on beyond, or be that of the next cell. */
function isClosed(drawing: Drawing, top: number, bottom: number, right: number): boolean {
  for (let y = top + 1; y < bottom; y += 1) if ((linesFrom(drawing, y, right) & UP) === 0) return false;
  return true;
}

function bottomOf(drawing: Drawing, top: number, left: number): number | null {
  let bottom = top + 1;
  for (let lines = linesFrom(drawing, bottom, left); (lines & UP) !== 0; lines = linesFrom(drawing, bottom, left)) {
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
