import { describe } from "../_internal/describe.js";
import { dayOf, isoDate, weekday } from "../_internal/isoDates.js";
import { type ErrorCode, errorFrom, neededOptions } from "../findings/error.js";
import { finding, type Language, type ParamsOf } from "../findings/finding.js";
import { registerMessages } from "./messages.js";

/** 条例第33条: working days within which a request is to be answered. */
export const ANSWER_WORKING_DAYS = 20;

/** 条例第33条: working days by which the time to answer can be extended. */
export const ANSWER_EXTENSION_WORKING_DAYS = 20;

/** Longest supported period, in working days. */
export const MAX_WORKING_DAYS = 1000;

/**
 * The working days according to the yearly notices on public holidays (节假日安排): Monday to Friday, with the exceptions listed
 * here.
 */
export interface WorkingDays {
  /** Years whose notice is included. Other years are not covered. */
  readonly years: readonly number[];
  /** Days off on Monday to Friday, ISO dates. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays that are working days (调休上班), ISO dates. */
  readonly workdays: readonly string[];
}

/** Options of {@link answerDueOn}. */
export interface AnswerDueOptions {
  /** The working days of the years concerned. */
  readonly workingDays: WorkingDays;
  /** Time to answer in working days; defaults to {@link ANSWER_WORKING_DAYS}. */
  readonly limit?: number;
  /**
   * 条例第33条: working days by which the head of the 政府信息公开工作机构 agreed to extend it, at most
   * {@link ANSWER_EXTENSION_WORKING_DAYS}; the applicant is told.
   */
  readonly extension?: number;
  /** 条例第30条: the day on which the corrected request (补正) arrived. The time to answer runs anew from it. */
  readonly clarifiedOn?: string;
  /**
   * 条例第33条: time for consulting third parties or other agencies, from the day of the inquiry to the day of the answer. It is
   * not counted.
   */
  readonly notCounted?: readonly { readonly from: string; readonly to: string }[];
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/**
 * The last day on which a request can be answered in time: 20 working days (条例第33条), counted from the day after receipt, or
 * from the day after the corrected request arrived (第30条); time for consulting third parties or other agencies is not counted.
 *
 * The day of receipt (第31条): of a request handed in, the day on which it was; by post that is signed for, the day of signature; by
 * ordinary post that is not, the day confirmed with the applicant; by the internet or fax, the day confirmed by both sides.
 *
 * @throws `DisclosureReportError` `register.calendarYear` if a day to be counted is in a year that the calendar does not cover,
 * `register.calendar` for a calendar with an invalid date or a day that is both off and worked, `register.date` for an invalid
 * date, `register.dateOrder` for a correction before the receipt or a period that ends before it begins, `register.limit` for a
 * limit below 1 or an extension outside 0 to 20.
 *
 * @example
 * ```ts
 * const workingDays = { years: [2023], holidays: ["2023-05-01", "2023-05-02", "2023-05-03"], workdays: ["2023-04-23", "2023-05-06"] };
 * answerDueOn("2023-04-10", { workingDays }); //=> "2023-05-09"
 * answerDueOn("2023-04-10", { workingDays, notCounted: [{ from: "2023-04-11", to: "2023-04-13" }] }); //=> "2023-05-12"
 * try {
 *   answerDueOn("2023-12-20", { workingDays });
 * } catch (error) {
 *   error instanceof DisclosureReportError && error.code; //=> "register.calendarYear"
 * }
 * ```
 */
export function answerDueOn(received: string, options: AnswerDueOptions): string {
  const { workingDays, limit = ANSWER_WORKING_DAYS, language = "zh" } = neededOptions(options, "workingDays");
  const { extension = 0, clarifiedOn, notCounted = [] } = options;
  let day = knownDay(received, language);
  if (clarifiedOn !== undefined) {
    const clarified = knownDay(clarifiedOn, language);
    if (clarified < day) throw refusal("register.dateOrder", { later: clarifiedOn, earlier: received }, language);
    day = clarified;
  }
  const pauses = notCounted.map(({ from, to }) => ({ from: knownDay(from, language), to: knownDay(to, language) }));
  for (const { from, to } of pauses) {
    if (to < from) throw refusal("register.dateOrder", { later: isoDate(to), earlier: isoDate(from) }, language);
  }
  if (!isWholeBetween(extension, 0, ANSWER_EXTENSION_WORKING_DAYS)) {
    const what = { zh: "延长的期限", en: "extension" };
    const params = { what, from: 0, to: ANSWER_EXTENSION_WORKING_DAYS, found: describe(extension) };
    throw refusal("register.limit", params, language);
  }
  if (!isWholeBetween(limit, 1, MAX_WORKING_DAYS)) {
    const params = { what: { zh: "答复期限", en: "limit" }, from: 1, to: MAX_WORKING_DAYS, found: describe(limit) };
    throw refusal("register.limit", params, language);
  }
  const { holidays, workdays, years } = workingDays;
  const calendar = { years: new Set(years), off: daysOf(holidays, language), worked: daysOf(workdays, language) };
  for (const both of calendar.off) {
    if (!calendar.worked.has(both)) continue;
    const date = isoDate(both);
    const why = { zh: `${date}既是休息日又是工作日`, en: `${date} is both off and worked` };
    throw refusal("register.calendar", { why }, language);
  }
  for (let left = limit + extension; left > 0; ) {
    day += 1;
    const year = Number(isoDate(day).slice(0, 4));
    if (!calendar.years.has(year)) throw refusal("register.calendarYear", { year }, language);
    if (isWorked(day, calendar) && !isPaused(day, pauses)) left -= 1;
  }
  return isoDate(day);
}

function refusal<C extends keyof typeof registerMessages & ErrorCode>(
  code: C,
  params: ParamsOf<typeof registerMessages, C>,
  language: Language,
): Error {
  return errorFrom(code, [finding(registerMessages, code, params, language)]);
}

function isWholeBetween(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

function knownDay(date: string, language: Language): number {
  const day = dayOf(date);
  if (day === null) throw refusal("register.date", { found: describe(date) }, language);
  return day;
}

function isPaused(day: number, pauses: readonly { readonly from: number; readonly to: number }[]): boolean {
  return pauses.some(({ from, to }) => day >= from && day <= to);
}

function isWorked(
  day: number,
  { off, worked }: { readonly off: ReadonlySet<number>; readonly worked: ReadonlySet<number> },
): boolean {
  if (worked.has(day)) return true;
  const weekend = weekday(day) === 0 || weekday(day) === 6;
  return !weekend && !off.has(day);
}

function daysOf(dates: readonly string[], language: Language): ReadonlySet<number> {
  return new Set(
    dates.map((date) => {
      const day = dayOf(date);
      if (day !== null) return day;
      const found = describe(date);
      const why = { zh: `${found}不是真实的日期`, en: `${found} is no real date` };
      throw refusal("register.calendar", { why }, language);
    }),
  );
}
