import { compareReports } from "../../series/compareReports.js";
import { comparisonHtml, comparisonMarkdown } from "../../series/printComparison.js";
import { EXIT } from "../io.js";
import { loadDraft } from "../load.js";
import { languageOption, textOption } from "../usage.js";
import { type Command, deliver, shared } from "./command.js";

/** `compare`: what changed between two reports. */
export const compare: Command = {
  spec: {
    name: "compare",
    operands: "A B",
    summary: "Prints the change of every figure from report A to report B.",
    count: [2, 2],
    options: {
      format: { value: "FORMAT", choices: ["md", "html", "json"], help: "Markdown, HTML or JSON (md)" },
      lang: shared.lang,
      output: shared.output,
    },
  },
  run: async (given, io) => {
    const language = languageOption(given);
    const [a = "", b = ""] = given.operands;
    const comparison = compareReports(await loadDraft(io, a, language), await loadDraft(io, b, language));
    const format = textOption(given, "format") ?? "md";
    const printers = {
      md: () => comparisonMarkdown(comparison, { language }),
      html: () => comparisonHtml(comparison, { language }),
      json: () => `${JSON.stringify(comparison, null, 2)}\n`,
    };
    const text = format === "html" ? printers.html() : format === "json" ? printers.json() : printers.md();
    await deliver(text, given, io);
    return EXIT.ok;
  },
};
