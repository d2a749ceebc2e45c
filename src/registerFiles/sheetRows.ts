import type { Row } from "../_internal/csvRows.js";
import type { Sheet, SheetCell } from "../formats/xlsx/worksheet.js";
import { MAX_REGISTER_COLUMNS } from "../register/columns.js";
import type { SheetRows } from "../register/readSheet.js";

/** Maximum number of cells that merged ranges are expanded into. */
export const MAX_FILLED_PLACES = 1_000_000;

/** The rows of a worksheet as those of a CSV file; the value of a merged range is repeated in each of its cells. */
export function sheetRows(
  sheet: Sheet,
  format: "xlsx" | "xls",
): SheetRows & { readonly rows: readonly Row[]; readonly hidden: number } {
  const filled = filledPlaces(sheet);
  const rows: Row[] = [];
  let hidden = 0;
  for (const [row, cells] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    const more = filled.get(row);
    const last = Math.min(MAX_REGISTER_COLUMNS, Math.max(0, ...cells.keys(), ...(more?.keys() ?? [])));
    const fields = Array.from({ length: last }, (_, i) => textOf(cells.get(i + 1)) ?? more?.get(i + 1) ?? "");
    if (sheet.hiddenRows.has(row) && fields.some((field) => field !== "")) hidden += 1;
    rows.push({ fields, row, line: row, trouble: null });
  }
  return { rows, format, sheet: sheet.name, hidden };
}

/** What a cell says; a formula that was never calculated says itself, and nothing that an entry could have. */
function textOf(cell: SheetCell | undefined): string | undefined {
  if (cell === undefined) return undefined;
  return cell.formula === null || cell.formula.calculated ? cell.text : `=${cell.formula.text}`;
}

/** What merged ranges say, at the places below and beside their first cell. */
function filledPlaces({ rows, merges }: Sheet): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const filled = new Map<number, Map<number, string>>();
  let places = 0;
  for (const { rows: down, columns: across } of merges) {
    const text = textOf(rows.get(down.first)?.get(across.first));
    if (text === undefined) continue;
    for (let row = down.first; row <= down.last; row += 1) {
      for (let column = across.first; column <= Math.min(across.last, MAX_REGISTER_COLUMNS); column += 1) {
        places += 1;
        if (places > MAX_FILLED_PLACES) return filled;
        filled.set(row, (filled.get(row) ?? new Map<number, string>()).set(column, text));
      }
    }
  }
  return filled;
}
