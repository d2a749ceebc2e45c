import { type EditionId, editionForYear, editionIds } from "../../form/form.js";
import type { Exit, Io } from "../io.js";
import { type CommandSpec, type Given, textOption, usageError } from "../usage.js";

/** A command: what it is called and takes, and what it does. */
export interface Command {
  readonly spec: CommandSpec;
  readonly run: (given: Given, io: Io) => Promise<Exit>;
}

/** Options that several commands share. */
export const shared = {
  lang: { value: "LANGUAGE", choices: ["zh", "en"], help: "language of the messages (zh)" },
  output: { value: "FILE", short: "o", help: "write there and not to standard output" },
  edition: { value: "EDITION", choices: editionIds, help: "edition of the form" },
  year: { value: "N", help: "report year, in place of its edition" },
  lines: { value: "FORMAT", choices: ["text", "json"], help: "text, or one JSON object a line (text)" },
} as const;

/** The edition asked for: named, or told by the report year that it was issued for. */
export function editionAsked(given: Given): EditionId {
  const named = editionIds.find((id) => id === textOption(given, "edition"));
  const year = textOption(given, "year");
  if (named !== undefined) return named;
  if (year === undefined) throw usageError(`name the form: --edition ${editionIds.join("|")}, or --year N`);
  const due = /^\d{4}$/.test(year) ? editionForYear(Number(year)) : null;
  if (due === null)
    throw usageError(`no form was issued for the year ${JSON.stringify(year)}; name one: --edition ${editionIds.join("|")}`);
  return due;
}

/** Puts what a command makes where the caller wants it: into the file of --output, or on standard output. */
export async function deliver(data: string | Uint8Array, given: Given, io: Io): Promise<void> {
  const output = textOption(given, "output");
  if (output === undefined) io.out(data);
  else await io.writeFile(output, data);
}

/** One line of a listing: an object with --format json, else its columns with tabs between them. */
export function listed(row: { readonly object: object; readonly columns: readonly (string | number)[] }, given: Given): string {
  return `${textOption(given, "format") === "json" ? JSON.stringify(row.object) : row.columns.join("\t")}\n`;
}
