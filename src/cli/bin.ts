import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import process from "node:process";
import { run } from "./run.js";

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
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
  out: (data) => process.stdout.write(data),
  err: (text) => process.stderr.write(text),
});
