import type { DefaultTreeAdapterTypes } from "parse5";
import { PageElement } from "./parseHtml.js";
import type { Styler } from "./styler.js";
import { isSeen, isTiny, type Look, PLAIN_LOOK } from "./visibility.js";

type Node = DefaultTreeAdapterTypes.ChildNode;

const ROLE_NAMES = ["skipped", "object", "beside", "block", "break", "table", "row", "cell", "apart"] as const;

/** What an element is to the text of a report. */
export type Role = (typeof ROLE_NAMES)[number];

/** Elements by what they are; any other only carries text. */
const ROLES: ReadonlyMap<string, Role> = /* @__PURE__ */ (() => {
  const names: Readonly<Record<Role, string>> = {
    // What is deleted is struck out in print; nothing that is behind the page is looked at.
    skipped: "head style noscript template datalist del s strike rt rp",
    // What is there to see, or may be, and is no text.
    object:
      "img image svg math canvas object iframe embed video audio picture script input select textarea button meter progress",
    // Beside the article; where such an element was left open, the report itself is in it.
    beside: "nav aside",
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

/** Roles that an element may take by its `role` or by its style. */
const ROLES_STATED: Readonly<Record<string, Role>> = {
  table: "table",
  grid: "table",
  treegrid: "table",
  row: "row",
  cell: "cell",
  gridcell: "cell",
  columnheader: "cell",
  rowheader: "cell",
};
const ROLES_DISPLAYED: Readonly<Record<string, Role>> = {
  table: "table",
  "table-row": "row",
  "table-cell": "cell",
  block: "block",
  "list-item": "block",
  flex: "block",
  grid: "block",
};

/** Stands in a text for a break of the line; a vertical tab, which pages do not contain. */
export const BREAK = "\v";

/** An element on the way through a page, and how text in it looks. */
export interface Position {
  readonly element: PageElement | null;
  readonly role: Role | undefined;
  readonly look: Look;
  readonly moved: boolean;
  readonly reversed: boolean;
}

export const ROOT: Position = { element: null, role: undefined, look: PLAIN_LOOK, moved: false, reversed: false };

export interface Visitor {
  /** Returns whether to go into the element. */
  readonly enter: (position: Position) => boolean;
  readonly leave: (position: Position) => void;
  readonly text: (value: string, position: Position) => void;
  /** Text that is too small to be told. */
  readonly apart: (position: Position) => void;
  /** Something that is no text, or of which it is not known what is seen. */
  readonly object: (position: Position) => void;
}

interface Level {
  readonly position: Position;
  readonly nodes: readonly Node[];
  next: number;
}

/** Visits what is visible below a node, in document order and without recursion. */
export function walk(nodes: readonly Node[], start: Position, styler: Styler, visitor: Visitor): void {
  let level: Level = { position: start, nodes, next: 0 };
  const above: Level[] = [];
  for (;;) {
    const node = level.nodes[level.next];
    if (node === undefined) {
      const outer = above.pop();
      if (outer === undefined) return;
      visitor.leave(level.position);
      level = outer;
      continue;
    }
    level.next += 1;
    if (!(node instanceof PageElement)) {
      if (!("value" in node)) continue;
      if (isSeen(level.position.look, node.value)) visitor.text(node.value, level.position);
      else if (isTiny(level.position.look) && node.value.trim() !== "") visitor.apart(level.position);
      continue;
    }
    const named = ROLES.get(node.tagName);
    if (named === "skipped" || (named === "beside" && !node.holdsTable)) continue;
    const styled = styler.style(node, level.position.look);
    if (styled?.gone === true) continue;
    const role = roleOf(node, named, styled?.display ?? null, styler);
    const position: Position = {
      element: node,
      role: role === undefined && styled?.raised === true ? "apart" : role,
      look: styled?.look ?? level.position.look,
      moved: styled?.moved ?? false,
      reversed: (styled?.reversed ?? false) || (node.tagName === "bdo" && attributeOf(node, "dir")?.toLowerCase() === "rtl"),
    };
    if (named === "object" && !(node.tagName === "button" && node.holdsTable)) {
      if (!position.look.hidden) visitField(node, position, visitor);
      continue;
    }
    if (styled?.doubtful === true) visitor.object(position);
    if (!visitor.enter(position)) continue;
    above.push(level);
    level = { position, nodes: node.childNodes, next: 0 };
  }
}

function roleOf(element: PageElement, named: Role | undefined, display: string | null, styler: Styler): Role | undefined {
  if (named !== undefined && named !== "block") return named;
  const shown = display === null ? undefined : ROLES_DISPLAYED[display];
  const stated = element.attrs.length === 0 ? undefined : attributeOf(element, "role");
  const other = (stated === undefined ? undefined : ROLES_STATED[stated]) ?? shown;
  if (other === "table" && (element.holdsTable || !holdsRows(element, styler))) return named;
  return other ?? named ?? (isNote(element) ? "apart" : undefined);
}

/** Elements in one that takes the part of a table which show whether it does. */
const ENOUGH = 4;

/** Whether an element that takes the part of a table has rows or cells in it, or groups of rows. */
function holdsRows({ childNodes }: PageElement, styler: Styler): boolean {
  return childNodes
    .filter((node) => node instanceof PageElement)
    .slice(0, ENOUGH)
    .some((element) => {
      const role = attributeOf(element, "role");
      if (role === "rowgroup" || (role !== undefined && Object.hasOwn(ROLES_STATED, role))) return true;
      return styler.style(element, PLAIN_LOOK)?.display?.startsWith("table-") === true;
    });
}

/** A link to a place on the same page, in a text, is the sign of a note. */
function isNote(element: PageElement): boolean {
  if (element.tagName !== "a") return false;
  const href = attributeOf(element, "href");
  return href !== undefined && href.length > 1 && href.startsWith("#") && element.childNodes.length > 0;
}

export function attributeOf({ attrs }: PageElement, name: string): string | undefined {
  for (const attribute of attrs) if (attribute.name === name) return attribute.value;
  return undefined;
}

/** What stands in a field of a form is printed there; every other object is no text. */
function visitField(element: PageElement, position: Position, visitor: Visitor): void {
  const field = { ...position, role: undefined };
  switch (element.tagName) {
    case "input": {
      const type = attributeOf(element, "type")?.toLowerCase() ?? "text";
      if (type === "hidden") return;
      if (/^(?:checkbox|radio|image|button|submit|reset|file|color|range|password)$/.test(type)) visitor.object(field);
      else visitor.text(attributeOf(element, "value") ?? "", field);
      return;
    }
    case "textarea":
      visitor.text(textOf(element), field);
      return;
    case "select": {
      const options = descendants(element, "option");
      const chosen = options.findLast((option) => attributeOf(option, "selected") !== undefined) ?? options[0];
      if (chosen !== undefined) visitor.text(textOf(chosen), field);
      return;
    }
    case "script":
      if (WRITES.test(textOf(element)) || attributeOf(element, "src") !== undefined) visitor.object(field);
      return;
    default:
      visitor.object(field);
  }
}

/** A script that writes may write where it stands. */
const WRITES = /write|innerHTML|innerText|textContent|append|insert/;

/** Most elements in a field of choices that are looked at. */
const MOST_OPTIONS = 1_000;

function descendants(element: PageElement, name: string): readonly PageElement[] {
  const found: PageElement[] = [];
  const open: Node[] = [...element.childNodes].reverse();
  for (let node = open.pop(); node !== undefined && found.length < MOST_OPTIONS; node = open.pop()) {
    if (!(node instanceof PageElement)) continue;
    if (node.tagName === name) found.push(node);
    else open.push(...[...node.childNodes].reverse());
  }
  return found;
}

function textOf({ childNodes }: PageElement): string {
  return childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}

/** Text as it is printed: spaces and line breaks of the markup are one space, those that the page asks for are kept. */
export function printed(markup: string): string {
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
