import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import * as z from "zod";
import { draftSchemas, editionIds, type Report, reportSchemas } from "../../src/index.js";
import { draftObjects, reportObjects } from "../../src/zod.js";
import { reports } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";

/** A value with one place of it made something else, which a schema accepts or not. */
const spoilt = (value: unknown, path: readonly number[], other: unknown): unknown => {
  if (path.length === 0 || typeof value !== "object" || value === null) return other;
  const [at = 0, ...rest] = path;
  const keys = Object.keys(value);
  const key = keys[at % keys.length];
  if (key === undefined) return other;
  return { ...value, [key]: spoilt((value as Record<string, unknown>)[key], rest, other) };
};

describe.each(editionIds)("classic zod schemas of edition %s", (edition) => {
  it("accept and refuse what those of the core do", { tags: "property" }, () => {
    const others = [null, -1, 1.5, "", "1.5", "01", 2 ** 53, "2023-02-30", "\ud800", {}, [], undefined, true];
    fc.assert(
      fc.property(reports(edition), fc.array(fc.nat(30), { maxLength: 4 }), fc.constantFrom(...others), (report, path, other) => {
        const value = spoilt(report, path, other);
        expect(reportObjects[edition].safeParse(value).success).toBe(reportSchemas[edition].safeParse(value).success);
        expect(draftObjects[edition].safeParse(value).success).toBe(draftSchemas[edition].safeParse(value).success);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("become JSON Schema as generators of OpenAPI want it", () => {
    const schema = z.toJSONSchema(reportObjects[edition]);
    expect(schema.additionalProperties).toBe(false);
    expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(reportObjects[edition].shape));
  });
});

it("can be extended, and are typed as reports", () => {
  const filed = reportObjects["2021"].extend({ receivedAt: z.iso.datetime() });
  const value = { ...seda2023, receivedAt: "2024-01-31T08:00:00Z" };
  expect(filed.safeParse(value).success).toBe(true);
  expect(filed.safeParse(seda2023).success).toBe(false);
  expect(reportObjects["2021"].safeParse(value).success).toBe(false);
  const parsed = reportObjects["2021"].parse(seda2023);
  expectTypeOf(parsed.requests.granted.naturalPerson).toEqualTypeOf<number>();
  expectTypeOf(parsed.requests).toEqualTypeOf<Report<"2021">["requests"]>();
  expectTypeOf(parsed.signedOn).toEqualTypeOf<string | undefined>();
});
