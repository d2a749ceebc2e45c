import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Page, PageText } from "../../src/pdf.js";
import { readPages } from "../../src/pdf.js";
import { dice } from "../reading/noise.js";
import { anyReport } from "../support/arbitraries.js";
import { across, down, set, sheet } from "./drawn.js";
import { unruled, unruledKinds } from "./unruled.js";

const X = 60;
const FIGURE = 230;
const HEADINGS = [set("信息内容", X, 70), set("本年处理决定数量", 210, 70)];
const LICENSING = "disclosure.administrativeLicensing.decisions";
const PENALTY = "disclosure.administrativePenalty.decisions";

/** What is read of the two figures on a page, and which findings speak of each. */
function read(texts: readonly (readonly PageText[])[], more: Partial<Page> = {}) {
  const { log, findings } = readPages([{ ...sheet(1, [], texts), ...more }], { language: "en" });
  const of = (address: string) => [
    log.find((entry) => entry.address === address)?.value ?? null,
    ...findings.filter(({ cells }) => cells.some((cell) => cell.address === address)).map(({ code }) => code),
  ];
  return { licensing: of(LICENSING), penalty: of(PENALTY), codes: findings.map(({ code }) => code) };
}

const row = (label: string, figure: string, y: number, at = FIGURE) => [set(label, X, y), set(figure, at, y)];
const TWO = [...HEADINGS, ...row("行政许可", "1110", 100), ...row("行政处罚", "75", 130)];
const REFUSED = [null, "reading.crossing"];

describe("a table without lines between its columns", () => {
  it.each<[string, Page["lines"]]>([
    ["none at all", []],
    ["lines between its rows only", [50, 80, 110, 140].map((y) => across(y, 50, 350))],
    ["lines between its columns only", [50, 180, 350].map((x) => down(x, 50, 140))],
  ])("is read where its columns are certain: %s", (_, lines) => {
    expect(read(TWO, { lines })).toMatchObject({ licensing: [1110], penalty: [75] });
  });

  it.each<[string, readonly (readonly PageText[])[], Partial<Page>?]>([
    ["a figure that stands apart", [...TWO.slice(0, 3), set("1110", 290, 100), ...row("行政强制", "8", 160), ...TWO.slice(4)]],
    ["two figures", [...TWO, set("9", 300, 100)]],
    ["a gap in its figure", [...TWO.slice(0, 3), set("1 110", FIGURE, 100), ...TWO.slice(4)]],
    ["more of its figure on the next line", [...TWO, set("5", FIGURE, 112)]],
    ["a heading that is none of the form's", [...HEADINGS, ...row("行政许可等", "1110", 100), ...row("行政处罚", "75", 130)]],
    ["a heading that may go on between two rows", [...TWO, set("事项", X, 115)]],
    ["a line that runs through it", TWO, { lines: [across(96, 225, 255)] }],
    ["a line that parts its digits", TWO, { lines: [down(241, 90, 105)] }],
    ["a picture beside its figure", TWO, { pictures: [[242, 92, 262, 102]] }],
    ["characters over one another", [...TWO, set("9", 232, 100)]],
  ])("has a row refused, and that is said: %s", (_, texts, more) => {
    const { licensing, penalty, codes } = read(texts, more);
    expect(licensing[0]).toBeNull();
    expect([75, null]).toContain(penalty[0]);
    expect(codes.some((code) => ["reading.crossing", "reading.rowMissing", "reading.noTables"].includes(code))).toBe(true);
  });

  it("without ink gives no figure", () => {
    const invisible = TWO.map((texts) => texts.map((text) => ({ ...text, visible: false })));
    expect(read(invisible).licensing).toEqual([null, "reading.recognised"]);
  });

  it("has the row above and below a broken one refused", () => {
    const { licensing, penalty } = read([...TWO, set("5", FIGURE, 115)]);
    expect([licensing, penalty]).toEqual([REFUSED, REFUSED]);
  });

  it.each<[string, readonly (readonly PageText[])[]]>([
    ["no headings of columns", TWO.slice(2)],
    ["headings that do not stand above them", [set("信息内容", X, 70), set("本年处理决定数量", 300, 70), ...TWO.slice(2)]],
    ["a heading that goes on above", [set("上一年度", 220, 58), ...TWO]],
  ])("is none with %s", (_, texts) => {
    expect(read(texts).codes).toContain("reading.noTables");
  });

  it("has headings that are broken over lines, and rows whose headings are", () => {
    const headings = [set("信息内容", X, 75), set("本年处理", 220, 70), set("决定数量", 220, 82)];
    const texts = [
      ...headings,
      set("其他对外", X, 104),
      set("管理服务事项", X, 116),
      set("75", FIGURE, 110),
      ...row("行政许可", "1110", 150),
    ];
    expect(read(texts).licensing).toEqual([1110]);
  });

  it("does not go on with one on the next page", () => {
    const second = sheet(2, [], [set("行政强制", X, 70), set("8", FIGURE, 70)]);
    const { log } = readPages([sheet(1, [], TWO), second], { language: "en" });
    expect(log.flatMap(({ value }) => (value === null ? [] : [value]))).toEqual([1110, 75]);
  });
});

describe("a table four without lines", () => {
  const SIZE_OF_TEXT = 8;
  const PITCH = 36;
  const RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
  const columnAt = (k: number): number => 30 + k * PITCH;
  /** A text in the middle of some columns, or at the left of the first. */
  const over = (text: string, from: number, count: number, y: number, align: "middle" | "left" = "middle") => {
    const width = text.length * SIZE_OF_TEXT * (/\d/.test(text) ? 0.5 : 1);
    return set(text, columnAt(from) + (align === "left" ? 0 : (count * PITCH - width) / 2), y, SIZE_OF_TEXT);
  };
  interface Groups {
    readonly top?: readonly (readonly [text: string, from: number, count: number])[];
    readonly below?: readonly (readonly [text: string, from: number, count: number])[];
    readonly align?: "middle" | "left";
  }
  const TOP: NonNullable<Groups["top"]> = [
    ["行政复议", 0, 5],
    ["行政诉讼", 5, 10],
  ];
  const BELOW: NonNullable<Groups["below"]> = [
    ["未经复议直接起诉", 5, 5],
    ["复议后起诉", 10, 5],
  ];
  const FIGURES = Array.from({ length: 15 }, (_, k) => k + 1);
  const valuesWith = ({ top = TOP, below = BELOW, align = "middle" }: Groups): readonly unknown[] => {
    const texts = [
      ...top.map(([text, from, count]) => over(text, from, count, 70, align)),
      ...below.map(([text, from, count]) => over(text, from, count, 84, align)),
      ...FIGURES.map((_, k) => over(RESULTS[k % 5] ?? "", k, 1, 98, align)),
      ...FIGURES.map((figure, k) => over(String(figure), k, 1, 116, align)),
    ];
    const { log } = readPages([sheet(1, [], texts)], { language: "en" });
    return log.filter(({ address }) => address.startsWith("remedies.")).map(({ value }) => value);
  };

  it.each(["middle", "left"] as const)("is read, its headings aligned %s", (align) => {
    expect(valuesWith({ align })).toEqual(FIGURES);
  });

  it.each(["middle", "left"] as const)("goes by where the headings of its groups stand: %s", (align) => {
    const moved = valuesWith({
      below: [
        ["复议后起诉", 5, 5],
        ["未经复议直接起诉", 10, 5],
      ],
      align,
    });
    expect(moved).toEqual([...FIGURES.slice(0, 5), ...FIGURES.slice(10), ...FIGURES.slice(5, 10)]);
  });

  it.each<readonly [string, Groups]>([
    [
      "stands above as many columns as another has",
      {
        top: [
          ["行政诉讼", 0, 5],
          ["行政复议", 5, 10],
        ],
      },
    ],
    [
      "stands between two places",
      {
        below: [
          ["未经复议直接起诉", 4, 4],
          ["复议后起诉", 10, 5],
        ],
      },
    ],
    [
      "is none of the form's",
      {
        top: [
          ["上年复议", 0, 5],
          ["行政诉讼", 5, 10],
        ],
      },
    ],
    [
      "is none of the form's, in the line below",
      {
        below: [
          ["未经复议直接起诉", 5, 5],
          ["上年起诉", 10, 5],
        ],
      },
    ],
  ])("is refused where the heading of a group %s", (_, groups) => {
    expect(valuesWith(groups).filter((value) => value !== null)).toEqual([]);
  });
});

describe("a heading of a row without lines", () => {
  const COLUMNS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
  const SMALL = 6;
  const heads = COLUMNS.map((text, k) => set(text, 200 + k * 46, 60, SMALL));
  const figures = (y: number, value: number) => COLUMNS.map((_, k) => set(String(value), 200 + k * 46, y, SMALL));
  const group = (text: string, y: number) => set(text, 30, y, SMALL);
  const label = (text: string, y: number) => set(text, 70, y, SMALL);
  /** The totals of the rows that were read. */
  const totalsOf = (...texts: readonly (readonly PageText[])[]): readonly unknown[] => {
    const { log } = readPages([sheet(1, [], [...heads, ...texts])], { language: "en" });
    const totals = log.filter(({ address, value }) => address.endsWith(".total") && value !== null);
    return totals.map(({ address, value }) => [address.split(".")[1], value]);
  };
  const first = [set("一、本年新收政府信息公开申请数量", 30, 80, SMALL), ...figures(80, 9)];

  it("is found beside a line of that of its group", () => {
    const totals = totalsOf(...first, group("三、本年", 95), label("（一）予以公开", 95), ...figures(95, 4));
    expect(totals).toEqual([
      ["received", 9],
      ["granted", 4],
    ]);
  });

  it("is found above and below its figures, beside lines of that of its group", () => {
    const totals = totalsOf(
      ...first,
      label("（二）部分公开（区分处理的，", 95),
      group("理结果", 99),
      ...figures(99, 4),
      label("只计这一情形，不计其他情形）", 103),
    );
    expect(totals).toEqual([
      ["received", 9],
      ["partiallyGranted", 4],
    ]);
  });

  it.each<readonly [string, readonly (readonly PageText[])[]]>([
    ["a word stands before it that is none of a group", [group("上年", 95), label("（一）予以公开", 95), ...figures(95, 4)]],
    ["a word stands below it that is none of a heading", [label("（一）予以公开", 95), ...figures(95, 4), label("上年", 103)]],
    ["it may be the one above and the one below", [label("（一）予以公开", 95), ...figures(99, 4), label("2.重复申请", 103)]],
    [
      "more words stand before it than any heading has",
      [...Array.from({ length: 40 }, (_, i) => set("本", 10 + 1.4 * i, 95, 1)), label("（一）予以公开", 95), ...figures(95, 4)],
    ],
    ["two rows of figures have it between them", [...figures(95, 4), label("（一）予以公开", 99), ...figures(103, 5)]],
  ])("is refused where %s", (_, texts) => {
    expect(totalsOf(...first, ...texts).filter((total) => String(total) !== "received,9")).toEqual([]);
  });

  it("leaves another heading without figures alone", () => {
    const totals = totalsOf(...first, label("（一）予以公开", 95), ...figures(95, 4), label("2.重复申请", 104));
    expect(totals).toEqual([
      ["received", 9],
      ["granted", 4],
    ]);
  });
});

describe("reports whose tables have no lines", { tags: "property" }, () => {
  const REPORTS = 8;

  it.each(unruledKinds)("hold no wrong figure: %s", (kind) => {
    let [figures, taken] = [0, 0];
    const wrong: string[] = [];
    fc.sample(anyReport, { numRuns: REPORTS, seed: 12 }).forEach((report, i) => {
      const { pages, truth } = unruled(report, kind, dice(12 + i));
      for (const { address, value } of readPages(pages).log) {
        if (truth.get(address) !== null) figures += 1;
        if (value === null) continue;
        taken += 1;
        if (value !== truth.get(address)) wrong.push(`${i} ${address}: ${value}`);
      }
    });
    expect(wrong).toEqual([]);
    if (kind === "nothing") expect(taken).toBeGreaterThan(0.85 * figures);
  });
});
