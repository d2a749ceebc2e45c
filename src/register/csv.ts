import { parse } from "csv-parse/browser/esm/sync";
import { describe } from "../_internal/describe.js";
import { withoutSpaces } from "../_internal/text.js";
import { type Finding, finding, type Language, placeIn, type Sentence } from "../findings/finding.js";
import { own } from "../report/figures.js";
import type { Entry, EntryField, Kind } from "./entries.js";
import { registerMessages } from "./messages.js";

/** Longest register that is read, in characters. */
export const MAX_REGISTER_CHARACTERS = 64_000_000;

/** Most rows of a register that are read, the header not counted. */
export const MAX_REGISTER_ROWS = 500_000;

/** Longest row of a register, in bytes. A quote that is never closed would otherwise swallow the whole file. */
export const MAX_REGISTER_ROW_BYTES = 65_536;

/** Characters that may separate the fields of a register. */
export type Delimiter = "," | ";" | "\t";

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t"];

/** Options of the readers of registers. */
export interface RegisterCsvOptions {
  /** What separates fields; found out from the header unless told. */
  readonly delimiter?: Delimiter;
  /** Language of the messages; Chinese unless told otherwise. */
  readonly language?: Language;
}

/** Which column of the header holds what: a name, or several that will do. What is not mapped keeps its default names. */
export type ColumnMapping<Field extends string> = { readonly [F in Field]?: string | readonly string[] };

/** The rows of a file, and what could not be read. */
export interface CsvRows {
  readonly rows: readonly Readonly<Record<keyof Entry, string>>[];
  readonly findings: readonly Finding[];
}

/** Reads the columns asked for out of a CSV text with a header. Never throws; every value is plain text, formulas too. */
export function readCsv(text: string, fields: Kind["fields"], mapping: object, options: RegisterCsvOptions): CsvRows {
  const language = options.language ?? "zh";
  const refuse = (found: Finding): CsvRows => ({ rows: [], findings: [found] });
  if (text.length > MAX_REGISTER_CHARACTERS) return refuse(tooLarge(CHARACTERS, MAX_REGISTER_CHARACTERS, language));
  let lines: readonly (readonly string[])[];
  try {
    lines = parse(text, {
      bom: true,
      delimiter: options.delimiter ?? delimiterOf(text),
      max_record_size: MAX_REGISTER_ROW_BYTES,
      relax_column_count: true,
      to: MAX_REGISTER_ROWS + 2,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(finding(registerMessages, "register.csv", { reason: describe(reason) }, language));
  }
  const [header = [], ...body] = lines;
  if (body.length > MAX_REGISTER_ROWS) return refuse(tooLarge(ROWS, MAX_REGISTER_ROWS, language));
  const places = placesOf(fields, mapping, header, language);
  if ("findings" in places) return { rows: [], findings: places.findings };
  const rows: Readonly<Record<keyof Entry, string>>[] = [];
  const findings: Finding[] = [];
  body.forEach((line, i) => {
    if (line.every(isBlank)) return;
    if (line.slice(header.length).every(isBlank)) rows.push(rowOf(line, places.at));
    else findings.push(tooLong(i + 2, line.length, header.length, language));
  });
  return { rows, findings };
}

type Places = Readonly<Record<keyof Entry, number>>;

function rowOf(line: readonly string[], at: Places): Readonly<Record<keyof Entry, string>> {
  const field = (key: keyof Entry): string => line[at[key]] ?? "";
  return {
    number: field("number"),
    subject: field("subject"),
    opened: field("opened"),
    closed: field("closed"),
    result: field("result"),
  };
}

/** The position of each column in the header, or what is wrong with them. */
function placesOf(
  fields: Kind["fields"],
  mapping: object,
  header: readonly string[],
  language: Language,
): { readonly at: Places } | { readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const place = (field: EntryField): number => {
    const found = findColumn(field, namesOf(field, mapping), header, language);
    if (typeof found === "number") return found;
    findings.push(found);
    return -1;
  };
  const { number, subject, opened, closed, result } = fields;
  const at = {
    number: place(number),
    subject: place(subject),
    opened: place(opened),
    closed: place(closed),
    result: place(result),
  };
  return findings.length > 0 ? { findings } : { at };
}

function namesOf({ key, columns }: EntryField, mapping: object): readonly string[] {
  const mapped = own(mapping, key);
  if (typeof mapped === "string") return [mapped];
  return Array.isArray(mapped) ? mapped.map(String) : columns;
}

const CHARACTERS: Sentence = { zh: "字符数", en: "characters" };
const ROWS: Sentence = { zh: "行数", en: "rows" };

function tooLarge(what: Sentence, limit: number, language: Language): Finding {
  return finding(registerMessages, "register.csvTooLarge", { what, limit }, language, { expected: limit });
}

function tooLong(row: number, found: number, expected: number, language: Language): Finding {
  const place = placeIn("text", { row });
  return finding(registerMessages, "register.csvRow", { row, found, expected }, language, { place, expected, actual: found });
}

/** The position of a column in the header, or what is wrong with it. */
function findColumn(
  field: EntryField,
  names: readonly string[],
  header: readonly string[],
  language: Language,
): number | Finding {
  const asked = new Set(names.map(headerKey));
  const places = header.flatMap((name, i) => (asked.has(headerKey(name)) ? [i] : []));
  const [place] = places;
  const details = { path: field.key };
  if (place === undefined) {
    const params = { field: field.name, names: names.map(describe).join(", ") };
    return finding(registerMessages, "register.csvColumn", params, language, details);
  }
  if (places.length === 1) return place;
  const params = { field: field.name, names: places.map((at) => describe(header[at] ?? "")).join(", ") };
  return finding(registerMessages, "register.csvDuplicateColumn", params, language, details);
}

function headerKey(name: string): string {
  return withoutSpaces(name);
}

function isBlank(text: string): boolean {
  return withoutSpaces(text) === "";
}

/** The delimiter that the header line has most of. */
function delimiterOf(text: string): Delimiter {
  const [header = ""] = text.slice(0, MAX_REGISTER_ROW_BYTES).split(/[\r\n]/, 1);
  const count = (delimiter: Delimiter): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
