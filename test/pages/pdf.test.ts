import fc from "fast-check";
import { zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { MAX_FORM_DEPTH, MAX_PAGES } from "../../src/formats/page/pageLimits.js";
import { DisclosureReportError } from "../../src/index.js";
import { pdfium, readPdf } from "../../src/pdf.js";
import { ADDRESS, HEAD, ROW, readFigure } from "./oneFigure.js";
import { figure, onePage, type PageParts, pdfFile, stream, table } from "./pdfFile.js";

const LAYERS: Omit<PageParts, "content"> = {
  catalogue: "/OCProperties<</OCGs[7 0 R 8 0 R]/D<</OFF[7 0 R]/Order[7 0 R 8 0 R]>>>>",
  resources: "/Properties<</Off 7 0 R/On 8 0 R>>/XObject<</X 9 0 R>>",
  objects: [
    "<</Type/OCG/Name(off)>>",
    "<</Type/OCG/Name(on)>>",
    stream(
      "BT /H 10 Tf 300 700 Td (1110) Tj ET",
      "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/OC 7 0 R/Resources<</Font<</H 6 0 R>>>>",
    ),
  ],
};

describe("a figure on a page", () => {
  it.each<[string, string, Omit<PageParts, "content">]>([
    ["as it is", figure("1110"), {}],
    ["in a layer that is switched on", `/OC /On BDC ${figure("1110")} EMC`, LAYERS],
    ["within what is cut out of the page", `q 0 0 595 842 re W n ${figure("1110")} Q`, {}],
    ["light on a dark ground", `0 0 0.5 rg 260 690 150 30 re f 1 1 1 rg ${figure("1110")} 0 0 0 rg`, {}],
    ["grey", `0.5 g ${figure("1110")} 0 g`, {}],
  ])("is read: %s", async (_, content, parts) => {
    expect(await readFigure(content, parts)).toEqual({ value: 1110, codes: [] });
  });

  it.each<[string, string, Omit<PageParts, "content">]>([
    ["in a layer that is switched off", `/OC /Off BDC ${figure("1110")} EMC`, LAYERS],
    ["in a drawing of such a layer", "/X Do", LAYERS],
    ["cut off", `q 0 0 20 20 re W n ${figure("1110")} Q`, {}],
    ["painted over", `${figure("1110")} 1 1 1 rg 260 690 150 25 re f 0 0 0 rg`, {}],
    ["without ink, as text recognition leaves it", figure("1110").replace("BT", "BT 3 Tr"), {}],
  ])("is not taken, and said, where it is not seen: %s", async (_, content, parts) => {
    const { value, codes } = await readFigure(content, parts);
    expect(value).toBeNull();
    expect(codes).toContain("reading.recognised");
  });

  it.each<[string, string]>([
    ["by a line", `${figure("1110")} q 0.7 w 298 703.5 m 325 703.5 l S Q`],
    ["by a thin area", `${figure("1110")} 298 703 27 0.8 re f`],
  ])("is not taken where it is struck out %s", async (_, content) => {
    const { value, codes } = await readFigure(content.replaceAll("703.5", "704").replaceAll("298 703 ", "298 703.6 "));
    expect(value).toBeNull();
    expect(codes).toContain("reading.crossing");
  });

  it("is read where it is underlined", async () => {
    expect(await readFigure(`${figure("1110")} q 0.7 w 298 698 m 325 698 l S Q`)).toEqual({ value: 1110, codes: [] });
  });
});

describe("files that are not right", () => {
  const attempt = async (file: Uint8Array): Promise<string> => {
    try {
      await readPdf(file, { language: "en" });
      return "read";
    } catch (error) {
      if (!(error instanceof DisclosureReportError)) throw error;
      return error.code;
    }
  };

  const good = onePage({ content: table([HEAD, [ROW, figure("1110")]]) });
  const pages = (kids: string, count: number): Uint8Array =>
    pdfFile([
      "<</Type/Catalog/Pages 2 0 R>>",
      `<</Type/Pages/Kids[${kids}]/Count ${count}>>`,
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    ]);

  it("with more pages than any report are refused", async () => {
    expect(await attempt(pages("3 0 R ".repeat(MAX_PAGES + 1), MAX_PAGES + 1))).toBe("format.limit");
  });

  it.each<[string, Uint8Array]>([
    ["a list of pages that holds itself", pages("2 0 R 3 0 R", 2)],
    ["a count of pages that is not theirs", pages("3 0 R", 100_000)],
    ["no page", pages("", 0)],
    [
      "a table of places that leads to itself",
      new Uint8Array(Buffer.from(Buffer.from(good).toString("latin1").replace("/Root 1 0 R", "/Root 1 0 R/Prev 9"), "latin1")),
    ],
    [
      "a drawing in itself",
      onePage({
        content: "/X Do",
        resources: "/XObject<</X 7 0 R>>",
        objects: [stream("/X Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 7 0 R>>>>")],
      }),
    ],
    ["operators nested without end", onePage({ content: "q ".repeat(100_000) + "[".repeat(100_000) })],
    ["numbers without end", onePage({ content: `${"9".repeat(100_000)} 0 m 1 1 l S` })],
    ["a stream that is cut off", good.subarray(0, good.length - 700)],
  ])("are read or refused, and nothing hangs: %s", async (_, file) => {
    expect(await attempt(file)).toMatch(/^(?:read|format\.(?:corrupt|limit|unsupported))$/);
  });

  it("with drawings nested too deeply are refused", async () => {
    const depth = MAX_FORM_DEPTH + 2;
    const objects = Array.from({ length: depth }, (_, i) =>
      stream(
        i + 1 < depth ? "/X Do" : "0 0 m 9 9 l S",
        `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${8 + i} 0 R>>>>`,
      ),
    );
    const file = onePage({ content: "/X Do", resources: "/XObject<</X 7 0 R>>", objects });
    expect(await attempt(file)).toBe("format.limit");
  });

  it("whose streams inflate to more than they may be cost no more than that", async () => {
    const packed = Buffer.from(zlibSync(new Uint8Array(25_000_000).fill(0x20), { level: 1 })).toString("latin1");
    const file = pdfFile([
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[4 0 R 4 0 R]>>",
      stream(packed, "/Filter/FlateDecode"),
    ]);
    expect(await attempt(file)).toMatch(/^(?:read|format\.(?:corrupt|limit))$/);
  }, 60_000);

  it("with bytes changed are refused or read", { tags: "property", timeout: 120_000 }, async () => {
    const edits = fc.array(fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(edits, fc.option(fc.nat(good.length - 1)), async (changes, cut) => {
        const copy = good.slice(0, cut ?? good.length);
        for (const { at, byte } of changes) if (at < copy.length) copy[at] = byte;
        expect(await attempt(copy)).toMatch(/^(?:read|format\.(?:corrupt|limit|unsupported))$/);
      }),
      { numRuns: 120, seed: 96 },
    );
  });

  it("do not spoil the engine for the next", async () => {
    const engine = pdfium();
    await readPdf(good.subarray(0, 400), { engine }).catch(() => null);
    expect((await readPdf(good, { engine })).log.find(({ address }) => address === ADDRESS)?.value).toBe(1110);
  });
});
