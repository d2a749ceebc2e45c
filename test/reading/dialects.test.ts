import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderCsv } from "../../src/csv.js";
import { MAX_PIECES } from "../../src/formats/text/linePieces.js";
import { textDocument } from "../../src/formats/text/textDocument.js";
import { type Draft, describeForm, figureAt, type Report } from "../../src/index.js";
import { type Reading, readText, renderMarkdown, renderText } from "../../src/text.js";
import { anyReport } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";
import { type Dialect, damages, dialects, written } from "./dialects.js";
import { dice } from "./noise.js";

const REPORTS: readonly Report[] = fc.sample(anyReport, { numRuns: 12, seed: 20_270_131 });

function compare(
  draft: Draft,
  reading: Reading,
): { readonly right: number; readonly wrong: readonly string[]; readonly lost: number } {
  const wrong: string[] = [];
  let right = 0;
  let lost = 0;
  for (const { address } of describeForm(draft.edition).cells) {
    const value = reading.draft === null ? null : (reading.log.find((entry) => entry.address === address)?.value ?? null);
    const truth = figureAt(draft, address);
    if (value === null) lost += truth === null ? 0 : 1;
    else if (value === truth) right += 1;
    else wrong.push(`${address}: ${value} for ${truth}`);
  }
  return { right, wrong, lost };
}

describe.each(dialects)("$name", (dialect: Dialect) => {
  it("reads every figure of a clean text", () => {
    for (const report of REPORTS) {
      const reading = readText(written(report, dialect));
      expect(reading.draft?.edition).toBe(report.edition);
      const { wrong, lost } = compare(report, reading);
      expect(wrong).toEqual([]);
      expect(lost).toBeLessThanOrEqual(dialect.ambiguous === true ? 60 : 0);
      expect(reading.draft?.agency?.name).toBe("某某市人民政府");
    }
  });

  it("keeps the line of each figure", () => {
    const text = written(seda2023, dialect);
    const lines = text.split("\n");
    for (const { value, place } of readText(text).log) expect(lines[(place?.line ?? 0) - 1]).toContain(String(value));
  });

  it("takes no figure from a place beside it where cells are empty", () => {
    let right = 0;
    REPORTS.forEach((report, seed) => {
      const roll = dice(seed);
      const text = written(report, dialect, (cell, figure) => (figure && roll.chance(0.04) ? "" : cell));
      const { wrong, right: own } = compare(report, readText(text));
      expect({ seed, wrong }).toEqual({ seed, wrong: [] });
      right += own;
    });
    const least = dialect.tells ? 160 : 80;
    expect(right / REPORTS.length).toBeGreaterThan(least);
  });

  it.each(Object.entries(damages))("takes no wrong figure from a text with %s", (_, damage) => {
    for (let seed = 0; seed < 12; seed += 1) {
      const report = REPORTS[seed % REPORTS.length] ?? seda2023;
      const lines = written(report, dialect).split("\n");
      damage(lines, dice(seed));
      const { wrong } = compare(report, readText(lines.join("\n")));
      expect({ seed, wrong }).toEqual({ seed, wrong: [] });
    }
  });
});

describe("Markdown that this library writes", () => {
  it("comes back", () => {
    for (const report of REPORTS) {
      const reading = readText(renderMarkdown(report));
      expect(compare(report, reading)).toEqual({ right: describeForm(report.edition).cells.length, wrong: [], lost: 0 });
      expect(reading.draft?.agency?.name).toBe(report.agency.name);
      expect(reading.draft?.year).toBe(report.year);
    }
  });

  it("comes back with its text", () => {
    const narrative = { problems: "一是公开不够及时*；\n二是解读 | 回应较少。", other: "无_其他_事项。" };
    expect(readText(renderMarkdown({ ...seda2023, narrative })).draft?.narrative).toEqual(narrative);
  });
});

describe("merged cells whose text is repeated", () => {
  it("are no headings of other columns", () => {
    const [repeated] = dialects.filter(({ name }) => name === "tabs, merged cells repeated");
    if (repeated === undefined) throw new Error("no such dialect");
    expect(readText(written(seda2023, repeated)).findings).toEqual([]);
  });
});

describe("tables drawn with signs", () => {
  /** What {@link renderText} draws, with the signs that are on every keyboard. */
  const drawn = (report: Report): string =>
    renderText(report)
      .replace(/[┌┬┐├┼┤└┴┘]/g, "+")
      .replaceAll("─", "-")
      .replaceAll("│", "|");

  it("are read with their spans", () => {
    for (const report of REPORTS) {
      expect(compare(report, readText(drawn(report)))).toEqual({
        right: describeForm(report.edition).cells.length,
        wrong: [],
        lost: 0,
      });
    }
  });

  it("may have corners that are part of a line", () => {
    const text = [
      "+-----------------+",
      "| 第二十条第（六）项       |",
      "|-----------------|",
      "| 信息内容 | 本年处理决定数量 |",
      "|------+----------|",
      "| 行政处罚 | 75       |",
      "|------+----------|",
      "| 行政强制 | 0        |",
      "+-----------------+",
    ];
    expect(readText(text.join("\n")).draft?.disclosure).toEqual({
      administrativePenalty: { decisions: 75 },
      administrativeCompulsion: { decisions: 0 },
    });
    const block = textDocument(text.join("\n")).blocks[0];
    expect(block?.kind === "table" ? block.rows.map((row) => row.map(({ colspan }) => colspan)) : null).toEqual([
      [2],
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it.each([
    ["a text beyond its column", "| 行政处罚 | 75 |", "| 行政处罚 |    75 |"],
    ["a bar too many", "| 行政处罚 | 75 |", "| 行政 | 处罚 | 75 |"],
  ])("are gone through line by line where they have %s", (_, line, damaged) => {
    const text = [
      "+----------+------------------+",
      "| 信息内容 | 本年处理决定数量 |",
      "+----------+------------------+",
      line,
      "+----------+------------------+",
    ];
    const { log } = readText(text.join("\n").replace(line, damaged));
    const value = log.find(({ address }) => address === "disclosure.administrativePenalty.decisions")?.value ?? null;
    expect([75, null]).toContain(value);
  });
});

describe("headings with the signs of a program", () => {
  it.each([
    ["# ", ""],
    ["= ", " ="],
    ["****** ", " ******"],
    ["## ", " {#title}"],
  ])("are read without %s", (before, behind) => {
    const [plain] = dialects.filter(({ name }) => name === "a cell a line");
    if (plain === undefined) throw new Error("no such dialect");
    const [title = "", ...rest] = written(seda2023, plain).split("\n");
    const others = ["  - 首页", "  - 某县2019年政府信息公开工作年度报告"];
    const { draft } = readText([...others, `${before}${title}${behind}`, ...rest].join("\n"));
    expect([draft?.agency?.name, draft?.year]).toEqual(["某某市人民政府", 2023]);
  });
});

describe("limits", () => {
  it("does not look for tables behind more pieces than a report has", () => {
    const table = "信息内容  本年处理决定数量\n行政处罚  75\n";
    expect(readText(table).draft).not.toBeNull();
    expect(readText("字\n".repeat(MAX_PIECES) + table).draft).toBeNull();
  });
});

describe("comma-separated values", () => {
  it("are no text of a report", () => {
    const { draft, findings } = readText(renderCsv(seda2023), { language: "en" });
    expect(draft).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(["reading.noTables"]);
  });
});

describe("ways of writing seen in print", () => {
  it("reads amounts whose heading says their unit and more", () => {
    const text = "信息内容 |\n采购项目数量 |\n采购总金额(万元,保留四位小数) |\n|\n政府集中采购 |\n9 |\n103.3879万元 |\n|";
    expect(readText(text).draft?.disclosure).toEqual({
      governmentProcurement: { procurementItems: 9, procurementAmount: "103.3879" },
    });
  });

  it("converts amounts whose heading says another unit", () => {
    const { draft, findings } = readText("信息内容 | 本年收费金额（单位：元） | ||\n行政事业性收费 | 12000 | ||", {
      language: "en",
    });
    expect(draft?.disclosure).toEqual({ administrativeFees: { feesCollected: "1.2" } });
    expect(findings.map(({ code }) => code)).toContain("reading.unitConverted");
  });

  it("leaves a row out whose sign cannot be read, and reads the rows around it", () => {
    const text =
      "信息内容 |\n上一年项目数量 |\n本年增/减 |\n处理决定数量 |\n行政处罚 |\n253 |\n--253 |\n0 |\n行政强制 |\n1 |\n-2 |\n3 |";
    expect(readText(text).draft?.disclosure).toEqual({
      administrativeCompulsion: { previousItems: 1, change: -2, decisions: 3 },
    });
  });
});

describe("texts made of a document with pages", () => {
  const row = (label: string, figures: string): string => `${label.padEnd(24, "　")}  ${figures}`;
  const heading = ["二、主动公开政府信息情况", "信息内容    本年制发件数    本年废止件数    现行有效件数"];

  it("puts a heading together that is broken around its figures", () => {
    const text = [...heading, row("规章", "1    2    3"), "   行政规范", row("", "4    5    6"), "   性文件"].join("\n");
    expect(readText(text).draft?.disclosure).toEqual({
      administrativeRules: { issued: 1, repealed: 2, inForce: 3 },
      normativeDocuments: { issued: 4, repealed: 5, inForce: 6 },
    });
  });

  it("reads headings of columns that are broken one below the other", () => {
    const text = [
      "   行政复议                          行政诉讼",
      "                   未经复议直接起诉         复议后起诉",
      "结果 结果 其他 尚未        结果 结果 其他 尚未      结果 结果 其他 尚未",
      "             总计                总计               总计",
      "维持 纠正 结果 审结        维持 纠正 结果 审结      维持 纠正 结果 审结",
      " 1    2    3    4    10    5    6    7    8    26    0    0    0    0    0",
    ];
    const { draft } = readText(text.join("\n"));
    expect(draft?.edition === "2021" ? draft.remedies?.directLitigation : null).toEqual({
      upheld: 5,
      corrected: 6,
      otherResult: 7,
      pending: 8,
      total: 26,
    });
    const swapped = text.map((line) => line.replace("维持 纠正", "纠正 维持"));
    expect(readText(swapped.join("\n")).draft).toBeNull();
  });

  it.each([
    ["columns in another order", "信息内容    本年废止件数    本年制发件数    现行有效件数", "1    2    3"],
    ["a column more in front", "信息内容  上年件数  本年制发件数  本年废止件数  现行有效件数", "1    2    3"],
    ["a column more behind", "信息内容  本年制发件数  本年废止件数  现行有效件数  备注", "1    2    3"],
    ["a space that parts figures or digits", "信息内容  本年制发件数  本年废止件数  现行有效件数", "1    2 345"],
    ["figures over two lines", "信息内容  本年制发件数  本年废止件数  现行有效件数", "1    2\n3"],
  ])("refuses %s", (_, columns, figures) => {
    expect(readText(["二、主动公开政府信息情况", columns, row("规章", figures)].join("\n")).draft).toBeNull();
  });

  it.each([
    ["above their heading", ["行政处罚  7", "   13", "行政强制  25"], 7],
    ["above the line of the heading, beside its group", ["行政处罚  7", "信息  13", "行政强制  25"], 7],
    ["below their heading", ["行政处罚  7", "行政强制  13", "   25"], 7],
    ["with zeros in front of the rest", ["行政处罚  7", "行政强制  025"], 7],
  ])("never takes a part of figures that are broken: %s", (_, lines, first) => {
    const { log } = readText(["信息内容    本年处理决定数量", ...lines].join("\n"));
    const values = new Map(log.map(({ address, value }) => [address, value]));
    expect([null, first]).toContain(values.get("disclosure.administrativePenalty.decisions") ?? null);
    expect(values.get("disclosure.administrativeCompulsion.decisions") ?? null).toBeNull();
  });

  it("takes the number of the next row for no figure", () => {
    const [plain] = dialects.filter(({ name }) => name === "a cell a line");
    if (plain === undefined) throw new Error("no such dialect");
    const lines = written(seda2023, plain).split("\n");
    const at = lines.indexOf("2.其他法律行政法规禁止公开");
    lines.splice(at - 1, 2, "2", "其他法律行政法规禁止公开");
    const values = new Map(readText(lines.join("\n")).log.map(({ address, value }) => [address, value]));
    expect(values.get("requests.stateSecret.total")).toBeNull();
    expect(values.get("requests.prohibitedByLaw.total")).toBe(0);
  });
});
