import { describe, expect, it } from "vitest";
import { weigh } from "../../src/repair/evidence.js";
import { COMPLETE_SIZE, SEARCH_LIMIT, smallestSets } from "../../src/repair/search.js";
import type { System } from "../../src/repair/system.js";
import { tableauOf } from "../../src/repair/tableau.js";

/** So many sums of so many figures each, all 0 and every sum off by one: one figure of each sum is wrong. */
function search(sums: number, figures: number) {
  const width = sums * figures;
  const matrix = Array.from({ length: sums }, (_, r) =>
    Float64Array.from({ length: width }, (_, c) => (Math.floor(c / figures) === r ? 1 : 0)),
  );
  const constants = Array<number>(sums).fill(1);
  const printed = Array<number>(width).fill(0);
  const system: System = {
    rules: [],
    compiled: [],
    cells: [],
    matrix,
    constants,
    slacks: [],
    reach: 1,
    parts: new Map(),
  };
  return smallestSets(system, tableauOf(matrix, printed, constants), printed, [], []);
}

describe("the search for smallest sets", () => {
  it("of two figures is complete, whatever it takes", () => {
    const figures = Math.ceil(Math.sqrt(SEARCH_LIMIT)) + 1;
    const { explanations, bounded } = search(COMPLETE_SIZE, figures);
    expect([explanations.length, bounded]).toEqual([figures ** COMPLETE_SIZE, false]);
  });

  it("of three figures is complete within its limit, and stops at it beyond", () => {
    expect(search(3, 5)).toMatchObject({ explanations: { length: 125 }, bounded: false });
    const { explanations, bounded } = search(3, 20);
    expect(bounded).toBe(true);
    expect(explanations.length).toBeGreaterThan(0);
    expect(explanations.length).toBeLessThan(SEARCH_LIMIT);
  });
});

describe("what evidence counts", () => {
  const says = (value: number) => [{ address: "a", value, source: "narrative" }] as const;

  it.each([
    ["for a change to what is stated", says(7), 5, 7, -8],
    ["against a change away from it", says(5), 5, 7, 8],
    ["nothing where it says something else", says(6), 5, 7, 0],
    ["more where it is a figure of the same form", [{ address: "a", value: 7, source: "previous" }], 5, 7, -12],
    ["as much as all of it together", [...says(7), { address: "a", value: 5, source: "children" }], 5, 7, 4],
  ] as const)("%s", (_, evidence, from, to, bits) => {
    expect(weigh(evidence, from, to)).toBe(bits);
  });
});
