import { type Finding, finding, type Language, type Sentence } from "../../findings/finding.js";
import { type Reading, type ReadOptions, readDocument } from "../../reading/readDocument.js";
import type { SourceDocument } from "../../reading/source.js";
import { openCompound } from "../compound/compound.js";
import { expectFormat } from "../detect.js";
import type { Content } from "../docx/contents.js";
import { withCovered } from "../docx/covered.js";
import { toSource } from "../docx/toSource.js";
import { formatMessages } from "../messages.js";
import { OBJECT } from "../raisedText.js";
import { contentsOf } from "./contents.js";
import { readFonts } from "./fonts.js";
import { type DocHeader, readHeader, STORIES, type Story } from "./header.js";
import { readPieces } from "./pieces.js";
import { Stories } from "./story.js";
import { stylesOf } from "./styles.js";

/**
 * Reads the report in a Word 97–2003 file (.doc, also .wps of WPS Writer). Every figure carries its place: table, row and cell as
 * Word counts them. What is deleted, struck out or hidden is not read; neither are macros or embedded objects. Where
 * footnotes, headers or text boxes contain figures, a finding reports that they were left out.
 *
 * @throws `DisclosureReportError` `format.unsupported` for any other kind of file, for encrypted ones and those of Word 6 or 95,
 * with what to convert it to; `format.corrupt` or `format.limit` for a file that is not right. What is wrong with the report
 * itself is a finding.
 * @example
 * ```ts
 * const notWord = readDoc(new TextEncoder().encode("%PDF-1.7"), { language: "en" });
 * (await notWord.catch((error) => error.code)); //=> "format.unsupported"
 * ```
 */
export async function readDoc(file: Uint8Array | ArrayBuffer, options?: ReadOptions): Promise<Reading> {
  options ??= {};
  const language = options.language ?? "zh";
  const { bytes } = expectFormat(["doc"], file, language);
  const { contents, source, findings } = openDoc(bytes, language);
  const reading = withCovered(readDocument(source, options), contents, language);
  return { ...reading, findings: [...reading.findings, ...findings] };
}

/** The paragraphs and tables of a Word 97–2003 file, and what was left out of it. */
export function openDoc(
  bytes: Uint8Array,
  language: Language,
): { readonly contents: readonly Content[]; readonly source: SourceDocument; readonly findings: readonly Finding[] } {
  const header = readHeader(openCompound(bytes, language), language);
  const fonts = readFonts(header.fonts);
  const stories = new Stories(header, readPieces(header.pieces, language), stylesOf(header.styles, fonts), fonts);
  const contents = contentsOf(stories.paragraphs(0, header.lengths.text), language);
  return { contents, source: toSource(contents, "doc"), findings: leftOut(header, stories, language) };
}

/** Parts of the text that are printed beside it. */
const BESIDE: readonly (readonly [Story, Sentence])[] = [
  ["footnotes", { zh: "脚注", en: "footnotes" }],
  ["headers", { zh: "页眉页脚", en: "headers or footers" }],
  ["endnotes", { zh: "尾注", en: "endnotes" }],
  ["boxes", { zh: "文本框", en: "text boxes" }],
  ["headerBoxes", { zh: "页眉页脚内的文本框", en: "text boxes in headers or footers" }],
];

const PAGED: ReadonlySet<Story> = new Set(["headers", "headerBoxes"]);

/** A page number, as printed in headers and footers. */
const PAGE_NUMBER = /^[\s\-—–―·第共页/]*\d[\s\-—–―·第共页/\d]*$/u;

function leftOut({ lengths }: DocHeader, stories: Stories, language: Language): readonly Finding[] {
  let start = 0;
  const starts = new Map<Story, number>();
  for (const story of STORIES) {
    starts.set(story, start);
    start += lengths[story];
  }
  const parts = BESIDE.filter(([story]) => {
    const from = starts.get(story) ?? 0;
    for (const paragraph of stories.paragraphs(from, from + lengths[story])) {
      const text = paragraph.text.replaceAll(OBJECT, "");
      if (/\d/.test(text) && !(PAGED.has(story) && PAGE_NUMBER.test(text))) return true;
    }
    return false;
  });
  if (parts.length === 0) return [];
  const what = {
    zh: parts.map(([, { zh }]) => zh).join("、"),
    en: parts.map(([, { en }]) => en).join(", "),
  };
  return [finding(formatMessages, "format.leftOut", { what }, language, { severity: "advice" })];
}
