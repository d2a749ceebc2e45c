import type { CellMark } from "./marks.js";
import type { PrintedCell, PrintedTable } from "./printTables.js";

/** Colours, without the sign that a format puts in front. Marks differ in more than their colour in every format. */
export const colours = {
  /** The fill of an Article 20 line on the form. */
  banner: "C6D9F1",
  error: "FDE7E9",
  warning: "FFF4DC",
  advice: "E6F2FB",
  suspected: "FFD54F",
} as const;

/** The fill of a marked figure. */
export function markColour(mark: CellMark): string {
  return mark.suspected ? colours.suspected : colours[mark.severity];
}

/** How the printed form aligns a cell: row headings to the left, except below Article 20 lines. */
export function alignmentOf({ kind, colspan }: PrintedCell, table: PrintedTable): "left" | "center" {
  switch (kind) {
    case "banner":
      return "left";
    case "corner":
      return colspan > 1 ? "left" : "center";
    case "rowHeading":
      return hasBanners(table) ? "center" : "left";
    default:
      return "center";
  }
}

/** Whether the printed form draws a table in thin lines: the one without row headings. */
export function hasThinLines(table: PrintedTable): boolean {
  return !table.rows.some((row) => row.some(({ kind }) => kind === "rowHeading"));
}

function hasBanners({ rows }: PrintedTable): boolean {
  return rows.some((row) => row.some(({ kind }) => kind === "banner"));
}
