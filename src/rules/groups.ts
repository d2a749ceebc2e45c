import type { Form } from "../form/form.js";
import { type Figures, type FigureValue, figureValue } from "../report/figures.js";
import { type CompiledRule, sidesOf } from "./evaluate.js";

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
  const groups: CompiledRule[][] = [];
  for (const rule of broken) {
    const touching = groups.filter((group) => group.some((other) => sharesFigure(rule, other)));
    const merged = [...touching.flat(), rule];
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  const held = new Set(others.flatMap(({ left, right }) => [...left, ...right]));
  return groups.map((group) => ({
    rules: group.map(({ rule }) => rule.id),
    suspects: suspectsOf(form, group, figures).filter(({ address }) => !held.has(form.byAddress.get(address)?.index ?? -1)),
  }));
}

function sharesFigure(a: CompiledRule, b: CompiledRule): boolean {
  const cells = new Set([...a.left, ...a.right]);
  return [...b.left, ...b.right].some((index) => cells.has(index));
}

/** Figures in all balances of a group that would have to change by the same amount in each of them. */
function suspectsOf(form: Form, group: readonly CompiledRule[], figures: Figures): readonly Suspect[] {
  const [first] = group;
  if (first === undefined) return [];
  return [...first.left, ...first.right].flatMap((index) => {
    const changes = new Set(group.map((rule) => neededChange(rule, index, figures)));
    const [change] = changes;
    const cell = form.cells[index];
    const figure = figures[index];
    if (changes.size !== 1 || change === undefined || change === null || cell === undefined || figure === undefined) return [];
    const to = figure + change;
    if (!Number.isSafeInteger(to) || (to < 0 && cell.unit !== "change")) return [];
    return [{ address: cell.address, from: figureValue(cell, figure), to: figureValue(cell, to) }];
  });
}

/** By how much a figure must change for a balance to hold; `null` if it is not in it. */
function neededChange(rule: CompiledRule, index: number, figures: Figures): number | null {
  const side = rule.left.includes(index) ? 1 : rule.right.includes(index) ? -1 : 0;
  if (side === 0) return null;
  const { left, right } = sidesOf(rule, figures);
  return Number(BigInt(right) - BigInt(left)) * side;
}
