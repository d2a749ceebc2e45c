import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DisclosureReportError, toJson, validate } from "../../src/index.js";
import { applyRepair, locateErrors, type Repair, revertRepair } from "../../src/repair.js";
import { anyReport } from "../support/arbitraries.js";
import { changed, city2021, county2021 } from "./bases.js";
import { mutate, seeded } from "./mutants.js";

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof DisclosureReportError) return error.code;
  }
  return "";
}

const broken = changed(city2021, { "requests.granted.naturalPerson": 285 });
const none: Repair = { changes: [], cost: 0, settled: true };
const repair = locateErrors(broken).repairs[0] ?? none;

describe("applyRepair", () => {
  it("makes a new report, and a record that survives JSON", () => {
    const before = toJson(broken);
    const { report, edits } = applyRepair(broken, repair);
    expect(toJson(report)).toBe(toJson(city2021));
    expect(toJson(broken)).toBe(before);
    expect(edits).toEqual([
      {
        address: "requests.granted.naturalPerson",
        from: 285,
        to: 258,
        slip: "transposed",
        why: expect.stringContaining("数字顺序颠倒"),
      },
    ]);
    expect(revertRepair(report, JSON.parse(JSON.stringify(edits)))).toEqual(broken);
  });

  it("shares what it does not change and keeps the head", () => {
    const { report } = applyRepair(broken, repair);
    expect(report.agency).toBe(broken.agency);
    expect(report.remedies).toBe(broken.remedies);
    expect(report.requests.received).toBe(broken.requests.received);
  });

  it("undoes and redoes any repair", () => {
    fc.assert(
      fc.property(anyReport, fc.nat(), (report, seed) => {
        const draft = changed(report, mutate(report, seeded(seed)) ?? {});
        const [first] = locateErrors(draft).repairs;
        if (first === undefined) return;
        const repaired = applyRepair(draft, first);
        expect(validate(repaired.report).status).toBe("balanced");
        expect(toJson(revertRepair(repaired.report, repaired.edits))).toBe(toJson(draft));
      }),
      { numRuns: 40 },
    );
  });

  it("refuses what is not settled, not there any more, or not on the form", () => {
    const open = locateErrors(changed(county2021, { "disclosure.administrativePenalty.decisions": -1 })).repairs[0] ?? none;
    expect(codeOf(() => applyRepair(county2021, open))).toBe("repair.unsettled");
    expect(codeOf(() => applyRepair(city2021, repair))).toBe("repair.stale");
    expect(codeOf(() => revertRepair(broken, applyRepair(broken, repair).edits))).toBe("repair.stale");
    const elsewhere = {
      ...repair,
      changes: repair.changes.map((change) => ({ ...change, address: "requests.__proto__.total" })),
    };
    expect(codeOf(() => applyRepair(broken, elsewhere))).toBe("repair.unknownCell");
  });
});
