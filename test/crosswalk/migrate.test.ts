import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crosswalkOf, migrate } from "../../src/crosswalk.js";
import { type Draft, describeForm, editionIds, parseDraft } from "../../src/index.js";
import { figureIn } from "../../src/report/figures.js";
import { anyReport, mutable } from "../support/arbitraries.js";

const old: Draft<"2019"> = {
  edition: "2019",
  year: 2020,
  agency: { name: "某县人民政府" },
  narrative: { problems: "问题" },
  disclosure: { administrativeLicensing: { previousItems: 3, change: -1, decisions: 9 } },
  requests: { granted: { naturalPerson: 4, total: null }, otherHandling: { naturalPerson: 2, total: 0 } },
};

describe("a 2019 report brought to 2021", () => {
  const { draft, carried, notCarried, open, findings } = migrate(old, "2021");

  it("keeps text, agency and year, and what is the same figure in both", () => {
    expect(draft).toEqual({
      edition: "2021",
      year: 2020,
      agency: { name: "某县人民政府" },
      narrative: { problems: "问题" },
      disclosure: { administrativeLicensing: { decisions: 9 } },
      requests: {
        granted: { naturalPerson: 4 },
        requestNotClarifiedInTime: { total: 0 },
        feeNotPaidInTime: { total: 0 },
        otherReasons: { total: 0 },
      },
    });
    expect(carried).toBe(3);
  });

  it("records what it could not carry, one finding for each", () => {
    expect(notCarried).toEqual([
      { kind: "gone", from: ["disclosure.administrativeLicensing.previousItems"], to: [], values: [3] },
      { kind: "gone", from: ["disclosure.administrativeLicensing.change"], to: [], values: [-1] },
      {
        kind: "split",
        from: ["requests.otherHandling.naturalPerson"],
        to: ["requestNotClarifiedInTime", "feeNotPaidInTime", "otherReasons"].map((row) => `requests.${row}.naturalPerson`),
        values: [2],
      },
    ]);
    expect(findings.map(({ code, path }) => [code, path])).toEqual(
      notCarried.map(({ kind, from }) => [`crosswalk.${kind}`, from[0]]),
    );
  });

  it("lists what is to be filled in", () => {
    expect(open).toContain("disclosure.administrativeRules.issued");
    expect(open).toContain("requests.granted.total");
    expect(open).not.toContain("requests.otherReasons.total");
    expect(open.length + describeForm("2021").cells.filter(({ address }) => figureIn(draft, address) !== null).length).toBe(200);
  });
});

describe("a 2021 report brought to 2019", () => {
  const rows = { requestNotClarifiedInTime: { total: 1 }, feeNotPaidInTime: { total: 2 }, otherReasons: { total: 3 } };

  it("adds up what is one figure there", () => {
    expect(figureIn(migrate({ edition: "2021", requests: rows }, "2019").draft, "requests.otherHandling.total")).toBe(6);
  });

  it("adds up nothing with a blank in it, and says so", () => {
    const { draft, findings, notCarried } = migrate(
      { edition: "2021", requests: { ...rows, feeNotPaidInTime: { total: null } } },
      "2019",
    );
    expect(figureIn(draft, "requests.otherHandling.total")).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(["crosswalk.blank"]);
    expect(notCarried[0]?.values).toEqual([1, null, 3]);
  });
});

describe("any report", () => {
  it("loses nothing without a line, changes nothing, and gives a draft", { tags: "property" }, () => {
    fc.assert(
      fc.property(anyReport, fc.constantFrom(...editionIds), (report, to) => {
        const before = mutable(report);
        const { draft, carried, notCarried, findings } = migrate(report, to);
        expect(report).toEqual(before);
        expect(parseDraft(draft)).toEqual(draft);
        const left = notCarried.flatMap(({ values }) => values.filter((value) => value !== null)).length;
        expect(carried + left).toBe(describeForm(report.edition).cells.length);
        expect(findings.length).toBe(notCarried.length);
        if (to === report.edition) expect(draft).toEqual(report);
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it("comes back from the other edition where nothing was lost", { tags: "property" }, () => {
    const { entries } = crosswalkOf("2021", "2019");
    const kept = entries.filter(({ kind }) => kind === "same").flatMap(({ from }) => from);
    fc.assert(
      fc.property(anyReport, (report) => {
        const back = migrate(migrate(report, report.edition === "2021" ? "2019" : "2021").draft, report.edition).draft;
        for (const address of kept) expect(figureIn(back, address)).toBe(figureIn(report, address));
      }),
      { numRuns: 20, seed: 4 },
    );
  });
});
