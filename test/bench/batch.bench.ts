/**
 * Reports by the hundred thousand: NDJSON through the command line against reading and `JSON.parse` alone on one core, in CPU time,
 * so that what else the machine does hardly matters; memory of the process; memory at 1,000 and 10,000 files.
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
const FILES = [1_000, 10_000].map((n) => (REPORTS < 20_000 ? n / 10 : n));

/** A correct report of 7.5 KB with a text of its own, in the order of division codes. */
function report(i: number): Draft {
  const county = Math.floor((i / REPORTS) * COUNTIES);
  const code = String(110_101 + Math.floor(county / 10) * 100 + (county % 10));
  const overview = `第${i}号。一年来，本机关认真贯彻落实《中华人民共和国政府信息公开条例》，依法做好各项工作。`.repeat(14);
  return { ...seda2023, agency: { name: `第${i}镇人民政府`, regionCode: code }, narrative: { overview } };
}

const folder = mkdtempSync(join(tmpdir(), "batch-"));
const file = join(folder, "all.ndjson");
const program = await buildProgram();

/** Runs a program under `time`: seconds of CPU, seconds, and the most memory in MB. */
function timed(args: readonly string[]) {
  const { stderr, status } = spawnSync("/usr/bin/time", ["-f", "@%U %S %e %M", process.execPath, ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [user = 0, system = 0, wall = 0, memory = 0] = (/@(.*)/.exec(stderr)?.[1] ?? "").split(" ").map(Number);
  return { status, cpu: user + system, wall, megabytes: Math.round(memory / 1024) };
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
  const line = (what: string, run: ReturnType<typeof timed>, threads: number): void => {
    // With several threads the CPU time is shared among them.
    const cpu = ((base.cpu - empty.cpu) / run.cpu) * threads;
    console.log(
      `| ${what} | ${run.cpu.toFixed(2)} | ${run.wall.toFixed(2)} | ${cpu.toFixed(2)} | ${(base.wall / run.wall).toFixed(2)} | ${run.megabytes} |`,
    );
  };
  line("reading and JSON.parse alone", base, 1);
  const validate = [program.bin, "validate", file, "--to", "json"];
  line("validate --jobs 1", timed([...validate, "--jobs", "1", "-o", "one.ndjson"]), 1);
  line("validate --jobs 2", timed([...validate, "--jobs", "2", "-o", "two.ndjson"]), 2);
  execFileSync("cmp", ["one.ndjson", "two.ndjson"], { cwd: folder });
  line("consolidate --tree region", timed([program.bin, "consolidate", file, "--tree", "region", "-o", "tree.ndjson"]), 1);
  console.log(`\n| files | jobs | CPU s | MB |\n| ---: | ---: | ---: | ---: |`);
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
      const { cpu, megabytes } = timed([
        program.bin,
        "validate",
        below,
        "--to",
        "json",
        "--jobs",
        String(jobs),
        "-o",
        "f.ndjson",
      ]);
      console.log(`| ${count} | ${jobs} | ${cpu.toFixed(1)} | ${megabytes} |`);
    }
    rmSync(below, { recursive: true });
  }
} finally {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
}
