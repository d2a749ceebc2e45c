import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type LogEntry, readHtml } from "../../src/html.js";
import { findingCodes } from "../../src/standard/findingCodes.js";
import { readText } from "../../src/text.js";

/**
 * A small document and what must come of it: `page` or `text`, figures by address (`null`: left blank), and all codes of findings.
 * To add one, add an entry to `cases.json`.
 */
interface Case {
  readonly name: string;
  readonly page?: string;
  readonly text?: string;
  readonly figures: Readonly<Record<string, number | string | null>>;
  readonly findings: readonly string[];
}

const cases: readonly Case[] = JSON.parse(readFileSync(new URL("cases.json", import.meta.url), "utf8"));

/**
 * Findings that need a file no page or text can be, or one too long to be written here, and the test that makes two of each. A test
 * below looks that it names them.
 */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "reading.crossing": "../pages/pdf.test.ts",
  "reading.recognised": "../pages/pdf.test.ts",
  "reading.calculated": "../containers/xlsxVisible.test.ts",
  "reading.uncalculated": "../containers/xlsxVisible.test.ts",
  "reading.damagedBytes": "decode.test.ts",
  "reading.textTooLong": "sections.test.ts",
};

/** Every finding of reading that there is. */
const codes = findingCodes()
  .map(({ code }) => code)
  .filter((code) => code.startsWith("reading."));

describe("small documents", () => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_name, { page, text, figures, findings }) => {
    const reading = page === undefined ? readText(text ?? "") : readHtml(page);
    const read = new Map<string, LogEntry["value"]>(reading.log.map(({ address, value }) => [address, value]));
    for (const [address, value] of Object.entries(figures))
      expect([address, read.get(address) ?? null]).toEqual([address, value]);
    expect([...new Set(reading.findings.map(({ code }) => code))].sort()).toEqual([...findings].sort());
  });

  it.each(codes.filter((code) => !(code in ELSEWHERE)))("%s is found in two of them", (code) => {
    expect(cases.filter(({ findings }) => findings.includes(code)).length).toBeGreaterThan(1);
  });

  it.each(Object.entries(ELSEWHERE))("%s is found in %s", (code, file) => {
    expect(codes).toContain(code);
    expect(readFileSync(new URL(file, import.meta.url), "utf8")).toContain(code);
  });
});
