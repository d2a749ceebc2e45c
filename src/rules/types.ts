import type { FindingDetails, Place, Sentence, Severity } from "../findings/finding.js";
import type { Form } from "../form/form.js";
import type { Citation } from "../form/sources.js";
import type { Basis, Unit } from "../form/types.js";
import type { Figures } from "../report/figures.js";
import type { Draft } from "../report/types.js";

/**
 * The outcome of a rule: it holds, it is violated, or it could not be checked because something that it reads is blank or was
 * not given. An unchecked rule never counts as valid.
 */
export type RuleOutcome = "holds" | "violated" | "undetermined";

/** What a rule reads: one report; also last year's report; also the reports of subordinate agencies. */
export type Scope = "report" | "years" | "levels";

/** What all rules have in common. */
export interface RuleDescription {
  /** Stable identifier, never reused: family and subject, such as `flow.naturalPerson`. */
  readonly id: string;
  /** Family of the rule, such as `flow`; a profile may name it. */
  readonly family: string;
  /** Which reports the rule reads. */
  readonly scope: Scope;
  /** Severity of a violation, before a profile is applied. */
  readonly severity: Severity;
  /** Why the rule must hold. */
  readonly basis: Basis;
  /** The sources of the rule. */
  readonly citation: readonly Citation[];
  /** Addresses of the figures that the rule reads, in any of the reports. */
  readonly cells: readonly string[];
  /** What the rule states, in both languages. */
  readonly statement: Sentence;
}

/** The report that a term reads: the report under check, last year's report, or the sum of the subordinate reports. */
export type ReportOfTerm = "this" | "previous" | "children";

/** A term of a linear rule: coefficient, address, report. */
export type LinearTerm = readonly [coefficient: 1 | -1, address: string, report: ReportOfTerm];

/** How the sum of the terms relates to the constant. */
export type Relation = "=" | "<=" | ">=";

/**
 * A linear relation: the sum of the terms is equal to the constant, at most the constant, or at least the constant. Counts are
 * whole numbers; amounts are in fen.
 */
export interface LinearRule extends RuleDescription {
  readonly kind: "linear";
  readonly terms: readonly LinearTerm[];
  readonly relation: Relation;
  readonly constant: number;
  /**
   * Number of trailing terms that the statement writes on its right-hand side, with their sign reversed: the stated figures, as
   * against those that they follow from. Defaults to all trailing terms with a negative coefficient.
   */
  readonly right?: number;
}

/** The domain of a figure: `min` is the minimum (`null` for none), `scale` the maximum number of decimals. */
export interface DomainRule extends RuleDescription {
  readonly kind: "domain";
  readonly type: Unit;
  readonly min: number | null;
  readonly scale: number;
}

/** The description of a rule that is a function, without the function. */
export interface FunctionRuleDescription extends RuleDescription {
  readonly kind: "function";
}

/** The input of a function rule. */
export interface RuleInput {
  /** The form of the report under check. */
  readonly form: Form;
  /** The report under check. */
  readonly draft: Draft;
  /** Its figures as a vector, in the order of the form: blanks are `NaN`, amounts are in fen. */
  readonly figures: Figures;
  /** Last year's report, if given. */
  readonly previous: Draft | null;
  /** The reports of subordinate agencies, if given. */
  readonly children: readonly Draft[] | null;
}

/** The result of a function rule. `params` fill in the rule's `message`. */
export interface FunctionResult {
  readonly outcome: RuleOutcome;
  readonly params?: Readonly<Record<string, number | string | Sentence>>;
  readonly details?: Pick<FindingDetails, "expected" | "actual" | "difference" | "path">;
}

/** Any condition that is not linear. `check` must be pure. */
export interface FunctionRule extends FunctionRuleDescription {
  /** The message when the rule is violated; `{name}` stands for a parameter of the result. */
  readonly message: Sentence;
  readonly check: (input: RuleInput) => FunctionResult;
}

/** A rule that `validate` can check. */
export type Rule = LinearRule | DomainRule | FunctionRule;

/** A rule as `rulesOf` lists it. A function rule over several reports, such as 每个年度只有一份报告, is listed by its description only. */
export type ListedRule = LinearRule | DomainRule | FunctionRuleDescription | FunctionRule;

/**
 * Changes the severity of rules, or switches them off, by identifier or by family; an identifier takes precedence over its
 * family.
 */
export type Profile = Readonly<Record<string, Severity | "off">>;

/** Places of figures in the source document, by address. */
export type Places = Readonly<Record<string, Place>>;
