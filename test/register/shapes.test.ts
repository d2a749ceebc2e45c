import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readRegisterCsv, tallyRegister } from "../../src/register.js";
import { readCasesFile, readRegisterFile } from "../../src/register-files.js";
import { SHAPES, TRUTH } from "./shapes.js";

const sorted = (recordNumbers: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(recordNumbers).sort(([a], [b]) => (a < b ? -1 : 1)));

describe("a register file", () => {
  it("there are at least thirty shapes of", () => {
    expect(SHAPES.length).toBeGreaterThanOrEqual(30);
  });

  it.each(SHAPES)("$name", ({ text, columns, values, codes, truth }) => {
    const reading = readRegisterCsv(text, columns ?? {}, values === undefined ? {} : { values });
    const result = tallyRegister(reading, { year: 2023 });
    expect(result.findings.map(({ code }) => code)).toEqual(codes);
    expect(sorted(result.recordNumbers)).toEqual(sorted(truth ?? TRUTH));
  });

  it.each(SHAPES.slice(0, 8))("$name, as bytes in GBK and UTF-8", async ({ text }) => {
    const result = tallyRegister(await readRegisterFile(new TextEncoder().encode(text)), { year: 2023 });
    expect(sorted(result.recordNumbers)).toEqual(sorted(TRUTH));
  });

  it("in GBK", async () => {
    // 编号,申请人类别,收到日期,办结日期,办理结果 / 1,自然人,2023-01-01,,
    const hex =
      "b1e0bac52cc9eac7ebc8cbc0e0b1f02ccad5b5bdc8d5c6da2cb0ecbde1c8d5c6da2cb0ecc0edbde1b9fb0d0a312cd7d4c8bbc8cb2c323032332d30312d30312c2c0d0a";
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    expect((await readRegisterFile(bytes)).entries).toMatchObject([{ number: "1", applicant: "naturalPerson" }]);
  });
});

/** A workbook with one worksheet for each list of rows; dates are days as spreadsheets count them. */
function workbook(sheets: Readonly<Record<string, string>>): Uint8Array {
  const names = Object.keys(sheets);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
  return zipSync({
    "[Content_Types].xml": xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}</Types>`,
    ),
    "_rels/.rels": xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": xml(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i + 1}"/>`).join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, i) => `<Relationship Id="s${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join("")}</Relationships>`,
    ),
    ...Object.fromEntries(
      names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml(`<worksheet xmlns="${main}">${sheets[name]}</worksheet>`)]),
    ),
  });
}

const cells = (row: number, values: readonly (string | number)[], attributes = ""): string =>
  `<row r="${row}"${attributes}>${values
    .map((value, i) => {
      const at = `${String.fromCharCode(65 + i)}${row}`;
      if (value === "") return "";
      return typeof value === "number"
        ? `<c r="${at}"><v>${value}</v></c>`
        : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    })
    .join("")}</row>`;

const HEADER = ["编号", "申请人类别", "收到日期", "办结日期", "办理结果"];
const NOTES = `<sheetData>${cells(1, ["填表说明"])}</sheetData>`;

describe("a workbook", () => {
  const register = `<sheetData>${[
    cells(1, ["某县申请台账"]),
    cells(2, HEADER),
    cells(3, [1, "自然人", 44986, 45005, "予以公开"]),
    cells(4, ["", "自然人", 44986, 45005, "属于国家秘密"]),
    cells(5, [2, "商业企业", 44986, "", ""], ' hidden="1"'),
    cells(6, [3, "商业企业", "三月", "", ""]),
  ].join("")}</sheetData><mergeCells><mergeCell ref="A3:A4"/><mergeCell ref="A1:E1"/></mergeCells>`;

  it("is read from the worksheet that looks like a register, merged cells for each of their rows", async () => {
    const reading = await readRegisterFile(workbook({ 说明: NOTES, 台账: register }));
    const { findings, recordNumbers } = tallyRegister(reading, { year: 2023 });
    expect(recordNumbers).toEqual({
      "requests.received.naturalPerson": ["1"],
      "requests.received.commercialEnterprise": ["2"],
      "requests.partiallyGranted.naturalPerson": ["1"],
      "requests.carriedForward.commercialEnterprise": ["2"],
    });
    expect(findings.map(({ code, place }) => [code, place?.sheet, place?.row, place?.column])).toEqual([
      ["register.rowsAside", "台账", 1, null],
      ["register.hiddenRows", undefined, undefined, undefined],
      ["register.parts", "台账", 3, 5],
      ["register.invalidDate", "台账", 6, 3],
    ]);
  });

  it("is read from the worksheet that is named, and from none of two that look alike", async () => {
    const two = workbook({ 上半年: register, 下半年: register });
    const open = await readRegisterFile(two);
    expect(open.findings.map(({ code }) => code)).toEqual(["register.manySheets"]);
    expect((await readRegisterFile(two, {}, { sheet: "下半年" })).sheet).toBe("下半年");
    const { findings } = await readRegisterFile(two, {}, { sheet: "全年" });
    expect(findings.map(({ code }) => code)).toEqual(["register.unknownSheet"]);
  });

  it("holds cases too, and is refused where it is none", async () => {
    const cases = `<sheetData>${cells(1, ["案号", "案件类别", "收案日期", "审结日期", "审理结果"])}${cells(2, ["复1", "行政复议", 44986, 45005, "维持"])}</sheetData>`;
    expect((await readCasesFile(workbook({ 案件: cases }))).entries).toMatchObject([
      { kind: "reconsideration", result: "upheld" },
    ]);
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    await expect(readRegisterFile(old)).rejects.toMatchObject({ code: "format.corrupt" });
  });
});
