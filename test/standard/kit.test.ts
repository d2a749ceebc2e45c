import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { answer } from "../../src/cli/conformance/answer.js";
import { readKit } from "../../src/cli/conformance/kit.js";
import { describeForm, editionIds } from "../../src/index.js";
import { type Answer, judge } from "../../src/standard/conformance/judge.js";
import { type CaseValue, questionsOf, type RuleCase } from "../../src/standard/conformance/kit.js";
import {
  findingCodes,
  type LinearRuleData,
  type Relation,
  type RuleData,
  rulesDataOf,
  type TermOfRule,
} from "../../src/standard.js";
import { survivors } from "./survivors.js";

const ROOT = fileURLToPath(new URL("../../docs/standard", import.meta.url));

const io = {
  readFile: async (path: string) => new Uint8Array(readFileSync(path)),
  listFolder: async (path: string) => (statSync(path).isDirectory() ? readdirSync(path).sort() : null),
  standard: ROOT,
};

const kit = await readKit(io);
const questions = questionsOf(kit);

describe("this library", () => {
  it("answers every question of the kit as it should", async () => {
    const answers = new Map<string, Answer>();
    for (const { id, request } of questions) answers.set(id, await answer(request, io.readFile));
    const { claimed, failed } = judge(questions, answers);
    expect(failed).toEqual([]);
    expect(claimed).toEqual([1, 2, 3, 4, 5]);
  }, 120_000);
});

describe("the kit", () => {
  it("names each question once", () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it.each(editionIds)("has cases of every sum and domain of edition %s, on every figure", (edition) => {
    const own = kit.rules.filter((file) => file.edition === edition).flatMap(({ rules }) => rules);
    const covered = new Set(own.map(({ rule }) => rule));
    const checked = rulesDataOf(edition).rules.filter(({ kind }) => kind !== "function");
    expect(checked.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
    const addresses = new Set(own.flatMap(({ places }) => places.map(([, address]) => address)));
    expect(describeForm(edition).cells.filter(({ address }) => !addresses.has(address))).toEqual([]);
    expect(kit.schema.some((file) => file.edition === edition)).toBe(true);
  });

  it.each(editionIds)("has an answer of every condition of edition %s", (edition) => {
    const said = new Set<string>();
    const note = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        said.add(key);
        note(inner);
      }
    };
    for (const { vectors } of kit.vectors) for (const { result } of vectors) note(result);
    const conditions = rulesDataOf(edition).rules.filter(({ kind }) => kind === "function");
    expect(conditions.map(({ id }) => id).filter((id) => !said.has(id))).toEqual([]);
  });

  it("has each outcome of every condition that can be violated by what a schema accepts", () => {
    const seen = new Map<string, Set<unknown>>();
    const note = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === "string") seen.set(key, (seen.get(key) ?? new Set()).add(inner));
        else note(inner);
      }
    };
    for (const { vectors } of kit.vectors) for (const { result } of vectors) note(result);
    const conditions = new Set(
      editionIds.flatMap((edition) => rulesDataOf(edition).rules.flatMap(({ kind, id }) => (kind === "function" ? [id] : []))),
    );
    const never = [...conditions].filter((id) => !seen.get(id)?.has("violated"));
    // Nothing to compare or to add up is nothing known, not a fault.
    expect(never.sort()).toEqual(["member.some", "years.compared"]);
  });

  it("has every code of a finding", () => {
    const codes = new Set(kit.vectors.flatMap(({ vectors }) => vectors.map(({ request }) => request["code"])));
    expect(
      findingCodes()
        .map(({ code }) => code)
        .filter((code) => !codes.has(code)),
    ).toEqual([]);
  });

  it("has documents of every kind, of every edition, and some with what a careful reader leaves blank", () => {
    const formats = (list: typeof kit.documents) => [...new Set(list.map(({ format }) => format))].sort();
    expect(formats(kit.documents)).toEqual(["docx", "html", "pdf", "txt", "xlsx"]);
    expect(formats(kit.documents.filter(({ mustNotRead }) => mustNotRead.length > 0))).toEqual(["html", "pdf"]);
    expect([...new Set(kit.documents.map(({ edition }) => edition))].sort()).toEqual([...editionIds].sort());
  });

  it("fails an implementation that says nothing, and lets one skip", () => {
    const silent = judge(questions, new Map());
    expect(silent.failed.length).toBe(questions.length);
    expect(silent.claimed).toEqual([]);
    const skipping = judge(questions, new Map(questions.map(({ id }) => [id, { skip: true }])));
    expect([skipping.failed, skipping.claimed]).toEqual([[], []]);
  });
});

const AMOUNT = /^(?:0|[1-9][0-9]{0,8})(?:\.([0-9]{1,6}))?$/;

type Wrong = Pick<LinearRuleData, "terms" | "relation" | "constant">;

/** What is said of figures by a rule: exact, undetermined where one is missing. Values are in the order of the true rule's terms. */
function outcome(rule: Wrong, known: ReadonlyMap<string, CaseValue>, blankIsZero = false, limit = false): string {
  let total = 0n;
  let rounded = 0;
  for (const [sign, address, report] of rule.terms) {
    const value = known.get(`${report} ${address}`);
    const all = Array.isArray(value) ? (value as readonly CaseValue[]) : [value ?? "absent"];
    for (const one of all.map((given) => (known.has(`${report} ${address}`) && value === null ? null : given))) {
      if ((one === null || one === "absent") && blankIsZero) continue;
      const fen = typeof one === "string" && AMOUNT.test(one);
      if (!Number.isSafeInteger(one) && !fen) return "undetermined";
      const [whole = "0", decimals = ""] = String(one).split(".");
      const number = typeof one === "number" ? BigInt(one) : BigInt(whole + decimals.padEnd(6, "0"));
      total += BigInt(sign) * number;
      rounded += sign * Number(number);
    }
  }
  const difference = limit ? rounded - rule.constant : Number(total - BigInt(rule.constant));
  const holds = { "=": difference === 0, "<=": difference <= 0, ">=": difference >= 0 }[rule.relation];
  return holds ? "holds" : "violated";
}

/** Wrong versions of a rule, each with what is wrong. */
function mutants(rule: LinearRuleData): readonly (readonly [string, Wrong])[] {
  const { terms, relation, constant } = rule;
  const change = (i: number, term: TermOfRule): readonly TermOfRule[] => terms.map((old, at) => (at === i ? term : old));
  return [
    ...terms.flatMap(([sign, address, report], i): readonly (readonly [string, Wrong])[] => [
      [`sign of ${i}`, { terms: change(i, [sign === 1 ? -1 : 1, address, report]), relation, constant }],
      [`without ${i}`, { terms: terms.filter((_, at) => at !== i), relation, constant }],
      [`twice ${i}`, { terms: [...terms, [sign, address, report]], relation, constant }],
      [`another figure for ${i}`, { terms: change(i, [sign, "no.such.figure", report]), relation, constant }],
    ]),
    ["one term more", { terms: [...terms, [1, "no.such.figure", "this"]], relation, constant }],
    ...(["=", "<=", ">="] as const)
      .filter((other) => other !== relation)
      .map((other: Relation) => [other, { terms, relation: other, constant }] as const),
    ["constant + 1", { terms, relation, constant: constant + 1 }],
    ["constant − 1", { terms, relation, constant: constant - 1 }],
  ];
}

describe("mutation of the rules", () => {
  const knownOf = (places: readonly (readonly [string, string])[], [, values]: RuleCase) =>
    new Map(places.map(([report, address], i) => [`${report} ${address}`, values[i] ?? null] as const));

  it.each(editionIds)("finds every wrong version of a sum of edition %s", (edition) => {
    const rules = new Map(rulesDataOf(edition).rules.map((rule) => [rule.id, rule]));
    const survivors: string[] = [];
    let killed = 0;
    for (const { rule: id, places, cases } of kit.rules
      .filter((file) => file.edition === edition)
      .flatMap((file) => file.rules)) {
      const rule = rules.get(id);
      if (rule?.kind !== "linear") continue;
      // Cases that only bounds decide are left out: the model here knows none, and would differ from them for every mutant.
      const known = cases
        .map((one) => [knownOf(places, one), one[2]] as const)
        .filter(([figures, right]) => outcome(rule, figures) === right);
      for (const [what, wrong] of mutants(rule)) {
        if (known.some(([figures, right]) => outcome(wrong, figures) !== right)) killed += 1;
        else survivors.push(`${id}: ${what}`);
      }
      if (!known.some(([figures, right]) => outcome(rule, figures, true) !== right)) survivors.push(`${id}: blank is 0`);
    }
    expect(survivors).toEqual([]);
    expect(killed).toBeGreaterThan(2000);
  });
});

describe("mutation of domains and of how sums are made", () => {
  type Domain = Extract<RuleData, { readonly kind: "domain" }>;
  const says = ({ type, min, scale }: Domain["domain"], value: CaseValue): string => {
    if (value === null || value === "absent") return "undetermined";
    if (type === "amount") {
      const match = typeof value === "string" ? AMOUNT.exec(value) : null;
      return match !== null && (match[1] ?? "").length <= scale ? "holds" : "violated";
    }
    return Number.isSafeInteger(value) && (min === null || Number(value) >= min) ? "holds" : "violated";
  };

  it.each(editionIds)("finds every wrong domain of edition %s", (edition) => {
    const rules = new Map(rulesDataOf(edition).rules.map((rule) => [rule.id, rule]));
    const survivors = kit.rules
      .filter((file) => file.edition === edition)
      .flatMap((file) => file.rules)
      .flatMap(({ rule: id, cases }): readonly string[] => {
        const rule = rules.get(id);
        if (rule?.kind !== "domain") return [];
        const { domain } = rule;
        const others: readonly (readonly [string, Domain["domain"]])[] = [
          ["a least of 1", { ...domain, min: 1 }],
          ["a least, or none", { ...domain, min: domain.min === null ? 0 : null }],
          ["one decimal less", { ...domain, scale: domain.scale - 1 }],
          ["another type", { ...domain, type: domain.type === "amount" ? "count" : "amount" }],
        ];
        expect(cases.map(([, [value = null], outcome]) => [says(domain, value), outcome])).toEqual(
          cases.map(([, , outcome]) => [outcome, outcome]),
        );
        return others
          .filter(([, wrong]) => cases.every(([, [value = null], outcome]) => says(wrong, value) === outcome))
          .map(([what]) => `${domain.type}: ${what}`);
      });
    // An amount is a text without a sign, so that its least of 0 is in its pattern; a count has no decimals to lose.
    expect([...new Set(survivors)].sort()).toEqual(SURVIVORS.filter((name) => survivors.includes(name)));
  });

  /** Wrong domains that no document within the range of the schemas could tell from the right ones, by name. */
  const SURVIVORS = ["amount: a least of 1", "amount: a least, or none", "change: one decimal less", "count: one decimal less"];

  it.each(editionIds)("finds sums of binary fractions in every balance of edition %s, but those named", (edition) => {
    const rules = new Map(rulesDataOf(edition).rules.map((rule) => [rule.id, rule]));
    const survivors = kit.rules
      .filter((file) => file.edition === edition)
      .flatMap((file) => file.rules)
      .filter(({ rule: id, places, cases }) => {
        const rule = rules.get(id);
        if (rule?.kind !== "linear") return false;
        return cases.every(([, values, right]) => {
          const known = new Map(places.map(([report, address], i) => [`${report} ${address}`, values[i] ?? null] as const));
          return outcome(rule, known) !== right || outcome(rule, known, false, true) === right;
        });
      });
    // One figure stands on one side of these: where the sum of the other is beyond 2^53 it is too much, rounded or not.
    expect([...new Set(survivors.map(({ rule }) => rule.split(".")[0]))].sort()).toEqual(
      [...new Set([...rules.values()].flatMap(({ kind, family }) => (kind === "linear" ? [family] : [])))]
        .filter((family) => !["flow", "inForce"].includes(family))
        .sort(),
    );
  });
});

const python = spawnSync("python3", ["--version"]).status === 0;

/** One of so many wrong versions is tried by the suite, all of them by `npm run proof:kit`. */
const EVERY = process.env["PROOF"] === "all" ? 1 : 40;

it("the pages on the standard name what the kit does not find", () => {
  for (const name of ["standard.md", "standard.zh-CN.md"]) {
    const page = readFileSync(join(ROOT, "..", name), "utf8").split("\n");
    expect(survivors.flatMap(({ names }) => names).filter((line) => !page.includes(line))).toEqual([]);
  }
});

describe.skipIf(!python)("mutation of the Python implementation and of the schemas", () => {
  it(
    "finds every wrong version of levels 1 to 3, but those that no document tells apart, by name",
    () => {
      const asked = questions.filter(({ level }) => level >= 1 && level <= 3);
      const input = asked.map(({ request, expected }) => JSON.stringify({ request, expected })).join("\n");
      const { stdout, stderr, status } = spawnSync(
        "python3",
        [fileURLToPath(new URL("python/mutate.py", import.meta.url)), ROOT, String(EVERY)],
        { input, encoding: "utf8", maxBuffer: 1 << 28 },
      );
      expect(status, stderr).toBe(0);
      const said = JSON.parse(stdout) as Readonly<Record<"names" | "survivors", readonly string[]>> & { readonly tried: number };
      const key = (name: string): string => name.replace(/^(report|draft)-[0-9]{4}(?=[:/])/, "");
      const known = new Set(survivors.flatMap(({ names }) => names));
      const found = new Set(said.survivors.map(key));
      expect([...found].filter((name) => !known.has(name))).toEqual([]);
      const all = new Set(said.names.map(key));
      expect([...known].filter((name) => !all.has(name))).toEqual([]);
      expect(said.tried).toBe(Math.floor(said.names.length / EVERY));
      expect(said.names.length).toBeGreaterThan(1000);
      if (EVERY === 1) expect([...known].filter((name) => !found.has(name))).toEqual([]);
    },
    EVERY === 1 ? 3_600_000 : 300_000,
  );
});

describe.skipIf(!python)("the Python implementation", () => {
  const folder = fileURLToPath(new URL("python/", import.meta.url));

  it("reaches levels 1 to 3 from the data alone, and answers nothing wrongly", () => {
    const input = questions.map(({ id, request }) => JSON.stringify({ id, ...request })).join("\n");
    const { stdout, status } = spawnSync("python3", [join(folder, "implementation.py"), ROOT], {
      input: input.replace(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`),
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    expect(status).toBe(0);
    const answers = new Map(
      stdout
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => {
          const { id, ...said } = JSON.parse(line) as Answer & { readonly id: string };
          return [id, said as Answer] as const;
        }),
    );
    const { claimed, failed, levels } = judge(questions, answers);
    expect(failed).toEqual([]);
    expect(claimed).toEqual([1, 2, 3]);
    expect(levels[2]).toMatchObject({ failed: 0, skipped: 0 });
  }, 120_000);

  it("agrees with the jsonschema library, where that is present", () => {
    const { stdout, status } = spawnSync("python3", [join(folder, "check_schemas.py"), ROOT], { encoding: "utf8" });
    expect(status, stdout).toBe(0);
  }, 120_000);
});
