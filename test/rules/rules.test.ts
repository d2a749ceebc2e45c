import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rulesOf } from "../../src/check.js";
import {
  checkBalances,
  type Draft,
  describeForm,
  editionIds,
  type FunctionRule,
  figuresOf,
  type LinearRule,
  type Place,
  type Report,
  validate,
} from "../../src/index.js";
import { anyReport, mutable } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";

type Tables = Record<string, Record<string, Record<string, unknown>>>;

/** A copy of a report with one figure changed. */
function withFigure(report: Draft, address: string, value: unknown): Draft {
  const copy = mutable(report) as unknown as Tables;
  const [table = "", record = "", field = ""] = address.split(".");
  const fields = copy[table]?.[record];
  if (fields === undefined) throw new Error(address);
  fields[field] = value;
  return copy as unknown as Draft;
}

const equations = (edition: "2021" | "2019") => rulesOf(edition, { scope: "report", kind: "linear", severity: "error" });
const ownRules = (edition: "2021" | "2019") => rulesOf(edition, { scope: "report", severity: "error" });

describe.each([
  ["2021", 25],
  ["2019", 23],
] as const)("the rules of %s", (edition, rows) => {
  const form = describeForm(edition);

  it("are 7 flows, 7 outcomes, one for each row, 3 for the remedies, and one for each figure", () => {
    const count = (family: string) => rulesOf(edition).filter((rule) => rule.family === family).length;
    expect([count("flow"), count("outcomes"), count("applicants"), count("remedies"), count("domain")]).toEqual([
      7,
      7,
      rows,
      3,
      form.cells.length,
    ]);
  });

  it("have identifiers of their own, a source and a statement in both languages", () => {
    expect(new Set(rulesOf(edition).map(({ id }) => id)).size).toBe(rulesOf(edition).length);
    for (const rule of rulesOf(edition)) {
      expect(rule.id).toMatch(/^[a-z][A-Za-z]*(\.[A-Za-z]+)+$/);
      expect(rule.id.startsWith(`${rule.family}.`)).toBe(true);
      expect(rule.citation.length).toBeGreaterThan(0);
      expect(rule.statement.zh).not.toBe("");
      if (rule.scope === "report" && rule.severity === "error") expect(rule.statement.en).not.toMatch(/[\u4e00-\u9fff]/);
      if (rule.scope !== "years") expect(rule.cells.every((address) => address in form.byAddress)).toBe(true);
    }
  });

  it("add up what the specification says, by official coordinates", () => {
    const at = (address: string): string => {
      const { table, row, column } = form.byAddress[address]?.coordinate ?? { table: "", row: 0, column: 0 };
      return `${table}${row}:${column}`;
    };
    const said = ({ terms, relation, constant }: LinearRule) => {
      const having = (sign: 1 | -1) => terms.flatMap(([own, address]) => (own === sign ? [at(address)] : [])).join("+");
      expect([relation, constant]).toEqual(["=", 0]);
      return `${having(1)}=${having(-1)}`;
    };
    const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const expected = [
      ...range(1, 7).map((c) => `三1:${c}+三2:${c}=三${rows - 1}:${c}+三${rows}:${c}`),
      ...range(1, 7).map(
        (c) =>
          `${range(3, rows - 2)
            .map((r) => `三${r}:${c}`)
            .join("+")}=三${rows - 1}:${c}`,
      ),
      ...range(1, rows).map(
        (r) =>
          `${range(1, 6)
            .map((c) => `三${r}:${c}`)
            .join("+")}=三${r}:7`,
      ),
      ...[0, 5, 10].map(
        (from) =>
          `${range(1, 4)
            .map((i) => `四1:${from + i}`)
            .join("+")}=四1:${from + 5}`,
      ),
    ];
    expect(equations(edition).map(said)).toEqual(expected);
  });

  it("call only the flow stated on the form", () => {
    expect(new Set(equations(edition).map(({ family, basis }) => `${family} ${basis}`))).toEqual(
      new Set(["flow stated", "outcomes definitional", "applicants definitional", "remedies definitional"]),
    );
  });
});

describe("validate", () => {
  it("says of Seda 2023 that all 42 balances hold", () => {
    const result = validate(seda2023);
    expect(result.status).toBe("balanced");
    expect(result.counts).toEqual({ holds: 242, violated: 0, undetermined: 0 });
    expect(checkBalances("2021", figuresOf(seda2023)).map(({ outcome }) => outcome)).toEqual(Array(42).fill("holds"));
  });

  it("finds a change of any figure in table 三 or 四 by every balance that reads it, and by no other", {
    tags: "property",
  }, () => {
    fc.assert(
      fc.property(anyReport, fc.nat(), fc.integer({ min: 1, max: 999 }), (report, at, change) => {
        const cells = describeForm(report.edition).cells.filter(({ table }) => table !== "disclosure");
        const cell = cells[at % cells.length];
        if (cell === undefined) throw new Error("no cell");
        const was = figuresOf(report)[cell.index] ?? 0;
        const result = validate(withFigure(report, cell.address, was + change));
        const reading = equations(report.edition).filter((rule) => rule.cells.includes(cell.address));
        expect(reading.length).toBeGreaterThan(0);
        expect(result.status).toBe("unbalanced");
        expect(result.findings.map(({ rule }) => rule)).toEqual(reading.map(({ id }) => id));
        for (const { difference } of result.findings) expect(Math.abs(Number(difference))).toBe(change);
      }),
    );
  });

  it("leaves exactly the rules that read a blank undetermined", { tags: "property" }, () => {
    fc.assert(
      fc.property(anyReport, fc.nat(), fc.boolean(), (report, at, gap) => {
        const { cells } = describeForm(report.edition);
        const { address } = cells[at % cells.length] ?? { address: "" };
        const result = validate(withFigure(report, address, gap ? undefined : null));
        const reading = ownRules(report.edition).filter((rule) => rule.cells.includes(address));
        expect(result.verdicts.filter(({ outcome }) => outcome === "undetermined").map(({ rule }) => rule)).toEqual(
          reading.map(({ id }) => id),
        );
        expect(result.counts).toEqual({
          holds: result.verdicts.length - reading.length,
          violated: 0,
          undetermined: reading.length,
        });
        expect(result.status).toBe("undetermined");
      }),
    );
  });

  it("carries figures, places, expected, actual and difference as plain data", () => {
    const place: Place = {
      format: "html",
      sheet: null,
      table: 2,
      row: 6,
      column: 9,
      line: 40,
      offset: 999,
      page: null,
      box: null,
    };
    const result = validate(withFigure(seda2023, "requests.granted.total", 14), {
      language: "en",
      places: { "requests.granted.total": place },
    });
    const finding = result.findings.find(({ rule }) => rule === "applicants.granted");
    expect(finding).toMatchObject({
      code: "balance.violated",
      severity: "error",
      path: "requests.granted.total",
      expected: 4,
      actual: 14,
      difference: 10,
    });
    expect(finding?.cells.at(-1)).toEqual({
      address: "requests.granted.total",
      coordinate: { table: "三", row: 3, column: 7 },
      value: 14,
      place,
    });
    expect(finding?.message).toBe(
      "granted: sum of the 6 from “natural person” to “other organization” = total: the parts add up to 4, “total” states 14; off by 10. Check these figures. (国办公开办函〔2021〕30号)",
    );
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("puts a row and a column that one wrong total breaks together, and names it", () => {
    const { groups, findings } = validate(withFigure(seda2023, "requests.granted.total", 14));
    expect(findings).toHaveLength(2);
    expect(groups).toEqual([
      { rules: ["outcomes.total", "applicants.granted"], suspects: [{ address: "requests.granted.total", from: 14, to: 4 }] },
    ]);
  });

  it("keeps errors that have nothing to do with one another apart", () => {
    const twice = withFigure(withFigure(seda2023, "requests.granted.total", 14), "remedies.reconsideration.upheld", 1);
    const { groups } = validate(twice);
    expect(groups.map(({ rules }) => rules)).toEqual([["outcomes.total", "applicants.granted"], ["remedies.reconsideration"]]);
    expect(groups[1]?.suspects.map(({ address, to }) => [address, to])).toEqual([
      ["remedies.reconsideration.upheld", 0],
      ["remedies.reconsideration.total", 1],
    ]);
  });

  it("leaves open what a suspect should be where only a bound is broken", () => {
    const total = "requests.received.total";
    const few: LinearRule = {
      kind: "linear",
      id: "own.few",
      family: "own",
      scope: "report",
      severity: "error",
      basis: "heuristic",
      citation: [],
      cells: [total],
      terms: [[1, total, "this"]],
      relation: ">=",
      constant: 9,
      statement: { zh: "自定", en: "own" },
    };
    const { groups } = validate(seda2023, { rules: [few], profile: { applicants: "off", flow: "off" } });
    expect(groups).toEqual([{ rules: ["own.few"], suspects: [{ address: total, from: 4, to: null }] }]);
    expect(validate(seda2023, { rules: [{ ...few, severity: "warning" }] }).groups).toEqual([]);
    expect(validate(seda2023, { rules: [few], profile: { own: "warning" } }).groups).toEqual([]);
    expect(validate(seda2023, { rules: [{ ...few, scope: "years", terms: [[1, total, "previous"]] }] }).groups).toEqual([]);
  });

  it("is exact beyond the range of exact doubles", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const huge = (total: number): Draft => ({
      edition: "2021",
      remedies: { reconsideration: { upheld: most, corrected: 1, otherResult: 1, pending: 0, total } },
    });
    expect(validate(huge(most)).findings[0]).toMatchObject({ expected: "9007199254740993", actual: most, difference: -2 });
  });

  it.each([
    ["requests.granted.total", -1, "violated"],
    ["requests.granted.total", 1.5, "violated"],
    ["requests.granted.total", "4", "violated"],
    ["disclosure.administrativeFees.feesCollected", 38.1, "violated"],
    ["disclosure.administrativeFees.feesCollected", "1.1234567", "violated"],
    ["disclosure.administrativeFees.feesCollected", "0.123456", "holds"],
    ["disclosure.administrativeFees.feesCollected", null, "undetermined"],
  ])("the domain of %s with %j: %s", (address, value, outcome) => {
    const result = validate(withFigure(seda2023, address, value));
    expect(result.verdicts.find(({ rule }) => rule === `domain.${address}`)?.outcome).toBe(outcome);
    const finding = result.findings.find(({ rule }) => rule === `domain.${address}`);
    expect(finding?.code).toBe(outcome === "violated" ? "domain.violated" : undefined);
  });

  it("allows a signed change to be negative, and a count not", () => {
    const draft = (change: number, previousItems: number): Draft => ({
      edition: "2019",
      disclosure: { administrativeLicensing: { change, previousItems } },
    });
    expect(validate(draft(-4, 4)).counts.violated).toBe(0);
    expect(validate(draft(4, -4)).findings.map(({ rule }) => rule)).toEqual([
      "domain.disclosure.administrativeLicensing.previousItems",
    ]);
  });
});

describe("profiles and rules of the caller", () => {
  const wrong = withFigure(seda2023, "remedies.reconsideration.total", 1);

  it("re-level a rule, or a family, or switch it off; the rule goes before its family", () => {
    expect(validate(wrong, { profile: { remedies: "warning" } })).toMatchObject({
      status: "balanced",
      findings: [{ severity: "warning" }],
    });
    expect(validate(wrong, { profile: { remedies: "off" } }).verdicts).toHaveLength(239);
    expect(validate(wrong, { profile: { remedies: "off", "remedies.reconsideration": "advice" } })).toMatchObject({
      findings: [{ rule: "remedies.reconsideration", severity: "advice" }],
    });
    expect(validate(wrong).findings[0]?.severity).toBe("error");
  });

  const noLicences: FunctionRule = {
    kind: "function",
    scope: "report",
    id: "own.licences",
    family: "own",
    severity: "warning",
    basis: "heuristic",
    citation: [],
    cells: ["disclosure.administrativeLicensing.decisions"],
    statement: { zh: "许可不超过1000件", en: "no more than 1000 licences" },
    message: { zh: "许可{found}件", en: "{found} licences" },
    check: ({ figures, form }) => {
      const found = figures[form.byAddress["disclosure.administrativeLicensing.decisions"]?.index ?? -1] ?? Number.NaN;
      if (Number.isNaN(found)) return { outcome: "undetermined" };
      return found > 1000 ? { outcome: "violated", params: { found }, details: { actual: found } } : { outcome: "holds" };
    },
  };

  it("take part with the same face", () => {
    const result = validate(seda2023, { rules: [noLicences], language: "en" });
    expect(result.findings).toMatchObject([
      { rule: "own.licences", code: "check.violated", severity: "warning", actual: 1110, message: "1110 licences" },
    ]);
    expect(result.status).toBe("balanced");
    expect(validate({ edition: "2021" } as Draft, { rules: [noLicences] }).verdicts.at(-1)).toEqual({
      rule: "own.licences",
      severity: "warning",
      outcome: "undetermined",
    });
    expect(validate(seda2023, { rules: [noLicences], profile: { own: "error" } }).status).toBe("unbalanced");
  });

  it("are refused if they read a figure that the form does not have", () => {
    const lost = { ...noLicences, cells: ["requests.granted.person"] };
    expect(() => validate(seda2023, { rules: [lost] })).toThrow(expect.objectContaining({ code: "rule.unknownCell" }));
  });
});

it("changes nothing and always answers the same", { tags: "property" }, () => {
  fc.assert(
    fc.property(anyReport, (report: Report) => {
      const before = JSON.stringify(report);
      expect(validate(report)).toEqual(validate(report));
      expect(JSON.stringify(report)).toBe(before);
    }),
    { numRuns: 10 },
  );
});

it("checks a draft of nothing", () => {
  for (const edition of editionIds) {
    const { counts, status } = validate({ edition });
    expect(counts).toEqual({ holds: 0, violated: 0, undetermined: ownRules(edition).length });
    expect(status).toBe("undetermined");
  }
});
