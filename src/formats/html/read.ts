import { DisclosureReportError } from "../../findings/error.js";
import { MAX_INPUT_LENGTH } from "../../reading/limits.js";
import { type Reading, type ReadOptions, readDocument } from "../../reading/readDocument.js";
import { decodeBytes } from "../decode.js";
import { htmlDocument } from "./htmlDocument.js";
import { parseHtml } from "./parseHtml.js";

/** Options of {@link readHtml}. */
export interface ReadHtmlOptions extends ReadOptions {
  /** The charset that an HTTP header declares; used for bytes that are not UTF-8. */
  readonly charset?: string;
}

/**
 * Reads the report in a web page (网页). Every figure is found by the headings of its row and its column and carries its place:
 * table, row, cell, line, offset. What cannot be told for certain stays blank, with a finding that says why. Nothing is
 * fetched, no script is looked at. A string is taken as it is; bytes are decoded by `decodeText`.
 *
 * @throws `DisclosureReportError` `reading.tooLarge`, `reading.tooDeep`, `reading.tooManyElements` or
 * `reading.tooManyStyles` for a page beyond the limits; nothing else.
 *
 * @example
 * ```ts
 * const page = "<h1>某县2023年政府信息公开工作年度报告</h1>" + "<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>１，１１０件</table>";
 * const reading = readHtml(page, { language: "en" });
 * reading.draft?.year; //=> 2023
 * reading.places.get("disclosure.administrativeLicensing.decisions")?.row; //=> 2
 * reading.log.find(({ raw }) => raw !== null)?.value; //=> 1110
 * ```
 */
export function readHtml(input: string | Uint8Array, options: ReadHtmlOptions = {}): Reading {
  if (input.length > MAX_INPUT_LENGTH) {
    throw new DisclosureReportError("reading.tooLarge", `the page is larger than ${MAX_INPUT_LENGTH} characters`);
  }
  const { charset } = options;
  if (typeof input === "string") return readDocument(htmlDocument(parseHtml(input)), options);
  const { text, damaged } = decodeBytes(input, charset === undefined ? {} : { charset });
  return readDocument({ ...htmlDocument(parseHtml(text)), damaged }, options);
}
