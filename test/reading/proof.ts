/**
 * Reads 5,000 seeded documents of every sort with up to five kinds of noise and fault each: no figure may be wrong, none may be left
 * out without a finding, and of those that are there to read 99 in 100 must be read. Run: `npm run proof:reading`.
 */
import { type SortName, sorts, tried } from "./faultyDocuments.js";

const DOCUMENTS: Readonly<Record<SortName, number>> = {
  page: 1_500,
  grid: 500,
  word: 1_000,
  workbook: 1_000,
  dump: 500,
  bars: 500,
};
const LEAST_READ = 0.99;

let failures = 0;
let [allLost, allExpected] = [0, 0];
for (const name of Object.keys(sorts).filter((key): key is SortName => key in sorts)) {
  let [lost, expected] = [0, 0];
  for (let seed = 0; seed < DOCUMENTS[name]; seed += 1) {
    const { kinds, wrong, silent, ...rest } = await tried(name, seed);
    lost += rest.lost.length;
    expected += rest.expected;
    if (wrong.length === 0 && silent.length === 0) continue;
    failures += 1;
    console.log(
      `${name} ${seed} (${kinds.join(" + ")}): wrong ${wrong.slice(0, 3).join("; ")}, silent ${silent.slice(0, 3).join("; ")}`,
    );
  }
  console.log(`${name}: ${DOCUMENTS[name]} documents, ${expected - lost} of ${expected} figures read`);
  allLost += lost;
  allExpected += expected;
}
const share = 1 - allLost / allExpected;
console.log(`${(share * 100).toFixed(2)} % of the readable figures read; ${failures} documents with a wrong or a silent figure`);
if (failures > 0 || share < LEAST_READ) process.exitCode = 1;
