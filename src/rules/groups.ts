import { type Figures, type FigureValue, figureValue } from "../report/figures.js";
import { type Component, singleChanges } from "./components.js";
import type { Rule } from "./types.js";

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
  violated: ReadonlySet<Rule>,
  figures: Figures,
): readonly FindingGroup[] {
  const groups: FindingGroup[] = [];
  for (const component of components) {
    const broken: number[] = [];
    for (let r = 0; r < component.compiled.length; r += 1) {
      const rule = component.compiled[r]?.rule;
      if (rule !== undefined && violated.has(rule)) broken.push(r);
    }
    if (broken.length === 0) continue;
    const suspects = singleChanges(component, figures, broken).map(
      ({ cell, min, max }): Suspect => ({
        address: cell.address,
        from: figureValue(cell, figures[cell.index] ?? Number.NaN),
        to: min === max ? figureValue(cell, min) : null,
      }),
    );
    groups.push({ rules: broken.flatMap((r) => component.compiled[r]?.rule.id ?? []), suspects });
  }
  return groups;
}
