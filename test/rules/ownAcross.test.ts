import { describe, expect, it } from "vitest";
import { validateConsolidation } from "../../src/consolidation.js";
import type { Draft, LinearRule } from "../../src/index.js";
import { validateSeries } from "../../src/series.js";
import { ownRule as rule } from "./ownRule.js";

const FEES = "disclosure.administrativeFees.feesCollected";
const UPHELD = "remedies.reconsideration.upheld";
const CORRECTED = "remedies.reconsideration.corrected";

const report = (name: string, year: number, feesCollected: string, upheld: number, corrected: number): Draft => ({
  edition: "2021",
  agency: { name },
  year,
  disclosure: { administrativeFees: { feesCollected } },
  remedies: { reconsideration: { upheld, corrected } },
});

/** Whatever order a caller writes the figures in, each is said of the report that states it, money in 万元. */
describe("a rule of the caller over several reports", () => {
  it.each<readonly [string, LinearRule, string, unknown]>([
    [
      "money of two years, this year first",
      rule(
        [
          [1, FEES, "this"],
          [-1, FEES, "previous"],
        ],
        { scope: "years" },
      ),
      "自定：某县2023年“本年收费金额（单位：万元）”填报12.5，某县2022年“本年收费金额（单位：万元）”填报1.5，相差11。请核对相关数据。",
      ["12.5", "1.5", "-11"],
    ],
    [
      "money and a constant",
      rule(
        [
          [1, FEES, "this"],
          [-1, FEES, "previous"],
        ],
        { scope: "years", relation: "<=", constant: 1_000_000 },
      ),
      "自定：某县2023年“本年收费金额（单位：万元）”填报12.5，右侧各项之和为1.5 + 1 = 2.5，超出10。请核对相关数据。",
      ["12.5", "2.5", "-10"],
    ],
    [
      "several figures of this year",
      rule(
        [
          [1, UPHELD, "this"],
          [1, CORRECTED, "this"],
          [-1, UPHELD, "previous"],
        ],
        { scope: "years" },
      ),
      "自定：各项之和为4 + 3 = 7，某县2022年“结果维持”填报2，相差5。请核对相关数据。",
      [7, 2, -5],
    ],
  ])("%s", (_, own, message, sums) => {
    const series = [report("某县", 2022, "1.5", 2, 1), report("某县", 2023, "12.5", 4, 3)];
    const found = validateSeries(series, { rules: [own] }).findings.find((finding) => finding.rule === own.id);
    expect([found?.message, [found?.expected, found?.actual, found?.difference]]).toEqual([message, sums]);
    expect(found?.cells.map((cell) => [cell.report.year, cell.value])).toEqual(
      own.terms.map(([, address, of]) => {
        const year = of === "this" ? 2023 : 2022;
        return [year, { [FEES]: year === 2023 ? "12.5" : "1.5", [UPHELD]: year === 2023 ? 4 : 2, [CORRECTED]: 3 }[address]];
      }),
    );
  });

  it.each<readonly [string, LinearRule, string, readonly unknown[]]>([
    [
      "money of two levels",
      rule(
        [
          [1, FEES, "this"],
          [-1, FEES, "children"],
        ],
        { scope: "levels", relation: ">=", constant: -500_000 },
      ),
      "自定：某市2023年“本年收费金额（单位：万元）”填报9，右侧各项之和为14 − 0.5 = 13.5，超出4.5。请核对相关数据。",
      ["9", "1.5", "12.5"],
    ],
    [
      "figures of several rows",
      rule(
        [
          [1, UPHELD, "children"],
          [-1, UPHELD, "this"],
          [-1, CORRECTED, "this"],
        ],
        { scope: "levels" },
      ),
      "自定：所汇总报告合计“结果维持”填报6，右侧各项之和为5 + 5 = 10，相差4。请核对相关数据。",
      [5, 5, 2, 4],
    ],
  ])("%s", (_, own, message, values) => {
    const below = [report("甲县", 2023, "1.5", 2, 1), report("乙县", 2023, "12.5", 4, 3)];
    const parent = report("某市", 2023, "9", 5, 5);
    const { findings } = validateConsolidation(parent, below, { complete: true, rules: [own] });
    const found = findings.find((finding) => finding.rule === own.id);
    expect(found?.message).toBe(message);
    expect(found?.cells.map(({ value }) => value)).toEqual(values);
  });

  it("is said in English too", () => {
    const own = rule(
      [
        [1, UPHELD, "this"],
        [-1, UPHELD, "previous"],
      ],
      { scope: "years" },
    );
    const series = [report("某县", 2022, "1.5", 2, 1), report("某县", 2023, "12.5", 4, 3)];
    const found = validateSeries(series, { rules: [own], language: "en" }).findings.find((finding) => finding.rule === own.id);
    expect(found?.message).toBe(
      "own: 某县 2023 “decision upheld” states 4, 某县 2022 “decision upheld” states 2; off by 2. Check these figures.",
    );
  });
});
