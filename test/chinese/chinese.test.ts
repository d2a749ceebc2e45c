import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromChinese, toChinese } from "../../src/chinese.js";
import { type Draft, describeForm, editionIds, toJson } from "../../src/index.js";
import { figureIn } from "../../src/report/figures.js";
import { anyReport, mutable } from "../support/arbitraries.js";

const whole: Draft = {
  edition: "2021",
  year: 2023,
  agency: { name: "某县人民政府", kind: "government", level: "county", regionCode: "513333" },
  signedOn: "2024-01-20",
  publishedOn: "2024-01-31",
  disclosure: { administrativeFees: { feesCollected: "38.09533" } },
  requests: { granted: { naturalPerson: 4, otherOrganization: null }, otherReasons: { total: 1 } },
  remedies: { litigationAfterReconsideration: { pending: 2 } },
  narrative: { overview: { preamble: "一段文字", platform: "平台" }, problems: "问题", other: "事项" },
  informationProcessingFee: "100",
};

const read = (input: unknown): Draft => {
  const result = fromChinese(input, { language: "en" });
  if (!result.success) throw new Error(result.findings.map(({ message }) => message).join("\n"));
  return result.data;
};

const codes = (input: unknown): readonly string[] => {
  const result = fromChinese(input);
  return result.success ? [] : result.findings.map(({ code }) => code);
};

describe("a report with Chinese keys", () => {
  it("has the labels of the form as keys, in canonical order", () => {
    expect(toChinese(whole)).toEqual({
      格式版本: "2021",
      报告年度: 2023,
      机关: { 名称: "某县人民政府", 性质: "人民政府", 层级: "县级", 行政区划代码: "513333" },
      落款日期: "2024-01-20",
      公布日期: "2024-01-31",
      表二: { 行政事业性收费: { "本年收费金额（单位：万元）": "38.09533" } },
      表三: { "（一）予以公开": { 自然人: 4, 其他: null }, "3.其他": { 总计: 1 } },
      表四: { 复议后起诉: { 尚未审结: 2 } },
      "信息处理费（单位：元）": "100",
      总体情况: { 引言: "一段文字", 政府信息公开平台建设: "平台" },
      存在的主要问题及改进情况: "问题",
      其他需要报告的事项: "事项",
    });
    expect(Object.keys(toChinese(whole)).slice(0, 3)).toEqual(["格式版本", "报告年度", "机关"]);
  });

  it("is read back as it was", { tags: "property" }, () => {
    expect(read(toChinese(whole))).toEqual(whole);
    expect(read({ 格式版本: "2021", 总体情况: "一段" }).narrative).toEqual({ overview: "一段" });
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(toJson(read(JSON.parse(JSON.stringify(toChinese(report)))))).toBe(toJson(report));
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it.each(editionIds)("has a key of its own for every figure of edition %s", (edition) => {
    const { cells } = describeForm(edition);
    for (const [index, cell] of cells.entries()) {
      const value = cell.unit === "amount" ? String(index) : index;
      const draft = { edition, [cell.table]: { [cell.record]: { [cell.field]: value } } } as unknown as Draft;
      expect(figureIn(read(toChinese(draft)), cell.address)).toBe(value);
    }
  });

  it.each([
    [{ 表三: { 予以公开: { 自然人: 4 } } }, "requests.granted.naturalPerson"],
    [{ 表三: { "（一） 予以公开": { "自 然 人": 4 } } }, "requests.granted.naturalPerson"],
    [{ 表三: { "(一)予以公开": { 公民: 4 } } }, "requests.granted.naturalPerson"],
    [{ 表三: { '3.危及"三安全一稳定"': { 合计: 4 } } }, "requests.securityAndStability.total"],
    [{ 表三: { "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": { 总计: 4 } } }, "requests.partiallyGranted.total"],
    [{ 收到和处理政府信息公开申请情况: { 逾期不补正: { 总计: 4 } } }, "requests.requestNotClarifiedInTime.total"],
    [{ 表四: { 行政复议: { 维持: 4 } } }, "remedies.reconsideration.upheld"],
    [{ 表二: { 规范性文件: { 本年制发数量: 4 } } }, "disclosure.normativeDocuments.issued"],
  ])("takes usual wordings: %j", (input, address) => {
    expect(figureIn(read({ 格式版本: "2021", ...input }), address)).toBe(4);
  });

  it.each([
    [{}, ["chinese.edition"]],
    [null, ["chinese.edition"]],
    [{ 格式版本: 2021 }, ["chinese.edition"]],
    [{ 格式版本: "2021", 表五: {} }, ["chinese.unknownKey"]],
    [{ 格式版本: "2021", 表三: { 予以不公开: {} } }, ["chinese.unknownKey"]],
    [{ 格式版本: "2021", 表三: { 予以公开: { 自然人: 1 }, "（一）予以公开": { 自然人: 2 } } }, ["chinese.twice"]],
    [{ 格式版本: "2021", 表三: { 总计: { 自然人: 1 } } }, []],
    [{ 格式版本: "2021", 表三: [1] }, ["chinese.type"]],
    [{ 格式版本: "2021", 表三: 4 }, ["chinese.type"]],
    [{ 格式版本: "2021", 表三: { 予以公开: { 自然人: -1 } } }, ["schema.value"]],
    [{ 格式版本: "2021", 机关: { 名称: "某局", 性质: "公司" } }, ["schema.value"]],
    [JSON.parse('{"格式版本":"2021","__proto__":{"x":1}}'), ["chinese.unknownKey"]],
    [{ 格式版本: "2021", constructor: {} }, ["chinese.unknownKey"]],
  ])("%j: %j", (input, expected) => {
    expect(codes(input)).toEqual(expected);
  });

  it("changes nothing", () => {
    const before = mutable(whole);
    toChinese(whole);
    expect(whole).toEqual(before);
  });
});
