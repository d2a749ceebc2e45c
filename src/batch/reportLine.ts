import { type Finding, finding, type Language, placeIn } from "../findings/finding.js";
import { schemaMessages } from "../report/messages.js";
import { type ParseResult, safeParseDraftJson } from "../report/parse.js";
import type { Draft } from "../report/types.js";
import { type Line, MAX_LINE_BYTES } from "./lines.js";

/**
 * Parses a line of NDJSON as a report; every finding names the line.
 *
 * @example
 * ```ts
 * const line = { number: 7, bytes: new TextEncoder().encode('{"edition":"20') };
 * const result = reportOfLine(line, "en");
 * !result.success && result.findings[0]?.place?.line; //=> 7
 * ```
 */
export function reportOfLine({ number, bytes }: Line, language?: Language): ParseResult<Draft> {
  language ??= "zh";
  if (bytes === null) return { success: false, findings: at(number, [noJson(tooLong, language)]) };
  const text = textOf(bytes);
  if (text === null) return { success: false, findings: at(number, [noJson(damagedLine, language)]) };
  const result = safeParseDraftJson(text, { language });
  return result.success ? result : { success: false, findings: at(number, result.findings) };
}

const noJson = (reason: { readonly zh: string; readonly en: string }, language: Language): Finding =>
  finding(schemaMessages, "schema.json", { reason }, language);

const tooLong = {
  zh: `一行超过${MAX_LINE_BYTES}字节`,
  en: `the line has more than ${MAX_LINE_BYTES} bytes`,
} as const;

const damagedLine = { zh: "有字节不是UTF-8编码", en: "some bytes are not UTF-8" } as const;

/** The text of a line; `null` where it is not UTF-8. NDJSON has no other encoding. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function at(line: number, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((found) => ({ ...found, place: placeIn("text", { line }) }));
}
