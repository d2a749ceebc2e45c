import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readAny } from "../../src/formats/readAny.js";
import { docxFile, p, tbl, tc, tr } from "../containers/support.js";
import { bytes, u16 } from "./binary.js";
import { docFile, row } from "./docFile.js";

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

it.each([
  ["in front of the text", "", FIGURES],
  ["that makes no room", "\\shpwr3", FIGURES],
  ["that the text goes around", "\\shpwr2", []],
  ["below the text", "\\shpfblwtxt1", []],
  ["from the page", "\\shpbypage", []],
  ["from the margin", "\\shpbymargin", []],
  ["from the page, by a property", "{\\sp{\\sn posrelv}{\\sv 1}}", []],
  ["from the line, by a property", "{\\sp{\\sn posrelv}{\\sv 3}}{\\sp{\\sn posv}{\\sv 0}}", FIGURES],
  ["at the bottom", "{\\sp{\\sn posv}{\\sv 3}}", []],
])("a drawing over the text of RTF: %s", async (_, words, expected) => {
  const unicode = (text: string) => [...text].map((char) => `\\uc0\\u${char.charCodeAt(0)} `).join("");
  const line = (cells: readonly string[]) =>
    `\\trowd ${cells.map((_, i) => `\\cellx${(i + 1) * 999}`).join("")}\\pard\\intbl ${cells.map((cell) => `${unicode(cell)}\\cell `).join("")}\\row\\pard `;
  const file = (bottom: number) =>
    strToU8(
      `{\\rtf1 ${unicode("某县2023年政府信息公开工作年度报告")}{\\shp{\\*\\shpinst\\shptop0\\shpbottom${bottom}${words}{\\shptxt x}}}\\par ${line(HEADINGS)}${line(ROW)}}`,
    );
  expect(await covered(file(201))).toEqual(expected);
  expect(await covered(file(200))).toEqual([]);
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
