/**
 * The PDF engine as it lies in the page and as it is taken out again.
 */
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asDifferences, BLOCK, restored, WAYS } from "../../docs/workbench/differences.js";
import { withDifferences } from "../../docs/workbench/pack.js";

const size = (bytes: Uint8Array): number => deflateRawSync(bytes).length;

/** A table of rows that rise: from, to, and what they stand for. */
const table = (rows: number): Uint8Array =>
  new Uint8Array(
    Uint16Array.from({ length: 3 * rows }, (_, i) => (i % 3 === 2 ? 5 : 257) * Math.floor(i / 3) + (i % 3) * 40).buffer,
  );

describe("tables of rising numbers", () => {
  it.each([0, 1])("are shorter as differences, wherever they start, and come out as they were (%i)", (before) => {
    const bytes = Buffer.concat([new Uint8Array(before), table(4_000)]);
    const kept = Uint8Array.from(withDifferences(bytes));
    expect(size(kept)).toBeLessThan(size(bytes) / 10);
    expect(Buffer.from(restored(kept)).equals(bytes)).toBe(true);
  });

  it.each(WAYS)("come out of differences of numbers %o", (way) => {
    const bytes = Uint8Array.from({ length: BLOCK }, (_, i) => (i * i * 31) % 251);
    const kept = Uint8Array.of(1 + WAYS.indexOf(way), ...asDifferences(bytes, way));
    expect(restored(kept)).toEqual(bytes);
  });

  it("come out as they were with anything around them, of any length", { tags: "property" }, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3 * BLOCK }), fc.nat(2_000), (some, rows) => {
        const bytes = Buffer.concat([some, table(rows)]);
        expect(Buffer.from(restored(Uint8Array.from(withDifferences(bytes)))).equals(bytes)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
