import type { DefaultTreeAdapterTypes } from "parse5";
import type { SourceDocument, SourceParagraph, SourceTable } from "../../reading/source.js";
import { attributeOf, PageElement, type ParsedPage } from "./parseHtml.js";
import { placeOf } from "./place.js";
import { isPreformatted, preformattedBlocks } from "./preformatted.js";
import { htmlTable } from "./readTable.js";
import { Styler } from "./styler.js";
import { type Position, printed, ROOT, walk } from "./walk.js";

/** The paragraphs and tables of a page in reading order; tables that contain tables are dissolved into what they contain. */
export function htmlDocument({ document: page, sheets, isQuirky }: ParsedPage): SourceDocument {
  const blocks: (SourceTable | SourceParagraph)[] = [];
  const styler = new Styler(sheets, isQuirky);
  let text = "";
  let start: PageElement | null = null;
  /** Items of lists and links that are open, and whether there is text of the paragraph outside of links. */
  let items = 0;
  let links = 0;
  let isUnlinked = false;
  let tables = 0;
  const endParagraph = (next: PageElement | null): void => {
    const content = text === "" ? "" : printed(text);
    if (content !== "") {
      const listed = items > 0 || !isUnlinked ? { listed: true } : {};
      blocks.push({ kind: "paragraph", text: content, place: placeOf(start, null, null, null), ...listed });
    }
    text = "";
    isUnlinked = false;
    start = next;
  };
  const isBreak = ({ role }: Position): boolean => role !== undefined && role !== "apart";
  walk(page.childNodes, ROOT, styler, {
    enter(position) {
      const { element, role } = position;
      if (role === "table" && element !== null && !isLayout(element)) {
        endParagraph(null);
        tables += 1;
        const { caption, table } = htmlTable(position, styler, tables);
        if (caption !== null) blocks.push(caption);
        blocks.push(table);
        return false;
      }
      const lines = isPreformatted(position) ? preformattedBlocks(position, styler, tables) : null;
      if (lines !== null) {
        endParagraph(null);
        tables += lines.filter(({ kind }) => kind === "table").length;
        blocks.push(...lines);
        return false;
      }
      if (isBreak(position)) endParagraph(element);
      if (element?.tagName === "li") items += 1;
      else if (isLink(element)) links += 1;
      return true;
    },
    leave(position) {
      if (isBreak(position)) endParagraph(null);
      if (position.element?.tagName === "li") items -= 1;
      else if (isLink(position.element)) links -= 1;
    },
    text(value) {
      text += value;
      isUnlinked ||= links === 0 && value.trim() !== "";
    },
    apart() {},
    object() {},
  });
  endParagraph(null);
  return { format: "html", blocks, about: aboutPage(page) };
}

function isLink(element: PageElement | null): boolean {
  return element?.tagName === "a" && attributeOf(element, "href") !== undefined;
}

/** Least number of cells of a table that may have a small table in one of them, and most of the cells of that. */
const LEAST_CELLS = 20;
const MOST_INNER_CELLS = 6;

/**
 * Whether a table arranges the page: it has a table in it that is more than a frame around a figure. Only what is directly in
 * the table is counted.
 */
function isLayout(table: PageElement): boolean {
  if (!table.holdsTable) return false;
  const cells = childrenOf(table)
    .flatMap((part) => (part.tagName === "tr" ? [part] : childrenOf(part)))
    .flatMap((row) => childrenOf(row));
  const holding = cells.filter(({ holdsTable }) => holdsTable);
  return cells.length < LEAST_CELLS || holding.length * 10 > cells.length || !holding.every(holdsFrame);
}

function childrenOf(element: PageElement): readonly PageElement[] {
  return element.childNodes.filter((node) => node instanceof PageElement);
}

/** Whether the tables in a cell have a few cells and no table in them. */
function holdsFrame(cell: PageElement): boolean {
  const open = [...childrenOf(cell)];
  let cells = 0;
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (element.tagName === "td" || element.tagName === "th") cells += 1;
    if (cells > MOST_INNER_CELLS || (element.tagName === "table" && element.holdsTable)) return false;
    open.push(...childrenOf(element));
  }
  return true;
}

/** Names under which pages of agencies state title and date of an article, in lower case. */
const TITLE_NAME = "articletitle";
const DATE_NAME = "pubdate";

/** The metadata in the head of a page. */
function aboutPage(page: DefaultTreeAdapterTypes.Document): NonNullable<SourceDocument["about"]> {
  const titles: string[] = [];
  let published: string | null = null;
  const html = page.childNodes.find((node) => node.nodeName === "html");
  const head = html instanceof PageElement ? html.childNodes.find((node) => node.nodeName === "head") : undefined;
  for (const node of head instanceof PageElement ? head.childNodes : []) {
    if (!(node instanceof PageElement)) continue;
    const [text] = node.childNodes;
    if (node.tagName === "title" && text !== undefined && "value" in text) titles.push(printed(text.value));
    if (node.tagName !== "meta") continue;
    const content = attributeOf(node, "content") ?? "";
    const name = attributeOf(node, "name")?.toLowerCase();
    if (name === TITLE_NAME) titles.unshift(printed(content));
    if (name === DATE_NAME) published = content.trim();
  }
  return { titles, published };
}
