import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Draft, describeForm } from "../../src/index.js";
import { compareReports, renderComparisonHtml, renderComparisonMarkdown, SHARE_DECIMALS } from "../../src/series.js";
import { anyReport, reports } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";

const FEES = "disclosure.administrativeFees.feesCollected";
const LICENCES = "disclosure.administrativeLicensing.decisions";

function change(address: string, from: number | string | null, to: number | string | null) {
  const [, record = "", field = ""] = address.split(".");
  const draft = (value: unknown): Draft => ({ edition: "2021", disclosure: { [record]: { [field]: value } } }) as Draft;
  return compareReports(draft(from), draft(to)).changes.find((found) => found.address === address);
}

describe("compareReports", () => {
  it.each([
    [LICENCES, 8, 10, 2, "0.25"],
    [LICENCES, 3, 2, -1, "-0.333333"],
    [LICENCES, 3, 0, -3, "-1"],
    [LICENCES, 5, 5, 0, "0"],
    [LICENCES, 90_000_000, 89_999_999, -1, "0"],
    [LICENCES, 0, 5, 5, null],
    [LICENCES, 0, 0, 0, null],
    [LICENCES, null, 5, null, null],
    [LICENCES, 5, null, null, null],
    [LICENCES, 3, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 3, "3002399751580329.333333"],
    [FEES, "0.1", "0.3", "0.2", "2"],
    [FEES, "38.09533", "38.095331", "0.000001", "0"],
    [FEES, "12.50", "12.5", "0", "0"],
    [FEES, "2", "0.5", "-1.5", "-0.75"],
    [FEES, "0", "0.5", "0.5", null],
  ])("%s from %s to %s", (address, from, to, difference, ratio) => {
    expect(change(address, from, to)).toMatchObject({ difference, ratio });
  });

  it("measures the change of a negative figure by its size", () => {
    const draft = (value: number): Draft => ({ edition: "2019", disclosure: { administrativeFees: { change: value } } });
    const found = compareReports(draft(-4), draft(-2)).changes.find(
      ({ address }) => address === "disclosure.administrativeFees.change",
    );
    expect(found).toMatchObject({ difference: 2, ratio: "0.5" });
  });

  it("says of a report and itself that nothing changed", { tags: "property" }, () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { changes, onlyInFrom, onlyInTo } = compareReports(report, report);
        expect(changes.length).toBe(describeForm(report.edition).cells.length);
        expect(changes.every(({ from, to, difference }) => from === to && Number(difference) === 0)).toBe(true);
        expect([onlyInFrom, onlyInTo]).toEqual([[], []]);
      }),
      { numRuns: 20 },
    );
  });

  it("says the opposite the other way round, with at most the stated decimals", { tags: "property" }, () => {
    fc.assert(
      fc.property(reports("2021"), reports("2021"), (a, b) => {
        const there = compareReports(a, b).changes;
        const back = compareReports(b, a).changes;
        there.forEach(({ difference, ratio }, i) => {
          expect(Number(difference)).toBe(0 - Number(back[i]?.difference));
          if (ratio !== null) expect(ratio).toMatch(new RegExp(`^-?\\d+(\\.\\d{1,${SHARE_DECIMALS}})?$`));
        });
      }),
      { numRuns: 20 },
    );
  });

  it("accounts for every figure of two editions", () => {
    const { changes, onlyInFrom, onlyInTo } = compareReports({ edition: "2019" }, { edition: "2021" });
    expect(changes.length + onlyInFrom.length).toBe(describeForm("2019").cells.length);
    expect(changes.length + onlyInTo.length).toBe(describeForm("2021").cells.length);
  });
});

describe("其他处理 against its three rows", () => {
  const old = (total: number | null): Draft => ({
    edition: "2019",
    year: 2020,
    requests: { otherHandling: { total, naturalPerson: 1 } },
  });
  const next = (...totals: readonly (number | null)[]): Draft => {
    const [notClarified = null, unpaid = null, other = null] = totals;
    return {
      edition: "2021",
      year: 2021,
      requests: {
        requestNotClarifiedInTime: { total: notClarified },
        feeNotPaidInTime: { total: unpaid },
        otherReasons: { total: other },
      },
    };
  };
  const grouped = (a: Draft, b: Draft) => {
    const { grouped: found } = compareReports(a, b);
    expect(found.length).toBe(7);
    return found.find(({ addresses }) => [...addresses.from, ...addresses.to].includes("requests.otherHandling.total"));
  };

  it.each([
    ["from one row to three", old(4), next(1, 2, 3), 4, 6, 2, "0.5"],
    ["from three rows to one", next(1, 2, 3), old(4), 6, 4, -2, "-0.333333"],
    ["one of the three is blank", old(4), next(1, null, 3), 4, null, null, null],
    ["the one is blank", old(null), next(1, 2, 3), null, 6, null, null],
    ["from nothing", old(0), next(0, 0, 3), 0, 3, 3, null],
  ] as const)("%s", (_, a, b, from, to, difference, ratio) => {
    expect(grouped(a, b)).toMatchObject({ unit: "count", from, to, difference, ratio });
  });

  it("is nothing where both are on one form, and is printed in one line", () => {
    expect(compareReports(old(1), old(2)).grouped).toEqual([]);
    const lines = renderComparisonMarkdown(compareReports(old(4), next(1, 2, 3)), { language: "en" })
      .trimEnd()
      .split("\n");
    expect(lines.filter((line) => line.endsWith("| 4 | 6 | +2 | +50% |"))).toEqual([
      expect.stringContaining("table 三, row 21, column 7 + table 三, row 22, column 7 + table 三, row 23, column 7"),
    ]);
  });
});

describe("the printers", () => {
  const next: Draft = {
    ...seda2023,
    year: 2024,
    agency: { name: "<b>|`x`" },
    requests: { ...seda2023.requests, received: { ...seda2023.requests.received, total: 5, naturalPerson: 3 } },
  };
  const comparison = compareReports(seda2023, next);

  it("print the figures that changed, and all of them if asked", () => {
    const markdown = renderComparisonMarkdown(comparison).trimEnd().split("\n");
    expect(markdown.length).toBe(2 + 2);
    expect(markdown[2]).toBe("| 表三第1行第1列 | 一、本年新收政府信息公开申请数量，申请人情况/自然人 | 4 | 3 | -1 | -25% |");
    expect(renderComparisonMarkdown(comparison, { unchanged: true }).trimEnd().split("\n").length).toBe(2 + 200);
    expect(renderComparisonHtml(comparison).match(/<tr>/g)?.length).toBe(1 + 2);
    expect(renderComparisonHtml(comparison, { language: "en" })).toContain("<td>table 三, row 1, column 7</td>");
  });

  it("print a hostile name as text", () => {
    expect(renderComparisonHtml(comparison)).not.toContain("<b>");
    const [head] = renderComparisonMarkdown(comparison).split("\n");
    expect(head).toContain("\\<b\\>\\|\\`x\\`");
  });

  it("print the same text every time", () => {
    expect(renderComparisonHtml(compareReports(seda2023, next))).toBe(renderComparisonHtml(comparison));
  });
});
