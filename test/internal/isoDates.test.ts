import fc from "fast-check";
import { expect, it } from "vitest";
import { dayOf, isoDate, isoDateFrom, isTimeOfDay, weekday } from "../../src/_internal/isoDates.js";

it.each([
  [2024, 2, 29, "2024-02-29"],
  [2023, 2, 29, null],
  [1900, 2, 29, null],
  [2000, 2, 29, "2000-02-29"],
  [2023, 4, 31, null],
  [2023, 13, 1, null],
  [2023, 0, 1, null],
  [2023, 1, 0, null],
  [999, 1, 1, null],
  [Number.NaN, 1, 1, null],
  [2023, 1.5, 1, null],
])("isoDateFrom(%d, %d, %d)", (year, month, day, expected) => {
  expect(isoDateFrom(year, month, day)).toBe(expected);
});

it("days and dates are each other's inverse", { tags: "property" }, () => {
  fc.assert(
    fc.property(fc.integer({ min: -354_000, max: 2_900_000 }), (day) => {
      expect(dayOf(isoDate(day))).toBe(day);
    }),
  );
  expect([dayOf("1970-01-01"), dayOf("2023-02-30"), dayOf("2023-1-1"), weekday(0)]).toEqual([0, null, null, 4]);
});

it.each([
  [0, 0, 0, true],
  [23, 59, 59, true],
  [24, 0, 0, false],
  [12, 60, 0, false],
  [12, 0, 60, false],
  [99, 99, 0, false],
  [Number.NaN, 0, 0, false],
])("isTimeOfDay(%d, %d, %d)", (hours, minutes, seconds, expected) => {
  expect(isTimeOfDay(hours, minutes, seconds)).toBe(expected);
});
