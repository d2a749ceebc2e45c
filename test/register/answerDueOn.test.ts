import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerDueOn, type WorkingDays } from "../../src/register.js";

const PLAIN: WorkingDays = { years: [2023, 2024], holidays: [], workdays: [] };
const SPRING: WorkingDays = {
  years: [2024],
  holidays: ["2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16"],
  workdays: ["2024-02-04", "2024-02-18"],
};

describe("answerDueOn", () => {
  it.each([
    ["counts from the day after receipt", "2023-03-01", PLAIN, 1, "2023-03-02"],
    ["twenty working days are four weeks where nothing is off", "2023-03-01", PLAIN, undefined, "2023-03-29"],
    ["received on a Saturday", "2023-03-04", PLAIN, 1, "2023-03-06"],
    ["over the end of a year", "2023-12-29", PLAIN, 1, "2024-01-01"],
    ["over a leap day", "2024-02-28", PLAIN, 1, "2024-02-29"],
    ["a holiday is not counted, a Sunday worked in exchange is", "2024-02-02", SPRING, 7, "2024-02-18"],
    ["an extension", "2023-03-01", PLAIN, 40, "2023-04-26"],
    ["received in a year that the calendar need not cover", "2023-12-31", SPRING, 1, "2024-01-01"],
  ] as const)("%s", (_, received, workingDays, limit, due) => {
    expect(answerDueOn(received, limit === undefined ? { workingDays } : { workingDays, limit })).toBe(due);
  });

  it.each([
    ["twenty days and twenty more", { extension: 20 }, "2023-04-26"],
    ["anew from the corrected request", { clarifiedOn: "2023-03-15" }, "2023-04-12"],
    ["without a third party's time", { notCounted: [{ from: "2023-03-06", to: "2023-03-10" }] }, "2023-04-05"],
    [
      "without days counted twice",
      {
        notCounted: [
          { from: "2023-03-06", to: "2023-03-10" },
          { from: "2023-03-08", to: "2023-03-13" },
        ],
      },
      "2023-04-06",
    ],
    [
      "with a third party's time before the correction",
      { clarifiedOn: "2023-03-15", notCounted: [{ from: "2023-03-06", to: "2023-03-10" }] },
      "2023-04-12",
    ],
  ] as const)("counts %s", (_, more, due) => {
    expect(answerDueOn("2023-03-01", { workingDays: PLAIN, ...more })).toBe(due);
  });

  it.each([
    ["an extension beyond twenty days", { extension: 21 }, "register.limit"],
    ["less than no extension", { extension: -1 }, "register.limit"],
    ["half a day more", { extension: 0.5 }, "register.limit"],
    ["a correction before receipt", { clarifiedOn: "2023-02-01" }, "register.dateOrder"],
    ["a correction on no day", { clarifiedOn: "2023-02-30" }, "register.date"],
    ["time that ends before it begins", { notCounted: [{ from: "2023-03-10", to: "2023-03-06" }] }, "register.dateOrder"],
  ] as const)("refuses %s", (_, more, code) => {
    expect(() => answerDueOn("2023-03-01", { workingDays: PLAIN, ...more })).toThrowError(expect.objectContaining({ code }));
  });

  it.each([
    ["a year that is not covered", "2022-06-01", PLAIN, 20, "register.calendarYear"],
    ["an answer due in a year that is not covered", "2024-12-20", PLAIN, 20, "register.calendarYear"],
    ["no date", "yesterday", PLAIN, 20, "register.date"],
    ["a date with a time", "2023-03-01T00:00:00Z", PLAIN, 20, "register.date"],
    ["a date that does not exist", "2023-02-29", PLAIN, 20, "register.date"],
    ["a limit of nothing", "2023-03-01", PLAIN, 0, "register.limit"],
    ["half a day", "2023-03-01", PLAIN, 1.5, "register.limit"],
    ["no end", "2023-03-01", PLAIN, Number.POSITIVE_INFINITY, "register.limit"],
    [
      "a calendar that contradicts itself",
      "2023-03-01",
      { ...PLAIN, holidays: ["2023-05-01"], workdays: ["2023-05-01"] },
      20,
      "register.calendar",
    ],
    ["a calendar with something else in it", "2023-03-01", { ...PLAIN, holidays: ["May Day"] }, 20, "register.calendar"],
  ] as const)("refuses %s", (_, received, workingDays, limit, code) => {
    expect(() => answerDueOn(received, { workingDays, limit })).toThrowError(expect.objectContaining({ code }));
  });

  it("never is due on a day off, and one more day is never earlier", { tags: "property" }, () => {
    const day = fc.integer({ min: Date.UTC(2023, 0, 1) / 86_400_000, max: Date.UTC(2024, 8, 1) / 86_400_000 });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (received, limit) => {
        const iso = new Date(received * 86_400_000).toISOString().slice(0, 10);
        const due = answerDueOn(iso, { workingDays: PLAIN, limit });
        expect([0, 6]).not.toContain(new Date(`${due}T00:00:00Z`).getUTCDay());
        expect(answerDueOn(iso, { workingDays: PLAIN, limit: limit + 1 }) > due).toBe(true);
      }),
    );
  });
});
