import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { openDocumentToSource } from "../../src/formats/opendocument/read.js";
import { readAny } from "../../src/formats/readAny.js";
import { readOpenDocument } from "../../src/opendocument.js";
import { outline, zip } from "../containers/support.js";

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const NAMESPACES = ["office", "text", "table", "style", "manifest"]
  .map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`)
  .concat([`xmlns:draw="${OASIS}:drawing:1.0"`, `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`])
  .join(" ");

const STYLES = [
  ["text", "H", '<style:text-properties text:display="none"/>'],
  ["text", "S", '<style:text-properties style:text-line-through-style="solid"/>'],
  ["text", "R", '<style:text-properties style:text-position="super 58%"/>'],
  ["text", "W", '<style:text-properties fo:color="#ffffff"/>'],
  ["text", "T", '<style:text-properties fo:font-size="1pt"/>'],
  ["paragraph", "PH", '<style:text-properties text:display="none"/>'],
  ["table", "TH", '<style:table-properties table:display="false"/>'],
  ["table-cell", "CS", '<style:text-properties style:text-line-through-type="single"/>'],
].map(([family, name, properties]) => `<style:style style:family="${family}" style:name="${name}">${properties}</style:style>`);

const flat = (kind: "text" | "spreadsheet", body: string): Uint8Array =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${NAMESPACES} office:mimetype="application/vnd.oasis.opendocument.${kind}"><office:automatic-styles>${STYLES.join("")}<style:style style:family="text" style:name="B" style:parent-style-name="S"/></office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`,
  );
const text = (body: string) => outline(openDocumentToSource(flat("text", body), false, "en"));
const sheets = (body: string) => outline(openDocumentToSource(flat("spreadsheet", body), false, "en"));

const p = (content: string): string => `<text:p>${content}</text:p>`;
const cell = (content: string, attributes = ""): string => `<table:table-cell ${attributes}>${p(content)}</table:table-cell>`;
const covered = (attributes = ""): string => `<table:covered-table-cell ${attributes}/>`;
const row = (cells: string, attributes = ""): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const table = (rows: string, attributes = ""): string => `<table:table table:name="表" ${attributes}>${rows}</table:table>`;

describe("an OpenDocument text", () => {
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

  it("has tables with spans, repeated cells and rows", () => {
    expect(
      text(
        table(
          `<table:table-header-rows>${row(cell("a", 'table:number-rows-spanned="2" table:number-columns-spanned="2"') + covered() + cell("b"))}</table:table-header-rows>${row(covered('table:number-columns-repeated="2"') + cell("c"))}${row(cell("0", 'table:number-columns-repeated="3"'), 'table:number-rows-repeated="2"')}${row(cell("x"), 'table:visibility="collapse"')}`,
        ),
      ),
    ).toEqual([[["a 2x2", "b"], ["c"], ["0", "0", "0"], ["0", "0", "0"]]]);
  });

  it("keeps white text, pictures and numbered figures in a cell as something unreadable", () => {
    const list =
      "<table:table-cell><text:list><text:list-item><text:p>5</text:p></text:list-item></text:list></table:table-cell>";
    const picture = cell('<draw:frame text:anchor-type="as-char"><draw:image/></draw:frame>');
    expect(text(table(row(cell("a") + cell('<text:span text:style-name="W">5</text:span>') + picture + list)))).toEqual([
      [["a", "5\ufffc", "\ufffc", "\ufffc5"]],
    ]);
  });
});

describe("an OpenDocument spreadsheet", () => {
  it.each([
    ["a number as it was entered", 'office:value-type="float" office:value="38.095330000000004"', "38.1", "38.09533"],
    ["grouped digits", 'office:value-type="float" office:value="1110"', "1,110", "1110"],
    ["the decimals that are shown", 'office:value-type="float" office:value="12.5"', "12.50", "12.50"],
    ["text around a number", 'office:value-type="float" office:value="251000"', "251000元", "251000元"],
    ["negative numbers", 'office:value-type="float" office:value="-4"', "(4)", "-4"],
    ["a number shown as another one", 'office:value-type="float" office:value="38000"', "38", "38000 [显示格式已改变数值]"],
    ["percent", 'office:value-type="percentage" office:value="0.5"', "50%", "0.5 [显示格式已改变数值]"],
    ["dates", 'office:value-type="date" office:date-value="2024-01-31T00:00:00"', "31.01.24", "2024-01-31"],
    ["truth", 'office:value-type="boolean" office:boolean-value="true"', "WAHR", "TRUE"],
    ["texts", 'office:value-type="string"', "行政许可", "行政许可"],
    ["a formula without a result", 'table:formula="of:=1+1"', "", "="],
    ["struck-out cells", 'office:value-type="float" office:value="4" table:style-name="CS"', "4", ""],
  ])("%s", (_, attributes, shown, expected) => {
    expect(sheets(table(row(cell("x") + cell(shown, attributes))))).toEqual([
      [expected === "" ? ["x"] : ["x", expected], expected === "" ? [""] : ["", ""]],
    ]);
  });

  it("leaves out hidden sheets, rows and columns, and does not unroll what is empty", () => {
    const columns =
      '<table:table-column table:visibility="collapse"/><table:table-column-group><table:table-column table:number-columns-repeated="16383"/></table:table-column-group>';
    const rows =
      row(`${cell("hidden") + cell("a")}<table:table-cell table:number-columns-repeated="16382"/>`) +
      row(cell("x") + cell("y"), 'table:visibility="filter"') +
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048000"') +
      row(cell("") + cell("b"));
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
