import { describe, expect, it } from "vitest";
import { countingEvents } from "../../docs/generate/counting/events.js";
import { countingPage } from "../../docs/generate/counting/page.js";
import {
  type CaseEntry,
  type RequestEntry,
  readCasesCsv,
  readRegisterCsv,
  type Tally,
  tallyRegister,
} from "../../src/register.js";

const all = countingEvents.flatMap(({ events }) => events);

/** The rows that a tally counts in, as the list of events writes them. */
function rowsOf({ recordNumbers }: Tally): readonly string[] {
  return Object.entries(recordNumbers).map(([address, numbers]) => {
    const [, record = "", field = ""] = address.split(".");
    return `${record}${field === "naturalPerson" ? "" : `.${field}`}${numbers.length === 1 ? "" : `*${numbers.length}`}`;
  });
}

const written = (header: string, rows: readonly (readonly (string | null | undefined)[])[]): string =>
  [header, ...rows.map((row) => row.map((value) => value ?? "").join(","))].join("\n");

/** The entries as a register has them, so that words such as 撤回 are read too. */
function registerOf(requests: readonly RequestEntry[]) {
  const rows = requests.map(({ number, applicant, received, closed, outcome }) => [number, applicant, received, closed, outcome]);
  return readRegisterCsv(written("编号,申请人类别,收到日期,办结日期,办理结果", rows));
}

function casesOf(cases: readonly CaseEntry[]) {
  const rows = cases.map(({ number, kind, filed, closed, result }) => [number, kind, filed, closed, result]);
  return readCasesCsv(written("案号,案件类别,收案日期,审结日期,审理结果", rows));
}

describe("how events count", () => {
  it("is stated of at least forty, each once, in both languages", () => {
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { event, why } of all) {
      expect(new Set([event.zh, event.en, why.zh, why.en]).size).toBe(4);
      expect(`${event.en}${why.en}`).toMatch(/^[^，。]+$/);
    }
    for (const language of ["zh", "en"] as const) expect(countingPage(language).split("\n| ").length).toBeGreaterThan(all.length);
  });

  it.each(all)("$id", ({ requests = [], cases, published, counts, codes = [] }) => {
    const said: string[] = [];
    for (const [year, rows] of Object.entries(counts)) {
      const result = tallyRegister(requests.length === 0 ? [] : registerOf(requests), {
        year: Number(year),
        ...(cases === undefined ? {} : { cases: casesOf(cases) }),
        ...(published === undefined ? {} : { published }),
      });
      expect([year, [...rowsOf(result)].sort()]).toEqual([year, [...rows].sort()]);
      said.push(...result.findings.map(({ code }) => code));
    }
    expect(said).toEqual(codes);
  });
});
