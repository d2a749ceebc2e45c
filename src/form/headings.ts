import { chineseNumeral } from "../_internal/chineseNumeral.js";
import type { Citation } from "./sources.js";
import type { Balance, Heading, Panel, Role, Term, Unit } from "./types.js";

type Leaf<T extends Term, R extends Role, U extends Unit> = {
  readonly term: T;
  readonly marker: string;
  readonly note: string;
  readonly role: R;
  readonly unit: U;
};

/** A row or column with figures: its numbering, its term, its role. */
export function line<const T extends Term, const R extends Role>(
  marker: string,
  term: T,
  role: R,
  note = "",
): Leaf<T, R, "count"> {
  return { term, marker, note, role, unit: "count" };
}

/** A column whose figures are measured in `unit`. */
export function measure<const T extends Term, const U extends Unit>(term: T, unit: U): Leaf<T, "figure", U> {
  return { term, marker: "", note: "", role: "figure", unit };
}

/** A heading that groups others. */
export function group<const T extends Term, const C extends readonly Heading[]>(
  marker: string,
  term: T,
  children: C,
): Leaf<T, "figure", "count"> & { readonly children: C } {
  return { term, marker, note: "", role: "figure", unit: "count", children };
}

/** An item of an article as the form prints it across a table: 第二十条第（一）项. */
function bannerOf(citation: Citation): string {
  const items = (citation.items ?? []).map((item) => `第（${chineseNumeral(item)}）项`).join("");
  return `第${chineseNumeral(citation.article ?? 0)}条${items}`;
}

/** A panel of one item of 条例第20条: the item across the table, then one record a row. */
export function itemPanel<const R extends readonly Heading[], const F extends readonly Heading[]>(
  item: number,
  records: R,
  fields: F,
): Panel & { readonly records: R; readonly fields: F } {
  return {
    banner: bannerOf({ source: "regulations", article: 20, items: [item] }),
    stub: "信息内容",
    direction: "down",
    records,
    fields,
  };
}

/** A total is the sum of its parts: this follows from its definition. */
export function totalOf(family: string, source: Citation): Balance {
  return {
    family,
    over: "fields",
    left: ["part"],
    right: ["total"],
    derives: "total",
    basis: "definitional",
    citation: [source],
  };
}
