import { describe, expect, it } from "vitest";
import { type Draft, type LinearRule, type LinearTerm, type Rule, validate } from "../../src/index.js";
import { ownRule } from "./ownRule.js";

const A = "remedies.reconsideration.upheld";
const B = "remedies.reconsideration.corrected";
const PENDING = "remedies.reconsideration.pending";
const C = "remedies.directLitigation.corrected";
const MONEY = "disclosure.administrativeFees.feesCollected";

const rule = (terms: readonly LinearTerm[], rest: Partial<LinearRule> = {}): LinearRule =>
  ownRule(terms, { citation: [{ source: "regulations", article: 50 }], ...rest });

const block = (upheld: number, corrected: number, pending: number, total: number): Draft => ({
  edition: "2021",
  remedies: {
    reconsideration: { upheld, corrected, otherResult: 0, pending, total },
    directLitigation: { corrected: 9 },
  },
  disclosure: { administrativeFees: { feesCollected: "1.5" } },
});

/** What is said of the rules of the caller alone, or of the balances where there are none. */
const said = (draft: Draft, rules: readonly Rule[], language: "zh" | "en") =>
  validate(draft, { rules, language, ...(rules.length === 0 ? {} : { profile: { remedies: "off" } }) }).findings;

const REMEDIES = "行政复议：结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计：";
const FLOW = "总计：一、本年新收政府信息公开申请数量 + 二、上年结转政府信息公开申请数量 = （七）总计 + 四、结转下年度继续办理：";
const flows: Draft = {
  edition: "2021",
  requests: { received: { total: 3 }, broughtForward: { total: 1 }, concluded: { total: 1 }, carriedForward: { total: 5 } },
};
const term = (sign: 1 | -1, address: string): LinearTerm => [sign, address, "this"];

describe("the sentence about a balance", () => {
  it.each<readonly [string, Draft, readonly Rule[], string]>([
    ["shows what is not 0", block(3, 0, 1, 5), [], `${REMEDIES}各项之和为3 + 1 = 4，“总计”填报5，相差1。`],
    ["shows no sum of one figure", block(3, 0, 0, 5), [], `${REMEDIES}各项之和为3，“总计”填报5，相差2。`],
    ["shows a sum of nothing", block(0, 0, 0, 5), [], `${REMEDIES}各项之和为0，“总计”填报5，相差5。`],
    [
      "leaves out the 0 of three figures",
      block(3, 0, 4, 5),
      [rule([term(1, A), term(1, B), term(1, PENDING), term(-1, C)])],
      "自定：各项之和为3 + 4 = 7，“未经复议直接起诉”填报9，相差2。",
    ],
    ["says by how much, whichever way", block(3, 0, 1, 1), [], `${REMEDIES}各项之和为3 + 1 = 4，“总计”填报1，相差3。`],
    ["names both sides of several figures", flows, [], `${FLOW}左侧各项之和为3 + 1 = 4，右侧各项之和为1 + 5 = 6，相差2。`],
    [
      "names a figure by its row where the rule reads several rows",
      block(3, 2, 0, 5),
      [rule([term(1, A), term(1, B), term(-1, C)])],
      "自定：各项之和为3 + 2 = 5，“未经复议直接起诉”填报9，相差4。",
    ],
    [
      "keeps the 0 of two figures",
      block(3, 0, 0, 5),
      [rule([term(1, A), term(1, B), term(-1, C)])],
      "自定：各项之和为3 + 0 = 3，“未经复议直接起诉”填报9，相差6。",
    ],
    [
      "names a figure that alone stands on the left",
      block(3, 2, 0, 5),
      [rule([term(1, A), term(-1, B), term(-1, C)])],
      "自定：“行政复议”填报3，右侧各项之和为2 + 9 = 11，相差8。",
    ],
    [
      "writes signs",
      block(3, 2, 0, 5),
      [rule([term(-1, A), term(-1, B), term(1, C)], { constant: 5 })],
      "自定：各项之和为−3 − 2 + 9 = 4，限值为5，相差1。",
    ],
    [
      "is exact at any size",
      block(Number.MAX_SAFE_INTEGER, 2, 0, 5),
      [rule([term(1, A), term(1, B), term(-1, C)])],
      "自定：各项之和为9007199254740991 + 2 = 9007199254740993，“未经复议直接起诉”填报9，相差9007199254740984。",
    ],
    [
      "is exact where only the constant is large",
      block(3, 2, 0, 5),
      [rule([term(1, A)], { constant: Number.MAX_SAFE_INTEGER })],
      "自定：“结果维持”填报3，限值为9007199254740991，相差9007199254740988。",
    ],
    [
      "says how far a bound is passed",
      block(3, 2, 0, 5),
      [rule([term(1, A)], { relation: "<=", constant: 2 })],
      "自定：“结果维持”填报3，限值为2，超出1。",
    ],
    [
      "says how far a bound is missed",
      block(3, 2, 0, 5),
      [rule([term(1, A), term(1, B)], { relation: ">=", constant: 20 })],
      "自定：各项之和为3 + 2 = 5，限值为20，超出15。",
    ],
  ])("%s", (_, draft, rules, sentence) => {
    const source = rules.length === 0 ? "国办公开办函〔2021〕30号" : "条例第50条";
    expect(said(draft, rules, "zh").map(({ message }) => message)).toEqual([`${sentence}请核对相关数据。（${source}）`]);
  });

  it.each<readonly [string, LinearRule, readonly unknown[], string]>([
    [
      "states money in 万元, as the form does",
      rule([term(1, MONEY)], { relation: "<=", constant: 1_000_000 }),
      ["1.5", "1", "-0.5", "0.5"],
      "自定：“本年收费金额（单位：万元）”填报1.5，限值为1，超出0.5。请核对相关数据。（条例第50条）",
    ],
    [
      "adds a constant to the figure beside it",
      rule([term(1, A), term(-1, B)], { constant: 5 }),
      [3, 7, 4, 4],
      "自定：“结果维持”填报3，右侧各项之和为2 + 5 = 7，相差4。请核对相关数据。（条例第50条）",
    ],
    [
      "takes a constant away",
      rule([term(1, A), term(1, B), term(-1, C)], { constant: -6 }),
      [5, 3, -2, 2],
      "自定：各项之和为3 + 2 = 5，右侧各项之和为9 − 6 = 3，相差2。请核对相关数据。（条例第50条）",
    ],
    [
      "ends with its request where a rule cites nothing",
      rule([term(1, A)], { citation: [], constant: 2 }),
      [3, 2, -1, 1],
      "自定：“结果维持”填报3，限值为2，相差1。请核对相关数据。",
    ],
  ])("%s", (_, own, sums, sentence) => {
    const [finding] = said(block(3, 2, 0, 5), [own], "zh");
    expect(finding?.message).toBe(sentence);
    expect([finding?.expected, finding?.actual, finding?.difference, finding?.params["gap"]]).toEqual(sums);
  });

  it("ends with its request in English too", () => {
    const [finding] = said(block(3, 2, 0, 5), [rule([term(1, A)], { citation: [], constant: 2 })], "en");
    expect(finding?.message).toMatch(/off by 1\. Check these figures\.$/);
  });

  it("is said in English too", () => {
    expect(said(block(3, 2, 0, 5), [rule([term(1, A), term(1, B), term(-1, C)])], "en").map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^own: the parts add up to 3 \+ 2 = 5, “litigation without prior reconsideration” states 9; off by 4\. Check these figures\. \(.+\)$/,
      ),
    ]);
  });

  it("points at the figure that alone stands on the right, and at none of several", () => {
    const path = (...terms: readonly LinearTerm[]) => said(block(3, 2, 0, 5), [rule(terms)], "zh").map((finding) => finding.path);
    expect(path(term(1, A), term(1, B), term(-1, C))).toEqual([C]);
    expect(path(term(1, A), term(-1, B), term(-1, C))).toEqual([null]);
    expect(path(term(1, A), term(1, B))).toEqual([null]);
  });

  it("comes with both sums, exactly", () => {
    const sums = (draft: Draft, own: LinearRule) =>
      said(draft, [own], "zh").map(({ expected, actual, difference, params }) => [expected, actual, difference, params["gap"]]);
    const own = rule([term(1, A), term(1, B), term(-1, C)]);
    expect(sums(block(3, 2, 0, 5), own)).toEqual([[5, 9, 4, 4]]);
    expect(sums(block(30, 2, 0, 5), own)).toEqual([[32, 9, -23, 23]]);
    const most = Number.MAX_SAFE_INTEGER;
    expect(sums(block(most, most, 0, 5), own)).toEqual([["18014398509481982", 9, "-18014398509481973", "18014398509481973"]]);
  });
});

describe("the sentence about the domain of a figure", () => {
  const domain = (address: string, rest: object): Rule =>
    ({ ...rule([]), kind: "domain", cells: [address], type: "count", min: 0, scale: 0, ...rest }) as Rule;

  it.each<readonly [string, Rule, string]>([
    [A, domain(A, { min: 5 }), "表四第1行第1列（行政复议，结果维持）应为自定，实为3。请更正。（条例第50条）"],
    [
      MONEY,
      domain(MONEY, { type: "amount" }),
      "表二第6行第1列（行政事业性收费，本年收费金额（单位：万元））应为自定，实为1.5。请更正。（条例第50条）",
    ],
  ])("of %s names it, what is asked of it and what it is", (address, own, sentence) => {
    expect(said(block(3, 2, 0, 5), [own], "zh")).toMatchObject([{ path: address, message: sentence, severity: "error" }]);
  });

  it.each<readonly [Draft, string, string]>([
    [{ edition: "2021", remedies: { reconsideration: { upheld: -1 } } }, "应为不小于0的整数，实为-1。", "-1"],
    [{ edition: "2021", remedies: { reconsideration: { upheld: 1.5 } } }, "应为不小于0的整数，实为1.5。", "1.5"],
  ])("%j: what it is, as it stands", (draft, sentence, found) => {
    const [finding] = validate(draft).findings;
    expect(finding?.message).toContain(sentence);
    expect(finding).toMatchObject({ code: "domain.violated", path: A, actual: found });
  });
});

describe("the figures that a finding names", () => {
  it.each<readonly [string, Draft, Rule | null, unknown]>([
    [
      "an amount as it is stated",
      block(3, 0, 0, 3),
      { ...rule([]), kind: "domain", cells: [MONEY], type: "amount", min: 0, scale: 0 },
      "1.5",
    ],
    ["what is no number", { edition: "2021", remedies: { reconsideration: { upheld: "4" } } } as unknown as Draft, null, "4"],
    ["a negative count", { edition: "2021", remedies: { reconsideration: { upheld: -4 } } }, null, -4],
  ])("are there as the report has them: %s", (_, draft, own, value) => {
    const { findings } = validate(draft, own === null ? {} : { rules: [own] });
    expect(findings.flatMap(({ cells }) => cells.map((cell) => cell.value))).toEqual([value]);
  });

  it("are no part of an explanation where they have a sign", () => {
    const change = "disclosure.administrativeLicensing.change";
    const own = rule([term(1, change)], { constant: 4 });
    const { findings, groups } = validate(
      { edition: "2019", disclosure: { administrativeLicensing: { change: 5 } } },
      { rules: [own] },
    );
    expect([findings.map((finding) => finding.rule), groups]).toEqual([["own.rule"], []]);
  });
});

describe("places", () => {
  it("are those of the figures, and none where none are known", () => {
    const [finding] = validate(block(3, 0, 1, 5)).findings;
    expect(finding?.cells.map(({ value, place }) => [value, place])).toEqual([3, 0, 0, 1, 5].map((value) => [value, null]));
  });
});
