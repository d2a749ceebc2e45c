import { describe, expect, it } from "vitest";
import { readFigure } from "./oneFigure.js";
import { figure, hex, type PageParts, SONG, stream } from "./pdfFile.js";

type More = Omit<PageParts, "content">;
/** What stands in the cell of the figure, and what is said of it. */
type Refused = [name: string, content: string, code: string, more: More];

/** A text in Helvetica at a place of the page; the cell of the figure is from 250 to 450 and from 690 to 720. */
const at = (x: number, text: string, size = 10, y = 700): string => `BT /H ${size} Tf ${x} ${y} Td (${text}) Tj ET`;
const F = at(300, "1110");

const image = (data: string, width: number, space: string): string =>
  stream(
    data,
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${data.length / width / (space === "RGB" ? 3 : 1)}/ColorSpace/Device${space}/BitsPerComponent 8`,
  );
const CHEQUERED = image("\x00\xff\x00\xff\xff\x00\xff\x00".repeat(8), 8, "Gray");
const withImage = (object: string): More => ({ resources: "/XObject<</I 7 0 R>>", objects: [object] });

const annotation = (kind: string, ...look: readonly string[]): More => ({
  page: "/Annots[7 0 R]",
  objects: [
    `<</Type/Annot/Subtype/${kind}${kind.includes("/F ") ? "" : "/F 4"}${look.length > 0 ? "/AP<</N 8 0 R>>" : ""}>>`,
    ...look,
  ],
});
const look = (content: string, width: number, height = 20): string =>
  stream(content, `/Type/XObject/Subtype/Form/BBox[0 0 ${width} ${height}]/Resources<</Font<</H 6 0 R>>>>`);
const blend = (dictionary: string): More => ({ resources: `/ExtGState<</G<<${dictionary}>>>>` });
const layer = (configuration: string, usage = ""): More => ({
  catalogue: `/OCProperties<</OCGs[7 0 R]/D<<${configuration}>>>>`,
  resources: "/Properties<</L 7 0 R>>",
  objects: [`<</Type/OCG/Name(a)${usage}>>`],
});
/** A layer that is shown or not as another one says, and what is drawn in it. */
const layers = (members: string, configuration: string, drawing = "[/Not 8 0 R]"): More => ({
  catalogue: `/OCProperties<</OCGs[8 0 R]/D<<${configuration}>>>>`,
  resources: "/Properties<</L 7 0 R>>/XObject<</X 9 0 R>>",
  objects: [`<</Type/OCMD${members}>>`, "<</Type/OCG/Name(a)>>", drawing],
});
const GRADIENT =
  "<</ShadingType 2/ColorSpace/DeviceGray/Coords[250 0 450 0]/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[0.3]/N 1>>/Extend[true true]>>";
const QUADS = "/QuadPoints[298 710 325 710 298 698 325 698]/C[1 0 0]/Rect[298 698 325 710]";

const toUnicode = (map: string): string =>
  stream(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange ${map} endcmap end end`,
  );
/** Codes, each with the character that it stands for; itself where none is given. */
const chars = (...codes: readonly string[]): string =>
  codes
    .map((pair) => pair.split(" "))
    .map(([code = "", text = code]) => `1 beginbfchar <${code}> <${text.padStart(4, "0")}> endbfchar`)
    .join(" ");
/** The figure in a font of its own. */
const inFont = (text: string): string => `BT /F 10 Tf @ Td ${text} Tj ET`;
const font = (object: string, ...objects: readonly string[]): More => ({ fonts: "/F 7 0 R", objects: [object, ...objects] });
const HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 8 0 R>>";
/** The figure in Helvetica, of which the file says other characters than it draws. */
const said = (map: string): More => font(HELVETICA, toUnicode(map));
/** A Chinese font that is not in the file, in codes that say what they are, and a table that says otherwise. */
const SONG_SAID = SONG.replace("/DescendantFonts", "/ToUnicode 8 0 R/DescendantFonts");
const TYPE_3 =
  "<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 48/LastChar 49/Widths[500 500]/CharProcs<</a 8 0 R/b 8 0 R>>/Encoding<</Type/Encoding/Differences[48/a/b]>>/Resources<<>>>>";
/** The same, drawn as a 1 and a 0, or as a 7 in the place of the 1, with a table of what they stand for. */
const TYPE_3_SAID = TYPE_3.replace("/b 8 0 R", "/b 9 0 R").replace("/Resources<<>>", "/Resources<<>>/ToUnicode 10 0 R");
const ONE = stream("500 0 0 0 500 700 d1 200 0 m 290 0 l 290 700 l 230 700 l 220 640 180 580 90 570 c 90 510 l 200 510 l f");
const ZERO = stream(
  "500 0 0 0 500 700 d1 250 0 m 480 0 480 700 250 700 c 20 700 20 0 250 0 c h 250 70 m 110 70 110 630 250 630 c 390 630 390 70 250 70 c h f*",
);
const SEVEN = stream(
  "500 0 0 0 500 700 d1 40 700 m 460 700 l 460 630 l 330 450 260 250 240 0 c 150 0 l 170 230 240 430 360 610 c 40 610 l f",
);
const BAR = stream("500 0 0 0 500 700 d1 100 0 100 700 re f");

/** A pattern of black tiles without gaps. */
const TILES = stream(
  "0 0 8 8 re f",
  "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 8 8]/XStep 8/YStep 8/Resources<<>>",
);

/** A drawing that is one whole to what shows through, with a digit behind the figure. */
const PALE = stream(
  "BT /H 10 Tf 322.24 700 Td (7) Tj ET",
  "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency>>/Resources<</Font<</H 6 0 R>>>>",
);

describe("what a page shows is read", () => {
  it.each<[string, string, More]>([
    ["whatever text the file says it stands for", `/Span <</ActualText(75)>> BDC ${F} EMC`, {}],
    ["printed twice to look bold", `${F} ${at(300.4, "1110")}`, {}],
    ["an operator for each digit, set tightly", [..."1110"].map((digit, i) => at(300 + i * 4.5, digit)).join(" "), {}],
    ["the digits from right to left", [..."0111"].map((digit, i) => at(316.68 - i * 5.56, digit)).join(" "), {}],
    ["turned to run upwards", "BT /H 7 Tf 0 1 -1 0 310 693 Tm (1110) Tj ET", {}],
    ["turned to run downwards", "BT /H 7 Tf 0 -1 1 0 310 717 Tm (1110) Tj ET", {}],
    ["on a page that is turned", F, { page: "/Rotate 90" }],
    ["on a page that is cut and turned", F, { page: "/Rotate 270/CropBox[40 500 500 800]" }],
    ["on a picture", `q 60 0 0 26 290 692 cm /I Do Q 1 g ${F} 0 g`, withImage(image("\x00\x00\x00", 1, "RGB"))],
    ["on a round ground", `0.9 g 290 695 m 290 690 330 690 330 702 c 330 716 290 716 290 695 c f 0 g ${F}`, {}],
    ["in a frame with round corners", `q 262 692 m 440 692 l 446 692 446 718 440 718 c 262 718 l S Q ${F}`, {}],
    [
      "in a field of a form",
      "",
      annotation("Widget/FT/Tx/V(75)/Rect[300 692 360 712]", look("BT /H 10 Tf 0 5 Td (1110) Tj ET", 60)),
    ],
    ["in glyphs that are drawn", inFont("(1110)"), font(TYPE_3_SAID, ZERO, ONE, toUnicode(chars("30", "31")))],
    ["in part by its edges", `${at(300, "11")} q 1 g 0 G BT /H 10 Tf 2 Tr 311.12 700 Td (10) Tj ET Q`, {}],
    ["set from right to left", "BT /H 10 Tf -11.12 Tc 316.68 700 Td (0111) Tj 0 Tc ET", {}],
    ["just behind the left edge of what it is cut to", `q 299.6 690 60 30 re W n ${F} Q`, {}],
    ["at the left edge of what it is cut to", `q 300 690 60 30 re W n ${F} Q`, {}],
    ["in a layer as another one is", `/OC /L BDC ${F} EMC`, layers("/OCGs 8 0 R/P/AllOn", "")],
    [
      "in a drawing that is cut to more than itself",
      "q 250 690 80 30 re W n /X Do Q",
      { resources: "/XObject<</X 7 0 R>>", objects: [look(F, 595, 842)] },
    ],
    ["cut to more than itself", `q 250 690 80 30 re W n ${F} Q`, {}],
    ["below a shadow", `0.6 g ${at(300.8, "1110", 10, 699.2)} 0 g ${F}`, {}],
    [
      "beside an annotation that is hidden",
      F,
      annotation("FreeText/F 2/Rect[323 695 383 715]", look("BT /H 10 Tf 0 5 Td (7) Tj ET", 60)),
    ],
    ["above a short line that underlines it", `${F} 300 698.5 m 322 698.5 l S`, {}],
    ["in small grey digits", `0.65 g ${at(300, "1110", 5)} 0 g`, {}],
    ["below a pale large text", `${F} 0.9 g ${LARGE} 0 g`, {}],
    ["below a pale text that leans", `${F} 0.9 g ${LEANING} 0 g`, {}],
    ["where all digits are marked as none of the text", `/Artifact BMC ${F} EMC /Artifact BMC`, {}],
    ["below a highlighter", F, annotation(`Highlight${QUADS}`)],
    [
      "in glyphs that an encoding gives to other codes",
      inFont("(!!!0)"),
      font("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[33/one]>>>>"),
    ],
    ["before a space", inFont("(1110 )"), said(chars("31", "30", "20"))],
    ["with its measure", inFont(hex("1110件")), font(SONG_SAID, toUnicode(chars("0031", "0030", "4EF6")))],
    [
      "in glyphs that the file names otherwise",
      inFont("(1110)"),
      font(HELVETICA, toUnicode("2 beginbfchar <31> <0031> <30> <0030> endbfchar")),
    ],
  ])("%s", async (_, content, more) => {
    expect(await readFigure(content, more)).toEqual({ value: 1110, codes: [] });
  });
});

/** A large text, and one that leans, over the figure. */
const LARGE = `BT /S 60 Tf 290 680 Td ${hex("样本")} Tj ET`;
const LEANING = `BT /S 40 Tf 0.8 0.6 -0.6 0.8 305 670 Tm ${hex("样本")} Tj ET`;

describe("what a page does not show, or not for certain, is no figure", () => {
  const wide = "298 703.6 m 306 705 316 702 325 703.6 c S";
  it.each<Refused>([
    ["struck out by a curve", `${F} q 0.7 w ${wide} Q`, "reading.crossing", {}],
    [
      "struck out by a wave",
      `${F} q 298 703.6 m 302 706 306 701 311 703.6 c 316 706 320 701 325 703.6 c S Q`,
      "reading.crossing",
      {},
    ],
    ["struck out by a line that leans", `${F} q 298 699 m 325 708 l S Q`, "reading.crossing", {}],
    ["crossed out over the whole cell", `${F} q 265 692 m 440 718 l S 265 718 m 440 692 l S Q`, "reading.crossing", {}],
    ["struck out by a bar", `${F} q 0.6 g 298 702 27 4 re f Q`, "reading.recognised", {}],
    ["struck out by dashes", `${F} ${at(298, "--------")}`, "reading.crossing", {}],
    ["struck out by an annotation", F, "reading.crossing", annotation(`StrikeOut${QUADS}`)],
    [
      "struck out by an annotation with a look",
      F,
      "reading.crossing",
      annotation("StrikeOut/Rect[298 694 325 714]", look("0 9 m 27 9 l S", 27)),
    ],
    [
      "struck out by hand",
      F,
      "reading.crossing",
      annotation("Ink/InkList[[298 703.5 310 704 325 703.5]]/C[1 0 0]/Rect[298 698 325 710]"),
    ],
    ["below a picture", `${F} q 60 0 0 26 290 692 cm /I Do Q`, "reading.recognised", withImage(image("\x00\x00\x00", 1, "RGB"))],
    ["below a picture with something on it", `${F} q 60 0 0 26 290 692 cm /I Do Q`, "reading.recognised", withImage(CHEQUERED)],
    [
      "below a white area with another one on it",
      `${F} 1 g 295 695 60 20 re f 0 g ${at(302.78, "75")}`,
      "reading.recognised",
      {},
    ],
    [
      "below an annotation with another one",
      F,
      "reading.recognised",
      annotation("FreeText/Rect[300 692 360 712]", look("1 g 0 0 60 20 re f 0 g BT /H 10 Tf 30 5 Td (75) Tj ET", 60)),
    ],
    [
      "below a gradient, with the figure of the next cell",
      `${F} q 255 665 190 52 re W n /G sh Q`,
      "reading.recognised",
      { resources: `/Shading<</G ${GRADIENT}>>` },
    ],
    [
      "with digits behind it that are painted with a gradient",
      `${at(300, "1")} q /Pattern cs /P scn ${at(305.56, "110")} Q`,
      "reading.recognised",
      { resources: `/Pattern<</P<</Type/Pattern/PatternType 2/Shading ${GRADIENT}>>>>` },
    ],
    [
      "beside a picture over two cells",
      `${at(300, "11")} q 20 0 0 52 312 665 cm /I Do Q`,
      "reading.unreadable",
      withImage(CHEQUERED),
    ],
    ...["/OCGs 8 0 R/P/AllOff", "/OCGs[8 0 R]/P /AnyOff", "/VE[/Not 8 0 R]", "/VE 9 0 R"].flatMap((members): Refused[] =>
      ["", "/OFF[8 0 R]"].map((configuration) => [
        `in a layer that depends on others: ${members} ${configuration}`,
        `${at(300, "11")} /OC /L BDC ${at(311.12, "10")} EMC`,
        "reading.recognised",
        layers(members, configuration),
      ]),
    ),
    [
      "in a drawing of such a layer",
      `${at(300, "11")} /X Do`,
      "reading.recognised",
      layers("/OCGs 8 0 R/P/AllOff", "", look(at(311.12, "10"), 500, 800).replace("/Type", "/OC 7 0 R/Type")),
    ],
    [
      "below a picture of such a layer",
      `${F} q 60 0 0 26 290 692 cm /X Do Q`,
      "reading.recognised",
      layers("/OCGs 8 0 R/P/AllOff", "/OFF[8 0 R]", CHEQUERED.replace("/Type", "/OC 7 0 R/Type")),
    ],
    ["with a picture beside it", `${at(300, "11")} q 8 0 0 8 312 700 cm /I Do Q`, "reading.unreadable", withImage(CHEQUERED)],
    [
      "with a drawing beside it",
      `${at(300, "11")} q 316 704 m 316 708 311.5 708 311.5 704 c 311.5 700 316 700 316 704 c f Q`,
      "reading.unreadable",
      {},
    ],
    ["in a picture", "q 20 0 0 10 300 700 cm /I Do Q", "reading.unreadable", withImage(CHEQUERED)],
    ["in a field whose look nobody says", "", "reading.unreadable", annotation("Widget/FT/Tx/V(1110)/Rect[300 692 360 712]")],
    ["as pale as a watermark", `0.85 g ${at(260, "2 0 2 3", 20, 697)} 0 g`, "reading.recognised", {}],
    ["with a paler digit behind it", `${F} 0.8 g ${at(322.24, "7")} 0 g`, "reading.recognised", {}],
    [
      "with one that lets the paper through",
      `${F} q /G gs ${at(322.24, "7")} Q`,
      "reading.recognised",
      { resources: "/ExtGState<</G<</ca 0.2>>>>" },
    ],
    [
      "with one in a drawing that does so",
      `${F} q /G gs /X Do Q`,
      "reading.recognised",
      { resources: "/ExtGState<</G<</ca 0.15>>>>/XObject<</X 7 0 R>>", objects: [PALE] },
    ],
    [
      "with digits behind it that lean",
      `${at(300, "11")} BT /H 10 Tf 0.99 0.1 -0.1 0.99 311 700 Tm (10) Tj ET`,
      "reading.crossing",
      {},
    ],
    [
      "blended with what is below it",
      `${at(300, "11")} q /G gs 1 g ${at(311.12, "10")} Q`,
      "reading.recognised",
      blend("/BM/Difference"),
    ],
    ["blended away", `${at(300, "11")} q /G gs ${at(311.12, "10")} Q`, "reading.recognised", blend("/BM/Screen")],
    [
      "at the end of what it is cut to, as browsers cut long text",
      `q 250 690 64.4 30 re W n ${at(300, "111")} Q`,
      "reading.recognised",
      {},
    ],
    [
      "of the only text in a cell that is cut, behind what browsers leave out of it",
      "q 250 690 65 30 re W n BT /H 10 Tf 298 700 Td (111) Tj ET Q",
      "reading.recognised",
      {},
    ],
    [
      "behind a digit that was left out at an edge, as they do with text that is set to the left of it",
      "q 300.4 690 60 30 re W n BT /H 10 Tf 300 700 Td (111) Tj ET Q",
      "reading.recognised",
      {},
    ],
    [
      "in a drawing that is cut behind it",
      "q 250 690 67.4 30 re W n /X Do Q",
      "reading.recognised",
      { resources: "/XObject<</X 7 0 R>>", objects: [look(at(300, "111"), 595, 842)] },
    ],
    [
      "in a drawing of a drawing that is cut behind it",
      "q 250 690 67.4 30 re W n 1 0 0 1 200 0 cm /X Do Q",
      "reading.recognised",
      {
        resources: "/XObject<</X 7 0 R>>",
        objects: [
          stream("/Y Do", "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</Y 8 0 R>>>>"),
          look(at(100, "111"), 595, 842),
        ],
      },
    ],
    [
      "cut at an edge with round corners",
      "q 250 693 m 250 690 253 690 253 690 c 315 690 l 317 690 317 693 317 693 c 317 720 l 250 720 l h W n BT /H 10 Tf 300 700 Td (111) Tj ET Q",
      "reading.recognised",
      {},
    ],
    [
      "turned, and cut below",
      "q 250 699.6 100 20 re W n BT /H 10 Tf 0 -1 1 0 300 717 Tm (111) Tj ET Q",
      "reading.recognised",
      {},
    ],
    [
      "with room between its digits, as far from the edge as that",
      "q 250 690 73.5 30 re W n BT /H 10 Tf 2 Tc 300 700 Td (111) Tj 0 Tc ET Q",
      "reading.recognised",
      {},
    ],
    [
      "of two equal digits set as closely as if one were bold",
      "BT /H 10 Tf -4.3 Tc 300 700 Td (11) Tj 0 Tc ET",
      "reading.crossing",
      {},
    ],
    [
      "painted with a pattern",
      "/Pattern cs /P scn BT /H 10 Tf 300 700 Td (1110) Tj ET",
      "reading.recognised",
      { resources: "/Pattern<</P 7 0 R>>", objects: [TILES] },
    ],
    ["of equal digits set over one another", "BT /H 10 Tf -4.3 Tc 300 700 Td (311) Tj 0 Tc ET", "reading.crossing", {}],
    ["cut in two", `q 303 690 60 30 re W n ${at(300, "8")} Q`, "reading.recognised", {}],
    ["cut at half its height", `q 290 703.6 60 30 re W n ${at(300, "8")} Q`, "reading.recognised", {}],
    [
      "cut by the box of a drawing",
      "/X Do",
      "reading.recognised",
      { resources: "/XObject<</X 7 0 R>>", objects: [look(at(300, "1118"), 319.5, 842)] },
    ],
    ["painted over in part", `${at(300, "8")} 1 g 299 695 2.6 14 re f 0 g`, "reading.recognised", {}],
    ["painted over by a white line", `${at(300, "8")} 1 G 2.6 w 300.6 696 m 300.6 712 l S 0 G 1 w`, "reading.recognised", {}],
    ["painted over by a white triangle", `${at(300, "118")} 1 g 310 698 m 325 698 l 318 715 l f 0 g`, "reading.recognised", {}],
    [
      "in an annotation that is printed only",
      at(300, "11"),
      "reading.crossing",
      annotation("FreeText/F 32/Rect[311 695 371 715]", look("BT /H 10 Tf 0 5 Td (10) Tj ET", 60)),
    ],
    [
      "in one that does not say how it looks",
      at(300, "11"),
      "reading.recognised",
      annotation("FreeText/F 4/Rect[311 695 371 715]/Contents(10)/DA(/Helv 10 Tf 0 g)"),
    ],
    [
      "in a layer that is printed only",
      `${at(300, "11")} /OC /L BDC ${at(311.12, "10")} EMC`,
      "reading.recognised",
      layer(
        "/OFF[7 0 R]/AS[<</Event/Print/Category[/Print]/OCGs[7 0 R]>>]",
        "/Usage<</Print<</PrintState/ON>>/View<</ViewState/OFF>>>>",
      ),
    ],
    ["behind a minus that is drawn", `q 1 w 292 703.5 m 298 703.5 l S Q ${F}`, "reading.unreadable", {}],
    ["with a point in it that is drawn", `${at(300, "11")} 311.6 700 1 1 re f ${at(313.5, "10")}`, "reading.unreadable", {}],
    ["with a 1 behind it that is drawn", `${at(300, "11")} 312.5 700 1 7 re f`, "reading.unreadable", {}],
    ["with a 7 behind it that is drawn", `${at(300, "11")} 311.5 706.5 m 316 706.5 l 313 700 l S`, "reading.unreadable", {}],
    ["a 1 that is drawn", "q 1 w 313 700 m 313 707 l S Q", "reading.unreadable", {}],
    ["upside down", "BT /H 10 Tf -1 0 0 -1 330 700 Tm (1110) Tj ET", "reading.crossing", {}],
    [
      "with a digit behind it that is turned",
      `${at(300, "11")} BT /H 10 Tf 0 1 -1 0 320 700 Tm (3) Tj ET`,
      "reading.crossing",
      {},
    ],
    ["with one before it that is turned", `${at(312, "11")} BT /H 10 Tf 0 -1 1 0 304 708 Tm (3) Tj ET`, "reading.crossing", {}],
    [
      "with one behind it that stands on its head",
      `${at(300, "11")} BT /H 10 Tf -1 0 0 -1 317 708 Tm (6) Tj ET`,
      "reading.crossing",
      {},
    ],
    ["below a large dark text", `${F} ${LARGE}`, "reading.crossing", {}],
    ["below a dark text that leans", `${F} ${LEANING}`, "reading.crossing", {}],
    ["as high as two cells", at(300, "8", 60, 690), "reading.crossing", {}],
    [
      "with digits behind it that are marked as none of the text",
      `${at(300, "11")} /Artifact BMC ${at(311.12, "10")} EMC`,
      "reading.crossing",
      {},
    ],
    [
      "with such digits in a drawing",
      `${at(300, "11")} /Artifact <</Type/Pagination/Subtype/Watermark>> BDC /X Do EMC`,
      "reading.crossing",
      { resources: "/XObject<</X 7 0 R>>", objects: [look("BT /H 10 Tf 311.12 700 Td (10) Tj ET", 500, 800)] },
    ],
    [
      "with digits of an annotation behind it that is a watermark",
      at(300, "11"),
      "reading.crossing",
      annotation("Watermark/Rect[311.12 695 371.12 715]", look("BT /H 10 Tf 0 5 Td (10) Tj ET", 60)),
    ],
    ["marked as none of the text", `/Artifact BMC ${F} EMC`, "reading.crossing", {}],
    [
      "with digits behind it that are squeezed to nothing",
      `${at(300, "11")} BT /H 10 Tf 1 Tz 312 700 Td (10) Tj 100 Tz ET`,
      "reading.recognised",
      {},
    ],
    ["with digits behind it of a tenth of their size", `${at(300, "11")} ${at(311.12, "10", 1)}`, "reading.recognised", {}],
    ["mirrored", "BT /H 10 Tf -1 0 0 1 330 700 Tm (1234) Tj ET", "reading.recognised", {}],
    [
      "with a digit that is a little raised and smaller",
      `${at(300, "11")} BT /H 8.3 Tf 1.5 Ts 311.12 700 Td (1) Tj 0 Ts ET`,
      "reading.unreadable",
      {},
    ],
    [
      "with a digit of its size that is a little raised",
      `${at(300, "11")} BT /H 10 Tf 1.7 Ts 311.12 700 Td (1) Tj 0 Ts ET`,
      "reading.unreadable",
      {},
    ],
    [
      "cut out of the page, below a pattern",
      `q 0 0 20 20 re W n ${F} Q q 0.3 w ${[0, 3, 6, 9, 12, 15, 18, 21].map((x) => `${298 + x} 692 m ${300 + x} 716 l S`).join(" ")} Q`,
      "reading.recognised",
      {},
    ],
    [
      "in a glyph that stands for two digits",
      inFont("(a0)"),
      "reading.unreadable",
      font(HELVETICA, toUnicode("2 beginbfchar <61> <00310031> <30> <0030> endbfchar")),
    ],
    [
      "in glyphs that stand for nothing",
      inFont("(1110)"),
      "reading.unreadable",
      font(HELVETICA, toUnicode("2 beginbfchar <31> <0000> <30> <0030> endbfchar")),
    ],
    ["in glyphs of a 3 that the file calls 8", inFont("(1230)"), "reading.unreadable", said(chars("31", "32", "30", "33 38"))],
    ["in glyphs of which it exchanges two", inFont("(1230)"), "reading.unreadable", said(chars("31", "30", "32 33", "33 32"))],
    [
      "in glyphs all of which are one further",
      inFont("(1230)"),
      "reading.unreadable",
      said("1 beginbfrange <30> <38> <0031> endbfrange"),
    ],
    ["in two glyphs that it calls 8", inFont("(129)"), "reading.unreadable", said(chars("31", "32", "38", "39 38"))],
    [
      "in two glyphs, as a list",
      inFont("(129)"),
      "reading.unreadable",
      said("1 beginbfrange <38> <39> [<0038> <0038>] endbfrange"),
    ],
    [
      "with a glyph behind it that the file calls a space",
      inFont("(123)"),
      "reading.unreadable",
      said(chars("31", "32", "33 20")),
    ],
    ["with one in it", inFont("(1321)"), "reading.unreadable", said(chars("31", "32", "33 20"))],
    ["with one in it beside a true space", inFont("(132 1)"), "reading.unreadable", said(chars("20", "31", "32", "33 20"))],
    [
      "with a digit behind it that the file calls a measure",
      inFont("(123)"),
      "reading.unreadable",
      said(chars("31", "32", "33 4EF6")),
    ],
    [
      "with a digit in it that the file calls a comma",
      inFont("(15234)"),
      "reading.unreadable",
      said(chars("31", "32", "33", "34", "35 2C")),
    ],
    [
      "in a font that is not in the file, of which it says other characters than its codes",
      inFont(hex("1230")),
      "reading.unreadable",
      font(SONG_SAID, toUnicode(chars("0031", "0032", "0030", "0033 38"))),
    ],
    [
      "in drawn glyphs, of which the file calls a 7 a 1",
      inFont("(1110)"),
      "reading.unreadable",
      font(TYPE_3_SAID, ZERO, SEVEN, toUnicode(chars("30", "31"))),
    ],
    [
      "in drawn glyphs that are grey, of which the file calls a 7 a 1",
      `0.4 g ${inFont("(1110)")}`,
      "reading.unreadable",
      font(TYPE_3_SAID, ZERO, SEVEN, toUnicode(chars("30", "31"))),
    ],
    ["in drawn glyphs of which the file does not say what they are", inFont("(1110)"), "reading.unreadable", font(TYPE_3, BAR)],
    [
      "in codes of an embedded font that mean nothing",
      inFont(hex("1110")),
      "reading.unreadable",
      font(
        "<</Type/Font/Subtype/Type0/BaseFont/Arial/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Arial/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 600/FontDescriptor<</Type/FontDescriptor/FontName/Arial/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>]>>",
      ),
    ],
  ])("%s", async (_, content, code, more) => {
    const { value, codes } = await readFigure(content, more);
    expect(value).toBeNull();
    expect(codes).toContain(code);
  });

  it("nor is what is as white as the paper: it is not there", async () => {
    expect(await readFigure(`${at(300, "111")} 1 g ${at(316.68, "0")} 0 g`)).toEqual({ value: 111, codes: [] });
  });

  it("but other figures of the page are", async () => {
    expect(await readFigure(`${figure("1110")} q 0.7 w 298 673.6 m 311 675 l S Q`)).toEqual({ value: 1110, codes: [] });
  });
});
