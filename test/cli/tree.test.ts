import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toJson } from "../../src/index.js";
import { type MadeTree, makeTree, reportNumber } from "./madeTree.js";
import { buildProgram, type Program } from "./program.js";

/** A sample of what `npm run proof:scale` does with some 500 files. */
const FILES = Number(process.env["TREE_FILES"] ?? 120);

let program: Program;
let folder = "";
let tree: MadeTree;

beforeAll(async () => {
  program = await buildProgram();
  folder = mkdtempSync(join(tmpdir(), "tree-"));
  tree = await makeTree(join(folder, "in"), FILES);
}, 300_000);

afterAll(() => {
  program?.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Result {
  readonly file: string;
  readonly line?: number;
  readonly status: string;
}

const run = (...args: string[]) => program.run(args, { cwd: folder });

const results = (out: string): readonly Result[] =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const nameOf = ({ file, line }: Result): string => file.replace(/^in\//, "") + (line === undefined ? "" : `:${line}`);

describe("a made tree of mixed files", () => {
  it("loses nothing, keeps the order, and says the same whatever the number of threads", async () => {
    const one = await run("validate", "in", "--to", "json", "--jobs", "1");
    const two = await run("validate", "in", "--to", "json", "--jobs", "2");
    expect(two.out === one.out).toBe(true);
    expect([one.status, two.status]).toEqual([2, 2]);
    const found = results(one.out);
    expect(found.map(nameOf)).toEqual(tree.reports);
    expect(found.filter(({ status }) => status === "unreadable")).toHaveLength(tree.unreadable);
    for (const [why, n] of Object.entries({ 隐藏: 3, 锁定: 2, 系统: 3, 链接: 3, 管道: 1 }))
      expect(one.err).toMatch(new RegExp(`${why}[^、]*${n}个`));
  }, 300_000);

  it("counts that add up in the text, with an unreadable file as a line", async () => {
    const { out, err } = await run("validate", "in");
    const lines = out.trim().split("\n");
    const heads = lines.filter((line) => /^[✓✗?] /.test(line));
    expect(heads).toHaveLength(tree.reports.length);
    const count = (what: string): number => Number(new RegExp(`(\\d+)份${what}`).exec(lines.at(-1) ?? "")?.[1] ?? 0);
    const kinds = ["平衡", "不平衡", "无法判定", "无法读取"].map(count);
    expect(lines.at(-1)).toContain(`共${tree.reports.length}份：`);
    expect(kinds.reduce((sum, n) => sum + n, 0)).toBe(tree.reports.length);
    expect(kinds[3]).toBe(tree.unreadable);
    expect(out + err).not.toContain("\u001b");
  }, 300_000);

  it("takes globs, a list of names, and standard input", async () => {
    const html = results((await run("validate", "in", "--to", "json", "--include", "*.html", "--exclude", "bad/**")).out);
    expect(html.every(({ file }) => file.endsWith(".html") && !file.startsWith("in/bad"))).toBe(true);
    expect(html).toHaveLength(tree.reports.filter((name) => name.endsWith(".html") && !name.startsWith("bad/")).length);
    const list = await program.run(["validate", "--files-from", "-", "--to", "json"], {
      cwd: folder,
      input: html.map(({ file }) => `${file}\n`).join(""),
    });
    expect(results(list.out)).toEqual(html);
    const input = `${toJson(reportNumber(1))}\n{"edition":\n${toJson(reportNumber(2))}`;
    const piped = results((await program.run(["validate", "-", "--to", "json"], { cwd: folder, input })).out);
    expect(piped.map(({ line, status }) => [line, status])).toEqual([
      [1, "balanced"],
      [2, "unreadable"],
      [3, "balanced"],
    ]);
  }, 200_000);

  it("gives every report a file of its own, by a name that every system takes", async () => {
    writeFileSync(join(folder, "in/b/CON.json"), toJson(reportNumber(1)));
    writeFileSync(join(folder, "in/b/Lines.json"), toJson(reportNumber(1)));
    writeFileSync(join(folder, "in/b/lines.json"), toJson(reportNumber(1)));
    const { err, status } = await run(
      "convert",
      "in",
      "--to",
      "csv",
      "-o",
      "out/deep",
      "--exclude",
      "bad/**",
      "--exclude",
      "*.ndjson",
    );
    for (const name of ["CON.json", "Lines.json", "lines.json"]) rmSync(join(folder, "in/b", name));
    expect(status).toBe(0);
    const written = readdirSync(join(folder, "out/deep"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".csv"),
    );
    const expected = tree.reports.filter((name) => !name.startsWith("bad/") && !name.includes(".ndjson")).length + 3;
    expect(written).toHaveLength(expected);
    expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(expected);
    expect(written).toContain(join("in/b/_CON.csv"));
    expect(written).toContain(join("in/b/lines-2.csv"));
    expect(err).toContain("in/b/lines-2.csv");
  }, 300_000);

  it("ends quietly where the reader goes away", async () => {
    const ended = await program.run(["table", "in", "--to", "csv"], {
      cwd: folder,
      meddle: (child) => child.stdout?.once("data", () => child.stdout?.destroy()),
    });
    expect(ended.status).toBe(0);
    expect(ended.err).not.toMatch(/EPIPE|Error|at /);
  }, 200_000);

  it("ends cleanly with what was done where the user wants an end", async () => {
    let lines = 0;
    const ended = await program.run(
      ["validate", "in/b", "--to", "sarif", "-o", "some.sarif", "--jobs", "2", "--resume", "i.log"],
      {
        cwd: folder,
        meddle: (child) => {
          const timer = setInterval(() => {
            lines = existsSync(join(folder, "i.log")) ? readFileSync(join(folder, "i.log"), "utf8").split("\n").length : 0;
            if (lines < 10) return;
            clearInterval(timer);
            child.kill("SIGINT");
          }, 5);
          child.on("close", () => clearInterval(timer));
        },
      },
    );
    expect(ended.status).toBe(130);
    expect(ended.err).toMatch(/已中止：完成\d+份/);
    const log = JSON.parse(readFileSync(join(folder, "some.sarif"), "utf8"));
    expect(log.runs[0].invocations[0].executionSuccessful).toBe(false);
    const whole = await run("validate", "in/b", "--to", "sarif", "-o", "whole.sarif");
    expect(whole.status).toBe(2);
    const again = await run("validate", "in/b", "--to", "sarif", "-o", "some.sarif", "--jobs", "2", "--resume", "i.log");
    expect(again.status).toBe(2);
    expect(readFileSync(join(folder, "some.sarif"), "utf8") === readFileSync(join(folder, "whole.sarif"), "utf8")).toBe(true);
  }, 300_000);
});

describe("a run that is gone on with", () => {
  it("does again what has changed since, and refuses another call", async () => {
    const args = ["table", "in/z", "--to", "csv", "-o", "z.csv", "--resume", "z.log"];
    await run(...args);
    const [first = ""] = readdirSync(join(folder, "in/z")).filter((name) => name.endsWith(".json"));
    const path = join(folder, "in/z", first);
    const before = readFileSync(path);
    writeFileSync(path, toJson(reportNumber(999)));
    await run(...args);
    await run("table", "in/z", "--to", "csv", "-o", "fresh.csv");
    expect(readFileSync(join(folder, "z.csv"), "utf8")).toContain("第999镇");
    expect(readFileSync(join(folder, "z.csv"), "utf8") === readFileSync(join(folder, "fresh.csv"), "utf8")).toBe(true);
    writeFileSync(path, before);
    const other = await run("table", "in/z", "--to", "csv", "--shape", "wide", "-o", "z.csv", "--resume", "z.log");
    expect(other.status).toBe(2);
    expect(other.err).toContain("另一次调用");
  }, 200_000);
});
