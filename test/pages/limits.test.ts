import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { BLACK, Canvas } from "../../src/formats/page/canvas.js";
import { MAX_LOOKS, struckFields } from "../../src/formats/page/doubts.js";
import { upright } from "../../src/formats/page/glyphs.js";
import { Comparisons, MAX_COMPARISONS, MAX_PAGE_AREAS, MAX_PAGE_OBJECTS } from "../../src/formats/page/pageLimits.js";
import type { Stretch } from "../../src/formats/page/paths.js";
import { readOfd } from "../../src/ofd.js";
import { readPdf } from "../../src/pdf.js";
import { across, set, sheet } from "./drawn.js";
import { onePage } from "./pdfFile.js";

const EN = { language: "en" } as const;

/** A PDF with black areas, and white characters that stand on none of them. */
const pdfOf = (areas: number, texts: number): Uint8Array =>
  onePage({
    content: `0 g\n${"9 9 9 9 re f\n".repeat(areas)}1 g BT /H 9 Tf 300 300 Td ${"(0000000000) Tj ".repeat(texts / 10)} ET`,
  });

/** The same as OFD, with what the characters are cut to. */
function ofdOf(areas: number, texts: number, clips = 0): Uint8Array {
  const area =
    '<PathObject Boundary="9 9 9 9" Stroke="false" Fill="true"><AbbreviatedData>M 0 0 L 9 0 L 9 9 L 0 9 C</AbbreviatedData></PathObject>';
  const cut = `<Clips><Clip><Area><Path Boundary="0 0 9 9"><AbbreviatedData>${"M 0 0 L 9 9 ".repeat(clips)}</AbbreviatedData></Path></Area></Clip></Clips>`;
  const text = `<TextObject Size="4" Boundary="50 50 9 9"><FillColor Value="255 255 255"/>${cut}<TextCode X="0" Y="4">${"0".repeat(texts)}</TextCode></TextObject>`;
  const files = {
    "OFD.xml": '<OFD xmlns="http://www.ofdspec.org/2016"><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>',
    "D.xml": '<Document><Pages><Page ID="1" BaseLoc="P.xml"/></Pages></Document>',
    "P.xml": `<Page><Content><Layer>${area.repeat(areas)}${text}</Layer></Content></Page>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

describe("files with more than any report has are refused", () => {
  const texts = 50_000;

  it.each<[string, () => Promise<unknown>, RegExp]>([
    [
      "filled areas of a page",
      () => readPdf(pdfOf(MAX_PAGE_AREAS + 1, 0), EN),
      /areas and pictures on a page may be 20000 at most/,
    ],
    [
      "annotations",
      () => readPdf(onePage({ content: "", page: `/Annots[${"<<>>".repeat(MAX_PAGE_OBJECTS + 1)}]` }), EN),
      /objects on a page/,
    ],
    ["texts and areas of a PDF", () => readPdf(pdfOf(MAX_COMPARISONS / texts + 1, texts), EN), /how often .* are compared/],
    ["texts and areas of an OFD", () => readOfd(ofdOf(MAX_COMPARISONS / texts + 1, texts), EN), /how often .* are compared/],
    // What a text is cut to is taken in two measures.
    [
      "texts of an OFD and their clips",
      () => readOfd(ofdOf(0, texts, MAX_COMPARISONS / texts / 2 + 1), EN),
      /how often .* are compared/,
    ],
  ])("%s", async (_, read, message) => {
    await expect(read()).rejects.toThrow(message);
  });
});

describe("the canvas of a page", () => {
  const BOX = [1, 1, 8, 8] as const;
  const rectangle: Stretch = {
    points: [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9],
    ],
    closed: true,
    curved: false,
  };
  const areas = 10_000;
  /** How often an area is compared until there is an end of it. */
  const left = 5;
  const nearlyDone = (): Comparisons => {
    const comparisons = new Comparisons("en");
    comparisons.add(MAX_COMPARISONS - left * areas);
    return comparisons;
  };
  const shaded = (brightness: number): Canvas => {
    const canvas = new Canvas(nearlyDone(), "en");
    const fill = { brightness, opacity: 1 };
    for (let i = 0; i < areas; i += 1) canvas.addPath([rectangle], { fill, stroke: null, width: 0, solid: true });
    return canvas;
  };
  const times = (count: number, look: () => unknown) => () => {
    for (let i = 0; i < count; i += 1) look();
  };
  // Each of the areas was compared once already: with the other rectangles of its path.
  const most = left - 1;

  it("counts how often a text is compared with what it is painted on", () => {
    const canvas = shaded(0);
    const look = () => canvas.contrastOf(BOX, BLACK, areas + 1);
    times(most, look)();
    expect(look).toThrow(/are compared/);
  });

  it("counts how often one is compared with what may cover it", () => {
    const canvas = shaded(0);
    const look = () => canvas.coverOf([50, 50, 60, 60], 0);
    times(most, look)();
    expect(look).toThrow(/are compared/);
  });

  it("compares black text with nothing where nothing is dark", () => {
    const canvas = shaded(240);
    expect(times(most + 2, () => canvas.contrastOf(BOX, BLACK, areas + 1))).not.toThrow();
  });

  it("counts how often rectangles of one path are compared, which may be frames of one another", () => {
    const canvas = new Canvas(nearlyDone(), "en");
    const path = new Array<Stretch>(Math.floor(Math.sqrt(left * areas))).fill(rectangle);
    const add = () => canvas.addPath(path, { fill: BLACK, stroke: null, width: 0, solid: true });
    add();
    expect(add).toThrow(/are compared/);
  });
});

describe("lines through digits", () => {
  /** Whether digits of one cell are struck out, beside so many short lines at their height. */
  const isStruck = (digits: number, lines: number): boolean => {
    const short = Array.from({ length: lines }, () => across(96, 300, 301));
    const page = upright(sheet(1, short, new Array(digits).fill(set("1", 50, 100))));
    const field = { top: 0, bottom: 1, left: 0, right: 1, odd: false, free: false };
    return struckFields(page, new Map([[field, page.glyphs]])).size > 0;
  };

  it("are looked for up to a limit; beyond it every cell counts as struck out", () => {
    expect(isStruck(1000, MAX_LOOKS / 1000 - 1)).toBe(false);
    expect(isStruck(1000, MAX_LOOKS / 1000 + 1)).toBe(true);
  });
});
