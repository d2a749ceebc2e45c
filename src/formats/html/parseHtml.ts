import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser, type Token } from "parse5";
import { DisclosureReportError } from "../../findings/error.js";
import { MAX_DEPTH, MAX_ELEMENTS } from "../../reading/limits.js";

type Element = DefaultTreeAdapterTypes.Element;

/** An element of a page that knows where it begins: right behind its opening tag. */
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

/** Elements that are read in another way if there is a table in them. */
const MAY_HOLD_TABLE: ReadonlySet<string> = new Set(["table", "nav", "aside", "button"]);

/**
 * Parses a page. parse5's own locations cost as much again as parsing; all that is needed is where an element begins, which
 * the tokenizer knows at the moment in which the element is made.
 *
 * @throws `DisclosureReportError` `reading.tooDeep` or `reading.tooManyElements` for a page beyond the limits.
 */
export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
  const holders: PageElement[] = [];
  let elements = 0;
  let depth = 0;
  const parser: Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> = new Parser({
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tagName, namespaceURI, attrs): Element {
        elements += 1;
        if (elements > MAX_ELEMENTS) {
          throw new DisclosureReportError("reading.tooManyElements", `the page has more than ${MAX_ELEMENTS} elements`);
        }
        const { line, offset } = parser.tokenizer.preprocessor;
        return new PageElement(tagName, namespaceURI, attrs, line, offset + 1);
      },
      onItemPush(item) {
        depth += 1;
        if (depth > MAX_DEPTH) {
          throw new DisclosureReportError("reading.tooDeep", `elements of the page are nested deeper than ${MAX_DEPTH}`);
        }
        if (!(item instanceof PageElement) || !MAY_HOLD_TABLE.has(item.tagName)) return;
        if (item.tagName === "table") for (const outer of holders) outer.holdsTable = true;
        holders.push(item);
      },
      onItemPop(item) {
        depth -= 1;
        if (!(item instanceof PageElement) || !MAY_HOLD_TABLE.has(item.tagName)) return;
        const at = holders.lastIndexOf(item);
        if (at >= 0) holders.splice(at, 1);
      },
    },
  });
  parser.tokenizer.write(html, true);
  return parser.document;
}
