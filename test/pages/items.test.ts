import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemsOf, numberOf, numbersOf } from "../../src/formats/ofd/items.js";

/** The numbers of a text, read by the language's own means. */
const plainly = (text: string): readonly number[] => {
  const words = text
    .trim()
    .split(/\s+/)
    .map((word) => (word === "" ? Number.NaN : Number(word)));
  const end = words.findIndex((number) => !Number.isFinite(number));
  return words.slice(0, end < 0 ? words.length : end);
};

describe("items of attributes", () => {
  it("are numbers and words", () => {
    expect(itemsOf(" M 0 -.5  L\t1e2 12345678901234567890\u3000g 3 1.25")).toEqual([
      "M",
      0,
      -0.5,
      "L",
      100,
      1.2345678901234567e19,
      "g",
      3,
      1.25,
    ]);
    expect(itemsOf("1.2.3 - . 0x10 Infinity")).toEqual(["1.2.3", "-", ".", 16, "Infinity"]);
    expect(itemsOf(" ")).toEqual([]);
  });

  it("are the numbers that the language reads", { tags: "property" }, () => {
    const piece = fc.constantFrom(..."0123456789.-+ ", "e", "\t", "\u00a0", "g", "0.1", "9007199254740993", "-0");
    const number = fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat(12)).map(([n, places]) => n.toFixed(places));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: piece, maxLength: 12 }),
          fc.array(number).map((all) => all.join(" ")),
        ),
        (text) => {
          expect(numbersOf(text)).toEqual(plainly(text));
          expect(numberOf(text)).toBe(plainly(text)[0]);
        },
      ),
    );
  });
});
