import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildCommandLine } from "../../build/cli.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The command line as a program of its own, with its worker, as the package has it. */
export interface Program {
  readonly bin: string;
  readonly start: (args: readonly string[], options: SpawnOptions) => ChildProcess;
  readonly run: (args: readonly string[], options: RunOptions) => Promise<Ended>;
  readonly remove: () => void;
}

export interface RunOptions {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the process once it runs. */
  readonly meddle?: (child: ChildProcess) => void;
}

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Builds the command line in a folder where its dependencies are found. */
export async function buildProgram(): Promise<Program> {
  const cache = join(ROOT, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "cli-"));
  await buildCommandLine(join(folder, "dist/cli"));
  copyFileSync(join(ROOT, "package.json"), join(folder, "package.json"));
  const bin = join(folder, "dist/cli/bin.js");
  const start = (args: readonly string[], options: SpawnOptions): ChildProcess =>
    spawn(process.execPath, [bin, ...args], { ...options, env: { PATH: process.env["PATH"], ...options.env } });
  return {
    bin,
    start,
    run: (args, { cwd, input, env, meddle }) =>
      new Promise((done) => {
        const child = start(args, { cwd, env: { LANG: "zh_CN.UTF-8", ...env }, stdio: ["pipe", "pipe", "pipe"] });
        const out: Buffer[] = [];
        const err: Buffer[] = [];
        child.stdout?.on("data", (data: Buffer) => out.push(data));
        child.stderr?.on("data", (data: Buffer) => err.push(data));
        child.stdin?.on("error", () => undefined);
        child.stdin?.end(input ?? "");
        child.on("close", (status) =>
          done({ status, out: Buffer.concat(out).toString("utf8"), err: Buffer.concat(err).toString("utf8") }),
        );
        meddle?.(child);
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
