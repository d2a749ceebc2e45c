import type { SourceTable } from "./source.js";

/** The lines of a plain text that form a table: they are paragraphs, too, but no text of the report. */
export function linesOfRows({ rows }: SourceTable): ReadonlySet<number> {
  const [first] = rows[0] ?? [];
  if (first?.place.format !== "text") return NO_LINES;
  return new Set(rows.flatMap((row) => row.flatMap(({ place }) => place.line ?? [])));
}

export const NO_LINES: ReadonlySet<number> = new Set();
