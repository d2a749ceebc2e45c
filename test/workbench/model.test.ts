import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { rulesOf } from "../../src/check.js";
import { describeForm, editionIds, figureAt, validate } from "../../src/index.js";
import { seda2023 } from "../support/seda.js";

const HOME = fileURLToPath(new URL("../../docs/workbench/", import.meta.url));

type Model = typeof import("../../docs/workbench/page/model.js");
let model: Model;

beforeAll(async () => {
  const rules = editionIds.map((id) => [
    id,
    {
      report: rulesOf(id, { kind: "linear", scope: "report", severity: "error" }),
      years: rulesOf(id, { kind: "linear", scope: "years" }),
    },
  ]);
  Reflect.set(globalThis, "LINEAR_RULES", Object.fromEntries(rules));
  model = await import("../../docs/workbench/page/model.js");
});

describe("what the workbench is made of", () => {
  const files = ["page", "worker"].flatMap((folder) => readdirSync(join(HOME, folder)).map((name) => join(folder, name)));

  it.each(files.filter((name) => /\.tsx?$/.test(name)))("%s imports public entries only, and casts nothing", (name) => {
    const source = readFileSync(join(HOME, name), "utf8");
    const imported = [...source.matchAll(/^(?:import|export)\b[^;"]*"([^"]+)";/gm)].map(([, specifier = ""]) => specifier);
    for (const specifier of imported)
      expect(specifier).toMatch(/^(disclosure-report(\/[\w-]+)?|preact(\/\w+)?|fflate|lzma1|\.{1,2}\/(worker\/)?[\w-]+\.js)$/);
    expect(source).not.toMatch(/[)}\]] as (?!const\b)|\bas unknown\b|innerHTML|dangerouslySetInnerHTML|\beval\b/);
  });
});

describe("typed", () => {
  const count = () => describeForm("2021").byAddress["requests.granted.total"];
  const amount = () => describeForm("2021").byAddress["disclosure.administrativeFees.feesCollected"];

  it.each([
    ["12", 12],
    [" １２ ", 12],
    ["1,024", 1024],
    ["0", 0],
    ["", null],
  ])("takes %j for %j", (text, figure) => {
    const cell = count();
    expect(cell && model.typed(cell, text)).toEqual({ figure });
  });

  it.each(["12件", "-", "无", "1,02", "1.5", "-3", "1e3", "约9", "９".repeat(60)])(
    "does not take %j for a figure, and keeps it",
    (text) => {
      const cell = count();
      expect(cell && "refused" in model.typed(cell, text)).toBe(true);
    },
  );

  it("takes amounts as text, to six decimals", () => {
    const cell = amount();
    expect(cell && model.typed(cell, "38.09533")).toEqual({ figure: "38.09533" });
    expect(cell && "refused" in model.typed(cell, "0.1234567")).toBe(true);
  });
});

describe("withTotals", () => {
  it("makes every definitional total follow, totals of totals too, whatever stood there", { tags: "property" }, () => {
    const form = describeForm("2021");
    const parts = form.cells.filter(
      ({ table, fieldPath, recordPath }) =>
        table === "requests" && fieldPath.at(-1)?.role === "part" && recordPath.at(-1)?.role === "outcome",
    );
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: parts.length, maxLength: parts.length }), (values) => {
        const figures = new Map(parts.map(({ address }, i) => [String(address), values[i] ?? 0]));
        const draft = model.withTotals(model.setFigures(seda2023, figures));
        const sum = values.reduce((all, value) => all + value, 0);
        return figureAt(draft, "requests.concluded.total") === sum;
      }),
      { numRuns: 20, seed: 7 },
    );
  });

  it("leaves a total blank where a part is blank", () => {
    const draft = model.withTotals(model.setFigures(seda2023, new Map([["requests.granted.naturalPerson", null]])));
    expect(figureAt(draft, "requests.granted.total")).toBeNull();
    expect(figureAt(draft, "requests.concluded.total")).toBeNull();
  });

  it("changes nothing of a report that balances", () => {
    expect(validate(model.withTotals(seda2023)).counts).toEqual(validate(seda2023).counts);
    expect(
      model.changesBetween(
        { draft: seda2023, refused: {}, mode: "check" },
        { draft: model.withTotals(seda2023), refused: {}, mode: "check" },
      ),
    ).toEqual([]);
  });
});

describe("yearOffers", () => {
  it("offers what last year tells of blanks, and nothing where something is typed", () => {
    const next = { edition: "2021", year: 2024, requests: { broughtForward: { total: 9 } } } as const;
    const offers = model.yearOffers(next, seda2023);
    expect(offers.map(({ address }) => address)).toContain("requests.broughtForward.naturalPerson");
    expect(offers.map(({ address }) => address)).not.toContain("requests.broughtForward.total");
  });
});
