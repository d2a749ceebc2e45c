import { describe, expect, it } from "vitest";
import { docxToSource } from "../../src/formats/docx/read.js";
import { MAX_WORD_CELLS, MAX_WORD_SPAN } from "../../src/formats/docx/readContents.js";
import { corpus } from "../support/corpus.js";
import { docxFile, outline, p, relationships, tbl, tc, tr, W } from "./support.js";

const read = (body: string, parts = {}) => outline(docxToSource(docxFile(body, parts), "en"));
const run = (text: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const BEGIN = '<w:vMerge w:val="restart"/>';
const CONTINUE = "<w:vMerge/>";
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;

describe("text of a Word file", () => {
  it.each([
    ["runs are put together", `<w:p>${run("1")}${run("2")}</w:p>`, ["12"]],
    ["tabs and breaks are kept", "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", ["a\tb", "c"]],
    ["empty paragraphs are left out", `${p("a")}<w:p/>${p(" ")}${p("b")}`, ["a", "b"]],
    ["an insertion counts", `<w:p><w:ins w:id="1">${run("5")}</w:ins></w:p>`, ["5"]],
    ["a deletion does not", `<w:p><w:del w:id="1"><w:r><w:delText>4</w:delText></w:r></w:del>${run("5")}</w:p>`, ["5"]],
    [
      "what was moved counts where it went",
      `<w:p><w:moveFrom>${run("4")}</w:moveFrom><w:moveTo>${run("5")}</w:moveTo></w:p>`,
      ["5"],
    ],
    ["a deleted end joins two paragraphs", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run("1")}</w:p>${p("2")}`, ["12"]],
    [
      "a letter drops into the next paragraph",
      `<w:p><w:pPr><w:framePr w:dropCap="margin"/></w:pPr>${run("1")}</w:p>${p("2")}<w:p><w:pPr><w:framePr w:dropCap="none"/></w:pPr>${run("3")}</w:p>${p("4")}`,
      ["12", "3", "4"],
    ],
    ["hidden text is left out", `<w:p>${run("4", "<w:vanish/>")}${run("5", '<w:vanish w:val="0"/>')}</w:p>`, ["5"]],
    ["struck-out text is left out", `<w:p>${run("4", "<w:strike/>")}${run("5")}</w:p>`, ["5"]],
    [
      "a raised digit is not one of the number",
      `<w:p>${run("4")}${run("1", '<w:vertAlign w:val="superscript"/>')}</w:p>`,
      ["4¹"],
    ],
    ["a lifted digit is not one of the number", `<w:p>${run("4")}${run("1", '<w:position w:val="8"/>')}</w:p>`, ["4¹"]],
    [
      "a lifted paragraph is plain",
      `<w:p>${run("4", '<w:position w:val="8"/>')}${run("1", '<w:position w:val="8"/>')}</w:p>`,
      ["41"],
    ],
    ["a footnote mark is no text", `<w:p>${run("4")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`, ["4"]],
    [
      "bookmarks are no text",
      '<w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r><w:t>4</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>',
      ["4"],
    ],
    ["a link counts", `<w:p><w:hyperlink r:id="rId9">${run("a")}</w:hyperlink></w:p>`, ["a"]],
    ["a simple field shows its result", `<w:p><w:fldSimple w:instr="=SUM(LEFT)">${run("7")}</w:fldSimple></w:p>`, ["7"]],
    [
      "a complex field shows its result, not what is nested in its instruction",
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>
       <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("3")}<w:r><w:fldChar w:fldCharType="end"/></w:r>
       <w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("7")}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run("!")}</w:p>`,
      ["7!"],
    ],
    ["a content control shows its content", `<w:sdt><w:sdtPr/><w:sdtContent>${p("a")}</w:sdtContent></w:sdt>`, ["a"]],
    [
      "the prompt of an empty one is no content",
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p("a")}</w:sdtContent></w:sdt>${p("b")}`,
      ["b"],
    ],
    [
      "ruby text is left out",
      `<w:p><w:r><w:ruby><w:rt>${run("pin")}</w:rt><w:rubyBase>${run("拼")}</w:rubyBase></w:ruby></w:r></w:p>`,
      ["拼"],
    ],
    ["a symbol with a character is text", '<w:p><w:r><w:sym w:font="Symbol" w:char="F034"/></w:r></w:p>', ["4"]],
    ["references are resolved", p("&lt;&amp;&#x4e2d;&#x20000;"), ["<&中\u{20000}"]],
    ["CDATA is text", "<w:p><w:r><w:t><![CDATA[<4>]]></w:t></w:r></w:p>", ["<4>"]],
  ])("%s", (_, body, expected) => {
    expect(read(body)).toEqual(expected);
  });

  it("hides the text of styles that hide it, also by the style that they are based on", () => {
    const styles = `<w:styles xmlns:w="${W}"><w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="c"><w:basedOn w:val="c"/></w:style></w:styles>`;
    const styled = (style: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(style)}</w:p>`;
    const parts = { "word/styles.xml": styles, "word/_rels/document.xml.rels": relationships(["rId1", "styles", "styles.xml"]) };
    expect(read(styled("a") + styled("b") + styled("c"), parts)).toEqual(["c"]);
  });

  it("reads a text box once, after the paragraph that it hangs on", () => {
    const box = (kind: string) =>
      `<wp:anchor><a:graphic><${kind}><w:txbxContent>${p("盒")}</w:txbxContent></${kind}></a:graphic></wp:anchor>`;
    const body = `<w:p>${run("a")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box("wps:txbx")}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p("盒")}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run("b")}</w:p>${p("c")}`;
    expect(read(body)).toEqual(["ab", "盒", "c"]);
  });

  it("falls back where the preferred alternative has no text", () => {
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:t>4</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(read(body)).toEqual(["4"]);
  });

  it("reads files with other prefixes and in the strict form", () => {
    const strict = `<a:document xmlns:a="http://purl.oclc.org/ooxml/wordprocessingml/main"><a:body><a:tbl><a:tr><a:tc><a:tcPr><a:gridSpan a:val="2"/></a:tcPr><a:p><a:r><a:t>x</a:t></a:r></a:p></a:tc><a:tc><a:p/></a:tc></a:tr></a:tbl></a:body></a:document>`;
    expect(read("", { "word/document.xml": strict })).toEqual([[["x 1x2", ""]]]);
    const bare = `<document xmlns="${W}" xmlns:w="${W}"><body><tbl><tr><tc><tcPr><gridSpan w:val="2"/></tcPr><p><r><t>x</t></r></p></tc><tc><p/></tc></tr></tbl></body></document>`;
    expect(read("", { "word/document.xml": bare })).toEqual([[["x 1x2", ""]]]);
  });

  it("says where paragraphs and cells stand", () => {
    const { blocks } = docxToSource(docxFile(p("a") + tbl(tr(tc("b"), tc("c", CONTINUE))) + tbl(tr(tc("d"), tc("e")))), "en");
    const [paragraph, first, second] = blocks;
    expect(paragraph).toMatchObject({ place: { format: "docx", table: null, line: 1 } });
    expect(first).toMatchObject({
      rows: [[{ place: { table: 1, row: 1, column: 1 } }, { place: { table: 1, row: 1, column: 2 } }]],
    });
    expect(second).toMatchObject({ rows: [[{ place: { table: 2, row: 1, column: 1 } }, { text: "e" }]] });
  });

  it("bears a text box of very many paragraphs", () => {
    const boxes = `<w:txbxContent>${"<w:p/>".repeat(200_000)}${p("b")}</w:txbxContent>`;
    expect(read(`<w:p>${run("a")}<w:r>${boxes}</w:r></w:p>`)).toEqual(["a", "b"]);
    expect(read(tbl(`<w:tr><w:tc>${tbl(tr("<w:tc/>"))}<w:p><w:r>${boxes}</w:r></w:p></w:tc></w:tr>`))).toEqual(["b"]);
  });

  it("refuses a document that is embedded as another file", () => {
    expect(() => read('<w:altChunk r:id="rId1"/>')).toThrow(/embedded/);
  });
});

describe("tables of a Word file", () => {
  it.each([
    ["horizontal spans", tbl(tr(tc("a", span(2)), tc("b"))), [["a 1x2", "b"]]],
    [
      "vertical merges, with and without a value",
      tbl(tr(tc("a", BEGIN), tc("b")), tr(tc("", CONTINUE), tc("c")), tr(tc("", '<w:vMerge w:val="continue"/>'), tc("d"))),
      [["a 3x1", "b"], ["c"], ["d"]],
    ],
    [
      "two merges one below the other",
      tbl(tr(tc("a", BEGIN), tc("1")), tr(tc("", CONTINUE), tc("2")), tr(tc("b", BEGIN), tc("3")), tr(tc("", CONTINUE), tc("4"))),
      [["a 2x1", "1"], ["2"], ["b 2x1", "3"], ["4"]],
    ],
    [
      "a merge of several columns",
      tbl(tr(tc("a", span(2) + BEGIN), tc("b")), tr(tc("", span(2) + CONTINUE), tc("c"))),
      [["a 2x2", "b"], ["c"]],
    ],
    [
      "a merge that goes on nothing is a cell",
      tbl(tr(tc("a"), tc("b")), tr(tc("", CONTINUE), tc("c"))),
      [
        ["a", "b"],
        ["", "c"],
      ],
    ],
    [
      "a merge of another width is not joined",
      tbl(tr(tc("a", span(2) + BEGIN), tc("b")), tr(tc("", CONTINUE), tc("c"), tc("d"))),
      [
        ["a 1x2", "b"],
        ["", "c", "d"],
      ],
    ],
    [
      "merged cells of the old kind",
      tbl(tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("b"))),
      [["a 1x2", "b"]],
    ],
    [
      "columns left out before a row",
      tbl(tr(tc("a"), tc("b")), `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc("c")}</w:tr>`),
      [
        ["a", "b"],
        ["", "c"],
      ],
    ],
    [
      "merges below columns left out",
      tbl(
        tr(tc("a"), tc("b", BEGIN)),
        `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc("", CONTINUE)}</w:tr>`,
        tr(tc("c"), tc("", CONTINUE)),
      ),
      [["a", "b 3x1"], [""], ["c"]],
    ],
    [
      "content controls around rows and cells",
      tbl(
        `<w:sdt><w:sdtPr/><w:sdtContent>${tr(tc("a", BEGIN), `<w:sdt><w:sdtPr/><w:sdtContent>${tc("b")}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
        tr(tc("", CONTINUE), tc("c")),
      ),
      [["a 2x1", "b"], ["c"]],
    ],
    ["custom markup around rows", tbl(`<w:customXml w:element="x">${tr(tc("a"), tc("b"))}</w:customXml>`), [["a", "b"]]],
    [
      "deleted and hidden rows are left out",
      tbl(
        tr(tc("a"), tc("b")),
        `<w:tr><w:trPr><w:del/></w:trPr>${tc("c")}</w:tr>`,
        `<w:tr><w:trPr><w:hidden/></w:trPr>${tc("d")}</w:tr>`,
      ),
      [["a", "b"]],
    ],
    [
      "inserted rows count",
      tbl(tr(tc("a"), tc("b")), `<w:tr><w:trPr><w:ins/></w:trPr>${tc("c")}${tc("d")}</w:tr>`),
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["deleted cells are left out", tbl(tr(tc("a", "<w:cellDel/>"), tc("b"), tc("c"))), [["b", "c"]]],
    ["paragraphs of a cell are lines", tbl(tr(tc(p("商业") + p("企业")), tc("b"))), [["商业\n企业", "b"]]],
    [
      "a picture in a cell is not nothing",
      tbl(tr(tc("<w:p><w:r><w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing></w:r></w:p>"), tc("b"))),
      [["\ufffc", "b"]],
    ],
    [
      "a seal that floats is nothing",
      tbl(tr(tc("<w:p><w:r><w:drawing><wp:anchor><pic:pic/></wp:anchor></w:drawing><w:t>4</w:t></w:r></w:p>"), tc("b"))),
      [["4", "b"]],
    ],
    [
      "a symbol without a character is not nothing",
      tbl(tr(tc('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>'), tc("b"))),
      [["\ufffc", "b"]],
    ],
    [
      "a fraction is not its digits",
      tbl(
        tr(
          tc(
            "<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></w:p>",
          ),
          tc("<w:p><m:oMath><m:r><m:t>12</m:t></m:r></m:oMath></w:p>"),
        ),
      ),
      [["\ufffc\ufffc1\ufffc2", "12"]],
    ],
    [
      "a span beyond reason is cut",
      tbl(tr(tc("a", span(99999)), tc("b", '<w:gridSpan w:val="-3"/>'), tc("c", '<w:gridSpan w:val="x"/>'))),
      [[`a 1x${MAX_WORD_SPAN}`, "b", "c"]],
    ],
  ])("%s", (_, body, expected) => {
    expect(read(body)).toEqual([expected]);
  });

  it("dissolves layout tables, and keeps the rows that are none", () => {
    const inner = tbl(tr(tc("1"), tc("2")));
    const body = tbl(
      tr(tc("nav"), tc(p("above") + inner + p("below"))),
      tr(tc("x"), tc("y")),
      tr(tc(tbl(tr(tc(inner)))), tc("")),
    );
    expect(read(body)).toEqual(["nav", "above", [["1", "2"]], "below", [["x", "y"]], [["1", "2"]]]);
  });

  it("dissolves a frame around text", () => {
    expect(read(tbl(tr(tc(p("a") + p("b")))))).toEqual(["a", "b"]);
  });

  it("numbers tables in tables where they begin", () => {
    const { blocks } = docxToSource(docxFile(tbl(tr(tc(tbl(tr(tc("1"), tc("2")))))) + tbl(tr(tc("3"), tc("4")))), "en");
    expect(blocks.map((block) => (block.kind === "table" ? block.rows[0]?.[0]?.place.table : null))).toEqual([2, 3]);
  });

  it("refuses more cells than any report has", () => {
    const row = `<w:tr>${"<w:tc/>".repeat(1000)}</w:tr>`;
    expect(() => read(tbl(row.repeat(MAX_WORD_CELLS / 1000)))).not.toThrow();
    expect(() => read(tbl(row.repeat(MAX_WORD_CELLS / 1000), tr("<w:tc/>")))).toThrow(
      expect.objectContaining({ code: "format.limit" }),
    );
  });
});

describe.skipIf(corpus("official-template-2021.docx") === null)("the official template", () => {
  it("comes out as three tables of the official shape", () => {
    const document = docxToSource(corpus("official-template-2021.docx") ?? new Uint8Array(), "zh");
    const tables = document.blocks.filter((block) => block.kind === "table");
    expect(tables.map(({ rows }) => rows.length)).toEqual([14, 28, 4]);
    const width = (rows: (typeof tables)[number]["rows"]) => rows[0]?.reduce((sum, { colspan }) => sum + colspan, 0);
    expect(tables.map(({ rows }) => width(rows))).toEqual([4, 10, 15]);
    expect(tables[1]?.rows[5]?.[0]).toMatchObject({ rowspan: 22, colspan: 1, place: { table: 2, row: 6, column: 1 } });
    expect(document.blocks.filter(({ kind }) => kind === "paragraph")).toHaveLength(10);
  });
});
