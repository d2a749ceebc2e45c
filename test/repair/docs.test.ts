import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ruleAnalysisPage } from "../../docs/generate/ruleAnalysis.js";
import { mutantTable, tallies, weightTable } from "./mutantTable.js";

const page = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");

describe("the page about locating errors", () => {
  const results = tallies();

  it.each([
    ["en", "locating-errors.md"],
    ["zh", "locating-errors.zh-CN.md"],
  ] as const)("states in %s what the mutants show today, and the weights as they are", (language, name) => {
    expect(page(name)).toContain(mutantTable(results, language));
    expect(page(name)).toContain(weightTable(language));
  });

  it("may say that no visible single slip of table 三 is missed, and that all but exchanges stand alone", () => {
    for (const { kind, visible, found, unique, first } of results.filter(({ kind }) => kind.startsWith("三"))) {
      expect(visible).toBeGreaterThan(100);
      expect(found).toBe(visible);
      if (kind === "三: neighbours exchanged") continue;
      expect(first).toBe(visible);
      expect(unique / visible).toBeGreaterThan(0.7);
    }
  });
});

describe("the page about the rules", () => {
  it("is what the generator makes of them", () => {
    expect(page("rule-analysis.md")).toBe(ruleAnalysisPage("en"));
    expect(page("rule-analysis.zh-CN.md")).toBe(ruleAnalysisPage("zh"));
  });
});
