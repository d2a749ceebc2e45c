import type { Draft } from "../../report/types.js";
import { EXIT, type Exit, worst } from "../io.js";
import { readError } from "../load.js";
import { linesIn, Meter, type RawLine, type ReportRecord, recordOfLine, recordsOf } from "./records.js";
import type { ActionName, Job, MadeFile, Unit, UnitResult } from "./unit.js";

/** What an action makes of a report. */
export interface Made {
  readonly out?: string;
  readonly err?: string;
  readonly file?: MadeFile;
  readonly draft?: Draft;
  /** Kinds to count, one each. */
  readonly tally: readonly string[];
  readonly exit: Exit;
}

/** What a command does with each report, in this thread or in a worker. */
export interface Action {
  readonly make: (record: ReportRecord, job: Job) => Promise<Made> | Made;
  /** The quick path for a line of NDJSON without findings; `null` where it does not apply. */
  readonly quick?: (line: RawLine, job: Job) => Made | null;
}

const actions: Readonly<Record<ActionName, () => Promise<Action>>> = {
  read: async () => (await import("../actions/read.js")).readAction,
  validate: async () => (await import("../actions/validate.js")).validateAction,
  convert: async () => (await import("../actions/convert.js")).convertAction,
  table: async () => (await import("../actions/table.js")).tableAction,
  summary: async () => (await import("../actions/summary.js")).summaryAction,
  consolidate: async () => (await import("../actions/consolidate.js")).consolidateAction,
};

/** Runs an action on every report of a unit. A file that fails affects only its own result. */
export async function processUnit(unit: Unit, job: Job): Promise<UnitResult> {
  const { make, quick } = await actions[job.action]();
  const meter = new Meter(job.hash);
  const out: string[] = [];
  const err: string[] = [];
  const files: MadeFile[] = [];
  const drafts: Draft[] = [];
  const tally: Record<string, number> = {};
  let exit: Exit = EXIT.ok;
  const take = (made: Made): void => {
    if (made.out !== undefined) out.push(made.out);
    if (made.err !== undefined && made.err !== "") err.push(made.err);
    if (made.file !== undefined) files.push(made.file);
    if (made.draft !== undefined) drafts.push(made.draft);
    for (const kind of made.tally) tally[kind] = (tally[kind] ?? 0) + 1;
    if (made.exit !== EXIT.ok) exit = worst([exit, made.exit]);
  };
  const whole = async (record: ReportRecord, own: Job): Promise<void> => {
    try {
      take(await make(record, own));
    } catch (error) {
      take(await make({ file: record.file, line: record.line, loaded: { error: readError(error, job.language) } }, own));
    }
  };
  const several = job.many ? job : { ...job, many: true };
  for await (const item of recordsOf(unit, job.language, meter)) {
    if ("loaded" in item) {
      await whole(item, job);
      continue;
    }
    try {
      for (const line of linesIn(item, meter)) {
        const made = quick?.(line, several) ?? null;
        if (made !== null) take(made);
        else await whole(recordOfLine(line, job.language), several);
      }
    } catch (error) {
      await whole({ file: item.file, line: null, loaded: { error: readError(error, job.language) } }, several);
    }
  }
  return { out: out.join(""), err: err.join(""), files, drafts, tally, exit, lines: meter.lines, hash: meter.digest() };
}
