import { expect, describe as group, it } from "vitest";
import { describe } from "../../src/_internal/describe.js";

group("a value in a sentence", () => {
  it.each([
    ["个体户", "“个体户”"],
    ['他说"好"', '“他说"好"”'],
    ["两\n行\u001b[2J", "“两\\n行\\u001b[2J”"],
    ["长".repeat(80), `“${"长".repeat(60)}…”`],
    [5, "5"],
    [null, "null"],
    [["5"], "[…]"],
    [{ a: 1 }, "{…}"],
  ])("%j", (value, words) => {
    expect(describe(value)).toBe(words);
  });
});
