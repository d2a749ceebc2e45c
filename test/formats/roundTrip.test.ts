import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeDocx } from "../../src/docx.js";
import { readAny } from "../../src/formats/readAny.js";
import type { Report } from "../../src/index.js";
import { writeXlsx } from "../../src/xlsx.js";
import { convert, hasOffice } from "../containers/office.js";
import { reports } from "../support/arbitraries.js";

/** What LibreOffice saves our Word and Excel files as, and what of a report is left in each. */
const ROUTES: readonly (readonly [name: string, from: "docx" | "xlsx", to: string, format: string])[] = [
  [".doc", "docx", "doc:MS Word 97", "doc"],
  [".odt", "docx", "odt:writer8", "odt"],
  [".fodt", "docx", "fodt:OpenDocument Text Flat XML", "fodt"],
  [".rtf", "docx", "rtf:Rich Text Format", "rtf"],
  ["Word 2003 XML", "docx", "xml:MS Word 2003 XML", "word2003"],
  [".pdf", "docx", "pdf", "pdf"],
  [".xls", "xlsx", "xls:MS Excel 97", "xls"],
  [".ods", "xlsx", "ods:calc8", "ods"],
  [".fods", "xlsx", "fods:OpenDocument Spreadsheet Flat XML", "fods"],
];

/** Reports that all have text in every section, as the form wants it. */
const samples: readonly Report[] = (["2021", "2019"] as const).flatMap((edition) =>
  fc.sample(reports(edition), { numRuns: 2, seed: 21 }).map((report) => ({
    ...report,
    narrative: { problems: "公开内容还不够全面。\n下一步加强培训。", other: "无其他需要报告的事项。" },
  })),
);

/** In the suite, those that are farthest from what we write; `npm run proof:round-trip` takes all. */
const SAMPLE: ReadonlySet<string> = new Set([".doc", ".pdf", ".xls"]);
const chosen = ROUTES.filter(([name]) => process.env["PROOF"] !== undefined || SAMPLE.has(name));

describe.skipIf(!hasOffice)("a report written by us, saved by LibreOffice and read again", () => {
  it.each(chosen)(
    "is the same report: %s",
    async (_, from, to, format) => {
      const files = new Map<string, Uint8Array>();
      for (const [i, report] of samples.entries())
        files.set(`r${i}.${from}`, from === "docx" ? await writeDocx(report) : await writeXlsx(report, { formulas: true }));
      const saved = convert(files, to);
      for (const [i, report] of samples.entries()) {
        const read = await readAny(saved.get(`r${i}.${from}`) ?? new Uint8Array(), { language: "en" });
        expect(read).toMatchObject({ kind: "reading", format });
        if (read.kind !== "reading") continue;
        const { agency, ...rest } = report;
        expect(read.reading.findings.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(read.reading.report).toMatchObject({ ...rest, agency: { name: agency.name } });
      }
    },
    120_000,
  );
});
