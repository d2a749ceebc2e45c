/**
 * Reports by the hundred thousand: NDJSON through the command line against reading and `JSON.parse` alone on one core; memory of the
 * process; memory at 1,000 and 10,000 files. Of several runs the best counts, for other work on the machine makes none better; of
 * memory the worst. Ends with 1 where a limit is not kept.
 * Run: `npx tsx test/bench/batch.bench.ts [REPORTS]`; 20,000 unless told otherwise. Takes some 8 KB of disk a report.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderHtml } from "../../src/html.js";
import { type Draft, toJson } from "../../src/index.js";
import { buildProgram } from "../cli/program.js";
import { seda2023 } from "../support/seda.js";

const REPORTS = Number(process.argv[2] ?? 20_000);
/** As many counties as the nation has. */
const COUNTIES = 2_800;
const RUNS = 3;
/** Rates to `JSON.parse` alone, and MB, of 200,000 reports. */
const LIMITS = { one: { rate: 0.5, megabytes: 160 }, two: { rate: 1.3, megabytes: 220 }, tree: { megabytes: 160 } };
/** MB for any number of files, and for each worker. */
const FILES_MB = 200;
const WORKER_MB = 70;
/** How much more ten times the files may take. */
const FLAT = 1.25;
/** With fewer reports the start of the program counts for more than they do. */
const LEAST_REPORTS = 20_000;
const FILES = [1_000, 10_000].map((n) => (REPORTS < LEAST_REPORTS ? n / 10 : n));

/** A correct report of 7.5 KB with a text of its own, in the order of division codes. */
function report(i: number): Draft {
  const county = Math.floor((i / REPORTS) * COUNTIES);
  const code = String(110_101 + Math.floor(county / 10) * 100 + (county % 10));
  // In digits some names would read as years.
  const name = [...String(i)].map((digit) => "甲乙丙丁戊己庚辛壬癸"[Number(digit)]).join("");
  const overview = `${name}镇。一年来，本机关认真贯彻落实《中华人民共和国政府信息公开条例》，依法做好各项工作。`.repeat(14);
  return { ...seda2023, agency: { name: `${name}镇人民政府`, regionCode: code }, narrative: { overview } };
}

const folder = mkdtempSync(join(tmpdir(), "batch-"));
const file = join(folder, "all.ndjson");
const program = await buildProgram();

/** Seconds of CPU, seconds by the clock, and the most memory in MB. */
interface Run {
  readonly cpu: number;
  readonly wall: number;
  readonly megabytes: number;
}

/** Runs a program under `time`, several times. */
function timed(args: readonly string[], runs = RUNS): Run {
  const all = Array.from({ length: runs }, (): Run => {
    const { stderr, status } = spawnSync("/usr/bin/time", ["-f", "@%U %S %e %M", process.execPath, ...args], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
    const [user = 0, system = 0, wall = 0, memory = 0] = (/@(.*)/.exec(stderr)?.[1] ?? "").split(" ").map(Number);
    return { cpu: user + system, wall, megabytes: Math.round(memory / 1024) };
  });
  return {
    cpu: Math.min(...all.map(({ cpu }) => cpu)),
    wall: Math.min(...all.map(({ wall }) => wall)),
    megabytes: Math.max(...all.map(({ megabytes }) => megabytes)),
  };
}

/** What was not kept. */
const broken: string[] = [];

function limit(what: string, value: number, is: "at least" | "at most", bound: number): void {
  if (is === "at least" ? value >= bound : value <= bound) return;
  broken.push(`${what}: ${value.toFixed(2)}, ${is} ${bound}`);
}

const BASELINE = `
import { openSync, readSync } from "node:fs";
const file = openSync(process.argv[2], "r");
const buffer = Buffer.alloc(4 * 1024 * 1024);
let kept = 0, count = 0;
for (;;) {
  const read = readSync(file, buffer, kept, buffer.length - kept, null);
  const end = kept + read;
  let from = 0;
  for (let at = buffer.indexOf(10, from); at !== -1 && at < end; at = buffer.indexOf(10, from)) {
    JSON.parse(buffer.toString("utf8", from, at));
    count += 1;
    from = at + 1;
  }
  kept = end - from;
  buffer.copyWithin(0, from, end);
  if (read === 0) break;
}
console.log(count);
`;

try {
  const out = openSync(file, "w");
  for (let i = 0; i < REPORTS; i += 1) writeSync(out, `${toJson(report(i))}\n`);
  closeSync(out);
  writeFileSync(join(folder, "baseline.mjs"), BASELINE);
  console.log(`${REPORTS} reports, ${(statSync(file).size / 1e6).toFixed(0)} MB of NDJSON\n`);
  console.log(
    "| what | CPU s | s | rate to JSON.parse alone, CPU | by the clock | MB |\n| --- | ---: | ---: | ---: | ---: | ---: |",
  );
  const empty = timed(["-e", "0"]);
  const base = timed(["baseline.mjs", file]);
  const line = (what: string, run: Run, threads: number): Run & { readonly rate: number } => {
    // With several threads the CPU time is shared among them.
    const cpu = ((base.cpu - empty.cpu) / run.cpu) * threads;
    const rate = base.wall / run.wall;
    console.log(
      `| ${what} | ${run.cpu.toFixed(2)} | ${run.wall.toFixed(2)} | ${cpu.toFixed(2)} | ${rate.toFixed(2)} | ${run.megabytes} |`,
    );
    return { ...run, rate: Math.max(cpu / threads, rate) };
  };
  line("reading and `JSON.parse` alone", base, 1);
  const validate = [program.bin, "validate", file, "--to", "json"];
  const one = line("`validate --jobs 1`", timed([...validate, "--jobs", "1", "-o", "one.ndjson"]), 1);
  const two = line("`validate --jobs 2`", timed([...validate, "--jobs", "2", "-o", "two.ndjson"]), 2);
  execFileSync("cmp", ["one.ndjson", "two.ndjson"], { cwd: folder });
  const consolidate = [program.bin, "consolidate", file, "--tree", "region", "-o", "tree.ndjson"];
  const tree = line("`consolidate --tree region`", timed(consolidate, 1), 1);
  limit("MB, one thread", one.megabytes, "at most", LIMITS.one.megabytes);
  limit("MB, two threads", two.megabytes, "at most", LIMITS.two.megabytes);
  limit("MB, a tree", tree.megabytes, "at most", LIMITS.tree.megabytes);
  if (REPORTS >= LEAST_REPORTS) {
    limit("rate of one thread", one.rate, "at least", LIMITS.one.rate);
    limit("rate of two threads", two.rate, "at least", LIMITS.two.rate);
  }
  console.log(`\n| files | jobs | CPU s | MB |\n| ---: | ---: | ---: | ---: |`);
  const before = new Map<number, number>();
  for (const count of FILES) {
    const below = join(folder, `files${count}`);
    for (let i = 0; i < count; i += 1) {
      if (i % 100 === 0) mkdirSync(join(below, String(i / 100)), { recursive: true });
      const html = i % 2 === 0;
      writeFileSync(
        join(below, String(Math.floor(i / 100)), `${i}.${html ? "html" : "json"}`),
        html ? renderHtml(report(i)) : toJson(report(i)),
      );
    }
    for (const jobs of [1, 2]) {
      const { cpu, megabytes } = timed(
        [program.bin, "validate", below, "--to", "json", "--jobs", String(jobs), "-o", "f.ndjson"],
        1,
      );
      console.log(`| ${count} | ${jobs} | ${cpu.toFixed(1)} | ${megabytes} |`);
      limit(`MB, ${count} files, ${jobs} threads`, megabytes, "at most", FILES_MB + WORKER_MB * jobs);
      const fewer = before.get(jobs);
      if (fewer !== undefined && REPORTS >= LEAST_REPORTS)
        limit(`memory of ${count} files to a tenth of them`, megabytes / fewer, "at most", FLAT);
      before.set(jobs, megabytes);
    }
    rmSync(below, { recursive: true });
  }
  for (const what of broken) console.log(`✗ ${what}`);
  if (broken.length > 0) process.exitCode = 1;
} finally {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
}
