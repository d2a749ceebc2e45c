import { escapeCsv } from "../../src/_internal/escape.js";
import { type Draft, describeForm } from "../../src/index.js";
import { tidyColumns } from "../../src/standard.js";

const NAMES = tidyColumns.map(({ name }) => name);

/** The heading of a tidy table. */
export const TIDY_HEAD = `${NAMES.join(",")}\n`;

/** The lines of a report: those of `addresses`, or of every figure of its form. */
export function tidyLines(draft: Draft, file: string, addresses?: readonly string[]): string {
  const { agency, year, edition } = draft;
  const form = describeForm(edition);
  const cells = addresses === undefined ? form.cells : addresses.flatMap((address) => form.byAddress[address] ?? []);
  return cells
    .map(({ address, coordinate: { table, row, column }, unit }) => {
      const value = valueAt(draft, address.split("."));
      const line: Readonly<Record<string, unknown>> = {
        file,
        agency: agency?.name,
        agency_code: agency?.unifiedSocialCreditCode,
        agency_level: agency?.level,
        report_year: year,
        edition,
        table_no: table,
        row_no: row,
        column_no: column,
        address,
        unit,
        figure_text: value,
        cell_status: value === undefined ? "absent" : value === null ? "blank" : "figure",
      };
      return `${NAMES.map((name) => fieldOf(line[name])).join(",")}\n`;
    })
    .join("");
}

const fieldOf = (value: unknown): string =>
  value === undefined || value === null ? "" : typeof value === "number" ? String(value) : escapeCsv(String(value));

function valueAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value;
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? valueAt((value as Readonly<Record<string, unknown>>)[key], rest)
    : undefined;
}
