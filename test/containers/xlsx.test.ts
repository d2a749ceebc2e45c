import { describe, expect, it } from "vitest";
import { readFormat } from "../../src/formats/xlsx/numberFormat.js";
import { xlsxToSource } from "../../src/formats/xlsx/read.js";
import { readNumber } from "../../src/formats/xlsx/readNumber.js";
import { MAX_MERGES } from "../../src/formats/xlsx/readWorkbook.js";
import { MAX_SHEET_CELLS } from "../../src/formats/xlsx/toSource.js";
import { parseAddress, parseRange } from "../../src/formats/xlsx/worksheet.js";
import { outline, type SheetParts, type WorkbookParts, xlsxFile } from "./support.js";

const source = (sheet: SheetParts | readonly SheetParts[], rest: Omit<WorkbookParts, "sheets"> = {}) =>
  xlsxToSource(xlsxFile({ sheets: "rows" in sheet ? [sheet] : sheet, ...rest }), "en");
const read = (...parameters: Parameters<typeof source>) => outline(source(...parameters));

const s = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const n = (address: string, value: string, style = "") => `<c r="${address}"${style}><v>${value}</v></c>`;
const row = (number: number, ...cells: readonly string[]) => `<row r="${number}">${cells.join("")}</row>`;
const merges = (...ranges: readonly string[]) =>
  `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;

/** The text of one cell beside another text. */
const cellText = (cell: string, rest: Omit<WorkbookParts, "sheets"> = {}) => {
  const [table] = read({ rows: row(1, s("A1", "x"), s("B1", "y")) + row(2, s("A2", "z"), cell) }, rest);
  return Array.isArray(table) ? table[1]?.[1] : table;
};

describe("readNumber", () => {
  it.each([
    ["0", "0"],
    ["-0", "0"],
    ["4", "4"],
    ["-4", "-4"],
    ["12345678901234567890", "12345678901234567890"],
    ["38.09533", "38.09533"],
    ["38.095330000000004", "38.09533"],
    ["38.095329999999997", "38.09533"],
    ["1.1000000000000001", "1.1"],
    ["0.1", "0.1"],
    ["1E-3", "0.001"],
    ["1.2E7", "12000000"],
    ["9.9999999999999998E+22", "100000000000000000000000"],
    ["96171.6", "96171.6"],
    ["12.50", "12.5"],
    [".5", "0.5"],
    ["5.", "5"],
    ["0.0000", "0"],
    ["-0.0", "0"],
    ["1e999", "1e999"],
    ["NaN", "NaN"],
    ["１", "１"],
  ])("%s is %s", (raw, expected) => {
    expect(readNumber(raw)).toBe(expected);
  });
});

describe("readFormat", () => {
  const plain = (prefix = "", suffix = "") => ({ kind: "plain", prefix, suffix });
  it.each([
    ["General", plain()],
    ["G/通用格式", plain()],
    ["0", plain()],
    ["0.00", { ...plain(), decimals: 2 }],
    [".00", { ...plain(), decimals: 2 }],
    ["#,##0.00", { ...plain(), decimals: 2 }],
    ["0.0#", { ...plain(), decimals: 1 }],
    ["0.00E+00", { kind: "other" }],
    ['0"元"', plain("", "元")],
    ['#,##0.00"万元"', { ...plain("", "万元"), decimals: 2 }],
    ["0\\件", plain("", "件")],
    ["[$¥-804]#,##0.00", { ...plain("¥"), decimals: 2 }],
    ["[Red]0", plain()],
    ["[DBNum2][$-804]0", plain()],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', { ...plain(), decimals: 2 }],
    ["@", plain()],
    ["0%", { kind: "other" }],
    ["# ?/?", { kind: "other" }],
    ["0,", { kind: "other" }],
    ["0!.0,", { kind: "other" }],
    ["0!.0000", { kind: "other" }],
    ["[>=10000]0!.0,;0", { kind: "other" }],
    ["yyyy-mm-dd", { kind: "date" }],
    ['yyyy"年"m"月"', { kind: "date" }],
    ["[h]:mm", { kind: "date" }],
    ["x".repeat(1000), { kind: "other" }],
  ])("%s", (code, expected) => {
    expect(readFormat(code, false)).toEqual(expected);
  });

  it("takes the section for negative numbers, whose sign stays with the number", () => {
    expect(readFormat('0"增";"减"0', true)).toEqual(plain("减"));
    expect(readFormat("0_);(0)", true)).toEqual(plain());
    expect(readFormat('0";";0%', true)).toEqual({ kind: "other" });
  });
});

describe("cells of a worksheet", () => {
  const strings =
    '<si><t>a</t></si><si><r><t xml:space="preserve">商业 </t></r><r><rPr><b/></rPr><t>企业</t></r><rPh sb="0" eb="1"><t>shang</t></rPh></si>';
  it.each([
    ["a number", n("B2", "4"), "4"],
    ["a shared string", '<c r="B2" t="s"><v>0</v></c>', "a"],
    ["a rich string, without its reading", '<c r="B2" t="s"><v>1</v></c>', "商业 企业"],
    ["a string that is not there", '<c r="B2" t="s"><v>9</v></c>', "\ufffc"],
    ["an inline string", s("B2", "a_x000D_\nb_x4e2d_"), "a\nb中"],
    ["an inline rich string", '<c r="B2" t="inlineStr"><is><r><t>4</t></r><r><rPr><strike/></rPr><t>5</t></r></is></c>', "4"],
    [
      "a raised digit",
      '<c r="B2" t="inlineStr"><is><r><t>4</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is></c>',
      "4¹",
    ],
    ["the result of a formula", '<c r="B2"><f>SUM(A1)</f><v>7</v></c>', "7"],
    ["the text of a formula", '<c r="B2" t="str"><f>A1</f><v>a</v></c>', "a"],
    ["a formula that was never calculated", '<c r="B2"><f>SUM(A1)</f></c>', "=SUM(A1)"],
    ["an error", '<c r="B2" t="e"><v>#DIV/0!</v></c>', "#DIV/0!"],
    ["a truth value", '<c r="B2" t="b"><v>1</v></c>', "TRUE"],
    ["an empty cell", '<c r="B2"/>', ""],
    ["a number kept as text", s("B2", "38.095330000000004"), "38.095330000000004"],
  ])("%s", (_, cell, expected) => {
    expect(cellText(cell, { strings })).toBe(expected);
  });

  const styles = `<numFmts><numFmt numFmtId="164" formatCode="0&quot;元&quot;"/><numFmt numFmtId="165" formatCode="0!.0,"/></numFmts>
    <fonts><font/><font><strike/></font></fonts>
    <cellXfs>${[[0], [14], [164], [165], [9], [0, 1], [4]].map(([id, font = 0]) => `<xf numFmtId="${id}" fontId="${font}"/>`).join("")}</cellXfs>`;
  it.each([
    ["general", "251000", 0, "251000"],
    ["a date is no count", "45322", 1, "2024-01-31"],
    ["a printed unit is kept", "251000", 2, "251000元"],
    ["a number that is shown as another", "251000", 3, "251000 [显示格式已改变数值]"],
    ["percent", "0.5", 4, "0.5 [显示格式已改变数值]"],
    ["a struck-out cell", "4", 5, ""],
    ["shown with separators, kept without", "1234567.5", 6, "1234567.50"],
    ["shown with fewer decimals, kept with all", "38.09533", 6, "38.09533"],
    ["an unknown style", "4", 99, "4"],
  ])("%s", (_, value, style, expected) => {
    expect(cellText(n("B2", value, ` s="${style}"`), { styles })).toBe(expected);
  });

  it("counts days from 1904 where the workbook says so", () => {
    expect(cellText(n("B2", "43860", ' s="1"'), { styles, properties: '<workbookPr date1904="1"/>' })).toBe("2024-01-31");
  });

  it("finds cells without references by their order", () => {
    expect(read({ rows: "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c><c><v>5</v></c></row>" })).toEqual([
      [
        ["1", "", "3"],
        ["4", "5", ""],
        ["", "", ""],
      ],
    ]);
  });
});

describe("worksheets", () => {
  const table = row(1, s("A1", "a"), s("B1", "b")) + row(2, s("A2", "c"), n("B2", "4"));

  it("are tables with places", () => {
    const [block] = source({ name: "表二", rows: table }).blocks;
    expect(block).toMatchObject({
      rows: [
        [{}, {}],
        [{ text: "c" }, { text: "4", place: { format: "xlsx", sheet: "表二", row: 2, column: 2 } }],
        [{}, {}],
      ],
    });
  });

  it("have merged ranges as spans, and show nothing that is merged away", () => {
    const rows =
      row(1, s("A1", "a"), s("C1", "b")) +
      row(2, s("A2", "hidden"), s("C2", "c")) +
      row(3, s("A3", "d"), s("B3", "e"), s("C3", "f"));
    expect(read({ rows, after: merges("A1:B2") })).toEqual([[["a 2x2", "b"], ["c"], ["d", "e", "f"], ["", "", ""]]]);
  });

  it("lose empty rows and columns, but the row below a text", () => {
    const rows = row(1, s("B1", "a"), s("E1", "b")) + row(9, s("B9", "c"), s("E9", "d"));
    const [block] = source({ rows, after: merges("B1:D1") }).blocks;
    expect(outline({ format: "xlsx", blocks: block === undefined ? [] : [block] })).toEqual([
      [
        ["a", "b"],
        ["", ""],
        ["c", "d"],
        ["", ""],
      ],
    ]);
    expect(block).toMatchObject({
      rows: [
        [{ place: { column: 2 } }, { place: { column: 5 } }],
        [{}, {}],
        [{ place: { row: 9 } }, {}],
        [{}, {}],
      ],
    });
  });

  it("lose hidden rows, columns and sheets", () => {
    const rows =
      row(1, s("A1", "a"), s("B1", "x"), s("C1", "b")) +
      `<row r="2" hidden="1">${s("A2", "x")}${s("C2", "x")}</row>` +
      row(3, s("A3", "c"), s("B3", "x"), s("C3", "d"));
    const before = '<cols><col min="2" max="2" hidden="1"/></cols>';
    const narrow = '<cols><col min="1" max="1" width="0.5"/><col min="2" max="2" width="0.1" customWidth="1"/></cols>';
    expect(read([{ rows, before: narrow }])).toEqual(read([{ rows, before }]));
    expect(
      read([
        { rows, before, after: merges("A1:A3") },
        { rows: table, state: "hidden" },
        { rows: table, state: "veryHidden" },
      ]),
    ).toEqual([[["a 2x1", "b"], ["d"], ["", ""]]]);
  });

  it("are read in the order of the workbook", () => {
    expect(read([{ rows: table }, { rows: row(1, s("A1", "e"), s("B1", "f")) }])).toHaveLength(2);
  });

  it("refuse ranges that overlap without end", () => {
    const wide = row(1, ...Array.from({ length: 100 }, (_, i) => s(`${letters(i + 1)}1`, "x")));
    const rows = Array.from({ length: 99 }, (_, i) => row(i + 2, s(`A${i + 2}`, "x"))).join("");
    const after = merges(...Array.from({ length: 50 }, () => "A1:CV100"));
    expect(() => read({ rows: wide + rows, after })).toThrow(expect.objectContaining({ code: "format.limit" }));
  });

  it("take the first of merged ranges that overlap", () => {
    expect(read({ rows: table, after: merges("A1:B1", "B1:B2") })).toEqual([[["a 1x2"], ["c", "4"], ["", ""]]]);
  });

  it("bear merged ranges beyond the sheet", () => {
    expect(read({ rows: table, after: merges("A1:XFD1048576") })).toEqual([[["a 3x2"], [], []]]);
  });

  it.each([
    [
      "cells",
      {
        rows: Array.from({ length: 500 }, (_, i) => row(i * 2 + 1, `<c r="${letters(i + 1)}${i * 2 + 1}"><v>1</v></c>`)).join(""),
      },
      MAX_SHEET_CELLS,
    ],
    [
      "merged ranges",
      { rows: table, after: merges(...Array.from({ length: MAX_MERGES + 1 }, (_, i) => `D${i + 1}:E${i + 1}`)) },
      MAX_MERGES,
    ],
  ])("refuse more %s than any report has", (_, sheet, limit) => {
    expect(() => read(sheet)).toThrow(
      expect.objectContaining({ code: "format.limit", message: expect.stringContaining(String(limit)) }),
    );
  });
});

function letters(column: number): string {
  return column <= 26
    ? String.fromCharCode(64 + column)
    : letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1);
}

describe("references", () => {
  it.each([
    ["A1", { row: 1, column: 1 }],
    ["$AB$12", { row: 12, column: 28 }],
    ["XFD1048576", { row: 1_048_576, column: 16_384 }],
    ["XFE1", null],
    ["A1048577", null],
    ["A0", null],
    ["1A", null],
    ["", null],
  ])("%s", (reference, expected) => {
    expect(parseAddress(reference)).toEqual(expected);
  });

  it("make ranges in any direction", () => {
    expect(parseRange("B3:A1")).toEqual({ rows: { first: 1, last: 3 }, columns: { first: 1, last: 2 } });
    expect(parseRange("A1")).toBeNull();
  });
});
