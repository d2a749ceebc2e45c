import { type Finding, type FindingCell, finding, type Language, type Sentence, type Severity } from "../findings/finding.js";
import { type Form, formOf } from "../form/form.js";
import { type Figures, type FigureValue, figureIn, figuresOf, own } from "../report/figures.js";
import type { Draft } from "../report/types.js";
import { type Check, checkOf, type Verdict } from "../rules/check.js";
import { checkProfile, severityUnder } from "../rules/profile.js";
import type { Places, Profile, RuleOutcome } from "../rules/types.js";
import { claimFinder, type FindClaimsOptions } from "./findClaims.js";
import { doubtNames, narrativeMessages, uncheckedReasons } from "./messages.js";
import { fenToYuan, valueOfReading, yuanToFen } from "./reading.js";
import { narrativeRule } from "./rule.js";
import { narrativeTexts } from "./texts.js";
import type { Claim, Interpretation } from "./types.js";

/** Options of {@link checkNarrative}. */
export interface NarrativeOptions {
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
  /** Changes the severity of the rule or switches it off. */
  readonly profile?: Profile;
  /** Places of the figures in the source, as returned by a reader; findings then carry them. */
  readonly places?: Places;
}

/** A claim, compared with the tables. */
export interface CheckedClaim extends Claim {
  /** Path of its text; offsets are relative to the beginning of that text. */
  readonly path: string;
  /**
   * `agrees`: the tables confirm one of its readings. `disagrees`: they confirm none. `unchecked`: they confirm none, but the
   * claim may mean something else.
   */
  readonly verdict: "agrees" | "disagrees" | "unchecked";
  /** For each reading the value in the tables, or `null` if blank: a count, or yuan as a decimal string. */
  readonly values: readonly FigureValue[];
  /** Why it was not checked; `null` if it was. */
  readonly reason: Sentence | null;
}

/** The claims of a report about its figures: one verdict for each claim, one warning for each that disagrees. */
export interface NarrativeCheck extends Check {
  /** Every claim, in the order of the text. */
  readonly claims: readonly CheckedClaim[];
  /** Claims that could not be tied to a figure: neither wrong nor confirmed. */
  readonly unchecked: readonly CheckedClaim[];
}

const OUTCOMES = { agrees: "holds", disagrees: "violated", unchecked: "undetermined" } as const satisfies Record<
  CheckedClaim["verdict"],
  RuleOutcome
>;

/**
 * Compares claims in the text of a report with its tables. A claim agrees if any of its readings does (收到…件 may mean 本年新收, or
 * 本年新收 and 上年结转 together); it disagrees only if it can mean nothing else. Findings are warnings, never errors.
 *
 * @throws `DisclosureReportError` as {@link findClaims} does, for a text beyond its limits.
 *
 * @example
 * ```ts
 * const draft = {
 *   edition: "2021",
 *   requests: { received: { total: 23 }, broughtForward: { total: 2 }, granted: { total: 15 } },
 *   narrative: { overview: "本机关共收到政府信息公开申请25件，予以公开16件。" },
 * } as const;
 * const { claims, findings } = checkNarrative(draft, { language: "en" });
 * claims.map(({ quote, verdict }) => [quote, verdict]); //=> [["共收到政府信息公开申请25件", "agrees"], ["予以公开16件", "disagrees"]]
 * [findings[0]?.severity, findings[0]?.expected, findings[0]?.actual]; //=> ["warning", 15, 16]
 * ```
 */
export function checkNarrative(draft: Draft, options?: NarrativeOptions): NarrativeCheck {
  options ??= {};
  checkProfile(options.profile, () => [narrativeRule]);
  const severity = severityUnder(options.profile, narrativeRule);
  if (severity === "off") return { ...checkOf<Verdict, Finding>([], []), claims: [], unchecked: [] };
  const form = formOf(draft);
  const figures = figuresOf(draft);
  const claimsOf = claimFinder(claimOptions(draft));
  const claims: CheckedClaim[] = [];
  const findings: Finding[] = [];
  for (const { path, name, text, aboutRequests } of narrativeTexts(draft)) {
    for (const found of claimsOf(text)) {
      const claim: Claim = aboutRequests ? found : { ...found, doubts: [...found.doubts, "place"] };
      const checked = judge(claim, path, form, draft, figures);
      claims.push(checked);
      if (checked.verdict === "disagrees") findings.push(disagreement(checked, name, form, draft, severity, options));
    }
  }
  const verdicts = claims.map(({ verdict }): Verdict => ({ rule: narrativeRule.id, severity, outcome: OUTCOMES[verdict] }));
  return { ...checkOf(verdicts, findings), claims, unchecked: claims.filter(({ verdict }) => verdict === "unchecked") };
}

/** What the head of the report states about its texts. */
export function claimOptions(draft: Draft): FindClaimsOptions {
  const agency = own(own(draft, "agency"), "name");
  return {
    edition: formOf(draft).id,
    ...(typeof draft.year === "number" ? { year: draft.year } : {}),
    ...(typeof agency === "string" ? { agency } : {}),
  };
}

function judge(claim: Claim, path: string, form: Form, draft: Draft, figures: Figures): CheckedClaim {
  const values = claim.readings.map((reading) => valueOfReading(reading, form, draft, figures));
  const { low, high } = boundsOf(claim);
  const fits = values.some((value) => value >= low && value <= high);
  const shown = values.map((value) => (Number.isNaN(value) ? null : claim.unit === "yuan" ? fenToYuan(value) : value));
  const reason = fits ? null : reasonNotToAccuse(claim, values);
  const verdict = fits ? "agrees" : reason === null ? "disagrees" : "unchecked";
  const { quote, offset, length, unit, number, readings, doubts } = claim;
  // By name: spreading so many properties costs as much as the rest.
  return { quote, offset, length, unit, number, readings, doubts, path, verdict, values: shown, reason };
}

function boundsOf({ unit, number }: Claim): { readonly low: number; readonly high: number } {
  const base = (value: number | string): number => (unit === "yuan" ? yuanToFen(String(value)) : Number(value));
  const low = base(number.interval?.low ?? number.value);
  if (number.interval === null) return { low, high: low };
  return { low, high: number.interval.high === null ? Number.POSITIVE_INFINITY : base(number.interval.high) };
}

function reasonNotToAccuse({ doubts, readings }: Claim, values: readonly number[]): Sentence | null {
  if (readings.length === 0 && doubts.length === 0) return uncheckedReasons.unknown;
  const [doubt] = doubts;
  if (doubt !== undefined) return doubtNames[doubt];
  return values.some(Number.isNaN) ? uncheckedReasons.blank : null;
}

function disagreement(
  claim: CheckedClaim,
  where: Sentence,
  form: Form,
  draft: Draft,
  severity: Severity,
  options: NarrativeOptions,
): Finding {
  const [reading] = claim.readings;
  const expected = claim.values[0] ?? null;
  const actual = claim.number.value;
  const params = {
    where,
    quote: claim.quote,
    meaning: reading?.statement ?? "",
    expected: expected ?? "",
    alternatives: alternativesOf(claim),
    offset: claim.offset,
    length: claim.length,
  };
  return finding(narrativeMessages, "narrative.disagrees", params, options.language ?? "zh", {
    severity,
    rule: narrativeRule.id,
    path: claim.path,
    cells: reading === undefined ? [] : cellsOf(reading, form, draft, options),
    expected,
    actual,
    difference: typeof expected === "number" && typeof actual === "number" ? actual - expected : null,
  });
}

/** Maximum number of further readings in a message; the claim has all. */
const SHOWN_ALTERNATIVES = 3;

function alternativesOf({ readings, values }: CheckedClaim): Sentence {
  const others = readings.slice(1, 1 + SHOWN_ALTERNATIVES).map(({ statement }, k) => ({ statement, value: values[k + 1] ?? "" }));
  if (others.length === 0) return { zh: "", en: "" };
  return {
    zh: `（其他理解：${others.map(({ statement, value }) => `${statement.zh}为${value}`).join("；")}）`,
    en: ` (other readings: ${others.map(({ statement, value }) => `${statement.en} is ${value}`).join("; ")})`,
  };
}

function cellsOf(reading: Interpretation, form: Form, draft: Draft, { places }: NarrativeOptions): readonly FindingCell[] {
  return [...reading.plus, ...reading.minus].flatMap((address) => {
    const cell = form.byAddress[address];
    if (cell === undefined) return [];
    return [{ address, coordinate: cell.coordinate, value: figureIn(draft, address), place: places?.[address] ?? null }];
  });
}
