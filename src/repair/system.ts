import type { Cell } from "../form/cells.js";
import { byEdition, type EditionId } from "../form/form.js";
import { type Component, hardComponents } from "../rules/components.js";
import { type CompiledLinear, sidesOf } from "../rules/linear.js";
import type { LinearRule, Profile, Rule } from "../rules/types.js";

/**
 * The rules of a component as a system of equations. `matrix[r][c]` is the coefficient of figure `c` in rule `r`, which adds up
 * to `constants[r]`. An inequality has a column of its own after those of the figures: its slack, which is at least 0.
 */
export interface System {
  readonly rules: readonly LinearRule[];
  readonly compiled: readonly CompiledLinear[];
  readonly cells: readonly Cell[];
  readonly matrix: readonly Float64Array[];
  readonly constants: readonly number[];
  /** Columns of the slack of inequalities, which may have any value at no cost. */
  readonly slacks: readonly number[];
  /** Maximum number of rules that read one figure. */
  readonly reach: number;
  /** For a figure that is by itself the sum of others: the addresses of those others. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

/** The system of a component. */
export function systemOf({ compiled, cells, memberships }: Component): System {
  const rules = compiled.map(({ rule }) => rule);
  const bounded = rules.filter(({ relation }) => relation !== "=");
  const width = cells.length + bounded.length;
  const matrix = rules.map((rule) => {
    const row = new Float64Array(width);
    const slack = bounded.indexOf(rule);
    if (slack !== -1) row[cells.length + slack] = rule.relation === "<=" ? 1 : -1;
    return row;
  });
  memberships.forEach((readers, column) => {
    for (const { rule, coefficient } of readers) {
      const row = matrix[rule];
      if (row !== undefined) row[column] = coefficient;
    }
  });
  return {
    rules,
    compiled,
    cells,
    matrix,
    constants: rules.map(({ constant }) => constant),
    slacks: bounded.map((_, i) => cells.length + i),
    reach: Math.max(0, ...memberships.map(({ length }) => length)),
    parts: partsIn(rules),
  };
}

function partsIn(rules: readonly LinearRule[]): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  for (const rule of rules) {
    const { left, right } = sidesOf(rule);
    const [total, ...others] = right;
    if (rule.relation !== "=" || rule.constant !== 0 || total === undefined || others.length > 0) continue;
    const [, address] = total;
    parts.set(address, [...(parts.get(address) ?? []), ...left.map(([, part]) => part)]);
  }
  return parts;
}

const standard = /* @__PURE__ */ byEdition((id) => hardComponents(id).map(systemOf));

/** The systems of the hard rules of an edition, and of further rules. */
export function hardSystems(
  edition: EditionId,
  rules: readonly Rule[] = [],
  profile: Profile | undefined = undefined,
): readonly System[] {
  if (rules.length === 0 && profile === undefined) return standard[edition];
  return hardComponents(edition, rules, profile).map(systemOf);
}
