import { describe, expect, it } from "vitest";
import { type Page, readPages } from "../../src/pdf.js";
import { growthOfFile, MOST_GROWTH } from "../support/growth.js";
import { across, grid, set, sheet } from "./drawn.js";

const PAGE = 842;

/** A page that is as high as what stands on it. */
const long = (page: Page, height: number): Page => ({ ...page, height: Math.max(PAGE, height) });

const steps = (from: number, step: number, count: number): readonly number[] =>
  Array.from({ length: count + 1 }, (_, i) => from + i * step);

const rows = (count: number, x: number) =>
  Array.from({ length: count }, (_, i) => [set("行政许可", 60, 70 + 20 * i), set("12", x, 70 + 20 * i)]).flat();

const HEADINGS = [set("信息内容", 60, 50), set("本年处理决定数量", 210, 50)];

describe("the cost of pages grows no faster than what stands on them", () => {
  it.each<[string, (n: number) => readonly Page[]]>([
    ["rows of a table with lines", (n) => [long(sheet(1, grid([50, 200, 300], steps(55, 20, n)), rows(n, 210)), 80 + 20 * n)]],
    ["rows of a table without lines", (n) => [long(sheet(1, [], [...HEADINGS, ...rows(n, 230)]), 80 + 20 * n)]],
    [
      "lines of words beside a table without lines",
      (n) => [
        long(
          sheet(1, [], [...HEADINGS, ...rows(1, 230), ...Array.from({ length: n }, (_, i) => set("甲", 60, 90 + 3 * i))]),
          99 + 3 * n,
        ),
      ],
    ],
    ["figures on one line", (n) => [sheet(1, [], [set("甲", 1, 70), ...steps(20, 20, n).map((x) => set("1", x, 70))])]],
    [
      "rows over two pages",
      (n) => [1, 2].map((number) => long(sheet(number, grid([50, 200, 300], steps(55, 20, n)), rows(n, 210)), 80 + 20 * n)),
    ],
    [
      "columns over two pages",
      (n) =>
        [1, 2].map((number) => ({
          ...sheet(number, grid(steps(50, 20, n), [50, 80]), [steps(55, 20, n - 1).flatMap((x) => set("1", x, 70))]),
          width: 100 + 20 * n,
        })),
    ],
    [
      "a cell beside rows over two pages",
      (n) =>
        [1, 2].map((number) =>
          long(
            sheet(number, [...grid([50, 100], [55, 55 + 20 * n]), ...grid([100, 200, 300], steps(55, 20, n))], rows(n, 210)),
            80 + 20 * n,
          ),
        ),
    ],
    [
      "lines that may strike digits out",
      (n) => [
        sheet(
          1,
          [...grid([50, 100, 200], [50, 80]), ...steps(0, 0.01, n).map((y) => across(60 + y, 300, 301))],
          [set("1".repeat(20), 60, 70)],
        ),
      ],
    ],
  ])("%s", async (_, pagesOf) => {
    expect(await growthOfFile(pagesOf, (pages) => readPages(pages))).toBeLessThan(MOST_GROWTH);
  });
});
