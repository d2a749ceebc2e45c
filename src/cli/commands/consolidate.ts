import { consolidate as sum } from "../../consolidation/consolidate.js";
import { refuseInput } from "../batch/sinks.js";
import { loadChildren } from "../children.js";
import { deliver } from "../deliver.js";
import { EXIT } from "../io.js";
import { findingText } from "../print.js";
import { textOption } from "../usage.js";
import { targets, write } from "../writers.js";
import { type Command, inputOptions, inputsOf, requireInputs, shared } from "./command.js";

/** `consolidate`: the tables of a level from the reports below it. */
export const consolidate: Command = {
  spec: {
    name: "consolidate",
    operands: "PATH…",
    about: {
      zh: "可给出多个文件夹。任一报告中为空白的数字，汇总后仍为空白。--tree region按行政区划代码逐级汇总（省、市、县），每级一行；报告须按代码排序，可为任意长度的NDJSON。",
      en: "Takes any number of folders. A figure that is blank in one report stays blank. --tree region adds up province, prefecture and county by division code, one line a level; reports come sorted by code, as NDJSON of any length.",
    },
    examples: [
      {
        call: "consolidate counties --agency 某市人民政府",
        says: { zh: "汇总counties下的报告", en: "adds up the reports below counties" },
      },
      { call: "consolidate bureaus towns --to xlsx -o sums.xlsx", says: { zh: "汇总两个文件夹", en: "adds up two folders" } },
      { call: "consolidate all.ndjson --tree region", says: { zh: "全国各级汇总", en: "the sums of every level of a nation" } },
    ],
    count: [0, Number.POSITIVE_INFINITY],
    options: {
      agency: { value: "NAME", help: { zh: "汇总机关的名称", en: "the agency that consolidates" } },
      tree: {
        value: "BY",
        choices: ["region"],
        help: { zh: "按行政区划代码逐级汇总", en: "add up level by level, by division code" },
      },
      to: { value: "FORMAT", choices: targets, help: { zh: "所写格式（json）", en: "format to write (json)" } },
      output: shared.output,
      force: { help: { zh: "允许覆盖输入文件", en: "allow the input to be written over" } },
      ...inputOptions,
    },
  },
  run: async (given, io) => {
    requireInputs(given);
    if (given.options["tree"] !== undefined) return (await import("../consolidateTree.js")).consolidateTree(given, io);
    const { language } = given;
    const name = textOption(given, "agency");
    const output = textOption(given, "output");
    if (output !== undefined) refuseInput(output, given, io);
    const children = await loadChildren(given.operands, given, io, inputsOf(given));
    const { draft, findings } = sum(children, undefined, { language, ...(name === undefined ? {} : { agency: { name } }) });
    for (const finding of findings) io.err(`${findingText(finding, language)}\n`);
    const written = await write(draft, textOption(given, "to") ?? "json", language);
    await deliver(written, given, io);
    return findings.some(({ severity }) => severity === "error") ? EXIT.broken : EXIT.ok;
  },
};
