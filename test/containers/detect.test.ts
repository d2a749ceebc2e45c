import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/docx.js";
import { detectFormat } from "../../src/formats/detect.js";
import { readAny } from "../../src/formats/readAny.js";
import { toJson } from "../../src/index.js";
import { readXlsx } from "../../src/xlsx.js";
import { compoundFile } from "../formats/binary.js";
import { corpus } from "../support/corpus.js";
import { seda2023 } from "../support/seda.js";
import { plainPage } from "./office.js";
import { docxFile, p, relationships, xlsxFile, zip } from "./support.js";

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** A compound file with one stream. */
const ole = (stream: string) => compoundFile({ [stream]: new Uint8Array(1) });

const flatOdf = (type: string): string =>
  `<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.${type}"></office:document>`;

/** Text in UTF-16, with a byte order mark or without. */
function utf16(text: string, order: "le" | "be", mark = "\ufeff"): Uint8Array {
  return Uint8Array.from(
    [...(mark + text)].flatMap((char) => {
      const pair = [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8];
      return order === "le" ? pair : pair.reverse();
    }),
  );
}

const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;
const docxType = override(
  "/word/document.xml",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
);
const types = (...items: readonly string[]): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${items.join("")}</Types>`;

const typed = (type: string) =>
  zip({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="application/${type}"/></Types>`,
  });

describe("detectFormat", () => {
  it.each([
    ["docx", docxFile(p("a"))],
    ["doc", ole("WordDocument")],
    ["rtf", bytes("{\\rtf1\\ansi")],
    ["odt", zip({ mimetype: "application/vnd.oasis.opendocument.text" })],
    ["ods", zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" })],
    ["mhtml", strToU8("From: <Saved by WPS>\r\nMIME-Version: 1.0\r\n\r\n<html>")],
    ["fodt", strToU8(flatOdf("text"))],
    ["fods", strToU8(flatOdf("spreadsheet"))],
    ["xls", ole("WORKBOOK")],
    ["xls", compoundFile({ Book: new Uint8Array(1), Workbook: new Uint8Array(1) })],
    ["docx", typed("vnd.ms-word.document.macroEnabled.main+xml")],
    ["docx", typed("vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")],
    ["xlsx", xlsxFile({ sheets: [{ rows: "" }] })],
    ["xlsx", typed("vnd.ms-excel.sheet.macroEnabled.main+xml")],
    ["word2003", strToU8('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w/>')],
    ["excel2003", strToU8('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>')],
    ["excel2003", strToU8('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>')],
    ["word2003", strToU8('<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>')],
    [
      "flatOpc",
      strToU8(
        '<?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
      ),
    ],
    ["html", strToU8("<!DOCTYPE html><p>a</p>")],
    ["html", strToU8("\ufeff  <TABLE border=0><tr><td>a</td></tr></TABLE>")],
    ["html", bytes("<html xmlns:o='urn:schemas-microsoft-com:office:office'><body>\xd6\xd0\xb9\xfa")],
    ["html", Uint8Array.from([0xff, 0xfe, ...[..."<p>a</p>"].flatMap((char) => [char.charCodeAt(0), 0])])],
    ["html", strToU8('<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>')],
    ["html", strToU8("<p>一、总体情况</p>")],
    ["html", strToU8("<root><content><![CDATA[<table><tr><td>1</td></tr></table>]]></content></root>")],
    ["html", strToU8("<p>5\0</p>")],
    ["html", strToU8("\0<html>")],
    ["html", utf16("<p>某县</p>", "le", "")],
    ["html", utf16("<p>某县</p>", "be", "")],
    ["json", utf16('{"edition": "2021"}', "le", "")],
    ["text", utf16("某县\n1", "le", "")],
    ["text", strToU8("某县<br>\n| 行政许可 | 1 |")],
    ["text", strToU8("<p>某县</p>\n\n| 行政许可 | 1 |\n| --- | --- |")],
    ["text", strToU8(`某县\0${"一".repeat(200)}`)],
    [
      "docx",
      docxFile(p("a"), {
        "[Content_Types].xml": types(
          '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>',
          docxType,
        ),
      }),
    ],
    [
      "docx",
      docxFile(p("a"), {
        "[Content_Types].xml": types(
          override(
            "/word/embeddings/a.pptx",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
          ),
          docxType,
        ),
      }),
    ],
    [
      "docx",
      docxFile(p("a"), {
        "[Content_Types].xml": types(
          override("/word/embeddings/a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
          docxType,
        ),
      }),
    ],
    [
      "docx",
      docxFile(p("a"), {
        "[Content_Types].xml": types(
          '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
        ),
      }),
    ],
    ["text", strToU8("一、总体情况\n第1项 < 第2项")],
    ["text", strToU8("[索引号] 1")],
    ["text", bytes("\xd6\xd0\xb9\xfa")],
    ["text", strToU8("BM 报告")],
    ["json", strToU8('\n{ "edition": "2021" }')],
    ["json", strToU8("{}")],
    ["json", strToU8(`${" \n".repeat(40_000)}{}`)],
    ["html", strToU8(`${"\t\r\n ".repeat(20_000)}<html>`)],
    ["json", strToU8('[{"edition": "2021"}]')],
  ])("finds %s (%#)", (expected, content) => {
    expect(detectFormat(content, "report.bin")).toBe(expected);
  });

  it.each([
    ["an empty file", new Uint8Array(), null, /empty/],
    ["an early .wps", ole("x"), "报告.WPS", /\.wps\).*\.docx/],
    ["an early .et", ole("x"), "a.et", /\.et\).*\.xlsx/],
    ["an old .xls", ole("Book"), null, /Excel 5.0 or 95 \(\.xls\).*\.xlsx/],
    ["another OLE file", ole("x"), null, /old Office file/],
    ["an encrypted file", ole("EncryptedPackage"), "a.docx", /encrypted.*password/],
    [".png", bytes("\x89PNG\r\n\x1a\n"), null, /PNG.*OCR/],
    [".jpg", bytes("\xff\xd8\xff\xe0"), null, /JPEG.*OCR/],
    [".tif", bytes("II*\0"), null, /TIFF/],
    [".tif, big-endian", bytes("MM\0*"), null, /TIFF/],
    [".gif", bytes("GIF89a"), null, /GIF/],
    [".bmp", bytes("BM\x10\0\0\0\0\0\0\0"), null, /BMP/],
    [".webp", bytes("RIFF\0\0\0\0WEBPVP8"), null, /WebP/],
    [".rar", bytes("Rar!\x1a\x07\0"), null, /RAR.*Unpack/],
    [".7z", bytes("7z\xbc\xaf\x27\x1c"), null, /7z.*Unpack/],
    [".gz", bytes("\x1f\x8b\x08"), null, /GZIP/],
    [".odp", zip({ mimetype: "application/vnd.oasis.opendocument.presentation" }), null, /OpenDocument/],
    [".pptx", typed("vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), null, /\.pptx/],
    [".xlsb", typed("vnd.ms-excel.sheet.binary.macroEnabled.main"), null, /\.xlsb.*\.xlsx/],
    ["another archive", zip({ "report.docx": docxFile("") }), null, /archive.*Unpack/],
    ["an empty archive", bytes(`PK\x05\x06${"\0".repeat(18)}`), null, /empty archive/],
    ["UOF", strToU8('<uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof" uof:language="cn"></uof:UOF>'), null, /UOF/],
    ["UOF in a container", zip({ "uof.xml": "<a/>" }), null, /UOF/],
    ["binary data", Uint8Array.from([1, 2, 0, 3]), null, /not text/],
  ])("says what to convert %s to", (_, content, name, message) => {
    expect(() => detectFormat(content, name, "en")).toThrow(
      expect.objectContaining({
        name: "DisclosureReportError",
        code: "format.unsupported",
        message: expect.stringMatching(message),
      }),
    );
    expect(() => detectFormat(content, name)).toThrow(/不能读取/);
  });

  it("says that an archive is cut off", () => {
    expect(() => detectFormat(docxFile(p("a")).subarray(0, 400))).toThrow(expect.objectContaining({ code: "format.corrupt" }));
  });
});

describe("readDocx and readXlsx", () => {
  it.each([
    ["a workbook", readDocx, xlsxFile({ sheets: [{ rows: "" }] }), /readXlsx/],
    ["a page", readDocx, strToU8("<p>a</p>"), /readHtml/],
    ["a document", readXlsx, docxFile(""), /readDocx/],
    ["JSON", readXlsx, strToU8("{}"), /parseReport/],
  ])("refuse %s and name its reader", async (_, read, content, message) => {
    await expect(read(content, { language: "en" })).rejects.toMatchObject({
      code: "format.unsupported",
      message: expect.stringMatching(message),
    });
  });

  it("find nothing in an empty document, and say so", async () => {
    expect((await readDocx(docxFile(""))).findings.map(({ code }) => code)).toEqual(["reading.noTables"]);
    expect((await readXlsx(xlsxFile({ sheets: [] }))).findings.map(({ code }) => code)).toEqual(["reading.noTables"]);
  });

  it("refuse a container without its main part", async () => {
    const noMain = docxFile("", { "_rels/.rels": relationships(["rId1", "officeDocument", "../../etc/passwd"]) });
    await expect(readDocx(noMain)).rejects.toMatchObject({ code: "format.corrupt" });
    await expect(readDocx(docxFile("", { "word/document.xml": "<a/>" }))).rejects.toMatchObject({ code: "format.corrupt" });
    await expect(readXlsx(xlsxFile({ sheets: [] }).subarray())).resolves.toBeDefined();
  });

  it("look at nothing outside of the file", async () => {
    const external = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/styles" TargetMode="External" Target="http://127.0.0.1:9/styles.xml"/></Relationships>`;
    const file = docxFile(p("a"), { "word/_rels/document.xml.rels": external });
    await expect(readDocx(file)).resolves.toBeDefined();
  });
});

describe("readAny", () => {
  const page = plainPage(seda2023, "色达县2023年政府信息公开工作年度报告");

  it("reads by content, whatever the name", async () => {
    const result = await readAny(strToU8(page), { name: "report.docx" });
    expect(result).toMatchObject({
      kind: "reading",
      format: "html",
      reading: { report: { year: 2023, requests: seda2023.requests } },
    });
  });

  it("parses JSON", async () => {
    expect(await readAny(strToU8(toJson(seda2023)))).toEqual({
      kind: "draft",
      format: "json",
      result: { success: true, data: seda2023 },
    });
    expect(await readAny(strToU8('{"edition": "x"}'))).toMatchObject({ kind: "draft", result: { success: false } });
  });

  it.skipIf(corpus("seda-2023.txt") === null)("reads a published text", async () => {
    const result = await readAny(corpus("seda-2023.txt") ?? new Uint8Array());
    expect(result).toMatchObject({ kind: "reading", format: "text", reading: { draft: { requests: seda2023.requests } } });
  });
});

describe("what readAny is given", () => {
  const json = strToU8('{"edition":"2021"}');

  it("may be bytes, a buffer or a blob", async () => {
    for (const file of [json, json.slice().buffer, new Blob([json])]) {
      expect(await readAny(file)).toMatchObject({ kind: "draft", result: { success: true } });
    }
  });

  it.each([[undefined], [null], ["report.docx"], [42], [{}]])("is refused with what to do: %j", async (file) => {
    await expect(readAny(file as unknown as Uint8Array, { language: "en" })).rejects.toMatchObject({
      code: "format.unsupported",
      message: expect.stringContaining("Uint8Array"),
    });
  });
});
