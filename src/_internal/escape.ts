/** Control characters that document formats forbid, and bidirectional formatting characters. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ufffe\uffff]/g;

/** Lone surrogates, which no encoder accepts. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text without characters that could break a document or deceive its reader: control characters, bidirectional overrides, lone surrogates. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, "").replace(LONE_SURROGATE, "\ufffd");
}

const HTML_ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text made safe for HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (char) => HTML_ENTITIES[char] ?? char);
}

/** A text made safe for Markdown inside a line, also in a cell of a table. */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]<>|#~!$&]/g, (char) => `\\${char}`)
    .replace(/\r\n?|\n/g, "<br>");
}

/** The start of a text that a spreadsheet takes for a formula, full-width characters and spaces of every kind included. */
const FORMULA = /^[\s\u180e\u200b-\u200d\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** A text of a CSV file without the apostrophe that {@link escapeCsv} put in front of it. */
export function unguardedCsv(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

/**
 * A value as a field of a CSV file after RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in
 * front; numbers do not.
 */
export function escapeCsv(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = printable(value);
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}
