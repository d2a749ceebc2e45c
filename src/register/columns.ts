import { describe } from "../_internal/describe.js";
import { halfWidth, withoutSpaces } from "../_internal/text.js";
import { type Finding, finding, type Language, type Place } from "../findings/finding.js";
import { own } from "../report/figures.js";
import type { EntryField, EntryPart, Kind } from "./entries.js";
import { registerMessages } from "./messages.js";
import type { ColumnBasis, ColumnUse } from "./types.js";

/** Names of columns by property: a name, or several alternatives. A property that is not mapped keeps its default names. */
export type ColumnMapping<Field extends string> = { readonly [F in Field]?: string | readonly string[] };

/** Column of each property, from 0; -1 if there is none. */
export type Places = Readonly<Record<EntryPart, number>>;

/** Properties of an entry in the order of their columns in messages. */
export const PARTS: readonly EntryPart[] = ["number", "subject", "opened", "closed", "result"];

/** The column found for one property. */
interface Match {
  readonly places: readonly number[];
  readonly basis: ColumnBasis;
}

/** A row of names with all normalised forms of each. */
export interface Header {
  readonly names: readonly string[];
  readonly keys: readonly (readonly string[])[];
}

/** Maximum number of columns of a register. */
export const MAX_REGISTER_COLUMNS = 256;

export function headerOf(row: readonly string[]): Header {
  const names = row.length > MAX_REGISTER_COLUMNS ? row.slice(0, MAX_REGISTER_COLUMNS) : row;
  return { names, keys: names.map(keysOf) };
}

/** How many properties a row could be the header of. */
export function propertiesIn(header: Header, fields: Kind["fields"], mapping: object): number {
  return PARTS.filter((part) => matchOf(fields[part], mapping, header).places.length > 0).length;
}

/** The column of each property, and what is wrong or doubtful about them. */
export function placesOf(
  header: Header,
  fields: Kind["fields"],
  mapping: object,
  place: Place,
  language: Language,
): { readonly at: Places | null; readonly uses: readonly ColumnUse[]; readonly findings: readonly Finding[] } {
  const at: Record<EntryPart, number> = { number: -1, subject: -1, opened: -1, closed: -1, result: -1 };
  const uses: ColumnUse[] = [];
  const findings: Finding[] = [];
  for (const part of PARTS) {
    const field = fields[part];
    const { places, basis } = matchOf(field, mapping, header);
    const [first, ...others] = places;
    if (first === undefined || others.length > 0) {
      findings.push(unclear(field, mapping, header, places, place, language));
      continue;
    }
    at[part] = first;
    const name = header.names[first] ?? "";
    uses.push({ field: field.key, name: name.trim(), column: first + 1, basis });
    if (basis === "doubtful" && field.doubtful !== null) {
      const params = { field: field.name, name: describe(name.trim()), why: field.doubtful.why };
      const details = { severity: "warning", path: field.key, place: { ...place, column: first + 1 } } as const;
      findings.push(finding(registerMessages, "register.csvDoubtfulColumn", params, language, details));
    }
  }
  const complete = PARTS.every((part) => at[part] >= 0);
  return { at: complete ? at : null, uses, findings };
}

function matchOf(field: EntryField, mapping: object, header: Header): Match {
  const given = own(mapping, field.key);
  if (given !== undefined && given !== null) {
    return { places: matching(header, Array.isArray(given) ? given.map(String) : [String(given)]), basis: "given" };
  }
  for (const names of field.columns) {
    const places = matching(header, names);
    if (places.length > 0) return { places, basis: "name" };
  }
  return { places: matching(header, field.doubtful?.columns ?? []), basis: "doubtful" };
}

/** The columns with one of the given names: exact matches if any, otherwise matches without what follows the name. */
function matching(header: Header, names: readonly string[]): readonly number[] {
  const asked = new Set(names.map((name) => keysOf(name)[0] ?? ""));
  for (const step of [0, 1]) {
    const places = header.keys.flatMap((keys, i) => (asked.has(keys[step] ?? "\u0000") ? [i] : []));
    if (places.length > 0) return places;
  }
  return [];
}

function unclear(
  field: EntryField,
  mapping: object,
  header: Header,
  places: readonly number[],
  place: Place,
  language: Language,
): Finding {
  const given = own(mapping, field.key);
  const details = { path: field.key, place };
  if (places.length > 0) {
    const names = places.map((at) => `${describe((header.names[at] ?? "").trim())}[${at + 1}]`).join(", ");
    return finding(
      registerMessages,
      "register.csvDuplicateColumn",
      { field: field.name, names, key: field.key },
      language,
      details,
    );
  }
  const wanted = Array.isArray(given) ? given.map(String) : typeof given === "string" ? [given] : (field.columns[0] ?? []);
  const found = header.names.filter((name) => name.trim() !== "").slice(0, MAX_NAMES);
  const params = {
    field: field.name,
    names: wanted.map((name) => describe(name)).join(", "),
    found: found.length === 0 ? { zh: "空白", en: "nothing" } : found.map((name) => describe(name.trim())).join(", "),
    key: field.key,
  };
  return finding(registerMessages, "register.csvColumn", params, language, details);
}

/** Names of a header that are quoted in a message. */
const MAX_NAMES = 30;

/** Longest text that can be the name of a column. */
const MAX_NAME_LENGTH = 100;

/** The forms of a name that are compared: in full, and without marks such as * and remarks such as （必填）. */
function keysOf(name: string): readonly string[] {
  if (name.length > MAX_NAME_LENGTH) return [];
  const whole = withoutSpaces(halfWidth(name));
  let plain = whole.replace(/^[*★☆※#]+|[*★☆※:]+$/g, "");
  for (;;) {
    const shorter = plain
      .replace(/[([【〔<{][^()[\]【】〔〕<>{}]*[)\]】〕>}]$|(?:必填|选填)$|[*★☆※:]+$/, "")
      .replace(/^[*★☆※#]+|^\d{1,2}[.、)]/, "");
    if (shorter === plain) break;
    plain = shorter;
  }
  return plain === whole || plain === "" ? [whole] : [whole, plain];
}
