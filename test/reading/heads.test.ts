import { describe, expect, it } from "vitest";
import { REPORT_TITLE, REPORT_TITLE_ALIASES } from "../../src/form/titles.js";
import { readHtml } from "../../src/html.js";
import { agencyKindOf } from "../../src/reading/head/agencyKind.js";
import { readHead } from "../../src/reading/head/readHead.js";
import type { SourceDocument } from "../../src/reading/source.js";
import { readText } from "../../src/text.js";
import { madeHead } from "./heads.js";

const ITEMS = ["agency", "year", "publishedOn", "signedOn"] as const;

it("reads 2,000 made heads: none wrong, nearly all read, and what is blank is said", () => {
  const [wrong, silent, blank]: string[][] = [[], [], []];
  for (let seed = 1; seed <= 2000; seed += 1) {
    const made = madeHead(seed);
    const { agency, year, draft, findings } = readHead(made.document);
    const read = { agency, year, publishedOn: draft.publishedOn ?? null, signedOn: draft.signedOn ?? null };
    const shown = `${seed} (${made.kinds.join(", ")})`;
    for (const item of ITEMS) {
      if (read[item] === made[item]) continue;
      if (read[item] === null) blank?.push(`${item} of ${shown}`);
      else wrong?.push(`${item} of ${shown}: ${read[item]}, is ${made[item]}`);
    }
    for (const [value, path] of [
      [agency, "agency.name"],
      [year, "year"],
    ] as const) {
      if (value === null && !findings.some((found) => found.path === path)) silent?.push(`${path} of ${shown}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(silent).toEqual([]);
  expect(blank?.length).toBeLessThanOrEqual(2000 * 0.03);
});

const place = {
  format: "text",
  sheet: null,
  table: null,
  row: null,
  column: null,
  line: 1,
  offset: null,
  page: null,
  box: null,
} as const;

function headOf(lines: readonly string[], pageTitle?: string) {
  const blocks = lines.map((text) => ({ kind: "paragraph", text, place }) as const);
  const document: SourceDocument = {
    format: "html",
    blocks,
    about: { titles: pageTitle === undefined ? [] : [pageTitle], published: null },
  };
  const { agency, year, findings, entries } = readHead(document);
  const codes = findings
    .map(({ code, path }) => `${code.slice("reading.".length)} ${path}`)
    .filter((code) => code.startsWith("head"));
  return { agency, year, codes, entries };
}

const REPORT = "政府信息公开工作年度报告";
const [UNCLEAR, MISSING, CONTRADICTED] = ["headUnclear agency.name", "headMissing agency.name", "headContradicted agency.name"];

describe("the name of the agency", () => {
  it.each([
    ["a sentence alone", [`根据《条例》规定，现公布甲县财政局2023年${REPORT}。`], undefined, "甲县财政局", []],
    ["a sentence without a comma", [`根据《条例》规定现公布甲县财政局2023年${REPORT}`], undefined, "甲县财政局", []],
    ["a sentence with 《", [`现公布《甲县财政局2023年${REPORT}》`], undefined, "甲县财政局", []],
    [
      "another agency's notice",
      [`根据《乙市人民政府办公室关于做好2023年${REPORT}编制工作的通知》，现公布甲县财政局2023年${REPORT}。`],
      undefined,
      "甲县财政局",
      [],
    ],
    ["the agency itself", [`按照要求，现将我局2023年${REPORT}公布如下：`], undefined, null, [MISSING]],
    ["two lines", ["甲市住房和城乡", `建设局2023年${REPORT}`], undefined, "甲市住房和城乡建设局", []],
    ["the last word over two lines", [`甲市水利局2023年${REPORT.slice(0, -1)}`, REPORT.slice(-1)], undefined, "甲市水利局", []],
    ["two lines, either of which is a name", ["国家税务总局", `甲县税务局2023年${REPORT}`], undefined, null, [UNCLEAR]],
    [
      "the same, and a title of the page",
      ["国家税务总局", `甲县税务局2023年${REPORT}`],
      `国家税务总局甲县税务局2023年${REPORT}`,
      "国家税务总局甲县税务局",
      [],
    ],
    ["half a name", [`县教育局2023年${REPORT}`], undefined, null, [UNCLEAR]],
    ["half a name under its government's", ["甲县人民政府", `教育局2023年${REPORT}`], undefined, null, [UNCLEAR]],
    [
      "half a name and the full one in the title of the page",
      [`教育局2023年${REPORT}`],
      `甲县教育局2023年${REPORT}-甲县人民政府`,
      "甲县教育局",
      [],
    ],
    ["the name of the site in the title of the page", [`甲县教育局2023年${REPORT}`], `甲县人民政府 ${REPORT}`, "甲县教育局", []],
    [
      "the name in the title of the page alone",
      ["本报告数据统计期限自2023年1月1日至2023年12月31日止。"],
      `甲县教育局 ${REPORT}`,
      "甲县教育局",
      [],
    ],
    ["the name of the site above", ["甲县人民政府", `甲县教育局2023年${REPORT}`], undefined, "甲县教育局", []],
    [
      "another name in the text",
      [`甲县水务局2023年${REPORT}`, `现将乙县水务局2023年${REPORT}公布如下`],
      undefined,
      "甲县水务局",
      [CONTRADICTED],
    ],
    ["a list of two agencies", [`甲县教育局2023年${REPORT}`, `甲县财政局2023年${REPORT}`], undefined, null, [UNCLEAR]],
    [
      "the same, and a title of the page",
      [`甲县教育局2023年${REPORT}`, `甲县财政局2023年${REPORT}`],
      `甲县教育局2023年${REPORT}`,
      "甲县教育局",
      [CONTRADICTED],
    ],
    ["a link to another", [`甲县教育局2023年${REPORT}`, `上一篇：甲县财政局2022年${REPORT}`], undefined, "甲县教育局", []],
    ["a place that begins like a sentence", [`将乐县2023年${REPORT}`], undefined, "将乐县", []],
    ["a place that begins like a body", [`公安县公安局2023年${REPORT}`], undefined, "公安县公安局", []],
    ["a district called after its city", [`市中区人民政府2023年${REPORT}`], undefined, "市中区人民政府", []],
    [
      "a path of navigation above half a name",
      ["首页 > 政务公开 > 机构职能", `教育局2023年${REPORT}`],
      undefined,
      null,
      [UNCLEAR],
    ],
    ["half a name under another body's", ["甲县财政局", `教育局2023年${REPORT}`], undefined, null, [UNCLEAR]],
    ["half a name under a menu of places", ["乙县", "丙县", `教育局2023年${REPORT}`], undefined, null, [UNCLEAR]],
    ["places in one line above half a name", ["乙县 丙县", `教育局2023年${REPORT}`], undefined, null, [UNCLEAR]],
    ["half a name under its place", ["甲县", `教育局2023年${REPORT}`], undefined, "甲县教育局", []],
    ["an office under its committee", ["甲县委员会", `办公室2023年${REPORT}`], undefined, "甲县委员会办公室", []],
    ["another government's office above", ["乙县人民政府办公室", `甲县税务局2023年${REPORT}`], undefined, "甲县税务局", []],
    ["two agencies", [`甲县教育局、甲县财政局2023年${REPORT}`], undefined, null, [UNCLEAR]],
    ["two agencies, one without its place", [`甲县教育局、财政局2023年${REPORT}`], undefined, null, [UNCLEAR]],
    [
      "two agencies and a title of the page",
      [`甲县教育局、乙县财政局2023年${REPORT}`],
      `甲县教育局2023年${REPORT}`,
      null,
      [UNCLEAR],
    ],
    ["two agencies in lines of their own", ["甲县教育局", "甲县财政局", `2023年${REPORT}`], undefined, null, [UNCLEAR]],
    [
      "two agencies in a sentence",
      [`现公布甲县农业农村局（乡村振兴局）、甲县财政局2023年${REPORT}。`],
      undefined,
      null,
      [MISSING],
    ],
    ["a second name", [`甲县农业农村局（乡村振兴局）2023年${REPORT}`], undefined, "甲县农业农村局(乡村振兴局)", []],
    ["a school", [`甲县第一中学2023年${REPORT}`], undefined, "甲县第一中学", []],
    [
      "a zone for free trade",
      [`中国（甲省）自由贸易试验区管理委员会2023年${REPORT}`],
      undefined,
      "中国(甲省)自由贸易试验区管理委员会",
      [],
    ],
    ["a picture that explains it", [`一图读懂甲县教育局2023年${REPORT}`], undefined, null, [MISSING]],
    ["the name of the site before the title of the page", [], `政府信息公开-甲县教育局2023年${REPORT}`, "甲县教育局", []],
    ["a ministry", [`教育部2023年${REPORT}`], undefined, "教育部", []],
    ["a notice that corrects it", [`关于更正甲县财政局2023年${REPORT}的公告`], undefined, "甲县财政局", []],
    ["a corrected report", [`甲县财政局2023年${REPORT}（更正）`], undefined, "甲县财政局", []],
    ["a notice of its own", [`甲市公共资源交易中心关于发布2023年${REPORT}的公告`], undefined, "甲市公共资源交易中心", []],
  ] as const)("%s", (_, lines, pageTitle, agency, codes) => {
    expect(headOf(lines, pageTitle)).toMatchObject({ agency, year: 2023, codes });
  });

  it.each(["关于2022年度政府信息公开工作情况的报告", "2022年信息公开年度报告", "2022年度政府信息公开工作情况报告"])(
    "%s is a title without one",
    (title) => {
      expect(headOf([title])).toMatchObject({ agency: null, year: 2022 });
    },
  );
});

describe("titles of other reports in lists and links", () => {
  const OTHER = `乙县财政局2022年${REPORT}`;
  const OWN = `甲县水务局2023年${REPORT}`;
  const headOfPage = (before: string) => {
    const { draft } = readHtml(
      `${before}<p>一、总体情况</p><table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>5</table>`,
    );
    return [draft?.agency?.name, draft?.year];
  };

  it.each([
    ["an item above it", `<ul><li>${OTHER}</li></ul><h1>${OWN}</h1>`],
    ["a link above it", `<p><a href="a.html">${OTHER}</a></p><h1>${OWN}</h1>`],
    ["a link below it", `<h1>${OWN}</h1><p> <a href="a.html">${OTHER}</a> </p>`],
    ["a paragraph in an item below it", `<h1>${OWN}</h1><ul><li><p>${OTHER}</p></li></ul>`],
    ["the title itself in an item, alone", `<ul><li>${OWN}</li></ul>`],
  ])("%s", (_, before) => {
    expect(headOfPage(before)).toEqual(["甲县水务局", 2023]);
  });

  it.each([
    ["a paragraph above it", `<p>${OTHER}</p><h1>${OWN}</h1>`],
    ["a paragraph with a link in it", `<p>乙县财政局<a href="a.html">2022年${REPORT}</a></p><h1>${OWN}</h1>`],
    ["an anchor that leads nowhere", `<p><a name="a">${OTHER}</a></p><h1>${OWN}</h1>`],
    ["a paragraph behind a list", `<ul><li>首页</li></ul><p>${OTHER}</p><h1>${OWN}</h1>`],
    ["two items", `<ul><li>${OTHER}</li><li>${OWN}</li></ul>`],
  ])("nothing is taken: %s", (_, before) => {
    expect(headOfPage(before)).toEqual([undefined, undefined]);
  });

  it.each(["- ", "  * ", "• ", "  + "])("in a text, behind “%s”", (sign) => {
    const { draft } = readText(
      `${sign}${OTHER}\n${OWN}\n${sign}[${OTHER}](a.html)\n\n\t信息内容\n\t本年处理决定数量\n\n\t行政许可\n\t5\n`,
    );
    expect([draft?.agency?.name, draft?.year]).toEqual(["甲县水务局", 2023]);
  });
});

describe("the year", () => {
  it.each([
    ...["2023-2024年", "2023—2024年度", "2023年至2024年", "2023、2024年", "2023年和2024年"],
    ...[
      "2023年上半年",
      "2023年度下半年",
      "2023年半年度",
      "2023年第一季度",
      "2023年四季度",
      "2023年1季度",
      "2023年前三季度",
      "2023年前3个季度",
    ],
  ])("%s is no year", (years) => {
    expect(headOf([`甲县水务局${years}${REPORT}`])).toMatchObject({
      agency: "甲县水务局",
      year: null,
      codes: ["headUnclear year"],
    });
  });

  it.each(["二〇二三年", "二○二三年", "二零二三年", "二O二三年", "二0二三年", "二Ｏ二三年"])("is read from %s", (year) => {
    expect(headOf([`甲县水务局${year}${REPORT}`])).toMatchObject({ agency: "甲县水务局", year: 2023, codes: [] });
  });

  it("of a report of another year in the list above is said", () => {
    const lines = [`甲县水务局2022年${REPORT}`, `甲县水务局2023年${REPORT}`];
    expect(headOf(lines)).toMatchObject({ year: null, codes: ["headUnclear year"] });
    const period = "本报告数据统计期限自2023年1月1日至2023年12月31日止。";
    expect(headOf([...lines, period])).toMatchObject({ year: 2023, codes: ["headContradicted year"] });
    expect(headOf(lines, `甲县水务局2023年${REPORT}`)).toMatchObject({ year: 2023, codes: [] });
  });

  it("of the page's title is not taken against the title of the text, nor the other way round", () => {
    const lines = [`甲县水务局2022年${REPORT}`];
    expect(headOf(lines, `甲县水务局2023年${REPORT}`)).toMatchObject({ year: null, codes: ["headUnclear year"] });
    const announced = [...lines, `现公布甲县水务局2022年${REPORT}。`];
    expect(headOf(announced, `甲县水务局2023年${REPORT}`)).toMatchObject({ year: 2022, codes: ["headContradicted year"] });
  });

  it("of a title that is nearer to the text than the one that agrees with the page's is said", () => {
    const lines = [`甲县水务局2023年${REPORT}`, `甲县林业局2022年${REPORT}`];
    const said = { agency: "甲县水务局", year: 2023, codes: [CONTRADICTED, "headContradicted year"] };
    expect(headOf(lines, `甲县水务局2023年${REPORT}`)).toMatchObject(said);
    expect(headOf(lines)).toMatchObject({ agency: null, year: null, codes: [UNCLEAR, "headUnclear year"] });
  });

  it("of an entry 标题 is not borne out by that entry", () => {
    const lines = [`甲县水务局2023年${REPORT}`, `标题：甲县水务局2022年${REPORT}`];
    expect(headOf(lines)).toMatchObject({ year: null, codes: ["headUnclear year"] });
  });

  it("of a title below the text only, as of a link, is not taken", () => {
    const lines = ["一、总体情况", "好。", `甲县水务局2022年${REPORT}`];
    expect(headOf(lines)).toMatchObject({ agency: null, year: null, codes: [UNCLEAR, "headUnclear year"] });
    const dated = ["本报告数据统计期限自2022年1月1日至2022年12月31日止。", ...lines];
    expect(headOf(dated)).toMatchObject({ agency: null, year: 2022, codes: [UNCLEAR] });
  });

  it("of the text that contradicts the title is said", () => {
    const { year, codes } = headOf([`甲县水务局2023年${REPORT}`, "本报告数据统计期限自2022年1月1日至2022年12月31日止。"]);
    expect([year, codes]).toEqual([2023, ["headContradicted year"]]);
  });
});

it("tells of each item what it was told from and where", () => {
  const { entries } = headOf([`甲县水务局2023年${REPORT}`]);
  expect(entries.slice(0, 4)).toEqual([
    { path: "agency.name", value: "甲县水务局", raw: `甲县水务局2023年${REPORT}`, from: "title", place },
    { path: "agency.kind", value: "department", raw: `甲县水务局2023年${REPORT}`, from: "name", place },
    { path: "agency.level", value: "county", raw: `甲县水务局2023年${REPORT}`, from: "name", place },
    { path: "year", value: 2023, raw: `甲县水务局2023年${REPORT}`, from: "title", place },
  ]);
  expect(entries.map(({ path }) => path).slice(4)).toEqual([
    "signedOn",
    "publishedOn",
    "narrative.overview",
    "narrative.disclosure",
    "narrative.requests",
    "narrative.remedies",
    "narrative.problems",
    "narrative.other",
    "informationProcessingFee",
  ]);
});

describe("agencyKindOf", () => {
  it.each([
    ["甲省人民政府", "government", "provincial"],
    ["甲市人民政府", "government", undefined],
    ["甲市乙市人民政府", "government", "county"],
    ["上海市人民政府", "government", "provincial"],
    ["上海市浦东区人民政府", "government", "county"],
    ["甲自治州人民政府", "government", "prefectural"],
    ["甲县", "government", "county"],
    ["甲自治县人民政府", "government", "county"],
    ["甲市乙区教育局", "department", "county"],
    ["甲县市场监督管理局", "department", "county"],
    ["甲县城市管理局", "department", "county"],
    ["甲县乡村振兴局", "department", "county"],
    ["甲省教育厅", "department", "provincial"],
    ["甲县乙镇人民政府", "government", "township"],
    ["甲区乙街道办事处", undefined, "township"],
    ["甲县人民政府办公室", undefined, "county"],
    ["甲市经济技术开发区管理委员会", undefined, undefined],
    ["国家税务总局甲县税务局", "department", "county"],
    ["教育部", "department", "national"],
    ["国家能源局", "department", "national"],
    ["甲县人民医院", undefined, "county"],
    ["甲市轨道交通集团有限公司", undefined, undefined],
  ])("%s is %s, %s", (name, kind, level) => {
    expect(agencyKindOf(name)).toEqual({ ...(kind === undefined ? {} : { kind }), ...(level === undefined ? {} : { level }) });
  });
});

it.each([REPORT_TITLE, ...REPORT_TITLE_ALIASES])("%s is a title", (wording) => {
  expect(headOf([`甲县水务局2023年${wording}`])).toMatchObject({ agency: "甲县水务局", year: 2023, codes: [] });
});
