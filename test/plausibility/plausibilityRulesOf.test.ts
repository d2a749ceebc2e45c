import { describe, expect, it } from "vitest";
import { type Agency, type Draft, editionIds, type RuleOutcome, reportBuilder, validate } from "../../src/index.js";
import { type PlausibilityOptions, plausibilityRulesOf } from "../../src/plausibility.js";
import { seda2023 } from "../support/seda.js";

function outcomeOf(draft: Draft, id: string, options: PlausibilityOptions = {}): RuleOutcome | undefined {
  const rules = plausibilityRulesOf(draft.edition, options);
  return validate(draft, { rules }).verdicts.find(({ rule }) => rule === id)?.outcome;
}

const rulesReported = (agency: Partial<Agency>): Draft => ({
  edition: "2021",
  agency,
  disclosure: { administrativeRules: { issued: 0, repealed: 0, inForce: 2 } },
});

const empty = reportBuilder("2021", { agency: { name: "某市" }, year: 2023 })
  .disclosure({}, { omitted: 0 })
  .requests({}, { omitted: 0 })
  .remedies({}, { omitted: 0 })
  .build();

describe("plausibilityRulesOf", () => {
  it.each<[Partial<Agency>, RuleOutcome]>([
    [{ level: "national", kind: "department" }, "holds"],
    [{ level: "national" }, "holds"],
    [{ level: "provincial", kind: "government" }, "holds"],
    [{ level: "provincial", kind: "department" }, "violated"],
    [{ level: "provincial" }, "undetermined"],
    [{ level: "prefectural", kind: "government" }, "holds"],
    [{ level: "prefectural", kind: "department" }, "violated"],
    [{ level: "county", kind: "government" }, "violated"],
    [{ level: "county" }, "violated"],
    [{ level: "township" }, "violated"],
    [{ kind: "government" }, "undetermined"],
    [{}, "undetermined"],
  ])("asks whether %j may make 规章: %s", (agency, outcome) => {
    expect(outcomeOf(rulesReported(agency), "plausibility.ruleMakingPower")).toBe(outcome);
  });

  it("takes an agency without rules as it is", () => {
    const agency = { level: "county" } as const;
    expect(outcomeOf({ ...seda2023, agency: { name: "色达县", ...agency } }, "plausibility.ruleMakingPower")).toBe("holds");
    expect(outcomeOf({ edition: "2021", agency }, "plausibility.ruleMakingPower")).toBe("undetermined");
    const old = { edition: "2019", agency, disclosure: { administrativeRules: { newlyMade: 1 } } } as const;
    expect(outcomeOf(old, "plausibility.ruleMakingPower")).toBe("violated");
  });

  it.each<[Draft, PlausibilityOptions, RuleOutcome]>([
    [{ ...empty, agency: { name: "某市", level: "prefectural" } }, {}, "violated"],
    [{ ...empty, agency: { name: "某县", level: "county", kind: "government" } }, {}, "violated"],
    [{ ...empty, agency: { name: "某局", level: "county", kind: "department" } }, {}, "holds"],
    [{ ...empty, agency: { name: "某镇", level: "township" } }, {}, "holds"],
    [empty, {}, "undetermined"],
    [empty, { large: true }, "violated"],
    [empty, { large: false }, "holds"],
    [seda2023, { large: true }, "holds"],
    [{ edition: "2021" }, { large: true }, "undetermined"],
  ])("asks whether a large agency reports nothing (%#)", (draft, options, outcome) => {
    expect(outcomeOf(draft, "plausibility.allZero", options)).toBe(outcome);
  });

  it.each<[number | null, number | null, RuleOutcome]>([
    [3, 2, "violated"],
    [3, 3, "holds"],
    [0, 4, "holds"],
    [null, 4, "undetermined"],
    [3, null, "undetermined"],
  ])("compares %s issued with %s in force: %s", (issued, inForce, outcome) => {
    const draft: Draft = { edition: "2021", disclosure: { normativeDocuments: { issued, inForce } } };
    expect(outcomeOf(draft, "plausibility.newWithinAll.normativeDocuments")).toBe(outcome);
    const old: Draft = {
      edition: "2019",
      disclosure: { normativeDocuments: { newlyDisclosed: issued, totalDisclosed: inForce } },
    };
    expect(outcomeOf(old, "plausibility.newWithinAll.normativeDocuments")).toBe(outcome);
  });

  it.each<[string | undefined, RuleOutcome]>([
    ["无", "violated"],
    [" 无。\n", "violated"],
    ["暂无", "violated"],
    ["—", "violated"],
    ["无重大问题，但公开的时效性有待提高。", "holds"],
    ["", "undetermined"],
    [undefined, "undetermined"],
  ])("asks what section 五 says: %j", (problems, outcome) => {
    const narrative = problems === undefined ? {} : { problems };
    expect(outcomeOf({ edition: "2021", narrative }, "plausibility.problemsSaid")).toBe(outcome);
  });

  it.each<["2021" | "2019", number, RuleOutcome]>([
    ["2021", 2021, "holds"],
    ["2021", 2030, "holds"],
    ["2021", 2020, "violated"],
    ["2019", 2020, "holds"],
    ["2019", 2023, "violated"],
    ["2019", 2015, "violated"],
  ])("compares edition %s with %i: %s", (edition, year, outcome) => {
    expect(outcomeOf({ edition, year }, "plausibility.edition")).toBe(outcome);
  });

  it.each<[string, Draft["narrative"], string | undefined, RuleOutcome]>([
    ["says nothing of a fee", { other: "无。" }, undefined, "violated"],
    ["speaks of one", { other: "发出收费通知1件，未收取信息处理费。" }, undefined, "holds"],
    ["speaks of another charge only", { other: "本年行政事业性收费38万元，差旅费用下降。" }, undefined, "violated"],
    ["is not there", {}, undefined, "undetermined"],
    ["says nothing, but the fee is known", { other: "无。" }, "0", "holds"],
  ])("asks for the fee where row 22 is not 0 and section 六 %s", (_, narrative, fee, outcome) => {
    const draft: Draft = {
      edition: "2021",
      requests: { feeNotPaidInTime: { total: 1 } },
      ...(narrative === undefined ? {} : { narrative }),
      ...(fee === undefined ? {} : { informationProcessingFee: fee }),
    };
    expect(outcomeOf(draft, "plausibility.feeMentioned")).toBe(outcome);
  });

  it("asks for no fee where none was asked, and where the edition has no such row", () => {
    expect(outcomeOf({ ...seda2023, narrative: { other: "无。" } }, "plausibility.feeMentioned")).toBe("holds");
    expect(outcomeOf({ edition: "2019" }, "plausibility.feeMentioned")).toBeUndefined();
  });

  it.each(editionIds)("has rules of %s with one face: an advice with its reason", (edition) => {
    const rules = plausibilityRulesOf(edition);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(rule).toMatchObject({ scope: "report", family: "plausibility", severity: "advice", basis: "heuristic" });
      for (const sentence of [rule.statement, rule.reason, ...(rule.kind === "function" ? [rule.message] : [])]) {
        expect(sentence.zh.length).toBeGreaterThan(5);
        expect(sentence.en.length).toBeGreaterThan(10);
      }
      expect(rule.citation.length).toBeGreaterThan(0);
    }
  });

  it("never makes a report wrong", () => {
    const result = validate({ ...empty, agency: { name: "某市", level: "prefectural" } }, { rules: plausibilityRulesOf("2021") });
    expect(result.status).not.toBe("unbalanced");
    expect(result.findings.map(({ severity }) => severity)).toEqual(["advice"]);
  });
});

describe("what a government reports beside its problems (条例第50条第（四）项)", () => {
  const government = { kind: "government", level: "county" } as const;
  const all = "监督保障：纳入年度工作考核，开展社会评议，未发生责任追究。";

  it.each<[string, Draft, RuleOutcome]>([
    ["all of it in section 一", { edition: "2021", agency: government, narrative: { overview: all } }, "holds"],
    [
      "all of it in a part of section 一",
      { edition: "2021", agency: government, narrative: { overview: { supervision: all } } },
      "holds",
    ],
    ["nothing of it", { edition: "2021", agency: government, narrative: { overview: "加强培训。" } }, "violated"],
    ["no text at all", { edition: "2021", agency: government }, "undetermined"],
    ["a department", { edition: "2021", agency: { kind: "department" }, narrative: { overview: "加强培训。" } }, "holds"],
    [
      "a township",
      { edition: "2021", agency: { kind: "government", level: "township" }, narrative: { overview: "好。" } },
      "undetermined",
    ],
    ["an agency of which nothing is known", { edition: "2021", narrative: { overview: "好。" } }, "undetermined"],
  ])("%s", (_, draft, outcome) => {
    expect(outcomeOf(draft, "plausibility.accountability")).toBe(outcome);
  });

  it("names what is missing", () => {
    const draft = { edition: "2021", agency: government, narrative: { overview: "纳入年度考核。" } } as const;
    const [finding] = validate(draft, { rules: plausibilityRulesOf("2021") }).findings;
    expect(finding).toMatchObject({ rule: "plausibility.accountability", severity: "advice", path: "narrative.overview" });
    expect(finding?.message).toContain("社会评议、责任追究结果");
  });
});
