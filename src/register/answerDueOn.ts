import { dayOf, isoDate, weekday } from "../_internal/isoDates.js";
import { DisclosureReportError } from "../findings/error.js";

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
  /** Time to answer in working days: {@link ANSWER_WORKING_DAYS} unless told otherwise, 40 where it was extended. */
  readonly limit?: number;
}

/**
 * The last day on which a request can be answered in time: 20 working days, counted from the day after receipt (条例第33条).
 *
 * @throws `DisclosureReportError` `register.calendarYear` if a day to be counted is in a year that the calendar does not cover,
 * `register.calendar` for a calendar with a date that is none or a day both off and worked, `register.date` for a date that is none,
 * `register.limit` for a limit that is no number of days from 1.
 *
 * @example
 * ```ts
 * const workingDays = { years: [2023], holidays: ["2023-05-01", "2023-05-02", "2023-05-03"], workdays: ["2023-04-23", "2023-05-06"] };
 * answerDueOn("2023-04-10", { workingDays }); //=> "2023-05-09"
 * try {
 *   answerDueOn("2023-12-20", { workingDays });
 * } catch (error) {
 *   error instanceof DisclosureReportError && error.code; //=> "register.calendarYear"
 * }
 * ```
 */
export function answerDueOn(received: string, options: AnswerDueOptions): string {
  const { workingDays, limit = ANSWER_WORKING_DAYS } = options;
  let day = dayOf(received);
  if (day === null) throw new DisclosureReportError("register.date", `${JSON.stringify(received)} is no ISO date`);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_WORKING_DAYS) {
    throw new DisclosureReportError(
      "register.limit",
      `the limit must be an integer from 1 to ${MAX_WORKING_DAYS}; it is ${limit}`,
    );
  }
  const calendar = { years: new Set(workingDays.years), off: daysOf(workingDays.holidays), worked: daysOf(workingDays.workdays) };
  for (const both of calendar.off) {
    if (!calendar.worked.has(both)) continue;
    throw new DisclosureReportError("register.calendar", `the calendar has ${isoDate(both)} both off and worked`);
  }
  for (let left = limit; left > 0; ) {
    day += 1;
    const year = Number(isoDate(day).slice(0, 4));
    if (!calendar.years.has(year)) {
      throw new DisclosureReportError(
        "register.calendarYear",
        `the calendar of working days does not cover ${year}; add its notice`,
      );
    }
    if (isWorked(day, calendar)) left -= 1;
  }
  return isoDate(day);
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
        throw new DisclosureReportError("register.calendar", `the calendar has ${JSON.stringify(date)}, which is no ISO date`);
      return day;
    }),
  );
}
