/**
 * Reads 300 PDF files that other programs made, and the same pages as OFD, and fails on a wrong or silent figure or where more
 * than the share that its maker states was lost. Run with: npm run corpus:pdf [-- COUNT [PART OF THE NAME OF A MAKER]]
 */
import { closeBrowser } from "./made.js";
import { makers, scorePdfs } from "./pdfCorpus.js";

const [count = "300", only = ""] = process.argv.slice(2);
let failed = false;
for (const maker of makers) {
  if (!maker.possible || !maker.name.includes(only)) {
    console.log(`${maker.name}: left out`);
    continue;
  }
  const asked = Math.ceil((Number(count) * maker.share) / 100);
  const { files, wrong, silent, lost, expected } = await scorePdfs(maker, asked);
  const share = ((1 - lost.length / expected) * 100).toFixed(2);
  console.log(
    `${maker.name}: ${files} of ${asked} files, ${wrong.length} wrong, ${silent.length} silent, ${share} % of ${expected} figures read`,
  );
  for (const line of [...wrong, ...silent].slice(0, 30)) console.log(`  ${line}`);
  const byFile = new Map<string, number>();
  for (const line of lost) {
    const file = line.slice(0, line.indexOf("):") + 1);
    byFile.set(file, (byFile.get(file) ?? 0) + 1);
  }
  for (const [file, figures] of byFile) console.log(`  lost ${figures} of ${file}`);
  failed ||= wrong.length > 0 || silent.length > 0 || lost.length > expected * maker.most;
}
await closeBrowser();
process.exitCode = failed ? 1 : 0;
