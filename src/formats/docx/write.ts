import { printable } from "../../_internal/escape.js";
import { type Language, sentence } from "../../findings/finding.js";
import { type Marking, type Marks, noteSentence, optionalMarks } from "../../printing/marks.js";
import { writingMessages } from "../../printing/messages.js";
import { type PrintedDocument, type PrintedSection, printDocument } from "../../printing/printDocument.js";
import type { Draft } from "../../report/types.js";
import { repack } from "../office/deterministicZip.js";
import type * as Docx from "./library.js";
import { findingParagraphs, wordComments } from "./marks.js";
import { FIRST_LINE, HEADING, SIZES, textRun } from "./style.js";
import { wordTable } from "./table.js";

/** Options of {@link writeDocx}. */
export interface DocxOptions {
  /** Language of the list of findings; defaults to Chinese. */
  readonly language?: Language;
  /** The result of checking the report: figures of violated rules are highlighted and commented, and the report begins with a list of findings. */
  readonly validation?: Marking;
}

/** A4, and the margins of the official document, in twentieths of a point. */
const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1440, right: 1800, bottom: 1440, left: 1800, header: 851, footer: 992, gutter: 0 },
} as const;

/**
 * A report or draft as a Word document in the official layout: title, six sections, three tables with the grid, the merges and
 * the lines of the printed form on A4. The same report gives the same bytes.
 *
 * @example
 * ```ts
 * const bytes = await writeDocx({ edition: "2021", year: 2023, agency: { name: "某县" } });
 * String.fromCharCode(...bytes.subarray(0, 2)); //=> "PK"
 * ```
 */
export async function writeDocx(draft: Draft, options?: DocxOptions): Promise<Uint8Array> {
  options ??= {};
  const language = options.language ?? "zh";
  const docx = await import("./library.js");
  const marks = optionalMarks(options.validation, language);
  const printed = printDocument(draft);
  const file = new docx.Document({
    title: printable(printed.title),
    creator: printable(draft.agency?.name ?? ""),
    lastModifiedBy: printable(draft.agency?.name ?? ""),
    styles: {
      default: {
        document: { run: { font: textRun("").font, size: SIZES.text, language: { value: "en-US", eastAsia: "zh-CN" } } },
      },
    },
    ...(marks === null ? {} : { comments: { children: wordComments(docx, marks, (note) => noteSentence(note, language)) } }),
    sections: [
      {
        properties: { page: PAGE, grid: { linePitch: 312, type: docx.DocumentGridType.LINES } },
        children: contentOf(docx, printed, marks, language),
      },
    ],
  });
  const bytes = new Uint8Array(await docx.Packer.toArrayBuffer(file));
  return repack(bytes, withoutClock);
}

/** Takes out the times of writing, which the library reads from the clock. */
function withoutClock(path: string, text: () => string): string | null {
  switch (path) {
    case "docProps/core.xml":
      return text().replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, "");
    case "word/comments.xml":
      return text().replace(/ w:date="[^"]*"/g, "");
    default:
      return null;
  }
}

function contentOf(
  docx: typeof Docx,
  { title, sections, signature }: PrintedDocument,
  marks: Marks | null,
  language: Language,
): readonly (Docx.Paragraph | Docx.Table)[] {
  const { Paragraph, TextRun, AlignmentType } = docx;
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 240 },
      children: [new TextRun({ ...textRun(title), bold: true, size: SIZES.title })],
    }),
    ...(marks === null
      ? []
      : findingParagraphs(docx, marks, sentence(writingMessages, "writing.findings", {}, language), language)),
    ...sections.flatMap((section) => sectionOf(docx, section, marks)),
    ...signature.map(
      (line) =>
        new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { before: 120 }, children: [new TextRun(textRun(line))] }),
    ),
  ];
}

function sectionOf(
  docx: typeof Docx,
  { heading, table, texts }: PrintedSection,
  marks: Marks | null,
): readonly (Docx.Paragraph | Docx.Table)[] {
  const { Paragraph, TextRun } = docx;
  const headingOf = (text: string, level: number): Docx.Paragraph =>
    new Paragraph({ ...HEADING, outlineLevel: level, children: [new TextRun({ ...textRun(text), bold: true })] });
  return [
    headingOf(heading, 0),
    ...(table === null ? [] : [wordTable(docx, table, marks), new Paragraph({})]),
    ...texts.map(({ kind, text }) =>
      kind === "part"
        ? headingOf(text, 1)
        : new Paragraph({ indent: FIRST_LINE, alignment: docx.AlignmentType.BOTH, children: [new TextRun(textRun(text))] }),
    ),
  ];
}
