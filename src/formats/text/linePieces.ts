import { halfWidth } from "../../_internal/text.js";
import { isPageNumber } from "../../reading/artefacts.js";
import { isFigure } from "../../reading/tokens.js";
import { plainText } from "./plain.js";
import { rowWordings } from "./wordings.js";

/** A line of a text that is neither a tab-separated row nor part of a drawing. */
export interface TextLine {
  readonly text: string;
  /** Number of the line, from 0. */
  readonly line: number;
}

/** A run of a line without spaces: a word of a heading, or the content of a figure's place. */
export interface Piece {
  /** `blank` only where bars show that a cell is empty; `doubtful` where spaces may part figures or digits of one figure. */
  readonly kind: "text" | "figure" | "blank" | "doubtful";
  readonly text: string;
  /** The text as labels are compared. */
  readonly plain: string;
  readonly line: number;
  /** Whether a bar shows where its cell ends. */
  readonly closed: boolean;
  /** Columns of the line that it takes, from `from` up to `to`. */
  readonly from: number;
  readonly to: number;
}

/** Most pieces of a text that are looked at for tables. A report has a few thousand. */
export const MAX_PIECES = 100_000;

/** The text between two wide gaps of a line. */
const SEGMENT = /\S+(?:[ \u00a0]\S+)*/g;
const WORD = /\S+/g;
const DIGIT_FIRST = /^[-+]?\d/;
const NUMBERING = /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})/;
/** A number alone at the end of a page (a page number): a figure may be dropped by this, but never misread. */
const LONE_PAGE_NUMBER = /^[1-9]\d{0,3}$/;
const RULE_PART = /^[-=_—–*]{3,}$/;
const BETWEEN_RULES = /[\s:|｜+]+/;
const BARS = /[|｜]/;
/** In a table with bars one dash a column is enough. */
const BAR_RULE = /^[\s:|｜-]*$/;

/** Cuts lines into pieces. Page numbers and ruled lines are left out. What is beyond the limit is not looked at. */
export function piecesOf(lines: readonly TextLine[]): readonly Piece[] {
  const filled = lines.filter(({ text }) => text.trim() !== "" || text.includes("\f"));
  const inRows = filled.some(({ text }) => BARS.test(text) && isRow(barCells(text)));
  const pieces: Piece[] = [];
  for (const [i, { text, line }] of filled.entries()) {
    const content = halfWidth(text).trim();
    if (isPageNumber(content) || isRule(content)) continue;
    const endsPage = filled[i + 1]?.text.includes("\f") === true;
    if (endsPage && LONE_PAGE_NUMBER.test(content)) continue;
    for (const own of BARS.test(text) ? barPieces(text, line, inRows) : spacedPieces(text, line)) {
      if (pieces.length >= MAX_PIECES) return pieces;
      pieces.push(own);
    }
  }
  return pieces;
}

/** Whether a line is ruled, in one stretch or in one for each column: `-----`, `+----+----+`, `|:---|---:|`. */
export function isRule(line: string): boolean {
  if (/[^-=_—–*\s:|｜+]/.test(line)) return false;
  const parts = line.split(BETWEEN_RULES).filter((part) => part !== "");
  return parts.length > 0 && parts.every((part) => RULE_PART.test(part));
}

function piece(kind: Piece["kind"], text: string, line: number, from: number, closed = false): Piece {
  return { kind, text, plain: kind === "text" ? plainText(text) : "", line, closed, from, to: from + text.length };
}

// --- lines with gaps -----------------------------------------------------------------------------------------------------

function spacedPieces(text: string, line: number): readonly Piece[] {
  return [...text.matchAll(SEGMENT)].flatMap((segment) => segmentPieces(segment[0], line, segment.index));
}

/** A segment is a heading, a figure, or a heading with figures behind it, parted by single spaces. */
function segmentPieces(segment: string, line: number, from: number): readonly Piece[] {
  const words = [...segment.matchAll(WORD)].map((word) => ({ text: word[0], from: from + word.index }));
  if (words.length === 1) return [piece(kindOf(segment), segment, line, from)];
  let figures = words.length;
  while (figures > 0 && isDigits(words[figures - 1]?.text ?? "")) figures -= 1;
  const trailing = words.slice(figures);
  const kind = mayBeOneNumber(trailing.map(({ text }) => text)) ? "doubtful" : "figure";
  return words.map((word, i) =>
    piece(i < figures ? "text" : kind === "figure" ? kindOf(word.text) : kind, word.text, line, word.from),
  );
}

/** No agency prints zeros before a count: digits that begin so are the end of a number that was broken. */
function kindOf(word: string): Piece["kind"] {
  if (!isFigure(word)) return "text";
  return /^0\d/.test(halfWidth(word)) ? "doubtful" : "figure";
}

function isDigits(word: string): boolean {
  return DIGIT_FIRST.test(halfWidth(word)) && isFigure(word);
}

/** Whether the spaces between figures may also be between the digits of one: `1 110`, `38. 09`. */
function mayBeOneNumber(words: readonly string[]): boolean {
  return words.some((word, i) => {
    const before = i === 0 ? "" : halfWidth(words[i - 1] ?? "");
    const plain = halfWidth(word);
    return before !== "" && (/^(?:\d{3}(?:\D|$)|[.,])/.test(plain) || /[.,]$/.test(before)) && !/^0+$/.test(before);
  });
}

// --- lines with bars -----------------------------------------------------------------------------------------------------

export interface BarCell {
  readonly text: string;
  readonly from: number;
}

/** The cells between bars. A bar at the beginning or the end of the line closes it; a backslash takes a bar its meaning. */
export function barCells(text: string): readonly BarCell[] {
  if ((BAR_RULE.test(text) && text.includes("-")) || isRule(text)) return [];
  const cells: BarCell[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const char = text[i];
    if (char === "\\") i += 1;
    else if (char === undefined || char === "|" || char === "｜") {
      cells.push({ text: unescaped(text.slice(from, i)), from });
      from = i + 1;
    }
  }
  if (cells[0]?.text === "") cells.shift();
  if (cells[cells.length - 1]?.text === "") cells.pop();
  return cells;
}

/** A text of Markdown as it is meant: without the backslashes before its signs. */
export function unescaped(text: string): string {
  return text
    .replace(/<br\s?\/?>/g, " ")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .trim();
}

/** Whether a line of cells is a row of a table: a heading with a figure behind it. */
function isRow(cells: readonly BarCell[]): boolean {
  const first = cells.findIndex(({ text }) => text !== "" && !isFigure(text));
  return first >= 0 && cells.slice(first + 1).some(({ text }) => isFigure(text));
}

/**
 * Empty cells count where a line is a whole row: with figures in it, or with the heading of a row and nothing else. Where each
 * cell has its own line, an empty one is indistinguishable from the rest of a span.
 */
function barPieces(text: string, line: number, inRows: boolean): readonly Piece[] {
  const cells = barCells(text);
  const lastText = cells.findLastIndex((cell) => cell.text !== "" && !isFigure(cell.text));
  const counts =
    inRows && (cells.some((cell) => isFigure(cell.text)) || (lastText >= 0 && headsRow(cells[lastText]?.text ?? "")));
  return cells.flatMap((cell, i): readonly Piece[] => {
    if (cell.text === "") return counts && i > lastText ? [piece("blank", "", line, cell.from, true)] : [];
    return isFigure(cell.text) ? [piece("figure", cell.text, line, cell.from, true)] : wordsOf(cell, line);
  });
}

function wordsOf({ text, from }: BarCell, line: number): readonly Piece[] {
  return [...text.matchAll(WORD)].map((word) => piece("text", word[0], line, from + word.index, true));
}

/** Whether a text is the heading of a row of the form, and of nothing else. */
function headsRow(text: string): boolean {
  const plain = plainText(text.split(" / ").pop() ?? "");
  return rowWordings.has(plain) || rowWordings.has(plain.replace(NUMBERING, ""));
}
