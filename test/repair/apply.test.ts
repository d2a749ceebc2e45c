import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DisclosureReportError, type Draft, type Report, toJson, validate } from "../../src/index.js";
import { applyRepair, type Edit, locateErrors, type Repair, revertRepair } from "../../src/repair.js";
import { figureIn } from "../../src/report/figures.js";
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
const none: Repair = { changes: [], cost: 0, settled: true, madeFor: [] };
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

  it("undoes and redoes any repair", { tags: "property" }, () => {
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

  it("refuses a report that it was not made for, whichever figure of its balances is another one", () => {
    for (const address of [
      "requests.received.researchInstitution",
      "requests.carriedForward.total",
      "requests.stateSecret.total",
    ]) {
      const other = changed(broken, { [address]: 77 });
      expect([address, codeOf(() => applyRepair(other, repair))]).toEqual([address, "repair.notMadeFor"]);
    }
    // What no balance of the repair reads may change.
    expect(() => applyRepair(changed(broken, { "remedies.reconsideration.upheld": 77 }), repair)).not.toThrow();
    expect(codeOf(() => applyRepair({ ...broken, edition: "2019" } as never, repair))).toBe("repair.otherEdition");
    expect(codeOf(() => applyRepair(broken, JSON.parse(JSON.stringify(repair))))).toBe("");
  });

  it("never makes a figure what no report can state", () => {
    for (const to of [-1, 1.5, "258", 2 ** 60]) {
      const changes = repair.changes.map((change) => ({ ...change, to }));
      expect([to, codeOf(() => applyRepair(broken, { ...repair, changes }))]).toEqual([to, "repair.notFigure"]);
    }
  });

  it("mends one part after the other, and undoes any sequence of repairs, of one figure more than once too", {
    tags: "property",
  }, () => {
    fc.assert(
      fc.property(anyReport, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (report, seeds) => {
        const states: Draft[] = [changed(report, {})];
        const edits: Edit[] = [];
        for (const seed of seeds) {
          const last = states.at(-1) ?? report;
          const slips = mutate(last as Report, seeded(seed)) ?? {};
          edits.push(
            ...Object.entries(slips).map(
              ([address, to]): Edit => ({
                address,
                from: figureIn(last, address),
                to: to as number,
                slip: "unexplained",
                why: "",
              }),
            ),
          );
          let draft: Draft = changed(last as Report, slips);
          for (const { repairs } of locateErrors(draft).problems) {
            const [first] = repairs;
            if (first?.settled !== true) continue;
            const repaired = applyRepair(draft, first);
            draft = repaired.report;
            edits.push(...repaired.edits);
          }
          states.push(draft);
        }
        expect(toJson(revertRepair(states.at(-1) ?? report, edits))).toBe(toJson(states[0] ?? report));
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  it("says in both languages which figure keeps it from being done", () => {
    const other = changed(broken, { "requests.carriedForward.total": 77 });
    const said = (language: "zh" | "en") => {
      try {
        applyRepair(other, repair, { language });
      } catch (error) {
        return error instanceof DisclosureReportError ? error.message : "";
      }
      return "";
    };
    expect(said("zh")).toMatch(
      /^表三第25行第7列（.*）现为77，作出更正时为\d+：此项更正并非针对本报告，未予更正。请重新查找错误。$/,
    );
    expect(said("en")).toMatch(/^table 三, row 25, column 7 \(.*\) is 77, and was \d+ when the repair was made/);
  });
});
