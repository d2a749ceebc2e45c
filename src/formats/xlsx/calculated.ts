import type { CellStyle } from "./cellStyles.js";
import { readNumber, shownNumber } from "./readNumber.js";
import { drawn, seenIn } from "./strings.js";
import { Sums } from "./sums.js";
import type { Sheet, SheetCell } from "./worksheet.js";

/** What is known of the results of formulas that a workbook keeps, and of its dates. */
export interface Trust {
  /** Whether results of 0 may never have been calculated: programs that calculate leave a trace in the workbook. */
  readonly uncalculated: boolean;
  /** Whether whoever opens the workbook calculates all of it, whatever results it holds. */
  readonly calculatedOnLoad: boolean;
  readonly date1904: boolean;
}

/** A cell as the file has it, before formulas without a result are looked at. */
export interface RawCell {
  readonly style: CellStyle;
  /** What is shown; for a formula, what is shown of the result that was kept. */
  readonly text: string;
  /** The number of the cell, where it is one. */
  readonly number: string | null;
  readonly formula: string | null;
  /** Whether the formula is known to be volatile, if its text does not show it. */
  readonly changing?: boolean;
  /** Whether it is not known what another result would look like. */
  readonly formatted?: boolean;
}

export type RawRows = ReadonlyMap<number, ReadonlyMap<number, RawCell>>;

/** Numbers that a sum is made of. */
const PLAIN_NUMBER = /^-?\d{1,16}(?:\.\d{1,15})?$/;

/** A number of a cell as a sum takes it, or `null` where it takes none. */
export function summandOf(raw: string): string | null {
  const number = readNumber(raw);
  return PLAIN_NUMBER.test(number) ? number : null;
}

/** What is seen of a number in a cell. */
export function numberText(raw: string, style: CellStyle, { date1904 }: Pick<Trust, "date1904">): string {
  if (style.hidden) return "";
  const number = readNumber(raw);
  const sign = isZero(number) ? "zero" : number.startsWith("-") ? "negative" : "positive";
  return seenIn(style, drawn(shownNumber(raw, style.numbers[sign], date1904), style));
}

function isZero(number: string): boolean {
  return number === "0";
}

/**
 * Cells with what their formulas give where the file has no result: no result at all, or a 0 that is not what a plain sum gives, or
 * a 0 that may never have been calculated. Another result that differs from a plain sum is none either, and stays visible as
 * the formula. A plain sum of what is read in the sheet is calculated; any other formula stays visible, and
 * unreadable, and is no blank.
 */
export function calculated(raw: RawRows, book: Trust, isHiddenAt: (row: number, column: number) => boolean): Sheet["rows"] {
  const sums = new Sums((row, column) => {
    const cell = raw.get(row)?.get(column);
    if (cell === undefined) return null;
    const own = cell.number !== null && (cell.formula === null || !isDoubtful(cell.number, book)) ? cell.number : null;
    const odd = cell.style.hidden || isHiddenAt(row, column) || (cell.number === null && cell.text !== "");
    return { number: own, formula: own === null ? cell.formula : null, odd };
  });
  const rows = new Map<number, ReadonlyMap<number, SheetCell>>();
  for (const [row, cells] of raw) {
    const shown = new Map<number, SheetCell>();
    for (const [column, cell] of cells) {
      const result = cell.formula === null || cell.style.hidden ? stated(cell) : formulaCell(cell, cell.formula, sums, book);
      if (result.text !== "") shown.set(column, result);
    }
    rows.set(row, shown);
  }
  return rows;
}

/** Whether a result may be one that was never calculated. */
function isDoubtful(result: string, { uncalculated, calculatedOnLoad }: Trust): boolean {
  return calculatedOnLoad || (uncalculated && isZero(result));
}

function stated({ text }: RawCell): SheetCell {
  return { text, formula: null };
}

function formulaCell(cell: RawCell, formula: string, sums: Sums, book: Trust): SheetCell {
  const { number, text, style } = cell;
  const open: SheetCell = { text: `=${formula}`, formula: { text: formula, calculated: false } };
  if (cell.changing === true || CHANGING.test(formula)) return open;
  // A result that is a text, an error or a number other than 0 was calculated by somebody.
  if (number === null && text !== "") return stated(cell);
  const missing = number === null;
  const sum = sums.of(formula);
  if (!missing && !isZero(number) && !book.calculatedOnLoad)
    return sum?.sure === true && !isAlike(sum.value, number) ? open : stated(cell);
  if (sum !== null && !missing && sum.value === number) return stated(cell);
  if (sum?.sure === true && cell.formatted === true) return open;
  if (sum?.sure === true) return { text: numberText(sum.value, style, book), formula: { text: formula, calculated: true } };
  const trusted = sum === null && !missing && !(isZero(number) && book.uncalculated);
  return trusted ? stated(cell) : open;
}

/** Functions that give something else each time that a workbook is opened. */
const CHANGING = /\b(?:RAND|RANDBETWEEN|RANDARRAY|NOW|TODAY)\s*\(/i;

/** Digits to which sums of decimals are the same whoever adds them up. */
const SUM_DIGITS = 12;

function isAlike(a: string, b: string): boolean {
  return a === b || Number(a).toPrecision(SUM_DIGITS) === Number(b).toPrecision(SUM_DIGITS);
}
