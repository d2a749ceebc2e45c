import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { differences } from "../../src/formats/ofd/text.js";
import { readOfd } from "../../src/ofd.js";
import { pdfium, readPages } from "../../src/pdf.js";
import { corpus } from "../support/corpus.js";
import { ofdDialects, ofdFile } from "./ofdFile.js";

const hongze = corpus("hongze-2023.pdf");

describe("OFD made from the pages of a PDF", () => {
  it.skipIf(hongze === null).each(ofdDialects)("%s: reads as the pages do", async (dialect) => {
    if (hongze === null) throw new Error("no corpus");
    const pages = await pdfium().pages(hongze, "en");
    const values = (log: readonly { readonly value: unknown }[]) => log.map(({ value }) => value);
    const { log, draft, findings } = await readOfd(ofdFile(pages, dialect), { language: "en" });
    const direct = readPages(pages, { language: "en" });
    expect(values(log)).toEqual(values(direct.log));
    expect(draft?.year).toBe(2023);
    expect(findings.map(({ code }) => code)).toEqual(direct.findings.map(({ code }) => code));
    expect(log.find(({ value }) => value === 4119)?.place).toMatchObject({ format: "ofd", page: 3, table: 1 });
  });
});

describe("OFD of other kinds by real producers", () => {
  it.each(["invoice-a.ofd", "invoice-b.ofd", "invoice-c.ofd"])("%s is no report, and is said to be signed", async (name) => {
    const bytes = corpus(`ofd/${name}`);
    if (bytes === null) return;
    const { draft, findings } = await readOfd(bytes, { language: "en" });
    expect(draft).toBeNull();
    expect(findings.map(({ code }) => code)).toContain("ofd.signed");
  });
});

describe("differences between characters", () => {
  it.each([
    ["g 3 2.5", 9, [2.5, 2.5, 2.5]],
    ["1 g 2 3 -4", 9, [1, 3, 3, -4]],
    ["g 999999999 1", 3, [1, 1, 1]],
    ["1 x 2", 9, [1]],
    [undefined, 9, []],
    ["", 9, []],
  ])("%j", (text, most, expected) => {
    expect(differences(text, most)).toEqual(expected);
  });
});

describe("containers that are not right", () => {
  const ofd = (files: Readonly<Record<string, string>>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  const main = '<OFD xmlns="http://www.ofdspec.org/2016"><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>';
  const unit = (id: number, uses: string) => `<CompositeGraphicUnit ID="${id}"><Content>${uses}</Content></CompositeGraphicUnit>`;
  const use = (id: number) => `<CompositeObject ResourceID="${id}" Boundary="0 0 9 9"/>`;
  const drawing = (units: string, body: string) => ({
    "OFD.xml": main,
    "D.xml":
      '<Document><CommonData><DocumentRes>R.xml</DocumentRes></CommonData><Pages><Page ID="1" BaseLoc="P.xml"/></Pages></Document>',
    "R.xml": `<Res><CompositeGraphicUnits>${units}</CompositeGraphicUnits></Res>`,
    "P.xml": `<Page><Content><Layer>${body}</Layer></Content></Page>`,
  });

  it.each([
    ["no document", { "OFD.xml": main }, "format.corrupt"],
    [
      "no page",
      { "OFD.xml": main, "D.xml": '<Document><Pages><Page BaseLoc="../../x.xml"/></Pages></Document>' },
      "format.corrupt",
    ],
    ["encrypted", { "OFD.xml": main, "Encryptions.xml": "<a/>" }, "format.unsupported"],
    ["a drawing in itself", drawing(unit(1, use(1)), use(1)), "format.limit"],
    [
      "drawings of drawings",
      drawing([1, 2, 3, 4, 5, 6, 7].map((id) => unit(id, use(id + 1).repeat(20))).join(""), use(1)),
      "format.limit",
    ],
  ])("%s", async (_, files, code) => {
    await expect(readOfd(ofd(files as Record<string, string>), { language: "en" })).rejects.toMatchObject({ code });
  });
});
