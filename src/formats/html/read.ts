import { misuse } from "../../findings/error.js";
import { MAX_INPUT_LENGTH } from "../../reading/limits.js";
import { type Reading, type ReadOptions, readDocument } from "../../reading/readDocument.js";
import type { SourceDocument } from "../../reading/source.js";
import { contentOf } from "../content.js";
import { decodeBytes } from "../decode.js";
import { htmlDocument } from "./htmlDocument.js";
import { TABLE, type WrappedPage } from "./pageInJson.js";
import { parseHtml } from "./parseHtml.js";

/** Options of {@link readHtml}. */
export interface ReadHtmlOptions extends ReadOptions {
  /** The charset that an HTTP header declares; used for bytes that are not UTF-8. */
  readonly charset?: string;
}

/**
 * Reads the report in a web page (网页). Every figure is found by the headings of its row and its column and carries its place:
 * table, row, cell, line, offset. What is not certain stays blank, with a finding that gives the reason. Nothing is
 * fetched, no script is looked at. A string is taken as it is; bytes are decoded by `decodeText`.
 *
 * @throws `DisclosureReportError` `reading.tooLarge`, `reading.tooDeep`, `reading.tooManyElements` or
 * `reading.tooManyStyles` for a page beyond the limits; `format.unsupported` for what is neither text nor bytes.
 *
 * @example
 * ```ts
 * const page = "<h1>某县2023年政府信息公开工作年度报告</h1>" + "<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>１，１１０件</table>";
 * const reading = readHtml(page, { language: "en" });
 * reading.draft?.year; //=> 2023
 * reading.places["disclosure.administrativeLicensing.decisions"]?.row; //=> 2
 * reading.log.find(({ raw }) => raw !== null)?.value; //=> 1110
 * ```
 */
export function readHtml(page: string | Uint8Array | ArrayBuffer, options?: ReadHtmlOptions): Reading {
  options ??= {};
  const input = contentOf(page, options.language);
  checkLength(input, options);
  const { charset } = options;
  if (typeof input === "string") return readDocument(sourceOf(input), options);
  const { text, damaged } = decodeBytes(input, charset === undefined ? {} : { charset });
  return readDocument({ ...sourceOf(text), damaged }, options);
}

/** As {@link readHtml}, of a page in JSON; the titles there are as good as those in the head of a page. */
export function readWrappedPage({ html, titles }: WrappedPage, options: ReadOptions): Reading {
  checkLength(html, options);
  const source = sourceOf(html);
  const about = { titles: [...(source.about?.titles ?? []), ...titles], published: source.about?.published ?? null };
  return readDocument({ ...source, about }, options);
}

function checkLength({ length }: string | Uint8Array, { language }: ReadOptions): void {
  if (length <= MAX_INPUT_LENGTH) return;
  throw misuse(
    "reading.tooLarge",
    { zh: `网页超过${MAX_INPUT_LENGTH}个字符`, en: `the page is larger than ${MAX_INPUT_LENGTH} characters` },
    language,
  );
}

/** What a page may be wrapped in whose text a script puts in its place: the data of a content system, a template, a field. */
const WRAPPERS: readonly (readonly [start: RegExp, end: string])[] = [
  [/<!\[CDATA\[/, "]]>"],
  [/<textarea\b[^>]{0,400}>/i, "</textarea"],
  [/<template\b[^>]{0,400}>/i, "</template"],
];

/** Elements that XHTML closes at once and that in HTML hold all that follows as their text. */
const CLOSED_AT_ONCE = /<(?:title|script|style|textarea|iframe|xmp|noembed|noframes)\b[^<>]{0,400}\/>/gi;

const hasTable = ({ blocks }: SourceDocument): boolean => blocks.some(({ kind }) => kind === "table");

/** The paragraphs and tables of a page; where it has no table, those of the page that is wrapped in it. */
function sourceOf(html: string): SourceDocument {
  const document = htmlDocument(parseHtml(html));
  if (hasTable(document) || !TABLE.test(html)) return document;
  // Spaces in place of what is left out keep the places of everything else.
  const opened = html.replace(CLOSED_AT_ONCE, (element) => element.replace(/\S/g, " "));
  if (opened !== html) {
    const whole = htmlDocument(parseHtml(opened));
    if (hasTable(whole)) return whole;
  }
  for (const [opening, closing] of WRAPPERS) {
    const start = opening.exec(html);
    if (start === null) continue;
    const from = start.index + start[0].length;
    const end = html.lastIndexOf(closing);
    const inner = html.slice(from, end < from ? html.length : end);
    if (TABLE.test(inner)) return htmlDocument(parseHtml(inner));
  }
  return document;
}
