import { describe, expect, it } from "vitest";
import { checkNarrative } from "../../src/narrative.js";
import { sentences } from "./sentences.js";
import { saying } from "./subject.js";

const SIGNS = { agrees: "+", disagrees: "-", unchecked: "?" } as const;

function saysOf(text: string): string {
  return checkNarrative(saying(text))
    .claims.map(({ verdict }) => SIGNS[verdict])
    .join("");
}

describe("checkNarrative", () => {
  it.each(sentences)("$says $text", ({ text, says }) => {
    expect(saysOf(text)).toBe(says);
  });
});
