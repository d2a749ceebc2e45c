import { claim } from "../_internal/claim.js";
import type { Citation } from "./sources.js";
import type { Term } from "./types.js";

interface Entry {
  readonly label: string;
  readonly english: string;
  readonly basis?: readonly Citation[];
  readonly aliases?: readonly string[];
}

/** A code list whose entries know their keys and labels. */
export type CodeList<T extends Record<string, Entry>> = {
  readonly [K in keyof T & string]: Term<K> & { readonly label: T[K]["label"] };
};

/** Gives every entry of a code list its key as identifier. */
export function codeList<const T extends Record<string, Entry>>(entries: T): CodeList<T> {
  const list: Record<string, Term> = {};
  for (const [id, entry] of Object.entries(entries)) {
    list[id] = { id, label: entry.label, english: entry.english, basis: entry.basis ?? [], aliases: entry.aliases ?? [] };
  }
  return claim<CodeList<T>>(list);
}

/** A citation of the Regulations: an article, or items of it. */
export const law = (article: number, ...items: number[]): Citation =>
  items.length === 0 ? { source: "regulations", article } : { source: "regulations", article, items };
