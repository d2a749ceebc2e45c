import { describe, expect, it } from "vitest";
import { numeralValue } from "../../src/_internal/chineseNumerals.js";
import { DisclosureReportError } from "../../src/index.js";
import { writtenNumberAt } from "../../src/narrative/numbers.js";
import { findClaims, MAX_CLAIMS, MAX_NARRATIVE_TEXT } from "../../src/narrative.js";
import { numeral } from "./numerals.js";

const firstOf = (text: string) => findClaims(text, { edition: "2021" })[0];

describe("findClaims", () => {
  it("says what a claim can mean, the likeliest first", () => {
    expect(firstOf("收到政府信息公开申请9件")?.readings.map(({ plus, minus }) => [plus, minus])).toEqual([
      [["requests.received.total"], []],
      [["requests.received.total", "requests.broughtForward.total"], []],
    ]);
    expect(firstOf("行政诉讼9件")?.readings.map(({ plus }) => plus)).toEqual([
      ["remedies.directLitigation.total", "remedies.litigationAfterReconsideration.total"],
      ["remedies.directLitigation.total"],
      ["remedies.litigationAfterReconsideration.total"],
    ]);
    expect(firstOf("不予公开9件")?.readings[0]?.plus).toHaveLength(8);
    expect(firstOf("收取信息处理费9元")?.readings[0]?.fee).toBe(true);
  });

  it("takes the lines of the edition", () => {
    expect(findClaims("其他处理9件", { edition: "2019" })[0]?.readings[0]?.plus).toEqual(["requests.otherHandling.total"]);
    expect(findClaims("其他处理9件", { edition: "2021" })[0]?.readings[0]?.plus).toHaveLength(3);
  });

  it("names the columns of applicants within what was counted before", () => {
    const [, persons, organizations] = findClaims("新收政府信息公开申请9件，其中自然人7件，法人或其他组织2件。", {
      edition: "2021",
    });
    expect(persons?.readings.map(({ plus }) => plus)).toEqual([["requests.received.naturalPerson"]]);
    expect(organizations?.readings[0]?.plus).toHaveLength(5);
  });

  it.each([
    ["予以公开 ５ 件", "予以公开 ５ 件", 5],
    ["予以公开１，２３４件", "予以公开１，２３４件", 1234],
    ["予以公开12,345件", "予以公开12,345件", 12345],
    ["予以公开二十三件", "予以公开二十三件", 23],
    ["予以公开一百零五件", "予以公开一百零五件", 105],
    ["予以公开一百二件", "予以公开一百二件", 120],
    ["予以公开二〇件", "予以公开二〇件", 20],
    ["予以公开两件", "予以公开两件", 2],
    ["予以公开十件", "予以公开十件", 10],
    ["二、予以公开〇件", "予以公开〇件", 0],
    ["予以公\n开7件", null, 7],
  ])("reads the number of %j", (text, quote, value) => {
    const claim = firstOf(text);
    if (quote === null) expect(claim).toBeUndefined();
    else expect([claim?.quote, claim?.number.value, claim?.number.interval]).toEqual([quote, value, null]);
  });

  it.each([
    ["予以公开5500余件", 5500, 5600],
    ["予以公开20多件", 20, 30],
    ["予以公开十几件", 10, 20],
    ["予以公开约100件", 70, 130],
    ["予以公开1.2万件", 11_000, 13_000],
    ["予以公开14万余件", 140_000, 150_000],
    ["予以公开超过300件", 300, null],
    ["予以公开不足10件", 0, 10],
    ["予以公开30件左右", 21, 39],
  ])("gives the interval of %j", (text, low, high) => {
    expect(firstOf(text)?.number.interval).toEqual({ low, high });
  });

  it.each([
    ["收到申请9件，自然人7件。", "收到申请9件。自然人7件。"],
    ["收到政府信息公开申请9件，答复7件。", "收到政府信息公开申请9件。答复7件。"],
    ["发生行政复议5件，维持3件。", "发生行政复议5件。维持3件。"],
  ])("takes %j as it stands, and doubts what a sentence leaves to the one before it: %j", (one, two) => {
    const last = (text: string) => findClaims(text, { edition: "2021" }).at(-1);
    expect(last(one)?.doubts).toEqual([]);
    expect(last(two)?.doubts).toEqual(["frame"]);
    expect(last(two)?.readings).toEqual(last(one)?.readings);
  });

  it.each(["收到申请3万5件。", "收到申请3万五件。", "收到申请3千5件。"])("does not guess what %j leaves out", (text) => {
    expect(findClaims(text, { edition: "2021" })).toEqual([]);
  });

  it.each([["第5件予以公开。"], ["予以公开3-5件。"], ["予以公开12345678901234567890123件。"], ["予以公开5%。"]])(
    "finds no number in %j",
    (text) => {
      expect(findClaims(text, { edition: "2021" })).toEqual([]);
    },
  );

  it("joins a line that the page broke, and no others", () => {
    expect(firstOf("为了做好各项工作，本机关认真办理每一项事务，全年不予\n公开7件。")?.quote).toBe("不予\n公开7件");
    expect(firstOf("不予\n公开7件。")).toBeUndefined();
  });

  it("reads numerals as they are written", () => {
    for (let n = 0; n < 30_000; n += 7) expect(numeralValue(numeral(n))).toBe(n);
  });

  it.each(["十万百", "一一十", "百", "二十三十"])("refuses the numeral %s", (text) => {
    expect(numeralValue(text)).toBeNull();
  });

  it("takes words only as far as it can bear", () => {
    const code = (text: string): unknown => {
      try {
        return findClaims(text, { edition: "2021" }).length;
      } catch (error) {
        return error instanceof DisclosureReportError ? error.code : error;
      }
    };
    expect(code("，".repeat(MAX_NARRATIVE_TEXT + 1))).toBe("narrative.tooLong");
    expect(code("予以公开1件。".repeat(MAX_CLAIMS))).toBe(MAX_CLAIMS);
    expect(code("予以公开1件。".repeat(MAX_CLAIMS + 1))).toBe("narrative.tooManyClaims");
  });
});

describe("a number with a factor", () => {
  const at = (text: string) => writtenNumberAt(text, 0, () => true);

  it.each([
    ["3万", "3", 10_000, true],
    ["1.2万件", "1.2", 10_000, true],
    ["3千余", "3", 1_000, true],
    ["35件", "35", 1, false],
  ])("%s is read", (text, digits, scale, rounded) => {
    expect(at(text)).toMatchObject({ digits, scale, rounded });
  });

  it.each(["3万5", "3万5千", "3万五", "3千5"])("%s is none that can be told", (text) => {
    expect(at(text)).toBeNull();
  });
});
