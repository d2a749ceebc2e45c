import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { DisclosureReportError } from "../../findings/error.js";
import type { Language } from "../../findings/finding.js";
import { deliver } from "../deliver.js";
import type { Io } from "../io.js";
import { STDIN } from "../load.js";
import { plainName, say } from "../print.js";
import { type Given, switchOption, textOption, usageError } from "../usage.js";
import { usageMessages } from "../usageMessages.js";
import { NameGiver } from "./names.js";
import type { Unit, UnitResult } from "./unit.js";

/** Where the results of a run go. */
export interface Sink {
  /** Takes the result of a unit; results arrive in the order of the units. */
  readonly take: (unit: Unit, result: UnitResult) => Promise<void>;
  /** The current position of the output. */
  readonly position: () => number;
  /**
   * Skips a unit that an earlier run finished, with the reports written to files, and moves to the position recorded for it.
   * `false` if the output of that run is no longer there.
   */
  readonly passOver: (position: number, made: readonly string[]) => boolean;
  /** Finishes the output. */
  readonly end: (last: string) => Promise<void>;
  /** Aborts: removes partial output. */
  readonly abandon: () => void;
}

/** Writes results to standard output. */
export function toStandardOutput(io: Io, head: string): Sink {
  let begun = false;
  const write = async (text: string): Promise<void> => {
    const data = begun ? text : head + text;
    begun = true;
    if (data !== "") await io.out(data);
  };
  return {
    take: (_, { out }) => write(out),
    position: () => 0,
    passOver: () => false,
    end: write,
    abandon: () => undefined,
  };
}

/**
 * Writes results to a file. The file gets its name only when it is complete; a run that can be resumed writes under that name
 * from the beginning.
 */
export function toFile(io: Io, path: string, head: string, resumable: boolean): Sink {
  const target = resolve(io.cwd, path);
  const beside = resumable ? target : `${target}.${process.pid}.part`;
  mkdirSync(dirname(target), { recursive: true });
  const file = openSync(beside, resumable && existsSync(target) ? "r+" : "w");
  const { size } = fstatSync(file);
  let position = 0;
  const write = (text: string): void => {
    const bytes = Buffer.from(text, "utf8");
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, position + at);
    position += bytes.length;
  };
  let begun = false;
  const begin = (): void => {
    if (begun) return;
    begun = true;
    // Output of an earlier run beyond its last finished unit is removed.
    ftruncateSync(file, position);
    if (position === 0) write(head);
  };
  return {
    take: async (_, { out }) => {
      begin();
      write(out);
    },
    position: () => {
      begin();
      return position;
    },
    passOver: (at) => {
      if (at > size) return false;
      position = at;
      return true;
    },
    end: async (last) => {
      begin();
      write(last);
      closeSync(file);
      if (!resumable) renameSync(beside, target);
    },
    abandon: () => {
      closeSync(file);
      if (!resumable) rmSync(beside, { force: true });
    },
  };
}

/** Writes results to the file of --output, else to standard output. */
export function streamSink(given: Given, io: Io, head: string): Sink {
  const output = textOption(given, "output");
  const resumable = textOption(given, "resume") !== undefined;
  if (output === undefined) {
    // Output already sent to standard output cannot be taken back.
    if (resumable) throw usageError("optionNeeds", { option: "--resume", other: "--output" }, given.language);
    return toStandardOutput(io, head);
  }
  refuseInput(output, given, io);
  return toFile(io, output, head, resumable);
}

/** Writes the only report to the file of --output, else to standard output. */
export function oneFileSink(given: Given, io: Io): Sink {
  const output = textOption(given, "output");
  if (output !== undefined) refuseInput(output, given, io);
  return toMemory(async (_, { files }) => {
    for (const { data } of files) await deliver(data, given, io);
  });
}

/** Writes a file for each report below the folder of --output. */
export function folderSink(given: Given, io: Io, ending: string): Sink {
  const { language } = given;
  const output = textOption(given, "output");
  if (output === undefined) throw usageError("outputMissing", { what: usageMessages.folder }, language);
  const folder = output.replace(/[/\\]+$/, "") || output;
  const options = { again: textOption(given, "resume") !== undefined };
  const names = new NameGiver();
  const refused: string[] = [];
  return {
    take: async (_, { files }) => {
      for (const { path, data } of files) {
        const { name, renamed } = names.nameFor(path, ending);
        const target = `${folder}/${name}`;
        if (isInput(target, output, given, io)) {
          refused.push(plainName(target));
          continue;
        }
        await io.writeFile(target, data, options);
        if (renamed) io.err(`${say("file.renamed", { name: plainName(target), from: plainName(path) }, language)}\n`);
      }
    },
    position: () => 0,
    passOver: (_, made) => {
      const taken = made.map((path) => names.nameFor(path, ending).name);
      const isThere = taken.every((name) => {
        const target = `${folder}/${name}`;
        return existsSync(resolve(io.cwd, target)) && !isInput(target, output, given, io);
      });
      if (!isThere) for (const name of taken) names.giveBack(name);
      return isThere;
    },
    // Everything else is written before this is reported.
    end: async () => refuseAll(refused, language),
    abandon: () => undefined,
  };
}

/** Refuses to overwrite an input, unless --force is given. */
export function refuseInput(output: string, given: Given, io: Io): void {
  if (isInput(output, output, given, io)) refuseAll([plainName(output)], given.language);
}

function refuseAll(names: readonly string[], language: Language): void {
  if (names.length === 0) return;
  throw new DisclosureReportError(
    "cli.output",
    say("file.asInput", { name: names.join(language === "zh" ? "、" : ", ") }, language),
  );
}

/**
 * Whether a path exists and is an input or lies below one. If the output itself lies below an input, the
 * walk passes over it: what an earlier run wrote there is no input.
 */
function isInput(path: string, output: string, given: Given, io: Io): boolean {
  if (switchOption(given, "force")) return false;
  const target = realpath(resolve(io.cwd, path));
  if (target === null) return false;
  const written = realpath(resolve(io.cwd, output)) ?? target;
  return given.operands.some((operand) => {
    const input = operand === STDIN ? null : realpath(resolve(io.cwd, operand));
    return input !== null && (input === target || (isBelow(target, input) && !isBelow(written, input)));
  });
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Whether an output is a folder, by its name or because such a folder exists. */
export function isFolder(output: string, io: Io): boolean {
  return /[/\\]$/.test(output) || (statSync(resolve(io.cwd, output), { throwIfNoEntry: false })?.isDirectory() ?? false);
}

function realpath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

/** Collects the results, for a command that needs all of them. */
export function toMemory(keep: (unit: Unit, result: UnitResult) => void | Promise<void>): Sink {
  return {
    take: async (unit, result) => keep(unit, result),
    position: () => 0,
    passOver: () => false,
    end: async () => undefined,
    abandon: () => undefined,
  };
}
