import type { Language, Severity } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { describeForm, type EditionId, type Form } from "../form/form.js";
import { type Figures, figuresOf } from "../report/figures.js";
import { cellParams } from "../report/findingCells.js";
import { type ReportCell, type ReportRef, type ReportsFinding, referTo, reportCell, reportName } from "../report/reportRef.js";
import type { Draft } from "../report/types.js";
import { domainOutcome } from "../rules/evaluate.js";
import type { Outcome, Places, Profile } from "../rules/types.js";
import type { RuleOutcome } from "../rules/validate.js";
import { consolidate, contributionsTo } from "./consolidate.js";
import { consolidationFinding } from "./consolidationFinding.js";
import { type LevelRule, levelRulesOf, memberRules } from "./rules.js";
import { exactSum, plainSum } from "./sums.js";
import type { ConsolidatedFigure, Consolidation } from "./types.js";

/** Most reports that a finding about a sum names beside the parent. */
export const MAX_NAMED_CONTRIBUTIONS = 20;

/** Options of {@link validateLevel}. */
export interface LevelOptions {
  /** Whether these are all the reports that the parent consolidates. */
  readonly complete: boolean;
  /** Language of the messages; Chinese unless told otherwise. */
  readonly language?: Language;
  /** Re-levels rules or switches them off. */
  readonly profile?: Profile;
  /** Where the figures of the parent stand in its document. */
  readonly places?: Places;
}

/** Options of {@link validateConsolidation}. */
export interface ValidateConsolidationOptions extends LevelOptions {
  /** The parent's own figures, before anything was added to them. */
  readonly own?: Draft;
  /** Names of the agencies whose reports should be there. */
  readonly expected?: readonly string[];
}

/** The result of checking a parent's report against those that it consolidates. */
export interface ConsolidationValidation {
  readonly edition: EditionId;
  /**
   * `inconsistent`: a rule of severity error is violated. `undetermined`: none is, but some could not be checked.
   * `consistent`: every one was checked, and none of severity error is violated.
   */
  readonly status: "consistent" | "inconsistent" | "undetermined";
  readonly counts: Readonly<Record<Outcome, number>>;
  /** What the rule of each figure said, in official order. */
  readonly outcomes: readonly RuleOutcome[];
  readonly findings: readonly ReportsFinding[];
  /** The sums that the parent was held against. */
  readonly level: Consolidation;
}

/**
 * Checks a parent's report against the reports that it consolidates: where the set is complete every figure must be their sum, else
 * at least as much. Says which reports are missing, doubled, of another year or on another form. A set with a report missing or left
 * out is not complete, whatever was said: what could then still be right is undetermined. A finding about a figure names the
 * parent's and, as far as {@link MAX_NAMED_CONTRIBUTIONS}, the children's figures that are not 0.
 *
 * @example
 * ```ts
 * const report = (name: string, total: number) => ({ edition: "2021", year: 2023, agency: { name }, requests: { received: { total } } }) as const;
 * const counties = [report("甲县", 3), report("乙县", 4)];
 * const result = validateConsolidation(report("某市", 8), counties, { complete: true, language: "en" });
 * result.status; //=> "inconsistent"
 * const found = result.findings.find((finding) => finding.rule === "level.requests.received.total");
 * found?.difference; //=> 1
 * found?.cells.map((cell) => cell.value); //=> [8, 3, 4]
 * validateConsolidation(report("某市", 8), counties, { complete: false }).counts.violated; //=> 0
 * ```
 */
export function validateConsolidation(
  parent: Draft,
  children: readonly Draft[],
  options: ValidateConsolidationOptions,
): ConsolidationValidation {
  const { own, ...rest } = options;
  const head = {
    edition: parent.edition,
    ...(parent.year === undefined ? {} : { year: parent.year }),
    ...(options.expected === undefined ? {} : { expected: options.expected }),
    ...(options.language === undefined ? {} : { language: options.language }),
  };
  const level = consolidate(children, own, head);
  return check(parent, level, rest, (address) => contributingCells(address, children, own, head));
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
  return check(parent, level, options, () => []);
}

type Contributing = (address: string) => readonly ReportCell[];

function contributingCells(
  address: string,
  children: readonly Draft[],
  own: Draft | undefined,
  options: Parameters<typeof contributionsTo>[3],
): readonly ReportCell[] {
  const cells: ReportCell[] = [];
  for (const { report, own: isOwn, value } of contributionsTo(address, children, own, options)) {
    if (cells.length === MAX_NAMED_CONTRIBUTIONS) break;
    const draft = isOwn ? own : children[report.index ?? -1];
    if (draft !== undefined && value !== null && Number(value) !== 0) cells.push(...reportCell(draft, report, address));
  }
  return cells;
}

interface Subject {
  readonly parent: Draft;
  readonly ref: ReportRef;
  readonly form: Form;
  readonly figures: Figures;
}

function check(parent: Draft, level: Consolidation, options: LevelOptions, contributing: Contributing): ConsolidationValidation {
  const form = describeForm(parent.edition);
  const subject: Subject = { parent, ref: referTo(parent, null), form, figures: figuresOf(parent) };
  const comparable = level.reports > 0 && level.draft.edition === parent.edition;
  const whole = level.missing.length === 0 && level.skipped === 0;
  const severityOf = severities(options.profile ?? {});
  const findings: ReportsFinding[] = level.findings.flatMap((found) => relevelled(found, options.complete, severityOf));
  let failed = findings.some(({ severity }) => severity === "error");
  const outcomes: RuleOutcome[] = [];
  const counts: Record<Outcome, number> = { holds: 0, violated: 0, undetermined: 0 };
  for (const rule of levelRulesOf(parent.edition, options)) {
    const severity = severityOf(rule);
    if (severity === "off") continue;
    const [address = ""] = rule.cells;
    const cell = form.byAddress.get(address);
    const figure = cell === undefined ? undefined : level.figures[cell.index];
    const known = comparable && cell !== undefined && figure !== undefined;
    const outcome = known ? outcomeOf(rule, cell, figure, subject, whole) : "undetermined";
    outcomes.push({ rule: rule.id, outcome });
    counts[outcome] += 1;
    if (outcome !== "violated" || !known) continue;
    if (severity === "error") failed = true;
    findings.push(violation(rule, severity, cell, figure, subject, options, contributing(address)));
  }
  const status = failed ? "inconsistent" : counts.undetermined > 0 ? "undetermined" : "consistent";
  return { edition: parent.edition, status, counts, outcomes, findings, level };
}

type SeverityOf = (rule: { readonly id: string; readonly family: string; readonly severity: Severity }) => Severity | "off";

function severities(profile: Profile): SeverityOf {
  return ({ id, family, severity }) => profile[id] ?? profile[family] ?? severity;
}

/** A finding of the consolidation itself, at the severity asked for. Where only some reports are given, one may well be missing. */
function relevelled(found: ReportsFinding, complete: boolean, severityOf: SeverityOf): readonly ReportsFinding[] {
  const { id, family } = memberRules.present;
  const rule = Object.values(memberRules).find((candidate) => candidate.id === found.rule);
  if (rule === undefined) return [found];
  const severity = severityOf(rule.id === id && !complete ? { id, family, severity: "advice" } : rule);
  return severity === "off" ? [] : [{ ...found, severity }];
}

/** What can be said of a figure. Where something is unknown, too little is still too little, unless figures may be negative. */
function outcomeOf(rule: LevelRule, cell: Cell, figure: ConsolidatedFigure, subject: Subject, whole: boolean): Outcome {
  const stated = subject.figures[cell.index] ?? Number.NaN;
  if (domainOutcome(cell.unit, stated) !== "holds") return "undetermined";
  const actual = BigInt(stated);
  const sum = exactSum(cell.unit, figure.sum);
  const tooLittle = actual < sum;
  if (rule.relation === "atLeast") return tooLittle ? "violated" : figure.blanks > 0 ? "undetermined" : "holds";
  if (whole && figure.blanks === 0) return actual === sum ? "holds" : "violated";
  return tooLittle && cell.unit !== "change" ? "violated" : "undetermined";
}

function violation(
  rule: LevelRule,
  severity: Severity,
  cell: Cell,
  { sum }: ConsolidatedFigure,
  { parent, ref, figures }: Subject,
  options: LevelOptions,
  contributions: readonly ReportCell[],
): ReportsFinding {
  const stated = BigInt(figures[cell.index] ?? 0);
  const actual = plainSum(cell.unit, stated);
  const difference = plainSum(cell.unit, stated - exactSum(cell.unit, sum));
  const code = rule.relation === "equal" ? "consolidation.notSum" : "consolidation.lessThanParts";
  const params = { parent: reportName(ref), ...cellParams(cell), expected: sum, actual, difference };
  const own = reportCell(parent, ref, cell.address, options.places?.get(cell.address));
  return consolidationFinding(code, { id: rule.id, severity }, params, options.language ?? "zh", {
    path: cell.address,
    expected: sum,
    actual,
    difference,
    cells: [...own, ...contributions],
    reports: [ref, ...contributions.map(({ report }) => report)],
  });
}
