import { describe, expect, it } from "vitest";
import { placeIn } from "../../src/findings/finding.js";
import type { EditionId } from "../../src/index.js";
import { type GridRow, gridOf } from "../../src/reading/grid.js";
import { allVocabularies, type Family, matchLabel, NO_MATCH, type Vocabulary } from "../../src/reading/labels.js";
import { labelText } from "../../src/reading/labelText.js";
import { countHeadings, countNamed, isHeadingRow, type LabelLookup, resolveColumns } from "../../src/reading/matchColumns.js";

/** A text, with how many columns and rows it takes where these are more than one. */
type Cell = string | readonly [text: string, colspan: number, rowspan?: number];
type Rows = readonly (readonly Cell[])[];

const place = placeIn("html");

function grid(rows: Rows): readonly GridRow[] {
  const found = gridOf({
    kind: "table",
    rows: rows.map((cells) =>
      cells.map((cell) => {
        const [text, colspan, rowspan = 1] = typeof cell === "string" ? [cell, 1] : cell;
        return { text, colspan, rowspan, place };
      }),
    ),
  });
  if (found === null) throw new Error("too large");
  return found;
}

function vocabularyOf(edition: EditionId): Vocabulary {
  const found = allVocabularies.find(({ form }) => form.id === edition);
  if (found === undefined) throw new Error(edition);
  return found;
}

/** The family of columns that a record of an edition stands under. */
function familyOf(edition: EditionId, record: string): Family {
  const found = vocabularyOf(edition).rows.find(({ cells }) => cells[0]?.record === record);
  if (found === undefined) throw new Error(record);
  return found.family;
}

const lookupIn =
  (edition: EditionId): LabelLookup =>
  (text) => {
    const label = labelText(text);
    return label === null ? NO_MATCH : matchLabel(vocabularyOf(edition), label, 2023);
  };

const in2021 = lookupIn("2021");
const in2019 = lookupIn("2019");
const RULES = familyOf("2021", "administrativeRules");
const LICENSING = familyOf("2021", "administrativeLicensing");
const FEES = familyOf("2021", "administrativeFees");
const REQUESTS = familyOf("2021", "granted");
const REMEDIES = familyOf("2021", "reconsideration");
const PROCUREMENT = familyOf("2019", "governmentProcurement");

const CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
const MEMBERS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];
const RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];

/** What is known of the columns below some lines of headings: where each of the form stands. */
function columns(rows: Rows, family: Family = REQUESTS, lookup: LabelLookup = in2021) {
  const layout = resolveColumns(grid(rows), family, lookup);
  if (layout === null) return null;
  const { from, width, grid: places, order } = layout;
  return from === null ? { order } : { from, width, grid: places, order };
}

/** Headings of table 三, where no others are named. */
const requests = (cases: readonly (readonly [string, Rows, Family?])[]) =>
  cases.map(([name, rows, family = REQUESTS]) => [name, rows, family] as const);

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

describe("columns below headings that line up", () => {
  const inPlace = (from: number, count: number) => ({
    from,
    width: from + count,
    grid: upTo(count),
    order: upTo(count),
  });

  it.each<readonly [string, Rows, Family, number]>([
    [
      "are those of the form as it is printed",
      [
        [
          [CORNER, 3, 3],
          ["申请人情况", 7],
        ],
        [
          ["自然人", 1, 2],
          ["法人或其他组织", 5],
          ["总计", 1, 2],
        ],
        MEMBERS,
      ],
      REQUESTS,
      3,
    ],
    ["are those of one line", [["项目", "自然人", ...MEMBERS, "总计"]], REQUESTS, 1],
    ["need no corner", [["自然人", ...MEMBERS, "总计"]], REQUESTS, 0],
    ["may have an empty corner", [["", "", "自然人", ...MEMBERS, "总计"]], REQUESTS, 2],
    ["may have a corner beside an empty column", [["", CORNER, "自然人", ...MEMBERS, "总计"]], REQUESTS, 2],
    ["may have a corner beside that of the form", [["序号", CORNER, "自然人", ...MEMBERS, "总计"]], REQUESTS, 2],
    [
      "may have a corner that is not merged",
      [
        ["项目", ["申请人情况", 7]],
        ["项目", "自然人", ...MEMBERS, "总计"],
      ],
      REQUESTS,
      1,
    ],
    [
      "may have groups without spans, each beside empty cells",
      [
        ["", "申请人情况", "", "", "", "", "", ""],
        ["", "自然人", "法人或其他组织", "", "", "", "", "总计"],
        ["", "", ...MEMBERS, ""],
      ],
      REQUESTS,
      1,
    ],
    [
      "may be broken over two lines",
      [
        ["项目", "自然", "商业", "科研", "社会公", "法律服", "其他", "总计"],
        ["", "人", "企业", "机构", "益组织", "务机构", "", ""],
      ],
      REQUESTS,
      1,
    ],
    [
      "may be broken over four lines below a group",
      [
        ["项目", ["申请人情况", 7]],
        ["", "自", "商业", "科研", "社会公益", "法律", "其", "总"],
        ["", "然", "企", "机", "组织", "服", "他", "计"],
        ["", "人", "业", "构", "", "务", "", ""],
        ["", "", "", "", "", "机构", "", ""],
      ],
      REQUESTS,
      1,
    ],
    [
      "stand below other lines",
      [
        ["自然人", "总计"],
        ["", "自然人", ...MEMBERS, "总计"],
      ],
      REQUESTS,
      1,
    ],
    [
      "are told apart by the groups above",
      [
        [
          ["行政复议", 5],
          ["行政诉讼", 10],
        ],
        [...RESULTS.map((text): Cell => [text, 1, 2]), ["未经复议直接起诉", 5], ["复议后起诉", 5]],
        [...RESULTS, ...RESULTS],
      ],
      REMEDIES,
      0,
    ],
    [
      "are told apart by groups without spans",
      [
        ["行政复议", "", "", "", "", "行政诉讼", "", "", "", "", "", "", "", "", ""],
        ["", "", "", "", "", "未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", "", ""],
        [...RESULTS, ...RESULTS, ...RESULTS],
      ],
      REMEDIES,
      0,
    ],
    ["may be but one", [["信息内容", "本年处理决定数量"]], LICENSING, 1],
    ["may be of money", [["信息内容", "本年收费金额（单位：万元）"]], FEES, 1],
  ])("%s", (_, rows, family, from) => {
    expect(columns(rows, family)).toEqual(inPlace(from, family.columns.length));
  });

  it.each<readonly [string, Rows, Family, object]>([
    [
      "may stand in another order in one line",
      [["项目", "总计", "自然人", ...MEMBERS]],
      REQUESTS,
      { grid: [6, 0, 1, 2, 3, 4, 5], order: [6, 0, 1, 2, 3, 4, 5] },
    ],
    [
      "may stand in another order where every group has its heading",
      [
        [
          ["项目", 1, 2],
          ["总计", 1, 2],
          ["自然人", 1, 2],
          ["法人或其他组织", 5],
        ],
        MEMBERS,
      ],
      REQUESTS,
      { grid: [6, 0, 1, 2, 3, 4, 5], order: [6, 0, 1, 2, 3, 4, 5] },
    ],
    [
      "may have their groups in another order",
      [
        [
          ["", 1, 3],
          ["行政诉讼", 10],
          ["行政复议", 5],
        ],
        [["复议后起诉", 5], ["未经复议直接起诉", 5], ...RESULTS.map((text): Cell => [text, 1, 2])],
        [...RESULTS, ...RESULTS],
      ],
      REMEDIES,
      { grid: [10, 11, 12, 13, 14, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4] },
    ],
    [
      "may be as wide as several",
      [["项目", ["自然人", 2], ...MEMBERS, ["总计", 2]]],
      REQUESTS,
      { width: 10, grid: [0, 0, 1, 2, 3, 4, 5, 6, 6], order: [0, 1, 2, 3, 4, 5, 6] },
    ],
    [
      "may have the same heading twice, where one was not merged",
      [["项目", "自然人", "自然人", ...MEMBERS, "总计"]],
      REQUESTS,
      { width: 9, grid: [0, 0, 1, 2, 3, 4, 5, 6], order: [0, 0, 1, 2, 3, 4, 5, 6] },
    ],
    [
      "may have an empty one below a group",
      [
        [
          ["项目", 1, 2],
          ["自然人", 1, 2],
          ["法人或其他组织", 6],
          ["总计", 1, 2],
        ],
        [...MEMBERS, ""],
      ],
      REQUESTS,
      { width: 9, grid: [0, 1, 2, 3, 4, 5, null, 6], order: [0, 1, 2, 3, 4, 5, null, 6] },
    ],
    [
      "may have an empty one of two grid columns",
      [["项目", "自然人", ["", 2], ...MEMBERS, "总计"]],
      REQUESTS,
      { width: 10, grid: [0, null, null, 1, 2, 3, 4, 5, 6], order: [0, null, 1, 2, 3, 4, 5, 6] },
    ],
    [
      "may have empty ones that no cell reaches",
      [
        [
          ["项目", 1, 2],
          ["自然人", 1, 2],
          ["法人或其他组织", 5],
          ["", 2],
          ["总计", 1, 2],
        ],
        MEMBERS,
      ],
      REQUESTS,
      { width: 10, grid: [0, 1, 2, 3, 4, 5, null, null, 6], order: [0, 1, 2, 3, 4, 5, null, null, 6] },
    ],
  ])("%s", (_, rows, family, expected) => {
    expect(columns(rows, family)).toMatchObject({ from: 1, ...expected });
  });

  it.each(
    requests([
      ["where one is missing", [["项目", "自然人", ...MEMBERS]]],
      ["where one stands in two places", [["项目", "总计", "自然人", ...MEMBERS, "总计"]]],
      ["where one stands there instead of another", [["项目", "自然人", "自然人", ...MEMBERS.slice(1), "总计"]]],
      ["where there is another one", [["项目", "自然人", ...MEMBERS, "总计", "备注"]]],
      ["where there is another one between", [["项目", "自然人", "上年", ...MEMBERS, "总计"]]],
      ["where there is another one before", [["项目", "上年", "自然人", ...MEMBERS, "总计"]]],
      ["where a remark makes one unclear", [["项目", "自然人（上年）", ...MEMBERS, "总计"]]],
      [
        "where they are in another order and a group has no heading",
        [
          [
            ["项目", 1, 2],
            ["总计", 1, 2],
            ["自然人", 1, 2],
            ["", 5],
          ],
          MEMBERS,
        ],
      ],
      [
        "where they are in another order below a line that was not headings",
        [
          [
            ["项目", 1, 2],
            ["上年", 7],
          ],
          ["总计", "自然人", ...MEMBERS],
        ],
      ],
      [
        "where there is another one below a group",
        [
          [
            ["项目", 1, 2],
            ["自然人", 1, 2],
            ["法人或其他组织", 6],
            ["总计", 1, 2],
          ],
          [...MEMBERS, "上年"],
        ],
      ],
      ["where equal ones are not told apart", [[...RESULTS, ...RESULTS]], REMEDIES],
      [
        "where a heading is broken over five lines",
        [
          ["信息内容", "本"],
          ["", "年处"],
          ["", "理决"],
          ["", "定数"],
          ["", "量"],
        ],
        LICENSING,
      ],
      ["where there are none", []],
      ["of other families", [["信息内容", "本年处理决定数量"]], FEES],
    ]),
  )("are not known %s", (_, rows, family) => {
    expect(columns(rows, family)).toBeNull();
  });
});

describe("columns below headings that do not line up", () => {
  const TOP = ["项目", "自然人", "法人或其他组织", "总计"];
  const COURT = ["未经复议直接起诉", "复议后起诉"];

  it.each<readonly [string, Rows, Family]>([
    ["are those of the form", [TOP, MEMBERS], REQUESTS],
    ["may have no corner", [TOP.slice(1), MEMBERS], REQUESTS],
    ["may have an empty corner", [["", ...TOP.slice(1)], MEMBERS], REQUESTS],
    ["may have empty corners in every line", [TOP, ["", ...MEMBERS]], REQUESTS],
    ["may have an empty cell below every heading that reaches down", [TOP, ["", "", ...MEMBERS, ""]], REQUESTS],
    [
      "may have empty cells behind the last",
      [
        [...TOP, "", "", "", ""],
        [...MEMBERS, ""],
      ],
      REQUESTS,
    ],
    ["may have the corner of the form", [[CORNER, "申请人情况"], TOP.slice(1), MEMBERS], REQUESTS],
    ["may lack the lines of their groups", [[...RESULTS, ...RESULTS, ...RESULTS]], REMEDIES],
    [
      "are those of the form three lines deep",
      [
        ["行政复议", "行政诉讼"],
        [...RESULTS, ...COURT],
        [...RESULTS, ...RESULTS],
      ],
      REMEDIES,
    ],
  ])("%s", (_, rows, family) => {
    expect(columns(rows, family)).toEqual({ order: upTo(family.columns.length) });
  });

  it.each(
    requests([
      ["where a member is missing", [TOP, MEMBERS.slice(1)]],
      ["where the last member is missing", [TOP, MEMBERS.slice(0, -1)]],
      ["where there is another member", [TOP, [...MEMBERS, "备注"]]],
      ["where members are in another order", [TOP, ["科研机构", "商业企业", ...MEMBERS.slice(2)]]],
      ["where headings are in another order", [["项目", "总计", "自然人", "法人或其他组织"], MEMBERS]],
      ["where a heading is missing", [["项目", "自然人", "法人或其他组织"], MEMBERS]],
      ["where there is another heading", [[...TOP, "备注"], MEMBERS]],
      ["where there is another heading before", [["项目", "上年", ...TOP.slice(1)], MEMBERS]],
      ["where nothing is a heading", [["项目", "甲"], ["乙"]]],
      [
        "where a group is missing",
        [
          ["行政复议", "行政诉讼"],
          [...RESULTS, "复议后起诉"],
          [...RESULTS, ...RESULTS],
        ],
        REMEDIES,
      ],
    ]),
  )("are not known %s", (_, rows, family) => {
    expect(columns(rows, family)).toBeNull();
  });
});

describe("the unit of money that a heading names", () => {
  const units = (rows: Rows, family: Family, lookup: LabelLookup) => [
    ...(resolveColumns(grid(rows), family, lookup)?.moneyUnits ?? []),
  ];

  it.each<readonly [string, Rows, Family, LabelLookup, readonly unknown[]]>([
    ["is that of the form", [["信息内容", "本年收费金额（单位：万元）"]], FEES, in2021, [[0, "万元"]]],
    ["may be another", [["信息内容", "本年收费金额（单位：元）"]], FEES, in2021, [[0, "元"]]],
    ["may be none", [["信息内容", "本年收费金额"]], FEES, in2021, []],
    ["is that of its column", [["信息内容", "采购项目数量", "采购总金额（元）"]], PROCUREMENT, in2019, [[1, "元"]]],
    ["is none of counts", [["信息内容", "本年处理决定数量"]], LICENSING, in2021, []],
    [
      "may stand in the second line of a heading",
      [
        ["信息内容", "本年收费金额"],
        ["", "（单位：元）"],
      ],
      FEES,
      in2021,
      [[0, "元"]],
    ],
  ])("%s", (_, rows, family, lookup, expected) => {
    expect(units(rows, family, lookup)).toEqual(expected);
  });
});

describe("a line of headings", () => {
  const is = (cells: readonly Cell[], family: Family, lookup: LabelLookup = in2021): boolean => {
    const [row] = grid([cells]);
    return row !== undefined && isHeadingRow(row, family, lookup);
  };

  it.each<readonly [string, readonly Cell[], Family, boolean]>([
    ["may have one heading that no other family has", ["自然人"], REQUESTS, true],
    ["is none with one heading alone that stands elsewhere too", ["总计"], REQUESTS, false],
    ["may have two headings that stand elsewhere too", ["其他", "总计"], REQUESTS, true],
    ["may have a text beside them that ends in a digit", ["自然人", "备注1"], REQUESTS, true],
    ["is that of its own family only", ["自然人"], RULES, false],
    ["may have pieces of headings", ["商业", "科研"], REQUESTS, true],
    ["is none with one piece", ["商业"], REQUESTS, false],
    ["may have one piece beside its corner", ["信息内容", "本年处理"], LICENSING, true],
    ["is none with a corner alone", ["信息内容", ""], LICENSING, false],
    ["may have a piece beside a heading", ["总计", "商业"], REQUESTS, true],
    ["has no figures", ["自然人", "5"], REQUESTS, false],
    ["has no figures before its headings", ["5", "自然人"], REQUESTS, false],
    ["has no figures with separators", ["自然人", "１,234.5"], REQUESTS, false],
    ["has no row of the form", ["自然人", "（一）予以公开"], REQUESTS, false],
    ["may have other texts", ["自然人", "备注"], REQUESTS, true],
    ["may have texts with figures", ["自然人", "2023年"], REQUESTS, true],
    ["may have the corner of the form", [CORNER, "自然人"], REQUESTS, true],
    ["is none of texts", ["备注", "说明"], REQUESTS, false],
    ["is none without texts", ["", ""], REQUESTS, false],
  ])("%s", (_, cells, family, expected) => {
    expect(is(cells, family)).toBe(expected);
  });

  it("has its headings in itself and not in a line above", () => {
    const [, below] = grid([[["自然人", 1, 2], ["5", 1, 2], "总计"], ["其他"]]);
    expect(below !== undefined && isHeadingRow(below, REQUESTS, in2021)).toBe(false);
  });

  it("may have a corner that reaches down from a line above", () => {
    const [, below] = grid([[["信息内容", 1, 2], "甲"], ["本年处理"]]);
    expect(below !== undefined && isHeadingRow(below, LICENSING, in2021)).toBe(true);
  });
});

describe("the headings of columns", () => {
  it.each([
    [RULES, 3],
    [LICENSING, 1],
    [REQUESTS, 7],
    [REMEDIES, 5],
  ] as const)("are counted without groups, each once", (family, count) => {
    expect(countHeadings(family)).toBe(count);
  });

  it.each<readonly [string, Rows, number]>([
    [
      "each once",
      [
        ["自然人", "自然人"],
        ["自然人", "总计"],
      ],
      2,
    ],
    ["without groups", [["申请人情况", "法人或其他组织", "自然人"]], 1],
    ["whatever remarks stand behind them", [["自然人（上年）", "总计"]], 2],
    ["without what stands elsewhere", [["自然人", "本年处理决定数量", "备注", ""]], 1],
    ["none where there are none", [["备注"]], 0],
  ])("that are named are counted: %s", (_, rows, count) => {
    expect(countNamed(grid(rows), REQUESTS, in2021)).toBe(count);
  });
});

describe("groups above the last line of headings", () => {
  const below = (...lines: Rows): Rows => [...lines, [...RESULTS, ...RESULTS, ...RESULTS]];
  const read = (rows: Rows) => resolveColumns(grid(rows), REMEDIES, in2021)?.order ?? null;
  const inFormOrder = REMEDIES.columns.map(({ index }) => index);

  it.each<readonly [string, Rows]>([
    [
      "all of them empty",
      below(
        [
          ["", 5],
          ["", 10],
        ],
        [
          ["", 5],
          ["", 5],
          ["", 5],
        ],
      ),
    ],
    [
      "one of them empty",
      below(
        [
          ["行政复议", 5],
          ["行政诉讼", 10],
        ],
        [
          ["", 5],
          ["未经复议直接起诉", 5],
          ["", 5],
        ],
      ),
    ],
  ])("that stand in the order of the form do not change it: %s", (_, rows) => {
    expect(read(rows)).toEqual(inFormOrder);
  });

  it.each<readonly [string, Rows]>([
    [
      "the first where the second belongs",
      below(
        [
          ["行政复议", 5],
          ["行政诉讼", 10],
        ],
        [
          ["", 5],
          ["复议后起诉", 5],
          ["", 5],
        ],
      ),
    ],
    [
      "the second where the first belongs",
      below(
        [
          ["行政复议", 5],
          ["行政诉讼", 10],
        ],
        [
          ["", 5],
          ["", 5],
          ["未经复议直接起诉", 5],
        ],
      ),
    ],
    [
      "lawsuits where reviews belong",
      below(
        [
          ["行政诉讼", 10],
          ["", 5],
        ],
        [
          ["", 5],
          ["", 5],
          ["", 5],
        ],
      ),
    ],
    ["in lines that do not line up", below(["行政诉讼", "行政复议"])],
  ])("that stand elsewhere show that the columns do, too: %s", (_, rows) => {
    expect(read(rows)).toBeNull();
  });
});
