import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type LogEntry, readHtml } from "../../src/html.js";
import { readingMessages } from "../../src/reading/messages.js";
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

/** Findings of formats that are neither page nor text, tested with these. */
const ELSEWHERE = /^reading\.(?:crossing|recognised|damagedBytes|neverCalculated|calculated|headUnclear|headContradicted)/;

/** Findings that are tested with the head of documents. */
const isOfTables = (code: string): boolean => cases.some(({ findings }) => findings.includes(code)) && !ELSEWHERE.test(code);

describe("small documents", () => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_name, { page, text, figures, findings }) => {
    const reading = page === undefined ? readText(text ?? "") : readHtml(page);
    const read = new Map<string, LogEntry["value"]>(reading.log.map(({ address, value }) => [address, value]));
    for (const [address, value] of Object.entries(figures))
      expect([address, read.get(address) ?? null]).toEqual([address, value]);
    expect([...new Set(reading.findings.map(({ code }) => code))].sort()).toEqual([...findings].sort());
  });

  it.each(Object.keys(readingMessages).filter(isOfTables))("%s is found in two of them", (code) => {
    expect(cases.filter(({ findings }) => findings.includes(code)).length).toBeGreaterThan(1);
  });
});
