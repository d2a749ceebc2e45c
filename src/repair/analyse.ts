import type { Cell } from "../form/cells.js";
import { describeForm, type EditionId } from "../form/form.js";
import { componentsOf } from "../rules/components.js";
import { checkRule } from "../rules/linear.js";
import { reportRules } from "../rules/reportRules.js";
import type { LinearRule, Rule } from "../rules/types.js";
import { type System, systemOf } from "./system.js";
import { extreme, release, tableauOf, traceOf } from "./tableau.js";

/** A redundant balance: it holds whenever the balances in `follows` hold. */
export interface RedundantRule {
  readonly rule: string;
  readonly follows: readonly string[];
}

/** Balances that together force a figure to be 0. */
export interface ContradictoryRules {
  readonly address: string;
  readonly rules: readonly string[];
}

/** A figure with the balances that read it. */
export interface WatchedFigure {
  readonly address: string;
  readonly rules: readonly string[];
}

/** What errors the balances of an edition can and cannot detect. */
export interface RuleAnalysis {
  readonly edition: EditionId;
  /** Number of balances, and how many of them are linearly independent. */
  readonly balances: number;
  readonly rank: number;
  readonly redundant: readonly RedundantRule[];
  readonly contradictory: readonly ContradictoryRules[];
  /** Every figure of the form, in official order. */
  readonly watched: readonly WatchedFigure[];
  /** Figures in which a single error can be located exactly. */
  readonly locatable: readonly string[];
  /** Groups of figures in which a single error can be narrowed down to the group, but not to one figure. */
  readonly interchangeable: readonly (readonly string[])[];
  /** Figures that no balance reads: an error in one of them violates nothing. */
  readonly invisible: readonly string[];
}

/**
 * Analyses the balances (勾稽关系) of an edition: how many are independent, which follow from others, which figures each of them
 * reads, and which single errors can be located, narrowed down, or not detected at all. `extra` are further balances.
 *
 * @throws `DisclosureReportError` `rule.unknownCell` if an extra rule reads a figure that the form does not have.
 *
 * @example
 * ```ts
 * const { balances, rank, locatable, interchangeable, invisible } = analyseRules("2021");
 * [balances, rank]; //=> [42, 40]
 * locatable.length; //=> 175
 * interchangeable.map((figures) => figures.length); //=> [5, 5, 5]
 * invisible.length; //=> 10
 * ```
 */
export function analyseRules(edition: EditionId, extra?: readonly Rule[]): RuleAnalysis {
  extra ??= [];
  const form = describeForm(edition);
  for (const rule of extra) checkRule(form, rule);
  const rules = [...reportRules(edition), ...extra].flatMap((rule) => (isBalance(rule) ? [rule] : []));
  const systems = componentsOf(form, rules).map(systemOf);
  const redundant = systems.flatMap(redundantRules);
  const watching = new Map(form.cells.map((cell) => [cell.address, rules.filter(({ cells }) => cells.includes(cell.address))]));
  const groups = systems.flatMap(indistinguishable);
  return {
    edition,
    balances: rules.length,
    rank: rules.length - redundant.length,
    redundant,
    contradictory: systems.flatMap(alwaysZero),
    watched: form.cells.map(({ address }) => ({ address, rules: (watching.get(address) ?? []).map(({ id }) => id) })),
    locatable: groups.flatMap((group) => (group.length === 1 ? group : [])).map(({ address }) => address),
    interchangeable: groups.filter(({ length }) => length > 1).map((group) => group.map(({ address }) => address)),
    invisible: form.cells.filter(({ address }) => watching.get(address)?.length === 0).map(({ address }) => address),
  };
}

function isBalance(rule: Rule): rule is LinearRule {
  return rule.kind === "linear" && rule.scope === "report" && rule.relation === "=";
}

function ids(rules: readonly LinearRule[], numbers: readonly number[]): readonly string[] {
  return numbers.flatMap((r) => rules[r]?.id ?? []);
}

/** Eliminates every figure. Of a redundant equation only its combination of other equations remains. */
function redundantRules({ rules, matrix, cells }: System): readonly RedundantRule[] {
  const tableau = tableauOf(
    matrix,
    cells.map(() => 0),
    [],
    true,
  );
  for (const column of cells.keys()) release(tableau, column, 0);
  return rules.flatMap(({ id }, r) => {
    if (tableau.basis[r] !== -1) return [];
    return [{ rule: id, follows: ids(rules, traceOf(tableau, r)).filter((other) => other !== id) }];
  });
}

function alwaysZero({ rules, matrix, cells }: System): readonly ContradictoryRules[] {
  const tableau = tableauOf(
    matrix,
    cells.map(() => 0),
    [],
    true,
  );
  for (const column of cells.keys()) release(tableau, column, 0);
  return cells.flatMap(({ address }, column) => {
    const { value, row } = extreme(tableau, column, 1);
    return value === 0 ? [{ address, rules: ids(rules, traceOf(tableau, row)) }] : [];
  });
}

/** Figures that occur in the same balances in the same proportions, so that their changes cannot be distinguished. */
function indistinguishable({ matrix, cells }: System): readonly (readonly Cell[])[] {
  const groups = new Map<string, Cell[]>();
  cells.forEach((cell, column) => {
    const coefficients = matrix.map((row) => row[column] ?? 0);
    const lead = coefficients.find((value) => value !== 0) ?? 1;
    const key = coefficients.map((value) => value / lead + 0).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cell]);
    else group.push(cell);
  });
  return [...groups.values()];
}
