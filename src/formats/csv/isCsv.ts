import { type Delimiter, declaredDelimiter } from "../../_internal/csvRows.js";
import { CSV_COLUMNS } from "./columns.js";

/** Fields side by side, each a figure or empty, that a row of a table of the form has. Prose parted by commas has no such row. */
const FIGURES = 3;

/** Least number of rows of figures by which a table is recognized. */
const LEAST_ROWS = 3;

/** Number of lines inspected. The tables of the form are shorter, and are within the first few hundred lines of a text. */
const MAX_LINES = 2_000;

const DELIMITERS: readonly Delimiter[] = [",", ";"];
const ANY_DELIMITER: readonly Delimiter[] = [...DELIMITERS, "\t"];

/** One number with thousands separators, alone in its line. */
const GROUPED = /^\s*-?\d{1,3}(?:,\d{3})+(?:\.\d+)?\s*$/;

/** Number of characters within which the header of the long form is looked for. */
const HEADER_CHARACTERS = 200;

/** The delimiter of a CSV file in the long form of this library, found by its header, or `null`. */
export function longFormDelimiter(text: string): Delimiter | null {
  const lines = text
    .slice(0, HEADER_CHARACTERS)
    .replace(/^\ufeff/, "")
    .split(/\r\n?|\n/);
  const header = (declaredDelimiter(text) === null ? lines[0] : lines[1])?.replaceAll('"', "");
  return ANY_DELIMITER.find((delimiter) => header === CSV_COLUMNS.join(delimiter)) ?? null;
}

/** The delimiter of a text that is a table as a spreadsheet saves it, or `null` for any other text. Tabs alone are not sufficient. */
export function csvDelimiter(text: string): Delimiter | null {
  const stated = declaredDelimiter(text) ?? longFormDelimiter(text);
  if (stated !== null) return stated;
  const lines = text.split(/\r\n?|\n/, MAX_LINES);
  const rows = DELIMITERS.map((delimiter) => lines.filter((line) => isRowOfFigures(line, delimiter)).length);
  const most = Math.max(...rows);
  return most < LEAST_ROWS ? null : (DELIMITERS[rows.indexOf(most)] ?? null);
}

/** Whether a text is CSV. Its bytes may be read as signs of one byte each: all that is looked at is ASCII. */
export function isCsv(text: string): boolean {
  return csvDelimiter(text) !== null;
}

function isRowOfFigures(line: string, delimiter: Delimiter): boolean {
  if (!line.includes(delimiter) || line.includes("\t") || line.includes("|") || GROUPED.test(line)) return false;
  let run = 0;
  for (const field of line.split(delimiter)) {
    run = FIGURE_OR_EMPTY.test(field) ? run + 1 : 0;
    if (run === FIGURES) return true;
  }
  return false;
}

const FIGURE_OR_EMPTY = /^ {0,8}['="]{0,4}[-+]?[\d.]{0,16}"{0,4} {0,8}$/;
