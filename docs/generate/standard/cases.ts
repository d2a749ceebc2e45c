import { answer } from "../../../src/cli/conformance/answer.js";
import { overviewParts } from "../../../src/form/terms.js";
import { type Draft, describeForm, type EditionId, editionIds, type Unit } from "../../../src/index.js";
import {
  type CasesOfRule,
  type CaseValue,
  edited,
  type RuleCase,
  type RuleCases,
  reportsOf,
  type SchemaCases,
  type StatusCases,
} from "../../../src/standard/conformance/kit.js";
import { type LinearRuleData, type RuleData, rulesDataOf } from "../../../src/standard.js";
import { exampleReport } from "./examples.js";

const GREATEST = Number.MAX_SAFE_INTEGER;

type Place = CasesOfRule["places"][number];

/** What the library answers to a request of the kit. The Python implementation of the tests says the same from the data alone. */
export async function ask(request: Readonly<Record<string, unknown>>): Promise<unknown> {
  const said = await answer(request, () => Promise.reject(new Error("no file is read here")));
  return "skip" in said ? null : said.result;
}

function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** A number as a figure of a unit: an amount is given in whole 万元. */
const figureOf = (unit: Unit, n: number): number | string => (unit === "amount" ? String(n) : n);

const replaced = <T>(list: readonly T[], i: number, value: T): readonly T[] => list.map((old, at) => (at === i ? value : old));

/** The cases of a linear rule whose terms stand in single reports. */
function linearCases(
  rule: LinearRuleData,
  unitOf: (address: string) => Unit,
): readonly (readonly [string, readonly CaseValue[]])[] {
  const { terms } = rule;
  const units = terms.map(([, address]) => unitOf(address));
  const numbers = [...primes(terms.length)];
  const sum = terms.reduce((total, [sign], i) => total + sign * (numbers[i] ?? 0), 0);
  // What is too much on one side is added to the last term of the other.
  const short = terms.map(([sign]) => sign === (sum > 0 ? -1 : 1)).lastIndexOf(true);
  if (short >= 0) numbers[short] = (numbers[short] ?? 0) + Math.abs(sum);
  const figures = (list: readonly number[]): readonly CaseValue[] => list.map((n, i) => figureOf(units[i] ?? "count", n));
  const zeros = figures(terms.map(() => 0));
  const balanced = figures(numbers);
  const each = (
    name: string,
    change: (i: number) => readonly CaseValue[],
  ): readonly (readonly [string, readonly CaseValue[]])[] => terms.map((_, i) => [`${name}-${i + 1}`, change(i)] as const);
  return [
    ["zero", zeros],
    ["primes", balanced],
    ...each("more", (i) => replaced(balanced, i, figureOf(units[i] ?? "count", (numbers[i] ?? 0) + 1))),
    ...each("null", (i) => replaced(balanced, i, null)),
    ...each("absent", (i) => replaced(balanced, i, "absent")),
    ["null-among-zeros", replaced(zeros, 0, null)],
    ["absent-among-zeros", replaced(zeros, terms.length - 1, "absent")],
    ...(units.includes("amount") ? [] : [...largeCases(terms), ...negativeCases(terms)]),
  ];
}

/** Sums beyond 2^53, which differ by one: an implementation that adds binary fractions takes them for equal. */
function largeCases(terms: LinearRuleData["terms"]): readonly (readonly [string, readonly CaseValue[]])[] {
  const left = terms.flatMap(([sign], i) => (sign === 1 ? [i] : []));
  const right = terms.flatMap(([sign], i) => (sign === -1 ? [i] : []));
  const pair = Math.min(left.length, right.length, 2);
  const filled = terms.map((_, i) => (left.slice(0, pair).includes(i) || right.slice(0, pair).includes(i) ? GREATEST : 0));
  const last = right[pair - 1] ?? 0;
  return [
    ["greatest", filled],
    ["greatest-but-one", replaced(filled, last, GREATEST - 1)],
    ...(pair < 2 ? [] : [["greatest-odd", replaced(replaced(filled, left[1] ?? 0, GREATEST - 1), last, GREATEST - 1)] as const]),
    ["greatest-plus-two", terms.map((_, i) => (i === left[0] || i === right[0] ? GREATEST : i === left[1] ? 2 : 0))],
  ];
}

/** Figures outside their domain: the rule says what the numbers say. */
function negativeCases(terms: LinearRuleData["terms"]): readonly (readonly [string, readonly CaseValue[]])[] {
  const first = terms[0]?.[0] ?? 1;
  const same = terms.findIndex(([sign], i) => i > 0 && sign === first);
  const other = terms.findIndex(([sign]) => sign !== first);
  const cancel =
    same > 0 ? terms.map((_, i) => (i === 0 ? -1 : i === same ? 1 : 0)) : terms.map((_, i) => (i === 0 || i === other ? -1 : 0));
  // What is no figure makes nothing hold and nothing violated, although a program could add it up.
  const alone = (value: CaseValue): readonly CaseValue[] => terms.map((_, i) => (i === 0 ? value : 0));
  return [
    ["negative", cancel],
    ["fraction", alone(0.5)],
    ["beyond", alone(GREATEST + 1)],
    ["text", alone("一")],
  ];
}

const DOMAIN_VALUES: Readonly<Record<Unit, readonly (readonly [string, CaseValue])[]>> = {
  count: [
    ["zero", 0],
    ["greatest", GREATEST],
    ["negative", -1],
    ["fraction", 1.5],
    ["beyond", GREATEST + 1],
    ["text", "一"],
    ["boolean", true],
  ],
  change: [
    ["zero", 0],
    ["negative", -1],
    ["least", -GREATEST],
    ["fraction", -1.5],
    ["beyond", -GREATEST - 1],
    ["text", "减一"],
  ],
  amount: [
    ["zero", "0"],
    ["six-decimals", "1.123456"],
    ["greatest", "999999999.999999"],
    ["seven-decimals", "1.1234567"],
    ["negative", "-1"],
    ["leading-zero", "01"],
    ["full-width", "１"],
  ],
};

function domainCases(unit: Unit): readonly (readonly [string, readonly CaseValue[]])[] {
  return [...DOMAIN_VALUES[unit], ["null", null] as const, ["absent", "absent"] as const].map(([id, value]) => [id, [value]]);
}

/** The parent's figure, then those of two reports below. */
function levelCases(unit: Unit): readonly (readonly [string, readonly CaseValue[]])[] {
  const f = (n: number) => figureOf(unit, n);
  return [
    ["zero", [f(0), [f(0), f(0)]]],
    ["sum", [f(5), [f(2), f(3)]]],
    ["less", [f(4), [f(2), f(3)]]],
    ["more", [f(6), [f(2), f(3)]]],
    ["null-parent", [null, [f(2), f(3)]]],
    ["absent-parent", ["absent", [f(2), f(3)]]],
    ["null-child", [f(5), [f(5), null]]],
    ["absent-child", [f(5), ["absent", f(5)]]],
    ["too-little-beside-null", [f(4), [f(5), null]]],
    ...(unit === "change"
      ? [["negative", [-2, [-5, 3]]] as const]
      : unit === "count"
        ? [
            ["negative-parent", [-1, [-1, 0]]] as const,
            ["negative-parent-alone", [-1, [0, 0]]] as const,
            ["negative-child", [0, [-1, 1]]] as const,
          ]
        : []),
    ...(unit === "amount"
      ? [
          ["fen", ["0.3", ["0.1", "0.2"]]] as const,
          ["one-fen-less", ["0.299999", ["0.1", "0.2"]]] as const,
          ["no-amount-parent", ["0.1234567", ["0.1", "0"]]] as const,
          ["no-amount-child", ["0.1", ["0", "0.1234567"]]] as const,
        ]
      : [["large", [GREATEST, [GREATEST - 1, 1]]] as const, ["large-but-one", [GREATEST, [GREATEST, 1]]] as const]),
  ];
}

function places(rule: RuleData): readonly Place[] {
  if (rule.kind === "domain") return [["this", rule.address]];
  if (rule.kind === "linear") return rule.terms.map(([, address, report]) => [report, address]);
  return [];
}

type CheckedRule = LinearRuleData | Extract<RuleData, { kind: "domain" }>;

/** A rule with the values of its cases, between two editions where it is one over two years. */
interface Tried {
  readonly rule: CheckedRule;
  readonly at: readonly Place[];
  readonly previous: EditionId;
  readonly values: readonly (readonly [id: string, values: readonly CaseValue[]])[];
}

function tried(edition: EditionId, rule: CheckedRule, previous: EditionId): Tried {
  const at = places(rule);
  const unitOf = (address: string): Unit =>
    describeForm(edition).byAddress[address]?.unit ?? describeForm(previous).byAddress[address]?.unit ?? "count";
  const values =
    rule.kind === "domain"
      ? domainCases(rule.domain.type)
      : rule.scope === "levels"
        ? levelCases(unitOf(at[0]?.[1] ?? ""))
        : linearCases(rule, unitOf);
  return { rule, at, previous, values };
}

/** Asks for one case of several rules at once: of one rule, or of rules that share no figure. */
async function outcomesOf(edition: EditionId, several: readonly Tried[], i: number): Promise<Readonly<Record<string, string>>> {
  const [first] = several;
  if (first === undefined) return {};
  const having = several.filter(({ values }) => values[i] !== undefined);
  const at = having.flatMap((one) => one.at);
  const { current, previous, children } = reportsOf(
    edition,
    first.previous,
    at,
    having.flatMap(({ values }) => values[i]?.[1] ?? []),
  );
  const said = await ask({
    op: { report: "rules", years: "years", levels: "levels" }[first.rule.scope],
    draft: JSON.stringify(current),
    previous: JSON.stringify(previous),
    children: children.map((child) => JSON.stringify(child)),
    complete: first.rule.family === "level",
    rules: having.map(({ rule }) => rule.id),
  });
  return said as Readonly<Record<string, string>>;
}

/** The cases of rules that may be asked together. */
async function casesOf(edition: EditionId, several: readonly Tried[]): Promise<readonly CasesOfRule[]> {
  const most = Math.max(...several.map(({ values }) => values.length));
  const said: Readonly<Record<string, string>>[] = [];
  for (let i = 0; i < most; i += 1) said.push(await outcomesOf(edition, several, i));
  return several.map(({ rule, at, previous, values }) => ({
    rule: rule.id,
    ...(previous === edition ? {} : { previousEdition: previous }),
    places: at,
    cases: values.map(([id, list], i): RuleCase => {
      const outcome = said[i]?.[rule.id];
      if (outcome === undefined) throw new Error(`${rule.id}: no outcome for ${id}`);
      return [id, list, outcome];
    }),
  }));
}

/** Cases of every rule of an edition that is a sum or a domain, one file a family. */
export async function ruleCases(edition: EditionId): Promise<readonly RuleCases[]> {
  const families = new Map<string, Tried[]>();
  for (const rule of rulesDataOf(edition).rules) {
    if (rule.kind === "function") continue;
    const own = families.get(rule.family) ?? [];
    families.set(rule.family, own);
    const before = rule.kind === "linear" ? (rule.previousEditions ?? [edition]) : [edition];
    for (const previous of before) own.push(tried(edition, rule, previous));
  }
  const files: RuleCases[] = [];
  for (const [family, all] of families) {
    // Rules of one figure share none with one another, so that one report serves them all.
    const together = all.every(({ at }) => new Set(at.map(([, address]) => address)).size === 1)
      ? [all]
      : all.map((one) => [one]);
    const rules: CasesOfRule[] = [];
    for (const several of together) rules.push(...(await casesOf(edition, several)));
    files.push({ edition, family, rules });
  }
  return files;
}

type SchemaCase = SchemaCases["cases"][number];

/** Cases of the schemas of an edition: every key missing, every kind of wrong value, and what is right. */
export async function schemaCases(edition: EditionId): Promise<SchemaCases> {
  const base = exampleReport(edition);
  const cells = describeForm(edition).cells;
  const cases: Omit<SchemaCase, "valid">[] = [];
  const add = (
    id: string,
    kind: "report" | "draft",
    from: "full" | "empty",
    set: Readonly<Record<string, unknown>>,
    remove: readonly string[] = [],
  ) => cases.push({ id, kind, base: from, set, remove });
  for (const kind of ["report", "draft"] as const) {
    add(`full-${kind}`, kind, "full", {});
    add(`empty-${kind}`, kind, "empty", {});
    const paths: Readonly<Record<string, readonly unknown[]>> = {
      edition: ["2022", 2021, null],
      year: ["2023", 999, 10_000, 2023.5, null, 1000, 9999],
      agency: [null, [], "某县", {}],
      "agency.name": ["", "某", "某".repeat(200), "某".repeat(201), "𠮷".repeat(200), "某\ufffd县", 5, null],
      "agency.kind": ["government", "department", "village", null],
      "agency.level": ["national", "provincial", "prefectural", "county", "township", "village", null],
      "agency.regionCode": ["513333", "513333100", "513333100201", "51", "５１３３３３", "513333\n", 513_333, null],
      "agency.unifiedSocialCreditCode": [
        "11513333008676543X",
        "11513333008676543I",
        "11513333008676543x",
        "11513333008676543X\n",
        "1151333300867654X",
        115_133_330_086_765,
        null,
      ],
      "agency.nickname": ["x"],
      signedOn: [
        "2024-02-29",
        "2023-02-29",
        "2024/01/31",
        "2024-1-31",
        "2024-04-31",
        "2000-02-29",
        "1900-02-29",
        "２０２４-01-31",
        "2024-01-31\n",
        20_240_131,
        null,
      ],
      publishedOn: ["2024-12-31", "2024-13-01", "2024-00-10", "2024-01-00", "", "2024-12-31\n", 20_241_231, null],
      informationProcessingFee: [
        "0",
        "100.5",
        "0.01",
        "9999999999999.99",
        "10000000000000",
        "0.001",
        "-1",
        "01",
        "1e2",
        100,
        null,
        "1\n",
        "１００",
      ],
      narrative: [{}, null, "文字"],
      "narrative.overview": ["", "文字", {}, { preamble: "文字" }, { supervision: "文字", extra: "x" }, 5, null],
      ...Object.fromEntries(
        ["disclosure", "requests", "remedies", "problems", "other"].map((part) => [`narrative.${part}`, ["", "无", null, 5, {}]]),
      ),
      ...Object.fromEntries(
        ["preamble", ...Object.keys(overviewParts)].map((part) => [`narrative.overview.${part}`, ["", "文字", null, 5]]),
      ),
      "narrative.summary": ["x"],
      note: ["x"],
      ["__proto__"]: [{ polluted: true }],
      constructor: ["x"],
    };
    for (const [path, values] of Object.entries(paths)) {
      values.forEach((value, i) => {
        add(`${kind}-${path}-${i + 1}`, kind, "full", { [path]: value });
      });
      add(`${kind}-without-${path}`, kind, "full", {}, [path]);
    }
    for (const { id, table } of describeForm(edition).tables.map(({ definition, records }) => ({
      id: definition.id,
      table: records,
    }))) {
      for (const value of [null, [], "x", {}]) add(`${kind}-${id}-${JSON.stringify(value)}`, kind, "full", { [id]: value });
      add(`${kind}-${id}-unknown-row`, kind, "full", { [`${id}.unknown`]: {} });
      add(`${kind}-without-${id}`, kind, "full", {}, [id]);
      for (const record of table) {
        const row = `${id}.${record.id}`;
        add(`${kind}-without-${row}`, kind, "full", {}, [row]);
        for (const value of [null, [], 1]) add(`${kind}-${row}-${JSON.stringify(value)}`, kind, "full", { [row]: value });
      }
    }
    const tried = new Set<Unit>();
    for (const { address, unit } of cells) {
      add(`${kind}-without-${address}`, kind, "full", {}, [address]);
      add(`${kind}-blank-${address}`, kind, "full", { [address]: null });
      add(`${kind}-wrong-${address}`, kind, "full", { [address]: unit === "amount" ? 1.5 : "1" });
      if (tried.has(unit)) continue;
      tried.add(unit);
      const values = [
        0,
        7,
        -1,
        1.5,
        GREATEST,
        GREATEST + 1,
        -GREATEST,
        -GREATEST - 1,
        "0",
        "12.50",
        "1.1234567",
        "0.000001",
        "999999999.999999",
        "1000000000",
        "-1",
        "+1",
        "007",
        "1e3",
        "1,000",
        " 1",
        "1 ",
        "1\n",
        "１",
        ".5",
        "5.",
        "",
        true,
        [],
        {},
      ];
      values.forEach((value, i) => {
        add(`${kind}-${unit}-${i + 1}`, kind, "full", { [address]: value });
      });
      add(`${kind}-${unit}-unknown-column`, kind, "full", { [`${address}Extra`]: 1 });
    }
  }
  const judged: SchemaCase[] = [];
  for (const one of cases) {
    const text = JSON.stringify(edited(one.base === "full" ? base : { edition }, one));
    judged.push({ ...one, valid: (await ask({ op: "schema", kind: one.kind, text })) === true });
  }
  return { edition, base, cases: judged };
}

/** Cases of the status: precedence of what is violated, what is undetermined, and profiles. */
export async function statusCases(): Promise<StatusCases> {
  const bases = Object.fromEntries(editionIds.map((edition) => [edition, exampleReport(edition)])) as Record<EditionId, Draft>;
  const wrong = { "remedies.reconsideration.total": 9999 };
  const blank = { "requests.granted.naturalPerson": null };
  const tries: readonly (readonly [
    string,
    "full" | "empty",
    Readonly<Record<string, unknown>>,
    readonly string[],
    Readonly<Record<string, string>>,
  ])[] = [
    ["balanced", "full", {}, [], {}],
    ["empty", "empty", {}, [], {}],
    ["blank", "full", blank, [], {}],
    ["absent", "full", {}, ["remedies"], {}],
    ["wrong", "full", wrong, [], {}],
    ["wrong-and-blank", "full", { ...wrong, ...blank }, [], {}],
    ["wrong-as-warning", "full", wrong, [], { remedies: "warning" }],
    ["wrong-as-warning-and-blank", "full", { ...wrong, ...blank }, [], { remedies: "warning" }],
    ["wrong-family-off", "full", wrong, [], { remedies: "off" }],
    ["wrong-rule-off", "full", wrong, [], { "remedies.reconsideration": "off" }],
    ["rule-before-family", "full", wrong, [], { remedies: "off", "remedies.reconsideration": "error" }],
    ["family-after-rule", "full", wrong, [], { remedies: "error", "remedies.reconsideration": "advice" }],
    [
      "blank-rules-off",
      "full",
      blank,
      [],
      { domain: "off", "flow.naturalPerson": "off", "outcomes.naturalPerson": "off", "applicants.granted": "off" },
    ],
    ["all-off", "full", wrong, [], { flow: "off", outcomes: "off", applicants: "off", remedies: "off", domain: "off" }],
    ["outside-domain", "full", { "requests.granted.naturalPerson": -1 }, [], { flow: "off", outcomes: "off", applicants: "off" }],
  ];
  const cases: StatusCases["cases"][number][] = [];
  for (const edition of editionIds) {
    for (const [id, base, set, remove, profile] of tries) {
      const draft = JSON.stringify(edited(base === "full" ? bases[edition] : { edition }, { set, remove }));
      const { status, counts } = (await ask({ op: "status", draft, profile })) as {
        status: string;
        counts: Record<string, number>;
      };
      cases.push({ id, edition, base, set, remove, profile, status, counts });
    }
  }
  return { bases, cases };
}
