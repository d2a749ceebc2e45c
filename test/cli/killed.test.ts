import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderHtml } from "../../src/html.js";
import { toJson } from "../../src/index.js";
import { reportNumber } from "./madeTree.js";
import { buildProgram, type Ended, type Program } from "./program.js";

/**
 * Kills the process that loads it at one of its writes, counted from 1: of what is written then, half arrives. So a run can be
 * ended at every point at which it leaves something behind.
 */
const DEATH = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
let left = Number(process.env.DEATH_AT);
const dies = () => (left -= 1) === 0;
const die = () => {
  process.kill(process.pid, "SIGKILL");
  for (;;);
};
const half = (data) => data.slice(0, Math.ceil(data.length / 2));
const { writeSync, ftruncateSync, truncateSync, renameSync } = fs;
const { writeFile, rename } = fs.promises;
fs.writeSync = (file, data, at, length, position) => {
  if (!dies()) return writeSync(file, data, at, length, position);
  if (typeof data === "string") writeSync(file, half(data));
  else writeSync(file, data, at, Math.ceil(length / 2), position);
  return die();
};
for (const [name, own] of Object.entries({ ftruncateSync, truncateSync, renameSync }))
  fs[name] = (...args) => (dies() ? die() : own(...args));
fs.promises.writeFile = async (path, data) => {
  if (!dies()) return writeFile(path, data);
  await writeFile(path, half(data));
  return die();
};
fs.promises.rename = (...args) => (dies() ? die() : rename(...args));
syncBuiltinESMExports();
`;

let program: Program;
let folder = "";

beforeAll(async () => {
  program = await buildProgram();
  folder = mkdtempSync(join(tmpdir(), "killed-"));
  writeFileSync(join(folder, "death.mjs"), DEATH);
  mkdirSync(join(folder, "in/县"), { recursive: true });
  for (let i = 0; i < 9; i += 1) writeFileSync(join(folder, `in/县/${i % 3}.${i}.json`), toJson(reportNumber(i)));
  writeFileSync(join(folder, "in/县/A.json"), toJson(reportNumber(3)));
  writeFileSync(join(folder, "in/县/a.json"), toJson(reportNumber(4)));
  writeFileSync(join(folder, "in/page.html"), renderHtml(reportNumber(5)));
  writeFileSync(join(folder, "in/broken.json"), "{");
  const lines = Array.from({ length: 300 }, (_, i) => (i === 170 ? "no report" : toJson(reportNumber(i))));
  writeFileSync(join(folder, "in/lines.ndjson"), lines.join("\n"));
  const entries = Array.from({ length: 40 }, (_, i) => [`${i}.json`, strToU8(toJson(reportNumber(i)))] as const);
  writeFileSync(join(folder, "in/many.zip"), zipSync(Object.fromEntries(entries)));
}, 100_000);

afterAll(() => {
  program?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Every file below a path, with what is in it. */
function contents(path: string): Readonly<Record<string, string>> {
  if (statSync(path).isFile()) return { "": readFileSync(path, "utf8") };
  const names = readdirSync(path, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(path, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(path, name), "utf8")]));
}

/** Numbers from 1 to `most`, the same ones every time. */
function* numbers(seed: number, most: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield 1 + (Math.floor(state / 2 ** 16) % most);
  }
}

interface Call {
  readonly what: string;
  readonly args: readonly string[];
  readonly jobs: number;
  /** Most writes until the next death: more than a unit has, or no run would come further than the one before. */
  readonly most: number;
}

const CALLS: readonly Call[] = [
  { what: "results", args: ["validate", "in", "--to", "json"], jobs: 2, most: 16 },
  { what: "a document", args: ["validate", "in", "--to", "sarif"], jobs: 1, most: 16 },
  { what: "a table", args: ["table", "in", "--to", "csv", "--shape", "wide", "--exclude", "lines.ndjson"], jobs: 1, most: 16 },
  { what: "files", args: ["convert", "in", "--to", "csv", "--exclude", "lines.ndjson"], jobs: 2, most: 100 },
];

describe("a run that is killed at any of its writes", () => {
  it.each(CALLS)("comes to the same when it is gone on with: $what", async ({ what, args, jobs, most }) => {
    const name = what.replaceAll(" ", "-");
    const call = (output: string) => [...args, "--jobs", String(jobs), "-o", output];
    const whole = await program.run(call(`${name}.whole`), { cwd: folder });
    const resumed = [...call(`${name}.out`), "--resume", `${name}.log`];
    const dying = (at: number): Promise<Ended> =>
      program.run(resumed, {
        cwd: folder,
        env: { DEATH_AT: String(at), NODE_OPTIONS: `--import ${join(folder, "death.mjs")}` },
      });
    const at = numbers(20_231_129, most);
    let deaths = 0;
    let last: Ended;
    do {
      last = await dying(at.next().value ?? 1);
      if (last.status === null) deaths += 1;
    } while (last.status === null);
    expect(deaths).toBeGreaterThan(2);
    expect(last.status).toBe(whole.status);
    expect(contents(join(folder, `${name}.out`))).toEqual(contents(join(folder, `${name}.whole`)));
  });
});

describe("what a run wrote that is no longer there", () => {
  it("is written again: a file that is gone, or is shorter than the log says", async () => {
    const call = ["table", "in/县", "--to", "ndjson", "-o", "cut.ndjson", "--resume", "cut.log"];
    await program.run(call, { cwd: folder });
    const whole = contents(join(folder, "cut.ndjson"));
    for (const damage of [() => rmSync(join(folder, "cut.ndjson")), () => writeFileSync(join(folder, "cut.ndjson"), "")]) {
      damage();
      expect((await program.run(call, { cwd: folder })).status).toBe(0);
      expect(contents(join(folder, "cut.ndjson"))).toEqual(whole);
    }
  });

  it("is written again: one file of many, under its own name", async () => {
    const call = ["convert", "in/县", "--to", "txt", "-o", "many", "--resume", "many.log"];
    await program.run(call, { cwd: folder });
    const whole = contents(join(folder, "many"));
    expect(Object.keys(whole)).toContain("in/县/a-2.txt");
    rmSync(join(folder, "many/in/县/a-2.txt"));
    expect((await program.run(call, { cwd: folder })).status).toBe(0);
    expect(contents(join(folder, "many"))).toEqual(whole);
  });
});
