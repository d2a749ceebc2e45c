import { isObject } from "../../_internal/claim.js";

/** What makes a text a page with tables. */
const TABLE = /<table\b/i;

/**
 * The web page in the answer of a portal's interface, which holds it as a text in JSON: `{"data": {"content": "<table>…"}}`.
 * `null` for JSON that is a report of its own, and where not exactly one text has tables.
 */
export function pageInJson(json: string): string | null {
  const value = parsed(json);
  if (!isObject(value) || Object.hasOwn(value, "edition")) return null;
  const pages = new Set<string>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === "string" && TABLE.test(next)) pages.add(next);
    if (isObject(next)) for (const part of Object.values(next)) open.push(part);
  }
  const [page = null] = pages;
  return pages.size === 1 ? page : null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
