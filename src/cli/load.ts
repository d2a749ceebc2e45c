import { DisclosureReportError, errorFrom } from "../findings/error.js";
import type { Finding, Language } from "../findings/finding.js";
import { readAny } from "../formats/readAny.js";
import type { LogEntry } from "../reading/readDocument.js";
import type { Draft } from "../report/types.js";
import type { Places } from "../rules/types.js";
import { cliMessages } from "./messages.js";

/** Name that stands for standard input. */
export const STDIN = "-";

/** A report as it was read. `draft` is `null` where no table of the form was found. */
export interface Loaded {
  readonly draft: Draft | null;
  readonly findings: readonly Finding[];
  readonly log: readonly LogEntry[] | null;
  readonly places: Places;
}

/** A file that could not be read at all, and why. */
export interface Unreadable {
  readonly error: DisclosureReportError;
}

/** Reads a file of any supported format. Never throws: an error of a reader becomes an error of the file. */
export async function loadBytes(name: string, bytes: Uint8Array, language: Language): Promise<Loaded | Unreadable> {
  try {
    const read = await readAny(bytes, { name, language });
    if (read.kind === "draft") {
      if (!read.result.success) return { error: errorFrom("schema.invalid", read.result.findings) };
      return loadedDraft(read.result.data);
    }
    const { draft, findings, log, places } = read.reading;
    return { draft, findings, log, places };
  } catch (error) {
    return { error: readError(error, language) };
  }
}

/** A report that did not come from a document. */
export function loadedDraft(draft: Draft): Loaded {
  return { draft, findings: [], log: null, places: {} };
}

/** Turns whatever reading threw into an error about the file. */
export function readError(error: unknown, language: Language): DisclosureReportError {
  if (error instanceof DisclosureReportError) return error;
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return new DisclosureReportError("cli.file", cliMessages["file.missing"][language]);
  if (code === "EACCES" || code === "EPERM") return new DisclosureReportError("cli.file", cliMessages["file.denied"][language]);
  return new DisclosureReportError("cli.file", error instanceof Error ? error.message : String(error));
}

/** Whether something could not be read. */
export function isUnreadable(loaded: Loaded | Unreadable): loaded is Unreadable {
  return "error" in loaded;
}
