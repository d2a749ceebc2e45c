import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFiling, filingRules } from "../../src/filing.js";
import { type Draft, validate } from "../../src/index.js";
import { anyReport } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";

type Head = Omit<Draft<"2021">, "edition">;

const found = (head: Head): readonly string[] => checkFiling({ edition: "2021", ...head }).findings.map(({ rule }) => rule ?? "");
const outcomeOf = (head: Head, id: string) =>
  checkFiling({ edition: "2021", ...head }).verdicts.find(({ rule }) => rule === id)?.outcome;

const department = { year: 2023, agency: { kind: "department" } } as const;
const government = { year: 2023, agency: { kind: "government" } } as const;
const unknownKind = { year: 2023 } as const;

describe("checkFiling", () => {
  it.each<[string, Head, readonly string[]]>([
    ["a department on its last day", { ...department, publishedOn: "2024-01-31" }, []],
    ["a department a day late", { ...department, publishedOn: "2024-02-01" }, ["filing.deadline"]],
    ["a government on its last day", { ...government, publishedOn: "2024-03-31" }, []],
    ["a government a day late", { ...government, publishedOn: "2024-04-01" }, ["filing.deadline"]],
    ["an agency of unknown kind in February", { ...unknownKind, publishedOn: "2024-02-10" }, []],
    ["an agency of unknown kind in April", { ...unknownKind, publishedOn: "2024-04-01" }, ["filing.deadline"]],
    ["a late signature without a date of publication", { ...department, signedOn: "2024-02-05" }, ["filing.deadline"]],
    ["a report on the last day of its year", { ...department, publishedOn: "2023-12-31" }, ["filing.yearIsOver"]],
    ["a report on the first day after its year", { ...department, publishedOn: "2024-01-01" }, []],
    [
      "a report signed after it was published",
      { ...department, signedOn: "2024-01-21", publishedOn: "2024-01-20" },
      ["filing.signedFirst"],
    ],
    ["a report signed on the day", { ...department, signedOn: "2024-01-20", publishedOn: "2024-01-20" }, []],
    ["a year of the other edition", { year: 2020 }, ["plausibility.edition"]],
    ["a year before any edition", { year: 2015 }, ["plausibility.edition"]],
    ["a fee that no tariff gives", { informationProcessingFee: "105" }, ["filing.feeMultiple"]],
    ["a fee in 万元 by mistake", { informationProcessingFee: "0.12" }, ["filing.feeMultiple"]],
    ["a lawful fee", { informationProcessingFee: "2200.00" }, []],
    ["no fee", { informationProcessingFee: "0" }, []],
    ["a fee before there were rates", { year: 2020, informationProcessingFee: "105" }, ["plausibility.edition"]],
    ["a signature in the year itself", { ...department, signedOn: "2023-01-20" }, ["filing.yearIsOver"]],
    [
      "a signature in the year, published after it",
      { ...department, signedOn: "2023-01-20", publishedOn: "2024-01-20" },
      ["filing.yearIsOver"],
    ],
    ["a township in June", { year: 2023, agency: { kind: "government", level: "township" }, publishedOn: "2024-06-01" }, []],
    ["nothing at all", {}, []],
  ])("judges %s", (_, head, expected) => {
    expect(found(head)).toEqual(expected);
  });

  it("leaves open what it cannot know", () => {
    expect(outcomeOf({ ...unknownKind, publishedOn: "2024-02-10" }, "filing.deadline")).toBe("undetermined");
    expect(outcomeOf({}, "filing.deadline")).toBe("undetermined");
    expect(outcomeOf({ year: 2023, agency: { level: "township" }, publishedOn: "2024-06-01" }, "filing.deadline")).toBe(
      "undetermined",
    );
    expect(outcomeOf({ ...department, signedOn: "2023-01-20" }, "filing.deadline")).toBe("undetermined");
    expect(outcomeOf({ ...department, year: 2018, publishedOn: "2019-05-01" }, "filing.deadline")).toBe("undetermined");
    expect(outcomeOf({ ...department, year: 2019, publishedOn: "2020-02-01" }, "filing.deadline")).toBe("violated");
    expect(outcomeOf({ year: 2023, publishedOn: "2024-02-30" }, "filing.yearIsOver")).toBe("undetermined");
  });

  it("names both dates where both lie in the year", () => {
    const draft = { edition: "2021", ...department, signedOn: "2023-01-19", publishedOn: "2023-01-20" } as const;
    const said = (language: "zh" | "en") => checkFiling(draft, { language }).findings.map(({ message }) => message);
    expect(said("zh")).toEqual([
      "公布日期为2023-01-20，落款日期为2023-01-19，2023年尚未结束，数据不可能完整。请核对日期和报告年度。",
    ]);
    expect(said("en")[0]).toMatch(/^The report was published on 2023-01-20 and signed on 2023-01-19, before 2023 was over/);
  });

  it("says by how many days, in both languages", () => {
    const draft = { edition: "2021", ...government, publishedOn: "2024-04-10" } as const;
    const [late] = checkFiling(draft, { language: "en" }).findings;
    expect(late).toMatchObject({
      severity: "advice",
      path: "publishedOn",
      expected: "2024-03-31",
      actual: "2024-04-10",
      difference: 10,
    });
    expect(late?.message).toContain("a government");
    expect(checkFiling(draft).findings[0]?.message).toContain("人民政府");
  });

  it("takes a profile", () => {
    const draft = { edition: "2021", informationProcessingFee: "105" } as const;
    expect(checkFiling(draft, { profile: { "filing.feeMultiple": "off" } }).findings).toEqual([]);
    expect(checkFiling(draft, { profile: { filing: "error" } }).findings[0]?.severity).toBe("error");
  });

  it("runs only its own rules, and reads no figure", () => {
    const { verdicts } = checkFiling(seda2023);
    expect(verdicts.every(({ rule }) => rule.startsWith("filing.") || rule === "plausibility.edition")).toBe(true);
    expect(filingRules().flatMap(({ cells }) => cells)).toEqual([]);
  });

  it("never relates 信息处理费 to 行政事业性收费", { tags: "property" }, () => {
    fc.assert(
      fc.property(anyReport, fc.nat(10_000), (report, tens) => {
        const check = checkFiling({ ...report, informationProcessingFee: String(tens * 10) });
        expect(check.findings).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("has rules that validate takes", () => {
    const { findings } = validate({ edition: "2021", informationProcessingFee: "7" }, { rules: filingRules() });
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([["filing.feeMultiple", "warning"]]);
  });
});
