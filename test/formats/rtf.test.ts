import { describe, expect, it } from "vitest";
import { readAny } from "../../src/formats/readAny.js";
import { openRtf } from "../../src/formats/rtf/read.js";
import { MAX_RTF_DEPTH, MAX_RTF_TABLE } from "../../src/formats/rtf/readRtf.js";
import { MAX_INPUT_LENGTH } from "../../src/reading/limits.js";
import { readRtf } from "../../src/rtf.js";
import { outline } from "../containers/support.js";

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const rtf = (body: string): Uint8Array =>
  latin1(
    `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset2 Wingdings;}{\\f3\\fcharset2 Ornaments;}}{\\colortbl;\\red255\\green255\\blue255;\\red255\\green0\\blue0;\\red0\\green0\\blue128;}{\\stylesheet{\\s7 a 1;}{\\s8\\strike b;}{\\*\\cs6\\strike0 c;}{\\*\\cs9\\v d;}{\\*\\cs10\\sbasedon9 e;}{\\*\\cs11\\sbasedon9\\v0 f;}{\\s12\\sbasedon13 g;}{\\s13\\sbasedon12 h;}}${body}}`,
  );
const texts = (body: string) => outline(openRtf(rtf(body), "en").source);
const row = (cells: readonly string[], definitions = cells.map((_, i) => `\\cellx${(i + 1) * 1000}`)) =>
  `\\trowd ${definitions.join("")}\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join("")}\\row\\pard `;

describe("text of RTF", () => {
  it.each([
    ["bytes of a code page", "\\f1 \\'d6\\'d0\\'b9\\'fa", "中国"],
    ["bytes that the file gives as they are", "\\f1 \u00d6\u00d0", "中"],
    ["bytes in a font that says nothing", "\\'d6\\'d0", "中"],
    ["characters by number, with what stands in for them", "\\u20013?\\uc2\\u22269\\'b9\\'fa.", "中国."],
    ["negative numbers, and nothing that stands in", "\\uc0\\u-30328 a", "覈a"],
    ["a substitute that a brace cuts off", "{\\uc3\\u20013?}4", "中4"],
    ["hidden text", "4{\\v 5}6", "46"],
    ["struck-out text", "4{\\strike 5}{\\striked1 6}\\strike 7\\strike0 8", "48"],
    ["deleted text", "4{\\deleted 5}", "4"],
    ["raised and lowered digits", "4{\\super 1}{\\sub 2}\\nosupersub 3", "4¹²3"],
    ["digits that are shifted", "4{\\up6 1}", "4¹"],
    ["white text on paper", "4{\\cf1 5}{\\cf2 6}", "46"],
    ["white text on a ground of its own, of its paragraph", "4{\\cf1\\chcbpat3 5}\\cbpat3\\cf1 6", "456"],
    ["red text on red", "4{\\cf2\\highlight2 5}\\pard 6", "46"],
    ["lines of no height", "4\\par\\sl-20 5\\par\\pard 6", "4|6"],
    ["text too small to be seen", "4{\\fs2 5}", "4"],
    ["signs of a picture font", "\\f2 5", ""],
    ["instructions of fields, not their results", "{\\field{\\*\\fldinst PAGE 3}{\\fldrslt 4}}", "4"],
    ["what programs may pass over", "4{\\*\\unknown 5}{\\info{\\title 6}}{\\stylesheet{\\s1 7;}}", "4"],
    ["notes, headers and boxes", "4{\\footnote 5}{\\header 6}{\\shp{\\*\\shpinst{\\shptxt 7}}}", "4"],
    ["both forms of a text", "{\\upr{4}{\\*\\ud 5}}", "5"],
    ["binary data", "4\\bin3 {}{5", "45"],
    ["signs by name", "\\ldblquote a\\rdblquote\\emdash b\\~c\\_d\\-e\\{\\\\", "“a”—b\u00a0c-de{\\"],
    ["lines from right to left", "\\rtlpar 1 2\\par\\ltrpar 1 2\\par\\rtlpar\\pard 1 2", "1 2|1 2|1 2"],
    ["a letter that drops into the next paragraph", "\\dropcapli2\\dropcapt1 a\\par\\pard b\\par c", "ab|c"],
    ["a letter that does not drop", "\\dropcapt0 a\\par\\dropcapt2\\pard b\\par c", "a|b|c"],
    ["what \\plain resets", "\\v\\strike\\super 4\\plain 5", "5"],
  ])("%s", (_, body, expected) => {
    expect(texts(body).join("|")).toBe(expected);
  });

  it("ends paragraphs, and lines within them", () => {
    expect(texts("a\\par b\\line c\\sect d")).toEqual(["a", "b", "c", "d"]);
  });

  it("says that figures beside the text were left out", async () => {
    const codes = async (body: string) => (await readRtf(rtf(body))).findings.map(({ code }) => code);
    expect(await codes("a{\\footnote 5}")).toContain("format.leftOut");
    expect(await codes("a{\\footnote b}")).not.toContain("format.leftOut");
    expect(await codes("a{\\shp{\\*\\shpinst{\\shptxt 5}}}")).toContain("format.leftOut");
    expect(await codes("a{\\shp{\\*\\shpinst{\\sp{\\sn posh}{\\sv 1}}{\\shptxt b}}}")).not.toContain("format.leftOut");
  });
});

/** What a cell of a table says. */
const cellOf = (content: string, definition = "") => {
  const [table] = texts(row(["a", "b"]) + row(["a", `{${content}}`], ["\\cellx1000", `${definition}\\cellx2000`]));
  return Array.isArray(table) ? table[1]?.[1] : undefined;
};

describe("what is more or less than its text in RTF", () => {
  it.each([
    ["a formula field", "5{\\field{\\*\\fldinst EQ \\\\o(1)}{\\fldrslt }}", "5\ufffc"],
    ["a counter", "5{\\field{\\*\\fldinst { SEQ a }}{\\fldrslt 1}}", "51\ufffc"],
    ["a box to tick", "5{\\field{\\*\\fldinst FORMCHECKBOX}{\\fldrslt }}", "5\ufffc"],
    ["a form that was filled in", "{\\field{\\*\\fldinst FORMTEXT}{\\fldrslt 51}}", "51"],
    ["a form that was not", "{\\field{\\*\\fldinst FORMTEXT}{\\fldrslt }}", ""],
    ["a sum that was calculated", "{\\field{\\*\\fldinst =SUM(LEFT)}{\\fldrslt {51}}}", "51"],
    ["a field that is to be made anew", "{\\field\\flddirty{\\*\\fldinst REF a}{\\fldrslt 51}}", "51\ufffc"],
    ["a field without a result", "5{\\field{\\*\\fldinst QUOTE 1}}", "5\ufffc"],
    [
      "a field in the instruction of another",
      "{\\field{\\*\\fldinst IF {\\field{\\*\\fldinst REF a}{\\fldrslt 9}}}{\\fldrslt 51}}",
      "51",
    ],
    ["a date of today", "5\\chdate ", "5\ufffc"],
    ["a formula", "5{\\mmath{\\*\\moMath{\\mr 1}}}", "5\ufffc"],
    ["a number of a list", "{\\listtext 1.\\tab}5", "\ufffc5"],
    ["a list without numbers", "{\\listtext\\tab}5", "5"],
    ["text that was moved away", "{\\mvf 9}51", "51"],
    ["signs that run into one another", "{\\expndtw-240 51}", "51\ufffc"],
    ["two lines in one", "{\\twoinone0 51}", "51\ufffc"],
    ["text that some views hide", "{\\webhidden 51}", "51\ufffc"],
    ["signs that run into one another, by quarters of a point", "{\\expnd-48 51}", "51\ufffc"],
    ["a number that the program makes", "{\\*\\pn\\pnlvlbody\\pndec}5", "\ufffc5"],
    ["a break of a column", "5\\column 1", "5\n1"],
    ["a break of a line beside a picture", "5\\lbr1 1", "5\n1"],
    ["text moved out of its cell by its inner edge", "\\lin-3000 51", "51\ufffc"],
    ["text moved out of its cell by signs", "\\culi-2000 51", "51\ufffc"],
    ["a first line moved out of its cell by signs", "\\cufi-2000 51", "51\ufffc"],
    ["text of a style that hides", "{\\cs9 1}5", "1\ufffc5"],
    ["hidden text of a style that hides", "{\\cs9\\v 1}5", "5"],
    ["text of a style based on one that hides", "{\\cs10 1}5", "1\ufffc5"],
    ["text of one that shows it again", "{\\cs11 1}5", "15"],
    ["text of styles that are based on each other", "\\s12 15", "15"],
    ["text behind a paragraph whose style strikes out", "\\s8 a\\pard\\intbl 15", "a15"],
    ["digits that are squeezed", "{\\fittext40 15}", "15\ufffc"],
    ["text of a paragraph whose style strikes out", "\\s8 51", "51\ufffc"],
    ["text of a style that does neither", "\\s7 5{\\cs6 1}", "51"],
    ["text moved out of its cell", "\\li-3000 51", "51\ufffc"],
    ["text indented as usual", "\\li400\\fi-400 51", "51"],
    ["a figure in a box over the text", "5{\\shp{\\*\\shpinst{\\shptxt 1}}}", "5\ufffc"],
    ["words in a box over the text", "5{\\shp{\\*\\shpinst{\\shptxt a}}}", "5\ufffc"],
    ["a drawing over the text", "5{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 20}}}}", "5\ufffc"],
    ["a drawing over the text, as old programs have it", "5{\\do\\dobxcolumn\\dpline\\dpptx0\\dppty0}", "5\ufffc"],
    ["signs that are turned", "5{\\horzvert1 1}", "51\ufffc"],
    ["a font that the file says is of symbols", "{\\f3 5}", "\ufffc"],
  ])("%s", (_, content, expected) => {
    expect(cellOf(content)).toBe(expected);
  });

  it("a cell that a diagonal crosses", () => {
    const [table] = openRtf(rtf(row(["a", "51"], ["\\cellx1000", "\\cldglu\\brdrs\\cellx2000"])), "en").source.blocks;
    expect(table?.kind === "table" ? table.rows[0]?.map(({ doubt }) => doubt) : null).toEqual([undefined, "crossing"]);
  });
});

describe("tables of RTF", () => {
  it("have columns, spans and what stands in them", () => {
    expect(
      texts(
        row(["a", "b", "c"], ["\\clvmgf\\cellx1000", "\\cellx2000", "\\cellx3000"]) +
          row(["", "wide"], ["\\clvmrg\\cellx1005", "\\cellx2995"]) +
          row(["x", "", "y"], ["\\clmgf\\cellx1000", "\\clmrg\\cellx2000", "\\cellx3000"]),
      ),
    ).toEqual([[["a 2x1", "b", "c"], ["wide 1x2"], ["x 1x2", "y"]]]);
  });

  it("keep a picture and doubtful text in a cell as something unreadable", () => {
    expect(
      texts(
        row(
          ["a", "{\\pict 00}", "{\\cf1 5}", "{\\f2 5}"],
          ["\\cellx1000", "\\cellx2000", "\\clshdng500\\cellx3000", "\\cellx4000"],
        ),
      ),
    ).toEqual([[["a", "\ufffc", "5\ufffc", "\ufffc"]]]);
  });

  it.each([
    ["white on paper", "{\\cf1 5}", "", ""],
    ["white on blue", "{\\cf1 5}", "\\clcbpat3", "5"],
    ["red on red", "{\\cf2 5}", "\\clcbpat2", ""],
    ["red on blue", "{\\cf2 5}", "\\clcbpat3", "5"],
  ])("have cells with a ground of their own: %s", (_, text, ground, expected) => {
    const cells = ["\\clcbpat3\\cellx1000", `${ground}\\cellx2000`];
    expect(texts(row(["a", text], cells) + row(["b", "6"]))).toEqual([
      [
        ["a", expected],
        ["b", "6"],
      ],
    ]);
  });

  it("leave open what white text stands on where the row is defined behind its cells, or stands in another", () => {
    expect(texts("\\pard\\intbl a\\cell\\cf1 5\\cell\\trowd\\cellx1000\\cellx2000\\row\\pard ")).toEqual([[["a", "5\ufffc"]]]);
    const nested = "\\pard\\intbl\\itap2 1\\nestcell\\cf1 2\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx1000\\nestrow}";
    expect(texts(`\\trowd\\cellx3000${nested}\\pard\\intbl\\cell\\row\\pard`)).toEqual([[["1", "2\ufffc"]]]);
  });

  it("have no rows that are too low for anything to be seen", () => {
    expect(texts(row(["a", "4"]) + row(["b", "5"], ["\\trrh-20\\cellx1000", "\\cellx2000"]))).toEqual([[["a", "4"]]]);
    expect(texts(row(["a", "4"]) + row(["b", "5"], ["\\trrh20\\cellx1000", "\\cellx2000"]))).toHaveLength(1);
  });

  it("come out of the tables that they stand in", () => {
    const nested =
      "\\pard\\intbl\\itap2 1\\nestcell 2\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx1000\\nestrow}{\\nonesttables\\par}";
    expect(texts(`\\trowd\\cellx3000\\pard\\intbl before\\par ${nested}\\pard\\intbl after\\cell\\row\\pard end`)).toEqual([
      "before",
      [["1", "2"]],
      "after",
      "end",
    ]);
  });

  it("come out of a row with more cells than it defines, as LibreOffice writes it around a table", () => {
    const nested = "\\pard\\intbl\\itap2 1\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\nestrow}{\\nonesttables\\par}";
    const rows = `\\trowd\\cellx1000\\cellx3000\\pard\\intbl a\\cell ${nested}\\pard\\intbl\\cell\\cell\\cell\\row\\pard`;
    expect(texts(`${row(["b", "2"])}${rows}${row(["c", "3"])}`)).toEqual([[["b", "2"]], "a", "1", [["c", "3"]]]);
  });

  it("are numbered where Word numbers them, so that 5 may not be the figure", () => {
    expect(texts("\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell\\pard\\intbl\\ls1 5\\cell\\row")).toEqual([
      [["a", "\ufffc5"]],
    ]);
  });
});

describe("RTF that is not right", () => {
  it.each<[string, Uint8Array, string]>([
    ["nested beyond all bounds", rtf("{".repeat(MAX_RTF_DEPTH + 1)), "format.limit"],
    ["with more colours than any file", rtf(`{\\colortbl${";".repeat(MAX_RTF_TABLE + 1)}}`), "format.limit"],
    ["with a row that does not fit its cells", rtf("\\trowd\\cellx100\\pard\\intbl a\\cell b\\cell\\row"), "format.corrupt"],
    ["with a row that never ends", rtf("\\trowd\\cellx100\\pard\\intbl a\\cell"), "format.corrupt"],
    ["larger than any report", bytesOf(MAX_INPUT_LENGTH + 1), "format.limit"],
    ["no RTF", latin1("<table></table>"), "format.unsupported"],
  ])("is refused: %s", async (_, file, code) => {
    await expect(readRtf(file)).rejects.toMatchObject({ code });
  });

  it("is told by its content", async () => {
    expect(await readAny(rtf("a"), { name: "a.doc" })).toMatchObject({ kind: "reading", format: "rtf" });
    expect(texts("\\'")).toEqual([]);
    expect(texts("}}}}4")).toEqual(["4"]);
  });
});

function bytesOf(length: number): Uint8Array {
  const file = new Uint8Array(length).fill(32);
  file.set(rtf("a"));
  return file;
}
