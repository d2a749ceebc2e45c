import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readOfd } from "../../src/ofd.js";
import { ADDRESS } from "./oneFigure.js";

/** Text on a line, in millimetres. */
const text = (x: number, y: number, content: string, more = "", inside = ""): string =>
  `<ofd:TextObject ID="9" Font="1" Size="4" Boundary="${x} ${y - 4} ${content.length * 4} 5"${more}>${inside}<ofd:TextCode X="0" Y="4">${content}</ofd:TextCode></ofd:TextObject>`;
const line = (x: number, y: number, width: number, height: number): string =>
  `<ofd:PathObject ID="8" LineWidth="0.2" Boundary="${x} ${y} ${width} ${height}"><ofd:AbbreviatedData>M 0 0 L ${width} ${height}</ofd:AbbreviatedData></ofd:PathObject>`;
const area = (x: number, y: number, width: number, height: number, colour: string): string =>
  `<ofd:PathObject ID="7" Stroke="false" Fill="true" Boundary="${x} ${y} ${width} ${height}"><ofd:FillColor Value="${colour}"/><ofd:AbbreviatedData>M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} C</ofd:AbbreviatedData></ofd:PathObject>`;
const picture = (x: number, y: number, width: number, height: number): string =>
  `<ofd:ImageObject ID="6" ResourceID="5" Boundary="${x} ${y} ${width} ${height}"/>`;
const colour = (value: string): string => `<ofd:FillColor Value="${value}"/>`;

/** The figure, where no other place is meant: its cell is from 80 to 150 across, and from 30 to 40 down. */
const figure = (content: string, more = "", inside = ""): string => text(100, 37, content, more, inside);

const RESOURCES = `<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016"><ofd:ColorSpaces><ofd:ColorSpace ID="60" Type="RGB"/><ofd:ColorSpace ID="61" Type="RGB" BitsPerComponent="16"/></ofd:ColorSpaces><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="50" Width="210" Height="297"><ofd:Content>${text(104, 37, "10")}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits><ofd:DrawParams><ofd:DrawParam ID="1" LineWidth="0.2">${colour("255 255 255")}</ofd:DrawParam><ofd:DrawParam ID="2" Relative="1"/></ofd:DrawParams></ofd:Res>`;

/** A page with a table of two rows, the first of which has this in it. */
async function read(content: string, template = "", order = "Background", annotation = "", area = "", version = "") {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const lines = [...[20, 30, 40, 50].map((y) => line(20, y, 130, 0)), ...[20, 80, 150].map((x) => line(x, 20, 0, 30))];
  const labels = [
    text(22, 27, "信息内容"),
    text(82, 27, "本年处理决定数量"),
    text(22, 37, "行政许可"),
    text(22, 47, "行政处罚"),
    text(100, 47, "75"),
  ];
  const page = (body: string, more = "") =>
    `${head}<ofd:Page ${ns}>${more}<ofd:Content><ofd:Layer ID="3">${body}</ofd:Layer></ofd:Content></ofd:Page>`;
  const files = {
    "OFD.xml": `${head}<ofd:OFD ${ns}><ofd:DocBody><ofd:DocRoot>D/Document.xml</ofd:DocRoot>${version}</ofd:DocBody></ofd:OFD>`,
    "D/V.xml": `${head}<ofd:DocVersion ${ns}><ofd:DocRoot>/D/Second.xml</ofd:DocRoot></ofd:DocVersion>`,
    "D/Document.xml": `${head}<ofd:Document ${ns}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>R.xml</ofd:PublicRes><ofd:TemplatePage ID="4" BaseLoc="T.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="2" BaseLoc="P.xml"/></ofd:Pages><ofd:Annotations>A.xml</ofd:Annotations></ofd:Document>`,
    "D/Second.xml": `${head}<ofd:Document ${ns}><ofd:CommonData/><ofd:Pages><ofd:Page ID="2" BaseLoc="Q.xml"/></ofd:Pages></ofd:Document>`,
    "D/Q.xml": page([...lines, ...labels, text(100, 37, "22")].join("")),
    "D/A.xml": `${head}<ofd:Annotations ${ns}><ofd:Page PageID="2"><ofd:FileLoc>B.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
    "D/B.xml": `${head}<ofd:PageAnnot ${ns}>${annotation}</ofd:PageAnnot>`,
    "D/R.xml": RESOURCES,
    "D/T.xml": page(template),
    "D/P.xml": page([...lines, ...labels, content].join(""), `${area}<ofd:Template TemplateID="4" ZOrder="${order}"/>`),
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
  const { log, findings } = await readOfd(bytes, { language: "en" });
  expect(log.find(({ value }) => value === 75)?.address).toBeDefined();
  const own = findings.filter(({ cells }) => cells.some(({ address }) => address === ADDRESS));
  return { value: log.find(({ address }) => address === ADDRESS)?.value ?? null, codes: own.map(({ code }) => code) };
}

const clipped = (x: number, width: number): string =>
  `<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path ID="5" Boundary="${x} 0 ${width} 6" Fill="true"><ofd:AbbreviatedData>M 0 0 L ${width} 0 L ${width} 6 L 0 6 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>`;

describe("what an OFD page shows is read", () => {
  it.each<[string, string, string?, string?]>([
    ["as it is", figure("1110")],
    ["light on a dark ground", area(82, 31, 60, 8, "0 0 128") + figure("1110", "", colour("255 255 255"))],
    ["on a picture", picture(82, 31, 60, 8) + figure("1110")],
    ["above what a template paints", figure("1110"), area(82, 31, 60, 8, "230 230 230")],
    ["within what it is cut to", figure("1110", "", clipped(-1, 30))],
    ["in grey of one value", figure("1110", "", colour("90"))],
    ["in black ink", figure("1110", "", colour("0 0 0 255"))],
  ])("%s", async (_, content, template, order) => {
    expect(await read(content, template, order)).toEqual({ value: 1110, codes: [] });
  });
});

describe("what it does not show, or not for certain, is no figure", () => {
  it.each<[string, string, string, string?, string?]>([
    [
      "below an area with another figure on it",
      figure("12") + area(95, 32, 30, 7, "255 255 255") + text(101, 37, "75"),
      "reading.recognised",
    ],
    ["below a picture, as text recognition leaves it", figure("1110") + picture(79, 29, 72, 11), "reading.recognised"],
    [
      "below what a template paints in front",
      figure("1110"),
      "reading.recognised",
      area(95, 32, 30, 7, "255 255 255"),
      "Foreground",
    ],
    ["beside a picture", figure("11") + picture(104, 33, 4, 4), "reading.unreadable"],
    ["beside a picture over two cells", figure("11") + picture(140, 22, 4, 15), "reading.unreadable"],
    ["as pale as a watermark", figure("1110", "", colour("220 220 220")), "reading.recognised"],
    ["as good as transparent", figure("1110", ' Alpha="40"'), "reading.recognised"],
    ["cut off", figure("1110", "", clipped(30, 5)), "reading.recognised"],
    ["cut off in part", figure("1110", "", clipped(-1, 6.5)), "reading.recognised"],
    ["mirrored", figure("1234", ' CTM="-1 0 0 1 12 0"'), "reading.recognised"],
    ["squeezed to nothing in part", figure("11") + text(104, 37, "10", ' HScale="0.05"'), "reading.recognised"],
    [
      "struck out by a curve",
      `${figure("1110")}<ofd:PathObject ID="8" LineWidth="0.2" Boundary="99 34 12 3"><ofd:AbbreviatedData>M 0 1.5 B 4 2 8 1 12 1.5</ofd:AbbreviatedData></ofd:PathObject>`,
      "reading.crossing",
    ],
  ])("%s", async (_, content, code, template, order) => {
    const { value, codes } = await read(content, template, order);
    expect(value).toBeNull();
    expect(codes).toContain(code);
  });

  it.each([
    ["in itself", colour("255 255 255"), ""],
    ["in what it refers to", "", ' DrawParam="2"'],
  ])("nor is what is as white as the paper %s: it is not there", async (_, inside, more) => {
    expect(await read(figure("1110", more, inside))).toEqual({ value: null, codes: ["reading.blank"] });
  });
});

describe("annotations of an OFD page", () => {
  const annotation = (type: string, content: string): string =>
    `<ofd:Annot ID="4" Type="${type}"><ofd:Appearance Boundary="0 0 210 297">${content}</ofd:Appearance></ofd:Annot>`;
  const leaning = text(104, 22, "样本", ' CTM="3 2 -2 3 0 0"');

  it.each<[string, string, string, unknown, readonly string[]]>([
    ["a note with the figure", "", annotation("Link", figure("1110")), 1110, []],
    [
      "a pale watermark",
      figure("1110"),
      annotation("Watermark", text(104, 22, "样本", ' CTM="3 2 -2 3 0 0" Alpha="40"')),
      1110,
      [],
    ],
    ["pale digits of a watermark", figure("1110"), annotation("Watermark", text(110, 37, "9", ' Alpha="40"')), 1110, []],
    ["a dark watermark over the figure", figure("1110"), annotation("Watermark", leaning), null, ["reading.crossing"]],
    ["digits of a watermark behind it", figure("111"), annotation("Watermark", text(106, 37, "0")), null, ["reading.crossing"]],
    [
      "a line of a watermark through it",
      figure("1110"),
      annotation("Watermark", line(99, 35.5, 12, 0)),
      null,
      ["reading.crossing"],
    ],
    ["a line of a watermark below it", figure("1110"), annotation("Watermark", line(99, 37.6, 12, 0)), 1110, []],
    ["a line of a watermark between its columns", figure("1110"), annotation("Watermark", line(120, 20, 0, 30)), 1110, []],
    [
      "a digit that a watermark draws beside it",
      figure("11"),
      annotation("Watermark", line(106, 34, 0, 3)),
      null,
      ["reading.unreadable"],
    ],
    ["digits of a stamp alone", "", annotation("Stamp", figure("1110")), null, ["reading.crossing"]],
    ["a stamp over the figure", figure("1110"), annotation("Stamp", picture(82, 31, 60, 8)), null, ["reading.recognised"]],
    [
      "an area of a stamp over it",
      figure("1110"),
      annotation("Stamp", area(95, 32, 30, 7, "255 255 255")),
      null,
      ["reading.recognised"],
    ],
    ["a stamp elsewhere", figure("1110"), annotation("Stamp", picture(20, 100, 40, 40)), 1110, []],
    [
      "digits of one that is not printed",
      figure("11"),
      annotation("Link", text(104, 37, "10")).replace("Type", 'Print="false" Type'),
      null,
      ["reading.crossing"],
    ],
    ["a picture over the page as a watermark", figure("1110"), annotation("Watermark", picture(0, 0, 210, 297)), 1110, []],
  ])("%s", async (_, content, mark, value, codes) => {
    expect(await read(content, "", "Background", mark)).toEqual({ value, codes });
  });
});

describe("a figure of 11 with more behind it on an OFD page", () => {
  const more = (attributes: string, inside = ""): string => text(104, 37, "10", attributes, inside);
  const unit = (attributes: string, inside = ""): string =>
    `<ofd:CompositeObject ID="51" ResourceID="50" Boundary="0 0 210 297"${attributes}>${inside}</ofd:CompositeObject>`;
  const white = '<ofd:FillColor Value="255 255 255"/>';
  const shade = '<ofd:FillColor><ofd:AxialShd StartPoint="0 0" EndPoint="9 0"/></ofd:FillColor>';
  const edges = '<ofd:StrokeColor Value="0 0 0"/>';

  it.each<[string, string, unknown, readonly string[]]>([
    ["a drawing that is used again", unit(""), 1110, []],
    ["digits that are drawn by their edges, too", more(' Stroke="true"', white + edges), 1110, []],
    ["digits of a colour in hexadecimal digits", more("", '<ofd:FillColor Value="#20 #20 #20"/>'), 1110, []],
    ["digits that are white in hexadecimal digits", more("", '<ofd:FillColor Value="#ff #FF #ff"/>'), 11, []],
    ["digits that are not visible", more(' Visible="false"'), 11, []],
    ["digits that are not, as a number", more(' Visible="0"'), 11, []],
    ["digits that are not, in capitals", more(' Visible="False"'), 11, []],
    ["digits without paint", more(' Fill="false"'), null, ["reading.recognised"]],
    ["digits of a palette", more("", '<ofd:FillColor ColorSpace="60" Index="1"/>'), null, ["reading.recognised"]],
    ["digits of a gradient", more("", shade), null, ["reading.recognised"]],
    [
      "digits of a colour of sixteen bits",
      more("", '<ofd:FillColor ColorSpace="61" Value="65535 65535 65535"/>'),
      null,
      ["reading.recognised"],
    ],
    ["digits upside down", more(' CharDirection="180"'), null, ["reading.crossing"]],
    ["a drawing without opacity", unit(' Alpha="0"'), 11, []],
    ["a drawing that is cut away", unit("", clipped(0, 9)), null, ["reading.recognised"]],
  ])("%s", async (_, content, value, codes) => {
    expect(await read(figure("11") + content)).toEqual({ value, codes });
  });

  const shape = (attributes: string, path: string, paint: string): string =>
    `<ofd:PathObject ID="7" Boundary="98 32 12 7"${attributes}>${paint}<ofd:AbbreviatedData>${path}</ofd:AbbreviatedData></ofd:PathObject>`;

  it.each<[string, string]>([
    ["a white triangle over it", shape(' Stroke="false" Fill="true"', "M 0 0 L 12 0 L 6 7 C", white)],
    ["a wide white line over it", shape(' LineWidth="4"', "M 0 3 L 12 3", '<ofd:StrokeColor Value="255 255 255"/>')],
    ["a wide line over it", shape(' LineWidth="5"', "M 0 3 L 12 3", "")],
    [
      "an area over it through which little shows",
      area(98, 32, 12, 7, "255 255 255").replace("<ofd:PathObject", '<ofd:PathObject Alpha="230"'),
    ],
  ])("%s", async (_, content) => {
    const { value, codes } = await read(figure("11") + content);
    expect(value).toBeNull();
    expect(codes.length).toBeGreaterThan(0);
  });

  const drawn = (content: string, ...transforms: readonly string[]): string =>
    figure(content).replace("<ofd:TextCode", `${transforms.join("")}<ofd:TextCode`);
  const glyphs = (from: number, codes: number, ...names: readonly number[]): string =>
    `<ofd:CGTransform CodePosition="${from}" CodeCount="${codes}" GlyphCount="${names.length}"><ofd:Glyphs>${names.join(" ")}</ofd:Glyphs></ofd:CGTransform>`;

  it.each<[string, string, unknown, readonly string[]]>([
    ["one for each", drawn("1110", glyphs(0, 4, 20, 20, 20, 19)), 1110, []],
    ["one for each of some", drawn("1110", glyphs(1, 2, 20, 20)), 1110, []],
    ["the same for two of them", drawn("1234", glyphs(0, 4, 20, 21, 22, 21)), null, ["reading.unreadable"]],
    ["two for the same one", drawn("1110", glyphs(0, 4, 20, 20, 21, 19)), null, ["reading.unreadable"]],
    ["one for two of them", drawn("1234", glyphs(0, 2, 20)), null, ["reading.unreadable"]],
    ["two for one of them", drawn("1234", glyphs(0, 1, 20, 21)), null, ["reading.unreadable"]],
    ["none for one of them", drawn("1234", glyphs(3, 1, 0)), null, ["reading.unreadable"]],
    [
      "the same as for one elsewhere",
      drawn("1234", glyphs(0, 1, 20)) + drawn("9", glyphs(0, 1, 20)).replaceAll("100 33", "22 133"),
      null,
      ["reading.unreadable"],
    ],
  ])("glyphs that the file draws for its digits: %s", async (_, content, value, codes) => {
    expect(await read(content)).toEqual({ value, codes });
  });

  it.each<[string, string]>([
    ["is beyond the bounds of the text", figure("1110").replace(/Boundary="100 33 \d+/, 'Boundary="100 33 4')],
    [
      "is cut to the shape of other text",
      `${figure("11")}${more("", "<ofd:Clips><ofd:Clip><ofd:Area><ofd:Text/></ofd:Area></ofd:Clip></ofd:Clips>")}`,
    ],
  ])("that %s", async (_, content) => {
    expect(await read(content)).toEqual({ value: null, codes: ["reading.recognised"] });
  });

  it("that is not shown of the page", async () => {
    const area =
      "<ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox><ofd:ApplicationBox>0 0 116 297</ofd:ApplicationBox></ofd:Area>";
    expect(await read(text(112, 37, "1110"), "", "Background", "", area)).toEqual({ value: null, codes: ["reading.recognised"] });
  });

  it.each<[string, string, unknown]>([
    ["the current one", "true", 22],
    ["another one", "false", 1110],
  ])("that another version of the document has: %s", async (_, current, value) => {
    const versions = `<ofd:Versions><ofd:Version ID="1" Index="1" Current="${current}" BaseLoc="D/V.xml"/></ofd:Versions>`;
    expect(await read(figure("1110"), "", "Background", "", "", versions)).toEqual({ value, codes: [] });
  });

  it("that are arranged anew by what says so: on a page they are arranged already", async () => {
    expect(await read(figure("\u202e0123"))).toEqual({ value: null, codes: ["reading.unreadable"] });
  });

  it("cut at half a digit", async () => {
    expect(await read(figure("8", "", clipped(-1, 2)))).toEqual({ value: null, codes: ["reading.recognised"] });
  });
});
