import fc from "fast-check";
import readExcel from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { cellLabel, type Draft, describeForm, editionIds, figureAt, printTables, reportBuilder } from "../../src/index.js";
import { MAX_CELL_CHARACTERS, writeXlsx } from "../../src/xlsx.js";
import { anyReport } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";
import { hash, hashElsewhere, hasOffice, resave } from "./process.js";
import { forbidden, hostile, mistyped, mistypedValidation, parts, plainText, withText } from "./support.js";

type Sheets = ReadonlyMap<string, readonly (readonly unknown[])[]>;

async function sheetsOf(bytes: Uint8Array): Promise<Sheets> {
  const sheets = await readExcel(Buffer.from(bytes));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

/** What a sheet states for a reference, as the file has it. */
function rawValue(bytes: Uint8Array, sheet: number, at: string): string | undefined {
  const xml = parts(bytes)[`xl/worksheets/sheet${sheet}.xml`] ?? "";
  return new RegExp(`<c r="${at}"[^>/]*>(.*?)</c>`).exec(xml)?.[1];
}

const column = (index: number): string => String.fromCharCode(65 + index);

describe("writeXlsx", () => {
  test.each(editionIds)("has a sheet for each table of %s, one for all figures, one for the texts", async (edition) => {
    const sheets = await sheetsOf(await writeXlsx({ edition }));
    expect([...sheets.keys()]).toEqual(["表二", "表三", "表四", "全部数据", "文字"]);
  });

  test.each(editionIds)("merges the tables of %s as the form does", async (edition) => {
    const bytes = await writeXlsx({ edition });
    printTables({ edition }).forEach(({ rows, widths }, i) => {
      const expected = rows.flatMap((row, y) =>
        row
          .filter(({ rowspan, colspan }) => rowspan * colspan > 1)
          .map(({ column: x, rowspan, colspan }) => `${column(x)}${y + 2}:${column(x + colspan - 1)}${y + 1 + rowspan}`),
      );
      const xml = parts(bytes)[`xl/worksheets/sheet${i + 1}.xml`] ?? "";
      const merges = [...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref);
      expect(merges).toEqual([`A1:${column(widths.length - 1)}1`, ...expected]);
      expect(xml).toContain('<pageSetup paperSize="9" orientation="portrait" fitToWidth="1"');
      expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    });
  });

  test("states every figure in long form, numbers as numbers", { tags: "property" }, async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        const [, ...rows] = (await sheetsOf(await writeXlsx(report))).get("全部数据") ?? [];
        expect(rows.map((row) => [row[6], row[7], row[8]])).toEqual(
          describeForm(report.edition).cells.map((cell) => [
            cell.address,
            cellLabel(cell, "zh"),
            Number(figureAt(report, cell.address)),
          ]),
        );
      }),
      { numRuns: 10 },
    );
  });

  test.each(["0", "38.09533", "12.50", "96171.6", "0.000001", "123456789.123456", "999999999.999999", "0.10", "100.000000"])(
    "states the amount %s exactly",
    async (amount) => {
      const bytes = await writeXlsx({ edition: "2021", disclosure: { administrativeFees: { feesCollected: amount } } });
      expect(rawValue(bytes, 1, "B15")).toBe(`<v>${amount}</v>`);
      const [shortest] = amount.includes(".") ? [amount.replace(/\.?0+$/, "")] : [amount];
      expect(String((await sheetsOf(bytes)).get("表二")?.[14]?.[1])).toBe(String(Number(shortest)));
      const decimals = amount.split(".")[1]?.length ?? 0;
      expect(parts(bytes)["xl/styles.xml"]).toContain(`formatCode="${decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`}"`);
    },
  );

  test("keeps title, headings, texts and signature", async () => {
    const rows = (await sheetsOf(await writeXlsx(withText))).get("文字") ?? [];
    expect(rows.map(([text]) => text)).toEqual([
      "色达县2023年政府信息公开工作年度报告",
      "一、总体情况",
      "现公布本年度报告。",
      "（一）主动公开",
      "第一段。",
      "第二段。",
      "（五）监督保障",
      "严格监督。",
      "二、主动公开政府信息情况",
      "三、收到和处理政府信息公开申请情况",
      "四、政府信息公开行政复议、行政诉讼情况",
      "五、存在的主要问题及改进情况",
      "一是更新不及时。",
      "二是解读较少。",
      "六、其他需要报告的事项",
      "无收取信息处理费。",
      "色达县",
      "2024年1月20日",
    ]);
  });

  test("gives the same bytes in two calls and in another process", async () => {
    const own = hash(await writeXlsx(mistyped, { validation: mistypedValidation, formulas: true }));
    expect(hash(await writeXlsx(mistyped, { validation: mistypedValidation, formulas: true }))).toBe(own);
    const call = "(writer, s) => writer.writeXlsx(s.mistyped, { validation: s.mistypedValidation, formulas: true })";
    expect(await hashElsewhere("xlsx.ts", call)).toBe(own);
  });

  test("splits a text that no cell can hold", async () => {
    const long = "长".repeat(2 * MAX_CELL_CHARACTERS + 1);
    const rows = (await sheetsOf(await writeXlsx({ edition: "2021", narrative: { problems: long } }))).get("文字") ?? [];
    const pieces = rows.map(([text]) => String(text)).filter((text) => text.startsWith("长"));
    expect(pieces).toHaveLength(3);
    expect(pieces.join("")).toBe(long);
  });
});

describe("formulas", () => {
  const balanced = reportBuilder("2021", { agency: { name: "某县" }, year: 2023 })
    .disclosure({}, { omitted: 0 })
    .requests(
      { received: { naturalPerson: 9, commercialEnterprise: 2 }, granted: { naturalPerson: 4 }, notHeld: { naturalPerson: 3 } },
      { omitted: 0 },
    )
    .remedies({ reconsideration: { upheld: 3, pending: 1 } }, { omitted: 0 })
    .build();

  test("derive totals from the balances of the form, with the value beside", async () => {
    const bytes = await writeXlsx(balanced, { formulas: true });
    expect(rawValue(bytes, 2, "J5")).toBe("<f>SUM(D5:I5)</f><v>11</v>");
    expect(rawValue(bytes, 2, "D28")).toBe("<f>SUM(D7:D27)</f><v>7</v>");
    expect(rawValue(bytes, 2, "D29")).toBe("<f>SUM(D5:D6)-SUM(D28)</f><v>2</v>");
    expect(rawValue(bytes, 3, "E5")).toBe("<f>SUM(A5:D5)</f><v>4</v>");
    expect(rawValue(bytes, 2, "D5")).toBe("<v>9</v>");
  });

  test("are not written unless asked for", async () => {
    const bytes = await writeXlsx(balanced);
    expect(Object.values(parts(bytes)).some((part) => part.includes("<f>"))).toBe(false);
  });

  test("do not correct what was printed wrong", async () => {
    expect(rawValue(await writeXlsx(mistyped, { formulas: true }), 2, "J7")).toBe("<v>5</v>");
  });

  test("of an empty form have no value yet", async () => {
    const bytes = await writeXlsx({ edition: "2021" }, { formulas: true });
    expect(rawValue(bytes, 2, "J5")).toBe("<f>SUM(D5:I5)</f>");
    expect(rawValue(bytes, 2, "D5")).toBeUndefined();
  });

  test("give in LibreOffice what the report states", async ({ skip }) => {
    if (!(await hasOffice())) skip();
    const saved = await sheetsOf(await resave(await writeXlsx(balanced, { formulas: true }), "xlsx", "xlsx"));
    const original = await sheetsOf(await writeXlsx(balanced));
    for (const name of ["表二", "表三", "表四", "全部数据"]) expect(saved.get(name)).toEqual(original.get(name));
  });
});

describe("a marked workbook", () => {
  const marked = writeXlsx(mistyped, { validation: mistypedValidation });
  const linksOf = (xml: string): readonly (readonly string[])[] =>
    [...xml.matchAll(/<hyperlink ref="(\w+)" location="&#39;(.*?)&#39;!(\w+)" tooltip="(.*?)"\/>/g)].map(
      ([, ...groups]) => groups,
    );

  test("fills the figures without changing them, and lists the findings on the first sheet", async () => {
    const sheets = await sheetsOf(await marked);
    expect([...sheets.keys()]).toEqual(["检查结果", "表二", "表三", "表四", "全部数据", "文字"]);
    expect(sheets.get("表三")?.[6]?.[9]).toBe(5);
    const { "xl/styles.xml": styles = "" } = parts(await marked);
    expect(styles).toContain("FFD54F");
    expect(styles).toContain('style="thick"');
    const findings = sheets.get("检查结果") ?? [];
    expect(findings.slice(3).map((row) => [row[0], row[2], row[3]])).toEqual(
      mistypedValidation.findings.map(({ rule, message }, i) => [i + 1, rule, message]),
    );
    expect(String(findings[3]?.[4])).toContain("由5改为4");
  });

  test("leads from each figure to its finding and back", async () => {
    const { "xl/worksheets/sheet1.xml": findings = "", "xl/worksheets/sheet3.xml": table = "" } = parts(await marked);
    const cells = new Set(mistypedValidation.findings.flatMap(({ cells: own }) => own.map(({ address }) => address)));
    const links = linksOf(table);
    expect(links).toHaveLength(cells.size);
    const suspect = links.find(([from]) => from === "J7");
    expect(suspect?.slice(1, 3)).toEqual(["检查结果", "A4"]);
    for (const { message } of mistypedValidation.findings) expect(plainText(suspect?.[3] ?? "")).toContain(message.slice(0, 40));
    expect(linksOf(findings).map((link) => link.slice(0, 3))).toEqual([
      ["A4", "表三", "J7"],
      ["A5", "表三", "J7"],
    ]);
  });

  test("speaks English on request", async () => {
    const sheets = await sheetsOf(await writeXlsx(mistyped, { validation: mistypedValidation, language: "en" }));
    expect([...sheets.keys()]).toEqual(["Findings", "Table 二", "Table 三", "Table 四", "All figures", "Text"]);
  });
});

describe("hostile text in a workbook", () => {
  test.each(Object.entries(hostile))("%s is a text and no formula", async (_name, value) => {
    const draft: Draft = { edition: "2021", year: 2023, agency: { name: value }, narrative: { problems: value, other: value } };
    const findings = mistypedValidation.findings.map((finding) => ({ ...finding, message: value, rule: value }));
    const bytes = await writeXlsx(draft, { validation: { ...mistypedValidation, findings } });
    const texts = parts(bytes);
    for (const part of Object.values(texts)) expect(forbidden(part)).toEqual([]);
    expect(Object.values(texts).some((part) => part.includes("<f>"))).toBe(false);
    if (forbidden(value).length > 0 || value === hostile.excelEscape) return;
    const sheets = await sheetsOf(bytes);
    expect(sheets.get("文字")?.filter(([text]) => String(text).trim() === value.trim())).toHaveLength(2);
    expect(String(sheets.get("全部数据")?.[1]?.[0]).trim()).toBe(value.trim());
  });

  test("what Excel would decode stays as typed", async () => {
    const bytes = await writeXlsx({ edition: "2021", narrative: { problems: hostile.excelEscape } });
    expect(parts(bytes)["xl/sharedStrings.xml"]).toContain("<t>_x005F_x0041_</t>");
  });

  test("a figure that is none is a text", async () => {
    const draft: Draft = { edition: "2021", disclosure: { administrativeFees: { feesCollected: hostile.formula } } };
    expect((await sheetsOf(await writeXlsx(draft))).get("表二")?.[14]?.[1]).toBe(hostile.formula);
  });

  test("seda2023 stays readable", async () => {
    expect((await sheetsOf(await writeXlsx(seda2023))).get("表二")?.[14]?.[1]).toBe(38.09533);
  });
});
