import { type EditionId, editionForYear, editionIds } from "../../form/form.js";
import type { Exit, Io } from "../io.js";
import { type CommandSpec, type Given, type OptionSpec, quoted, textOption, usageError } from "../usage.js";
import { placed } from "../usageMessages.js";

/** A command: its specification and its implementation. */
export interface Command {
  readonly spec: CommandSpec;
  readonly run: (given: Given, io: Io) => Promise<Exit>;
}

/** Options that several commands share. */
export const shared = {
  output: { value: "FILE", short: "o", help: { zh: "写入该文件，不写到标准输出", en: "write there and not to standard output" } },
  edition: { value: "EDITION", choices: editionIds, help: { zh: "格式的版本", en: "edition of the form" } },
  year: { value: "YEAR", help: { zh: "报告年度，用以代替版本", en: "report year, in place of its edition" } },
  lines: {
    value: "FORMAT",
    choices: ["text", "json"],
    alias: "format",
    help: { zh: "文本，或每行一个JSON对象（text）", en: "text, or one JSON object a line (text)" },
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Options of the commands that read any number of reports. */
export const batchOptions = {
  include: {
    value: "GLOB",
    multiple: true,
    help: {
      zh: "文件夹中只读与之相符的文件，如“*.docx”、“2023/**”",
      en: "of folders read only what matches, such as '*.docx', '2023/**'",
    },
  },
  exclude: {
    value: "GLOB",
    multiple: true,
    help: { zh: "文件夹中不读与之相符的文件", en: "of folders do not read what matches" },
  },
  "files-from": {
    value: "FILE",
    help: {
      zh: "从该文件读取文件清单，每行一个；-为标准输入",
      en: "read the names of files from there, one a line; - is standard input",
    },
  },
  jobs: { value: "N", short: "j", help: { zh: "线程数（处理器核数）", en: "threads (as many as cores)" } },
  resume: {
    value: "LOG",
    help: {
      zh: "把完成情况记入该文件；中断后同样调用即接着处理",
      en: "keep a log of what is done there; the same call goes on after an end",
    },
  },
  quiet: { short: "q", help: { zh: "标准错误中只说错误", en: "say nothing but errors on standard error" } },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** The options that select inputs, for commands that do not stream results. */
export const inputOptions = {
  include: batchOptions.include,
  exclude: batchOptions.exclude,
  "files-from": batchOptions["files-from"],
  quiet: batchOptions.quiet,
} as const;

/** The values of {@link inputOptions} in a call. */
export function inputsOf({ options }: Given): Given["options"] {
  return Object.fromEntries(
    Object.keys(inputOptions).flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
}

/** Refuses a call without inputs. */
export function requireInputs(given: Given): void {
  if (given.operands.length === 0 && textOption(given, "files-from") === undefined)
    throw usageError("optionMissing", { option: placed("PATH…", given.language) }, given.language);
}

/** The requested edition, given by its name or by a report year. */
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

/** One line of a listing: an object with --to json, else its columns with tabs between them. */
export function listed(row: { readonly object: object; readonly columns: readonly (string | number)[] }, given: Given): string {
  return `${textOption(given, "to") === "json" ? JSON.stringify(row.object) : row.columns.join("\t")}\n`;
}
