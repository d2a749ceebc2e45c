import { escapeHtml } from "../../_internal/escape.js";
import { type Language, sentence } from "../../findings/finding.js";
import { formatCoordinate } from "../../form/form.js";
import { type Marking, type Marks, type Note, optionalMarks, severityName } from "../../printing/marks.js";
import { writingMessages } from "../../printing/messages.js";
import { type PrintedDocument, type PrintedSection, type PrintedText, printDocument } from "../../printing/printDocument.js";
import type { Draft } from "../../report/types.js";
import { MARK_STYLE, PAGE_STYLE, REPORT_STYLE } from "./style.js";
import { cellId, findingId, htmlTable, type TableContext } from "./table.js";

/** Options of {@link renderHtml}. */
export interface HtmlOptions {
  /** Only the report itself, to be put into a page that exists: no head, no style sheet. */
  readonly fragment?: boolean;
  /** Title of the page; defaults to the title of the report. */
  readonly title?: string;
  /** Language of the list of findings; defaults to Chinese. */
  readonly language?: Language;
  /** The result of checking the report: figures of violated rules are marked, and the page begins with a list of findings. */
  readonly validation?: Marking;
  /** Put before every identifier in the page, so that several fragments fit on one page. */
  readonly idPrefix?: string;
}

/**
 * A report or draft as a web page that looks like the printed form: semantic, without script, everything escaped, ready for
 * A4 paper. With a validation the figures of violated rules are marked.
 *
 * @example
 * ```ts
 * const page = renderHtml({ edition: "2021", year: 2023, agency: { name: "<某县>" } });
 * page.includes("<title>&lt;某县&gt;2023年政府信息公开工作年度报告</title>"); //=> true
 * renderHtml({ edition: "2021" }, { fragment: true }).startsWith("<article"); //=> true
 * ```
 */
export function renderHtml(draft: Draft, options?: HtmlOptions): string {
  options ??= {};
  const printed = printDocument(draft);
  const language = options.language ?? "zh";
  const marks = optionalMarks(options.validation, language);
  const context = { marks, language, prefix: options.idPrefix ?? "" };
  const article = articleOf(printed, context);
  return options.fragment === true ? article : page(article, options.title ?? printed.title, printed, draft, marks);
}

function page(
  article: string,
  title: string,
  { title: reportTitle }: PrintedDocument,
  draft: Draft,
  marks: Marks | null,
): string {
  const published = draft.publishedOn === undefined ? "" : `<meta name="PubDate" content="${escapeHtml(draft.publishedOn)}">\n`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="ArticleTitle" content="${escapeHtml(reportTitle)}">
${published}<title>${escapeHtml(title)}</title>
<style>
${PAGE_STYLE}
${REPORT_STYLE}
${marks === null ? "" : `${MARK_STYLE}\n`}</style>
</head>
<body>
<main>
${article}</main>
</body>
</html>
`;
}

function articleOf({ title, sections, signature }: PrintedDocument, context: TableContext): string {
  const signed = signature.map((line) => `<p>${escapeHtml(line)}</p>\n`).join("");
  return [
    `<article class="disclosure-report" lang="zh-CN">\n<h1>${escapeHtml(title)}</h1>\n`,
    context.marks === null ? "" : findings(context.marks, context),
    ...sections.map((section) => sectionOf(section, context)),
    signed === "" ? "" : `<footer class="signature">\n${signed}</footer>\n`,
    "</article>\n",
  ].join("");
}

function sectionOf({ id, heading, table, texts }: PrintedSection, context: TableContext): string {
  const name = `${context.prefix}section-${id}`;
  return [
    `<section aria-labelledby="${escapeHtml(name)}">\n<h2 id="${escapeHtml(name)}">${escapeHtml(heading)}</h2>\n`,
    table === null ? "" : htmlTable(table, context),
    ...texts.map(textOf),
    "</section>\n",
  ].join("");
}

function textOf({ kind, text }: PrintedText): string {
  const tag = kind === "part" ? "h3" : "p";
  return `<${tag}>${escapeHtml(text)}</${tag}>\n`;
}

function findings({ notes, summary }: Marks, context: TableContext): string {
  const { language, prefix } = context;
  const id = escapeHtml(`${prefix}findings`);
  const legend = notes.length === 0 ? "" : `<p>${escapeHtml(sentence(writingMessages, "writing.legend", {}, language))}</p>\n`;
  const list = notes.length === 0 ? "" : `<ol>\n${notes.map((note) => findingItem(note, context)).join("")}</ol>\n`;
  const heading = escapeHtml(sentence(writingMessages, "writing.findings", {}, language));
  return `<aside class="findings" lang="${language === "zh" ? "zh-CN" : "en"}" aria-labelledby="${id}">
<h2 id="${id}">${heading}</h2>
<p>${escapeHtml(summary)}</p>
${legend}${list}</aside>
`;
}

function findingItem({ number, severity, rule, message, cells, suspects }: Note, { language, prefix }: TableContext): string {
  const links = cells.map(({ address, coordinate }) => {
    const where = escapeHtml(formatCoordinate(coordinate, language));
    return `<a href="#${escapeHtml(cellId(prefix, address))}">${where}</a>`;
  });
  return [
    `<li id="${escapeHtml(findingId(prefix, number))}" class="${severity}">`,
    `<p><span class="severity">${escapeHtml(severityName(severity, language))}</span>${escapeHtml(message)}`,
    rule === null ? "" : ` <code>${escapeHtml(rule)}</code>`,
    "</p>\n",
    ...suspects.map((text) => `<p><strong>${escapeHtml(text)}</strong></p>\n`),
    links.length === 0
      ? ""
      : `<p>${escapeHtml(sentence(writingMessages, "writing.cells", {}, language))}${links.join(language === "zh" ? "、" : ", ")}</p>\n`,
    "</li>\n",
  ].join("");
}
