import { describe, expect, it } from "vitest";
import { aliasesOf } from "../../src/form/aliases.js";
import { editionChanges } from "../../src/form/crosswalk.js";
import * as headTerms from "../../src/form/headTerms.js";
import { layoutOf } from "../../src/form/layout.js";
import { yearLinks } from "../../src/form/links.js";
import { publications } from "../../src/form/publications.js";
import { captionOf, sectionNumbered, sectionsOf } from "../../src/form/sections.js";
import { sourceIds } from "../../src/form/sources.js";
import * as terms from "../../src/form/terms.js";
import type { YearLink } from "../../src/form/types.js";
import { describeForm, editionIds, formatCitation, type Term } from "../../src/index.js";
import { wordings } from "./wordings.js";

describe("other wordings", () => {
  const all = [...Object.values(terms), ...Object.values(headTerms)].flatMap((list) => Object.values(list));

  it("are those that published reports print, and no official label", () => {
    for (const term of all)
      expect([term.id, aliasesOf(term)]).toEqual([term.id, (wordings[term.id] ?? []).filter((word) => word !== term.label)]);
    expect(Object.keys(wordings).filter((id) => !all.some((term) => term.id === id))).toEqual([]);
  });

  it.each(["nobody", "toString", "__proto__"])("of %s there are none", (id) => {
    expect(aliasesOf({ id, label: "" })).toEqual([]);
  });
});

describe("links between years", () => {
  const inWords = ({ table, along, left, relation, right }: YearLink): string => {
    const side = (list: YearLink["left"]) =>
      list.map(({ year, term, sign }) => `${sign > 0 ? "+" : "-"}${year} ${term.id}`).join(" ");
    return `${table} by ${along}: ${side(left)} ${relation} ${side(right)}`;
  };

  it.each<readonly [keyof typeof yearLinks, string, object]>([
    [
      "carryOver",
      "requests by records: +previous carriedForward = +current broughtForward",
      { basis: "definitional", severity: { total: "error", part: "warning" } },
    ],
    [
      "inForce",
      "disclosure by fields: +previous inForce +current issued -current repealed = +current inForce",
      { basis: "heuristic", severity: { figure: "warning" } },
    ],
    [
      "totalDisclosed",
      "disclosure by fields: +previous totalDisclosed +current newlyDisclosed = +current totalDisclosed",
      { basis: "heuristic", severity: { figure: "warning" } },
    ],
    [
      "itemsForward",
      "disclosure by fields: +previous previousItems +previous change = +current previousItems",
      { basis: "heuristic", severity: { figure: "warning" } },
    ],
    [
      "openRemedies",
      "remedies by fields: +previous pending <= +current total",
      { basis: "heuristic", severity: { figure: "advice" } },
    ],
  ])("%s: %s", (family, words, rest) => {
    expect(inWords(yearLinks[family])).toBe(words);
    expect(yearLinks[family]).toMatchObject({ family, ...rest });
  });

  it("hold for the editions that have their figures", () => {
    const links = (id: "2021" | "2019") => describeForm(id).edition.links;
    expect(links("2021")).toEqual(["carryOver", "inForce", "openRemedies"]);
    expect(links("2019")).toEqual(["carryOver", "totalDisclosed", "itemsForward", "openRemedies"]);
  });
});

describe.each(editionIds)("sections of %s", (edition) => {
  it("are found by their number, which is that of their table", () => {
    for (const { id, number } of sectionsOf(edition)) expect(sectionNumbered(edition, number)?.id).toBe(id);
    for (const { definition } of describeForm(edition).tables)
      expect(sectionNumbered(edition, definition.number)?.id).toBe(definition.id);
    expect(sectionNumbered(edition, "七")).toBeNull();
  });

  it("have a caption of number and title; an unknown number is its own", () => {
    expect(captionOf(edition, "三")).toBe("三、收到和处理政府信息公开申请情况");
    expect(captionOf(edition, "七")).toBe("七");
  });

  it("ask for words, and for parts in the first only", () => {
    expect(sectionsOf(edition).map(({ hint, parts }) => [hint, parts.length])).toEqual([
      ["（文字描述）", 5],
      [null, 0],
      [null, 0],
      [null, 0],
      ["（文字描述）", 0],
      ["（文字描述，收取信息处理费情况在此处报告。）", 0],
    ]);
  });
});

describe("what a place of a printed table is", () => {
  const layouts = editionIds.flatMap((id) => describeForm(id).tables.map((table) => layoutOf(table)));
  const kinds = layouts.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.kind === "figure" ? [] : [[cell.text, cell.kind] as const])),
  );

  it.each<readonly [RegExp, string]>([
    [/^第二十条第（.+）项$/, "banner"],
    [/^信息内容$/, "corner"],
    [/^（本列数据的勾稽关系为/, "corner"],
    [/^(?:本年|上一年|自然人|申请人情况|总计|结果维持|行政复议|采购|法人或其他组织|对外公开)/, "columnHeading"],
    [/^(?:规章|行政许可|行政处罚|[一二三四]、|（[一二三四五六七]）|\d\.)/, "rowHeading"],
  ])("with %s: %s", (text, kind) => {
    const found = kinds.filter(([own]) => text.test(own));
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found.map(([, own]) => own))).toEqual(new Set([kind]));
  });

  it("repeats the headings of a table that has one set of them", () => {
    for (const id of editionIds) {
      expect(describeForm(id).tables.map((table) => layoutOf(table).headerRows)).toEqual([0, 3, 3]);
    }
  });

  it("stands in reading order", () => {
    for (const { cells } of layouts) {
      const places = cells.map(({ row, column }) => row * 100 + column);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });
});

it("what looks alike in two editions and is not the same count is stated", () => {
  expect(
    editionChanges.map(({ from, to, splits, unlike }) => [
      from,
      to,
      splits.map((split) => [split.from, ...split.to]),
      unlike.map((pair) => [pair.from, pair.to]),
    ]),
  ).toEqual([
    [
      "2019",
      "2021",
      [["otherHandling", "requestNotClarifiedInTime", "feeNotPaidInTime", "otherReasons"]],
      [
        ["newlyMade", "issued"],
        ["totalDisclosed", "inForce"],
      ],
    ],
  ]);
});

describe("what a report states beside its figures", () => {
  const inWords = (list: Readonly<Record<string, Term>>) =>
    Object.values(list).map(({ label, basis }) => [label, basis.map(formatCitation).join()]);

  it("is called as the form and the law call it", () => {
    expect(inWords(headTerms.agencyKinds)).toEqual([
      ["人民政府", "条例第49条"],
      ["政府部门", "条例第49条"],
    ]);
    expect(inWords(headTerms.agencyLevels)).toEqual(["国家级", "省级", "地市级", "县级", "乡级"].map((label) => [label, ""]));
    expect(inWords(headTerms.headItems)).toEqual([
      ["格式版本", ""],
      ["报告年度", "条例第49条"],
      ["机关", ""],
      ["名称", ""],
      ["性质", "条例第49条"],
      ["层级", ""],
      ["行政区划代码", ""],
      ["统一社会信用代码", ""],
      ["落款日期", ""],
      ["公布日期", ""],
      ["引言", ""],
      ["信息处理费（单位：元）", `条例第42条,${formatCitation({ source: "feeMeasures" })}`],
    ]);
  });
});

describe("legal sources", () => {
  it("each have an issuer and a place where the text is found", () => {
    expect(Object.keys(publications).sort()).toEqual([...sourceIds].sort());
    for (const { issuer, found } of Object.values(publications)) {
      expect(issuer).toMatch(/^国务院/);
      expect(found.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(found.en).toMatch(/^[a-z][ -~]+$/);
      expect(found.url === null || /^https?:\/\/www\.gov\.cn\/\S+$/.test(found.url)).toBe(true);
    }
    expect(publications.regulations.found.url).not.toBeNull();
  });
});
