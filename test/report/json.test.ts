import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Draft, isComplete, missingFields, parseDraft, parseReport, toJson } from "../../src/index.js";
import { anyReport, mutable } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";

/** The same value with the keys of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe("canonical JSON", () => {
  it("does not depend on the order of keys", { tags: "property" }, () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(toJson(reversed(report) as Draft)).toBe(toJson(report));
      }),
      { numRuns: 30 },
    );
  });

  it("keeps what was printed, and every optional part", () => {
    const report = parseReport({
      ...seda2023,
      disclosure: { ...seda2023.disclosure, administrativeFees: { feesCollected: "12.50" } },
      narrative: { other: "无", overview: { supervision: "乙", preamble: "甲" } },
      informationProcessingFee: "30",
    });
    const json = toJson(report);
    expect(json).toContain('"feesCollected":"12.50"');
    expect(
      json.endsWith(
        '"narrative":{"overview":{"preamble":"甲","supervision":"乙"},"other":"无"},"informationProcessingFee":"30"}',
      ),
    ).toBe(true);
    expect(parseReport(JSON.parse(json))).toEqual(report);
  });

  it("puts what is said of the agency and text without parts in their places", () => {
    const draft = {
      narrative: { other: "无", overview: "总述" },
      agency: { level: "county", name: "某县" },
      edition: "2021",
    } as const;
    expect(toJson(draft)).toBe(
      '{"edition":"2021","agency":{"name":"某县","level":"county"},"narrative":{"overview":"总述","other":"无"}}',
    );
  });

  it("keeps blanks and gaps of a draft apart", () => {
    const draft = {
      edition: "2021",
      remedies: {},
      requests: { granted: { total: null, naturalPerson: 3 }, received: {} },
    } as const;
    const json = toJson(draft);
    expect(json).toBe('{"edition":"2021","requests":{"received":{},"granted":{"naturalPerson":3,"total":null}},"remedies":{}}');
    expect(parseDraft(JSON.parse(json))).toEqual(draft);
  });

  it("indents on demand and then ends in a line break", () => {
    expect(toJson({ edition: "2019" }, { indent: 2 })).toBe('{\n  "edition": "2019"\n}\n');
  });
});

describe("missingFields", () => {
  it("is empty for a complete report", () => {
    expect(missingFields(seda2023)).toEqual([]);
    expect(isComplete(seda2023)).toBe(true);
  });

  it("tells a blank from a gap, and names the cell", () => {
    const draft = mutable(seda2023) as unknown as Record<string, Record<string, Record<string, unknown>>>;
    const granted = draft["requests"]?.["granted"] ?? {};
    granted["total"] = null;
    delete granted["naturalPerson"];
    const found = missingFields(draft as unknown as Draft);
    expect(found.map(({ code, path, cells }) => [code, path, cells[0]?.coordinate])).toEqual([
      ["draft.absent", "requests.granted.naturalPerson", { table: "三", row: 3, column: 1 }],
      ["draft.blank", "requests.granted.total", { table: "三", row: 3, column: 7 }],
    ]);
    expect(found[1]?.message).toContain("表三第3行第7列");
    expect(isComplete(draft as unknown as Draft)).toBe(false);
  });

  it("asks for the agency and the year", () => {
    expect(
      missingFields({ edition: "2021", agency: {} })
        .slice(0, 2)
        .map(({ path }) => path),
    ).toEqual(["agency.name", "year"]);
  });
});
