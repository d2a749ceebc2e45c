/**
 * Runs in a copy of the sources that has a third edition, in a process of its own: rules, builder, schema, writers, readers. Prints
 * what the old editions are, for the test to compare with what they are here.
 */
import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";

const [, , root = "", edition = "", record = "", field = ""] = process.argv;
const load = (door: string) => import(pathToFileURL(`${root}/src/${door}.ts`).href);
const core = await load("index");
const { checkReport, rulesOf } = await load("check");
const { validateSeries } = await load("series");
const { consolidate } = await load("consolidation");
const { locateErrors } = await load("repair");

function expect(said: string, actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${said}: ${a}, expected ${b}`);
}

const build = (agency: string, year: number, count: number) =>
  core
    .reportBuilder(edition, { agency: { name: agency }, year })
    .disclosure({ administrativeFees: { feesCollected: "38.09533" } }, { omitted: 0 })
    .requests(
      {
        received: { naturalPerson: 9 },
        broughtForward: { naturalPerson: 1 },
        granted: { naturalPerson: 4 },
        [record]: { naturalPerson: count },
      },
      { omitted: 0 },
    )
    .remedies({ reconsideration: { upheld: 1, [field]: 2 } }, { omitted: 0 })
    .build();

const year = Number(edition) + 1;
const report = build("某县人民政府", year, 3);
const form = core.describeForm(edition);
expect("figures", form.cells.length, 200 + 7 + 3);
expect(
  "edition of its years",
  [core.editionForYear(year), core.editionForYear(2023), core.editionForYear(2020)],
  [edition, "2021", "2019"],
);
expect(
  "totals",
  [report.requests.concluded.total, report.requests.carriedForward.total, report.remedies.reconsideration.total],
  [7, 3, 3],
);
expect("balances", rulesOf(edition, { scope: "report", kind: "linear", severity: "error" }).length, 7 + 7 + 26 + 3);
expect("rules", core.validate(report).status, "balanced");
expect("schema", core.parseReport(JSON.parse(core.toJson(report))), report);

const wrong = structuredClone(report);
wrong.requests[record].naturalPerson = 30;
expect(
  "a wrong figure of the new row",
  locateErrors(wrong).repairs[0]?.changes.map((change: { address: string; to: number }) => [change.address, change.to]),
  [[`requests.${record}.naturalPerson`, 3]],
);
expect("everything one has", checkReport(report, { advice: true, explain: true }).status, "balanced");
const last = core
  .reportBuilder("2021", { agency: { name: "某县人民政府" }, year: year - 1, evenIfOtherEdition: true })
  .disclosure({}, { omitted: 0 })
  .requests({ received: { naturalPerson: 1 } }, { omitted: 0 })
  .remedies({}, { omitted: 0 })
  .build();
expect("the year before, on the edition before", validateSeries([last, report]).counts.violated, 1);
expect(
  "levels",
  core.figureAt(consolidate([build("甲县", year, 1), build("乙县", year, 2)]).draft, `requests.${record}.total`),
  3,
);

const same = (said: string, draft: unknown): void => expect(said, [...core.figuresOf(draft)], [...core.figuresOf(report)]);
const { readHtml, renderHtml } = await load("html");
const { readText, renderText } = await load("text");
const { readDocx, writeDocx } = await load("docx");
const { readXlsx, writeXlsx } = await load("xlsx");
for (const [name, reading] of [
  ["HTML", readHtml(renderHtml(report))],
  ["text", readText(renderText(report))],
  ["Word", readDocx(await writeDocx(report))],
  ["Excel", readXlsx(await writeXlsx(report))],
] as const) {
  const { draft } = await reading;
  expect(`${name}: edition`, draft?.edition, edition);
  same(name, draft);
}

const old = ["2021", "2019"].map((id) => {
  const { edition: definition, cells } = core.describeForm(id);
  return createHash("sha256")
    .update(JSON.stringify([definition, cells, rulesOf(id)]))
    .digest("hex");
});
process.stdout.write(JSON.stringify(old));
