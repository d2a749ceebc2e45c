import { claim, isObject } from "../_internal/claim.js";
import { formOf } from "../form/form.js";
import { overviewParts } from "../form/terms.js";
import { own } from "./figures.js";
import type { Draft } from "./types.js";

/** Order of the keys of the head in canonical JSON. The tables follow in the order of the form. */
const HEAD_KEYS = ["edition", "year", "agency", "signedOn", "publishedOn"] as const;
const AGENCY_KEYS = ["name", "kind", "level", "regionCode", "unifiedSocialCreditCode"] as const;
const NARRATIVE_KEYS = ["overview", "disclosure", "requests", "remedies", "problems", "other"] as const;
const OVERVIEW_KEYS = ["preamble", ...Object.keys(overviewParts)] as const;
const TAIL_KEYS = ["informationProcessingFee"] as const;

function pick(source: unknown, keys: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const key of keys) {
    const value = own(source, key);
    if (value !== undefined) picked[key] = value;
  }
  return picked;
}

/**
 * A copy of a report or draft with its keys in canonical order and without undefined properties.
 *
 * @example
 * ```ts
 * Object.keys(canonicalize({ requests: {}, year: 2023, edition: "2021" })); //=> ["edition", "year", "requests"]
 * ```
 */
export function canonicalize(draft: Draft): Draft {
  const head = pick(draft, HEAD_KEYS);
  const agency = own(draft, "agency");
  if (agency !== undefined) head["agency"] = pick(agency, AGENCY_KEYS);
  return claim<Draft>({ ...head, ...tablesOf(draft), ...narrativeOf(draft), ...pick(draft, TAIL_KEYS) });
}

function tablesOf(draft: Draft): Record<string, unknown> {
  const tables: Record<string, unknown> = {};
  for (const { definition, records } of formOf(draft).tables) {
    const table = own(draft, definition.id);
    if (table === undefined) continue;
    const copies: Record<string, unknown> = {};
    for (const { id, cells } of records) {
      const record = own(table, id);
      const fields = cells.map(({ field }) => field);
      if (record !== undefined) copies[id] = pick(record, fields);
    }
    tables[definition.id] = copies;
  }
  return tables;
}

function narrativeOf(draft: Draft): Record<string, unknown> {
  const narrative = own(draft, "narrative");
  if (narrative === undefined) return {};
  const texts = pick(narrative, NARRATIVE_KEYS);
  const { overview } = texts;
  if (isObject(overview)) texts["overview"] = pick(overview, OVERVIEW_KEYS);
  return { narrative: texts };
}

/** Options of {@link toJson}. */
export interface JsonOptions {
  /** Spaces to indent by; defaults to 0, a single line. */
  readonly indent?: number;
}

/**
 * A report or draft as canonical JSON: fixed order of keys, no undefined properties. The same report always gives the same
 * bytes. With an indent the text ends with a line break.
 *
 * @example
 * ```ts
 * toJson({ year: 2023, edition: "2021" }); //=> '{"edition":"2021","year":2023}'
 * ```
 */
export function toJson(draft: Draft, options?: JsonOptions): string {
  options ??= {};
  const indent = options.indent ?? 0;
  return JSON.stringify(canonicalize(draft), null, indent) + (indent > 0 ? "\n" : "");
}
