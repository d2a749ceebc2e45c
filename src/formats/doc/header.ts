import type { Language, Sentence } from "../../findings/finding.js";
import { MAX_INPUT_LENGTH } from "../../reading/limits.js";
import type { Compound } from "../compound/compound.js";
import { Fields } from "../compound/fields.js";
import { formatError } from "../messages.js";

/** The parts of the text of a document, in the order in which they follow one another. */
export const STORIES = ["text", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "headerBoxes"] as const;

export type Story = (typeof STORIES)[number];

/** What the header of a Word 97–2003 document leads to. */
export interface DocHeader {
  readonly stream: Fields;
  readonly table: Fields;
  readonly data: Fields | null;
  /** Number of characters of each part of the text. */
  readonly lengths: Readonly<Record<Story, number>>;
  readonly pieces: Fields;
  readonly characterRuns: Fields;
  readonly paragraphRuns: Fields;
  readonly styles: Fields;
  readonly fonts: Fields;
  /** Where drawings hang that float over the text, and how far they reach. */
  readonly drawings: Fields;
  /** What these drawings are (OfficeArt). */
  readonly shapes: Fields;
}

/** First version of the format that keeps text and tables as Word 97 does. */
const WORD_97 = 0xc0;

/** Marks of a Word document of any version. */
const MARKS: ReadonlySet<number> = new Set([0xa5ec, 0xa5dc, 0xa697, 0xa698, 0xa699, 0xa59b, 0xa59c]);

const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;

const FIB_BASE_BYTES = 32;

/** Places of lists in the header, by the order in which it names them. */
const STYLES = 1;
const CHARACTER_RUNS = 12;
const PARAGRAPH_RUNS = 13;
const FONTS = 15;
const PIECES = 33;
const DRAWINGS = 40;
const SHAPES = 50;

/** Place of the number of characters of the main text among the long values of the header. */
const TEXT_LENGTH = 3;

/**
 * Reads the header (FIB) of a document.
 *
 * @throws DisclosureReportError `format.unsupported` for encrypted documents and those of Word 6 and 95.
 */
export function readHeader(file: Compound, language: Language): DocHeader {
  const bytes = file.read("WordDocument");
  if (bytes === null) throw formatError("format.corrupt", { reason: noText }, language);
  const stream = new Fields(bytes, language);
  if (!MARKS.has(stream.u16(0))) throw formatError("format.corrupt", { reason: noText }, language);
  if (stream.u16(2) < WORD_97) throw formatError("format.unsupported", { what: word95, advice: saveAsDocx }, language);
  const flags = stream.u16(10);
  if ((flags & ENCRYPTED) !== 0) throw formatError("format.unsupported", { what: encrypted, advice: decrypt }, language);

  const longs = FIB_BASE_BYTES + 2 + stream.u16(FIB_BASE_BYTES) * 2 + 2;
  const lists = longs + stream.u16(longs - 2) * 4 + 2;
  const lengths = (index: number): number => stream.u32(longs + (TEXT_LENGTH + index) * 4);
  const total = STORIES.reduce((sum, _, i) => sum + lengths(i), 0);
  if (total > MAX_INPUT_LENGTH)
    throw formatError("format.limit", { what: characterCount, limit: MAX_INPUT_LENGTH, found: total }, language);

  const tableBytes = file.read((flags & SECOND_TABLE) === 0 ? "0Table" : "1Table");
  if (tableBytes === null) throw formatError("format.corrupt", { reason: noText }, language);
  const table = new Fields(tableBytes, language);
  const list = (index: number): Fields => {
    const at = lists + index * 8;
    const length = stream.u32(at + 4);
    return length === 0 ? table.part(0, 0) : table.part(stream.u32(at), length);
  };
  const data = file.read("Data");
  return {
    stream,
    table,
    data: data === null ? null : new Fields(data, language),
    lengths: {
      text: lengths(0),
      footnotes: lengths(1),
      headers: lengths(2),
      macros: lengths(3),
      comments: lengths(4),
      endnotes: lengths(5),
      boxes: lengths(6),
      headerBoxes: lengths(7),
    },
    pieces: list(PIECES),
    characterRuns: list(CHARACTER_RUNS),
    paragraphRuns: list(PARAGRAPH_RUNS),
    styles: list(STYLES),
    fonts: list(FONTS),
    drawings: list(DRAWINGS),
    shapes: list(SHAPES),
  };
}

const word95: Sentence = { zh: "Word 6.0/95格式的文件（.doc）", en: "a file of Word 6.0 or 95 (.doc)" };
const encrypted: Sentence = { zh: "加密的Word文件（.doc）", en: "an encrypted Word file (.doc)" };
const saveAsDocx: Sentence = {
  zh: "请用WPS或Word打开，另存为.docx后再读取。",
  en: "Open it in WPS or Word and save it as .docx.",
};
const decrypt: Sentence = {
  zh: "请打开后取消密码，另存为.docx。",
  en: "Open it, remove the password and save it as .docx.",
};
const noText: Sentence = { zh: "其中没有Word正文", en: "it has no text of a Word document" };
const characterCount: Sentence = { zh: "文件的字符数", en: "the number of characters of the file" };
