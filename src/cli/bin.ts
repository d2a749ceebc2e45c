import { spawn } from "node:child_process";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { isObject } from "../_internal/claim.js";
import { run } from "./run.js";

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function converse([program = "", ...args]: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
    const chunks: Buffer[] = [];
    child.on("error", reject);
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("close", () => resolve(Buffer.concat(chunks).toString("utf8")));
    // A program that ends early is judged by what it said.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

// A reader that goes away early (head, a pager) is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  readFile,
  readStdin,
  listFolder: async (path) => ((await stat(path)).isDirectory() ? (await readdir(path)).sort() : null),
  writeFile,
  env: process.env,
  // As far from src/cli as from dist/cli.
  version: async () => {
    const manifest: unknown = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
    return isObject(manifest) ? String(manifest["version"]) : "";
  },
  converse,
  standard: fileURLToPath(new URL("../../docs/standard", import.meta.url)),
  workbench: fileURLToPath(new URL("../../dist/workbench.html", import.meta.url)),
  out: (data) => process.stdout.write(data),
  err: (text) => process.stderr.write(text),
});
