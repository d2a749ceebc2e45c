import { dayOf, daysBetween, isoDate } from "../_internal/isoDates.js";
import type { Sentence } from "../findings/finding.js";
import { agencyKinds, headItems } from "../form/headTerms.js";
import { type Citation, sources } from "../form/sources.js";
import { own } from "../report/figures.js";
import { YUAN_PATTERN } from "../report/money.js";
import type { AgencyKind, Draft } from "../report/types.js";
import type { FunctionResult, FunctionRule } from "../rules/types.js";
import { FEE_UNIT, feeCitation } from "./brackets.js";
import { deadlineOf, isBelowCounty } from "./filingDeadline.js";

const UNDETERMINED: FunctionResult = { outcome: "undetermined" };
const HOLDS: FunctionResult = { outcome: "holds" };

/** A date of the head of a draft, where it is one. */
function dateAt(draft: Draft, key: "signedOn" | "publishedOn"): string | null {
  const value = own(draft, key);
  return typeof value === "string" && dayOf(value) !== null ? value : null;
}

function yearOf(draft: Draft): number | null {
  const year = own(draft, "year");
  return typeof year === "number" && Number.isInteger(year) && year >= 1000 && year < 9999 ? year : null;
}

function kindOf(draft: Draft): AgencyKind | null {
  const kind = own(own(draft, "agency"), "kind");
  return kind === "department" || kind === "government" ? kind : null;
}

/** The last day of a year. */
const lastDayOf = (year: number): string => `${year}-12-31`;

const kindNames = {
  department: { zh: agencyKinds.department.label, en: "a department" },
  government: { zh: agencyKinds.government.label, en: "a government" },
} as const;

const anyKind = { zh: "任何行政机关", en: "any agency" } as const;

const face = { kind: "function", family: "filing", scope: "report", cells: [], basis: "stated" } as const;
const article49: readonly Citation[] = [{ source: "regulations", article: 49 }];

/** The deadline, if the kind of agency is known or does not matter for the date; otherwise, or if no article sets one, `null`. */
function dueOn(year: number, kind: AgencyKind | null, date: string): string | null {
  if (kind !== null) return deadlineOf(year, kind);
  const early = deadlineOf(year, "department");
  const late = deadlineOf(year, "government");
  if (early === null || late === null) return null;
  if (date <= early) return early;
  return date > late ? late : null;
}

const deadline: FunctionRule = {
  ...face,
  id: "filing.deadline",
  severity: "advice",
  citation: article49,
  statement: {
    zh: "年度报告应于次年1月31日前（政府部门）或3月31日前（人民政府）公布",
    en: "The report is published by 31 January of the next year (departments) or 31 March (governments)",
  },
  message: {
    zh: "报告日期{date}晚于法定期限{due}（{kind}），晚{days}天。请核对日期；确属逾期的，注意按条例第49条的期限公布。",
    en: "The date of the report, {date}, is {days} days after the statutory deadline of {due} for {kind} (条例第49条). Check the date.",
  },
  check: ({ draft }) => {
    const year = yearOf(draft);
    const published = dateAt(draft, "publishedOn");
    const date = published ?? dateAt(draft, "signedOn");
    if (year === null || date === null) return UNDETERMINED;
    // A date before the end of the year is reported by another rule.
    if (isBelowCounty(draft.agency) || date <= lastDayOf(year)) return UNDETERMINED;
    const kind = kindOf(draft);
    const due = dueOn(year, kind, date);
    if (due === null) return UNDETERMINED;
    if (date <= due) return HOLDS;
    const days = daysBetween(due, date);
    return {
      outcome: "violated",
      params: { date, due, days, kind: kind === null ? anyKind : kindNames[kind] },
      details: { path: published === null ? "signedOn" : "publishedOn", expected: due, actual: date, difference: days },
    };
  },
};

/** The dates of a report with their meaning. */
const DATES = [
  { path: "publishedOn", what: { zh: headItems.publishedOn.label, en: "published" } },
  { path: "signedOn", what: { zh: headItems.signedOn.label, en: "signed" } },
] as const;

const yearIsOver: FunctionRule = {
  ...face,
  id: "filing.yearIsOver",
  severity: "warning",
  citation: article49,
  statement: {
    zh: "年度报告在报告年度结束之后落款、公布",
    en: "The report is signed and published after the year that it reports on",
  },
  message: {
    zh: "{dates}，{year}年尚未结束，数据不可能完整。请核对日期和报告年度。",
    en: "The report was {dates}, before {year} was over, so its figures cannot be complete. Check the date and the year.",
  },
  check: ({ draft }) => {
    const year = yearOf(draft);
    if (year === null) return UNDETERMINED;
    const dated = DATES.flatMap(({ path, what }) => {
      const date = dateAt(draft, path);
      return date === null ? [] : [{ path, what, date }];
    });
    if (dated.length === 0) return UNDETERMINED;
    const lastDay = lastDayOf(year);
    const early = dated.filter(({ date }) => date <= lastDay);
    const [first] = early;
    if (first === undefined) return HOLDS;
    const dates: Sentence = {
      zh: early.map(({ what, date }) => `${what.zh}为${date}`).join("，"),
      en: early.map(({ what, date }) => `${what.en} on ${date}`).join(" and "),
    };
    const expected = isoDate((dayOf(lastDay) ?? 0) + 1);
    return { outcome: "violated", params: { dates, year }, details: { path: first.path, expected, actual: first.date } };
  },
};

const signedFirst: FunctionRule = {
  ...face,
  id: "filing.signedFirst",
  severity: "warning",
  basis: "heuristic",
  citation: article49,
  statement: { zh: "落款日期不晚于公布日期", en: "A report is signed before it is published" },
  message: {
    zh: "落款日期{signed}晚于公布日期{published}。请核对两个日期。",
    en: "The report is signed on {signed}, after it was published on {published}. Check both dates.",
  },
  check: ({ draft }) => {
    const signed = dateAt(draft, "signedOn");
    const published = dateAt(draft, "publishedOn");
    if (signed === null || published === null) return UNDETERMINED;
    if (signed <= published) return HOLDS;
    return {
      outcome: "violated",
      params: { signed, published },
      details: { path: "signedOn", expected: published, actual: signed, difference: daysBetween(published, signed) },
    };
  },
};

/** Whether an amount in yuan is a multiple of the unit of all fees. */
function isMultiple(fee: string): boolean {
  const [whole = "0", decimals = ""] = fee.split(".");
  return Number(whole) % FEE_UNIT === 0 && /^0*$/.test(decimals);
}

const feeMultiple: FunctionRule = {
  ...face,
  id: "filing.feeMultiple",
  severity: "warning",
  citation: [feeCitation],
  statement: {
    zh: `信息处理费是${FEE_UNIT}元的整数倍`,
    en: `The information-processing fee is a multiple of ${FEE_UNIT} yuan`,
  },
  message: {
    zh: `信息处理费{fee}元不是${FEE_UNIT}元的整数倍，按国办函〔2020〕109号的标准收不到这个数。请核对金额和单位（元，不是万元）。`,
    en: `An information-processing fee of {fee} yuan is no multiple of ${FEE_UNIT} yuan, as every fee under 国办函〔2020〕109号 is. Check the amount and its unit (yuan, not 万元).`,
  },
  check: ({ draft }) => {
    const fee = own(draft, "informationProcessingFee");
    if (typeof fee !== "string" || !YUAN_PATTERN.test(fee)) return UNDETERMINED;
    const year = yearOf(draft);
    if (year !== null && lastDayOf(year) < sources.feeMeasures.inForce) return UNDETERMINED;
    if (isMultiple(fee)) return HOLDS;
    return { outcome: "violated", params: { fee }, details: { path: "informationProcessingFee", actual: fee } };
  },
};

/**
 * The rules of dates and fees, for `validate(draft, { rules: filingRules() })`. None of them reads a figure of the tables:
 * 信息处理费 is not the 行政事业性收费 of table 二.
 *
 * @example
 * ```ts
 * filingRules().map((rule) => rule.id); //=> ["filing.deadline", "filing.yearIsOver", "filing.signedFirst", "filing.feeMultiple"]
 * ```
 */
export function filingRules(): readonly FunctionRule[] {
  return rules;
}

const rules: readonly FunctionRule[] = [deadline, yearIsOver, signedFirst, feeMultiple];
