import { neededOptions } from "../findings/error.js";
import type { Language, Sentence, Severity } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { type EditionId, editionIds, type Form, formOf } from "../form/form.js";
import { type Figures, figureIn, figuresOf } from "../report/figures.js";
import { cellParams } from "../report/findingCells.js";
import {
  type CrossReportFinding,
  type ReportCell,
  type ReportRef,
  referTo,
  reportCell,
  reportName,
} from "../report/reportRef.js";
import type { Draft } from "../report/types.js";
import { type Check, checkOf, type Verdict } from "../rules/check.js";
import { domainOutcome, type Known, type KnownOf, knownIn, type WorkedOut, workOut } from "../rules/linear.js";
import { checkProfile, severityUnder } from "../rules/profile.js";
import type { FunctionRuleDescription, LinearRule, LinearTerm, Places, Profile } from "../rules/types.js";
import { violatedBalance } from "../rules/violatedBalance.js";
import { addUp } from "./consolidate.js";
import { consolidationFinding } from "./consolidationFinding.js";
import type { Kept } from "./ledger.js";
import { levelRulesOf, memberRules } from "./rules.js";
import { exactSum, plainSum } from "./sums.js";
import type { ConsolidatedFigure, Consolidation } from "./types.js";
import { refTo } from "./units.js";

/** Maximum number of subordinate reports that a finding about a sum names. */
export const MAX_NAMED_CONTRIBUTIONS = 20;

/** Options of {@link validateLevel}. */
export interface LevelOptions {
  /** Whether these are all the reports that the parent consolidates. */
  readonly complete: boolean;
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
  /** Changes the severity of rules or switches them off. */
  readonly profile?: Profile;
  /** Custom linear rules over the parent's figures and the sums of its subordinates, checked after the standard rules. */
  readonly rules?: readonly LinearRule[];
  /** Places of the parent's figures in its document. */
  readonly places?: Places;
}

/** Options of {@link validateConsolidation}. */
export interface ValidateConsolidationOptions extends LevelOptions {
  /** The parent's own figures, before anything was added to them. */
  readonly own?: Draft;
  /** Names of the agencies whose reports are expected. */
  readonly expected?: readonly string[];
}

/** The result of checking a parent's report against those that it consolidates. */
export interface ConsolidationValidation extends Check<Verdict, CrossReportFinding> {
  readonly edition: EditionId;
  /** The sums that the parent was compared with. */
  readonly level: Consolidation;
}

/**
 * Checks a parent's report against the reports that it consolidates: if the set is complete every figure must equal their sum,
 * otherwise it must be at least the sum. Findings name reports that are missing, duplicate, of another year or on another
 * edition. A set with a missing or omitted report is not complete, even if `complete` is set: figures that could still be right
 * are then undetermined, and so is everything if there is no report or all are of another year or edition. A finding about a
 * figure names the parent's figure and up to {@link MAX_NAMED_CONTRIBUTIONS} subordinate figures that are not 0.
 *
 * @example
 * ```ts
 * const report = (name: string, total: number) => ({ edition: "2021", year: 2023, agency: { name }, requests: { received: { total } } }) as const;
 * const counties = [report("甲县", 3), report("乙县", 4)];
 * const result = validateConsolidation(report("某市", 8), counties, { complete: true, language: "en" });
 * result.status; //=> "unbalanced"
 * const found = result.findings.find((finding) => finding.rule === "level.requests.received.total");
 * found?.difference; //=> 1
 * found?.cells.map((cell) => cell.value); //=> [8, 3, 4]
 * validateConsolidation(report("某市", 8), counties, { complete: false, profile: { member: "off" } }).counts.violated; //=> 0
 * ```
 */
export function validateConsolidation(
  parent: Draft,
  children: readonly Draft[],
  options: ValidateConsolidationOptions,
): ConsolidationValidation {
  const { own, ...rest } = neededOptions(options, "complete");
  const head = {
    edition: formOf(parent).id,
    ...(parent.year === undefined ? {} : { year: parent.year }),
    ...(parent.agency === undefined ? {} : { agency: parent.agency }),
    ...(options.expected === undefined ? {} : { expected: options.expected }),
    ...(options.language === undefined ? {} : { language: options.language }),
  };
  const { level, counted } = addUp(children, own, head, true);
  return check(parent, level, rest, (address) => contributingCells(address, counted));
}

/**
 * As {@link validateConsolidation}, for a level that was added up before, such as one of `consolidateTree`.
 *
 * @example
 * ```ts
 * const report = (total: number) => ({ edition: "2021", year: 2023, requests: { received: { total } } }) as const;
 * const level = consolidateTree({ children: [{ own: report(3) }, { own: report(4) }] });
 * validateLevel(report(6), level, { complete: false }).findings.some((finding) => finding.path === "requests.received.total"); //=> true
 * ```
 */
export function validateLevel(parent: Draft, level: Consolidation, options: LevelOptions): ConsolidationValidation {
  return check(parent, level, neededOptions(options, "complete"), () => []);
}

type Contributing = (address: string) => readonly ReportCell[];

function contributingCells(address: string, counted: readonly Kept[]): readonly ReportCell[] {
  const cells: ReportCell[] = [];
  for (const { draft, member } of counted) {
    if (cells.length === MAX_NAMED_CONTRIBUTIONS) break;
    if (draft === null) continue;
    const value = figureIn(draft, address);
    if (value !== null && Number(value) !== 0) cells.push(...reportCell(draft, refTo(member), address));
  }
  return cells;
}

interface Subject {
  readonly parent: Draft;
  readonly ref: ReportRef;
  readonly form: Form;
  readonly figures: Figures;
  readonly language: Language;
}

function check(parent: Draft, level: Consolidation, options: LevelOptions, contributing: Contributing): ConsolidationValidation {
  const { profile, rules = [], complete } = options;
  checkProfile(profile, () => [...levelRules(), ...Object.values(memberRules), ...rules]);
  const form = formOf(parent);
  const language = options.language ?? "zh";
  const subject: Subject = { parent, ref: referTo(parent, null), form, figures: figuresOf(parent), language };
  const foreign = unlike(subject, level);
  const findings = [...level.findings, ...foreign].flatMap((found) => relevelled(found, complete, profile));
  const verdicts: Verdict[] = memberVerdicts(level, [...level.findings, ...foreign], complete, profile);
  const known = knownOf(subject, foreign.length === 0 ? level : null);
  for (const rule of [...levelRulesOf(parent.edition, options), ...rules]) {
    const severity = severityUnder(profile, rule);
    if (severity === "off") continue;
    const worked = workOut(rule, known);
    verdicts.push({ rule: rule.id, severity, outcome: worked.outcome });
    if (worked.outcome !== "violated") continue;
    const [address = ""] = rule.cells;
    const cell = form.byAddress[address];
    if (cell === undefined) continue;
    if (rules.includes(rule)) {
      const summed = rule.terms.flatMap(([, term, report]) => (report === "children" ? contributing(term) : []));
      findings.push(ownViolation(rule, severity, known, subject, options, summed));
    } else findings.push(violation(rule, severity, cell, worked, subject, options, contributing(address)));
  }
  return { ...checkOf(verdicts, findings), edition: parent.edition, level };
}

/** Every rule across levels, whatever the edition. */
function levelRules(): readonly LinearRule[] {
  return editionIds.flatMap((id) => [...levelRulesOf(id, { complete: true }), ...levelRulesOf(id, { complete: false })]);
}

/** Differences between a level and the parent that it is compared with: another year, another edition. */
function unlike({ parent, ref, language }: Subject, level: Consolidation): readonly CrossReportFinding[] {
  if (level.reports === 0) return [];
  const { year, edition } = level.draft;
  const findings: CrossReportFinding[] = [];
  const name = reportName(ref);
  if (year !== undefined && parent.year !== undefined && year !== parent.year) {
    const params = { parent: name, expected: parent.year, found: year };
    const about = { path: "year", expected: parent.year, actual: year, reports: [ref] };
    findings.push(consolidationFinding("consolidation.levelYear", memberRules.sameYear, params, language, about));
  }
  if (edition !== parent.edition) {
    const params = { parent: name, expected: parent.edition, found: edition };
    const about = { path: "edition", expected: parent.edition, actual: edition, reports: [ref] };
    findings.push(consolidationFinding("consolidation.levelEdition", memberRules.sameEdition, params, language, about));
  }
  return findings;
}

/** The verdicts of the rules about the reports themselves: violated if there is a finding, none if there is no report. */
function memberVerdicts(
  level: Consolidation,
  found: readonly CrossReportFinding[],
  complete: boolean,
  profile: Profile | undefined,
): Verdict[] {
  const nothing = level.reports === 0 && level.skipped === 0;
  return Object.values(memberRules).flatMap((rule): readonly Verdict[] => {
    const severity = severityUnder(profile, levelled(rule, complete));
    if (severity === "off") return [];
    const said = found.some((finding) => finding.rule === rule.id);
    const open = nothing || (said && rule.id === memberRules.some.id);
    return [{ rule: rule.id, severity, outcome: open ? "undetermined" : said ? "violated" : "holds" }];
  });
}

/** A rule about the reports with its severity: in an incomplete set a missing report is expected. */
function levelled(rule: FunctionRuleDescription, complete: boolean): FunctionRuleDescription {
  return rule.id === memberRules.present.id && !complete ? { ...rule, severity: "advice" } : rule;
}

const byId: ReadonlyMap<string, FunctionRuleDescription> = /* @__PURE__ */ (() =>
  new Map(Object.values(memberRules).map((rule) => [rule.id, rule])))();

/** A finding of the consolidation itself, at the severity of the profile. An empty level is no error of the parent. */
function relevelled(found: CrossReportFinding, complete: boolean, profile: Profile | undefined): readonly CrossReportFinding[] {
  const rule = found.rule === null ? undefined : byId.get(found.rule);
  if (rule === undefined) return [found];
  const severity = severityUnder(profile, levelled(rule, complete));
  if (severity === "off") return [];
  const said = rule.id === memberRules.some.id && severity === "error" ? "warning" : severity;
  return said === found.severity ? [found] : [{ ...found, severity: said }];
}

/**
 * The known figures of the parent's report and the sums. A sum that lacks a report or a figure is a lower bound, unless figures
 * may be negative. If the level cannot be compared, nothing is known of it.
 */
function knownOf({ form, figures }: Subject, level: Consolidation | null): KnownOf {
  const own = knownIn(form, figures);
  const stated = (address: string): Known | null => {
    const cell = form.byAddress[address];
    const inDomain = cell !== undefined && domainOutcome(cell.unit, figures[cell.index] ?? Number.NaN) === "holds";
    return inDomain ? own(address) : null;
  };
  const summed = (address: string): Known | null => {
    const cell = form.byAddress[address];
    const figure = cell === undefined ? undefined : level?.figures[cell.index];
    return level === null || cell === undefined || figure === undefined ? null : knownSum(cell, figure, level);
  };
  return ([, address, report]) => (report === "children" ? summed(address) : report === "this" ? stated(address) : null);
}

function knownSum(cell: Cell, { sum, blanks }: ConsolidatedFigure, level: Consolidation): Known | null {
  if (level.reports === 0) return null;
  const exact = blanks === 0 && level.missing.length === 0 && level.skipped === 0;
  return exact || cell.unit !== "change" ? { value: exactSum(cell.unit, sum), exact } : null;
}

function violation(
  rule: LinearRule,
  severity: Severity,
  cell: Cell,
  { left, right }: WorkedOut,
  { parent, ref, language }: Subject,
  options: LevelOptions,
  contributions: readonly ReportCell[],
): CrossReportFinding {
  const actual = plainSum(cell.unit, left);
  const expected = plainSum(cell.unit, right);
  const difference = plainSum(cell.unit, left - right);
  const gap = plainSum(cell.unit, left > right ? left - right : right - left);
  const code = rule.relation === "=" ? "consolidation.notSum" : "consolidation.lessThanParts";
  const params = { parent: reportName(ref), ...cellParams(cell), expected, actual, difference, gap };
  const own = reportCell(parent, ref, cell.address, options.places?.[cell.address]);
  return consolidationFinding(code, { id: rule.id, severity }, params, language, {
    path: cell.address,
    expected,
    actual,
    difference,
    cells: [...own, ...contributions],
    reports: [ref, ...contributions.map(({ report }) => report)],
  });
}

const BELOW: Sentence = { zh: "所汇总报告合计", en: "the sum of the consolidated reports" };

/** A custom rule states what it compares; it need not have the shape of a sum. */
function ownViolation(
  rule: LinearRule,
  severity: Severity,
  known: KnownOf,
  { parent, ref, form, language }: Subject,
  { places }: LevelOptions,
  contributions: readonly ReportCell[],
): CrossReportFinding {
  const name = (report: LinearTerm[2]) => (report === "children" ? BELOW : reportName(ref));
  const found = violatedBalance(rule, form, known, language, { severity, rule: rule.id }, name);
  const own = rule.terms.flatMap(([, address, report]) =>
    report === "children" ? [] : reportCell(parent, ref, address, places?.[address]),
  );
  const cells = [...own, ...contributions];
  return { ...found, cells, reports: [ref, ...contributions.map(({ report }) => report)] };
}
