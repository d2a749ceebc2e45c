import { DisclosureReportError } from "../findings/error.js";
import type { Language } from "../findings/finding.js";
import type { Draft } from "../report/types.js";
import { isNdjson, linesIn, Meter, recordOfLine } from "./batch/records.js";
import type { Io } from "./io.js";
import { isUnreadable, type Loaded, loadBytes, readError, STDIN, type Unreadable } from "./load.js";
import { plainName, say } from "./print.js";

/** Reads the one report that a command needs. For NDJSON with several, name a line: `reports.ndjson:12`. */
export async function loadDraft(io: Io, file: string, language: Language): Promise<Draft> {
  let loaded: Loaded | Unreadable;
  try {
    loaded = await oneReport(io, file, language);
  } catch (error) {
    loaded = { error: readError(error, language) };
  }
  if (isUnreadable(loaded)) {
    const { code, message, findings } = loaded.error;
    throw new DisclosureReportError(code, `${file}: ${message}`, findings);
  }
  if (loaded.draft === null)
    throw new DisclosureReportError("cli.noReport", `${file}: ${loaded.findings[0]?.message ?? ""}`, loaded.findings);
  return loaded.draft;
}

async function oneReport(io: Io, file: string, language: Language): Promise<Loaded | Unreadable> {
  const [, named, line] = /^(.+\.(?:ndjson|jsonl)):(\d+)$/i.exec(file) ?? [];
  const path = named ?? file;
  const bytes = path === STDIN ? await io.readStdin() : await io.readFile(path);
  if (line === undefined && !isNdjson(bytes)) return loadBytes(path, bytes, language);
  const lines = [...linesIn({ file: path, before: 0, pieces: [bytes] }, new Meter(false))];
  const wanted =
    line === undefined ? (lines.length === 1 ? lines[0] : undefined) : lines.find((raw) => raw.line === Number(line));
  if (wanted !== undefined) return recordOfLine(wanted, language).loaded;
  const params = { n: lines.length, name: `${plainName(path)}:${lines[0]?.line ?? 1}` };
  throw new DisclosureReportError("cli.noReport", say(line === undefined ? "load.several" : "load.noLine", params, language));
}
