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
  const open = counts.undetermined === 0 ? "" : `，${counts.undetermined}条无法判定`;
  const violated = counts.violated === 0 ? "" : `，${counts.violated}条不成立`;
  console.log(
    `  ${status === "balanced" ? "勾稽关系全部成立" : "勾稽关系不成立"}（${status}）：${counts.holds}条规则成立${violated}${open}`,
  );
}

const dump = readFileSync(`${ROOT}docs/demo/report.txt`, "utf8");

step("1. 读取 docs/demo/report.txt");
const reading = readText(dump);
if (reading.draft === null || !isComplete(reading.draft)) throw new Error("the bundled report is complete");
const report = reading.draft;
const form = describeForm(report.edition);
console.log(
  `  ${report.agency.name}，${report.year}年，${report.edition}版格式：共${reading.log.length}个数字，各自记有所在的行`,
);

step("2. 核对勾稽关系");
const validation = validate(report);
summary(validation);
const balances = validation.verdicts.filter(({ rule }) => !rule.startsWith("domain."));
console.log(`  其中等式${balances.length}条，成立${balances.filter(({ outcome }) => outcome === "holds").length}条`);

step("3. 按规定格式打印");
console.log(renderText(report, { tablesOnly: true }));

step("4. 输出 JSON 与网页");
mkdirSync(OUT, { recursive: true });
for (const [name, text] of [
  ["report.json", toJson(report, { indent: 2 })],
  ["report.html", renderHtml(report)],
] as const) {
  writeFileSync(join(OUT, name), text);
  console.log(`  ${join(OUT, name)}`);
}

step("5. 假设录错一个数字");
const cell = form.byAddress["requests.granted.naturalPerson"];
const line = reading.places["requests.granted.naturalPerson"]?.line ?? null;
if (cell === undefined || line === null) throw new Error("the figure has a place");
const mistyped = dump
  .split("\n")
  .map((text, i) => (i === line - 1 ? text.replace("4", "40") : text))
  .join("\n");
console.log(`  第${line}行：4 → 40`);
const again = readText(mistyped);
if (again.draft === null) throw new Error("the mistyped report is readable");
const found = validateAndExplain(again.draft, { places: again.places });
summary(found);
for (const { message, cells } of found.findings) {
  const places = cells.flatMap(({ place }) => (place === null ? [] : [place.line]));
  console.log(`  - ${message}${cells.length === 1 ? `【第${places.join("、")}行】` : ""}`);
}
writeFileSync(join(OUT, "marked.html"), renderHtml(again.draft, { validation: found }));
console.log(`  标有错误的表格：${join(OUT, "marked.html")}`);

const [only] = found.explanation.repairs;
const right = only?.changes[0];
if (!found.explanation.certain || right?.address !== cell.address || right.to !== 4)
  throw new Error("the mistyped figure is found");
console.log(`\n已找出录错的数字：${formatCoordinate(cell.coordinate, "zh")}应为${right.to}。\n`);
console.log(`The wrong figure was found: ${formatCoordinate(cell.coordinate, "en")} should be ${right.to}.\n`);
