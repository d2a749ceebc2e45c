import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readAny } from "../../src/formats/readAny.js";
import { docxFile, p, tbl, tc, tr, xlsxFile } from "../containers/support.js";
import { bytes, u16, u32 } from "./binary.js";
import { docFile, row } from "./docFile.js";
import { label, record, xlsFile } from "./xlsFile.js";

/** The figures of which a file says that they may be covered. */
async function covered(file: Uint8Array): Promise<readonly unknown[]> {
  const result = await readAny(file, { language: "en" });
  if (result.kind !== "reading") throw new Error("no reading");
  const found = result.reading.findings.filter(({ code }) => code === "format.covered");
  expect(found.every(({ severity }) => severity === "warning")).toBe(true);
  return found.flatMap(({ cells }) => cells.map(({ value }) => value));
}

const HEADINGS = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"];
const ROW = ["规章", "4", "5", "6"];
const FIGURES = [4, 5, 6];
const EMU = 635;

describe("a drawing over the text of a Word file", () => {
  const lines = [tr(...HEADINGS.map((text) => tc(text))), tr(...ROW.map((text) => tc(text)))];
  const table = (...more: readonly string[]) => tbl(...lines, ...more);
  const anchor = (
    top: number | string,
    height: number,
    { from = "paragraph", content = SOLID, wrap = "wp:wrapNone", more = "" } = {},
  ) =>
    `<w:r><w:drawing><wp:anchor ${more}><wp:positionV relativeFrom="${from}">${typeof top === "string" ? `<wp:align>${top}</wp:align>` : `<wp:posOffset>${top * EMU}</wp:posOffset>`}</wp:positionV><wp:extent cx="9" cy="${height * EMU}"/><${wrap}/><a:graphic>${content}</a:graphic></wp:anchor></w:drawing></w:r>`;
  const shape = (inner: string) => `<wps:wsp><wps:spPr><a:prstGeom prst="rect"/>${inner}</wps:spPr></wps:wsp>`;
  const styled = (inner: string, fill: string) =>
    shape(inner).replace("</wps:wsp>", `<wps:style><a:fillRef idx="${fill}"/></wps:style></wps:wsp>`);
  const SOLID = shape("<a:solidFill/>");
  const LINE = '<wps:wsp><wps:spPr><a:prstGeom prst="line"/></wps:spPr></wps:wsp>';
  const PICTURE = "<pic:pic/>";
  const vml = (name: string, style: string, more = "", inner = "") =>
    `<w:r><w:pict><v:${name} style="position:absolute;${style}" ${more}>${inner}</v:${name}></w:pict></w:r>`;
  const title = (drawing: string) => p("某县2023年政府信息公开工作年度报告").replace("</w:p>", `${drawing}</w:p>`);

  it.each<[string, string, boolean]>([
    ["a shape as high as the table is away", anchor(0, 201), true],
    ["a shape that ends before the table", anchor(0, 200), false],
    ["a shape from the line", anchor(0, 201, { from: "line" }), true],
    ["a shape above its paragraph", anchor(-500, 300), false],
    ["a shape without a fill", anchor(0, 900, { content: shape("<a:noFill/>") }), false],
    ["a shape with the fill of its style", anchor(0, 900, { content: styled("", "1") }), true],
    ["a shape whose style has no fill", anchor(0, 900, { content: styled("", "0") }), false],
    ["a shape without the fill of its style", anchor(0, 900, { content: styled("<a:noFill/>", "1") }), false],
    ["a shape behind the text", anchor(0, 900, { more: 'behindDoc="1"' }), false],
    ["a shape that the text goes around", anchor(0, 900, { wrap: "wp:wrapSquare" }), false],
    ["a shape with text above and below it", anchor(0, 900, { wrap: "wp:wrapTopAndBottom" }), false],
    ["a shape somewhere on the page", anchor(0, 9, { from: "page" }), true],
    ["a shape at the top of its paragraph", anchor("top", 9), true],
    ["a line", anchor(500, 0, { content: LINE }), true],
    ["a line in the paragraph", anchor(100, 0, { content: LINE }), false],
    ["a picture", anchor(100, 900, { content: PICTURE }), true],
    ["a picture somewhere on the page, as seals are", anchor(100, 900, { content: PICTURE, from: "page" }), false],
    ["a shape in hidden text", anchor(0, 900).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"), false],
    ["an old shape", vml("rect", "margin-top:2pt;height:9pt"), true],
    ["an old shape that ends before the table", vml("rect", "margin-top:1pt;height:9pt"), false],
    ["an old shape with a place of its own", vml("rect", "margin-top:1pt;height:9pt;mso-position-vertical:bottom"), true],
    ["an old shape by its offset", vml("rect", "margin-top:1pt;height:9pt;mso-position-vertical:absolute"), false],
    ["an old shape on the page", vml("rect", "margin-top:1pt;height:9pt;mso-position-vertical-relative:page"), true],
    ["an old shape behind the text", vml("rect", "margin-top:2pt;height:99pt;z-index:-1"), false],
    ["an old shape that is empty", vml("rect", "margin-top:2pt;height:99pt", 'filled="f"'), false],
    ["an old shape that the text goes around", vml("rect", "margin-top:2pt;height:99pt", "", '<w10:wrap type="square"/>'), false],
    ["an old shape that makes no room", vml("rect", "margin-top:2pt;height:99pt", "", '<w10:wrap type="none"/>'), true],
    ["an old line", vml("line", "", 'from="0,1pt" to="441pt,30pt"'), true],
    ["an old line in the paragraph", vml("line", "", 'from="0,0" to="441pt,9pt"'), false],
    ["an old picture", vml("shape", "margin-top:2pt;height:.5in", 'type="#_x0000_t75"', "<v:imagedata/>"), true],
    [
      "a group around a shape in other units",
      vml("group", "margin-top:0;height:9pt", "", '<v:rect style="position:absolute;top:5"/>'),
      false,
    ],
  ])("%s", async (_, drawing, expected) => {
    expect(await covered(docxFile(title(drawing) + table()))).toEqual(expected ? FIGURES : []);
  });

  it("counts from its paragraph, by the least that stands between", async () => {
    const text = p("字".repeat(121));
    const between = (top: number) => docxFile(p("某县2023年政府信息公开工作年度报告") + title(anchor(0, top)) + text + table());
    expect(await covered(between(800))).toEqual([]);
    expect(await covered(between(801))).toEqual(FIGURES);
  });

  it("may lie over a table before its paragraph", async () => {
    const behind = (top: number) => docxFile(title("") + table() + p("x") + p("y").replace("</w:p>", `${anchor(-top, 9)}</w:p>`));
    expect(await covered(behind(200))).toEqual([]);
    expect(await covered(behind(201))).toEqual(FIGURES);
  });

  it("may lie over the cells beside its own, but for lines other cells", async () => {
    const noted = (drawing: string) => tr(tc(title(drawing)), tc(""), tc(""), tc(""));
    expect(await covered(docxFile(title("") + table(noted(anchor(0, 9)))))).toEqual(FIGURES);
    expect(await covered(docxFile(title("") + table(noted(anchor(0, 9, { content: LINE })))))).toEqual([]);
  });

  it("may lie over a table within a table, and hang on a paragraph whose end was deleted", async () => {
    expect(await covered(docxFile(tbl(tr(tc(title(anchor(0, 201)) + table() + p(""))))))).toEqual(FIGURES);
    const open = title(anchor(0, 201)).replace("<w:p>", "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>");
    expect(await covered(docxFile(open + p("x") + table()))).toEqual(FIGURES);
  });
});

it.each([
  ["from its paragraph", 3, 2, 0, FIGURES],
  ["through which the text goes", 5, 2, 0, FIGURES],
  ["that the text goes around", 2, 2, 0, []],
  ["from the page", 3, 1, 0, []],
  ["below the text", 3, 2, 0x4000, []],
])("a drawing over the text of a Word 97 file: %s", async (_, wrap, from, below, expected) => {
  const title = "某县2023年政府信息公开工作年度报告";
  const special = { text: "\u0008", sprms: bytes(u16(0x0855), [1]) };
  const paragraphs = [{ runs: [title, special] }, ...row(HEADINGS), ...row(ROW)];
  const drawings = (bottom: number) => [[title.length, -9, bottom, (from << 3) | (wrap << 5) | below] as const];
  expect(await covered(docFile(paragraphs, { drawings: drawings(201) }))).toEqual(expected);
  expect(await covered(docFile(paragraphs, { drawings: drawings(200) }))).toEqual([]);
  expect(await covered(docFile(paragraphs, { drawings: [] }))).toEqual([]);
});

describe("what a drawing over the text of a Word 97 file is", () => {
  const title = "某县2023年政府信息公开工作年度报告";
  const record = (version: number, type: number, ...content: readonly Uint8Array[]) => {
    const inner = bytes(...content);
    return bytes(u16(version, type), u32(inner.length), inner);
  };
  const fill = (is: boolean) => record(0x13, 0xf00b, u16(0x01bf), u32(is ? 0x0010_0010 : 0x0010_0000));
  const kind = (number: number, own: number, flags = 0) => record((number << 4) | 2, 0xf00a, u32(own, flags));
  const shape = (...content: readonly Uint8Array[]) => record(0xf, 0xf004, ...content);
  const group = (...content: readonly Uint8Array[]) => record(0xf, 0xf003, ...content);
  const page = (...content: readonly Uint8Array[]) =>
    bytes(record(0xf, 0xf000), [0], record(0xf, 0xf002, record(0x10, 0xf008), group(shape(kind(0, 1024, 1)), ...content)));
  const HIGH = 201;
  const LOW = 200;
  const TEXT = 2;
  const PAGE = 1;

  it.each<[string, Uint8Array, number, number, readonly number[]]>([
    ["a rectangle", page(shape(kind(1, 1025))), HIGH, TEXT, FIGURES],
    ["a rectangle that ends before the table", page(shape(kind(1, 1025))), LOW, TEXT, []],
    ["a rectangle from the page", page(shape(kind(1, 1025))), LOW, PAGE, FIGURES],
    ["a rectangle with a fill", page(shape(kind(1, 1025), fill(true))), HIGH, TEXT, FIGURES],
    ["a rectangle without a fill", page(shape(kind(1, 1025), fill(false))), HIGH, TEXT, []],
    ["a box without a fill", page(shape(kind(202, 1025), fill(false))), HIGH, PAGE, []],
    ["a line", page(shape(kind(20, 1025), fill(false))), LOW, PAGE, FIGURES],
    ["a shape drawn freely", page(shape(kind(0, 1025), fill(false))), LOW, PAGE, FIGURES],
    ["a picture", page(shape(kind(75, 1025), fill(false))), HIGH, TEXT, FIGURES],
    ["a picture from the page", page(shape(kind(75, 1025))), HIGH, PAGE, []],
    ["another rectangle", page(shape(kind(1, 1026)), shape(kind(1, 1025), fill(false))), HIGH, TEXT, []],
    ["a group with a rectangle", page(group(shape(kind(0, 1025, 1)), shape(kind(1, 1026)))), LOW, PAGE, FIGURES],
    ["a group of nothing", page(group(shape(kind(0, 1025, 1)), shape(kind(1, 1026), fill(false)))), HIGH, TEXT, []],
    [
      "a group within a group",
      page(group(shape(kind(0, 1025, 1)), group(shape(kind(0, 1026, 1)), shape(kind(1, 1027))))),
      LOW,
      PAGE,
      FIGURES,
    ],
    ["a record that is cut off", page(shape(kind(1, 1025))).slice(0, -9), HIGH, PAGE, []],
  ])("%s", async (_, shapes, bottom, from, expected) => {
    const special = { text: "\u0008", sprms: bytes(u16(0x0855), [1]) };
    const paragraphs = [{ runs: [title, special] }, ...row(HEADINGS), ...row(ROW)];
    const drawings = [[title.length, -9, bottom, (from << 3) | (3 << 5)] as const];
    expect(await covered(docFile(paragraphs, { drawings, shapes }))).toEqual(expected);
  });
});

/** An RTF file with a table below a title that something hangs on. */
function rtf(drawing: string): Uint8Array {
  const unicode = (text: string) => [...text].map((char) => `\\uc0\\u${char.charCodeAt(0)} `).join("");
  const line = (cells: readonly string[]) =>
    `\\trowd ${cells.map((_, i) => `\\cellx${(i + 1) * 999}`).join("")}\\pard\\intbl ${cells.map((cell) => `${unicode(cell)}\\cell `).join("")}\\row\\pard `;
  return strToU8(`{\\rtf1 ${unicode("某县2023年政府信息公开工作年度报告")}${drawing}\\par ${line(HEADINGS)}${line(ROW)}}`);
}

it.each([
  ["in front of the text", "", FIGURES],
  ["without a fill", "{\\sp{\\sn shapeType}{\\sv 1}}{\\sp{\\sn fFilled}{\\sv 0}}", []],
  ["that is a picture", "{\\sp{\\sn shapeType}{\\sv 75}}", FIGURES],
  ["that makes no room", "\\shpwr3", FIGURES],
  ["that the text goes around", "\\shpwr2", []],
  ["below the text", "\\shpfblwtxt1", []],
  ["from the page", "\\shpbypage", []],
  ["from the margin", "\\shpbymargin", []],
  ["from the page, by a property", "{\\sp{\\sn posrelv}{\\sv 1}}", []],
  ["from the line, by a property", "{\\sp{\\sn posrelv}{\\sv 3}}{\\sp{\\sn posv}{\\sv 0}}", FIGURES],
  ["at the bottom", "{\\sp{\\sn posv}{\\sv 3}}", []],
])("a drawing over the text of RTF: %s", async (_, words, expected) => {
  const file = (bottom: number) => rtf(`{\\shp{\\*\\shpinst\\shptop0\\shpbottom${bottom}${words}{\\shptxt x}}}`);
  expect(await covered(file(201))).toEqual(expected);
  expect(await covered(file(200))).toEqual([]);
});

it.each([
  ["a shape", "{\\sp{\\sn shapeType}{\\sv 1}}", FIGURES],
  ["a shape without a fill", "{\\sp{\\sn shapeType}{\\sv 1}}{\\sp{\\sn fFilled}{\\sv 0}}", []],
  ["a line", "{\\sp{\\sn shapeType}{\\sv 20}}{\\sp{\\sn fFilled}{\\sv 0}}", FIGURES],
  ["a picture", "{\\sp{\\sn shapeType}{\\sv 75}}", []],
])("a drawing from the page over the text of RTF: %s", async (_, properties, expected) => {
  const shape = `{\\shp{\\*\\shpinst\\shptop0\\shpbottom9\\shpbypage${properties}}}`;
  expect(await covered(rtf(shape))).toEqual(expected);
});

describe("a drawing over the text of an OpenDocument file", () => {
  const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
  const line = (cells: readonly string[]) =>
    `<table:table-row>${cells.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join("")}</table:table-row>`;
  const file = (drawing: string, properties: string) =>
    strToU8(
      `<office:document xmlns:office="${OASIS}:office:1.0" xmlns:table="${OASIS}:table:1.0" xmlns:text="${OASIS}:text:1.0" xmlns:style="${OASIS}:style:1.0" xmlns:fo="${OASIS}:xsl-fo-compatible:1.0" xmlns:svg="${OASIS}:svg-compatible:1.0" xmlns:draw="${OASIS}:drawing:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles><style:style style:name="G" style:family="graphic"><style:graphic-properties ${properties}/></style:style></office:automatic-styles><office:body><office:text><text:p>某县2023年政府信息公开工作年度报告${drawing}</text:p><table:table>${line(HEADINGS)}${line(ROW)}</table:table></office:text></office:body></office:document>`,
    );
  const drawn = (name: string, place: string, inner = "") =>
    `<draw:${name} draw:style-name="G" text:anchor-type="paragraph" ${place}>${inner}</draw:${name}>`;
  const AWAY = 'svg:y="0pt" svg:height="11pt"';
  const NEAR = 'svg:y="0pt" svg:height="10pt"';

  it.each<[string, string, string, boolean]>([
    ["a shape", drawn("rect", AWAY), "", true],
    ["a shape that ends before the table", drawn("rect", NEAR), "", false],
    ["a shape without a fill", drawn("rect", AWAY), 'draw:fill="none"', false],
    ["a shape behind the text", drawn("rect", AWAY), 'style:run-through="background"', false],
    ["a shape that the text goes around", drawn("rect", AWAY), 'style:wrap="parallel"', false],
    ["a shape over which the text runs", drawn("rect", AWAY), 'style:wrap="run-through"', true],
    ["a shape from the page", drawn("rect", NEAR), 'style:vertical-rel="page"', true],
    ["a shape in the middle", drawn("rect", NEAR), 'style:vertical-pos="middle"', true],
    ["a shape from its paragraph", drawn("rect", NEAR), 'style:vertical-pos="from-top" style:vertical-rel="paragraph"', false],
    ["a shape that is turned", drawn("rect", `${NEAR} draw:transform="rotate(1)"`), "", true],
    ["what is no drawing", '<text:soft-page-break/><text:bookmark text:name="a"/><text:meta>。</text:meta>', "", false],
    ["a line", drawn("line", 'svg:y1="30pt" svg:y2="5pt"'), 'draw:fill="none"', true],
    ["a line in the paragraph", drawn("line", 'svg:y1="9pt" svg:y2="5pt"'), 'draw:fill="none"', false],
    ["a group", drawn("g", "", `<draw:rect ${NEAR}/><draw:rect ${AWAY}/>`), "", true],
    ["a group that ends before the table", drawn("g", "", `<draw:rect ${NEAR}/>`), "", false],
    ["a group somewhere", drawn("g", "", `<draw:rect ${NEAR}/><draw:rect/>`), "", true],
    [
      "a box with a ground",
      drawn("frame", AWAY, "<draw:text-box/>"),
      'fo:background-color="#ffffff" style:wrap="run-through"',
      true,
    ],
    [
      "a box with a fill",
      drawn("frame", AWAY, "<draw:text-box/>"),
      'draw:fill="solid" draw:fill-color="#ffffff" style:wrap="run-through"',
      true,
    ],
    ["a box without", drawn("frame", AWAY, "<draw:text-box/>"), 'style:wrap="run-through"', false],
    ["a box that says nothing of the text around it", drawn("frame", AWAY, "<draw:text-box/>"), 'draw:fill="solid"', false],
    ["a picture", drawn("frame", AWAY, "<draw:image/>"), 'style:wrap="run-through"', true],
    ["a picture somewhere", drawn("frame", AWAY, "<draw:image/>"), 'style:wrap="run-through" style:vertical-rel="page"', false],
    [
      "a picture in the line",
      drawn("frame", AWAY, "<draw:image/>").replace('"paragraph"', '"as-char"'),
      'style:wrap="run-through"',
      false,
    ],
  ])("%s", async (_, drawing, properties, expected) => {
    expect(await covered(file(drawing, properties))).toEqual(expected ? FIGURES : []);
  });
});

/** What is read of the three figures of a sheet, and those of which the file says that they may be covered. */
async function sheetRead(file: Uint8Array): Promise<readonly [figures: readonly unknown[], covered: readonly unknown[]]> {
  const result = await readAny(file, { language: "en" });
  if (result.kind !== "reading") throw new Error("no reading");
  const { log } = result.reading;
  const rules = log.filter(({ address }) => address.startsWith("disclosure.administrativeRules."));
  return [rules.map(({ value }) => value), await covered(file)];
}

const READ = [FIGURES, []] as const;
const FIRST_HIDDEN = [[null, 5, 6], []] as const;
const MAYBE = [FIGURES, FIGURES] as const;

describe("a drawing over the cells of an Excel file", () => {
  const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = `<row r="1">${text("A1", "某县2023年政府信息公开工作年度报告")}</row><row r="2">${HEADINGS.map((value, i) => text(`${"ABCD"[i]}2`, value)).join("")}</row><row r="3">${text("A3", "规章")}<c r="B3"><v>4</v></c><c r="C3"><v>5</v></c><c r="D3"><v>6</v></c></row>`;
  const file = (drawing: string) => xlsxFile({ sheets: [{ rows, drawing }] });
  const mark = (name: string, [column, columnOff, line, lineOff]: readonly number[]) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${columnOff}</xdr:colOff><xdr:row>${line}</xdr:row><xdr:rowOff>${lineOff}</xdr:rowOff></xdr:${name}>`;
  const two = (from: readonly number[], to: readonly number[], inner: string) =>
    `<xdr:twoCellAnchor>${mark("from", from)}${mark("to", to)}${inner}</xdr:twoCellAnchor>`;
  const overB3 = (inner: string) => two([1, 0, 2, 0], [2, 25_400, 3, 25_400], inner);
  const shape = (inner: string, words = "", name = "rect", more = "") =>
    `<xdr:sp><xdr:nvSpPr><xdr:cNvPr ${more}/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="${name}"/>${inner}</xdr:spPr><xdr:txBody><a:p><a:r><a:t>${words}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
  const FILLED = shape("<a:solidFill/>");
  const PICTURE = "<xdr:pic><xdr:spPr/></xdr:pic>";

  it.each<[string, string, readonly [readonly unknown[], readonly unknown[]]]>([
    ["a shape with a fill", overB3(FILLED), FIRST_HIDDEN],
    ["a shape within its cell", two([1, 99_999, 2, 99_999], [1, 300_000, 2, 150_000], FILLED), FIRST_HIDDEN],
    ["a shape that touches the next cell", two([1, 0, 2, 0], [2, 25_401, 3, 0], FILLED), [[null, null, 6], []]],
    ["a shape beside the cells", two([4, 0, 2, 0], [5, 0, 3, 0], FILLED), READ],
    ["a shape above them", two([1, 0, 0, 0], [2, 0, 2, 0], FILLED), READ],
    ["a shape without a fill", overB3(shape("<a:noFill/>")), READ],
    ["a shape with words and no fill", overB3(shape("<a:noFill/>", "7")), FIRST_HIDDEN],
    ["a line", overB3(shape("", "", "line")), FIRST_HIDDEN],
    ["a shape that is not shown", overB3(shape("<a:solidFill/>", "", "rect", 'hidden="1"')), READ],
    ["a chart", overB3("<xdr:graphicFrame/>"), FIRST_HIDDEN],
    ["a picture in the cell", overB3(PICTURE), FIRST_HIDDEN],
    ["a picture over more cells", two([1, 0, 0, 0], [4, 0, 3, 0], PICTURE), MAYBE],
    ["a picture elsewhere", two([1, 0, 5, 0], [4, 0, 9, 0], PICTURE), READ],
    [
      "a shape that states its size alone",
      `<xdr:oneCellAnchor>${mark("from", [1, 0, 2, 0])}<xdr:ext cx="600000" cy="190000"/>${FILLED}</xdr:oneCellAnchor>`,
      FIRST_HIDDEN,
    ],
    [
      "a shape that states its place alone",
      `<xdr:absoluteAnchor><xdr:pos x="609600" y="381000"/><xdr:ext cx="609600" cy="190500"/>${FILLED}</xdr:absoluteAnchor>`,
      FIRST_HIDDEN,
    ],
    ["a shape without a place", `<xdr:absoluteAnchor>${FILLED}</xdr:absoluteAnchor>`, READ],
  ])("%s", async (_, drawing, expected) => {
    expect(await sheetRead(file(drawing))).toEqual(expected);
  });
});

describe("a drawing over the cells of an Excel 97 file", () => {
  const art = (version: number, type: number, ...content: readonly Uint8Array[]) => {
    const inner = bytes(...content);
    return bytes(u16(version, type), u32(inner.length), inner);
  };
  const shape = (kind: number, properties: readonly number[], right = 2, down = 3, more: readonly Uint8Array[] = []) => {
    const list = properties.length === 0 ? [] : [art(0x13, 0xf00b, u16(properties[0] ?? 0), u32(properties[1] ?? 0))];
    const place = art(0, 0xf010, u16(0, 1, 0, 2, 0, right, 0, down, 0));
    return art(0xf, 0xf004, art((kind << 4) | 2, 0xf00a, u32(1025, 0)), ...list, place, ...more, art(0, 0xf011));
  };
  const UNFILLED = [0x01bf, 0x0010_0000];
  const HIDDEN = [0x03bf, 0x0002_0002];
  const words = [art(0, 0xf00d)];
  const cells = [HEADINGS, ROW].flatMap((line, r) => line.map((text, c) => label(r + 1, c, text)));

  it.each<[string, Uint8Array, number, readonly [readonly unknown[], readonly unknown[]]]>([
    ["a shape", shape(1, []), 30, FIRST_HIDDEN],
    ["a shape over two cells", shape(1, [], 3), 30, [[null, null, 6], []]],
    ["a shape without a fill", shape(1, UNFILLED), 30, READ],
    ["a box of words without a fill", shape(202, UNFILLED, 2, 3, words), 6, FIRST_HIDDEN],
    ["a note that is not shown", shape(202, HIDDEN), 25, READ],
    ["a line", shape(20, UNFILLED), 1, FIRST_HIDDEN],
    ["a control", shape(201, []), 20, READ],
    ["a chart", shape(201, []), 5, FIRST_HIDDEN],
    ["a picture in the cell", shape(75, []), 8, FIRST_HIDDEN],
    ["a picture over more cells", shape(75, [], 9, 9), 8, MAYBE],
  ])("%s", async (_, drawing, object, expected) => {
    const drawn = [record(0x00ec, drawing), record(0x005d, u16(0x15, 18, object, 1))];
    const file = xlsFile([{ records: [label(0, 0, "某县2023年政府信息公开工作年度报告"), ...cells, ...drawn] }]);
    expect(await sheetRead(file)).toEqual(expected);
  });
});

describe("a drawing over the cells of an OpenDocument spreadsheet", () => {
  const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
  const line = (cells: readonly string[]) =>
    `<table:table-row>${cells.map((cell) => `<table:table-cell office:value-type="string">${cell}</table:table-cell>`).join("")}</table:table-row>`;
  const words = (texts: readonly string[]) => texts.map((text) => `<text:p>${text}</text:p>`);
  const file = (drawing: string, properties = "", shapes = "") =>
    strToU8(
      `<office:document xmlns:office="${OASIS}:office:1.0" xmlns:table="${OASIS}:table:1.0" xmlns:text="${OASIS}:text:1.0" xmlns:style="${OASIS}:style:1.0" xmlns:svg="${OASIS}:svg-compatible:1.0" xmlns:draw="${OASIS}:drawing:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles><style:style style:name="G" style:family="graphic"><style:graphic-properties ${properties}/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="表"><table:shapes>${shapes}</table:shapes>${line(words(["某县2023年政府信息公开工作年度报告"]))}${line(words(HEADINGS))}${line([...words(ROW).slice(0, 1), `${drawing}<text:p>4</text:p>`, ...words(ROW).slice(2)])}</table:table></office:spreadsheet></office:body></office:document>`,
    );
  const drawn = (name: string, inner = "", place = 'table:end-cell-address="表.C4" table:end-x="2pt" table:end-y="2pt"') =>
    `<draw:${name} draw:style-name="G" ${place}>${inner}</draw:${name}>`;
  const IMAGE = "<draw:image/>";

  it.each<[string, Uint8Array, readonly [readonly unknown[], readonly unknown[]]]>([
    ["a shape with a fill", file(drawn("rect"), 'draw:fill="solid"'), FIRST_HIDDEN],
    ["a shape without a fill", file(drawn("rect"), 'draw:fill="none"'), READ],
    ["a shape with words and no fill", file(drawn("rect", "<text:p>7</text:p>"), 'draw:fill="none"'), FIRST_HIDDEN],
    ["a line", file(drawn("line"), 'draw:fill="none"'), FIRST_HIDDEN],
    ["a chart", file(drawn("frame", "<draw:object/>")), FIRST_HIDDEN],
    ["an object", file(drawn("frame", "<draw:object-ole/>")), FIRST_HIDDEN],
    ["a picture in the cell", file(drawn("frame", IMAGE)), FIRST_HIDDEN],
    [
      "a shape that reaches into the next cell",
      file(drawn("rect", "", 'table:end-cell-address="表.C3" table:end-x="3pt"')),
      [[null, null, 6], []],
    ],
    ["a shape of a size", file(drawn("rect", "", 'svg:width="65pt" svg:height="10pt"')), [[null, null, 6], []]],
    ["a picture over more cells", file(drawn("frame", IMAGE, 'table:end-cell-address="表.E9"')), MAYBE],
    ["a shape on the sheet", file("", "", drawn("rect")), MAYBE],
    ["an empty frame on the sheet", file("", "", drawn("frame")), READ],
  ])("%s", async (_, bytes, expected) => {
    expect(await sheetRead(bytes)).toEqual(expected);
  });
});
