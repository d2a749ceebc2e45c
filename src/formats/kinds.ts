import type { Sentence } from "../findings/finding.js";

/** A kind of file: what it is called, and the function that reads it or, where there is none, what to do instead. */
interface Kind {
  readonly what: Sentence;
  readonly reader?: string;
  readonly advice?: Sentence;
}

const named = (zh: string, en: string): Sentence => ({ zh, en });

const saveAs = (extension: string): Sentence => ({
  zh: `请用WPS或Office打开，另存为${extension}后再读取。`,
  en: `Open it in WPS or Office and save it as ${extension}.`,
});

const AS_DOCX = saveAs(".docx");
const AS_XLSX = saveAs(".xlsx");
const AS_EITHER = saveAs(".docx / .xlsx");
const RECOGNISE: Sentence = {
  zh: "图片里没有文字。请取得原来的Word、Excel或网页文件，或用文字识别（OCR）软件转为.docx并核对数字。",
  en: "There is no text in a picture. Get the original Word, Excel or web page, or turn it into .docx by text recognition (OCR) and check the figures.",
};
const UNPACK: Sentence = {
  zh: "请先解压，再读取其中的年度报告文件（.docx、.xlsx、网页或文本）。",
  en: "Unpack it and read the report inside (.docx, .xlsx, a web page or text).",
};
const ORIGINAL: Sentence = {
  zh: "可以读取的是.docx、.xlsx、.doc、.xls、PDF、OFD、网页（HTML）、文本、CSV和JSON。",
  en: "What can be read: .docx, .xlsx, .doc, .xls, PDF, OFD, web pages (HTML), text, CSV and JSON.",
};
const DECRYPT: Sentence = {
  zh: "请打开后取消密码，另存为.docx或.xlsx。",
  en: "Open it, remove the password and save it as .docx or .xlsx.",
};

/** Every kind of file that is recognized. One with a `reader` can be read; {@link Format} is derived from that. */
export const kinds = {
  docx: { what: named("Word文件（.docx）", "a Word file (.docx)"), reader: "readDocx" },
  xlsx: { what: named("Excel文件（.xlsx）", "an Excel file (.xlsx)"), reader: "readXlsx" },
  html: { what: named("网页", "a web page"), reader: "readHtml" },
  text: { what: named("文本", "a text"), reader: "readText" },
  csv: { what: named("CSV文件", "a CSV file"), reader: "readCsv" },
  json: { what: named("JSON", "JSON"), reader: "parseReport" },

  doc: {
    what: named("旧版Word文件或WPS文字文件（.doc、.wps）", "an old Word or WPS Writer file (.doc, .wps)"),
    reader: "readDoc",
  },
  xls: {
    what: named("旧版Excel文件或WPS表格文件（.xls、.et）", "an old Excel or WPS Spreadsheets file (.xls, .et)"),
    reader: "readXls",
  },
  excel95: { what: named("Excel 5.0/95格式的文件（.xls）", "a file of Excel 5.0 or 95 (.xls)"), advice: AS_XLSX },
  oldWps: { what: named("早期的WPS文字文件（.wps）", "an early WPS Writer file (.wps)"), advice: AS_DOCX },
  oldEt: { what: named("早期的WPS表格文件（.et）", "an early WPS Spreadsheets file (.et)"), advice: AS_XLSX },
  oldOffice: { what: named("这种旧版Office文件", "this old Office file"), advice: AS_EITHER },
  encrypted: { what: named("加密的Office文件", "an encrypted Office file"), advice: DECRYPT },
  xlsb: { what: named("二进制Excel文件（.xlsb）", "a binary Excel file (.xlsb)"), advice: AS_XLSX },
  pptx: { what: named("演示文稿（.pptx）", "a presentation (.pptx)"), advice: ORIGINAL },
  rtf: { what: named("RTF文件", "an RTF file"), reader: "readRtf" },
  word2003: { what: named("Word 2003 XML文件", "a Word 2003 XML file"), reader: "readDocx" },
  excel2003: { what: named("Excel 2003 XML文件", "an Excel 2003 XML file"), reader: "readXlsx" },
  flatOpc: { what: named("Word平面XML文件（Flat OPC）", "a flat XML Word file (Flat OPC)"), reader: "readDocx" },
  odt: { what: named("OpenDocument文本（.odt）", "an OpenDocument text (.odt)"), reader: "readOpenDocument" },
  ods: { what: named("OpenDocument表格（.ods）", "an OpenDocument spreadsheet (.ods)"), reader: "readOpenDocument" },
  fodt: { what: named("单一XML的OpenDocument文本（.fodt）", "a flat OpenDocument text (.fodt)"), reader: "readOpenDocument" },
  fods: {
    what: named("单一XML的OpenDocument表格（.fods）", "a flat OpenDocument spreadsheet (.fods)"),
    reader: "readOpenDocument",
  },
  openDocument: { what: named("OpenDocument文件", "an OpenDocument file"), advice: AS_EITHER },
  uof: { what: named("标文通文件（UOF）", "a Uniform Office Format file (UOF)"), advice: AS_EITHER },
  mhtml: { what: named("网页归档文件（.mht）", "a web archive (.mht)"), reader: "readMhtml" },
  pdf: { what: named("PDF文件", "a PDF file"), reader: "readPdf" },
  ofd: { what: named("OFD文件", "an OFD file"), reader: "readOfd" },
  epub: { what: named("电子书（.epub）", "an e-book (.epub)"), advice: ORIGINAL },
  png: { what: named("PNG图片", "a PNG picture"), advice: RECOGNISE },
  jpeg: { what: named("JPEG图片", "a JPEG picture"), advice: RECOGNISE },
  tiff: { what: named("TIFF图片", "a TIFF picture"), advice: RECOGNISE },
  gif: { what: named("GIF图片", "a GIF picture"), advice: RECOGNISE },
  webp: { what: named("WebP图片", "a WebP picture"), advice: RECOGNISE },
  bmp: { what: named("BMP图片", "a BMP picture"), advice: RECOGNISE },
  rar: { what: named("RAR压缩包", "a RAR archive"), advice: UNPACK },
  sevenZip: { what: named("7z压缩包", "a 7z archive"), advice: UNPACK },
  gzip: { what: named("GZIP压缩包", "a GZIP archive"), advice: UNPACK },
  zip: { what: named("压缩包", "an archive"), advice: UNPACK },
  emptyZip: { what: named("空的压缩包", "an empty archive"), advice: UNPACK },
  splitZip: { what: named("分卷压缩包", "an archive in several volumes"), advice: UNPACK },
  empty: { what: named("空文件", "an empty file"), advice: ORIGINAL },
  binary: { what: named("这种文件，它不是文本", "this file, which is not text"), advice: ORIGINAL },
} as const satisfies Readonly<Record<string, Kind>>;

export type KindId = keyof typeof kinds;

/** The kinds of file that can be read. */
export type Format = { [K in KindId]: (typeof kinds)[K] extends { readonly reader: string } ? K : never }[KindId];

/** Kinds by what a file begins with, in the order in which they are tried. */
export const SIGNATURES: readonly (readonly [signature: string, offset: number, kind: KindId])[] = [
  ["%PDF-", 0, "pdf"],
  ["\x89PNG\r\n", 0, "png"],
  ["\xff\xd8\xff", 0, "jpeg"],
  ["II*\0", 0, "tiff"],
  ["MM\0*", 0, "tiff"],
  ["GIF8", 0, "gif"],
  ["WEBP", 8, "webp"],
  ["{\\rtf", 0, "rtf"],
  ["Rar!\x1a\x07", 0, "rar"],
  ["7z\xbc\xaf\x27\x1c", 0, "sevenZip"],
  ["\x1f\x8b", 0, "gzip"],
  ["PK\x05\x06", 0, "emptyZip"],
  ["PK\x07\x08", 0, "splitZip"],
];

/** Kinds of OLE compound files by the name of the stream that holds the document. */
export const OLE_STREAMS: readonly (readonly [stream: string, kind: KindId])[] = [
  ["EncryptedPackage", "encrypted"],
  ["WordDocument", "doc"],
  ["Workbook", "xls"],
  ["Book", "excel95"],
];

/** Kinds of OLE compound files that only the file name shows: those of WPS before it adopted the formats of Office. */
export const OLE_EXTENSIONS: ReadonlyMap<string, KindId> = new Map([
  ["wps", "oldWps"],
  ["et", "oldEt"],
]);

/** Kinds of Office Open XML by the content type of the main part. Templates and files with macros are read too, macros never. */
export const MAIN_TYPES: readonly (readonly [pattern: RegExp, kind: KindId])[] = [
  [
    /^application\/(?:vnd\.openxmlformats-officedocument\.wordprocessingml|vnd\.ms-word)\.(?:document|template)\b.*\bmain\+xml$/i,
    "docx",
  ],
  [
    /^application\/(?:vnd\.openxmlformats-officedocument\.spreadsheetml|vnd\.ms-excel)\.(?:sheet|template)\b.*\bmain\+xml$/i,
    "xlsx",
  ],
  [/^application\/vnd\.ms-excel\.sheet\.binary\./i, "xlsb"],
  [/presentationml|ms-powerpoint/i, "pptx"],
];

/** Kinds of containers that name a type in an entry called `mimetype`. The first that fits counts. */
export const MIME_TYPES: readonly (readonly [type: string, kind: KindId])[] = [
  ["application/vnd.oasis.opendocument.text", "odt"],
  ["application/vnd.oasis.opendocument.spreadsheet", "ods"],
  ["application/epub", "epub"],
  ["application/vnd.oasis.opendocument", "openDocument"],
];

/** Kinds of containers by an entry that only they have. */
export const MARKING_ENTRIES: readonly (readonly [entry: string, kind: KindId])[] = [
  ["OFD.xml", "ofd"],
  ["uof.xml", "uof"],
];

/** Kinds of XML files by their root element: its namespace, its name, and a text that its tag must contain. */
export const ROOTS: readonly (readonly [namespace: RegExp, name: string, contains: string, kind: KindId])[] = [
  [/^urn:schemas-microsoft-com:office:spreadsheet$/, "Workbook", "", "excel2003"],
  [/^http:\/\/schemas\.microsoft\.com\/office\/word\/20\d\d\/wordml$/, "wordDocument", "", "word2003"],
  [/^http:\/\/schemas\.microsoft\.com\/office\/2006\/xmlPackage$/, "package", "", "flatOpc"],
  [/^urn:oasis:names:tc:opendocument:xmlns:office:/, "document", "opendocument.text", "fodt"],
  [/^urn:oasis:names:tc:opendocument:xmlns:office:/, "document", "opendocument.spreadsheet", "fods"],
  [/^urn:oasis:names:tc:opendocument:xmlns:office:/, "document", "", "openDocument"],
  [/\buof\b/i, "UOF", "", "uof"],
];

/** Kinds of text recognized by their beginning, where there is no root element. */
export const BEGINNINGS: readonly (readonly [pattern: RegExp, kind: KindId])[] = [
  [/^\s*(?:<\?xml[^>]*>\s*)?<\?mso-application\s+progid="Word/i, "word2003"],
  [/^\s*(?:<\?xml[^>]*>\s*)?<\?mso-application\s+progid="Excel/i, "excel2003"],
  [/^(?:[\w-]+:[^\n]*\n){0,20}?mime-version:/i, "mhtml"],
  [/^\s*(?:\{\s*["}]|\[\s*[[{"\]])/, "json"],
];
