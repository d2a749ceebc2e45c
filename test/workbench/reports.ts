/** Reports for the workbench to open: written by the library, so that what is taken away can be compared. */

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeDocx } from "../../src/docx.js";
import { renderHtml } from "../../src/html.js";
import { type Draft, toJson, withFigures } from "../../src/index.js";
import { writeXlsx } from "../../src/xlsx.js";
import { ofdFile } from "../pages/ofdFile.js";
import { seda2023 } from "../support/seda.js";
import type { File } from "./bench.js";

export const right: Draft = seda2023;

/** One figure mistyped: 4 granted requests became 40. */
export const wrong: Draft = withFigures(seda2023, { "requests.granted.naturalPerson": 40 });

/** Two figures left blank. */
export const blanks: Draft = withFigures(seda2023, {
  "requests.publishedMaterial.researchInstitution": null,
  "requests.publishedMaterial.legalServiceInstitution": null,
});

/** The report of the year before, which carries nothing forward. */
export const before: Draft = { ...seda2023, year: 2022 };

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const wordOf = async (draft: Draft, name: string): Promise<File> => ({ name, bytes: await writeDocx(draft) });
export const excelOf = async (draft: Draft, name: string): Promise<File> => ({ name, bytes: await writeXlsx(draft) });
export const pageOf = (draft: Draft, name: string): File => ({ name, bytes: utf8(renderHtml(draft)) });
/** A page that prints a dash for each figure that is blank. */
export const dashed = (draft: Draft, name: string): File =>
  textOf(renderHtml(draft).replace(/(<td[^>]*>)(<\/td>)/g, "$1—$2"), name);
export const jsonOf = (draft: Draft, name: string): File => ({ name, bytes: utf8(toJson(draft)) });
export const textOf = (text: string, name: string): File => ({ name, bytes: utf8(text) });

/** An OFD with a signature and an empty page: two things are to be said of it. */
export function signedPage(name: string): File {
  const files = unzipSync(
    ofdFile([{ number: 1, width: 595, height: 842, texts: [], lines: [], pictures: [] }], "runs counted with g"),
  );
  const root = strFromU8(files["OFD.xml"] ?? new Uint8Array());
  const signed = root.replace("</ofd:DocRoot>", "</ofd:DocRoot><ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>");
  return { name, bytes: zipSync({ ...files, "OFD.xml": strToU8(signed) }) };
}
