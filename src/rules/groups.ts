import type { Form } from "../form/form.js";
import { type Figures, type FigureValue, figureValue } from "../report/figures.js";
import { type CompiledRule, domainOutcome, sidesOf } from "./evaluate.js";

/** A single figure whose correction alone would make every balance of a group hold. */
export interface Suspect {
  readonly address: string;
  readonly from: FigureValue;
  readonly to: FigureValue;
}

/** Violated balances that share figures, so that they are best read together. */
export interface FindingGroup {
  readonly rules: readonly string[];
  readonly suspects: readonly Suspect[];
}

/**
 * Puts violated balances that share figures together, and names the single figures that would explain a whole group:
 * those in all its balances, and in none of the `others` that were checked.
 */
export function groupViolations(
  form: Form,
  broken: readonly CompiledRule[],
  others: readonly CompiledRule[],
  figures: Figures,
): readonly FindingGroup[] {
  let groups: (readonly CompiledRule[])[] = [];
  for (const rule of broken) {
    const apart = groups.filter((group) => !group.flatMap(cellsOf).some((index) => cellsOf(rule).includes(index)));
    const together = groups.filter((group) => !apart.includes(group));
    groups = [...apart, [...together.flat(), rule]];
  }
  const held = new Set(others.flatMap(cellsOf));
  return groups.map((group) => ({
    rules: group.map(({ rule }) => rule.id),
    suspects: suspectsOf(form, group, figures, held),
  }));
}

function cellsOf({ left, right }: CompiledRule): readonly number[] {
  return [...left, ...right];
}

/** Figures in all balances of a group that would have to change by the same amount in each of them. */
function suspectsOf(form: Form, group: readonly CompiledRule[], figures: Figures, held: ReadonlySet<number>): readonly Suspect[] {
  return group
    .slice(0, 1)
    .flatMap(cellsOf)
    .flatMap((index) => {
      const [change, ...different] = new Set(group.map((rule) => neededChange(rule, index, figures)));
      const cell = form.cells[index];
      const figure = figures[index] ?? Number.NaN;
      const to = figure + (change ?? Number.NaN);
      if (held.has(index) || different.length > 0 || cell === undefined) return [];
      return domainOutcome(cell.unit, to) === "holds"
        ? [{ address: cell.address, from: figureValue(cell, figure), to: figureValue(cell, to) }]
        : [];
    });
}

/** By how much a figure must change for a balance to hold; `null` if it is not in it. */
function neededChange(rule: CompiledRule, index: number, figures: Figures): number | null {
  const side = rule.left.includes(index) ? 1 : rule.right.includes(index) ? -1 : 0;
  if (side === 0) return null;
  const { left, right } = sidesOf(rule, figures);
  return Number(BigInt(right) - BigInt(left)) * side;
}
