import { extractRawText } from "mammoth";
import { describe, expect, test } from "vitest";
import { writeDocx } from "../../src/docx.js";
import { describeForm, editionIds, printTables } from "../../src/index.js";
import { corpus } from "../support/corpus.js";
import { hash, hashElsewhere, hasOffice, resave } from "./process.js";
import { forbidden, hostile, mistyped, mistypedValidation, parts, plainText, withText } from "./support.js";

const documentOf = (bytes: Uint8Array): string => parts(bytes)["word/document.xml"] ?? "";
const pieces = (xml: string, pattern: RegExp): readonly string[] => [...xml.matchAll(pattern)].map(([, inner]) => inner ?? "");
const tablesOf = (xml: string): readonly string[] => pieces(xml, /<w:tbl>(.*?)<\/w:tbl>/gs);
const rowsOf = (table: string): readonly string[] => pieces(table, /<w:tr(?: [^>]*)?>(.*?)<\/w:tr>/gs);
const cellsOf = (row: string): readonly string[] => pieces(row, /<w:tc>(.*?)<\/w:tc>/gs);
const gridOf = (table: string): readonly number[] => pieces(table, /<w:gridCol w:w="(\d+)"/g).map(Number);
const spanOf = (cell: string): number => Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1);
const mergeOf = (cell: string): string => /<w:vMerge w:val="(\w+)"/.exec(cell)?.[1] ?? "";

/** What stands where in a table: span, merge, text. */
const structureOf = (table: string): readonly (readonly string[])[] =>
  rowsOf(table).map((row) =>
    cellsOf(row).map((cell) => [spanOf(cell), mergeOf(cell), plainText(cell).replace(/\s/g, "")].join("|")),
  );

const text = async (bytes: Uint8Array): Promise<string> => (await extractRawText({ buffer: Buffer.from(bytes) })).value;

describe("writeDocx", () => {
  const template = corpus("official-template-2021.docx");

  test.skipIf(template === null)(
    "gives the empty form the grid, the merges and the labels of the official document",
    async () => {
      const official = tablesOf(documentOf(template ?? new Uint8Array()));
      const written = tablesOf(documentOf(await writeDocx({ edition: "2021" })));
      expect(written.map(gridOf)).toEqual(official.map(gridOf));
      expect(written.map(structureOf)).toEqual(official.map(structureOf));
    },
  );

  test.each(editionIds)("lays %s out on A4 with the margins of the form", async (edition) => {
    const xml = documentOf(await writeDocx({ edition }));
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"/);
    const tables = tablesOf(xml);
    expect(tables.map(gridOf)).toEqual(describeForm(edition).tables.map(({ definition }) => definition.widths));
    printTables({ edition }).forEach(({ widths, headerRows }, i) => {
      const rows = rowsOf(tables[i] ?? "");
      rows.forEach((row, at) => {
        const cells = cellsOf(row);
        expect(cells.reduce((sum, cell) => sum + spanOf(cell), 0)).toBe(widths.length);
        expect(row).toContain("<w:cantSplit/>");
        expect(row.includes("<w:tblHeader/>")).toBe(at < headerRows);
      });
    });
  });

  test("names the Chinese typeface for every run, in the sizes of the form", async () => {
    const xml = documentOf(await writeDocx(withText));
    const runs = pieces(xml, /<w:r>(.*?)<\/w:r>/gs);
    expect(runs.length).toBeGreaterThan(200);
    for (const run of runs) expect(run).toMatch(/w:eastAsia="宋体"/);
    expect(runs[0]).toMatch(/<w:b\/>.*<w:sz w:val="36"\/>/);
    for (const table of tablesOf(xml)) expect(new Set(pieces(table, /<w:sz w:val="(\d+)"/g))).toEqual(new Set(["20"]));
  });

  test("contains title, text and signature in order", async () => {
    const lines = (await text(await writeDocx(withText))).split("\n").filter((line) => line !== "");
    const expected = [
      "色达县2023年政府信息公开工作年度报告",
      "一、总体情况",
      "现公布本年度报告。",
      "（一）主动公开",
      "第一段。",
      "第二段。",
      "（五）监督保障",
      "五、存在的主要问题及改进情况",
      "一是更新不及时。",
      "六、其他需要报告的事项",
      "无收取信息处理费。",
      "色达县",
      "2024年1月20日",
    ];
    expect(lines.filter((line) => expected.includes(line))).toEqual(expected);
  });

  test("gives the same bytes in two calls and in another process", async () => {
    const own = hash(await writeDocx(mistyped, { validation: mistypedValidation }));
    expect(hash(await writeDocx(mistyped, { validation: mistypedValidation }))).toBe(own);
    const call = "(writer, s) => writer.writeDocx(s.mistyped, { validation: s.mistypedValidation })";
    expect(await hashElsewhere("docx.ts", call)).toBe(own);
  });

  test("fills and comments marked figures, and lists the findings in front", async () => {
    const bytes = await writeDocx(mistyped, { validation: mistypedValidation });
    const { "word/document.xml": xml = "", "word/comments.xml": comments = "" } = parts(bytes);
    const filled = tablesOf(xml)
      .flatMap(rowsOf)
      .flatMap(cellsOf)
      .filter((cell) => /w:fill="(?!C6D9F1)/.test(cell));
    const marked = new Set(mistypedValidation.findings.flatMap(({ cells }) => cells.map(({ address }) => address)));
    expect(filled).toHaveLength(marked.size);
    for (const cell of filled) expect(cell).toMatch(/<w:b\/>.*<w:u /);
    const suspect = filled.filter((cell) => cell.includes('w:fill="FFD54F"'));
    expect(suspect.map(plainText)).toEqual(["5"]);
    expect(pieces(suspect[0] ?? "", /<w:commentReference w:id="(\d+)"/g)).toEqual(["1", "2"]);
    mistypedValidation.findings.forEach(({ message }) => {
      expect(plainText(comments)).toContain(message);
      expect(plainText(xml.slice(0, xml.indexOf("<w:tbl>")))).toContain(message);
    });
    expect(comments).not.toContain("w:date");
  });

  test.each(Object.entries(hostile))("keeps %s text, and the document whole", async (_name, value) => {
    const narrative = { overview: { preamble: value, platform: value }, problems: value, other: value };
    const findings = mistypedValidation.findings.map((finding) => ({ ...finding, message: value }));
    const bytes = await writeDocx(
      { ...mistyped, agency: { name: value }, narrative },
      { validation: { ...mistypedValidation, findings } },
    );
    for (const part of Object.values(parts(bytes))) expect(forbidden(part)).toEqual([]);
    const read = await text(bytes);
    expect(read).toContain("六、其他需要报告的事项");
    if (forbidden(value).length === 0) expect(read.split(value.trim()).length).toBeGreaterThan(5);
  });

  test("takes a paragraph of a million characters", async () => {
    const long = "长".repeat(1_000_000);
    expect(await text(await writeDocx({ edition: "2021", narrative: { problems: long } }))).toContain(long);
  });

  test("opens and saves in LibreOffice with every label and figure", async ({ skip }) => {
    if (!(await hasOffice())) skip();
    const bytes = await writeDocx(mistyped, { validation: mistypedValidation });
    const saved = tablesOf(documentOf(await resave(bytes, "docx", "docx")));
    const written = tablesOf(documentOf(bytes));
    expect(saved.map((table) => rowsOf(table).map((row) => cellsOf(row).map(plainText)))).toEqual(
      written.map((table) => rowsOf(table).map((row) => cellsOf(row).map(plainText))),
    );
  });
});
