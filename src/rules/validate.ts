import { plainInteger } from "../_internal/integers.js";
import { type Finding, finding, type Language, type Severity } from "../findings/finding.js";
import { byEdition, describeForm, type EditionId, type Form } from "../form/form.js";
import { formatCitation } from "../form/sources.js";
import { type Figures, figureIn, figuresOf, figureValue } from "../report/figures.js";
import { cellParams, pointAt } from "../report/findingCells.js";
import type { Draft } from "../report/types.js";
import { describeUnit } from "../report/units.js";
import { type CompiledRule, compileRules, domainOutcome, equationOutcome, sidesOf } from "./evaluate.js";
import { type FindingGroup, groupViolations } from "./groups.js";
import { ruleMessages } from "./messages.js";
import { rulesOf } from "./standard.js";
import type { CheckResult, Outcome, Places, Profile, Rule } from "./types.js";

/** Options of {@link validate}. */
export interface ValidateOptions {
  /** Language of the messages; Chinese unless told otherwise. */
  readonly language?: Language;
  /** Re-levels rules or switches them off. */
  readonly profile?: Profile;
  /** Rules of the caller, checked after the standard ones. */
  readonly rules?: readonly Rule[];
  /** Where the figures stand in the source, as a reader tells; findings then carry it. */
  readonly places?: Places;
}

/** What one rule said. */
export interface RuleOutcome {
  readonly rule: string;
  readonly outcome: Outcome;
}

/** The result of checking a report against its rules. */
export interface Validation {
  readonly edition: EditionId;
  /**
   * `unbalanced`: a rule of severity error is violated. `undetermined`: none is, but some could not be checked.
   * `balanced`: every one was checked and holds.
   */
  readonly status: "balanced" | "unbalanced" | "undetermined";
  readonly counts: Readonly<Record<Outcome, number>>;
  /** What each rule said, in the order of the rules. */
  readonly outcomes: readonly RuleOutcome[];
  /** One finding for each violated rule. */
  readonly findings: readonly Finding[];
  /** Violated balances that share figures, each with the single figures that would explain all of them. */
  readonly groups: readonly FindingGroup[];
}

interface Verdicts {
  readonly compiled: CompiledRule;
  readonly severity: Severity;
  readonly says: Readonly<Record<Outcome, RuleOutcome>>;
}

function prepare(form: Form, rules: readonly Rule[], profile: Profile): readonly Verdicts[] {
  return compileRules(form, rules).flatMap((compiled) => {
    const { id, family, severity: own } = compiled.rule;
    const severity = profile[id] ?? profile[family] ?? own;
    if (severity === "off") return [];
    const say = (outcome: Outcome): RuleOutcome => ({ rule: id, outcome });
    return [{ compiled, severity, says: { holds: say("holds"), violated: say("violated"), undetermined: say("undetermined") } }];
  });
}

const standard = /* @__PURE__ */ byEdition((id) => prepare(describeForm(id), rulesOf(id), {}));

/**
 * Checks a report or draft against the balancing rules (勾稽关系) of its edition. Returns what was checked as well as what
 * failed: every rule's outcome, how many hold, and one finding for each violated rule. Changes nothing, never throws for a
 * value that `parseDraft` accepts.
 *
 * @throws `DisclosureReportError` `rule.unknownCell` if a rule of the caller reads a figure that the form does not have.
 *
 * @example
 * ```ts
 * const draft = { edition: "2021", remedies: { reconsideration: { upheld: 3, corrected: 0, otherResult: 0, pending: 1, total: 5 } } } as const;
 * const result = validate(draft, { language: "en" });
 * result.status; //=> "unbalanced"
 * result.counts.violated; //=> 1
 * result.findings[0]?.rule; //=> "remedies.reconsideration"
 * result.findings[0]?.difference; //=> 1
 * ```
 */
export function validate(draft: Draft, options: ValidateOptions = {}): Validation {
  const subject = subjectOf(draft);
  const asked = verdictsFor(subject.form, options);
  const violated: { readonly verdicts: Verdicts; readonly result: CheckResult | null }[] = [];
  let undetermined = 0;
  const outcomes = asked.map((verdicts) => {
    const result = judge(verdicts.compiled, subject);
    if (result === "holds") return verdicts.says.holds;
    const outcome = typeof result === "string" ? result : result.outcome;
    if (outcome === "undetermined") undetermined += 1;
    if (outcome === "violated") violated.push({ verdicts, result: typeof result === "string" ? null : result });
    return verdicts.says[outcome];
  });
  const failed = violated.some(({ verdicts }) => verdicts.severity === "error");
  return {
    edition: subject.form.id,
    status: failed ? "unbalanced" : undetermined > 0 ? "undetermined" : "balanced",
    counts: { holds: outcomes.length - violated.length - undetermined, violated: violated.length, undetermined },
    outcomes,
    findings: violated.map(({ verdicts, result }) => violation(verdicts, result, subject, options)),
    groups: violated.length === 0 ? [] : groupsOf(subject, asked, new Set(violated.map(({ verdicts }) => verdicts))),
  };
}

/**
 * What the standard balances of an edition say of a vector of figures, in the order of {@link rulesOf}: the fast path for
 * scripts that look at millions of reports and want findings only for some.
 *
 * @example
 * ```ts
 * const figures = figuresOf({ edition: "2021", remedies: { reconsideration: { upheld: 1, corrected: 0, otherResult: 0, pending: 0, total: 1 } } });
 * checkBalances("2021", figures).filter(({ outcome }) => outcome === "holds").map(({ rule }) => rule); //=> ["remedies.reconsideration"]
 * ```
 */
export function checkBalances(edition: EditionId, figures: Figures): readonly RuleOutcome[] {
  const outcomes: RuleOutcome[] = [];
  for (const { compiled, says } of standard[edition]) {
    if (compiled.rule.kind === "equation") outcomes.push(says[equationOutcome(compiled, figures)]);
  }
  return outcomes;
}

function groupsOf(
  { form, figures }: Subject,
  asked: readonly Verdicts[],
  violated: ReadonlySet<Verdicts>,
): readonly FindingGroup[] {
  const equations = asked.filter(({ compiled }) => compiled.rule.kind === "equation");
  const compiled = (broken: boolean): readonly CompiledRule[] =>
    equations.filter((verdicts) => violated.has(verdicts) === broken).map((verdicts) => verdicts.compiled);
  return groupViolations(form, compiled(true), compiled(false), figures);
}

function verdictsFor(form: Form, { profile, rules }: ValidateOptions): readonly Verdicts[] {
  if (profile === undefined && rules === undefined) return standard[form.id];
  return prepare(form, [...rulesOf(form.id), ...(rules ?? [])], profile ?? {});
}

interface Subject {
  readonly form: Form;
  readonly draft: Draft;
  readonly figures: Figures;
}

function subjectOf(draft: Draft): Subject {
  return { form: describeForm(draft.edition), draft, figures: figuresOf(draft) };
}

function judge(compiled: CompiledRule, subject: Subject): Outcome | CheckResult {
  const { rule } = compiled;
  switch (rule.kind) {
    case "equation":
      return equationOutcome(compiled, subject.figures);
    case "domain":
      return domainOutcome(rule.unit, subject.figures[compiled.left[0] ?? -1] ?? Number.NaN);
    case "check":
      return rule.check(subject);
  }
}

function violation(
  { compiled, severity }: Verdicts,
  result: CheckResult | null,
  subject: Subject,
  options: ValidateOptions,
): Finding {
  const { rule } = compiled;
  const language = options.language ?? "zh";
  const common = {
    severity,
    rule: rule.id,
    cells: rule.cells.flatMap((address) => pointAt(subject.draft, address, options.places?.get(address))),
  };
  const citation = rule.citation.map(formatCitation).join("、");
  switch (rule.kind) {
    case "equation": {
      const sides = sidesOf(compiled, subject.figures);
      const expected = plainInteger(BigInt(sides.left));
      const actual = plainInteger(BigInt(sides.right));
      const difference = plainInteger(BigInt(actual) - BigInt(expected));
      const left = terms(compiled.left, expected, subject);
      const right = terms(compiled.right, actual, subject);
      const params = { statement: rule.statement, left, right, expected, actual, difference, citation };
      const path = rule.right.length > 1 ? null : (rule.right[0] ?? null);
      const details = { ...common, expected, actual, difference, path };
      return finding(ruleMessages, "balance.violated", params, language, details);
    }
    case "domain": {
      const [address = ""] = rule.cells;
      const cell = subject.form.byAddress.get(address);
      if (cell === undefined) throw new RangeError(`no figure ${address}`);
      const found = String(figureIn(subject.draft, address) ?? "");
      const params = { ...cellParams(cell), expected: describeUnit(rule.unit), found, citation };
      return finding(ruleMessages, "domain.violated", params, language, { ...common, path: address, actual: found });
    }
    case "check": {
      const catalogue = { "check.violated": rule.message } as const;
      const details = { ...common, ...result?.details };
      return finding(catalogue, "check.violated", result?.params ?? {}, language, details);
    }
  }
}

/** A sum with its terms; zeros in a longer one are left out. */
function terms(indices: readonly number[], total: number | string, { form, figures }: Subject): string {
  const values = indices.flatMap((index) => {
    const cell = form.cells[index];
    return cell === undefined ? [] : [String(figureValue(cell, figures[index] ?? Number.NaN))];
  });
  const shown = values.length > 2 ? values.filter((value) => value !== "0") : values;
  return shown.length < 2 ? String(total) : `${shown.join(" + ")} = ${total}`;
}
