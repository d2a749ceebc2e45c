import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../src/csv.js";
import { readDoc } from "../../src/doc.js";
import { readDocx } from "../../src/docx.js";
import { safeParseDraftJson } from "../../src/index.js";
import { readMhtml } from "../../src/mhtml.js";
import { readOfd } from "../../src/ofd.js";
import { readOpenDocument } from "../../src/opendocument.js";
import { readRtf } from "../../src/rtf.js";
import { readXls } from "../../src/xls.js";
import { readXlsx } from "../../src/xlsx.js";
import { docxFile, p, tbl, tc, tr, xlsxFile, zip } from "../containers/support.js";
import { docFile, row as docRow } from "../formats/docFile.js";
import { label, merges, number, xlsFile } from "../formats/xlsFile.js";
import { growthOfFile, MOST_GROWTH } from "../support/growth.js";

type Inputs<T> = Readonly<Record<string, (n: number) => T>>;

const HEAD = tr(tc("信息内容"), tc("本年处理决定数量"));
const styles = (list: string): Readonly<Record<string, string>> => ({
  "word/styles.xml": `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${list}</w:styles>`,
  "word/_rels/document.xml.rels":
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
});

/** Everything that a Word file can repeat. A new kind of element belongs here; so below. */
const WORD: Inputs<Uint8Array> = {
  paragraphs: (n) => docxFile(p("一、总体情况").repeat(n)),
  "runs of a paragraph": (n) => docxFile(`<w:p>${"<w:r><w:t>1</w:t></w:r>".repeat(n)}</w:p>`),
  "runs of a figure": (n) => docxFile(tbl(HEAD, tr(tc("行政许可"), tc(`<w:p>${"<w:r><w:t>1</w:t></w:r>".repeat(n)}</w:p>`)))),
  "hidden runs": (n) => docxFile(`<w:p>${"<w:r><w:rPr><w:strike/></w:rPr><w:t>1</w:t></w:r>".repeat(n)}</w:p>`),
  rows: (n) => docxFile(tbl(HEAD, tr(tc("行政许可"), tc("12")).repeat(n))),
  cells: (n) => docxFile(tbl(tr(tc("其他").repeat(n)))),
  "cells that go on downwards": (n) =>
    docxFile(tbl(tr(tc("a", '<w:vMerge w:val="restart"/>'), tc("b")), tr(tc("", "<w:vMerge/>"), tc("b")).repeat(n))),
  tables: (n) => docxFile(tbl(HEAD, tr(tc("行政许可"), tc("12"))).repeat(n)),
  "tables in a cell": (n) => docxFile(tbl(tr(tc(tbl(tr(tc("1"))).repeat(n))))),
  "fields that open": (n) => docxFile(`<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(n)}</w:p>`),
  instructions: (n) =>
    docxFile(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${"<w:r><w:instrText>EQ</w:instrText></w:r>".repeat(n)}</w:p>`),
  bookmarks: (n) => docxFile(`<w:p>${'<w:bookmarkStart w:id="1" w:name="a"/>'.repeat(n)}</w:p>`),
  deletions: (n) => docxFile(`<w:p>${'<w:del w:id="1"><w:r><w:delText>1</w:delText></w:r></w:del>'.repeat(n)}</w:p>`),
  "boxes of text": (n) =>
    docxFile(
      `<w:p>${`<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p("盒")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`.repeat(n)}</w:p>`,
    ),
  "styles that rest on one another": (n) =>
    docxFile(
      `<w:p><w:r><w:rPr><w:rStyle w:val="s${n - 1}"/></w:rPr><w:t>1</w:t></w:r></w:p>`,
      styles(
        Array.from(
          { length: n },
          (_, i) => `<w:style w:type="character" w:styleId="s${i}"><w:basedOn w:val="s${i - 1}"/></w:style>`,
        ).join(""),
      ),
    ),
  "uses of a style that rests on many": (n) =>
    docxFile(
      `<w:p>${'<w:r><w:rPr><w:rStyle w:val="s99"/></w:rPr><w:t>1</w:t></w:r>'.repeat(n)}</w:p>`,
      styles(
        Array.from(
          { length: 100 },
          (_, i) => `<w:style w:type="character" w:styleId="s${i}"><w:basedOn w:val="s${i - 1}"/></w:style>`,
        ).join(""),
      ),
    ),
};

const line = (r: number, ...cells: readonly string[]): string => `<row r="${r}">${cells.join("")}</row>`;
const sheet = (rows: string, more: Partial<Parameters<typeof xlsxFile>[0]> = {}, after = ""): Uint8Array =>
  xlsxFile({ sheets: [{ rows, after }], ...more });
const numbers = (n: number, one: (i: number) => string): string => Array.from({ length: n }, (_, i) => one(i)).join("");

const WORKBOOKS: Inputs<Uint8Array> = {
  rows: (n) => sheet(numbers(n, (i) => line(i + 1, `<c r="A${i + 1}"><v>1</v></c>`))),
  "rows of the form": (n) =>
    sheet(
      line(
        1,
        '<c r="A1" t="inlineStr"><is><t>信息内容</t></is></c><c r="B1" t="inlineStr"><is><t>本年处理决定数量</t></is></c>',
      ) +
        numbers(n, (i) =>
          line(i + 2, `<c r="A${i + 2}" t="inlineStr"><is><t>行政许可</t></is></c><c r="B${i + 2}"><v>12</v></c>`),
        ),
    ),
  "rows without numbers": (n) => sheet("<row><c><v>1</v></c></row>".repeat(n)),
  "cells of a row": (n) => sheet(line(1, "<c><v>1</v></c>".repeat(n))),
  "texts of the workbook": (n) =>
    sheet(line(1, `<c r="A1" t="s"><v>${n - 1}</v></c>`), { strings: "<si><t>1</t></si>".repeat(n) }),
  "runs of a text": (n) => sheet(line(1, '<c r="A1" t="s"><v>0</v></c>'), { strings: `<si>${"<r><t>1</t></r>".repeat(n)}</si>` }),
  "merged ranges": (n) =>
    sheet(
      line(1, '<c r="A1"><v>1</v></c>'),
      {},
      `<mergeCells>${numbers(n, (i) => `<mergeCell ref="A${2 * i + 1}:A${2 * i + 2}"/>`)}</mergeCells>`,
    ),
  "formats of cells": (n) =>
    sheet(line(1, `<c r="A1" s="${n - 1}"><v>1</v></c>`), { styles: `<cellXfs>${'<xf numFmtId="0"/>'.repeat(n)}</cellXfs>` }),
  "a long format of numbers": (n) =>
    sheet(line(1, '<c r="A1" s="0"><v>1</v></c>'), {
      styles: `<numFmts><numFmt numFmtId="164" formatCode="${"0;".repeat(n)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`,
    }),
  "sums that rest on one another": (n) =>
    sheet(
      line(1, '<c r="A1"><v>1</v></c>') + numbers(n, (i) => line(i + 2, `<c r="A${i + 2}"><f>SUM(A${i + 1}:A${i + 1})</f></c>`)),
    ),
  "sums over all above": (n) =>
    sheet(numbers(Math.min(n, 2_000), (i) => line(i + 1, `<c r="A${i + 1}"><f>SUM(A1:A${i})</f></c>`))),
  "a formula without end": (n) => sheet(line(1, `<c r="A1"><f>SUM(${"A1,".repeat(n)}A1)</f></c>`)),
};

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const NAMESPACES = ["office", "text", "table", "style"].map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`).join(" ");
const openFile = (kind: "text" | "spreadsheet", body: string, own = ""): Uint8Array =>
  zip({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    "content.xml": `<office:document-content ${NAMESPACES}><office:automatic-styles>${own}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
  });
const oCell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
const oRow = (...cells: readonly string[]): string => `<table:table-row>${cells.map(oCell).join("")}</table:table-row>`;

const OPEN: Inputs<Uint8Array> = {
  paragraphs: (n) => openFile("text", "<text:p>一、总体情况</text:p>".repeat(n)),
  spans: (n) => openFile("text", `<text:p>${"<text:span>1</text:span>".repeat(n)}</text:p>`),
  "rows of a text": (n) =>
    openFile("text", `<table:table>${oRow("信息内容", "本年处理决定数量")}${oRow("行政许可", "12").repeat(n)}</table:table>`),
  "tables of a text": (n) => openFile("text", `<table:table>${oRow("行政许可", "12")}</table:table>`.repeat(n)),
  "rows of a sheet": (n) => openFile("spreadsheet", `<table:table>${oRow("行政许可", "12").repeat(n)}</table:table>`),
  "cells of a sheet": (n) =>
    openFile("spreadsheet", `<table:table><table:table-row>${oCell("1").repeat(n)}</table:table-row></table:table>`),
  "rows that are repeated": (n) =>
    openFile(
      "spreadsheet",
      `<table:table>${`<table:table-row table:number-rows-repeated="1000">${oCell("")}</table:table-row>`.repeat(n)}</table:table>`,
    ),
  sheets: (n) => openFile("spreadsheet", `<table:table>${oRow("1")}</table:table>`.repeat(n)),
  "styles that rest on one another": (n) =>
    openFile(
      "text",
      `<text:p><text:span text:style-name="s${n - 1}">1</text:span></text:p>`,
      numbers(n, (i) => `<style:style style:family="text" style:name="s${i}" style:parent-style-name="s${i - 1}"/>`),
    ),
};

const rtf = (body: string): Uint8Array => strToU8(`{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 Times;}}${body}}`);
const RTF: Inputs<Uint8Array> = {
  paragraphs: (n) => rtf("a\\par ".repeat(n)),
  groups: (n) => rtf("{\\b 1}".repeat(n)),
  "groups within groups": (n) => rtf("{".repeat(Math.min(n, 400)) + "}".repeat(Math.min(n, 400))),
  "control words": (n) => rtf("\\b\\b0".repeat(n)),
  "bytes in hexadecimal": (n) => rtf("\\'d6\\'d0".repeat(n)),
  "characters by number": (n) => rtf("\\u20013?".repeat(n)),
  rows: (n) => rtf("\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell 1\\cell\\row ".repeat(n)),
  cells: (n) => rtf(`\\trowd${"\\cellx1".repeat(n)}\\pard\\intbl ${"1\\cell ".repeat(n)}\\row`),
  fonts: (n) => rtf(`{\\fonttbl${numbers(n, (i) => `{\\f${i} A;}`)}}a`),
};

const DOC: Inputs<Uint8Array> = {
  paragraphs: (n) => docFile(Array.from({ length: n }, () => ({ runs: ["一、总体情况"] }))),
  runs: (n) => docFile([{ runs: Array.from({ length: n }, () => "1") }]),
  rows: (n) => docFile(Array.from({ length: n }, () => docRow(["行政许可", "12"])).flat()),
};

const XLS: Inputs<Uint8Array> = {
  rows: (n) => xlsFile([{ records: Array.from({ length: n }, (_, i) => number(i % 60_000, 0, 1)) }]),
  "rows of the form": (n) =>
    xlsFile([
      { records: Array.from({ length: Math.min(n, 60_000) }, (_, i) => [label(i, 0, "行政许可"), number(i, 1, 12)]).flat() },
    ]),
  "merged ranges": (n) =>
    xlsFile([
      {
        records: [
          number(0, 0, 1),
          ...Array.from({ length: n }, (_, i) => merges([(2 * i) % 60_000, ((2 * i) % 60_000) + 1, 0, 0])),
        ],
      },
    ]),
};

const OFD_NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const ofd = (layer: string): Uint8Array =>
  zip({
    "OFD.xml": `<ofd:OFD ${OFD_NS}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `<ofd:Document ${OFD_NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/0.xml"/></ofd:Pages></ofd:Document>`,
    "Doc_0/Pages/0.xml": `<ofd:Page ${OFD_NS}><ofd:Content><ofd:Layer ID="2">${layer}</ofd:Layer></ofd:Content></ofd:Page>`,
  });
const OFD: Inputs<Uint8Array> = {
  "texts of one place": (n) =>
    ofd(
      '<ofd:TextObject ID="1" Size="4" Boundary="10 10 20 5"><ofd:TextCode X="0" Y="4">其他</ofd:TextCode></ofd:TextObject>'.repeat(
        n,
      ),
    ),
  "lines of text": (n) =>
    ofd(
      numbers(
        n,
        (i) =>
          `<ofd:TextObject ID="1" Size="1" Boundary="10 ${(i * 0.25).toFixed(2)} 20 1"><ofd:TextCode X="0" Y="1">其他</ofd:TextCode></ofd:TextObject>`,
      ),
    ),
  "lines that are drawn": (n) =>
    ofd(
      numbers(
        n,
        (i) =>
          `<ofd:PathObject ID="1" Boundary="10 ${(i * 0.25).toFixed(2)} 100 0"><ofd:AbbreviatedData>M 0 0 L 100 0</ofd:AbbreviatedData></ofd:PathObject>`,
      ),
    ),
  "characters of a text": (n) =>
    ofd(
      `<ofd:TextObject ID="1" Size="4" Boundary="10 10 20 5"><ofd:TextCode X="0" Y="4" DeltaX="g ${n - 1} 1">${"1".repeat(n)}</ofd:TextCode></ofd:TextObject>`,
    ),
};

const archive = (parts: string): Uint8Array =>
  strToU8(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${parts}--b--\r\n`);
const PAGE = "--b\r\nContent-Type: text/html\r\n\r\n<p>a</p>\r\n";
const MHTML: Inputs<Uint8Array> = {
  "parts of a file": (n) => archive(PAGE + "--b\r\nContent-Type: image/png\r\n\r\nx\r\n".repeat(n)),
  headers: (n) => archive(`--b\r\n${"X-A: 1\r\n".repeat(n)}Content-Type: text/html\r\n\r\n<p>a</p>\r\n`),
  "bytes that are quoted": (n) =>
    archive(
      `--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${"=E4=B8=AD=\r\n".repeat(n)}\r\n`,
    ),
};

const CSV: Inputs<string> = {
  rows: (n) => `信息内容,本年处理决定数量\n${"行政许可,12\n".repeat(n)}`,
  cells: (n) => `信息内容,本年处理决定数量\n行政许可${",1".repeat(n)}`,
  "quotes that open": (n) => `信息内容,本年处理决定数量\n${'"行政许可,12\n'.repeat(n)}`,
  "empty cells": (n) => `信息内容,本年处理决定数量\n${",".repeat(n)}`,
};

const JSON_TEXTS: Inputs<string> = {
  "zeros of decimals": (n) => `{"edition":"2021","year":1.${"0".repeat(n)}1}`,
  "fields that are not known": (n) => `{"edition":"2021",${numbers(n, (i) => `"a${i}":1,`)}"year":2023}`,
  "objects within objects": (n) => `{"edition":"2021","a":${'{"a":'.repeat(n)}1${"}".repeat(n)}}`,
  "a list": (n) => `{"edition":"2021","requests":[${"1,".repeat(n)}1]}`,
  "digits of a figure": (n) => `{"edition":"2021","requests":{"received":{"total":${"1".repeat(n)}}}}`,
  "a text": (n) => `{"edition":"2021","narrative":{"overview":"${"本".repeat(n)}"}}`,
};

/** All of them with `npm run proof:growth`; else every fourth, because each is measured and takes its time. */
const SAMPLE = process.env["PROOF"] === "all" ? 1 : 4;

function grows<T>(name: string, inputs: Inputs<T>, read: (input: T) => unknown): void {
  describe(name, () => {
    it.each(Object.entries(inputs).filter((_, i) => i % SAMPLE === 0))("that repeats %s", async (_name, make) => {
      expect(await growthOfFile(make, read)).toBeLessThan(MOST_GROWTH);
    });
  });
}

grows("a Word file", WORD, (file) => readDocx(file));
grows("a workbook", WORKBOOKS, (file) => readXlsx(file));
grows("an OpenDocument file", OPEN, (file) => readOpenDocument(file));
grows("an RTF file", RTF, (file) => readRtf(file));
grows("a Word file of 97", DOC, (file) => readDoc(file));
grows("a workbook of 97", XLS, (file) => readXls(file));
grows("an OFD file", OFD, (file) => readOfd(file));
grows("a web archive", MHTML, (file) => readMhtml(file));
grows("a CSV file", CSV, (text) => readCsv(text));
grows("JSON", JSON_TEXTS, (text) => safeParseDraftJson(text));
