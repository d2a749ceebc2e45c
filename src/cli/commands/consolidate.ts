import { consolidate as sum } from "../../consolidation/consolidate.js";
import { EXIT } from "../io.js";
import { findingText } from "../print.js";
import { textOption } from "../usage.js";
import { targets, write } from "../writers.js";
import { type Command, deliver, shared } from "./command.js";
import { loadFolder } from "./validate.js";

/** `consolidate`: the tables of a level from the reports below it. */
export const consolidate: Command = {
  spec: {
    name: "consolidate",
    operands: "DIR",
    about: { zh: "任一报告中为空白的数字，汇总后仍为空白。", en: "A figure that is blank in one of them stays blank." },
    examples: [
      {
        call: "consolidate counties --agency 某市人民政府",
        says: { zh: "汇总counties下的报告", en: "adds up the reports below counties" },
      },
    ],
    count: [1, 1],
    options: {
      agency: { value: "NAME", help: { zh: "汇总机关的名称", en: "the agency that consolidates" } },
      to: { value: "FORMAT", choices: targets, help: { zh: "所写格式（json）", en: "format to write (json)" } },
      output: shared.output,
    },
  },
  run: async (given, io) => {
    const language = given.language;
    const name = textOption(given, "agency");
    const children = await loadFolder(io, given.operands[0] ?? "", language);
    const { draft, findings } = sum(children, undefined, { language, ...(name === undefined ? {} : { agency: { name } }) });
    for (const finding of findings) io.err(`${findingText(finding, language)}\n`);
    const written = await write(draft, textOption(given, "to") ?? "json", language);
    await deliver(written, given, io);
    return findings.some(({ severity }) => severity === "error") ? EXIT.broken : EXIT.ok;
  },
};
