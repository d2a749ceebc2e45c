import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyCertain, checkReport, revertRepair, rulesOf } from "../../src/check.js";
import {
  type Check,
  type Draft,
  describeForm,
  type EditionId,
  editionIds,
  type FunctionRule,
  figuresOf,
  type LinearRule,
  type LinearTerm,
  mergeChecks,
  type Rule,
  toJson,
  validate,
} from "../../src/index.js";
import { locateErrors } from "../../src/repair.js";
import { allFamilies } from "../../src/rules/families.js";
import { anyReport, mutable } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";

/** A draft from addresses: the figures that a test is about, and nothing else. */
function draft(
  year: number,
  figures: Readonly<Record<string, number | null>>,
  name = "某县",
  edition: EditionId = "2021",
): Draft {
  const tables: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [address, value] of Object.entries(figures)) {
    const [table = "", record = "", field = ""] = address.split(".");
    tables[table] = { ...tables[table], [record]: { ...tables[table]?.[record], [field]: value } };
  }
  return { edition, year, agency: { name }, ...tables } as Draft;
}

/** A report with figures changed by address. */
function changed(report: Draft, figures: Readonly<Record<string, unknown>>): Draft {
  const copy = mutable(report) as unknown as Record<string, Record<string, Record<string, unknown>>>;
  for (const [address, value] of Object.entries(figures)) {
    const [table = "", record = "", field = ""] = address.split(".");
    const fields = copy[table]?.[record];
    if (fields === undefined) throw new Error(address);
    fields[field] = value;
  }
  return copy as unknown as Draft;
}

/** What every check promises: status and counts follow from the verdicts. */
function expectWhole({ status, counts, verdicts, findings }: Check): void {
  const count = (outcome: string, hard: boolean) =>
    verdicts.filter((verdict) => verdict.outcome === outcome && (!hard || verdict.severity === "error")).length;
  expect(counts).toEqual({
    holds: count("holds", false),
    violated: count("violated", false),
    undetermined: count("undetermined", false),
  });
  const hard = verdicts.some(({ severity }) => severity === "error");
  expect(status).toBe(
    count("violated", true) > 0 ? "unbalanced" : count("undetermined", true) > 0 || !hard ? "undetermined" : "balanced",
  );
  if (status === "unbalanced") expect(counts.violated).toBeGreaterThan(0);
  for (const { rule, outcome, severity } of verdicts) {
    if (outcome === "violated" && severity === "error") expect(findings.some((finding) => finding.rule === rule)).toBe(true);
  }
}

const face = {
  family: "own",
  severity: "error",
  basis: "heuristic",
  citation: [],
  statement: { zh: "自定", en: "own" },
} as const;
const linear = (id: string, terms: readonly LinearTerm[], rest: Partial<LinearRule> = {}): LinearRule => ({
  kind: "linear",
  ...face,
  id: `own.${id}`,
  scope: "report",
  cells: [...new Set(terms.map(([, address]) => address))],
  terms,
  relation: "=",
  constant: 0,
  ...rest,
});

const TOTAL = "requests.received.total";
const BROUGHT = "requests.broughtForward.total";
const CARRIED = "requests.carriedForward.total";

describe("checkReport", () => {
  it("says of a good report with everything that it is balanced, and claims no more than was checked", () => {
    const checked = checkReport(seda2023);
    expectWhole(checked);
    expect([checked.status, checked.counts.holds, checked.findings]).toEqual(["balanced", 242, []]);
    expect(checkReport(seda2023, { advice: true, explain: true }).status).toBe("balanced");
  });

  it("merges what years, levels, words and dates say, with one status and one count", () => {
    const report = { ...changed(seda2023, {}), publishedOn: "2023-06-01", narrative: { overview: "予以公开9件。" } } as Draft;
    const previous = { ...changed(seda2023, { [CARRIED]: 5 }), year: 2022 } as Draft;
    const children = [draft(2023, { [TOTAL]: 9 }, "某镇")];
    const checked = checkReport(report, { previous, children, advice: true, language: "en" });
    expectWhole(checked);
    expect(checked.status).toBe("unbalanced");
    const rules = checked.findings.map(({ rule }) => rule);
    for (const rule of ["carryOver.total", `levelPart.${TOTAL}`, "narrative.figures", "filing.yearIsOver"]) {
      expect(rules).toContain(rule);
    }
    expect(checked.claims.map(({ verdict }) => verdict)).toEqual(["disagrees"]);
    const carried = checked.findings.find(({ rule }) => rule === "carryOver.total");
    expect(carried?.cells.map(({ address }) => address)).toEqual([BROUGHT]);
    expect(carried?.related?.map(({ address, report: of }) => [address, of.year])).toEqual([[CARRIED, 2022]]);
    expect(JSON.parse(JSON.stringify(checked))).toEqual(checked);
  });

  it("takes what was declared of renamed agencies", () => {
    const previous = { ...seda2023, year: 2022, agency: { ...seda2023.agency, name: "旧名县人民政府" } };
    const codes = (options: Parameters<typeof checkReport>[1]) =>
      checkReport(seda2023, { previous, ...options }).findings.map(({ code }) => code);
    expect(codes({})).toContain("series.agency");
    expect(codes({ renames: [{ from: "旧名县人民政府", to: seda2023.agency.name }] })).not.toContain("series.agency");
  });

  it("never says “unbalanced” of nothing violated: any report, whatever stands beside it", () => {
    fc.assert(
      fc.property(
        anyReport,
        anyReport,
        fc.array(anyReport, { maxLength: 2 }),
        fc.boolean(),
        (report, previous, children, complete) => {
          const before = toJson(report);
          expectWhole(checkReport(report, { previous, children, complete, advice: true }));
          expect(toJson(report)).toBe(before);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("does not hold children against a complete set unless told that it is one", () => {
    const children = [draft(2023, { [TOTAL]: 1 }, "某镇")];
    const outcome = (complete: boolean) =>
      checkReport(seda2023, { children, complete }).verdicts.find(({ rule }) => rule.endsWith(TOTAL) && rule.startsWith("level"));
    expect(outcome(false)).toMatchObject({ rule: `levelPart.${TOTAL}`, outcome: "holds" });
    expect(outcome(true)).toMatchObject({ rule: `level.${TOTAL}`, outcome: "violated" });
  });

  it("says what is blank, table by table", () => {
    const codes = (report: Draft) => checkReport(report).findings.map(({ code, path, params }) => [code, path, params["count"]]);
    expect(codes({ edition: "2021" })).toEqual([
      ["check.tableBlank", "disclosure", undefined],
      ["check.tableBlank", "requests", undefined],
      ["check.tableBlank", "remedies", undefined],
    ]);
    expect(codes(changed(seda2023, { [TOTAL]: null, [BROUGHT]: null }))).toEqual([["check.blanks", "requests", 2]]);
  });

  it("explains first, with the text, last year and the reports below as evidence", () => {
    const wrong = changed(seda2023, { "requests.granted.total": 14 });
    const { findings, explanation } = checkReport(wrong, { explain: true });
    expect(findings.map(({ code }) => code)).toEqual(["repair.certain", "balance.violated", "balance.violated"]);
    expect(explanation?.repairs[0]?.changes[0]?.to).toBe(4);
    expect("explanation" in checkReport(wrong)).toBe(false);
  });

  it("checks rules of the caller of every kind and scope", () => {
    const seen: unknown[] = [];
    const watching: FunctionRule = {
      kind: "function",
      ...face,
      id: "own.watching",
      scope: "levels",
      severity: "warning",
      cells: [],
      message: { zh: "不符", en: "no" },
      check: ({ previous: last, children: below }) => {
        seen.push(last?.year ?? null, below?.length ?? null);
        return { outcome: "violated" };
      },
    };
    const rules: readonly Rule[] = [
      linear("atMost", [[1, TOTAL, "this"]], { relation: "<=", constant: 3 }),
      linear(
        "growth",
        [
          [1, TOTAL, "this"],
          [-1, TOTAL, "previous"],
        ],
        { scope: "years", relation: ">=" },
      ),
      linear(
        "share",
        [
          [1, TOTAL, "this"],
          [-1, TOTAL, "children"],
        ],
        { scope: "levels", relation: "<=" },
      ),
      { kind: "domain", ...face, id: "own.domain", scope: "report", cells: [TOTAL], type: "count", min: 5, scale: 0 },
      watching,
    ];
    const previous = { ...changed(seda2023, { [TOTAL]: 10 }), year: 2022 } as Draft;
    const children = [draft(2023, { [TOTAL]: 1 }, "某镇")];
    const own = ({ verdicts }: Check) =>
      verdicts.filter(({ rule }) => rule.startsWith("own.")).map(({ rule, outcome }) => [rule, outcome]);
    expect(own(checkReport(seda2023, { rules, previous, children }))).toEqual([
      ["own.atMost", "violated"],
      ["own.domain", "violated"],
      ["own.watching", "violated"],
      ["own.growth", "violated"],
      ["own.share", "violated"],
    ]);
    expect(seen).toEqual([2022, 1]);
    expect(own(validate(seda2023, { rules }))).toContainEqual(["own.growth", "undetermined"]);
    const profile = { "own.growth": "off", own: "advice" } as const;
    expect(own(checkReport(seda2023, { rules, previous, children, profile })).length).toBe(4);
    expect(checkReport(seda2023, { rules, profile }).status).toBe("balanced");
  });

  it.each([[{ flows: "off" }], [{ "carryOver.nobody": "off" }], [{ "filing.deadlin": "off" }], [{ own: "off" }]] as const)(
    "refuses a profile that names no rule: %j",
    (profile) => {
      expect(() => checkReport(seda2023, { profile })).toThrow(expect.objectContaining({ code: "rule.unknownInProfile" }));
    },
  );

  it("takes a profile with every rule and family that there is, wherever it is checked", () => {
    const names = editionIds.flatMap((id) => rulesOf(id).flatMap(({ id: rule, family }) => [rule, family]));
    const profile = Object.fromEntries(names.map((name) => [name, "off" as const]));
    expect(checkReport(seda2023, { profile, previous: seda2023, children: [seda2023], advice: true })).toMatchObject({
      status: "undetermined",
      verdicts: [],
      findings: [],
    });
  });
});

describe("rulesOf", () => {
  it.each(editionIds)("lists every family of %s, and no rule twice", (edition) => {
    const rules = rulesOf(edition);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { family } of rules) expect(allFamilies()).toContain(family);
  });

  it("knows no family that no edition has, and filters by what rules have in common", () => {
    const listed = new Set(editionIds.flatMap((id) => rulesOf(id).map(({ family }) => family)));
    expect(new Set(allFamilies())).toEqual(listed);
    expect(rulesOf("2021", { family: "remedies" }).map(({ id }) => id)).toHaveLength(3);
    expect(new Set(rulesOf("2021", { scope: "years" }).map(({ scope }) => scope))).toEqual(new Set(["years"]));
    expect(rulesOf("2021", { kind: "domain" })).toHaveLength(200);
  });

  it("tells each linear rule by its terms: what a term reads is there, and counts are not added to money", () => {
    for (const edition of editionIds) {
      const { byAddress } = describeForm(edition);
      for (const { terms, scope } of rulesOf(edition, { kind: "linear" })) {
        for (const [coefficient, address, report] of terms) {
          expect([1, -1]).toContain(coefficient);
          if (report !== "previous") expect(byAddress.has(address)).toBe(true);
        }
        const reports = new Set(terms.map(([, , report]) => report));
        expect(scope).toBe(reports.has("previous") ? "years" : reports.has("children") ? "levels" : "report");
      }
    }
    const mixed = linear("mixed", [
      [1, TOTAL, "this"],
      [1, "disclosure.administrativeFees.feesCollected", "this"],
    ]);
    expect(() => validate(seda2023, { rules: [mixed] })).toThrow(expect.objectContaining({ code: "rule.mixedUnits" }));
  });
});

describe("mergeChecks", () => {
  it("is what its parts come to together", () => {
    const good = validate(seda2023);
    const bad = validate(changed(seda2023, { [TOTAL]: 5 }));
    const blank = validate({ edition: "2021" });
    for (const checks of [[], [good], [good, blank], [blank, bad], [good, bad, blank]]) expectWhole(mergeChecks(...checks));
    expect(mergeChecks(good, blank).status).toBe("undetermined");
    expect(mergeChecks(good, bad, blank).status).toBe("unbalanced");
    expect(mergeChecks().status).toBe("undetermined");
  });
});

describe("what groups name and what a search finds", () => {
  const wrongFigures = fc.uniqueArray(fc.tuple(fc.nat(), fc.integer({ min: -20, max: 999 })), {
    minLength: 1,
    maxLength: 3,
    selector: ([at]) => at % 190,
  });

  it("is the same: every suspect is a smallest repair, and a repair of one figure is a suspect", () => {
    fc.assert(
      fc.property(anyReport, wrongFigures, (report, wrong) => {
        const { cells } = describeForm(report.edition);
        const counted = cells.filter(({ table }) => table !== "disclosure");
        const figures = figuresOf(report);
        const changes = wrong.flatMap(([at, by]) => {
          const cell = counted[at % counted.length];
          return cell === undefined ? [] : [[cell.address, Math.max(0, (figures[cell.index] ?? 0) + by)] as const];
        });
        const broken = changed(report, Object.fromEntries(changes));
        const { groups } = validate(broken);
        const { problems } = locateErrors(broken);
        expect(groups.map(({ rules }) => rules)).toEqual(problems.map(({ rules }) => rules));
        groups.forEach(({ suspects }, i) => {
          const single = problems[i]?.repairs.flatMap(({ changes: own }) => (own.length === 1 ? own : [])) ?? [];
          const named = (list: readonly { readonly address: string; readonly to: unknown }[]) =>
            list.map(({ address, to }) => `${address} ${String(to)}`).sort();
          expect(named(suspects)).toEqual(named(single));
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe("repairs by rules of the caller", () => {
  const block = "remedies.reconsideration";
  const report = changed(seda2023, { [`${block}.upheld`]: 3, [`${block}.pending`]: 1, [`${block}.total`]: 9 });

  it("obey equations across tables, constants and bounds", () => {
    const across = linear("across", [
      [1, `${block}.total`, "this"],
      [-1, TOTAL, "this"],
    ]);
    const { problems } = locateErrors(report, { rules: [across] });
    expect(problems[0]?.repairs[0]?.changes.map(({ address, to }) => [address, to])).toEqual([[`${block}.total`, 4]]);
    const bounded = linear("bounded", [[1, `${block}.upheld`, "this"]], { relation: "<=", constant: 5 });
    const addresses = locateErrors(report, { rules: [bounded] }).problems[0]?.repairs.map(({ changes }) => changes[0]?.address);
    expect(addresses).not.toContain(`${block}.upheld`);
    expect(addresses).toContain(`${block}.corrected`);
    expect(
      validate(report, { rules: [bounded] })
        .groups[0]?.suspects.map(({ address }) => address)
        .sort(),
    ).toEqual([...(addresses ?? [])].sort());
    const fixed = linear("fixed", [[1, `${block}.upheld`, "this"]], { constant: 8 });
    expect(locateErrors(report, { rules: [fixed] }).problems[0]?.repairs[0]?.changes).toMatchObject([
      { address: `${block}.upheld`, to: 8 },
    ]);
  });
});

describe("applyCertain", () => {
  it("changes what is certain, keeps the rest, and can be taken back", () => {
    const wrong = changed(seda2023, { "requests.granted.total": 14, "remedies.reconsideration.total": 7 });
    const { report, edits } = applyCertain(wrong);
    expect(edits.map(({ address, from, to }) => [address, from, to])).toEqual([["requests.granted.total", 14, 4]]);
    expect(report).toEqual(changed(wrong, { "requests.granted.total": 4 }));
    expect(revertRepair(report, edits)).toEqual(wrong);
    expect(applyCertain(seda2023)).toEqual({ report: seda2023, edits: [] });
  });
});
