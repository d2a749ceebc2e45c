import { type Place, placeIn } from "../../findings/finding.js";
import type { PageElement } from "./parseHtml.js";

/** Where something begins in a page, and in which table, row and cell of it. */
export function placeOf(element: PageElement | null, table: number | null, row: number | null, column: number | null): Place {
  return placeIn("html", { table, row, column, line: element?.line ?? null, offset: element?.offset ?? null });
}
