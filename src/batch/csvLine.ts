import { escapeCsv } from "../_internal/escape.js";
import type { TableValue } from "./tidy.js";

/** Options of {@link csvLine}. */
export interface CsvLineOptions {
  /** Columns whose texts are figures, by index from 0: a figure such as −4 is not escaped as a formula. */
  readonly figures?: ReadonlySet<number>;
}

/** A figure as text: digits, with a sign or a decimal point. Everything else is escaped. */
const FIGURE = /^-?[0-9]+(?:\.[0-9]+)?$/;

/**
 * A row as a line of CSV (RFC 4180). A text that a spreadsheet would run as a formula has an apostrophe in front; a figure does
 * not, be it negative.
 *
 * @example
 * ```ts
 * csvLine(["=1+1", -4, null, "a,b"]); //=> "\"'=1+1\",-4,,\"a,b\"\r\n"
 * csvLine(["-4", "-4"], { figures: new Set([1]) }); //=> "\"'-4\",-4\r\n"
 * ```
 */
export function csvLine(row: readonly TableValue[], options?: CsvLineOptions): string {
  let line = "";
  for (let i = 0; i < row.length; i += 1) {
    const value = row[i] ?? null;
    const plain = typeof value === "string" && options?.figures?.has(i) === true && FIGURE.test(value);
    line += (i === 0 ? "" : ",") + (plain ? value : escapeCsv(value));
  }
  return `${line}\r\n`;
}
