/** Reports in DuckDB, one a row, against the library: loaded from tidy lines and judged, by default 200,000 of them. */
import fc from "fast-check";
import { type Draft, parseDraft, safeParseDraftJson, toJson, validate } from "../../src/index.js";
import { sqlLoadOf, sqlOf } from "../../src/sql.js";
import { engines, runAll } from "../sql/engines.js";
import { TIDY_HEAD, tidyLines } from "../sql/tidyLines.js";
import { mutable, reports } from "../support/arbitraries.js";

const COUNT = Number(process.argv[2] ?? 200_000);
/** Different reports; the others are their copies under other names. */
const SEEDS = 500;
/** One report of so many has a wrong figure. */
const WRONG = 20;
/** Reports whose lines lie in the tidy table at once. */
const BATCH = 20_000;

const drafts = fc.sample(reports("2021"), { numRuns: SEEDS, seed: 7 }).map((report, i): Draft => {
  const named = { ...mutable(report), year: 2024, agency: { name: `某县第${i}局` } };
  if (i % WRONG !== 0) return named;
  const { upheld } = named.remedies.reconsideration;
  return {
    ...named,
    remedies: { ...named.remedies, reconsideration: { ...named.remedies.reconsideration, upheld: upheld + 1 } },
  };
});
const options = { dialect: "duckdb", shape: "wide", editions: ["2021"] } as const;
const engine = await engines.duckdb();
await runAll(engine, sqlOf(options));
await engine.copy("tidy", TIDY_HEAD + drafts.map((draft, i) => tidyLines(draft, `${i}.json`)).join(""));
await engine.run("CREATE TABLE seed AS SELECT * FROM tidy; DELETE FROM tidy");

/** Seconds of the processor, the threads of the database included: what else the machine does is not counted. */
async function seconds(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

let load = 0;
for (let from = 0; from < COUNT; from += BATCH) {
  const copies = Math.ceil(Math.min(BATCH, COUNT - from) / SEEDS);
  await engine.run(
    `INSERT INTO tidy SELECT s.* REPLACE (concat('${from}-', n.i, '/', s.file) AS file, concat(s.agency, '${from}-', n.i) AS agency) FROM seed s, range(${copies}) n(i)`,
  );
  load += await seconds(() => runAll(engine, sqlLoadOf(options)));
}
const [counted] = await engine.rows("SELECT count(*) AS n FROM report_2021");
const loaded = Number(counted?.["n"]);
const status = await seconds(() => engine.rows("SELECT status, count(*) FROM report_status GROUP BY status"));
const verdicts = await seconds(async () => {
  for (const view of ["balance_verdict_2021", "domain_verdict_2021"])
    await engine.run(`CREATE OR REPLACE TEMP TABLE judged AS SELECT * FROM ${view}`);
});
const findings = await seconds(() => engine.rows("SELECT rule_id, count(*) FROM finding GROUP BY rule_id"));
await engine.close();

const texts = drafts.map((draft) => toJson(draft));
const parsed = texts.map((text) => parseDraft(JSON.parse(text)));
const rounds = Math.max(1, Math.round(10_000 / SEEDS));
const inMemory = await perReport(async () => {
  for (const draft of parsed) validate(draft);
});
const fromText = await perReport(async () => {
  for (const text of texts) {
    const result = safeParseDraftJson(text);
    if (result.success) validate(result.data);
  }
});

async function perReport(run: () => Promise<void>): Promise<number> {
  await run();
  const all = await seconds(async () => {
    for (let i = 0; i < rounds; i += 1) await run();
  });
  return (all / rounds / SEEDS) * 1e6;
}

const micro = (time: number): number => (time / loaded) * 1e6;
console.log(`\n${loaded} reports in DuckDB, wide, one thread, against the library in one process\n`);
console.log("| what | µs a report | ratio |\n| --- | ---: | ---: |");
for (const [name, time] of [
  ["library: schema and all rules, from JSON text", fromText],
  ["library: all rules, from drafts in memory", inMemory],
  ["DuckDB: lines of the tidy table into report_2021", micro(load)],
  ["DuckDB: status of every report", micro(status)],
  ["DuckDB: verdicts of every balance and domain", micro(verdicts)],
  ["DuckDB: findings by rule", micro(findings)],
] as const) {
  console.log(`| ${name} | ${time.toFixed(1)} | ${(time / fromText).toFixed(3)} |`);
}
