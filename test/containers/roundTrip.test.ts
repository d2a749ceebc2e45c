import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/docx.js";
import { describeForm, editionIds, figuresOf, type Report } from "../../src/index.js";
import type { Reading } from "../../src/reading/readDocument.js";
import { readXlsx } from "../../src/xlsx.js";
import { anyReport } from "../support/arbitraries.js";
import { type ExcelHabits, excelFile, type WordHabits, wordFile } from "./official.js";

const flag = fc.boolean();
const wordHabits = fc.record({
  bareMerge: flag,
  unmerged: flag,
  controls: flag,
  tracked: flag,
  split: flag,
  framed: flag,
  numbered: flag,
  extraRows: flag,
});
const excelHabits = fc.record({ sheets: flag, text: flag, artefacts: flag, formulas: flag, margin: fc.nat(3), hidden: flag });

/** All figures are those of the report, each with its place. An amount is the same amount, whatever zeros are printed after it. */
function expectFigures(reading: Reading, report: Report): void {
  expect(reading.draft?.edition).toBe(report.edition);
  expect(reading.draft && [...figuresOf(reading.draft)]).toEqual([...figuresOf(report)]);
  expect(Object.keys(reading.places)).toHaveLength(reading.log.length);
}

const PLAIN_WORD: WordHabits = {
  bareMerge: false,
  unmerged: false,
  controls: false,
  tracked: false,
  split: false,
  framed: false,
  numbered: false,
  extraRows: false,
};
const PLAIN_EXCEL: ExcelHabits = { sheets: false, text: false, artefacts: false, formulas: false, margin: 0, hidden: false };

describe.each(editionIds)("the empty form of %s", (edition) => {
  it.each([
    ["Word", () => readDocx(wordFile({ edition, year: Number(edition) }, PLAIN_WORD))],
    ["Excel", () => readXlsx(excelFile({ edition, year: Number(edition) }, PLAIN_EXCEL))],
    [
      "Excel, a worksheet for each table",
      () => readXlsx(excelFile({ edition, year: Number(edition) }, { ...PLAIN_EXCEL, sheets: true })),
    ],
  ])("in %s has a blank in every place, and no figure", async (_, read) => {
    const { draft, log, places, findings } = await read();
    expect(draft?.edition).toBe(edition);
    expect(log.filter(({ value, raw }) => value === null && raw === "")).toHaveLength(describeForm(edition).cells.length);
    expect(Object.keys(places)).toHaveLength(log.length);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(["reading.blank"]));
  });
});

describe("reports written to Word files", () => {
  it("come back whatever the habits of the program", { tags: "property" }, async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, wordHabits, async (report, habits) => {
        expectFigures(await readDocx(wordFile(report, habits)), report);
      }),
      { numRuns: 60 },
    );
  });
});

describe("reports written to Excel files", () => {
  it("come back whatever the habits of the program", { tags: "property" }, async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, excelHabits, async (report, habits) => {
        expectFigures(await readXlsx(excelFile(report, habits)), report);
      }),
      { numRuns: 60 },
    );
  });
});
