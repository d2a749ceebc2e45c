import { type CheckReportOptions, checkReport, type ReportCheck } from "../check/checkReport.js";
import type { Finding } from "../findings/finding.js";
import type { Draft } from "../report/types.js";
import { splitLines, type TextSource } from "./lines.js";
import { reportOfLine } from "./reportLine.js";

/** The result for one line of a stream. */
export type StreamResult =
  | { readonly line: number; readonly success: true; readonly draft: Draft; readonly check: ReportCheck }
  | { readonly line: number; readonly success: false; readonly findings: readonly Finding[] };

/** Options of {@link validateStream}. */
export type StreamOptions = Pick<CheckReportOptions, "language" | "profile" | "rules" | "advice" | "explain">;

/**
 * Checks the reports of an NDJSON text as they come: schema and all rules. Nothing is kept, so a stream may have any
 * length. An invalid line yields a result with its number and does not end the stream.
 *
 * @example
 * ```ts
 * const seen: string[] = [];
 * for await (const result of validateStream(['{"edition":"2021","year":2023}\n', '{"edition":'], { language: "en" })) {
 *   seen.push(`${result.line} ${result.success ? result.check.status : result.findings[0]?.code}`);
 * }
 * seen; //=> ["1 undetermined", "2 schema.json"]
 * ```
 */
export async function* validateStream(
  source: TextSource,
  options?: StreamOptions,
): AsyncGenerator<StreamResult, void, undefined> {
  options ??= {};
  for await (const line of splitLines(source)) {
    const read = reportOfLine(line, options.language);
    yield read.success
      ? { line: line.number, success: true, draft: read.data, check: checkReport(read.data, options) }
      : { line: line.number, success: false, findings: read.findings };
  }
}
