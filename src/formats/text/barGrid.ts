import { barCells } from "./linePieces.js";

/** A line of a table whose cells are parted by bars. */
export interface BarRow {
  readonly cells: readonly string[];
  /** Number of the line, counted from the first of the table. */
  readonly line: number;
}

/** Headings with those above them in one cell, as this library writes them, show no grid. */
const PATH = " / ";

const DIGITS = /^[\s\d.,，．０-９+-]*$/;
const LEAST_ROWS = 2;

/** The line that parts the headings of a table in Markdown from its rows. */
const DELIMITER = /^[\s|｜]*:?---[\s:|｜-]*$/;

/**
 * The rows of a table with bars that shows its grid, as converters write it: every line has as many cells, and it is one of
 * Markdown or some heading is repeated in adjacent cells because merged cells are repeated. `null` for any other table.
 */
export function barGrid(lines: readonly string[]): readonly BarRow[] | null {
  const rows = lines.flatMap((text, line) => {
    const cells = barCells(text).map((cell) => cell.text);
    return cells.length === 0 ? [] : [{ cells, line }];
  });
  const [first] = rows;
  if (first === undefined || rows.length < LEAST_ROWS || first.cells.length < LEAST_ROWS) return null;
  if (rows.some(({ cells }) => cells.length !== first.cells.length)) return null;
  const repeats = rows.some(({ cells }) => cells.some((cell, i) => cell !== "" && !DIGITS.test(cell) && cell === cells[i - 1]));
  const isMarkdown = DELIMITER.test(lines[1] ?? "") && !rows.some(({ cells }) => cells.some((cell) => cell.includes(PATH)));
  return repeats || isMarkdown ? rows : null;
}
