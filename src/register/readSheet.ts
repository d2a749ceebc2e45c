import { MAX_CSV_ROW_CHARACTERS, type Row } from "../_internal/csvRows.js";
import { describe } from "../_internal/describe.js";
import { withoutSpaces } from "../_internal/text.js";
import {
  type Finding,
  type FindingDetails,
  finding,
  type Language,
  type ParamsOf,
  type Place,
  placeIn,
} from "../findings/finding.js";
import { type Header, headerOf, MAX_REGISTER_COLUMNS, type Places, placesOf, propertiesIn } from "./columns.js";
import type { Kind } from "./entries.js";
import { registerMessages } from "./messages.js";
import type { AsideKind, AsideRow, RegisterReading, ValueMapping } from "./types.js";
import { isOpenWord, Values } from "./values.js";
import { writtenDate } from "./writtenDates.js";

/** Maximum number of rows of a register, not counting those above the header. */
export const MAX_REGISTER_ROWS = 500_000;

/** Number of rows at the top of a sheet that are searched for the header. */
export const MAX_HEADER_ROW = 20;

/** Maximum number of findings about single rows; further ones are only counted. */
export const MAX_REGISTER_FINDINGS = 1_000;

/** The rows of a sheet, and where they come from. */
export interface SheetRows {
  readonly rows: Iterable<Row>;
  readonly format: Place["format"];
  readonly sheet: string | null;
}

/** An entry as a register has it: written dates as ISO dates, words of the form as identifiers, anything else as it is. */
export interface ReadEntry {
  readonly number: string;
  readonly subject: string;
  readonly opened: string;
  readonly closed: string | null;
  readonly result: string | null;
  readonly row: number;
}

/** Options for one sheet. */
export interface SheetOptions {
  readonly columns: object;
  readonly values: { readonly subject: ValueMapping | undefined; readonly result: ValueMapping | undefined };
  readonly language: Language;
}

type Code = keyof typeof registerMessages;

/** Reads one sheet of a register. */
export function readSheet<T>(
  { rows, format, sheet }: SheetRows,
  kind: Kind,
  { columns, values, language }: SheetOptions,
  make: (entry: ReadEntry) => T,
): RegisterReading<T> {
  const findings: Finding[] = [];
  let unsaid = 0;
  const placeAt = (row: number | null, line: number | null, column: number | null = null): Place =>
    placeIn(format, { sheet, row, column, line: format === "text" ? line : null });
  const say = <C extends Code>(code: C, params: ParamsOf<typeof registerMessages, C>, details: FindingDetails): void => {
    findings.push(finding(registerMessages, code, params, language, details));
  };
  const sayOf = <C extends Code>(code: C, params: ParamsOf<typeof registerMessages, C>, details: FindingDetails): void => {
    if (findings.length < MAX_REGISTER_FINDINGS) say(code, params, details);
    else unsaid += 1;
  };
  const { header, held, rest } = findHeader(rows[Symbol.iterator](), kind, columns);
  const aside: AsideRow[] = held.flatMap(({ row, fields }) =>
    isBlankRow(fields) || row >= header.row ? [] : [asideOf(row, "above", fields)],
  );
  const found = placesOf(header.names, kind.fields, columns, placeAt(header.row, header.line), language);
  findings.push(...found.findings);
  const entries: T[] = [];
  const meanings = { subject: new Values(kind, "subject", values.subject), result: new Values(kind, "result", values.result) };
  for (const part of ["subject", "result"] as const) {
    for (const target of meanings[part].unknownTargets) {
      const { key, name } = kind.fields[part];
      say("register.valuesTarget", { field: name, found: describe(target) }, { path: key });
    }
  }
  const { at } = found;
  const names = header.names.names.map((name) => name.trim());
  if (at === null) return { entries, findings, sheet, format, names, columns: found.uses, values: [], aside };
  const dates = new Map<string, string>();
  const width = header.names.names.length;
  const headerText = header.names.names.map(withoutSpaces).join("\u0000");
  let count = 0;
  for (const read of joined(
    held.filter(({ row }) => row > header.row),
    rest,
  )) {
    const { fields, row, line, trouble } = read;
    if (trouble === "tooLong") {
      const params = { row, limit: MAX_CSV_ROW_CHARACTERS };
      sayOf("register.csvRowTooLong", params, { place: placeAt(row, line), expected: MAX_CSV_ROW_CHARACTERS });
      continue;
    }
    if (isBlankRow(fields)) continue;
    if (fields.length > width && !fields.slice(width).every(isBlank)) {
      const params = { row, found: fields.length, expected: width };
      const details = { place: placeAt(row, line, width + 1), expected: width, actual: fields.length };
      sayOf("register.csvRow", params, details);
      continue;
    }
    const why = asideKind(fields, at, headerText, dates);
    if (why !== null) {
      aside.push(asideOf(row, why, fields));
      continue;
    }
    count += 1;
    if (count > MAX_REGISTER_ROWS) {
      say("register.csvTooLarge", { limit: MAX_REGISTER_ROWS }, { expected: MAX_REGISTER_ROWS });
      return { entries: [], findings, sheet, format, names, columns: found.uses, values: [], aside };
    }
    if (trouble === "strayQuote") {
      sayOf("register.csvQuote", { row }, { severity: "warning", place: placeAt(row, line) });
    }
    entries.push(make(entryOf(fields, at, row, meanings, dates)));
  }
  if (unsaid > 0) say("register.moreFindings", { count: unsaid, limit: MAX_REGISTER_FINDINGS }, { actual: unsaid });
  const [first] = aside;
  if (first !== undefined) {
    const params = { count: aside.length, rows: rowsInWords(aside), example: describe(first.text) };
    say("register.rowsAside", params, { severity: "advice", place: placeAt(first.row, null) });
  }
  if (entries.length === 0) say("register.noEntries", {}, { severity: "warning", place: placeAt(header.row, header.line) });
  const used = [...meanings.subject.uses(), ...meanings.result.uses()];
  return { entries, findings, sheet, format, names, columns: found.uses, values: used, aside };
}

interface FoundHeader {
  readonly names: Header;
  readonly row: number;
  readonly line: number;
}

/** The row of the first ones that has most properties of an entry; where a name stands in the row above (merged downwards), that. */
function findHeader(
  rows: Iterator<Row>,
  kind: Kind,
  columns: object,
): { readonly header: FoundHeader; readonly held: readonly Row[]; readonly rest: Iterator<Row> } {
  const held: Row[] = [];
  while (held.length < MAX_HEADER_ROW) {
    const next = rows.next();
    if (next.done === true) break;
    held.push(next.value);
  }
  let best: FoundHeader | null = null;
  let most = 0;
  held.forEach(({ fields, row, line }, i) => {
    if (isBlankRow(fields)) return;
    const above = held[i - 1]?.fields ?? [];
    for (const names of [headerOf(fields), headerOf(fields.map((name, j) => (isBlank(name) ? (above[j] ?? "") : name)))]) {
      const properties = propertiesIn(names, kind.fields, columns);
      if (best !== null && properties <= most) continue;
      best = { names, row, line };
      most = properties;
    }
  });
  return { header: best ?? { names: headerOf([]), row: 1, line: 1 }, held, rest: rows };
}

function* joined(held: readonly Row[], rest: Iterator<Row>): Generator<Row> {
  yield* held;
  for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value;
}

function entryOf(
  fields: readonly string[],
  at: Places,
  row: number,
  { subject, result }: Readonly<Record<"subject" | "result", Values>>,
  dates: Map<string, string>,
): ReadEntry {
  const closed = dateIn(fields, at.closed, dates);
  return {
    number: plainText(fields[at.number] ?? "").trim(),
    subject: subject.read(plainText(fields[at.subject] ?? "")) ?? "",
    opened: dateIn(fields, at.opened, dates),
    closed: closed === "" || (!isIso(closed) && isOpenWord(closed)) ? null : closed,
    result: result.read(plainText(fields[at.result] ?? "")),
    row,
  };
}

/** A date as ISO date; any other text unchanged. */
function dateIn(fields: readonly string[], column: number, dates: Map<string, string>): string {
  const written = fields[column] ?? "";
  if (written === "") return "";
  const known = dates.get(written);
  if (known !== undefined) return known;
  const text = plainText(written);
  const date = writtenDate(text) ?? text.trim();
  if (dates.size < MAX_REMEMBERED_DATES) dates.set(written, date);
  return date;
}

/** Maximum number of cached dates; a century has fewer days. */
const MAX_REMEMBERED_DATES = 50_000;

/** A value as a spreadsheet shows it: `="001"` and `'001` are how text is kept from becoming a number. */
function plainText(written: string): string {
  const first = written.charCodeAt(0);
  if (first === EQUALS) return TEXT_FORMULA.exec(written)?.[1]?.replaceAll('""', '"') ?? written;
  return first === APOSTROPHE && written.length > 1 ? written.slice(1) : written;
}

const EQUALS = 0x3d;
const APOSTROPHE = 0x27;
const TEXT_FORMULA = /^="((?:[^"]|"")*)"$/;

function isBlank(text: string): boolean {
  if (text === "") return true;
  const first = text.charCodeAt(0);
  const visible = (first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first <= 0x9fff);
  return !visible && withoutSpaces(text) === "";
}

function isBlankRow(fields: readonly string[]): boolean {
  return fields.every(isBlank);
}

/** How sums, signatures and notes begin. */
const FOOTER =
  /^[(（【*※]{0,2}(?:合计|总计|共计|小计|累计|总数|共\d|填表|填报|制表|制单|审核|审批|复核|负责人|经办人|联系人|联系电话|单位负责人|报送|统计人|说明|备注|注[:：\d]|注意|附注|附件|以上|以下空白|本页|第\d+页)/;

/** The kind of a row that is no entry; `null` for an entry, even an incomplete one. */
function asideKind(fields: readonly string[], at: Places, header: string, dates: Map<string, string>): AsideKind | null {
  // Nearly every entry has a date in a date column, so a date decides.
  if (isIso(dateIn(fields, at.opened, dates))) return null;
  const first = fields.find((field) => !isBlank(field)) ?? "";
  if (FOOTER.test(withoutSpaces(first))) return "footer";
  const repeated = fields.slice(0, MAX_REGISTER_COLUMNS).map(withoutSpaces);
  return header.startsWith(repeated.join("\u0000")) && repeated.filter((name) => name !== "").length > 1 ? "header" : null;
}

/** Whether a text is one of the ISO dates that {@link dateIn} makes. */
function isIso(date: string): boolean {
  return date.length === ISO_LENGTH && date.charCodeAt(4) === HYPHEN && date.charCodeAt(7) === HYPHEN;
}

const ISO_LENGTH = 10;
const HYPHEN = 0x2d;

const MAX_ASIDE_TEXT = 60;

function asideOf(row: number, kind: AsideKind, fields: readonly string[]): AsideRow {
  const text = fields
    .filter((field) => !isBlank(field))
    .join(" ")
    .slice(0, MAX_ASIDE_TEXT);
  return { row, kind, text };
}

/** Rows that are named in a message. */
const MAX_NAMED_ROWS = 10;

function rowsInWords(rows: readonly AsideRow[]): string {
  const named = rows.slice(0, MAX_NAMED_ROWS).map(({ row }) => row);
  return named.join(", ") + (rows.length > named.length ? ", …" : "");
}
