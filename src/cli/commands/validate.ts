import { runBatch } from "../batch/runBatch.js";
import { folderSink, isFolder, oneFileSink, type Sink, streamSink } from "../batch/sinks.js";
import type { Tally } from "../batch/unit.js";
import type { Io } from "../io.js";
import { loadDraft } from "../loadDraft.js";
import { coloured, filesLine, VERDICTS } from "../print.js";
import { type Given, switchOption, textOption, usageError } from "../usage.js";
import { batchOptions, type Command, requireInputs, shared } from "./command.js";

/** Formats in which the form can be marked: one file per report. */
const MARKED = ["html", "docx", "xlsx"] as const;

/** Formats of results that go into one stream. */
const STREAMED = ["text", "json", "junit", "sarif"] as const;

/** `validate`: which rules a report obeys. */
export const validate: Command = {
  spec: {
    name: "validate",
    operands: "PATH…",
    about: {
      zh: "有报告不符合规则的，退出状态为1；有文件无法读取或有表未找到的为2。",
      en: "Ends with 1 if a report breaks a rule, with 2 if a file cannot be read or a table was not found.",
    },
    examples: [
      { call: "validate report.html", says: { zh: "检查一份报告", en: "checks one report" } },
      { call: "validate report.html --explain", says: { zh: "说明哪个数字有误", en: "says which figure is wrong" } },
      {
        call: "validate reports --to json > results.ndjson",
        says: { zh: "检查整个文件夹，每份一个JSON对象", en: "a whole folder, one JSON object a report" },
      },
      {
        call: "validate reports --to sarif -o results.sarif",
        says: { zh: "供流水线使用（也可用junit）", en: "for a pipeline; junit does as well" },
      },
      {
        call: "validate report.docx --fix certain -o fixed.docx",
        says: { zh: "改正能够确定的错误", en: "puts right what is certain" },
      },
    ],
    count: [0, Number.POSITIVE_INFINITY],
    options: {
      to: {
        value: "FORMAT",
        choices: [...STREAMED, ...MARKED],
        alias: "format",
        help: {
          zh: "文本、NDJSON、JUnit XML、SARIF，或标出错误的表格（text）",
          en: "text, NDJSON, JUnit XML, SARIF, or the form with what is wrong marked on it (text)",
        },
      },
      all: { help: { zh: "JSON中也列出成立的规则", en: "in JSON list the rules that hold as well" } },
      explain: {
        help: {
          zh: "说明哪些数字有误，列在不成立的勾稽关系之前",
          en: "say which figures are wrong, before the balances that they break",
        },
      },
      fix: {
        value: "WHICH",
        choices: ["certain"],
        help: {
          zh: "改正能够确定的错误，写入--output，修改记录写在其旁；写成即为0",
          en: "write the report to --output with the certain errors put right, the edits beside it; ends with 0",
        },
      },
      advice: {
        help: { zh: "同时检查文字、公布日期和合理性", en: "also check the words, the filing dates and what is plausible" },
      },
      previous: {
        value: "FILE",
        help: { zh: "上年报告，用以核对结转", en: "last year's report, to check what was carried over" },
      },
      children: { value: "DIR", help: { zh: "本报告所汇总的下级报告", en: "the reports that this one consolidates" } },
      complete: { help: { zh: "与--children并用：下级报告已齐全", en: "with --children: these are all of them" } },
      strict: {
        help: {
          zh: "因空白而无法判定的，退出状态也为1",
          en: "end with 1 also where a rule could not be decided because of blanks",
        },
      },
      output: {
        ...shared.output,
        help: { zh: "写入该文件；多份表格时为文件夹", en: "write there; a folder where several forms are marked" },
      },
      force: { help: { zh: "允许覆盖输入文件", en: "allow the input to be written over" } },
      ...batchOptions,
    },
  },
  run: async (given, io) => {
    requireInputs(given);
    refuseContradictions(given);
    if (given.options["fix"] !== undefined) return (await import("../fix.js")).fix(given, io);
    const to = textOption(given, "to") ?? "text";
    const output = textOption(given, "output");
    const beside = await besides(given, io);
    const isMarked = MARKED.some((format) => format === to);
    let several = false;
    const closing = await closingOf(to, io);
    const { exit } = await runBatch(given, io, {
      job: {
        action: "validate",
        options: {
          to,
          all: switchOption(given, "all"),
          advice: switchOption(given, "advice"),
          explain: switchOption(given, "explain"),
          strict: switchOption(given, "strict"),
          complete: switchOption(given, "complete"),
        },
        ...beside,
      },
      outputs: output === undefined ? [] : [output],
      resumable: true,
      sink: async (many): Promise<Sink> => {
        several = many;
        for (const name of ["previous", "children"]) if (many && given.options[name] !== undefined) throw oneFile(name, given);
        if (!isMarked) return resultSink(to, given, io);
        if (!many && (output === undefined || !isFolder(output, io))) return oneFileSink(given, io);
        return folderSink(given, io, to);
      },
      last: ({ tally, interrupted }) => {
        if (to === "text" && several) return summaryText(tally, given, io);
        return closing?.(tally, interrupted) ?? "";
      },
    });
    return exit;
  },
};

function oneFile(name: string, { language }: Given) {
  return usageError("oneFile", { option: `--${name}` }, language);
}

function summaryText(tally: Readonly<Record<string, number>>, { language }: Given, io: Io): string {
  const text = filesLine(tally, VERDICTS, language);
  return io.terminal.out && (io.env["NO_COLOR"] ?? "") === "" ? coloured(text) : text;
}

async function resultSink(to: string, given: Given, io: Io): Promise<Sink> {
  if (to === "sarif") {
    const { sarifHead, withoutFirstSeparator } = await import("../sarif.js");
    return withoutFirstSeparator(streamSink(given, io, sarifHead));
  }
  if (to === "junit") return streamSink(given, io, (await import("../junit.js")).junitHead);
  return streamSink(given, io, "");
}

/** The end of a format that is one document. */
async function closingOf(to: string, io: Io): Promise<((tally: Tally, interrupted: boolean) => string) | null> {
  if (to === "sarif") {
    const { sarifLast } = await import("../sarif.js");
    const version = await io.version();
    return (tally, interrupted) => sarifLast(tally, interrupted, version);
  }
  if (to !== "junit") return null;
  const { junitLast } = await import("../junit.js");
  return () => junitLast;
}

function refuseContradictions(given: Given): void {
  const { language } = given;
  const needs = (option: string, other: string): void => {
    if (given.options[option] !== undefined && given.options[other] === undefined)
      throw usageError("optionNeeds", { option: `--${option}`, other: `--${other}` }, language);
  };
  needs("fix", "output");
  needs("complete", "children");
}

/** Other reports that a report is compared with. */
async function besides(given: Given, io: Io) {
  const previous = textOption(given, "previous");
  const folder = textOption(given, "children");
  return {
    ...(previous === undefined ? {} : { previous: await loadDraft(io, previous, given.language) }),
    ...(folder === undefined ? {} : { children: await (await import("../children.js")).loadChildren([folder], given, io) }),
  };
}
