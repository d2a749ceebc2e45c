import { finding, type Language, type Sentence } from "../findings/finding.js";
import type { Reading, ReadOptions } from "../reading/readDocument.js";
import { schemaMessages } from "../report/messages.js";
import { type ParseResult, safeParseDraftJson } from "../report/parse.js";
import type { Draft } from "../report/types.js";
import { bytesOf } from "./content.js";
import { type Decoded, decodeBytes } from "./decode.js";
import { detectFormat, type Format } from "./detect.js";
import { pageInJson } from "./html/pageInJson.js";

/** Options of {@link readAny}. */
export interface ReadAnyOptions extends ReadOptions {
  /** Name of the file, used in messages only: the format is determined by the content. */
  readonly name?: string;
}

/** What a file of any kind held: a document that was read, or JSON that was parsed. */
export type AnyReading =
  | { readonly kind: "reading"; readonly format: Exclude<Format, "json">; readonly reading: Reading }
  | { readonly kind: "draft"; readonly format: "json"; readonly result: ParseResult<Draft> };

/**
 * Reads a file of any kind that can be read, whatever it is called. Only the reader that is needed is loaded. JSON that holds
 * a web page, as the interfaces of portals answer, is read as that page.
 *
 * @throws DisclosureReportError `format.…` for a file that cannot be read, with what to convert it to, and the errors of the
 * single readers.
 */
export async function readAny(file: Uint8Array | ArrayBuffer | Blob, options?: ReadAnyOptions): Promise<AnyReading> {
  const { name = null, language = "zh" } = options ?? {};
  const bytes = await bytesIn(file, language);
  const format = detectFormat(bytes, name, language);
  if (format !== "json") return { kind: "reading", format, reading: await READERS[format](bytes, { language }) };
  const { text, ...decoded } = decodeBytes(bytes);
  const result = readJson(text, decoded, language);
  const page = result.success ? null : pageInJson(text);
  if (page === null) return { kind: "draft", format, result };
  return { kind: "reading", format: "html", reading: (await import("./html/read.js")).readWrappedPage(page, { language }) };
}

/** The bytes of a file, in whatever of the usual forms a caller has it. */
async function bytesIn(file: unknown, language: Language): Promise<Uint8Array> {
  return bytesOf(typeof Blob === "function" && file instanceof Blob ? await file.arrayBuffer() : file, language);
}

/** JSON has no room for doubt: nothing is taken of a file with bytes that mean nothing, nor of one in an older encoding. */
function readJson(text: string, { encoding, damaged }: Omit<Decoded, "text">, language: Language): ParseResult<Draft> {
  const result = safeParseDraftJson(text, { language });
  const reason = damaged > 0 ? brokenBytes(damaged) : encoding.startsWith("utf-") ? null : OTHER_ENCODING;
  if (reason === null) return result;
  const found = finding(schemaMessages, "schema.json", { reason }, language, { actual: damaged > 0 ? damaged : encoding });
  return { success: false, findings: [found, ...(result.success ? [] : result.findings)] };
}

const brokenBytes = (count: number): Sentence => ({
  zh: `有${count}处字节已损坏，无法识别`,
  en: `${count} bytes or groups of bytes are damaged`,
});

/** Bytes of a damaged text in UTF-8 are often valid in GB18030, as other characters. */
const OTHER_ENCODING: Sentence = {
  zh: "JSON须用UTF-8编码，该文件不是UTF-8，或者已损坏",
  en: "JSON is written in UTF-8; the file is in another encoding or damaged",
};

const READERS: Readonly<Record<Exclude<Format, "json">, (bytes: Uint8Array, options: ReadOptions) => Promise<Reading>>> = {
  docx: async (bytes, options) => (await import("./docx/read.js")).readDocx(bytes, options),
  xlsx: async (bytes, options) => (await import("./xlsx/read.js")).readXlsx(bytes, options),
  flatOpc: async (bytes, options) => (await import("./docx/read.js")).readDocx(bytes, options),
  word2003: async (bytes, options) => (await import("./docx/read.js")).readDocx(bytes, options),
  excel2003: async (bytes, options) => (await import("./xlsx/read.js")).readXlsx(bytes, options),
  doc: async (bytes, options) => (await import("./doc/read.js")).readDoc(bytes, options),
  xls: async (bytes, options) => (await import("./xls/read.js")).readXls(bytes, options),
  pdf: async (bytes, options) => (await import("./pdf/read.js")).readPdf(bytes, options),
  odt: async (bytes, options) => (await import("./opendocument/read.js")).readOpenDocument(bytes, options),
  ods: async (bytes, options) => (await import("./opendocument/read.js")).readOpenDocument(bytes, options),
  fodt: async (bytes, options) => (await import("./opendocument/read.js")).readOpenDocument(bytes, options),
  fods: async (bytes, options) => (await import("./opendocument/read.js")).readOpenDocument(bytes, options),
  rtf: async (bytes, options) => (await import("./rtf/read.js")).readRtf(bytes, options),
  mhtml: async (bytes, options) => (await import("./mhtml/read.js")).readMhtml(bytes, options),
  ofd: async (bytes, options) => (await import("./ofd/read.js")).readOfd(bytes, options),
  html: async (bytes, options) => (await import("./html/read.js")).readHtml(bytes, options),
  csv: async (bytes, options) => (await import("./csv/read.js")).readCsv(bytes, options),
  text: async (bytes, options) => (await import("./text/read.js")).readText(bytes, options),
};
