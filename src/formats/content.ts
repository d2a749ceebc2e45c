import { describe } from "../_internal/describe.js";
import type { Language, Sentence } from "../findings/finding.js";
import { formatError } from "./messages.js";

/**
 * The bytes of a file that a caller gave.
 *
 * @throws `DisclosureReportError` `format.unsupported` for a path, a text or anything else that holds no bytes.
 */
export function bytesOf(file: unknown, language: Language = "zh"): Uint8Array {
  const bytes = bytesIn(file);
  if (bytes === null) throw notContent(file, BYTES, language);
  return bytes;
}

/** The text or the bytes that a caller gave. @throws as {@link bytesOf}. */
export function contentOf(input: unknown, language: Language = "zh"): string | Uint8Array {
  const content = typeof input === "string" ? input : bytesIn(input);
  if (content === null) throw notContent(input, TEXT, language);
  return content;
}

/** The bytes of a `Uint8Array`, `ArrayBuffer` or view. Those of another realm (a window, a test environment) fail `instanceof`. */
function bytesIn(file: unknown): Uint8Array | null {
  if (file instanceof Uint8Array) return file;
  if (ArrayBuffer.isView(file)) return new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  return isArrayBuffer(file) ? new Uint8Array(file) : null;
}

function isArrayBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === "[object ArrayBuffer]";
}

function notContent(found: unknown, advice: Sentence, language: Language): Error {
  const what = describe(found);
  return formatError("format.unsupported", { what: { zh: `此输入（${what}）`, en: `this input (${what})` }, advice }, language);
}

const BYTES: Sentence = {
  zh: "请传入文件的内容：Uint8Array或ArrayBuffer（readAny也可传入Blob）；路径请先读成内容。",
  en: "Give the content of the file, a Uint8Array or an ArrayBuffer (or a Blob to readAny); read a path first.",
};

const TEXT: Sentence = {
  zh: "请传入文件的内容：字符串、Uint8Array或ArrayBuffer。",
  en: "Give the content of the file: a string, a Uint8Array or an ArrayBuffer.",
};
