import { unescaped } from "./linePieces.js";

/** The line between the headings and the rows of a table in Markdown. */
const DELIMITER = /^\s{0,3}\|?(?:\s{0,9}:?-{3,60}:?\s{0,9}\|){1,40}(?:\s{0,9}:?-{3,60}:?\s{0,9})?$/;

/** Whether a text is Markdown: it has a table of it. */
export function isMarkdown(lines: readonly string[]): boolean {
  return lines.some((line) => line.includes("|") && line.includes("---") && DELIMITER.test(line.trimEnd()));
}

/** A line of Markdown as plain text: without the signs of emphasis and those that take signs their meaning. */
export function markdownLine(line: string): string {
  return unescaped(line.replace(/^\*\*(.{0,300})\*\*$/, "$1"));
}

/** What converters write before a heading: `# `, `== `, `*** `. */
const BEFORE_HEADING = /^(?:#{1,6}|={1,6}|\*{1,6})[ \t]+/;
/** What they write behind one: the same signs, a name to link to. */
const BEHIND_HEADING = /(?:[ \t](?:#{1,6}|={1,6}|\*{1,6})|[ \t]?\{#[^{}]{0,300}\})$/;

/** A line without the signs by which programs mark a heading; they write them into texts that are otherwise plain, too. */
export function withoutHeadingSigns(line: string): string {
  const heading = line.replace(BEFORE_HEADING, "");
  return heading === line ? line : heading.replace(BEHIND_HEADING, "").trim();
}
