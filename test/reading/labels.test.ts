import { describe, expect, it } from "vitest";
import type { EditionId } from "../../src/index.js";
import { allVocabularies, matchLabel, NO_MATCH } from "../../src/reading/labels.js";
import { labelText } from "../../src/reading/labelText.js";

/** What a text is on the form: columns, rows by their records, and groups by their labels. */
function match(text: string, edition: EditionId = "2021", year: number | null = 2023) {
  const vocabulary = allVocabularies.find(({ form }) => form.id === edition);
  const label = labelText(text);
  if (vocabulary === undefined || label === null) throw new Error(text);
  const found = matchLabel(vocabulary, label, year);
  return {
    columns: found.columns.flatMap(({ headings }) => headings.map(({ term }) => term.id)),
    rows: (found.row?.rows ?? []).map(({ cells }) => cells[0]?.record),
    groups: (found.row?.groups ?? []).map(({ term }) => term.label),
    marker: found.row?.marker,
    said: found.unclear ?? found.moneyUnit,
    generic: found.generic,
    pieceOf: found.pieceOf.map(({ table }) => table.number),
    none: found === NO_MATCH,
  };
}

describe("the heading of a row", () => {
  it.each<readonly [string, string]>([
    ["（一）予以公开", "granted"],
    ["予以公开", "granted"],
    ["一、予以公开", "granted"],
    ["1.属于国家秘密", "stateSecret"],
    ["国家秘密", "stateSecret"],
    ["部分公开（区分处理的，只计这一情形，不计其他情形）", "partiallyGranted"],
    ["部分公开", "partiallyGranted"],
    ["不予公开1.属于国家秘密", "stateSecret"],
    ["（三）不予公开 1.属于国家秘密", "stateSecret"],
    ["不予公开属于国家秘密", "stateSecret"],
    ["不予公开12属于国家秘密", "stateSecret"],
    ["三、本年度办理结果（三）不予公开1.属于国家秘密", "stateSecret"],
    ["三、本年度办理结果（一）予以公开", "granted"],
    ["其他处理3.其他", "otherReasons"],
  ])("%s: %s", (text, record) => {
    expect(match(text).rows).toEqual([record]);
  });

  it.each([
    "甲乙丙丁1.属于国家秘密",
    "不予公开甲",
    "不予公开",
    "不予公开其他",
    "不予公开1.信访举报投诉类申请",
    "不予公开不予公开1.属于国家秘密",
    "不予公开三、本年度办理结果1.属于国家秘密",
    "不予公开1234属于国家秘密",
    "不予公开属1于国家秘密",
    "属于国家秘密不予公开",
    "予以",
    "予以公开了",
  ])("%s: none", (text) => {
    expect(match(text).rows).toEqual([]);
  });

  it("is told with its number", () => {
    expect(["（一）予以公开", "予以公开", "3.其他"].map((text) => match(text).marker)).toEqual(["一", "", "3"]);
  });

  it("is told with the group that stands before it", () => {
    expect(match("不予公开1.属于国家秘密").groups).toEqual(["不予公开"]);
    expect(match("三、本年度办理结果（三）不予公开1.属于国家秘密").groups).toEqual(["本年度办理结果"]);
  });

  it("may be that of a group", () => {
    expect(match("（三）不予公开")).toMatchObject({ rows: [], groups: ["不予公开"], none: false });
  });
});

describe("the heading of a column", () => {
  it.each<readonly [string, readonly string[]]>([
    ["自然人", ["naturalPerson"]],
    ["公民", ["naturalPerson"]],
    ["本年收费金额（单位：万元）", ["feesCollected"]],
    ["本年收费金额", ["feesCollected"]],
    ["1.自然人", []],
    ["1.自然人（件）", []],
    ["自然人（件）", ["naturalPerson"]],
    ["自然", []],
  ])("%s: %j", (text, columns) => {
    expect(match(text).columns).toEqual(columns);
  });

  it("may stand in several places", () => {
    const generic = ["其他", "其它", "总计", "合计", "自然人", "予以公开", "总计（件）"].map((text) => match(text).generic);
    expect(generic).toEqual([true, true, true, true, false, false, true]);
  });

  it("may be broken in two anywhere", () => {
    expect(["法律", "服务机构", "法律服", "务机构"].map((text) => match(text).pieceOf)).toEqual([["三"], ["三"], ["三"], ["三"]]);
    expect(match("律服务机构").pieceOf).toEqual(["三"]);
    expect(["机", "构", "服务", "律服务", "予以", "申请人"].filter((text) => !match(text).none)).toEqual([]);
  });
});

describe("the remarks behind a heading", () => {
  it.each<readonly [string, string | null]>([
    ["行政许可（件）", null],
    ["行政许可（2023年）（件）", null],
    ["行政许可（上年）", "上年"],
    ["行政许可（上年）（件）", "上年"],
    ["行政许可（万元）", "万元"],
    ["行政事业性收费（单位：元）", "元"],
    ["行政事业性收费（件）", "件"],
    ["行政事业性收费（元）（本年）", "元"],
    ["行政事业性收费（本年）（元）", "元"],
    ["行政事业性收费（元）（元）", "元"],
    ["行政事业性收费（万元）（元）", "万元"],
    ["不予公开（上年）", "上年"],
    ["自然人（上年）", "上年"],
    ["自然人（元）", "元"],
    ["本年收费金额（元）", "元"],
    ["本年收费金额（件）", "件"],
  ])("%s: %s", (text, said) => {
    expect(match(text).said).toBe(said);
  });

  it("name a unit or may make it another heading", () => {
    const vocabulary = allVocabularies.find(({ form }) => form.id === "2021");
    const read = (text: string) => {
      const label = labelText(text);
      return vocabulary === undefined || label === null ? null : matchLabel(vocabulary, label, 2023);
    };
    expect(read("行政事业性收费（元）")).toMatchObject({ moneyUnit: "元", unclear: null });
    expect(read("行政事业性收费（万元）（元）")).toMatchObject({ moneyUnit: null, unclear: "万元" });
    expect(read("自然人（元）")).toMatchObject({ moneyUnit: null, unclear: "元" });
  });

  it("are those of the edition and the year", () => {
    expect([match("采购总金额（元）", "2019").said, match("采购项目数量（元）", "2019").said]).toEqual(["元", "元"]);
    expect([match("行政许可（2022年）").said, match("行政许可（2022年）", "2021", 2022).said]).toEqual(["2022年", null]);
  });
});
