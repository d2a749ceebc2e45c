import type { Cell } from "../form/cells.js";
import { type Form, type FormTable, formOf } from "../form/form.js";
import { layoutOf } from "../form/layout.js";
import { captionOf } from "../form/sections.js";
import { figureIn } from "../report/figures.js";
import type { Draft } from "../report/types.js";

/** A cell of a printed table: a heading or a figure, with its spans. */
export interface PrintedCell {
  readonly kind: "banner" | "corner" | "columnHeading" | "rowHeading" | "figure";
  readonly text: string;
  readonly rowspan: number;
  readonly colspan: number;
  /** Grid column in which it begins, from 0. */
  readonly column: number;
  /** The figure printed here, or `null` for a heading. */
  readonly cell: Cell | null;
}

/** A table of a report as the official form prints it: a grid of cells with spans, independent of any file format. */
export interface PrintedTable {
  readonly id: string;
  readonly number: string;
  /** Title of the section that the table stands in, with its number. */
  readonly caption: string;
  /** Widths of the grid columns, in twentieths of a point. */
  readonly widths: readonly number[];
  /** Number of heading lines to repeat on a new page; 0 where they differ within the table. */
  readonly headerRows: number;
  readonly rows: readonly (readonly PrintedCell[])[];
}

/**
 * Lays out the three tables of a report or draft as the official form prints them. Blanks stay blank.
 *
 * @example
 * ```ts
 * const [disclosure] = printTables({ edition: "2021", disclosure: { administrativeFees: { feesCollected: "38.09533" } } });
 * disclosure?.rows[0]?.[0]?.text; //=> "第二十条第（一）项"
 * disclosure?.rows[13]?.[1]?.text; //=> "38.09533"
 * ```
 */
export function printTables(draft: Draft): readonly PrintedTable[] {
  const form = formOf(draft);
  return form.tables.map((table) => printTable(form, table, draft));
}

function printTable(form: Form, table: FormTable, draft: Draft): PrintedTable {
  const { definition } = table;
  const layout = layoutOf(table);
  const rows: PrintedCell[][] = Array.from({ length: layout.rows }, () => []);
  for (const place of layout.cells) {
    const figure = place.kind === "figure";
    rows[place.row]?.push({
      kind: place.kind,
      text: figure ? String(figureIn(draft, place.cell.address) ?? "") : place.text,
      rowspan: place.rowspan,
      colspan: place.colspan,
      column: place.column,
      cell: figure ? place.cell : null,
    });
  }
  return {
    id: definition.id,
    number: definition.number,
    caption: captionOf(form.id, definition.number),
    widths: definition.widths,
    headerRows: layout.headerRows,
    rows,
  };
}
