import type { DefaultTreeAdapterTypes } from "parse5";
import type { Place } from "../../findings/finding.js";
import { MAX_COLSPAN, MAX_ROWSPAN } from "../../table/limits.js";
import type { SourceCell, SourceDocument, SourceParagraph, SourceTable } from "../../table/source.js";
import type { Page } from "./parseHtml.js";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Elements whose content is no text of the report. Deleted text is among them: it is printed struck out. */
const SKIPPED: ReadonlySet<string> = new Set([
  "head",
  "script",
  "style",
  "noscript",
  "template",
  "xml",
  "svg",
  "math",
  "iframe",
  "object",
  "select",
  "textarea",
  "button",
  "del",
  "s",
  "strike",
  "rt",
  "rp",
  "nav",
  "aside",
]);

/** Elements that begin and end a line of text. */
const BLOCKS: ReadonlySet<string> = new Set([
  "address",
  "article",
  "blockquote",
  "body",
  "caption",
  "center",
  "dd",
  "details",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figcaption",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "html",
  "li",
  "main",
  "ol",
  "p",
  "pre",
  "section",
  "summary",
  "table",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "tr",
  "ul",
]);

/** Raised and lowered text is no part of the figure that it stands at. */
const APART: ReadonlySet<string> = new Set(["sup", "sub"]);
const APART_MARK = "^";

/** The paragraphs and tables of a page in reading order; tables that contain tables are dissolved into what they contain. */
export function htmlDocument({ document, positionOf }: Page): SourceDocument {
  const layout = layoutTables(document);
  const blocks: (SourceTable | SourceParagraph)[] = [];
  const text = new TextCollector();
  let tables = 0;
  const endParagraph = (): void => {
    const content = text.take();
    if (content !== "") blocks.push({ kind: "paragraph", text: content, place: placeOf(null, null, null, start) });
    start = null;
  };
  let start: Element | null = null;
  const placeOf = (table: number | null, row: number | null, column: number | null, element: Element | null): Place => {
    const position = element === null ? null : positionOf(element);
    return { format: "html", sheet: null, table, row, column, line: position?.line ?? null, offset: position?.offset ?? null };
  };
  walk(document, {
    enter(element) {
      if (element.tagName === "table" && !layout.has(element)) {
        endParagraph();
        tables += 1;
        blocks.push(tableOf(element, (row, column, cell) => placeOf(tables, row, column, cell)));
        return false;
      }
      if (BLOCKS.has(element.tagName) || element.tagName === "br") {
        endParagraph();
        start = element;
      }
      return true;
    },
    leave(element) {
      if (BLOCKS.has(element.tagName)) endParagraph();
    },
    text(value) {
      text.add(value);
    },
  });
  endParagraph();
  return { format: "html", blocks };
}

interface Visitor {
  /** Returns whether to go into the element. */
  readonly enter: (element: Element) => boolean;
  readonly leave: (element: Element) => void;
  readonly text: (value: string) => void;
}

/** Visits what is visible below a node, in document order and without recursion. */
function walk(root: { readonly childNodes: readonly Node[] }, visitor: Visitor): void {
  const stack: { readonly element: Element | null; readonly nodes: readonly Node[]; next: number }[] = [
    { element: null, nodes: root.childNodes, next: 0 },
  ];
  for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
    const node = top.nodes[top.next];
    if (node === undefined) {
      if (top.element !== null) visitor.leave(top.element);
      stack.pop();
      continue;
    }
    top.next += 1;
    if ("value" in node) visitor.text(node.value);
    else if ("tagName" in node && !isHidden(node) && visitor.enter(node))
      stack.push({ element: node, nodes: node.childNodes, next: 0 });
  }
}

function isHidden(element: Element): boolean {
  if (SKIPPED.has(element.tagName)) return true;
  for (const { name, value } of element.attrs) {
    if (name === "hidden" || (name === "style" && /(?:display\s{0,4}:\s{0,4}none|mso-hide\s{0,4}:\s{0,4}all)/i.test(value)))
      return true;
  }
  return false;
}

/** Tables that contain tables: they arrange the page. */
function layoutTables(document: DefaultTreeAdapterTypes.Document): ReadonlySet<Element> {
  const layout = new Set<Element>();
  const open: Element[] = [];
  walk(document, {
    enter(element) {
      if (element.tagName !== "table") return true;
      const outer = open[open.length - 1];
      if (outer !== undefined) layout.add(outer);
      open.push(element);
      return true;
    },
    leave(element) {
      if (element.tagName === "table") open.pop();
    },
    text() {},
  });
  return layout;
}

/** Collects text as it is printed: spaces and line breaks of the markup are one space, those that the page asks for are kept. */
class TextCollector {
  #text = "";

  add(value: string): void {
    this.#text += value;
  }

  break(): void {
    this.#text += "\u0000";
  }

  take(): string {
    const text = this.#text;
    this.#text = "";
    if (text === "") return "";
    return text
      .replace(/[ \t\r\n\f]+/g, " ")
      .split("\u0000")
      .map((line) => line.replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, ""))
      .filter((line) => line !== "")
      .join("\n");
  }
}

function tableOf(table: Element, placeOf: (row: number, column: number, cell: Element) => Place): SourceTable {
  const rows: SourceCell[][] = [];
  const text = new TextCollector();
  let cells: SourceCell[] = [];
  let cell: Element | null = null;
  walk(table, {
    enter(element) {
      const { tagName } = element;
      if (tagName === "tr") {
        cells = [];
        rows.push(cells);
      } else if (tagName === "td" || tagName === "th") {
        cell = element;
        text.take();
      } else if (cell !== null && (tagName === "br" || BLOCKS.has(tagName))) text.break();
      else if (APART.has(tagName)) text.add(APART_MARK);
      return true;
    },
    leave(element) {
      if (element === cell) {
        cells.push({
          text: text.take(),
          rowspan: spanOf(element, "rowspan", MAX_ROWSPAN),
          colspan: spanOf(element, "colspan", MAX_COLSPAN),
          place: placeOf(rows.length, cells.length + 1, element),
        });
        cell = null;
      } else if (cell !== null && BLOCKS.has(element.tagName)) text.break();
    },
    text(value) {
      if (cell !== null) text.add(value);
    },
  });
  return { kind: "table", rows };
}

/** A span as browsers read it; `rowspan="0"` reaches to the last row. */
function spanOf(element: Element, name: "rowspan" | "colspan", most: number): number {
  for (const attribute of element.attrs) {
    if (attribute.name !== name) continue;
    const digits = /^\s{0,16}\+?(\d{1,9})/.exec(attribute.value)?.[1];
    const span = digits === undefined ? 1 : Number(digits);
    if (span === 0) return name === "rowspan" ? most : 1;
    return Math.min(span, most);
  }
  return 1;
}
