import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Reading, readHtml } from "../../src/html.js";
import type { Report } from "../../src/index.js";
import { readText } from "../../src/text.js";
import { anyReport } from "../support/arbitraries.js";
import { dice, dump, harmlessKinds, losingKinds, type NoisyDocument, page, someKinds, spoil } from "./noise.js";

const TITLE = "某某市人民政府2023年政府信息公开工作年度报告";

/** Documents of a run; a hundred random reports, spoilt in different ways. */
const REPORTS: readonly Report[] = fc.sample(anyReport, { numRuns: 60, seed: 20_260_131 });

interface Score {
  readonly wrong: readonly string[];
  readonly silent: readonly string[];
  /** Figures that are on the page and were not read. */
  readonly lost: readonly string[];
  readonly expected: number;
}

/** Compares what was read with what is known. */
function score({ truth, doubtful }: NoisyDocument, { log, findings }: Reading): Score {
  const values = new Map(log.map(({ address, value }) => [address, value]));
  const said = new Set(findings.flatMap(({ cells }) => cells.map(({ address }) => address)));
  const wrong: string[] = [];
  const silent: string[] = [];
  const lost: string[] = [];
  for (const [address, value] of truth) {
    const read = values.get(address) ?? null;
    if (read !== null && read !== value) wrong.push(`${address}: ${read} for ${value}`);
    if (read === null && log.length > 0 && !said.has(address)) silent.push(address);
    if (read === null && value !== null && !doubtful.has(address)) lost.push(address);
  }
  return { wrong, silent, lost, expected: [...truth.values()].filter((value) => value !== null).length };
}

describe("documents with a single kind of noise", () => {
  it.each(harmlessKinds)("page: %s", (kind) => {
    REPORTS.slice(0, 8).forEach((report, i) => {
      const noisy = spoil(report, [kind], dice(i));
      const { wrong, silent, lost } = score(noisy, readHtml(page(noisy, TITLE, dice(i + 1))));
      expect({ wrong, silent, lost: lost.slice(0, 5) }).toEqual({ wrong: [], silent: [], lost: [] });
    });
  });

  it.each(losingKinds)("page: %s", (kind) => {
    REPORTS.slice(0, 8).forEach((report, i) => {
      const noisy = spoil(report, [kind], dice(i));
      const { wrong, silent, lost } = score(noisy, readHtml(page(noisy, TITLE, dice(i + 1))));
      expect({ wrong, silent, lost: lost.slice(0, 5) }).toEqual({ wrong: [], silent: [], lost: [] });
    });
  });
});

describe("documents with many kinds of noise", () => {
  it("600 pages: every figure right or blank with a finding, and nearly all of them read", () => {
    let lost = 0;
    let expected = 0;
    for (let seed = 0; seed < 600; seed += 1) {
      const roll = dice(seed);
      const report = REPORTS[seed % REPORTS.length];
      if (report === undefined) throw new Error("no report");
      const noisy = spoil(report, someKinds(roll, [...harmlessKinds, ...losingKinds], 5), roll);
      const result = score(noisy, readHtml(page(noisy, TITLE, roll)));
      expect({ seed, kinds: noisy.kinds, wrong: result.wrong, silent: result.silent }).toEqual({
        seed,
        kinds: noisy.kinds,
        wrong: [],
        silent: [],
      });
      lost += result.lost.length;
      expected += result.expected;
    }
    expect(lost / expected).toBeLessThan(0.03);
  });

  it("200 dumps: every figure right or blank with a finding", () => {
    let lost = 0;
    let expected = 0;
    const kinds = harmlessKinds.filter((kind) => !kind.includes("merged") && !kind.includes("column") && !kind.includes("cut"));
    for (let seed = 1000; seed < 1200; seed += 1) {
      const roll = dice(seed);
      const report = REPORTS[seed % REPORTS.length];
      if (report === undefined) throw new Error("no report");
      const noisy = spoil(report, someKinds(roll, [...kinds, ...losingKinds], 4), roll);
      const result = score(noisy, readText(dump(noisy, TITLE)));
      expect({ seed, kinds: noisy.kinds, wrong: result.wrong, silent: result.silent }).toEqual({
        seed,
        kinds: noisy.kinds,
        wrong: [],
        silent: [],
      });
      lost += result.lost.length;
      expected += result.expected;
    }
    expect(lost / expected).toBeLessThan(0.03);
  });
});
