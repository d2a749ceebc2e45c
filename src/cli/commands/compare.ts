import { compareReports } from "../../series/compareReports.js";
import { comparisonHtml, comparisonMarkdown } from "../../series/printComparison.js";
import { EXIT } from "../io.js";
import { loadDraft } from "../load.js";
import { textOption } from "../usage.js";
import { type Command, deliver, shared } from "./command.js";

/** `compare`: what changed between two reports. */
export const compare: Command = {
  spec: {
    name: "compare",
    operands: "A B",
    examples: [
      { call: "compare 2022.html 2023.html", says: { zh: "两年之间各数字的变化", en: "what changed from one year to the next" } },
      {
        call: "compare a.docx b.docx --to html -o changes.html",
        says: { zh: "写成可单独打开的网页", en: "as a page that stands alone" },
      },
    ],
    count: [2, 2],
    options: {
      to: {
        value: "FORMAT",
        choices: ["md", "html", "json"],
        alias: "format",
        help: { zh: "Markdown、网页或JSON（md）", en: "Markdown, HTML or JSON (md)" },
      },
      output: shared.output,
    },
  },
  run: async (given, io) => {
    const language = given.language;
    const [a = "", b = ""] = given.operands;
    const comparison = compareReports(await loadDraft(io, a, language), await loadDraft(io, b, language));
    const format = textOption(given, "to") ?? "md";
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
