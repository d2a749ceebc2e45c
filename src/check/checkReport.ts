import { validateConsolidation } from "../consolidation/validateConsolidation.js";
import { filingRules } from "../filing/filingRules.js";
import type { Finding, Language } from "../findings/finding.js";
import { type EditionId, editionIds } from "../form/form.js";
import { type CheckedClaim, checkNarrative } from "../narrative/checkNarrative.js";
import { statedFigures } from "../narrative/statedFigures.js";
import { plausibilityRulesOf } from "../plausibility/plausibilityRulesOf.js";
import type { EvidenceOptions } from "../repair/evidence.js";
import { type ExplainedValidation, explainValidation } from "../repair/explain.js";
import type { ErrorLocation } from "../repair/locate.js";
import type { CrossReportFinding, ReportCell, ReportRef } from "../report/reportRef.js";
import type { Draft } from "../report/types.js";
import { type Check, mergeChecks, type Verdict } from "../rules/check.js";
import { allFamilies } from "../rules/families.js";
import type { FindingGroup } from "../rules/groups.js";
import { checkProfile } from "../rules/profile.js";
import type { LinearRule, Places, Profile, Rule, Scope } from "../rules/types.js";
import { checkRules, validate } from "../rules/validate.js";
import type { NotComparable, Rename } from "../series/types.js";
import { validateSeries } from "../series/validateSeries.js";
import { blanksIn } from "./blanks.js";
import { rulesOf } from "./rulesOf.js";

/** Other sources to check a report against, and which checks to run. */
export interface CheckReportOptions {
  /** The report of the year before. */
  readonly previous?: Draft;
  /** What is known of renamed and reorganised agencies, for the comparison with the report of the year before. */
  readonly renames?: readonly Rename[];
  /** The reports that this one consolidates. */
  readonly children?: readonly Draft[];
  /** Whether `children` is complete; defaults to false. */
  readonly complete?: boolean;
  /** The agency's own figures, before those of its subordinates were added. */
  readonly own?: Draft;
  /** Names of the agencies whose reports should be among `children`. */
  readonly expected?: readonly string[];
  /** Where each figure stands in the source, as returned by a reader; findings then carry the place. */
  readonly places?: Places;
  /** Changes the severity of rules or turns them off. */
  readonly profile?: Profile;
  /** Rules of the caller, of any kind and scope. */
  readonly rules?: readonly Rule[];
  /** Also checks the narrative, the filing dates and plausibility. */
  readonly advice?: boolean;
  /** Also locates the wrong figures; these findings come before those of the broken balances. */
  readonly explain?: boolean;
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/** A finding about a report. Its cells are this report's; `related` are figures of other reports that it is about. */
export interface ReportFinding extends Finding {
  readonly related?: readonly ReportCell[];
  /** The other reports that it is about. */
  readonly reports?: readonly ReportRef[];
}

/** The result of all checks of a report. */
export interface ReportCheck extends Check<Verdict, ReportFinding> {
  readonly edition: EditionId;
  /** Violated balances that share figures, and for each group the single figures that would explain all of it. */
  readonly groups: readonly FindingGroup[];
  /** Which figures are wrong; present with `explain`. */
  readonly explanation?: ErrorLocation;
  /** Claims about figures in the narrative; empty without `advice`. */
  readonly claims: readonly CheckedClaim[];
  /** What could not be compared with the year before, because the editions differ. */
  readonly notComparable: readonly NotComparable[];
}

/**
 * Checks a report against every source given: its own balances and domains; last year's report; its subordinates' reports; what the text
 * says, dates and fees, what is plausible (`advice`); which figures are wrong (`explain`). One status, one count, one list of
 * findings, and what is blank. Changes nothing, never throws for a value that `parseDraft` accepts.
 *
 * @throws `DisclosureReportError` `rule.unknownCell`, `rule.mixedUnits` for a rule of the caller that cannot be checked,
 * `rule.unknownInProfile` if the profile names no rule that there is.
 *
 * @example
 * ```ts
 * import { checkReport } from "disclosure-report/check";
 *
 * const draft = { edition: "2021", year: 2023, requests: { broughtForward: { total: 2 } } } as const;
 * const previous = { edition: "2021", year: 2022, requests: { carriedForward: { total: 3 } } } as const;
 * const { status, counts, findings } = checkReport(draft, { previous, language: "en" });
 * [status, counts.violated]; //=> ["unbalanced", 1]
 * findings[0]?.rule; //=> "carryOver.total"
 * findings[0]?.cells.map((cell) => cell.address); //=> ["requests.broughtForward.total"]
 * findings[0]?.related?.map((cell) => cell.address); //=> ["requests.carriedForward.total"]
 * ```
 */
export function checkReport(draft: Draft, options?: CheckReportOptions): ReportCheck {
  options ??= {};
  const { previous, children, language = "zh", rules = [] } = options;
  checkProfile(options.profile, () => [...editionIds.flatMap((id) => rulesOf(id)), ...rules]);
  const own = {
    report: rules.filter(({ kind, scope }) => kind !== "linear" || scope === "report"),
    years: linearOf(rules, "years"),
    levels: linearOf(rules, "levels"),
  };
  const common = { language, ...(options.places === undefined ? {} : { places: options.places }) };
  const base = validate(draft, {
    ...common,
    ...profileFor(options.profile, own.report),
    ...(own.report.length === 0 ? {} : { rules: own.report }),
    ...(previous === undefined ? {} : { previous }),
    ...(children === undefined ? {} : { children }),
  });
  const years =
    previous === undefined
      ? null
      : validateSeries([previous, draft], {
          language,
          ...profileFor(options.profile, own.years),
          rules: own.years,
          ...(options.renames === undefined ? {} : { renames: options.renames }),
          places: [undefined, options.places],
        });
  const levels =
    children === undefined
      ? null
      : validateConsolidation(draft, children, {
          ...common,
          ...profileFor(options.profile, own.levels),
          rules: own.levels,
          complete: options.complete === true,
          ...(options.own === undefined ? {} : { own: options.own }),
          ...(options.expected === undefined ? {} : { expected: options.expected }),
        });
  const advice = { ...common, ...profileFor(options.profile, []) };
  const narrative = options.advice === true ? checkNarrative(draft, advice) : null;
  const plausible =
    options.advice === true ? checkRules(draft, [...filingRules(), ...plausibilityRulesOf(draft.edition)], advice) : null;
  const evidence: EvidenceOptions = {
    ...(previous === undefined ? {} : { previous }),
    ...(levels === null || options.complete !== true ? {} : { expected: sumsOf(levels.level.figures) }),
  };
  const explained: ExplainedValidation | null =
    options.explain === true
      ? explainValidation(draft, base, {
          ...common,
          ...evidence,
          stated: statedFigures(draft),
          ...profileFor(options.profile, own.report),
          rules: own.report,
        })
      : null;
  const others: readonly (Check | null)[] = [
    years === null ? null : { ...years, findings: years.findings.map((found) => aboutThis(found, 1)) },
    levels === null ? null : { ...levels, findings: levels.findings.map((found) => aboutThis(found, null)) },
    narrative,
    plausible,
  ];
  const merged = mergeChecks<Verdict, Finding>(explained ?? base, ...others.flatMap((check) => check ?? []));
  return {
    status: merged.status,
    counts: merged.counts,
    verdicts: merged.verdicts,
    findings: [...merged.findings, ...blanksIn(draft, language, options.places)],
    edition: draft.edition,
    groups: base.groups,
    ...(explained === null ? {} : { explanation: explained.explanation }),
    claims: narrative?.claims ?? [],
    notComparable: years?.notComparable ?? [],
  };
}

function linearOf(rules: readonly Rule[], scope: Scope): readonly LinearRule[] {
  return rules.flatMap((rule) => (rule.kind === "linear" && rule.scope === scope ? [rule] : []));
}

/** The part of a profile that one checker gets: without the caller's rules that another checker runs. */
function profileFor(profile: Profile | undefined, rules: readonly Rule[]): { readonly profile?: Profile } {
  if (profile === undefined) return {};
  const families = allFamilies();
  const own = new Set(rules.flatMap(({ id, family }) => [id, family]));
  const known = Object.entries(profile).filter(([name]) => own.has(name) || families.has(name.split(".", 1)[0] ?? ""));
  return { profile: Object.fromEntries(known) };
}

/** The sums of the children, if these are complete. */
function sumsOf(
  figures: readonly { readonly address: string; readonly sum: number | string; readonly blanks: number }[],
): Readonly<Record<string, number | string>> {
  return Object.fromEntries(figures.flatMap(({ address, sum, blanks }) => (blanks > 0 ? [] : [[address, sum]])));
}

/** Turns a finding about several reports into one about the report at `index`. */
function aboutThis(found: CrossReportFinding, index: number | null): ReportFinding {
  const isOwn = ({ report }: ReportCell): boolean => report.index === index;
  return { ...found, cells: found.cells.filter(isOwn), related: found.cells.filter((cell) => !isOwn(cell)) };
}
