import { finding } from "../../findings/finding.js";
import type { Reading, ReadOptions } from "../../reading/readDocument.js";
import { expectFormat } from "../detect.js";
import { readPagesOf } from "../page/read.js";
import { ofdMessages } from "./messages.js";
import { ofdPages } from "./pages.js";

/**
 * Reads the report in an OFD file (GB/T 33190-2016). Every figure carries its place: page, box on the page in points, table, row
 * and cell. The pages of several documents in one file follow one another. Watermarks, seals and invisible objects are not text;
 * signatures are not verified, which a finding reports.
 *
 * @throws `DisclosureReportError` `format.unsupported` for any other kind of file and for an encrypted one;
 * `format.corrupt`, `format.limit` or `format.unsafe` for a container that is not right. What is wrong with the report itself
 * is a finding.
 * @example
 * ```ts
 * const notOfd = readOfd(new TextEncoder().encode("%PDF-1.7"), { language: "en" });
 * (await notOfd.catch((error) => error.code)); //=> "format.unsupported"
 * ```
 */
export async function readOfd(file: Uint8Array | ArrayBuffer, options?: ReadOptions): Promise<Reading> {
  options ??= {};
  const language = options.language ?? "zh";
  const { bytes } = expectFormat(["ofd"], file, language);
  const { pages, signed } = ofdPages(bytes, language);
  const reading = readPagesOf(pages, "ofd", options);
  if (!signed) return reading;
  return {
    ...reading,
    findings: [finding(ofdMessages, "ofd.signed", {}, language, { severity: "advice" }), ...reading.findings],
  };
}
