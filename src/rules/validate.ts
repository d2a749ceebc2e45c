import { type Finding, type FindingDetails, finding, type Language, type Severity } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { byEdition, describeForm, type EditionId, editionIds, type Form, formOf } from "../form/form.js";
import { type Figures, type FigureValue, figureIn, figuresOf } from "../report/figures.js";
import { cellParams, pointTo } from "../report/findingCells.js";
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
  knownIn,
  largestOf,
  linearOutcome,
} from "./linear.js";
import { ruleMessages } from "./messages.js";
import { checkProfile, severityUnder } from "./profile.js";
import { isStandardDomain, reportRules } from "./reportRules.js";
import type { DomainRule, FunctionResult, FunctionRule, Places, Profile, Rule, RuleInput, RuleOutcome } from "./types.js";
import { citationsOf, violatedBalance } from "./violatedBalance.js";

/** Options of {@link validate}. */
export interface ValidateOptions {
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
  /** Changes the severity of rules or switches them off. */
  readonly profile?: Profile;
  /**
   * Custom rules, checked after the standard rules. A rule that needs another report (`previous`, `children`) is undetermined
   * unless that is given.
   */
  readonly rules?: readonly Rule[];
  /** Places of the figures in the source, as returned by a reader; findings then carry them. */
  readonly places?: Places;
  /** Last year's report, passed to function rules. */
  readonly previous?: Draft;
  /** Reports of subordinate agencies, passed to function rules. */
  readonly children?: readonly Draft[];
}

/** The result of checking a report against its rules. */
export interface Validation extends Check {
  /** Edition of the form of the report. */
  readonly edition: EditionId;
  /** Violated balances that share figures, each group with the single figures that would explain all of it. */
  readonly groups: readonly FindingGroup[];
}

/**
 * A compiled rule: its figures as indices, its severity, its verdicts, and everything else that does not depend on the report.
 */
interface Prepared {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly says: Readonly<Record<RuleOutcome, Verdict>>;
  /** For a linear rule over one report. */
  readonly linear: CompiledLinear | null;
  /** For a domain: the index of its figure. */
  readonly index: number;
  /** The figures that a finding names. */
  readonly cells: readonly Cell[];
}

/** Compiled rules, and their result where all of them hold, which is the usual and fast case. */
interface RuleSet {
  readonly all: readonly Prepared[];
  readonly whenAllHold: Check;
  /** The rules over one report as numbers; `null` where other rules are among them. */
  readonly quick: QuickRules | null;
}

interface QuickRules {
  readonly linear: readonly { readonly at: number; readonly compiled: CompiledLinear }[];
  /** For each domain: its number among all rules, the index of its figure, and its minimum. */
  readonly at: Int32Array;
  readonly index: Int32Array;
  readonly min: Float64Array;
}

function prepare(form: Form, rules: readonly Rule[], profile: Profile | undefined): RuleSet {
  return together(prepareEach(form, rules, profile));
}

function prepareEach(form: Form, rules: readonly Rule[], profile: Profile | undefined): readonly Prepared[] {
  return rules.flatMap((rule): readonly Prepared[] => {
    checkRule(form, rule);
    const severity = severityUnder(profile, rule);
    if (severity === "off") return [];
    const say = (outcome: RuleOutcome): Verdict => ({ rule: rule.id, severity, outcome });
    return [
      {
        rule,
        severity,
        says: { holds: say("holds"), violated: say("violated"), undetermined: say("undetermined") },
        linear: rule.kind === "linear" && rule.scope === "report" ? compileLinear(form, rule) : null,
        index: rule.kind === "domain" ? indexOf(form, rule, rule.cells[0] ?? "") : -1,
        cells: rule.cells.flatMap((address) => form.byAddress[address] ?? []),
      },
    ];
  });
}

function together(all: readonly Prepared[]): RuleSet {
  const whenAllHold = checkOf<Verdict, Finding>(
    all.map(({ says }) => says.holds),
    [],
  );
  return { all, whenAllHold, quick: quickRules(all) };
}

function quickRules(all: readonly Prepared[]): QuickRules | null {
  const linear = all.flatMap((prepared, at) => (prepared.linear === null ? [] : [{ at, compiled: prepared.linear }]));
  const domains = all.flatMap(({ rule, index }, at) =>
    rule.kind === "domain" && isStandardDomain(rule) ? [{ at, index, min: rule.min ?? Number.NEGATIVE_INFINITY }] : [],
  );
  if (linear.length + domains.length < all.length) return null;
  return {
    linear,
    at: Int32Array.from(domains, ({ at }) => at),
    index: Int32Array.from(domains, ({ index }) => index),
    min: Float64Array.from(domains, ({ min }) => min),
  };
}

/** A violated or undetermined rule: its outcome and its number. */
interface Remark {
  readonly at: number;
  readonly outcome: RuleOutcome;
  readonly result: FunctionResult | null;
}

/** All rules over one report that do not hold, found by numbers alone. */
function quickRemarks(form: Form, { linear, at, index, min }: QuickRules, figures: Figures): readonly Remark[] {
  const remarks: Remark[] = [];
  const largest = largestOf(figures);
  for (const rule of linear) {
    const outcome = linearOutcome(form, rule.compiled, figures, largest);
    if (outcome !== "holds") remarks.push({ at: rule.at, outcome, result: null });
  }
  for (let i = 0; i < index.length; i += 1) {
    const figure = figures[index[i] ?? -1] ?? Number.NaN;
    if (figure >= (min[i] ?? 0) && Number.isSafeInteger(figure)) continue;
    remarks.push({ at: at[i] ?? -1, outcome: Number.isNaN(figure) ? "undetermined" : "violated", result: null });
  }
  return remarks;
}

const standard = /* @__PURE__ */ byEdition((id) => prepare(describeForm(id), reportRules(id), undefined));

/** The standard rules of an edition and custom rules, compiled. The standard rules are compiled once. */
function rulesAsked(form: Form, rules: readonly Rule[], profile: Profile | undefined): RuleSet {
  if (profile !== undefined) return prepare(form, [...reportRules(form.id), ...rules], profile);
  const usual = standard[form.id];
  return rules.length === 0 ? usual : together([...usual.all, ...prepareEach(form, rules, undefined)]);
}

/**
 * Checks a report or draft against the balancing rules (勾稽关系) of its edition. Returns the verdict of every rule, the number of
 * rules by outcome, and one finding for each violated rule. Does not change its input, and never throws for a value that
 * `parseDraft` accepts.
 *
 * @throws `DisclosureReportError` `rule.unknownCell` if a custom rule reads a figure that the form does not have,
 * `rule.mixedUnits` if it adds counts and money, `rule.unknownInProfile` if the profile names an unknown rule.
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
export function validate(draft: Draft, options?: ValidateOptions): Validation {
  options ??= {};
  const form = formOf(draft);
  const { rules, profile } = options;
  checkProfile(profile, () => [...editionIds.flatMap((id) => reportRules(id)), ...(rules ?? [])]);
  const asked = rulesAsked(form, rules ?? [], profile);
  const figures = figuresOf(draft);
  const violated = new Set<Rule>();
  const checked = checkPrepared({ form, draft, figures }, asked, options, violated);
  const groups = violated.size === 0 ? [] : groupViolations(hardComponents(form.id, rules, profile), violated, figures);
  return { edition: form.id, ...checked, groups };
}

/** Checks a report against the given rules only. */
export function checkRules(draft: Draft, rules: readonly Rule[], options: Omit<ValidateOptions, "rules"> = {}): Check {
  const form = formOf(draft);
  return checkPrepared({ form, draft, figures: figuresOf(draft) }, prepare(form, rules, options.profile), options, new Set());
}

/**
 * The outcomes of the standard balances of an edition for a vector of figures, in the order of the rules: the fast path for
 * scripts that check millions of reports and need findings only for some.
 *
 * @example
 * ```ts
 * const figures = figuresOf({ edition: "2021", remedies: { reconsideration: { upheld: 1, corrected: 0, otherResult: 0, pending: 0, total: 1 } } });
 * checkBalances("2021", figures).filter(({ outcome }) => outcome === "holds").map(({ rule }) => rule); //=> ["remedies.reconsideration"]
 * ```
 */
export function checkBalances(edition: EditionId, figures: Figures): readonly Verdict[] {
  const form = describeForm(edition);
  const largest = largestOf(figures);
  const verdicts: Verdict[] = [];
  for (const { linear, says } of standard[edition].all) {
    if (linear !== null) verdicts.push(says[linearOutcome(form, linear, figures, largest)]);
  }
  return verdicts;
}

/** Whether every standard rule of an edition holds for a vector of figures: the fast path for large numbers of reports. */
export function obeysAll(edition: EditionId, figures: Figures): boolean {
  const { quick } = standard[edition];
  return quick !== null && quickRemarks(describeForm(edition), quick, figures).length === 0;
}

type Subject = Pick<RuleInput, "form" | "draft" | "figures">;

/** Checks compiled rules and records those that are violated. */
function checkPrepared(
  subject: Subject,
  { all, whenAllHold, quick }: RuleSet,
  options: Omit<ValidateOptions, "rules">,
  violated: Set<Rule>,
): Check {
  const remarks = quick === null ? allRemarks(subject, all, options) : quickRemarks(subject.form, quick, subject.figures);
  const verdicts = whenAllHold.verdicts.slice();
  const findings: Finding[] = [];
  if (remarks.length === 0) return { ...whenAllHold, counts: { ...whenAllHold.counts }, verdicts, findings };
  for (const { at, outcome, result } of remarks) {
    const prepared = all[at];
    if (prepared === undefined) continue;
    verdicts[at] = prepared.says[outcome];
    if (outcome === "undetermined") continue;
    violated.add(prepared.rule);
    findings.push(violation(prepared, result, subject, options));
  }
  return checkOf(verdicts, findings);
}

/** All rules of any kind that do not hold. */
function allRemarks(subject: Subject, all: readonly Prepared[], options: Omit<ValidateOptions, "rules">): readonly Remark[] {
  const largest = largestOf(subject.figures);
  return all.flatMap((prepared, at): readonly Remark[] => {
    const { rule } = prepared;
    const result = rule.kind === "function" ? call(rule, subject, options) : null;
    const outcome = result === null ? outcomeOf(prepared, subject, largest) : result.outcome;
    return outcome === "holds" ? [] : [{ at, outcome, result }];
  });
}

function call(rule: FunctionRule, subject: Subject, { previous, children }: ValidateOptions): FunctionResult {
  return rule.check({ ...subject, previous: previous ?? null, children: children ?? null });
}

function outcomeOf({ rule, linear, index }: Prepared, { form, figures }: Subject, largest: number): RuleOutcome {
  if (linear !== null) return linearOutcome(form, linear, figures, largest);
  return rule.kind === "domain" ? domainRuleOutcome(rule, figures[index] ?? Number.NaN) : "undetermined";
}

function violation(
  prepared: Prepared,
  result: FunctionResult | null,
  subject: Subject,
  { language = "zh", places }: Omit<ValidateOptions, "rules">,
): Finding {
  const { rule, severity, linear } = prepared;
  const cells = prepared.cells.map((cell) => pointTo(cell, statedIn(subject, cell), places?.[cell.address] ?? null));
  const common = { severity, rule: rule.id, cells };
  const { form, figures } = subject;
  switch (rule.kind) {
    case "linear":
      if (linear === null) throw new RangeError(`rule ${rule.id} reads more than one report`);
      return violatedBalance(rule, form, ([, address]) => knownIn(form, figures)(address), language, common);
    case "domain":
      return domainViolation(rule, common, subject, language);
    case "function": {
      const catalogue = { "check.violated": rule.message } as const;
      return finding(catalogue, "check.violated", result?.params ?? {}, language, { ...common, ...result?.details });
    }
  }
}

/** The value that a report states for a figure; taken from the vector where that holds it unchanged. */
function statedIn({ draft, figures }: Subject, { index, unit, address }: Cell): FigureValue {
  const figure = figures[index] ?? Number.NaN;
  return unit !== "amount" && Number.isFinite(figure) ? figure : figureIn(draft, address);
}

function domainViolation(rule: DomainRule, common: FindingDetails, { form, draft }: Subject, language: Language): Finding {
  const [address = ""] = rule.cells;
  const cell = form.byAddress[address];
  if (cell === undefined) throw new RangeError(`no figure ${address}`);
  const found = String(figureIn(draft, address) ?? "");
  const expected = isStandardDomain(rule) ? describeUnit(rule.type) : rule.statement;
  const params = { ...cellParams(cell), expected, found, citation: citationsOf(rule) };
  return finding(ruleMessages, "domain.violated", params, language, { ...common, path: address, actual: found });
}
