import type { TextLine } from "./lines.js";

/** A line of text outside of all tables, in the order of the document. */
export interface FlowLine {
  readonly page: number;
  /** Number of the line on its page, from 1. */
  readonly number: number;
  readonly line: TextLine;
}

/** Where the text of a page begins and ends. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Lines with fewer characters are not used to find the margins. */
const FULL_LINE = 10;

/** The margins of a page's text, from its longer lines. */
export function marginsOf(lines: readonly TextLine[]): Margins | null {
  const long = lines.filter(({ glyphs }) => glyphs.length >= FULL_LINE);
  if (long.length === 0) return null;
  return {
    left: long.reduce((least, { left }) => Math.min(least, left), Number.POSITIVE_INFINITY),
    right: long.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY),
  };
}

/** Greatest relative difference of sizes in a paragraph; greatest distance of its lines, in sizes. */
const SAME_SIZE = 0.1;
const LINE_PITCH = 2.6;

/** Whether a line goes on with the paragraph of the line before it: that one is full, and this one is not indented. */
export function continues(before: FlowLine, next: FlowLine, margins: Margins | null, nextMargins: Margins | null): boolean {
  if (margins === null || nextMargins === null) return false;
  const { size } = before.line;
  const full = before.line.right >= margins.right - 1.7 * size;
  const indented = next.line.left > nextMargins.left + 1.2 * size;
  const alike = Math.abs(next.line.size - size) <= SAME_SIZE * size;
  const near = next.page !== before.page || next.line.top - before.line.top <= LINE_PITCH * size;
  // A title that fills its line is set in the middle: what follows begins further in, or is of another size.
  return full && !indented && alike && near && before.line.left <= margins.left + 3 * size;
}

/** Joins two lines: words in Latin letters remain separated by a space. */
export function joinLines(text: string, next: string): string {
  return /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(next) ? `${text} ${next}` : text + next;
}
