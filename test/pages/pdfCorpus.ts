import fc from "fast-check";
import type { Report } from "../../src/index.js";
import { describeForm, figureAt } from "../../src/index.js";
import { readOfd } from "../../src/ofd.js";
import { type Page, pdfium, readPages } from "../../src/pdf.js";
import { convert, hasOffice } from "../containers/office.js";
import { dice, harmlessKinds, losingKinds, type NoisyDocument, someKinds, spoil } from "../reading/noise.js";
import { anyReport } from "../support/arbitraries.js";
import { type Difference, differenceOf, sameNumber } from "../support/score.js";
import { fromHtml, fromOffice, hasChromium, noisyHtml, printed } from "./made.js";
import { ofdDialects, ofdFile } from "./ofdFile.js";

const TITLE = "某某市人民政府2023年政府信息公开工作年度报告";

/** How a PDF file is made of a report, and its share of a hundred. */
export interface Maker {
  readonly name: string;
  readonly share: number;
  readonly possible: boolean;
  /** Part of the figures that may be left blank, with a reason. */
  readonly most: number;
  /** The files, with what must be read of each. */
  readonly make: (reports: readonly Report[], seed: number) => Promise<readonly MadeFile[]>;
}

interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly truth: NoisyDocument["truth"];
  readonly doubtful: ReadonlySet<string>;
}

/** Writer makes all rows of a table equally wide, so a missing cell is none any more. */
const WITHOUT_HOLES = losingKinds.filter((kind) => kind !== "a cell that is missing");

/** Writer never makes a table narrower than its words: on upright A4 many run over the edge of the paper. */
const A3_ACROSS = "@page{size:42cm 29.7cm;margin:1.5cm}";

/** A page as Writer opens it: paper that is stated counts only where the page begins with a line of text. */
const beginningWithText = (html: string): string => html.replace("<body>", "<body><p>&nbsp;</p>");

/** Tables without a line; where columns are not certain nothing may be read of them. */
const WITHOUT_LINES = [
  "table,tr,th,td{border:0!important}td{padding:2px 12px;text-align:center}",
  "table,tr,th,td{border:0!important}td{padding:5px 6px;text-align:right;vertical-align:top}body{font-size:9px}",
  "table,tr,th,td{border:0!important}td,th{padding:3px 16px;text-align:left}body{font-size:10px}",
] as const;

function spoilt(reports: readonly Report[], seed: number, kinds: readonly string[], style?: string) {
  return reports.map((report, i) => {
    const roll = dice(seed + i);
    const noisy = spoil(report, someKinds(roll, kinds, 4), roll);
    return { noisy, html: noisyHtml(noisy, TITLE, roll, style) };
  });
}

function noisyFiles(documents: ReturnType<typeof spoilt>, files: ReadonlyMap<string, Uint8Array>): readonly MadeFile[] {
  return documents.flatMap(({ noisy: { kinds, truth, doubtful } }, i) => {
    const bytes = files.get(`n${i}.html`);
    return bytes === undefined ? [] : [{ name: kinds.join(", "), bytes, truth, doubtful }];
  });
}

/** Seconds that Writer may take for pages: it never ends with some, whose tables it moves from page to page. */
const PATIENCE = 60;

/** Pages that Writer saves at a time. */
const BATCH = 4;

/** Pages saved as PDF by Writer, but for those with which it does not come to an end. */
function printedByWriter(pages: readonly (readonly [name: string, html: string])[]): readonly (readonly [string, Uint8Array])[] {
  if (pages.length > BATCH) return [...printedByWriter(pages.slice(0, BATCH)), ...printedByWriter(pages.slice(BATCH))];
  try {
    const soffice = ["timeout", "-k", "5", String(PATIENCE), "soffice"] as const;
    return [...convert(new Map(pages), "pdf:writer_pdf_Export", "HTML (StarWriter)", soffice)];
  } catch {
    return pages.length === 1 ? [] : pages.flatMap((page) => printedByWriter([page]));
  }
}

/** Part of the characters of a page that must be in its PDF: Writer leaves out the rest of a table whose rows it cannot cut. */
const WHOLE = 0.99;

async function isWhole(html: string, bytes: Uint8Array): Promise<boolean> {
  const text = html.slice(html.indexOf("<body")).replace(/<[^>]*>|&\w+;|\s/g, "");
  const printed = (await pdfium().pages(bytes, "en")).flatMap(({ texts }) => texts.map(({ text: own }) => own));
  return printed.join("").replace(/\s/g, "").length >= WHOLE * text.length;
}

function cleanFiles(reports: readonly Report[], files: ReadonlyMap<string, Uint8Array>): readonly MadeFile[] {
  return [...files].map(([name, bytes], i) => {
    const report = reports[i];
    if (report === undefined) throw new Error("more files than reports");
    const truth = new Map(describeForm(report.edition).cells.map(({ address }) => [address, figureAt(report, address)]));
    return { name: `${name}, edition ${report.edition}`, bytes, truth, doubtful: new Set<string>() };
  });
}

export const makers: readonly Maker[] = [
  {
    name: "our pages, printed by Chromium",
    share: 20,
    possible: hasChromium,
    most: 0.01,
    make: async (reports) => cleanFiles(reports, await fromHtml(reports)),
  },
  {
    name: "pages spoilt in many ways, printed by Chromium",
    share: 30,
    possible: hasChromium,
    most: 0.1,
    make: async (reports, seed) => {
      const documents = spoilt(reports, seed, [...harmlessKinds, ...losingKinds]);
      return noisyFiles(documents, await printed(new Map(documents.map(({ html }, i) => [`n${i}.html`, html]))));
    },
  },
  {
    name: "pages spoilt in many ways, without lines, printed by Chromium",
    share: 20,
    possible: hasChromium,
    most: 1,
    make: async (reports, seed) => {
      const kinds = [...harmlessKinds, ...losingKinds];
      const documents = reports.flatMap((report, i) =>
        spoilt([report], seed + i, kinds, WITHOUT_LINES[i % WITHOUT_LINES.length]),
      );
      return noisyFiles(documents, await printed(new Map(documents.map(({ html }, i) => [`n${i}.html`, html]))));
    },
  },
  {
    name: "our Word and Excel files in turns, by LibreOffice",
    share: 30,
    possible: hasOffice,
    most: 0.01,
    make: async (reports) => cleanFiles(reports, await fromOffice(reports, (i) => i % 2 === 0)),
  },
  {
    name: "pages spoilt in many ways, by LibreOffice",
    share: 20,
    possible: hasOffice,
    most: 0.05,
    make: async (reports, seed) => {
      const documents = spoilt(reports, seed, [...harmlessKinds, ...WITHOUT_HOLES], A3_ACROSS);
      const pages = new Map(documents.map(({ html }, i) => [`n${i}.html`, html]));
      const files = new Map<string, Uint8Array>();
      for (const [name, pdf] of printedByWriter([...pages].map(([name, html]) => [name, beginningWithText(html)])))
        if (await isWhole(pages.get(name) ?? "", pdf)) files.set(name, pdf);
      return noisyFiles(documents, files);
    },
  },
];

/** What was read of the files of a maker, against what is known of them. */
export interface PdfScore extends Difference {
  /** How many were read: Writer does not make all of them, or not whole. */
  readonly files: number;
  readonly expected: number;
}

/** Reads files of a maker as PDF, and the same pages as OFD, in each dialect in turn. */
export async function scorePdfs({ make }: Maker, count: number, seed = 2027): Promise<PdfScore> {
  const files = await make(fc.sample(anyReport, { numRuns: count, seed }), seed);
  const engine = pdfium();
  const wrong: string[] = [];
  const silent: string[] = [];
  const lost: string[] = [];
  let expected = 0;
  for (const [i, file] of files.entries()) {
    const pages: readonly Page[] = await engine.pages(file.bytes, "en");
    const dialect = ofdDialects[i % ofdDialects.length] ?? ofdDialects[0];
    const readings = { pdf: readPages(pages), ofd: await readOfd(ofdFile(pages, dialect)) };
    for (const [format, reading] of Object.entries(readings)) {
      const score = differenceOf(file, reading, sameNumber);
      const named = (texts: readonly string[]) => texts.map((text) => `${format} ${i} (${file.name}): ${text}`);
      wrong.push(...named(score.wrong));
      silent.push(...named(score.silent));
      lost.push(...named(score.lost));
      expected += [...file.truth.values()].filter((value) => value !== null).length;
    }
  }
  return { files: files.length, wrong, silent, lost, expected };
}
