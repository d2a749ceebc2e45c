import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerDueOn } from "../../src/register.js";

/*
 * Due dates a second time, from 条例第30条 and 第33条: a calendar on which days are crossed off one by one, with `Date` and plain text, and
 * nothing of the library.
 */

interface Question {
  readonly received: string;
  readonly clarifiedOn?: string;
  readonly extension?: number;
  readonly limit?: number;
  readonly notCounted?: readonly { readonly from: string; readonly to: string }[];
  readonly workingDays: {
    readonly years: readonly number[];
    readonly holidays: readonly string[];
    readonly workdays: readonly string[];
  };
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const lengths = [
    31,
    Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return Number(day) >= 1 && Number(day) <= (lengths[Number(month) - 1] ?? 0);
}

function next(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** The day, or why there is none. */
function reference({ received, clarifiedOn, extension = 0, limit = 20, notCounted = [], workingDays }: Question): string {
  const dates = [received, ...(clarifiedOn === undefined ? [] : [clarifiedOn])];
  if (!dates.every(isDay)) return "register.date";
  if (clarifiedOn !== undefined && clarifiedOn < received) return "register.dateOrder";
  if (!notCounted.every(({ from, to }) => isDay(from) && isDay(to))) return "register.date";
  if (notCounted.some(({ from, to }) => to < from)) return "register.dateOrder";
  if (![...Array(21).keys()].includes(extension)) return "register.limit";
  if (!(limit % 1 === 0 && limit >= 1 && limit <= 1000)) return "register.limit";
  const { holidays, workdays, years } = workingDays;
  if (![...holidays, ...workdays].every(isDay)) return "register.calendar";
  if (holidays.some((day) => workdays.includes(day))) return "register.calendar";
  let day = clarifiedOn ?? received;
  for (let left = limit + extension; left > 0; ) {
    day = next(day);
    if (!years.includes(Number(day.slice(0, 4)))) return "register.calendarYear";
    const name = new Date(`${day}T12:00:00Z`).toUTCString().slice(0, 3);
    const worked = workdays.includes(day) || (!["Sat", "Sun"].includes(name) && !holidays.includes(day));
    if (worked && !notCounted.some(({ from, to }) => from <= day && day <= to)) left -= 1;
  }
  return day;
}

function answer({ received, ...options }: Question): string {
  try {
    return answerDueOn(received, options);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const day = fc
  .integer({ min: Date.UTC(2023, 10, 1) / 86_400_000, max: Date.UTC(2024, 3, 1) / 86_400_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const dirty = fc.oneof(
  { weight: 100, arbitrary: day },
  { weight: 1, arbitrary: fc.constantFrom("2024-02-30", "2023-02-29", "2024-2-3", "", "soon", "2024-13-01") },
);
const questions: fc.Arbitrary<Question> = fc.record(
  {
    received: dirty,
    workingDays: fc.record({
      years: fc.constantFrom([2023, 2024], [2024], [2023, 2024, 2025]),
      holidays: fc.array(dirty, { maxLength: 6 }),
      workdays: fc.array(day, { maxLength: 3 }),
    }),
    clarifiedOn: dirty,
    extension: fc.constantFrom(0, 1, 5, 10, 15, 20, 21, -1, 0.5),
    limit: fc.constantFrom(1, 2, 5, 10, 20, 30, 40, 300, 0, 1.5, Number.NaN, 1001),
    notCounted: fc.array(
      fc.tuple(dirty, dirty, fc.nat(15)).map(([a, b, turned]) => {
        const [from = a, to = b] = turned === 0 ? [a, b] : [a, b].sort();
        return { from, to };
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ["received", "workingDays"] },
);

describe("answerDueOn against a second implementation", () => {
  it("gives the same day, or the same refusal, dirty questions included", { tags: "property" }, () => {
    let days = 0;
    fc.assert(
      fc.property(questions, (question) => {
        const expected = reference(question);
        if (!expected.startsWith("register.")) days += 1;
        expect(answer(question)).toBe(expected);
      }),
      { numRuns: 4000, seed: 20_261_128 },
    );
    expect(days).toBeGreaterThan(500);
  });
});
