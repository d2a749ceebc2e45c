import { type EditionId, editionForYear, editionIds } from "../../form/form.js";
import type { Exit, Io } from "../io.js";
import { type CommandSpec, type Given, type OptionSpec, quoted, textOption, usageError } from "../usage.js";

/** A command: what it is called and takes, and what it does. */
export interface Command {
  readonly spec: CommandSpec;
  readonly run: (given: Given, io: Io) => Promise<Exit>;
}

/** Options that several commands share. */
export const shared = {
  output: { value: "FILE", short: "o", help: { zh: "写入该文件，不写到标准输出", en: "write there and not to standard output" } },
  edition: { value: "EDITION", choices: editionIds, help: { zh: "格式的版本", en: "edition of the form" } },
  year: { value: "N", help: { zh: "报告年度，用以代替版本", en: "report year, in place of its edition" } },
  lines: {
    value: "FORMAT",
    choices: ["text", "json"],
    alias: "format",
    help: { zh: "文本，或每行一个JSON对象（text）", en: "text, or one JSON object a line (text)" },
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** The edition asked for: named, or told by the report year that it was issued for. */
export function editionAsked(given: Given): EditionId {
  const choices = editionIds.join("|");
  const named = editionIds.find((id) => id === textOption(given, "edition"));
  const year = textOption(given, "year");
  if (named !== undefined) return named;
  if (year === undefined) throw usageError("editionMissing", { choices }, given.language);
  const due = /^\d{4}$/.test(year) ? editionForYear(Number(year)) : null;
  if (due === null) throw usageError("editionNone", { year: quoted(year), choices }, given.language);
  return due;
}

/** Puts what a command makes where the caller wants it: into the file of --output, or on standard output. */
export async function deliver(data: string | Uint8Array, given: Given, io: Io): Promise<void> {
  const output = textOption(given, "output");
  if (output === undefined) io.out(data);
  else await io.writeFile(output, data);
}

/** One line of a listing: an object with --to json, else its columns with tabs between them. */
export function listed(row: { readonly object: object; readonly columns: readonly (string | number)[] }, given: Given): string {
  return `${textOption(given, "to") === "json" ? JSON.stringify(row.object) : row.columns.join("\t")}\n`;
}
