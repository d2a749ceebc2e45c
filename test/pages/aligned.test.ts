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
    if (kind === "nothing") expect(taken).toBeGreaterThan(0.75 * figures);
  });
});
