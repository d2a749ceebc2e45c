import { claim } from "../_internal/claim.js";
import type { Citation } from "./sources.js";
import type { Term } from "./types.js";

/** An article of the Regulations, or items of it; or a place in another source. */
type Basis = readonly [article: number, ...items: number[]] | Citation;

interface Entry {
  readonly label: string;
  readonly english: string;
  readonly basis?: readonly Basis[];
}

/** A code list whose entries know their keys and labels. */
export type CodeList<T extends Record<string, Entry>> = {
  readonly [K in keyof T & string]: Term<K> & { readonly label: T[K]["label"] };
};

/** Gives every entry of a code list its key as identifier. The entries are plain data, so that bundlers can drop unused lists. */
export function codeList<const T extends Record<string, Entry>>(entries: T): CodeList<T> {
  const list: Record<string, Term> = {};
  for (const [id, { label, english, basis = [] }] of Object.entries<Entry>(entries)) {
    list[id] = { id, label, english, basis: basis.map(citation) };
  }
  return claim<CodeList<T>>(list);
}

function citation(basis: Basis): Citation {
  if (!isArticle(basis)) return basis;
  const [article, ...items] = basis;
  return items.length === 0 ? { source: "regulations", article } : { source: "regulations", article, items };
}

function isArticle(basis: Basis): basis is readonly [number, ...number[]] {
  return Array.isArray(basis);
}
