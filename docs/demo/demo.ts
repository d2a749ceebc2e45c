/**
 * The main job, shown on a report as agencies publish it: a page dumped as text, one cell a line. It is read, checked, printed
 * as the official table and written as a page; then one figure is mistyped, and the check names it.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { renderHtml } from "../../src/html.js";
import { describeForm, formatCoordinate, isComplete, toJson, type Validation, validate } from "../../src/index.js";
import { validateAndExplain } from "../../src/repair.js";
import { readText, renderText } from "../../src/text.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OUT = join(tmpdir(), "disclosure-report-demo");

const step = (title: string): void => console.log(`\n\u001b[1m${title}\u001b[0m`);

function summary({ status, counts }: Validation): void {
  console.log(`  ${status}: ${counts.holds} rules hold, ${counts.violated} violated, ${counts.undetermined} undetermined`);
}

const dump = readFileSync(`${ROOT}docs/demo/report.txt`, "utf8");

step("1. Read docs/demo/report.txt 读取");
const reading = readText(dump);
if (reading.draft === null || !isComplete(reading.draft)) throw new Error("the bundled report is complete");
const report = reading.draft;
const form = describeForm(report.edition);
console.log(
  `  ${report.agency.name}, ${report.year}, edition ${report.edition}: ${reading.log.length} figures, each with its line`,
);

step("2. Check the balancing rules 核对勾稽关系");
const validation = validate(report, { language: "en" });
summary(validation);
const balances = validation.verdicts.filter(({ rule }) => !rule.startsWith("domain."));
console.log(`  ${balances.filter(({ outcome }) => outcome === "holds").length} of ${balances.length} balances hold`);

step("3. Print the official table 打印");
console.log(renderText(report, { tablesOnly: true }));

step("4. Write it as JSON and as a page 输出");
mkdirSync(OUT, { recursive: true });
for (const [name, text] of [
  ["report.json", toJson(report, { indent: 2 })],
  ["report.html", renderHtml(report)],
] as const) {
  writeFileSync(join(OUT, name), text);
  console.log(`  ${join(OUT, name)}`);
}

step("5. The same with one figure mistyped 录错一个数字");
const cell = form.byAddress.get("requests.granted.naturalPerson");
const line = reading.places.get("requests.granted.naturalPerson")?.line ?? null;
if (cell === undefined || line === null) throw new Error("the figure has a place");
const mistyped = dump
  .split("\n")
  .map((text, i) => (i === line - 1 ? text.replace("4", "40") : text))
  .join("\n");
console.log(`  line ${line}: 4 → 40`);
const again = readText(mistyped);
if (again.draft === null) throw new Error("the mistyped report is readable");
const found = validateAndExplain(again.draft, { language: "en", places: again.places });
summary(found);
for (const { message, cells } of found.findings) {
  const places = cells.flatMap(({ place }) => (place === null ? [] : [place.line]));
  console.log(`  - ${message}${cells.length === 1 ? ` [line ${places.join(", ")}]` : ""}`);
}
writeFileSync(join(OUT, "marked.html"), renderHtml(again.draft, { validation: found, language: "en" }));
console.log(`  the form with the marks: ${join(OUT, "marked.html")}`);

const [only] = found.explanation.repairs;
const right = only?.changes[0];
if (!found.explanation.certain || right?.address !== cell.address || right.to !== 4)
  throw new Error("the mistyped figure is found");
console.log(`\nThe wrong figure was found: ${formatCoordinate(cell.coordinate, "en")} should be ${right.to}.\n`);
