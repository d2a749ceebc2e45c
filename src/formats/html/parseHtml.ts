import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser, type Token } from "parse5";
import { misuse } from "../../findings/error.js";
import { MAX_DEPTH, MAX_ELEMENTS } from "../../reading/limits.js";
import { QuickTokenizer } from "./quickTokenizer.js";

type Element = DefaultTreeAdapterTypes.Element;

/** An element of a page with the offset of its content, right after its opening tag. */
export class PageElement implements Element {
  readonly nodeName: string;
  readonly tagName: string;
  readonly namespaceURI: Element["namespaceURI"];
  attrs: Token.Attribute[];
  parentNode: Element["parentNode"] = null;
  childNodes: Element["childNodes"] = [];
  readonly line: number;
  readonly offset: number;
  /** Whether there is a table in it. A table that holds another one arranges the page. */
  holdsTable = false;

  constructor(tagName: string, namespaceURI: Element["namespaceURI"], attrs: Token.Attribute[], line: number, offset: number) {
    this.nodeName = tagName;
    this.tagName = tagName;
    this.namespaceURI = namespaceURI;
    this.attrs = attrs;
    this.line = line;
    this.offset = offset;
  }
}

/** The value of an attribute of an element. */
export function attributeOf({ attrs }: PageElement, name: string): string | undefined {
  for (const attribute of attrs) if (attribute.name === name) return attribute.value;
  return undefined;
}

/** A page, and its style sheets, those that are written into it and those that are known by other ways. */
export interface ParsedPage {
  readonly document: DefaultTreeAdapterTypes.Document;
  readonly sheets: readonly PageElement[];
  /** Whether browsers show it as pages of old were shown. */
  readonly isQuirky: boolean;
}

/**
 * Parses a page. parse5's own locations cost as much again as parsing; all that is needed is where an element begins, which
 * the tokenizer has when the element is created.
 *
 * `sheetAt` finds a style sheet that the page links to; none is fetched.
 *
 * @throws `DisclosureReportError` `reading.tooDeep` or `reading.tooManyElements` for a page beyond the limits.
 */
export function parseHtml(html: string, sheetAt: (reference: string) => string | undefined = () => undefined): ParsedPage {
  const sheets: PageElement[] = [];
  let elements = 0;
  let depth = 0;
  const parser: Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> = new Parser({
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tagName, namespaceURI, attrs): Element {
        elements += 1;
        if (elements > MAX_ELEMENTS) {
          throw misuse("reading.tooManyElements", {
            zh: `网页的元素超过${MAX_ELEMENTS}个`,
            en: `the page has more than ${MAX_ELEMENTS} elements`,
          });
        }
        const { line, offset } = parser.tokenizer.preprocessor;
        const element = new PageElement(tagName, namespaceURI, attrs, line, offset + 1);
        const linked = tagName === "link" ? linkedSheet(element, sheetAt) : null;
        if (linked !== null) sheets.push(linked);
        return element;
      },
      onItemPush(item) {
        depth += 1;
        if (depth > MAX_DEPTH) {
          throw misuse("reading.tooDeep", {
            zh: `网页元素嵌套超过${MAX_DEPTH}层`,
            en: `elements of the page are nested deeper than ${MAX_DEPTH}`,
          });
        }
        if (!(item instanceof PageElement)) return;
        if (item.tagName === "style") {
          if (isInPage(item)) sheets.push(item);
        } else if (item.tagName === "table") markHolders(item);
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
  parser.tokenizer = new QuickTokenizer(parser.options, parser);
  parser.tokenizer.write(html, true);
  return { document: parser.document, sheets, isQuirky: parser.document.mode === "quirks" };
}

/** The style sheet that a link refers to, as if it were inline; `null` if there is none, or it is an alternative one. */
function linkedSheet(link: PageElement, sheetAt: (reference: string) => string | undefined): PageElement | null {
  const kinds = (attributeOf(link, "rel") ?? "").toLowerCase().split(/\s+/);
  if (!kinds.includes("stylesheet") || kinds.includes("alternate") || attributeOf(link, "disabled") !== undefined) return null;
  const css = sheetAt(attributeOf(link, "href") ?? "");
  if (css === undefined) return null;
  const sheet = new PageElement("style", link.namespaceURI, link.attrs, link.line, link.offset);
  sheet.childNodes.push({ nodeName: "#text", parentNode: sheet, value: css });
  return sheet;
}

/** Whether an element is in the page itself, not in a template. */
function isInPage(element: PageElement): boolean {
  let outer = element.parentNode;
  while (outer instanceof PageElement) outer = outer.parentNode;
  return outer === null || outer.nodeName !== "#document-fragment";
}

/** Marks the ancestors of a table, up to the first one already marked. */
function markHolders(table: PageElement): void {
  let outer = table.parentNode;
  while (outer instanceof PageElement && !outer.holdsTable) {
    outer.holdsTable = true;
    outer = outer.parentNode;
  }
}
