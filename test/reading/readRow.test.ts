import { describe, expect, it } from "vitest";
import { placeIn } from "../../src/findings/finding.js";
import { describeForm } from "../../src/index.js";
import type { GridCell } from "../../src/reading/grid.js";
import { allVocabularies } from "../../src/reading/labels.js";
import type { FoundRow } from "../../src/reading/matchTables.js";
import { isBlank, type Read, readRow, sameReads } from "../../src/reading/readRow.js";
import type { SourceCell } from "../../src/reading/source.js";
import { readToken, type Token } from "../../src/reading/tokens.js";

const place = placeIn("html");

const source = (text: string, more: Partial<SourceCell> = {}): SourceCell => ({ text, rowspan: 1, colspan: 1, place, ...more });
const grid = (text: string, more: Partial<GridCell> = {}, own: Partial<SourceCell> = {}): GridCell => ({
  source: source(text, own),
  start: 0,
  end: 1,
  own: true,
  tall: false,
  ...more,
});

const rows = allVocabularies
  .filter(({ form }) => form.id === "2021")
  .flatMap(({ families }) => families)
  .flatMap((family) => family.rows);
const rowOf = (record: string) => {
  const found = rows.find(({ cells }) => cells[0]?.record === record);
  if (found === undefined) throw new Error(record);
  return found;
};

type Said = FoundRow["said"];
const SILENT: Said = { units: [], otherYear: null };

/** What is read of a row whose first figures stand in some cells; the others have none. */
function read(record: string, figures: readonly (readonly GridCell[])[], more: Partial<FoundRow> = {}): readonly Read[] {
  const row = rowOf(record);
  const layout = {
    family: row.family,
    columns: [],
    order: [],
    from: 0,
    width: 1,
    moneyUnits: new Map(),
  } as unknown as FoundRow["layout"];
  return readRow({ row, figures, layout, at: source("x"), moneyUnit: null, by: "position", said: SILENT, ...more });
}

const said = ([first]: readonly Read[]) => [first?.raw, first?.token.kind, first?.trouble];

describe("a figure in its place", () => {
  it.each<readonly [string, readonly GridCell[], readonly unknown[]]>([
    ["is read", [grid("7")], ["7", "figure", null]],
    ["is blank", [grid("")], ["", "blank", null]],
    ["may have no cell", [], [null, "blank", null]],
    ["may stand in several cells that agree", [grid("7"), grid("7")], ["7", "figure", null]],
    ["may stand in one of several cells", [grid(""), grid("7"), grid("")], ["7", "figure", null]],
    ["may stand in none of several cells", [grid(""), grid("")], ["", "blank", null]],
    ["is none where cells disagree", [grid("7"), grid(""), grid("8")], ["7 | 8", "blank", "conflicting"]],
    ["is none in a cell of which something is doubtful", [grid("7", {}, { doubt: "crossing" })], ["7", "blank", "crossing"]],
    ["is none beside such a cell", [grid("7"), grid("7", {}, { doubt: "recognised" })], ["7", "blank", "recognised"]],
    ["is none in a cell that reaches down", [grid("7", { tall: true })], ["7", "blank", "merged"]],
    ["is none in a cell from above", [grid("7", { own: false })], ["7", "blank", "merged"]],
    ["is blank in an empty one from above", [grid("", { own: false })], ["", "blank", null]],
    ["is none that can be told", [grid("x")], ["x", "unreadable", null]],
  ])("%s", (_, cells, expected) => {
    expect(said(read("granted", [cells]))).toEqual(expected);
  });

  it("is none in a cell that is the place of another figure too", () => {
    const shared = grid("7");
    expect(read("granted", [[shared], [grid("8")], [shared]]).map(({ trouble }) => trouble)).toEqual([
      "merged",
      null,
      "merged",
      null,
      null,
      null,
      null,
    ]);
  });
});

describe("an amount", () => {
  const fees = (text: string, more: Partial<FoundRow> = {}) => read("administrativeFees", [[grid(text)]], more)[0];
  const units = (...stated: readonly Said["units"][number]["unit"][]): Partial<FoundRow> => ({
    said: { units: stated.map((unit) => ({ unit, at: { text: "单位", place } })), otherYear: null },
  });

  it.each<readonly [string, Partial<FoundRow>, unknown, unknown, boolean]>([
    ["of which nothing says the unit", {}, "figure", "15", true],
    ["whose row says it", { moneyUnit: "元" }, "figure", "0.0015", false],
    ["whose table says it", units({ kind: "money", name: "元" }), "figure", "0.0015", false],
    ["whose table speaks of counts", units({ kind: "count" }), "figure", "15", true],
    ["whose table says it twice", units({ kind: "money", name: "元" }, { kind: "money", name: "元" }), "figure", "0.0015", false],
    ["whose table says two", units({ kind: "money", name: "元" }, { kind: "money", name: "万元" }), "blank", undefined, false],
    ["whose row and table say two", { moneyUnit: "万元", ...units({ kind: "money", name: "元" }) }, "blank", undefined, false],
    ["in a currency that cannot be converted", units({ kind: "unknown", name: "万美元" }), "blank", undefined, false],
    ["in 港币", units({ kind: "unknown", name: "港币" }), "blank", undefined, false],
    ["in 美金", units({ kind: "unknown", name: "美金" }), "blank", undefined, false],
    ["beside counts in ten thousands", units({ kind: "unknown", name: "万件" }), "figure", "15", true],
  ])("%s", (_, more, kind, value, assumed) => {
    const found = fees("15", more);
    expect(found?.token.kind).toBe(kind);
    expect(found?.token.kind === "figure" ? found.token.value : undefined).toBe(value);
    expect([found?.unitAssumed, found?.trouble, found?.stated]).toEqual(
      kind === "figure" ? [assumed, null, null] : [false, "unitUnclear", "单位"],
    );
  });

  it("of nothing, or with its unit beside it, assumes none", () => {
    expect([fees("0"), fees("15万元"), fees("")].map((found) => found?.unitAssumed)).toEqual([false, false, false]);
  });

  it("is not what counts in ten thousands are doubted for", () => {
    const counted = (unit: Said["units"][number]["unit"]) => said(read("granted", [[grid("7")]], units(unit)));
    expect(counted({ kind: "unknown", name: "万件" })).toEqual(["7", "blank", "unitUnclear"]);
    expect(counted({ kind: "unknown", name: "万美元" })).toEqual(["7", "figure", null]);
    expect(counted({ kind: "money", name: "元" })).toEqual(["7", "figure", null]);
    expect(counted({ kind: "count" })).toEqual(["7", "figure", null]);
  });
});

describe("two rows", () => {
  const reads = (...texts: readonly string[]): readonly Read[] => {
    const [cell] = describeForm("2021").cells;
    if (cell === undefined) throw new Error("no figures");
    return texts.map((raw) => {
      const token: Token = readToken(raw, "count");
      return { cell, source: null, raw, token, trouble: null, stated: null, unitAssumed: false };
    });
  };

  it.each<readonly [readonly string[], readonly string[], boolean]>([
    [["7", "0"], ["7", "0"], true],
    [["7", "0"], ["7", "1"], false],
    [["7", ""], ["7", "0"], false],
    [["7", "0"], ["7", ""], false],
    [["", "/"], ["", "/"], true],
    [["x"], ["y"], true],
    [["7", "8"], ["7"], false],
    [[""], [""], true],
  ])("%j and %j say the same: %s", (a, b, same) => {
    expect(sameReads(reads(...a), reads(...b))).toBe(same);
  });

  it.each<readonly [readonly string[], boolean]>([
    [["", ""], true],
    [["", "0"], false],
    [["", "/"], false],
    [[], true],
  ])("%j has nothing in it: %s", (texts, blank) => {
    expect(isBlank(reads(...texts))).toBe(blank);
  });
});
