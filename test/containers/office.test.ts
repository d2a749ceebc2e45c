import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/docx.js";
import { figuresOf, type Report } from "../../src/index.js";
import type { LogEntry, Reading } from "../../src/reading/readDocument.js";
import { readXlsx } from "../../src/xlsx.js";
import { dice, harmlessKinds, losingKinds, page, someKinds, spoil } from "../reading/noise.js";
import { anyReport } from "../support/arbitraries.js";
import { corpus } from "../support/corpus.js";
import { convert, hasOffice, plainPage } from "./office.js";
import { excelFile, wordFile } from "./official.js";

const RUNS = 12;

function expectFigures(reading: Reading, report: Report): void {
  expect(reading.draft && [...figuresOf(reading.draft)]).toEqual([...figuresOf(report)]);
  expect(Object.keys(reading.places)).toHaveLength(reading.log.length);
}

const title = (report: Report) => `${report.agency.name}${report.year}年政府信息公开工作年度报告`;
const word = (report: Report) =>
  wordFile(report, {
    bareMerge: true,
    unmerged: false,
    controls: false,
    tracked: true,
    split: false,
    framed: false,
    numbered: false,
    extraRows: false,
  });
const excel = (report: Report) =>
  excelFile(report, { sheets: false, text: false, artefacts: true, formulas: false, margin: 1, hidden: true });

describe.skipIf(!hasOffice)("files saved by LibreOffice", () => {
  it.each([
    ["a page as .docx", "html", plain, "docx:MS Word 2007 XML", "HTML (StarWriter)", readDocx],
    ["a page as .xlsx", "html", plain, "xlsx", "HTML (StarCalc)", readXlsx],
    ["a Word file again", "docx", word, "docx", null, readDocx],
    ["an Excel file again", "xlsx", excel, "xlsx", null, readXlsx],
  ] as const)("hold the figures of %s", async (_, extension, write, to, filter, read) => {
    const reports = fc.sample(anyReport, { numRuns: RUNS, seed: 2021 });
    const files = new Map(reports.map((report, i) => [`${i}.${extension}`, write(report)]));
    const saved = convert(files, to, filter);
    for (const [i, report] of reports.entries()) {
      expectFigures(await read(saved.get(`${i}.${extension}`) ?? new Uint8Array()), report);
    }
  });

  it.each([
    // LibreOffice Writer makes all rows of a table equally wide: what was a missing cell is none in the file that it saves.
    // Calc takes what is in a cell for what was typed: of a raised digit nothing is left to see.
    ["docx:MS Word 2007 XML", "HTML (StarWriter)", readDocx, ["a cell that is missing"]],
    ["xlsx", "HTML (StarCalc)", readXlsx, ["figures that cannot be read"]],
  ] as const)(
    "hold no wrong figure when pages spoilt in many ways are saved as %s",
    async (to, filter, read, undone) => {
      const kinds = [...harmlessKinds, ...losingKinds].filter((kind) => !undone.some((other) => other === kind));
      const reports = fc.sample(anyReport, { numRuns: 20, seed: 49 });
      const documents = reports.map((report, seed) => {
        const roll = dice(seed);
        const noisy = spoil(report, someKinds(roll, kinds, 5), roll);
        return { noisy, page: page(noisy, title(report), roll) };
      });
      const saved = convert(new Map(documents.map((document, i) => [`${i}.html`, document.page])), to, filter);
      for (const [i, { noisy }] of documents.entries()) {
        const { log, findings } = await read(saved.get(`${i}.html`) ?? new Uint8Array());
        const values = new Map<string, LogEntry["value"]>(log.map(({ address, value }) => [address, value]));
        const said = new Set(findings.flatMap(({ cells }) => cells.map(({ address }) => address)));
        const amiss = [...noisy.truth].filter(([address, truth]) => {
          const value = values.get(address) ?? null;
          return value === null ? log.length > 0 && !said.has(address) : truth === null || Number(value) !== Number(truth);
        });
        expect({ kinds: noisy.kinds, amiss }).toEqual({ kinds: noisy.kinds, amiss: [] });
      }
    },
    240_000,
  );

  it.skipIf(corpus("official-template-2021.docx") === null)("leave the official template empty", async () => {
    const files = new Map([["a.docx", corpus("official-template-2021.docx") ?? new Uint8Array()]]);
    const { draft, log } = await readDocx(convert(files, "docx").get("a.docx") ?? new Uint8Array());
    expect(draft?.edition).toBe("2021");
    expect(log.filter(({ value, raw }) => value === null && raw === "")).toHaveLength(200);
  });
});

function plain(report: Report): string {
  return plainPage(report, title(report));
}
