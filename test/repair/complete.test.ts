import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rulesOf } from "../../src/check.js";
import { type Draft, describeForm, editionIds, validate } from "../../src/index.js";
import { completeDraft, type OpenFigure } from "../../src/repair.js";
import { figureIn as figureAt } from "../../src/report/figures.js";
import { anyReport } from "../support/arbitraries.js";
import { changed, city2021, county2021, ministry2019, shanghai2019, statedBy } from "./bases.js";
import { seeded } from "./mutants.js";

/** Knocks blanks into a report: each figure with the given probability. */
function withBlanks<D extends Draft>(report: D, share: number, random: () => number, tables = ["requests", "remedies"]): D {
  const cells = describeForm(report.edition).cells.filter(({ table }) => tables.includes(table) && random() < share);
  return changed(report, Object.fromEntries(cells.map(({ address }) => [address, null])));
}

function within(value: number | string | null, { min, max }: OpenFigure): boolean {
  return Number(value) >= Number(min ?? 0) && (max === null || Number(value) <= Number(max));
}

describe("a published report with blanks for zeros and blank totals", () => {
  const { draft, filled, open, findings } = completeDraft(shanghai2019);

  it("comes out with every figure of table 三 derived", () => {
    expect(findings).toEqual([]);
    const requests = describeForm("2019").cells.filter(({ table }) => table === "requests");
    expect(requests.filter(({ address }) => figureAt(draft, address) === null)).toEqual([]);
    expect(figureAt(draft, "requests.granted.total")).toBe(272);
    expect(figureAt(draft, "requests.notHeld.total")).toBe(265);
    expect(figureAt(draft, "requests.received.researchInstitution")).toBe(0);
  });

  it("keeps what was printed, and gives a reason for every figure that is filled", () => {
    for (const [address, value] of Object.entries(statedBy(shanghai2019))) {
      if (value !== null) expect(figureAt(draft, address)).toBe(value);
    }
    const rules = new Set(rulesOf("2019").map(({ id }) => id));
    for (const derivation of filled) {
      expect(derivation.rules.length).toBeGreaterThan(0);
      expect(derivation.rules.every((id) => rules.has(id))).toBe(true);
      expect(derivation.message).toContain(String(derivation.value));
    }
  });

  it("says of every other figure why it stays blank", () => {
    const block = open.filter(({ address }) => address.startsWith("remedies."));
    expect(block.map(({ address }) => address.split(".")[1])).toEqual(Array(5).fill("litigationAfterReconsideration"));
    expect(block.every(({ min, max, message }) => min === 0 && max === null && message.includes("不小于0"))).toBe(true);
    const disclosure = open.filter(({ address }) => address.startsWith("disclosure."));
    expect(disclosure.length).toBe(22);
    expect(disclosure.every(({ message }) => message.includes("没有可用的勾稽关系"))).toBe(true);
    expect(filled.length + open.length).toBe(Object.values(statedBy(shanghai2019)).filter((value) => value === null).length);
  });
});

describe("derivations", () => {
  it("are in an order in which each follows from what comes before", () => {
    const random = seeded(21);
    for (let i = 0; i < 20; i += 1) {
      const start = withBlanks(ministry2019, 0.35, random);
      const { filled } = completeDraft(start);
      let known = start;
      for (const { address, value, reasoning, rules } of filled) {
        if (reasoning === "onlyUnknown") {
          const rule = rulesOf("2019").find(({ id }) => id === rules[0]);
          expect(rule?.cells.filter((cell) => figureAt(known, cell) === null)).toEqual([address]);
        }
        known = changed(known, { [address]: Number(value) });
      }
    }
  });

  it("are not made where two columns could share a figure; the bounds say how far", () => {
    const rows = ["granted", "stateSecret"].flatMap((row) => [`requests.${row}.naturalPerson`, `requests.${row}.total`]);
    const { filled, open } = completeDraft(changed(county2021, Object.fromEntries(rows.map((address) => [address, null]))));
    expect(filled).toEqual([]);
    expect(open.find(({ address }) => address === "requests.granted.naturalPerson")).toMatchObject({ min: 0, max: 12 });
  });

  it("combine balances where none alone is enough", () => {
    // 予以公开 and 部分公开 have blanks in the first two columns only, and use them up: the third row has 0 in both.
    const base = changed(city2021, {
      "requests.thirdPartyRights.researchInstitution": 4,
      "requests.thirdPartyRights.publicInterestOrganization": 1,
      "requests.thirdPartyRights.total": 5,
      "requests.notHeld.researchInstitution": 3,
      "requests.notHeld.publicInterestOrganization": 1,
      "requests.notHeld.total": 269,
      "requests.concluded.researchInstitution": 7,
      "requests.concluded.publicInterestOrganization": 2,
      "requests.concluded.total": 814,
      "requests.received.researchInstitution": 7,
      "requests.received.publicInterestOrganization": 2,
      "requests.received.total": 868,
    });
    expect(validate(base).status).toBe("balanced");
    const two = ["naturalPerson", "commercialEnterprise"];
    const further = ["researchInstitution", "publicInterestOrganization"];
    const blanks = [
      ...two.flatMap((column) => [`requests.granted.${column}`, `requests.partiallyGranted.${column}`]),
      ...[...two, ...further].map((column) => `requests.thirdPartyRights.${column}`),
      ...further.map((column) => `requests.notHeld.${column}`),
    ];
    const { filled, open } = completeDraft(changed(base, Object.fromEntries(blanks.map((address) => [address, null]))));
    expect(filled.map(({ address, value, reasoning }) => [address, value, reasoning])).toEqual([
      ["requests.thirdPartyRights.naturalPerson", 0, "together"],
      ["requests.thirdPartyRights.commercialEnterprise", 0, "together"],
    ]);
    expect(filled[0]?.rules).toEqual(
      expect.arrayContaining(["applicants.granted", "applicants.partiallyGranted", "outcomes.naturalPerson"]),
    );
    expect(open.length).toBe(blanks.length - filled.length);
  });
});

describe("any report with blanks knocked out", () => {
  it("is never completed to anything but the original", { tags: "property" }, () => {
    fc.assert(
      fc.property(anyReport, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (report, share, seed) => {
        const { draft, filled, open, findings } = completeDraft(withBlanks(report, share, seeded(seed)));
        const truth = statedBy(report);
        expect(findings).toEqual([]);
        for (const { address, value } of filled) expect(value).toBe(truth[address]);
        for (const figure of open) {
          expect(within(truth[figure.address] ?? null, figure)).toBe(true);
          expect(figure.min).not.toBe(figure.max);
        }
        expect(validate(draft).counts.violated).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it("has bounds that are reached, so that nothing determinable is missed", () => {
    const random = seeded(8);
    for (let i = 0; i < 12; i += 1) {
      const start = withBlanks(i % 2 === 0 ? county2021 : city2021, 0.2 + random() * 0.4, random);
      const { open } = completeDraft(start);
      for (const { address, min, max } of open.filter(({ address: a }) => !a.startsWith("disclosure.")).slice(0, 8)) {
        for (const bound of [min, max]) {
          if (bound === null) continue;
          expect(completeDraft(changed(start, { [address]: Number(bound) })).findings).toEqual([]);
          const beyond = bound === min ? Number(bound) - 1 : Number(bound) + 1;
          if (beyond >= 0) expect(completeDraft(changed(start, { [address]: beyond })).findings.length).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe("contradictions", () => {
  it("are reported, and their balances fill nothing", () => {
    const start = changed(county2021, { "remedies.reconsideration.upheld": 9, "remedies.reconsideration.pending": null });
    const { draft, findings, open } = completeDraft(start, { language: "en" });
    expect(findings.map(({ code, rule }) => [code, rule])).toEqual([["complete.contradiction", "remedies.reconsideration"]]);
    expect(figureAt(draft, "remedies.reconsideration.pending")).toBeNull();
    expect(open.map(({ address }) => address)).toEqual(["remedies.reconsideration.pending"]);
  });

  it("do not keep other balances from filling their blanks", () => {
    const start = changed(county2021, {
      "remedies.reconsideration.total": 9,
      "remedies.directLitigation.total": null,
      "requests.granted.naturalPerson": null,
    });
    const { draft, findings } = completeDraft(start);
    expect(findings.length).toBe(1);
    expect(figureAt(draft, "remedies.directLitigation.total")).toBe(0);
    expect(figureAt(draft, "requests.granted.naturalPerson")).toBe(12);
  });

  it("say so in both languages when several balances are concerned", () => {
    const start = changed(county2021, { "requests.granted.total": null, "requests.granted.naturalPerson": 21 });
    const zh = completeDraft(start).findings;
    const en = completeDraft(start, { language: "en" }).findings;
    expect(zh.length).toBe(en.length);
    expect(zh[0]?.message).toContain("不能同时成立");
    expect(en[0]?.message).toContain("cannot hold together");
  });
});

describe("the empty draft", () => {
  it.each(editionIds)("of %s stays empty, with every figure open", (edition) => {
    const { filled, open, draft } = completeDraft({ edition });
    expect(filled).toEqual([]);
    expect(open.length).toBe(describeForm(edition).cells.length);
    expect(draft).toEqual({ edition });
  });
});
