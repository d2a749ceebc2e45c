import { describe, expect, it } from "vitest";
import { placeIn } from "../../src/findings/finding.js";
import { contestedRows, type ReadRow } from "../../src/reading/contestedRows.js";
import { allVocabularies, type FormRow } from "../../src/reading/labels.js";
import type { FoundRow, Refusal } from "../../src/reading/matchTables.js";
import type { SourceCell } from "../../src/reading/source.js";
import { readToken } from "../../src/reading/tokens.js";

const at: SourceCell = { text: "x", rowspan: 1, colspan: 1, place: placeIn("html") };

const rows = allVocabularies.filter(({ form }) => form.id === "2021").flatMap((vocabulary) => vocabulary.rows);
const rowOf = (record: string): FormRow => {
  const found = rows.find(({ cells }) => cells[0]?.record === record);
  if (found === undefined) throw new Error(record);
  return found;
};
const A = rowOf("granted");
const B = rowOf("repeatedRequest");
/** The only row of a table without row headings. */
const ACROSS = rowOf("reconsideration");

const layoutOf = ({ family }: FormRow): FoundRow["layout"] => ({
  family,
  from: 0,
  width: 0,
  grid: [],
  order: [],
  moneyUnits: new Map(),
});
const [ONE, TWO, THREE] = [layoutOf(A), layoutOf(A), layoutOf(A)];

/** A line of a table that has some figures; `null` has no cell. */
function line(row: FormRow, layout: FoundRow["layout"], ...texts: readonly (string | null)[]): ReadRow {
  const [cell] = row.cells;
  if (cell === undefined) throw new Error("no figures");
  const reads = texts.map((raw) => ({
    cell,
    source: null,
    raw,
    token: readToken(raw ?? "", "count"),
    trouble: null,
    stated: null,
    unitAssumed: false,
  }));
  const found: FoundRow = {
    row,
    layout,
    figures: [],
    at,
    moneyUnit: null,
    by: "position",
    said: { units: [], otherYear: null },
  };
  return { found, reads };
}

/** The contested ones of some lines, by record. */
function contested(lines: readonly ReadRow[], refusals: readonly Refusal[] = []): readonly (string | undefined)[] {
  const found = new Map<FormRow, readonly ReadRow[]>();
  for (const one of lines) found.set(one.found.row, [...(found.get(one.found.row) ?? []), one]);
  return [...contestedRows(found, refusals)].map(({ cells }) => cells[0]?.record);
}

describe("a row that stands in one of two tables", () => {
  it.each<readonly [string, readonly ReadRow[], readonly string[]]>([
    ["is not contested where there is one table", [line(A, ONE, "7"), line(B, ONE, "1")], []],
    ["is not contested where that table says two things", [line(A, ONE, "7"), line(A, ONE, "8"), line(B, ONE, "1")], []],
    ["is not contested where both agree", [line(A, ONE, "7"), line(A, TWO, "7"), line(B, ONE, "1")], []],
    ["is contested where they do not", [line(A, ONE, "7"), line(A, TWO, "8"), line(B, ONE, "1")], ["repeatedRequest"]],
    ["is contested in whichever it stands", [line(A, ONE, "7"), line(A, TWO, "8"), line(B, TWO, "1")], ["repeatedRequest"]],
    [
      "is contested though it stands there twice",
      [line(A, ONE, "7"), line(A, TWO, "8"), line(B, ONE, "1"), line(B, ONE, "1")],
      ["repeatedRequest"],
    ],
    [
      "is not contested where it stands in both",
      [line(A, ONE, "7"), line(A, TWO, "8"), line(B, ONE, "1"), line(B, TWO, "1")],
      [],
    ],
    ["is not contested in a third one", [line(A, ONE, "7"), line(A, TWO, "8"), line(B, THREE, "1")], []],
    [
      "is contested where one of three does not agree",
      [line(A, ONE, "7"), line(A, TWO, "7"), line(A, THREE, "8"), line(B, ONE, "1")],
      ["repeatedRequest"],
    ],
    [
      "is not contested where both agree but for an empty line below",
      [line(A, ONE, "7"), line(A, ONE, ""), line(A, TWO, "7"), line(B, ONE, "1")],
      [],
    ],
    [
      "is not contested where both agree but for an empty line above",
      [line(A, ONE, ""), line(A, ONE, "7"), line(A, TWO, "7"), line(B, ONE, "1")],
      [],
    ],
    [
      "is contested where the other has an empty line only",
      [line(A, ONE, "7"), line(A, TWO, ""), line(B, ONE, "1")],
      ["repeatedRequest"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(contested(lines)).toEqual(expected);
  });
});

describe("the row of a table without row headings", () => {
  const [one, two] = [layoutOf(ACROSS), layoutOf(ACROSS)];

  it("is contested where one of two tables is empty", () => {
    expect(contested([line(ACROSS, one, "7"), line(ACROSS, two, "")])).toEqual(["reconsideration"]);
  });

  it("is compared as any other where none is", () => {
    expect(contested([line(ACROSS, one, "7"), line(ACROSS, two, "8")])).toEqual([]);
  });
});

describe("a row beside something that was not read", () => {
  const { family } = A;
  const unheaded = (...texts: readonly string[]): Refusal => ({ kind: "unheaded", row: A, at, texts });

  it.each<readonly [string, Refusal, boolean]>([
    ["a row of its name with figures", { kind: "misaligned", row: A, at, expected: 7, found: 6, filled: true }, true],
    ["a row of its name without figures", { kind: "misaligned", row: A, at, expected: 7, found: 6, filled: false }, false],
    ["another row", { kind: "misaligned", row: B, at, expected: 7, found: 6, filled: true }, false],
    ["a table too large that names it", { kind: "tooLarge", at, rows: [B, A] }, true],
    ["a table too large that does not", { kind: "tooLarge", at, rows: [B] }, false],
    ["the same below no headings", unheaded("7", "0"), false],
    ["less below no headings", unheaded("7"), true],
    ["more below no headings", unheaded("7", "0", "0"), true],
    ["other figures below no headings", unheaded("7", "1"), true],
    ["columns", { kind: "columns", family, at, found: [] }, false],
    ["a remark that is not clear", { kind: "unclear", row: A, at, found: "x" }, false],
    ["a heading out of place", { kind: "outOfPlace", row: A, at }, false],
    ["an unknown row", { kind: "unknown", family, at }, false],
  ])("%s", (_, refusal, expected) => {
    expect(contested([line(A, ONE, "7", "", null, "0")], [refusal])).toEqual(expected ? ["granted"] : []);
  });

  it("is not contested where one of its lines says the same", () => {
    expect(contested([line(A, ONE, "8"), line(A, ONE, "7")], [unheaded("7")])).toEqual([]);
  });
});
