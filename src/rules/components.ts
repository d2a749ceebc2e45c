import type { Cell } from "../form/cells.js";
import { byEdition, describeForm, type EditionId, type Form } from "../form/form.js";
import type { Figures } from "../report/figures.js";
import { type CompiledLinear, compileLinear } from "./linear.js";
import { severityUnder } from "./profile.js";
import { reportRules } from "./reportRules.js";
import type { LinearRule, Profile, Rule } from "./types.js";

/** A rule of a component that reads a figure, with the coefficient of the figure. */
export interface Membership {
  /** Number of the rule in its component. */
  readonly rule: number;
  readonly coefficient: number;
}

/**
 * Linear rules over one report that share figures, directly or through others. An error in one component has no effect on
 * another, so each is explained separately.
 */
export interface Component {
  readonly compiled: readonly CompiledLinear[];
  /** The figures of the rules, in official order. */
  readonly cells: readonly Cell[];
  /** Their indices in a vector of figures. */
  readonly indices: Int32Array;
  /** For each cell, the rules that read it. */
  readonly memberships: readonly (readonly Membership[])[];
  /** For each rule, the indices (in `cells`) of the cells that it reads. */
  readonly columns: readonly (readonly number[])[];
}

/** The components of rules, in the order of their first rules. */
export function componentsOf(form: Form, rules: readonly LinearRule[]): readonly Component[] {
  const home = new Map<string, LinearRule[]>();
  for (const rule of rules) {
    const joined: LinearRule[] = [];
    for (const address of rule.cells) {
      const group = home.get(address);
      if (group !== undefined && !joined.includes(group[0] ?? rule)) joined.push(...group);
    }
    joined.push(rule);
    for (const { cells } of joined) for (const address of cells) home.set(address, joined);
  }
  const position = new Map(rules.map((rule, i) => [rule, i]));
  const inOrder = (group: readonly LinearRule[]): readonly LinearRule[] =>
    [...group].sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
  // A figure keeps its place in the map, so the groups stand in the order of their first rules.
  return [...new Set(home.values())].map((group) => componentOf(form, inOrder(group)));
}

function componentOf(form: Form, rules: readonly LinearRule[]): Component {
  const compiled = rules.map((rule) => compileLinear(form, rule));
  const indices = new Set(compiled.flatMap(({ plus, minus }) => [...plus, ...minus]));
  const cells = form.cells.filter(({ index }) => indices.has(index));
  const memberships = cells.map(({ index }) =>
    compiled.flatMap(({ plus, minus }, rule): readonly Membership[] => {
      const count = (list: readonly number[]): number => list.filter((other) => other === index).length;
      const coefficient = count(plus) - count(minus);
      return coefficient === 0 ? [] : [{ rule, coefficient }];
    }),
  );
  const columns = compiled.map((_, r) => [...cells.keys()].filter((column) => reads(memberships[column] ?? [], r)));
  return { compiled, cells, indices: Int32Array.from(cells, ({ index }) => index), memberships, columns };
}

/**
 * The linear rules over one report that are of severity error under a profile: an explanation makes them hold. Rules that read
 * a signed figure are left out, because explanations assume figures of at least 0.
 */
function hardRules(form: Form, rules: readonly Rule[], profile: Profile | undefined): readonly LinearRule[] {
  return rules.flatMap((rule) =>
    rule.kind === "linear" &&
    rule.scope === "report" &&
    severityUnder(profile, rule) === "error" &&
    rule.cells.every((address) => form.byAddress[address]?.unit !== "change")
      ? [rule]
      : [],
  );
}

const standard = /* @__PURE__ */ byEdition((id) => componentsWith(id, [], undefined));

function componentsWith(edition: EditionId, rules: readonly Rule[], profile: Profile | undefined): readonly Component[] {
  const form = describeForm(edition);
  return componentsOf(form, hardRules(form, [...reportRules(edition), ...rules], profile));
}

/** The components of the hard rules of an edition, and of further rules. */
export function hardComponents(
  edition: EditionId,
  rules: readonly Rule[] = [],
  profile: Profile | undefined = undefined,
): readonly Component[] {
  const form = describeForm(edition);
  const asUsual = profile === undefined && hardRules(form, rules, undefined).length === 0;
  return asUsual ? standard[edition] : componentsWith(edition, rules, profile);
}

/**
 * Largest figure that an explanation accepts. In tables with an error a larger figure counts as wrong: sums of such figures
 * would leave the range of exact integers, and no agency has ten trillion requests.
 */
export const LARGEST_FIGURE = 10_000_000_000_000;

/** Whether a figure of a balance is usable: a whole number from 0 to {@link LARGEST_FIGURE}. */
export function isReckoned(figure: number): boolean {
  return Number.isInteger(figure) && figure >= 0 && figure <= LARGEST_FIGURE;
}

/** A figure with the values that it can take. */
export interface SingleChange {
  readonly cell: Cell;
  readonly min: number;
  readonly max: number | null;
}

/**
 * The figures of a component that, changed alone, would make every rule of it hold. None where a figure is blank (the blanks
 * could then explain the error), or where more than one figure is not usable. `violated` are the numbers of the rules that the
 * printed figures break.
 */
export function singleChanges(
  { compiled, cells, indices, memberships, columns }: Component,
  figures: Figures,
  violated: readonly number[],
): readonly SingleChange[] {
  let unusable = -1;
  for (let column = 0; column < indices.length; column += 1) {
    const figure = figures[indices[column] ?? -1] ?? Number.NaN;
    if (isReckoned(figure)) continue;
    if (Number.isNaN(figure) || unusable !== -1) return [];
    unusable = column;
  }
  // A figure that is not usable counts as 0 until its correct value is known.
  const lost = cells[unusable]?.index ?? -1;
  const [first] = violated;
  const candidates = unusable === -1 ? (columns[first ?? -1] ?? []) : [unusable];
  return candidates.flatMap((column): readonly SingleChange[] => {
    const rules = memberships[column] ?? [];
    const cell = cells[column];
    if (cell === undefined || violated.some((r) => !reads(rules, r))) return [];
    const printed = column === unusable ? 0 : (figures[cell.index] ?? 0);
    let min = -printed;
    let max = Number.POSITIVE_INFINITY;
    for (const { rule, coefficient } of rules) {
      const [low, high] = allowed(compiled[rule], figures, lost, coefficient);
      min = Math.max(min, low);
      max = Math.min(max, high);
      if (min > max) return [];
    }
    return [{ cell, min: printed + min, max: max === Number.POSITIVE_INFINITY ? null : printed + max }];
  });
}

function reads(rules: readonly Membership[], r: number): boolean {
  for (const { rule } of rules) if (rule === r) return true;
  return false;
}

/** The difference between the terms of a rule and its constant, with the figure at `lost` counted as 0. */
function differenceOf({ rule, plus, minus }: CompiledLinear, figures: Figures, lost: number): number {
  let difference = -rule.constant;
  for (const index of plus) if (index !== lost) difference += figures[index] ?? 0;
  for (const index of minus) if (index !== lost) difference -= figures[index] ?? 0;
  return difference;
}

const ANY_CHANGE = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
const NO_CHANGE = [1, 0] as const;

/** The range by which a figure may change for a rule to hold. */
function allowed(
  compiled: CompiledLinear | undefined,
  figures: Figures,
  lost: number,
  coefficient: number,
): readonly [number, number] {
  if (compiled === undefined) return ANY_CHANGE;
  const { relation } = compiled.rule;
  const exactly = -differenceOf(compiled, figures, lost) / coefficient;
  if (relation === "=") return Number.isInteger(exactly) ? [exactly, exactly] : NO_CHANGE;
  const fromAbove = (relation === "<=") === coefficient > 0;
  return fromAbove ? [Number.NEGATIVE_INFINITY, Math.floor(exactly)] : [Math.ceil(exactly), Number.POSITIVE_INFINITY];
}
