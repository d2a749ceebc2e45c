import { describe, expect, it } from "vitest";
import { describeForm, figureAt } from "../../src/index.js";
import { readPdf } from "../../src/pdf.js";
import { corpus } from "../support/corpus.js";

const hongze = corpus("hongze-2023.pdf");
const Z = [0, 0, 0, 0, 0, 0, 0];
const L = null;

/**
 * What Hongze District printed for 2023, row by row: table 二 of 2021, table 三 of 2019 (its one row （六） is none of the three
 * of 2021). `L` is what this edition has no place for in the document.
 */
const HONGZE: readonly (readonly (number | string | null)[])[] = [
  [0, 0, 0],
  [0, 5, 5],
  [550],
  [4119],
  [195],
  ["7730.28"],
  [21, 0, 0, 0, 0, 0, 21],
  Z,
  Z,
  [4, 0, 0, 0, 0, 0, 4],
  [1, 0, 0, 0, 0, 0, 1],
  Z,
  Z,
  Z,
  Z,
  [1, 0, 0, 0, 0, 0, 1],
  [1, 0, 0, 0, 0, 0, 1],
  Z,
  [10, 0, 0, 0, 0, 0, 10],
  [3, 0, 0, 0, 0, 0, 3],
  Z,
  [1, 0, 0, 0, 0, 0, 1],
  Z,
  Z,
  Z,
  Z,
  [L, L, L, L, L, L, L],
  [L, L, L, L, L, L, L],
  [L, L, L, L, L, L, L],
  [21, 0, 0, 0, 0, 0, 21],
  Z,
  [10, 1, 0, 0, 0],
  [0, 0, 0, 0, 0],
  [5, 0, 0, 0, 0],
];

describe("a report that WPS printed, over five pages", () => {
  it.skipIf(hongze === null)("is read figure by figure, each at its place", async () => {
    if (hongze === null) throw new Error("no corpus");
    const { draft, log, findings } = await readPdf(hongze);
    const printed = HONGZE.flat();
    const { cells } = describeForm("2021");
    expect(printed.length).toBe(cells.length);
    const read = new Map(log.map(({ address, value }) => [address, value]));
    // A label that the agency misspelt belongs to the matching of labels; the figures of its row are all 0.
    const misspelt = new Set(
      findings.filter(({ code }) => code === "reading.rowMissing").flatMap((f) => f.cells.map((c) => c.address)),
    );
    for (const [i, { address }] of cells.entries()) {
      if (!misspelt.has(address)) expect([address, read.get(address)]).toEqual([address, printed[i]]);
    }
    expect(misspelt.size).toBeLessThanOrEqual(28);
    expect(draft).toMatchObject({ year: 2023, agency: { name: "洪泽区人民政府" } });
    expect(log.find(({ value }) => value === 4119)?.place).toMatchObject({ format: "pdf", page: 3, table: 1 });
    expect(draft === null ? null : figureAt(draft, "requests.concluded.total")).toBe(21);
  });
});
