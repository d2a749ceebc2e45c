import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FeeInput, informationProcessingFee, MAX_FEE_ITEMS, MAX_FEE_PAGES } from "../../src/filing.js";

/** The fee item by item, as the notice words it. */
function itemByItem(items: number): number {
  let total = 0;
  for (let n = 11; n <= items; n += 1) total += n <= 30 ? 100 : 200 + 100 * Math.floor((n - 31) / 10);
  return total;
}

function pageByPage(pages: number): number {
  let total = 0;
  for (let n = 31; n <= pages; n += 1) total += n <= 100 ? 10 : n <= 200 ? 20 : 40;
  return total;
}

describe("informationProcessingFee", () => {
  it.each([
    [{ items: 0 }, "0"],
    [{ items: 10 }, "0"],
    [{ items: 11 }, "100"],
    [{ items: 30 }, "2000"],
    [{ items: 31 }, "2200"],
    [{ items: 40 }, "4000"],
    [{ items: 41 }, "4300"],
    [{ items: 50 }, "7000"],
    [{ pages: 0 }, "0"],
    [{ pages: 30 }, "0"],
    [{ pages: 31 }, "10"],
    [{ pages: 100 }, "700"],
    [{ pages: 101 }, "720"],
    [{ pages: 200 }, "2700"],
    [{ pages: 201 }, "2740"],
    [{ pages: MAX_FEE_PAGES }, "39999999994700"],
  ] as const)("of %j is %s yuan", (input, total) => {
    expect(informationProcessingFee(input).total).toBe(total);
  });

  it("shows its calculation", () => {
    expect(informationProcessingFee({ items: 42 }).brackets).toEqual([
      { from: 1, to: 10, rate: "0", count: 10, amount: "0" },
      { from: 11, to: 30, rate: "100", count: 20, amount: "2000" },
      { from: 31, to: 40, rate: "200", count: 10, amount: "2000" },
      { from: 41, to: 50, rate: "300", count: 2, amount: "600" },
    ]);
    expect(informationProcessingFee({ pages: 250 }).brackets[3]).toEqual({
      from: 201,
      to: null,
      rate: "40",
      count: 50,
      amount: "2000",
    });
    expect(informationProcessingFee({ items: 0 }).brackets).toEqual([]);
  });

  it("is what one gets item by item and page by page, and a multiple of 10 yuan", { tags: "property" }, () => {
    fc.assert(
      fc.property(fc.nat(3000), (n) => {
        const byItem = informationProcessingFee({ items: n });
        expect(byItem.total).toBe(String(itemByItem(n)));
        expect(informationProcessingFee({ pages: n }).total).toBe(String(pageByPage(n)));
        expect(byItem.brackets.reduce((sum, { count }) => sum + count, 0)).toBe(n);
        expect(Number(byItem.total) % 10).toBe(0);
      }),
    );
  });

  it("is exact at the limit", () => {
    // 20 × 100, then 99,997 full brackets of ten from 200 by 100.
    const brackets = (MAX_FEE_ITEMS - 30) / 10;
    const expected = 2000n + 10n * (200n * BigInt(brackets) + (100n * BigInt(brackets) * BigInt(brackets - 1)) / 2n);
    expect(informationProcessingFee({ items: MAX_FEE_ITEMS }).total).toBe(String(expected));
  });

  it.each<[unknown]>([
    [{ items: -1 }],
    [{ items: 1.5 }],
    [{ pages: Number.NaN }],
    [{ items: MAX_FEE_ITEMS + 1 }],
    [{ pages: MAX_FEE_PAGES + 1 }],
    [{}],
    [{ items: 1, pages: 1 }],
    [{ items: "5" }],
  ])("refuses %j", (input) => {
    expect(() => informationProcessingFee(input as FeeInput)).toThrow(expect.objectContaining({ code: "filing.input" }));
  });
});
