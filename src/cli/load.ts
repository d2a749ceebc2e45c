import { DisclosureReportError, errorFrom } from "../findings/error.js";
import type { Finding, Language } from "../findings/finding.js";
import { readAny } from "../formats/readAny.js";
import type { LogEntry } from "../reading/readDocument.js";
import type { Draft } from "../report/types.js";
import type { Places } from "../rules/types.js";
import type { Io } from "./io.js";
import { cliMessages } from "./messages.js";

/** Name that stands for standard input. */
export const STDIN = "-";

/** A file as it was read. `draft` is `null` where no table of the form was found in it. */
export interface Loaded {
  readonly file: string;
  readonly draft: Draft | null;
  readonly findings: readonly Finding[];
  readonly log: readonly LogEntry[];
  readonly places: Places;
}

/** A file that could not be read at all, and why. */
export interface Unreadable {
  readonly file: string;
  readonly error: DisclosureReportError;
}

/** Names of files, with the files of a folder in place of the folder. */
export async function expand(io: Io, operands: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const operand of operands) {
    const names = operand === STDIN ? null : await listing(io, operand);
    if (names === null) files.push(operand);
    else files.push(...names.map((name) => `${operand.replace(/\/+$/, "")}/${name}`));
  }
  return files;
}

async function listing(io: Io, path: string): Promise<readonly string[] | null> {
  try {
    return await io.listFolder(path);
  } catch {
    return null;
  }
}

/** Reads a file of any format that the library knows. */
export async function load(io: Io, file: string, language: Language): Promise<Loaded | Unreadable> {
  try {
    const bytes = file === STDIN ? await io.readStdin() : await io.readFile(file);
    const read = await readAny(bytes, { name: file, language });
    if (read.kind === "draft") {
      if (!read.result.success) return { file, error: errorFrom("schema.invalid", read.result.findings) };
      return { file, draft: read.result.data, findings: [], log: [], places: new Map() };
    }
    const { draft, findings, log, places } = read.reading;
    return { file, draft, findings, log, places };
  } catch (error) {
    return { file, error: asReadError(error, language) };
  }
}

/** Reads a file that a command cannot do without. */
export async function loadDraft(io: Io, file: string, language: Language): Promise<Draft> {
  const loaded = await load(io, file, language);
  if (isUnreadable(loaded)) {
    const { code, message, findings } = loaded.error;
    throw new DisclosureReportError(code, `${file}: ${message}`, findings);
  }
  if (loaded.draft === null)
    throw new DisclosureReportError("cli.noReport", `${file}: ${loaded.findings[0]?.message ?? ""}`, loaded.findings);
  return loaded.draft;
}

function asReadError(error: unknown, language: Language): DisclosureReportError {
  if (error instanceof DisclosureReportError) return error;
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) throw error;
  return new DisclosureReportError("cli.file", error.code === "ENOENT" ? cliMessages["file.missing"][language] : error.message);
}

/** Whether a file could not be read. */
export function isUnreadable(loaded: Loaded | Unreadable): loaded is Unreadable {
  return "error" in loaded;
}
