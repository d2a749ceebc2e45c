import type { FormRow } from "./labels.js";
import type { ColumnLayout } from "./matchColumns.js";
import type { FoundRow, Refusal } from "./matchTables.js";
import { isBlank, type Read, sameReads } from "./readRow.js";

/** A row that was found, and its content. */
export interface ReadRow {
  readonly found: FoundRow;
  readonly reads: readonly Read[];
}

/**
 * The rows that were found once where the document has a second table of the same kind, such as that of the year before: one
 * that differs in other rows, or one in which the row could not be read. Which table the row is missing from does
 * not show which table is that of the report.
 */
export function contestedRows(
  found: ReadonlyMap<FormRow, readonly ReadRow[]>,
  refusals: readonly Refusal[],
): ReadonlySet<FormRow> {
  const rivals = new Set<ColumnLayout>();
  const contested = new Set<FormRow>();
  for (const [row, all] of found) {
    const byLayout = new Map<ColumnLayout, ReadRow[]>();
    for (const one of all) {
      const own = byLayout.get(one.found.layout);
      if (own === undefined) byLayout.set(one.found.layout, [one]);
      else own.push(one);
    }
    const tables = [...byLayout].map(([layout, own]) => ({ layout, reads: spoken(own) }));
    const [first, ...others] = tables;
    if (first === undefined || others.every(({ reads }) => sameReads(reads, first.reads))) continue;
    for (const { layout } of tables) rivals.add(layout);
    if (row.path.length === 0 && tables.some(({ reads }) => isBlank(reads))) contested.add(row);
  }
  for (const [row, all] of found) {
    const [first, ...others] = all;
    if (
      first !== undefined &&
      rivals.has(first.found.layout) &&
      others.every((other) => other.found.layout === first.found.layout)
    )
      contested.add(row);
  }
  for (const refusal of refusals) {
    for (const row of rivalsOf(refusal)) {
      const all = found.get(row);
      if (all !== undefined && !(refusal.kind === "unheaded" && saysTheSame(refusal.texts, all))) contested.add(row);
    }
  }
  return contested;
}

/** The rows that something which was not read may be as well. */
function rivalsOf(refusal: Refusal): readonly FormRow[] {
  switch (refusal.kind) {
    case "misaligned":
      return refusal.filled ? [refusal.row] : [];
    case "unheaded":
      return [refusal.row];
    case "tooLarge":
      return refusal.rows;
    case "columns":
    case "unclear":
    case "outOfPlace":
    case "unknown":
      return [];
  }
}

function saysTheSame(texts: readonly string[], all: readonly ReadRow[]): boolean {
  return all.some(({ reads }) => {
    const raws = reads.flatMap(({ raw }) => (raw === null || raw === "" ? [] : [raw]));
    return raws.length === texts.length && raws.every((raw, i) => raw === texts[i]);
  });
}

/** The content of a row in a table: the first of its lines that is not empty. */
function spoken(own: readonly ReadRow[]): readonly Read[] {
  return (own.find(({ reads }) => !isBlank(reads)) ?? own[0])?.reads ?? [];
}
