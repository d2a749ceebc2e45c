import fc from "fast-check";
import { type DefaultTreeAdapterMap, defaultTreeAdapter, Parser, serialize } from "parse5";
import { expect, it } from "vitest";
import { QuickTokenizer } from "../../src/formats/html/quickTokenizer.js";

/** What a page comes to: its tree, and each element in the order of the page with its attributes, its line and its offset. */
function parsed(html: string, quickly: boolean): unknown {
  const elements: unknown[] = [];
  const parser: Parser<DefaultTreeAdapterMap> = new Parser({
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tagName, namespaceURI, attrs) {
        const { line, offset } = parser.tokenizer.preprocessor;
        elements.push([tagName, attrs.map(({ name, value }) => [name, value]), line, offset]);
        return defaultTreeAdapter.createElement(tagName, namespaceURI, attrs);
      },
    },
  });
  if (quickly) parser.tokenizer = new QuickTokenizer(parser.options, parser);
  parser.tokenizer.write(html, true);
  return { elements, tree: serialize(parser.document), mode: parser.document.mode };
}

function expectSame(html: string): void {
  expect(parsed(html, true), html.slice(0, 2_000)).toEqual(parsed(html, false));
}

const pieces = [
  ..."<>/=\"'&;-!? \n\r\t\f\0:`aZ9中\u{20000}\ud800\ud840\ufeff\u00a0",
  ..."\r\n|  |&amp;|&nbsp|&lt;p&gt;|&#65;|<!--|-->|<![CDATA[|]]>|<!DOCTYPE html>|<?xml?>|<br/>|<p>|</p>|</p >|<P CLASS=a>".split(
    "|",
  ),
  ..."<td colspan=2 rowspan='3'>|<td nowrap>|<a href=/x?a=1&b>|<a href=\"x&amp;y\" href=\"z\">|<a\nb='c\nd'\n>|<a b=\"c\"d='e'>|<a b=>|<a b c=d>".split(
    "|",
  ),
  ..."<table>|<tr>|</table>|<title>|</title>|<textarea>|</textarea>|<script>|</script>|<style>|</style>|<template>|</template>".split(
    "|",
  ),
  ...'<svg viewBox="0" definitionURL=\'x\'>|</svg>|<math>|<mi>|<o:p>|</o:p>|<meta content="一">|<input value=\'1\'>|<select>|<option label="x">'.split(
    "|",
  ),
  ...'<p style="margin:0;color:#333" class="a b">|text of it|按照有关规定|<span lang=EN-US style=\'font-size:10.5pt;\r\nx\'>|<i>|<b>|</i>|<h1'.split(
    "|",
  ),
  ...'<a xlink:href="#n" viewbox="1" definitionurl="2">|<foreignObject>|<annotation-xml encoding="text/html">|<mglyph viewbox="1">|</p a="1">'.split(
    "|",
  ),
  ...'<body class="a">|<body class="a" id="b">|<html lang="b">|<html>|</body>|<font color="red">|<a href=">">|<a href="x" a>|<li>|<form>'.split(
    "|",
  ),
  `<x${Array.from({ length: 17 }, (_, i) => ` a${i}="${i}"`).join("")}>`,
];

it("parses as parse5 does, whatever a page is made of", { tags: "property" }, () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => expectSame(parts.join(""))),
    { numRuns: 2_000 },
  );
});

it("parses pages that are longer than what parse5 keeps of one", () => {
  const row = `<tr class="a"><td style="width:60px;\nborder:0">一 二\n  三 &nbsp;<br/>${"数".repeat(300)}\u{20000}</td></tr>`;
  expectSame(
    `<!DOCTYPE html><title>题</title><script>if (a < 1) { b = "${"c".repeat(70_000)}" }</script><table>${row.repeat(900)}</table>`,
  );
});
