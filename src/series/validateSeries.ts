import { plainInteger } from "../_internal/integers.js";
import type { Language, Severity } from "../findings/finding.js";
import { describeForm, type EditionId, editionIds, formatCoordinate, formOf } from "../form/form.js";
import { figuresOf } from "../report/figures.js";
import { reportList } from "../report/reportList.js";
import { type ReportCell, type ReportRef, referTo, reportCell, reportName } from "../report/reportRef.js";
import type { Draft } from "../report/types.js";
import { checkOf } from "../rules/check.js";
import { type KnownOf, knownIn, sidesOf, type WorkedOut, workOut } from "../rules/linear.js";
import { checkProfile } from "../rules/profile.js";
import type { LinearRule, LinearTerm, Places, RuleOutcome } from "../rules/types.js";
import { calculation, violatedBalance } from "../rules/violatedBalance.js";
import { type Succession, successions } from "./agencies.js";
import { addressesMissing } from "./editions.js";
import { linkRulesOf, sequenceRules } from "./rules.js";
import { Log } from "./seriesLog.js";
import type { NotComparable, SeriesOptions, SeriesValidation } from "./types.js";

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
 * Checks the reports of one agency for several years against one another: 上年结转 against last year's 结转下年度继续办理, 现行有效 against last
 * year's figure and this year's changes, 尚未审结 against this year's results; gaps, two reports for a year, renamed and
 * reorganised agencies, different editions. The reports may come in any order. Every finding names the reports and the figures
 * in them. Across a gap, and between agencies with different codes, nothing is compared unless `renames` declares them one
 * agency. With fewer than two years nothing is compared and the status is `undetermined`. Does not change its input, and never
 * throws for drafts that `parseDraft` accepts.
 *
 * @throws `DisclosureReportError` `rule.unknownInProfile` if the profile names an unknown rule; `report.notList` if no list is
 * given.
 *
 * @example
 * ```ts
 * const last = { edition: "2021", year: 2022, requests: { carriedForward: { total: 3 } } } as const;
 * const next = { edition: "2021", year: 2023, requests: { broughtForward: { total: 2 } } } as const;
 * const result = validateSeries([next, last], { language: "en" });
 * result.status; //=> "unbalanced"
 * result.findings[0]?.rule; //=> "carryOver.total"
 * result.findings[0]?.cells.map((cell) => [cell.report.year, cell.address, cell.value]);
 * //=> [[2022, "requests.carriedForward.total", 3], [2023, "requests.broughtForward.total", 2]]
 * ```
 */
export function validateSeries(drafts: readonly Draft[], options?: SeriesOptions): SeriesValidation {
  options ??= {};
  const { profile, rules = [], renames = [] } = options;
  const successionOf = successions(renames);
  checkProfile(profile, () => [...seriesRules(), ...rules]);
  const log = new Log(options);
  for (const draft of reportList(drafts, options.language)) formOf(draft); // Refuses what is no report.
  const members = drafts.map((draft, i) => ({ draft, ref: referTo(draft, i), places: options.places?.[i] }));
  const dated = inOrder(members, log);
  const notComparable: NotComparable[] = [];
  dated.forEach((current, i) => {
    const previous = dated[i - 1];
    if (previous === undefined) return;
    const succession = successionOf(previous.draft, current.draft);
    checkAgency(succession, previous, current, log);
    checkGap(previous, current, log);
    const unlike = checkLinks(previous, current, succession !== "reorganised", rules, log);
    if (unlike !== null) notComparable.push(unlike);
  });
  checkCompared(dated, log);
  return {
    ...checkOf(log.verdicts, log.findings),
    years: dated.map(({ year }) => year),
    editions: dated.map(({ draft }): EditionId => draft.edition),
    notComparable,
  };
}

/** Every rule across years, whatever the editions. */
function seriesRules(): readonly Pick<LinearRule, "id" | "family">[] {
  const links = editionIds.flatMap((from) => editionIds.flatMap((to) => linkRulesOf(from, to).rules));
  return [...links, ...Object.values(sequenceRules)];
}

/** With fewer than two years nothing was compared, so the series must not count as balanced. */
function checkCompared(dated: readonly DatedMember[], log: Log): void {
  const [first] = dated;
  const asked = log.asks(sequenceRules.compared);
  log.note(sequenceRules.compared, dated.length > 1 ? "holds" : "undetermined", null, null);
  if (dated.length > 1 || !asked) return;
  const details = { severity: "advice", rule: sequenceRules.compared.id, path: "year" } as const;
  log.say("series.nothingToCompare", {}, first === undefined ? [] : [first.ref], details);
}

/** One member for each year, in order. A report without a year, or of a year already present, is reported and left out. */
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

function checkAgency(succession: Succession, previous: DatedMember, current: DatedMember, log: Log): void {
  const severity = log.note(sequenceRules.sameAgency, OUTCOMES[succession], previous.ref, current.ref);
  if (severity === null) return;
  const params = { previous: reportName(previous.ref), current: reportName(current.ref) };
  const details = { severity, rule: sequenceRules.sameAgency.id };
  const refs = [previous.ref, current.ref];
  if (succession !== "reorganised") log.say("series.agency", params, refs, { ...details, path: "agency.name" });
  else {
    const { key, from, to } = codesApart(previous.draft.agency, current.draft.agency);
    log.say("series.reorganised", { ...params, from, to }, refs, {
      ...details,
      path: `agency.${key}`,
      expected: from,
      actual: to,
    });
  }
}

/** The relation of the agencies of two reports, as the outcome of the rule. */
const OUTCOMES = {
  same: "holds",
  different: "violated",
  reorganised: "violated",
  unknown: "undetermined",
} as const satisfies Record<Succession, RuleOutcome>;

/** The codes that tell two agencies apart. */
function codesApart(
  a: Draft["agency"],
  b: Draft["agency"],
): { readonly key: string; readonly from: string; readonly to: string } {
  const [code, other] = [a?.unifiedSocialCreditCode, b?.unifiedSocialCreditCode];
  if (code !== undefined && other !== undefined) return { key: "unifiedSocialCreditCode", from: code, to: other };
  return { key: "regionCode", from: a?.regionCode ?? "", to: b?.regionCode ?? "" };
}

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

/**
 * Checks all links between two reports. Across a gap, or between two agencies, nothing is compared and the verdicts are
 * undetermined.
 */
function checkLinks(
  previous: DatedMember,
  current: DatedMember,
  oneAgency: boolean,
  own: readonly LinearRule[],
  log: Log,
): NotComparable | null {
  const links = linkRulesOf(previous.draft.edition, current.draft.edition);
  const adjacent = current.year === previous.year + 1;
  const known = adjacent && oneAgency ? knownOf(previous, current) : () => null;
  for (const rule of [...links.rules, ...own]) {
    const worked = workOut(rule, known);
    const severity = log.note(rule, worked.outcome, previous.ref, current.ref);
    if (severity === null) continue;
    if (own.includes(rule)) violatedOwn(rule, severity, known, previous, current, log);
    else violated(rule, severity, worked, previous, current, log);
  }
  return adjacent ? checkEdition(previous, current, links.notComparable, log) : null;
}

/** The known figures of two successive reports for a link. Subordinate reports are not given here. */
function knownOf(previous: Member, current: Member): KnownOf {
  const of = ({ draft }: Member) => knownIn(formOf(draft), figuresOf(draft));
  const reports = { previous: of(previous), this: of(current), children: () => null };
  return ([, address, report]) => reports[report](address);
}

function violated(
  rule: LinearRule,
  severity: Severity,
  { left, right }: WorkedOut,
  previous: Member,
  current: Member,
  log: Log,
): void {
  const expected = plainInteger(left);
  const actual = plainInteger(right);
  const difference = plainInteger(right - left);
  const cells = cellsOf(rule, previous, current);
  const sides = sidesOf(rule);
  const where = (language: Language): string => cells.map((cell) => formatCoordinate(cell.coordinate, language)).join(" → ");
  const params = {
    statement: rule.statement,
    where: { zh: where("zh"), en: where("en") },
    previous: reportName(previous.ref),
    current: reportName(current.ref),
    calculation: calculation(sides.left, 0, knownOf(previous, current), plainInteger, expected),
    actual,
    difference,
    gap: plainInteger(right > left ? right - left : left - right),
  };
  const [only, ...others] = sides.right;
  const path = only === undefined || others.length > 0 ? null : only[1];
  const details = { severity, rule: rule.id, path, expected, actual, difference };
  const code = { "=": "series.notEqual", "<=": "series.tooMany", ">=": "series.tooFew" } as const;
  log.say(code[rule.relation], params, [previous.ref, current.ref], details, cells);
}

/** A custom rule states the year of each of its figures; it need not have the shape of a link. */
function violatedOwn(rule: LinearRule, severity: Severity, known: KnownOf, previous: Member, current: Member, log: Log): void {
  const name = (report: LinearTerm[2]) => reportName((report === "previous" ? previous : current).ref);
  const form = describeForm(current.draft.edition);
  const found = violatedBalance(rule, form, known, log.language, { severity, rule: rule.id }, name);
  log.add(found, [previous.ref, current.ref], cellsOf(rule, previous, current));
}

function cellsOf(rule: LinearRule, previous: Member, current: Member): readonly ReportCell[] {
  return rule.terms.flatMap(([, address, report]) => {
    const { draft, ref, places } = report === "previous" ? previous : current;
    return reportCell(draft, ref, address, places?.[address]);
  });
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
