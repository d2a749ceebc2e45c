import { unescaped } from "./linePieces.js";

/** The line between the headings and the rows of a table in Markdown. */
const DELIMITER = /^\s{0,3}\|?(?:\s{0,9}:?-{3,60}:?\s{0,9}\|){1,40}(?:\s{0,9}:?-{3,60}:?\s{0,9})?$/;

/** Whether a text is Markdown: it has a table of it. */
export function isMarkdown(lines: readonly string[]): boolean {
  return lines.some((line) => line.includes("|") && line.includes("---") && DELIMITER.test(line.trimEnd()));
}

/** A line of Markdown as plain text: without the signs of headings and emphasis. */
export function markdownLine(line: string): string {
  return unescaped(line.replace(/^#{1,6}\s+/, "").replace(/^\*\*(.{0,300})\*\*$/, "$1"));
}
