import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { editionIds } from "../../src/index.js";
import { jsonSchema } from "./jsonSchema.js";
import { formPage, rulesPage } from "./pages.js";
import { reportTypesIndex, reportTypesOf } from "./reportTypes.js";
import { ruleAnalysisPage } from "./ruleAnalysis.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Every file that is generated from the data of the library, by path. */
const files: ReadonlyMap<string, string> = new Map([
  ["docs/form.md", formPage()],
  ["docs/rules.md", rulesPage()],
  ["docs/rule-analysis.md", ruleAnalysisPage()],
  ["src/report/generated/index.ts", reportTypesIndex()],
  ...editionIds.map((edition) => [`src/report/generated/edition${edition}.ts`, reportTypesOf(edition)] as const),
  ...editionIds.flatMap((edition) =>
    (["report", "draft"] as const).map(
      (kind) =>
        [`docs/schema/${kind}-${edition}.schema.json`, `${JSON.stringify(jsonSchema(edition, kind), null, 2)}\n`] as const,
    ),
  ),
]);

/** Reads a file; `null` where there is none. */
function current(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

const checkOnly = process.argv.includes("--check");
const stale = [...files].filter(([path, text]) => current(ROOT + path) !== text);
for (const [path, text] of stale) {
  console.log(`${checkOnly ? "stale" : "written"}: ${path}`);
  if (checkOnly) continue;
  mkdirSync(dirname(ROOT + path), { recursive: true });
  writeFileSync(ROOT + path, text);
}
if (checkOnly && stale.length > 0) process.exitCode = 1;
else if (stale.length === 0) console.log(`${files.size} generated files are up to date`);
