// Rebuilding the tables of PDF and OFD pages against taking the files apart, and old Office files against new ones.
// Run with: npx tsx test/bench/formats.bench.ts
import { unzipSync } from "fflate";
import { readDoc } from "../../src/doc.js";
import { readDocx, writeDocx } from "../../src/docx.js";
import { ofdPages } from "../../src/formats/ofd/pages.js";
import { parseXml } from "../../src/formats/office/xml.js";
import { pagesToSource } from "../../src/formats/page/toSource.js";
import { pdfium } from "../../src/pdf.js";
import { readXls } from "../../src/xls.js";
import { readXlsx, writeXlsx } from "../../src/xlsx.js";
import { convert, hasOffice } from "../containers/office.js";
import { ofdFile } from "../pages/ofdFile.js";
import { figure, onePage, table } from "../pages/pdfFile.js";
import { corpus } from "../support/corpus.js";
import { seda2023 } from "../support/seda.js";

/** Rounds before those that are measured: code that runs seldom is not yet compiled. */
const WARM_UP = 30;

/** Median times of calls that are made in turns, in milliseconds of this process, so that a busy machine hardly matters. */
async function medians(calls: readonly (() => unknown)[], rounds: number): Promise<readonly number[]> {
  const times = calls.map(() => [] as number[]);
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const [i, call] of calls.entries()) {
      const start = process.cpuUsage();
      await call();
      const { user, system } = process.cpuUsage(start);
      if (round >= 0) times[i]?.push((user + system) / 1_000);
    }
  }
  return times.map((own) => own.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN);
}

const bytes = corpus("hongze-2023.pdf") ?? onePage({ content: table([["行政许可", figure("1110")]]) });
const engine = pdfium();
const pages = await engine.pages(bytes, "zh");
const [apart = Number.NaN, rebuilt = Number.NaN] = await medians(
  [() => engine.pages(bytes, "zh"), () => pagesToSource(pages, "pdf", "zh")],
  15,
);
console.log(`PDF: engine ${apart.toFixed(1)} ms, tables ${rebuilt.toFixed(1)} ms, ${(rebuilt / apart).toFixed(3)} of it`);

const ofd = ofdFile(pages, "runs counted with g");
const parse = () => {
  for (const part of Object.values(unzipSync(ofd))) parseXml(part, { namespaces: {}, language: "zh" });
};
const [parsed = Number.NaN, read = Number.NaN] = await medians([parse, () => ofdPages(ofd, "zh")], 15);
console.log(`OFD: its XML ${parsed.toFixed(1)} ms, to pages ${read.toFixed(1)} ms, ${(read / parsed).toFixed(2)} times that`);

if (hasOffice) {
  const docx = await writeDocx(seda2023);
  const xlsx = await writeXlsx(seda2023);
  const doc = convert(new Map([["a.docx", docx]]), "doc:MS Word 97").get("a.docx") ?? new Uint8Array();
  const xls = convert(new Map([["a.xlsx", xlsx]]), "xls:MS Excel 97").get("a.xlsx") ?? new Uint8Array();
  const pair = async (name: string, newer: () => unknown, older: () => unknown): Promise<void> => {
    const [before = Number.NaN, after = Number.NaN] = await medians([newer, older], 25);
    console.log(`${name}: new ${before.toFixed(1)} ms, old ${after.toFixed(1)} ms, ${(after / before).toFixed(2)} times that`);
  };
  await pair(
    "Word",
    () => readDocx(docx),
    () => readDoc(doc),
  );
  await pair(
    "Excel",
    () => readXlsx(xlsx),
    () => readXls(xls),
  );
}
