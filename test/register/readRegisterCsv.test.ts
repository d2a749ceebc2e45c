import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeForm, editionIds, printedHeading } from "../../src/index.js";
import {
  MAX_REGISTER_CHARACTERS,
  MAX_REGISTER_ROW_CHARACTERS,
  MAX_REGISTER_ROWS,
  readCasesCsv,
  readRegisterCsv,
  tally,
} from "../../src/register.js";

const HEADER = "number,applicant,received,closed,outcome";

function read(line: string) {
  return readRegisterCsv(`${HEADER}\n${line}\n`).entries[0];
}

describe("labels as values", () => {
  const leaves = editionIds.flatMap((id) => describeForm(id).cells.filter(({ table }) => table === "requests"));

  it("reads every outcome of every edition: identifier, label, printed heading, with the group above", () => {
    for (const { recordPath, record } of leaves) {
      const leaf = recordPath.at(-1);
      const group = recordPath.at(-2);
      if (leaf?.role !== "outcome") continue;
      const written = [record, leaf.term.label, printedHeading(leaf), ...leaf.term.aliases];
      if (group !== undefined)
        written.push(printedHeading(group) + printedHeading(leaf), `${group.term.label} / ${leaf.term.label}`);
      for (const text of written)
        expect([text, read(`1,自然人,2023-01-01,2023-01-02,"${text}"`)?.outcome]).toEqual([text, record]);
    }
  });

  it("reads every applicant category", () => {
    for (const { fieldPath, field } of leaves) {
      const leaf = fieldPath.at(-1);
      if (leaf?.role !== "part") continue;
      for (const text of [field, leaf.term.label, ...leaf.term.aliases]) {
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
      expect(tally(entries, { year: 2023 }).findings.map(({ code }) => code)).toEqual(["register.unknownValue"]);
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
    ["5/1/2023", "5/1/2023"],
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

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (a, b) => {
        readRegisterCsv(a + b);
        const { entries } = readRegisterCsv(`${HEADER}\n${a},${b}\n`);
        tally(entries, { year: 2023 });
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
});
