import { claim } from "../_internal/claim.js";

/**
 * The entries of a table of wordings with their keys as the type has them. `Object.entries` forgets them, because an object may
 * have more keys than its type; these tables are literals of this folder and have none.
 */
export function entriesOf<K extends string, V>(table: Readonly<Record<K, V>>): readonly (readonly [K, V])[] {
  return claim<readonly (readonly [K, V])[]>(Object.entries(table));
}
