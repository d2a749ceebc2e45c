import { readSync } from "node:fs";
import { open } from "node:fs/promises";
import { joined, MAX_LINE_BYTES } from "../../batch/lines.js";
import { diskPath } from "../../batchNode/names.js";
import { MAX_FILE_BYTES, readFileWithin } from "../../batchNode/openFile.js";
import { globsOf, type Skipped, skipByName, type Walked, type WalkOptions, walker } from "../../batchNode/walk.js";
import { type Language, sentence } from "../../findings/finding.js";
import { openZip } from "../../formats/office/zip.js";
import { readError, STDIN } from "../load.js";
import { cliMessages } from "../messages.js";
import { isNdjson, LONGEST_FIRST_LINE } from "./records.js";
import type { Unit } from "./unit.js";

/** Bytes of NDJSON in a unit. */
export const UNIT_BYTES = 1024 * 1024;

/** Files of a ZIP container in a unit. */
export const UNIT_ENTRIES = 32;

/** What is skipped, by kind. */
export type SkippedCounts = Readonly<Record<Skipped, number>>;

/** The source of reports. */
export interface Inputs extends WalkOptions {
  readonly paths: Iterable<string> | AsyncIterable<string>;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly language: Language;
  /** Whether to count lines first, so that several workers know the numbers of theirs. */
  readonly countLines: () => boolean;
}

/** The units of a run in a stable order, as they are found. Skipped files are counted. */
export async function* unitsOf(inputs: Inputs, skipped: Record<Skipped, number>): AsyncGenerator<Unit, void, undefined> {
  const walkFrom = walker(inputs);
  for await (const path of inputs.paths) {
    if (path === STDIN) yield* unitsOfStdin(inputs);
    else for await (const walked of walkFrom(path)) yield* unitsOfWalked(walked, inputs, skipped);
  }
}

async function* unitsOfWalked(walked: Walked, inputs: Inputs, skipped: Record<Skipped, number>): AsyncGenerator<Unit> {
  if (walked.kind === "skipped") {
    skipped[walked.why] += 1;
    return;
  }
  const { path } = walked;
  if (walked.kind === "fault") {
    yield { kind: "fault", path, message: faultText(walked, inputs.language) };
    return;
  }
  const { file, size, modified } = walked;
  if (/\.(?:ndjson|jsonl)$/i.test(file)) yield* unitsOfLines(path, file, size, inputs);
  else if (/\.zip$/i.test(file)) yield* unitsOfArchive({ path, file, size, modified }, inputs, skipped);
  else if (size > MAX_FILE_BYTES && (await beginsAsNdjson(file))) yield* unitsOfLines(path, file, size, inputs);
  else yield { kind: "file", path, file };
}

function faultText({ fault, reason }: Extract<Walked, { kind: "fault" }>, language: Language): string {
  switch (fault) {
    case "missing":
      return cliMessages["file.missing"][language];
    case "denied":
      return cliMessages["file.denied"][language];
    case "special":
      return cliMessages["file.special"][language];
    case "brokenLink":
      return cliMessages["file.brokenLink"][language];
    case "failed":
      return reason;
  }
}

async function beginsAsNdjson(path: string): Promise<boolean> {
  const file = await open(diskPath(path));
  try {
    const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(1024 * 1024), position: 0 });
    return isNdjson(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

const NEWLINE = 0x0a;

/** Splits a file after line breaks, so that every unit consists of whole lines. */
async function* unitsOfLines(path: string, name: string, size: number, inputs: Inputs): AsyncGenerator<Unit> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(diskPath(name));
  } catch (error) {
    yield { kind: "fault", path, message: readError(error, inputs.language).message };
    return;
  }
  try {
    const buffer = Buffer.alloc(64 * 1024);
    const counting = Buffer.alloc(inputs.countLines() ? 1024 * 1024 : 0);
    const endOfLine = async (from: number): Promise<number> => {
      for (let at = from; at < size; at += buffer.length) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
        const end = buffer.subarray(0, bytesRead).indexOf(NEWLINE);
        if (end !== -1) return at + end + 1;
        if (bytesRead === 0) break;
      }
      return size;
    };
    let before = 0;
    for (let start = 0; start < size; ) {
      const end = start + UNIT_BYTES >= size ? size : await endOfLine(start + UNIT_BYTES - 1);
      yield { kind: "lines", path, file: name, start, end, before };
      if (counting.length > 0) before += linesBetween(file.fd, start, end, counting);
      start = end;
    }
  } finally {
    await file.close();
  }
}

/** Counts line breaks at the speed of the disk. */
function linesBetween(file: number, start: number, end: number, buffer: Buffer): number {
  let lines = 0;
  for (let at = start; at < end; ) {
    const read = readSync(file, buffer, 0, Math.min(buffer.length, end - at), at);
    if (read === 0) break;
    for (let i = buffer.indexOf(NEWLINE); i !== -1 && i < read; i = buffer.indexOf(NEWLINE, i + 1)) lines += 1;
    at += read;
  }
  return lines;
}

/** Entries that only occur in office documents and other ZIP-based formats. */
const DOCUMENT_PARTS: ReadonlySet<string> = new Set(["[content_types].xml", "mimetype", "ofd.xml"]);

async function* unitsOfArchive(
  archive: { readonly path: string; readonly file: string; readonly size: number; readonly modified: number },
  { language, ...inputs }: Inputs,
  skipped: Record<Skipped, number>,
): AsyncGenerator<Unit> {
  const { path, file } = archive;
  let names: readonly string[];
  try {
    const container = openZip(await readFileWithin(file, language), language, "folder");
    if (container.names.some((name) => DOCUMENT_PARTS.has(name.toLowerCase()))) {
      yield { kind: "file", path, file };
      return;
    }
    names = container.names;
  } catch (error) {
    yield { kind: "fault", path, message: readError(error, language).message };
    return;
  }
  const { wanted, excluded } = globsOf(inputs);
  const taken: string[] = [];
  for (const name of [...new Set(names)].sort()) {
    if (name.endsWith("/")) continue;
    // Nothing is extracted to disk, so a name with `..` does no harm.
    const parts = name.split("/").filter((part) => part !== "." && part !== "..");
    const why = parts.map(skipByName).find((reason) => reason !== null);
    const folders = parts.slice(1).map((_, i) => parts.slice(0, i + 1).join("/"));
    if (why != null) skipped[why] += 1;
    else if (!wanted(name) || folders.some(excluded)) skipped.excluded += 1;
    else taken.push(name);
  }
  for (let i = 0; i < taken.length; i += UNIT_ENTRIES) {
    yield { kind: "entries", ...archive, names: taken.slice(i, i + UNIT_ENTRIES) };
  }
}

/** Standard input: a document, or NDJSON of any length, passed on in blocks of whole lines. */
async function* unitsOfStdin({ stdin, language }: Inputs): AsyncGenerator<Unit> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  let ndjson: boolean | null = null;
  let part = 0;
  let before = 0;
  let overlong = false;
  const block = (bytes: Uint8Array): Unit => {
    const unit: Unit = { kind: "bytes", path: STDIN, bytes, part, ndjson: ndjson === true, before };
    part += 1;
    for (let i = bytes.indexOf(NEWLINE); i !== -1; i = bytes.indexOf(NEWLINE, i + 1)) before += 1;
    return unit;
  };
  for await (let piece of stdin()) {
    if (overlong) {
      const end = piece.indexOf(NEWLINE);
      if (end === -1) continue;
      piece = piece.subarray(end);
      overlong = false;
    }
    pieces.push(piece);
    length += piece.length;
    if (ndjson === null && (piece.includes(NEWLINE) || length > 2 * LONGEST_FIRST_LINE)) {
      const whole = joined(pieces, length);
      pieces = [whole];
      if (isNdjson(whole)) ndjson = true;
      else if (length > 2 * LONGEST_FIRST_LINE) ndjson = false;
    }
    if (ndjson === true) {
      while (length >= UNIT_BYTES) {
        const whole = joined(pieces, length);
        const end = whole.indexOf(NEWLINE, UNIT_BYTES - 1) + 1;
        if (end === 0) {
          // Of a line that is too long, only enough is kept to detect that.
          overlong = length > UNIT_BYTES + MAX_LINE_BYTES + 1;
          pieces = [whole];
          break;
        }
        yield block(whole.slice(0, end));
        pieces = [whole.slice(end)];
        length -= end;
      }
    } else if (length > MAX_FILE_BYTES) {
      yield { kind: "fault", path: STDIN, message: sentence(cliMessages, "stdin.tooLarge", { limit: MAX_FILE_BYTES }, language) };
      return;
    }
  }
  if (ndjson !== true || length > 0) yield block(joined(pieces, length));
}
