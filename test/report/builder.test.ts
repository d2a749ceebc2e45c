import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseReport, toJson, validate } from "../../src/index.js";
import { anyReport } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";

describe("reportBuilder", () => {
  it("builds reports that break no hard rule", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(validate(report).status).toBe("balanced");
      }),
    );
  });

  it("builds reports that survive canonical JSON", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const json = toJson(report);
        expect(toJson(parseReport(JSON.parse(json)))).toBe(json);
        expect(parseReport(JSON.parse(json))).toEqual(report);
      }),
    );
  });

  it("computes totals and what is carried forward", () => {
    expect(seda2023.requests.concluded.total).toBe(4);
    expect(seda2023.requests.carriedForward.total).toBe(0);
  });
});
