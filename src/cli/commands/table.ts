import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { csvLine } from "../../batch/csvLine.js";
import type { Language } from "../../findings/finding.js";
import { headRow } from "../actions/table.js";
import { runBatch } from "../batch/runBatch.js";
import { refuseInput, type Sink, streamSink } from "../batch/sinks.js";
import type { Io } from "../io.js";
import { filesLine, say } from "../print.js";
import { type Given, switchOption, textOption, usageError } from "../usage.js";
import { Workbook } from "../xlsx/workbook.js";
import { batchOptions, type Command, requireInputs, shared } from "./command.js";

/** `table`: the figures of all reports in one table. */
export const table: Command = {
  spec: {
    name: "table",
    operands: "PATH… --to csv|ndjson|xlsx",
    about: {
      zh: "长表每个数字一行，列名见标准（table-schema.json）；宽表每份报告一行。csv用--lang zh得中文列名，xlsx依语言。",
      en: "Long: one figure a row, with the columns of the standard (table-schema.json). Wide: one report a row. Headings of csv are Chinese with --lang zh, those of xlsx in your language.",
    },
    examples: [
      { call: "table reports --to csv -o all.csv", says: { zh: "所有报告的所有数字", en: "every figure of every report" } },
      {
        call: "table reports --to csv --shape wide --bom --lang zh -o 全部.csv",
        says: { zh: "每份报告一行，可用Excel打开", en: "one report a row, for Excel, in Chinese" },
      },
      { call: "table all.ndjson --to ndjson | head", says: { zh: "来自NDJSON", en: "from NDJSON" } },
    ],
    count: [0, Number.POSITIVE_INFINITY],
    options: {
      to: { value: "FORMAT", choices: ["csv", "ndjson", "xlsx"], help: { zh: "所写格式（csv）", en: "format to write (csv)" } },
      shape: {
        value: "SHAPE",
        choices: ["long", "wide"],
        help: { zh: "长表或宽表（long）", en: "one figure a row, or one report a row (long)" },
      },
      bom: { help: { zh: "csv以字节顺序标记开头，供Excel识别", en: "begin csv with a byte order mark, for Excel" } },
      output: shared.output,
      force: { help: { zh: "允许覆盖输入文件", en: "allow the input to be written over" } },
      ...batchOptions,
    },
  },
  run: async (given, io) => {
    requireInputs(given);
    const { language } = given;
    const to = textOption(given, "to") ?? "csv";
    const wide = textOption(given, "shape") === "wide";
    const output = textOption(given, "output");
    const { tally, exit } = await runBatch(given, io, {
      job: { action: "table", options: { to, shape: wide ? "wide" : "long" } },
      outputs: output === undefined ? [] : [output],
      resumable: to !== "xlsx",
      sink: () => {
        if (to === "xlsx") return workbookSink(given, io, say("table.sheet", {}, language), headRow(wide, language));
        return streamSink(given, io, to === "csv" ? csvHead(given, headRow(wide, csvLanguage(given))) : "");
      },
    });
    if (!switchOption(given, "quiet") && output !== undefined) io.err(filesLine(tally, ["listed", "unreadable"], language));
    return exit;
  },
};

/** The header has the names of the standard by default; with `--lang zh` it is in Chinese. */
export function csvLanguage({ language, languageNamed }: Given): Language | null {
  return languageNamed && language === "zh" ? "zh" : null;
}

/** The header line, after the byte order mark if one is requested. */
export function csvHead(given: Given, head: readonly string[]): string {
  return (switchOption(given, "bom") ? "\ufeff" : "") + csvLine(head);
}

/** Writes rows to a workbook as they come. */
export function workbookSink(given: Given, io: Io, title: string, head: readonly string[]): Sink {
  const { language } = given;
  const output = textOption(given, "output");
  if (output === undefined) throw usageError("optionMissing", { option: "--output" }, language);
  refuseInput(output, given, io);
  const target = resolve(io.cwd, output);
  const beside = `${target}.${process.pid}.part`;
  mkdirSync(dirname(target), { recursive: true });
  const file = openSync(beside, "w");
  const workbook = new Workbook(title, head, (data) => {
    for (let at = 0; at < data.length; ) at += writeSync(file, data, at);
  });
  return {
    take: async (_, { out }) => {
      const rows = out.split("</row>").length - 1;
      workbook.add(out, rows);
    },
    position: () => 0,
    passOver: () => false,
    end: async () => {
      workbook.end();
      closeSync(file);
      renameSync(beside, target);
      if (workbook.sheets > 1) io.err(`${say("table.sheets", { n: workbook.sheets }, language)}\n`);
    },
    abandon: () => {
      closeSync(file);
      rmSync(beside, { force: true });
    },
  };
}
