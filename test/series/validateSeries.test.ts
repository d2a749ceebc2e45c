import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Draft, describeForm, type EditionId, type LinearRule, type LinearTerm } from "../../src/index.js";
import { tallyRegister } from "../../src/register.js";
import { figureIn as figureAt } from "../../src/report/figures.js";
import { linkRulesOf, validateSeries } from "../../src/series.js";
import { anyReport } from "../support/arbitraries.js";
import { caseRegisters, requestRegisters } from "../support/registers.js";

/** A draft from addresses: the figures that a test is about, and nothing else. */
function draft(edition: EditionId, year: number, figures: Readonly<Record<string, number | null>>, name = "某县"): Draft {
  const tables: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [address, value] of Object.entries(figures)) {
    const [table = "", record = "", field = ""] = address.split(".");
    tables[table] = { ...tables[table], [record]: { ...tables[table]?.[record], [field]: value } };
  }
  return { edition, year, agency: { name }, ...tables } as Draft;
}

const rules = (drafts: readonly Draft[]): readonly (string | null)[] => validateSeries(drafts).findings.map(({ rule }) => rule);

describe("links between two years", () => {
  const carried = "requests.carriedForward";
  const brought = "requests.broughtForward";
  const documents = "disclosure.normativeDocuments";
  const rulesRow = "disclosure.administrativeRules";

  it.each([
    ["total carried over", { [`${carried}.total`]: 3 }, { [`${brought}.total`]: 3 }, []],
    ["total lost", { [`${carried}.total`]: 3 }, { [`${brought}.total`]: 2 }, [["carryOver.total", "error", 3, 2, -1]]],
    ["total found", { [`${carried}.total`]: 0 }, { [`${brought}.total`]: 2 }, [["carryOver.total", "error", 0, 2, 2]]],
    [
      "reclassified",
      { [`${carried}.total`]: 1, [`${carried}.naturalPerson`]: 1, [`${carried}.otherOrganization`]: 0 },
      { [`${brought}.total`]: 1, [`${brought}.naturalPerson`]: 0, [`${brought}.otherOrganization`]: 1 },
      [
        ["carryOver.naturalPerson", "warning", 1, 0, -1],
        ["carryOver.otherOrganization", "warning", 0, 1, 1],
      ],
    ],
    [
      "rolled forward",
      { [`${documents}.inForce`]: 4 },
      { [`${documents}.issued`]: 3, [`${documents}.repealed`]: 2, [`${documents}.inForce`]: 5 },
      [],
    ],
    [
      "not rolled forward",
      { [`${rulesRow}.inForce`]: 4 },
      { [`${rulesRow}.issued`]: 3, [`${rulesRow}.repealed`]: 2, [`${rulesRow}.inForce`]: 7 },
      [["inForce.administrativeRules", "warning", 5, 7, 2]],
    ],
    [
      "cases forgotten",
      { "remedies.directLitigation.pending": 4 },
      { "remedies.directLitigation.total": 3 },
      [["openRemedies.directLitigation", "advice", 4, 3, -1]],
    ],
    ["cases accounted for", { "remedies.directLitigation.pending": 4 }, { "remedies.directLitigation.total": 4 }, []],
    ["more cases", { "remedies.reconsideration.pending": 4 }, { "remedies.reconsideration.total": 40 }, []],
  ] as const)("%s", (_, last, next, expected) => {
    const given = [draft("2021", 2022, last), draft("2021", 2023, next)];
    const { findings } = validateSeries(given);
    expect(findings.map((f) => [f.rule, f.severity, f.expected, f.actual, f.difference])).toEqual(expected);
    for (const found of findings) {
      expect(found.reports.map(({ year }) => year)).toEqual([2022, 2023]);
      expect(new Set(found.cells.map(({ report }) => report.year))).toEqual(new Set([2022, 2023]));
      for (const { report, address, value } of found.cells)
        expect(value).toBe(figureAt(given[report.index ?? -1] as Draft, address));
    }
  });

  const licences = "disclosure.administrativeLicensing";
  const letters = "disclosure.normativeDocuments";

  it.each([
    ["items rolled forward", { previousItems: 40, change: -3 }, { previousItems: 37 }, {}, {}, []],
    [
      "last year's decisions put for its items",
      { previousItems: 40, change: -3 },
      { previousItems: 8249 },
      {},
      {},
      [["itemsForward.administrativeLicensing", "warning", 37, 8249, 8212]],
    ],
    ["documents added up", {}, {}, { totalDisclosed: 12 }, { newlyDisclosed: 3, totalDisclosed: 15 }, []],
    [
      "documents taken down",
      {},
      {},
      { totalDisclosed: 12 },
      { newlyDisclosed: 3, totalDisclosed: 14 },
      [["totalDisclosed.normativeDocuments", "warning", 15, 14, -1]],
    ],
  ] as const)("from 2019 to 2020: %s", (_, lastItems, nextItems, lastDocuments, nextDocuments, expected) => {
    const figures = (items: object, documents: object): Record<string, number> =>
      Object.fromEntries([
        ...Object.entries(items).map(([field, value]) => [`${licences}.${field}`, value]),
        ...Object.entries(documents).map(([field, value]) => [`${letters}.${field}`, value]),
      ]);
    const given = [
      draft("2019", 2019, figures(lastItems, lastDocuments)),
      draft("2019", 2020, figures(nextItems, nextDocuments)),
    ];
    const { findings } = validateSeries(given);
    expect(findings.map((f) => [f.rule, f.severity, f.expected, f.actual, f.difference])).toEqual(expected);
  });

  it.each(["zh", "en"] as const)("says it in words (%s)", (language) => {
    const given = [draft("2021", 2022, { [`${carried}.total`]: 3 }), draft("2021", 2023, { [`${brought}.total`]: 2 })];
    const [found] = validateSeries(given, { language }).findings;
    expect(found?.message).toMatch(
      language === "zh"
        ? /按某县2022年报告应为3，某县2023年报告为2，相差1/
        : /by the report of 某县 2022 it is 3, 某县 2023 states 2/,
    );
    expect(found?.message).toContain(language === "zh" ? "表三第25行第7列" : "table 三, row 25, column 7");
  });

  it("says where each figure stands in its document", () => {
    const place = {
      format: "html",
      sheet: null,
      table: 2,
      row: 4,
      column: 9,
      line: 120,
      offset: 4000,
      page: null,
      box: null,
    } as const;
    const given = [draft("2021", 2023, { [`${brought}.total`]: 2 }), draft("2021", 2022, { [`${carried}.total`]: 3 })];
    const { findings } = validateSeries(given, { places: [undefined, { [`${carried}.total`]: place }] });
    expect(findings[0]?.cells.map((cell) => cell.place)).toEqual([place, null]);
  });

  it("calls what is blank undetermined, and not right", () => {
    const { verdicts, status, findings } = validateSeries([
      draft("2021", 2022, { [`${carried}.total`]: null }),
      draft("2021", 2023, { [`${brought}.total`]: 0 }),
    ]);
    expect(findings).toEqual([]);
    expect(verdicts.find(({ rule }) => rule === "carryOver.total")?.outcome).toBe("undetermined");
    expect(status).toBe("undetermined");
  });

  it("states every link for all rows or columns that either form has", () => {
    const families = (from: EditionId, to: EditionId) => linkRulesOf(from, to).rules.map(({ family }) => family);
    expect(new Set(families("2021", "2021"))).toEqual(new Set(describeForm("2021").edition.links));
    expect(families("2021", "2021").length).toBe(7 + 2 + 3);
    expect(families("2019", "2019").length).toBe(7 + 2 + 5 + 3);
    for (const from of ["2019", "2021"] as const) {
      for (const to of ["2019", "2021"] as const) {
        for (const { terms } of linkRulesOf(from, to).rules) {
          for (const [, address, report] of terms) {
            expect(describeForm(report === "previous" ? from : to).byAddress).toHaveProperty([address]);
          }
        }
      }
    }
  });
});

describe("the series as a whole", () => {
  it("may come in any order, and reports positions as they were given", () => {
    const given = [2024, 2022, 2023].map((year) =>
      draft("2021", year, { "requests.carriedForward.total": 1, "requests.broughtForward.total": 1 }),
    );
    const result = validateSeries(given);
    expect(result.years).toEqual([2022, 2023, 2024]);
    expect(result.findings).toEqual([]);
    expect(
      result.verdicts
        .filter(({ rule }) => rule === "carryOver.total")
        .map(({ previous, current }) => [previous?.index, current?.index]),
    ).toEqual([
      [1, 2],
      [2, 0],
    ]);
  });

  it("says that years are missing and compares nothing across the gap", () => {
    const given = [
      draft("2021", 2021, { "requests.carriedForward.total": 1 }),
      draft("2021", 2024, { "requests.broughtForward.total": 9 }),
    ];
    const { findings, verdicts } = validateSeries(given);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([["years.consecutive", "warning"]]);
    expect(findings[0]?.message).toContain("2022年至2023年");
    expect(verdicts.find(({ rule }) => rule === "carryOver.total")?.outcome).toBe("undetermined");
  });

  it("compares no editions across a gap either", () => {
    const { verdicts, notComparable } = validateSeries([draft("2019", 2019, {}), draft("2021", 2022, {})]);
    expect(notComparable).toEqual([]);
    expect(verdicts.some(({ rule }) => rule === "years.sameEdition")).toBe(false);
  });

  it("writes what is taken away with its sign", () => {
    const documents = "disclosure.normativeDocuments";
    const { findings } = validateSeries([
      draft("2021", 2022, { [`${documents}.inForce`]: 9 }),
      draft("2021", 2023, { [`${documents}.issued`]: 4, [`${documents}.repealed`]: 3, [`${documents}.inForce`]: 7 }),
    ]);
    expect(findings.map(({ message }) => message).join()).toContain("9 + 4 − 3 = 10");
  });

  it("says that there are two reports for a year", () => {
    const { findings, status } = validateSeries([draft("2021", 2023, {}), draft("2021", 2023, {})]);
    expect(findings.map(({ rule, severity, reports }) => [rule, severity, reports.map(({ index }) => index)])).toEqual([
      ["years.unique", "error", [0, 1]],
      ["years.compared", "advice", [0]],
    ]);
    expect(status).toBe("unbalanced");
  });

  it("says that a report has no year", () => {
    expect(rules([{ edition: "2021" }, draft("2021", 2023, {})])).toEqual(["years.stated", "years.compared"]);
  });

  it.each([
    ["other name", { name: "甲县" }, { name: "乙县" }, ["years.sameAgency"]],
    ["renamed, same code", { name: "甲县", unifiedSocialCreditCode: "A" }, { name: "甲市", unifiedSocialCreditCode: "A" }, []],
    [
      "same name, other code",
      { name: "甲县", unifiedSocialCreditCode: "A" },
      { name: "甲县", unifiedSocialCreditCode: "B" },
      ["years.sameAgency"],
    ],
    ["no name", {}, { name: "甲县" }, []],
  ])("agency: %s", (_, a, b, expected) => {
    expect(
      rules([
        { ...draft("2021", 2022, {}), agency: a },
        { ...draft("2021", 2023, {}), agency: b },
      ]),
    ).toEqual(expected);
  });

  it.each([
    ["two names, nothing declared", { name: "甲县" }, { name: "乙县" }, [], "violated", "violated", "series.agency"],
    ["two names, declared", { name: "甲县" }, { name: "乙 县" }, [["甲县", "乙县"]], "holds", "violated", null],
    ["declared the other way round", { name: "甲县" }, { name: "乙县" }, [["乙县", "甲县"]], "holds", "violated", null],
    [
      "by two steps",
      { name: "甲县" },
      { name: "乙县" },
      [
        ["甲县", "丙县"],
        ["丙县", "乙县"],
      ],
      "holds",
      "violated",
      null,
    ],
    ["another one declared", { name: "甲县" }, { name: "乙县" }, [["甲县", "丙县"]], "violated", "violated", "series.agency"],
    [
      "one name, two codes",
      { name: "甲县", unifiedSocialCreditCode: "A" },
      { name: "甲县", unifiedSocialCreditCode: "B" },
      [],
      "violated",
      "undetermined",
      "series.reorganised",
    ],
    [
      "two codes, declared",
      { name: "甲县", unifiedSocialCreditCode: "A" },
      { name: "甲县", unifiedSocialCreditCode: "B" },
      [["A", "B"]],
      "holds",
      "violated",
      null,
    ],
    [
      "one name in two regions",
      { name: "城关镇", regionCode: "110101" },
      { name: "城关镇", regionCode: "110102" },
      [],
      "violated",
      "undetermined",
      "series.reorganised",
    ],
    ["one has a code only", { name: "甲县", unifiedSocialCreditCode: "A" }, { name: "甲县" }, [], "holds", "violated", null],
    ["nobody can tell", { name: "甲县" }, {}, [], "undetermined", "violated", null],
  ] as const)("agencies: %s", (_, before, after, renames, same, carried, code) => {
    const given = [
      { ...draft("2021", 2022, { "requests.carriedForward.total": 3 }), agency: before },
      { ...draft("2021", 2023, { "requests.broughtForward.total": 4 }), agency: after },
    ];
    const { verdicts, findings } = validateSeries(given, { renames: renames.map(([from, to]) => ({ from, to })) });
    const outcome = (rule: string) => verdicts.find((verdict) => verdict.rule === rule)?.outcome;
    expect([outcome("years.sameAgency"), outcome("carryOver.total")]).toEqual([same, carried]);
    expect(findings.filter(({ rule }) => rule === "years.sameAgency").map((found) => found.code)).toEqual(
      code === null ? [] : [code],
    );
  });

  it("says which codes tell two agencies apart, and never that equal names differ", () => {
    const of = (unifiedSocialCreditCode: string, year: number) => ({
      ...draft("2021", year, {}),
      agency: { name: "甲县", unifiedSocialCreditCode },
    });
    const said = (language: "zh" | "en") => validateSeries([of("A", 2022), of("B", 2023)], { language }).findings[0]?.message;
    expect(said("zh")).toBe(
      "甲县2022年与甲县2023年的代码不同（A、B），不是同一机关，或者经过机构改革，未作比较。如系同一机关，请予声明（renames）。",
    );
    expect(said("en")).toMatch(/^甲县 2022 and 甲县 2023 have different codes \(A, B\)/);
  });

  it("compares hybrids as far as they go: 2021 with a table 三 of 2019", () => {
    // A reader leaves blank what the form of the report has and its tables have not.
    const hybrid = (year: number, figures: Readonly<Record<string, number | null>>) =>
      draft("2021", year, { ...figures, "requests.otherReasons.total": null, "requests.feeNotPaidInTime.total": null });
    const given = [
      hybrid(2022, { "requests.carriedForward.total": 3, "disclosure.normativeDocuments.inForce": 4 }),
      hybrid(2023, {
        "requests.broughtForward.total": 2,
        "disclosure.normativeDocuments.issued": 1,
        "disclosure.normativeDocuments.repealed": 0,
        "disclosure.normativeDocuments.inForce": 6,
      }),
    ];
    expect(rules(given)).toEqual(["carryOver.total", "inForce.normativeDocuments"]);
    const { verdicts } = validateSeries([draft("2019", 2022, { "requests.carriedForward.total": 3 }), given[1] as Draft]);
    const outcomes = Object.fromEntries(verdicts.map(({ rule, outcome }) => [rule, outcome]));
    expect([outcomes["carryOver.total"], outcomes["years.sameEdition"]]).toEqual(["violated", "violated"]);
  });

  it("compares what two editions have in common and lists what they do not", () => {
    const given = [
      draft("2019", 2020, { "requests.carriedForward.total": 3 }),
      draft("2021", 2021, { "requests.broughtForward.total": 4 }),
    ];
    const { findings, notComparable } = validateSeries(given);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["carryOver.total", "error"],
      ["years.sameEdition", "advice"],
    ]);
    const [between] = notComparable;
    expect(between?.rules).toEqual([
      "inForce.administrativeRules",
      "inForce.normativeDocuments",
      "totalDisclosed.administrativeRules",
      "totalDisclosed.normativeDocuments",
      "itemsForward.administrativeLicensing",
      "itemsForward.otherAdministrativeServices",
      "itemsForward.administrativePenalty",
      "itemsForward.administrativeCompulsion",
      "itemsForward.administrativeFees",
    ]);
    expect(between?.onlyInPrevious).toContain("requests.otherHandling.total");
    expect(between?.onlyInCurrent).toContain("disclosure.normativeDocuments.inForce");
    expect(between?.onlyInCurrent).not.toContain("requests.granted.total");
  });

  it("lets a profile re-level rules and switch them off", () => {
    const given = [
      draft("2021", 2022, { "requests.carriedForward.total": 3 }),
      draft("2021", 2023, { "requests.broughtForward.total": 2 }),
    ];
    expect(validateSeries(given, { profile: { "carryOver.total": "advice", carryOver: "off" } }).findings[0]?.severity).toBe(
      "advice",
    );
    expect(validateSeries(given, { profile: { carryOver: "off" } }).findings).toEqual([]);
  });

  it("has nothing to say of no report", () => {
    expect(validateSeries([])).toMatchObject({
      status: "undetermined",
      years: [],
      counts: { holds: 0, violated: 0, undetermined: 1 },
      findings: [{ code: "series.nothingToCompare" }],
    });
  });

  it("never throws and changes nothing", { tags: "property" }, () => {
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 4 }), (reports) => {
        const before = JSON.stringify(reports);
        const { findings, counts, verdicts } = validateSeries(reports);
        expect(counts.holds + counts.violated + counts.undetermined).toBe(verdicts.length);
        const silent = findings.filter(({ code }) => code === "series.nothingToCompare").length;
        expect(findings.length - silent).toBe(counts.violated);
        expect(JSON.stringify(reports)).toBe(before);
      }),
      { numRuns: 30 },
    );
  });
});

describe("one figure changed in a consistent series", () => {
  const series = fc.tuple(requestRegisters(300), caseRegisters(60)).map(([requests, cases]) =>
    [2021, 2022, 2023].map((year) => {
      const { tables, edition } = tallyRegister(requests, { year, cases });
      const documents = () => ({ issued: 2, repealed: 1, inForce: year });
      return {
        edition,
        year,
        agency: { name: "某县" },
        disclosure: { normativeDocuments: documents(), administrativeRules: documents() },
        ...tables,
      } as Draft;
    }),
  );
  const links = linkRulesOf("2021", "2021").rules;

  it("is found by exactly the rules that read it", { tags: "property" }, () => {
    fc.assert(
      fc.property(
        series,
        fc.constantFrom(...links),
        fc.nat(9),
        fc.boolean(),
        fc.integer({ min: 1, max: 1000 }),
        (given, link, pick, first, by) => {
          const term = link.terms[pick % link.terms.length];
          if (term === undefined) return;
          const year = (first ? 2022 : 2023) - (term[2] === "previous" ? 1 : 0);
          const changed = given.map((report) => (report.year === year ? raise(report, term[1], by) : report));
          const found = validateSeries(changed).findings.map(
            ({ rule, reports }) => `${rule} ${reports.map((report) => report.year)}`,
          );
          const expected = links.flatMap((rule) =>
            [2022, 2023].flatMap((current) => {
              const reads = rule.terms.some(
                ([, address, which]) => address === term[1] && (which === "previous" ? current - 1 : current) === year,
              );
              const breaks = rule.relation === "=" ? reads : exceeds(changed, rule, current);
              return breaks ? [`${rule.id} ${[current - 1, current]}`] : [];
            }),
          );
          expect([...found].sort()).toEqual([...expected].sort());
        },
      ),
      { numRuns: 100 },
    );
  });
});

function raise(report: Draft, address: string, by: number): Draft {
  const [table = "", record = "", field = ""] = address.split(".");
  const copy = structuredClone(report) as unknown as Record<string, Record<string, Record<string, number>>>;
  const fields = copy[table]?.[record];
  if (fields === undefined) throw new Error(`no ${address}`);
  fields[field] = Number(fields[field]) + by;
  return copy as unknown as Draft;
}

function exceeds(series: readonly Draft[], rule: LinearRule, current: number): boolean {
  const value = (terms: readonly LinearTerm[]): number =>
    terms.reduce((sum, [coefficient, address, which]) => {
      const report = series.find((candidate) => candidate.year === (which === "previous" ? current - 1 : current));
      return sum + coefficient * Number(report === undefined ? 0 : figureAt(report, address));
    }, 0);
  return value(rule.terms) > 0;
}
