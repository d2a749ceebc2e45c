import type { Language } from "../../findings/finding.js";
import type { Draft } from "../../report/types.js";
import type { Exit } from "../io.js";

/** A unit of work: read in one go, and the entry of a log of finished work. */
export type Unit =
  | { readonly kind: "file"; readonly path: string; readonly file: string }
  /** Whole lines of an NDJSON file, from `start` up to `end`. */
  | {
      readonly kind: "lines";
      readonly path: string;
      readonly file: string;
      readonly start: number;
      readonly end: number;
      /** How many lines precede them. */
      readonly before: number;
    }
  /** Files of a ZIP container. `modified` and `size` detect changes of the container. */
  | {
      readonly kind: "entries";
      readonly path: string;
      readonly file: string;
      readonly size: number;
      readonly modified: number;
      readonly names: readonly string[];
    }
  /** From standard input: a document, or whole lines of NDJSON. */
  | {
      readonly kind: "bytes";
      readonly path: string;
      readonly bytes: Uint8Array;
      readonly part: number;
      readonly ndjson: boolean;
      readonly before: number;
    }
  /** A path that could not be opened. */
  | { readonly kind: "fault"; readonly path: string; readonly message: string };

/** Identifies a unit within a run. */
export function keyOf(unit: Unit): string {
  switch (unit.kind) {
    case "lines":
      return `${unit.path}#${unit.start}-${unit.end}`;
    case "entries":
      return `${unit.path}#${unit.names[0] ?? ""}+${unit.names.length}`;
    case "bytes":
      return `${unit.path}#${unit.part}`;
    case "file":
    case "fault":
      return unit.path;
  }
}

/** What to do with each report. */
export type ActionName = "read" | "validate" | "convert" | "table" | "summary" | "consolidate";

/** The job of a command, as plain data for a worker. */
export interface Job {
  readonly action: ActionName;
  readonly language: Language;
  /** Whether there may be more than one report. */
  readonly many: boolean;
  readonly colour: boolean;
  /** Whether to hash the input. */
  readonly hash: boolean;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Reports that a single report is compared with. */
  readonly previous?: Draft;
  readonly children?: readonly Draft[];
}

/** A file that a report is written to. */
export interface MadeFile {
  /** The report's name: its path, with the line where there is one. */
  readonly path: string;
  readonly data: string | Uint8Array;
}

/** The result of a unit. */
export interface UnitResult {
  /** For standard output, or for the file of --output. */
  readonly out: string;
  /** For standard error. */
  readonly err: string;
  readonly files: readonly MadeFile[];
  /** Counts by kind. */
  readonly tally: Tally;
  readonly exit: Exit;
  /** Lines of NDJSON that were read, blank ones included. */
  readonly lines: number;
  readonly hash: string | null;
  /** Reports for the command itself to process. */
  readonly drafts: readonly Draft[];
}

/** Counts by kind. */
export type Tally = Readonly<Record<string, number>>;

/** Adds to a tally. */
export function count(into: Record<string, number>, from: Tally): void {
  for (const [kind, number] of Object.entries(from)) into[kind] = (into[kind] ?? 0) + number;
}
