import { unzipSync } from "fflate";
import { parse } from "parse5";
import { type Draft, type Report, validate } from "../../src/index.js";
import { seda2023 } from "../support/seda.js";

/** A report with text in every section, with which narrative, signature and amounts with zeros at the end are tried. */
export const withText: Report<"2021"> = {
  ...seda2023,
  signedOn: "2024-01-20",
  publishedOn: "2024-01-25",
  informationProcessingFee: "0",
  narrative: {
    overview: { preamble: "现公布本年度报告。", proactiveDisclosure: "第一段。\n第二段。", supervision: "严格监督。" },
    problems: "一是更新不及时。\n二是解读较少。",
    other: "无收取信息处理费。",
  },
};

/** The same with one total mistyped, so that two balances fail. */
export const mistyped: Draft<"2021"> = {
  ...withText,
  requests: { ...seda2023.requests, granted: { ...seda2023.requests.granted, total: 5 } },
};

export const mistypedValidation = validate(mistyped);

/** What somebody might type into a name or a text. */
export const hostile = {
  script: "<script>alert(1)</script>",
  attribute: `" onmouseover="alert(1)' x='`,
  formula: `=cmd|' /C calc'!A0`,
  hiddenFormula: "\u0000=1+1",
  fullWidthFormula: "＝1+1",
  plus: "+1+cmd",
  minus: "-1+cmd",
  at: "@SUM(A1)",
  cdata: "]]><w:p/>",
  entity: "&lt;b&gt; &amp; &#60;",
  bidi: "\u202e\u2066abc\u2069\u200f\u061c\ufff9",
  control: "\u0001\u0008\u000b\u001f\u007f\u0085\uffff",
  surrogate: "\ud800x\udc00",
  markdown: "[x](javascript:alert(1)) `a` *b* | c\\",
  box: "│ 1 │ ┌──┐",
  excelEscape: "_x0041_",
  inherited: "constructor",
  prototype: "__proto__",
  dollar: "$& $1 $`",
} as const;

const FORBIDDEN: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0x61c, 0x61c],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2066, 0x206f],
  [0xd800, 0xdfff],
  [0xfff9, 0xfffb],
  [0xfffe, 0xffff],
];

/** Characters that no document may contain, whatever was typed in: control characters, bidirectional marks, lone surrogates. */
export function forbidden(text: string): readonly string[] {
  return [...text].filter((char) => {
    const code = char.codePointAt(0) ?? 0;
    return FORBIDDEN.some(([from, to]) => code >= from && code <= to);
  });
}

/** The parts of an Office document as text. */
export function parts(bytes: Uint8Array): Record<string, string> {
  const decoder = new TextDecoder();
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, decoder.decode(part)]));
}

/** The text of an XML element without markup. */
export function plainText(xml: string): string {
  return xml
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&amp;/g, "&");
}

/** An element of a page, as simply as the tests need it. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

function element(node: Node): Element {
  const children = (node.childNodes ?? []).map(element);
  return {
    tag: node.nodeName,
    attributes: Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value])),
    children,
    text: node.nodeName === "#text" ? (node.value ?? "") : children.map(({ text }) => text).join(""),
  };
}

/** All elements of a page in order. */
export function elementsOf(html: string): readonly Element[] {
  const flat = (item: Element): readonly Element[] => [item, ...item.children.flatMap(flat)];
  return flat(element(parse(html) as unknown as Node));
}
