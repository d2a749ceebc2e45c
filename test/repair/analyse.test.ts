import { describe, expect, it } from "vitest";
import { ruleAnalysisPage } from "../../docs/generate/ruleAnalysis.js";
import { rulesOf } from "../../src/check.js";
import { describeForm, editionIds, type LinearRule } from "../../src/index.js";
import { hardSystems } from "../../src/repair/system.js";
import { obstacle, release, tableauOf } from "../../src/repair/tableau.js";
import { analyseRules } from "../../src/repair.js";

function extra(id: string, left: readonly string[], right: readonly string[]): LinearRule {
  return {
    kind: "linear",
    id,
    family: "extra",
    scope: "report",
    severity: "error",
    basis: "heuristic",
    citation: [],
    cells: [...left, ...right],
    terms: [...left.map((address) => [1, address, "this"] as const), ...right.map((address) => [-1, address, "this"] as const)],
    relation: "=",
    constant: 0,
    statement: { zh: id, en: id },
  };
}

describe("analyseRules", () => {
  it.each([
    ["2021", 42, 40, 175, 10],
    ["2019", 40, 38, 161, 22],
  ] as const)("knows what the balances of %s can tell", (edition, balances, rank, locatable, invisible) => {
    const analysis = analyseRules(edition);
    expect([analysis.balances, analysis.rank]).toEqual([balances, rank]);
    expect(analysis.redundant.length).toBe(balances - rank);
    expect(analysis.contradictory).toEqual([]);
    expect(analysis.locatable.length).toBe(locatable);
    expect(analysis.locatable.every((address) => address.startsWith("requests."))).toBe(true);
    expect(analysis.interchangeable.map((group) => group.length)).toEqual([5, 5, 5]);
    expect(analysis.interchangeable.flat().every((address) => address.startsWith("remedies."))).toBe(true);
    expect(analysis.invisible.length).toBe(invisible);
    expect(analysis.invisible.every((address) => address.startsWith("disclosure."))).toBe(true);
    expect(analysis.watched.length).toBe(describeForm(edition).cells.length);
  });

  it("names the balances that read a figure", () => {
    const { watched } = analyseRules("2021");
    expect(watched.find(({ address }) => address === "requests.concluded.naturalPerson")?.rules).toEqual([
      "flow.naturalPerson",
      "outcomes.naturalPerson",
      "applicants.concluded",
    ]);
  });

  it("sees that an extra rule says nothing new", () => {
    const twice = rulesOf("2021").find(({ id }) => id === "remedies.reconsideration");
    const reads = (sign: 1 | -1) =>
      twice?.kind === "linear" ? twice.terms.flatMap(([own, address]) => (own === sign ? [address] : [])) : [];
    const rule = extra("extra.again", reads(1), reads(-1));
    const { rank, redundant } = analyseRules("2021", [rule]);
    expect(rank).toBe(40);
    expect(redundant).toContainEqual({ rule: "extra.again", follows: ["remedies.reconsideration"] });
  });

  it("sees that extra rules leave a figure nothing but 0", () => {
    const block = "remedies.reconsideration";
    const { contradictory } = analyseRules("2021", [extra("extra.narrow", [`${block}.upheld`], [`${block}.total`])]);
    expect(contradictory.map(({ address }) => address)).toEqual([
      `${block}.corrected`,
      `${block}.otherResult`,
      `${block}.pending`,
    ]);
    expect(contradictory[0]?.rules).toEqual(["remedies.reconsideration", "extra.narrow"]);
  });

  it("tells figures of a block apart once an extra rule watches one", () => {
    const rule = extra("extra.apart", ["remedies.reconsideration.pending"], ["requests.carriedForward.total"]);
    const { locatable, interchangeable } = analyseRules("2021", [rule]);
    expect(locatable).toContain("remedies.reconsideration.pending");
    expect(interchangeable[0]?.length).toBe(4);
  });

  it("keeps whole numbers where coefficients are not 1", () => {
    const block = "remedies.reconsideration";
    const double = extra(
      "extra.double",
      [`${block}.upheld`, `${block}.upheld`, `${block}.upheld`],
      [`${block}.corrected`, `${block}.corrected`],
    );
    const { rank, contradictory } = analyseRules("2021", [double]);
    expect(rank).toBe(41);
    expect(contradictory).toEqual([]);
  });
});

describe("the balances of every edition", () => {
  it.each(editionIds)("%s are a network: elimination never leaves −1, 0 and 1", (edition) => {
    for (const { matrix, cells } of hardSystems(edition)) {
      const tableau = tableauOf(
        matrix,
        cells.map((_, i) => (i * 7919) % 1000),
      );
      for (const column of cells.keys()) release(tableau, column, (column * 7919) % 1000);
      expect(obstacle(tableau)).toBe(-1);
      expect(tableau.rows.every((row) => row.every((own) => own === 0 || Math.abs(own) === 1))).toBe(true);
    }
  });
});

describe("the page about the rules", () => {
  it("is generated, the same every time, and names both editions", () => {
    const page = ruleAnalysisPage("en");
    expect(ruleAnalysisPage("en")).toBe(page);
    for (const edition of editionIds) expect(page).toContain(`## Edition ${edition}`);
    expect(page).toContain("rank 40");
    expect(page).toContain("`applicants.concluded`");
  });
});
