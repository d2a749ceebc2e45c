import { createHash } from "node:crypto";
import { LineSplitter } from "../../batch/lines.js";
import { linesOfRange } from "../../batch/ranges.js";
import { reportOfLine } from "../../batch/reportLine.js";
import { fileReader } from "../../batchNode/linesOfFile.js";
import { openRegular, readFileWithin } from "../../batchNode/openFile.js";
import { DisclosureReportError, errorFrom } from "../../findings/error.js";
import type { Language } from "../../findings/finding.js";
import { type Archive, MAX_INFLATED_BYTES, openZip } from "../../formats/office/zip.js";
import { type Loaded, loadBytes, loadedDraft, readError, type Unreadable } from "../load.js";
import type { Unit } from "./unit.js";

/** A report as it came, or what could not be read. */
export interface ReportRecord {
  /** Path of the file. */
  readonly file: string;
  /** Line of the file, where it holds a report a line. */
  readonly line: number | null;
  readonly loaded: Loaded | Unreadable;
}

/** A line of NDJSON that nobody has looked at. */
export interface RawLine {
  readonly file: string;
  readonly line: number;
  readonly bytes: Uint8Array | null;
}

/** What is read besides: a hash, and how many lines there were. */
export class Meter {
  readonly #hash;
  lines = 0;

  constructor(hashing: boolean) {
    this.#hash = hashing ? createHash("sha256") : null;
  }

  take(bytes: Uint8Array): void {
    this.#hash?.update(bytes);
  }

  digest(): string | null {
    return this.#hash?.digest("hex") ?? null;
  }
}

/** The reports of a unit in their order; lines of NDJSON as they are. Without `parsing` documents are only read, for the meter. */
export async function* recordsOf(
  unit: Unit,
  language: Language,
  meter: Meter,
  parsing = true,
): AsyncGenerator<ReportRecord | RawLine, void, undefined> {
  switch (unit.kind) {
    case "fault":
      yield failed(unit.path, new DisclosureReportError("cli.file", unit.message));
      return;
    case "bytes":
      meter.take(unit.bytes);
      if (unit.ndjson) yield* linesIn(unit.path, unit.bytes, unit.before, meter);
      else if (parsing) yield* recordsIn(unit.path, unit.bytes, language, meter);
      return;
    case "file":
      try {
        const bytes = await readFileWithin(unit.file, language);
        meter.take(bytes);
        if (parsing) yield* recordsIn(unit.path, bytes, language, meter);
      } catch (error) {
        yield failed(unit.path, readError(error, language));
      }
      return;
    case "lines":
      yield* linesOf(unit, language, meter);
      return;
    case "entries":
      yield* entriesOf(unit, language, meter, parsing);
      return;
  }
}

function failed(file: string, error: DisclosureReportError): ReportRecord {
  return { file, line: null, loaded: { error } };
}

async function* recordsIn(file: string, bytes: Uint8Array, language: Language, meter: Meter) {
  if (isNdjson(bytes)) yield* linesIn(file, bytes, 0, meter);
  else yield { file, line: null, loaded: await loadBytes(file, bytes, language) };
}

function* linesIn(file: string, bytes: Uint8Array, before: number, meter: Meter): Generator<RawLine, void, undefined> {
  const splitter = new LineSplitter(before);
  for (const line of splitter.push(bytes)) yield { file, line: line.number, bytes: line.bytes };
  for (const line of splitter.end()) yield { file, line: line.number, bytes: line.bytes };
  meter.lines += splitter.count - before;
}

async function* linesOf(unit: Extract<Unit, { kind: "lines" }>, language: Language, meter: Meter) {
  try {
    const file = await openRegular(unit.file, language);
    try {
      const read = fileReader(file);
      const hashed = async (start: number, length: number): Promise<Uint8Array> => {
        const piece = await read(start, Math.min(length, unit.end - start));
        meter.take(piece);
        return piece;
      };
      // The unit begins and ends with whole lines, so that it is a file of its own.
      const lines = linesOfRange((start, length) => hashed(unit.start + start, length), {
        start: 0,
        end: unit.end - unit.start,
      });
      for (;;) {
        const next = await lines.next();
        if (next.done === true) {
          meter.lines += next.value;
          break;
        }
        yield { file: unit.path, line: unit.before + next.value.number, bytes: next.value.bytes };
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    yield failed(unit.path, readError(error, language));
  }
}

/** The container that was read last: the next unit is often of the same. */
let lastArchive: { readonly key: string; readonly bytes: Uint8Array } | null = null;

async function* entriesOf(unit: Extract<Unit, { kind: "entries" }>, language: Language, meter: Meter, parsing: boolean) {
  let archive: Archive | null = null;
  let inflated = 0;
  for (const name of unit.names) {
    const path = `${unit.path}/${name}`;
    try {
      const key = `${unit.file}:${unit.size}:${unit.modified}`;
      if (lastArchive?.key !== key) lastArchive = { key, bytes: await readFileWithin(unit.file, language) };
      // The limit of what a container may inflate to is one for a document; here every entry is a document.
      if (archive === null || inflated > MAX_INFLATED_BYTES / 4) {
        archive = openZip(lastArchive.bytes, language);
        inflated = 0;
      }
      const bytes = archive.read(name) ?? new Uint8Array();
      inflated += bytes.length;
      meter.take(bytes);
      if (parsing) yield* recordsIn(path, bytes, language, meter);
    } catch (error) {
      archive = null;
      yield failed(path, readError(error, language));
    }
  }
}

/** Longest first line that is looked at to tell NDJSON from a document. */
export const LONGEST_FIRST_LINE = 1024 * 1024;

const NEWLINE = 0x0a;
const BRACE = 0x7b;

/** Whether a text is NDJSON: its first line is an object of its own, and something stands behind it. */
export function isNdjson(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (bytes[start] !== BRACE) return false;
  const end = bytes.subarray(0, LONGEST_FIRST_LINE).indexOf(NEWLINE);
  if (end === -1 || !bytes.subarray(end).some((byte) => byte > 0x20)) return false;
  try {
    JSON.parse(new TextDecoder().decode(bytes.subarray(start, end)));
    return true;
  } catch {
    return false;
  }
}

/** The report of a line. */
export function recordOfLine({ file, line, bytes }: RawLine, language: Language): ReportRecord {
  const read = reportOfLine({ number: line, bytes }, language);
  if (read.success) return { file, line, loaded: loadedDraft(read.data) };
  return { file, line, loaded: { error: errorFrom("schema.invalid", read.findings) } };
}
