import { describe, expect, it } from "vitest";
import { readHtml } from "../../src/html.js";
import type { Report } from "../../src/index.js";
import { readText } from "../../src/text.js";
import { kindsOfSort, REPORTS, type SortName, score, sorts, TITLE, tried } from "./faultyDocuments.js";
import { dice, dump, harmlessKinds, losingKinds, page, someKinds, spoil } from "./noise.js";

function reportOf(seed: number): Report {
  const report = REPORTS[seed % REPORTS.length];
  if (report === undefined) throw new RangeError("no report");
  return report;
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
  it("200 pages: every figure right or blank with a finding, and nearly all of them read", () => {
    let lost = 0;
    let expected = 0;
    for (let seed = 0; seed < 200; seed += 1) {
      const roll = dice(seed);
      const noisy = spoil(reportOf(seed), someKinds(roll, [...harmlessKinds, ...losingKinds], 5), roll);
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

  it("100 dumps: every figure right or blank with a finding", () => {
    let lost = 0;
    let expected = 0;
    const kinds = harmlessKinds.filter((kind) => !kind.includes("merged") && !kind.includes("column") && !kind.includes("cut"));
    for (let seed = 1000; seed < 1100; seed += 1) {
      const roll = dice(seed);
      const noisy = spoil(reportOf(seed), someKinds(roll, [...kinds, ...losingKinds], 4), roll);
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

const sortNames = Object.keys(sorts).filter((name): name is SortName => name in sorts);

describe("documents with faults of every kind; 5,000 of them are read by `npm run proof:reading`", () => {
  it.each(sortNames.map((name) => [name] as const))("%s: each kind by itself", async (name) => {
    for (const [i, kind] of kindsOfSort(name).entries()) {
      const { wrong, silent } = await tried(name, i, [kind]);
      expect({ kind, wrong, silent }).toEqual({ kind, wrong: [], silent: [] });
    }
  });

  it.each(sortNames.map((name) => [name] as const))("%s: many kinds together", async (name) => {
    let [lost, expected] = [0, 0];
    for (let seed = 10_000; seed < 10_040; seed += 1) {
      const { kinds, wrong, silent, ...rest } = await tried(name, seed);
      expect({ seed, kinds, wrong, silent }).toEqual({ seed, kinds, wrong: [], silent: [] });
      lost += rest.lost.length;
      expected += rest.expected;
    }
    expect(lost / expected).toBeLessThan(0.02);
  });
});
