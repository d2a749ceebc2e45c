import { describe, expect, it } from "vitest";
import { aliasesOf } from "../../src/form/aliases.js";
import { layoutOf } from "../../src/form/layout.js";
import { sectionsOf } from "../../src/form/sections.js";
import * as terms from "../../src/form/terms.js";
import {
  type Address,
  cellLabel,
  describeForm,
  editionForYear,
  editionIds,
  formatCitation,
  formatCoordinate,
  printTables,
  type Term,
} from "../../src/index.js";
import { type PrintedRow, requestBases, sectionTitles, transcription } from "./transcription.js";

const normal = (row: PrintedRow) => row.map((cell) => (typeof cell === "string" ? [cell, 1, 1] : [...cell]));

describe.each(editionIds)("the form of %s", (id) => {
  const form = describeForm(id);

  it("prints what the official form prints, place by place", () => {
    const printed = printTables({ edition: id }).map(({ rows }) =>
      rows.map((row) => row.map(({ kind, text, colspan, rowspan }) => [kind === "figure" ? "#" : text, colspan, rowspan])),
    );
    expect(printed).toEqual(transcription[id]?.map((table) => table.map(normal)));
  });

  it("tiles every table without hole or overlap", () => {
    for (const layout of form.tables.map(layoutOf)) {
      const hits = new Map<string, number>();
      for (const { row, column, rowspan, colspan } of layout.cells) {
        for (let r = row; r < row + rowspan; r += 1) {
          for (let c = column; c < column + colspan; c += 1) hits.set(`${r}:${c}`, (hits.get(`${r}:${c}`) ?? 0) + 1);
        }
      }
      expect(hits.size).toBe(layout.rows * layout.columns);
      expect([...hits.values()].every((count) => count === 1)).toBe(true);
      for (const { row, column, rowspan, colspan } of layout.cells) {
        expect(row + rowspan).toBeLessThanOrEqual(layout.rows);
        expect(column + colspan).toBeLessThanOrEqual(layout.columns);
      }
    }
  });

  it("gives every figure an address and a coordinate of its own", () => {
    expect(new Set(form.cells.map(({ address }) => address)).size).toBe(form.cells.length);
    expect(new Set(form.cells.map(({ coordinate: { table, row, column } }) => `${table}${row}:${column}`)).size).toBe(
      form.cells.length,
    );
    expect(form.cells.map(({ index }) => index)).toEqual(form.cells.map((_, i) => i));
    for (const cell of form.cells) expect(form.byAddress[cell.address]).toBe(cell);
  });

  it("has the six sections", () => {
    expect(sectionsOf(id).map(({ number, title }) => `${number}、${title}`)).toEqual(sectionTitles);
    expect(sectionsOf(id)[0]?.parts.map(({ label }) => label)).toEqual([
      "主动公开",
      "依申请公开",
      "政府信息管理",
      "政府信息公开平台建设",
      "监督保障",
    ]);
  });

  it("gives every table as many widths as grid columns", () => {
    for (const table of form.tables) expect(table.definition.widths).toHaveLength(layoutOf(table).columns);
  });
});

describe("coordinates", () => {
  it.each([
    ["2021", "disclosure.administrativeRules.issued", "二", 1, 1],
    ["2021", "disclosure.administrativeFees.feesCollected", "二", 6, 1],
    ["2021", "requests.received.naturalPerson", "三", 1, 1],
    ["2021", "requests.granted.naturalPerson", "三", 3, 1],
    ["2021", "requests.otherReasons.total", "三", 23, 7],
    ["2021", "requests.concluded.total", "三", 24, 7],
    ["2021", "requests.carriedForward.total", "三", 25, 7],
    ["2021", "remedies.reconsideration.upheld", "四", 1, 1],
    ["2021", "remedies.litigationAfterReconsideration.total", "四", 1, 15],
    ["2019", "disclosure.governmentProcurement.procurementAmount", "二", 8, 2],
    ["2019", "requests.otherHandling.total", "三", 21, 7],
    ["2019", "requests.carriedForward.otherOrganization", "三", 23, 6],
  ] as const)("%s %s stands in table %s, row %i, column %i", (id, address, table, row, column) => {
    expect(describeForm(id).byAddress[address]?.coordinate).toEqual({ table, row, column });
  });

  it("count 200 figures in 2021 and 198 in 2019", () => {
    const sizes = (id: "2021" | "2019") => describeForm(id).tables.map(({ cells }) => cells.length);
    expect(sizes("2021")).toEqual([10, 175, 15]);
    expect(sizes("2019")).toEqual([22, 161, 15]);
  });

  it("are types as well", () => {
    const right: Address<"2021"> = "requests.granted.naturalPerson";
    // @ts-expect-error: there is no such category
    const wrong: Address<"2021"> = "requests.granted.person";
    // @ts-expect-error: the row is of the other edition
    const other: Address<"2019"> = "requests.feeNotPaidInTime.total";
    expect([right, wrong, other]).toHaveLength(3);
  });
});

describe("code lists", () => {
  const lists = Object.entries(terms) as unknown as readonly (readonly [string, Readonly<Record<string, Term>>])[];

  it.each(lists)("%s: identifiers are keys, labels and glosses are there", (_, list) => {
    for (const [key, term] of Object.entries(list)) {
      expect(term.id).toBe(key);
      expect(term.id).toMatch(/^[a-z][A-Za-z]*$/);
      expect(term.label).not.toBe("");
      expect(term.english).not.toBe("");
      expect(aliasesOf(term)).not.toContain(term.label);
    }
  });

  it("cite the legal basis that the form gives each row", () => {
    const { cells } = describeForm("2021");
    for (let row = 1; row <= 25; row += 1) {
      const cell = cells.find(({ coordinate }) => coordinate.table === "三" && coordinate.row === row);
      const basis = cell?.recordPath.at(-1)?.term.basis.map(formatCitation).join("、");
      expect(`${row}: ${basis}`).toBe(`${row}: ${requestBases[row] ?? ""}`);
    }
  });

  it("state all fifteen items of article 20 in order", () => {
    const items = Object.values(terms.article20Items);
    expect(items.map(({ basis }) => basis[0]?.items?.[0])).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
    expect(items[13]?.label).toBe("公务员招考的职位、名额、报考条件等事项以及录用结果");
  });
});

describe("editions", () => {
  it.each([
    [2018, null],
    [2019, "2019"],
    [2020, "2019"],
    [2021, "2021"],
    [2099, "2021"],
  ])("the year %i belongs to %s", (year, id) => {
    expect(editionForYear(year)).toBe(id);
  });

  it("stand with the latest first", () => {
    expect(editionIds).toEqual(["2021", "2019"]);
  });

  it("refuse an unknown identifier with a code", () => {
    expect(() => describeForm("2022" as "2021")).toThrow(expect.objectContaining({ code: "form.unknownEdition" }));
    expect(() => describeForm("__proto__" as "2021")).toThrow(expect.objectContaining({ code: "form.unknownEdition" }));
  });
});

it("names a figure by all its headings, and by its place", () => {
  const cell = describeForm("2021").byAddress["remedies.directLitigation.pending"];
  if (cell === undefined) throw new Error("no such figure");
  expect(cellLabel(cell, "zh")).toBe("行政诉讼/未经复议直接起诉，尚未审结");
  expect(cellLabel(cell, "en")).toBe("administrative litigation / litigation without prior reconsideration, still pending");
  expect(formatCoordinate(cell.coordinate, "zh")).toBe("表四第1行第9列");
  expect(formatCoordinate(cell.coordinate, "en")).toBe("table 四, row 1, column 9");
});
