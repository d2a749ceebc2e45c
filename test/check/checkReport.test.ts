import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAlone } from "../../src/check/checkAlone.js";
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
  type Place,
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

  it("never says “unbalanced” of nothing violated: any report, whatever stands beside it", { tags: "property" }, () => {
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

const PLACE: Place = {
  format: "html",
  sheet: null,
  table: 2,
  row: 1,
  column: 1,
  line: null,
  offset: 7,
  page: null,
  box: null,
};

describe("what is handed on to every room", () => {
  const row = (total: number) => ({
    "requests.broughtForward.naturalPerson": 5,
    [BROUGHT]: total,
    ...Object.fromEntries(
      describeForm("2021")
        .cells.filter(({ record, table }) => table === "requests" && record === "broughtForward")
        .flatMap(({ address, field }) => (field === "total" || field === "naturalPerson" ? [] : [[address, 0]])),
    ),
  });
  const report = draft(2023, row(7));
  const previous = draft(2022, { [CARRIED]: 1 });
  const children = [draft(2023, { [BROUGHT]: 9 }, "某镇")];
  const all = { previous, children, advice: true, explain: true } as const;

  it("is the language: Chinese unless told otherwise, in every sentence", () => {
    const withText = { ...report, narrative: { overview: "上年结转政府信息公开申请3件。" }, publishedOn: "2023-06-01" } as Draft;
    const said = (options: Parameters<typeof checkReport>[1]) => {
      const { findings, explanation } = checkReport(withText, { ...all, ...options });
      return [...findings, ...(explanation?.problems.map(({ finding }) => finding) ?? [])];
    };
    const chinese = said({});
    const rooms = new Set(chinese.map(({ rule, code }) => (rule ?? code).split(".")[0]));
    for (const room of ["repair", "applicants", "carryOver", "levelPart", "narrative", "filing", "check"]) {
      expect(rooms).toContain(room);
    }
    for (const { message } of chinese) expect(message).toMatch(/[\u4e00-\u9fff].*。/s);
    for (const { message } of said({ language: "en" })) expect(message).toMatch(/[a-z] [a-z]/);
  });

  it("are the places of the figures: in balances, years, levels, explanations, words and blanks", () => {
    const withText = { ...report, narrative: { overview: "上年结转政府信息公开申请3件。" } } as Draft;
    const places = { [BROUGHT]: PLACE };
    const { findings, explanation } = checkReport(withText, { ...all, places });
    const placed = findings.filter(({ cells }) => cells.some(({ address }) => address === BROUGHT));
    expect(new Set(placed.map(({ rule, code }) => rule?.split(".")[0] ?? code.split(".")[0]))).toEqual(
      new Set(["repair", "applicants", "carryOver", "levelPart", "narrative"]),
    );
    const stated = [...findings, ...(explanation?.problems.map(({ finding }) => finding) ?? [])].flatMap(({ cells }) => cells);
    for (const { address, place } of stated) expect(place).toEqual(address === BROUGHT ? PLACE : null);
    const [blank] = checkReport({ edition: "2021" }, { places }).findings.flatMap(({ cells }) => cells);
    expect(blank).toBeUndefined();
    const gap = checkReport(changed(seda2023, { [BROUGHT]: null }), { places }).findings;
    expect(gap.map(({ code, cells }) => [code, cells.map(({ address, place }) => [address, place])])).toEqual([
      ["check.blanks", [[BROUGHT, PLACE]]],
    ]);
  });

  it("are the agency’s own figures and the names that are expected below it", () => {
    const small = (total: number, name: string) => draft(2023, { [TOTAL]: total }, name);
    const codes = (options: Parameters<typeof checkReport>[1]) =>
      checkReport(small(5, "某市"), { children: [small(3, "某县")], complete: true, ...options }).findings.flatMap(({ rule }) =>
        rule === `level.${TOTAL}` || rule === "member.present" ? [rule] : [],
      );
    expect(codes({})).toEqual([`level.${TOTAL}`]);
    expect(codes({ own: small(2, "某市") })).toEqual([]);
    expect(codes({ own: small(2, "某市"), expected: ["某县", "另一县"] })).toEqual(["member.present"]);
  });

  it("are last year and, where they are all, the reports below, as evidence of what is wrong", () => {
    const last = (total: number) => draft(2022, { [CARRIED]: total, "requests.carriedForward.naturalPerson": total });
    const below = (total: number | null) => [
      draft(2023, { [BROUGHT]: total, "requests.broughtForward.naturalPerson": total }, "某镇"),
    ];
    const first = (options: Parameters<typeof checkReport>[1]) =>
      checkReport(report, { ...options, explain: true }).explanation?.problems[0]?.repairs[0]?.changes.map(({ address, to }) => [
        address,
        to,
      ]);
    const [person, sum] = [[["requests.broughtForward.naturalPerson", 7]], [[BROUGHT, 5]]];
    expect(first({ previous: last(7) })).toEqual(person);
    expect(first({ previous: last(5) })).toEqual(sum);
    expect(first({ children: below(7), complete: true })).toEqual(person);
    expect(first({ children: below(5), complete: true })).toEqual(sum);
    const unaided = first({});
    for (const total of [5, 7]) expect(first({ children: below(total) })).toEqual(unaided);
    const partly = [draft(2023, { [BROUGHT]: 5, "requests.broughtForward.naturalPerson": 7 }, "某乡"), ...below(null)];
    expect(first({ children: partly, complete: true })).toEqual(unaided);
  });

  it("are the text, rules of the caller and the profile, for what explains", () => {
    const changes = (subject: Draft, options: Parameters<typeof checkReport>[1]) =>
      checkReport(subject, { ...options, explain: true }).explanation?.problems.map(({ repairs }) =>
        repairs[0]?.changes.map(({ address, to }) => [address, to]),
      );
    const stated = (text: string) => ({ ...report, narrative: { overview: text } }) as Draft;
    expect(changes(stated("上年结转政府信息公开申请7件。"), {})).toEqual([[["requests.broughtForward.naturalPerson", 7]]]);
    expect(changes(stated("上年结转政府信息公开申请5件。"), {})).toEqual([[[BROUGHT, 5]]]);
    const fixed = linear("fixed", [[1, BROUGHT, "this"]], { constant: 7 });
    expect(changes(report, { rules: [fixed] })).toEqual([[["requests.broughtForward.naturalPerson", 7]]]);
    expect(changes(report, { profile: { applicants: "off" } })).toEqual([]);
    expect(changes(report, { rules: [fixed], profile: { "own.fixed": "off", applicants: "off" } })).toEqual([]);
  });
});

describe("without what was not asked for", () => {
  it("there are no claims, no advice and nothing that could not be compared", () => {
    const wordy = { ...changed(seda2023, {}), publishedOn: "2023-06-01", narrative: { overview: "予以公开9件。" } } as Draft;
    const { claims, notComparable, findings, verdicts } = checkReport(wordy);
    expect([claims, notComparable, findings, verdicts.length]).toEqual([[], [], [], 242]);
    expect(checkReport(wordy, { previous: draft(2022, {}, "色达县", "2019") }).notComparable.length).toBeGreaterThan(0);
    expect(checkReport(wordy, { previous: draft(2022, {}, "色达县") }).notComparable).toEqual([]);
  });
});

it("names a table without any figure, and none of its two hundred cells", () => {
  const { findings } = checkReport({ edition: "2021" });
  expect(findings.map(({ params, cells }) => [params["table"], cells])).toEqual([
    ["二", []],
    ["三", []],
    ["四", []],
  ]);
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
    expect(new Set(rulesOf("2021", { severity: "advice" }).map(({ severity }) => severity))).toEqual(new Set(["advice"]));
  });

  it("tells each linear rule by its terms: what a term reads is there, and counts are not added to money", () => {
    for (const edition of editionIds) {
      const { byAddress } = describeForm(edition);
      for (const { terms, scope } of rulesOf(edition, { kind: "linear" })) {
        for (const [coefficient, address, report] of terms) {
          expect([1, -1]).toContain(coefficient);
          if (report !== "previous") expect(byAddress).toHaveProperty([address]);
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

  it("is the same: every suspect is a smallest repair, and a repair of one figure is a suspect", { tags: "property" }, () => {
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

describe("a report with nothing beside it", () => {
  it.each<readonly [string, Draft]>([
    ["that is right", seda2023],
    ["that is wrong", draft(2023, { "remedies.reconsideration.upheld": 1, "remedies.reconsideration.total": 5 })],
    ["with blanks", draft(2020, { "requests.received.total": null, "requests.granted.total": 4 }, "某县", "2019")],
    ["with nothing in it", { edition: "2021" }],
  ])("is told the same by the short way (%s)", (_, report) => {
    for (const language of ["zh", "en"] as const) {
      // The same to the byte, so that a line of output does not depend on what was asked of another.
      expect(JSON.stringify(checkAlone(report, { language }))).toBe(JSON.stringify(checkReport(report, { language })));
    }
  });
});
