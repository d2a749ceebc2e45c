/** Longest row of a CSV file, in characters. A quote that is never closed would otherwise swallow the whole file. */
export const MAX_CSV_ROW_CHARACTERS = 65_536;

/** Most unclosed quotes that are searched for an end in later lines; further ones are text at once. */
export const MAX_STRAY_QUOTES = 1_000;

/** Characters that may separate the fields of a CSV file. */
export type Delimiter = "," | ";" | "\t";

/** A problem of a row. */
export type RowTrouble = "strayQuote" | "tooLong";

/** A row of a file as it is read: its fields, its number as a spreadsheet counts, and the line of the text it begins in. */
export interface Row {
  readonly fields: readonly string[];
  /** From 1; a field with line breaks takes one row, a line `sep=;` none. */
  readonly row: number;
  readonly line: number;
  readonly trouble: RowTrouble | null;
}

/** The state of the scan. Offsets are those of the text. */
interface Scan {
  readonly text: string;
  readonly delimiter: string;
  readonly lineBreak: "\n" | "\r";
  /** Offset of the next quote; the length of the text if there is none. */
  quote: number;
  strayQuotes: number;
}

/**
 * The rows of a CSV text as a spreadsheet reads them: a quote opens a field only where the field begins, a quote in a text is text,
 * and what follows a closing quote belongs to its field. A quote that opens a field and does not close it in a sensible place is text
 * too, and the row says so; the lines below are read. Empty lines are counted as rows but not yielded. Rows are made one by one, so that a long file is never held twice.
 *
 * Libraries were tried: csv-parse rejects a whole file for one quote and is ten times slower; papaparse drops the lines up to the
 * next quote; udsv silently loses text.
 */
export function* csvRows(text: string, delimiter: Delimiter): Generator<Row> {
  const lineBreak = text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
  const scan: Scan = { text, delimiter, lineBreak, quote: -1, strayQuotes: 0 };
  let { at, line } = afterDirective(text, lineBreak);
  for (let row = 1; at < text.length; row += 1) {
    const found = text.indexOf(lineBreak, at);
    const end = found < 0 ? text.length : found;
    if (scan.quote < at) scan.quote = positionOf(text, '"', at);
    if (end === at) {
      at = end + 1;
      line += 1;
    } else if (end - at > MAX_CSV_ROW_CHARACTERS) {
      yield { fields: [], row, line, trouble: "tooLong" };
      at = end + 1;
      line += 1;
    } else if (scan.quote >= end) {
      yield { fields: text.slice(at, withoutReturn(text, at, end)).split(delimiter), row, line, trouble: null };
      at = end + 1;
      line += 1;
    } else {
      const read = quotedRow(scan, at);
      yield { fields: read.fields, row, line, trouble: read.trouble };
      at = read.next;
      line += read.lines;
    }
  }
}

/** The delimiter that a first line `sep=;` names, as spreadsheets write and read it. */
export function declaredDelimiter(text: string): Delimiter | null {
  const sign = SEPARATOR_LINE.exec(text.slice(0, 16))?.[1];
  return sign === "," || sign === ";" || sign === "\t" ? sign : null;
}

const SEPARATOR_LINE = /^\ufeff?"?sep=([^\r\n"])"?(?:\r\n|\r|\n|$)/i;

function afterDirective(text: string, lineBreak: string): { readonly at: number; readonly line: number } {
  const start = text.startsWith("\ufeff") ? 1 : 0;
  if (!SEPARATOR_LINE.test(text.slice(0, 16))) return { at: start, line: 1 };
  return { at: positionOf(text, lineBreak, start) + 1, line: 2 };
}

interface QuotedRow {
  readonly fields: readonly string[];
  readonly trouble: RowTrouble | null;
  readonly next: number;
  readonly lines: number;
}

/** A row with a quote somewhere in it. */
function quotedRow(scan: Scan, from: number): QuotedRow {
  const { text, delimiter, lineBreak } = scan;
  const fields: string[] = [];
  let trouble: RowTrouble | null = null;
  let lines = 1;
  let lineEnd = positionOf(text, lineBreak, from);
  for (let at = from; ; ) {
    const opens = text[at] === '"';
    const quoted = opens ? quotedField(scan, at, lineEnd) : null;
    if (opens && quoted === null) trouble = "strayQuote";
    const behind = quoted?.end ?? (opens ? at + 1 : at);
    if (behind > lineEnd) lineEnd = positionOf(text, lineBreak, behind);
    const end = positionBefore(text, delimiter, behind, lineEnd);
    const last = end === lineEnd;
    fields.push((quoted?.value ?? "") + text.slice(behind, last ? withoutReturn(text, behind, end) : end));
    lines += quoted?.breaks ?? 0;
    at = end + 1;
    if (end - from > MAX_CSV_ROW_CHARACTERS) return { fields: [], trouble: "tooLong", next: lineEnd + 1, lines };
    if (last) return { fields, trouble, next: at, lines };
  }
}

interface QuotedField {
  readonly value: string;
  /** The offset after the closing quote. */
  readonly end: number;
  readonly breaks: number;
}

/** A field in quotes; `null` where the quote that opens it is text. */
function quotedField(scan: Scan, open: number, lineEnd: number): QuotedField | null {
  const { text, delimiter, lineBreak } = scan;
  const furthest = open + MAX_CSV_ROW_CHARACTERS;
  const reach = Math.min(text.length, scan.strayQuotes < MAX_STRAY_QUOTES ? furthest : lineEnd);
  for (let at = open + 1; ; at += 2) {
    at = positionOf(text, '"', at);
    if (at >= reach) break;
    const follows = text[at + 1];
    if (follows === '"') continue;
    const closed = follows === undefined || follows === delimiter || follows === lineBreak || follows === "\r";
    // A quoted field over several lines with text after its closing quote is two fields of different rows, and the first quote is stray.
    if (!closed && at > lineEnd) break;
    const inside = text.slice(open + 1, at);
    const value = inside.includes('"') ? inside.replaceAll('""', '"') : inside;
    return { value, end: at + 1, breaks: at > lineEnd ? inside.split(lineBreak).length - 1 : 0 };
  }
  scan.strayQuotes += 1;
  return null;
}

function positionOf(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found;
}

/** The first offset of a character before `end`; `end` if there is none. Nothing after it is searched. */
function positionBefore(text: string, sign: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) if (text[at] === sign) return at;
  return end;
}

function withoutReturn(text: string, from: number, end: number): number {
  return end > from && text[end - 1] === "\r" ? end - 1 : end;
}
