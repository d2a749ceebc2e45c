import { consolidate as sum } from "../../consolidation/consolidate.js";
import { EXIT } from "../io.js";
import { findingText } from "../print.js";
import { languageOption, textOption } from "../usage.js";
import { targets, write } from "../writers.js";
import { type Command, deliver, shared } from "./command.js";
import { loadFolder } from "./validate.js";

/** `consolidate`: the tables of a level from the reports below it. */
export const consolidate: Command = {
  spec: {
    name: "consolidate",
    operands: "DIR",
    summary: "Adds up the reports of a folder. A figure that is blank in one of them stays blank.",
    count: [1, 1],
    options: {
      agency: { value: "NAME", help: "the agency that consolidates" },
      to: { value: "FORMAT", choices: targets, help: "format to write (json)" },
      lang: shared.lang,
      output: shared.output,
    },
  },
  run: async (given, io) => {
    const language = languageOption(given);
    const name = textOption(given, "agency");
    const children = await loadFolder(io, given.operands[0] ?? "", language);
    const { draft, findings } = sum(children, undefined, { language, ...(name === undefined ? {} : { agency: { name } }) });
    for (const finding of findings) io.err(`${findingText(finding, language)}\n`);
    const written = await write(draft, textOption(given, "to") ?? "json");
    await deliver(written, given, io);
    return findings.some(({ severity }) => severity === "error") ? EXIT.broken : EXIT.ok;
  },
};
