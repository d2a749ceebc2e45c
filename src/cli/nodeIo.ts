import { spawn } from "node:child_process";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { isObject } from "../_internal/claim.js";
import type { Io } from "./io.js";

/** Least width assumed for a terminal. */
const LEAST_COLUMNS = 40;

/** {@link Io} for Node. */
export function nodeIo(change: Partial<Io> = {}): Io {
  const cwd = change.cwd ?? ".";
  const at = (path: string): string => resolve(cwd, path);
  return {
    cwd,
    env: process.env,
    // The relative path is the same from src/cli and from dist/cli.
    version: async () => {
      const manifest: unknown = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
      return isObject(manifest) ? String(manifest["version"]) : "";
    },
    readFile: (path) => readFile(at(path)),
    stdin: () => process.stdin,
    readStdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
    listFolder: async (path) => ((await stat(at(path))).isDirectory() ? (await readdir(at(path))).sort() : null),
    writeFile: (path, data, options) => writeAtomically(at(path), data, options),
    converse,
    standard: fileURLToPath(new URL("../../docs/standard", import.meta.url)),
    workbench: fileURLToPath(new URL("../../dist/workbench.html", import.meta.url)),
    cores: availableParallelism(),
    terminal: {
      out: process.stdout.isTTY === true,
      err: process.stderr.isTTY === true,
      columns: Math.max(LEAST_COLUMNS, process.stdout.columns ?? process.stderr.columns ?? 80),
    },
    interrupted: new AbortController().signal,
    out: (data) => {
      if (process.stdout.write(data)) return undefined;
      return new Promise((done) => process.stdout.once("drain", done));
    },
    err: (text) => {
      process.stderr.write(text);
    },
    ...change,
  };
}

/** Writes a temporary file next to the target and renames it, so that nobody sees a partial file. Creates missing folders. */
export async function writeAtomically(path: string, data: string | Uint8Array, { again } = { again: false }): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = again ? `${path}.part` : `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, data);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function converse([program = "", ...args]: readonly string[], input: string): Promise<string> {
  return new Promise((done, reject) => {
    const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
    const chunks: Buffer[] = [];
    child.on("error", reject);
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("close", () => done(Buffer.concat(chunks).toString("utf8")));
    // A program that exits early is judged by its output.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}
