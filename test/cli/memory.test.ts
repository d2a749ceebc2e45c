import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { toJson } from "../../src/index.js";
import { seda2023 } from "../support/seda.js";
import { buildProgram, type Program } from "./program.js";

/** Memory for what lives, in MB: far less than the reports have. */
const HEAP_MB = 48;
const REPORTS = 5_000;

let program: Program;
const folder = mkdtempSync(join(tmpdir(), "memory-"));

beforeAll(async () => {
  program = await buildProgram();
  const file = openSync(join(folder, "all.ndjson"), "w");
  const overview = "一年来，本机关依法做好政府信息公开各项工作。".repeat(60);
  for (let i = 0; i < REPORTS; i += 1) {
    const regionCode = String(110_101 + Math.floor(i / 100));
    writeSync(file, `${toJson({ ...seda2023, agency: { name: `第${i}镇人民政府`, regionCode }, narrative: { overview } })}\n`);
  }
  closeSync(file);
});

afterAll(() => {
  program?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => program.run(args, { cwd: folder, env: { NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` } });

it.each([["1"], ["2"]])("keeps no report that is done with: read, %s threads", async (jobs) => {
  expect((await run("read", "all.ndjson", "--jobs", jobs, "-o", `${jobs}.ndjson`)).status).toBe(0);
  expect(statSync(join(folder, `${jobs}.ndjson`)).size).toBeGreaterThan(HEAP_MB * 1e6 * 0.8);
});

it("keeps no report that is done with: consolidate as a tree", async () => {
  expect((await run("consolidate", "all.ndjson", "--tree", "region", "-o", "tree.ndjson")).status).toBe(0);
  const whole = readFileSync(join(folder, "tree.ndjson"), "utf8").trim().split("\n").at(-1) ?? "";
  expect(JSON.parse(whole)).toMatchObject({ path: [], reports: REPORTS });
});
