import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_CSV_ROW_CHARACTERS } from "../../src/_internal/csvRows.js";
import { readCsv, readCsvReports, renderCsv } from "../../src/csv.js";
import { readAny } from "../../src/formats/readAny.js";
import { type Draft, describeForm, figuresOf, printTables, toJson } from "../../src/index.js";
import { detectFormat } from "../../src/read.js";
import type { Reading } from "../../src/reading/readDocument.js";
import { readText } from "../../src/text.js";
import { anyReport } from "../support/arbitraries.js";
import { growthOf, MOST_GROWTH } from "../support/growth.js";
import { seda2023 } from "../support/seda.js";

const TITLE = "色达县2023年政府信息公开工作年度报告";

/** The tables of a draft as a spreadsheet saves them: merged cells are empty but for the first. */
function sheet(draft: Draft, cellOf: (text: string) => string, delimiter: string): string {
  const lines = [TITLE];
  for (const { caption, rows, widths } of printTables(draft)) {
    lines.push(caption);
    for (const row of rows) {
      const fields = new Array<string>(widths.length).fill("");
      for (const { column, text } of row) fields[column] = cellOf(text);
      lines.push(fields.join(delimiter));
    }
  }
  return `${lines.join("\r\n")}\r\n`;
}

const plain = (text: string): string => text;
const quoted = (text: string): string => (/^[-\d.]*$/.test(text) ? text : `"${text.slice(0, 3)}\n${text.slice(3)}"`);
const asText = (before: string, behind: string) => (text: string) => (/^[-\d.]+$/.test(text) ? before + text + behind : text);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));

/** Text in GB18030, as far as the decoder of the platform has its characters. */
function gb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, readonly [number, number]>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1)
      if (low !== 0x7f) codes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes.push(...(code < 0x80 ? [code] : (codes.get(char) ?? [0x3f])));
  }
  return new Uint8Array(bytes);
}

async function readingOf(bytes: Uint8Array): Promise<Reading & { readonly format: string }> {
  const read = await readAny(bytes, { language: "en" });
  if (read.kind !== "reading") throw new Error(read.kind);
  return { ...read.reading, format: read.format };
}

const figures = (draft: Draft | null) => (draft === null ? null : [...figuresOf(draft)]);

describe("the form as a spreadsheet saves it", () => {
  it.each([
    ["UTF-8", "csv", utf8(sheet(seda2023, plain, ","))],
    ["UTF-8 with a mark", "csv", utf8(`\ufeff${sheet(seda2023, plain, ",")}`)],
    ["GB18030", "csv", gb18030(sheet(seda2023, plain, ","))],
    ["semicolons", "csv", utf8(sheet(seda2023, plain, ";"))],
    ["labels of two lines in quotes", "csv", utf8(sheet(seda2023, quoted, ","))],
    ["labels of two lines in quotes, GB18030", "csv", gb18030(sheet(seda2023, quoted, ";"))],
    ["a line that names the sign", "csv", utf8(`sep=;\r\n${sheet(seda2023, plain, ";")}`)],
    ["a line that names the tab", "csv", utf8(`"sep=\t"\r\n${sheet(seda2023, plain, "\t")}`)],
    ["lines that end as on old Macs", "csv", utf8(sheet(seda2023, plain, ",").replaceAll("\r\n", "\r"))],
    ["spaces behind commas", "csv", utf8(sheet(seda2023, plain, ", "))],
    ["figures as texts, by an apostrophe", "csv", utf8(sheet(seda2023, asText("'", ""), ","))],
    ["figures as texts, by a formula", "csv", utf8(sheet(seda2023, asText('="', '"'), ","))],
    ["figures as texts, tabs", "text", utf8(sheet(seda2023, asText('="', '"'), "\t"))],
    ["words for nothing in empty fields", "csv", utf8(sheet(seda2023, plain, ",").replace(/,(?=,)/g, ",NaN"))],
    ["tabs", "text", utf8(sheet(seda2023, plain, "\t"))],
    ["tabs, labels of two lines", "text", utf8(sheet(seda2023, quoted, "\t"))],
    ["Unicode text with tabs", "text", utf16(sheet(seda2023, quoted, "\t"))],
  ])("%s", async (_, format, bytes) => {
    const reading = await readingOf(bytes);
    expect(reading.format).toBe(format);
    expect(reading.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(figures(reading.draft)).toEqual(figures(seda2023));
    expect(reading.draft).toMatchObject({ year: 2023, agency: { name: "色达县" } });
  });

  it("is read whatever its figures are", { tags: "property" }, async () => {
    await fc.assert(
      fc.asyncProperty(
        anyReport,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom(plain, quoted),
        async (report, sign, cellOf) => {
          const { draft } = await readingOf(utf8(sheet(report, cellOf, sign).replace("2023", String(report.year))));
          expect(figures(draft)).toEqual(figures(report));
        },
      ),
      { numRuns: 30, seed: 12 },
    );
  });

  it.each([
    ["a field less than its headings", "行政许可,1,2", null],
    ["as many fields as its headings", "行政许可,1,2,3", 3],
    ["empty fields behind", "行政许可,1,2,3,,", 3],
  ])("leaves a row of figures blank where nobody knows which one is missing: %s", (_, row, expected) => {
    const headings = "信息内容,上一年项目数量,本年增/减,处理决定数量";
    const rows = [
      "某县2019年政府信息公开工作年度报告",
      headings,
      row,
      "其他对外管理服务事项,4,5,6",
      "信息内容,上一年项目数量,本年增/减,处理决定数量",
      "行政处罚,7,8,9",
      "行政强制,1,2,3",
    ];
    const { log, findings } = readCsv(rows.join("\n"));
    const decisions = "disclosure.administrativeLicensing.decisions";
    expect(log.find(({ address }) => address === decisions)?.value ?? null).toBe(expected);
    expect(findings.some(({ code }) => code === "reading.rowMisaligned")).toBe(expected === null);
    expect(log.find(({ address }) => address === "disclosure.administrativePenalty.decisions")?.value).toBe(9);
  });

  const requestsOnly = (rows: readonly string[], sign: string): string =>
    ["某县2023年政府信息公开工作年度报告", ...rows.map((row) => row.replaceAll(",", sign))].join("\n");
  const headings = [
    "（本列数据的勾稽关系为…）,,,申请人情况,,,,,,",
    ",,,自然人,法人或其他组织,,,,,总计",
    ",,,,商业企业,科研机构,社会公益组织,法律服务机构,其他,",
  ];

  it.each([
    ["whole", "三、本年度办理结果,（一）予以公开,,1,2,3,4,5,6,21", 21],
    ["without the empty field of its label", "三、本年度办理结果,（一）予以公开,1,2,3,4,5,6,21", 21],
    ["without a figure", "三、本年度办理结果,（一）予以公开,,1,2,3,4,5,21", null],
    ["without a full-width figure", "三、本年度办理结果,（一）予以公开,,１,２,３,４,５,２１", null],
    ["without a figure with its measure word", "三、本年度办理结果,（一）予以公开,,1件,2件,3件,4件,5件,21件", null],
  ] as const)("reads a row of a table alone %s, parted by commas or tabs", (_, row, total) => {
    for (const [sign, read] of [
      [",", readCsv],
      ["\t", readText],
    ] as const) {
      const before = "二、上年结转政府信息公开申请数量,,约1,约2,约3,约4,约5,约6,约21";
      const { log } = read(requestsOnly([...headings, before, row], sign));
      const figureOf = (field: string) => log.find(({ address }) => address === `requests.granted.${field}`)?.value ?? null;
      expect([figureOf("naturalPerson"), figureOf("total")]).toEqual(total === null ? [null, null] : [1, total]);
    }
  });

  it.each([",", "\t"])("takes two lines of a field for no figure (%j)", (sign) => {
    const row = `一、本年新收政府信息公开申请数量,,,"12\n345",2,3,4,5,6,21`;
    const text = requestsOnly([...headings, row], sign);
    const { log } = sign === "," ? readCsv(text) : readText(text);
    const figure = (address: string) => log.find((one) => one.address === `requests.received.${address}`);
    expect(figure("naturalPerson")).toMatchObject({ value: null, raw: "12\n345" });
    expect(figure("total")?.value).toBe(21);
  });

  it("gives the place as Excel counts it: a field of two lines is one row, a line that names the sign none", () => {
    const { places } = readCsv(`sep=,\r\n${sheet(seda2023, quoted, ",")}`);
    expect(places["disclosure.administrativeLicensing.decisions"]).toMatchObject({
      format: "csv",
      sheet: null,
      row: 9,
      column: 2,
      line: null,
    });
  });
});

describe("the long form of this library", () => {
  const name = fc.oneof(
    fc.constantFrom("某县", "=1+1", "-某县", "'某县", '某"县,"', "2023年报告，现公布", "＝某"),
    fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }).filter((text) => /\S/.test(text) && text.trim() === text),
  );

  it("comes back whole: agency, year, edition and every figure", { tags: "property" }, async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, name, async (report, agency) => {
        const { draft, report: whole } = await readingOf(utf8(renderCsv({ ...report, agency: { name: agency } })));
        expect(figures(draft)).toEqual(figures(report));
        expect(draft?.edition).toBe(report.edition);
        expect(draft?.year).toBe(report.year);
        const [, second = ""] = renderCsv({ ...report, agency: { name: agency } }).split("\r\n");
        // What cannot be in a file, such as control characters, was taken out by the writer.
        if (second.includes(agency)) expect(draft?.agency?.name).toBe(agency);
        expect(whole).not.toBeNull();
      }),
      { numRuns: 60, seed: 13 },
    );
  });

  const csv = renderCsv(seda2023);

  it.each([
    ["a mark", utf8(renderCsv(seda2023, { byteOrderMark: true }))],
    ["GB18030", gb18030(csv)],
    ["semicolons, as Excel saves it elsewhere", utf8(csv.replaceAll(",", ";"))],
    ["tabs", utf16(csv.replaceAll(",", "\t"))],
    ["every field in quotes", utf8(csv.replace(/[^,\r\n]+/g, '"$&"'))],
    ["a line that names the sign", utf8(`sep=,\r\n${csv}`)],
  ])("is known with %s", async (_, bytes) => {
    const { draft, findings, head } = await readingOf(bytes);
    expect(figures(draft)).toEqual(figures(seda2023));
    expect(findings.filter(({ severity }) => severity !== "advice")).toEqual([]);
    expect(head.find(({ path }) => path === "agency.name")).toMatchObject({ value: "色达县", from: "file" });
  });

  it("keeps a blank a blank, and says where each figure stands", () => {
    const { draft, log, places } = readCsv(renderCsv({ edition: "2021", requests: { received: { total: 4 } } }));
    expect(draft?.requests?.received).toMatchObject({ total: 4, naturalPerson: null });
    expect(draft?.agency).toBeUndefined();
    expect(log.filter(({ value }) => value !== null).length).toBe(1);
    expect(places["requests.received.total"]).toMatchObject({ format: "csv", row: 18, column: 9 });
  });

  const changed = (from: string, to: string) => readCsv(csv.replace(from, to), { language: "en" });
  const at = "requests.received.total";
  const line = csv.split("\r\n").find((one) => one.includes(at)) ?? "";

  it.each([
    ["a word for a figure", `${line.slice(0, -1)}约4`, "reading.unreadable"],
    ["a figure twice, differently", `${line}\r\n${line.slice(0, -1)}5`, "reading.unreadable"],
    ["a figure that is not there", "", "reading.blank"],
  ])("refuses %s", (_, to, code) => {
    const { draft, findings } = changed(line, to);
    expect(draft?.requests?.received?.total).toBeNull();
    expect(findings.filter(({ cells }) => cells.some(({ address }) => address === at)).map((one) => one.code)).toEqual([code]);
  });

  it("takes a figure that is stated twice in the same way", () => {
    expect(changed(line, `${line}\r\n${line}`).draft?.requests?.received?.total).toBe(4);
  });

  it("says what it does not know", () => {
    const { draft, findings } = changed(at, "requests.received.all");
    expect(draft?.requests?.received?.total).toBeNull();
    expect(findings.find(({ code }) => code === "reading.rowUnknown")).toMatchObject({
      actual: "requests.received.all",
      place: { format: "csv", row: 18 },
    });
    expect(readCsv(csv.replaceAll(",2021,", ",2031,")).findings[0]?.code).toBe("reading.noTables");
    expect(readCsv(csv.split("\r\n")[0] ?? "").findings.map(({ code }) => code)).toContain("reading.noTables");
  });

  it("of several reports is read report by report", async () => {
    const drafts: readonly Draft[] = [seda2023, { edition: "2019", year: 2020 }, { edition: "2019" }, { edition: "2019" }];
    const several = renderCsv(drafts);
    const read = readCsvReports(several);
    expect(read.map(({ draft }) => [draft?.edition, draft?.year])).toEqual(drafts.map(({ edition, year }) => [edition, year]));
    expect(figures(read[0]?.draft ?? null)).toEqual(figures(seda2023));
    await expect(readAny(utf8(several))).rejects.toMatchObject({ code: "format.severalReports" });
    expect(readCsvReports(sheet(seda2023, plain, ",")).length).toBe(1);
  });

  it("is limited in the length of a row", () => {
    const long = `${csv}"${"x".repeat(MAX_CSV_ROW_CHARACTERS)}",\r\n`;
    expect(() => readCsv(long)).toThrow(expect.objectContaining({ code: "format.limit" }));
    expect(() => readCsv("x".repeat(20_000_001))).toThrow(expect.objectContaining({ code: "reading.tooLarge" }));
  });
});

describe("what is no CSV", () => {
  it.each([
    ["prose with half-width commas", "根据条例,现将本年度情况报告如下,请审阅,谢谢\n".repeat(20)],
    ["numbers with separators, one a line", "1,234,567,890\n12,345,678,901\n1,000,000,000\n2,000,000,000\n"],
    ["rows parted by tabs", "行政许可\t1,110\t2,220\t3,330\t,\n".repeat(5)],
    ["Markdown", "| 1,2,3,4 | 5,6,7,8 |\n".repeat(5)],
    ["two rows alone", "a,1,2,3\nb,1,2,3\n"],
  ])("%s", (_, text) => {
    expect(detectFormat(utf8(text))).toBe("text");
  });

  it("is still a page when it is one", () => {
    expect(detectFormat(utf8(`<table><tr><td>a</td></tr></table>\n${"a,1,2,3\n".repeat(5)}`))).toBe("html");
  });
});

describe("a byte order mark", () => {
  it("is written where it is asked for, and read as nothing in a text too", () => {
    const [plain, marked] = [renderCsv(seda2023), renderCsv(seda2023, { byteOrderMark: true })];
    expect(marked).toBe(`\ufeff${plain}`);
    for (const start of ["\ufeff", "\ufeffsep=,\r\n"]) {
      expect(readCsv(start + plain).draft).toEqual(readCsv(plain).draft);
      expect(readCsvReports(start + plain)).toEqual(readCsvReports(start === "\ufeff" ? plain : `sep=,\r\n${plain}`));
    }
  });
});

describe("a long file", () => {
  it("costs what its length is worth", () => {
    const row = `${"a,".repeat(9)}1\r\n`;
    expect(growthOf((size) => `sep=,\r\n${row.repeat(size)}`, readCsv)).toBeLessThan(MOST_GROWTH);
    const long = renderCsv(seda2023);
    expect(growthOf((size) => long + ',,2021,,,,"x"\r\n'.repeat(size), readCsvReports)).toBeLessThan(MOST_GROWTH);
    expect(growthOf((size) => long + `某,2023,2021,,,,requests.received.total,,4\r\n`.repeat(size), readCsvReports)).toBeLessThan(
      MOST_GROWTH,
    );
  });
});

describe("our own JSON", () => {
  it("comes back whole, with and without a mark, in UTF-8 and UTF-16", { tags: "property" }, async () => {
    await fc.assert(
      fc.asyncProperty(
        anyReport,
        fc.constantFrom(utf8, utf16, (text: string) => utf8(`\ufeff${text}`)),
        async (report, encode) => {
          const read = await readAny(encode(toJson(report, { indent: 2 })));
          expect(read.kind === "draft" && read.result.success ? read.result.data : null).toEqual(report);
        },
      ),
      { numRuns: 20, seed: 14 },
    );
  });

  it("may lack tables", async () => {
    const draft: Draft = { edition: "2019", year: 2020 };
    const read = await readAny(utf8(toJson(draft)));
    expect(read.kind === "draft" && read.result.success ? read.result.data : null).toEqual(draft);
    expect(describeForm("2019").cells.length).toBeGreaterThan(0);
  });
});
