import { attributeOf, childOf, elementsOf, type XmlElement } from "../office/xml.js";

/**
 * A text without what was deleted in it while changes were recorded. A deletion stands in the list of changes, or, in single XML files and
 * where changes are shown, in the text between two marks.
 */
export function withoutDeletions(content: XmlElement): XmlElement {
  const changes = childOf(content, "text:tracked-changes");
  const deletions = (changes === undefined ? [] : elementsOf(changes))
    .filter((region) => childOf(region, "text:deletion") !== undefined)
    .map((region) => attributeOf(region, "text:id") ?? attributeOf(region, "xml:id") ?? "");
  return deletions.length === 0 ? content : kept(content, { deletions: new Set(deletions), open: new Set() });
}

interface State {
  readonly deletions: ReadonlySet<string>;
  /** The deletions whose text is being read. */
  readonly open: Set<string>;
}

interface Kept extends XmlElement {
  readonly children: (XmlElement | string)[];
}

function kept(element: XmlElement, state: State): Kept {
  const children: (XmlElement | string)[] = [];
  /** A paragraph whose end was deleted, so that it goes on in the next one. */
  let open: Kept | null = null;
  for (const child of element.children) {
    if (typeof child === "string") {
      if (state.open.size === 0) children.push(child);
      continue;
    }
    const id = attributeOf(child, "text:change-id") ?? "";
    if (child.name === "text:change-start" && state.deletions.has(id)) state.open.add(id);
    if (child.name === "text:change-end") state.open.delete(id);
    const isDeleted = state.open.size > 0;
    const own = kept(child, state);
    const isLine = isParagraph(child);
    if (open !== null && isLine) for (const part of own.children) open.children.push(part);
    // What holds text may hold the end of the deletion too.
    else if (!isDeleted || isLine || HOLDERS.test(child.name)) children.push(own);
    if (isLine) open = state.open.size > 0 ? (open ?? own) : null;
    else if (child.name === "table:table") open = null;
  }
  return { ...element, children };
}

/** Elements that are kept where their text is deleted: they are marks of changes, or hold paragraphs. */
const HOLDERS = /^(?:text:change|text:list|text:section|text:span|text:a$|table:)/;

function isParagraph({ name }: XmlElement): boolean {
  return name === "text:p" || name === "text:h";
}
