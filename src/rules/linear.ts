import { misuse } from "../findings/error.js";
import { describeForm, editionIds, type Form } from "../form/form.js";
import type { Unit } from "../form/types.js";
import type { Figures } from "../report/figures.js";
import { AMOUNT_DECIMALS } from "../report/money.js";
import type { DomainRule, LinearRule, LinearTerm, Rule, RuleOutcome } from "./types.js";

/** A linear rule over one report, with its figures as indices into the vector. */
export interface CompiledLinear {
  readonly rule: LinearRule;
  readonly plus: readonly number[];
  readonly minus: readonly number[];
}

/**
 * Resolves the figures of a linear rule that reads one report only.
 *
 * @throws {@link DisclosureReportError} `rule.unknownCell` if it names a figure that the form does not have.
 */
export function compileLinear(form: Form, rule: LinearRule): CompiledLinear {
  const having = (sign: 1 | -1): readonly number[] =>
    rule.terms.flatMap(([coefficient, address]) => (coefficient === sign ? [indexOf(form, rule, address)] : []));
  return { rule, plus: having(1), minus: having(-1) };
}

/** The index of a figure that a rule reads. */
export function indexOf(form: Form, rule: Pick<Rule, "id">, address: string): number {
  const cell = form.byAddress[address];
  if (cell === undefined) {
    throw unknownCell(rule, address);
  }
  return cell.index;
}

/**
 * Refuses a rule that reads a figure which no form has, or that adds up figures of different units.
 *
 * @throws {@link DisclosureReportError} `rule.unknownCell`, `rule.mixedUnits`.
 */
export function checkRule(form: Form, rule: Rule): void {
  const { scope, cells } = rule;
  if (scope === "report") for (const address of cells) indexOf(form, rule, address);
  if (rule.kind !== "linear") return;
  const money = new Set(rule.terms.map((term) => unitOf(form, rule, term) === "amount"));
  if (money.size > 1) {
    throw misuse("rule.mixedUnits", {
      zh: `规则${rule.id}把件数与金额相加`,
      en: `rule ${rule.id} adds up counts and amounts of money`,
    });
  }
}

function unitOf(form: Form, rule: LinearRule, [, address, report]: LinearTerm): Unit {
  const forms = report === "previous" ? editionIds.map(describeForm) : [form];
  const cell = forms.flatMap(({ byAddress }) => byAddress[address] ?? [])[0];
  if (cell !== undefined) return cell.unit;
  throw unknownCell(rule, address);
}

function unknownCell({ id }: Pick<Rule, "id">, address: string): Error {
  return misuse("rule.unknownCell", {
    zh: `规则${id}中的${address}不是该格式的数字`,
    en: `rule ${id} reads ${address}, which the form does not have`,
  });
}

/** What is known of a figure: its value, or a lower bound where it is not `exact`; `null` where nothing is known. */
export interface Known {
  readonly value: bigint;
  readonly exact: boolean;
}

/** Returns what is known of a figure of a rule. */
export type KnownOf = (term: LinearTerm) => Known | null;

const ZERO: Known = { value: 0n, exact: true };

/** What is known from one vector of figures: nothing of a blank, or of a value that is no safe integer. */
export function knownIn(form: Form, figures: Figures): (address: string) => Known | null {
  return (address) => {
    const figure = figures[form.byAddress[address]?.index ?? -1] ?? Number.NaN;
    if (figure === 0) return ZERO;
    return Number.isSafeInteger(figure) ? { value: BigInt(figure), exact: true } : null;
  };
}

/** A linear rule evaluated: both sides of its statement, as far as they are known, and the outcome. */
export interface WorkedOut {
  readonly outcome: RuleOutcome;
  readonly left: bigint;
  readonly right: bigint;
}

const UNKNOWN: WorkedOut = { outcome: "undetermined", left: 0n, right: 0n };

/** Evaluates a linear rule exactly, over figures of one or several reports. */
export function workOut(rule: LinearRule, knownOf: KnownOf): WorkedOut {
  const { terms, constant, relation } = rule;
  const split = terms.length - rightTermsOf(rule);
  let left = 0n;
  let right = BigInt(constant);
  let mayRise = false;
  let mayFall = false;
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at];
    const known = term === undefined ? null : knownOf(term);
    if (term === undefined || known === null) return UNKNOWN;
    const [coefficient] = term;
    if (known.value === 0n && known.exact) continue;
    if (!known.exact && coefficient > 0) mayRise = true;
    if (!known.exact && coefficient < 0) mayFall = true;
    const value = BigInt(coefficient) * known.value;
    if (at < split) left += value;
    else right -= value;
  }
  const above = left > right;
  const below = left < right;
  const tooMuch = above && !mayFall;
  const tooLittle = below && !mayRise;
  const violated = (relation !== ">=" && tooMuch) || (relation !== "<=" && tooLittle);
  const open = (relation !== ">=" && (mayRise || above)) || (relation !== "<=" && (mayFall || below));
  return { outcome: violated ? "violated" : open ? "undetermined" : "holds", left, right };
}

/** How many of the last terms of a rule stand on the right-hand side of its statement. */
export function rightTermsOf({ terms, right }: LinearRule): number {
  if (right !== undefined) return right;
  let count = 0;
  while (count < terms.length - 1 && terms[terms.length - 1 - count]?.[0] === -1) count += 1;
  return count;
}

/** The terms of a rule as its statement writes them: those on the left, and those on the right with their sign reversed. */
export function sidesOf(rule: LinearRule): { readonly left: readonly LinearTerm[]; readonly right: readonly LinearTerm[] } {
  const split = rule.terms.length - rightTermsOf(rule);
  return {
    left: rule.terms.slice(0, split),
    right: rule.terms.slice(split).map(([coefficient, address, report]) => [coefficient === 1 ? -1 : 1, address, report]),
  };
}

/** The largest absolute value in a vector, ignoring blanks; infinite where a value is no whole number. */
export function largestOf(figures: Figures): number {
  let largest = 0;
  for (let i = 0; i < figures.length; i += 1) {
    const size = Math.abs(figures[i] ?? 0);
    if (size > largest) largest = size;
    if (size % 1 > 0) return Number.POSITIVE_INFINITY;
  }
  return largest;
}

/**
 * The outcome of a linear rule over one report for a vector of figures. Computed with numbers as long as no sum of so many
 * figures of size {@link largestOf} can leave the safe range; with big integers otherwise.
 */
export function linearOutcome(form: Form, { rule, plus, minus }: CompiledLinear, figures: Figures, largest: number): RuleOutcome {
  if (largest * rule.terms.length + Math.abs(rule.constant) > Number.MAX_SAFE_INTEGER) {
    const known = knownIn(form, figures);
    return workOut(rule, ([, address]) => known(address)).outcome;
  }
  let difference = -rule.constant;
  for (const index of plus) difference += figures[index] ?? Number.NaN;
  for (const index of minus) difference -= figures[index] ?? Number.NaN;
  if (Number.isNaN(difference)) return "undetermined";
  return holds(rule, difference) ? "holds" : "violated";
}

/** Whether a linear rule holds whose terms add up to its constant and `difference`. */
export function holds({ relation }: LinearRule, difference: number): boolean {
  switch (relation) {
    case "=":
      return difference === 0;
    case "<=":
      return difference <= 0;
    case ">=":
      return difference >= 0;
  }
}

/** The outcome of the domain of a unit for a figure. */
export function domainOutcome(unit: Unit, figure: number): RuleOutcome {
  if (Number.isNaN(figure)) return "undetermined";
  return Number.isSafeInteger(figure) && (unit === "change" || figure >= 0) ? "holds" : "violated";
}

/** The outcome of a domain rule for its figure. Amounts and their minimum are in fen. */
export function domainRuleOutcome({ type, min, scale }: DomainRule, figure: number): RuleOutcome {
  if (Number.isNaN(figure)) return "undetermined";
  const step = type === "amount" ? 10 ** (AMOUNT_DECIMALS - scale) : 1;
  return Number.isSafeInteger(figure) && (min === null || figure >= min) && figure % step === 0 ? "holds" : "violated";
}
