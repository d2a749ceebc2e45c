import { describe, expect, it } from "vitest";
import { findClaims } from "../../src/narrative.js";
import { growthOf, MOST_GROWTH } from "../support/growth.js";

/** Everything in a text that may come again and again, alone and with what it works on before or behind. */
const REPEATED: Readonly<Record<string, (n: number) => string>> = {
  digits: (n) => "9".repeat(n),
  "digits of a claim": (n) => `予以公开${"9".repeat(n)}件`,
  "thousands groups": (n) => `予以公开1${",234".repeat(n)}件`,
  numerals: (n) => `予以公开${"一百".repeat(n)}件`,
  "opening brackets": (n) => `予以公开12件${"（".repeat(n)}`,
  "closing brackets": (n) => `予以公开${"）".repeat(n)}12件`,
  "nested brackets": (n) => `${"（".repeat(n)}予以公开${"）".repeat(n)}12件`,
  titles: (n) => "《条例》".repeat(n),
  "titles that never end": (n) => "《".repeat(n),
  "claims of one sentence": (n) => "予以公开1件，".repeat(Math.min(n, 9_000)),
  "claims of one clause": (n) => "予以公开1件部分公开2件".repeat(Math.min(n, 4_000)),
  "results of cases": (n) => `行政复议5件${"，维持1件".repeat(Math.min(n, 9_000))}`,
  separators: (n) => "、".repeat(n),
  commas: (n) => "，".repeat(n),
  "line breaks": (n) => "\n".repeat(n),
  spaces: (n) => " ".repeat(n),
  "names of a list": (n) => `${"予以公开、".repeat(n)}部分公开5件`,
  "numbers of a list": (n) => `予以公开、部分公开分别为${"1、".repeat(n)}2件`,
  denials: (n) => "未".repeat(n),
  "things denied": (n) => `未收到${"申请、".repeat(n)}申请`,
  "words unknown": (n) => `${"甲".repeat(n)}予以公开1件`,
  "the agency's name": (n) => "某某县教育局".repeat(n),
  "half of its name": (n) => "某某县".repeat(n),
  years: (n) => "2022年".repeat(n),
  "carrying over": (n) => "结转".repeat(n),
  items: (n) => "1.".repeat(n),
};

/** Words, numbers and marks of every part that they can play, and nothing else. */
const PIECES = ["无", "1年", "5件", "分别1、", "申请", "一", "其中", "予以公开", "公开", "余", "9,", "除", "月"];

describe("findClaims", () => {
  it.each([
    ...Object.entries(REPEATED),
    ...PIECES.map((piece) => [`nothing but ${piece}`, (n: number) => piece.repeat(n)] as const),
  ])("takes time in proportion to %s", (_, make) => {
    const options = { edition: "2021", year: 2023, agency: "某某县教育局" } as const;
    expect(growthOf(make, (text) => findClaims(text, options))).toBeLessThan(MOST_GROWTH);
  });
});
