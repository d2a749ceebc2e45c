import type { Finding, FindingCell } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { describeForm } from "../form/form.js";
import { type FigureValue, own } from "../report/figures.js";
import type { Draft } from "../report/types.js";

/** A copy of a draft in which some figures are others. Addresses must be of its edition. */
export function withFigures<D extends Draft>(draft: D, values: ReadonlyMap<string, FigureValue>): D {
  const { byAddress } = describeForm(draft.edition);
  const copy: Record<string, unknown> = { ...draft };
  const copied = new Map<string, Record<string, unknown>>();
  const child = (parent: Record<string, unknown>, key: string, path: string): Record<string, unknown> => {
    const known = copied.get(path);
    if (known !== undefined) return known;
    const value = own(parent, key);
    const made: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
    parent[key] = made;
    copied.set(path, made);
    return made;
  };
  for (const [address, value] of values) {
    const cell = byAddress.get(address);
    if (cell === undefined) continue;
    const record = child(child(copy, cell.table, cell.table), cell.record, `${cell.table}.${cell.record}`);
    record[cell.field] = value;
  }
  return asDraft<D>(copy);
}

/** The copy has the keys of the original, and figures only where the form has them. */
function asDraft<D extends Draft>(copy: Record<string, unknown>): D {
  return copy as unknown as D;
}

/** A cell as a finding points to it. */
export function pointTo(cell: Cell, value: FigureValue, place: Finding["place"] = null): FindingCell {
  return { address: cell.address, coordinate: cell.coordinate, value, place };
}
