import { EXIT, type Exit, worst } from "../io.js";
import { expand, isUnreadable, load } from "../load.js";
import { baseOf, report, say } from "../print.js";
import { languageOption, textOption, usageError } from "../usage.js";
import { targets, write } from "../writers.js";
import { type Command, shared } from "./command.js";

/** `convert`: from any format that can be read to any that can be written. */
export const convert: Command = {
  spec: {
    name: "convert",
    operands: "FILE… --to FORMAT",
    summary: "Writes reports in another format. With several files --output names a folder.",
    count: [1, Number.POSITIVE_INFINITY],
    options: {
      to: { value: "FORMAT", choices: targets, help: "format to write" },
      output: { ...shared.output, help: "file to write, or folder for several" },
      lang: shared.lang,
    },
  },
  run: async (given, io) => {
    const language = languageOption(given);
    const target = textOption(given, "to");
    const output = textOption(given, "output");
    if (target === undefined) throw usageError(`--to is missing; it takes ${targets.join(", ")}`);
    const files = await expand(io, given.operands);
    if (files.length > 1 && output === undefined) throw usageError("several files need --output FOLDER");
    const statuses: Exit[] = [];
    for (const file of files) {
      const loaded = await load(io, file, language);
      report(io, loaded, language);
      const draft = isUnreadable(loaded) ? null : loaded.draft;
      statuses.push(draft === null ? EXIT.failed : EXIT.ok);
      if (draft === null) continue;
      const written = await write(draft, target);
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
