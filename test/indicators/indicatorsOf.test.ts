import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Draft, describeForm, editionIds } from "../../src/index.js";
import { indicatorDefinitionsOf, indicatorsOf } from "../../src/indicators.js";
import { figureIn as figureAt } from "../../src/report/figures.js";
import { anyReport } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";

function shareIn(draft: Draft, id: string): string | null | undefined {
  return indicatorsOf(draft).find((indicator) => indicator.id === id)?.value;
}

describe("indicators", () => {
  it.each(editionIds)("of edition %s have a definition in both languages and source figures on the form", (edition) => {
    const { byAddress } = describeForm(edition);
    const all = indicatorDefinitionsOf(edition);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { name, definition, numerator, denominator } of all) {
      for (const text of [name.zh, name.en, definition.zh, definition.en]) expect(text).not.toMatch(/^$|undefined/);
      expect([numerator.length > 0, denominator.length > 0]).toEqual([true, true]);
      for (const address of [...numerator, ...denominator]) expect(byAddress).toHaveProperty([address]);
    }
  });

  it.each([
    ["granted.total", 1, 1],
    ["granted.naturalPerson", 1, 1],
    ["grantedOrPartiallyGranted", 2, 1],
    ["notProvided", 8 + 3, 1],
    ["corrected.reconsideration", 1, 3],
    ["corrected.litigation", 2, 6],
    ["carriedForward", 1, 2],
  ])("%s is made of so many figures", (id, numerator, denominator) => {
    const found = indicatorDefinitionsOf("2021").find((indicator) => indicator.id === id);
    expect([found?.numerator.length, found?.denominator.length]).toEqual([numerator, denominator]);
  });

  it("of a published report", () => {
    expect(shareIn(seda2023, "granted.total")).toBe("1");
    expect(shareIn(seda2023, "notProvided")).toBe("0");
    expect(shareIn(seda2023, "carriedForward")).toBe("0");
    expect(shareIn(seda2023, "granted.commercialEnterprise")).toBeNull();
    expect(shareIn(seda2023, "corrected.litigation")).toBeNull();
  });

  it("keep pending cases out of the denominator", () => {
    const block = { upheld: 5, corrected: 1, otherResult: 0, pending: 94, total: 100 };
    expect(shareIn({ edition: "2021", remedies: { reconsideration: block } }, "corrected.reconsideration")).toBe("0.166667");
  });

  it("tell nothing apart from unknown", () => {
    const draft: Draft = {
      edition: "2021",
      requests: { granted: { total: 0, naturalPerson: null }, concluded: { total: 0, naturalPerson: 3 } },
    };
    const of = (id: string) => indicatorsOf(draft).find((indicator) => indicator.id === id);
    expect(of("granted.total")).toMatchObject({ status: "zeroDenominator", value: null, of: { numerator: 0, denominator: 0 } });
    expect(of("granted.naturalPerson")).toMatchObject({
      status: "undetermined",
      value: null,
      of: { numerator: null, denominator: 3 },
      blanks: ["requests.granted.naturalPerson"],
    });
  });

  it.each([
    ["more than the whole", 5, 3],
    ["a total that was left 0", 5, 0],
  ])("give no share of figures that contradict one: %s", (_, total, whole) => {
    const draft: Draft = { edition: "2021", requests: { granted: { total }, concluded: { total: whole } } };
    expect(indicatorsOf(draft).find(({ id }) => id === "granted.total")).toMatchObject({
      status: "contradictory",
      value: null,
      of: { numerator: total, denominator: whole },
    });
  });

  it("are shares from 0 to 1 of what their source figures add up to", { tags: "property" }, () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const { numerator, denominator, value, of, status } of indicatorsOf(report)) {
          const sum = (addresses: readonly string[]) =>
            addresses.reduce((total, address) => total + Number(figureAt(report, address)), 0);
          expect(of).toEqual({ numerator: sum(numerator), denominator: sum(denominator) });
          expect(status).toBe(sum(denominator) === 0 ? "zeroDenominator" : "value");
          if (value === null) continue;
          expect(Number(value)).toBeCloseTo(sum(numerator) / sum(denominator), 5);
          expect(Number(value)).toBeGreaterThanOrEqual(0);
          expect(Number(value)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });
});
