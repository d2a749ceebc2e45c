import { type DefaultTreeAdapterTypes, defaultTreeAdapter, Parser } from "parse5";
import { DisclosureReportError } from "../../findings/error.js";
import { MAX_DEPTH, MAX_ELEMENTS } from "../../table/limits.js";

/** Where an element of a page begins. */
export interface Position {
  readonly line: number;
  readonly offset: number;
}

/** A page as parse5 reads it, and where its elements begin: right behind their opening tags. */
export interface Page {
  readonly document: DefaultTreeAdapterTypes.Document;
  readonly positionOf: (element: DefaultTreeAdapterTypes.Element) => Position | null;
}

/**
 * Parses a page. parse5's own locations cost as much again as parsing; all that is needed is where a cell begins, which the
 * tokenizer knows at the moment in which the element is made.
 *
 * @throws {@link DisclosureReportError} `reading.tooDeep` or `reading.tooManyElements` for a page beyond the limits.
 */
export function parseHtml(html: string): Page {
  const positions = new WeakMap<DefaultTreeAdapterTypes.Element, Position>();
  let elements = 0;
  let depth = 0;
  const parser = new Parser({
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tagName, namespaceURI, attrs) {
        elements += 1;
        if (elements > MAX_ELEMENTS) {
          throw new DisclosureReportError("reading.tooManyElements", `the page has more than ${MAX_ELEMENTS} elements`);
        }
        const element = defaultTreeAdapter.createElement(tagName, namespaceURI, attrs);
        const { line, offset } = parser.tokenizer.preprocessor;
        positions.set(element, { line, offset: offset + 1 });
        return element;
      },
      onItemPush() {
        depth += 1;
        if (depth > MAX_DEPTH)
          throw new DisclosureReportError("reading.tooDeep", `elements of the page are nested deeper than ${MAX_DEPTH}`);
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
  parser.tokenizer.write(html, true);
  return { document: parser.document, positionOf: (element) => positions.get(element) ?? null };
}
