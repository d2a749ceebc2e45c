import { runBatch } from "../batch/runBatch.js";
import { streamSink } from "../batch/sinks.js";
import { filesLine } from "../print.js";
import { switchOption, textOption } from "../usage.js";
import { batchOptions, type Command, requireInputs, shared } from "./command.js";

/** `read`: the content of a document, as canonical JSON or cell by cell. */
export const read: Command = {
  spec: {
    name: "read",
    operands: "PATH…",
    about: {
      zh: "可读网页、Word、Excel、PDF、OFD、文本、JSON和NDJSON。未能读出的在标准错误中说明。",
      en: "Reads web pages, Word, Excel, PDF, OFD, text, JSON and NDJSON. What could not be read is said on standard error.",
    },
    examples: [
      { call: "read report.html", says: { zh: "一份报告，写为规范JSON", en: "one report as canonical JSON" } },
      {
        call: "read report.docx --to cells",
        says: { zh: "每行一个数字，附原文和位置", en: "one figure a line, with what is written and where" },
      },
      { call: "read reports > all.ndjson", says: { zh: "整个文件夹，每行一份报告", en: "a whole folder, one report a line" } },
    ],
    count: [0, Number.POSITIVE_INFINITY],
    options: {
      to: {
        value: "FORMAT",
        choices: ["json", "cells"],
        help: { zh: "规范JSON，或每行一个数字（json）", en: "canonical JSON, or one figure a line (json)" },
      },
      output: shared.output,
      ...batchOptions,
    },
  },
  run: async (given, io) => {
    requireInputs(given);
    const { language } = given;
    const to = textOption(given, "to") ?? "json";
    const output = textOption(given, "output");
    let several = false;
    const { tally, exit } = await runBatch(given, io, {
      job: { action: "read", options: { to } },
      outputs: output === undefined ? [] : [output],
      resumable: true,
      sink: (many) => {
        several = many;
        return streamSink(given, io, "");
      },
    });
    const kinds = ["read", "unreadable", "figures", "blank"] as const;
    if (several && !switchOption(given, "quiet")) io.err(filesLine(tally, kinds, language));
    return exit;
  },
};
