import type { Language, Sentence } from "../../findings/finding.js";
import type { Fill } from "../colours.js";
import { formatError } from "../messages.js";
import { distorted } from "../raisedText.js";
import type { RawCell } from "./calculated.js";
import { type CellStyle, isDoubtful, isUnseen } from "./cellStyles.js";
import type { Address, Range } from "./worksheet.js";

/** Most ranges of a worksheet whose conditional formats change what is read. */
export const MAX_CONDITIONAL_RANGES = 2_000;

/** Most looks at ranges with conditional formats, for all rows and cells of a workbook. */
export const MAX_CONDITIONAL_LOOKS = 10_000_000;

/** How many looks are left to a workbook. */
export interface Looks {
  left: number;
}

export function allLooks(): Looks {
  return { left: MAX_CONDITIONAL_LOOKS };
}

/** Takes looks off those that are left. */
export function spend(looks: Looks, count: number, language: Language): void {
  looks.left -= count;
  if (looks.left < 0)
    throw formatError(
      "format.limit",
      { what: lookCount, limit: MAX_CONDITIONAL_LOOKS, found: MAX_CONDITIONAL_LOOKS - looks.left },
      language,
    );
}

/** What a rule does to the cells that it applies to. */
export interface Difference {
  /** Whether the number itself is seen as another one or not at all, whatever its cell looks like. */
  readonly changes: boolean;
  /** The colour of text and that of the ground where the rule states them. */
  readonly colour: string | null;
  readonly fill: Fill;
}

/** Whether a rule applies to a number; `null` means not a number. */
export type Test = (number: string | null) => boolean;

/** A rule, the ranges that it is for, and what it does. */
export interface Rule {
  readonly ranges: readonly Range[];
  readonly test: Test;
  readonly difference: Difference;
}

/** The colours of a cell. */
export type Look = Pick<CellStyle, "colour" | "fill">;

/** Determines whether a conditional format may show the number of a cell differently, or not at all. */
export type Conditions = (row: number, column: number, number: string | null, style: Look) => boolean;

/** A rule that applies to everything. */
export const ALWAYS: Test = () => true;

/** Whether a rule can change what is read of any cell: a bold or centred figure is the same figure. */
export function isTelling({ changes, colour, fill }: Difference): boolean {
  return changes || colour !== null || fill !== null;
}

/** The rules of a worksheet as one question. */
export function conditionsOf(rules: readonly Rule[], language: Language, looks: Looks): Conditions {
  const flat = rules
    .filter(({ difference }) => isTelling(difference))
    .flatMap(({ ranges, test, difference }) => ranges.map((range) => ({ ...range, test, difference })));
  if (flat.length > MAX_CONDITIONAL_RANGES)
    throw formatError("format.limit", { what: rangeCount, limit: MAX_CONDITIONAL_RANGES, found: flat.length }, language);
  /** All rows between two consecutive ones of these have the same ranges. */
  const edges = [...new Set(flat.flatMap(({ rows }) => [rows.first, rows.last + 1]))].sort((a, b) => a - b);
  const known = new Map<number, typeof flat>();
  const rangesAt = (row: number): typeof flat => {
    const edge = countNotAbove(edges, row);
    const there = known.get(edge);
    if (there !== undefined) return there;
    spend(looks, flat.length, language);
    const found = flat.filter(({ rows }) => row >= rows.first && row <= rows.last);
    known.set(edge, found);
    return found;
  };
  return (row, column, number, style) => {
    if (flat.length === 0) return false;
    const here = rangesAt(row);
    spend(looks, here.length, language);
    return here.some(
      ({ columns, test, difference }) =>
        column >= columns.first && column <= columns.last && test(number) && hides(difference, style),
    );
  };
}

/** How many of the sorted numbers are not above a limit. */
function countNotAbove(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A cell as the rules of its sheet let it be seen. */
export function seenBy(conditions: Conditions, { row, column }: Address, cell: RawCell): RawCell {
  return conditions(row, column, cell.number, cell.style) ? distortedCell(cell) : cell;
}

/** A cell whose figure is not seen as the file has it. */
export function distortedCell(cell: RawCell): RawCell {
  return { ...cell, style: { ...cell.style, distorted: true }, text: distorted(cell.text) };
}

function hides(difference: Difference, style: Look): boolean {
  if (difference.changes) return true;
  const { colour, fill } = difference;
  const font = { struck: false, tiny: false, colour: colour ?? style.colour, pictures: false, raised: false };
  const ground = fill ?? style.fill;
  return isUnseen(font, ground) || isDoubtful(font, ground);
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ["=", "equal"],
  ["<>", "notEqual"],
  ["!=", "notEqual"],
  ["<", "lessThan"],
  ["<=", "lessThanOrEqual"],
  [">", "greaterThan"],
  [">=", "greaterThanOrEqual"],
]);

const NUMBER = /^\s*-?\d{1,15}(?:\.\d{1,15})?\s*$/;

/** Compares with constants. An undecidable condition is taken to apply, but a hidden 0 still counts as 0. */
export function comparison(operator: string, first: string, second = ""): Test {
  if (!NUMBER.test(first) || (second !== "" && !NUMBER.test(second))) return (number) => number !== "0";
  const [low, high] = [Number(first), Number(second)];
  return (text) => {
    if (text === "0") return false;
    if (text === null) return true;
    const number = Number(text);
    switch (SIGNS.get(operator) ?? operator) {
      case "equal":
        return number === low;
      case "notEqual":
        return number !== low;
      case "lessThan":
        return number < low;
      case "lessThanOrEqual":
        return number <= low;
      case "greaterThan":
        return number > low;
      case "greaterThanOrEqual":
        return number >= low;
      case "between":
        return number >= Math.min(low, high) && number <= Math.max(low, high);
      case "notBetween":
        return number < Math.min(low, high) || number > Math.max(low, high);
      default:
        return true;
    }
  };
}

/** A formula that compares one cell with a constant. */
const ONE_CELL =
  /^\s*(?:=\s*)?(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})\s*(=|<>|<=|>=|<|>)\s*(-?\d{1,15}(?:\.\d{1,15})?|"[^"]*")\s*$/i;

/**
 * The condition of a formula for each cell of some ranges, if it compares the cell itself with a constant; any other is taken to apply. `first` is the
 * cell that the formula is written for: in the others its references move along, but for those that are held by `$`.
 */
export function formulaTest(formula: string, first: Address, ranges: readonly Range[]): Test {
  const [, heldColumn = "", letters = "", heldRow = "", digits = "", operator = "", operand = ""] = ONE_CELL.exec(formula) ?? [];
  if (letters === "") return ALWAYS;
  const own = columnOf(letters) === first.column && Number(digits) === first.row;
  const wide = heldColumn !== "" && ranges.some(({ columns }) => columns.first !== first.column || columns.last !== first.column);
  const high = heldRow !== "" && ranges.some(({ rows }) => rows.first !== first.row || rows.last !== first.row);
  return own && !wide && !high ? comparison(operator, operand) : ALWAYS;
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

const lookCount: Sentence = {
  zh: "为各单元格核对条件格式的次数",
  en: "the number of looks at conditional formats, for all cells",
};
const rangeCount: Sentence = {
  zh: "一个工作表中条件格式的区域数",
  en: "the number of ranges with conditional formats in a worksheet",
};
