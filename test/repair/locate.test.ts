import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, type Draft, describeForm, figuresOf, type Report, validate } from "../../src/index.js";
import {
  applyCertain,
  COMPLETE_SIZE,
  type ErrorLocation,
  locateErrors,
  MAX_REPAIRS,
  SEARCH_LIMIT,
  type Slip,
} from "../../src/repair.js";
import { anyReport } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";
import { bases, changed, city2021, county2021, ministry2019, shanghai2019, statedBy } from "./bases.js";
import { explanationsByForce } from "./bruteForce.js";
import { type Mutation, mutate, seeded, slips } from "./mutants.js";

/** The figures that a repair changes, with their new values. */
function setsOf({ repairs }: Pick<ErrorLocation, "repairs">): readonly string[] {
  return repairs.map(({ changes }) =>
    changes
      .map(({ address, to }) => `${address}=${to}`)
      .sort()
      .join(" "),
  );
}

function truthOf(base: Draft, addresses: readonly string[]): string {
  const truth = statedBy(base);
  return addresses
    .map((address) => `${address}=${truth[address]}`)
    .sort()
    .join(" ");
}

describe("one wrong figure", () => {
  it.each(bases.map((base) => [base.agency.name, base] as const))("is located in all of table 三: %s", (_, base) => {
    const truth = figuresOf(base);
    const cells = describeForm(base.edition).cells.filter(({ table }) => table === "requests");
    for (const { address, index } of cells) {
      const draft = changed(base, { [address]: (truth[index] ?? 0) + 104_729 });
      const found = locateErrors(draft);
      expect(setsOf(found)).toEqual([truthOf(base, [address])]);
      // It is located, and no slip accounts for it: that is no certainty.
      expect(found.certain).toBe(false);
    }
    expect(cells.length).toBe(base.edition === "2021" ? 175 : 161);
  });

  it.each(Object.keys(slips))("is in the answer for every figure of table 三 that can suffer: %s", (kind) => {
    const random = seeded(3);
    for (const base of bases) {
      for (const cell of describeForm(base.edition).cells.filter(({ table }) => table === "requests")) {
        const mutation = mutate(base, random, kind, (candidate) => candidate === cell);
        if (mutation === null) continue;
        const draft = changed(base, mutation);
        const addresses = Object.keys(mutation);
        const found = locateErrors(draft);
        expect(setsOf(found)).toContain(truthOf(base, addresses));
        if (addresses.length > 1) continue;
        expect(found.repairs.length).toBe(1);
        // A figure that would become 0 where all totals are 0, or that no slip accounts for, is located and not certain.
        const [change] = found.repairs[0]?.changes ?? [];
        const doubtful = change?.to === 0 || change?.slip === "totalWrong" || change?.slip === "unexplained";
        expect(found.certain || doubtful).toBe(true);
      }
    }
  });

  it("of table 四 is one of the figures of its block, the recognisable slip first", () => {
    const found = locateErrors(changed(city2021, { "remedies.reconsideration.upheld": 51 }));
    expect(found.certain).toBe(false);
    expect(found.problems[0]?.rules).toEqual(["remedies.reconsideration"]);
    expect(found.problems[0]?.finding.code).toBe("repair.oneOf");
    expect(setsOf(found)[0]).toBe("remedies.reconsideration.upheld=15");
    expect(setsOf(found)).toContain("remedies.reconsideration.total=53");
    expect(found.repairs[0]?.changes[0]?.slip).toBe("transposed");
  });
});

describe("kinds of slips", () => {
  const cases: readonly (readonly [Slip, Readonly<Record<string, number>>])[] = [
    ["transposed", { "requests.granted.naturalPerson": 285 }],
    ["dropped", { "requests.granted.naturalPerson": 58 }],
    ["doubled", { "requests.granted.naturalPerson": 2558 }],
    ["shifted", { "requests.granted.naturalPerson": 25800 }],
    ["inserted", { "requests.granted.naturalPerson": 2958 }],
    ["mistyped", { "requests.granted.naturalPerson": 358 }],
    ["omitted", { "requests.granted.naturalPerson": 0 }],
    ["copied", { "requests.granted.naturalPerson": 12 }],
    ["sign", { "requests.granted.naturalPerson": -258 }],
    ["sign", { "requests.granted.naturalPerson": 2.58 }],
    ["unexplained", { "requests.granted.naturalPerson": 999_999 }],
    ["totalMissing", { "requests.granted.total": 0 }],
    ["totalStale", { "requests.granted.total": 260 }],
    ["totalWrong", { "requests.concluded.total": 90_210 }],
    ["exchanged", { "requests.granted.naturalPerson": 12, "requests.granted.commercialEnterprise": 258 }],
    ["misplaced", { "requests.stateSecret.naturalPerson": 0, "requests.prohibitedByLaw.naturalPerson": 14 }],
  ];

  it.each(cases)("%s", (slip, mutation) => {
    const found = locateErrors(changed(city2021, mutation));
    expect(found.repairs[0]?.changes.map((change) => change.slip)).toEqual(Object.keys(mutation).map(() => slip));
    expect(setsOf(found)[0]).toBe(truthOf(city2021, Object.keys(mutation)));
  });
});

describe("completeness", () => {
  it("agrees with brute force over all one- and two-figure explanations", () => {
    const random = seeded(11);
    for (const base of [county2021, city2021]) {
      for (let i = 0; i < 25; i += 1) {
        const mutation = { ...mutate(base, random), ...(i % 3 === 0 ? {} : mutate(base, random)) };
        const draft = changed(base, mutation);
        const location = locateErrors(draft);
        for (const problem of location.problems) {
          const size = problem.repairs[0]?.changes.length ?? 0;
          if (size > COMPLETE_SIZE) continue;
          const table = problem.finding.cells[0]?.coordinate.table ?? "";
          const expected = explanationsByForce(draft, problem.rules, table);
          expect(setsOf(problem).toSorted()).toEqual(expected);
        }
      }
    }
  }, 120_000);

  it("finds the smallest set for three and four wrong figures in different rows and columns", () => {
    const mutation = {
      "requests.granted.naturalPerson": 1,
      "requests.stateSecret.commercialEnterprise": 77,
      "requests.notHeld.legalServiceInstitution": 402,
      "requests.received.otherOrganization": 3,
    };
    expect(setsOf(locateErrors(changed(ministry2019, mutation)))).toContain(truthOf(ministry2019, Object.keys(mutation)));
    const { "requests.received.otherOrganization": _, ...three } = mutation;
    const found = locateErrors(changed(ministry2019, three));
    expect(found.bounded).toBe(false);
    expect(setsOf(found)).toContain(truthOf(ministry2019, Object.keys(three)));
  });

  it("solves each table by itself and combines the answers", () => {
    const mutation = { "requests.granted.naturalPerson": 285, "remedies.directLitigation.upheld": 88 };
    const found = locateErrors(changed(city2021, mutation));
    expect(found.problems.map(({ certain }) => certain)).toEqual([true, false]);
    expect(setsOf(found)[0]).toBe(truthOf(city2021, Object.keys(mutation)));
    expect(found.repairs.length).toBe(found.problems.reduce((n, { repairs }) => n * repairs.length, 1));
  });

  it("stops at its limit on random figures and says so", () => {
    const random = seeded(5);
    const values = Object.fromEntries(
      describeForm("2021")
        .cells.filter(({ table }) => table === "requests")
        .map(({ address }) => [address, Math.floor(random() * 1000)]),
    );
    const found = locateErrors(changed(city2021, values));
    expect(found.bounded).toBe(true);
    expect(found.certain).toBe(false);
    expect(found.repairs).toEqual([]);
    expect(found.problems[0]?.finding.code).toBe("repair.unresolved");
    expect(SEARCH_LIMIT).toBe(5_000);
  });

  it("lists no more than its limit", () => {
    const blocks = ["reconsideration", "directLitigation", "litigationAfterReconsideration"];
    const values = Object.fromEntries(
      blocks.flatMap((block) => [
        ...["upheld", "corrected", "otherResult", "pending"].map((field) => [`remedies.${block}.${field}`, 50]),
        [`remedies.${block}.total`, 201],
      ]),
    );
    const found = locateErrors(changed(city2021, { ...values, "requests.granted.total": 9, "requests.stateSecret.total": 19 }));
    expect(found.repairs.length).toBe(Math.min(MAX_REPAIRS, found.repairs.length + found.omitted));
    const { repairs } = locateErrors(
      changed(city2021, {
        ...values,
        "requests.securityAndStability.naturalPerson": 1,
        "requests.stateSecret.naturalPerson": 13,
      }),
    );
    expect(repairs.length).toBe(MAX_REPAIRS);
  });
});

describe("whole rows and columns that changed places", () => {
  const exchanged = (base: Draft, pairs: readonly (readonly [string, string])[]): Draft => {
    const stated = statedBy(base);
    return changed(
      base,
      Object.fromEntries(pairs.flatMap(([a, b]) => [[a, Number(stated[b])] as const, [b, Number(stated[a])] as const])),
    );
  };
  const form = describeForm("2021").tables.find(({ definition }) => definition.id === "requests");
  const fields = form?.records[0]?.cells.map(({ field }) => field) ?? [];
  const records = form?.records.map(({ id }) => id) ?? [];

  it.each([
    [
      "the last outcome and the total",
      fields.map((field) => [`requests.otherReasons.${field}`, `requests.concluded.${field}`] as const),
    ],
    [
      "a row above and one below",
      fields.map((field) => [`requests.broughtForward.${field}`, `requests.granted.${field}`] as const),
    ],
    ["two columns", records.map((record) => [`requests.${record}.otherOrganization`, `requests.${record}.total`] as const)],
  ])("are found as one slip: %s", (_, pairs) => {
    const found = locateErrors(exchanged(county2021, pairs), { language: "en" });
    const [first] = found.repairs;
    expect(new Set(first?.changes.map(({ slip }) => slip))).toEqual(new Set(["lines"]));
    expect(setsOf(found)[0]).toBe(truthOf(county2021, first?.changes.map(({ address }) => address) ?? []));
    expect(found.certain).toBe(false);
    expect(found.problems[0]?.finding.message).toMatch(/; and \d+ more/);
  });

  it("are not proposed where that would not let the balances hold", () => {
    const draft = changed(county2021, {
      "requests.granted.total": 99,
      "requests.received.total": 98,
      "requests.notHeld.naturalPerson": 7,
    });
    expect(locateErrors(draft).repairs.every(({ changes }) => changes.every(({ slip }) => slip !== "lines"))).toBe(true);
  });
});

describe("any repair", () => {
  it("lets all hard rules hold", { tags: "property" }, () => {
    fc.assert(
      fc.property(anyReport, fc.integer({ min: 1, max: 3 }), fc.nat(), (report, count, seed) => {
        const random = seeded(seed);
        let mutation = {};
        for (let i = 0; i < count; i += 1) mutation = { ...mutation, ...mutate(report, random) };
        const draft = changed(report, mutation);
        const { repairs, problems } = locateErrors(draft);
        if (validate(draft).status === "balanced") expect(problems).toEqual([]);
        for (const { changes, settled } of repairs.slice(0, 20)) {
          expect(settled).toBe(true);
          const repaired = changed(draft, Object.fromEntries(changes.map(({ address, to }) => [address, Number(to)])));
          expect(validate(repaired).status).toBe("balanced");
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("figures that are no counts", () => {
  it("are part of every explanation, with the value that the balances demand", () => {
    const found = locateErrors(changed(county2021, { "requests.granted.total": -14 }));
    expect(found.certain).toBe(true);
    expect(setsOf(found)).toEqual(["requests.granted.total=14"]);
    expect(found.problems[0]?.rules).toContain("domain.requests.granted.total");
  });

  it("are wrong even where no balance can say what they should be", () => {
    const found = locateErrors(changed(county2021, { "disclosure.administrativeLicensing.decisions": -5 }));
    expect(found.certain).toBe(false);
    expect(found.repairs[0]?.settled).toBe(false);
    expect(found.repairs[0]?.changes[0]).toMatchObject({ to: null, min: 0, max: null });
    expect(found.problems[0]?.finding.code).toBe("repair.notSettled");
  });

  it("leave a family of explanations open, with its bounds", () => {
    const block = { upheld: -2, corrected: 10, otherResult: 0, pending: 0, total: 5 };
    const found = locateErrors({ edition: "2021", remedies: { reconsideration: block } });
    expect(found.repairs.every(({ changes }) => changes.length === 2)).toBe(true);
    const withTotal = found.repairs.find(({ changes }) => changes.some(({ address }) => address.endsWith("total")));
    expect(withTotal?.settled).toBe(false);
    expect(withTotal?.changes.map(({ min, max }) => [min, max])).toEqual([
      [0, null],
      [10, null],
    ]);
    const withPart = found.repairs.find(({ changes }) => changes.some(({ address }) => address.endsWith("corrected")));
    expect(withPart?.changes[0]?.why).toContain("在0与5之间");
    expect(withTotal?.changes[1]?.why).toContain("不小于10");
    expect(withPart?.changes.map(({ min, max }) => [min, max])).toEqual([
      [0, 5],
      [0, 5],
    ]);
  });

  it("are too large to be reckoned with above the limit", () => {
    const found = locateErrors(changed(city2021, { "requests.granted.naturalPerson": Number.MAX_SAFE_INTEGER }));
    expect(setsOf(found)).toEqual(["requests.granted.naturalPerson=258"]);
  });
});

describe("blanks", () => {
  it("of a published report stand for anything and break nothing", () => {
    expect(validate(shanghai2019).status).toBe("undetermined");
    expect(locateErrors(shanghai2019).problems).toEqual([]);
  });

  it("do not hide an error that nothing in them could explain", () => {
    const found = locateErrors(changed(shanghai2019, { "requests.concluded.naturalPerson": 776 }));
    expect(setsOf(found)).toEqual(["requests.concluded.naturalPerson=767"]);
    expect(found.certain).toBe(true);
  });

  it("leave explanations that a reader who took them for zeros would miss", () => {
    const found = locateErrors(changed(shanghai2019, { "requests.concluded.total": 850 }));
    expect(setsOf(found).toSorted()).toEqual([
      "requests.broughtForward.total=63",
      "requests.concluded.total=805",
      "requests.received.total=904",
    ]);
  });

  it("leave a figure open that only a bound is known of", () => {
    const found = locateErrors(changed(shanghai2019, { "requests.notHeld.naturalPerson": 522 }));
    const change = found.repairs
      .flatMap(({ changes }) => changes)
      .find(({ address }) => address.endsWith("notHeld.naturalPerson"));
    expect(change).toMatchObject({ to: null, min: 0, max: 252 });
    expect(found.certain).toBe(false);
  });
});

describe("evidence", () => {
  const block = "remedies.reconsideration";
  const draft = changed(county2021, { [`${block}.upheld`]: 3 });

  it("ranks explanations and rules none out", () => {
    const plain = setsOf(locateErrors(draft));
    const stated = locateErrors(draft, { stated: { [`${block}.total`]: 4 } });
    expect(setsOf(stated)[0]).toBe(`${block}.total=4`);
    expect(setsOf(stated).toSorted()).toEqual(plain.toSorted());
    expect(stated.repairs[0]?.changes[0]?.why).toContain("与正文所述一致");
    const twice = locateErrors(draft, { stated: { [`${block}.total`]: [7, 4] } });
    expect(setsOf(twice)).toEqual(setsOf(stated));
    const children = locateErrors(draft, { expected: { [`${block}.total`]: 2 } });
    expect(setsOf(children)[0]).toBe(`${block}.upheld=1`);
  });

  it("comes from last year's report", () => {
    const previous = changed(county2021, { "requests.carriedForward.naturalPerson": 2 });
    const broken = changed(county2021, {
      "requests.broughtForward.naturalPerson": 0,
      "requests.broughtForward.commercialEnterprise": 2,
    });
    const found = locateErrors(broken, { previous, language: "en" });
    expect(setsOf(found)[0]).toBe(
      truthOf(county2021, ["requests.broughtForward.naturalPerson", "requests.broughtForward.commercialEnterprise"]),
    );
    expect(found.repairs[0]?.changes[0]?.why).toContain("as last year's report says");
  });
});

describe("the rest of the answer", () => {
  it("is empty for a report that balances", () => {
    expect(locateErrors(seda2023)).toEqual({
      edition: "2021",
      certain: false,
      bounded: false,
      problems: [],
      repairs: [],
      omitted: 0,
    });
  });

  it("follows a profile", () => {
    const draft = changed(city2021, { "requests.granted.total": 0 });
    const { problems } = locateErrors(draft, { profile: { "applicants.granted": "off" } });
    expect(problems.map(({ rules }) => rules)).toEqual([["outcomes.total"]]);
    expect(locateErrors(draft, { profile: { applicants: "warning", outcomes: "off" } }).problems).toEqual([]);
    const negative = changed(county2021, { "disclosure.administrativePenalty.decisions": -1 });
    expect(locateErrors(negative).problems.length).toBe(1);
    expect(locateErrors(negative, { profile: { domain: "warning" } }).problems).toEqual([]);
  });

  it("is plain data that survives JSON, the same on every call", () => {
    const draft = changed(city2021, { "requests.granted.naturalPerson": 285, "remedies.directLitigation.total": 0 });
    const found = locateErrors(draft);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(locateErrors(draft)).toEqual(found);
  });

  it("speaks both languages", () => {
    const draft = changed(county2021, { "requests.received.naturalPerson": 62 });
    expect(locateErrors(draft).problems[0]?.finding.message).toBe(
      "表三第1行第1列（一、本年新收政府信息公开申请数量，申请人情况/自然人）应为26，实为62（数字顺序颠倒）。仅作上述更正即可使全部勾稽关系成立，未发现其他同等可能的更正。",
    );
    expect(locateErrors(draft, { language: "en" }).problems[0]?.finding.message).toBe(
      "table 三, row 1, column 1 (requests newly received this year, applicants / natural person) should be 26, not 62 (digits transposed). No other correction is as simple; with this one every balance holds.",
    );
  });
});

describe("what looks certain and is not", () => {
  const only = (found: ErrorLocation): readonly unknown[] => [
    setsOf(found).length,
    found.certain,
    found.problems.map(({ certain, finding }) => [certain, finding.code]),
  ];

  it("is a total of table 四 that another sum cannot confirm: it may have changed places with its neighbour", () => {
    const truth = { upheld: 1, corrected: 0, otherResult: 1, pending: 0, total: 2 };
    const exchanged = { ...truth, pending: truth.total, total: truth.pending };
    const found = locateErrors({ edition: "2021", remedies: { reconsideration: exchanged } });
    expect(setsOf(found)).toContain("remedies.reconsideration.total=4");
    expect(setsOf(found)).toContain("remedies.reconsideration.pending=0 remedies.reconsideration.total=2");
    expect(found.certain).toBe(false);
  });

  it("is a pair that the exchange of two rows explains as well", () => {
    const exchanged = changed(seda2023, {
      "requests.concluded.naturalPerson": 0,
      "requests.concluded.total": 0,
      "requests.carriedForward.naturalPerson": 4,
      "requests.carriedForward.total": 4,
    });
    expect(only(locateErrors(exchanged))).toEqual([2, false, [[false, "repair.oneOf"]]]);
  });

  it("is what only one sum without a blank speaks of", () => {
    const { cells } = describeForm("2019");
    const totals = cells.filter(({ table, field }) => table === "requests" && field === "total");
    const blank = Object.fromEntries(totals.map(({ address }) => [address, null]));
    const wrong = { "requests.otherHandling.researchInstitution": 6, "requests.confirmationOrReissue.researchInstitution": 5 };
    const found = locateErrors(changed(ministry2019, { ...blank, ...wrong }));
    expect(only(found)).toEqual([1, false, [[false, "repair.unconfirmed"]]]);
  });

  it("is any part of a report that is random throughout", () => {
    const random = seeded(11);
    const { cells } = describeForm("2021");
    for (const largest of [5, 100, 10_000_000_000_000]) {
      for (let k = 0; k < 5; k += 1) {
        const figures = cells.filter(({ table }) => table !== "disclosure");
        const noise = Object.fromEntries(figures.map(({ address }) => [address, Math.floor(random() * largest)]));
        expect(locateErrors(changed(city2021, noise)).problems.filter(({ certain }) => certain)).toEqual([]);
      }
    }
  });
});

describe("a mistake that touches several figures", () => {
  it("is a total that was not filled in, and no part is erased for it", () => {
    const rows = { received: 12, granted: 7, notHeld: 5 };
    const zeros = Object.fromEntries(
      describeForm("2021")
        .cells.filter(({ table }) => table === "requests")
        .map(({ address }) => [address, 0]),
    );
    const parts = Object.fromEntries(Object.entries(rows).map(([row, value]) => [`requests.${row}.naturalPerson`, value]));
    const found = locateErrors(changed(seda2023, { ...zeros, ...parts }));
    expect(found.certain).toBe(false);
    expect(applyCertain(changed(seda2023, { ...zeros, ...parts })).edits).toEqual([]);
    expect(setsOf(found)[0]).toBe(
      ["concluded.naturalPerson=12", "concluded.total=12", "granted.total=7", "notHeld.total=5", "received.total=12"]
        .map((change) => `requests.${change}`)
        .join(" "),
    );
    expect(new Set(found.repairs[0]?.changes.map(({ slip }) => slip))).toEqual(new Set(["totalMissing"]));
  });

  it("is a figure carried wrongly into its total", () => {
    const wrong = { "requests.carriedForward.naturalPerson": 10, "requests.carriedForward.total": 10 };
    const truth = statedBy(city2021);
    const off = Object.fromEntries(Object.keys(wrong).map((address) => [address, Number(truth[address]) * 10]));
    const found = locateErrors(changed(city2021, off));
    expect(setsOf(found)).toContain(truthOf(city2021, Object.keys(off)));
  });

  it("is two figures that stand in each other's place, beside another slip", () => {
    const off = {
      "requests.internalAffairs.total": 0,
      "requests.thirdPartyRights.total": 5,
      "requests.thirdPartyRights.naturalPerson": 4,
    };
    const found = locateErrors(changed(city2021, off));
    expect(found.certain).toBe(false);
    expect(setsOf(found)[0]).toBe(truthOf(city2021, Object.keys(off)));
  });

  it("takes what a figure and its total have in common for no confirmation", () => {
    // Any other figure of the column may have been carried too; that it is too small for all of it is no proof.
    const off = { "requests.granted.naturalPerson": 25_800, "requests.granted.total": 25_814 };
    const found = locateErrors(changed(city2021, off));
    expect(found.repairs.length).toBe(1);
    expect(found.certain).toBe(false);
  });

  it("takes a figure for moved only within its row or column", () => {
    const off = {
      "requests.received.total": 0,
      "requests.granted.total": 0,
      "requests.broughtForward.naturalPerson": 4,
      "requests.broughtForward.total": 4,
    };
    expect(locateErrors(changed(seda2023, off)).certain).toBe(false);
  });

  it("leaves the other figures of the table alone when one statement contradicts a certain repair", () => {
    const draft = changed(city2021, { "requests.granted.naturalPerson": 285 });
    expect(locateErrors(draft).certain).toBe(true);
    expect(locateErrors(draft, { stated: { "requests.granted.naturalPerson": 258 } }).certain).toBe(true);
    expect(locateErrors(draft, { stated: { "requests.granted.naturalPerson": 285 } }).certain).toBe(false);
    expect(locateErrors(draft, { stated: { "requests.granted.naturalPerson": [258, 285] } }).certain).toBe(false);
  });
});

describe("certain is a promise", () => {
  const inRequests = (cell: Cell): boolean => cell.table === "requests";
  const real = [...bases, seda2023] as const;

  /** A slip that was carried into the totals of its figure, or into some of them. */
  function carried(base: Report, random: () => number): Mutation | null {
    const truth = statedBy(base);
    const counted = (cell: Cell) => inRequests(cell) && cell.field !== "total" && cell.record !== "concluded";
    const slip = mutate(base, random, undefined, counted) ?? {};
    const [[address, value] = ["", 0], ...more] = Object.entries(slip);
    if (more.length > 0 || address === "") return null;
    const [table = "", record = ""] = address.split(".");
    const total = `${table}.${record}.total`;
    const shifted = Number(truth[total]) + value - Number(truth[address]);
    return shifted < 0 ? null : { ...slip, [total]: shifted };
  }

  /** Totals left at 0, some or all. */
  function unfilled(base: Report, random: () => number): Mutation {
    const truth = statedBy(base);
    const share = random();
    const totals = describeForm(base.edition).cells.filter(
      (cell) => inRequests(cell) && (cell.field === "total" || cell.record === "concluded") && truth[cell.address] !== 0,
    );
    return Object.fromEntries(totals.filter(() => random() < share).map(({ address }) => [address, 0]));
  }

  const kinds: Readonly<Record<string, (base: Report, random: () => number) => Mutation | null>> = {
    "one slip": (base, random) => mutate(base, random, undefined, inRequests),
    "two slips": (base, random) => ({
      ...mutate(base, random, undefined, inRequests),
      ...mutate(base, random, undefined, inRequests),
    }),
    "a slip carried into the total": carried,
    "a carried slip and another": (base, random) => ({
      ...carried(base, random),
      ...mutate(base, random, undefined, inRequests),
    }),
    "totals left at 0": unfilled,
    "totals left at 0 and a slip": (base, random) => ({
      ...unfilled(base, random),
      ...mutate(base, random, undefined, inRequests),
    }),
  };

  it.each(Object.keys(kinds))("never certain and wrong: %s", (kind) => {
    const random = seeded(99);
    for (const base of real) {
      const truth = statedBy(base);
      for (let i = 0; i < 15; i += 1) {
        const { problems } = locateErrors(changed(base, kinds[kind]?.(base, random) ?? {}));
        for (const { repairs } of problems.filter(({ certain }) => certain)) {
          for (const { address, to } of repairs[0]?.changes ?? [])
            expect([kind, address, to]).toEqual([kind, address, truth[address]]);
        }
      }
    }
  });
});
