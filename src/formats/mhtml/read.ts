import type { Language, Sentence } from "../../findings/finding.js";
import { MAX_INPUT_LENGTH } from "../../reading/limits.js";
import { type Reading, type ReadOptions, readDocument } from "../../reading/readDocument.js";
import type { SourceDocument } from "../../reading/source.js";
import { expectFormat } from "../detect.js";
import { htmlDocument } from "../html/htmlDocument.js";
import { attributeOf, PageElement, type ParsedPage, parseHtml } from "../html/parseHtml.js";
import { formatError } from "../messages.js";
import { type ArchivedText, openArchive, type WebArchive } from "./archive.js";
import { withImports } from "./imports.js";

/** Deepest nesting of the parts of a web archive. */
export const MAX_MIME_DEPTH = 32;

/** Most parts of a web archive that are looked at. */
export const MAX_MIME_PARTS = 2_000;

/**
 * Most characters of all style sheets that the pages of a web archive use: a sheet counts as often as it is used, so that a few
 * that are used by hundreds of pages, or imported by hundreds of sheets, do not fill the memory.
 */
export const MAX_USED_STYLE_CHARACTERS = 100_000_000;

/** Longest header of a part of a web archive, in bytes. */
export const MAX_MIME_HEADER_BYTES = 64 * 1024;

/**
 * Reads the report in a web page that was saved as a single file (.mht, .mhtml, also under the name .doc or .xls): the page in it
 * is read as `readHtml` reads it, by the style sheets that the file holds too. Of a page that is made up of others, as a workbook of
 * Excel is, and of one whose tables are in frames, those are read. Nothing is fetched.
 *
 * @throws `DisclosureReportError` `format.unsupported` for any other kind of file; `format.corrupt` or `format.limit` for a file
 * that is not right. What is wrong with the report itself is a finding.
 * @example
 * ```ts
 * const file = "MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>a</p>";
 * const reading = await readMhtml(new TextEncoder().encode(file));
 * reading.findings[0]?.code; //=> "reading.noTables"
 * ```
 */
export async function readMhtml(file: Uint8Array | ArrayBuffer, options?: ReadOptions): Promise<Reading> {
  options ??= {};
  const language = options.language ?? "zh";
  const { bytes } = expectFormat(["mhtml"], file, language);
  return readDocument(await mhtmlToSource(bytes, language), options);
}

/** The paragraphs and tables of the page in a web archive. Lines and offsets are those of the page, not of the file. */
export async function mhtmlToSource(bytes: Uint8Array, language: Language): Promise<SourceDocument> {
  if (bytes.length > MAX_INPUT_LENGTH)
    throw formatError("format.limit", { what: size, limit: MAX_INPUT_LENGTH, found: bytes.length }, language);
  const archive = await archiveOf(bytes, language);
  let used = 0;
  const whole = (css: string, base: string): string => {
    const sheet = withImports(css, base, archive);
    used += sheet.length;
    if (used > MAX_USED_STYLE_CHARACTERS)
      throw formatError("format.limit", { what: styles, limit: MAX_USED_STYLE_CHARACTERS, found: used }, language);
    return sheet;
  };
  const own = archive.pages.map((page) => openPage(page, archive, whole));
  const [first] = own;
  if (first === undefined) throw formatError("format.corrupt", { reason: noPage }, language);
  const hasTable = own.some(({ document }) => document.blocks.some(({ kind }) => kind === "table"));
  const framed = hasTable
    ? []
    : own.flatMap(({ page, frames }) => frames.flatMap((reference) => archive.page(reference, page.base) ?? []));
  const inFrames = [...new Set(framed)].filter((page) => !archive.pages.includes(page) && !HIDDEN_SHEET.test(page.text));
  const shown = [...own, ...inFrames.map((page) => openPage(page, archive, whole))];
  const damaged = shown.reduce((sum, { page }) => sum + page.damaged, 0);
  return { ...first.document, blocks: shown.flatMap(({ document }) => document.blocks), damaged };
}

interface OpenedPage {
  readonly page: ArchivedText;
  readonly document: SourceDocument;
  readonly frames: readonly string[];
}

/** A page of an archive as its style sheets show it, and what its frames show. */
function openPage(page: ArchivedText, archive: WebArchive, whole: (css: string, base: string) => string): OpenedPage {
  const linked = new Set<string>();
  const parsed = parseHtml(page.text, (reference) => {
    const sheet = archive.sheet(reference, page.base);
    if (sheet === undefined) return undefined;
    const css = whole(sheet.text, sheet.base);
    linked.add(css);
    return css;
  });
  for (const node of parsed.sheets.flatMap(({ childNodes }) => childNodes))
    if ("value" in node && !linked.has(node.value)) node.value = whole(node.value, page.base);
  return { page, document: htmlDocument(parsed), frames: framesOf(parsed) };
}

/** What Excel writes into a sheet that it does not show. */
const HIDDEN_SHEET = /<x:Visible>\s{0,20}Sheet(?:Very)?Hidden/i;

/** What the frames of a page show, and the sheets of a workbook, of which a frame shows one at a time. */
function framesOf({ document }: ParsedPage): readonly string[] {
  const frames: string[] = [];
  const sheets: string[] = [];
  const open: (typeof document.childNodes)[number][] = [...document.childNodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!(node instanceof PageElement)) continue;
    if (/^i?frame$/.test(node.tagName)) frames.push(attributeOf(node, "src") ?? "");
    if (node.tagName === "link" && attributeOf(node, "id")?.toLowerCase() === "shlink")
      sheets.push(attributeOf(node, "href") ?? "");
    open.push(...[...node.childNodes].reverse());
  }
  return sheets.length > 0 ? sheets : frames;
}

async function archiveOf(bytes: Uint8Array, language: Language): Promise<WebArchive> {
  try {
    return await openArchive(bytes, { depth: MAX_MIME_DEPTH, parts: MAX_MIME_PARTS, headerBytes: MAX_MIME_HEADER_BYTES });
  } catch {
    // The parser throws plain errors, and only where the limits passed to it are exceeded.
    throw formatError("format.corrupt", { reason: broken }, language);
  }
}

const size: Sentence = { zh: "文件字节数", en: "the size of the file in bytes" };
const styles: Sentence = {
  zh: "各网页所用样式表的字符数",
  en: "the number of characters of the style sheets that the pages use",
};
const noPage: Sentence = { zh: "网页归档文件里没有网页", en: "there is no page in the web archive" };
const broken: Sentence = {
  zh: "网页归档文件的分段结构不合法",
  en: "the parts of the web archive are not as they should be",
};
