import type { Cell } from "../form/cells.js";
import { byEdition, describeForm, type EditionId, type Form } from "../form/form.js";
import { type CompiledRule, compileRules } from "../rules/evaluate.js";
import { rulesOf } from "../rules/standard.js";
import type { EquationRule, Rule } from "../rules/types.js";

/**
 * Equations that share figures, directly or through others. What is wrong in one component says nothing of another, so each is
 * solved by itself. `matrix[e][c]` is 1 where figure `c` is on the left of equation `e`, −1 on the right, 0 elsewhere.
 */
export interface Component {
  readonly rules: readonly EquationRule[];
  readonly compiled: readonly CompiledRule[];
  readonly cells: readonly Cell[];
  readonly matrix: readonly Float64Array[];
  /** Most equations that one figure is in. */
  readonly reach: number;
}

function isEquation(rule: Rule): rule is EquationRule {
  return rule.kind === "equation";
}

/** The components of the equations among `rules`, in the order of their first equations. */
export function componentsOf(form: Form, rules: readonly Rule[]): readonly Component[] {
  const groups: EquationRule[][] = [];
  for (const rule of rules.filter(isEquation)) {
    const cells = new Set(rule.cells);
    const touching = groups.filter((group) => group.some((other) => other.cells.some((address) => cells.has(address))));
    const [home] = touching;
    if (home === undefined) {
      groups.push([rule]);
      continue;
    }
    home.push(...touching.slice(1).flat(), rule);
    for (const group of touching.slice(1)) groups.splice(groups.indexOf(group), 1);
  }
  return groups.map((group) => componentOf(form, group));
}

/** The component of equations that are known to belong together. */
export function componentOf(form: Form, rules: readonly EquationRule[]): Component {
  const compiled = compileRules(form, rules);
  const indices = new Set(compiled.flatMap(({ left, right }) => [...left, ...right]));
  const cells = form.cells.filter(({ index }) => indices.has(index));
  const column = new Map(cells.map(({ index }, i) => [index, i]));
  const matrix = compiled.map(({ left, right }) => {
    const row = new Float64Array(cells.length);
    const add = (index: number, sign: number): void => {
      const at = column.get(index) ?? 0;
      row[at] = (row[at] ?? 0) + sign;
    };
    for (const index of left) add(index, 1);
    for (const index of right) add(index, -1);
    return row;
  });
  const reach = Math.max(...cells.map((_, c) => matrix.filter((row) => row[c] !== 0).length));
  return { rules, compiled, cells, matrix, reach };
}

/** The components of the standard rules of each edition. */
export const standardComponents: Readonly<Record<EditionId, readonly Component[]>> = /* @__PURE__ */ byEdition((id) =>
  componentsOf(describeForm(id), rulesOf(id)),
);
