import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/docx.js";
import { figuresOf, type Report } from "../../src/index.js";
import type { Reading } from "../../src/table/readDocument.js";
import { readXlsx } from "../../src/xlsx.js";
import { anyReport } from "../support/arbitraries.js";
import { excelFile, wordFile } from "./official.js";

const flag = fc.boolean();
const wordHabits = fc.record({
  bareMerge: flag,
  unmerged: flag,
  controls: flag,
  tracked: flag,
  split: flag,
  framed: flag,
  extraRows: flag,
});
const excelHabits = fc.record({ sheets: flag, text: flag, artefacts: flag, formulas: flag, margin: fc.nat(3), hidden: flag });

/** All figures are those of the report, each with its place. An amount is the same amount, whatever zeros are printed after it. */
function expectFigures(reading: Reading, report: Report): void {
  expect(reading.draft?.edition).toBe(report.edition);
  expect(reading.draft && [...figuresOf(reading.draft)]).toEqual([...figuresOf(report)]);
  expect(reading.places.size).toBe(reading.log.length);
}

describe("reports written to Word files", () => {
  it("come back whatever the habits of the program", async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, wordHabits, async (report, habits) => {
        expectFigures(await readDocx(wordFile(report, habits)), report);
      }),
      { numRuns: 60 },
    );
  });
});

describe("reports written to Excel files", () => {
  it("come back whatever the habits of the program", async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, excelHabits, async (report, habits) => {
        expectFigures(await readXlsx(excelFile(report, habits)), report);
      }),
      { numRuns: 60 },
    );
  });
});
