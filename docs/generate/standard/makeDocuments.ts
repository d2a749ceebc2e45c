/**
 * Writes the documents of the conformance kit. Run by hand (`npx tsx docs/generate/standard/makeDocuments.ts [SLUG]`) when one is added;
 * what it wrote is committed, and `npm run generate` only notes the hashes. The PDF is printed by Chromium.
 */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeDocx } from "../../../src/docx.js";
import { type Draft, type EditionId, parseDraft } from "../../../src/index.js";
import { catalogueOf } from "../../../src/standard.js";
import { renderText } from "../../../src/text.js";
import { writeXlsx } from "../../../src/xlsx.js";
import { balancedFigures, type FigureMap, tablesFrom } from "./examples.js";
import { printJson } from "./printJson.js";

const FOLDER = fileURLToPath(new URL("../../standard/documents/", import.meta.url));

/** The one document to be written; all where none is named. */
const ONLY = process.argv[2];

/** How a figure is printed: its text, or markup of its own. `null` for what a careful reader leaves blank. */
type Print = (address: string, value: number | string) => { readonly markup: string; readonly read: number | string | null };

interface Noise {
  readonly print?: Print;
  readonly label?: (text: string) => string;
  readonly between?: string;
}

const asIs: Print = (_, value) => ({ markup: String(value), read: value });

interface Made {
  readonly html: string;
  readonly figures: Record<string, number | string>;
  readonly mustNotRead: readonly string[];
}

/** A page with the tables of an edition, printed with its noise. */
function page(
  edition: EditionId,
  values: FigureMap,
  title: string,
  { print = asIs, label = (text) => text, between = "" }: Noise,
): Made {
  const { sections, tables } = catalogueOf(edition);
  const figures: Record<string, number | string> = {};
  const mustNotRead: string[] = [];
  const parts = sections.map((section) => {
    const table = tables.find(({ id }) => id === section.table);
    const heading = `<p><b>${section.number}、${section.title}</b></p>`;
    if (table === undefined) return `${heading}\n<p>按照要求开展工作。</p>`;
    const rows = Array.from({ length: table.grid.rows }, (_, row) =>
      table.grid.cells
        .filter((cell) => cell.row === row)
        .map(({ rowspan, colspan, text, address }) => {
          const spans = `${rowspan > 1 ? ` rowspan="${rowspan}"` : ""}${colspan > 1 ? ` colspan="${colspan}"` : ""}`;
          if (address === undefined) return `<td${spans}>${label(text ?? "")}</td>`;
          const { markup, read } = print(address, values.get(address) ?? 0);
          if (read === null) mustNotRead.push(address);
          else figures[address] = read;
          return `<td${spans}>${markup}</td>`;
        })
        .join(""),
    );
    return `${heading}\n${between}<table border="1">\n${rows.map((row) => `<tr>${row}</tr>`).join("\n")}\n</table>`;
  });
  const html = `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${title}</title></head><body>\n<h1>${title}</h1>\n${parts.join("\n")}\n</body></html>\n`;
  return { html, figures, mustNotRead };
}

const fullWidth = (text: string): string => text.replace(/[0-9.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** One cell a line, as a page copied into a text editor. */
function dump(edition: EditionId, values: FigureMap, title: string): string {
  const { sections, tables } = catalogueOf(edition);
  const lines = sections.flatMap((section) => {
    const table = tables.find(({ id }) => id === section.table);
    const heading = `${section.number}、${section.title}`;
    if (table === undefined) return [heading, "  按照要求开展工作。"];
    const rows = Array.from({ length: table.grid.rows }, (_, row) =>
      table.grid.cells
        .filter((cell) => cell.row === row)
        .map(({ text, address }) => `\t${address === undefined ? text : values.get(address)}`),
    );
    return [heading, "", ...rows.flatMap((cells) => [...cells, ""])];
  });
  return `${[title, "", ...lines].join("\n")}\n`;
}

function allFigures(values: FigureMap): Record<string, number | string> {
  return Object.fromEntries([...values].flatMap(([address, value]) => (value === null ? [] : [[address, value]])));
}

function put(
  slug: string,
  edition: EditionId,
  format: string,
  source: string | Uint8Array,
  note: { readonly zh: string; readonly en: string },
  figures: Readonly<Record<string, number | string>>,
  mustNotRead: readonly string[] = [],
): void {
  if (ONLY !== undefined && ONLY !== slug) return;
  const file = `source.${format}`;
  const sha256 = createHash("sha256").update(source).digest("hex");
  mkdirSync(FOLDER + slug, { recursive: true });
  writeFileSync(`${FOLDER}${slug}/${file}`, source);
  writeFileSync(
    `${FOLDER}${slug}/expected.json`,
    `${printJson({ edition, format, file, sha256, note, figures, mustNotRead })}\n`,
  );
}

const title = (year: number): string => `某某县人民政府${year}年政府信息公开工作年度报告`;

function draftOf(edition: EditionId, year: number, values: FigureMap): Draft {
  return parseDraft({ edition, year, agency: { name: "某某县人民政府" }, ...tablesFrom(values) });
}

const now = balancedFigures("2021", 424_242);
const then = balancedFigures("2019", 515_151);

const plain = page("2021", now, title(2023), {});
put("plain-page", "2021", "html", plain.html, { zh: "没有噪声的网页", en: "a page without noise" }, plain.figures);

const numbers = page("2021", now, title(2023), {
  print: (address, value) => {
    if (address === "requests.received.total") return { markup: "1,234", read: 1234 };
    if (address.endsWith(".naturalPerson")) return { markup: fullWidth(String(value)), read: value };
    if (address.endsWith(".total")) return { markup: `&nbsp;${value}&nbsp;`, read: value };
    if (address.startsWith("disclosure.") && typeof value === "number") return { markup: `${value}件`, read: value };
    return { markup: `<span style="font-size:10pt">${value}</span>`, read: value };
  },
});
put(
  "noisy-numbers",
  "2021",
  "html",
  numbers.html,
  { zh: "千分位、全角数字、空格、“件”字", en: "thousands separators, full-width digits, spaces, measure words" },
  numbers.figures,
);

const labels = page("2021", now, title(2023), {
  label: (text) =>
    text.length === 4
      ? `${text.slice(0, 2)}<br>${text.slice(2)}`
      : text
          .replace(/（/g, "(")
          .replace(/）/g, ")")
          .replace(/^(\d)\./, "$1、"),
});
put(
  "noisy-labels",
  "2021",
  "html",
  labels.html,
  { zh: "换行、半角括号、“1、”编号", en: "line breaks, half-width brackets, other numbering" },
  labels.figures,
);

const blanks = page("2021", now, title(2023), {
  print: (address, value) =>
    Number(value) === 0 && address.startsWith("requests.") ? { markup: "", read: null } : { markup: String(value), read: value },
});
put(
  "blank-zeros",
  "2021",
  "html",
  blanks.html,
  { zh: "零留空：空白不等于0", en: "zeros left blank: a blank is no zero" },
  blanks.figures,
  blanks.mustNotRead,
);

const doubtful = page("2021", now, title(2023), {
  print: (address, value) => {
    if (address === "requests.granted.naturalPerson") return { markup: "30 20", read: null };
    if (address === "requests.granted.total") return { markup: "5<img src='x.png' alt=''>", read: null };
    if (address === "requests.notHeld.total") return { markup: "约12", read: null };
    if (address === "requests.repeatedRequest.total") return { markup: "<s>12</s>", read: null };
    if (address === "remedies.reconsideration.upheld") return { markup: '<span style="display:none">7</span>', read: null };
    return { markup: String(value), read: value };
  },
});
put(
  "doubtful-cells",
  "2021",
  "html",
  doubtful.html,
  { zh: "两个数、图片、约数、删去和隐藏的文字", en: "two numbers, a picture, an estimate, struck-out and hidden text" },
  doubtful.figures,
  doubtful.mustNotRead,
);

const signed = page("2019", then, title(2020), {
  print: (address, value) => {
    if (!address.endsWith(".change")) return { markup: String(value), read: value };
    const n = Number(value);
    return { markup: n < 0 ? `减${-n}` : n > 0 ? `+${n}` : "0", read: value };
  },
});
put(
  "signed-changes",
  "2019",
  "html",
  signed.html,
  { zh: "2019版：增减写作“减4”“+14”", en: "the 2019 form: changes written 减4, +14" },
  signed.figures,
);

put(
  "dump",
  "2021",
  "txt",
  dump("2021", now, title(2023)),
  { zh: "一行一格的纯文本", en: "plain text with one cell a line" },
  allFigures(now),
);
put(
  "boxes",
  "2019",
  "txt",
  renderText(draftOf("2019", 2020, then)),
  { zh: "制表符画的表格", en: "tables drawn with box characters" },
  allFigures(then),
);
put(
  "word",
  "2021",
  "docx",
  await writeDocx(draftOf("2021", 2023, now)),
  { zh: "Word 文档", en: "a Word document" },
  allFigures(now),
);
put(
  "workbook",
  "2021",
  "xlsx",
  await writeXlsx(draftOf("2021", 2023, now)),
  { zh: "Excel 工作簿", en: "an Excel workbook" },
  allFigures(now),
);
put(
  "workbook-2019",
  "2019",
  "xlsx",
  await writeXlsx(draftOf("2019", 2020, then)),
  { zh: "2019版的 Excel 工作簿", en: "an Excel workbook on the 2019 form" },
  allFigures(then),
);

/** A page printed to PDF, with real text. */
function printed(html: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "kit-"));
  const [source, target] = [join(folder, "page.html"), join(folder, "page.pdf")];
  writeFileSync(source, html);
  const options = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-pdf-header-footer",
    "--disable-pdf-tagging",
    `--print-to-pdf=${target}`,
  ];
  execFileSync("chromium", [...options, `file://${source}`], { stdio: "ignore" });
  return new Uint8Array(readFileSync(target));
}

const STYLE =
  "<style>*{font-weight:normal}table{border-collapse:collapse;width:100%;font-size:8pt}td{border:1px solid #000}</style></head>";

function putPdf(slug: string, edition: EditionId, made: Made, note: { readonly zh: string; readonly en: string }): void {
  if (ONLY !== undefined && ONLY !== slug) return;
  put(slug, edition, "pdf", printed(made.html.replace("</head>", STYLE)), note, made.figures, made.mustNotRead);
}

putPdf("pdf", "2021", plain, { zh: "带文字的 PDF，表格跨页", en: "a PDF with text, tables across pages" });

const doubtfulSheet = page("2019", then, title(2020), {
  print: (address, value) => {
    if (address === "requests.granted.naturalPerson") return { markup: "30 20", read: null };
    if (address === "requests.notHeld.total") return { markup: "约12", read: null };
    if (address === "requests.repeatedRequest.total") return { markup: "<s>12</s>", read: null };
    if (address === "remedies.reconsideration.upheld") return { markup: "", read: null };
    if (!address.endsWith(".change"))
      return { markup: address.endsWith(".total") ? fullWidth(String(value)) : String(value), read: value };
    return { markup: Number(value) < 0 ? `减${-Number(value)}` : String(value), read: value };
  },
});
putPdf("pdf-doubtful", "2019", doubtfulSheet, {
  zh: "2019版的 PDF：全角数字、“减4”，两个数、约数、删去的数、空白",
  en: "a PDF on the 2019 form: full-width digits, 减4; two numbers, an estimate, a number struck out, a blank",
});
