import { plainInteger } from "../_internal/integers.js";
import { type Finding, finding, type Language, type Sentence, type Severity, sentence } from "../findings/finding.js";
import { leafOf } from "../form/cells.js";
import { byEdition, describeForm, type EditionId, editionIds, type Form } from "../form/form.js";
import { formatCitation } from "../form/sources.js";
import { type Figures, figureIn, figuresOf, figureValue } from "../report/figures.js";
import { cellParams, pointAt } from "../report/findingCells.js";
import type { Draft } from "../report/types.js";
import { describeUnit } from "../report/units.js";
import { type Check, checkOf, type Verdict } from "./check.js";
import { hardComponents } from "./components.js";
import { type FindingGroup, groupViolations } from "./groups.js";
import {
  type CompiledLinear,
  checkRule,
  compileLinear,
  domainRuleOutcome,
  indexOf,
  isExact,
  knownIn,
  linearOutcome,
  sidesOf,
  workOut,
} from "./linear.js";
import { ruleMessages, sideNames } from "./messages.js";
import { checkProfile, severityUnder } from "./profile.js";
import { isStandardDomain, reportRules } from "./reportRules.js";
import type {
  DomainRule,
  FunctionResult,
  FunctionRule,
  LinearRule,
  LinearTerm,
  Outcome,
  Places,
  Profile,
  Rule,
  RuleInput,
} from "./types.js";

/** Options of {@link validate}. */
export interface ValidateOptions {
  /** Language of the messages; Chinese unless told otherwise. */
  readonly language?: Language;
  /** Re-levels rules or switches them off. */
  readonly profile?: Profile;
  /** Rules of the caller, checked after the standard ones. What one needs beside the report has to be given, or it is undetermined. */
  readonly rules?: readonly Rule[];
  /** Where the figures stand in the source, as a reader tells; findings then carry it. */
  readonly places?: Places;
  /** The report of the year before, for rules that are functions to see. */
  readonly previous?: Draft;
  /** The reports below, for rules that are functions to see. */
  readonly children?: readonly Draft[];
}

/** The result of checking a report against its rules. */
export interface Validation extends Check {
  readonly edition: EditionId;
  /** Violated balances that have to do with one another, each with the single figures that would explain all of them. */
  readonly groups: readonly FindingGroup[];
}

/** A rule made ready: its figures as indices, its severity, and what it can say. */
interface Prepared {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly says: Readonly<Record<Outcome, Verdict>>;
  /** For a linear rule over one report. */
  readonly linear: CompiledLinear | null;
  /** For a domain: the index of its figure. */
  readonly index: number;
}

function prepare(form: Form, rules: readonly Rule[], profile: Profile | undefined): readonly Prepared[] {
  return rules.flatMap((rule): readonly Prepared[] => {
    checkRule(form, rule);
    const severity = severityUnder(profile, rule);
    if (severity === "off") return [];
    const say = (outcome: Outcome): Verdict => ({ rule: rule.id, severity, outcome });
    return [
      {
        rule,
        severity,
        says: { holds: say("holds"), violated: say("violated"), undetermined: say("undetermined") },
        linear: rule.kind === "linear" && rule.scope === "report" ? compileLinear(form, rule) : null,
        index: rule.kind === "domain" ? indexOf(form, rule, rule.cells[0] ?? "") : -1,
      },
    ];
  });
}

const standard = /* @__PURE__ */ byEdition((id) => prepare(describeForm(id), reportRules(id), undefined));

/**
 * Checks a report or draft against the balancing rules (勾稽关系) of its edition. Returns what was checked as well as what
 * failed: every rule's verdict, how many hold, and one finding for each violated rule. Changes nothing, never throws for a
 * value that `parseDraft` accepts.
 *
 * @throws `DisclosureReportError` `rule.unknownCell` if a rule of the caller reads a figure that the form does not have,
 * `rule.mixedUnits` if it adds counts and money, `rule.unknownInProfile` if the profile names no rule that there is.
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
  const form = describeForm(draft.edition);
  const { rules, profile } = options;
  checkProfile(profile, () => [...editionIds.flatMap((id) => reportRules(id)), ...(rules ?? [])]);
  const asked =
    profile === undefined && rules === undefined
      ? standard[form.id]
      : prepare(form, [...reportRules(form.id), ...(rules ?? [])], profile);
  const figures = figuresOf(draft);
  const checked = checkPrepared({ form, draft, figures }, asked, options);
  return { edition: form.id, ...checked, groups: groupsOf(form, checked, figures, options) };
}

/** Checks a report against rules given, and none else. */
export function checkRules(draft: Draft, rules: readonly Rule[], options: Omit<ValidateOptions, "rules"> = {}): Check {
  const form = describeForm(draft.edition);
  return checkPrepared({ form, draft, figures: figuresOf(draft) }, prepare(form, rules, options.profile), options);
}

/**
 * What the standard balances of an edition say of a vector of figures, in their order: the fast path for scripts that look at
 * millions of reports and want findings only for some.
 *
 * @example
 * ```ts
 * const figures = figuresOf({ edition: "2021", remedies: { reconsideration: { upheld: 1, corrected: 0, otherResult: 0, pending: 0, total: 1 } } });
 * checkBalances("2021", figures).filter(({ outcome }) => outcome === "holds").map(({ rule }) => rule); //=> ["remedies.reconsideration"]
 * ```
 */
export function checkBalances(edition: EditionId, figures: Figures): readonly Verdict[] {
  const form = describeForm(edition);
  const exact = isExact(figures);
  const verdicts: Verdict[] = [];
  for (const { linear, says } of standard[edition]) {
    if (linear !== null) verdicts.push(says[linearOutcome(form, linear, figures, exact)]);
  }
  return verdicts;
}

type Subject = Pick<RuleInput, "form" | "draft" | "figures">;

function checkPrepared(subject: Subject, asked: readonly Prepared[], options: Omit<ValidateOptions, "rules">): Check {
  const exact = isExact(subject.figures);
  const findings: Finding[] = [];
  const verdicts: Verdict[] = [];
  for (const prepared of asked) {
    const { rule, says } = prepared;
    const result = rule.kind === "function" ? call(rule, subject, options) : null;
    const outcome = result?.outcome ?? outcomeOf(prepared, subject, exact);
    verdicts.push(says[outcome]);
    if (outcome === "violated") findings.push(violation(prepared, result, subject, options));
  }
  return checkOf(verdicts, findings);
}

function call(rule: FunctionRule, subject: Subject, { previous, children }: ValidateOptions): FunctionResult {
  return rule.check({ ...subject, previous: previous ?? null, children: children ?? null });
}

function outcomeOf({ rule, linear, index }: Prepared, { form, figures }: Subject, exact: boolean): Outcome {
  if (linear !== null) return linearOutcome(form, linear, figures, exact);
  return rule.kind === "domain" ? domainRuleOutcome(rule, figures[index] ?? Number.NaN) : "undetermined";
}

function groupsOf(form: Form, check: Check, figures: Figures, { rules, profile }: ValidateOptions): readonly FindingGroup[] {
  if (check.counts.violated === 0) return [];
  const violated = new Set(check.verdicts.flatMap(({ rule, outcome }) => (outcome === "violated" ? [rule] : [])));
  return groupViolations(hardComponents(form.id, rules, profile), violated, figures);
}

function violation(
  { rule, severity }: Prepared,
  result: FunctionResult | null,
  subject: Subject,
  options: Omit<ValidateOptions, "rules">,
): Finding {
  const cells = rule.cells.flatMap((address) => pointAt(subject.draft, address, options.places?.get(address)));
  const common = { severity, rule: rule.id, cells };
  const language = options.language ?? "zh";
  switch (rule.kind) {
    case "linear":
      return linearViolation(rule, common, subject, language);
    case "domain":
      return domainViolation(rule, common, subject, language);
    case "function": {
      const catalogue = { "check.violated": rule.message } as const;
      return finding(catalogue, "check.violated", result?.params ?? {}, language, { ...common, ...result?.details });
    }
  }
}

type Common = Pick<Finding, "severity" | "rule" | "cells">;

function linearViolation(rule: LinearRule, common: Common, { form, figures }: Subject, language: Language): Finding {
  const known = knownIn(form, figures);
  const sums = workOut(rule, ([, address]) => known(address));
  const expected = plainInteger(sums.left);
  const actual = plainInteger(sums.right);
  const difference = plainInteger(sums.right - sums.left);
  const gap = plainInteger(sums.right > sums.left ? sums.right - sums.left : sums.left - sums.right);
  const sides = sidesOf(rule);
  const side = (terms: readonly LinearTerm[], sum: number | string, at: "left" | "right"): Sentence => {
    const name = at === "left" && sides.right.length < 2 ? "sum" : at;
    return sideInWords(form, figures, rule, terms, sum, name);
  };
  const params = {
    statement: rule.statement,
    left: side(sides.left, expected, "left"),
    right: side(sides.right, actual, "right"),
    expected,
    actual,
    difference,
    gap,
    citation: rule.citation.map(formatCitation).join("、"),
  };
  const [only, ...others] = sides.right;
  const path = only === undefined || others.length > 0 ? null : only[1];
  const code = rule.relation === "=" ? "balance.violated" : "balance.outOfBounds";
  return finding(ruleMessages, code, params, language, { ...common, expected, actual, difference, path });
}

/** One side of a balance in words: a single figure by its name, a sum with its terms; zeros in a longer one are left out. */
function sideInWords(
  form: Form,
  figures: Figures,
  rule: LinearRule,
  terms: readonly LinearTerm[],
  sum: number | string,
  name: "sum" | "left" | "right",
): Sentence {
  const [only] = terms;
  const words = (key: keyof typeof sideNames, value: number | string, of: Sentence): Sentence => ({
    zh: sentence(sideNames, key, { value, name: of }, "zh"),
    en: sentence(sideNames, key, { value, name: of }, "en"),
  });
  if (only === undefined) return words("bound", sum, { zh: "", en: "" });
  if (terms.length === 1) return words("stated", sum, nameOf(form, rule, only));
  const shown = terms.flatMap(([coefficient, address]) => {
    const cell = form.byAddress.get(address);
    const value = cell === undefined ? null : figureValue(cell, figures[cell.index] ?? Number.NaN);
    return value === null || (terms.length > 2 && Number(value) === 0) ? [] : [{ coefficient, value }];
  });
  const calculation = shown
    .map(({ coefficient, value }, i) => `${coefficient < 0 ? (i === 0 ? "−" : " − ") : i === 0 ? "" : " + "}${value}`)
    .join("");
  return words(name, shown.length < 2 ? sum : `${calculation} = ${sum}`, { zh: "", en: "" });
}

/** What a single figure of a rule is called: by its column where all of the rule stand in one row, else by its row. */
function nameOf(form: Form, { cells }: LinearRule, [, address]: LinearTerm): Sentence {
  const cell = form.byAddress.get(address);
  if (cell === undefined) return { zh: address, en: address };
  const inOneRecord = cells.every((other) => form.byAddress.get(other)?.record === cell.record);
  const heading = leafOf(inOneRecord ? cell.fieldPath : cell.recordPath);
  return { zh: heading.marker + heading.term.label, en: heading.term.english };
}

function domainViolation(rule: DomainRule, common: Common, { form, draft }: Subject, language: Language): Finding {
  const [address = ""] = rule.cells;
  const cell = form.byAddress.get(address);
  if (cell === undefined) throw new RangeError(`no figure ${address}`);
  const found = String(figureIn(draft, address) ?? "");
  const citation = rule.citation.map(formatCitation).join("、");
  const expected = isStandardDomain(rule) ? describeUnit(rule.type) : rule.statement;
  const params = { ...cellParams(cell), expected, found, citation };
  return finding(ruleMessages, "domain.violated", params, language, { ...common, path: address, actual: found });
}
