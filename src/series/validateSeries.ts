import { plainInteger } from "../_internal/integers.js";
import type { Language, Severity } from "../findings/finding.js";
import { describeForm, type EditionId, formatCoordinate } from "../form/form.js";
import { type Figures, figuresOf } from "../report/figures.js";
import { type ReportCell, type ReportRef, referTo, reportCell, reportName } from "../report/reportRef.js";
import { sameAgency } from "../report/sameAgency.js";
import type { Draft } from "../report/types.js";
import type { Outcome, Places } from "../rules/types.js";
import { addressesMissing } from "./editions.js";
import { linkRulesOf, sequenceRules } from "./rules.js";
import { Log } from "./seriesLog.js";
import type { LinkRule, NotComparable, SeriesOptions, SeriesValidation, YearTerm } from "./types.js";

/** One of the reports of a series. */
interface Member {
  readonly draft: Draft;
  readonly ref: ReportRef;
  readonly places: Places | undefined;
}

/** A member whose year is known. */
interface DatedMember extends Member {
  readonly year: number;
}

/**
 * Checks the reports of one agency for several years against one another: 上年结转 against last year's 结转下年度继续办理, 现行有效
 * against last year's and this year's changes, 尚未审结 against what became of it; gaps, two reports for a year, different
 * agencies, different editions. The reports may come in any order. Every finding names the reports and the figures in them.
 * Changes nothing, and throws for no draft that `parseDraft` accepts.
 *
 * @example
 * ```ts
 * const last = { edition: "2021", year: 2022, requests: { carriedForward: { total: 3 } } } as const;
 * const next = { edition: "2021", year: 2023, requests: { broughtForward: { total: 2 } } } as const;
 * const result = validateSeries([next, last], { language: "en" });
 * result.status; //=> "inconsistent"
 * result.findings[0]?.rule; //=> "carryOver.total"
 * result.findings[0]?.cells.map((cell) => [cell.report.year, cell.address, cell.value]);
 * //=> [[2022, "requests.carriedForward.total", 3], [2023, "requests.broughtForward.total", 2]]
 * ```
 */
export function validateSeries(drafts: readonly Draft[], options: SeriesOptions = {}): SeriesValidation {
  const log = new Log(options);
  const members = drafts.map((draft, i) => ({ draft, ref: referTo(draft, i), places: options.places?.[i] }));
  const dated = inOrder(members, log);
  const notComparable: NotComparable[] = [];
  dated.forEach((current, i) => {
    const previous = dated[i - 1];
    if (previous === undefined) return;
    checkAgency(previous, current, log);
    checkGap(previous, current, log);
    const unlike = checkLinks(previous, current, log);
    if (unlike !== null) notComparable.push(unlike);
  });
  return {
    status: log.failed ? "inconsistent" : log.counts.undetermined > 0 ? "undetermined" : "consistent",
    years: dated.map(({ year }) => year),
    editions: dated.map(({ draft }): EditionId => draft.edition),
    counts: { ...log.counts },
    outcomes: log.outcomes,
    findings: log.findings,
    notComparable,
  };
}

/** One member a year, in the order of the years; what has no year, or a year already taken, is said and left out. */
function inOrder(members: readonly Member[], log: Log): readonly DatedMember[] {
  const byYear = new Map<number, DatedMember[]>();
  for (const member of members) {
    const { year } = member.draft;
    const severity = log.note(sequenceRules.stated, year === undefined ? "violated" : "holds", null, member.ref);
    if (severity !== null) {
      const details = { severity, rule: sequenceRules.stated.id, path: "year" };
      log.say("series.yearMissing", { report: reportName(member.ref) }, [member.ref], details);
    }
    if (year === undefined) continue;
    const same = byYear.get(year);
    if (same === undefined) byYear.set(year, [{ ...member, year }]);
    else same.push({ ...member, year });
  }
  return [...byYear].sort(([a], [b]) => a - b).flatMap(([year, same]) => firstOf(year, same, log));
}

function firstOf(year: number, same: readonly DatedMember[], log: Log): readonly DatedMember[] {
  const [first] = same;
  if (first === undefined) return [];
  const severity = log.note(sequenceRules.unique, same.length > 1 ? "violated" : "holds", null, first.ref);
  if (severity !== null) {
    const params = { year, count: same.length, report: reportName(first.ref) };
    const details = { severity, rule: sequenceRules.unique.id, path: "year", expected: 1, actual: same.length };
    log.say(
      "series.duplicateYear",
      params,
      same.map(({ ref }) => ref),
      details,
    );
  }
  return [first];
}

function checkAgency(previous: DatedMember, current: DatedMember, log: Log): void {
  const outcome = OUTCOMES[sameAgency(previous.draft.agency, current.draft.agency)];
  const severity = log.note(sequenceRules.sameAgency, outcome, previous.ref, current.ref);
  if (severity === null) return;
  const params = { previous: reportName(previous.ref), current: reportName(current.ref) };
  const details = { severity, rule: sequenceRules.sameAgency.id, path: "agency.name" };
  log.say("series.agency", params, [previous.ref, current.ref], details);
}

/** What {@link sameAgency} says, as the outcome of the rule. */
const OUTCOMES = { same: "holds", different: "violated", unknown: "undetermined" } as const satisfies Record<string, Outcome>;

function checkGap(previous: DatedMember, current: DatedMember, log: Log): void {
  const missing = current.year - previous.year - 1;
  const severity = log.note(sequenceRules.consecutive, missing > 0 ? "violated" : "holds", previous.ref, current.ref);
  if (severity === null) return;
  const [from, to] = [previous.year + 1, current.year - 1];
  const params = {
    from: previous.year,
    to: current.year,
    missing: from === to ? { zh: `${from}年`, en: String(from) } : { zh: `${from}年至${to}年`, en: `${from} to ${to}` },
  };
  log.say("series.gap", params, [previous.ref, current.ref], { severity, rule: sequenceRules.consecutive.id, path: "year" });
}

/** Checks all links between two reports; across a gap nothing is compared, and that is what the outcomes say. */
function checkLinks(previous: DatedMember, current: DatedMember, log: Log): NotComparable | null {
  const links = linkRulesOf(previous.draft.edition, current.draft.edition);
  const adjacent = current.year === previous.year + 1;
  const figures = { previous: figuresOf(previous.draft), current: figuresOf(current.draft) };
  for (const rule of links.rules) {
    const left = adjacent ? sideOf(rule.left, previous, current, figures) : null;
    const right = adjacent ? sideOf(rule.right, previous, current, figures) : null;
    const outcome = outcomeOf(rule, left, right);
    const severity = log.note(rule, outcome, previous.ref, current.ref);
    if (severity !== null && left !== null && right !== null) violated(rule, severity, left, right, previous, current, log);
  }
  return adjacent ? checkEdition(previous, current, links.notComparable, log) : null;
}

interface Side {
  readonly sum: bigint;
  readonly terms: string;
}

/** One side of a link added up exactly, or `null` where a figure is blank or no integer. */
function sideOf(
  terms: readonly YearTerm[],
  previous: Member,
  current: Member,
  figures: { readonly previous: Figures; readonly current: Figures },
): Side | null {
  let sum = 0n;
  let words = "";
  for (const { year, address, sign } of terms) {
    const form = describeForm((year === "previous" ? previous : current).draft.edition);
    const index = form.byAddress.get(address)?.index ?? -1;
    const figure = figures[year][index] ?? Number.NaN;
    if (!Number.isInteger(figure)) return null;
    sum += BigInt(figure) * BigInt(sign);
    words += (words === "" ? "" : sign < 0 ? " − " : " + ") + String(figure);
  }
  return { sum, terms: words };
}

function outcomeOf(rule: LinkRule, left: Side | null, right: Side | null): Outcome {
  if (left === null || right === null) return "undetermined";
  const holds = rule.relation === "equal" ? left.sum === right.sum : left.sum <= right.sum;
  return holds ? "holds" : "violated";
}

function violated(
  rule: LinkRule,
  severity: Severity,
  left: Side,
  right: Side,
  previous: Member,
  current: Member,
  log: Log,
): void {
  const expected = plainInteger(left.sum);
  const actual = plainInteger(right.sum);
  const difference = plainInteger(right.sum - left.sum);
  const of = (term: YearTerm): readonly ReportCell[] => {
    const { draft, ref, places } = term.year === "previous" ? previous : current;
    return reportCell(draft, ref, term.address, places?.get(term.address));
  };
  const cells = [...rule.left, ...rule.right].flatMap(of);
  const where = (language: Language): string => cells.map((cell) => formatCoordinate(cell.coordinate, language)).join(" → ");
  const params = {
    statement: rule.statement,
    where: { zh: where("zh"), en: where("en") },
    previous: reportName(previous.ref),
    current: reportName(current.ref),
    calculation: rule.left.length > 1 ? `${left.terms} = ${expected}` : expected,
    actual,
    difference,
  };
  const details = {
    severity,
    rule: rule.id,
    path: rule.right.length === 1 ? (rule.right[0]?.address ?? null) : null,
    expected,
    actual,
    difference,
  };
  log.say(rule.relation === "equal" ? "series.notEqual" : "series.tooMany", params, [previous.ref, current.ref], details, cells);
}

function checkEdition(previous: Member, current: Member, rules: readonly string[], log: Log): NotComparable | null {
  const [from, to] = [previous.draft.edition, current.draft.edition];
  const severity = log.note(sequenceRules.sameEdition, from === to ? "holds" : "violated", previous.ref, current.ref);
  if (from === to) return null;
  const onlyInPrevious = addressesMissing(from, to);
  const onlyInCurrent = addressesMissing(to, from);
  if (severity !== null) {
    const params = {
      previous: reportName(previous.ref),
      current: reportName(current.ref),
      from,
      to,
      figures: onlyInPrevious.length + onlyInCurrent.length,
      rules: rules.length,
    };
    const details = { severity, rule: sequenceRules.sameEdition.id, path: "edition" };
    log.say("series.edition", params, [previous.ref, current.ref], details);
  }
  return { previous: previous.ref, current: current.ref, onlyInPrevious, onlyInCurrent, rules };
}
