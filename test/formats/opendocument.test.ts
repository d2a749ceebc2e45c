import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { openDocumentToSource } from "../../src/formats/opendocument/read.js";
import { readAny } from "../../src/formats/readAny.js";
import { MAX_CONDITIONAL_LOOKS } from "../../src/formats/xlsx/conditions.js";
import { readOpenDocument } from "../../src/opendocument.js";
import { outline, zip } from "../containers/support.js";

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const NAMESPACES = ["office", "text", "table", "style", "manifest"]
  .map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`)
  .concat([
    `xmlns:number="${OASIS}:datastyle:1.0"`,
    `xmlns:draw="${OASIS}:drawing:1.0"`,
    `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
    `xmlns:svg="${OASIS}:svg-compatible:1.0"`,
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
  ])
  .join(" ");

const STYLES = [
  ["text", "H", '<style:text-properties text:display="none"/>'],
  ["text", "S", '<style:text-properties style:text-line-through-style="solid"/>'],
  ["text", "R", '<style:text-properties style:text-position="super 58%"/>'],
  ["text", "W", '<style:text-properties fo:color="#ffffff"/>'],
  ["text", "T", '<style:text-properties fo:font-size="1pt"/>'],
  ["text", "NS", '<style:text-properties style:text-scale="1%"/>'],
  ["text", "NT", '<style:text-properties fo:font-size="2%"/>'],
  ["text", "NO", '<style:text-properties loext:opacity="0%"/>'],
  ["text", "NA", '<style:text-properties style:use-window-font-color="true" loext:opacity="0%" fo:color="#ffffff"/>'],
  ["text", "NC", '<style:text-properties style:text-combine="lines"/>'],
  ["text", "NL", '<style:text-properties fo:letter-spacing="-0.1in"/>'],
  ["text", "NF", '<style:text-properties style:font-name="F1"/>'],
  ["paragraph", "PI", '<style:paragraph-properties fo:margin-left="-2in"/>'],
  ["table-cell", "CP", '<style:table-cell-properties style:print-content="false"/>'],
  ["table-cell", "CH", '<style:table-cell-properties style:cell-protect="hidden-and-protected"/>'],
  ["table-cell", "CQ", '<style:table-cell-properties style:cell-protect="protected formula-hidden"/>'],
  ["table-cell", "CR", '<style:table-cell-properties style:repeat-content="true"/>'],
  ["table-cell", "CD", '<style:table-cell-properties style:diagonal-bl-tr="0.06pt solid #000000"/>'],
  ["paragraph", "PH", '<style:text-properties text:display="none"/>'],
  ["table", "TH", '<style:table-properties table:display="false"/>'],
  ["table-cell", "CS", '<style:text-properties style:text-line-through-type="single"/>'],
  ["table-cell", "CW", '<style:text-properties fo:color="#ffffff"/>'],
  ["table-cell", "CN", '<style:table-cell-properties fo:background-color="#000080"/>'],
  ["table-cell", "CY", '<style:table-cell-properties fo:background-color="#ffff00"/>'],
  ["table-cell", "CG", '<style:table-cell-properties draw:fill="gradient" fo:background-color="#ffff00"/>'],
  ["table-row", "RN", '<style:table-row-properties fo:background-color="#000080"/>'],
  ["table-row", "RF", '<style:table-row-properties style:row-height="0.3mm"/>'],
  ["table-row", "RS", '<style:table-row-properties style:row-height="4mm"/>'],
  ["table-column", "OF", '<style:table-column-properties style:column-width="0.01in"/>'],
  ["paragraph", "PR", '<style:paragraph-properties style:writing-mode="rl-tb"/>'],
  ["table-cell", "CR2", '<style:paragraph-properties style:writing-mode="rl-tb"/>'],
  ["table-cell", "MW", '<style:map style:condition="cell-content()&gt;50" style:apply-style-name="CW"/>'],
  ["table-cell", "MB", '<style:map style:condition="cell-content-is-between(50,60)" style:apply-style-name="CS"/>'],
  ["table-cell", "MO", '<style:map style:condition="cell-content-is-not-between(50,60)" style:apply-style-name="CS"/>'],
  [
    "table-cell",
    "MF",
    '<style:map style:condition="is-true-formula([.A1]=51)" style:apply-style-name="CW" style:base-cell-address="表.A1"/>',
  ],
  [
    "table-cell",
    "MN",
    '<style:map style:condition="is-true-formula([.B1]=51)" style:apply-style-name="CW" style:base-cell-address="表.A1"/>',
  ],
  ["table-cell", "MY", '<style:map style:condition="cell-content()&gt;50" style:apply-style-name="CY"/>'],
  ["paragraph", "PL", '<style:paragraph-properties fo:line-height="3pt"/>'],
  ["table-row", "RL", '<style:table-row-properties style:row-height="3pt"/>'],
  ["graphic", "GN", '<style:graphic-properties draw:fill="none"/>'],
  ["graphic", "GY", '<style:graphic-properties fo:background-color="#ffff00"/>'],
  ["text", "NR", '<style:text-properties style:text-rotation-angle="90"/>'],
  ["table-cell", "CU", '<style:table-cell-properties style:rotation-angle="180"/>'],
  ["table-cell", "CV", '<style:table-cell-properties style:rotation-angle="90"/>'],
  ["graphic", "GS", '<style:graphic-properties draw:fill="solid"/>'],
  ["graphic", "GB", '<style:graphic-properties style:run-through="background"/>'],
  ["paragraph", "PF", '<style:paragraph-properties fo:line-height="1pt"/>'],
  ["text", "Y", '<style:text-properties fo:color="#ffff00"/>'],
  ["text", "WN", '<style:text-properties fo:color="#ffffff" fo:background-color="#000080"/>'],
].map(([family, name, properties]) => `<style:style style:family="${family}" style:name="${name}">${properties}</style:style>`);

const flat = (kind: "text" | "spreadsheet", body: string): Uint8Array =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${NAMESPACES} office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:font-face-decls><style:font-face style:name="F1" svg:font-family="Wingdings"/></office:font-face-decls><office:automatic-styles>${STYLES.join("")}<style:style style:family="text" style:name="B" style:parent-style-name="S"/><style:style style:family="table-cell" style:name="CF" style:data-style-name="N1"/><number:number-style style:name="NW"><style:text-properties fo:color="#ffffff"/></number:number-style><number:number-style style:name="NR"><style:text-properties fo:color="#ff0000"/></number:number-style><style:style style:family="table-cell" style:name="LW" style:data-style-name="NW"/><style:style style:family="table-cell" style:name="LR" style:data-style-name="NR"/><style:style style:family="table-cell" style:name="CWN" style:parent-style-name="CN"><style:text-properties fo:color="#ffffff"/></style:style><style:style style:family="table-cell" style:name="X_1" style:display-name="白 字"><style:text-properties fo:color="#ffffff"/></style:style><style:style style:family="table-cell" style:name="CB" style:parent-style-name="CF"/></office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`,
  );
const text = (body: string) => outline(openDocumentToSource(flat("text", body), false, "en"));
const sheets = (body: string) => outline(openDocumentToSource(flat("spreadsheet", body), false, "en"));

const p = (content: string): string => `<text:p>${content}</text:p>`;
const cell = (content: string, attributes = ""): string => `<table:table-cell ${attributes}>${p(content)}</table:table-cell>`;
const covered = (attributes = ""): string => `<table:covered-table-cell ${attributes}/>`;
const row = (cells: string, attributes = ""): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const table = (rows: string, attributes = ""): string => `<table:table table:name="表" ${attributes}>${rows}</table:table>`;

const START = '<text:change-start text:change-id="d"/>';
const END = '<text:change-end text:change-id="d"/>';
const deleted = (content: string): string => START + content + END;
const custom = (style: string, type: string, content = ""): string =>
  `<draw:custom-shape draw:style-name="${style}" text:anchor-type="char">${content}<draw:enhanced-geometry draw:type="${type}"/></draw:custom-shape>`;
const box = (style: string, anchor = "char"): string =>
  `<draw:frame draw:style-name="${style}" text:anchor-type="${anchor}"><draw:text-box/></draw:frame>`;

describe("an OpenDocument text", () => {
  it.each([
    ["two lines in one", p('<text:span text:style-name="NC">51</text:span>'), "51\ufffc"],
    ["signs over one another", p('<text:span text:style-name="NL">51</text:span>'), "51\ufffc"],
    ["a font of pictures by another name", p('<text:span text:style-name="NF">5</text:span>'), "\ufffc"],
    ["text moved out of its cell", '<text:p text:style-name="PI">51</text:p>', "51\ufffc"],
    [
      "a shape in the line",
      p('5<draw:custom-shape text:anchor-type="as-char"><text:p>1</text:p></draw:custom-shape>'),
      "5\ufffc",
    ],
    ["a shape over the line", p('51<draw:custom-shape text:anchor-type="paragraph"/>'), "51\ufffc"],
    ["an outline over the line", p(`51${custom("GN", "rectangle")}`), "51"],
    ["a ring over the line", p(`51${custom("GN", "ooxml-ellipse")}`), "51"],
    ["a connector over the line", p(`51${custom("GN", "ooxml-straightConnector1")}`), "51\ufffc"],
    ["an old connector over the line", p(`51${custom("GN", "mso-spt32")}`), "51\ufffc"],
    ["a cross over the line", p(`51${custom("GN", "cross")}`), "51\ufffc"],
    ["a stroke by hand over the line", p('51<draw:path draw:style-name="GN" text:anchor-type="paragraph"/>'), "51\ufffc"],
    ["a figure in an outline over the line", p(`51${custom("GN", "rectangle", p("9"))}`), "51\ufffc"],
    ["a box in colour over the line", p(`51${box("GY")}`), "51\ufffc"],
    ["a box in colour in the line", p(`51${box("GY", "as-char")}`), "51"],
    ["a box over the line", p(`51${box("GN")}`), "51"],
    ["signs that are turned", p('51<text:span text:style-name="NR">2</text:span>'), "512\ufffc"],
    ["a shape behind the line", p('51<draw:rect draw:style-name="GB" text:anchor-type="paragraph"/>'), "51"],
    ["a shape in colour over the line", p('51<draw:rect draw:style-name="GS" text:anchor-type="paragraph"/>'), "51\ufffc"],
    ["text that is seen through", p('51<text:span text:style-name="NO">2</text:span>'), "512\ufffc"],
    ["low lines", '<text:p text:style-name="PL">51</text:p>', "51\ufffc"],
    [
      "hidden text under a condition",
      p('51<text:hidden-text text:condition="ooow:1==2" text:is-hidden="true" text:string-value="9"/>'),
      "51\ufffc",
    ],
    [
      "a paragraph that is hidden under a condition",
      p('51<text:hidden-paragraph text:condition="ooow:1==2" text:is-hidden="true"/>'),
      "51\ufffc",
    ],
    ["a date that is written anew", p('<text:date text:date-value="2024-01-02">51</text:date>'), "51\ufffc"],
    ["a date of the last change", p("<text:modification-date>51</text:modification-date>"), "51\ufffc"],
    ["a field that shows what is stated elsewhere", p('<text:user-field-get text:name="a">51</text:user-field-get>'), "51\ufffc"],
    ["a reference", p('<text:bookmark-ref text:ref-name="a">51</text:bookmark-ref>'), "51\ufffc"],
    ["a calculation", p('<text:expression text:formula="ooow:1+1">51</text:expression>'), "51\ufffc"],
    ["a field that stays", p('<text:title text:fixed="true">51</text:title>'), "51"],
    ["a date that stays", p('<text:date text:fixed="true">51</text:date>'), "51\ufffc"],
    ["what is marked for an index", p('5<text:toc-mark text:string-value="1"/>1'), "51"],
    ["what is entered in a form", p('<text:text-input text:description="a">51</text:text-input>'), "51"],
    ["a text under a condition", p("<text:conditional-text>51</text:conditional-text>"), "51\ufffc"],
    ["a number of words", p("<text:word-count>51</text:word-count>"), "\ufffc"],
    ["a section under a condition", `<text:section text:display="condition">${p("51")}</text:section>`, "51\ufffc"],
    [
      "a list in a section under a condition",
      `<text:section text:display="condition"><text:list><text:list-header>${p("51")}</text:list-header></text:list></text:section>`,
      "51\ufffc",
    ],
    ["a line over the line", p('51<draw:line text:anchor-type="paragraph"/>'), "51\ufffc"],
  ])("keeps %s as something that is no figure", (_, content, expected) => {
    const [block] = text(table(row(cell("a") + cell("b")) + row(`${cell("a")}<table:table-cell>${content}</table:table-cell>`)));
    expect(Array.isArray(block) ? block[1]?.[1] : null).toBe(expected);
  });

  it("shows nothing of a group of rows that is closed", () => {
    const grouped = (group: string) =>
      text(
        table(
          `${row(cell("a") + cell("b"))}<table:table-row-group ${group}>${row(cell("c") + cell("5"))}</table:table-row-group>`,
        ),
      );
    expect(grouped('table:display="false"')).toEqual([[["a", "b"]]]);
    expect(grouped("")).toEqual([
      [
        ["a", "b"],
        ["c", "5"],
      ],
    ]);
  });

  it("takes of two styles of one name that of the text, not that of headers", () => {
    const part = (root: string, style: string, body: string) =>
      `<office:${root} ${NAMESPACES}><office:automatic-styles><style:style style:family="text" style:name="X"><style:text-properties ${style}/></style:style></office:automatic-styles>${body}</office:${root}>`;
    const body =
      '<office:body><office:text><text:p>4<text:span text:style-name="X">5</text:span></text:p></office:text></office:body>';
    const file = zip({
      mimetype: "application/vnd.oasis.opendocument.text",
      "content.xml": part("document-content", 'text:display="none"', body),
      "styles.xml": part("document-styles", 'fo:color="#ff0000"', ""),
    });
    expect(outline(openDocumentToSource(file, true, "en"))).toEqual(["4"]);
  });

  it("marks a figure that a diagonal crosses", () => {
    const file = flat("text", table(row(cell("a") + cell("51", 'table:style-name="CD"'))));
    const [block] = openDocumentToSource(file, false, "en").blocks;
    expect(block?.kind === "table" ? block.rows[0]?.[1]?.doubt : null).toBe("crossing");
  });

  it.each([
    [
      "hidden and struck-out text",
      '4<text:span text:style-name="H">5</text:span><text:span text:style-name="S">6</text:span>',
      "4",
    ],
    ["what a style is based on", '4<text:span text:style-name="B">5</text:span>', "4"],
    ["raised digits", '4<text:span text:style-name="R">1</text:span>', "4¹"],
    ["text too small to be seen", '4<text:span text:style-name="T">1</text:span>', "4"],
    ["spaces, tabs and line breaks", 'a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d', "a   b\tc|d"],
    ["what a field hides", '4<text:variable-set text:display="none">5</text:variable-set>', "4"],
    ["hidden text that is shown", '4<text:hidden-text text:is-hidden="false">5</text:hidden-text>', "45"],
    ["hidden text that is hidden", '4<text:hidden-text text:is-hidden="true">5</text:hidden-text>', "4"],
    ["a paragraph that a field hides", '4<text:hidden-paragraph text:is-hidden="true"/>', ""],
    ["a paragraph that a field does not hide", '4<text:hidden-paragraph text:is-hidden="false"/>', "4"],
    ["text in the colour that the program chooses", '4<text:span text:style-name="NA">5</text:span>', "45"],
    ["signs without room", '4<text:span text:style-name="NS">5</text:span>', "4"],
    ["signs as small as a share", '4<text:span text:style-name="NT">5</text:span>', "4"],
    ["spaces of the markup", "a \n  b", "a b"],
    [
      "annotations and notes",
      "4<office:annotation><text:p>5</text:p></office:annotation><text:note><text:note-citation>1</text:note-citation></text:note>",
      "4",
    ],
    [
      "readings above signs",
      "<text:ruby><text:ruby-base>中</text:ruby-base><text:ruby-text>2</text:ruby-text></text:ruby>",
      "中",
    ],
    ["links", '<text:a text:style-name="none">4</text:a>', "4"],
    ["pictures", '4<draw:frame text:anchor-type="as-char"><draw:image/></draw:frame>', "4"],
    ["text boxes", "4<draw:frame><draw:text-box><text:p>5</text:p></draw:text-box></draw:frame>", "4|5"],
  ])("%s", (_, content, expected) => {
    expect(text(p(content)).join("|")).toBe(expected);
  });

  it("has paragraphs in sections and lists; not what is hidden, deleted or declared", () => {
    expect(
      text(
        `<text:tracked-changes>${p("deleted")}</text:tracked-changes><text:section>${p("a")}</text:section><text:section text:display="none">${p("b")}</text:section><text:list><text:list-item>${p("c")}</text:list-item></text:list><text:p text:style-name="PH">d</text:p>`,
      ),
    ).toEqual(["a", "c"]);
  });

  it.each([
    ["in a paragraph", p(`4${deleted("5")}6`), "46"],
    ["of an end of a paragraph", p(`4${START}`) + p(`${END}6`), "46"],
    ["from one paragraph to another", p(`4${START}5`) + p("5") + p(`5${END}6`) + p("7"), "46|7"],
    ["in a part of a line", p(`4<text:span>${START}5</text:span>5${END}6`), "46"],
    ["of pictures and fields", p(`4${deleted("<text:page-number>5</text:page-number>")}`), "4"],
    ["and what was put in", p('4<text:change-start text:change-id="i"/>5<text:change-end text:change-id="i"/>'), "45"],
    ["that ends nowhere", p(`4${START}5`) + p("6"), "4"],
  ])("is without what was deleted in its flow: %s", (_, content, expected) => {
    const regions = ["deletion", "insertion"].map(
      (kind) => `<text:changed-region text:id="${kind[0]}"><text:${kind}/></text:changed-region>`,
    );
    const changes = `<text:tracked-changes>${regions.join("")}</text:tracked-changes>`;
    const cellOf = (body: string) =>
      text(changes + table(row(`${cell("a")}<table:table-cell>${body}</table:table-cell>`) + row(cell("b") + cell("8"))));
    expect(text(changes + content).join("|")).toBe(expected);
    const after = expected === "4" && content.includes(p("6")) ? "" : "8";
    expect(cellOf(content)).toEqual([
      [
        ["a", expected.replaceAll("|", "\n")],
        [after === "" ? "" : "b", after],
      ],
    ]);
  });

  it("has tables with spans, repeated cells and rows", () => {
    expect(
      text(
        table(
          `<table:table-header-rows>${row(cell("a", 'table:number-rows-spanned="2" table:number-columns-spanned="2"') + covered() + cell("b"))}</table:table-header-rows>${row(covered('table:number-columns-repeated="2"') + cell("c"))}${row(cell("0", 'table:number-columns-repeated="3"'), 'table:number-rows-repeated="2"')}${row(cell("x"), 'table:visibility="collapse"')}`,
        ),
      ),
    ).toEqual([[["a 2x2", "b"], ["c"], ["0", "0", "0"], ["0", "0", "0"]]]);
  });

  it("keeps pictures and numbered figures in a cell as something unreadable, and white text as nothing", () => {
    const list =
      "<table:table-cell><text:list><text:list-item><text:p>5</text:p></text:list-item></text:list></table:table-cell>";
    const picture = cell('<draw:frame text:anchor-type="as-char"><draw:image/></draw:frame>');
    expect(text(table(row(cell("a") + cell('<text:span text:style-name="W">5</text:span>') + picture + list)))).toEqual([
      [["a", "", "\ufffc", "\ufffc5"]],
    ]);
  });
});

describe("light text of an OpenDocument text", () => {
  const look = (name: string, content = "5"): string => `<text:span text:style-name="${name}">${content}</text:span>`;
  it.each([
    ["white in a dark cell", cell(look("W"), 'table:style-name="CN"'), "", "5"],
    ["white in a dark row", cell(look("W")), 'table:style-name="RN"', "5"],
    ["yellow in a yellow cell of a dark row", cell(look("Y"), 'table:style-name="CY"'), 'table:style-name="RN"', ""],
    ["yellow in a yellow cell", cell(look("Y"), 'table:style-name="CY"'), "", ""],
    ["yellow in a dark cell", cell(look("Y"), 'table:style-name="CN"'), "", "5"],
    ["white on a ground of several colours", cell(look("W"), 'table:style-name="CG"'), "", "5\ufffc"],
    ["white on dark of its own", cell(look("WN")), "", "5"],
    ["lines of no height", '<table:table-cell><text:p text:style-name="PF">5</text:p></table:table-cell>', "", "5\ufffc"],
    ["a low row", cell("5"), 'table:style-name="RL"', "5\ufffc"],
    ["an ordinary row", cell("5"), 'table:style-name="RS"', "5"],
  ])("%s", (_, cells, attributes, expected) => {
    expect(text(table(row(cell("a") + cells, attributes)))).toEqual([[["a", expected]]]);
  });

  it("rows too small for anything in them to be seen are none", () => {
    expect(text(table(row(cell("a") + cell("4")) + row(cell("b") + cell("5"), 'table:style-name="RF"')))).toEqual([[["a", "4"]]]);
  });
});

describe("rules of an OpenDocument spreadsheet", () => {
  const n = (value: number, style = "") =>
    cell(String(value), `office:value-type="float" office:value="${value}"${style === "" ? "" : ` table:style-name="${style}"`}`);
  it.each([
    ["white above 50", "MW", "7", "51\ufffc"],
    ["struck out between", "MB", "7", "51\ufffc"],
    ["struck out outside", "MO", "7\ufffc", "51"],
    ["white by its own value", "MF", "7", "51\ufffc"],
    ["white by that of another", "MN", "7\ufffc", "51\ufffc"],
    ["on yellow", "MY", "7", "51"],
  ])("that its style holds: %s", (_, style, small, large) => {
    expect(sheets(table(row(n(7, style) + n(51, style)) + row(n(51, style))))).toEqual([
      [
        [small, large],
        [large, ""],
        ["", ""],
      ],
    ]);
  });

  const ruled = (rule: string, ranges = "表.A1:表.B1") =>
    sheets(
      table(
        `${row(n(7, "MW") + n(51))}<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="${ranges}">${rule}</calcext:conditional-format></calcext:conditional-formats>`,
      ),
    );
  const when = (value: string, style = "CW") =>
    `<calcext:condition calcext:value="${value}" calcext:apply-style-name="${style}" calcext:base-cell-address="表.A1"/>`;
  it.each([
    ["white above 50", when("&gt;50"), "7", "51\ufffc"],
    ["white where not 51", when("!=51"), "7\ufffc", "51"],
    ["struck out between", when("between(50,60)", "CS"), "7", "51\ufffc"],
    ["white by its own value", when("formula-is([.A1]=51)"), "7", "51\ufffc"],
    ["white where doubled", when("duplicate"), "7\ufffc", "51\ufffc"],
    ["in a format of its own", when("&gt;50", "CF"), "7", "51\ufffc"],
    ["in a style by the name that people know", when("&gt;50", "白 字"), "7", "51\ufffc"],
    ["on yellow", when("&gt;1", "CY"), "7", "51"],
    ["by a bar alone", '<calcext:data-bar calcext:show-value="false"/>', "7\ufffc", "51\ufffc"],
    ["by a bar too", "<calcext:data-bar/>", "7", "51"],
    [
      "by a sign alone",
      '<calcext:icon-set><calcext:formatting-entry calcext:show-value="false"/></calcext:icon-set>',
      "7\ufffc",
      "51\ufffc",
    ],
    [
      "by a scale to black",
      '<calcext:color-scale><calcext:color-scale-entry calcext:color="#000000"/></calcext:color-scale>',
      "7\ufffc",
      "51\ufffc",
    ],
    [
      "by a scale to red",
      '<calcext:color-scale><calcext:color-scale-entry calcext:color="#ff0000"/></calcext:color-scale>',
      "7",
      "51",
    ],
  ])("as LibreOffice writes them, which go before: %s", (_, rule, small, large) => {
    expect(ruled(rule)).toEqual([
      [
        [small, large],
        ["", ""],
      ],
    ]);
  });

  it("apply in their ranges, whatever the sheet is called", () => {
    const at = (ranges: string) => ruled(when("&gt;50"), ranges)[0]?.[0]?.[1];
    expect(at("'某 ''. 表'.B1 表.D4:表.E5")).toBe("51\ufffc");
    expect(at("表.A1 表.C1:表.Z99")).toBe("51");
  });

  it("marks digits apart from one another that run from right to left", () => {
    const rtl = (content: string) => cell(content, 'office:value-type="string" table:style-name="CR2"');
    expect(sheets(table(row(rtl("1 2") + rtl("12"))))[0]?.[0]).toEqual(["1 2\ufffc", "12"]);
    const [first] = text(
      table(row(`<table:table-cell><text:p text:style-name="PR">1 2</text:p></table:table-cell>${cell("x")}`)),
    );
    expect(first?.[0]).toEqual(["1 2\ufffc", "x"]);
  });
});

describe("an OpenDocument spreadsheet", () => {
  it("is not sure of figures that are repeated, crossed out or of the colour of their ground", () => {
    const number = (style: string) =>
      `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="51">${p("51")}</table:table-cell>`;
    const bare = '<table:table-cell table:style-name="CW" office:value-type="float" office:value="51"/>';
    expect(sheets(table(row(number("CR") + number("CD") + bare + number("CN"))))).toEqual([
      [
        ["51\ufffc", "51\ufffc", "51"],
        ["", "", ""],
      ],
    ]);
  });

  it.each([
    ["a number as it was entered", 'office:value-type="float" office:value="38.095330000000004"', "38.1", "38.09533"],
    ["grouped digits", 'office:value-type="float" office:value="1110"', "1,110", "1110"],
    ["the decimals that are shown", 'office:value-type="float" office:value="12.5"', "12.50", "12.50"],
    ["text around a number", 'office:value-type="float" office:value="251000"', "251000元", "251000元"],
    ["negative numbers", 'office:value-type="float" office:value="-4"', "(4)", "-4"],
    ["a minus behind it that there is not", 'office:value-type="float" office:value="38"', "38-", "38 [显示格式已改变数值]"],
    ["a plus behind it", 'office:value-type="float" office:value="38"', "38+", "38 [显示格式已改变数值]"],
    ["a plus before it", 'office:value-type="float" office:value="38"', "+38", "38"],
    ["a minus that there is not", 'office:value-type="float" office:value="38"', "-38", "38 [显示格式已改变数值]"],
    ["a minus that there is", 'office:value-type="float" office:value="-38"', "-38", "-38"],
    ["a number shown as another one", 'office:value-type="float" office:value="38000"', "38", "38000 [显示格式已改变数值]"],
    ["percent", 'office:value-type="percentage" office:value="0.5"', "50%", "0.5 [显示格式已改变数值]"],
    ["dates", 'office:value-type="date" office:date-value="2024-01-31T00:00:00"', "31.01.24", "2024-01-31"],
    ["times", 'office:value-type="time" office:time-value="PT51H00M00S"', "51", "PT51H00M00S"],
    ["truth", 'office:value-type="boolean" office:boolean-value="true"', "WAHR", "TRUE"],
    ["texts", 'office:value-type="string"', "行政许可", "行政许可"],
    ["a text that is stated too", 'office:value-type="string" office:string-value="4"', "4", "4"],
    ["a text beside which another is stated", 'office:value-type="string" office:string-value="4"', "5", "5\ufffc"],
    ["a text that is stated alone", 'office:value-type="string" office:string-value="4"', "", "4\ufffc"],
    ["a number whose format shows nothing", 'office:value-type="float" office:value="4"', "", ""],
    ["a formula without a result", 'table:formula="of:=1+1"', "", "2"],
    ["struck-out cells", 'office:value-type="float" office:value="4" table:style-name="CS"', "4", ""],
    ["what is left out in print", 'office:value-type="float" office:value="4" table:style-name="CP"', "4", "4\ufffc"],
  ])("%s", (_, attributes, shown, expected) => {
    expect(sheets(table(row(cell("x") + cell(shown, attributes))))).toEqual([
      [expected === "" ? ["x"] : ["x", expected], expected === "" ? [""] : ["", ""]],
    ]);
  });

  it("hides cells where the sheet is protected", () => {
    const cells = row(cell("x") + cell("4", 'table:style-name="CH"') + cell("5", 'table:style-name="CQ"'));
    const first = (attributes: string) => sheets(table(cells, attributes)).map((sheet) => sheet[0]);
    expect(first("")).toEqual([["x", "4", "5"]]);
    expect(first('table:protected="true"')).toEqual([["x", "5"]]);
  });

  const number = (value: string, attributes = ""): string =>
    cell(value, `office:value-type="float" office:value="${value}" ${attributes}`);
  const formula = (stated: string, result: string, attributes = ""): string =>
    cell(
      result,
      `table:formula="${stated}" ${result === "" ? "" : `office:value-type="float" office:value="${result}"`} ${attributes}`,
    );
  /** The rows of a sheet, without the empty one that ends it. */
  const grid = (body: string): unknown => {
    const [first] = sheets(table(body));
    return Array.isArray(first) ? first.slice(0, -1) : first;
  };
  /** What is shown of a formula in D1, with `own` cells before it. */
  const result = (stated: string, kept: string, own = number("2") + number("3") + number("4"), attributes = ""): unknown => {
    const [first] = sheets(table(row(own + formula(stated, kept, attributes) + cell("x"))));
    const [cells] = Array.isArray(first) ? first : [];
    return Array.isArray(cells) ? cells.at(-2) : null;
  };

  it.each([
    ["a result that is not 0 counts", "of:=[.A1]*3", "6", "6"],
    ["a 0 that is not the sum", "of:=SUM([.A1:.$C$1])", "0", "9"],
    ["a 0 that is the sum", "of:=[.A1]+[.A1]-[.C1]", "0", "0"],
    ["a sum of several ranges", "oooc:=SUM([.A1:.B1];[.C1])", "0", "9"],
    ["as Excel writes formulas", "msoxl:=SUM(A1:C1)", "0", "9"],
    ["a 0 of another formula", "of:=[.A1]*0", "0", "=A1*0"],
    ["no result of a sum", "of:=SUM([.A1:.C1])", "", "9"],
    ["no result of another formula", "of:=[.A1]*2", "", "=A1*2"],
    ["a cell of another sheet", "of:=[$b.A1]", "0", "=[$b.A1]"],
    ["a formula that is too long", `of:=${"[.A1]+".repeat(200)}[.A1]`, "0", "="],
  ])("takes no result that nobody calculated: %s", (_, stated, kept, expected) => {
    expect(result(stated, kept)).toBe(expected);
  });

  it("takes the text of a formula for its result only where it is said to be one", () => {
    expect(grid(row(cell("0", 'table:formula="of:=[.B1]*2"')))).toEqual([["=B1*2"]]);
    expect(grid(row(cell("0", 'table:formula="of:=[.B1]*2" office:value-type="float"')))).toEqual([["=B1*2"]]);
    expect(grid(row(cell("无", 'table:formula="of:=[.B1]*2" office:value-type="string"')))).toEqual([["无"]]);
  });

  it("holds the result of a sum with a format against what it adds up", () => {
    const zeros = number("0") + number("0") + number("0");
    expect(result("of:=SUM([.A1:.C1])", "0", zeros, 'table:style-name="CB"')).toBe("0");
    expect(result("of:=SUM([.A1:.C1])", "9", undefined, 'table:style-name="CB"')).toBe("9");
    expect(result("of:=SUM([.A1:.C1])", "8", undefined, 'table:style-name="CB"')).toBe("=SUM(A1:C1)");
  });

  it("calculates no sum of what is not seen, nor one whose format or place is not known", () => {
    const struck = number("2") + number("3") + number("4", 'table:style-name="CS"');
    const covered =
      number("2", 'table:number-columns-spanned="2"') +
      '<table:covered-table-cell office:value-type="float" office:value="3"/>' +
      number("4");
    expect(result("of:=SUM([.A1:.C1])", "0", struck)).toBe("=SUM(A1:C1)");
    expect(result("of:=SUM([.A1:.C1])", "0", covered)).toBe("=SUM(A1:C1)");
    expect(result("of:=SUM([.A1:.C1])", "0", undefined, 'table:style-name="CB"')).toBe("=SUM(A1:C1)");
    expect(result("of:=SUM([.A1:.C1])", "", undefined, 'table:style-name="CB"')).toBe("=SUM(A1:C1)");
    expect(result("of:=SUM([.A1:.C1])", "0", undefined, 'table:number-columns-repeated="2"')).toBe("=");
    expect(grid(row(number("2") + formula("of:=SUM([.A1])", "0"), 'table:number-rows-repeated="2"'))).toEqual([
      ["2", "="],
      ["2", "="],
    ]);
  });

  it("gives cells the style of their row, else of their column, where they name none", () => {
    const columns =
      '<table:table-column/><table:table-column-group><table:table-column table:default-cell-style-name="CS"/></table:table-column-group><table:table-column table:default-cell-style-name="CW" table:number-columns-repeated="2"/>';
    const plain = number("1") + number("2") + number("3") + number("4");
    expect(
      grid(
        columns +
          row(plain) +
          row(number("1", 'table:style-name="CS"') + number("2", 'table:style-name="none"')) +
          row(plain, 'table:default-cell-style-name="none"') +
          row(number("5", 'table:number-columns-repeated="2"')),
      ),
    ).toEqual([
      ["1", "", "", ""],
      ["", "2", "", ""],
      ["1", "2", "3", "4"],
      ["5", "5\ufffc", "", ""],
    ]);
  });

  it("leaves out what is as light as its ground, and what rows and columns are too small for", () => {
    const column = '<table:table-column/><table:table-column table:style-name="OF"/><table:table-column/>';
    const cells = number("1") + number("2") + number("3", 'table:style-name="CWN"') + number("4", 'table:style-name="CW"');
    expect(grid(column + row(cells, 'table:style-name="RF"') + row(cells))).toEqual([["1", "3"]]);
  });

  it("takes no number for shown that its format prints in the colour of paper", () => {
    expect(grid(row(number("1", 'table:style-name="LW"') + number("2", 'table:style-name="LR"')))).toEqual([
      ["1 [显示格式已改变数值]", "2"],
    ]);
  });

  it("does not guess how a number with a format looks where the file does not say so", () => {
    const bare = (style: string): string => `<table:table-cell office:value-type="float" office:value="4" ${style}/>`;
    expect(grid(row(bare("") + bare('table:style-name="CB"')))).toEqual([["4", "4 [显示格式已改变数值]"]]);
  });

  it("leaves out hidden sheets, rows and columns, and does not unroll what is empty", () => {
    const columns =
      '<table:table-column table:visibility="collapse"/><table:table-column-group><table:table-column table:number-columns-repeated="16383"/></table:table-column-group>';
    const rows =
      row(`${cell("hidden") + cell("a")}<table:table-cell table:number-columns-repeated="16382"/>`) +
      row(cell("x") + cell("y"), 'table:visibility="filter"') +
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048000"') +
      row(cell("") + cell("b"));
    const closed = '<table:table-column-group table:display="false"><table:table-column/></table:table-column-group>';
    expect(sheets(table(closed + row(cell("hidden") + cell("a"))))).toEqual([[["a"], [""]]]);
    expect(sheets(table(columns + rows) + table(row(cell("z")), 'table:style-name="TH"'))).toEqual([[["a"], ["b"], [""]]]);
  });

  it("tells sheet, row and column", () => {
    const { blocks } = openDocumentToSource(
      flat("spreadsheet", table(row("<table:table-cell/>", 'table:number-rows-repeated="4"') + row(cell("a")))),
      false,
      "en",
    );
    const [first] = blocks;
    expect(first?.kind === "table" && first.rows[0]?.[0]?.place).toMatchObject({ format: "ods", sheet: "表", row: 5, column: 1 });
  });
});

describe("an OpenDocument spreadsheet without measure", () => {
  it("of rules that the style of many cells holds is refused", () => {
    const maps = '<style:map style:condition="cell-content()=5" style:apply-style-name="d"/>'.repeat(2_000);
    const named = `<style:style style:family="table-cell" style:name="c">${maps}</style:style>`;
    const rows =
      '<table:table-row><table:table-cell table:style-name="c" office:value-type="float" office:value="1"/></table:table-row>';
    const file = strToU8(
      `<office:document ${NAMESPACES} office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>${named}</office:automatic-styles><office:body><office:spreadsheet>${table(rows.repeat(501))}</office:spreadsheet></office:body></office:document>`,
    );
    expect(() => openDocumentToSource(file, false, "en")).toThrow(
      expect.objectContaining({ code: "format.limit", message: expect.stringContaining(String(MAX_CONDITIONAL_LOOKS)) }),
    );
  });
});

describe("an OpenDocument file", () => {
  const content = `<office:document-content ${NAMESPACES}><office:body><office:text>${p("a")}</office:text></office:body></office:document-content>`;
  const packed = (manifest: string) =>
    zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": content, "META-INF/manifest.xml": manifest });

  it("is told by its content", async () => {
    expect(await readAny(packed(`<manifest:manifest ${NAMESPACES}/>`))).toMatchObject({ format: "odt" });
    expect(await readAny(flat("text", p("a")))).toMatchObject({ format: "fodt" });
    expect(await readAny(flat("spreadsheet", table(row(cell("a")))))).toMatchObject({ format: "fods" });
  });

  it.each<[string, Uint8Array, string]>([
    [
      "encrypted",
      packed(
        `<manifest:manifest ${NAMESPACES}><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`,
      ),
      "format.unsupported",
    ],
    ["without its content", zip({ mimetype: "application/vnd.oasis.opendocument.text" }), "format.corrupt"],
    [
      "with more cells than any report",
      flat("text", table(row(cell("a", 'table:number-columns-repeated="999"'), 'table:number-rows-repeated="999999"'))),
      "format.limit",
    ],
    [
      "with more cells on a sheet than any report",
      flat("spreadsheet", table(row(cell("a"), 'table:number-rows-repeated="999999"'))),
      "format.limit",
    ],
    [
      "with a row that is too long",
      flat(
        "spreadsheet",
        table(Array.from({ length: 20 }, () => row(cell("a", 'table:number-columns-repeated="16384"'))).join("")),
      ),
      "format.limit",
    ],
    ["no OpenDocument file", strToU8("<p>a</p>"), "format.unsupported"],
  ])("is refused: %s", async (_, file, code) => {
    await expect(readOpenDocument(file, { language: "en" })).rejects.toMatchObject({ name: "DisclosureReportError", code });
  });
});
