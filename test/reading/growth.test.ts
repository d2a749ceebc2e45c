import { describe, expect, it } from "vitest";
import { boxTable } from "../../src/formats/text/boxTable.js";
import { readHtml } from "../../src/html.js";
import { readText } from "../../src/text.js";
import { growthOf, MOST_GROWTH } from "../support/growth.js";

type Inputs = Readonly<Record<string, (n: number) => string>>;

const TITLE = "某县2023年政府信息公开工作年度报告";
const HEAD = "<table><tr><td>信息内容<td>本年处理决定数量";

/** Everything that a document can repeat. A new kind of element belongs here. */
const PAGES: Inputs = {
  "the heading of a group": (n) => `<table><tr><td>${"不予公开".repeat(n)}`,
  "numbered groups": (n) => `<table><tr><td>${"不予公开1.".repeat(n)}`,
  "groups within groups": (n) => `<table><tr><td>${"本年度办理结果其他处理3其他".repeat(n)}`,
  "rows of figures": (n) => HEAD + "<tr><td>行政许可<td>12".repeat(n),
  "rows that the form does not have": (n) => HEAD + "<tr><td>某项<td>12".repeat(n),
  "lines of headings": (n) => `<table>${"<tr><td>信息内容<td>本年处理决定数量".repeat(n)}`,
  "headings of two levels": (n) => `<table>${"<tr><td>申请人情况<td>自然人<td>法人或其他组织<td>总计".repeat(n)}`,
  "cells of headings": (n) => `<table><tr>${"<td>总计<td>其他".repeat(n)}`,
  "empty rows": (n) => HEAD + "<tr><td>".repeat(n),
  "empty cells": (n) => `${HEAD}<tr>${"<td>".repeat(n)}`,
  tables: (n) => `${HEAD}<tr><td>行政许可<td>12</table>`.repeat(n),
  "tables in a cell": (n) => `<table><tr><td>${"<table><tr><td>1</table>".repeat(n)}`,
  digits: (n) => `${HEAD}<tr><td>行政许可<td>${"1".repeat(n)}`,
  "digits with spaces": (n) => `${HEAD}<tr><td>行政许可<td>${"1 ".repeat(n)}`,
  "digits with separators": (n) => `${HEAD}<tr><td>行政许可<td>1${",000".repeat(n)}`,
  "digits in elements": (n) => `${HEAD}<tr><td>行政许可<td>${"<b>1</b>".repeat(n)}`,
  brackets: (n) => `${HEAD}<tr><td>行政许可${"（".repeat(n)}<td>1`,
  remarks: (n) => `${HEAD}<tr><td>行政许可${"（件）".repeat(n)}<td>1`,
  "remarks of columns": (n) => `<table><tr><td>信息内容<td>本年处理决定数量${"（件）".repeat(n)}<tr><td>行政许可<td>1`,
  "units above a table": (n) => `${"<p>单位：元</p>".repeat(n)}${HEAD}<tr><td>行政许可<td>1`,
  titles: (n) => `<p>${TITLE.repeat(n)}</p>`,
  "titles of their own": (n) => `<p>${TITLE}</p>`.repeat(n),
  paragraphs: (n) => "<p>一、总体情况</p><p>本机关收到申请12件。</p>".repeat(n),
  "spans down": (n) => `<table>${"<tr><td rowspan=60000>1<td>2".repeat(n)}`,
  "spans across": (n) => `<table>${"<tr><td colspan=1000>1".repeat(n)}`,
  entities: (n) => `<p>${"&nbsp;&#49;&amp;".repeat(n)}`,
  spaces: (n) => `${HEAD}<tr><td>${" ".repeat(n)}1${"\u00a0".repeat(n)}<td>${"&shy;".repeat(n)}`,
  "breaks of lines": (n) => `<table><tr><td>${"<br>".repeat(n)}1`,
  "declarations of a style": (n) => `<table><tr><td><p style="${"text-decoration:none;".repeat(n)}">1`,
  "a style that ends nowhere": (n) => `<p style="${"/*".repeat(n)}${"display:".repeat(n)}">1`,
  "digits of a value": (n) => `<p style="opacity:${"1".repeat(n)}_;font-size:${"1".repeat(n)}_">1`,
  "digits of a time": (n) => `<p style="animation:a ${"1".repeat(n)}">1`,
  "zeros of a size": (n) => `<p style="font-size:1px;font-size:${"0".repeat(n)}_">1`,
  "spaces of a value": (n) => `<p style="color:red${" ".repeat(n)}! x">1`,
  "letters of a step": (n) => `${HEAD}<tr><td style="transform:${"a".repeat(n)};filter:${"a".repeat(n)}">1`,
  "letters of a shadow": (n) => `<p style="box-shadow:${"a".repeat(n)}">1`,
  "points of a shadow": (n) => `<p style="box-shadow:${".".repeat(n)}_">1`,
  "letters of a picture": (n) => `<p style="background-image:${"a".repeat(n)}(">1`,
  "dashes of a picture": (n) => `<p style="background-image:${"-".repeat(n)}(">1`,
  "quotes of content": (n) => `<style>p::before{content:"${'\\"'.repeat(n)}}</style><p>1`,
  attributes: (n) => `<p ${Array.from({ length: n }, (_, i) => `a${i}=1`).join(" ")}>`,
  classes: (n) => `<style>.x{display:none}</style><table><tr><td class="${"a ".repeat(n)}x">1`,
  "rules of a style sheet": (n) => `<style>${".a{display:none}".repeat(n)}</style><table><tr><td class=a>1`,
  "selectors of a style sheet": (n) => `<style>${"td .a,".repeat(n)}p{display:none}</style><table><tr><td class=a>1`,
  "a style sheet that is open": (n) => `<style>${"@media x{".repeat(n)}</style><table><tr><td class=a>1`,
  "elements that are styled": (n) => `<style>td.x span{display:none}</style>${'<span class="a b">1</span>'.repeat(n)}`,
  "elements that are hidden": (n) => `${HEAD}<tr><td>行政许可<td>1${"<i style='display:none'>2</i>".repeat(n)}`,
  scripts: (n) => "<script>a</script>".repeat(n),
  "form fields": (n) => `${HEAD}<tr><td>行政许可<td>${"<input value=1>".repeat(n)}`,
  "tags that are not closed": (n) => `<table>${"<tr><td><b><i>".repeat(Math.min(n, 300))}`,
  "tags that close nothing": (n) => `<table><tr><td>${"</div></b></p>".repeat(n)}`,
};

const TEXTS: Inputs = {
  sentences: (n) => "本机关2023年共收到政府信息公开申请12件，其中予以公开3件。\n".repeat(n),
  "a line without end": (n) => "某".repeat(n),
  "the heading of a group": (n) => `${"不予公开".repeat(n)} 1\n`,
  "rows of figures": (n) => "行政许可 12\n".repeat(n),
  "words before a figure": (n) => `${"其他 ".repeat(n)}1`,
  "words and figures": (n) => "其他 1 ".repeat(n),
  "totals one a line": (n) => "总计\n1\n".repeat(n),
  "tables without lines": (n) => "信息内容 本年处理决定数量\n行政许可 12\n".repeat(n),
  "headings of columns": (n) => "信息内容 本年处理决定数量\n".repeat(n),
  "headings of table 四": (n) => "结果维持 结果纠正 其他结果 尚未审结 总计 1\n".repeat(n),
  "headings of table 三": (n) => "自然人 法人或其他组织 商业企业 科研机构 1\n".repeat(n),
  "pieces of headings": (n) => `${"商业\n科研\n社会公益\n法律服务\n其他\n企业\n机构\n组织\n机构\n".repeat(n)}1`,
  commas: (n) => `${TITLE}\n${"，".repeat(n)}`,
  digits: (n) => "1".repeat(n),
  "digits with spaces": (n) => "1 ".repeat(n),
  "dashes between bars": (n) => `|a|b|\n|${"-".repeat(n)}1|2|\n`.repeat(2),
  bars: (n) => "|".repeat(n),
  "rows with bars": (n) => "| 行政许可 | 12 |\n".repeat(n),
  "cells with bars": (n) => "|1".repeat(n),
  "bars that are escaped": (n) => `${"\\|".repeat(n)}|`,
  tabs: (n) => "\t".repeat(n),
  "rows with tabs": (n) => "行政许可\t12\n".repeat(n),
  "cells one a line": (n) => "\t行政许可\n\t12\n\n".repeat(n),
  "lines that carry a cell on": (n) => `\t行政许可\n${"12\n".repeat(n)}`,
  "quotes across lines": (n) => `行政许可\t"${"12\n".repeat(n)}`,
  "quotes that open": (n) => '行政许可\t"12\n'.repeat(n),
  "rows of Markdown": (n) => `|信息内容|本年处理决定数量|\n|---|---|\n${"|行政许可|12|\n".repeat(n)}`,
  "tables of Markdown": (n) => "|信息内容|本年处理决定数量|\n|---|---|\n|行政许可|12|\n\n".repeat(n),
  "columns of Markdown": (n) => `|${"---|".repeat(n)}`,
  "marks of Markdown": (n) => `${"**".repeat(n)}\n|a|b|\n|---|---|\n${"#".repeat(n)}`,
  "empty lines": (n) => "\n".repeat(n),
  pages: (n) => "\f\n1\n".repeat(n),
  "page numbers": (n) => "第 1 页\n- 1 -\n".repeat(n),
  "boxes below one another": (n) => "┌─┐\n│1│\n└─┘\n".repeat(n),
  "boxes beside one another": (n) => `${"┌─┐".repeat(n)}\n${"│1│".repeat(n)}\n${"└─┘".repeat(n)}`,
  "corners of boxes": (n) => `${"┌┬┼".repeat(n)}\n`.repeat(3),
  "drawings with signs, one below the other": (n) => "+-+\n|1|\n+-+\n".repeat(n),
  "corners drawn with signs": (n) => `+--${"+-".repeat(n)}+\n`.repeat(3),
  "a drawing with signs that is none": (n) => `+---+\n${"| 1\n+---+\n".repeat(n)}`,
  "a drawing with signs as wide as it is": (n) => `+${"-".repeat(n)}+\n|${"| ".repeat(n / 2)}|\n`.repeat(4),
  "lines of tabs": (n) => "\n\n\t\n".repeat(n),
  "lines of tabs between texts": (n) => "行政许可\n\n\t\n\n1\n\n\n".repeat(n),
  "one line of tabs": (n) => `行政许可\n${"\t".repeat(n)}\n1`,
  "ruled stretches": (n) => "--- ".repeat(n),
  "signs of a heading": (n) => `# ${"{#".repeat(n)}`,
  "a box without end": (n) => `┌${"─".repeat(n)}\n│\n└`,
  titles: (n) => `${TITLE}\n`.repeat(n),
};

describe("no input costs more than its length", () => {
  it.each(Object.entries(PAGES))("a page that repeats %s", (_name, make) => {
    expect(growthOf(make, (page) => readHtml(page))).toBeLessThan(MOST_GROWTH);
  });

  it.each(Object.entries(TEXTS))("a text that repeats %s", (_name, make) => {
    expect(growthOf(make, (text) => readText(text))).toBeLessThan(MOST_GROWTH);
  });
});

describe("labels that repeat themselves", () => {
  it("are looked up at once", () => {
    for (const label of ["不予公开", "不予公开1", "其他处理", "无法提供其他处理", "本年度办理结果不予公开"]) {
      expect(readHtml(`<table><tr><td>${label.repeat(75)}`).draft).toBeNull();
    }
  });
});

/** Boxes each of which begins one place further down and to the right, and all of which end in the same corner. */
function stairs(size: number): string {
  const lines = Array.from({ length: size }, (_, i) => `${"│".repeat(i)}┌${"─".repeat(size - i)}${i === 0 ? "┐" : "┤"}`);
  return [...lines, `└${"┴".repeat(size)}┘`].join("\n");
}

describe("boxes that overlap", () => {
  it("are no table, and are not read again and again", () => {
    const { findings } = readText(stairs(400));
    expect(findings.map(({ code }) => code)).toEqual(["reading.noTables"]);
    const rows = boxTable(stairs(40).split("\n"), (line) => ({
      format: "text",
      sheet: null,
      table: null,
      row: null,
      column: null,
      line,
      offset: null,
      page: null,
      box: null,
    })).rows;
    expect(rows).toEqual([]);
  });
});
