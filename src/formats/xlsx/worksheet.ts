/** What a cell shows. */
export interface SheetCell {
  readonly text: string;
  /** The formula of a cell whose result was not in the file, and whether it could be calculated. */
  readonly formula: { readonly text: string; readonly calculated: boolean } | null;
}

/** A worksheet as far as reading needs it: cells by row and column, from 1, and the ranges that are merged. */
export interface Sheet {
  /** `null` where the format has none. */
  readonly name: string | null;
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
  readonly merges: readonly Range[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Rows that have fewer places than others, in formats where a row may: their empty places are left out. */
  readonly short?: ReadonlySet<number>;
  /** What pictures lie over, where it is known. */
  readonly pictures?: readonly Range[];
}

export interface Span {
  readonly first: number;
  readonly last: number;
}

export interface Range {
  readonly rows: Span;
  readonly columns: Span;
}

/** Rows and columns that a worksheet can have. */
export const MAX_SHEET_ROWS = 1_048_576;
export const MAX_SHEET_COLUMNS = 16_384;

/** The columns of a worksheet that lie in any of the spans. How many spans there are and how they overlap hardly matters. */
export function columnsIn(spans: readonly Span[]): ReadonlySet<number> {
  const changes = new Map<number, number>();
  const change = (column: number, by: number) => changes.set(column, (changes.get(column) ?? 0) + by);
  for (const { first, last } of spans) {
    if (last < first) continue;
    change(first, 1);
    change(last + 1, -1);
  }
  const columns = new Set<number>();
  let open = 0;
  for (let column = 1; spans.length > 0 && column <= MAX_SHEET_COLUMNS; column += 1) {
    open += changes.get(column) ?? 0;
    if (open > 0) columns.add(column);
  }
  return columns;
}

export interface Address {
  readonly row: number;
  readonly column: number;
}

/** Row and column of a reference such as `AB12`, or `null` where it is none. */
export function parseAddress(reference: string): Address | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
  const row = Number(digits);
  return row <= MAX_SHEET_ROWS && column <= MAX_SHEET_COLUMNS ? { row, column } : null;
}

/** The range of a reference such as `A1:D4`, or `null` where it is none. */
export function parseRange(reference: string): Range | null {
  const [from, to] = reference.split(":").map(parseAddress);
  if (!from || !to) return null;
  return { rows: span(from.row, to.row), columns: span(from.column, to.column) };
}

function span(a: number, b: number): Span {
  return { first: Math.min(a, b), last: Math.max(a, b) };
}
