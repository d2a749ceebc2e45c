import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft, EditionId } from "../../src/index.js";
import { validateSeries } from "../../src/series.js";

/*
 * The rules between two years a second time, from docs/series.md: figures by hand-written addresses, with nothing of the library but the
 * types. What is no whole number, or no figure at all, tells nothing.
 */

const COLUMNS = [
  "naturalPerson",
  "commercialEnterprise",
  "researchInstitution",
  "publicInterestOrganization",
  "legalServiceInstitution",
  "otherOrganization",
  "total",
];
const BLOCKS = ["reconsideration", "directLitigation", "litigationAfterReconsideration"];
const ITEMS = [
  "administrativeLicensing",
  "otherAdministrativeServices",
  "administrativePenalty",
  "administrativeCompulsion",
  "administrativeFees",
];
const DOCUMENTS = ["administrativeRules", "normativeDocuments"];

type Outcome = "holds" | "violated" | "undetermined";

function at(draft: Draft, address: string): number | null {
  let value: unknown = draft;
  for (const key of address.split(".")) value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return typeof value === "number" && Number.isSafeInteger(value) ? value : null;
}

function relation(left: readonly (number | null)[], right: readonly (number | null)[], atMost = false): Outcome {
  if ([...left, ...right].includes(null)) return "undetermined";
  const add = (terms: readonly (number | null)[]): bigint => terms.reduce((sum, term) => sum + BigInt(term ?? 0), 0n);
  const [a, b] = [add(left), add(right)];
  return (atMost ? a <= b : a === b) ? "holds" : "violated";
}

const minus = (value: number | null): number | null => (value === null ? null : -value);

/** Every rule between two successive reports that can be checked on their forms. */
function between(last: Draft, next: Draft, compared: boolean): Readonly<Record<string, Outcome>> {
  const said: Record<string, Outcome> = {};
  const say = (rule: string, outcome: Outcome): void => {
    said[rule] = compared ? outcome : "undetermined";
  };
  for (const column of COLUMNS) {
    say(
      `carryOver.${column}`,
      relation([at(last, `requests.carriedForward.${column}`)], [at(next, `requests.broughtForward.${column}`)]),
    );
  }
  if (last.edition === "2021" && next.edition === "2021") {
    for (const row of DOCUMENTS) {
      const here = (field: string): number | null => at(next, `disclosure.${row}.${field}`);
      say(
        `inForce.${row}`,
        relation([at(last, `disclosure.${row}.inForce`), here("issued"), minus(here("repealed"))], [here("inForce")]),
      );
    }
  }
  if (last.edition === "2019" && next.edition === "2019") {
    for (const row of DOCUMENTS) {
      const here = (field: string): number | null => at(next, `disclosure.${row}.${field}`);
      say(
        `totalDisclosed.${row}`,
        relation([at(last, `disclosure.${row}.totalDisclosed`), here("newlyDisclosed")], [here("totalDisclosed")]),
      );
    }
    for (const row of ITEMS) {
      const before = (field: string): number | null => at(last, `disclosure.${row}.${field}`);
      say(
        `itemsForward.${row}`,
        relation([before("previousItems"), before("change")], [at(next, `disclosure.${row}.previousItems`)]),
      );
    }
  }
  for (const block of BLOCKS) {
    say(`openRemedies.${block}`, relation([at(last, `remedies.${block}.pending`)], [at(next, `remedies.${block}.total`)], true));
  }
  return said;
}

function reference(drafts: readonly Draft[]): readonly string[] {
  const lines: string[] = [];
  const byYear = [...new Set(drafts.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  const first = byYear.flatMap((year) => drafts.find((draft) => draft.year === year) ?? []);
  first.forEach((next, i) => {
    const last = first[i - 1];
    if (last === undefined) return;
    const codes = [last.agency?.unifiedSocialCreditCode, next.agency?.unifiedSocialCreditCode];
    const coded = codes[0] !== undefined && codes[1] !== undefined;
    const compared = next.year === (last.year ?? 0) + 1 && !(coded && codes[0] !== codes[1]);
    for (const [rule, outcome] of Object.entries(between(last, next, compared))) {
      lines.push(`${drafts.indexOf(last)} ${drafts.indexOf(next)} ${rule} ${outcome}`);
    }
  });
  return lines.sort();
}

const PLACES: Readonly<Record<EditionId, readonly string[]>> = {
  "2019": [
    ...COLUMNS.flatMap((column) => [`requests.carriedForward.${column}`, `requests.broughtForward.${column}`]),
    ...DOCUMENTS.flatMap((row) => [`disclosure.${row}.totalDisclosed`, `disclosure.${row}.newlyDisclosed`]),
    ...ITEMS.flatMap((row) => [`disclosure.${row}.previousItems`, `disclosure.${row}.change`]),
    ...BLOCKS.flatMap((block) => [`remedies.${block}.pending`, `remedies.${block}.total`]),
  ],
  "2021": [
    ...COLUMNS.flatMap((column) => [`requests.carriedForward.${column}`, `requests.broughtForward.${column}`]),
    ...DOCUMENTS.flatMap((row) => ["issued", "repealed", "inForce"].map((field) => `disclosure.${row}.${field}`)),
    ...BLOCKS.flatMap((block) => [`remedies.${block}.pending`, `remedies.${block}.total`]),
  ],
};

/** Figures that often agree, some blank, some no figures. */
const figure = fc.oneof(
  { weight: 12, arbitrary: fc.nat(2) },
  { weight: 1, arbitrary: fc.constantFrom(null, -1, 1.5, "3", Number.NaN, 2 ** 60, Number.MAX_SAFE_INTEGER) },
);

const reports: fc.Arbitrary<Draft> = fc.constantFrom<EditionId>("2019", "2021").chain((edition) =>
  fc
    .record({
      year: fc.option(fc.integer({ min: 2019, max: 2023 }), { nil: undefined, freq: 12 }),
      code: fc.constantFrom(undefined, undefined, "A", "A", "B"),
      values: fc.tuple(...PLACES[edition].map(() => figure)),
    })
    .map(({ year, code, values }) => {
      const tables: Record<string, Record<string, Record<string, unknown>>> = {};
      PLACES[edition].forEach((address, i) => {
        const [table = "", record = "", field = ""] = address.split(".");
        tables[table] = { ...tables[table], [record]: { ...tables[table]?.[record], [field]: values[i] } };
      });
      const agency = { name: "某县", ...(code === undefined ? {} : { unifiedSocialCreditCode: code }) };
      return { edition, ...(year === undefined ? {} : { year }), agency, ...tables } as Draft;
    }),
);

describe("validateSeries against a second implementation", () => {
  it("says the same of any reports in any order, dirty ones included", { tags: "property" }, () => {
    fc.assert(
      fc.property(fc.array(reports, { maxLength: 5 }), (drafts) => {
        const { verdicts } = validateSeries(drafts);
        const said = verdicts
          .filter(({ rule }) => !rule.startsWith("years."))
          .map(({ previous, current, rule, outcome }) => `${previous?.index} ${current?.index} ${rule} ${outcome}`);
        expect(said.sort()).toEqual(reference(drafts));
      }),
      { numRuns: Number(process.env["RUNS"] ?? 400), seed: 20_261_128 },
    );
  });
});
