import { isObject } from "../_internal/claim.js";
import type { Finding, Place } from "../findings/finding.js";
import type { EntriesOf } from "./types.js";

/** Where the entries of a register were read from. */
export interface Source {
  readonly format: Place["format"];
  readonly sheet: string | null;
  /** Columns by key of the property. */
  readonly columns: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
}

const NO_SOURCE: Source = { format: "text", sheet: null, columns: new Map(), findings: [] };

/** The entries of a register, and where they come from. */
export function takeEntries<T>(given: EntriesOf<T>): { readonly entries: readonly T[]; readonly source: Source } {
  if (isList(given)) return { entries: given, source: NO_SOURCE };
  if (!isObject(given) || !isList(given.entries)) return { entries: [], source: NO_SOURCE };
  const { format, sheet, columns, findings } = given;
  return {
    entries: given.entries,
    source: { format, sheet, columns: new Map(columns.map(({ field, column }) => [field, column])), findings },
  };
}

function isList<T>(value: EntriesOf<T>): value is readonly T[] {
  return Array.isArray(value);
}
