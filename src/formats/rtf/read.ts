import { type Finding, finding, type Language, type Sentence } from "../../findings/finding.js";
import { MAX_INPUT_LENGTH } from "../../reading/limits.js";
import { type Reading, type ReadOptions, readDocument } from "../../reading/readDocument.js";
import type { SourceDocument } from "../../reading/source.js";
import { expectFormat } from "../detect.js";
import { contentsOf } from "../doc/contents.js";
import type { Content } from "../docx/contents.js";
import { withCovered } from "../docx/covered.js";
import { toSource } from "../docx/toSource.js";
import { formatError, formatMessages } from "../messages.js";
import { RtfReader } from "./readRtf.js";

/**
 * Reads the report in an RTF file (.rtf, often also called .doc). Every figure carries its place: table, row and cell as Word
 * counts them. What is deleted, struck out or hidden is not read; neither are embedded objects. Where footnotes, headers or
 * text boxes contain figures, a finding reports that they were left out.
 *
 * @throws `DisclosureReportError` `format.unsupported` for any other kind of file; `format.corrupt` or `format.limit` for a file
 * that is not right. What is wrong with the report itself is a finding.
 * @example
 * ```ts
 * const rtf = "{\\rtf1\\ansi\\ansicpg936 \\'c4\\'b3\\'cf\\'d8}";
 * const reading = await readRtf(new TextEncoder().encode(rtf), { language: "en" });
 * reading.findings[0]?.code; //=> "reading.noTables"
 * ```
 */
export async function readRtf(file: Uint8Array | ArrayBuffer, options?: ReadOptions): Promise<Reading> {
  options ??= {};
  const language = options.language ?? "zh";
  const { bytes } = expectFormat(["rtf"], file, language);
  const { contents, source, findings } = openRtf(bytes, language);
  const reading = withCovered(readDocument(source, options), contents, language);
  return { ...reading, findings: [...reading.findings, ...findings] };
}

/** The paragraphs and tables of an RTF file, and what was left out of it. */
export function openRtf(
  bytes: Uint8Array,
  language: Language,
): { readonly contents: readonly Content[]; readonly source: SourceDocument; readonly findings: readonly Finding[] } {
  if (bytes.length > MAX_INPUT_LENGTH)
    throw formatError("format.limit", { what: size, limit: MAX_INPUT_LENGTH, found: bytes.length }, language);
  const reader = new RtfReader(language);
  const contents = contentsOf(reader.paragraphs(bytes), language);
  const findings = reader.hasFiguresBeside
    ? [finding(formatMessages, "format.leftOut", { what: beside }, language, { severity: "advice" })]
    : [];
  return { contents, source: toSource(contents, "rtf"), findings };
}

const size: Sentence = { zh: "文件字节数", en: "the size of the file in bytes" };
const beside: Sentence = { zh: "脚注、页眉页脚或文本框", en: "footnotes, headers, footers or text boxes" };
