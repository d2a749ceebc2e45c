import { checkAlone } from "../../check/checkAlone.js";
import type { ReportCheck } from "../../check/checkReport.js";
import type { Finding } from "../../findings/finding.js";
import type { Draft } from "../../report/types.js";
import { obeysAll } from "../../rules/validate.js";
import { REPORT, UNREADABLE } from "../batch/kinds.js";
import type { Action, Made } from "../batch/process.js";
import { QuickReader } from "../batch/quickReader.js";
import { type RawLine, type ReportRecord, recordOfLine } from "../batch/records.js";
import type { Job } from "../batch/unit.js";
import { EXIT } from "../io.js";
import { isUnreadable, type Loaded } from "../load.js";
import { coloured, nameOf, readingText, unreadableText, validationText, whyUnread } from "../print.js";
import { exitOfCheck } from "./exits.js";

/** Formats whose results include the findings of reading. */
const TOLD: ReadonlySet<unknown> = new Set(["json", "sarif"]);

/** A report that was read. */
export type Found = Loaded & { readonly draft: Draft };

/** Reads the usual JSON of large NDJSON files without parsing it. */
const reader = new QuickReader();

/** The result for a report without findings, by edition: it is always the same except for its file and line. */
const faultless = new Map<string, string>();

/** Checks a line of NDJSON by the quick path; `null` where anything is unusual, and the line then takes the usual path. */
function quickly({ file, line, bytes }: RawLine, job: Job): Made | null {
  const { to, all, advice, explain } = job.options;
  if (bytes === null || to !== "json" || all === true || advice === true || explain === true) return null;
  if (job.previous !== undefined || job.children !== undefined) return null;
  const report = reader.read(bytes);
  if (report === null || !obeysAll(report.edition, report.figures)) return null;
  const { edition } = report;
  const rest = faultless.get(edition) ?? restOf({ file, line, bytes }, job);
  faultless.set(edition, rest);
  return { out: `{"file":${JSON.stringify(file)},"line":${line},${rest}`, tally: [REPORT, "balanced"], exit: EXIT.ok };
}

/** A result without its file and line. */
function restOf(line: RawLine, job: Job): string {
  const { loaded } = recordOfLine(line, job.language);
  const draft = isUnreadable(loaded) ? null : loaded.draft;
  if (draft === null) throw new RangeError("a report was read that is none");
  const found = { draft, findings: [], log: null, places: {} };
  return `${JSON.stringify(resultOf(found, checkAlone(draft, { language: job.language }), job)).slice(1)}\n`;
}

/** The result of a check as plain data. */
function resultOf(found: Found, validation: ReportCheck, job: Job): object {
  const verdicts =
    job.options["all"] === true ? validation.verdicts : validation.verdicts.filter(({ outcome }) => outcome !== "holds");
  return { ...validation, verdicts, reading: found.findings };
}

/** Checks a report and prints the result in the requested format. */
export const validateAction: Action = {
  quick: quickly,
  make: async (record, job) => {
    const { loaded } = record;
    const reason = whyUnread(loaded, job.language);
    if (isUnreadable(loaded) || loaded.draft === null || reason !== null) return unreadable(record, reason ?? "", job);
    const found: Found = { ...loaded, draft: loaded.draft };
    const validation = await checkOf(found, job);
    return {
      ...(await printed(record, found, validation, job)),
      err: TOLD.has(job.options["to"]) ? "" : readingText(nameOf(record, job.language), loaded, job.language),
      tally: [REPORT, validation.status, ...rulesMet(found, validation, job)],
      exit: exitOfCheck(found.draft, validation.status, job.options["strict"] === true),
    };
  },
};

/** The further checks are loaded only if an option asks for them. */
async function checkOf({ draft, places }: Found, { options, language, previous, children }: Job): Promise<ReportCheck> {
  const more = previous !== undefined || children !== undefined || options["advice"] === true || options["explain"] === true;
  if (!more) return checkAlone(draft, { language, places });
  const { checkReport } = await import("../../check/checkReport.js");
  return checkReport(draft, {
    language,
    places,
    complete: options["complete"] === true,
    ...(previous === undefined ? {} : { previous }),
    ...(children === undefined ? {} : { children }),
    advice: options["advice"] === true,
    explain: options["explain"] === true,
  });
}

async function unreadable(record: ReportRecord, reason: string, job: Job): Promise<Made> {
  const { file, line, loaded } = record;
  const tally = [REPORT, UNREADABLE];
  const exit = EXIT.failed;
  const said = unreadableText(nameOf(record, job.language), reason, job.language);
  const findings = isUnreadable(loaded) ? loaded.error.findings : loaded.findings;
  const error = { code: isUnreadable(loaded) ? loaded.error.code : "cli.noReport", message: reason };
  switch (job.options["to"]) {
    case "json":
      return { out: `${JSON.stringify({ ...whereOf(file, line), status: "unreadable", error, findings })}\n`, tally, exit };
    case "sarif": {
      const { RULE, sarifResult } = await import("../sarif.js");
      const found = findings.length > 0 ? findings : [bare(error.code, reason)];
      const out = found.map((finding) => sarifResult({ ...finding, severity: "error" }, file, line, job.language)).join("");
      return { out, tally: [...tally, ...found.map(({ code }) => RULE + code)], exit };
    }
    case "junit": {
      const { junitUnreadable } = await import("../junit.js");
      return { out: junitUnreadable(nameOf(record, job.language), error.code, reason, job.language), tally, exit };
    }
    case "html":
    case "docx":
    case "xlsx":
      return { err: said, tally, exit };
    default:
      return { out: job.colour ? coloured(said) : said, tally, exit };
  }
}

/** An error that is no finding of a catalogue. */
function bare(code: string, message: string): Finding {
  const empty = { rule: null, path: null, cells: [], place: null, expected: null, actual: null, difference: null, params: {} };
  return { ...empty, code, severity: "error", message };
}

/** The rules to be described in a log. */
function rulesMet({ findings }: Found, validation: ReportCheck, job: Job): readonly string[] {
  if (job.options["to"] !== "sarif") return [];
  return [...validation.findings, ...findings].map(({ rule, code }) => `rule:${rule ?? code}`);
}

/** The subject of a result: the file, and the line of NDJSON. */
export function whereOf(file: string, line: number | null): { readonly file: string; readonly line?: number } {
  return line === null ? { file } : { file, line };
}

async function printed(
  record: ReportRecord,
  found: Found,
  validation: ReportCheck,
  job: Job,
): Promise<Pick<Made, "out" | "file">> {
  const { file, line } = record;
  const { draft } = found;
  const { language } = job;
  const path = line === null ? file : `${file}/${line}`;
  switch (job.options["to"]) {
    case "json":
      return { out: `${JSON.stringify({ ...whereOf(file, line), ...resultOf(found, validation, job) })}\n` };
    case "sarif": {
      const { sarifResult } = await import("../sarif.js");
      return {
        out: [...validation.findings, ...found.findings].map((finding) => sarifResult(finding, file, line, language)).join(""),
      };
    }
    case "junit": {
      const { junitSuite } = await import("../junit.js");
      return { out: junitSuite(nameOf(record, language), validation, language) };
    }
    case "html": {
      const { renderHtml } = await import("../../formats/html/write.js");
      return { file: { path, data: renderHtml(draft, { validation, language }) } };
    }
    case "docx": {
      const { writeDocx } = await import("../../formats/docx/write.js");
      return { file: { path, data: await writeDocx(draft, { validation, language }) } };
    }
    case "xlsx": {
      const { writeXlsx } = await import("../../formats/xlsx/write.js");
      return { file: { path, data: await writeXlsx(draft, { validation, language }) } };
    }
    default: {
      const text = `${validationText(nameOf(record, language), validation, language)}\n`;
      return { out: job.colour ? coloured(text) : text };
    }
  }
}
