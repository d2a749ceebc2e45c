import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aliasesOf } from "../../src/form/aliases.js";
import { describeForm, editionIds, type Heading, printedHeading } from "../../src/index.js";
import {
  MAX_HEADER_ROW,
  MAX_LISTED_VALUES,
  MAX_REGISTER_CHARACTERS,
  MAX_REGISTER_COLUMNS,
  MAX_REGISTER_FINDINGS,
  MAX_REGISTER_ROW_CHARACTERS,
  MAX_REGISTER_ROWS,
  MAX_STRAY_QUOTES,
  readCasesCsv,
  readRegisterCsv,
  tallyRegister,
} from "../../src/register.js";

const HEADER = "number,applicant,received,closed,outcome";

function read(line: string) {
  return readRegisterCsv(`${HEADER}\n${line}\n`).entries[0];
}

describe("names of the columns", () => {
  it("are told as the header has them, also where no column could be recognised", () => {
    const { names, columns } = readRegisterCsv("甲, 乙 ,,甲\n1,2,3,4\n");
    expect([names, columns]).toEqual([["甲", "乙", "", "甲"], []]);
  });
});

describe("labels as values", () => {
  const leaves = editionIds.flatMap((id) => describeForm(id).cells.filter(({ table }) => table === "requests"));

  it("reads every outcome of every edition: identifier, label, printed heading, with the group above", () => {
    for (const { recordPath, record } of leaves) {
      const leaf = recordPath.at(-1);
      const group = recordPath.at(-2);
      if (leaf?.role !== "outcome") continue;
      const written = [record, leaf.term.label, printedHeading(leaf), ...aliasesOf(leaf.term)];
      if (group !== undefined)
        written.push(printedHeading(group) + printedHeading(leaf), `${group.term.label} / ${leaf.term.label}`);
      for (const text of written)
        expect([text, read(`1,自然人,2023-01-01,2023-01-02,"${text}"`)?.outcome]).toEqual([text, record]);
    }
  });

  it("reads every outcome behind any of its groups, with and without numbers and the remark of the form, in any punctuation", () => {
    const wordings = ({ marker, note, term }: Heading): readonly string[] =>
      [term.label, ...aliasesOf(term)].flatMap((label) => [label, marker + label, marker + label + note]);
    let read = 0;
    for (const { recordPath, record, field } of leaves) {
      const leaf = recordPath.at(-1);
      if (leaf?.role !== "outcome" || field !== "total") continue;
      const above = recordPath.slice(0, -1);
      const paths = [above, above.slice(1), above.slice(0, 1), []];
      const written = paths.flatMap((groups) =>
        ["/", "-", " > ", "：", "\n", ""].flatMap((sign) =>
          wordings(leaf).flatMap((own) => [
            [...groups.map(({ term }) => term.label), own].join(sign),
            [...groups.map(printedHeading), own].join(sign),
          ]),
        ),
      );
      const group = above.at(-1);
      if (group !== undefined) written.push(...wordings(leaf).map((own) => `${own}（${group.term.label}）`));
      const csv = `${HEADER}\n${written.map((text) => `1,自然人,2023-01-01,2023-01-02,"${text}"\n`).join("")}`;
      readRegisterCsv(csv).entries.forEach(({ outcome }, i) => {
        expect([written[i], outcome]).toEqual([written[i], record]);
        read += 1;
      });
    }
    expect(read).toBeGreaterThan(1000);
  });

  it.each([
    ["1．属于国家秘密", "stateSecret"],
    ["①属于国家秘密", "stateSecret"],
    ["（三）、1、 属于 国家秘密", "stateSecret"],
    ["(三)1.属于国家秘密", "stateSecret"],
    ["㈢不予公开 1 属于国家秘密", "stateSecret"],
    ["3.不予公开/6.属于四类过程性信息", "deliberativeProcess"],
    ["（六）其他处理", "otherHandling"],
    ["其他处理-其他", "otherReasons"],
  ])("reads %s as %s", (written, id) => {
    expect(read(`1,自然人,2023-01-01,2023-01-02,"${written}"`)?.outcome).toBe(id);
  });

  it.each([
    "2.属于国家秘密",
    "无法提供/属于国家秘密",
    "予以公开（部分）",
    "部分公开、不予公开",
    "属于国家秘密（无法提供）",
    "不属于国家秘密",
    "转送",
    "本年度办理结果予以公开不予公开",
  ])("does not guess what %s is", (written) => {
    expect(read(`1,自然人,2023-01-01,2023-01-02,"${written}"`)?.outcome).toBe(written);
  });

  it("says what every word was taken for", () => {
    const rows = ["撤回", "撤回", "退件", "予以公开", "存档"].map((word, i) => `${i},公司,2023-01-01,2023-01-02,${word}\n`);
    const options = { values: { outcome: { 退件: "其他", 无效: "并非格式" } } };
    const { values, findings } = readRegisterCsv(`${HEADER}\n${rows.join("")}`, {}, options);
    expect(values).toEqual([
      { field: "applicant", written: "公司", meaning: "commercialEnterprise", basis: "usual", rows: 5 },
      { field: "outcome", written: "存档", meaning: null, basis: null, rows: 1 },
      { field: "outcome", written: "撤回", meaning: "otherReasons", basis: "usual", rows: 2 },
      { field: "outcome", written: "退件", meaning: "otherReasons", basis: "given", rows: 1 },
      { field: "outcome", written: "予以公开", meaning: "granted", basis: "form", rows: 1 },
    ]);
    expect(findings.map(({ code, path }) => [code, path])).toEqual([["register.valuesTarget", "outcome"]]);
  });

  it("lists no more values than MAX_LISTED_VALUES", () => {
    const rows = Array.from({ length: MAX_LISTED_VALUES + 5 }, (_, i) => `${i},自然人,2023-01-01,2023-01-02,文${i}\n`);
    const { values } = readRegisterCsv(`${HEADER}\n${rows.join("")}`);
    expect(values.filter(({ field }) => field === "outcome").length).toBe(MAX_LISTED_VALUES);
  });

  it("names what is below a group", () => {
    const reading = readRegisterCsv(`${HEADER}\n1,自然人,2023-01-01,2023-01-02,无法提供\n`);
    const [found] = tallyRegister(reading, { year: 2023, language: "en" }).findings;
    expect(found?.message).toContain("notHeld (本机关不掌握相关政府信息), requiresCreation");
    expect(found?.place).toMatchObject({ format: "text", row: 2, column: 5 });
  });

  it("reads every applicant category", () => {
    for (const { fieldPath, field } of leaves) {
      const leaf = fieldPath.at(-1);
      if (leaf?.role !== "part") continue;
      for (const text of [field, leaf.term.label, ...aliasesOf(leaf.term)]) {
        expect([text, read(`1,${text},2023-01-01,,`)?.applicant]).toEqual([text, field]);
      }
    }
  });

  it.each([
    ["行政复议", "结果维持", "reconsideration", "upheld"],
    ["未经复议直接起诉", "纠正", "directLitigation", "corrected"],
    ["行政诉讼（复议后起诉）", "其他结果", "litigationAfterReconsideration", "otherResult"],
    ["directLitigation", "pending", "directLitigation", "pending"],
    ["行政诉讼", "胜诉", "行政诉讼", "胜诉"],
  ])("reads the case %s, %s", (kind, result, kindId, resultId) => {
    const { entries, findings } = readCasesCsv(
      `案号,案件类别,收案日期,审结日期,审理结果\n1,${kind},2023-01-01,2023-02-01,${result}\n`,
    );
    expect(findings).toEqual([]);
    expect(entries).toEqual([{ number: "1", kind: kindId, filed: "2023-01-01", closed: "2023-02-01", result: resultId, row: 2 }]);
  });

  it.each(["不予公开", "总计", "本年度办理结果", "制造", "__proto__", "constructor"])(
    "does not read %s as an outcome, and keeps it",
    (text) => {
      expect(read(`1,自然人,2023-01-01,2023-01-02,${text}`)?.outcome).toBe(text);
      const { entries } = readRegisterCsv(`${HEADER}\n1,自然人,2023-01-01,2023-01-02,${text}\n`);
      expect(tallyRegister(entries, { year: 2023 }).findings.map(({ code }) => code)).toEqual(["register.unknownValue"]);
    },
  );
});

describe("dates", () => {
  it.each([
    ["2023-01-05", "2023-01-05"],
    ["2023/1/5", "2023-01-05"],
    ["2023.01.05", "2023-01-05"],
    ["2023年1月5日", "2023-01-05"],
    ["20230105", "2023-01-05"],
    ["２０２３年１月５日", "2023-01-05"],
    ["2023/1/5 0:00", "2023-01-05"],
    ["2023-01-05 09:30:00", "2023-01-05"],
    ["2023年1月05号", "2023-01-05"],
    ["2023 年 1 月 5 日", "2023-01-05"],
    ["2023年1月5日（星期四）", "2023-01-05"],
    ["2023-01-05 上午9:30", "2023-01-05"],
    ["2023-01-05T09:30:00+08:00", "2023-01-05"],
    ["2023年1月5日9时30分", "2023-01-05"],
    ["二〇二三年一月五日", "2023-01-05"],
    ["二○二三年十二月三十一日", "2023-12-31"],
    ["5-Jan-2023", "2023-01-05"],
    ["5-Jan-23", "2023-01-05"],
    ["44931.99", "2023-01-05"],
    ['="2023-1-5"', "2023-01-05"],
    ["5/1/2023", "5/1/2023"],
    ["23-1-5", "23-1-5"],
    ["1月5日", "1月5日"],
    ["2023年1月", "2023年1月"],
    ["2023-02-29", "2023-02-29"],
    ["20230229", "20230229"],
    ["2023-01-05 24:00", "2023-01-05 24:00"],
    ["2023-01-05 99:99", "2023-01-05 99:99"],
    ["2023-01-05T16:00:00.000Z", "2023-01-05T16:00:00.000Z"],
    ["2023-01-05至2023-01-08", "2023-01-05至2023-01-08"],
    ["12345", "12345"],
    ["2023.15", "2023.15"],
    ["44931", "2023-01-05"],
    ["2023-13-01", "2023-13-01"],
  ])("%s", (written, iso) => {
    expect(read(`1,自然人,${written},,`)?.received).toBe(iso);
  });
});

describe("columns", () => {
  const csv = "件号\t人群\t收到日期\t办结日期\t备注\t办理结果\n2023-1\t自然人\t2023-01-01\t\t\t\n";

  it("maps what it is told to and keeps the names of the others, in any order and with any delimiter", () => {
    const { entries, findings } = readRegisterCsv(csv, { number: "件号", applicant: ["种类", "人群"] });
    expect(findings).toEqual([]);
    expect(entries).toEqual([
      { number: "2023-1", applicant: "naturalPerson", received: "2023-01-01", closed: null, outcome: null, row: 2 },
    ]);
  });

  it("says which columns are missing", () => {
    const { entries, findings } = readRegisterCsv(csv);
    expect(entries).toEqual([]);
    expect(findings.map(({ code, path }) => [code, path])).toEqual([
      ["register.csvColumn", "number"],
      ["register.csvColumn", "applicant"],
    ]);
  });

  it("does not choose between two columns of one name", () => {
    const { findings } = readRegisterCsv(`${HEADER},outcome\n`);
    expect(findings.map(({ code, path }) => [code, path])).toEqual([["register.csvDuplicateColumn", "outcome"]]);
  });
});

describe("rows", () => {
  it("reads quotes, line breaks in fields, a byte order mark, and skips blank rows", () => {
    const { entries, findings } = readRegisterCsv(`\ufeff${HEADER}\r\n\r\n,,,,\r\n"a""b\n c",自然人,2023-01-01,,\r\n`);
    expect(findings).toEqual([]);
    expect(entries.map(({ number }) => number)).toEqual(['a"b\n c']);
  });

  it("takes no byte order mark for a part of a quoted name", () => {
    const { entries, names } = readRegisterCsv(`\ufeff${HEADER.replace("number", '"number"')}\n7,自然人,2023-01-01,,`);
    expect([names[0], entries.map(({ number }) => number)]).toEqual(["number", ["7"]]);
  });

  it("knows a line that names the separator behind a byte order mark, and counts it as no row", () => {
    const { entries } = readRegisterCsv(`\ufeffsep=;\r\n${`${HEADER}\r\n7,自然人,2023-01-01,,`.replaceAll(",", ";")}`);
    expect(entries.map(({ number, row }) => [number, row])).toEqual([["7", 2]]);
  });

  it("says which row has more fields than the header, and reads the others", () => {
    const { entries, findings } = readRegisterCsv(`${HEADER}\n1,自然人,2023-01-01,,,多余\n2,自然人,2023-01-01,,,\n`);
    expect(findings.map(({ code, place }) => [code, place?.row])).toEqual([["register.csvRow", 2]]);
    expect(entries.map(({ number }) => number)).toEqual(["2"]);
  });

  it("takes formulas for text", () => {
    for (const text of ["=1+1", "@SUM(A1)", "+7", "-7", '=HYPERLINK("http://x")']) {
      expect(read(`"${text.replaceAll('"', '""')}",自然人,2023-01-01,,`)?.number).toBe(text);
    }
  });

  it("says that there is nothing", () => {
    expect(readRegisterCsv("").findings.every(({ code }) => code === "register.csvColumn")).toBe(true);
  });

  it("never throws", { tags: "property" }, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (a, b) => {
        readRegisterCsv(a + b);
        const { entries } = readRegisterCsv(`${HEADER}\n${a},${b}\n`);
        tallyRegister(entries, { year: 2023 });
      }),
      { numRuns: 300 },
    );
  });
});

describe("limits", () => {
  it("reads no text longer than MAX_REGISTER_CHARACTERS", () => {
    const { findings } = readRegisterCsv("x".repeat(MAX_REGISTER_CHARACTERS + 1));
    expect(findings.map(({ code, expected }) => [code, expected])).toEqual([["register.csvTooLong", MAX_REGISTER_CHARACTERS]]);
  });

  it("reads no more rows than MAX_REGISTER_ROWS", () => {
    const { entries, findings } = readRegisterCsv(`${HEADER}\n${"1,,,,\n".repeat(MAX_REGISTER_ROWS + 1)}`);
    expect(entries).toEqual([]);
    expect(findings.map(({ code, expected }) => [code, expected])).toEqual([["register.csvTooLarge", MAX_REGISTER_ROWS]]);
  });

  it("reads no row longer than MAX_REGISTER_ROW_CHARACTERS", () => {
    const { findings, entries } = readRegisterCsv(`${HEADER}\n"${"x".repeat(MAX_REGISTER_ROW_CHARACTERS + 2)}",,,,\n2,,,,\n`);
    expect(findings.map(({ code, place }) => [code, place?.row])).toEqual([["register.csvRowTooLong", 2]]);
    expect(entries.map(({ number }) => number)).toEqual(["2"]);
  });

  it("looks for the header in the first MAX_HEADER_ROW rows", () => {
    const titles = (count: number) => `${"题\n".repeat(count)}${HEADER}\n1,自然人,2023-01-01,,\n`;
    expect(readRegisterCsv(titles(MAX_HEADER_ROW - 1)).entries.length).toBe(1);
    expect(readRegisterCsv(titles(MAX_HEADER_ROW)).findings[0]?.code).toBe("register.csvColumn");
  });

  it("looks for columns among the first MAX_REGISTER_COLUMNS", () => {
    const wide = (count: number) => `${"x,".repeat(count)}${HEADER}\n`;
    expect(readRegisterCsv(wide(MAX_REGISTER_COLUMNS - 5)).columns.length).toBe(5);
    expect(readRegisterCsv(wide(MAX_REGISTER_COLUMNS - 4)).columns.length).toBe(4);
  });

  it("gives MAX_REGISTER_FINDINGS findings about rows, and counts the others", () => {
    const rows = "1,自然人,2023-01-01,,,多\n".repeat(MAX_REGISTER_FINDINGS + 7);
    const { findings } = readRegisterCsv(`${HEADER}\n${rows}`);
    expect(findings.filter(({ code }) => code === "register.csvRow").length).toBe(MAX_REGISTER_FINDINGS);
    expect(findings.find(({ code }) => code === "register.moreFindings")?.actual).toBe(7);
    const bad = Array.from({ length: MAX_REGISTER_FINDINGS + 7 }, (_, i) => `${i},自然人,soon,,\n`);
    const counted = tallyRegister(readRegisterCsv(`${HEADER}\n${bad.join("")}`), { year: 2023 });
    expect(counted.findings.find(({ code }) => code === "register.moreFindings")?.actual).toBe(7);
    expect(counted.requests.rejected).toBe(MAX_REGISTER_FINDINGS + 7);
  });

  it("takes quotes for text at once after MAX_STRAY_QUOTES of them", () => {
    const stray = `"自然人,2023-01-01,,\n`;
    const rows = (count: number) => `${HEADER}\n${`1,${stray}`.repeat(count)}2,自然人,2023-01-01,,"多\n行"\n`;
    expect(readRegisterCsv(rows(3)).entries.at(-1)?.outcome).toBe("多\n行");
    const { entries } = readRegisterCsv(rows(MAX_STRAY_QUOTES));
    expect(entries.length).toBe(MAX_STRAY_QUOTES + 2);
    expect(entries.at(-2)?.outcome).toBe("多");
  });

  it.each([
    ["commas", `1${",".repeat(50_000)}\n`],
    ["quotes", `1,${'"'.repeat(50_001)}\n`],
    ["quoted fields", `1,${'"",'.repeat(15_000)}\n`],
    ["quotes that open", `1,"a\n`],
    ["line breaks", "\n"],
    ["wide names", `${"（必填）".repeat(1_000)}\n`],
  ])("reads a million characters of %s", (_, line) => {
    const text = `${HEADER}\n${line.repeat(Math.ceil(1_000_000 / line.length))}`;
    expect(readRegisterCsv(text).entries.length).toBeGreaterThanOrEqual(0);
  });
});
