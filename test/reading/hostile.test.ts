import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHtml } from "../../src/html.js";
import { DisclosureReportError, type Report } from "../../src/index.js";
import { gridOf } from "../../src/reading/grid.js";
import {
  MAX_COLSPAN,
  MAX_DEPTH,
  MAX_ELEMENTS,
  MAX_INPUT_LENGTH,
  MAX_LABEL_LENGTH,
  MAX_PLAIN_TEXT_LENGTH,
  MAX_ROWSPAN,
  MAX_STYLE_RULES,
  MAX_STYLE_STEPS,
  MAX_TABLE_COLUMNS,
  MAX_TABLE_PLACES,
} from "../../src/reading/limits.js";
import { readDocument } from "../../src/reading/readDocument.js";
import type { SourceCell } from "../../src/reading/source.js";
import { readText } from "../../src/text.js";
import { reports } from "../support/arbitraries.js";
import { growthOf, MOST_GROWTH } from "../support/growth.js";
import { seda2023 } from "../support/seda.js";
import { dice, dump, page, spoil } from "./noise.js";

const TITLE = "某某市人民政府2023年政府信息公开工作年度报告";
const place = {
  format: "docx",
  sheet: null,
  table: 1,
  row: 1,
  column: 1,
  line: null,
  offset: null,
  page: null,
  box: null,
} as const;
const cell = (text: string, rowspan = 1, colspan = 1): SourceCell => ({ text, rowspan, colspan, place });

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof DisclosureReportError) return error.code;
    throw error;
  }
  return "";
}

describe("limits", () => {
  it("of size", () => {
    expect(codeOf(() => readHtml(" ".repeat(MAX_INPUT_LENGTH + 1)))).toBe("reading.tooLarge");
    expect(codeOf(() => readText(" ".repeat(MAX_PLAIN_TEXT_LENGTH + 1)))).toBe("reading.tooLarge");
  });

  it("of nesting", () => {
    expect(codeOf(() => readHtml("<div>".repeat(MAX_DEPTH + 1)))).toBe("reading.tooDeep");
    expect(codeOf(() => readHtml("<div>".repeat(MAX_DEPTH - 10)))).toBe("");
    expect(codeOf(() => readHtml("<table><tr><td>".repeat(100_000)))).toBe("reading.tooDeep");
  });

  it("of elements", () => {
    expect(codeOf(() => readHtml("<br>".repeat(MAX_ELEMENTS)))).toBe("reading.tooManyElements");
  }, 20_000);

  it("of styles, in rules and in steps", () => {
    const rules = Array.from({ length: MAX_STYLE_RULES + 1 }, (_, i) => `.a${i}{display:none}`);
    expect(codeOf(() => readHtml(`<style>${rules.join("")}</style>`))).toBe("reading.tooManyStyles");
    expect(codeOf(() => readHtml(`<style>${rules.slice(1).join("")}</style>`))).toBe("");
    const same = Array.from({ length: 20_000 }, (_, i) => `.b.c${i}{display:none}`);
    const elements = "<p class=b>".repeat(Math.ceil(MAX_STYLE_STEPS / 20_000) + 1);
    expect(codeOf(() => readHtml(`<style>${same.join("")}</style>${elements}`))).toBe("reading.tooManyStyles");
  }, 30_000);

  it("of spans", () => {
    const rows = (colspan: number, rowspan: number) =>
      gridOf({ kind: "table", rows: [[cell("", rowspan, colspan)], [cell("x")]] });
    expect(rows(MAX_COLSPAN + 5, 1)?.[0]?.width).toBe(MAX_COLSPAN);
    expect(rows(0, 0)?.[0]?.width).toBe(1);
    expect(rows(1, MAX_ROWSPAN + 5)?.[1]?.cells.map(({ own }) => own)).toEqual([false, true]);
  });

  it("of headings, beyond which a text is prose", () => {
    const label = "（一）予以公开";
    const page = (text: string): string => {
      const columns = ["项目", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
      const line = (cells: readonly (string | number)[]): string =>
        `<tr>${cells.map((each) => `<td>${each}</td>`).join("")}</tr>`;
      return `<h1>${TITLE}</h1><table>${line(columns)}${line([text, 1, 0, 0, 0, 0, 0, 1])}</table>`;
    };
    const read = (text: string) => readHtml(page(text)).log.filter(({ value }) => value !== null).length;
    expect(read(label)).toBe(7);
    expect(read(label.padEnd(MAX_LABEL_LENGTH, "。"))).toBe(7);
    expect(read(label.padEnd(MAX_LABEL_LENGTH + 1, "。"))).toBe(0);
  });

  it("of elements that a page makes a browser repeat", () => {
    const fonts = Array.from({ length: 900 }, (_, i) => `<font color=${i}>`).join("");
    expect(codeOf(() => readHtml(`${fonts}<p>`.repeat(2) + "<p>".repeat(200_000)))).toMatch(/^reading\.too(Deep|ManyElements)$/);
  });

  it("of columns and of places, by which a table is left out with a finding", () => {
    const wide = [cell("", 1, 1000), cell("", 1, 1000), cell("", 1, 1)];
    expect(MAX_TABLE_COLUMNS).toBeLessThan(2001);
    expect(gridOf({ kind: "table", rows: [wide] })).toBeNull();
    const tall = Array.from({ length: 500 }, () => cell("", 65_534));
    const rows = [tall, ...Array.from({ length: Math.ceil(MAX_TABLE_PLACES / 500) }, () => [cell("x")])];
    expect(gridOf({ kind: "table", rows })).toBeNull();
    const { findings } = readDocument({ format: "docx", blocks: [{ kind: "table", rows }] });
    expect(findings.map(({ code }) => code)).toEqual(["reading.tableTooLarge", "reading.noTables"]);
  });

  it("of spans, which no number can exceed", () => {
    const spans = ["0", "-1", "1e9", "99999999999999999999", "abc", "", " 2 ", "1000000"];
    for (const span of spans) {
      const html = `<h1>${TITLE}</h1><table><tr><td rowspan="${span}" colspan="${span}">x<tr><td>y</table>`;
      expect(readHtml(html).draft).toBeNull();
    }
  });
});

describe("documents made to hang a reader cost in proportion to their length", () => {
  const both = (html: string): void => {
    readHtml(html);
    readText(html.replace(/<td>/g, "\n\t").replace(/<tr>/g, "\n\n"));
  };

  it.each<readonly [string, (times: number) => string]>([
    ["brackets", (n) => `<table><tr><td>${"（".repeat(n)}</table>`],
    ["digits with spaces", (n) => `<table><tr><td>${"1 ".repeat(n)}</table>`],
    ["a title without end", (n) => `<p>${"某县2023年".repeat(n)}</p>`],
    ["numbering without end", (n) => `<p>${"（一".repeat(n)}</p>`],
    ["a date without end", (n) => `<p>发布日期${" ".repeat(n)}2024</p>`],
    ["a fee without end", (n) => `<p>六、其他需要报告的事项</p><p>${"信息处理费".repeat(n)}</p>`],
    ["cells without end", (n) => `<table><tr>${"<td>其他".repeat(n)}</table>`],
    ["rows without end", (n) => `<table>${"<tr><td>信息内容<td>本年处理决定数量".repeat(n)}</table>`],
    ["headings without end", (n) => `<table>${"<tr><td>自然人<td>商业企业<td>总计".repeat(n)}</table>`],
    ["tables without end", (n) => "<table><tr><td>1</table>".repeat(n)],
    ["entities", (n) => `<p>${"&nbsp;&#x4e00;&lt;".repeat(n)}</p>`],
    ["attributes", (n) => `<td ${"a=1 ".repeat(n)}>`],
  ])("%s", (_name, make) => {
    expect(growthOf(make, both)).toBeLessThan(MOST_GROWTH);
  });

  it.each<readonly [string, (times: number) => string]>([
    ["corners", (n) => `${"┌┬".repeat(50)}\n`.repeat(n)],
    ["crossings", (n) => `${"┼".repeat(n)}\n`.repeat(4)],
    ["an open box", (n) => `┌${"─".repeat(n)}\n│\n└`],
  ])("a drawing of %s", (_name, make) => {
    expect(growthOf(make, (text) => readText(text))).toBeLessThan(MOST_GROWTH);
  });

  it("names that objects inherit", () => {
    const { draft } = readHtml(
      `<h1>__proto__2023年政府信息公开工作年度报告</h1><table><tr><td>__proto__<td>constructor<tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>1<tr><td>toString<td>2</table>`,
    );
    expect(draft?.year).toBe(2023);
    expect(Object.getPrototypeOf(draft)).toBe(Object.prototype);
    expect(Object.hasOwn(Object.prototype, "0")).toBe(false);
  });
});

/** What a mangled document may not change: the digits of its figures. */
const MANGLINGS: readonly ((text: string, at: number, size: number) => string)[] = [
  (text, at, size) => withoutMarkup(text, at, size),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/<\/?t[dr][^>]*>/, ""),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/(?:row|col)span="?\d+"?/, ""),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/rowspan="?\d+"?/, 'rowspan="9"'),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/<\/?table[^>]*>/, ""),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/<td/, "<x><td"),
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/[\u4e00-\u9fff]/, ""),
];

/** Takes a piece out, but no digit that could be part of a figure. */
function withoutMarkup(text: string, at: number, size: number): string {
  const piece = text.slice(at, at + size);
  return />[^<]*\d|^[^<>]*\d/.test(piece) ? text : text.slice(0, at) + text.slice(at + size);
}

const mangling = fc.record({
  way: fc.nat(MANGLINGS.length - 1),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.nat(12),
});

function truthOf(report: Report): ReadonlyMap<string, number | string | null> {
  return spoil(report, [], dice(1)).truth;
}

/** A report whose figures are all different, so that a figure in the wrong place is seen. */
const distinct: Report = (() => {
  const copy = structuredClone(seda2023) as unknown as Record<string, Record<string, Record<string, number | string>>>;
  let next = 1000;
  for (const table of ["disclosure", "requests", "remedies"]) {
    for (const record of Object.values(copy[table] ?? {})) {
      for (const field of Object.keys(record)) {
        next += 7;
        record[field] = typeof record[field] === "string" ? String(next) : next;
      }
    }
  }
  return copy as unknown as Report;
})();

describe("mangled documents", () => {
  const truth = truthOf(distinct);
  const html = page(spoil(distinct, [], dice(3)), TITLE, dice(4));
  const text = dump(spoil(distinct, [], dice(5)), TITLE);

  it("the documents themselves are read whole", () => {
    expect(readHtml(html).log.map(({ value }) => value)).toEqual([...truth.values()]);
    expect(readText(text).log.map(({ value }) => value)).toEqual([...truth.values()]);
  });

  it("pages give no wrong figure", { tags: "property" }, () => {
    fc.assert(
      fc.property(fc.array(mangling, { minLength: 1, maxLength: 4 }), (steps) => {
        const mangled = steps.reduce(
          (now, { way, at, size }) => MANGLINGS[way]?.(now, Math.floor(at * now.length), size) ?? now,
          html,
        );
        const wrong = readHtml(mangled).log.filter(({ address, value }) => value !== null && value !== truth.get(address));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("dumps without some lines give no wrong figure", { tags: "property" }, () => {
    const lines = text.split("\n");
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(lines.length - 1), { minLength: 1, maxLength: 3 }), (gone) => {
        const rest = lines.filter((_, i) => !gone.includes(i)).join("\n");
        const wrong = readText(rest).log.filter(({ address, value }) => value !== null && value !== truth.get(address));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("anything at all makes no reader throw", { tags: "property" }, () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom(
        "<table>",
        "<tr>",
        "<td rowspan=3>",
        "</table>",
        "自然人",
        "总计",
        "其他",
        "\t",
        "\n",
        "│",
        "┌─┐",
        "<!--",
        "]]>",
        "&#0;",
        "\0",
        "行政许可",
        "5",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        readHtml(pieces.join(""));
        readText(pieces.join(""));
      }),
      { numRuns: 300 },
    );
  });

  it("bytes at random make no reader throw", { tags: "property" }, () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        readHtml(bytes);
        readText(bytes);
      }),
      { numRuns: 200 },
    );
  });

  it("what is read is always a draft", { tags: "property" }, () => {
    fc.assert(
      fc.property(reports("2021"), (report) => {
        const reading = readHtml(page(spoil(report, [], dice(9)), TITLE, dice(2)));
        expect(reading.report).toMatchObject({
          disclosure: report.disclosure,
          requests: report.requests,
          remedies: report.remedies,
        });
        expect(JSON.parse(JSON.stringify(reading.draft))).toEqual(reading.draft);
      }),
      { numRuns: 20 },
    );
  });
});
