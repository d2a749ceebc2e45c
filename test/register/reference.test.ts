import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validate } from "../../src/index.js";
import { readRegisterCsv, tallyRegister } from "../../src/register.js";
import { type Line, referenceTally, VOCABULARY } from "./reference.js";

const DAYS = [
  "2018-12-31",
  "2019-01-01",
  "2019-12-31",
  "2020-01-01",
  "2020-02-29",
  "2020-12-31",
  "2021-01-01",
  "2021-12-31",
  "2022-01-01",
];
const day = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...DAYS) },
  { weight: 1, arbitrary: fc.constantFrom("2021-02-29", "soon", "") },
);

/** A register of few numbers and few days, so that lines meet. */
function registers(numbers: number): fc.Arbitrary<readonly Line[]> {
  const line = fc.record({
    number: fc.oneof({ weight: 20, arbitrary: fc.nat(numbers).map((n) => `N${n}`) }, { weight: 1, arbitrary: fc.constant("") }),
    applicant: fc.constantFrom(...VOCABULARY.applicants),
    received: day,
    closed: fc.option(day, { freq: 4 }).map((closed) => closed || null),
    outcome: fc.option(fc.constantFrom(...VOCABULARY.outcomes), { freq: 6 }),
  });
  return fc.array(line, { maxLength: 12 });
}

const sorted = (recordNumbers: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(recordNumbers)
    .map(([address, numbers]) => [address, [...numbers].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const SEED = 20_261_128;

describe("tally against a second implementation", () => {
  it.each([
    ["lines that meet often", 2],
    ["lines that meet sometimes", 12],
    ["lines that hardly meet", 1000],
  ])("%s", { tags: "property" }, (_, numbers) => {
    fc.assert(
      fc.property(registers(numbers), fc.constantFrom(2019, 2020, 2021, 2022), (lines, year) => {
        const result = tallyRegister(lines, { year });
        const { recordNumbers, ...counts } = referenceTally(lines, year);
        expect(result.requests).toEqual(counts);
        expect(sorted(result.recordNumbers)).toEqual(sorted(recordNumbers));
        expect(result.findings.filter(({ severity }) => severity === "error").length > 0).toBe(counts.rejected > 0);
        expect(validate(result.draft).counts.violated).toBe(0);
        expect(Object.values(result.requests).reduce((a, b) => a + b, 0)).toBe(lines.length);
      }),
      { numRuns: 1500, seed: SEED },
    );
  });

  it("the same by way of a CSV file", { tags: "property" }, () => {
    fc.assert(
      fc.property(registers(12), fc.constantFrom(2020, 2021), (lines, year) => {
        const rows = lines.map((line) => [line.number, line.applicant, line.received, line.closed ?? "-", line.outcome ?? ""]);
        const reading = readRegisterCsv(
          `number,applicant,received,closed,outcome\n${rows.map((row) => `${row.join(",")}\n`).join("")}`,
        );
        const written = lines.filter(
          ({ number, applicant, received, closed, outcome }) =>
            `${number}${applicant}${received}${closed ?? "-"}${outcome ?? ""}` !== "",
        );
        const { recordNumbers } = referenceTally(written, year);
        expect(sorted(tallyRegister(reading, { year }).recordNumbers)).toEqual(sorted(recordNumbers));
      }),
      { numRuns: 1000, seed: SEED },
    );
  });
});
