import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Consolidation,
  consolidate,
  consolidateTree,
  consolidator,
  contributionsTo,
  levelRulesOf,
  MAX_NAMED_CONTRIBUTIONS,
  memberRules,
  type ReportNode,
  validateConsolidation,
  validateLevel,
} from "../../src/consolidation.js";
import { type Draft, describeForm, type EditionId, figuresOf, type Report, validate } from "../../src/index.js";
import { figureIn as figureAt } from "../../src/report/figures.js";
import { reports } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";

const YEAR = 2023;

/** Reports of one year and different agencies. */
function siblings(edition: EditionId, constraints: { minLength: number; maxLength: number }): fc.Arbitrary<readonly Report[]> {
  return fc
    .array(reports(edition) as fc.Arbitrary<Report>, constraints)
    .map((all) => all.map((report, i): Report => ({ ...report, year: YEAR, agency: { name: `第${i}县` } })));
}

const few = fc.constantFrom<EditionId>("2021", "2019").chain((edition) => siblings(edition, { minLength: 1, maxLength: 5 }));

/** One sum after another, without anything of the library but the figures. */
function expectedSums(all: readonly Draft[]): readonly bigint[] {
  const [first] = all;
  if (first === undefined) return [];
  const vectors = all.map(figuresOf);
  return describeForm(first.edition).cells.map(({ index }) =>
    vectors.reduce((sum, vector) => sum + BigInt(vector[index] ?? 0), 0n),
  );
}

/** A report with one figure changed. */
function withFigure(report: Draft, address: string, value: unknown): Draft {
  const [table = "", record = "", field = ""] = address.split(".");
  const copy = structuredClone(report) as unknown as Record<string, Record<string, Record<string, unknown>>>;
  copy[table] = { ...copy[table], [record]: { ...copy[table]?.[record], [field]: value } };
  return copy as unknown as Draft;
}

/** A report of which only one figure matters. */
function small(name: string, total: number | null, year = YEAR, edition: EditionId = "2021"): Draft {
  return withFigure({ edition, year, agency: { name } }, "requests.received.total", total);
}

describe("consolidate", () => {
  it("makes a parent that is the exact sum, balances, and that validateConsolidation has nothing to say of", {
    tags: "property",
  }, () => {
    fc.assert(
      fc.property(few, (all) => {
        const [own, ...children] = all;
        if (own === undefined) return;
        const { draft, findings, reports: counted, skipped } = consolidate(children, own);
        expect(findings).toEqual([]);
        expect([counted, skipped]).toEqual([all.length, 0]);
        expect([...figuresOf(draft)].map(BigInt)).toEqual(expectedSums(all));
        expect(validate(draft).status).toBe("balanced");
        const checked = validateConsolidation(draft, children, { complete: true, own });
        expect(checked.findings).toEqual([]);
        expect(checked.status).toBe("balanced");
        expect(
          validateConsolidation(draft, children, { complete: false }).findings.filter(
            ({ code }) => code !== "consolidation.empty",
          ),
        ).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("tells what each report contributes to a figure, and they add up", { tags: "property" }, () => {
    fc.assert(
      fc.property(few, fc.nat(1000), (all, pick) => {
        const [own, ...children] = all;
        if (own === undefined) return;
        const { cells } = describeForm(own.edition);
        const cell = cells[pick % cells.length];
        if (cell === undefined) return;
        const parts = [...contributionsTo(cell.address, children, own)];
        expect(parts.map(({ own: isOwn, report }) => [isOwn, report.index])).toEqual([
          [true, null],
          ...children.map((_, i) => [false, i]),
        ]);
        expect(parts.map(({ value }) => value)).toEqual(all.map((report) => figureAt(report, cell.address)));
      }),
      { numRuns: 40 },
    );
  });

  it("leaves out, and names, what does not belong", () => {
    const children = [small("甲", 1), small("乙", 2, 2022), small("丙", 4, YEAR, "2019"), small("甲 ", 8), small("丁", 16)];
    const { draft, reports: counted, skipped, findings } = consolidate(children, undefined, { edition: "2021", year: YEAR });
    expect(figureAt(draft, "requests.received.total")).toBe(17);
    expect([counted, skipped]).toEqual([2, 3]);
    expect(
      findings
        .filter(({ severity }) => severity === "error")
        .map(({ rule, reports: of }) => [rule, of.map(({ index }) => index)]),
    ).toEqual([
      ["member.sameYear", [1]],
      ["member.sameEdition", [2]],
    ]);
    expect(findings.find(({ rule }) => rule === "member.distinct")).toMatchObject({
      severity: "warning",
      reports: [{ index: 0 }, { index: 3 }],
    });
    expect([...contributionsTo("requests.received.total", children)].map(({ report }) => report.index)).toEqual([0, 4]);
  });

  it("takes a report with the same figures under one name for the same report, and says that", () => {
    const { reports: counted, findings } = consolidate([small("甲", 1), small("甲 ", 1)]);
    expect(counted).toBe(1);
    expect(findings.find(({ severity }) => severity === "error")).toMatchObject({ rule: "member.unique" });
  });

  it("does not add the parent's report, where it stands among the others, to itself", () => {
    const children = [small("甲", 3), small("某市", 7), small("乙", 4)];
    const { status, findings, level } = validateConsolidation(small("某市", 7), children, { complete: true });
    expect([level.reports, level.skipped]).toEqual([2, 0]);
    expect(figureAt(level.draft, "requests.received.total")).toBe(7);
    expect(findings.find(({ rule }) => rule === "member.below")).toMatchObject({
      code: "consolidation.isParent",
      severity: "warning",
      reports: [{ index: 1 }],
    });
    expect(status).toBe("undetermined");
    const own = { ...small("某市", 5), agency: { name: "某市" } } as Draft;
    expect(consolidate(children, own)).toMatchObject({ reports: 3, skipped: 0 });
  });

  it("notices own figures of another agency", () => {
    const checked = (name: string) =>
      validateConsolidation(small("某市", 4), [small("甲", 3)], { complete: true, own: small(name, 1) });
    expect(checked("另一市").findings.find(({ rule }) => rule === "member.own")?.severity).toBe("warning");
    expect(checked("某市").findings.find(({ rule }) => rule === "member.own")).toBeUndefined();
  });

  it("takes year and form of most reports where none is named, and those named or of the own figures before them", () => {
    const stray = [small("甲", 1, 2022, "2019"), small("乙", 2), small("丙", 4), small("丁", 8, 2022)];
    const sums = (options: Parameters<typeof consolidate>[2], own?: Draft) => {
      const { draft, reports: counted, skipped } = consolidate(stray, own, options);
      return [draft.edition, draft.year, counted, skipped];
    };
    expect(sums({})).toEqual(["2021", YEAR, 2, 2]);
    expect(sums({ year: 2022 })).toEqual(["2021", 2022, 1, 3]);
    expect(sums({ edition: "2019" })).toEqual(["2019", 2022, 1, 3]);
    expect(sums({}, small("某市", 0, 2022))).toEqual(["2021", 2022, 2, 3]);
    expect(consolidate([small("甲", 1, 2022), small("乙", 2)]).draft.year).toBe(2022);
    expect([...contributionsTo("requests.received.total", stray)].map(({ report }) => report.index)).toEqual([1, 2]);
  });

  it("takes agencies of one name for different ones if a code says so", () => {
    const town = (regionCode: string): Draft => ({ ...small("城关镇", 1), agency: { name: "城关镇", regionCode } });
    expect(consolidate([town("110101001"), town("110102001"), town("110101001")]).reports).toBe(2);
  });

  it("names the agencies that were expected and are not there, and those that were not expected", () => {
    const { missing, findings } = consolidate([small("甲", 1), small("丁", 1)], undefined, { expected: ["甲", "乙", "丙"] });
    expect(missing).toEqual(["乙", "丙"]);
    const about = findings.filter(({ code }) => code !== "consolidation.blank");
    expect(about.map(({ rule }) => rule)).toEqual(["member.expected", "member.present", "member.present"]);
  });

  it("never takes a blank for 0", () => {
    const { draft, figures, findings } = consolidate([
      small("甲", 3),
      small("乙", null),
      { edition: "2021", year: YEAR, agency: { name: "丙" } },
    ]);
    const address = "requests.received.total";
    expect(figureAt(draft, address)).toBeNull();
    const figure = figures.find((candidate) => candidate.address === address);
    expect(figure).toMatchObject({ sum: 3, blanks: 2, firstBlank: { index: 1, agency: "乙" } });
    const found = findings.find(({ path }) => path === address);
    expect(found).toMatchObject({ code: "consolidation.blank", severity: "warning", rule: "member.filled" });
    expect(findings.length).toBe(describeForm("2021").cells.length);
  });

  it("never adds what is no figure", () => {
    for (const value of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60, "4", "constructor"]) {
      const { draft } = consolidate([small("甲", 3), withFigure(small("乙", 0), "requests.received.total", value)]);
      expect([value, figureAt(draft, "requests.received.total")]).toEqual([value, null]);
    }
  });

  it("adds exactly beyond the safe integers, and says that no report can state it", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const { draft, figures, findings } = consolidate([small("甲", most), small("乙", most), small("丙", 3)]);
    expect(figures.find(({ address }) => address === "requests.received.total")?.sum).toBe(String(2n * BigInt(most) + 3n));
    expect(figureAt(draft, "requests.received.total")).toBeNull();
    expect(findings.find(({ code }) => code === "consolidation.tooLarge")).toMatchObject({
      severity: "error",
      path: "requests.received.total",
    });
  });

  it("adds amounts to the fen", () => {
    const address = "disclosure.administrativeFees.feesCollected";
    const fee = (name: string, amount: string) => withFigure(small(name, 0), address, amount);
    const sum = (...amounts: readonly string[]) =>
      figureAt(consolidate(amounts.map((amount, i) => fee(String(i), amount))).draft, address);
    expect(sum("0.1", "0.2")).toBe("0.3");
    expect(sum("38.09533", "96171.6", "0.000001")).toBe("96209.695331");
    expect(sum("12.50", "0.50")).toBe("13");
    expect(sum("0")).toBe("0");
    expect(sum(...Array<string>(5).fill("199999999.999999"))).toBe("999999999.999995");
    expect(sum(...Array<string>(6).fill("199999999.999999"))).toBeNull();
  });

  it("says that there is nothing to add up", () => {
    const { draft, reports: counted, findings } = consolidate([], undefined, { edition: "2021" });
    expect([counted, draft.requests]).toEqual([0, undefined]);
    expect(findings.map(({ code }) => code)).toEqual(["consolidation.empty"]);
  });

  it.each([
    ["a list", () => consolidate([])],
    ["a stream", () => consolidator({ year: 2023 }).result()],
    ["a tree", () => consolidateTree({ children: [] })],
  ])("takes no edition out of the air: %s without reports has to name one", (_, add) => {
    expect(add).toThrow(expect.objectContaining({ code: "consolidation.noEdition" }));
  });

  it("refuses the contributions to a figure that no form has", () => {
    expect(() => contributionsTo("requests.nothing.total", [])).toThrowError(
      expect.objectContaining({ code: "consolidation.unknownCell" }),
    );
  });
});

describe("validateConsolidation", () => {
  it("names exactly the parent's figure that a child's changed figure goes into", { tags: "property" }, () => {
    fc.assert(
      fc.property(
        few,
        fc.nat(10_000),
        fc.nat(10),
        fc.integer({ min: 1, max: 99 }),
        fc.boolean(),
        (all, pick, which, by, more) => {
          const parent: Draft = { ...consolidate(all).draft, agency: { name: "某市" } } as Draft;
          const { cells } = describeForm(parent.edition);
          const cell = cells[pick % cells.length];
          const at = which % all.length;
          const child = all[at];
          if (cell === undefined || child === undefined) return;
          const changed = all.map((report, i) => (i === at ? shifted(report, cell.address, more ? by : -by) : report));
          const before = figureAt(child, cell.address);
          const after = figureAt(changed[at] as Draft, cell.address);
          const complete = validateConsolidation(parent, changed, { complete: true });
          expect(complete.findings.map(({ path, rule }) => [path, rule])).toEqual(
            before === after ? [] : [[cell.address, `level.${cell.address}`]],
          );
          const [found] = complete.findings;
          if (found !== undefined) {
            expect(found.cells[0]).toMatchObject({ address: cell.address, report: { index: null } });
            const named = found.cells.slice(1).map(({ report, value }) => [report.index, value]);
            expect(named).toEqual(
              changed.flatMap((report, i) =>
                Number(figureAt(report, cell.address)) === 0 ? [] : [[i, figureAt(report, cell.address)]],
              ),
            );
          }
          const partial = validateConsolidation(parent, changed, { complete: false });
          const tooLittle = Number(after) > Number(before) && cell.unit !== "change";
          expect(partial.findings.map(({ path }) => path)).toEqual(tooLittle ? [cell.address] : []);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("does not demand the sum of a set that turns out not to be complete", () => {
    const children = [small("甲", 3), small("乙", 4, 2022)];
    const of = (total: number, expected?: readonly string[]) => {
      const options = expected === undefined ? { complete: true } : { complete: true, expected };
      const { verdicts, findings, status } = validateConsolidation(
        small("某市", total),
        children.slice(0, expected === undefined ? 2 : 1),
        options,
      );
      const rules = findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
      return [verdicts.find(({ rule }) => rule === "level.requests.received.total")?.outcome, rules, status];
    };
    expect(of(7)).toEqual(["undetermined", ["member.sameYear"], "unbalanced"]);
    expect(of(2)).toEqual(["violated", ["member.sameYear", "level.requests.received.total"], "unbalanced"]);
    expect(of(7, ["甲", "丙"])).toEqual(["undetermined", ["member.present"], "unbalanced"]);
  });

  it("only remarks on a missing report where some are missing anyway", () => {
    const { findings } = validateConsolidation(small("某市", 7), [small("甲", 3)], { complete: false, expected: ["甲", "乙"] });
    expect(findings.find(({ rule }) => rule === "member.present")?.severity).toBe("advice");
  });

  it("knows that too little is too little, whatever is blank", () => {
    const outcome = (total: number | null, complete: boolean) =>
      validateConsolidation(small("某市", total), [small("甲", 5), small("乙", null)], { complete }).verdicts.find(
        ({ rule }) => rule === `${complete ? "level" : "levelPart"}.requests.received.total`,
      )?.outcome;
    for (const complete of [true, false]) {
      expect([4, 5, 6, null].map((total) => outcome(total, complete))).toEqual([
        "violated",
        "undetermined",
        "undetermined",
        "undetermined",
      ]);
    }
  });

  it("does not call a signed figure too small where something is unknown: that may be negative", () => {
    const address = "disclosure.administrativeFees.change";
    const signed = (name: string, value: number | null, year = YEAR) => withFigure(small(name, 0, year, "2019"), address, value);
    const outcome = (...children: readonly Draft[]) =>
      validateConsolidation(signed("某市", 1), children, { complete: true }).verdicts.find(
        ({ rule }) => rule === `level.${address}`,
      )?.outcome;
    expect(outcome(signed("甲", 5), signed("乙", -4))).toBe("holds");
    expect(outcome(signed("甲", 5), signed("乙", -5))).toBe("violated");
    expect(outcome(signed("甲", 5), signed("乙", null))).toBe("undetermined");
    expect(outcome(signed("甲", 5), signed("乙", -4, 2022))).toBe("undetermined");
  });

  it("has no rule for signed figures where some reports are missing", () => {
    const signed = (edition: EditionId, complete: boolean) =>
      levelRulesOf(edition, { complete }).filter(({ id }) => id.endsWith(".change"));
    expect(signed("2019", true).length).toBe(5);
    expect(signed("2019", false)).toEqual([]);
  });

  it("names at most so many children, and lets a profile re-level", () => {
    const children = Array.from({ length: MAX_NAMED_CONTRIBUTIONS + 5 }, (_, i) => small(`第${i}县`, 1));
    const options = { complete: true, profile: { level: "warning" as const, "member.filled": "off" as const } };
    const { findings, status } = validateConsolidation(small("某市", 1), children, options);
    expect(findings.map(({ severity, difference }) => [severity, difference])).toEqual([["warning", -24]]);
    expect(findings[0]?.cells.length).toBe(1 + MAX_NAMED_CONTRIBUTIONS);
    // What is left of severity error, the rules about the reports, holds.
    expect(status).toBe("balanced");
  });

  it("says where the parent's figure stands in its document", () => {
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
    const options = {
      complete: true,
      places: { "requests.received.total": place },
      profile: { member: "off" as const },
    };
    const { findings } = validateConsolidation(small("某市", 1), [small("甲", 2)], options);
    expect(findings.map(({ cells }) => cells.map((cell) => cell.place))).toEqual([[place, null]]);
  });

  it("calls everything undetermined where there are no children", () => {
    for (const complete of [true, false]) {
      const { counts, status, findings } = validateConsolidation(small("某市", 1), [], { complete });
      expect(counts).toEqual({ holds: 0, violated: 0, undetermined: 200 + Object.keys(memberRules).length });
      expect(status).toBe("undetermined");
      expect(findings.map(({ code, severity }) => [code, severity])).toEqual([["consolidation.empty", "warning"]]);
    }
  });
});

/** The report with a figure changed by so much, as far as it stays a figure. */
function shifted(report: Draft, address: string, by: number): Draft {
  const cell = describeForm(report.edition).byAddress[address];
  const value = figureAt(report, address);
  if (cell?.unit === "amount") {
    const [whole = "0", decimals = ""] = String(value).split(".");
    const changed = Math.max(0, Number(whole) + by);
    return withFigure(report, address, decimals === "" ? String(changed) : `${changed}.${decimals}`);
  }
  return withFigure(report, address, cell?.unit === "change" ? Number(value) + by : Math.max(0, Number(value) + by));
}

interface Tree {
  readonly own: Report;
  readonly children: readonly Tree[];
}

/** Trees of reports of one year and different agencies. */
const trees: fc.Arbitrary<Tree> = fc
  .letrec<{ tree: Tree }>((tie) => ({
    tree: fc.record({
      own: (reports("2021") as fc.Arbitrary<Report>).map((report): Report => ({ ...report, year: YEAR })),
      children: fc.oneof({ depthSize: "small", withCrossShrink: true }, fc.constant([]), fc.array(tie("tree"), { maxLength: 3 })),
    }),
  }))
  .tree.map((tree) => named(tree, "某市"));

function named({ own, children }: Tree, name: string): Tree {
  return { own: { ...own, agency: { name } }, children: children.map((child, i) => named(child, `${name}${i}`)) };
}

function all(tree: Tree): readonly Report[] {
  return [tree.own, ...tree.children.flatMap(all)];
}

/** The tree with its children given out one by one. */
function* lazily(children: readonly Tree[]): Generator<ReportNode> {
  for (const { own, children: below } of children) yield below.length === 0 ? { own } : { own, children: lazily(below) };
}

describe("consolidateTree", () => {
  it("adds up every report of a tree, and every level is the sum of the levels below", { tags: "property" }, () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const levels: Consolidation[] = [];
        const root = consolidateTree(
          { own: tree.own, children: lazily(tree.children) },
          { visit: (_, level) => levels.push(level) },
        );
        expect([...figuresOf(root.draft)].map(BigInt)).toEqual(expectedSums(all(tree)));
        expect([root.reports, root.skipped, root.findings]).toEqual([all(tree).length, 0, []]);
        expect(levels.at(-1)).toEqual(root);
        expect(validateLevel(root.draft, root, { complete: true }).status).toBe("balanced");
        for (const level of levels) expect(validate(level.draft).counts.violated).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it("gives the sums and blanks of the flat list of its reports, whatever is blank or too large", { tags: "property" }, () => {
    const figure = fc.oneof(fc.nat(9), fc.constant(null), fc.constant(Number.MAX_SAFE_INTEGER));
    const shape = fc.array(fc.array(fc.array(figure, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(shape, (counties) => {
        const draftOf = (total: number | null) => ({ edition: "2021", year: YEAR, requests: { received: { total } } }) as const;
        const tree = consolidateTree({
          children: counties.map((towns) => ({
            children: towns.map((offices) => ({ children: offices.map((total) => ({ own: draftOf(total) })) })),
          })),
        });
        const flat = consolidate(counties.flat(2).map(draftOf));
        const plain = ({ figures }: Consolidation) => figures.map(({ address, sum, blanks }) => [address, sum, blanks]);
        expect(plain(tree)).toEqual(plain(flat));
        expect(tree.draft).toEqual(flat.draft);
        expect([tree.reports, tree.skipped, tree.missing]).toEqual([flat.reports, flat.skipped, flat.missing]);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it("refuses a node that is in the tree twice, or below itself", () => {
    let shared: ReportNode = { own: small("甲", 1) };
    for (let depth = 0; depth < 60; depth += 1) shared = { children: [shared, shared] };
    const below: ReportNode[] = [];
    const cycle: ReportNode = { children: below };
    below.push(cycle);
    for (const root of [shared, cycle]) {
      expect(() => consolidateTree(root)).toThrow(expect.objectContaining({ code: "consolidation.sharedNode" }));
    }
  });

  it("lets every published report be checked against the sum of what is below it, and adds none of them", () => {
    const county = (name: string, published: number): ReportNode => ({
      published: small(name, published),
      children: [{ own: small("甲", 1) }, { own: small("乙", 2) }],
    });
    const seen: unknown[] = [];
    const root = consolidateTree(
      { children: [county("东县", 3), county("西县", 5)] },
      {
        visit: ({ published }, level, depth) => {
          const checked = published === undefined ? null : validateLevel(published, level, { complete: true });
          const wrong = checked?.verdicts.filter(({ rule, outcome }) => rule.startsWith("level.") && outcome === "violated");
          seen.push([depth, figureAt(level.draft, "requests.received.total"), wrong?.length]);
        },
      },
    );
    expect(seen).toEqual([
      [1, 3, 0],
      [1, 3, 1],
      [0, 6, undefined],
    ]);
    expect(root.reports).toBe(4);
  });

  it("says all the way up that something was left out", () => {
    const leaf = (total: number, year = YEAR): ReportNode => ({ own: small("甲", total, year) });
    const empty: ReportNode = {};
    const root = consolidateTree({ children: [leaf(1), { children: [leaf(2), leaf(4, 2022)] }, empty] }, { year: YEAR });
    expect(figureAt(root.draft, "requests.received.total")).toBe(3);
    expect([root.reports, root.skipped]).toEqual([2, 2]);
    expect(root.findings.map(({ code }) => code)).toContain("consolidation.nothingBelow");
    const { verdicts } = validateLevel(root.draft, root, { complete: true });
    expect(verdicts.filter(({ rule, outcome }) => rule.startsWith("level.") && outcome === "holds")).toEqual([]);
  });

  it("does not compare a level of another year or on another form, and says why", () => {
    const level = consolidateTree({ children: [{ own: small("甲", 3) }, { own: small("乙", 4) }] });
    for (const [parent, code] of [
      [small("某市", 5, 2022), "consolidation.levelYear"],
      [small("某市", 5, YEAR, "2019"), "consolidation.levelEdition"],
    ] as const) {
      const { findings, verdicts } = validateLevel(parent, level, { complete: true });
      expect(findings.filter(({ severity }) => severity === "error").map((found) => found.code)).toEqual([code]);
      expect(verdicts.filter(({ rule }) => rule.startsWith("level.")).every(({ outcome }) => outcome === "undetermined")).toBe(
        true,
      );
    }
  });

  it("remembers what is missing below: a parent that has it is not accused", () => {
    const county = consolidator({ edition: "2021", year: YEAR, expected: ["甲", "乙"] });
    county.add(small("甲", 3));
    const city = consolidator({ edition: "2021", year: YEAR });
    city.addLevel(county.result());
    expect(city.result().missing).toEqual(["乙"]);
    const outcome = (total: number) =>
      validateLevel(small("某市", total), city.result(), { complete: true }).verdicts.find(
        ({ rule }) => rule === "level.requests.received.total",
      )?.outcome;
    expect([2, 3, 7].map(outcome)).toEqual(["violated", "undetermined", "undetermined"]);
  });

  it("counts all reports of a branch that is left out", () => {
    const county = consolidator({ edition: "2021", year: 2022 });
    for (const name of ["甲", "乙", "丙"]) county.add(small(name, 1, 2022));
    const city = consolidator({ edition: "2021", year: YEAR });
    expect(city.addLevel(county.result())).toBe(false);
    expect(city.result().skipped).toBe(3);
  });

  it("goes through a tree as deep as memory allows", () => {
    let node: ReportNode = { own: seda2023 };
    for (let depth = 0; depth < 5000; depth += 1) node = { children: [node] };
    expect(consolidateTree(node)).toMatchObject({ reports: 1, findings: [], draft: { requests: seda2023.requests } });
  });

  it("asks for one report at a time and keeps none", () => {
    let alive = 0;
    let most = 0;
    function* wide(): Generator<ReportNode> {
      for (let i = 0; i < 1000; i += 1) {
        alive += 1;
        most = Math.max(most, alive);
        yield { own: small(`第${i}县`, 1) };
        alive -= 1;
      }
    }
    expect(figureAt(consolidateTree({ children: wide() }).draft, "requests.received.total")).toBe(1000);
    expect(most).toBe(1);
  });
});

describe("consolidator", () => {
  it("gives the sums so far at any time", () => {
    const sums = consolidator({ edition: "2021" });
    const total = () => figureAt(sums.result().draft, "requests.received.total");
    expect(total()).toBeNull();
    expect(sums.add(small("甲", 1))).toBe(true);
    expect(total()).toBe(1);
    expect(sums.addOwn(small("某市", 2))).toBe(true);
    expect(sums.add(small("乙", 4, 2020))).toBe(false);
    expect(total()).toBe(3);
    expect(sums.result().draft.agency?.name).toBe("某市");
  });
});
