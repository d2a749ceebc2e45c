import { EXIT, type Exit, worst } from "../io.js";
import { expand, isUnreadable, load } from "../load.js";
import { baseOf, report, say } from "../print.js";
import { textOption, usageError } from "../usage.js";
import { targets, write } from "../writers.js";
import { type Command, shared } from "./command.js";

/** `convert`: from any format that can be read to any that can be written. */
export const convert: Command = {
  spec: {
    name: "convert",
    operands: "FILE… --to FORMAT",
    about: { zh: "有多份报告时，--output为文件夹。", en: "With several reports --output names a folder." },
    examples: [
      { call: "convert report.docx --to html -o report.html", says: { zh: "一份报告", en: "one report" } },
      { call: "convert reports --to json -o out", says: { zh: "整个文件夹", en: "a whole folder" } },
    ],
    count: [1, Number.POSITIVE_INFINITY],
    options: {
      to: { value: "FORMAT", choices: targets, help: { zh: "所写格式", en: "format to write" } },
      output: { ...shared.output, help: { zh: "写入的文件；多份时为文件夹", en: "file to write, or folder for several" } },
    },
  },
  run: async (given, io) => {
    const language = given.language;
    const target = textOption(given, "to");
    const output = textOption(given, "output");
    if (target === undefined) throw usageError("optionMissing", { option: `--to ${targets.join("|")}` }, language);
    const files = await expand(io, given.operands);
    if (files.length > 1 && output === undefined) throw usageError("optionMissing", { option: "--output" }, language);
    const statuses: Exit[] = [];
    for (const file of files) {
      const loaded = await load(io, file, language);
      report(io, loaded, language);
      const draft = isUnreadable(loaded) ? null : loaded.draft;
      statuses.push(draft === null ? EXIT.failed : EXIT.ok);
      if (draft === null) continue;
      const written = await write(draft, target, language);
      if (output === undefined) io.out(written);
      else {
        const path = files.length === 1 ? output : `${output.replace(/\/+$/, "")}/${baseOf(file)}.${target}`;
        await io.writeFile(path, written);
        io.err(`${say("file.written", { name: path }, language)}\n`);
      }
    }
    return worst(statuses);
  },
};
