import { alignmentOf, colours, hasThinLines, markColour } from "../../printing/appearance.js";
import type { CellMark, Marks } from "../../printing/marks.js";
import type { PrintedCell, PrintedTable } from "../../printing/printTables.js";
import type * as Docx from "./library.js";
import { commented } from "./marks.js";
import { SIZES, textRun } from "./style.js";

/** Least height of a row. */
const ROW_HEIGHT = 340;

/** Space to the left and right of the text in a place. */
const MARGIN = 57;

/** Thickness of lines in eighths of a point. */
const LINES = { thin: 4, thick: 8 } as const;

/** A table with the grid, the merges and the lines of the printed form. Heading rows repeat, no row is split over pages. */
export function wordTable(docx: typeof Docx, table: PrintedTable, marks: Marks | null): Docx.Table {
  const { Table, TableRow, WidthType, TableLayoutType, AlignmentType, HeightRule } = docx;
  const rows = table.rows.map(
    (row, i) =>
      new TableRow({
        cantSplit: true,
        ...(i < table.headerRows ? { tableHeader: true } : {}),
        height: { value: ROW_HEIGHT, rule: HeightRule.ATLEAST },
        children: row.map((cell) => wordCell(docx, cell, keepsWithNext(table, i), table, marks)),
      }),
  );
  return new Table({
    rows,
    width: { size: widthOf(table, 0, table.widths.length), type: WidthType.DXA },
    columnWidths: table.widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { marginUnitType: WidthType.DXA, left: MARGIN, right: MARGIN, top: 0, bottom: 0 },
  });
}

/**
 * Heading rows stay with the figures below them. A table whose headings change on the way cannot repeat them on a new page, so all
 * of it stays on one page where it can.
 */
function keepsWithNext({ rows, headerRows }: PrintedTable, row: number): boolean {
  if (headerRows === 0) return row < rows.length - 1;
  return rows[row]?.every(({ cell }) => cell === null) ?? false;
}

function wordCell(
  docx: typeof Docx,
  cell: PrintedCell,
  keepNext: boolean,
  table: PrintedTable,
  marks: Marks | null,
): Docx.TableCell {
  const { TableCell, Paragraph, TextRun, WidthType, AlignmentType, VerticalAlignTable, ShadingType } = docx;
  const mark = (cell.cell === null ? undefined : marks?.cells.get(cell.cell.address)) ?? null;
  const fill = fillOf(cell, mark);
  const run = new TextRun({ ...textRun(cell.text), size: SIZES.table, ...(mark === null ? {} : { bold: true, underline: {} }) });
  return new TableCell({
    ...(cell.colspan > 1 ? { columnSpan: cell.colspan } : {}),
    ...(cell.rowspan > 1 ? { rowSpan: cell.rowspan } : {}),
    width: { size: widthOf(table, cell.column, cell.colspan), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    borders: bordersOf(docx, hasThinLines(table) ? LINES.thin : LINES.thick),
    ...(fill === null ? {} : { shading: { type: ShadingType.CLEAR, color: "auto", fill } }),
    children: [
      new Paragraph({
        ...(keepNext ? { keepNext } : {}),
        alignment: alignmentOf(cell, table) === "left" ? AlignmentType.LEFT : AlignmentType.CENTER,
        children: mark === null ? [run] : commented(docx, run, cell, marks),
      }),
    ],
  });
}

function fillOf({ kind }: PrintedCell, mark: CellMark | null): string | null {
  if (mark !== null) return markColour(mark);
  return kind === "banner" ? colours.banner : null;
}

function widthOf({ widths }: PrintedTable, column: number, span: number): number {
  return widths.slice(column, column + span).reduce((a, b) => a + b, 0);
}

function bordersOf(docx: typeof Docx, size: number): Docx.ITableCellBorders {
  const line = { style: docx.BorderStyle.SINGLE, size, color: "auto" };
  return { top: line, bottom: line, left: line, right: line };
}
