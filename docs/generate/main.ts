import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { editionIds } from "../../src/index.js";
import { countingPage } from "./counting/page.js";
import { formPage, rulesPage } from "./pages.js";
import { reportTypesIndex, reportTypesOf } from "./reportTypes.js";
import { ruleAnalysisPage } from "./ruleAnalysis.js";
import { STANDARD, standardFiles } from "./standard/files.js";

/** The folder of the project, where npm runs its scripts. */
const ROOT = `${process.cwd()}/`;

/** What is under docs/standard and is not generated: pages, and the documents of the conformance kit. */
function writtenByHand(): ReadonlyMap<string, Uint8Array> {
  const paths = filesBelow(STANDARD).filter((path) => path.endsWith(".md") || path.startsWith("documents/"));
  return new Map(paths.map((path) => [path, readFileSync(ROOT + STANDARD + path)]));
}

/** Paths of all files below a folder; none where there is no folder. */
function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(ROOT + folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(ROOT + folder, join(entry.parentPath, entry.name)))
      .sort();
  } catch {
    return [];
  }
}

/** Every file that is generated from the data of the library, by path. */
const files: ReadonlyMap<string, string> = new Map([
  ["docs/form.md", formPage()],
  ["docs/rules.md", rulesPage()],
  ["docs/counting.md", countingPage("en")],
  ["docs/counting.zh-CN.md", countingPage("zh")],
  ["docs/rule-analysis.md", ruleAnalysisPage("en")],
  ["docs/rule-analysis.zh-CN.md", ruleAnalysisPage("zh")],
  ["src/report/generated/index.ts", reportTypesIndex()],
  ...editionIds.map((edition) => [`src/report/generated/edition${edition}.ts`, reportTypesOf(edition)] as const),
  ...(await standardFiles(writtenByHand())),
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
const handWritten = writtenByHand();
const left = filesBelow(STANDARD).filter((path) => !files.has(STANDARD + path) && !handWritten.has(path));
for (const path of left) {
  console.log(`${checkOnly ? "left over" : "removed"}: ${STANDARD}${path}`);
  if (!checkOnly) rmSync(ROOT + STANDARD + path);
}
if (checkOnly && left.length > 0) process.exitCode = 1;
if (checkOnly && stale.length > 0) process.exitCode = 1;
else if (stale.length + left.length === 0) console.log(`${files.size} generated files are up to date`);
