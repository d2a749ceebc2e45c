import type { FindingCell, Place, Sentence } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { cellLabel, formatCoordinate, formOf } from "../form/form.js";
import { type FigureValue, figureIn } from "./figures.js";
import type { Draft } from "./types.js";

/** Name and place of a figure in words. */
interface CellParams {
  readonly where: Sentence;
  readonly label: Sentence;
}

/** Cache of names and places in words: a few hundred entries at most. */
const known = /* @__PURE__ */ new WeakMap<Cell, CellParams>();

/** Name and place of a figure in words, for sentences about it. */
export function cellParams(cell: Cell): CellParams {
  const before = known.get(cell);
  if (before !== undefined) return before;
  const params: CellParams = {
    where: { zh: formatCoordinate(cell.coordinate, "zh"), en: formatCoordinate(cell.coordinate, "en") },
    label: { zh: cellLabel(cell, "zh"), en: cellLabel(cell, "en") },
  };
  known.set(cell, params);
  return params;
}

/** A cell with the figure in it, as a finding names it. */
export function pointTo({ address, coordinate }: Cell, value: FigureValue, place: Place | null = null): FindingCell {
  return { address, coordinate, value, place };
}

/** A figure of a report, as a finding names it; nothing where the form has no such figure. */
export function pointAt(draft: Draft, address: string, place: Place | null = null): readonly FindingCell[] {
  const cell = formOf(draft).byAddress[address];
  return cell === undefined ? [] : [pointTo(cell, figureIn(draft, address), place)];
}
