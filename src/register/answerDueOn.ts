import { dayOf, isoDate, weekday } from "../_internal/isoDates.js";
import { misuse } from "../findings/error.js";

/** 条例第33条: working days within which a request is to be answered. */
export const ANSWER_WORKING_DAYS = 20;

/** 条例第33条: working days by which the time to answer can be extended. */
export const ANSWER_EXTENSION_WORKING_DAYS = 20;

/** Longest time that is counted, in working days. */
export const MAX_WORKING_DAYS = 1000;

/**
 * Which days are worked, as the yearly notice on public holidays (节假日安排) has it. Monday to Friday are, Saturday and Sunday are
 * not, but for the days named here.
 */
export interface WorkingDays {
  /** Years whose notice is in here. Nothing is said of any other year. */
  readonly years: readonly number[];
  /** Days off on Monday to Friday, ISO dates. */
  readonly holidays: readonly string[];
  /** Saturdays and Sundays that are worked in exchange (调休上班), ISO dates. */
  readonly workdays: readonly string[];
}

/** Options of {@link answerDueOn}. */
export interface AnswerDueOptions {
  readonly workingDays: WorkingDays;
  /** Time to answer in working days: {@link ANSWER_WORKING_DAYS} unless told otherwise. */
  readonly limit?: number;
  /**
   * 条例第33条: working days by which the head of the 政府信息公开工作机构 agreed to extend it, at most
   * {@link ANSWER_EXTENSION_WORKING_DAYS}; the applicant is told.
   */
  readonly extension?: number;
  /** 条例第30条: the day on which the corrected request (补正) arrived. The time to answer runs anew from it. */
  readonly clarifiedOn?: string;
  /** 条例第33条: time for asking third parties or other agencies, from the day of asking to the day of their answer. It is not counted. */
  readonly notCounted?: readonly { readonly from: string; readonly to: string }[];
}

/**
 * The last day on which a request can be answered in time: 20 working days (条例第33条), counted from the day after receipt, or from
 * the day after the corrected request arrived (第30条); time for asking third parties or other agencies is left out.
 *
 * The day of receipt (第31条): of a request handed in, the day on which it was; by post that is signed for, the day of signature; by
 * ordinary post that is not, the day confirmed with the applicant; by the internet or fax, the day confirmed by both sides.
 *
 * @throws `DisclosureReportError` `register.calendarYear` if a day to be counted is in a year that the calendar does not cover,
 * `register.calendar` for a calendar with a date that is none or a day both off and worked, `register.date` for a date that is none,
 * `register.limit` for a limit that is no number of days from 1, or an extension that is none from 0 to 20.
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
  const { workingDays, limit = ANSWER_WORKING_DAYS } = options;
  const { extension = 0, clarifiedOn, notCounted = [] } = options;
  let day = knownDay(received);
  if (clarifiedOn !== undefined) {
    const clarified = knownDay(clarifiedOn);
    if (clarified < day)
      throw misuse("register.date", {
        zh: `补正日期${clarifiedOn}早于收到日期${received}`,
        en: `${clarifiedOn} is before ${received}`,
      });
    day = clarified;
  }
  const pauses = notCounted.map(({ from, to }) => ({ from: knownDay(from), to: knownDay(to) }));
  for (const { from, to } of pauses) {
    if (to < from)
      throw misuse("register.date", {
        zh: `不计入期限的时间：${isoDate(to)}早于${isoDate(from)}`,
        en: `${isoDate(to)} is before ${isoDate(from)}`,
      });
  }
  if (!Number.isInteger(extension) || extension < 0 || extension > ANSWER_EXTENSION_WORKING_DAYS) {
    throw misuse("register.limit", {
      zh: `延长期限应为0至${ANSWER_EXTENSION_WORKING_DAYS}的整数，实为${extension}`,
      en: `an extension must be an integer from 0 to ${ANSWER_EXTENSION_WORKING_DAYS}; it is ${extension}`,
    });
  }
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_WORKING_DAYS) {
    throw misuse("register.limit", {
      zh: `答复期限应为1至${MAX_WORKING_DAYS}的整数，实为${limit}`,
      en: `the limit must be an integer from 1 to ${MAX_WORKING_DAYS}; it is ${limit}`,
    });
  }
  const calendar = { years: new Set(workingDays.years), off: daysOf(workingDays.holidays), worked: daysOf(workingDays.workdays) };
  for (const both of calendar.off) {
    if (!calendar.worked.has(both)) continue;
    throw misuse("register.calendar", {
      zh: `日历中${isoDate(both)}既是放假日又是上班日`,
      en: `the calendar has ${isoDate(both)} both off and worked`,
    });
  }
  for (let left = limit + extension; left > 0; ) {
    day += 1;
    const year = Number(isoDate(day).slice(0, 4));
    if (!calendar.years.has(year)) {
      throw misuse("register.calendarYear", {
        zh: `工作日日历没有${year}年，请补入该年放假通知`,
        en: `the calendar of working days does not cover ${year}; add its notice`,
      });
    }
    if (isWorked(day, calendar) && !isPaused(day, pauses)) left -= 1;
  }
  return isoDate(day);
}

function knownDay(date: string): number {
  const day = dayOf(date);
  if (day === null)
    throw misuse("register.date", {
      zh: `${JSON.stringify(date)}不是“年-月-日”格式的日期`,
      en: `${JSON.stringify(date)} is no ISO date`,
    });
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

function daysOf(dates: readonly string[]): ReadonlySet<number> {
  return new Set(
    dates.map((date) => {
      const day = dayOf(date);
      if (day === null)
        throw misuse("register.calendar", {
          zh: `日历中的${JSON.stringify(date)}不是“年-月-日”格式的日期`,
          en: `the calendar has ${JSON.stringify(date)}, which is no ISO date`,
        });
      return day;
    }),
  );
}
