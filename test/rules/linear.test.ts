import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeForm, figuresOf, type LinearRule, type LinearTerm, type Relation, type RuleOutcome } from "../../src/index.js";
import { componentsOf, isReckoned, LARGEST_FIGURE, singleChanges } from "../../src/rules/components.js";
import { ExactSums } from "../../src/rules/exactSums.js";
import {
  checkRule,
  compileLinear,
  domainOutcome,
  domainRuleOutcome,
  holds,
  type Known,
  knownIn,
  largestOf,
  linearOutcome,
  rightTermsOf,
  sidesOf,
  workOut,
} from "../../src/rules/linear.js";
import { ownRule as rule } from "./ownRule.js";

const form = describeForm("2021");
const A = "remedies.reconsideration.upheld";
const B = "remedies.reconsideration.corrected";
const C = "remedies.reconsideration.otherResult";
const MONEY = "disclosure.administrativeFees.feesCollected";
const MOST = Number.MAX_SAFE_INTEGER;

const signed = (...coefficients: readonly (1 | -1)[]): readonly LinearTerm[] =>
  coefficients.map((coefficient, i) => [coefficient, [A, B, C][i] ?? A, "this"]);

const term = (sign: 1 | -1, address: string): LinearTerm => [sign, address, "this"];

const RELATIONS: readonly Relation[] = ["=", "<=", ">="];
const compare = (relation: Relation, sum: bigint, constant: bigint): boolean =>
  relation === "=" ? sum === constant : relation === "<=" ? sum <= constant : sum >= constant;

describe("a linear rule of which some figures are only known to be no less", () => {
  const KNOWN: readonly Known[] = [0n, 1n, 3n].flatMap((value) => [true, false].map((exact) => ({ value, exact })));
  const SPREAD = 12n;

  /** What the rule comes to for every figure that could be meant. */
  function meant({ relation, constant, terms }: LinearRule, known: readonly Known[]): RuleOutcome {
    const said = new Set<boolean>();
    const walk = (at: number, sum: bigint): void => {
      const [coefficient] = terms[at] ?? [];
      const own = known[at];
      if (coefficient === undefined || own === undefined) {
        said.add(compare(relation, sum, BigInt(constant)));
        return;
      }
      for (let more = 0n; more <= (own.exact ? 0n : SPREAD); more += 1n)
        walk(at + 1, sum + BigInt(coefficient) * (own.value + more));
    };
    walk(0, 0n);
    return said.size === 2 ? "undetermined" : said.has(true) ? "holds" : "violated";
  }

  it.each(RELATIONS)("%s: holds or is violated exactly where all that can be meant says so", (relation) => {
    for (const terms of [signed(1), signed(-1), signed(1, 1), signed(1, -1), signed(-1, 1), signed(-1, -1)]) {
      for (const constant of [-1, 0, 2]) {
        for (const first of KNOWN) {
          for (const second of terms.length > 1 ? KNOWN : [first]) {
            const known = [first, second].slice(0, terms.length);
            const own = rule(terms, { relation, constant });
            const { outcome } = workOut(own, (term) => known[terms.indexOf(term)] ?? null);
            expect({ terms, constant, known, outcome }).toEqual({ terms, constant, known, outcome: meant(own, known) });
          }
        }
      }
    }
  });

  it("is undetermined, and says no sums, where a figure is not known at all", () => {
    const { outcome, left, right } = workOut(rule(signed(1, -1)), ([, address]) =>
      address === A ? { value: 5n, exact: true } : null,
    );
    expect([outcome, left, right]).toEqual(["undetermined", 0n, 0n]);
  });

  it("puts on the right what its statement has there, and the constant", () => {
    const figures: Readonly<Record<string, bigint>> = { [A]: 7n, [B]: 4n, [C]: 2n };
    const worked = (own: LinearRule) => workOut(own, ([, address]) => ({ value: figures[address] ?? 0n, exact: true }));
    expect(worked(rule(signed(1, -1, -1), { constant: 1 }))).toEqual({ outcome: "holds", left: 7n, right: 7n });
    expect(worked(rule(signed(1, -1, -1), { constant: 1, right: 1 }))).toEqual({ outcome: "holds", left: 3n, right: 3n });
    expect(worked(rule(signed(1, -1, -1), { right: 0 }))).toEqual({ outcome: "violated", left: 1n, right: 0n });
  });
});

describe("the sides of a statement", () => {
  it.each<readonly [(1 | -1)[], number]>([
    [[1], 0],
    [[-1], 0],
    [[1, 1], 0],
    [[1, -1], 1],
    [[1, -1, -1], 2],
    [[-1, -1, -1], 2],
    [[-1, 1, -1], 1],
    [[1, -1, 1], 0],
  ])("of %j: the last %i are on the right, with the other sign", (coefficients, right) => {
    const own = rule(signed(...coefficients));
    expect(rightTermsOf(own)).toBe(right);
    expect(rightTermsOf({ ...own, right: 1 })).toBe(1);
    const { left, right: others } = sidesOf(own);
    expect([...left, ...others.map(([coefficient, ...rest]) => [-coefficient, ...rest])]).toEqual(own.terms);
    expect(others).toHaveLength(right);
  });
});

describe("what a rule says of a vector of figures", () => {
  const at = (values: Readonly<Record<string, number>>): Float64Array => {
    const figures = figuresOf({ edition: "2021" });
    for (const [address, value] of Object.entries(values)) figures[form.byAddress[address]?.index ?? -1] = value;
    return figures;
  };
  const say = (own: LinearRule, figures: Float64Array) =>
    linearOutcome(form, compileLinear(form, own), figures, largestOf(figures));

  it("is exact at any size", { tags: "property" }, () => {
    const figure = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: MOST - 3, max: MOST }), fc.maxSafeInteger());
    fc.assert(
      fc.property(
        fc.tuple(figure, figure, figure),
        fc.constantFrom(...RELATIONS),
        figure,
        fc.tuple(...[0, 1, 2].map(() => fc.constantFrom<1 | -1>(1, -1))),
        ([a, b, c], relation, constant, coefficients) => {
          const own = rule(signed(...coefficients), { relation, constant });
          const sum = [a, b, c].reduce((total, value, i) => total + BigInt(coefficients[i] ?? 0) * BigInt(value), 0n);
          expect(say(own, at({ [A]: a, [B]: b, [C]: c }))).toBe(compare(relation, sum, BigInt(constant)) ? "holds" : "violated");
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each<readonly [string, Readonly<Record<string, number>>, RuleOutcome]>([
    ["equal", { [A]: 2, [B]: 2 }, "holds"],
    ["one less", { [A]: 1, [B]: 2 }, "violated"],
    ["a blank among them", { [A]: 2 }, "undetermined"],
    ["a blank beside what is too large", { [A]: MOST }, "undetermined"],
    ["a part of a whole number", { [A]: 1.5, [B]: 1.5 }, "undetermined"],
    ["sums that no number can tell apart", { [A]: MOST, [B]: MOST - 1 }, "violated"],
  ])("%s", (_, values, outcome) => {
    expect(say(rule(signed(1, -1)), at(values))).toBe(outcome);
  });

  it("does not take for equal what only rounding makes so", () => {
    const own = rule(signed(1, -1, -1), { constant: -2 });
    expect(say(own, at({ [A]: MOST, [B]: MOST, [C]: 1 }))).toBe("violated");
    expect(say(own, at({ [A]: MOST, [B]: MOST, [C]: 2 }))).toBe("holds");
  });

  it("knows of a figure its value, and nothing of a blank, of a part and of what the form does not have", () => {
    const known = knownIn(form, at({ [A]: 0, [B]: 7, [C]: 1.5 }));
    expect([A, B, C, "remedies.litigation.upheld", TOTAL].map(known)).toEqual([
      { value: 0n, exact: true },
      { value: 7n, exact: true },
      null,
      null,
      null,
    ]);
  });

  const TOTAL = "requests.received.total";

  it.each<readonly [readonly number[], number]>([
    [[], 0],
    [[Number.NaN], 0],
    [[3, -5, 4], 5],
    [[1, 2.5, 9], Number.POSITIVE_INFINITY],
    [[-0.5], Number.POSITIVE_INFINITY],
  ])("the largest size in %j is %d", (figures, largest) => {
    expect(largestOf(Float64Array.from(figures))).toBe(largest);
  });
});

describe("domains", () => {
  it.each<readonly [Parameters<typeof domainOutcome>[0], number, RuleOutcome]>([
    ["count", 0, "holds"],
    ["count", -1, "violated"],
    ["count", 1.5, "violated"],
    ["count", MOST + 1, "violated"],
    ["count", Number.NaN, "undetermined"],
    ["change", -1, "holds"],
    ["change", 0.5, "violated"],
    ["amount", 100, "holds"],
    ["amount", -100, "violated"],
  ])("as %s, %d: %s", (unit, figure, outcome) => {
    expect(domainOutcome(unit, figure)).toBe(outcome);
  });

  it.each<readonly [string, number | null, number, number, RuleOutcome]>([
    ["amount", 0, 6, 1, "holds"],
    ["amount", 0, 6, -1, "violated"],
    ["amount", null, 6, -1, "holds"],
    ["amount", 0, 2, 10_000, "holds"],
    ["amount", 0, 2, 10_001, "violated"],
    ["amount", 0, 0, 1_000_000, "holds"],
    ["amount", 0, 0, 500_000, "violated"],
    ["amount", 5, 6, 5, "holds"],
    ["amount", 5, 6, 4, "violated"],
    ["count", 5, 0, 5, "holds"],
    ["count", 5, 2, 6, "holds"],
    ["count", 5, 0, 4, "violated"],
    ["count", null, 0, -9, "holds"],
    ["count", null, 0, 1.5, "violated"],
    ["count", 0, 0, Number.NaN, "undetermined"],
  ])("%s of at least %d with %i decimals, %d: %s", (type, min, scale, figure, outcome) => {
    const own = { ...rule([]), kind: "domain", type: type as "count", min, scale } as const;
    expect(domainRuleOutcome(own, figure)).toBe(outcome);
  });
});

describe("a rule of the caller", () => {
  const code = (own: LinearRule) => {
    try {
      checkRule(form, own);
      return null;
    } catch (error) {
      return (error as { readonly code: string }).code;
    }
  };

  it.each<readonly [string, readonly LinearTerm[], Partial<LinearRule>, string | null]>([
    ["reads what there is", signed(1, -1), {}, null],
    ["reads money only", [[1, MONEY, "this"]], {}, null],
    [
      "adds counts and money",
      [
        [1, MONEY, "this"],
        [1, A, "this"],
      ],
      {},
      "rule.mixedUnits",
    ],
    ["reads what the form does not have", [[1, "remedies.litigation.upheld", "this"]], {}, "rule.unknownCell"],
    ["names a figure that there is not", signed(1), { cells: ["no.such.figure"] }, "rule.unknownCell"],
    ["names, across years, what only its terms have to know", signed(1), { cells: ["no.such.figure"], scope: "years" }, null],
    ["reads a row that only last year’s form had", [[1, "requests.otherHandling.total", "previous"]], { scope: "years" }, null],
    ["reads that row of this year", [[1, "requests.otherHandling.total", "this"]], { scope: "years" }, "rule.unknownCell"],
    ["reads that row of those below", [[1, "requests.otherHandling.total", "children"]], { scope: "levels" }, "rule.unknownCell"],
  ])("that %s", (_, terms, rest, refused) => {
    expect(code(rule(terms, rest))).toBe(refused);
  });
});

describe("rules that share figures", () => {
  const D = "remedies.reconsideration.pending";
  const own = (id: string, ...terms: readonly LinearTerm[]) => rule(terms, { id });
  const ids = (rules: readonly LinearRule[]) =>
    componentsOf(form, rules).map(({ compiled }) => compiled.map(({ rule: { id } }) => id));

  it("are explained together, directly or through others, in the order in which they stand", () => {
    const ab = own("ab", [1, A, "this"], [-1, B, "this"]);
    const c = own("c", [1, C, "this"]);
    const d = own("d", [1, D, "this"]);
    const cd = own("cd", [1, C, "this"], [-1, D, "this"]);
    const bc = own("bc", [1, B, "this"], [-1, C, "this"]);
    expect(ids([ab, c, d])).toEqual([["ab"], ["c"], ["d"]]);
    expect(ids([d, c, ab])).toEqual([["d"], ["c"], ["ab"]]);
    expect(ids([c, ab, d, cd])).toEqual([["c", "d", "cd"], ["ab"]]);
    expect(ids([d, ab, c, bc])).toEqual([["d"], ["ab", "c", "bc"]]);
    expect(ids([d, ab, c, bc, cd])).toEqual([["d", "ab", "c", "bc", "cd"]]);
    expect(ids([])).toEqual([]);
  });

  it("tell which of them reads a figure, how often, and which figures each reads", () => {
    const twice = own("twice", [1, B, "this"], [1, B, "this"], [-1, A, "this"]);
    const cancelled = own("cancelled", [1, C, "this"], [-1, C, "this"], [1, A, "this"]);
    const [component] = componentsOf(form, [twice, cancelled]);
    expect(component?.cells.map(({ address }) => address)).toEqual([A, B, C]);
    expect([...(component?.indices ?? [])]).toEqual([A, B, C].map((address) => form.byAddress[address]?.index));
    expect(component?.memberships).toEqual([
      [
        { rule: 0, coefficient: -1 },
        { rule: 1, coefficient: 1 },
      ],
      [{ rule: 0, coefficient: 2 }],
      [],
    ]);
    expect(component?.columns).toEqual([[0, 1], [0]]);
  });

  /** The single figures that could be changed, each with the least and the most that it could become. */
  const changes = (rules: readonly LinearRule[], values: Readonly<Record<string, number>>) => {
    const [component] = componentsOf(form, rules);
    const figures = figuresOf({ edition: "2021" });
    for (const [address, value] of Object.entries(values)) figures[form.byAddress[address]?.index ?? -1] = value;
    if (component === undefined) return [];
    const broken = component.compiled.flatMap(({ rule: each }, r) =>
      linearOutcome(form, compileLinear(form, each), figures, largestOf(figures)) === "violated" ? [r] : [],
    );
    return singleChanges(component, figures, broken).map(({ cell, min, max }) => [cell.address, min, max]);
  };
  const two = (relation: Relation, constant = 0) => [rule(signed(1, -1), { relation, constant })];

  it.each<readonly [string, readonly LinearRule[], Readonly<Record<string, number>>, readonly unknown[]]>([
    [
      "one of two that should be equal",
      two("="),
      { [A]: 5, [B]: 3 },
      [
        [A, 3, 3],
        [B, 5, 5],
      ],
    ],
    [
      "at most",
      two("<=", 1),
      { [A]: 5, [B]: 3 },
      [
        [A, 0, 4],
        [B, 4, null],
      ],
    ],
    [
      "at least",
      two(">=", 1),
      { [A]: 3, [B]: 5 },
      [
        [A, 6, null],
        [B, 0, 2],
      ],
    ],
    [
      "none below nothing",
      two("="),
      { [A]: 0, [B]: 3 },
      [
        [A, 3, 3],
        [B, 0, 0],
      ],
    ],
    ["none that would fall below nothing", [rule(signed(1, 1), { constant: 3 })], { [A]: 4, [B]: 2 }, [[A, 1, 1]]],
    ["none where one is blank", two("="), { [A]: 5 }, []],
    ["the one that is no whole number", two("="), { [A]: 1.5, [B]: 3 }, [[A, 3, 3]]],
    ["the one that is negative", two("="), { [A]: -1, [B]: 3 }, [[A, 3, 3]]],
    ["the one beyond reckoning", two("="), { [A]: 7, [B]: LARGEST_FIGURE + 1 }, [[B, 7, 7]]],
    ["none where one is too large and another negative", two("="), { [A]: LARGEST_FIGURE + 1, [B]: -3 }, []],
    [
      "the one that is no whole number, where the others agree",
      [rule(signed(1, -1), { id: "x" }), rule([term(1, B), term(-1, C)], { id: "y" })],
      { [A]: 1.5, [B]: 3, [C]: 3 },
      [[A, 3, 3]],
    ],
    [
      "none where beside it others disagree",
      [rule(signed(1, -1), { id: "x" }), rule([term(1, B), term(-1, C)], { id: "y" })],
      { [A]: -1, [B]: 3, [C]: 4 },
      [],
    ],
    ["none where two cannot be reckoned with", two("="), { [A]: 1.5, [B]: -3 }, []],
    [
      "only what every broken rule reads and every other allows",
      [
        rule(signed(1, -1), { id: "x" }),
        rule(
          [
            [1, B, "this"],
            [-1, C, "this"],
          ],
          { id: "y" },
        ),
      ],
      { [A]: 5, [B]: 3, [C]: 3 },
      [[A, 3, 3]],
    ],
    [
      "halves of what is counted twice",
      [
        rule([
          [1, A, "this"],
          [1, A, "this"],
          [-1, B, "this"],
        ]),
      ],
      { [A]: 1, [B]: 6 },
      [
        [A, 3, 3],
        [B, 2, 2],
      ],
    ],
    [
      "no half request",
      [
        rule([
          [1, A, "this"],
          [1, A, "this"],
          [-1, B, "this"],
        ]),
      ],
      { [A]: 1, [B]: 5 },
      [[B, 2, 2]],
    ],
    [
      "at most half of what is counted twice",
      [
        rule(
          [
            [1, A, "this"],
            [1, A, "this"],
            [-1, B, "this"],
          ],
          { relation: "<=" },
        ),
      ],
      { [A]: 4, [B]: 5 },
      [
        [A, 0, 2],
        [B, 8, null],
      ],
    ],
  ])("can be put right by %s", (_, rules, values, expected) => {
    expect(changes(rules, values)).toEqual(expected);
  });

  it.each([
    [0, true],
    [LARGEST_FIGURE, true],
    [LARGEST_FIGURE + 1, false],
    [-1, false],
    [0.5, false],
    [Number.NaN, false],
  ])("reckon with %d: %s", (figure, reckoned) => {
    expect(isReckoned(figure)).toBe(reckoned);
  });

  it.each<readonly [Relation, readonly boolean[]]>([
    ["=", [false, true, false]],
    ["<=", [true, true, false]],
    [">=", [false, true, true]],
  ])("hold with %s for one less, equal, one more: %j", (relation, expected) => {
    expect([-1, 0, 1].map((difference) => holds(rule([], { relation }), difference))).toEqual(expected);
  });
});

describe("exact sums", () => {
  it("are those of big integers, at any size, and of other sums", { tags: "property" }, () => {
    const figure = fc.oneof(fc.nat(9), fc.integer({ min: MOST - 9, max: MOST }), fc.integer({ min: -MOST, max: -MOST + 9 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), figure)), fc.array(fc.tuple(fc.nat(2), figure)), (some, others) => {
        const sums = new ExactSums(3);
        for (const [index, value] of some) sums.add(index, value);
        const rest = new ExactSums(3);
        for (const [index, value] of others) rest.add(index, value);
        rest.addSum(1, 10n ** 30n);
        sums.addAll(rest);
        for (const index of [0, 1, 2]) {
          const expected = [...some, ...others].reduce((sum, [at, value]) => sum + (at === index ? BigInt(value) : 0n), 0n);
          expect(sums.at(index)).toBe(expected + (index === 1 ? 10n ** 30n : 0n));
        }
      }),
    );
  });
});
