import { DisclosureReportError } from "../findings/error.js";
import type { Form } from "../form/form.js";
import type { Unit } from "../form/types.js";
import type { Figures } from "../report/figures.js";
import type { Outcome, Rule } from "./types.js";

/** A rule with its figures as indices into the vector. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/**
 * Resolves the addresses that rules read.
 *
 * @throws {@link DisclosureReportError} `rule.unknownCell` if a rule names a figure that the form does not have.
 */
export function compileRules(form: Form, rules: readonly Rule[]): readonly CompiledRule[] {
  return rules.map((rule) => {
    const indices = (addresses: readonly string[]): readonly number[] => addresses.map((address) => indexOf(form, rule, address));
    return rule.kind === "equation"
      ? { rule, left: indices(rule.left), right: indices(rule.right) }
      : { rule, left: indices(rule.cells), right: [] };
  });
}

function indexOf(form: Form, rule: Rule, address: string): number {
  const cell = form.byAddress.get(address);
  if (cell === undefined) {
    throw new DisclosureReportError("rule.unknownCell", `rule ${rule.id} reads ${address}, unknown to edition ${form.id}`);
  }
  return cell.index;
}

/** What is on both sides of an equation: exact sums, `NaN` or infinite where something is blank or no figure. */
export interface Sides {
  readonly left: number | bigint;
  readonly right: number | bigint;
}

/** Adds up both sides exactly: as numbers while they are safe integers, as big integers beyond. */
export function sidesOf({ left, right }: CompiledRule, figures: Figures): Sides {
  const sums = { left: sum(left, figures), right: sum(right, figures) };
  return isExact(sums.left) && isExact(sums.right) ? sums : { left: bigSum(left, figures), right: bigSum(right, figures) };
}

function isExact(value: number): boolean {
  return Number.isSafeInteger(value) || !Number.isFinite(value);
}

function sum(indices: readonly number[], figures: Figures): number {
  let total = 0;
  for (const index of indices) total += figures[index] ?? Number.NaN;
  return total;
}

function bigSum(indices: readonly number[], figures: Figures): number | bigint {
  let total = 0n;
  for (const index of indices) {
    const figure = figures[index] ?? Number.NaN;
    if (!Number.isInteger(figure)) return Number.NaN;
    total += BigInt(figure);
  }
  return total;
}

/** What an equation says of a vector of figures. */
export function equationOutcome(rule: CompiledRule, figures: Figures): Outcome {
  const { left, right } = sidesOf(rule, figures);
  if (!Number.isFinite(Number(left)) || !Number.isFinite(Number(right))) return "undetermined";
  return left === right ? "holds" : "violated";
}

/** What the domain of a unit says of a figure. */
export function domainOutcome(unit: Unit, figure: number): Outcome {
  if (Number.isNaN(figure)) return "undetermined";
  return Number.isSafeInteger(figure) && (unit === "change" || figure >= 0) ? "holds" : "violated";
}
