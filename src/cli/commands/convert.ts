import { runBatch } from "../batch/runBatch.js";
import { folderSink, isFolder, oneFileSink } from "../batch/sinks.js";
import { filesLine } from "../print.js";
import { switchOption, textOption, usageError } from "../usage.js";
import { targets } from "../writers.js";
import { batchOptions, type Command, requireInputs, shared } from "./command.js";

/** `convert`: from any format that can be read to any that can be written. */
export const convert: Command = {
  spec: {
    name: "convert",
    operands: "PATH… --to FORMAT",
    about: {
      zh: "有多份报告时，--output为文件夹，各文件按原来的相对路径命名，重名的加上序号。",
      en: "With several reports --output names a folder; files are named by their paths, and numbered where two would have one name.",
    },
    examples: [
      { call: "convert report.docx --to html -o report.html", says: { zh: "一份报告", en: "one report" } },
      { call: "convert reports --to json -o out", says: { zh: "整个文件夹", en: "a whole folder" } },
    ],
    count: [0, Number.POSITIVE_INFINITY],
    options: {
      to: { value: "FORMAT", choices: targets, help: { zh: "所写格式", en: "format to write" } },
      output: { ...shared.output, help: { zh: "写入的文件；多份时为文件夹", en: "file to write, or folder for several" } },
      force: { help: { zh: "允许覆盖输入文件", en: "allow the input to be written over" } },
      ...batchOptions,
    },
  },
  run: async (given, io) => {
    requireInputs(given);
    const to = textOption(given, "to");
    const output = textOption(given, "output");
    if (to === undefined) throw usageError("optionMissing", { option: `--to ${targets.join("|")}` }, given.language);
    let several = false;
    const { tally, exit } = await runBatch(given, io, {
      job: { action: "convert", options: { to } },
      outputs: output === undefined ? [] : [output],
      resumable: true,
      sink: (many) => {
        several = many || (output !== undefined && isFolder(output, io));
        return several ? folderSink(given, io, to) : oneFileSink(given, io);
      },
    });
    if (several && !switchOption(given, "quiet")) io.err(filesLine(tally, ["written", "unreadable"], given.language));
    return exit;
  },
};
