import { Decimal } from "decimal.js";
import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS, parseAddress } from "./worksheet.js";

/** Longest formula that is looked at, in characters. */
export const MAX_FORMULA_LENGTH = 1_000;

/** Most cells that one formula may add up. The longest sum of the form has 24. */
export const MAX_SUMMANDS = 1_000;

/** Most cells that the formulas of one worksheet may add up together, and deepest chain of formulas on formulas. */
export const MAX_ALL_SUMMANDS = 200_000;
export const MAX_FORMULA_DEPTH = 32;

/** What a cell gives to a sum. */
export interface Summand {
  /** Its number; `null` where it has none, or one that cannot be relied on. */
  readonly number: string | null;
  /** The formula that gives its number, where it has no other. */
  readonly formula: string | null;
  /** Whether the cell contains something that is not a number, or is hidden. */
  readonly odd: boolean;
}

/** The result of a formula. `sure` is `false` if it skipped something that is not a number, or added something hidden. */
export interface Sum {
  readonly value: string;
  readonly sure: boolean;
}

/** A number or a range that is added or taken away. */
type Part = Constant | Ranged;

interface Constant {
  readonly sign: 1 | -1;
  readonly constant: string;
}

interface Ranged {
  readonly sign: 1 | -1;
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
}

const REFERENCE = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const AREA = `${REFERENCE}(?::${REFERENCE})?`;
const NUMBER = String.raw`\d{1,15}(?:\.\d{1,15})?`;
const ARGUMENT = `(?:${AREA}|${NUMBER})`;
const TERM = new RegExp(
  String.raw`\s*([-+]?)\s*(?:SUM\(\s*(${ARGUMENT}(?:\s*,\s*${ARGUMENT})*)\s*\)|(${REFERENCE}|${NUMBER}))\s*`,
  "iy",
);
const IS_NUMBER = new RegExp(`^${NUMBER}$`);

/** The numbers and ranges of a formula that only adds and subtracts numbers and cells of its own sheet; `null` for any other formula. */
export function partsOf(formula: string): readonly Part[] | null {
  if (formula.length > MAX_FORMULA_LENGTH) return null;
  const parts: Part[] = [];
  let at = formula.startsWith("=") ? 1 : 0;
  const first = at;
  while (at < formula.length) {
    TERM.lastIndex = at;
    const [whole = "", sign = "", areas, single] = TERM.exec(formula) ?? [];
    if (whole === "" || (sign === "" && at > first)) return null;
    for (const area of (areas ?? single ?? "").split(",")) {
      const part = partOf(area.trim().toUpperCase(), sign === "-" ? -1 : 1);
      if (part === null) return null;
      parts.push(part);
    }
    at += whole.length;
  }
  return parts.length === 0 ? null : parts;
}

function partOf(area: string, sign: 1 | -1): Part | null {
  if (IS_NUMBER.test(area)) return { sign, constant: area };
  const [from = null, to = from] = area.split(":").map(parseAddress);
  if (from === null || to === null) return null;
  return {
    sign,
    rows: [Math.min(from.row, to.row), Math.max(from.row, to.row)],
    columns: [Math.min(from.column, to.column), Math.max(from.column, to.column)],
  };
}

/** A formula that was written for one cell, as it reads in another: references without `$` move along. `null` where one leaves the sheet. */
export function movedFormula(formula: string, rows: number, columns: number): string | null {
  if (formula.length > MAX_FORMULA_LENGTH) return null;
  let left = false;
  const moved = formula.replace(
    /(?<![\w$.!])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w(!])/g,
    (whole, fixedColumn: string, letters: string, fixedRow: string, digits: string) => {
      const address = parseAddress(letters + digits);
      if (address === null) return whole;
      const column = fixedColumn === "" ? address.column + columns : address.column;
      const row = fixedRow === "" ? address.row + rows : address.row;
      if (row < 1 || column < 1 || row > MAX_SHEET_ROWS || column > MAX_SHEET_COLUMNS) left = true;
      return fixedColumn + lettersOf(column) + fixedRow + row;
    },
  );
  return left ? null : moved;
}

/** The letters of a column, counted from 1. */
export function lettersOf(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Adds up plain sums of one worksheet, each once. */
export class Sums {
  readonly #cellAt: (row: number, column: number) => Summand | null;
  readonly #known = new Map<string, Sum | null>();
  #left = MAX_ALL_SUMMANDS;

  constructor(cellAt: (row: number, column: number) => Summand | null) {
    this.#cellAt = cellAt;
  }

  /** The result of the formula; `null` if it is not a plain sum, is circular, or exceeds the limits. */
  of(formula: string, depth = 0): Sum | null {
    const known = this.#known.get(formula);
    if (known !== undefined) return known;
    // Until it is known it gives nothing, so that a formula that leads to itself ends.
    this.#known.set(formula, null);
    const sum = depth > MAX_FORMULA_DEPTH ? null : this.#add(formula, depth);
    this.#known.set(formula, sum);
    return sum;
  }

  #add(formula: string, depth: number): Sum | null {
    const parts = partsOf(formula);
    if (parts === null) return null;
    let summands = 0;
    for (const part of parts)
      summands += "constant" in part ? 1 : (part.rows[1] - part.rows[0] + 1) * (part.columns[1] - part.columns[0] + 1);
    this.#left -= summands;
    if (summands > MAX_SUMMANDS || this.#left < 0) return null;
    let value = new Decimal(0);
    let sure = true;
    for (const part of parts) {
      if ("constant" in part) {
        value = value.plus(new Decimal(part.constant).times(part.sign));
        continue;
      }
      const { sign, rows, columns } = part;
      for (let row = rows[0]; row <= rows[1]; row += 1) {
        for (let column = columns[0]; column <= columns[1]; column += 1) {
          const cell = this.#cellAt(row, column);
          if (cell === null) continue;
          const sum = cell.number !== null || cell.formula === null ? null : this.of(cell.formula, depth + 1);
          if (cell.number === null && cell.formula !== null && sum === null) return null;
          if (cell.odd || sum?.sure === false) sure = false;
          const number = cell.number ?? sum?.value ?? null;
          if (number !== null) value = value.plus(new Decimal(number).times(sign));
        }
      }
    }
    return { value: value.toFixed(), sure };
  }
}
