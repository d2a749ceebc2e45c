import type * as Excel from "write-excel-file/universal";
import { wrap } from "../../_internal/width.js";
import type { FormTable } from "../../form/form.js";
import { alignmentOf, colours, markColour } from "../../printing/appearance.js";
import type { CellMark, Marks } from "../../printing/marks.js";
import type { PrintedCell, PrintedTable } from "../../printing/printTables.js";
import { rowHeights } from "../../printing/rowHeights.js";
import { figureIn } from "../../report/figures.js";
import type { Draft } from "../../report/types.js";
import { formulasOf, type Positions } from "./formulas.js";
import {
  BORDER,
  columnWidth,
  figureCell,
  LINE_POINTS,
  ROW_PADDING,
  reference,
  type SheetLink,
  type SheetPlan,
  textCell,
  WRAPPED,
} from "./sheet.js";

/** Twentieths of a point of the printed form that make one character of a column's width. */
const UNITS_PER_CHARACTER = 110;

/** Rows above the table: the title of its section. */
const ABOVE = 1;

/** The context in which the sheet of a table is written. */
export interface SheetContext {
  readonly draft: Draft;
  readonly marks: Marks | null;
  readonly formulas: boolean;
  /** What a marked figure leads to. */
  readonly linkOf: (from: string, mark: CellMark) => SheetLink;
}

/** The sheet of a table: the title of its section, then the grid of the form with its merges. */
export function tableSheet(name: string, printed: PrintedTable, form: FormTable, context: SheetContext): SheetPlan {
  const columns = columnWidths(printed);
  const heights = heightsOf(printed, columns);
  const positions = positionsOf(printed);
  const formulas = context.formulas ? formulasOf(form, context.draft, positions) : new Map<string, string>();
  const values = new Map<string, string>();
  const data: Excel.Cell[][] = printed.rows.map(() => new Array<Excel.Cell>(columns.length).fill(null));
  printed.rows.forEach((row, i) => {
    for (const cell of row) {
      const { content, value } = contentOf(cell, context, formulas);
      if (value !== null) values.set(reference(i + ABOVE, cell.column), value);
      const line = data[i];
      if (line !== undefined)
        line[cell.column] = { ...content, ...styleOf(cell, printed, context), height: heights[i] ?? LINE_POINTS };
    }
  });
  return {
    name,
    columns,
    data: [caption(printed), ...data],
    values,
    stickyRows: 0,
    links: linksOf(positions, context),
    orientation: "portrait",
  };
}

function caption({ caption: text, widths }: PrintedTable): Excel.Cell[] {
  const rest = new Array<Excel.Cell>(widths.length - 1).fill(null);
  const look = { fontWeight: "bold", fontSize: 12, align: "center", columnSpan: widths.length, height: 24 } as const;
  return [{ ...textCell(text), ...WRAPPED, ...look }, ...rest];
}

/** The content of a cell. `value` is what the file must additionally state: exact decimals, or the result of a formula. */
function contentOf(
  { text, cell }: PrintedCell,
  { draft }: SheetContext,
  formulas: ReadonlyMap<string, string>,
): { readonly content: Excel.CellObject; readonly value: string | null } {
  if (cell === null) return { content: textCell(text), value: null };
  const figure = figureIn(draft, cell.address);
  const { cell: content, exact } = figureCell(figure);
  const formula = formulas.get(cell.address);
  if (formula === undefined) return { content, value: exact };
  const value = figure === null ? null : String(figure);
  return { content: { ...content, format: content.format ?? "0", value: formula, type: "Formula" }, value };
}

function styleOf(cell: PrintedCell, table: PrintedTable, { marks }: SheetContext): Excel.CellObject {
  const mark = cell.cell === null ? undefined : marks?.cells.get(cell.cell.address);
  const fill = mark !== undefined ? markColour(mark) : cell.kind === "banner" ? colours.banner : null;
  return {
    ...WRAPPED,
    ...BORDER,
    align: alignmentOf(cell, table),
    ...(cell.colspan > 1 ? { columnSpan: cell.colspan } : {}),
    ...(cell.rowspan > 1 ? { rowSpan: cell.rowspan } : {}),
    ...(fill === null ? {} : { backgroundColor: `#${fill}` }),
    ...(mark === undefined ? {} : { fontWeight: "bold", textDecoration: { underline: true } }),
    ...(mark?.suspected === true ? { borderStyle: "thick" } : {}),
  };
}

function columnWidths({ widths, rows }: PrintedTable): readonly number[] {
  const figures = rows.flat().filter(({ cell, colspan }) => cell !== null && colspan === 1);
  return widths.map((width, i) =>
    columnWidth(
      figures.filter(({ column }) => column === i).map(({ text }) => text),
      width / UNITS_PER_CHARACTER,
    ),
  );
}

/** Points of each row: Excel fits no row with merged cells by itself. */
function heightsOf({ rows }: PrintedTable, columns: readonly number[]): readonly number[] {
  const places = rows.flatMap((row, top) =>
    row.map(({ text, cell, column, colspan, rowspan }) => {
      const width = columns.slice(column, column + colspan).reduce((a, b) => a + b, 0) - 1;
      return { top, bottom: top + rowspan, needed: cell === null ? wrap(text, Math.floor(width)).length : 1 };
    }),
  );
  return rowHeights(places, rows.length, 0).map((lines) => lines * LINE_POINTS + ROW_PADDING);
}

function linksOf(positions: Positions, { marks, linkOf }: SheetContext): readonly SheetLink[] {
  return [...positions].flatMap(([address, { row, column }]) => {
    const mark = marks?.cells.get(address);
    return mark === undefined ? [] : [linkOf(reference(row, column), mark)];
  });
}

/** The cells of the figures of a table in its sheet. */
export function positionsOf({ rows }: PrintedTable): Positions {
  return new Map(
    rows.flatMap((row, i) =>
      row.flatMap(({ cell, column }) => (cell === null ? [] : [[cell.address, { row: i + ABOVE, column }] as const])),
    ),
  );
}
