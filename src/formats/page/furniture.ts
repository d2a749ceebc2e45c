import type { TextLine } from "./lines.js";

/** A line of text and its page. */
export interface PagedLine {
  readonly page: number;
  readonly height: number;
  readonly line: TextLine;
}

/** Part of a page, from the top and from the bottom, that holds headers and footers. */
export const MARGIN = 0.12;

/** Greatest displacement of the same header between pages. */
const SAME_PLACE = 4;

const PAGE_NUMBER = /^[-—–－·.\s]{0,4}第?\s?\d{1,3}\s?页?(?:\s?[/／，,|]?\s?共?\s?\d{1,3}\s?页?)?[-—–－·.\s]{0,4}$/;

/** Page numbers, headers and footers: outermost lines that are a number, and lines repeated at the same place on several pages. */
export function furnitureOf(lines: readonly PagedLine[]): ReadonlySet<TextLine> {
  const found = new Set<TextLine>();
  const alike = new Map<string, PagedLine[]>();
  for (const paged of lines) {
    const { line, height } = paged;
    const above = line.bottom <= MARGIN * height;
    if (!above && line.top < (1 - MARGIN) * height) continue;
    if (PAGE_NUMBER.test(line.text)) found.add(line);
    const key = `${above}${line.text.replace(/\d+/g, "#")}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [paged]);
    else known.push(paged);
  }
  for (const group of alike.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const same = group.filter(({ line }) => Math.abs(line.top - first.line.top) <= SAME_PLACE);
    if (new Set(same.map(({ page }) => page)).size > 1) for (const { line } of same) found.add(line);
  }
  return found;
}
