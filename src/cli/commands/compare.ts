import { escapeHtml } from "../../_internal/escape.js";
import type { Language } from "../../findings/finding.js";
import { reportName } from "../../report/reportRef.js";
import type { Comparison } from "../../series/compareReports.js";
import { compareReports } from "../../series/compareReports.js";
import { renderComparisonHtml, renderComparisonMarkdown } from "../../series/renderComparison.js";
import { deliver } from "../deliver.js";
import { EXIT } from "../io.js";
import { loadDraft } from "../loadDraft.js";
import { plainName, say } from "../print.js";
import { textOption } from "../usage.js";
import { type Command, shared } from "./command.js";

const STYLE = `body{font-family:宋体,SimSun,"Songti SC","Noto Serif CJK SC",serif;line-height:1.5;margin:2em auto;max-width:60em;padding:0 1em}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #666;padding:.25em .6em;text-align:left}
td:nth-child(n+3){text-align:right;font-variant-numeric:tabular-nums}
thead th{background:#eee;position:sticky;top:0}
@media print{thead th{position:static}}`;

/** A self-contained page that names the two reports and their files. */
function page(comparison: Comparison, files: readonly [string, string], language: Language): string {
  const names = [comparison.from, comparison.to].map((report) => reportName(report)[language]);
  const title = say("compare.title", { a: names[0] ?? "", b: names[1] ?? "" }, language);
  const list = names.map((name, i) => `<li>${escapeHtml(name)}（${escapeHtml(plainName(files[i] ?? ""))}）</li>`).join("");
  const table = renderComparisonHtml(comparison, { language });
  const lang = language === "zh" ? "zh-CN" : "en";
  return [
    "<!DOCTYPE html>",
    `<html lang="${lang}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    `<h1>${escapeHtml(title)}</h1>`,
    `<ol>${list}</ol>`,
    table,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

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
      md: () => renderComparisonMarkdown(comparison, { language }),
      html: () => page(comparison, [a, b], language),
      json: () => `${JSON.stringify(comparison, null, 2)}\n`,
    };
    const text = format === "html" ? printers.html() : format === "json" ? printers.json() : printers.md();
    await deliver(text, given, io);
    return EXIT.ok;
  },
};
