/**
 * What consolidating and tallying cost, as ratios to `JSON.parse` of the same data, so that the machine hardly matters.
 * Run: `npx tsx test/bench/levels.bench.ts`; with `node --expose-gc` the memory of a stream is measured as well.
 */
import { consolidate, consolidateTree, type ReportNode } from "../../src/consolidation.js";
import { figureAt, parseReport, type Report, toJson, validate } from "../../src/index.js";
import { type RequestRecord, readRegisterCsv, tallyRegister } from "../../src/register.js";
import { seda2023 } from "../support/seda.js";

const REPORTS = 10_000;
const RECORDS = 100_000;
const RUNS = 5;

function milliseconds(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

function line(what: string, time: number, base: number): void {
  console.log(`${what.padEnd(58)} ${time.toFixed(0).padStart(6)} ms  ${(time / base).toFixed(2).padStart(6)} × JSON.parse`);
}

function report(i: number): Report {
  return { ...seda2023, agency: { name: `第${i}镇人民政府` } };
}

const texts = Array.from({ length: REPORTS }, (_, i) => toJson(report(i)));
const reports = texts.map((text) => parseReport(JSON.parse(text)));
const parsing = milliseconds(() => texts.map((text) => JSON.parse(text)));

console.log(`${REPORTS} reports, ${(texts.join("").length / 1e6).toFixed(0)} MB of JSON`);
line("JSON.parse", parsing, parsing);
line(
  "consolidate",
  milliseconds(() => consolidate(reports)),
  parsing,
);

function* nodes(from: number, count: number, depth: number): Generator<ReportNode> {
  const each = Math.ceil(count / 10);
  for (let i = from; i < from + count; i += each) {
    const size = Math.min(each, from + count - i);
    const own = reports[i];
    if (size > 1 && depth > 1) yield { children: nodes(i, size, depth - 1) };
    else if (own !== undefined) yield { own };
  }
}

line(
  "consolidateTree, four levels of ten",
  milliseconds(() => consolidateTree({ children: nodes(0, REPORTS, 4) })),
  parsing,
);
const sum = consolidate(reports).draft;
console.log(`  the sum ${validate(sum).status}, requests received: ${figureAt(sum, "requests.received.total")}`);

/** Reports that are made when they are asked for, as if read from files. */
function* stream(count: number): Generator<ReportNode> {
  for (let i = 0; i < count; i += 1) yield { own: JSON.parse(texts[i % REPORTS] ?? "") };
}

if (globalThis.gc !== undefined) {
  const { gc } = globalThis;
  for (const count of [REPORTS / 10, REPORTS * 3]) {
    gc();
    const before = process.memoryUsage().heapUsed;
    let most = 0;
    function* watched(): Generator<ReportNode> {
      let i = 0;
      for (const node of stream(count)) {
        yield node;
        i += 1;
        if (i % (count / 10) !== 0) continue;
        gc();
        most = Math.max(most, process.memoryUsage().heapUsed - before);
      }
    }
    consolidateTree({ children: watched() });
    console.log(`  live heap while ${count} reports stream by: at most ${(most / 1024).toFixed(0)} KiB more`);
  }
}

const day = (n: number): string => new Date(Date.UTC(2022, 0, 1) + (n % 700) * 86_400_000).toISOString().slice(0, 10);
const outcomes = ["granted", "partiallyGranted", "notHeld", "repeatedRequest", "otherReasons"] as const;
const records = Array.from({ length: RECORDS }, (_, i): RequestRecord<"2021"> => {
  const open = i % 20 === 0 || day(i + 15) < day(i);
  return {
    number: `2023-${i}`,
    applicant: i % 5 === 0 ? "commercialEnterprise" : "naturalPerson",
    received: day(i),
    closed: open ? null : day(i + 15),
    outcome: open ? null : (outcomes[i % outcomes.length] ?? null),
  };
});
const register = JSON.stringify(records);
const csv = `number,applicant,received,closed,outcome\n${records
  .map(({ number, applicant, received, closed, outcome }) => [number, applicant, received, closed ?? "", outcome ?? ""].join(","))
  .join("\n")}\n`;
const parsingRegister = milliseconds(() => JSON.parse(register));

console.log(`${RECORDS} requests, ${(register.length / 1e6).toFixed(0)} MB of JSON`);
line("JSON.parse", parsingRegister, parsingRegister);
line(
  "tally",
  milliseconds(() => tallyRegister(records, { year: 2023 })),
  parsingRegister,
);
line(
  "readRegisterCsv",
  milliseconds(() => readRegisterCsv(csv)),
  parsingRegister,
);
