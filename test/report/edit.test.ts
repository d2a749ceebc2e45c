import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DisclosureReportError,
  type Draft,
  describeForm,
  figureAt,
  mergeDrafts,
  parseDraft,
  withFigure,
  withFigures,
} from "../../src/index.js";
import { anyReport } from "../support/arbitraries.js";

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof DisclosureReportError) return error.code;
    throw error;
  }
  return "nothing thrown";
};

describe("one figure of a draft", () => {
  const draft = { edition: "2021", requests: { granted: { total: 4, naturalPerson: null } } } as const;

  it("is read by its address; blank and missing are null", () => {
    expect(figureAt(draft, "requests.granted.total")).toBe(4);
    expect(figureAt(draft, "requests.granted.naturalPerson")).toBeNull();
    expect(figureAt(draft, "remedies.litigationAfterReconsideration.total")).toBeNull();
  });

  it("with a typo in its address does not compile, and is an error", () => {
    // @ts-expect-error: no such row
    expect(codeOf(() => figureAt(draft, "requests.grantd.total"))).toBe("figure.unknownAddress");
    // @ts-expect-error: a row of the 2019 edition
    expect(codeOf(() => figureAt(draft, "requests.otherHandling.total"))).toBe("figure.unknownAddress");
    // @ts-expect-error: no such row
    expect(codeOf(() => withFigure(draft, "requests.grantd.total", 1))).toBe("figure.unknownAddress");
    // @ts-expect-error: nothing inherited is an address
    expect(codeOf(() => figureAt(draft, "constructor.prototype.name"))).toBe("figure.unknownAddress");
  });

  it("is set in a copy", () => {
    const before = JSON.stringify(draft);
    const after = withFigure(draft, "requests.granted.total", null);
    expect(figureAt(after, "requests.granted.total")).toBeNull();
    expect(withFigures(draft, { "remedies.reconsideration.upheld": 2, "requests.granted.naturalPerson": 4 })).toEqual({
      edition: "2021",
      requests: { granted: { total: 4, naturalPerson: 4 } },
      remedies: { reconsideration: { upheld: 2 } },
    });
    expect(JSON.stringify(draft)).toBe(before);
  });

  it.each([
    ["requests.granted.total", -1],
    ["requests.granted.total", 1.5],
    ["requests.granted.total", "4"],
    ["disclosure.administrativeFees.feesCollected", 3.5],
    ["disclosure.administrativeFees.feesCollected", "1e3"],
  ] as const)("refuses %s = %s", (address, value) => {
    expect(codeOf(() => withFigure(draft, address, value))).toBe("figure.invalid");
  });

  it("makes any draft from nothing, figure by figure", { tags: "property" }, () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { cells } = describeForm(report.edition);
        const figures = cells.map(({ address }) => [address, figureAt<Draft>(report, address)] as const);
        const made = withFigures({ edition: report.edition } as Draft, Object.fromEntries(figures));
        for (const { address } of cells) expect(figureAt(made, address)).toBe(figureAt<Draft>(report, address));
        expect(parseDraft(made)).toEqual(made);
      }),
      { numRuns: 30, seed: 1 },
    );
  });
});

describe("merging drafts", () => {
  it("takes each figure from the draft that states it, and the head of the first", () => {
    const { draft, findings } = mergeDrafts([
      { edition: "2021", year: 2023, agency: { name: "某县" }, requests: { granted: { total: 4, naturalPerson: null } } },
      { edition: "2021", year: 2023, agency: { level: "county" }, requests: { granted: { naturalPerson: 4 } } },
    ]);
    expect(draft).toEqual({
      edition: "2021",
      year: 2023,
      agency: { name: "某县", level: "county" },
      requests: { granted: { total: 4, naturalPerson: 4 } },
    });
    expect(findings).toEqual([]);
  });

  it("leaves blank what is stated twice and differently, and says so", () => {
    const { draft, findings } = mergeDrafts([
      { edition: "2021", year: 2023, requests: { granted: { total: 4 } } },
      { edition: "2021", year: 2022, requests: { granted: { total: 5 } } },
    ]);
    expect(draft).toEqual({ edition: "2021", year: 2023, requests: { granted: { total: null } } });
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ["merge.conflict", "requests.granted.total"],
      ["merge.head", "year"],
    ]);
  });

  it("refuses none, and drafts on two editions", () => {
    expect(codeOf(() => mergeDrafts([]))).toBe("merge.editions");
    expect(codeOf(() => mergeDrafts([{ edition: "2021" }, { edition: "2019" }] as readonly Draft[]))).toBe("merge.editions");
  });
});
