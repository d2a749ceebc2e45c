import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Consolidation,
  consolidate,
  consolidateTree,
  consolidator,
  contributionsTo,
  MAX_NAMED_UNITS,
  type ReportNode,
  treeContributionsTo,
  validateLevel,
} from "../../src/consolidation.js";
import { DisclosureReportError, type Draft } from "../../src/index.js";
import { figureIn } from "../../src/report/figures.js";
import { linesOf, referenceTree } from "./treeReference.js";

const ADDRESS = "requests.received.total";
const FEE = "disclosure.administrativeFees.feesCollected";
const SEED = 20_261_128;
/** Thousands are run by `npm run test:references`. */
const RUNS = Number(process.env["RUNS"] ?? 150);

/** What a report may be: of this year, last year or none; on either form; of an agency with a code, a name, or nothing. */
const report = (names: fc.Arbitrary<string | null>, years: readonly (number | undefined)[]): fc.Arbitrary<Draft> =>
  fc
    .record({
      edition: fc.oneof(
        { weight: 12, arbitrary: fc.constant("2021" as const) },
        { weight: 1, arbitrary: fc.constant("2019" as const) },
      ),
      year: fc.constantFrom(...years),
      name: names,
      code: fc.oneof(
        { weight: 5, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom("code1", "code2", "code3") },
      ),
      total: fc.constantFrom(0, 1, 2, 3, 5, 8, null, Number.MAX_SAFE_INTEGER, -1, 1.5),
      fee: fc.constantFrom("0", "0.000001", "38.09533", "999999999.999999"),
    })
    .map(({ edition, year, name, code, total, fee }) => {
      const agency = {
        ...(name === null ? {} : { name }),
        ...(code === undefined ? {} : { unifiedSocialCreditCode: code }),
      };
      return {
        edition,
        ...(year === undefined ? {} : { year }),
        ...(name === null && code === undefined ? {} : { agency }),
        requests: { received: { total } },
        ...(edition === "2021" ? { disclosure: { administrativeFees: { feesCollected: fee } } } : {}),
      } as Draft;
    });

interface Plain {
  readonly own?: Draft;
  readonly published?: Draft;
  readonly children?: readonly Plain[];
  readonly expected?: readonly string[];
}

/** Ragged trees: units with and without figures of their own, with none below them, with one, with several. */
function trees(draft: fc.Arbitrary<Draft>): fc.Arbitrary<Plain> {
  const { unit } = fc.letrec<{ node: Plain; unit: Plain }>((tie) => ({
    node: fc.oneof({ depthSize: "medium", withCrossShrink: true }, fc.record({ own: draft }), tie("unit")),
    unit: fc.record(
      {
        own: draft,
        published: draft.map((one) => ({ ...one, agency: { name: `联合体${one.year}` } })),
        children: fc.array(tie("node"), { maxLength: 4 }),
        expected: fc.subarray(["甲", "乙", "丙", "丁"], { maxLength: 2 }),
      },
      { requiredKeys: ["children"] },
    ),
  }));
  return unit;
}

/** The tree as it is given: units by name are told apart from leaves, so that none stands for a unit that is there already. */
function distinct(node: Plain, path = ""): Plain {
  const { children } = node;
  const coat = (draft: Draft | undefined): Draft | undefined =>
    draft === undefined || children === undefined || path === ""
      ? draft
      : ({ ...draft, agency: { name: `单位${path}` } } as Draft);
  const [own, published] = [coat(node.own), coat(node.published)];
  return {
    ...(own === undefined ? {} : { own }),
    ...(published === undefined ? {} : { published }),
    ...(node.expected === undefined ? {} : { expected: node.expected }),
    ...(children === undefined ? {} : { children: children.map((child, i) => distinct(child, `${path}.${i}`)) }),
  };
}

/** The same tree, read once only. */
function lazily({ children, ...rest }: Plain): ReportNode {
  function* below(): Generator<ReportNode> {
    for (const child of children ?? []) yield lazily(child);
  }
  return children === undefined ? rest : { ...rest, children: below() };
}

const LEFT_OUT = ["otherYear", "otherEdition", "doubled", "sameName", "isParent"];

function leftOutOf({ findings }: Consolidation): readonly string[] {
  return findings.flatMap(({ code, reports }) => {
    const why = code.split(".")[1] ?? "";
    if (!LEFT_OUT.includes(why)) return [];
    const ref = reports.at(-1);
    const name = [...(ref?.under ?? []), ref?.agency ?? ""].join("/");
    return [`${why === "doubled" || why === "sameName" ? "again" : why} ${name} ${ref?.year ?? ""}`];
  });
}

describe("any tree", () => {
  const pool = fc.constantFrom("甲", "乙", "丙", "丁", "戊", null);

  it.each([
    ["year and edition named, years that differ", [2023, 2023, 2022], { edition: "2021", year: 2023 } as const],
    ["nothing named, years that differ", [2023, 2023, 2022], {}],
    ["nothing named, years that differ or are not stated", [2023, 2022, undefined], {}],
    ["year named, years that are not stated", [2023, undefined], { year: 2023 }],
    ["edition named", [2023, 2022], { edition: "2021" } as const],
  ] as const)("is what a plain list of its reports says: %s", { tags: "property" }, (_, years, asked) => {
    fc.assert(
      fc.property(trees(report(pool, years)), (plain) => {
        const tree = distinct(plain);
        if (linesOf(tree).lines.length === 0) return;
        const expected = referenceTree(tree, asked);
        const result = consolidateTree(lazily(tree), asked);
        expect([result.draft.edition, result.draft.year]).toEqual([expected.edition, expected.year]);
        expect([result.reports, result.skipped]).toEqual([expected.reports, expected.skipped]);
        expect(leftOutOf(result)).toEqual(expected.leftOut);
        const parts = treeContributionsTo(ADDRESS, lazily(tree), asked);
        expect(parts.map(({ value }) => value)).toEqual(expected.contributions);
        if (expected.reports === 0) return;
        expect(result.missing).toEqual(expected.missing);
        const figure = (address: string) => result.figures.find((one) => one.address === address);
        expect(BigInt(figure(ADDRESS)?.sum ?? "")).toBe(expected.sum);
        expect(figure(ADDRESS)?.blanks).toBe(expected.blanks);
        if (expected.edition === "2021") {
          const [whole = "0", decimals = ""] = String(figure(FEE)?.sum).split(".");
          expect(BigInt(whole + decimals.padEnd(6, "0"))).toBe(expected.fen);
        }
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it("says what consolidate says of the list of its reports, where agencies differ", { tags: "property" }, () => {
    fc.assert(
      fc.property(trees(report(fc.constant(null), [2023, 2023, 2022, undefined])), (plain) => {
        let count = 0;
        const renamed = (own: Draft): Draft => {
          count += 1;
          return { ...own, agency: { name: `机关${count}`, unifiedSocialCreditCode: `${count}` } } as Draft;
        };
        const rename = (node: Plain): Plain => ({
          ...(node.own === undefined ? {} : { own: renamed(node.own) }),
          ...(node.children === undefined ? {} : { children: node.children.map(rename) }),
        });
        const tree = rename(plain);
        const { lines } = linesOf(tree);
        const [first, ...rest] = lines.map(({ draft }) => draft);
        if (first === undefined) return;
        const flat = tree.own === undefined ? consolidate([first, ...rest]) : consolidate(rest, first);
        const result = consolidateTree(lazily(tree));
        const plainly = ({ draft, figures, reports, missing, findings }: Consolidation) => ({
          draft: { ...draft, agency: null },
          figures: figures.map(({ address, sum, blanks, firstBlank }) => [address, sum, blanks, firstBlank?.agency]),
          reports,
          missing,
          findings: findings
            .filter(({ code }) => code !== "consolidation.nothingBelow")
            .map(({ code, path, reports: of, expected, actual }) => [
              code,
              path,
              expected,
              actual,
              of.map(({ agency }) => agency),
            ]),
        });
        expect(plainly(result)).toEqual(plainly(flat));
        const stream = consolidator();
        if (tree.own !== undefined) stream.addOwn(first);
        for (const draft of tree.own === undefined ? [first, ...rest] : rest) stream.add(draft);
        expect(stream.result()).toEqual(flat);
        const [children, own] = tree.own === undefined ? [[first, ...rest], undefined] : [rest, first];
        expect(treeContributionsTo(ADDRESS, lazily(tree)).map(({ report: of, value }) => [of.agency, value])).toEqual(
          contributionsTo(ADDRESS, children, own).map(({ report: of, value }) => [of.agency, value]),
        );
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

const small = (name: string | null, total: number, more: object = {}): Draft =>
  ({
    edition: "2021",
    year: 2023,
    ...(name === null ? {} : { agency: { name } }),
    requests: { received: { total } },
    ...more,
  }) as Draft;

const sumOf = ({ draft }: Consolidation) => figureIn(draft, ADDRESS);
/** Codes of findings that are not about what the small reports do not state, with the reports named. */
const said = ({ findings }: Consolidation) =>
  findings
    .filter(({ code }) => code !== "consolidation.blank")
    .map(({ code, reports }) => [
      code.split(".")[1],
      ...reports.map(({ under = [], agency, index }) => [...under, agency ?? index].join("/")),
    ]);

describe("agencies that come twice", () => {
  it("by name within one unit, at every level; townships of one name in two counties are two", () => {
    const county = (name: string, ...towns: readonly Draft[]): ReportNode => ({
      own: small(name, 0),
      children: towns.map((own) => ({ own })),
    });
    const result = consolidateTree({
      children: [
        county("东县", small("城关镇", 1), small("城关镇", 2)),
        county("西县", small("城关镇", 4)),
        { own: small("丙", 8) },
      ],
    });
    expect(sumOf(result)).toBe(13);
    expect([result.reports, result.skipped]).toEqual([5, 1]);
    expect(said(result)).toEqual([["sameName", "东县/城关镇", "东县/城关镇"]]);
    expect(result.findings[0]?.message).toBe(
      "东县／城关镇2023年与东县／第1份机关名称相同而数字不同，无法判断是否为同一机关，未予计入。请补充统一社会信用代码或行政区划代码。",
    );
  });

  it("by code, wherever in the tree", () => {
    const coded = (name: string, total: number) => ({
      own: small(name, total, { agency: { name, unifiedSocialCreditCode: "11110000000000000X" } }),
    });
    const result = consolidateTree({
      children: [
        { own: small("东县", 0), children: [coded("甲局", 1)] },
        { own: small("西县", 0), children: [coded("甲局（新）", 2)] },
      ],
    });
    expect(sumOf(result)).toBe(1);
    expect(said(result)).toEqual([["doubled", "东县/甲局", "西县/甲局（新）"]]);
  });

  it("the report of a unit among those below it", () => {
    const result = consolidateTree({
      children: [{ published: small("东县", 3), children: [{ own: small("东县", 3) }, { own: small("甲镇", 3) }] }],
    });
    expect(sumOf(result)).toBe(3);
    expect(said(result)).toEqual([["isParent", "东县/东县"]]);
    expect(result.skipped).toBe(0);
  });

  it("a unit's report with everything in it, and what is below the unit besides", () => {
    const unit: ReportNode = { published: small("东县", 3), children: [{ own: small("甲镇", 1) }, { own: small("乙镇", 2) }] };
    const before = consolidateTree({ children: [{ own: small("东县", 3) }, unit, { own: small("西县", 4) }] });
    expect(sumOf(before)).toBe(7);
    expect(said(before)).toEqual([["unitDoubled", "东县", "东县"]]);
    expect(before.skipped).toBe(2);
    const after = consolidateTree({ children: [unit, { own: small("东县", 3) }, { own: small("西县", 4) }] });
    expect(sumOf(after)).toBe(7);
    expect(said(after)).toEqual([["doubled", "东县", "东县"]]);
    expect(treeContributionsTo(ADDRESS, { children: [{ own: small("东县", 3) }, unit] }).map(({ value }) => value)).toEqual([3]);
  });

  it("one unit given in two pieces is one unit", () => {
    const piece = (...towns: readonly Draft[]): ReportNode => ({
      published: small("东县", 9),
      children: towns.map((own) => ({ own })),
    });
    const result = consolidateTree({ children: [piece(small("甲镇", 1)), piece(small("乙镇", 2), small("甲镇", 1))] });
    expect(sumOf(result)).toBe(3);
    expect(said(result)).toEqual([["doubled", "东县/甲镇", "东县/甲镇"]]);
  });

  it("in a stream, too", () => {
    const sums = consolidator();
    expect([sums.add(small("甲", 1)), sums.add(small("甲", 2)), sums.add(small("乙", 4))]).toEqual([true, false, true]);
    expect(sumOf(sums.result())).toBe(5);
    expect(said(sums.result())).toEqual([["sameName", "甲", "甲"]]);
    const level = sums.result();
    const above = consolidator();
    expect([above.addLevel(level), above.add(small("丙", 8))]).toEqual([true, true]);
    expect(said(above.result())).toEqual([["sameName", "0/甲", "0/甲"]]);
    const county = consolidator({ agency: { name: "东县" }, year: 2023 });
    county.add(small("甲镇", 1, { year: 2022 }));
    county.add(small("乙镇", 2));
    const province = consolidator({ language: "en" });
    province.addLevel(county.result());
    expect(province.result().findings[0]).toMatchObject({
      code: "consolidation.otherYear",
      reports: [{ agency: "甲镇", under: ["东县"] }],
      message: "The year of 东县 / 甲镇 2022 is 2022, not 2023: it was left out. Replace it by the report for that year.",
    });
    expect(province.result().skipped).toBe(1);
    const named = consolidator({ agency: { name: "东县" } });
    named.add(small("甲", 1));
    const city = consolidator();
    expect([city.addLevel(named.result()), city.addLevel(named.result()), city.add(small("东县", 1))]).toEqual([
      true,
      false,
      false,
    ]);
    expect(sumOf(city.result())).toBe(1);
    expect(said(city.result())).toEqual([
      ["doubled", "东县", "东县"],
      ["doubled", "东县", "东县"],
    ]);
  });

  it.each([
    ["the one without a year comes first", [undefined, 2023], 1],
    ["it comes last", [2023, undefined], 1],
    ["it stands beside one of another year", [2022, undefined], 2],
    ["it stands between two", [2022, undefined, 2023], 2],
  ] as const)("where one states no year: %s", (_, years, taken) => {
    const drafts = years.map((year, i) => small("甲", i + 1, year === undefined ? { year: undefined } : { year }));
    const others = [small("乙", 0), small("丙", 0)];
    const result = consolidate([...drafts, ...others]);
    expect(result.draft.year).toBe(2023);
    expect(sumOf(result)).toBe(taken);
    expect(result.reports + result.skipped).toBe(drafts.length + 2);
  });
});

describe("the year of a tree", () => {
  const leaf = (name: string, total: number, year: number): ReportNode => ({ own: small(name, total, { year }) });

  it("is that of most reports, not of the first, whichever unit they are below", () => {
    const tree: ReportNode = {
      children: [
        { children: [leaf("甲", 1, 2022), leaf("乙", 2, 2022)] },
        leaf("丙", 4, 2023),
        { children: [leaf("丁", 8, 2023), leaf("戊", 16, 2023)] },
      ],
    };
    const years: unknown[] = [];
    const result = consolidateTree(tree, { visit: (_, level) => years.push(level.draft.year) });
    expect(years).toEqual([2022, 2023, 2023]);
    expect([result.draft.year, sumOf(result), result.skipped]).toEqual([2023, 28, 2]);
    expect(said(result)).toEqual([
      ["otherYear", "0/甲"],
      ["otherYear", "0/乙"],
    ]);
    expect(sumOf(consolidateTree(tree, { year: 2022 }))).toBe(3);
  });

  it("of a level is held against the report that a unit published", () => {
    const codes: string[] = [];
    consolidateTree(
      { children: [{ published: small("东县", 3, { year: 2023 }), children: [leaf("甲", 3, 2022)] }] },
      {
        visit: ({ published }, level) => {
          if (published === undefined) return;
          codes.push(
            ...validateLevel(published, level, { complete: true, profile: { "member.filled": "off" } }).findings.map(
              ({ code }) => code,
            ),
          );
        },
      },
    );
    expect(codes).toEqual(["consolidation.levelYear"]);
  });
});

describe("units", () => {
  it("say whom they miss, and whose own figures are another's", () => {
    const tree: ReportNode = {
      expected: ["东县", "南县"],
      children: [
        {
          published: small("东县", 1),
          expected: ["甲镇", "乙镇"],
          children: [{ own: small("甲镇", 1) }, { own: small("丙镇", 1) }],
        },
        { own: small("西县", 1), published: small("北县", 2), children: [{ own: small("丁镇", 1) }] },
      ],
    };
    const result = consolidateTree(tree);
    expect(result.missing).toEqual(["南县", "乙镇"]);
    expect(said(result)).toEqual([
      ["unexpected", "东县/丙镇"],
      ["ownOfOther", "北县", "西县"],
      ["unexpected", "西县"],
      ["missing"],
      ["missing"],
    ]);
    expect(result.findings.filter(({ code }) => code === "consolidation.missing").map(({ message }) => message)).toEqual([
      "缺少南县的报告，合计不完整。请补上。",
      "缺少东县／乙镇的报告，合计不完整。请补上。",
    ]);
  });

  it("are told by the lowest names only where there are many above", () => {
    let node: ReportNode = { own: small("甲", 1, { year: 2022 }) };
    for (let depth = 0; depth < 3 * MAX_NAMED_UNITS; depth += 1) node = { published: small(`单位${depth}`, 0), children: [node] };
    const { findings } = consolidateTree(node, { year: 2023, edition: "2021" });
    expect(findings[0]?.reports[0]?.under?.length).toBe(MAX_NAMED_UNITS);
    expect(findings[0]?.reports[0]?.under?.at(-1)).toBe("单位0");
  });

  it("are refused where one is in the tree twice, with its place, in both languages", () => {
    const town: ReportNode = { own: small("甲镇", 1) };
    const tree: ReportNode = { children: [{ published: small("东县", 1), children: [town] }, { children: [town] }] };
    const refusal = (language: "zh" | "en") => {
      try {
        consolidateTree(tree, { language });
      } catch (error) {
        return error instanceof DisclosureReportError ? [error.code, error.message] : [];
      }
      return [];
    };
    expect(refusal("zh")).toEqual([
      "consolidation.sharedNode",
      "第2个单位／甲镇在汇总树中出现不止一次，其报告会重复计入。请使每个单位只出现一次。",
    ]);
    expect(refusal("en")[1]).toBe(
      "unit 2 / 甲镇 is in the tree more than once, so its reports would be added twice. Give every unit one node, in one place.",
    );
  });
});
