import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeForm, figureAt, validate } from "../../src/index.js";
import { type CaseEntry, type RequestEntry, recordsCountedIn, tallyRegister } from "../../src/register.js";
import { validateSeries } from "../../src/series.js";
import { caseRegisters, requestRegisters } from "../support/registers.js";

const SIZE = 10_000;
const YEARS = [2021, 2022, 2023, 2024, 2025] as const;

describe("tally of any register", () => {
  it("balances, carries over exactly, and accounts for every entry", { tags: "property" }, () => {
    fc.assert(
      fc.property(requestRegisters(SIZE), caseRegisters(SIZE / 10), (requests, cases) => {
        const tallies = YEARS.map((year) => tallyRegister(requests, { year, cases }));
        for (const result of tallies) {
          expect(result.findings.filter(({ severity }) => severity !== "advice")).toEqual([]);
          const validation = validate(result.draft);
          expect(validation.counts.violated).toBe(0);
          expect(
            validation.verdicts.filter(({ rule, outcome }) => outcome !== "holds" && !rule.startsWith("domain.disclosure")),
          ).toEqual([]);
          for (const [counts, given] of [
            [result.requests, requests.length],
            [result.cases, cases.length],
          ] as const) {
            expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(given);
            expect(counts.rejected).toBe(0);
          }
        }
        const series = validateSeries(tallies.map(({ draft }) => draft));
        expect(series.findings).toEqual([]);
        expect(series.verdicts.filter(({ rule, outcome }) => rule.startsWith("carryOver") && outcome !== "holds")).toEqual([]);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it("lists behind every figure exactly as many entries as it counts", { tags: "property" }, () => {
    fc.assert(
      fc.property(requestRegisters(200), caseRegisters(50), fc.constantFrom(...YEARS), (requests, cases, year) => {
        const result = tallyRegister(requests, { year, cases });
        for (const { address, table } of describeForm(result.edition).cells) {
          if (table === "disclosure") continue;
          const numbers = recordsCountedIn(result, address);
          expect([address, numbers.length]).toEqual([address, figureAt(result.draft, address)]);
          expect(new Set(numbers).size).toBe(numbers.length);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("says the same whatever the order of the entries", { tags: "property" }, () => {
    fc.assert(
      fc.property(requestRegisters(100), (requests) => {
        const options = { year: 2022 };
        expect(tallyRegister([...requests].reverse(), options).tables).toEqual(tallyRegister(requests, options).tables);
      }),
      { numRuns: 20 },
    );
  });
});

const fine: RequestEntry = {
  number: "1",
  applicant: "naturalPerson",
  received: "2023-02-01",
  closed: "2023-02-10",
  outcome: "granted",
};

describe("where a request counts", () => {
  it.each([
    ["received and closed in the year", {}, ["received", "granted"]],
    ["received on the first day, closed on the last", { received: "2023-01-01", closed: "2023-12-31" }, ["received", "granted"]],
    ["received the day before", { received: "2022-12-31" }, ["broughtForward", "granted"]],
    ["closed the day after", { closed: "2024-01-01" }, ["received", "carriedForward"]],
    ["open for years", { received: "2019-05-15", closed: null, outcome: null }, ["broughtForward", "carriedForward"]],
    ["open, and said so", { closed: "", outcome: "carriedForward" }, ["received", "carriedForward"]],
    ["closed on the day it came in", { closed: "2023-02-01" }, ["received", "granted"]],
    [
      "closed later with an outcome of a later form",
      { closed: "2024-06-01", outcome: "whatever" },
      ["received", "carriedForward"],
    ],
    ["a leap day", { received: "2020-02-29" }, ["broughtForward", "granted"]],
    ["the leap day of a century", { received: "2000-02-29" }, ["broughtForward", "granted"]],
  ] as const)("%s", (_, change, rows) => {
    const { recordNumbers, findings } = tallyRegister([{ ...fine, ...change }], { year: 2023 });
    expect(Object.keys(recordNumbers).sort()).toEqual(rows.map((row) => `requests.${row}.naturalPerson`).sort());
    expect(findings.filter(({ code }) => code !== "register.implausibleDates")).toEqual([]);
  });

  it.each([
    ["closed before the year", { received: "2022-01-01", closed: "2022-12-31" }, "concludedBefore"],
    ["received after the year", { received: "2024-01-01", closed: null }, "receivedAfter"],
  ] as const)("not at all: %s", (_, change, fate) => {
    const result = tallyRegister([{ ...fine, ...change }], { year: 2023 });
    expect(result.recordNumbers).toEqual({});
    expect(result.requests[fate]).toBe(1);
    expect(result.findings.map(({ code, severity }) => [code, severity])).toEqual(
      fate === "receivedAfter" ? [["register.receivedAfterYear", "advice"]] : [],
    );
  });

  it("follows the edition of the year", () => {
    const old = { ...fine, received: "2020-02-01", closed: "2020-02-10", outcome: "otherHandling" };
    expect(tallyRegister([old], { year: 2020 }).tables.requests).toHaveProperty("otherHandling.total", 1);
    const [found] = tallyRegister([old], { year: 2020, edition: "2021" }).findings;
    expect(found).toMatchObject({ code: "register.unknownValue", path: "requests.0.outcome", actual: "otherHandling" });
  });
});

describe("what cannot be counted", () => {
  it.each([
    ["no number", { number: " " }, "register.numberMissing", "requests.0.number"],
    ["a date that is none", { received: "2023-02-29" }, "register.invalidDate", "requests.0.received"],
    ["a leap day that a century does not have", { received: "1900-02-29" }, "register.invalidDate", "requests.0.received"],
    ["a date in another notation", { received: "1/2/2023" }, "register.invalidDate", "requests.0.received"],
    ["a closing date that is none", { closed: "soon" }, "register.invalidDate", "requests.0.closed"],
    ["closed before received", { closed: "2023-01-31" }, "register.closedBeforeReceived", "requests.0.closed"],
    ["closed without outcome", { outcome: null }, "register.closedWithoutResult", "requests.0.outcome"],
    ["closed but said to be open", { outcome: "carriedForward" }, "register.closedWithoutResult", "requests.0.outcome"],
    ["unknown category", { applicant: "martian" }, "register.unknownValue", "requests.0.applicant"],
    ["the total as a category", { applicant: "total" }, "register.unknownValue", "requests.0.applicant"],
    ["an inherited key as a category", { applicant: "constructor" }, "register.unknownValue", "requests.0.applicant"],
    ["a group as an outcome", { outcome: "refused" }, "register.unknownValue", "requests.0.outcome"],
    ["the total as an outcome", { outcome: "concluded" }, "register.unknownValue", "requests.0.outcome"],
  ])("%s", (_, change, code, path) => {
    const result = tallyRegister([{ ...fine, ...change }], { year: 2023, language: "en" });
    expect(result.findings.map((found) => [found.code, found.severity, found.path])).toEqual([[code, "error", path]]);
    expect(result.findings[0]?.message).not.toMatch(/[{}]/);
    expect(result.requests).toEqual({ counted: 0, concludedBefore: 0, receivedAfter: 0, merged: 0, rejected: 1 });
    expect(result.tables.requests.received.total).toBe(0);
  });

  it("counts the first of two entries with one number and different days, whatever spaces or width it is written in", () => {
    const result = tallyRegister([fine, { ...fine, number: " １", received: "2023-02-02" }], { year: 2023 });
    expect(result.findings.map(({ code, path }) => [code, path])).toEqual([["register.duplicateNumber", "requests.1.number"]]);
    expect(result.requests.counted).toBe(1);
    expect(result.tables.requests.concluded.total).toBe(1);
  });

  it("counts an entry with a result but no closing date as open, and says so", () => {
    const result = tallyRegister([{ ...fine, closed: null }], { year: 2023 });
    expect(result.findings.map(({ code, severity }) => [code, severity])).toEqual([["register.resultWithoutDate", "warning"]]);
    expect(result.tables.requests.carriedForward.total).toBe(1);
  });

  it("reports entries that are no objects", () => {
    const nothing = [null, undefined, 5, "2023-1", []] as unknown as (RequestEntry & CaseEntry)[];
    const { findings, requests, cases } = tallyRegister(nothing, { year: 2023, cases: nothing });
    expect([requests.rejected, cases.rejected]).toEqual([5, 5]);
    expect(findings.filter(({ code }) => code === "register.numberMissing").length).toBe(10);
  });

  it("survives values that are no text", () => {
    const hostile = [null, 7, {}, []].map((value, i) => ({
      number: `n${i}`,
      applicant: value,
      received: value,
      closed: value,
      outcome: value,
    }));
    const result = tallyRegister(hostile as unknown as RequestEntry[], { year: 2023 });
    expect(result.requests.rejected).toBe(4);
    expect(result.findings.length).toBeGreaterThanOrEqual(4);
  });

  it.each([2015, 2023.5, Number.NaN, 99_999])("refuses the year %s", (year) => {
    expect(() => tallyRegister([], { year })).toThrowError(expect.objectContaining({ code: "register.year" }));
  });
});

describe("where a case counts", () => {
  const decided: CaseEntry = {
    number: "复1",
    kind: "reconsideration",
    filed: "2023-02-01",
    closed: "2023-04-10",
    result: "corrected",
  };

  it.each([
    ["decided in the year", {}, "corrected"],
    ["filed before, decided in the year", { filed: "2021-02-01" }, "corrected"],
    ["decided after the year", { closed: "2024-01-01" }, "pending"],
    ["still pending", { closed: null, result: null }, "pending"],
    ["still pending, and said so", { closed: null, result: "pending" }, "pending"],
  ] as const)("%s", (_, change, field) => {
    const result = tallyRegister([], { year: 2023, cases: [{ ...decided, ...change }] });
    expect(result.recordNumbers).toEqual({ [`remedies.reconsideration.${field}`]: ["复1"] });
    expect(recordsCountedIn(result, "remedies.reconsideration.total")).toEqual(["复1"]);
    expect(result.findings).toEqual([]);
  });

  it.each([
    ["the group of both kinds of lawsuit", { kind: "litigation" }, "register.unknownValue", "cases.0.kind"],
    ["decided without a result", { result: "" }, "register.closedWithoutResult", "cases.0.result"],
    ["decided but pending", { result: "pending" }, "register.closedWithoutResult", "cases.0.result"],
    ["decided before it was filed", { closed: "2023-01-01" }, "register.closedBeforeReceived", "cases.0.closed"],
  ])("not at all: %s", (_, change, code, path) => {
    const result = tallyRegister([], { year: 2023, cases: [{ ...decided, ...change }] });
    expect(result.findings.map((found) => [found.code, found.path])).toEqual([[code, path]]);
    expect(result.cases.rejected).toBe(1);
  });
});

describe("last year’s report", () => {
  const cases: readonly CaseEntry[] = [
    { number: "复1", kind: "reconsideration", filed: "2022-11-01", closed: "2023-01-20", result: "upheld" },
    { number: "复2", kind: "reconsideration", filed: "2023-02-01", closed: null },
    { number: "诉1", kind: "directLitigation", filed: "2022-11-01", closed: "2022-12-20", result: "upheld" },
    { number: "诉2", kind: "directLitigation", filed: "2021-11-01", closed: null },
  ];
  const pending = (reconsideration: number | null, directLitigation: number) =>
    ({
      edition: "2021",
      year: 2022,
      remedies: { reconsideration: { pending: reconsideration }, directLitigation: { pending: directLitigation } },
    }) as const;
  const codes = (result: { findings: readonly { code: string }[] }) =>
    result.findings
      .map(({ code }) => code)
      .filter((code) => code !== "register.publishedUnusable" && code !== "register.implausibleDates");

  it("is held against the cases that were open when the year began, kind by kind", () => {
    const of = (...published: Parameters<typeof pending>) =>
      tallyRegister([], { year: 2023, cases, published: pending(...published) });
    expect(codes(of(1, 1))).toEqual([]);
    expect(codes(of(null, 1))).toEqual([]);
    const { findings } = of(3, 0);
    expect(codes({ findings })).toEqual(["register.pendingCases", "register.pendingCases"]);
    const found = findings.filter(({ code }) => code === "register.pendingCases");
    expect(found.map((one) => [one.path, one.severity, one.expected, one.actual, one.difference])).toEqual([
      ["remedies.reconsideration.pending", "warning", 3, 1, -2],
      ["remedies.directLitigation.pending", "warning", 0, 1, 1],
    ]);
    expect(found[0]?.message).toMatch(/^行政复议：按台账，2022年底尚未审结1件，2022年报告公布的“尚未审结”为3件，相差2件。/);
  });

  it("says nothing of cases where there is no register of them", () => {
    expect(codes(tallyRegister([], { year: 2023, published: pending(3, 3) }))).toEqual([]);
  });

  it("of another year is not compared, and that is said once", () => {
    const { findings } = tallyRegister([], { year: 2023, cases, published: { ...pending(9, 9), year: 2021 } });
    expect(findings.map(({ code }) => code)).toEqual(
      ["register.publishedUnusable", "register.implausibleDates"].filter((code) => findings.some((one) => one.code === code)),
    );
    expect(findings.filter(({ code }) => code === "register.publishedUnusable")[0]?.message).toBe(
      "所附上年报告不能用于核对结转：该报告为2021年，应为2022年。",
    );
  });
});

describe("recordsCountedIn", () => {
  it.each(["disclosure.administrativeFees.feesCollected", "requests.refused.total", "__proto__"])("refuses %s", (address) => {
    expect(() => recordsCountedIn(tallyRegister([], { year: 2023 }), address)).toThrowError(
      expect.objectContaining({ code: "register.unknownCell" }),
    );
  });
});
