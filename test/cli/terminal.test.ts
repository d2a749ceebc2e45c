import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands.js";
import { renderHtml } from "../../src/html.js";
import { toJson } from "../../src/index.js";
import { seda2023 } from "../support/seda.js";
import { buildProgram, type Program } from "./program.js";

/** Whether a program is there. */
const has = (name: string, ...args: readonly string[]): boolean => spawnSync(name, args).status === 0;

let program: Program;
let folder: string;

beforeAll(async () => {
  program = await buildProgram();
  folder = mkdtempSync(join(tmpdir(), "终 端-"));
  mkdirSync(join(folder, "报 告"));
  for (const name of ["甲 县", "乙县"]) writeFileSync(join(folder, "报 告", `${name}.json`), toJson(seda2023));
});

afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A shell does something in the folder; the lines that it prints. */
function shell(name: string, script: string, ...args: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync(name, [...args, "-c", script], { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((line) => line !== "");
}

/** Has the script for a shell in a file of the folder. */
async function completionFor(name: string): Promise<void> {
  const { out, status } = await program.run(["completion", name], { cwd: folder });
  expect(status).toBe(0);
  writeFileSync(join(folder, `completion.${name}`), out);
}

describe("completion", () => {
  it.each([
    [["val"], ["validate"]],
    [
      ["validate", "--ex"],
      ["--explain", "--exclude"],
    ],
    [
      ["validate", "--to", "j"],
      ["json", "junit"],
    ],
    [["read", "报"], ["报 告"]],
    [
      ["read", "报 告/"],
      ["报 告/甲 县.json", "报 告/乙县.json"],
    ],
  ])("bash completes %j", async (words, expected) => {
    await completionFor("bash");
    const typed = ["disclosure-report", ...words].map((word) => `'${word}'`).join(" ");
    const lines = shell(
      "bash",
      `source completion.bash; COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _disclosure_report; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );
    expect([...lines].sort()).toEqual([...expected].sort());
  });

  it.skipIf(!has("fish", "--version"))("fish completes commands, options and values", async () => {
    await completionFor("fish");
    const complete = (line: string) =>
      shell("fish", `source completion.fish; complete -C '${line}'`).map((found) => found.split("\t")[0]);
    expect(complete("disclosure-report ")).toEqual(expect.arrayContaining(commands.map(({ name }) => name)));
    expect(complete("disclosure-report validate --expl")).toEqual(["--explain"]);
    expect(complete("disclosure-report validate --to j")).toEqual(["json", "junit"]);
  });

  it.skipIf(!has("zsh", "--version"))("zsh takes the script, sourced or from a folder of functions", async () => {
    await completionFor("zsh");
    const begin = "autoload -Uz compinit; compinit -u -d ./dump;";
    expect(shell("zsh", `${begin} source ./completion.zsh; print -r -- $_comps[disclosure-report]`, "-f")).toEqual([
      "_disclosure_report",
    ]);
    mkdirSync(join(folder, "functions"), { recursive: true });
    writeFileSync(join(folder, "functions/_disclosure-report"), (await program.run(["completion", "zsh"], { cwd: folder })).out);
    expect(shell("zsh", `fpath=(./functions $fpath); ${begin} print -r -- $_comps[disclosure-report]`, "-f")).toEqual([
      "_disclosure-report",
    ]);
  });
});

/** What a terminal shows: a program that runs in one, with all that it writes to it. */
function shown(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const call = [process.execPath, program.bin, ...args].map((arg) => `'${arg}'`).join(" ");
  return spawnSync("script", ["-qec", call, "/dev/null"], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], LANG: "en_GB.UTF-8", TERM: "xterm", ...env },
  }).stdout;
}

/** What takes a line away. */
const CLEARED = "\r\u001b[K";

/** What stands there in the end, line by line: a line that is taken away is gone. */
const lines = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .flatMap((line) => line.split(CLEARED).at(-1) ?? [])
    .filter((line) => line !== "");

describe.skipIf(!has("script", "--version"))("on a terminal", () => {
  const results = ["报 告/乙县.json", "报 告/甲 县.json"].map((name) => ` ${name}: all 42 balances hold.`);
  const last = "2 files: 2 balanced.";

  it("there are colours, and how far it is, which never stands in a line with a result", () => {
    const text = shown(["validate", "报 告"]);
    expect(text.split(CLEARED)).toContainEqual(expect.stringMatching(/^\d\/\S+ .* failed$/));
    expect(lines(text)).toEqual([...results.map((line) => `\u001b[32m✓\u001b[0m${line}`), last]);
  });

  it.each([
    ["NO_COLOR", { NO_COLOR: "1" }],
    ["TERM=dumb", { TERM: "dumb" }],
  ])("there are none with %s", (_, env) => {
    expect(lines(shown(["validate", "报 告"], env))).toEqual([...results.map((line) => `✓${line}`), last]);
  });

  it("there is nothing but results with --quiet", () => {
    const text = shown(["validate", "报 告", "--quiet"], { NO_COLOR: "1" });
    expect(text.split("\r\n").slice(0, 2)).toEqual(results.map((line) => `✓${line}`));
    expect(text).not.toContain("\u001b");
  });
});

it("away from a terminal there are no colours, and nothing is said of how far it is", async () => {
  const { out, err } = await program.run(["validate", "报 告", "--to", "json"], { cwd: folder });
  for (const sign of ["\r", "\u001b"]) expect(out + err).not.toContain(sign);
});

/** The files of the program that a call loads, and their bytes, as Node itself notes them. */
async function loadedBy(...args: readonly string[]) {
  const notes = mkdtempSync(join(folder, "notes-"));
  const { err } = await program.run(args, { cwd: folder, env: { NODE_V8_COVERAGE: notes } });
  expect(err).toBe("");
  const urls = readdirSync(notes).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(join(notes, name), "utf8")) as {
      readonly result: readonly { readonly url: string }[];
    };
    return result.map(({ url }) => url).filter((url) => url.startsWith("file:"));
  });
  const bytes = urls.reduce((sum, url) => sum + statSync(fileURLToPath(url)).size, 0);
  return { names: urls.map((url) => basename(url).replace(/-[\w-]+\.js$/, "")), bytes };
}

const KIB = 1024;

describe("a call loads what it needs", () => {
  it.each([["--help"], ["--version"], ["help"]])("%s: no command and no format", async (arg) => {
    const { names, bytes } = await loadedBy(arg);
    expect(names.sort()).toEqual(["bin.js", "start"]);
    expect(bytes).toBeLessThan(40 * KIB);
  });

  it("a check of JSON: no reader of documents, nothing of what is not asked", async () => {
    const { names, bytes } = await loadedBy("validate", "报 告/乙县.json");
    expect(names).toEqual(expect.arrayContaining(["check"]));
    for (const name of ["reading", "htmlDocument", "checkReport"]) expect(names).not.toContain(name);
    expect(names.length).toBeLessThan(12);
    expect(bytes).toBeLessThan(600 * KIB);
  });

  it("a check of a page: the reader of pages and no other", async () => {
    writeFileSync(join(folder, "page.html"), renderHtml(seda2023));
    const { names, bytes } = await loadedBy("validate", "page.html");
    expect(names).toEqual(expect.arrayContaining(["check", "reading"]));
    expect(names.length).toBeLessThan(16);
    expect(bytes).toBeLessThan(1000 * KIB);
  });
});

it("a reader that goes away ends a run quietly", () => {
  const { stdout, stderr } = spawnSync(
    "bash",
    ["-c", `'${process.execPath}' '${program.bin}' form --edition 2021 --to json | head -1; echo "\${PIPESTATUS[@]}"`],
    { cwd: folder, encoding: "utf8" },
  );
  expect(stderr).toBe("");
  expect(stdout.split("\n").at(-2)).toBe("0 0");
});
