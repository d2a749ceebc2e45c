import { type Figures, type FigureValue, figureValue } from "../report/figures.js";
import { type Component, singleChanges } from "./components.js";
import type { Rule } from "./types.js";

/** A single figure whose correction alone would make every balance of a group hold. */
export interface Suspect {
  /** Address of the figure. */
  readonly address: string;
  readonly from: FigureValue;
  /** The correct value; `null` where the rules allow several. */
  readonly to: FigureValue;
}

/** Violated balances that share figures, directly or through others. */
export interface FindingGroup {
  /** Identifiers of the violated rules. */
  readonly rules: readonly string[];
  /** Every figure that, if it alone is wrong, explains the whole group. `locateErrors` proposes the same repairs. */
  readonly suspects: readonly Suspect[];
}

/**
 * Groups the violated hard rules of each component, and names the single figures that would explain all of them. They are the
 * repairs of one figure that a search would find; repairs of several figures are left to the search.
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
