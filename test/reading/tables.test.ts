import { describe, expect, it } from "vitest";
import { readHtml, renderHtml } from "../../src/html.js";
import { withFigures } from "../../src/index.js";
import { seda2023 } from "../support/seda.js";

/** A text, with how many columns and rows it takes where these are more than one. */
type Cell = string | number | readonly [text: string | number, colspan: number, rowspan?: number];
type Rows = readonly (readonly Cell[])[];

const cellOf = (cell: Cell): string => {
  const [text, colspan, rowspan = 1] = typeof cell === "object" ? cell : [cell, 1];
  return `<td colspan=${colspan} rowspan=${rowspan}>${text}</td>`;
};
const tableOf = (rows: Rows): string =>
  `<table>${rows.map((cells) => `<tr>${cells.map(cellOf).join("")}</tr>`).join("")}</table>`;

/** Every document here is a part of a report; that the rest is missing is said elsewhere. */
const INCOMPLETE: ReadonlySet<string> = new Set(["reading.rowMissing", "reading.tableMissing", "reading.noTables"]);

/** The figures of a record in its order, and what is said of them. */
function read(record: string, ...tables: readonly Rows[]): readonly [values: readonly unknown[], codes: readonly string[]] {
  const { log, findings } = readHtml(`<h1>某县2023年政府信息公开工作年度报告</h1>${tables.map(tableOf).join("<p>其他</p>")}`);
  const values = log.filter(({ address }) => address.startsWith(`${record}.`)).map(({ value }) => value);
  const codes = new Set(findings.map(({ code }) => code).filter((code) => !INCOMPLETE.has(code)));
  return [values.every((value) => value === null) ? [] : values, [...codes].map((code) => code.slice("reading.".length)).sort()];
}

const MEMBERS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];
const ONE_LINE = ["项目", "自然人", ...MEMBERS, "总计"];
const GRANTED = "（一）予以公开";
const FIGURES = [1, 2, 0, 0, 0, 4, 7];

describe("figures below two lines of headings without spans", () => {
  const below = (...figures: readonly Cell[]): Rows => [
    ["项目", "自然人", "法人或其他组织", "总计"],
    MEMBERS,
    [GRANTED, ...figures],
  ];
  const instead = (text: string): Rows => below(1, text, 0, 0, 0, 4, 7);
  const UNREADABLE = [[1, null, 0, 0, 0, 4, 7], ["unreadable"]];
  const REFUSED = [[], ["rowMisaligned"]];

  it.each<readonly [string, Rows, readonly unknown[]]>([
    ["stand in the order of the form", below(...FIGURES), [FIGURES, []]],
    ["may be about a number", instead("约5500余件"), UNREADABLE],
    ["may be a short text", instead("见附件"), UNREADABLE],
    ["may be a text of twelve characters", instead("约一千二百三十四五百余件"), UNREADABLE],
    ["are not told apart where a text is longer", instead("约一千二百三十四五百余件1"), REFUSED],
    ["are not told apart where one is a heading", instead("科研机构"), REFUSED],
    ["are not told apart where the first is a text", below("见附件", 1, 0, 0, 0, 4, 7), REFUSED],
    ["are not told apart where the first is about a number", below("约5件", 1, 0, 0, 0, 4, 7), REFUSED],
    ["are not told apart where one is missing", below(1, 2, 0, 0, 0, 4), REFUSED],
    ["are not told apart where there is one more", below(1, 2, 0, 0, 0, 4, 7, 7), REFUSED],
  ])("%s", (_, rows, expected) => {
    expect(read("requests.granted", rows)).toEqual(expected);
  });
});

describe("a worksheet that has lost its merged cells", () => {
  const WIDEST = 9;
  const padded = (rows: Rows): Rows =>
    rows.map((cells) => [...cells, ...Array.from({ length: WIDEST - cells.length }, () => "")]);
  const sheet = (...row: readonly Cell[]): Rows =>
    padded([
      ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"],
      ["自然人", "法人或其他组织", "总计"],
      MEMBERS,
      row,
    ]);

  it.each([
    ["is read by the order of its headings and the number of its figures", [GRANTED, ...FIGURES], FIGURES, []],
    ["also behind two headings", ["三、本年度办理结果", GRANTED, ...FIGURES], FIGURES, []],
    ["not where a figure is blank", [GRANTED, 1, 2, "", 0, 0, 4, 7], [], ["rowMisaligned"]],
    ["not where the last is", [GRANTED, 1, 2, 0, 0, 0, 4], [], ["rowMisaligned"]],
    ["not where there is one more", [GRANTED, ...FIGURES, 7], [], ["rowMisaligned"]],
  ])("%s", (_, row, values, codes) => {
    expect(read("requests.granted", sheet(...row))).toEqual([values, codes]);
  });
});

describe("an extra empty column", () => {
  const below = (...figures: readonly Cell[]): Rows => [
    [
      ["项目", 1, 2],
      ["自然人", 1, 2],
      ["法人或其他组织", 6],
      ["总计", 1, 2],
    ],
    [...MEMBERS, ""],
    [GRANTED, ...figures],
  ];

  it.each<readonly [string, Rows, readonly unknown[]]>([
    ["below a group is passed over", below(1, 2, 0, 0, 0, 4, "", 7), [FIGURES, []]],
    ["is none with a text in it", below(1, 2, 0, 0, 0, 4, "注", 7), [[], ["rowMisaligned"]]],
    ["is none with a figure in it", below(1, 2, 0, 0, 0, 4, 9, 7), [[], ["rowMisaligned"]]],
    ["behind the last one is passed over", [ONE_LINE, [GRANTED, ...FIGURES, ""]], [FIGURES, []]],
    ["behind the last one is none with a text in it", [ONE_LINE, [GRANTED, ...FIGURES, "注"]], [[], ["rowMisaligned"]]],
    [
      "behind the last one is none where the first figure is empty: the row may have moved",
      [ONE_LINE, [GRANTED, "", 2, 0, 0, 0, 4, 6, ""]],
      [[], ["rowMisaligned"]],
    ],
    [
      "that the last figure reaches into is told by the number of figures",
      [ONE_LINE, [GRANTED, ...FIGURES.slice(0, -1), [7, 2]]],
      [FIGURES, ["alignedByCount"]],
    ],
  ])("%s", (_, rows, expected) => {
    expect(read("requests.granted", rows)).toEqual(expected);
  });
});

describe("a table of figures without row headings", () => {
  const RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
  const HEADINGS: Rows = [
    [
      ["行政复议", 5],
      ["行政诉讼", 10],
    ],
    [...RESULTS.map((text): Cell => [text, 1, 2]), ["未经复议直接起诉", 5], ["复议后起诉", 5]],
    [...RESULTS, ...RESULTS],
  ];
  const ALL = [1, 0, 0, 0, 1, 0, 2, 0, 0, 2, 0, 0, 3, 0, 3];
  const below = (...rows: Rows): Rows => [...HEADINGS, ...rows];
  const first = (text: string): Rows => below([text, ...ALL.slice(1)]);
  const READ = [[1, 0, 0, 0, 1], []];

  it.each<readonly [string, readonly Rows[], readonly unknown[]]>([
    ["is read", [below(ALL)], READ],
    ["is read above a note", [below(ALL, ["注：以上为终审结果"])], READ],
    ["is read where an empty column stands behind it", [below([...ALL, ""])], READ],
    ["is read on the next page, without its headings", [HEADINGS, [ALL]], READ],
    ["is not read twice", [below(ALL), [ALL.map((figure) => figure + 1)]], READ],
    ["is not read on the next page where a text stands in it", [HEADINGS, [["见附件", ...ALL.slice(1)]]], [[], []]],
    ["may have a sign", [HEADINGS, [["无", ...ALL.slice(1)]]], [[null, 0, 0, 0, 1], ["mark"]]],
    ["may have something that is no figure", [first("约1")], [[null, 0, 0, 0, 1], ["unreadable"]]],
    ["may have a text", [first("甲")], [[null, 0, 0, 0, 1], ["unreadable"]]],
    ["may have merged figures", [below([[5, 2], ...ALL.slice(2)])], [[null, null, 0, 0, 1], ["merged"]]],
    ["is not read with a figure too few", [below(ALL.slice(1))], [[], ["rowMisaligned"]]],
    ["is not found in a row of texts", [below(ALL.map(() => "甲"))], [[], []]],
    ["is not found in a few texts", [below(["甲", "乙"])], [[], []]],
    ["is not found in a few signs", [below(["/", "/"])], [[], []]],
    ["is blank where nothing stands in it", [below(ALL.map(() => ""))], [[], ["blank"]]],
    ["has no heading of a row", [below(["数量", ...ALL])], [[], []]],
  ])("%s", (_, tables, expected) => {
    expect(read("remedies.reconsideration", ...tables)).toEqual(expected);
  });
});

describe("a text before the heading of a row", () => {
  const preceded = (text: string): Rows => [
    ["", ...ONE_LINE],
    [text, GRANTED, ...FIGURES],
  ];

  it.each(["", "三、收到和处理政府信息公开申请情况", "三、本年度办理结果", "行次", "1", "12", "收"])(
    "belongs there: %j",
    (text) => {
      expect(read("requests.granted", preceded(text))).toEqual([FIGURES, []]);
    },
  );

  it.each(["行政许可（上年）", "三、本年度办理结果（上年）", "（五）不予处理", "收到", "一、收", "2022", "2022年"])(
    "may say that other figures are meant: %j",
    (text) => {
      expect(read("requests.granted", preceded(text))).toEqual([[], ["rowUnclear"]]);
    },
  );
});

describe("a second line with the corner of the headings", () => {
  const between = (...line: readonly Cell[]): Rows => [["信息内容", "本年处理决定数量"], ["行政许可", 5], line, ["行政处罚", 9]];

  it.each<readonly [string, Rows, readonly unknown[]]>([
    ["ends the headings above where it names other columns", between("信息内容", "同比增长率"), [[], ["columnsAmbiguous"]]],
    ["changes nothing where it names none", between("信息内容", ""), [[9], []]],
    ["is an unknown row where it has figures", between("信息内容", 4), [[9], ["rowUnknown"]]],
    ["may have another corner", between("项目", "上年数"), [[], ["columnsAmbiguous"]]],
    ["may have none", between("", "同比增长率"), [[], ["columnsAmbiguous"]]],
    ["is none where it is a single text", between("另有说明"), [[9], []]],
    ["is none where it says what it is of", between("续表", "单位：件"), [[9], []]],
    ["is none where signs stand for figures", between("小计", "—"), [[9], []]],
  ])("%s", (_, rows, expected) => {
    expect(read("disclosure.administrativePenalty", rows)).toEqual(expected);
  });
});

describe("a heading that the form has in several places", () => {
  const others = (...rows: Rows): Rows => [ONE_LINE, ...rows];
  const OTHER: readonly Cell[] = ["3.其他", 2, 0, 0, 0, 0, 0, 2];
  const LAST: readonly Cell[] = ["2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", 1, 0, 0, 0, 0, 0, 1];
  const FIRST: readonly Cell[] = ["1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", 1, 0, 0, 0, 0, 0, 1];

  it.each<readonly [string, Rows, readonly unknown[]]>([
    ["is the one that comes next", others(LAST, OTHER), [[2, 0, 0, 0, 0, 0, 2], []]],
    ["is the one of the group that was opened", others(FIRST, OTHER), [[2, 0, 0, 0, 0, 0, 2], []]],
    ["is none without a row before it", others(OTHER), [[], ["rowOutOfPlace"]]],
  ])("%s", (_, rows, expected) => {
    expect(read("requests.otherReasons", rows)).toEqual(expected);
  });
});

describe("a table that is too large", () => {
  const WIDE: readonly Cell[] = [
    ["", 1000],
    ["", 1000],
    ["", 1000],
  ];
  const large = (...texts: readonly string[]): Rows => [texts, WIDE];
  const granted: Rows = [ONE_LINE, [GRANTED, ...FIGURES]];
  const below = (lines: number): Rows => [...Array.from({ length: lines }, () => ["甲"]), [GRANTED], WIDE];
  const behind = (cells: number): Rows => large(...new Array<string>(cells).fill("甲"), GRANTED);

  it.each<readonly [string, readonly Rows[], boolean]>([
    ["may hold the rows that it names", [large(GRANTED), granted], true],
    ["may hold them wherever it stands", [granted, large("甲", GRANTED)], true],
    ["may hold a row in one of its first hundred lines", [below(99), granted], true],
    ["is not searched for it beyond them", [below(100), granted], false],
    ["may hold a row in one of its first hundred cells", [behind(99), granted], true],
    ["is not searched for it beyond those", [behind(100), granted], false],
    ["does not hold what a heading of several places may be", [large("其他", "总计"), granted], false],
    ["holds no row that only a column is named of", [large("自然人"), granted], false],
  ])("%s", (_, tables, contested) => {
    const [values, codes] = read("requests.granted", ...tables);
    expect([values, codes.includes("rowContested")]).toEqual(contested ? [[], true] : [FIGURES, false]);
    expect(codes).toContain("tableTooLarge");
  });
});

describe("the row of table 四, which has no heading", () => {
  it.each([
    ["zh", "表四“数字”一行有1格空白。空白不等于0。"],
    ["en", "1 figures of the row “figures” in table 四 are blank. A blank is not 0."],
  ] as const)("is called by what stands in it, in %s", (language, sentence) => {
    const html = renderHtml(withFigures(seda2023, { "remedies.reconsideration.total": null }));
    expect(readHtml(html, { language }).findings.map(({ message }) => message)).toContain(sentence);
  });
});
