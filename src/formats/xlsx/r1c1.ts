import { lettersOf } from "./sums.js";
import { MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from "./worksheet.js";

/** Longest formula that is looked at. */
const MAX_FORMULA = 1_000;

/** A formula with its references in letters and digits: `=SUM(RC[-6]:RC[-1])` in column 8 adds up B to G. Empty where it leaves the sheet. */
export function inLetters(formula: string, row: number, column: number): string {
  if (formula.length > MAX_FORMULA || /["'!]/.test(formula)) return "";
  let left = false;
  const text = formula
    .replace(/^=/, "")
    .replace(/(?<![\w.])R(\[-?\d{1,7}\]|\d{0,7})C(\[-?\d{1,5}\]|\d{0,5})(?![\w(.])/g, (_, ownRow: string, ownColumn: string) => {
      const [r, c] = [placeOf(ownRow, row), placeOf(ownColumn, column)];
      if (r < 1 || c < 1 || r > MAX_SHEET_ROWS || c > MAX_SHEET_COLUMNS) left = true;
      return left ? "" : lettersOf(c) + r;
    });
  return left ? "" : text;
}

function placeOf(stated: string, own: number): number {
  if (stated === "") return own;
  return stated.startsWith("[") ? own + Number(stated.slice(1, -1)) : Number(stated);
}
