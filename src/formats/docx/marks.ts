import { type Language, sentence } from "../../findings/finding.js";
import { formatCoordinate } from "../../form/form.js";
import { anchorOf, type Marks, type Note, noteSentence, severityName } from "../../printing/marks.js";
import { writingMessages } from "../../printing/messages.js";
import type { PrintedCell } from "../../printing/printTables.js";
import type * as Docx from "./library.js";
import { FIRST_LINE, HEADING, SIZES, textRun } from "./style.js";

/** Who comments, as Word shows it. */
const AUTHOR = "disclosure-report";

/** A comment for each finding; its number is that of the finding. */
export function wordComments(docx: typeof Docx, marks: Marks, say: (note: Note) => string): readonly Docx.ICommentOptions[] {
  return marks.notes.map((note) => ({
    id: note.number,
    author: AUTHOR,
    initials: "DR",
    children: [say(note), ...note.suspects].map((text) => new docx.Paragraph({ children: [new docx.TextRun(textRun(text))] })),
  }));
}

/** A figure with the comments attached to it. The text of the cell remains the figure alone. */
export function commented(
  docx: typeof Docx,
  run: Docx.TextRun,
  { cell }: PrintedCell,
  marks: Marks | null,
): readonly Docx.ParagraphChild[] {
  const ids = (marks?.notes ?? []).flatMap((note) =>
    marks !== null && cell !== null && anchorOf(note, marks) === cell.address ? [note.number] : [],
  );
  return [
    ...ids.map((id) => new docx.CommentRangeStart(id)),
    run,
    ...ids.map((id) => new docx.CommentRangeEnd(id)),
    ...ids.map((id) => new docx.TextRun({ children: [new docx.CommentReference(id)] })),
  ];
}

/** The list of findings at the beginning of a marked report. */
export function findingParagraphs(
  docx: typeof Docx,
  marks: Marks,
  heading: string,
  language: Language,
): readonly Docx.Paragraph[] {
  const { Paragraph, TextRun } = docx;
  const line = (text: string, bold = false): Docx.Paragraph =>
    new Paragraph({ indent: FIRST_LINE, children: [new TextRun({ ...textRun(text), size: SIZES.table, bold })] });
  return [
    new Paragraph({ ...HEADING, children: [new TextRun({ ...textRun(heading), bold: true })] }),
    line(marks.summary),
    ...marks.notes.flatMap((note) => [
      line(`[${severityName(note.severity, language)}] ${noteSentence(note, language)}`),
      ...note.suspects.map((text) => line(text, true)),
      line(cellsOf(note, language)),
    ]),
  ];
}

function cellsOf({ cells }: Note, language: Language): string {
  const places = cells.map(({ coordinate }) => formatCoordinate(coordinate, language));
  return sentence(writingMessages, "writing.cells", {}, language) + places.join(language === "zh" ? "、" : ", ");
}
