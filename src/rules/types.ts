import type { FindingDetails, Place, Sentence, Severity } from "../findings/finding.js";
import type { Form } from "../form/form.js";
import type { Citation } from "../form/sources.js";
import type { Basis, Unit } from "../form/types.js";
import type { Figures } from "../report/figures.js";
import type { Draft } from "../report/types.js";

/**
 * What a rule says of a report: it holds, it is violated, or it could not be checked because a figure that it reads is
 * blank. What was not checked is never called valid.
 */
export type Outcome = "holds" | "violated" | "undetermined";

/** What all rules have in common. */
export interface RuleFace {
  /** Stable identifier, never reused: family and what it is about, such as `flow.naturalPerson`. */
  readonly id: string;
  readonly family: string;
  readonly severity: Severity;
  readonly basis: Basis;
  readonly citation: readonly Citation[];
  /** Addresses of the figures that the rule reads. */
  readonly cells: readonly string[];
  readonly statement: Sentence;
}

/** The figures on the left add up to as much as the figures on the right. */
export interface EquationRule extends RuleFace {
  readonly kind: "equation";
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** A figure is one of its unit: a count from 0, a signed change, an amount of at most six decimals. */
export interface DomainRule extends RuleFace {
  readonly kind: "domain";
  readonly unit: Unit;
}

/** What a rule of the kind `check` gets to see. */
export interface RuleInput {
  readonly form: Form;
  readonly draft: Draft;
  readonly figures: Figures;
}

/** What a rule of the kind `check` answers. `params` fill the rule's `message`. */
export interface CheckResult {
  readonly outcome: Outcome;
  readonly params?: Readonly<Record<string, number | string | Sentence>>;
  readonly details?: Pick<FindingDetails, "expected" | "actual" | "difference" | "path">;
}

/** Any other condition. `check` must be pure. */
export interface CheckRule extends RuleFace {
  readonly kind: "check";
  /** Said when the rule is violated; `{name}` stands for a parameter of the result. */
  readonly message: Sentence;
  readonly check: (input: RuleInput) => CheckResult;
}

/** A rule that a report can be checked against. */
export type Rule = EquationRule | DomainRule | CheckRule;

/** Changes the severity of rules, or switches them off, by identifier or by family; an identifier goes before its family. */
export type Profile = Readonly<Record<string, Severity | "off">>;

/** Where figures stand in the document that a report was read from, by address. */
export type Places = ReadonlyMap<string, Place>;
