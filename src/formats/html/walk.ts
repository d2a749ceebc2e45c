import type { DefaultTreeAdapterTypes } from "parse5";
import { attributeOf, PageElement } from "./parseHtml.js";
import type { StyledElement, Styler } from "./styler.js";
import { isSeen, isTiny, type Look, PLAIN_LOOK } from "./visibility.js";

type Node = DefaultTreeAdapterTypes.ChildNode;

const ROLE_NAMES = ["skipped", "object", "beside", "block", "break", "table", "row", "cell", "apart"] as const;

/** What an element is to the text of a report. */
export type Role = (typeof ROLE_NAMES)[number];

/** Elements by what they are; any other only carries text. */
const ROLES: ReadonlyMap<string, Role> = /* @__PURE__ */ (() => {
  const names: Readonly<Record<Role, string>> = {
    // Nothing that is behind the page is looked at.
    skipped: "head style title noscript noframes noembed template datalist rt rp",
    // Elements that are or may be visible and are not text.
    object:
      "img image svg math canvas object iframe embed video audio picture script input select textarea button meter progress marquee",
    // Outside the article; if such an element was left unclosed, the report itself is in it.
    beside: "nav aside",
    block:
      "address article blockquote body caption center dd details div dl dt fieldset figcaption figure footer dir dialog form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu ol optgroup option p plaintext pre search section summary tbody tfoot thead ul xmp",
    break: "br",
    table: "table",
    row: "tr",
    cell: "td th",
    // Raised and lowered text is not part of the figure next to it.
    apart: "sup sub rtc",
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

/** Represents a line break within a text: a vertical tab, which pages do not contain. */
export const BREAK = "\v";

/** An element on the way through a page, and how text in it looks. */
export interface Position {
  readonly element: PageElement | null;
  readonly role: Role | undefined;
  readonly look: Look;
  /** Whether it is in a table whose cells are read. */
  readonly inTable: boolean;
  /** Whether its visibility is uncertain by its own style, and by that of its ancestors within a table. */
  readonly unclear: boolean;
  readonly doubtful: boolean;
  readonly moved: boolean;
  readonly reversed: boolean;
  /** Whether what is in it is arranged as boxes. */
  readonly arranges: boolean;
  /** Whether it may cover what is next to it. */
  readonly covers: boolean;
  /** Whether it, or an ancestor within a cell, is the origin of positions. */
  readonly anchored: boolean;
  /** Whether it, or an ancestor within a table, clips overflowing content. */
  readonly clipped: boolean;
  /** What is printed of it that is not in the page. */
  readonly generated: StyledElement["generated"];
}

export const ROOT: Position = {
  element: null,
  role: undefined,
  look: PLAIN_LOOK,
  inTable: false,
  unclear: false,
  doubtful: false,
  moved: false,
  reversed: false,
  arranges: false,
  covers: false,
  anchored: false,
  clipped: false,
  generated: "nothing",
};

export interface Visitor {
  /** Returns whether to go into the element. */
  readonly enter: (position: Position) => boolean;
  readonly leave: (position: Position) => void;
  readonly text: (value: string, position: Position) => void;
  /** Text that is too small to be legible. */
  readonly apart: (position: Position) => void;
  /** Something that is not text, or whose visibility is uncertain. */
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
      const { position } = level;
      if ((position.inTable && position.doubtful) || isSeen(position.look, node.value)) visitor.text(node.value, position);
      else if (isTiny(position.look) && node.value.trim() !== "") visitor.apart(position);
      continue;
    }
    const named = ROLES.get(node.tagName);
    if (named === "skipped" || (named === "beside" && !node.holdsTable && !level.position.inTable)) {
      visitSkipped(node, level.position, styler, visitor);
      continue;
    }
    const position = positionOf(node, named, level.position, styler);
    if (position === null) continue;
    if (named === "object" && !(node.tagName === "button" && node.holdsTable)) {
      if (!position.look.hidden) visitField(node, position, visitor);
      continue;
    }
    if (!visitor.enter(position)) continue;
    above.push(level);
    level = { position, nodes: shownIn(node), next: 0 };
  }
}

/** An element on its way; `null` where nothing of it is seen. */
function positionOf(node: PageElement, named: Role | undefined, outer: Position, styler: Styler): Position | null {
  const isField = named === "object" && FIELDS.has(node.tagName);
  const around = isField ? ofField(outer.look) : outer.look;
  const styled = styler.style(node, around, outer.inTable || named === "table" ? "all" : "what is in it");
  if (styled?.gone === true) return null;
  const role = roleOf(node, named, styled?.display ?? null, styler);
  const isPart = role === "row" || role === "cell" || PARTS.has(node.tagName);
  const isMoved = styled?.moved ?? false;
  // What a rule prints before the cells of a row is a cell.
  const isDoubtful =
    (role === "table" && !outer.inTable && (styled?.look ?? around).room < NARROWEST) ||
    (styled !== null &&
      (styled.doubtful ||
        (styled.far && role !== "table") ||
        (styled.shifted && outer.clipped) ||
        (role !== "table" && (styled.placed === "on the page" || (styled.placed === "around" && !outer.anchored))) ||
        (isPart && (isMoved || styled.reversed)) ||
        (role === "row" && styled.makesBox)));
  const look = styled?.look ?? around;
  const isItem = node.tagName === "li" || styled?.display === "list-item";
  const generated = styled?.generated ?? "nothing";
  return {
    element: node,
    role: role === undefined && styled?.raised === true ? "apart" : role,
    look,
    inTable: outer.inTable,
    unclear: isDoubtful,
    doubtful: outer.doubtful || (outer.inTable && isDoubtful) || styled?.spoils === true,
    moved: isMoved || (outer.arranges && !isPart) || isField,
    reversed: styled?.reversed ?? false,
    arranges: styled?.arranges ?? false,
    covers: styled?.covers ?? false,
    clipped: outer.inTable && (outer.clipped || styled?.cuts === true),
    anchored: (outer.anchored && !isPart) || styled?.anchors === true,
    generated:
      (isItem && look.numbered) || (node.tagName === "optgroup" && attributeOf(node, "label") !== undefined)
        ? "figure"
        : node.tagName === "q" && generated === "nothing"
          ? "mark"
          : generated,
  };
}

/** From this width on, in pixels, a table may be seen whole in a box that cuts it off. */
const NARROWEST = 100;

/** Parts of a table below it and above its cells. */
const PARTS: ReadonlySet<string> = new Set(["tbody", "thead", "tfoot"]);
const FIELDS: ReadonlySet<string> = new Set(["input", "select", "textarea", "button"]);

/** A form field has the system font, whatever is around it. */
function ofField({ hidden, opacity, veiled, stroked, adjusted, room }: Look): Look {
  return { ...PLAIN_LOOK, hidden, opacity, veiled, stroked, adjusted, room, size: FIELD_SIZE };
}
const FIELD_SIZE = 40 / 3;

/** Skipped content is reported where it is visible nevertheless: annotations with figures, a template of a shadow root. */
function visitSkipped(node: PageElement, outer: Position, styler: Styler, visitor: Visitor): void {
  if (!outer.inTable) return;
  if (node.tagName === "template") {
    if (attributeOf(node, "shadowrootmode") !== undefined) visitor.object(outer);
    return;
  }
  const display = styler.style(node, outer.look, "all")?.display ?? null;
  if (display !== null && display !== "none") visitor.object(outer);
  else if (node.tagName === "rt" && display === null && /[\d０-９]/.test(deepTextOf(node))) visitor.apart(outer);
}

/** What is shown in an element: of details that are closed, their summary. */
function shownIn(element: PageElement): readonly Node[] {
  if (element.tagName !== "details" || attributeOf(element, "open") !== undefined) return element.childNodes;
  const summary = element.childNodes.find((node) => node instanceof PageElement && node.tagName === "summary");
  return summary === undefined ? [] : [summary];
}

function roleOf(element: PageElement, named: Role | undefined, display: string | null, styler: Styler): Role | undefined {
  if (named !== undefined && named !== "block" && named !== "beside") return named;
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
      return styler.style(element, PLAIN_LOOK, "nothing")?.display?.startsWith("table-") === true;
    });
}

/** A link to a place on the same page, in a text, is the sign of a note. */
function isNote(element: PageElement): boolean {
  if (element.tagName !== "a") return false;
  const href = attributeOf(element, "href");
  return href !== undefined && href.length > 1 && href.startsWith("#") && element.childNodes.length > 0;
}

/** Kinds of form fields whose content is not their text. */
const OF_OTHER_KINDS =
  /^(?:checkbox|radio|image|button|submit|reset|file|color|range|password|date|time|datetime|datetime-local|month|week)$/;
const NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)$/;

/** The value of a form field is printed; no other object is text. */
function visitField(element: PageElement, position: Position, visitor: Visitor): void {
  const field = { ...position, role: undefined };
  const show = (text: string): void => {
    if (!isSeen(field.look, text)) return;
    visitor.enter(field);
    visitor.text(text, field);
    visitor.leave(field);
  };
  switch (element.tagName) {
    case "input": {
      const type = attributeOf(element, "type")?.toLowerCase() ?? "text";
      if (type === "hidden") return;
      const value = attributeOf(element, "value") ?? "";
      const size = Number.parseInt(attributeOf(element, "size") ?? "20", 10);
      const isCut = size > 0 && value.length > size;
      if (OF_OTHER_KINDS.test(type) || isCut || (type === "number" && !NUMBER.test(value))) visitor.object(field);
      else show(value);
      return;
    }
    case "textarea":
      show(textOf(element));
      return;
    case "select": {
      const options = descendants(element, "option");
      const chosen = options.findLast((option) => attributeOf(option, "selected") !== undefined) ?? options[0];
      const isList = attributeOf(element, "multiple") !== undefined || Number(attributeOf(element, "size") ?? "1") > 1;
      if (isList && options.length > 1) visitor.object(field);
      else if (chosen !== undefined) show(attributeOf(chosen, "label") || textOf(chosen));
      return;
    }
    case "script":
      if (WRITES.test(textOf(element)) || attributeOf(element, "src") !== undefined) visitor.object(field);
      return;
    default:
      visitor.object(field);
  }
}

/** A script with `document.write` may insert text at its place. */
const WRITES = /write|html|text|append|prepend|insert|before|after|replace|child|value/i;

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

/** All text in an element, to a certain depth. */
function deepTextOf({ childNodes }: PageElement, depth = 0): string {
  return childNodes
    .map((node) =>
      node instanceof PageElement ? (depth < MOST_DEPTH ? deepTextOf(node, depth + 1) : "0") : "value" in node ? node.value : "",
    )
    .join("");
}
const MOST_DEPTH = 20;

function textOf({ childNodes }: PageElement): string {
  return childNodes.map((node) => ("value" in node ? node.value : "")).join("");
}

/** Text as it is printed: spaces and line breaks of the markup collapse, unless the page preserves them. */
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
