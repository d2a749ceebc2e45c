import { describe, expect, it } from "vitest";
import { detectFormat } from "../../src/formats/detect.js";
import { readAny } from "../../src/formats/readAny.js";
import { xlsToSource } from "../../src/formats/xls/read.js";
import { MAX_XLS_RECORDS } from "../../src/formats/xls/records.js";
import { MAX_MERGES } from "../../src/formats/xlsx/readWorkbook.js";
import { MAX_SHEET_CELLS } from "../../src/formats/xlsx/toSource.js";
import { figuresOf, printTables } from "../../src/index.js";
import { readXls } from "../../src/xls.js";
import { outline } from "../containers/support.js";
import { seda2023 } from "../support/seda.js";
import { bytes, compoundFile, f64, u8, u16, u32, utf16 } from "./binary.js";
import {
  BEGIN_BOOK,
  cellFormat,
  END,
  font,
  formula,
  label,
  merges,
  number,
  numberFormat,
  record,
  sharedLabel,
  strings,
  text,
  workbook,
  type XlsSheet,
  xlsFile,
} from "./xlsFile.js";

const rows = (sheets: readonly XlsSheet[], globals: readonly Uint8Array[] = []) =>
  outline(xlsToSource(xlsFile(sheets, globals), "en"));

/** What the cells in the first column of a single sheet say. */
const column = (records: readonly Uint8Array[], globals: readonly Uint8Array[] = []) =>
  rows([{ records }], globals).flatMap((table) => (typeof table === "string" ? [] : table.slice(0, -1).map(([cell]) => cell)));

const rk = (row: number, value: number, format = 0) => record(0x027e, u16(row, 0, format), u32(value));
const high = (value: number): number => new DataView(f64(value).buffer).getUint32(4, true);

describe("cells of an Excel 97 workbook", () => {
  it("hold numbers in every way that they are kept", () => {
    const many = record(0x00bd, u16(5, 0), u16(0), u32((7 << 2) | 2), u16(0), u32((8 << 2) | 2), u16(1));
    expect(
      rows([
        {
          records: [
            number(0, 0, 38.095330000000004),
            rk(1, (1110 << 2) | 2),
            rk(2, (-251 << 2) | 3),
            rk(3, (high(0.5) & ~3) >>> 0),
            rk(4, ((high(1234) & ~3) | 1) >>> 0),
            many,
            number(6, 0, -0),
          ],
        },
      ]),
    ).toEqual([
      [
        ["38.09533", ""],
        ["1110", ""],
        ["-2.51", ""],
        ["0.5", ""],
        ["12.34", ""],
        ["7", "8"],
        ["0", ""],
        ["", ""],
      ],
    ]);
  });

  it("hold texts of their own and of the list", () => {
    const rich = record(0x00d6, u16(1, 0, 0), text("4注"), u16(0));
    const narrow = record(0x0204, u16(3, 0, 0), u16(2), u8(0, 0x34, 0xa0));
    expect(
      column(
        [label(0, 0, "行政许可"), rich, sharedLabel(2, 0, 1), narrow, sharedLabel(4, 0, 9)],
        [strings(text("a"), text("第一行\r\n第二行"))],
      ),
    ).toEqual(["行政许可", "4注", "第一行\n第二行", "4", "\ufffc"]);
  });

  it("are unreadable where two stand in one place", () => {
    expect(column([number(0, 0, 4), number(1, 0, 5), number(0, 0, 6)])).toEqual(["6\ufffc", "5"]);
  });

  it("leave out struck-out runs, and keep raised digits apart", () => {
    const fonts = [font(), font(), font(), font(), font(0x08), font(0, 1)];
    const runs = bytes(u16(3), u8(0x09), u16(2), utf16("412"), u16(1, 5), u16(2, 6));
    const rich = record(0x00d6, u16(1, 0, 0), text("78"), u16(1), u16(1, 5));
    expect(column([sharedLabel(0, 0, 0), rich], [...fonts, strings(runs)])).toEqual(["4²", "7"]);
  });

  it("have nothing of the font of their cell in runs with a font of their own", () => {
    const fonts = [font(), font(0x08), font(0, 1), font(), font()];
    const runs = bytes(u16(2), u8(0x09), u16(1), utf16("41"), u16(1, 5));
    const globals = [...fonts, cellFormat(1), cellFormat(2), strings(runs)];
    expect(column([sharedLabel(0, 0, 0, 0), sharedLabel(1, 0, 0, 1)], globals)).toEqual(["1", "⁴1"]);
  });

  it("are nothing where their format strikes them out", () => {
    const globals = [font(), font(0x08), cellFormat(0), cellFormat(1)];
    expect(column([number(0, 0, 4, 1), label(1, 0, "5", 1), number(2, 0, 6)], globals)).toEqual(["6"]);
  });

  it.each<[string, Uint8Array, Uint8Array, readonly string[]]>([
    ["white on paper", font(0, 0, { colour: 9 }), cellFormat(0), []],
    ["white on white", font(0, 0, { colour: 9 }), cellFormat(0, 0, 1, 9), []],
    ["white on a colour that the workbook states", font(0, 0, { colour: 9 }), cellFormat(0, 0, 1, 10), ["4", "5"]],
    ["white on a pattern", font(0, 0, { colour: 9 }), cellFormat(0, 0, 3, 9), ["4", "5"]],
    ["of the colour of its ground", font(0, 0, { colour: 10 }), cellFormat(0, 0, 1, 10), []],
    ["of a stated colour on paper", font(0, 0, { colour: 10 }), cellFormat(0), ["4", "5"]],
    ["of the colour of text", font(), cellFormat(0), ["4", "5"]],
    ["of 1 pt", font(0, 0, { height: 20 }), cellFormat(0), []],
    ["of a colour that every workbook has, on the same", font(0, 0, { colour: 13 }), cellFormat(0, 0, 1, 13), []],
    ["of a colour that every workbook has, on paper", font(0, 0, { colour: 13 }), cellFormat(0), ["4", "5"]],
    ["raised", font(0, 1), cellFormat(0), ["⁴", "⁵"]],
    ["in a font of pictures", font(0, 0, { name: "Wingdings" }), cellFormat(0), ["\ufffc", "\ufffc"]],
    ["in a font of symbols", font(0, 0, { name: "Ornaments", charset: 2 }), cellFormat(0), ["\ufffc", "\ufffc"]],
    ["black on black", font(0, 0, { colour: 8 }), cellFormat(0, 0, 1, 8), []],
    ["of the colour of text on black", font(), cellFormat(0, 0, 1, 8), ["4\ufffc", "5\ufffc"]],
    ["repeated over their width", font(), cellFormat(0, 0, 0, 64, { across: 4 }), ["4\ufffc", "5\ufffc"]],
    ["in the middle", font(), cellFormat(0, 0, 0, 64, { across: 2 }), ["4", "5"]],
    ["crossed out by a diagonal", font(), cellFormat(0, 0, 0, 64, { diagonal: true }), ["4\ufffc", "5\ufffc"]],
  ])("are seen or not: %s", (_, own, style, expected) => {
    const palette = record(0x0092, u16(3), u8(0, 0, 0, 0, 255, 255, 255, 0, 0, 0, 128, 0));
    expect(
      column([number(0, 0, 4), label(1, 0, "5"), label(2, 0, "")], [own, palette, style]).filter((one) => one !== ""),
    ).toEqual(expected);
  });

  it("leave out white runs of a text, but not on a dark ground", () => {
    const fonts = [font(), font(), font(), font(), font(0, 0, { colour: 9 })];
    const runs = bytes(u16(2), u8(0x09), u16(1), utf16("41"), u16(1, 5));
    const navy = record(0x0092, u16(3), u8(0, 0, 0, 0, 255, 255, 255, 0, 0, 0, 128, 0));
    const globals = [...fonts, navy, cellFormat(0), cellFormat(0, 0, 1, 10), strings(runs)];
    expect(column([sharedLabel(0, 0, 0, 0), sharedLabel(1, 0, 0, 1)], globals)).toEqual(["4", "41"]);
  });

  it.each<[string, Uint8Array, readonly string[]]>([
    [";;;", number(0, 0, 4), []],
    [";;;", label(0, 0, "4"), []],
    ["0;-0;-", number(0, 0, 0), ["0"]],
    ['0;0;0;@"件"', label(0, 0, "4"), ["4件"]],
    ['0;0;0;"7"', label(0, 0, "4"), ["4 [显示格式已改变数值]"]],
  ])("are hidden or changed by their format %s", (code, cell, expected) => {
    expect(
      column([cell, label(1, 1, "x")], [font(), numberFormat(200, code), cellFormat(0, 200)]).filter((one) => one !== ""),
    ).toEqual(expected);
  });

  it.each<[string, number, number, string]>([
    ['0"元"', 251000, 200, "251000元"],
    ["0%", 0.5, 200, "0.5 [显示格式已改变数值]"],
    ["0!.0,", 38, 200, "38 [显示格式已改变数值]"],
    ["0.00", 12.5, 200, "12.50"],
    ["yyyy-mm-dd", 45292, 200, "2024-01-01"],
    ["0;[Red]0\\减", -4, 200, "-4减"],
    ["[White]0", 4, 200, "4 [显示格式已改变数值]"],
    ["0;[Color 2]-0", -4, 200, "-4 [显示格式已改变数值]"],
    ["0;[Color2]-0", 4, 200, "4"],
    ["[Color3]0", 4, 200, "4"],
  ])("are shown as their format %s has it", (code, value, id, expected) => {
    expect(column([number(0, 0, value, 0)], [numberFormat(id, code), cellFormat(0, id)])).toEqual([expected]);
  });

  it("know formats by number, and the year that dates count from", () => {
    const globals = [record(0x0022, u16(1)), cellFormat(0, 14), cellFormat(0, 9)];
    expect(column([number(0, 0, 0, 0), number(1, 0, 1, 1)], globals)).toEqual(["1904-01-01", "1 [显示格式已改变数值]"]);
  });

  it("hold the results of formulas", () => {
    const special = (kind: number, value = 0) => bytes(u8(kind, 0, value, 0, 0, 0), u16(0xffff));
    const records = [
      formula(0, 0, f64(1110)),
      formula(1, 0, special(0)),
      record(0x0207, text("无")),
      formula(2, 0, special(1, 1)),
      formula(3, 0, special(2, 7)),
      formula(4, 0, special(3)),
      label(5, 0, "end"),
      formula(6, 0, f64(0), 2),
      record(0x0205, u16(7, 0, 0), u8(0, 0)),
      record(0x0205, u16(8, 0, 0), u8(7, 1)),
      record(0x0207, text("belongs to nothing")),
    ];
    expect(column(records)).toEqual(["1110", "无", "TRUE", "#", "", "end", "=", "FALSE", "#"]);
  });

  it("hold nothing certain where the sheet was never calculated", () => {
    expect(column([record(0x005e, u16(0)), formula(0, 0, f64(1110)), number(1, 0, 4)])).toEqual(["=", "4"]);
  });

  const ref = (row: number, column: number) => bytes(u8(0x44), u16(row, column));
  const area = (...[top, bottom, left, right]: readonly [number, number, number, number]) =>
    bytes(u8(0x25), u16(top, bottom, left, right));
  const SUM_ONE = u8(0x19, 0x10, 0, 0);
  const sumOf = (count: number) => bytes(u8(0x42, count), u16(4));
  const SPACE = u8(0x19, 0x40, 0, 3);
  const three = [number(0, 0, 2), number(1, 0, 3), number(2, 0, 4)];
  const zero = f64(0);

  it.each<[string, Uint8Array, string]>([
    ["SUM(A1:A3)", bytes(area(0, 2, 0, 0), SUM_ONE), "9"],
    ["SUM(A1:A2,A3) with two arguments", bytes(area(0, 1, 0, 0), ref(2, 0), sumOf(2)), "9"],
    ["A1+A2-A3 with spaces", bytes(SPACE, ref(0, 0), ref(1, 0), u8(0x03), ref(2, 0), u8(0x04)), "1"],
    ["A3-(A1+A2)", bytes(ref(2, 0), ref(0, 0), ref(1, 0), u8(0x03), u8(0x15), u8(0x04)), "-1"],
    ["-A1+SUM(A1:A3)", bytes(ref(0, 0), u8(0x13), area(0, 2, 0, 0), SUM_ONE, u8(0x03)), "7"],
    ["SUM of no cell that holds anything", bytes(area(8, 9, 0, 0), SUM_ONE), "0"],
    ["A1+5-SUM(2,A3)", bytes(ref(0, 0), u8(0x1e), u16(5), u8(0x03), u8(0x1e), u16(2), ref(2, 0), sumOf(2), u8(0x04)), "1"],
    ["1.5 less 2", bytes(u8(0x1f), f64(1.5), u8(0x1f), f64(-2), u8(0x03)), "-0.5"],
    ["a product", bytes(ref(0, 0), ref(1, 0), u8(0x05)), "="],
    ["an average", bytes(area(0, 2, 0, 0), u8(0x42, 1), u16(5)), "="],
    ["a sum of sums", bytes(area(0, 1, 0, 0), SUM_ONE, ref(2, 0), sumOf(2)), "="],
    ["a cell of another sheet", bytes(u8(0x5a), u16(0, 0, 0)), "="],
    ["a condition", bytes(ref(0, 0), u8(0x19, 0x02), u16(0), ref(1, 0)), "="],
    ["too few operands", u8(0x03), "="],
    ["two results", bytes(ref(0, 0), ref(1, 0)), "="],
    ["nothing at all", new Uint8Array(), "="],
    ["a formula that is shared with none", bytes(u8(0x01), u16(7, 7)), "="],
  ])("of which a 0 that nobody need have calculated counts only as a sum of what is read: %s", (_, tokens, expected) => {
    expect(column([...three, formula(3, 0, zero, 0, 0, tokens)]).slice(3)).toEqual([expected]);
  });

  it("keep a result that is not 0, but for a sum that gives something else", () => {
    expect(column([...three, formula(3, 0, f64(6), 0, 0, bytes(ref(0, 0), ref(1, 0), u8(0x05)))]).slice(3)).toEqual(["6"]);
    expect(column([...three, formula(3, 0, f64(9), 0, 0, bytes(area(0, 2, 0, 0), SUM_ONE))]).slice(3)).toEqual(["9"]);
    expect(column([...three, formula(3, 0, f64(8), 0, 0, bytes(area(0, 2, 0, 0), SUM_ONE))]).slice(3)).toEqual(["=SUM(A1:A3)"]);
    const onePlusTwo = bytes(u8(0x1e), u16(1), u8(0x1e), u16(2), u8(0x03));
    expect(column([formula(0, 0, f64(3), 0, 0, onePlusTwo)])).toEqual(["3"]);
    expect(column([formula(0, 0, f64(5), 0, 0, onePlusTwo)])).toEqual(["=1+2"]);
  });

  const words = (value: string) => bytes(u8(0x17, value.length, 0), u8(...[...value].map((char) => char.charCodeAt(0))));
  it.each<[string, Uint8Array, string]>([
    ["TODAY()", bytes(u8(0x41), u16(221)), "="],
    ["RAND()*A1", bytes(u8(0x41), u16(63), ref(0, 0), u8(0x05)), "="],
    ["NOW() behind texts of both widths", bytes(words("ab"), u8(0x17, 1, 1), u16(0x41), u8(0x08, 0x41), u16(74)), "="],
    ["NOW() behind a choice", bytes(u8(0x1e), u16(1), u8(0x19, 0x04), u16(1), u16(0, 0), u8(0x21), u16(74)), "="],
    ["NOW() with arguments by number", bytes(u8(0x42, 0), u16(74)), "="],
    ["a function of another program", bytes(u8(0x39), u16(0, 1, 0), u8(0x42, 1), u16(255)), "="],
    ["a product with bytes that look like NOW()", bytes(u8(0x1f), f64(1), u8(0x1e, 0x41, 74), u8(0x05)), "7"],
    ["ABS(A1)", bytes(ref(0, 0), u8(0x41), u16(24)), "7"],
    ["a function that is cut off", bytes(ref(0, 0), u8(0x41, 74)), "7"],
  ])("are no figures where they give something else each time: %s", (_, tokens, expected) => {
    expect(column([formula(3, 0, f64(7), 0, 0, tokens)])).toEqual([expected]);
  });

  it("share a formula, each from where it stands", () => {
    const shared = bytes(u8(0x2d), u16(0xfffd, 0xffff, 0xc000, 0xc000), SUM_ONE);
    const records = [
      ...[0, 1].flatMap((c) => [number(0, c, 1 + c), number(1, c, 2), number(2, c, 3)]),
      formula(3, 0, zero, 8, 0, bytes(u8(0x01), u16(3, 0))),
      record(0x04bc, u16(3, 3), u8(0, 1, 0, 2), u16(shared.length), shared),
      formula(3, 1, zero, 8, 0, bytes(u8(0x01), u16(3, 0))),
    ];
    expect(rows([{ records }])).toEqual([
      [
        ["1", "2"],
        ["2", "2"],
        ["3", "3"],
        ["6", "7"],
        ["", ""],
      ],
    ]);
  });

  it("are said to have been calculated, and how", () => {
    const { blocks } = xlsToSource(
      xlsFile([{ records: [...three, formula(3, 0, zero, 2, 0, bytes(area(0, 2, 0, 0), SUM_ONE))] }]),
      "en",
    );
    const [table] = blocks;
    expect(table?.kind === "table" && table.rows[3]?.[0]).toMatchObject({
      text: "9",
      formula: { text: "SUM(A1:A3)", calculated: true },
    });
  });

  it("hold texts that go on in the next record, in another width", () => {
    const list = bytes(
      record(0x00fc, u32(3, 3), text("一"), u16(4), u8(1), utf16("二三")),
      record(0x003c, u8(0, 0x34, 0x35), u16(2), u8(0x0c), u16(1), u32(6), u8(0x36)),
      record(0x003c, u8(0, 0x37), u16(0), u8(0)),
      record(0x003c, u8(0, 1, 2)),
      record(0x003c, u8(3, 4, 5, 6)),
    );
    expect(column([sharedLabel(0, 0, 0), sharedLabel(1, 0, 1), sharedLabel(2, 0, 2)], [font(), list])).toEqual([
      "一",
      "二三45",
      "67",
    ]);
  });
});

describe("rules of an Excel 97 workbook", () => {
  const LEFT = 0xffffffff;
  const fontOf = ({ height = LEFT, struck = false, raised = 0, colour = LEFT }) =>
    bytes(
      new Uint8Array(64),
      u32(height, struck ? 0x80 : 0),
      u16(400, raised),
      u32(0, colour, 0, struck ? 0 : 0x80, raised === 0 ? 1 : 0),
      new Uint8Array(22),
    );
  const look = (parts: { number?: Uint8Array; font?: Uint8Array; ground?: number }, own = 0) => {
    const { number: numbers, font: fonts, ground } = parts;
    const bits = (numbers ? 1 << 25 : 0) + (fonts ? 1 << 26 : 0) + (ground === undefined ? 0 : 1 << 29);
    const fill = ground === undefined ? new Uint8Array() : u16(1 << 10, ground << 7);
    return bytes(u32(bits), u16(own), numbers ?? new Uint8Array(), fonts ?? new Uint8Array(), fill);
  };
  const WHITE = look({ font: fontOf({ colour: 9 }) });
  const ranges = (top: number, bottom: number, left: number, right: number) =>
    bytes(u16(1, 0, top, bottom, left, right, 1), u16(top, bottom, left, right));
  const rule = (kind: number, operator: number, format: Uint8Array, first: Uint8Array, second: Uint8Array = new Uint8Array()) =>
    record(0x01b1, u8(kind, operator), u16(first.length, second.length), format, first, second);
  const integer = (value: number) => bytes(u8(0x1e), u16(value));
  const five = integer(5);
  const own = (row: number, column: number, bits = 0xc000) => bytes(u8(0x2c), u16(row, column | bits));
  const cells = [number(0, 0, 7), number(0, 1, 51)];
  const ruled = (...rules: readonly Uint8Array[]) =>
    rows([{ records: [...cells, record(0x01b0, ranges(0, 0, 0, 1)), ...rules] }])[0]?.[0];

  it.each<[string, Uint8Array, readonly [string, string]]>([
    ["white above 50", rule(1, 5, WHITE, integer(50)), ["7", "51\ufffc"]],
    ["white below 50.5", rule(1, 6, WHITE, bytes(u8(0x1f), f64(50.5))), ["7\ufffc", "51"]],
    ["white between", rule(1, 1, WHITE, five, integer(9)), ["7\ufffc", "51"]],
    ["white outside", rule(1, 2, WHITE, five, integer(9)), ["7", "51\ufffc"]],
    ["white where equal to another cell", rule(1, 3, WHITE, bytes(u8(0x24), u16(9, 9))), ["7\ufffc", "51\ufffc"]],
    ["white by its own value", rule(2, 0, WHITE, bytes(own(0, 0), integer(51), u8(0x0b))), ["7", "51\ufffc"]],
    [
      "white by the value of a column",
      rule(2, 0, WHITE, bytes(own(0, 0, 0x8000), integer(51), u8(0x0b))),
      ["7\ufffc", "51\ufffc"],
    ],
    ["white by the next value", rule(2, 0, WHITE, bytes(own(0, 1), integer(51), u8(0x0b))), ["7\ufffc", "51\ufffc"]],
    ["white by a formula", rule(2, 0, WHITE, u8(0x1d, 1)), ["7\ufffc", "51\ufffc"]],
    ["red", rule(2, 0, look({ font: fontOf({ colour: 10 }) }), u8(0x1d, 1)), ["7", "51"]],
    ["struck out", rule(1, 5, look({ font: fontOf({ struck: true }) }), five), ["7\ufffc", "51\ufffc"]],
    ["raised", rule(1, 5, look({ font: fontOf({ raised: 1 }) }), five), ["7\ufffc", "51\ufffc"]],
    ["tiny", rule(1, 5, look({ font: fontOf({ height: 20 }) }), five), ["7\ufffc", "51\ufffc"]],
    ["on black", rule(1, 5, look({ ground: 8 }), five), ["7\ufffc", "51\ufffc"]],
    ["on yellow", rule(1, 5, look({ ground: 13 }), five), ["7", "51"]],
    [
      "white on blue in another format",
      rule(1, 5, look({ number: u8(0, 9), font: fontOf({ colour: 9 }), ground: 12 }), five),
      ["7\ufffc", "51\ufffc"],
    ],
    ["white on blue", rule(1, 5, look({ font: fontOf({ colour: 9 }), ground: 12 }), five), ["7", "51"]],
    [
      "with a format of numbers in words",
      rule(1, 5, look({ number: bytes(u16(9), text("0")) }, 1), five),
      ["7\ufffc", "51\ufffc"],
    ],
  ])("mark what they hide: %s", (_, one, expected) => {
    expect(ruled(one)).toEqual(expected);
  });

  const NEWER = new Uint8Array(12);
  const newer = (kind: number, format: Uint8Array, formulas: Uint8Array, more: Uint8Array = new Uint8Array()) =>
    record(
      0x087a,
      NEWER,
      u8(kind, 5),
      u16(formulas.length, 0),
      u32(format.length),
      format.length === 0 ? u16(0) : format,
      formulas,
      u16(0),
      new Uint8Array(22),
      more,
    );
  it.each<[string, Uint8Array, readonly [string, string]]>([
    ["white above 50", newer(1, WHITE, integer(50)), ["7", "51\ufffc"]],
    ["a bar alone", newer(4, new Uint8Array(), new Uint8Array(), u8(0, 0, 0, 0)), ["7\ufffc", "51\ufffc"]],
    ["a bar beside the number", newer(4, new Uint8Array(), new Uint8Array(), u8(0, 0, 0, 2)), ["7", "51"]],
    ["a sign alone", newer(6, new Uint8Array(), new Uint8Array(), u8(0, 0, 0, 3, 0, 1)), ["7\ufffc", "51\ufffc"]],
    ["a sign beside the number", newer(6, new Uint8Array(), new Uint8Array(), u8(0, 0, 0, 3, 0, 0)), ["7", "51"]],
    ["colours", newer(3, new Uint8Array(), new Uint8Array()), ["7", "51"]],
    ["no format at all", newer(2, new Uint8Array(), u8(0x1d, 1)), ["7", "51"]],
  ])("of newer programs mark what they hide: %s", (_, one, expected) => {
    const records = [...cells, record(0x0879, NEWER, ranges(0, 0, 0, 1)), one];
    expect(rows([{ records }])[0]?.[0]).toEqual(expected);
  });

  it("mark digits apart from one another that run from right to left", () => {
    const format = cellFormat();
    format[4 + 8] = 2 << 6;
    expect(column([label(0, 0, "1 2", 1), label(1, 0, "12", 1), label(2, 0, "1 2")], [font(), cellFormat(), format])).toEqual([
      "1 2\ufffc",
      "12",
      "1 2",
    ]);
  });
});

describe("worksheets of an Excel 97 workbook", () => {
  const a = (value: string) => ({ records: [label(0, 0, value)] });

  it("are read in their order, those that are hidden or no worksheets left out", () => {
    const sheets = [
      { ...a("一"), name: "一" },
      { ...a("二"), state: 1 },
      { ...a("三"), state: 2 },
      { ...a("四"), kind: 2 },
      { ...a("五"), name: "五" },
    ];
    expect(rows(sheets)).toEqual([
      [["一"], [""]],
      [["五"], [""]],
    ]);
  });

  it.each([
    ["hidden", 255, 0x20, 2048, 1],
    ["too small for anything to be seen", 17, 0x40, 100, 0],
  ])("leave out rows and columns that are %s", (_, height, rowFlags, width, columnFlags) => {
    const hiddenRow = record(0x0208, u16(1, 0, 2, height, 0, 0, rowFlags, 0));
    const shownRow = record(0x0208, u16(0, 0, 2, 255, 0, 0, 0x0100, 0));
    const hiddenColumns = record(0x007d, u16(1, 2, width, 0, columnFlags));
    const shownColumns = record(0x007d, u16(3, 3, 2048, 0, 2));
    const cells = [0, 1, 2].flatMap((r) => [0, 1, 2, 3].map((c) => number(r, c, r * 10 + c)));
    expect(rows([{ records: [shownRow, hiddenRow, hiddenColumns, shownColumns, ...cells] }])).toEqual([
      [
        ["0", "3"],
        ["20", "23"],
        ["", ""],
      ],
    ]);
  });

  it("have spans where cells are merged", () => {
    const records = [label(0, 0, "a"), label(0, 2, "b"), label(1, 2, "c"), merges([0, 1, 0, 1])];
    expect(rows([{ records }])).toEqual([[["a 2x1", "b"], ["c"], ["", ""]]]);
  });

  it("leave out charts that stand within a sheet", () => {
    const chart = bytes(record(0x0809, u16(0x0600, 0x0020), new Uint8Array(12)), label(0, 0, "chart"), END);
    expect(column([chart, label(0, 0, "a")])).toEqual(["a"]);
  });

  it("tell sheet, row and column of a cell", () => {
    const { blocks } = xlsToSource(xlsFile([{ name: "表三", records: [label(4, 2, "x")] }]), "en");
    const [table] = blocks;
    expect(table?.kind === "table" && table.rows[0]?.[0]?.place).toMatchObject({
      format: "xls",
      sheet: "表三",
      row: 5,
      column: 3,
    });
  });
});

describe("a report", () => {
  const records: Uint8Array[] = [label(0, 0, "色达县2023年政府信息公开工作年度报告")];
  let top = 1;
  for (const { caption, rows: printed } of printTables(seda2023)) {
    records.push(label(top, 0, caption));
    printed.forEach((cells, r) => {
      for (const { text: shown, kind, column: c, rowspan, colspan } of cells) {
        const row = top + 1 + r;
        records.push(kind === "figure" ? number(row, c, Number(shown)) : label(row, c, shown));
        if (rowspan > 1 || colspan > 1) records.push(merges([row, row + rowspan - 1, c, c + colspan - 1]));
      }
    });
    top += printed.length + 2;
  }
  const file = xlsFile([{ records }]);

  it("is read with every figure and its place", async () => {
    const { draft, places, findings } = await readXls(file);
    expect(draft && [...figuresOf(draft)]).toEqual([...figuresOf(seda2023)]);
    expect(Object.keys(places)).toHaveLength(200);
    expect(findings).toEqual([]);
  });

  it("is told by its content", async () => {
    expect(detectFormat(file, "a.doc")).toBe("xls");
    expect(await readAny(file)).toMatchObject({ kind: "reading", format: "xls" });
  });
});

describe("a workbook that is not right", () => {
  it.each<[string, Uint8Array, string, RegExp]>([
    [
      "of Excel 95",
      compoundFile({ Workbook: record(0x0809, u16(0x0500, 5), u32(0)) }),
      "format.unsupported",
      /Excel 5.0 or 95.*\.xlsx/,
    ],
    ["encrypted", xlsFile([], [record(0x002f, u16(1))]), "format.unsupported", /encrypted Excel file.*password/],
    [
      "with numbers that do not end where they say",
      xlsFile([{ records: [record(0x00bd, u16(5, 2), u16(0), u32(30), u16(0), u32(34), u16(2))] }]),
      "format.corrupt",
      /columns/,
    ],
    ["no workbook", compoundFile({ Workbook: new Uint8Array(100) }), "format.corrupt", /no Excel workbook/],
    [
      "with a sheet outside of it",
      compoundFile({ Workbook: bytes(BEGIN_BOOK, record(0x0085, u32(9), u8(0, 0, 1, 0, 65)), END) }),
      "format.corrupt",
      /./,
    ],
    [
      "with a text that never ends",
      xlsFile([], [record(0x00fc, u32(1, 1), u16(9000), u8(1), utf16("ab"))]),
      "format.corrupt",
      /outside/,
    ],
    ["with more texts than it holds", xlsFile([], [record(0x00fc, u32(1, 0xffffffff), text("a"))]), "format.corrupt", /outside/],
    [
      "with a record longer than it",
      compoundFile({ Workbook: bytes(BEGIN_BOOK, u16(0x00fc, 0xffff)) }),
      "format.corrupt",
      /outside/,
    ],
    [
      "with more merged ranges than any sheet",
      xlsFile([
        {
          records: Array.from({ length: MAX_MERGES / 1000 + 1 }, () =>
            merges(...Array.from({ length: 1000 }, () => [9, 9, 9, 9] as const)),
          ),
        },
      ]),
      "format.limit",
      /merged/,
    ],
  ])("is refused: %s", async (_, file, code, message) => {
    await expect(readXls(file, { language: "en" })).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it("is refused beyond the number of cells and of records", async () => {
    const row = (r: number) => {
      const cells = Array.from({ length: 1000 }, () => [0, 0, 6, 0, 0, 0]).flat();
      return record(0x00bd, u16(r, 0), cells, u16(999));
    };
    const cells = xlsFile([{ records: Array.from({ length: MAX_SHEET_CELLS / 1000 + 1 }, (_, r) => row(r)) }]);
    await expect(readXls(cells, { language: "en" })).rejects.toMatchObject({
      code: "format.limit",
      message: expect.stringMatching(/cells/),
    });
    // Many sheets that are all the same part of the stream.
    const book = workbook([{ records: [] }]);
    const one = bytes(...Array.from({ length: 20_000 }, () => record(0x0201)));
    const sheets = Array.from({ length: 120 }, () => record(0x0085, u32(0), u8(0, 0, 1, 0, 65)));
    const start = BEGIN_BOOK.length + sheets.length * (sheets[0]?.length ?? 0) + END.length;
    const list = sheets.map(() => record(0x0085, u32(start), u8(0, 0, 1, 0, 65)));
    const shared = bytes(BEGIN_BOOK, ...list, END, book.subarray(book.length - 24, book.length - 4), one, END);
    await expect(readXls(compoundFile({ Workbook: shared }), { language: "en" })).rejects.toMatchObject({
      code: "format.limit",
      message: expect.stringContaining(String(MAX_XLS_RECORDS)),
    });
  });
});
