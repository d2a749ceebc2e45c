import { describe, expect, it } from "vitest";
import { type CheckedClaim, checkNarrative } from "../../src/narrative.js";
import { KINDS, type MadeCount, type MadeStatement, madeStatement, TRUTH } from "./statements.js";
import { saying } from "./subject.js";

const TEXTS = 3_000;

interface Judged {
  /** Claims said to be wrong, or right, where they are not. */
  readonly faults: readonly string[];
  readonly missed: readonly string[];
  readonly wrong: number;
  readonly accused: number;
}

function judged({ text, counts, kinds }: MadeStatement): Judged {
  const { claims } = checkNarrative(saying(text));
  const countOf = ({ number }: CheckedClaim): MadeCount | undefined =>
    counts.find(({ from, to }) => number.offset >= from && number.offset < to);
  const isWrong = ({ figure, value }: MadeCount): boolean => value !== TRUTH[figure];
  const faults = claims.filter((claim) => {
    const count = countOf(claim);
    if (claim.verdict === "disagrees") return count === undefined || !isWrong(count);
    return claim.verdict === "agrees" && count !== undefined && isWrong(count);
  });
  const missed = counts.filter(
    (count) => !claims.some((claim) => countOf(claim) === count && Number(claim.number.value) === count.value),
  );
  return {
    faults: faults.map(({ quote, verdict }) => `${quote} ${verdict}: ${text} (${kinds.join()})`),
    missed: missed.map(({ figure }) => `${figure}: ${text}`),
    wrong: counts.filter(isWrong).length,
    accused: claims.filter(({ verdict }) => verdict === "disagrees").length,
  };
}

describe("generated statements", () => {
  const made = Array.from({ length: TEXTS }, (_, seed) => madeStatement(seed));
  const results = made.map(judged);
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

  it("are neither accused nor confirmed falsely", () => {
    expect(results.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it("are found, 95 of 100", () => {
    const missed = results.flatMap((result) => result.missed);
    expect(missed.length / sum(made.map(({ counts }) => counts.length)), missed.slice(0, 10).join("\n")).toBeLessThan(0.05);
  });

  it("are accused where they are wrong, four of five", () => {
    expect(sum(results.map(({ accused }) => accused)) / sum(results.map(({ wrong }) => wrong))).toBeGreaterThan(0.8);
  });

  it("hold every wording and every distractor", () => {
    expect(new Set(made.flatMap(({ kinds }) => kinds)).size).toBe(KINDS.length);
  });
});
