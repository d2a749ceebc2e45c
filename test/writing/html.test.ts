import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderHtml } from "../../src/formats/html/write.js";
import { describeForm, editionIds, figureAt, printTables, validate } from "../../src/index.js";
import { anyReport } from "../support/arbitraries.js";
import { seda2023 } from "../support/seda.js";
import { type Element, elementsOf, forbidden, hostile, mistyped, mistypedValidation, withText } from "./support.js";

const all = (html: string, tag: string): readonly Element[] => elementsOf(html).filter((element) => element.tag === tag);

/** Fills a grid with the cells of a table as a browser does. */
function gridOf(table: Element): string[][] {
  const grid: string[][] = [];
  const flat = (item: Element): readonly Element[] => (item.tag === "tr" ? [item] : item.children.flatMap(flat));
  flat(table).forEach((row, y) => {
    let x = 0;
    for (const cell of row.children.filter(({ tag }) => tag === "td" || tag === "th")) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const [height, width] = [Number(cell.attributes["rowspan"] ?? 1), Number(cell.attributes["colspan"] ?? 1)];
      for (let dy = 0; dy < height; dy += 1) {
        grid[y + dy] ??= [];
        const line = grid[y + dy];
        for (let dx = 0; dx < width; dx += 1) {
          expect(line?.[x + dx]).toBeUndefined();
          if (line !== undefined) line[x + dx] = cell.text;
        }
      }
      x += width;
    }
  });
  return grid;
}

describe("renderHtml", () => {
  test("is one complete page in Chinese, without script", () => {
    const html = renderHtml(withText);
    expect(html.startsWith('<!DOCTYPE html>\n<html lang="zh-CN">')).toBe(true);
    expect(all(html, "script")).toEqual([]);
    expect(all(html, "title").map(({ text }) => text)).toEqual(["色达县2023年政府信息公开工作年度报告"]);
    expect(all(html, "h1")).toHaveLength(1);
    expect(all(html, "h2").map(({ text }) => text)).toHaveLength(6);
    expect(all(html, "h3").map(({ text }) => text)).toEqual(["（一）主动公开", "（五）监督保障"]);
    expect(html).toContain('<meta name="PubDate" content="2024-01-25">');
    expect(html).toContain("@page{size:A4");
    expect(html).not.toMatch(/https?:|\son\w+=/);
  });

  test("prints table 二 of the empty form as checked by eye", async () => {
    const html = renderHtml({ edition: "2021" }, { fragment: true });
    await expect(html.slice(0, html.indexOf("</section>", html.indexOf("section-disclosure")))).toMatchFileSnapshot(
      "golden/html.txt",
    );
  });

  test("prints only the report as a fragment", () => {
    const html = renderHtml(withText, { fragment: true });
    expect(html).toMatch(/^<article class="disclosure-report" lang="zh-CN">/);
    expect(html).not.toMatch(/<(?:html|head|body|style|title)/);
  });

  test("takes a title", () => {
    expect(renderHtml(withText, { title: "a < b" })).toContain("<title>a &lt; b</title>");
  });

  test.each(editionIds)("tells assistive technology what every heading of %s is for", (edition) => {
    const html = renderHtml({ edition });
    const tables = all(html, "table");
    expect(all(html, "caption")).toHaveLength(tables.length);
    for (const heading of all(html, "th")) {
      const over = (name: string): boolean => Number(heading.attributes[name] ?? 1) > 1;
      const banner = heading.attributes["class"]?.includes("banner") === true;
      const scope = heading.attributes["scope"];
      expect(heading.text).not.toBe("");
      if (banner) expect(scope).toBe("rowgroup");
      else if (scope === "colgroup") expect(over("colspan")).toBe(true);
      else if (scope === "rowgroup") expect(over("rowspan")).toBe(true);
      else expect(["row", "col"]).toContain(scope);
    }
    for (const table of tables) {
      const columns = table.children.filter(({ tag }) => tag === "colgroup").flatMap(({ children }) => children);
      expect(gridOf(table).every((row) => row.length === columns.filter(({ tag }) => tag === "col").length)).toBe(true);
    }
  });

  test("states every figure in its place", { tags: "property" }, () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const html = renderHtml(report);
        expect(all(html, "td").map(({ text }) => text)).toEqual(
          describeForm(report.edition).cells.map(({ address }) => String(figureAt(report, address))),
        );
        const printed = printTables(report).map(({ rows }) => rows.flat().map(({ text }) => text));
        const written = all(html, "table").map((table) => [...new Set(gridOf(table).flat())]);
        written.forEach((texts, i) => {
          expect(new Set(printed[i])).toEqual(new Set(texts));
        });
      }),
      { numRuns: 10 },
    );
  });
});

describe("a marked page", () => {
  const html = renderHtml(mistyped, { validation: mistypedValidation });
  const elements = elementsOf(html);
  const byId = new Map(
    elements.flatMap((element) => (element.attributes["id"] === undefined ? [] : [[element.attributes["id"], element]])),
  );

  test("has no identifier twice, and every link leads somewhere", () => {
    const ids = elements.flatMap(({ attributes }) => attributes["id"] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of all(html, "a")) expect(byId.has((attributes["href"] ?? "").slice(1))).toBe(true);
    for (const { attributes } of elements) {
      if (attributes["aria-labelledby"] !== undefined) expect(byId.has(attributes["aria-labelledby"])).toBe(true);
    }
  });

  test("links findings to their figures, and figures to their findings", () => {
    const { findings } = mistypedValidation;
    expect(findings).toHaveLength(2);
    const linked = (element: Element | undefined): readonly string[] => {
      const own = element?.attributes["href"];
      return [...(own === undefined ? [] : [own.slice(1)]), ...(element?.children ?? []).flatMap(linked)];
    };
    findings.forEach(({ cells, message }, i) => {
      const item = byId.get(`finding-${i + 1}`);
      expect(item?.text).toContain(message);
      expect(linked(item)).toEqual(cells.map(({ address }) => `cell-${address}`));
      for (const { address } of cells) expect(linked(byId.get(`cell-${address}`))).toContain(`finding-${i + 1}`);
    });
  });

  test("tells a screen reader at the figure what is wrong, and leaves the figure as it was", () => {
    const cell = byId.get("cell-requests.granted.total");
    expect(cell?.text).toBe("5");
    const notes = (cell?.children ?? []).filter(({ tag }) => tag === "a");
    expect(notes.map(({ attributes }) => attributes["aria-label"])).toEqual(
      mistypedValidation.findings.map(({ message }, i) => `问题${i + 1}：${message}`),
    );
    expect(notes.map(({ attributes }) => attributes["data-label"])).toEqual(["?1", "?2"]);
  });

  test("tells suspects from figures that are only involved", () => {
    const classes = (address: string): string | undefined => byId.get(`cell-${address}`)?.attributes["class"];
    expect(classes("requests.granted.total")).toBe("marked error suspected");
    expect(classes("requests.granted.naturalPerson")).toBe("marked error involved");
    expect(classes("requests.received.total")).toBeUndefined();
    expect(html).toContain("疑似有误：表三第3行第7列，由5改为4则等式成立。");
  });

  test("marks by more than colour", () => {
    expect(html).toMatch(/td\.marked\{[^}]*text-decoration:underline[^}]*outline:/);
    expect(html).toContain(".note::after{content:attr(data-label)}");
  });

  test("of a report without fault says so and marks nothing", () => {
    const clean = renderHtml(seda2023, { validation: validate(seda2023) });
    expect(all(clean, "aside")[0]?.text).toContain("不成立0条");
    expect(all(clean, "a")).toEqual([]);
    expect(clean).not.toContain('class="marked');
  });

  test("speaks English on request, and says so", () => {
    const english = renderHtml(mistyped, { validation: validate(mistyped, { language: "en" }), language: "en" });
    const [aside] = all(english, "aside");
    expect(aside?.attributes["lang"]).toBe("en");
    expect(aside?.text).toContain("Findings");
    expect(aside?.text).toContain("Suspect: table 三, row 3, column 7; 4 instead of 5 would balance.");
  });

  test("fits beside another on one page", () => {
    const ids = ["a-", "b-"].flatMap((idPrefix) =>
      elementsOf(renderHtml(mistyped, { fragment: true, validation: mistypedValidation, idPrefix })).flatMap(
        ({ attributes }) => attributes["id"] ?? [],
      ),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("hostile text in a page", () => {
  const expectedTags = new Set(elementsOf(renderHtml(mistyped, { validation: mistypedValidation })).map(({ tag }) => tag));

  test.each(Object.entries(hostile))("%s stays text", (_name, text) => {
    const draft = {
      ...mistyped,
      agency: { name: text },
      narrative: { overview: { preamble: text, platform: text }, problems: text, other: text },
    };
    const findings = mistypedValidation.findings.map((finding) => ({ ...finding, message: text, rule: text }));
    const html = renderHtml(draft, { validation: { ...mistypedValidation, findings }, title: text, idPrefix: text });
    expect(forbidden(html)).toEqual([]);
    const elements = elementsOf(html);
    for (const { tag, attributes } of elements) {
      expect(expectedTags).toContain(tag);
      for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^on/);
      expect(attributes["href"] ?? "#").toMatch(/^#/);
    }
    const printed = text.replace(/[\r\n]/g, " ");
    const shown = elements.find(({ tag }) => tag === "h1")?.text ?? "";
    if (forbidden(text).length === 0) expect(shown).toContain(printed);
  });

  test("of a million characters is printed", () => {
    const html = renderHtml({ edition: "2021", narrative: { problems: "长".repeat(1_000_000) } });
    expect(html.length).toBeGreaterThan(1_000_000);
  });
});
