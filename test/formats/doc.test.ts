import { describe, expect, it } from "vitest";
import { readDoc } from "../../src/doc.js";
import { detectFormat } from "../../src/formats/detect.js";
import { MAX_DOC_DEPTH } from "../../src/formats/doc/contents.js";
import { openDoc } from "../../src/formats/doc/read.js";
import { readAny } from "../../src/formats/readAny.js";
import { figuresOf, printTables } from "../../src/index.js";
import { outline } from "../containers/support.js";
import { seda2023 } from "../support/seda.js";
import { bytes, compoundFile, u8, u16, u32, utf16 } from "./binary.js";
import {
  type DocOptions,
  type DocParagraph,
  depth,
  docFile,
  IN_TABLE,
  on,
  printedRows,
  row,
  tableDefinition,
} from "./docFile.js";

const VANISH = 0x083c;
const STRIKE = 0x0837;
const DOUBLE_STRIKE = 0x2a53;
const DELETED = 0x0800;
const SPECIAL = on(0x0855);
const raise = (value: number) => on(0x2a48, value);
const shift = (value: number) => bytes(u16(0x4845), u16(value));
const symbol = (code: number) => bytes(u16(0x6a09), u16(0, code), SPECIAL);

const texts = (paragraphs: readonly DocParagraph[], options: DocOptions = {}) =>
  outline(openDoc(docFile(paragraphs, options), "en").source);

/** A style of a document from its lists of modifiers. */
const style = (kind: number, base: number, ...lists: readonly Uint8Array[]) => {
  const parts = lists.flatMap((list) => [u16(list.length), list, list.length % 2 === 0 ? [] : [0]]);
  const std = bytes(u16(0, kind | (base << 4), lists.length, 0, 0), u16(1), utf16("x"), u16(0), ...parts);
  return bytes(u16(std.length), std);
};
const NONE = 0xfff;

describe("text of a Word 97 document", () => {
  it.each<[string, DocParagraph["runs"], string]>([
    ["hidden runs", ["a", { text: "b", sprms: on(VANISH) }, "c"], "ac"],
    ["what is hidden and shown again", [{ text: "b", sprms: bytes(on(VANISH), on(VANISH, 0)) }], "b"],
    ["struck-out runs", ["4", { text: "5", sprms: on(STRIKE) }, { text: "6", sprms: on(DOUBLE_STRIKE) }], "4"],
    ["deleted runs", ["4", { text: "5", sprms: on(DELETED) }], "4"],
    ["raised and lowered digits", ["4", { text: "1", sprms: raise(1) }, { text: "2", sprms: raise(2) }], "4¹²"],
    ["digits shifted beside others", ["4", { text: "1", sprms: shift(12) }], "4¹"],
    ["digits that are all shifted", [{ text: "41", sprms: shift(-4) }], "41"],
    ["line breaks and hyphens", ["一\u000b二\u000e三\t4\u001e5\u001f"], "一|二|三\t4-5"],
    ["a field", ["a\u0013 PAGE 7 \u0014", "12", "\u0015b"], "a12b"],
    ["a field in the instruction of another", ["\u0013 IF \u0013 X \u00141\u0015 \u00142\u0015"], "2"],
    ["a field without a result", ["\u0013 SEQ 7 \u0015b"], "b"],
    ["a field that prints nothing", ["\u0013 XE 7 \u0015b"], "b"],
    ["a field that is read by its result", ["\u0013 IF 7 \u001412\u0015b"], "12b"],
    ["the mark of a hidden field", ["4", { text: "\u0013 SEQ 7 \u00145\u0015", sprms: on(VANISH) }], "4"],
    ["a field whose instruction never ends", ["a\u0013 PAGE 7"], "a"],
    ["a picture", ["4", { text: "\u0001", sprms: SPECIAL }], "4"],
    ["what holds a form field's settings", ["4", { text: "\u0001", sprms: bytes(SPECIAL, on(0x0806)) }], "4"],
    ["references to notes and comments, anchors of drawings", ["4", { text: "\u0002\u0005\u0008", sprms: SPECIAL }], "4"],
    ["a symbol with a character", [{ text: "(", sprms: symbol(0x2014) }], "—"],
    [
      "a tab modifier of unusual length",
      [{ text: "4", sprms: bytes(u16(0xc615), u8(255, 1), u16(1, 2), u8(1), u16(3), u8(4), on(VANISH, 0)) }],
      "4",
    ],
  ])("%s", (_, runs, expected) => {
    expect(texts([{ runs }])).toEqual(expected.split("|"));
  });

  it("keeps a picture or a symbol without a character in a cell as something unreadable", () => {
    const cells = [{ runs: [{ text: "\u0001", sprms: SPECIAL }] }, { runs: [{ text: "(", sprms: symbol(0xf031) }] }];
    expect(texts(row(["a", ...cells]))).toEqual([[["a", "\ufffc", "\ufffc"]]]);
  });

  it("is read from the Western code page too", () => {
    expect(texts([{ runs: ["a\u0093b\u0094"] }], { western: true })).toEqual(["a“b”"]);
  });

  it("goes on in the next paragraph where the mark between was deleted", () => {
    expect(texts([{ runs: ["4"], endSprms: on(DELETED) }, { runs: ["5"] }])).toEqual(["45"]);
  });

  it("goes on behind a letter that drops into the next paragraph", () => {
    const drop = (kind: number) => bytes(u16(0x442c, (2 << 3) | kind));
    expect(texts([{ runs: ["某"], sprms: drop(1) }, { runs: ["县"] }])).toEqual(["某县"]);
    expect(texts([{ runs: ["某"], sprms: drop(2) }, { runs: ["县"] }])).toEqual(["某县"]);
    expect(texts([{ runs: ["某"], sprms: drop(0) }, { runs: ["县"] }])).toEqual(["某", "县"]);
    // LibreOffice ends the letter with the mark of a cell.
    const [cell, ...rest] = row(["5", "6"]);
    const letter = { runs: ["4"], end: "\u0007", sprms: bytes(IN_TABLE, drop(1)) };
    expect(texts([letter, ...(cell === undefined ? [] : [cell]), ...rest])).toEqual([[["45", "6"]]]);
    const inner = { runs: ["4"], sprms: bytes(depth(2), on(0x244b), drop(1)) };
    const innerEnd = { runs: [], sprms: bytes(depth(2), on(0x244c), tableDefinition([0, 1000], [{}])) };
    const nested = [inner, { runs: ["5"], sprms: bytes(depth(2), on(0x244b)) }, innerEnd];
    expect(texts([...nested, ...row(["7"])])).toEqual(["45", "7"]);
  });

  it("follows what a quick save says of a piece", () => {
    expect(texts([{ runs: ["4"] }], { prm: (0x5c << 1) | (1 << 8) })).toEqual([]);
    expect(texts([{ runs: ["4"] }], { prm: (0x5c << 1) | (0 << 8) })).toEqual(["4"]);
  });

  it("follows styles, also those that a style is based on", () => {
    const styles = bytes(
      u16(4, 5, 10),
      style(1, NONE, u16(0), new Uint8Array()),
      style(1, NONE, u16(1), on(VANISH)),
      style(1, 1, u16(2), new Uint8Array()),
      style(2, NONE, on(STRIKE)),
      u16(0),
    );
    expect(
      texts(
        [
          { runs: ["shown", { text: "struck", sprms: bytes(u16(0x4a30), u16(3)) }] },
          { runs: ["hidden", { text: "shown", sprms: on(VANISH, 0) }], style: 1 },
          { runs: ["hidden", { text: "the other way", sprms: on(VANISH, 0x81) }], style: 2 },
          { runs: ["no such style"], style: 9 },
        ],
        { styles },
      ),
    ).toEqual(["shown", "shown", "the other way", "no such style"]);
  });
});

it("takes what the style of a paragraph says of its number and its lines", () => {
  const numbered = bytes(u16(0x460b), u16(3));
  const styles = bytes(
    u16(4, 4, 10),
    style(1, NONE, u16(0)),
    style(1, NONE, bytes(u16(1), numbered), new Uint8Array()),
    style(1, 1, u16(2), new Uint8Array()),
    style(1, NONE, bytes(u16(3), u16(0x6412), u16(-20, 0))),
  );
  const of = (number: number, sprms: Uint8Array = new Uint8Array()) => ({ runs: ["5"], style: number, sprms });
  const none = bytes(u16(0x460b), u16(0));
  expect(texts(row(["a", of(1), of(2), of(2, none), of(3), of(0)]), { styles })).toEqual([
    [["a", "\ufffc5", "\ufffc5", "5", "", "5"]],
  ]);
});

const colour = (r: number, g: number, b: number, auto = 0) => bytes(u16(0x6870), u8(r, g, b, auto));
const WHITE = colour(255, 255, 255);
const ico = (value: number) => on(0x2a42, value);
const half = (code: number, value: number) => bytes(u16(code), u16(value));
const shd = (before: readonly number[], behind: readonly number[], pattern: number) =>
  bytes(u8(...before, ...behind), u16(pattern));
const AUTO = [0, 0, 0, 255];
const BLUE = [0, 0, 128, 0];
const PAPER = [255, 255, 255, 0];
const runShading = (shading: Uint8Array) => bytes(u16(0xca71), u8(shading.length), shading);

describe("what can be seen of a Word 97 document", () => {
  it.each<[string, Uint8Array, string]>([
    ["white", WHITE, "4"],
    ["almost white", colour(250, 250, 250), "4"],
    ["white by number", ico(8), "4"],
    ["red by number", ico(6), "45"],
    ["of the colour that the program chooses, by number", ico(0), "45"],
    ["black", colour(0, 0, 0), "45"],
    ["of the colour that the program chooses", colour(255, 255, 255, 255), "45"],
    ["white by number, then red", bytes(ico(8), colour(255, 0, 0)), "45"],
    ["white, then plain", bytes(WHITE, on(0x2a33)), "45"],
    ["white on a dark highlight", bytes(WHITE, on(0x2a0c, 9)), "45"],
    ["white where a highlight was taken off", bytes(WHITE, on(0x2a0c, 0)), "4"],
    ["white on blue", bytes(WHITE, runShading(shd(AUTO, BLUE, 0))), "45"],
    ["white on solid blue", bytes(WHITE, runShading(shd(BLUE, AUTO, 1))), "45"],
    ["white on solid of no stated colour", bytes(WHITE, runShading(shd(AUTO, AUTO, 1))), "45"],
    ["white on no colour of its own", bytes(WHITE, runShading(shd(AUTO, AUTO, 0))), "4"],
    ["white on a pattern", bytes(WHITE, runShading(shd(BLUE, AUTO, 5))), "45\ufffc"],
    ["white on blue as Word 97 has it", bytes(WHITE, half(0x4866, 9 << 5)), "45"],
    ["blue on blue", bytes(colour(0, 0, 128), runShading(shd(AUTO, BLUE, 0))), "4"],
    ["of 1 pt", half(0x4a43, 2), "4"],
    ["of 10.5 pt", half(0x4a43, 21), "45"],
    ["of a hundredth of its width", half(0x4852, 1), "4"],
    ["in a font of pictures", half(0x4a4f, 1), "4\ufffc"],
    ["in a font of letters", half(0x4a4f, 0), "45"],
    ["in a font that is not in the table", half(0x4a4f, 9), "45"],
    ["from right to left", on(0x085a), "45\ufffc"],
    ["from left to right", on(0x085a, 0), "45"],
    ["over the one before", half(0x8840, -60), "45\ufffc"],
    ["a little closer", half(0x8840, -20), "45"],
    ["squeezed into nothing", bytes(u16(0xca76), u8(8), u32(20, 1)), "45\ufffc"],
    ["fitted into its cell", bytes(u16(0xca76), u8(8), u32(420, 1)), "45"],
    ["in two lines in one", bytes(u16(0xca78), u8(6), u16(2), u32(1)), "45\ufffc"],
    ["turned on its side", bytes(u16(0xca78), u8(6), u16(1), u32(1)), "45\ufffc"],
    ["of two in the room of one", bytes(u16(0xca78), u8(6), u16(4), u32(1)), "45\ufffc"],
    ["hidden in some views", on(0x0811), "45\ufffc"],
    ["tiny as a complex script alone", bytes(on(0x0882), half(0x4a61, 2)), "45\ufffc"],
    ["tiny as the complex script that it is not", half(0x4a61, 2), "45"],
    ["a complex script in a font of pictures", bytes(on(0x0882), half(0x4a5e, 1)), "4\ufffc"],
    ["a symbol of a font of pictures", bytes(u16(0x6a09), u16(1, 0x35), SPECIAL), "4\ufffc"],
    ["a symbol of the font Symbol", bytes(u16(0x6a09), u16(2, 0xf035), SPECIAL), "45"],
    ["laid out as usual", bytes(u16(0xca78), u8(6), u16(0), u32(1)), "45"],
  ])("a digit %s", (_, sprms, expected) => {
    const fonts = ["SimSun", "Wingdings 2", "Symbol"];
    expect(texts(row([{ runs: ["4", { text: "5", sprms }] }, "x"]), { fonts })).toEqual([[[expected, "x"]]]);
  });

  it("figures beside which a drawing hangs are unreadable: it may lie over them", () => {
    expect(texts(row([{ runs: [{ text: "\u0008", sprms: SPECIAL }, "45"] }, "x"]))).toEqual([[["\ufffc45", "x"]]]);
  });

  it.each<[string, DocParagraph["runs"], string]>([
    ["that counts", ["\u0013 SEQ 7 \u001412\u0015"], "12\ufffc"],
    ["that draws", ["\u0013 EQ \\f(1,2) \u0015"], "\ufffc"],
    ["without a result", ["4\u0013 IF 7 \u0015"], "4\ufffc"],
    ["that is read by its result", ["\u0013 IF 7 \u001412\u0015"], "12"],
    ["that prints nothing", ["4\u0013 XE 7 \u0015"], "4"],
    ["that counts in the instruction of another", ["\u0013 IF \u0013 SEQ a \u00141\u0015 \u00142\u0015"], "2"],
    ["that counts and is hidden", ["4", { text: "\u0013 SEQ 7 \u00145\u0015", sprms: on(VANISH) }], "4"],
  ])("a field in a cell %s", (_, runs, expected) => {
    expect(texts(row([{ runs }, "x"]))).toEqual([[[expected, "x"]]]);
  });

  it("follows what a quick save says of the colour of a piece", () => {
    expect(texts([{ runs: ["4"] }], { prm: (0x62 << 1) | (8 << 8) })).toEqual([]);
  });

  it.each<[string, Uint8Array, string]>([
    ["blue", bytes(u16(0xc64d), u8(10), shd(AUTO, BLUE, 0)), "45"],
    ["blue as Word 97 has it", half(0x442d, 9 << 5), "45"],
    ["white", bytes(u16(0xc64d), u8(10), shd(AUTO, PAPER, 0)), "4"],
  ])("white text in a paragraph on %s", (_, sprms, expected) => {
    expect(texts([{ runs: ["4", { text: "5", sprms: WHITE }], sprms }])).toEqual([expected]);
  });

  it.each<[string, Uint8Array, string]>([
    ["that states no shading", new Uint8Array(), "4"],
    ["of white cells", bytes(u16(0xd612), u8(20), shd(AUTO, PAPER, 0), shd(AUTO, AUTO, 0)), "4"],
    ["with another cell on blue", bytes(u16(0xd612), u8(20), shd(AUTO, AUTO, 0), shd(AUTO, BLUE, 0)), "4"],
    ["with its cell on blue", bytes(u16(0xd612), u8(20), shd(AUTO, BLUE, 0), shd(AUTO, AUTO, 0)), "45"],
    ["with its cell on a pattern", bytes(u16(0xd612), u8(10), shd(BLUE, AUTO, 5)), "45\ufffc"],
    ["with some cells on blue", bytes(u16(0xd62d), u8(12, 0, 1), shd(AUTO, BLUE, 0)), "45"],
    ["with others on blue", bytes(u16(0xd62d), u8(12, 1, 2), shd(AUTO, BLUE, 0)), "4"],
    ["with its cell on blue as Word 97 has it", bytes(u16(0xd609), u8(4), u16(9 << 5, 0)), "45"],
    ["with another on blue as Word 97 has it", bytes(u16(0xd609), u8(4), u16(0, 9 << 5)), "4"],
  ])("white text in a row %s", (_, more, expected) => {
    const cell = { runs: ["4", { text: "5", sprms: WHITE }] };
    expect(texts([...row([cell, "x"], undefined, undefined, more), { runs: ["y"] }])).toEqual([[[expected, "x"]], "y"]);
  });

  it("leaves out blue text in a cell on blue", () => {
    const cell = { runs: ["4", { text: "5", sprms: colour(0, 0, 128) }] };
    const more = bytes(u16(0xd612), u8(20), shd(AUTO, AUTO, 0), shd(AUTO, BLUE, 0));
    expect(texts(row([cell, cell], undefined, undefined, more))).toEqual([[["45", "4"]]]);
  });

  it("leaves open what stands behind white text in a table in a cell, and not behind that in the cell after it", () => {
    const white = (sprms: Uint8Array) => ({ runs: ["4", { text: "5", sprms: WHITE }], sprms });
    const inner = bytes(IN_TABLE, depth(2));
    const nested: readonly DocParagraph[] = [
      white(bytes(inner, on(0x244b))),
      { runs: [], sprms: bytes(inner, on(0x244c), tableDefinition([0, 500], [{}])) },
    ];
    const [first, second, end] = row(
      ["", white(new Uint8Array())],
      undefined,
      undefined,
      bytes(u16(0xd62d), u8(12, 1, 2), shd(AUTO, BLUE, 0)),
    );
    expect(texts([...nested, ...[first, second, end].flatMap((one) => one ?? [])])).toEqual(["45", "45"]);
  });

  it.each<[string, Uint8Array, readonly string[]]>([
    ["exactly 1 pt high", bytes(u16(0x6412), u16(-20, 0)), ["b"]],
    ["at least 1 pt high", bytes(u16(0x6412), u16(20, 0)), ["45", "b"]],
    ["exactly 12 pt high", bytes(u16(0x6412), u16(-240, 0)), ["45", "b"]],
  ])("lines %s", (_, sprms, expected) => {
    expect(texts([{ runs: ["45"], sprms }, { runs: ["b"] }])).toEqual(expected);
  });

  const LOW = "45\ufffc";
  it.each<[string, string, Uint8Array, string]>([
    ["low", "45", bytes(u16(0x6412), u16(-60, 0)), LOW],
    ["before its cell", "45", half(0x845e, -1400), LOW],
    ["before its cell as Word 97 has it", "45", half(0x840f, -1400), LOW],
    ["begun before its cell", "45", half(0x8460, -1400), LOW],
    ["begun before its cell as Word 97 has it", "45", half(0x8411, -1400), LOW],
    ["indented", "45", half(0x845e, 400), "45"],
    ["from right to left", "4 5", on(0x2441), "4 5\ufffc"],
    ["from right to left with one number", "45", on(0x2441), "45"],
  ])("a figure in a line %s", (_, text, sprms, expected) => {
    expect(texts(row([{ runs: [text], sprms }, "x"]))).toEqual([[[expected, "x"]]]);
  });

  it("figures in a row that cuts them off", () => {
    const low = bytes(u16(0x9407), u16(-60));
    expect(texts([...row(["45", "x"], undefined, undefined, low), ...row(["6", "y"])])).toEqual([
      [
        [LOW, "x"],
        ["6", "y"],
      ],
    ]);
  });

  it("leaves the number of a page in a header unsaid", async () => {
    const file = docFile([{ runs: ["x"] }], { headers: "\u0013 PAGE \u00141\u0015" });
    expect((await readDoc(file)).findings.filter(({ code }) => code === "format.leftOut")).toEqual([]);
  });
});

describe("tables of a Word 97 document", () => {
  it("have the columns that the edges of all rows make", () => {
    expect(
      texts([
        ...row(["a", "b", "c"], [0, 1000, 2000, 3000]),
        ...row(["wide", "c"], [5, 1995, 3010]),
        ...row(["indented"], [1000, 3000]),
      ]),
    ).toEqual([
      [
        ["a", "b", "c"],
        ["wide 1x2", "c"],
        ["", "indented 1x2"],
      ],
    ]);
  });

  it("merge cells downwards, in the definition or by a modifier of its own", () => {
    const merge = (cell: number, state: number) => bytes(u16(0xd62b), u8(2, cell, state));
    expect(
      texts([
        ...row(["a", "b"], undefined, [{ bits: 0x60 }, {}]),
        ...row(["", "c"], undefined, [{ bits: 0x20 }, {}]),
        ...row(["d", "e"], undefined, undefined, merge(1, 3)),
        ...row(["f", ""], undefined, undefined, merge(1, 1)),
      ]),
    ).toEqual([[["a 2x1", "b"], ["c"], ["d", "e 2x1"], ["f"]]]);
  });

  it.each([
    ["1 first, then 2", [1, 2, 2, 0]],
    ["2 first, then 1", [2, 1, 1, 0]],
    ["both bits first", [3, 1, 1, 0]],
  ])("merge cells sideways, whichever bit marks the first (%s)", (_, bits) => {
    const cells = bits.map((value) => ({ bits: value }));
    expect(texts([...row(["a", "", "", "b"], undefined, cells), ...row(["1", "2", "3", "4"])])).toEqual([
      [
        ["a 1x3", "b"],
        ["1", "2", "3", "4"],
      ],
    ]);
  });

  it("keep two merged sets apart that stand side by side", () => {
    const cells = [1, 2, 1, 2].map((value) => ({ bits: value }));
    expect(texts([...row(["a", "", "b", ""], undefined, cells), ...row(["1", "2", "3", "4"])])).toEqual([
      [
        ["a 1x2", "b 1x2"],
        ["1", "2", "3", "4"],
      ],
    ]);
  });

  it("have no rows that are exactly too low for anything to be seen", () => {
    const height = (value: number) => bytes(u16(0x9407), u16(value));
    expect(texts([...row(["a", "4"]), ...row(["b", "5"], undefined, undefined, height(-20))])).toEqual([[["a", "4"]]]);
    expect(texts([...row(["a", "4"]), ...row(["b", "5"], undefined, undefined, height(20))])).toEqual([
      [
        ["a", "4"],
        ["b", "5"],
      ],
    ]);
  });

  it.each([0x6646, 0x6645, 0x646b])("take a definition that is too long for a page from the stream of data (%#)", (code) => {
    const definition = tableDefinition([0, 3000], [{}]);
    const data = bytes(u8(9, 9), u16(definition.length), definition);
    const end = { runs: [], end: "\u0007", sprms: bytes(IN_TABLE, on(0x2417), u16(code), u32(2)) };
    expect(texts([...row(["a", "b", "c"]), { runs: ["wide"], end: "\u0007", sprms: IN_TABLE }, end], { data })).toEqual([
      [["a", "b", "c"], ["wide 1x3"]],
    ]);
  });

  it("come out of the tables that they stand in", () => {
    const inner = bytes(IN_TABLE, depth(2));
    const paragraphs: readonly DocParagraph[] = [
      { runs: ["1"], sprms: bytes(inner, on(0x244b)) },
      { runs: ["2"], sprms: bytes(inner, on(0x244b)) },
      { runs: [], sprms: bytes(inner, on(0x244c), tableDefinition([0, 500, 1000], [{}, {}])) },
    ];
    expect(
      texts([{ runs: ["before"], sprms: IN_TABLE }, ...paragraphs, ...row([{ runs: ["after"] }]), { runs: ["end"] }]),
    ).toEqual(["before", [["1", "2"]], "after", "end"]);
  });

  it("have lines for the paragraphs of a cell", () => {
    expect(texts([{ runs: ["a"], sprms: IN_TABLE }, ...row(["b", "c"])])).toEqual([[["a\nb", "c"]]]);
  });

  it("leave out rows that were deleted", () => {
    const [cell, end] = row(["b"]);
    if (cell === undefined || end === undefined) throw new Error("no row");
    expect(texts([...row(["a"]), ...row(["a"]), cell, { ...end, endSprms: on(DELETED) }])).toEqual([[["a"], ["a"]]]);
  });

  it("tell table, row and cell of a figure", () => {
    const { source } = openDoc(docFile([{ runs: ["x"] }, ...row(["a", "b"]), ...row(["c", "d"])]), "en");
    const [paragraph, table] = source.blocks;
    expect(paragraph).toMatchObject({ place: { format: "doc", line: 1, table: null } });
    expect(table?.kind === "table" && table.rows[1]?.[1]?.place).toMatchObject({ format: "doc", table: 1, row: 2, column: 2 });
  });
});

describe("what stands beside the text", () => {
  it.each<[DocOptions, RegExp | null]>([
    [{ footnotes: "共3件" }, /footnotes/],
    [{ boxes: "12", headers: "2023" }, /text boxes/],
    [{ headers: "某县2023年" }, /headers/],
    [{ headers: "— 1 —" }, null],
    [{ headers: "第 3 页 共 10 页" }, null],
    [{ footnotes: "见附件", boxes: "公章" }, null],
  ])("is said where it holds figures: %j", async (options, expected) => {
    const { findings } = await readDoc(docFile([{ runs: ["x"] }], options), { language: "en" });
    const said = findings.filter(({ code }) => code === "format.leftOut").map(({ message }) => message);
    expect(said).toEqual(expected === null ? [] : [expect.stringMatching(expected)]);
  });
});

describe("a report", () => {
  const file = docFile([
    { runs: ["色达县2023年政府信息公开工作年度报告"] },
    ...printTables(seda2023).flatMap((table) => [{ runs: [table.caption] }, ...printedRows(table)]),
  ]);

  it("is read with every figure and its place", async () => {
    const { draft, places, findings } = await readDoc(file);
    expect(draft && [...figuresOf(draft)]).toEqual([...figuresOf(seda2023)]);
    expect(Object.keys(places)).toHaveLength(200);
    expect(findings).toEqual([]);
  });

  it("is told by its content", async () => {
    expect(detectFormat(file, "a.xls")).toBe("doc");
    expect(await readAny(file)).toMatchObject({ kind: "reading", format: "doc" });
  });
});

describe("a document that is not right", () => {
  it.each<[string, Uint8Array, string, RegExp]>([
    ["of Word 95", docFile([{ runs: ["a"] }], { version: 0x68 }), "format.unsupported", /Word 6.0 or 95.*\.docx/],
    ["encrypted", docFile([{ runs: ["a"] }], { flags: 0x0100 }), "format.unsupported", /encrypted Word file.*password/],
    ["without a text", compoundFile({ WordDocument: new Uint8Array(2000) }), "format.corrupt", /no text/],
    ["without its table", compoundFile({ WordDocument: bytes(u16(0xa5ec, 0xc1), new Uint8Array(2000)) }), "format.corrupt", /./],
    ["with a row that does not fit its cells", docFile(row(["a", "b"], [0, 1, 2, 3], [{}, {}, {}])), "format.corrupt", /row/],
    ["with a row that never ends", docFile(row(["a", "b"]).slice(0, 1)), "format.corrupt", /row/],
    [
      "with tables in tables beyond all bounds",
      docFile([{ runs: ["a"], sprms: depth(MAX_DOC_DEPTH + 1) }]),
      "format.limit",
      /nesting/,
    ],
  ])("is refused: %s", async (_, file, code, message) => {
    await expect(readDoc(file, { language: "en" })).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it("is refused for more characters than any report has", async () => {
    const file = docFile([{ runs: ["a"] }]);
    const at = 512 + 64 + 12;
    file.set(u32(30_000_000), at);
    await expect(readDoc(file)).rejects.toMatchObject({ code: "format.limit" });
  });

  it.each([
    ["a workbook", compoundFile({ Workbook: new Uint8Array(10) }), /readXls/],
    ["a page", new TextEncoder().encode("<table></table>"), /readHtml/],
  ])("%s is sent to its reader", async (_, file, message) => {
    await expect(readDoc(file, { language: "en" })).rejects.toMatchObject({ message: expect.stringMatching(message) });
  });
});
