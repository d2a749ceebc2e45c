import { describe, expect, it } from "vitest";
import { placeIn } from "../../src/findings/finding.js";
import { leafOf } from "../../src/form/cells.js";
import type { Heading } from "../../src/form/types.js";
import { describeForm } from "../../src/index.js";
import type { GridRow } from "../../src/reading/grid.js";
import { labelText, normalizeLabel, splitMarker } from "../../src/reading/labelText.js";
import { MAX_LABEL_LENGTH } from "../../src/reading/limits.js";
import { hasAmounts, readRemark } from "../../src/reading/remarks.js";
import type { SourceDocument, SourceParagraph, SourceTable } from "../../src/reading/source.js";
import { type Statements, statementsOf, statementsWithin, together } from "../../src/reading/statements.js";
import { readUnit } from "../../src/reading/units.js";

const place = placeIn("html");

const headings = new Map<string, Heading>(
  (["2021", "2019"] as const).flatMap((id) =>
    describeForm(id).cells.flatMap(({ recordPath, fieldPath }) =>
      [...recordPath, ...fieldPath].map((heading) => [heading.term.id, heading] as const),
    ),
  ),
);
const heading = (id: string): Heading => {
  const found = headings.get(id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe("a unit", () => {
  it.each([
    ["万元", "money 万元"],
    ["元", "money 元"],
    ["亿元", "money 亿元"],
    ["单位万元", "money 万元"],
    ["单位为万元", "money 万元"],
    ["单位是元", "money 元"],
    ["单位均为元", "money 元"],
    ["金额单位万元", "money 万元"],
    ["计量单位元", "money 元"],
    ["货币单位元", "money 元"],
    ["统计单位件", "count"],
    ["数量单位件", "count"],
    ["以万元为单位", "money 万元"],
    ["均以万元计", "money 万元"],
    ["以件计", "count"],
    ["人民币万元", "money 万元"],
    ["单位万元保留两位小数", "money 万元"],
    ["单位万元请保留小数点后6位", "money 万元"],
    ["单位万元精确到2位小数", "money 万元"],
    ["单位万元应精确至小数点后两位", "money 万元"],
    ["件", "count"],
    ["件次", "count"],
    ["条", "count"],
    ["个", "count"],
    ["项", "count"],
    ["次", "count"],
    ["份", "count"],
    ["宗", "count"],
    ["起", "count"],
    ["例", "count"],
    ["篇", "count"],
    ["件条", "count"],
    ["条件", "count"],
    ["百万元", "unknown 百万元"],
    ["千元", "unknown 千元"],
    ["百元", "unknown 百元"],
    ["千万元", "unknown 千万元"],
    ["美元", "unknown 美元"],
    ["万美元", "unknown 万美元"],
    ["美金", "unknown 美金"],
    ["港元", "unknown 港元"],
    ["港币", "unknown 港币"],
    ["欧元", "unknown 欧元"],
    ["日元", "unknown 日元"],
    ["人民币", "unknown 人民币"],
    ["万件", "unknown 万件"],
    ["千条", "unknown 千条"],
    ["百个", "unknown 百个"],
    ["十项", "unknown 十项"],
    ["人", "unknown 人"],
    ["人次", "unknown 人次"],
    ["户", "unknown 户"],
    ["家", "unknown 家"],
  ])("%s: %s", (text, expected) => {
    const unit = readUnit(text);
    expect(unit === null ? null : [unit.kind, ...("name" in unit ? [unit.name] : [])].join(" ")).toBe(expected);
  });

  it.each([
    "",
    "万",
    "亿",
    "单位",
    "某某单位",
    "单位名称",
    "万元以上",
    "约万元",
    "元件",
    "吨",
    `${"万".repeat(40)}元`,
    "单位万元其中",
    "万人民币元",
    "万单位元",
    "万以元",
    "件外",
  ])("%j is none", (text) => {
    expect(readUnit(text)).toBeNull();
  });
});

describe("a remark behind a heading", () => {
  const kind = (remark: string, id: string, year: number | null = 2023, amounts = false) => {
    const read = readRemark(remark, { heading: heading(id), amounts, year });
    return read.kind === "money" ? read.unit : read.kind;
  };

  it.each<readonly [string, string, string]>([
    ["本年", "decisions", "neutral"],
    ["本年度", "decisions", "neutral"],
    ["当年", "decisions", "neutral"],
    ["年度", "decisions", "neutral"],
    ["本报告年度", "decisions", "neutral"],
    ["本年", "broughtForward", "unclear"],
    ["上年", "decisions", "unclear"],
    ["本年累计", "decisions", "unclear"],
    ["2023年", "decisions", "neutral"],
    ["2023", "decisions", "neutral"],
    ["2023年度", "decisions", "neutral"],
    ["指2023年办件量", "decisions", "neutral"],
    ["即2023年事项数", "decisions", "neutral"],
    ["为2023年数", "decisions", "neutral"],
    ["是2023年收到件数", "decisions", "neutral"],
    ["2023年全年", "decisions", "neutral"],
    ["2023年底", "decisions", "neutral"],
    ["2023年末数量", "decisions", "neutral"],
    ["2023年1月1日至12月31日", "decisions", "neutral"],
    ["2023年1月至12月", "decisions", "neutral"],
    ["2023年新增总数量", "decisions", "neutral"],
    ["2023年采购金额", "procurementAmount", "neutral"],
    ["2022年", "decisions", "unclear"],
    ["2022年", "previousItems", "neutral"],
    ["2023年", "previousItems", "unclear"],
    ["2023年上半年", "decisions", "unclear"],
    ["不含2023年", "decisions", "unclear"],
    ["23年", "decisions", "unclear"],
    ["第二十条第一项", "decisions", "neutral"],
    ["依据条例第36条", "decisions", "neutral"],
    ["根据政府信息公开条例第36条", "decisions", "neutral"],
    ["见中华人民共和国政府信息公开条例第三十六条第1款第2项", "decisions", "neutral"],
    ["对应第16条", "decisions", "neutral"],
    ["按第16条", "decisions", "neutral"],
    ["除第16条", "decisions", "unclear"],
    ["第16条除外", "decisions", "unclear"],
    ["注", "decisions", "neutral"],
    ["注1", "decisions", "neutral"],
    ["备注②", "decisions", "neutral"],
    ["说明", "decisions", "neutral"],
    ["12", "decisions", "neutral"],
    ["", "decisions", "neutral"],
    ["注123", "decisions", "unclear"],
    ["历史累计", "inForce", "neutral"],
    ["累计", "inForce", "neutral"],
    ["累计数", "totalDisclosed", "neutral"],
    ["累计总数", "inForce", "neutral"],
    ["累计数量", "inForce", "neutral"],
    ["累计", "decisions", "unclear"],
    ["历史累计", "issued", "unclear"],
    ["截至2023年底", "inForce", "neutral"],
    ["截止到2023年度末", "inForce", "neutral"],
    ["截至2023年12月31日", "inForce", "neutral"],
    ["截至本年底", "inForce", "neutral"],
    ["截至当年末", "inForce", "neutral"],
    ["截至2022年底", "inForce", "unclear"],
    ["截至2023年6月", "inForce", "unclear"],
    ["截至2023年底", "decisions", "unclear"],
    ["增用正值表示减用负值表示如8", "change", "neutral"],
    ["减少的用负数填写", "change", "neutral"],
    ["如8", "change", "neutral"],
    ["减用负值表示如8", "decisions", "unclear"],
    ["与上年相比", "change", "unclear"],
    ["不含下级减少用负数表示", "change", "unclear"],
    ["区分处理的", "partiallyGranted", "neutral"],
    ["不计其他情形", "partiallyGranted", "neutral"],
    ["区分处理的", "granted", "unclear"],
    ["区", "partiallyGranted", "unclear"],
    ["国家安全公共安全经济安全和社会稳定", "securityAndStability", "neutral"],
    ["人事管理后勤管理内部工作流程等信息", "internalAffairs", "neutral"],
    ["讨论记录过程稿磋商信函请示报告", "deliberativeProcess", "neutral"],
    ["国家安全除外", "securityAndStability", "unclear"],
    ["国家安全及公共安全", "securityAndStability", "neutral"],
    ["不含本年", "decisions", "unclear"],
    ["第16条一款", "decisions", "neutral"],
    ["第16条第十二项", "decisions", "neutral"],
    ["不含累计", "inForce", "unclear"],
    ["累计不含乡镇", "inForce", "unclear"],
    ["不含截至2023年底", "inForce", "unclear"],
    ["截至2023年底以外", "inForce", "unclear"],
    ["减用负数字表示", "change", "neutral"],
    ["如8不含乡镇", "change", "unclear"],
    ["数字填写", "change", "unclear"],
    ["与上年相比例如8", "change", "unclear"],
    ["同比增长率", "decisions", "unclear"],
    ["不含乡镇", "decisions", "unclear"],
    ["件", "decisions", "neutral"],
    ["单位件", "decisions", "neutral"],
    ["万件", "decisions", "unclear"],
    ["万元", "decisions", "unclear"],
  ])("%j behind %s: %s", (remark, id, expected) => {
    expect(kind(remark, id)).toBe(expected);
  });

  it("that names a year is not clear where the year of the report is not known", () => {
    expect([kind("2023年", "decisions", null), kind("本年", "decisions", null)]).toEqual(["unclear", "neutral"]);
    expect(kind("2023年", "previousItems", null)).toBe("unclear");
  });

  it.each([
    ["万元", "万元"],
    ["单位元", "元"],
    ["件", "unclear"],
    ["百万元", "unclear"],
    ["本年", "neutral"],
  ])("%s behind amounts: %s", (remark, expected) => {
    expect(kind(remark, "feesCollected", 2023, true)).toBe(expected);
  });

  it("knows which headings have amounts", () => {
    const paths = describeForm("2021").cells.map(({ fieldPath }) => fieldPath);
    expect(paths.filter(hasAmounts).map((path) => leafOf(path).term.id)).toEqual(["feesCollected"]);
  });
});

describe("a label", () => {
  it.each<readonly [string, string]>([
    ["行政许可", "行政许可"],
    [" 行 政\n许 可 ", "行政许可"],
    ["行政许可：", "行政许可"],
    ["《行政许可》", "行政许可"],
    ["“三安全一稳定”", "三安全一稳定"],
    ["ＡＢ１", "AB1"],
    ["行政許可", "行政许可"],
    ["本年增/减", "本年增减"],
    ["　行政—许可*", "行政许可"],
    ["行政许可﹣", "行政许可﹣"],
  ])("%j is compared as %s", (text, normal) => {
    expect(normalizeLabel(text)).toBe(normal);
  });

  it.each<readonly [string, string, string]>([
    ["一、本年新收", "一", "本年新收"],
    ["（一）予以公开", "一", "予以公开"],
    ["( 一 ) 予以公开", "一", "予以公开"],
    ["(十二)其他", "十二", "其他"],
    ["1.属于国家秘密", "1", "属于国家秘密"],
    ["1、属于国家秘密", "1", "属于国家秘密"],
    ["１．属于国家秘密", "1", "属于国家秘密"],
    ["12 属于国家秘密", "12", "属于国家秘密"],
    ["1)属于国家秘密", "1", "属于国家秘密"],
    ["①属于国家秘密", "①", "属于国家秘密"],
    ["⑴ 属于国家秘密", "⑴", "属于国家秘密"],
    ["㈠予以公开", "㈠", "予以公开"],
    ["一 、本年新收", "一", "本年新收"],
    ["予以公开", "", "予以公开"],
    ["三安全一稳定", "", "三安全一稳定"],
    ["一次性", "", "一次性"],
    ["（其他）处理", "", "（其他）处理"],
  ])("%j begins with the numbering %j", (text, marker, rest) => {
    const split = splitMarker(text);
    expect([split.marker, split.rest]).toEqual([marker, rest]);
  });

  it.each<readonly [string, string, readonly string[], string, readonly string[]]>([
    ["行政许可", "行政许可", ["行政许可"], "", []],
    ["1.行政许可", "1行政许可", ["行政许可"], "1", []],
    ["行政许可（件）", "行政许可件", ["行政许可件", "行政许可"], "", ["件"]],
    ["行政许可[件]*", "行政许可件", ["行政许可件", "行政许可"], "", ["件"]],
    ["行政许可【件】", "行政许可件", ["行政许可件", "行政许可"], "", ["件"]],
    ["行政许可〔件〕", "行政许可件", ["行政许可件", "行政许可"], "", ["件"]],
    ["（一）行政许可（甲）（乙）", "一行政许可甲乙", ["行政许可甲乙", "行政许可甲", "行政许可"], "一", ["乙", "甲"]],
    ["行政许可（甲）其他", "行政许可甲其他", ["行政许可甲其他"], "", []],
    ["行政许可（）", "行政许可", ["行政许可", "行政许可"], "", [""]],
  ])("%s", (text, whole, bares, marker, remarks) => {
    expect(labelText(text)).toEqual({ whole, bares, marker, remarks });
  });

  it("has four remarks at most", () => {
    expect(labelText(`行政许可${"（甲）".repeat(6)}`)?.remarks).toHaveLength(4);
  });

  it("may be as long as any that is looked up", () => {
    expect(labelText("字".repeat(MAX_LABEL_LENGTH))).not.toBeNull();
    expect(labelText("字".repeat(MAX_LABEL_LENGTH + 1))).toBeNull();
  });

  it.each(["", " ", "12", "1,110", "-", "——", "1 / 2", "12%", "+3", "。，", "字".repeat(10_000)])("%j is none", (text) => {
    expect(labelText(text)).toBeNull();
  });
});

describe("what is said beside a table", () => {
  const paragraph = (text: string): SourceParagraph => ({ kind: "paragraph", text, place });
  const table = (): SourceTable => ({ kind: "table", rows: [[{ text: "x", rowspan: 1, colspan: 1, place }]] });
  /** What is said of the only table, or the last one, among lines; `*` is a table. */
  const said = (lines: readonly string[], year: number | null = 2023) => {
    const blocks = lines.map((line) => (line === "*" ? table() : paragraph(line)));
    const document: SourceDocument = { format: "html", blocks };
    const last = blocks.filter((block) => block.kind === "table").at(-1);
    const found = last === undefined ? undefined : statementsOf(document, year).get(last);
    return [(found?.units ?? []).map(({ unit }) => ("name" in unit ? unit.name : unit.kind)), found?.otherYear?.text ?? null];
  };

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ["a line of its own", ["单位：万元", "*"], ["万元"]],
    ["in brackets", ["主动公开情况（单位：元）", "*"], ["元"]],
    ["two of them", ["（单位：件、万元）", "*"], ["count", "万元"]],
    ["with 计量", ["计量单位：件", "*"], ["count"]],
    ["by 以…为单位", ["本表金额以万元为单位", "*"], ["万元"]],
    ["by 以…计", ["本表金额以元计", "*"], ["元"]],
    ["alone in brackets", ["（万元）", "*"], ["万元"]],
    ["of another currency", ["（万美元）", "*"], ["万美元"]],
    ["in a note below", ["*", "注：金额单位为元"], ["元"]],
    ["not in another line below", ["*", "金额单位为元"], []],
    ["for the tables after it, until another", ["单位：元", "*", "其他", "*"], ["元"]],
    ["for the tables after it, as the last one says", ["单位：元", "*", "单位：万元", "*"], ["万元"]],
    ["not where it is an organisation", ["填报单位：某县财政局", "*"], []],
    ["not where it is the name of one", ["单位：某县财政局", "*"], []],
    ["behind a space", ["收费 单位：元", "*"], ["元"]],
    ["before a colon with a space", ["（单位 ：元）", "*"], ["元"]],
    ["by 以…为单位, in two measure words", ["以件次为单位", "*"], ["count"]],
    ["by 以…为单位, with a space", ["以万元 为单位", "*"], ["万元"]],
    ["alone in brackets, without a multiple", ["（元）", "*"], ["元"]],
    ["alone in brackets, of counts", ["（百万件）", "*"], ["百万件"]],
    ["alone in brackets, with spaces", [" （万元 ） ", "*"], ["万元"]],
    ["not in brackets behind another word", ["收费（万元）", "*"], []],
    ["not in brackets before another word", ["（万元）以上", "*"], []],
    ["not in a long paragraph", [`（单位：元）${"字".repeat(187)}`, "*"], []],
    ["in one that is not quite so long", [`（单位：元）${"字".repeat(186)}`, "*"], ["元"]],
    ["in a note below that is set in", ["*", "  注：金额单位为元"], ["元"]],
    ["in the second line below, a note", ["*", "其他", "注：金额单位为元"], ["元"]],
    ["not in the third line below", ["*", "甲", "乙", "注：金额单位为元"], []],
    ["not in a line below that only mentions a note", ["*", "见注：金额单位为元"], []],
    ["in brackets for the tables after it", ["（单位：元）", "*", "其他", "*"], ["元"]],
    ["with spaces for the tables after it", ["单位 ： 元", "*", "其他", "*"], ["元"]],
    ["not for the tables after it where it says more", ["单位：元，合计", "*", "其他", "*"], []],
    ["above a line that only mentions a number", ["收费（单位：元）", "附表一、", "*"], ["元"]],
    ["not above the section, which is set in", ["收费（单位：元）", "  三、情况", "*"], []],
    ["not above the section, in digits", ["收费（单位：元）", "3、情况", "*"], []],
    ["not above the section, with a space", ["收费（单位：元）", "三 、情况", "*"], []],
    ["not in what stands above the section", ["收费（单位：元）", "三、收到和处理申请情况", "*"], []],
    ["not five lines above", ["收费（单位：元）", "甲", "乙", "丙", "丁", "*"], []],
    ["four lines above", ["收费（单位：元）", "甲", "乙", "丙", "*"], ["元"]],
  ])("of the unit: %s", (_, lines, units) => {
    expect(said(lines)[0]).toEqual(units);
  });

  it.each<readonly [string, readonly string[], string | null]>([
    ["another year", ["2022年", "*"], "2022年"],
    ["the year itself", ["2023年", "*"], null],
    ["several years", ["2022-2023年情况", "*"], "2022-2023年情况"],
    ["both years by name", ["2022年、2023年对比", "*"], null],
    ["a longer time", ["累计", "*"], "累计"],
    ["a longer time in brackets", ["（历年累计）", "*"], "（历年累计）"],
    ["the year before in words", ["上年数据", "*"], "上年数据"],
    ["a date is no year", ["2022年12月31日", "*"], null],
    ["nor is one with spaces", ["2022年 12 月31日情况", "*"], null],
    ["another year in a line with more", ["2022年情况", "*"], "2022年情况"],
    ["another year within a line", ["关于2022年情况", "*"], "关于2022年情况"],
    ["another year with a space", ["2022 年情况", "*"], "2022 年情况"],
    ["several years within a line", ["情况2022-2023年", "*"], "情况2022-2023年"],
    ["several years with spaces", ["2022 年 - 2023 年情况", "*"], "2022 年 - 2023 年情况"],
    ["a line as long as a heading may be", [`2022年${"字".repeat(43)}`, "*"], `2022年${"字".repeat(43)}`],
    ["a longer line is prose", [`2022年${"字".repeat(44)}`, "*"], null],
    ["a line with two commas is prose", ["2022年情况，甲乙，丙", "*"], null],
    ["a longer time between spaces", [" 累计 ", "*"], " 累计 "],
    ["the year before in a word", ["上年", "*"], "上年"],
    ["the year before with 数", ["上年数", "*"], "上年数"],
    ["the year before in brackets", ["（上年）", "*"], "（上年）"],
    ["a word that ends so is no longer time", ["不含累计", "*"], null],
    ["a word that begins so is none", ["累计情况说明", "*"], null],
    ["a word that ends as the year before is not that", ["见上年", "*"], null],
    ["a word that begins as the year before is not that", ["上年结转说明", "*"], null],
    ["a link to the year before", ["上篇：2022年情况", "*"], null],
    ["prose may speak of other years", ["较2022年有所增长。", "*"], null],
    ["a link may too", ["上一篇：2022年报告", "*"], null],
    [
      "a title of another year rules until the next one",
      ["2022年政府信息公开工作年度报告", "*", "其他", "*"],
      "2022年政府信息公开工作年度报告",
    ],
    ["a title of this year ends that", ["2022年政府信息公开工作年度报告", "*", "2023年政府信息公开工作年度报告", "*"], null],
    ["a section ends what was said of the table before", ["上年数据", "*", "三、收到和处理申请情况", "*"], null],
    ["without a section it holds", ["上年数据", "*", "其他", "*"], "上年数据"],
    ["a line of this year ends it too", ["上年数据", "*", "2023年情况", "*"], null],
    ["as does one as long as a heading", ["上年数据", "*", `2023年${"字".repeat(43)}`, "*"], null],
    ["but not prose of this year", ["上年数据", "*", `2023年${"字".repeat(44)}`, "*"], "上年数据"],
    ["two years to choose from say nothing", ["2021年", "2022年", "甲", "三、情况", "*"], null],
    ["a list of years to choose from says nothing", ["2021年", "2022年", "2023年", "三、情况", "*"], null],
  ])("of the year: %s", (_, lines, text) => {
    expect(said(lines)[1]).toBe(text);
  });

  it.each([
    "2022年",
    " 2022年 ",
    "2022 年",
    "（2022年）",
    "（ 2022年）",
    "【2022年度】",
    "2022年政府信息公开工作年度报告",
    "2022 年政府信息公开工作年度报告",
    "2022政府信息公开工作年报",
    `2022年政府信息公开工作年度报告${"字".repeat(31)}`,
  ])("of the year: %j begins a part of the document, whose sections are of that year", (line) => {
    expect(said([line, "*", "三、情况", "*"])[1]).toBe(line);
    expect(said([line, line, "三、情况", "*"])[1]).toBe(line);
  });

  it.each([
    "关于2022年",
    "2022年情况",
    "2023年政府信息公开工作年度报告",
    "上一篇：2022年政府信息公开工作年度报告",
    "较2022年政府信息公开工作年度报告",
    `2022年政府信息公开工作年度报告${"字".repeat(32)}`,
  ])("of the year: %j begins none", (line) => {
    expect(said([line, "*", "三、情况", "*"])[1]).toBeNull();
  });

  it("is of a table: there is none before the first", () => {
    expect([...statementsOf({ format: "html", blocks: [paragraph("注：金额单位为元")] }, 2023)]).toEqual([]);
  });

  it.each<readonly ["text" | "html", number, readonly string[]]>([
    ["text", 2, []],
    ["text", 3, ["元"]],
    ["html", 2, ["元"]],
  ])("stands in no line of a %s that the table itself was made of: line %d", (format, line, units) => {
    const at = (number: number) => placeIn(format, { line: number });
    const first: SourceTable = { kind: "table", rows: [[{ text: "x", rowspan: 1, colspan: 1, place: at(2) }]] };
    const last = table();
    const blocks = [first, { ...paragraph("单位：元"), place: at(line) }, last];
    expect(
      statementsOf({ format, blocks }, 2023)
        .get(last)
        ?.units.map(({ at: { text } }) => text),
    ).toEqual(units.map(() => "单位：元"));
  });

  it("is no other year where the year of the report is not known", () => {
    expect(said(["2022年", "*"], null)[1]).toBeNull();
  });
});

describe("what is said within a table", () => {
  const row = (texts: readonly string[]): GridRow => ({
    width: texts.length,
    cells: texts.map((text, start) => ({
      source: { text, rowspan: 1, colspan: 1, place },
      start,
      end: start + 1,
      own: true,
      tall: false,
    })),
  });

  it.each<readonly [string, readonly (readonly string[])[], readonly string[], string | null]>([
    ["the unit, in a row of a single text", [["单位：元", ""]], ["单位：元"], null],
    ["in a row that repeats its text", [["单位：元", "单位：元"]], ["单位：元"], null],
    ["not in a row of two texts", [["单位：元", "件"]], [], null],
    ["not in an empty row", [["", ""]], [], null],
    ["not in prose", [["单位：元。2022年"]], [], null],
    ["another year", [["2022年", ""]], [], "2022年"],
    ["the year itself", [["", "2023年"]], [], null],
    ["the first of two other years", [["2022年"], ["2021年"]], [], "2022年"],
    ["unit and year", [["", "单位：元"], ["2022年"]], ["单位：元"], "2022年"],
  ])("%s", (_, rows, units, year) => {
    const said = statementsWithin(rows.map(row), 2023);
    expect([said.units.map(({ at }) => at.text), said.otherYear?.text ?? null]).toEqual([units, year]);
  });

  it("is no other year where the year of the report is not known", () => {
    expect(statementsWithin([row(["2022年"])], null)).toEqual({ units: [], otherYear: null });
  });

  it("is added to what is said beside it, and comes first where both name a year", () => {
    const of = (unit: string, year: string): Statements => statementsWithin([row([unit]), row([year])], 2023);
    const [one, other] = [of("单位：元", "2022年"), of("单位：件", "2021年")];
    expect(together(undefined, one)).toEqual(one);
    expect(together(other, one)).toEqual({ units: [...other.units, ...one.units], otherYear: one.otherYear });
    expect(together(other, of("单位：元", "2023年")).otherYear).toBe(other.otherYear);
  });
});
