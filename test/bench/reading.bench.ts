import { parse } from "parse5";
import { htmlDocument } from "../../src/formats/html/htmlDocument.js";
import { parseHtml } from "../../src/formats/html/parseHtml.js";
import { readHtml } from "../../src/html.js";
import { printTables } from "../../src/index.js";
import { corpus } from "../support/corpus.js";
import { seda2023 } from "../support/seda.js";
import { measure, printMeasurements } from "./measure.js";

/** The official tables in the markup of a common content system, with some paragraphs around them. */
function ordinaryPage(): string {
  const text = "<p>按照政府信息公开的有关规定，本机关编制了本年度报告，所列数据的统计期限为全年。</p>";
  const tables = printTables(seda2023).map(({ caption, rows }) => {
    const lines = rows.map((row) =>
      row
        .map(
          (cell) =>
            `<td colspan="${cell.colspan}" rowspan="${cell.rowspan}" style="width:60px;border:1px solid #000"><p style="text-align:center">${cell.text}</p></td>`,
        )
        .join(""),
    );
    return `<p>${caption}</p><table border="1"><tbody>${lines.map((line) => `<tr>${line}</tr>`).join("")}</tbody></table>`;
  });
  return `<!DOCTYPE html><html><body><h1>色达县2023年政府信息公开工作年度报告</h1>${text.repeat(60)}${tables.join("")}</body></html>`;
}

/** The same report as a word processor saves it, with its styles on every run, inside a portal's navigation. */
function portalPage(): string {
  const style = "margin:0cm 0cm 0.0001pt;text-align:center;line-height:20pt;font-family:宋体;font-size:10.5pt;color:#333333";
  const dressed = ordinaryPage().replace(
    /<p style="text-align:center">([^<]*)<\/p>/g,
    `<p class="MsoNormal" style="${style}"><span lang="EN-US" style="font-family:宋体;font-size:10.0pt">$1<o:p></o:p></span></p>`,
  );
  const links = `<li class="item"><a href="/zwgk/list.html" title="栏目">栏目</a></li>`.repeat(300);
  return dressed.replace("<body>", `<body><div class="nav"><ul>${links}</ul></div>`);
}

const shanghai = corpus("shanghai-2019.html");
const pages: readonly (readonly [name: string, html: string])[] = [
  ["a page with the tables of Seda 2023", ordinaryPage()],
  ["the same from a word processor in a portal", portalPage()],
  ...(shanghai === null ? [] : [["the published page of Shanghai 2019", new TextDecoder().decode(shanghai)] as const]),
];

for (const [name, html] of pages) {
  printMeasurements(
    `Reading ${name} (${Math.round(html.length / 1000)} thousand characters) against bare parse5`,
    measure(
      [
        { name: "parse5.parse", run: () => parse(html) },
        { name: "parseHtml: parse5 with the place of each element", run: () => parseHtml(html) },
        { name: "htmlDocument: paragraphs and tables of it", run: () => htmlDocument(parseHtml(html)) },
        { name: "readHtml", run: () => readHtml(html) },
      ],
      { rounds: 31, calls: 10, warmUp: 150 },
    ),
  );
}
