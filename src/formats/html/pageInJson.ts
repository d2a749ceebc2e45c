import { isObject } from "../../_internal/claim.js";

/** A web page that is a text in JSON, and the titles that stand beside it there. */
export interface WrappedPage {
  readonly html: string;
  readonly titles: readonly string[];
}

/** What makes a text a page with tables. */
export const TABLE = /<table\b/i;

/** Names under which interfaces give the title of an article. */
const TITLE_NAME = /title|标题/i;

/** Longest title that is looked at. */
const MAX_TITLE = 200;

/**
 * The web page in the answer of a portal's interface: `{"data": {"title": "…", "content": "<table>…"}}`. `null` for JSON that
 * is a report of its own, and where not exactly one text has tables.
 */
export function pageInJson(json: string): WrappedPage | null {
  const value = parsed(json);
  if (!isObject(value) || Object.hasOwn(value, "edition")) return null;
  const pages = new Map<string, readonly string[]>();
  const open: object[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const part of Object.values(next)) {
      if (isObject(part)) open.push(part);
      else if (typeof part === "string" && TABLE.test(part) && !pages.has(part)) pages.set(part, titlesIn(next));
    }
  }
  const [page] = pages;
  return page === undefined || pages.size > 1 ? null : { html: page[0], titles: page[1] };
}

function titlesIn(article: object): readonly string[] {
  return Object.entries(article).flatMap(([name, text]) =>
    typeof text === "string" && TITLE_NAME.test(name) && text.length <= MAX_TITLE ? [text.trim()] : [],
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
