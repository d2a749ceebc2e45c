import { DisclosureReportError } from "../../findings/error.js";
import type { Language } from "../../findings/finding.js";
import { deliver } from "../deliver.js";
import { EXIT, type Io } from "../io.js";
import { cliMessages } from "../messages.js";
import { textOption, usageError } from "../usage.js";
import { placed } from "../usageMessages.js";
import { type Command, shared } from "./command.js";

/** `workbench`: the workbench as one HTML file, for people without a command line. */
export const workbench: Command = {
  spec: {
    name: "workbench",
    operands: "-o FILE",
    about: {
      zh: "在任何浏览器中打开，即可读取、核对、更正报告并导出Word、Excel，不联网。",
      en: "In any browser it reads, checks and corrects reports, and exports them as Word or Excel. It makes no network connection.",
    },
    examples: [
      {
        call: "workbench -o 年报工作台.html",
        says: { zh: "写成文件，用浏览器打开", en: "writes the file; open it in a browser" },
      },
    ],
    count: [0, 0],
    options: { output: shared.output },
  },
  run: async (given, io) => {
    if (textOption(given, "output") === undefined) {
      throw usageError("optionMissing", { option: placed("--output FILE", given.language) }, given.language);
    }
    await deliver(await workbenchPage(io, given.language), given, io);
    return EXIT.ok;
  },
};

/** The page in the package. In a checkout it exists after a build. */
async function workbenchPage(io: Io, language: Language): Promise<Uint8Array> {
  try {
    return await io.readFile(io.workbench ?? "workbench.html");
  } catch {
    throw new DisclosureReportError("cli.file", cliMessages["workbench.missing"][language]);
  }
}
