import { describeForm } from "../form/form.js";
import { overviewParts } from "../form/terms.js";
import { eachFigure, own } from "./figures.js";
import type { Draft } from "./types.js";

/** Order of the keys of the head in canonical JSON. The tables follow in the order of the form. */
const HEAD_KEYS = ["edition", "year", "agency", "signedOn", "publishedOn"] as const;
const AGENCY_KEYS = ["name", "kind", "level", "regionCode", "unifiedSocialCreditCode"] as const;
const NARRATIVE_KEYS = ["overview", "problems", "other"] as const;
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
 * A report or draft with its keys in canonical order and nothing undefined: the same report always gives the same text.
 *
 * @example
 * ```ts
 * Object.keys(canonical({ requests: {}, year: 2023, edition: "2021" })); //=> ["edition", "year", "requests"]
 * ```
 */
export function canonical(draft: Draft): Draft {
  const out = pick(draft, HEAD_KEYS);
  if (out["agency"] !== undefined) out["agency"] = pick(out["agency"], AGENCY_KEYS);
  const form = describeForm(draft.edition);
  for (const { definition } of form.tables) {
    const table = own(draft, definition.id);
    if (table !== undefined) out[definition.id] = {};
  }
  eachFigure(form, draft, ({ table, record, field }, value) => {
    const source = own(draft, table);
    if (own(source, record) === undefined) return;
    const target = container(container(out, table), record);
    if (value !== undefined) target[field] = value;
  });
  const narrative = own(draft, "narrative");
  if (narrative !== undefined) {
    const texts = pick(narrative, NARRATIVE_KEYS);
    if (typeof texts["overview"] === "object") texts["overview"] = pick(texts["overview"], OVERVIEW_KEYS);
    out["narrative"] = texts;
  }
  return { ...out, ...pick(draft, TAIL_KEYS) } as unknown as Draft;
}

function container(parent: Record<string, unknown>, key: string): Record<string, unknown> {
  const existing = parent[key];
  if (typeof existing === "object" && existing !== null) return existing as Record<string, unknown>;
  const made: Record<string, unknown> = {};
  parent[key] = made;
  return made;
}

/** Options of {@link toJson}. */
export interface JsonOptions {
  /** Spaces to indent by; 0, which is the default, for a single line. */
  readonly indent?: number;
}

/**
 * A report or draft as canonical JSON: fixed order of keys, nothing undefined, byte-identical every time. With an indent
 * the text ends in a line break.
 *
 * @example
 * ```ts
 * toJson({ year: 2023, edition: "2021" }); //=> '{"edition":"2021","year":2023}'
 * ```
 */
export function toJson(draft: Draft, options: JsonOptions = {}): string {
  const indent = options.indent ?? 0;
  return JSON.stringify(canonical(draft), null, indent) + (indent > 0 ? "\n" : "");
}
