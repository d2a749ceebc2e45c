import type { FindingDetails, Place, Sentence, Severity } from "../findings/finding.js";
import type { Form } from "../form/form.js";
import type { Citation } from "../form/sources.js";
import type { Basis, Unit } from "../form/types.js";
import type { Figures } from "../report/figures.js";
import type { Draft } from "../report/types.js";

/**
 * What a rule says: it holds, it is violated, or it could not be checked because something that it reads is blank or not at
 * hand. What was not checked is never called valid.
 */
export type RuleOutcome = "holds" | "violated" | "undetermined";

/** What a rule has to see: one report; the report of the year before too; the reports below it too. */
export type Scope = "report" | "years" | "levels";

/** What all rules have in common. */
export interface RuleDescription {
  /** Stable identifier, never reused: family and what it is about, such as `flow.naturalPerson`. */
  readonly id: string;
  readonly family: string;
  readonly scope: Scope;
  readonly severity: Severity;
  readonly basis: Basis;
  readonly citation: readonly Citation[];
  /** Addresses of the figures that the rule reads, in whichever of the reports. */
  readonly cells: readonly string[];
  readonly statement: Sentence;
}

/** The report that a figure stands in: the one that is checked, that of the year before, or the sum of those below it. */
export type ReportOfTerm = "this" | "previous" | "children";

/** A figure that is added or taken away. */
export type LinearTerm = readonly [coefficient: 1 | -1, address: string, report: ReportOfTerm];

/** How what is added up is to the constant. */
export type Relation = "=" | "<=" | ">=";

/** A linear relation: the terms add up to the constant, to no more, or to no less. Counts are whole numbers, amounts are in fen. */
export interface LinearRule extends RuleDescription {
  readonly kind: "linear";
  readonly terms: readonly LinearTerm[];
  readonly relation: Relation;
  readonly constant: number;
  /**
   * How many of the last terms the statement writes on its right-hand side, with the other sign: they are what a report states,
   * the others what it follows from. Without it, all at the end that are taken away.
   */
  readonly right?: number;
}

/** A figure is one of its unit: `min` is the least, `scale` the number of decimals that it may have. */
export interface DomainRule extends RuleDescription {
  readonly kind: "domain";
  readonly type: Unit;
  readonly min: number | null;
  readonly scale: number;
}

/** The face of a condition that is a function. */
export interface FunctionRuleDescription extends RuleDescription {
  readonly kind: "function";
}

/** What a rule that is a function gets to see. */
export interface RuleInput {
  /** The form of the report that is checked. */
  readonly form: Form;
  /** The report that is checked. */
  readonly draft: Draft;
  /** Its figures as a vector, in the order of the form: blanks are `NaN`, amounts are in fen. */
  readonly figures: Figures;
  /** The report of the year before, where it is at hand. */
  readonly previous: Draft | null;
  /** The reports below, where they are at hand. */
  readonly children: readonly Draft[] | null;
}

/** What a rule that is a function answers. `params` fill the rule's `message`. */
export interface FunctionResult {
  readonly outcome: RuleOutcome;
  readonly params?: Readonly<Record<string, number | string | Sentence>>;
  readonly details?: Pick<FindingDetails, "expected" | "actual" | "difference" | "path">;
}

/** Any other condition. `check` must be pure. */
export interface FunctionRule extends FunctionRuleDescription {
  /** Said when the rule is violated; `{name}` stands for a parameter of the result. */
  readonly message: Sentence;
  readonly check: (input: RuleInput) => FunctionResult;
}

/** A rule that can be checked. */
export type Rule = LinearRule | DomainRule | FunctionRule;

/** A rule as it is listed. Of one whose function is no single report's, such as 每个年度只有一份报告, there is the face only. */
export type ListedRule = LinearRule | DomainRule | FunctionRuleDescription | FunctionRule;

/** Changes the severity of rules, or switches them off, by identifier or by family; an identifier goes before its family. */
export type Profile = Readonly<Record<string, Severity | "off">>;

/** Where figures stand in the document that a report was read from, by address. */
export type Places = Readonly<Record<string, Place>>;
