import type { DefaultTreeAdapterTypes } from "parse5";
import { type Place, placeIn } from "../../findings/finding.js";
import { MAX_COLSPAN, MAX_ROWSPAN } from "../../reading/limits.js";
import type { SourceCell, SourceDocument, SourceParagraph, SourceTable } from "../../reading/source.js";
import { PageElement } from "./parseHtml.js";

type Node = DefaultTreeAdapterTypes.ChildNode;

const ROLE_NAMES = ["skipped", "beside", "block", "break", "table", "row", "cell", "apart"] as const;

/** What an element is to the text of a report. */
type Role = (typeof ROLE_NAMES)[number];

/** Elements by what they are; any other only carries text. */
const ROLES: ReadonlyMap<string, Role> = /* @__PURE__ */ (() => {
  const names: Readonly<Record<Role, string>> = {
    // What is deleted is struck out in print; nothing that is behind the page is looked at.
    skipped: "head script style noscript template svg math iframe object select textarea del s strike rt rp",
    // Beside the article; where such an element was left open, the report itself is in it.
    beside: "nav aside button",
    block:
      "address article blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary tbody tfoot thead ul",
    break: "br",
    table: "table",
    row: "tr",
    cell: "td th",
    // Raised and lowered text is no part of the figure that it stands at.
    apart: "sup sub",
  };
  return new Map(ROLE_NAMES.flatMap((role) => names[role].split(" ").map((name) => [name, role] as const)));
})();

/** Stands in a text for a break of the line; a vertical tab, which pages do not contain. */
const BREAK = "\v";

/** Stands before raised or lowered text: `12<sup>①</sup>` is not the figure 121. */
const APART = "^";

/** The paragraphs and tables of a page in reading order; tables that contain tables are dissolved into what they contain. */
export function htmlDocument(page: DefaultTreeAdapterTypes.Document): SourceDocument {
  const blocks: (SourceTable | SourceParagraph)[] = [];
  let text = "";
  let start: PageElement | null = null;
  let tables = 0;
  const endParagraph = (next: PageElement | null): void => {
    const content = text === "" ? "" : printed(text);
    if (content !== "") blocks.push({ kind: "paragraph", text: content, place: placeOf(start, null, null, null) });
    text = "";
    start = next;
  };
  walk(page.childNodes, {
    enter(element, role) {
      if (role === "table" && !element.holdsTable) {
        endParagraph(null);
        tables += 1;
        blocks.push(tableOf(element, tables));
        return false;
      }
      if (role !== undefined && role !== "apart") endParagraph(element);
      return true;
    },
    leave(_element, role) {
      if (role !== undefined && role !== "apart") endParagraph(null);
    },
    text(value) {
      text += value;
    },
  });
  endParagraph(null);
  return { format: "html", blocks, about: aboutPage(page) };
}

/** Names under which pages of agencies state title and date of an article, in lower case. */
const TITLE_NAME = "articletitle";
const DATE_NAME = "pubdate";

/** What the head of a page says of it. */
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

function attributeOf({ attrs }: PageElement, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}

function placeOf(element: PageElement | null, table: number | null, row: number | null, column: number | null): Place {
  return placeIn("html", { table, row, column, line: element?.line ?? null, offset: element?.offset ?? null });
}

interface Visitor {
  /** Returns whether to go into the element. */
  readonly enter: (element: PageElement, role: Role | undefined) => boolean;
  readonly leave: (element: PageElement, role: Role | undefined) => void;
  readonly text: (value: string) => void;
}

interface Level {
  readonly element: PageElement | null;
  readonly role: Role | undefined;
  readonly nodes: readonly Node[];
  next: number;
}

/** Visits what is visible below a node, in document order and without recursion. */
function walk(nodes: readonly Node[], visitor: Visitor): void {
  let level: Level = { element: null, role: undefined, nodes, next: 0 };
  const above: Level[] = [];
  for (;;) {
    const node = level.nodes[level.next];
    if (node === undefined) {
      if (level.element !== null) visitor.leave(level.element, level.role);
      const outer = above.pop();
      if (outer === undefined) return;
      level = outer;
      continue;
    }
    level.next += 1;
    if (node instanceof PageElement) {
      const role = ROLES.get(node.tagName) ?? inlineRole(node);
      if (role === "skipped" || (role === "beside" && !node.holdsTable) || isHidden(node) || !visitor.enter(node, role)) continue;
      above.push(level);
      level = { element: node, role, nodes: node.childNodes, next: 0 };
    } else if ("value" in node) {
      visitor.text(node.value);
    }
  }
}

const HIDDEN = /display\s{0,4}:\s{0,4}none|mso-hide\s{0,4}:\s{0,4}all/i;

const STRUCK = /visibility\s{0,4}:\s{0,4}hidden|text-decoration[a-z-]{0,8}\s{0,4}:[^;]{0,40}line-through/i;
const RAISED = /vertical-align\s{0,4}:\s{0,4}(?:super|sub)\b/i;

/** Too small to be seen, and so no part of the figure that it stands at either. */
const TINY = /font-size\s{0,4}:\s{0,4}0(?:px|pt|em|rem|%)?\s{0,4}(?:;|!|$)/i;

/**
 * What an element within a line is: word processors write in its style what is struck out or raised, and a link to a place on
 * the same page is the sign of a note.
 */
function inlineRole({ attrs, childNodes }: PageElement): Role | undefined {
  for (const { name, value } of attrs) {
    if (name === "href" && value.length > 1 && value.startsWith("#") && childNodes.length > 0) return "apart";
    if (name !== "style" || value.length < "font-size:0".length) continue;
    if (STRUCK.test(value)) return "skipped";
    if (RAISED.test(value) || TINY.test(value)) return "apart";
  }
  return undefined;
}

function isHidden({ attrs }: PageElement): boolean {
  for (const { name, value } of attrs) {
    if (name === "style" ? value.length > 11 && HIDDEN.test(value) : name === "hidden") return true;
  }
  return false;
}

/** Text as it is printed: spaces and line breaks of the markup are one space, those that the page asks for are kept. */
function printed(markup: string): string {
  const text = markup.trim();
  if (!SPACE.test(text)) return text;
  if (!text.includes(BREAK)) return text.replace(SPACES, " ");
  return text
    .replace(SPACES, " ")
    .split(BREAK)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

const SPACE = /\s/;
const SPACES = /[ \t\r\n\f]+/g;

function tableOf(table: PageElement, number: number): SourceTable {
  const rows: SourceCell[][] = [];
  let cells: SourceCell[] = [];
  let cell: PageElement | null = null;
  let text = "";
  walk(table.childNodes, {
    enter(element, role) {
      switch (role) {
        case "row":
          cells = [];
          rows.push(cells);
          break;
        case "cell":
          cell = element;
          text = "";
          break;
        case "block":
        case "break":
          text += BREAK;
          break;
        case "apart":
          text += APART;
          break;
      }
      return true;
    },
    leave(element, role) {
      if (role === "cell") {
        cells.push({
          text: printed(text),
          rowspan: spanOf(element, "rowspan", MAX_ROWSPAN),
          colspan: spanOf(element, "colspan", MAX_COLSPAN),
          place: placeOf(element, number, rows.length, cells.length + 1),
        });
        cell = null;
      } else if (role === "block") text += BREAK;
    },
    text(value) {
      if (cell !== null) text += value;
    },
  });
  return { kind: "table", rows };
}

/** A span as browsers read it; `rowspan="0"` reaches to the last row. */
function spanOf(element: PageElement, name: "rowspan" | "colspan", most: number): number {
  for (const attribute of element.attrs) {
    if (attribute.name !== name) continue;
    const digits = /^\s{0,16}\+?(\d{1,9})/.exec(attribute.value)?.[1];
    const span = digits === undefined ? 1 : Number(digits);
    if (span === 0) return name === "rowspan" ? most : 1;
    return Math.min(span, most);
  }
  return 1;
}
