import { claim, isObject } from "../_internal/claim.js";
import { formOf } from "../form/form.js";
import { type FigureValue, own } from "./figures.js";
import type { Draft } from "./types.js";

/** A copy of a draft with some figures replaced. Addresses must be of its edition; values are not checked. */
export function replaceFigures<D extends Draft>(draft: D, values: ReadonlyMap<string, FigureValue>): D {
  const { byAddress } = formOf(draft);
  const copy: Record<string, unknown> = { ...draft };
  const copied = new Map<string, Record<string, unknown>>();
  const child = (parent: Record<string, unknown>, key: string, path: string): Record<string, unknown> => {
    const known = copied.get(path);
    if (known !== undefined) return known;
    const value = own(parent, key);
    const made: Record<string, unknown> = isObject(value) ? { ...value } : {};
    parent[key] = made;
    copied.set(path, made);
    return made;
  };
  for (const [address, value] of values) {
    const cell = byAddress[address];
    if (cell === undefined) continue;
    const record = child(child(copy, cell.table, cell.table), cell.record, `${cell.table}.${cell.record}`);
    record[cell.field] = value;
  }
  // The copy has the keys of the original, and figures only where the form has them.
  return claim<D>(copy);
}
