import { escapeCsv } from "../../_internal/escape.js";
import { cellLabel, formOf } from "../../form/form.js";
import { figureIn } from "../../report/figures.js";
import type { Draft } from "../../report/types.js";
import { CSV_COLUMNS } from "./columns.js";

/** Options of {@link renderCsv}. */
export interface CsvOptions {
  /** Begins the text with a byte order mark, by which Excel recognizes UTF-8. Off by default. */
  readonly byteOrderMark?: boolean;
}

/** One figure with everything that identifies it, in the order of {@link CSV_COLUMNS}. */
export type LongRow = readonly (string | number | null)[];

/** All figures of a report in official order, one row each. */
export function longRows(draft: Draft): readonly LongRow[] {
  return formOf(draft).cells.map((cell) => {
    const { table, row, column } = cell.coordinate;
    return [
      draft.agency?.name ?? null,
      draft.year ?? null,
      draft.edition,
      table,
      row,
      column,
      cell.address,
      cellLabel(cell, "zh"),
      figureIn(draft, cell.address),
    ];
  });
}

/**
 * Every figure of one or more reports as CSV in long form, one a line, after RFC 4180. A blank is an empty field; a text that a
 * spreadsheet would take for a formula has an apostrophe in front.
 *
 * @example
 * ```ts
 * const csv = renderCsv({ edition: "2021", year: 2023, agency: { name: "某县" }, requests: { received: { total: 4 } } });
 * csv.split("\r\n")[0]; //=> "agency,year,edition,table,row,column,address,label,value"
 * csv.split("\r\n")[17]; //=> "某县,2023,2021,三,1,7,requests.received.total,一、本年新收政府信息公开申请数量，申请人情况/总计,4"
 * ```
 */
export function renderCsv(drafts: Draft | readonly Draft[], options?: CsvOptions): string {
  options ??= {};
  const rows = isList(drafts) ? drafts.flatMap(longRows) : longRows(drafts);
  const lines = [CSV_COLUMNS, ...rows].map((row) => `${row.map(escapeCsv).join(",")}\r\n`);
  return (options.byteOrderMark === true ? "\ufeff" : "") + lines.join("");
}

function isList(drafts: Draft | readonly Draft[]): drafts is readonly Draft[] {
  return Array.isArray(drafts);
}
