import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeCsv } from "../../src/_internal/escape.js";
import { displayWidth, wrap, wrapEvenly } from "../../src/_internal/width.js";
import { CSV_COLUMNS } from "../../src/formats/csv/columns.js";
import { renderCsv } from "../../src/formats/csv/write.js";
import { renderMarkdown } from "../../src/formats/markdown/write.js";
import { MAX_TEXT_WIDTH, MIN_TEXT_WIDTH, renderText, TEXT_WIDTH } from "../../src/formats/text/write.js";
import { type Draft, describeForm, editionIds, figureAt } from "../../src/index.js";
import { printDocument } from "../../src/printing/printDocument.js";
import { anyReport } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";
import { forbidden, hostile, withText } from "./support.js";

describe("the document", () => {
  test("has a title, six sections in order, and a signature where it was signed", () => {
    const printed = printDocument(withText);
    expect(printed.title).toBe("色达县2023年政府信息公开工作年度报告");
    expect(printed.sections.map(({ heading }) => heading)).toEqual([
      "一、总体情况",
      "二、主动公开政府信息情况",
      "三、收到和处理政府信息公开申请情况",
      "四、政府信息公开行政复议、行政诉讼情况",
      "五、存在的主要问题及改进情况",
      "六、其他需要报告的事项",
    ]);
    expect(printed.sections.map(({ table }) => table?.id ?? null)).toEqual([
      null,
      "disclosure",
      "requests",
      "remedies",
      null,
      null,
    ]);
    expect(printed.signature).toEqual(["色达县", "2024年1月20日"]);
  });

  test("numbers the parts of section 一 as the format lists them, and prints none that is missing", () => {
    expect(printDocument(withText).sections[0]?.texts).toEqual([
      { kind: "paragraph", text: "现公布本年度报告。" },
      { kind: "part", text: "（一）主动公开" },
      { kind: "paragraph", text: "第一段。" },
      { kind: "paragraph", text: "第二段。" },
      { kind: "part", text: "（五）监督保障" },
      { kind: "paragraph", text: "严格监督。" },
    ]);
  });

  test("states the information-processing fee in section 六, unless the text does", () => {
    const other = (draft: Draft): readonly string[] => printDocument(draft).sections[5]?.texts.map(({ text }) => text) ?? [];
    const informationProcessingFee = "1200";
    expect(other({ edition: "2021", informationProcessingFee })).toEqual(["本年度收取信息处理费1200元。"]);
    expect(other({ edition: "2021", informationProcessingFee, narrative: { other: "无其他事项。" } })).toEqual([
      "无其他事项。",
      "本年度收取信息处理费1200元。",
    ]);
    expect(other({ edition: "2021", informationProcessingFee, narrative: { other: "收取信息 处理费1200元。" } })).toHaveLength(1);
    expect(other({ edition: "2021" })).toEqual([]);
  });

  test("of an empty draft is the empty form", () => {
    const printed = printDocument({ edition: "2019" });
    expect(printed.title).toBe("政府信息公开工作年度报告");
    expect(printed.signature).toEqual([]);
    expect(printed.sections.flatMap(({ texts }) => texts)).toEqual([]);
    const figures = printed.sections.flatMap(({ table }) => table?.rows.flat() ?? []).filter(({ cell }) => cell !== null);
    expect(figures).toHaveLength(198);
    expect(figures.every(({ text }) => text === "")).toBe(true);
  });
});

describe("width", () => {
  test.each([
    ["", 0],
    ["abc", 3],
    ["中文（一）", 10],
    ["１２", 4],
    ["“三”", 4],
    ["e\u0301", 1],
    ["\u{20000}", 2],
    ["─│", 2],
  ])("of %j is %i", (text, width) => expect(displayWidth(text)).toBe(width));

  test("wrapped lines keep the text and fit", { tags: "property" }, () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 20 }), (text, width) => {
        for (const lines of [wrap(text, width), wrapEvenly(text, width)]) {
          expect(lines.join("")).toBe(text);
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        }
        expect(wrapEvenly(text, width)).toHaveLength(wrap(text, width).length);
      }),
    );
  });
});

describe("renderText", () => {
  test("prints the report as checked by eye", async () => {
    await expect(renderText(withText)).toMatchFileSnapshot("golden/report.txt");
  });

  test.each(editionIds)("prints the empty form of %s as checked by eye", async (edition) => {
    await expect(renderText({ edition }, { tablesOnly: true })).toMatchFileSnapshot(`golden/form-${edition}.txt`);
  });

  test("aligns every line of every table, within the width", { tags: "property" }, () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        for (const table of renderText(report, { tablesOnly: true }).split("\n\n")) {
          const lines = table.split("\n").filter((line) => /^[┌│├└]/.test(line));
          expect(new Set(lines.map(displayWidth)).size).toBeLessThanOrEqual(1);
          expect(displayWidth(lines[0] ?? "")).toBeLessThanOrEqual(TEXT_WIDTH + 30);
        }
      }),
      { numRuns: 20 },
    );
  });

  test("keeps to the width as long as the figures fit", () => {
    for (const line of renderText(seda2023).split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(TEXT_WIDTH);
    for (const line of renderText(seda2023, { width: 90 }).split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(90);
  });

  test.each([
    [Number.NaN, TEXT_WIDTH],
    [Number.POSITIVE_INFINITY, MAX_TEXT_WIDTH],
    [0, TEXT_WIDTH],
    [-5, MIN_TEXT_WIDTH],
    [100.7, 100],
  ])("takes %d for a width of at most %d", (width, expected) => {
    const widest = Math.max(...renderText(seda2023, { width }).split("\n").map(displayWidth));
    expect(widest).toBeLessThanOrEqual(expected);
    expect(widest).toBeGreaterThan(expected - 16);
  });

  test("widens a column for a figure and never breaks one", () => {
    const received = { ...seda2023.requests.received, naturalPerson: Number.MAX_SAFE_INTEGER };
    expect(renderText({ ...seda2023, requests: { ...seda2023.requests, received } })).toContain(`│${Number.MAX_SAFE_INTEGER}│`);
  });

  test("lets no text look like a table", () => {
    const text = renderText({ edition: "2021", agency: { name: hostile.box }, narrative: { problems: "│ 4 │ 0 │\n┌──┐" } });
    expect(text).toContain("| 4 | 0 |");
    expect(text).toContain("+——+");
  });
});

describe("renderMarkdown", () => {
  test("prints the report as checked by eye", async () => {
    await expect(renderMarkdown(withText)).toMatchFileSnapshot("golden/markdown.txt");
  });

  test("states every figure in a table whose rows are equally long", { tags: "property" }, () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const rows = renderMarkdown(report, { tablesOnly: true })
          .split("\n")
          .filter((line) => line.startsWith("|"))
          .map((line) =>
            line
              .split(/(?<!\\)\|/)
              .slice(1, -1)
              .map((field) => field.trim()),
          );
        const figures = rows.filter((row) => row[1]?.match(/^[\d.-]*$/) && row[1] !== "---:");
        expect(figures.flatMap((row) => row.slice(1)).join()).toBe(
          describeForm(report.edition)
            .cells.map(({ address }) => String(figureAt(report, address)))
            .join(),
        );
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ["- item", "\\- item"],
    ["+ item", "\\+ item"],
    ["1. first", "1\\. first"],
    ["12) twelfth", "12\\) twelfth"],
    ["    code", "code"],
    ["===", "\\==="],
    ["# title", "\\# title"],
    ["> quote", "\\> quote"],
    ["&lt;b&gt;", "\\&lt;b\\&gt;"],
    ["<b>", "\\<b\\>"],
    ["![x](y)", "\\!\\[x\\](y)"],
  ])("keeps %j a paragraph", (problems, expected) => {
    expect(renderMarkdown({ edition: "2021", narrative: { problems } })).toContain(`\n\n${expected}\n`);
  });
});

describe("renderCsv", () => {
  test("states every figure of every report, after RFC 4180", { tags: "property" }, () => {
    fc.assert(
      fc.property(fc.array(anyReport, { minLength: 1, maxLength: 2 }), (reports) => {
        const text = renderCsv(reports);
        expect(text.endsWith("\r\n")).toBe(true);
        expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        const [header, ...rows] = parse(text) as string[][];
        expect(header).toEqual([...CSV_COLUMNS]);
        const expected = reports.flatMap((report) =>
          describeForm(report.edition).cells.map(({ address, coordinate: { table, row, column } }) =>
            [report.agency.name, report.year, report.edition, table, row, column, address, figureAt(report, address)].map(String),
          ),
        );
        expect(rows.map((row) => row.filter((_, i) => CSV_COLUMNS[i] !== "label"))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test("leaves a blank empty and begins with a byte order mark on request", () => {
    const text = renderCsv({ edition: "2021" }, { byteOrderMark: true });
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect((parse(text, { bom: true }) as string[][]).slice(1).every((row) => row[8] === "")).toBe(true);
  });

  test.each(["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", " =1", "\u0000=1", "\u200b=1", "＝1", "＋1", "－1", "＠A1"])(
    "guards %j against being taken for a formula",
    (text) => {
      const [[field = ""] = []] = parse(escapeCsv(text)) as string[][];
      expect(field).toMatch(/^'/);
    },
  );

  test("does not guard numbers", () => expect(escapeCsv(-4)).toBe("-4"));
});

describe("hostile text", () => {
  test.each(Object.entries(hostile))("%s leaves text, Markdown and CSV whole", (_name, text) => {
    const draft = { edition: "2021", year: 2023, agency: { name: text }, narrative: { overview: text, other: text } } as const;
    for (const output of [renderText(draft), renderMarkdown(draft), renderCsv(draft)]) expect(forbidden(output)).toEqual([]);
    expect(renderMarkdown(draft)).not.toMatch(/(?<!\\)<(?!br>)/);
    const rows = parse(renderCsv(draft)) as string[][];
    expect(rows).toHaveLength(201);
    expect(rows.every((row) => row.length === CSV_COLUMNS.length)).toBe(true);
  });
});
