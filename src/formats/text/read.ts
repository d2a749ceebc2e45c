import { MAX_PLAIN_TEXT_LENGTH } from "../../reading/limits.js";
import { type Reading, type ReadOptions, readDocument } from "../../reading/readDocument.js";
import { contentOf } from "../content.js";
import { decodeBytes } from "../decode.js";
import { textTooLarge } from "../messages.js";
import { textDocument } from "./textDocument.js";

/**
 * Reads the report in a plain text (纯文本): one cell a line; rows whose cells are parted by tabs, wide gaps or bars, Markdown
 * among them; tables drawn with lines as `renderText` writes them; and what a tool makes of a file with pages, where
 * headings are broken around their figures. Every figure carries its line. A row that lacks a cell stays blank; figures never
 * move over. Bytes are decoded by `decodeText`.
 *
 * @throws `DisclosureReportError` `reading.tooLarge` for a text beyond the limit; `format.unsupported` for what is neither text nor bytes.
 *
 * @example
 * ```ts
 * const text = "某县2023年政府信息公开工作年度报告\n\n\t信息内容\n\t本年处理决定数量\n\n\t行政许可\n\t1110\n\n\t行政处罚\n\t75\n";
 * const reading = readText(text, { language: "en" });
 * reading.draft?.agency?.name; //=> "某县"
 * reading.places["disclosure.administrativePenalty.decisions"]?.line; //=> 10
 * reading.log.filter(({ raw }) => raw !== null).map(({ value }) => value); //=> [1110, 75]
 * ```
 */
export function readText(given: string | Uint8Array | ArrayBuffer, options?: ReadOptions): Reading {
  options ??= {};
  const input = contentOf(given, options.language);
  if (input.length > MAX_PLAIN_TEXT_LENGTH) {
    throw textTooLarge(MAX_PLAIN_TEXT_LENGTH, options.language);
  }
  if (typeof input === "string") return readDocument(textDocument(input), options);
  const { text, damaged } = decodeBytes(input);
  return readDocument({ ...textDocument(text), damaged }, options);
}
