// Reading Word and Excel files against unzipping them alone, and against the libraries that were weighed.
// Run with: npx tsx test/bench/containers.bench.ts
import { unzipSync } from "fflate";
import mammoth from "mammoth";
import readWithLibrary from "read-excel-file/node";
import { docxToSource } from "../../src/formats/docx/read.js";
import { xlsxToSource } from "../../src/formats/xlsx/read.js";
import { readDocument } from "../../src/reading/readDocument.js";
import { excelFile, wordFile } from "../containers/official.js";
import { corpus } from "../support/corpus.js";
import { seda2023 } from "../support/seda.js";
import { measure, printMeasurements } from "./measure.js";

const plain = wordFile(seda2023, {
  bareMerge: true,
  unmerged: false,
  controls: false,
  tracked: false,
  split: false,
  framed: false,
  numbered: false,
  extraRows: false,
});
const docx = corpus("official-template-2021.docx") ?? plain;
const xlsx = excelFile(seda2023, { sheets: true, text: false, artefacts: true, formulas: false, margin: 0, hidden: false });

const FEW = { rounds: 21, calls: 5, warmUp: 40 };

printMeasurements(
  "Word",
  measure(
    [
      { name: "unzip alone", run: () => unzipSync(docx) },
      { name: "to tables", run: () => docxToSource(docx, "zh") },
      { name: "to a report", run: () => readDocument(docxToSource(docx, "zh")) },
    ],
    FEW,
  ),
);
printMeasurements(
  "Excel",
  measure(
    [
      { name: "unzip alone", run: () => unzipSync(xlsx) },
      { name: "to tables", run: () => xlsxToSource(xlsx, "zh") },
      { name: "to a report", run: () => readDocument(xlsxToSource(xlsx, "zh")) },
    ],
    FEW,
  ),
);

/** Median time of an asynchronous call, in milliseconds. */
async function median(run: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let i = 0; i < 25; i += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return `${(times.sort((a, b) => a - b)[12] ?? Number.NaN).toFixed(1)} ms`;
}

console.log(`\nmammoth, the same Word file to HTML: ${await median(() => mammoth.convertToHtml({ buffer: Buffer.from(docx) }))}`);
console.log(
  `read-excel-file, the same Excel file without merged ranges: ${await median(() => readWithLibrary(Buffer.from(xlsx)))}`,
);
