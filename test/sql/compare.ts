import { validateConsolidation } from "../../src/consolidation/validateConsolidation.js";
import { type Draft, describeForm, type EditionId, editionIds, validate } from "../../src/index.js";
import { plausibilityRulesOf } from "../../src/plausibility.js";
import { validateSeries } from "../../src/series.js";
import { type SqlColumn, type SqlOptions, sqlColumns, sqlLoadOf, sqlOf } from "../../src/sql.js";
import type { Question } from "../../src/standard/conformance/kit.js";
import { rulesDataOf } from "../../src/standard.js";
import { type Engine, type Row, runAll } from "./engines.js";
import { TIDY_HEAD, tidyLines } from "./tidyLines.js";

/** A report with last year's and those below it, and what is expected of its rules. */
export interface Subject {
  readonly current: Draft;
  readonly previous: Draft | null;
  readonly children: readonly Draft[];
  readonly complete: boolean;
  /** Outcomes by rule; a rule that is not here is not compared. */
  readonly expected: ReadonlyMap<string, string>;
  /** The figures that matter; all where not told. */
  readonly addresses?: readonly string[];
}

export type Shape = "long" | "wide";

/** Makes the tables and views of a shape, in a schema of their own. */
export async function setUp(engine: Engine, shape: Shape, schema: string = shape, editions: readonly EditionId[] = editionIds) {
  const options: SqlOptions = { dialect: engine.dialect, shape, editions };
  await engine.run(`CREATE SCHEMA ${schema}`);
  await use(engine, schema);
  await runAll(engine, sqlOf(options));
  await engine.run("CREATE TABLE asked (file VARCHAR, rule_id VARCHAR)");
}

/** Turns to a schema. */
export async function use(engine: Engine, schema: string): Promise<void> {
  await engine.run(engine.dialect === "duckdb" ? `USE ${schema}` : `SET search_path TO ${schema}`);
}

const tablesOf = (shape: Shape): readonly string[] => (shape === "long" ? ["report"] : editionIds.map((id) => `report_${id}`));

/** Loads subjects by way of the tidy table. The report itself is `<number>/whole` or `<number>/part`. */
export async function load(engine: Engine, shape: Shape, subjects: readonly Subject[]): Promise<void> {
  const lines = subjects.flatMap(({ current, previous, children, complete, addresses }, i) => {
    const named = (draft: Draft, name: string): Draft => ({ ...draft, agency: { ...draft.agency, name } });
    return [
      tidyLines(named(current, `第${i}市`), fileOf(complete, i), addresses),
      previous === null ? "" : tidyLines(named(previous, `第${i}市`), `${i}/previous`, addresses),
      ...children.map((child, n) => tidyLines(named(child, `第${i}市第${n}局`), `${i}/below${n}`, addresses)),
    ];
  });
  await engine.copy("tidy", TIDY_HEAD + lines.join(""));
  await runAll(engine, sqlLoadOf({ dialect: engine.dialect, shape }));
  for (const table of tablesOf(shape)) {
    await engine.run(
      `INSERT INTO report_member SELECT p.report_id, c.report_id FROM ${table} p JOIN ${table} c ON split_part(c.file, '/', 1) = split_part(p.file, '/', 1) WHERE (p.file LIKE '%/whole' OR p.file LIKE '%/part') AND c.file LIKE '%/below%'`,
    );
    await engine.run(`UPDATE ${table} SET members_complete = TRUE WHERE file LIKE '%/whole'`);
  }
  const asked = subjects.flatMap(({ complete, expected }, i) =>
    [...expected.keys()].map((rule) => `${fileOf(complete, i)},${rule}\n`),
  );
  await engine.copy("asked", `file,rule_id\n${asked.join("")}`);
  await engine.run("ANALYZE");
}

const fileOf = (complete: boolean, i: number): string => `${i}/${complete ? "whole" : "part"}`;

/** What a database says otherwise than expected. */
export async function differences(engine: Engine, shape: Shape, subjects: readonly Subject[]): Promise<readonly string[]> {
  const said = await (shape === "long" ? longOutcomes(engine) : wideOutcomes(engine));
  return subjects.flatMap(({ complete, expected }, i) =>
    [...expected].flatMap(([rule, outcome]) => {
      const found = said.get(`${fileOf(complete, i)} ${rule}`) ?? "nothing";
      return found === outcome ? [] : [`${i} ${rule}: ${found}, not ${outcome}`];
    }),
  );
}

async function longOutcomes(engine: Engine): Promise<ReadonlyMap<string, string>> {
  const rows = await engine.rows(
    "SELECT r.file, v.rule_id, v.outcome FROM verdict v JOIN report r ON r.report_id = v.report_id JOIN asked a ON a.file = r.file AND a.rule_id = v.rule_id",
  );
  return new Map(rows.map(({ file, rule_id, outcome }) => [`${file} ${rule_id}`, String(outcome)]));
}

const snake = (id: string): string => id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/\./g, "__");

async function wideOutcomes(engine: Engine): Promise<ReadonlyMap<string, string>> {
  const said = new Map<string, string>();
  const note = (rows: readonly Row[], names: readonly (readonly [rule: string, column: string])[]): void => {
    for (const row of rows) {
      for (const [rule, column] of names) {
        const outcome = row[column];
        if (typeof outcome === "string") said.set(`${row["file"]} ${rule}`, outcome);
      }
    }
  };
  const from = (view: string, edition: EditionId, families: string): Promise<readonly Row[]> =>
    engine.rows(
      `SELECT r.file, v.* FROM ${view} v JOIN report_${edition} r ON r.report_id = v.report_id WHERE r.file IN (SELECT file FROM asked WHERE ${families})`,
    );
  for (const edition of editionIds) {
    const columns: readonly SqlColumn[] = sqlColumns(edition);
    const linear = rulesDataOf(edition).rules.filter(({ kind }) => kind === "linear");
    const ofScope = (scope: string) => linear.filter((rule) => rule.scope === scope).map(({ id }) => [id, snake(id)] as const);
    note(await from(`balance_verdict_${edition}`, edition, "rule_id NOT LIKE 'domain.%'"), ofScope("report"));
    note(
      await from(`domain_verdict_${edition}`, edition, "rule_id LIKE 'domain.%'"),
      columns.map(({ address, column }) => [`domain.${address}`, column] as const),
    );
    for (const previous of editionIds) {
      const view = `year_verdict_${edition}_after_${previous}`;
      const known = await engine.rows(`SELECT 1 FROM information_schema.tables WHERE table_name = '${view}' LIMIT 1`);
      if (known.length > 0) note(await from(view, edition, "TRUE"), ofScope("years"));
    }
    const level = await from(`level_verdict_${edition}`, edition, "rule_id LIKE 'level%'");
    for (const family of ["level", "levelPart"]) {
      note(
        level.filter((row) => row["members_complete"] === (family === "level")),
        columns.map(({ address, column }) => [`${family}.${address}`, column] as const),
      );
    }
  }
  return said;
}

/** The questions of the kit about rules, as subjects. */
export function subjectsOf(questions: readonly Question[]): readonly Subject[] {
  const terms = new Map(
    editionIds.flatMap((edition) =>
      rulesDataOf(edition).rules.map((rule) => [
        `${edition} ${rule.id}`,
        rule.kind === "linear" ? rule.terms.map(([, address]) => address) : rule.kind === "domain" ? [rule.address] : [],
      ]),
    ),
  );
  const draftOf = (text: unknown): Draft => JSON.parse(String(text)) as Draft;
  return questions.flatMap(({ request, expected }): readonly Subject[] => {
    if (expected.kind !== "outcome") return [];
    const children = Array.isArray(request["children"]) ? request["children"] : [];
    return [
      {
        current: draftOf(request["draft"]),
        previous: request["previous"] === undefined ? null : draftOf(request["previous"]),
        children: children.map(draftOf),
        complete: request["complete"] !== false,
        expected: new Map([[expected.rule, expected.outcome]]),
        addresses: [...new Set(terms.get(`${draftOf(request["draft"]).edition} ${expected.rule}`))],
      },
    ];
  });
}

/** Numbers that look like chance and are the same every time. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A draft with figures that balance here and there, with blanks, gaps and figures outside their domain. */
export function generatedDraft(edition: EditionId, year: number, random: (below: number) => number): Draft {
  const kept = random(4);
  const tables: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const { address, unit } of describeForm(edition).cells) {
    const [table = "", row = "", column = ""] = address.split(".");
    const value = figureOf(unit, kept, random);
    if (value === undefined) continue;
    tables[table] ??= {};
    const rows = tables[table] ?? {};
    rows[row] = { ...rows[row], [column]: value };
  }
  return { edition, year, ...tables } as Draft;
}

function figureOf(unit: string, kept: number, random: (below: number) => number): unknown {
  const chance = random(100);
  // Most drafts are mostly zeros: else no balance would ever hold.
  if (chance < (kept === 0 ? 100 : 90)) return unit === "amount" ? "0" : 0;
  if (chance < 93) return unit === "amount" ? `${random(1000)}.${random(10)}` : random(5);
  if (chance < 95) return null;
  if (chance < 96) return undefined;
  if (chance < 97) return unit === "amount" ? "1.123456" : Number.MAX_SAFE_INTEGER;
  if (chance < 98) return unit === "amount" ? "1.1234567" : -1;
  if (chance < 99) return unit === "amount" ? "-1" : -Number.MAX_SAFE_INTEGER;
  return unit === "amount" ? "０" : 1;
}

/** Generated reports with what the library says of them. */
export function generatedSubjects(count: number, seed: number): readonly Subject[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i): Subject => {
    const edition = editionIds[i % editionIds.length] ?? "2021";
    const current = generatedDraft(edition, 2024, random);
    const previous = generatedDraft(editionIds[random(editionIds.length)] ?? edition, 2023, random);
    const children = Array.from({ length: random(3) }, () => generatedDraft(edition, 2024, random));
    const complete = random(2) === 0;
    return { current, previous, children, complete, expected: libraryOutcomes(current, previous, children, complete) };
  });
}

function libraryOutcomes(current: Draft, previous: Draft, children: readonly Draft[], complete: boolean) {
  const linear = new Set(rulesDataOf(current.edition).rules.flatMap(({ kind, id }) => (kind === "function" ? [] : [id])));
  const told = (name: string, draft: Draft): Draft => ({ ...draft, agency: { name } });
  const verdicts = [
    ...validate(current, { rules: plausibilityRulesOf(current.edition) }).verdicts,
    ...validateSeries([told("某市", previous), told("某市", current)]).verdicts,
    ...(children.length === 0
      ? []
      : validateConsolidation(
          told("某市", current),
          children.map((child, i) => told(`某市第${i}局`, child)),
          { complete },
        ).verdicts),
  ];
  return new Map(verdicts.filter(({ rule }) => linear.has(rule)).map(({ rule, outcome }) => [rule, outcome]));
}

/** Subjects put together as far as their rules share no figure, so that thousands of cases are some hundred reports. */
export function packed(subjects: readonly Subject[]): readonly Subject[] {
  const bins = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const { current, previous, children, complete } = subject;
    const key = [current.edition, previous?.edition, children.length, complete].join(" ");
    const open = bins.get(key) ?? [];
    bins.set(key, open);
    const at = open.findIndex((other) => disjoint(other.addresses ?? [], subject.addresses ?? []));
    const other = open[at];
    if (other === undefined) open.push(subject);
    else open[at] = together(other, subject);
  }
  return [...bins.values()].flat();
}

const disjoint = (a: readonly string[], b: readonly string[]): boolean => !b.some((address) => a.includes(address));

function together(a: Subject, b: Subject): Subject {
  return {
    current: merged(a.current, b.current),
    previous: a.previous === null || b.previous === null ? null : merged(a.previous, b.previous),
    children: a.children.map((child, i) => merged(child, b.children[i] ?? child)),
    complete: a.complete,
    expected: new Map([...a.expected, ...b.expected]),
    addresses: [...(a.addresses ?? []), ...(b.addresses ?? [])],
  };
}

function merged<T>(a: T, b: T): T {
  if (!isRecord(a) || !isRecord(b)) return b;
  return { ...a, ...Object.fromEntries(Object.entries(b).map(([key, value]) => [key, merged(a[key] ?? value, value)])) } as T;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
