import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/docx.js";
import { detectFormat } from "../../src/formats/detect.js";
import { readAny } from "../../src/formats/readAny.js";
import { toJson } from "../../src/index.js";
import { readXlsx } from "../../src/xlsx.js";
import { corpus } from "../support/corpus.js";
import { seda2023 } from "../support/seda.js";
import { plainPage } from "./office.js";
import { docxFile, p, relationships, xlsxFile, zip } from "./support.js";

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/** An OLE compound file as far as it is looked at: its signature and the directory entry of one stream. */
function ole(stream: string): Uint8Array {
  const file = new Uint8Array(1024);
  file.set(bytes(OLE));
  [...stream].forEach((char, i) => {
    file[512 + i * 2] = char.charCodeAt(0);
  });
  file[512 + 64] = stream.length * 2 + 2;
  file[512 + 66] = 2;
  return file;
}

const typed = (type: string) =>
  zip({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="application/${type}"/></Types>`,
  });

describe("detectFormat", () => {
  it.each([
    ["docx", docxFile(p("a"))],
    ["docx", typed("vnd.ms-word.document.macroEnabled.main+xml")],
    ["docx", typed("vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")],
    ["xlsx", xlsxFile({ sheets: [{ rows: "" }] })],
    ["xlsx", typed("vnd.ms-excel.sheet.macroEnabled.main+xml")],
    ["html", strToU8("<!DOCTYPE html><p>a</p>")],
    ["html", strToU8("\ufeff  <TABLE border=0><tr><td>a</td></tr></TABLE>")],
    ["html", bytes("<html xmlns:o='urn:schemas-microsoft-com:office:office'><body>\xd6\xd0\xb9\xfa")],
    ["html", Uint8Array.from([0xff, 0xfe, ...[..."<p>a</p>"].flatMap((char) => [char.charCodeAt(0), 0])])],
    ["html", strToU8('<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>')],
    ["text", strToU8("一、总体情况\n第1项 < 第2项")],
    ["text", strToU8("[索引号] 1")],
    ["text", bytes("\xd6\xd0\xb9\xfa")],
    ["text", strToU8("BM 报告")],
    ["json", strToU8('\n{ "edition": "2021" }')],
    ["json", strToU8("{}")],
    ["json", strToU8('[{"edition": "2021"}]')],
  ])("finds %s (%#)", (expected, content) => {
    expect(detectFormat(content, "report.bin")).toBe(expected);
  });

  it.each([
    ["an empty file", new Uint8Array(), null, /empty/],
    [".doc", ole("WordDocument"), "a.doc", /\.doc\).*\.docx/],
    [".wps", ole("WordDocument"), "报告.WPS", /\.wps\).*\.docx/],
    [".doc or .wps without a name", ole("WordDocument"), null, /\.doc\) or .*\.wps\).*\.docx/],
    [".xls", ole("Workbook"), "a.xls", /\.xls\).*\.xlsx/],
    [".et", ole("Workbook"), "a.et", /\.et\).*\.xlsx/],
    ["an old .xls", ole("Book"), null, /\.xls\).*\.xlsx/],
    ["another OLE file", ole("x"), null, /old Office file/],
    ["an encrypted file", ole("EncryptedPackage"), "a.docx", /encrypted.*password/],
    [".pdf", bytes("%PDF-1.7\n"), null, /PDF.*\.docx/],
    [".png", bytes("\x89PNG\r\n\x1a\n"), null, /PNG.*OCR/],
    [".jpg", bytes("\xff\xd8\xff\xe0"), null, /JPEG.*OCR/],
    [".tif", bytes("II*\0"), null, /TIFF/],
    [".tif, big-endian", bytes("MM\0*"), null, /TIFF/],
    [".gif", bytes("GIF89a"), null, /GIF/],
    [".bmp", bytes("BM\x10\0\0\0\0\0\0\0"), null, /BMP/],
    [".webp", bytes("RIFF\0\0\0\0WEBPVP8"), null, /WebP/],
    [".rtf", bytes("{\\rtf1\\ansi"), null, /RTF.*\.docx/],
    [".rar", bytes("Rar!\x1a\x07\0"), null, /RAR.*Unpack/],
    [".7z", bytes("7z\xbc\xaf\x27\x1c"), null, /7z.*Unpack/],
    [".gz", bytes("\x1f\x8b\x08"), null, /GZIP/],
    [".odt", zip({ mimetype: "application/vnd.oasis.opendocument.text" }), null, /\.odt.*\.docx/],
    [".ods", zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }), null, /\.ods.*\.xlsx/],
    [".odp", zip({ mimetype: "application/vnd.oasis.opendocument.presentation" }), null, /OpenDocument/],
    [".ofd", zip({ "OFD.xml": "<ofd/>" }), null, /OFD/],
    [".pptx", typed("vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), null, /\.pptx/],
    [".xlsb", typed("vnd.ms-excel.sheet.binary.macroEnabled.main"), null, /\.xlsb.*\.xlsx/],
    ["another archive", zip({ "report.docx": docxFile("") }), null, /archive.*Unpack/],
    ["an empty archive", bytes(`PK\x05\x06${"\0".repeat(18)}`), null, /empty archive/],
    [".mht", strToU8("From: <Saved by WPS>\r\nMIME-Version: 1.0\r\n\r\n<html>"), "a.doc", /\.mht.*\.docx/],
    ["Word 2003 XML", strToU8('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w/>'), null, /Word 2003/],
    ["Excel 2003 XML", strToU8('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>'), null, /Excel 2003/],
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
