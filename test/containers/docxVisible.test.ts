import { describe, expect, it } from "vitest";
import { docxToSource } from "../../src/formats/docx/read.js";
import { docxFile, outline, relationships, tbl, tc, tr, W } from "./support.js";

const OBJECT = "\ufffc";
const val = (name: string, value: string): string => `<w:${name} w:val="${value}"/>`;
const run = (text: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const style = (type: string, id: string, content: string, base = "") =>
  `<w:style w:type="${type}" w:styleId="${id}">${base === "" ? "" : val("basedOn", base)}${content}</w:style>`;
const runStyle = (id: string, properties: string, base = "") => style("character", id, `<w:rPr>${properties}</w:rPr>`, base);
const lineStyle = (id: string, properties: string, base = "") => style("paragraph", id, `<w:rPr>${properties}</w:rPr>`, base);
const inStyle = (id: string, text: string, properties = "") => run(text, val("rStyle", id) + properties);
const para = (content: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const field = (instruction: string, result: string | null, data = "") =>
  `<w:r><w:fldChar w:fldCharType="begin">${data}</w:fldChar></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
  (result === null ? "" : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}`) +
  '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
const anchored = (content: string, attributes = "") =>
  `<w:drawing><wp:anchor${attributes}><a:graphic>${content}</a:graphic></wp:anchor></w:drawing>`;
const filled = (fill: string) => `<wps:wsp><wps:spPr>${fill}</wps:spPr></wps:wsp>`;
const simple = (instruction: string, result: string) => `<w:fldSimple w:instr="${instruction}">${result}</w:fldSimple>`;

const STYLES = [
  "<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>",
  runStyle("Struck", "<w:strike/>"),
  runStyle("StruckTwice", "<w:dstrike/>"),
  runStyle("StruckChild", "", "Struck"),
  runStyle("NotStruck", val("strike", "0"), "Struck"),
  runStyle("Raised", val("vertAlign", "superscript")),
  runStyle("RaisedChild", "<w:b/>", "Raised"),
  runStyle("Lifted", val("position", "10")),
  runStyle("Hidden", "<w:vanish/>"),
  runStyle("White", val("color", "FFFFFF")),
  runStyle("Tiny", val("sz", "2")),
  runStyle("Pictures", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
  runStyle("LoopA", "", "LoopB"),
  runStyle("LoopB", "<w:strike/>", "LoopA"),
  lineStyle("HiddenLine", "<w:vanish/>"),
  lineStyle("HiddenLineChild", "", "HiddenLine"),
  lineStyle("StruckLine", "<w:strike/>"),
  style("paragraph", "Flat", '<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>'),
  style("paragraph", "Outside", `<w:pPr><w:ind w:left="-2000"/></w:pPr>`),
  style("paragraph", "FromRight", "<w:pPr><w:bidi/></w:pPr>"),
  style("paragraph", "Listed", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
  style("paragraph", "Black", '<w:pPr><w:shd w:val="clear" w:fill="000000"/></w:pPr>'),
  style(
    "table",
    "Grid",
    `<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr>`,
  ),
  style("table", "StruckTable", "<w:rPr><w:strike/></w:rPr>"),
  style("table", "StruckWhole", '<w:tblStylePr w:type="wholeTable"><w:rPr><w:strike/></w:rPr></w:tblStylePr>'),
  style("table", "HiddenLast", '<w:tblStylePr w:type="lastCol"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>'),
  style("table", "HiddenLastChild", "", "HiddenLast"),
].join("");
const level = (number: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${number}">${val("numFmt", format)}${val("lvlText", text)}</w:lvl>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="7">${level(0, "decimal", "%1.")}${level(1, "none", "")}${level(2, "none", "5%3")}${level(3, "none", "%4")}</w:abstractNum><w:num w:numId="1">${val("abstractNumId", "7")}</w:num>`;

const PARTS = {
  "word/_rels/document.xml.rels": relationships(
    ["rId1", "styles", "styles.xml"],
    ["rId2", "numbering", "numbering.xml"],
    ["rId3", "fontTable", "fontTable.xml"],
  ),
  "word/styles.xml": `<w:styles xmlns:w="${W}">${STYLES}</w:styles>`,
  "word/fontTable.xml": `<w:fonts xmlns:w="${W}"><w:font w:name="Ornaments">${val("charset", "02")}</w:font><w:font w:name="Symbol">${val("charset", "02")}</w:font></w:fonts>`,
  "word/numbering.xml": `<w:numbering xmlns:w="${W}">${NUMBERING}</w:numbering>`,
};

/** The text of a cell in a row with another. */
function cellText(content: string, properties = "", table = ""): string {
  const rows = [tr(tc("a"), tc("b")), tr(tc("a"), tc(content, properties))];
  const [block] = outline(docxToSource(docxFile(tbl(...rows).replace("<w:tblPr/>", `<w:tblPr>${table}</w:tblPr>`), PARTS), "en"));
  const cell = Array.isArray(block) ? block[1]?.[1] : undefined;
  return typeof cell === "string" ? cell : "";
}

describe("what is seen of a cell of a Word file", () => {
  it.each([
    ["struck by a style", inStyle("Struck", "9") + run("51"), "51"],
    ["struck twice by a style", inStyle("StruckTwice", "9") + run("51"), "51"],
    ["struck by the style of a style", inStyle("StruckChild", "9") + run("51"), "51"],
    ["not struck though based on such a style", inStyle("NotStruck", "9") + run("51"), "951"],
    ["not struck by its own word", inStyle("Struck", "9", val("strike", "0")) + run("51"), "951"],
    ["struck by styles based on each other", inStyle("LoopB", "9") + run("51"), "51"],
    ["raised by a style", run("51") + inStyle("Raised", "1"), "51¹"],
    ["raised by the style of a style", run("51") + inStyle("RaisedChild", "1"), "51¹"],
    ["lifted by a style", run("51") + inStyle("Lifted", "1"), "51¹"],
    ["on the line again by its own word", run("51") + inStyle("Raised", "1", val("vertAlign", "baseline")), "511"],
    ["hidden by a style", inStyle("Hidden", "9") + run("51"), "51"],
    ["white", run("9", val("color", "FFFFFF")) + run("51"), "51"],
    ["white by a style", inStyle("White", "9") + run("51"), "51"],
    ["nearly white", run("9", val("color", "FAFAFA")) + run("51"), "51"],
    ["of the colour of paper by the theme", run("9", '<w:color w:val="auto" w:themeColor="background1"/>') + run("51"), "51"],
    ["light grey, which is seen", run("9", val("color", "A6A6A6")) + run("51"), "951"],
    ["red, which is seen", run("9", val("color", "FF0000")) + run("51"), "951"],
    [
      "white on a dark ground of its own",
      run("9", `${val("color", "FFFFFF")}<w:shd w:val="clear" w:fill="1F3864"/>`) + run("51"),
      "951",
    ],
    ["white on a bright mark", run("9", val("color", "FFFFFF") + val("highlight", "red")) + run("51"), "951"],
    ["black on a black ground", run("9", `${val("color", "000000")}<w:shd w:val="clear" w:fill="000000"/>`) + run("51"), "51"],
    ["yellow on yellow", run("9", val("color", "FFFF00") + val("highlight", "yellow")) + run("51"), "51"],
    [
      "white on a pattern that is black",
      run("9", `${val("color", "FFFFFF")}<w:shd w:val="solid" w:color="000000"/>`) + run("51"),
      "951",
    ],
    [
      "white on a light pattern",
      run("9", `${val("color", "FFFFFF")}<w:shd w:val="pct5" w:color="auto" w:fill="auto"/>`) + run("51"),
      "51",
    ],
    [
      "of the colour of paper by the theme, whatever is stated for other programs",
      run("9", '<w:color w:val="000000" w:themeColor="background1"/>') + run("51"),
      "51",
    ],
    [
      "of a darker shade of the colour of paper",
      run("9", '<w:color w:val="FFFFFF" w:themeColor="background1" w:themeShade="80"/>') + run("51"),
      "951",
    ],
    ["run into one another", run("51", val("spacing", "-60")), `51${OBJECT}`],
    ["closer than usual", run("51", val("spacing", "-20")), "51"],
    ["closer than usual and large", run("51", val("spacing", "-60") + val("sz", "44")), "51"],
    ["letters run into one another", run("行政", val("spacing", "-60")), "行政"],
    ["squeezed into nothing", run("51", '<w:fitText w:val="20" w:id="1"/>'), `51${OBJECT}`],
    ["fitted into its cell", run("51", '<w:fitText w:val="420" w:id="1"/>'), "51"],
    ["two lines in one", run("5") + run("12", '<w:eastAsianLayout w:id="1" w:combine="1"/>'), `512${OBJECT}`],
    ["turned on its side", run("12", '<w:eastAsianLayout w:id="1" w:vert="1"/>'), `12${OBJECT}`],
    ["hidden in some views", run("51", "<w:webHidden/>"), `51${OBJECT}`],
    ["in a font that the file says draws pictures", run("5", '<w:rFonts w:ascii="Ornaments"/>'), OBJECT],
    ["in the font Symbol, whose digits are digits", run("5", '<w:rFonts w:ascii="Symbol"/>'), "5"],
    ["tiny", run("9", val("sz", "2")) + run("51"), "51"],
    ["of no size", run("9", val("sz", "0")) + run("51"), `9${OBJECT}51`],
    ["tiny as a complex script alone", run("51", `<w:cs/>${val("szCs", "2")}`), `51${OBJECT}`],
    ["tiny but as a complex script", run("51", `<w:cs/>${val("sz", "2")}${val("szCs", "21")}`), `51${OBJECT}`],
    ["tiny as both", run("9", `<w:cs/>${val("sz", "2")}${val("szCs", "2")}`) + run("51"), "51"],
    ["tiny as the complex script that it is not", run("51", val("szCs", "2")), "51"],
    ["a complex script as large as any", run("51", "<w:cs/>"), "51"],
    ["a complex script in a font of pictures", run("5", '<w:cs/><w:rFonts w:ascii="SimSun" w:cs="Wingdings"/>'), OBJECT],
    ["a complex script in a font that the file says draws pictures", run("5", '<w:cs/><w:rFonts w:cs="Ornaments"/>'), OBJECT],
    ["with a font of pictures for complex scripts", run("5", '<w:rFonts w:cs="Wingdings"/>'), "5"],
    ["tiny by a style", inStyle("Tiny", "9") + run("51"), "51"],
    ["squeezed to nothing", run("9", val("w", "1")) + run("51"), "51"],
    ["in a symbol font", run("5", '<w:rFonts w:ascii="Webdings"/>'), OBJECT],
    ["in a symbol font by a style", run("5") + inStyle("Pictures", "1"), `5${OBJECT}`],
    ["a symbol that looks like none of its digits", '<w:r><w:sym w:font="Wingdings" w:char="0031"/></w:r>', OBJECT],
    ["a symbol of the private area", `${run("5")}<w:r><w:sym w:font="Wingdings 2" w:char="F031"/></w:r>`, `5${OBJECT}`],
    ["a digit of the font Symbol", '<w:r><w:sym w:font="Symbol" w:char="F035"/></w:r>', "5"],
    ["a letter of the font Symbol", '<w:r><w:sym w:font="Symbol" w:char="0061"/></w:r>', OBJECT],
  ])("%s", (_, runs, expected) => {
    expect(cellText(para(runs))).toBe(expected);
  });

  it.each([
    ["by their own properties", "1 234", "<w:bidi/>", `1 234${OBJECT}`],
    ["by a style", "1 234", val("pStyle", "FromRight"), `1 234${OBJECT}`],
    ["not, whatever their style says", "1 234", val("pStyle", "FromRight") + val("bidi", "0"), "1 234"],
    ["with one number", "1,234", "<w:bidi/>", "1,234"],
  ])("lines run from right to left %s", (_, text, properties, expected) => {
    expect(cellText(para(run(text), properties))).toBe(expected);
  });

  it.each([
    ["hidden twice, which cancels", para(inStyle("Hidden", "51"), val("pStyle", "HiddenLine")), "51"],
    ["hidden twice by a base, which cancels", para(inStyle("Hidden", "51"), val("pStyle", "HiddenLineChild")), "51"],
    ["hidden by the paragraph alone", para(run("9"), val("pStyle", "HiddenLine")) + para(run("51")), "51"],
    ["hidden by both and by its own word", para(inStyle("Hidden", "9", "<w:vanish/>"), val("pStyle", "HiddenLine")), ""],
    ["struck by the paragraph alone", para(run("9") + run("51", val("strike", "0")), val("pStyle", "StruckLine")), "51"],
    ["struck twice, which cancels", para(inStyle("Struck", "51"), val("pStyle", "StruckLine")), "51"],
    ["a style of the wrong kind", para(run("51"), val("pStyle", "Struck")), "51"],
    ["white on the dark ground of the paragraph", para(inStyle("White", "51"), val("pStyle", "Black")), "51"],
    ["lines that are flat by a style", para(run("9"), val("pStyle", "Flat")) + para(run("51")), "51"],
    ["lines that are flat", para(run("9"), '<w:spacing w:line="10" w:lineRule="exact"/>') + para(run("51")), "51"],
    ["lines that are cut off", para(run("51"), '<w:spacing w:line="80" w:lineRule="exact"/>'), `51${OBJECT}`],
    ["moved out of its cell to the left", para(run("51"), '<w:ind w:left="-2000"/>'), `51${OBJECT}`],
    ["moved out of its cell by its first line", para(run("51"), '<w:ind w:left="200" w:hanging="2000"/>'), `51${OBJECT}`],
    ["moved out of its cell to the right", para(run("51"), '<w:ind w:start="20000"/>'), `51${OBJECT}`],
    ["moved out of its cell by signs", para(run("51"), '<w:ind w:left="0" w:leftChars="-900"/>'), `51${OBJECT}`],
    ["indented by a few signs", para(run("51"), '<w:ind w:left="-2000" w:leftChars="200"/>'), "51"],
    ["moved out of its cell by a style", para(run("51"), val("pStyle", "Outside")), `51${OBJECT}`],
    ["moved back", para(run("51"), `${val("pStyle", "Outside")}<w:ind w:left="0"/>`), "51"],
    ["indented as usual", para(run("51"), '<w:ind w:left="420" w:hanging="420"/>'), "51"],
    ["lines of a height that is seen", para(run("51"), '<w:spacing w:line="240" w:lineRule="exact"/>'), "51"],
  ])("%s", (_, content, expected) => {
    expect(cellText(content)).toBe(expected);
  });

  it("white text by the ground of its cell, its table and the style of its table", () => {
    const white = para(inStyle("White", "51"));
    expect(cellText(white)).toBe("");
    expect(cellText(white, '<w:shd w:val="clear" w:fill="000080"/>')).toBe("51");
    expect(cellText(white, "", '<w:shd w:val="clear" w:fill="000080"/>')).toBe("51");
    expect(cellText(white, "", val("tblStyle", "Grid"))).toBe("");
    const header = tbl(tr(tc(white), tc(white)), tr(tc("a"), tc("b")));
    const of = (look: string) =>
      outline(
        docxToSource(docxFile(header.replace("<w:tblPr/>", `<w:tblPr>${val("tblStyle", "Grid")}${look}</w:tblPr>`), PARTS), "en"),
      );
    expect(of("")).toEqual([
      [
        ["51", "51"],
        ["a", "b"],
      ],
    ]);
    expect(of('<w:tblLook w:firstRow="0"/>')).toEqual([
      [
        ["", ""],
        ["a", "b"],
      ],
    ]);
    expect(of('<w:tblLook w:val="0000"/>')).toEqual([
      [
        ["", ""],
        ["a", "b"],
      ],
    ]);
    expect(of('<w:tblLook w:val="0020"/>')).toEqual([
      [
        ["51", "51"],
        ["a", "b"],
      ],
    ]);
  });

  it("struck by the style of the table, which the style of a run cancels", () => {
    expect(cellText(para(run("51")), "", val("tblStyle", "StruckTable"))).toBe("");
    expect(cellText(para(inStyle("Struck", "51")), "", val("tblStyle", "StruckTable"))).toBe("51");
    expect(cellText(para(run("51")), "", val("tblStyle", "StruckWhole"))).toBe("");
  });

  it("hidden by what the style of the table says of a part of it", () => {
    for (const id of ["HiddenLast", "HiddenLastChild"]) {
      expect(cellText(para(run("51")), "", val("tblStyle", id))).toBe("");
      expect(cellText(para(run("51")), "", `${val("tblStyle", id)}<w:tblLook w:lastColumn="0"/>`)).toBe("51");
      expect(cellText(para(inStyle("Hidden", "51")), "", val("tblStyle", id))).toBe("51");
    }
  });

  it("figures that a line crosses are in doubt, and nothing else is", () => {
    const borders = (line: string) => `<w:tcBorders><w:tl2br w:val="${line}"/></w:tcBorders>`;
    const doubtOf = (content: string, line: string) => {
      const [block] = docxToSource(docxFile(tbl(tr(tc("a"), tc("b")), tr(tc("a"), tc(content, borders(line))))), "en").blocks;
      return block?.kind === "table" ? block.rows[1]?.[1]?.doubt : null;
    };
    expect(doubtOf("51", "single")).toBe("crossing");
    expect(doubtOf("51", "nil")).toBeUndefined();
    expect(doubtOf("第1项", "single")).toBeUndefined();
    expect(doubtOf("<w:p/>", "single")).toBeUndefined();
  });

  it("white text on a coloured page is in doubt", () => {
    const body = tbl(tr(tc("a"), tc(para(inStyle("White", "51")))));
    const file = docxFile("", {
      ...PARTS,
      "word/document.xml": `<w:document xmlns:w="${W}"><w:background w:color="000000"/><w:body>${body}</w:body></w:document>`,
    });
    expect(outline(docxToSource(file, "en"))).toEqual([[["a", `51${OBJECT}`]]]);
  });

  it("nothing of a row without height", () => {
    const flat = (height: string) => `<w:tr><w:trPr>${height}</w:trPr>${tc("51")}${tc("52")}</w:tr>`;
    const of = (height: string) => outline(docxToSource(docxFile(tbl(tr(tc("a"), tc("b")), flat(height))), "en"));
    expect(of('<w:trHeight w:val="1" w:hRule="exact"/>')).toEqual([
      [
        ["a", "b"],
        ["", ""],
      ],
    ]);
    expect(of('<w:trHeight w:val="80" w:hRule="exact"/>')).toEqual([
      [
        ["a", "b"],
        [`51${OBJECT}`, `52${OBJECT}`],
      ],
    ]);
    expect(of('<w:trHeight w:val="1"/>')).toEqual([
      [
        ["a", "b"],
        ["51", "52"],
      ],
    ]);
  });
});

/** A shape that floats over the text. */
const floating = (shape: string): string =>
  `<w:r><w:drawing><wp:anchor><a:graphic><wps:wsp><wps:spPr>${shape}</wps:spPr></wps:wsp></a:graphic></wp:anchor></w:drawing></w:r>`;

describe("what is more than its text", () => {
  it.each([
    ["a shape in colour", anchored(filled("<a:solidFill/>")), `51${OBJECT}`],
    ["a shape of several colours", anchored(filled("<a:gradFill/>")), `51${OBJECT}`],
    ["an outline", anchored(filled("<a:noFill/>")), "51"],
    ["a shape behind the text", anchored(filled("<a:solidFill/>"), ' behindDoc="1"'), "51"],
    ["a picture", anchored("<pic:pic><pic:spPr><a:solidFill/></pic:spPr></pic:pic>"), "51"],
    ["an old shape", '<w:pict><v:rect style="position:absolute"/></w:pict>', `51${OBJECT}`],
    ["an old outline", '<w:pict><v:rect style="position:absolute" filled="f"/></w:pict>', "51"],
    [
      "an old shape whose ground is off",
      '<w:pict><v:oval style="position:absolute"><v:fill on="false"/></v:oval></w:pict>',
      "51",
    ],
    ["an old shape behind the text", '<w:pict><v:rect style="position:absolute;z-index:-5"/></w:pict>', "51"],
    ["an old picture", '<w:pict><v:shape style="position:absolute"><v:imagedata/></v:shape></w:pict>', "51"],
  ])("%s over the line", (_, drawing, expected) => {
    expect(cellText(para(`${run("51")}<w:r>${drawing}</w:r>`))).toBe(expected);
  });

  const note = (kind: string, mark: string) => `<w:${kind} w:customMarkFollows="1" w:id="2"/>${mark}`;
  it.each([
    ["a note with a mark of its own", `${run("51")}<w:r>${note("footnoteReference", "<w:t>1</w:t>")}</w:r>`, "51¹"],
    ["an endnote with a mark of its own", `${run("51")}<w:r>${note("endnoteReference", "<w:t>1</w:t>")}</w:r>`, "51¹"],
    ["a note whose mark is in the next run", `${run("51")}<w:r>${note("footnoteReference", "")}</w:r>${run("1")}`, "51¹"],
    [
      "a note with a symbol for a mark",
      `${run("51")}<w:r>${note("footnoteReference", '<w:sym w:font="Wingdings" w:char="F081"/>')}</w:r>`,
      `51${OBJECT}`,
    ],
    ["a note with a mark, then a figure", `<w:r>${note("footnoteReference", "<w:t>1</w:t>")}</w:r>${run("51")}`, "¹51"],
    ["a note with a number of Word's", `${run("51")}<w:r><w:footnoteReference w:id="2"/></w:r>`, "51"],
    ["a formula field", run("5") + field(" EQ \\o\\ac(○,1) ", null), `5${OBJECT}`],
    ["a date of today", field("DATE \\@ d", run("51")), `51${OBJECT}`],
    ["a field that is to be made anew", field("REF a", run("51")).replace('"begin"', '"begin" w:dirty="true"'), `51${OBJECT}`],
    ["a field that is not", field("REF a", run("51")).replace('"begin"', '"begin" w:dirty="0"'), "51"],
    ["a simple field that is to be made anew", simple("REF a", run("51")).replace(" w:", ' w:dirty="1" w:'), `51${OBJECT}`],
    ["ink", `${run("51")}<w:r><w:contentPart/></w:r>`, `51${OBJECT}`],
    ["a formula field with a result", run("5") + field("eq \\f(1,2)", run("1")), `51${OBJECT}`],
    [
      "a formula field over several runs",
      `${run("5")}${field("E", null).replace("</w:instrText>", "</w:instrText><w:instrText>Q x</w:instrText>")}`,
      `5${OBJECT}`,
    ],
    ["a counter", run("5") + field(" SEQ 表 \\* ARABIC ", run("1")), `51${OBJECT}`],
    ["a simple counter", run("5") + simple(" SEQ a ", run("1")), `51${OBJECT}`],
    ["an automatic number", run("5") + field("AUTONUM", null), `5${OBJECT}`],
    ["a list number", run("5") + simple("LISTNUM", ""), `5${OBJECT}`],
    ["a number of a page", run("5") + field("PAGE", run("1")), `51${OBJECT}`],
    ["a sum that was calculated", field("=SUM(LEFT)", run("51")), "51"],
    ["a sum that was not", field("=SUM(LEFT)", null), OBJECT],
    ["a reference", field("REF a \\h", run("51")), "51"],
    ["a link", field('HYPERLINK "x"', run("51")), "51"],
    ["an entry for an index", run("51") + field('XE "a"', null), "51"],
    [
      "a list to choose from",
      field(
        "FORMDROPDOWN",
        null,
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="9"/><w:listEntry w:val="51"/></w:ddList></w:ffData>',
      ),
      "51",
    ],
    [
      "a list nobody chose from",
      field("FORMDROPDOWN", null, '<w:ffData><w:ddList><w:listEntry w:val="9"/></w:ddList></w:ffData>'),
      "9",
    ],
    ["a box to tick", run("5") + field("FORMCHECKBOX", null), `5${OBJECT}`],
    ["a number of the page", `${run("5")}<w:r><w:pgNum/></w:r>`, `5${OBJECT}`],
    ["a date of today", `${run("5")}<w:r><w:dayShort/></w:r>`, `5${OBJECT}`],
    [
      "what only other programs know",
      `<w:r><mc:AlternateContent><mc:Choice Requires="zz"><w:t>9</w:t></mc:Choice><mc:Fallback><w:t>51</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
      "51",
    ],
    [
      "what programs know, though it is empty",
      `${run("51")}<w:r><mc:AlternateContent><mc:Choice Requires="w14 wps"/><mc:Fallback><w:t>9</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
      "51",
    ],
    [
      "letters drawn as a shape",
      `${run("5")}<w:r><w:pict><v:shape><v:textpath string="1"/></v:shape></w:pict></w:r>`,
      `5${OBJECT}`,
    ],
    ["a shape in the line", `${run("5")}<w:r><w:pict><v:oval style="width:9pt"/></w:pict></w:r>`, `5${OBJECT}`],
    ["a shape over the line", `${run("51")}<w:r><w:pict><v:oval style="position:absolute" filled="f"/></w:pict></w:r>`, "51"],
    ["a line over the line", `${run("51")}<w:r><w:pict><v:line style="position:absolute"/></w:pict></w:r>`, `51${OBJECT}`],
    [
      "a connector over the line",
      `${run("51")}<w:r><w:pict><v:shape type="#_x0000_t32" style="position:absolute" filled="f"/></w:pict></w:r>`,
      `51${OBJECT}`,
    ],
    [
      "a curve over the line",
      `${run("51")}<w:r><w:pict><v:curve style="position:absolute" filled="f"/></w:pict></w:r>`,
      `51${OBJECT}`,
    ],
    [
      "a frame over the line",
      `${run("51")}<w:r><w:pict><v:shape type="#_x0000_t202" style="position:absolute" filled="f"/></w:pict></w:r>`,
      "51",
    ],
    ["a cross over the line", run("51") + floating('<a:prstGeom prst="mathMultiply"/>'), `51${OBJECT}`],
    ["a stroke by hand over the line", run("51") + floating("<a:custGeom/>"), `51${OBJECT}`],
    ["a ring over the line", run("51") + floating('<a:prstGeom prst="ellipse"/><a:noFill/>'), "51"],
    ["a line over the line, as newer programs draw it", run("51") + floating('<a:prstGeom prst="line"/>'), `51${OBJECT}`],
    [
      "struck signs of a formula",
      "<m:oMath><m:r><w:rPr><w:strike/></w:rPr><m:t>9</m:t></m:r><m:r><m:t>51</m:t></m:r></m:oMath>",
      "51",
    ],
    [
      "hidden signs of a formula",
      "<m:oMath><m:r><w:rPr><w:vanish/></w:rPr><m:t>9</m:t></m:r><m:r><m:t>51</m:t></m:r></m:oMath>",
      "51",
    ],
    ["digits from right to left", run("15", "<w:rtl/>"), `15${OBJECT}`],
    ["digits turned around", `<w:bdo w:val="rtl">${run("15")}</w:bdo>`, `15${OBJECT}`],
    ["digits in a direction of their own", `<w:dir w:val="rtl">${run("1")}${run("5")}</w:dir>`, `1${OBJECT}5${OBJECT}`],
    ["digits turned around and back", `<w:bdo w:val="rtl"><w:bdo w:val="ltr">${run("15")}</w:bdo></w:bdo>`, "15"],
    ["words from right to left", run("行政", "<w:rtl/>"), "行政"],
  ])("%s", (_, runs, expected) => {
    expect(cellText(para(runs))).toBe(expected);
  });

  const listed = (id: string, at = "0") => `<w:numPr>${val("ilvl", at)}${val("numId", id)}</w:numPr>`;
  it.each([
    ["a numbered figure", para(run("5"), listed("1")), `${OBJECT}5`],
    ["a figure numbered by a style", para(run("5"), val("pStyle", "Listed")), `${OBJECT}5`],
    ["a number alone", para("", listed("1")), OBJECT],
    ["a figure in a list of which nothing is printed", para(run("5"), listed("1", "1")), "5"],
    ["a figure in a list that prints no number but a text", para(run("5"), listed("1", "2")), `${OBJECT}5`],
    ["a figure in a list that prints a number of no kind", para(run("5"), listed("1", "3")), "5"],
    ["a figure taken out of its style's list", para(run("5"), val("pStyle", "Listed") + listed("0")), "5"],
    ["a figure of a list that there is not", para(run("5"), listed("9")), "5"],
    ["a numbered label", para(run("行政许可"), listed("1")), "行政许可"],
  ])("%s", (_, content, expected) => {
    expect(cellText(content)).toBe(expected);
  });

  it("a prompt that fills a cell or a row leaves it empty, and in its place", () => {
    const prompt = (content: string, shown = "<w:showingPlcHdr/>") =>
      `<w:sdt><w:sdtPr>${shown}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const rows = tbl(
      `<w:tr>${tc("a")}${prompt(tc("单击此处"))}${tc("c")}</w:tr>`,
      prompt(tr(tc("x"), tc("y"), tc("z"))),
      `<w:tr>${tc("a")}${prompt(tc("51"), '<w:showingPlcHdr w:val="0"/>')}${tc("c")}</w:tr>`,
    );
    expect(outline(docxToSource(docxFile(rows), "en"))).toEqual([
      [
        ["a", "", "c"],
        ["", "", ""],
        ["a", "51", "c"],
      ],
    ]);
  });
});
