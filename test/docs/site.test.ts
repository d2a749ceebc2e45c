import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { deadLinks } from "../../docs/site/links.js";
import { contentsOf, written } from "../../docs/site/markdown.js";
import { Site } from "../../docs/site/pages.js";
import { foldedInPlace, wordsOfPage, wordsSought } from "../../docs/site/words.js";

/** Whether a page with such a text is among what a search gives. */
const found = (text: string, query: string): boolean => {
  const words = wordsOfPage(text);
  return wordsSought(query).every((sought) => words.some((word) => word.startsWith(sought)));
};

describe("the search of the site", () => {
  it.each([
    ["a word inside a sentence", "本年总要有交代。", "交代"],
    ["a whole phrase", "撤销后重新答复不是新的申请", "重新答复不是"],
    ["one character, also the last of a run", "上年结转。", "转"],
    ["the last word of a run", "本年新收加上年结转", "结转"],
    ["full-width letters and digits", "第１条ＡＢ", "第1条ab"],
    ["the parts of a name", "figure requests.granted.naturalPerson", "granted.naturalperson"],
    ["several words anywhere", "核对勾稽关系，指出错误", "错误 核对"],
  ])("finds %s", (_, text, query) => {
    expect(found(text, query)).toBe(true);
  });

  it.each([
    ["a word that is not there", "本年总要有交代", "交换"],
    ["characters that stand apart", "结果由数据转换", "结转"],
    ["a word over the edge of a sentence", "年度。报告", "度报"],
    ["only one of two words", "核对勾稽关系", "核对 错误"],
  ])("does not find %s", (_, text, query) => {
    expect(found(text, query)).toBe(false);
  });

  it("folds letter by letter where places must stay", () => {
    expect(foldedInPlace("ＡB…㎏İ")).toHaveLength("ＡB…㎏İ".length);
    expect(foldedInPlace("ＡB…")).toBe("ab…");
  });
});

describe("pages of the site", () => {
  const site = new Site(["README.md", "docs/README.zh-CN.md", "docs/a.md", "docs/a.zh-CN.md", "docs/b.md"]);
  const page = (out: string) => site.pages.find((one) => one.out === out) ?? expect.fail(`no page ${out}`);

  it("stand among those of both languages", () => {
    expect(site.pages.map(({ out, language, written: by, other }) => [out, language, by, other])).toEqual([
      ["index.html", "en", "en", "docs/README.zh-CN.html"],
      ["docs/README.zh-CN.html", "zh", "zh", "index.html"],
      ["docs/a.html", "en", "en", "docs/a.zh-CN.html"],
      ["docs/a.zh-CN.html", "zh", "zh", "docs/a.html"],
      ["docs/b.html", "en", "en", "docs/b.zh-CN.html"],
      ["docs/b.zh-CN.html", "zh", "en", "docs/b.html"],
    ]);
  });

  it.each([
    ["index.html", "docs/a.md#x", "docs/a.html#x"],
    ["docs/a.html", "../README.md", "../index.html"],
    ["docs/a.zh-CN.html", "b.md", "b.zh-CN.html"],
    ["docs/a.zh-CN.html", "a.md", "a.html"],
    ["docs/a.html", "#x", "#x"],
    ["docs/a.html", "https://example.org/a.md", "https://example.org/a.md"],
    ["docs/a.html", "images/x.png", "images/x.png"],
    ["docs/a.zh-CN.html", "../src/index.ts", "../src/index.ts.zh-CN.html"],
  ])("from %s lead with %s to %s", (from, href, to) => {
    expect(site.href(page(from), href)).toBe(to);
  });

  it("have the anchors that repositories give their headings, and the text under each", () => {
    const { title, sections, html } = written(
      "# A `b`\n\nx\n\n## 标题、日期（和）文字\n\ny [z](q.md)\n\n## A b\n\n## A b\n",
      (href) => `${href}!`,
    );
    expect(title).toBe("A b");
    expect(sections.map(({ id, text }) => [id, text.trim()])).toEqual([
      ["", "x"],
      ["标题日期和文字", "y z"],
      ["a-b-1", ""],
      ["a-b-2", ""],
    ]);
    expect(html).toContain('href="q.md!"');
  });

  it("put no space where a line of Chinese ends, and keep that between words", () => {
    expect(written("# t\n\n上年\n结转，\n**本年**\na word\nb", (href) => href).sections[0]?.text.trim()).toBe(
      "上年结转，本年 a word b",
    );
  });

  it("show markup of a text as text", () => {
    expect(written("# t\n\n<img src=x onerror=alert(1)>\n\n```zz\n<b>\n```", (href) => href).html).not.toMatch(/<img|<b>/);
  });

  it("take their contents from the list of pages", () => {
    expect(contentsOf("# L\n\n[o](o.md)\n\n## G\n\n- [a](a.md), [b](b.md) c\n\n## H\n")).toEqual([
      {
        heading: "G",
        links: [
          { href: "a.md", words: "a" },
          { href: "b.md", words: "b" },
        ],
      },
      { heading: "H", links: [] },
    ]);
  });
});

describe("links of the site", () => {
  it("are dead where file or place is not there", () => {
    const root = mkdtempSync(join(tmpdir(), "site-"));
    const files = {
      "a.html":
        '<a href="b/c.html#%E4%B8%80">1</a><a href="b/none.html">2</a><a href="#here" id="here">3</a><img src="b/x.png"><a href="https://example.org/">4</a>',
      "b/c.html": '<h2 id="一">一</h2><a href="../a.html#nowhere">5</a><a href="../b">6</a>',
      "foreign.html": '<a href="none">7</a>',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    expect([...deadLinks(root, (path) => path === "foreign.html")].sort()).toEqual([
      "a.html: b/none.html",
      "a.html: b/x.png",
      "b/c.html: ../a.html#nowhere",
      "b/c.html: ../b",
    ]);
    rmSync(root, { recursive: true });
  });
});
