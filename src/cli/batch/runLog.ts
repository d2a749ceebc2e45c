import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { isObject } from "../../_internal/claim.js";
import type { Exit } from "../io.js";
import type { Tally } from "./unit.js";

/** A finished unit, and the position of the output after it. */
export interface Finished {
  readonly unit: string;
  readonly hash: string | null;
  readonly end: number;
  readonly exit: Exit;
  readonly lines: number;
  readonly tally: Tally;
  /** The reports written to files of their own. */
  readonly made: readonly string[];
}

/** The log of an earlier run. */
export interface EarlierRun {
  /** The call that was run; a different call cannot resume it. */
  readonly call: string | null;
  readonly finished: readonly Finished[];
}

/** Reads the log of an earlier run. If the run was killed, its last line may be truncated; it is ignored. */
export function readLog(path: string): EarlierRun {
  if (!existsSync(path)) return { call: null, finished: [] };
  const [first = "", ...rest] = readFileSync(path, "utf8").split("\n");
  const head = parsed(first);
  const finished: Finished[] = [];
  for (const line of rest) {
    const entry = finishedOf(parsed(line));
    if (entry === null) break;
    finished.push(entry);
  }
  return { call: isObject(head) && typeof head["call"] === "string" ? head["call"] : null, finished };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function finishedOf(value: unknown): Finished | null {
  if (!isObject(value)) return null;
  const { unit, hash, end, exit, lines, tally, made } = value;
  if (
    typeof unit !== "string" ||
    typeof end !== "number" ||
    typeof lines !== "number" ||
    !isObject(tally) ||
    !Array.isArray(made)
  )
    return null;
  if (exit !== 0 && exit !== 1 && exit !== 2) return null;
  const numbers = Object.entries(tally).flatMap(([kind, number]) =>
    typeof number === "number" ? [[kind, number] as const] : [],
  );
  return {
    unit,
    hash: typeof hash === "string" ? hash : null,
    end,
    exit,
    lines,
    tally: Object.fromEntries(numbers),
    made: made.map(String),
  };
}

/** A log being written: every entry is in the file before the next unit starts. */
export class RunLog {
  readonly #file: number;

  /** Keeps the entries of an earlier run that are still valid, and appends to them. */
  constructor(path: string, call: string, kept: readonly Finished[]) {
    const lines = [{ call }, ...kept].map((entry) => `${JSON.stringify(entry)}\n`).join("");
    if (existsSync(path)) truncateSync(path, 0);
    this.#file = openSync(path, "a");
    writeSync(this.#file, lines);
  }

  add(entry: Finished): void {
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  close(): void {
    closeSync(this.#file);
  }
}
