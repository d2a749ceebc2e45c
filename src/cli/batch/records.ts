import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { LineSplitter } from "../../batch/lines.js";
import { reportOfLine } from "../../batch/reportLine.js";
import { diskPath } from "../../batchNode/names.js";
import { readFileWithin } from "../../batchNode/openFile.js";
import { DisclosureReportError, errorFrom } from "../../findings/error.js";
import type { Language } from "../../findings/finding.js";
import { type Archive, openZip } from "../../formats/office/zip.js";
import { type Loaded, loadBytes, loadedDraft, readError, type Unreadable } from "../load.js";
import type { Unit } from "./unit.js";

/** A report as read, or the reason it could not be. */
export interface ReportRecord {
  /** Path of the file. */
  readonly file: string;
  /** Line of the file, for NDJSON. */
  readonly line: number | null;
  readonly loaded: Loaded | Unreadable;
}

/** A line of NDJSON not yet parsed. */
export interface RawLine {
  readonly file: string;
  readonly line: number;
  readonly bytes: Uint8Array | null;
}

/** Whole lines of NDJSON. */
export interface Block {
  readonly file: string;
  /** How many lines come before. */
  readonly before: number;
  /** Their bytes in pieces; each is valid only until the next is requested. */
  readonly pieces: Iterable<Uint8Array>;
}

/** Collected while reading: a hash, and the number of lines. */
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

/** The reports of a unit in their order; NDJSON as blocks of lines. Without `parsing` documents are only read, for the meter. */
export async function* recordsOf(
  unit: Unit,
  language: Language,
  meter: Meter,
  parsing = true,
): AsyncGenerator<ReportRecord | Block, void, undefined> {
  switch (unit.kind) {
    case "fault":
      yield failed(unit.path, new DisclosureReportError("cli.file", unit.message));
      return;
    case "bytes":
      meter.take(unit.bytes);
      if (unit.ndjson && parsing) yield { file: unit.path, before: unit.before, pieces: [unit.bytes] };
      else if (parsing) yield* recordsIn(unit.path, unit.bytes, language);
      return;
    case "file":
      try {
        const bytes = await readFileWithin(unit.file, language);
        meter.take(bytes);
        if (parsing) yield* recordsIn(unit.path, bytes, language);
      } catch (error) {
        yield failed(unit.path, readError(error, language));
      }
      return;
    case "lines":
      if (parsing) yield { file: unit.path, before: unit.before, pieces: piecesOfLines(unit, meter) };
      else yield* readOnly(unit, language, meter);
      return;
    case "entries":
      yield* entriesOf(unit, language, meter, parsing);
      return;
  }
}

function failed(file: string, error: DisclosureReportError): ReportRecord {
  return { file, line: null, loaded: { error } };
}

async function* recordsIn(file: string, bytes: Uint8Array, language: Language) {
  if (isNdjson(bytes)) yield { file, before: 0, pieces: [bytes] };
  else yield { file, line: null, loaded: await loadBytes(file, bytes, language) };
}

/** The lines of a block. */
export function* linesIn({ file, pieces, before }: Block, meter: Meter): Generator<RawLine, void, undefined> {
  const splitter = new LineSplitter(before);
  for (const piece of pieces) for (const line of splitter.push(piece)) yield { file, line: line.number, bytes: line.bytes };
  for (const line of splitter.end()) yield { file, line: line.number, bytes: line.bytes };
  meter.lines += splitter.count - before;
}

/** Reads a unit whose reports are not needed; returns what could not be read. */
function* readOnly(unit: Extract<Unit, { kind: "lines" }>, language: Language, meter: Meter): Generator<ReportRecord> {
  try {
    for (const _ of piecesOfLines(unit, meter));
  } catch (error) {
    yield failed(unit.path, readError(error, language));
  }
}

/** Most bytes read at a time; a unit is larger only if one of its lines is. */
export const PIECE_BYTES = 2 * 1024 * 1024;

/** The shared buffer for pieces; each is used up before the next is read. */
const buffer = Buffer.alloc(PIECE_BYTES);

/** The bytes of a unit of whole lines. A file that is being written to may have become shorter. */
function* piecesOfLines({ file, start, end }: Extract<Unit, { kind: "lines" }>, meter: Meter): Generator<Uint8Array> {
  const opened = openSync(diskPath(file), "r");
  try {
    for (let at = start; at < end; ) {
      const read = readSync(opened, buffer, 0, Math.min(buffer.length, end - at), at);
      if (read === 0) return;
      at += read;
      const piece = buffer.subarray(0, read);
      meter.take(piece);
      yield piece;
    }
  } finally {
    closeSync(opened);
  }
}

/** The last container opened: the next unit often belongs to the same. */
let lastArchive: { readonly key: string; readonly archive: Archive } | null = null;

async function* entriesOf(unit: Extract<Unit, { kind: "entries" }>, language: Language, meter: Meter, parsing: boolean) {
  const key = `${unit.file}:${unit.size}:${unit.modified}`;
  for (const name of unit.names) {
    const path = `${unit.path}/${name}`;
    try {
      if (lastArchive?.key !== key)
        lastArchive = { key, archive: openZip(await readFileWithin(unit.file, language), language, "folder") };
      const bytes = lastArchive.archive.read(name) ?? new Uint8Array();
      meter.take(bytes);
      if (parsing) yield* recordsIn(path, bytes, language);
    } catch (error) {
      yield failed(path, readError(error, language));
    }
  }
}

/** Longest first line inspected to tell NDJSON from a document. */
export const LONGEST_FIRST_LINE = 1024 * 1024;

const NEWLINE = 0x0a;
const BRACE = 0x7b;

/** Whether a text is NDJSON: its first line is a complete object, and more follows. */
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
