import { describe, expect, it } from "vitest";
import { placeIn } from "../../src/findings/finding.js";
import { settleAgency } from "../../src/reading/head/settleAgency.js";
import type { HeadSource } from "../../src/reading/head/types.js";

const place = placeIn("html", { line: 1, offset: 0 });
const named = (name: string, from: HeadSource) => ({ name, raw: name, from, place });

describe("two names that are not one agency’s", () => {
  it.each<readonly [HeadSource, HeadSource, "first" | "none"]>([
    ["title", "signature", "first"],
    ["pageTitle", "signature", "first"],
    ["signature", "card", "first"],
    ["announcement", "card", "first"],
    ["announcement", "signature", "none"],
    ["lineAbove", "signature", "none"],
    ["announcement", "lineAbove", "none"],
  ])("in %s and %s: %s", (one, other, taken) => {
    const [first, second] = [named("甲县财政局", one), named("乙县教育局", other)];
    for (const found of [
      [first, second],
      [second, first],
    ]) {
      const { agency, others, unclear } = settleAgency(found, null);
      expect([agency?.value ?? null, others, unclear]).toEqual(
        taken === "first" ? [first.name, [second], []] : [null, [], [first, second]],
      );
    }
  });
});
