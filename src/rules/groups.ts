import { type Figures, type FigureValue, figureValue } from "../report/figures.js";
import { type Component, singleChanges } from "./components.js";

/** A single figure whose correction alone would make every balance of a group hold. */
export interface Suspect {
  readonly address: string;
  readonly from: FigureValue;
  /** What it should be; `null` where the rules do not settle it. */
  readonly to: FigureValue;
}

/** Violated balances that have to do with one another, so that they are best read together. */
export interface FindingGroup {
  readonly rules: readonly string[];
  /** Where one wrong figure explains the whole group, each that could be the one: the repairs of `locateErrors` too. */
  readonly suspects: readonly Suspect[];
}

/**
 * Puts the violated hard rules of each component together, and names the single figures that would explain them all. They are
 * the smallest repairs that a search would find, by the same rules; what takes more than one figure is for the search.
 */
export function groupViolations(
  components: readonly Component[],
  violated: ReadonlySet<string>,
  figures: Figures,
): readonly FindingGroup[] {
  return components.flatMap((component): readonly FindingGroup[] => {
    const rules = component.compiled.flatMap(({ rule }) => (violated.has(rule.id) ? [rule.id] : []));
    if (rules.length === 0) return [];
    const suspects = singleChanges(component, figures).map(
      ({ cell, min, max }): Suspect => ({
        address: cell.address,
        from: figureValue(cell, figures[cell.index] ?? Number.NaN),
        to: min === max ? figureValue(cell, min) : null,
      }),
    );
    return [{ rules, suspects }];
  });
}
