import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { nameOfBytes } from "../../batchNode/names.js";
import type { Skipped } from "../../batchNode/walk.js";
import { DisclosureReportError } from "../../findings/error.js";
import { EXIT, type Exit, type Io, worst } from "../io.js";
import { STDIN } from "../load.js";
import { plainName, say } from "../print.js";
import { type Given, quoted, switchOption, textOption, textOptions, usageError } from "../usage.js";
import { REPORT, UNREADABLE } from "./kinds.js";
import { type Pool, pooledHere, pooledInThreads } from "./pool.js";
import { Progress } from "./progress.js";
import { Meter, recordsOf } from "./records.js";
import { type Finished, RunLog, readLog } from "./runLog.js";
import type { Sink } from "./sinks.js";
import { count, type Job, keyOf, type Unit, type UnitResult } from "./unit.js";
import { unitsOf } from "./units.js";

/** The outcome of a run. */
export interface RunOutcome {
  readonly tally: Readonly<Record<string, number>>;
  readonly exit: Exit;
  readonly interrupted: boolean;
  /** Number of reports, unreadable ones included. */
  readonly done: number;
}

/** Units collected before deciding whether several threads are worth starting. */
const FEW_UNITS = 8;

/** Units queued per thread beyond those running. */
const AHEAD = 3;

/** How a command runs its units. */
export interface Plan {
  readonly job: Omit<Job, "language" | "many" | "colour" | "hash">;
  /** Files and folders that the command writes. */
  readonly outputs: readonly string[];
  /** Creates the sink of the results, once it is known whether there may be several reports. */
  readonly sink: (many: boolean) => Sink | Promise<Sink>;
  /** The end of the output. */
  readonly last?: (outcome: RunOutcome) => string;
  /** Whether a run can be resumed; not if the output needs all results at once. */
  readonly resumable: boolean;
}

/** Processes all inputs of a command in order, in as many threads as there are cores. */
export async function runBatch(given: Given, io: Io, plan: Plan): Promise<RunOutcome> {
  const { language } = given;
  const jobs = jobsAsked(given, io);
  const logPath = textOption(given, "resume");
  if (logPath !== undefined && !plan.resumable) throw usageError("notResumable", { option: "--resume" }, language);
  const quiet = switchOption(given, "quiet");
  const skipped: Record<Skipped, number> = { hidden: 0, lock: 0, system: 0, excluded: 0, output: 0, link: 0, special: 0 };
  const inputs = {
    cwd: io.cwd,
    paths: pathsOf(given, io),
    include: textOptions(given, "include"),
    exclude: textOptions(given, "exclude"),
    outputs: [...plan.outputs, ...(logPath === undefined ? [] : [logPath])],
    stdin: io.stdin,
    language,
    countLines: () => jobs > 1,
  };
  const units = unitsOf(inputs, skipped);
  const first: Unit[] = [];
  while (first.length < FEW_UNITS) {
    const next = await units.next();
    if (next.done === true) break;
    first.push(next.value);
  }
  const [only, another] = first;
  const many = another !== undefined || (only !== undefined && !isSingle(only));
  const job: Job = {
    ...plan.job,
    language,
    many,
    colour: io.terminal.out && (io.env["NO_COLOR"] ?? "") === "" && io.env["TERM"] !== "dumb",
    hash: logPath !== undefined,
  };
  const sink = await plan.sink(many);
  const progress = new Progress(io, language, quiet);
  const run = new Run(io, given, job, sink, progress);
  if (progress.shown)
    void run.countAhead(unitsOf({ ...inputs, paths: countable(given), countLines: () => false }, { ...skipped }));
  const worthIt =
    first.length >= FEW_UNITS || textOption(given, "jobs") !== undefined || first.some(({ kind }) => kind === "lines");
  const threads = many && another !== undefined && worthIt ? jobs : 1;
  let pool: Pool | null = null;
  let done = false;
  try {
    const rest =
      logPath === undefined ? chained(first, units) : run.resumed(chained(first, units), resolve(io.cwd, logPath), plan);
    pool =
      threads > 1 && io.worker !== undefined
        ? pooledInThreads(io.worker, threads, job, say("worker.died", {}, language))
        : pooledHere(job);
    await run.work(rest, pool);
    const outcome = run.outcome();
    if (only === undefined) io.err(`${say("run.nothing", {}, language)}\n`);
    progress.clear();
    await sink.end(plan.last?.(outcome) ?? "");
    done = true;
    run.conclude(skipped, quiet, logPath);
    return only === undefined ? { ...outcome, exit: worst([outcome.exit, EXIT.failed]) } : outcome;
  } finally {
    progress.clear();
    if (!done) sink.abandon();
    run.close();
    await pool?.close();
  }
}

function jobsAsked(given: Given, io: Io): number {
  const asked = textOption(given, "jobs");
  if (asked === undefined) return Math.min(io.cores, MAX_JOBS);
  const jobs = /^\d{1,3}$/.test(asked) ? Number(asked) : 0;
  if (jobs < 1 || jobs > MAX_JOBS)
    throw usageError("numberWrong", { option: "--jobs", least: 1, most: MAX_JOBS, found: quoted(asked) }, given.language);
  return jobs;
}

/** Most threads that are started. */
export const MAX_JOBS = 64;

/** Whether a unit is one report: one file, which is no NDJSON by its name. */
function isSingle(unit: Unit): boolean {
  return unit.kind === "file" || unit.kind === "fault" || (unit.kind === "bytes" && !unit.ndjson);
}

async function* pathsOf(given: Given, io: Io): AsyncGenerator<string> {
  yield* given.operands;
  const list = textOption(given, "files-from");
  if (list === undefined) return;
  const bytes = list === STDIN ? await io.readStdin() : await io.readFile(list);
  // Names may contain line breaks; `find -print0` separates them by NUL.
  const end = bytes.includes(0) ? 0 : NEWLINE;
  for (let from = BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte) ? 3 : 0; from < bytes.length; ) {
    const at = bytes.indexOf(end, from);
    const next = at === -1 ? bytes.length : at;
    const path = nameOfBytes(bytes.subarray(from, next));
    if (path !== "" && path !== "\r") yield end === NEWLINE ? path.replace(/\r$/, "") : path;
    from = next + 1;
  }
}

const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/** The paths whose files can be counted beforehand. */
function countable(given: Given): readonly string[] {
  return textOption(given, "files-from") === undefined ? given.operands.filter((path) => path !== STDIN) : [];
}

async function* chained(first: readonly Unit[], rest: AsyncIterable<Unit>): AsyncGenerator<Unit> {
  yield* first;
  yield* rest;
}

/**
 * Awaits a promise; `null` once the signal fires. Leaves no listener behind, as `Promise.race` with a long-lived promise
 * would.
 */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((done, fail) => {
    const stop = (): void => done(null);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(done, fail).finally(() => signal.removeEventListener("abort", stop));
  });
}

class Run {
  readonly #io: Io;
  readonly #given: Given;
  readonly #job: Job;
  readonly #sink: Sink;
  readonly #progress: Progress;
  readonly #tally: Record<string, number> = {};
  /** Lines so far of the current NDJSON file, for units that do not know how many precede them. */
  #lines: { readonly path: string; count: number } = { path: "", count: 0 };
  #exit: Exit = EXIT.ok;
  #log: RunLog | null = null;
  #counting = true;

  constructor(io: Io, given: Given, job: Job, sink: Sink, progress: Progress) {
    this.#io = io;
    this.#given = given;
    this.#job = job;
    this.#sink = sink;
    this.#progress = progress;
  }

  /** Counts the units while the first are running. */
  async countAhead(units: AsyncIterable<Unit>): Promise<void> {
    let total = 0;
    for await (const _ of units) {
      if (!this.#counting) return;
      total += 1;
    }
    if (total > 0) this.#progress.expect(total);
  }

  /** Skips units that an earlier run finished and that have not changed since; yields the rest. */
  async *resumed(units: AsyncIterable<Unit>, path: string, { job }: Plan): AsyncGenerator<Unit> {
    const { language } = this.#given;
    const call = createHash("sha256")
      .update(
        JSON.stringify([await this.#io.version(), job.action, job.options, language, this.#given.operands, this.#given.options]),
      )
      .digest("hex");
    const earlier = readLog(path);
    if (earlier.call !== null && earlier.call !== call)
      throw new DisclosureReportError("cli.resume", say("run.otherCall", { log: plainName(path) }, language));
    const kept: Finished[] = [];
    const left: Unit[] = [];
    const source = units[Symbol.asyncIterator]();
    for (const finished of earlier.finished) {
      const next = await source.next();
      if (next.done === true) break;
      const unit = this.#placed(next.value);
      const same = keyOf(unit) === finished.unit && (await hashOf(unit, this.#job)) === finished.hash;
      if (!same || !this.#sink.passOver(finished.end, finished.made)) {
        left.push(next.value);
        break;
      }
      kept.push(finished);
      this.#note(unit, finished.tally, finished.exit, finished.lines);
    }
    this.#log = new RunLog(path, call, kept);
    if (kept.length > 0) this.#io.err(`${say("run.resumed", { log: plainName(path), done: kept.length }, language)}\n`);
    yield* left;
    for (;;) {
      const next = await source.next();
      if (next.done === true) return;
      yield next.value;
    }
  }

  /** Runs units, several at a time, and passes their results on in order. */
  async work(units: AsyncIterable<Unit>, pool: Pool): Promise<void> {
    const { interrupted } = this.#io;
    const source = units[Symbol.asyncIterator]();
    const waiting: { readonly unit: Unit; readonly result: Promise<UnitResult> }[] = [];
    const most = pool.size === 1 ? 1 : pool.size * AHEAD;
    let exhausted = false;
    for (;;) {
      while (!exhausted && !interrupted.aborted && waiting.length < most) {
        const next = await unlessAborted(source.next(), interrupted);
        if (next === null || next.done === true) exhausted = true;
        else {
          const unit = pool.size === 1 ? this.#placed(next.value) : next.value;
          waiting.push({ unit, result: pool.run(unit) });
        }
      }
      const head = waiting.shift();
      if (head === undefined) return;
      const result = await unlessAborted(head.result, interrupted);
      if (result === null) return;
      await this.#take(head.unit, result);
    }
  }

  async #take(unit: Unit, result: UnitResult): Promise<void> {
    if (result.err !== "" && !switchOption(this.#given, "quiet")) {
      this.#progress.clear();
      this.#io.err(result.err);
    }
    // On a terminal, messages and progress share a line.
    if (this.#io.terminal.out) this.#progress.clear();
    await this.#sink.take(unit, result);
    this.#note(unit, result.tally, result.exit, result.lines);
    this.#log?.add({
      unit: keyOf(unit),
      hash: result.hash,
      end: this.#sink.position(),
      exit: result.exit,
      lines: result.lines,
      tally: result.tally,
      made: result.files.map(({ path }) => path),
    });
    this.#progress.add(1, result.tally[UNREADABLE] ?? 0);
  }

  #note(unit: Unit, tally: Readonly<Record<string, number>>, exit: Exit, lines: number): void {
    count(this.#tally, tally);
    this.#exit = worst([this.#exit, exit]);
    if (unit.kind !== "lines") return;
    if (this.#lines.path !== unit.file) this.#lines = { path: unit.file, count: 0 };
    this.#lines.count += lines;
  }

  /** The unit with the number of lines before it, now that those have been read. */
  #placed(unit: Unit): Unit {
    if (unit.kind !== "lines") return unit;
    return { ...unit, before: this.#lines.path === unit.file && unit.start > 0 ? this.#lines.count : 0 };
  }

  outcome(): RunOutcome {
    const interrupted = this.#io.interrupted.aborted;
    return {
      tally: this.#tally,
      exit: interrupted ? EXIT.interrupted : this.#exit,
      interrupted,
      done: this.#tally[REPORT] ?? 0,
    };
  }

  /** Reports what was skipped, and what to do after an interruption. */
  conclude(skipped: Readonly<Record<Skipped, number>>, quiet: boolean, log: string | undefined): void {
    const { language } = this.#given;
    const { interrupted, done } = this.outcome();
    const list = Object.entries<number>(skipped).flatMap(([why, n]) => (n === 0 ? [] : [sayWhy(why, n, language)]));
    if (list.length > 0 && !quiet)
      this.#io.err(`${say("run.skipped", { list: list.join(language === "zh" ? "、" : ", ") }, language)}\n`);
    if (!interrupted) return;
    this.#io.err(`${say("run.interrupted", { done }, language)}\n`);
    if (log !== undefined) this.#io.err(`${say("run.goOn", { log: `--resume ${plainName(log)}` }, language)}\n`);
  }

  close(): void {
    this.#counting = false;
    this.#log?.close();
  }
}

function sayWhy(why: string, n: number, language: Given["language"]): string {
  switch (why) {
    case "hidden":
    case "lock":
    case "system":
    case "excluded":
    case "output":
    case "link":
    case "special":
      return say(`skipped.${why}`, { n }, language);
    default:
      return `${n} ${why}`;
  }
}

/** The current hash of a unit's input. */
async function hashOf(unit: Unit, job: Job): Promise<string | null> {
  const meter = new Meter(true);
  for await (const _ of recordsOf(unit, job.language, meter, false));
  return meter.digest();
}
