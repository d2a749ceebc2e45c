import { describe, expect, it } from "vitest";
import { consolidate } from "../../src/consolidation.js";
import type { Draft } from "../../src/index.js";
import { readRegisterCsv, tallyRegister } from "../../src/register.js";
import { growthOf, MOST_GROWTH } from "../support/growth.js";

const HEADER = "编号,申请人类别,收到日期,办结日期,办理结果\n";
const counted = (csv: string) => tallyRegister(readRegisterCsv(csv), { year: 2023 });

describe("the cost of a register", () => {
  it.each([
    ["lines of one number", "1,自然人,2023-01-01,,\n"],
    ["lines of one number that cannot be counted", "1,自然人,2023-01-01,2023-02-01,不予公开\n"],
    ["lines without a number", ",自然人,2023-01-01,,\n"],
    ["quotes that are never closed", '1,"自然人,2023-01-01,,\n'],
  ])("grows with its length only: %s", (_, row) => {
    expect(growthOf((size) => HEADER + row.repeat(size), counted)).toBeLessThan(MOST_GROWTH);
  });

  it("grows with its length only: one number on many days", () => {
    const day = (i: number) => new Date(Date.UTC(1950, 0, 1 + i)).toISOString().slice(0, 10);
    const make = (size: number) => HEADER + Array.from({ length: size }, (_, i) => `1,自然人,${day(i % 26_000)},,\n`).join("");
    expect(growthOf(make, counted)).toBeLessThan(MOST_GROWTH);
  });
});

describe("the cost of a sum", () => {
  it.each([
    ["one agency again and again", () => ({ name: "甲" })],
    ["one name in many regions", (i: number) => ({ name: "城关镇", regionCode: String(100_000 + i) })],
    ["one name with many codes", (i: number) => ({ name: "城关镇", unifiedSocialCreditCode: `code${i}` })],
  ])("grows with the number of reports only: %s", (_, agency) => {
    const add = (dots: string) =>
      consolidate([...dots].map((_dot, i): Draft => ({ edition: "2021", year: 2023, agency: agency(i) })));
    expect(growthOf((size) => ".".repeat(size), add)).toBeLessThan(MOST_GROWTH);
  });
});
