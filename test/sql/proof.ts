/**
 * Holds SQL against the library: every case of the kit about rules, and generated reports, in both databases and both shapes.
 * Run by `npm run proof:sql`; the suite has a sample. `npm run proof:sql -- 200` generates fewer.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { readKit } from "../../src/cli/conformance/kit.js";
import { questionsOf } from "../../src/standard/conformance/kit.js";
import { differences, generatedSubjects, load, packed, type Shape, setUp, subjectsOf } from "./compare.js";
import { engines } from "./engines.js";
import { unparsedViews } from "./grammars.js";

const COUNT = Number(process.argv[2] ?? 2000);
/** Databases inside the process have little memory, so that reports come in batches, each in a schema of its own. */
const BATCH = 1000;

const kit = await readKit({
  readFile: async (path) => new Uint8Array(readFileSync(path)),
  listFolder: async (path) => (statSync(path).isDirectory() ? readdirSync(path).sort() : null),
  standard: "docs/standard",
});
const subjects = { kit: packed(subjectsOf(questionsOf(kit))), generated: generatedSubjects(COUNT, 13) };

let wrong = 0;
for (const [dialect, open] of Object.entries(engines)) {
  for (const shape of ["long", "wide"] satisfies Shape[]) {
    for (const [name, all] of Object.entries(subjects)) {
      const engine = await open();
      await setUp(engine, shape, "base");
      const started = performance.now();
      const found: string[] = [];
      for (let from = 0; from < all.length; from += BATCH) {
        const some = all.slice(from, from + BATCH);
        await load(engine, shape, some);
        found.push(...(await differences(engine, shape, some)));
        for (const table of shape === "long" ? ["report", "figure"] : ["report_2021", "report_2019"]) {
          await engine.run(`DELETE FROM ${table}`);
        }
        for (const table of ["report_member", "asked"]) await engine.run(`DELETE FROM ${table}`);
      }
      const outcomes = all.reduce((sum, { expected }) => sum + expected.size, 0);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(
        `${dialect} ${shape}, ${name}: ${all.length} reports, ${outcomes} outcomes, ${found.length} differ (${seconds} s)`,
      );
      for (const line of found.slice(0, 10)) console.log(`  ${line}`);
      wrong += found.length;
      await engine.close();
    }
  }
}
const unparsed = await unparsedViews();
console.log(`views under the grammars of Spark SQL, Trino and Flink: ${unparsed.length} do not parse`);
for (const line of unparsed) console.log(`  ${line}`);
process.exitCode = wrong + unparsed.length === 0 ? 0 : 1;
