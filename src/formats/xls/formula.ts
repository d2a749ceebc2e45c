import type { Fields } from "../compound/fields.js";
import { lettersOf } from "../xlsx/sums.js";

/** Row and column of a formula, from 0. */
interface At {
  readonly row: number;
  readonly column: number;
}

/** Something that is added up: a number, a cell, a range or a sum of them, with its sign. */
interface Term {
  readonly sign: 1 | -1;
  readonly text: string;
}

/** The tokens of formulas that only add and take away, by the names of MS-XLS; those with a class by their first. */
const TOKEN = {
  exp: 0x01,
  add: 0x03,
  sub: 0x04,
  plus: 0x12,
  minus: 0x13,
  brackets: 0x15,
  attribute: 0x19,
  integer: 0x1e,
  number: 0x1f,
  variable: 0x22,
  cell: 0x24,
  area: 0x25,
  cellFrom: 0x2c,
  areaFrom: 0x2d,
} as const;

const SUM = 4;

/** Functions that give something else each time: a number by chance, now, today; and those of other programs, of which one may do so. */
const CHANGING: ReadonlySet<number> = new Set([63, 74, 221, 255]);

/** Bytes behind each token, but for texts and choices, which state their own; those with a class by their first. */
const OPERANDS: ReadonlyMap<number, number> = new Map([
  [0x01, 4],
  [0x02, 4],
  [0x19, 3],
  [0x1c, 1],
  [0x1d, 1],
  [0x1e, 2],
  [0x1f, 8],
  [0x20, 7],
  [0x21, 2],
  [0x22, 3],
  [0x23, 4],
  [0x24, 4],
  [0x25, 8],
  [0x26, 6],
  [0x27, 6],
  [0x28, 6],
  [0x29, 2],
  [0x2a, 4],
  [0x2b, 8],
  [0x2c, 4],
  [0x2d, 8],
  [0x39, 6],
  [0x3a, 6],
  [0x3b, 10],
  [0x3c, 6],
  [0x3d, 10],
]);
const TEXT = 0x17;
const CHOICE = 0x04;
const WIDE = 0x01;

/** Whether a formula holds a function that gives something else each time. */
export function isChanging(tokens: Fields): boolean {
  for (let i = 0; i < tokens.length; ) {
    const kind = kindOf(tokens.u8(i));
    i += 1;
    if (i >= tokens.length) return false;
    if (kind === FUNCTION || kind === TOKEN.variable) {
      const at = kind === FUNCTION ? i : i + 1;
      if (at + 2 <= tokens.length && CHANGING.has(tokens.u16(at) & 0x7fff)) return true;
    }
    if (kind === TEXT && i + 2 <= tokens.length) i += 2 + tokens.u8(i) * ((tokens.u8(i + 1) & WIDE) + 1);
    else if (kind === TOKEN.attribute && (tokens.u8(i) & CHOICE) !== 0 && i + 3 <= tokens.length)
      i += 3 + (tokens.u16(i + 1) + 1) * 2;
    else i += OPERANDS.get(kind) ?? 0;
  }
  return false;
}

const FUNCTION = 0x21;

function kindOf(token: number): number {
  return token >= CLASSED ? (token & KIND) | CLASSED : token;
}

/** What an attribute of a formula is: a sum of one argument; marks that change nothing. */
const ATTRIBUTE = { sum: 0x10, harmless: 0x41 } as const;

const CLASSED = 0x20;
const KIND = 0x1f;

/** References that go with the cell, and the width of a number of a row or column in them. */
const ROW_MOVES = 0x8000;
const COLUMN_MOVES = 0x4000;
const ROWS = 0x10000;
const COLUMNS = 0x100;

/** Most terms that a formula may add up by itself. */
const MAX_TERMS = 64;

/** The cell whose formula a formula shares: the one token of such a formula names it. */
export function sharedFrom(tokens: Fields): At | null {
  return tokens.length >= 5 && tokens.u8(0) === TOKEN.exp ? { row: tokens.u16(1), column: tokens.u16(3) } : null;
}

/** A formula that only adds and subtracts numbers and cells of its own sheet, as typed; empty for any other. */
export function formulaText(tokens: Fields, at: At): string {
  const stack: (readonly Term[])[] = [];
  let i = 0;
  const pop = (): readonly Term[] | null => stack.pop() ?? null;
  while (i < tokens.length) {
    const kind = kindOf(tokens.u8(i));
    i += 1;
    switch (kind) {
      case TOKEN.cell:
      case TOKEN.cellFrom: {
        stack.push([{ sign: 1, text: cellText(tokens.u16(i), tokens.u16(i + 2), kind === TOKEN.cellFrom ? at : null) }]);
        i += 4;
        break;
      }
      case TOKEN.area:
      case TOKEN.areaFrom: {
        const from = kind === TOKEN.areaFrom ? at : null;
        const first = cellText(tokens.u16(i), tokens.u16(i + 4), from);
        stack.push([{ sign: 1, text: `${first}:${cellText(tokens.u16(i + 2), tokens.u16(i + 6), from)}` }]);
        i += 8;
        break;
      }
      case TOKEN.integer:
        stack.push([{ sign: 1, text: String(tokens.u16(i)) }]);
        i += 2;
        break;
      case TOKEN.number: {
        const value = tokens.f64(i);
        stack.push([{ sign: value < 0 ? -1 : 1, text: String(Math.abs(value)) }]);
        i += 8;
        break;
      }
      case TOKEN.add:
      case TOKEN.sub: {
        const second = pop();
        const first = pop();
        if (first === null || second === null || first.length + second.length > MAX_TERMS) return "";
        stack.push([...first, ...(kind === TOKEN.sub ? second.map(negative) : second)]);
        break;
      }
      case TOKEN.minus: {
        const only = pop();
        if (only === null) return "";
        stack.push(only.map(negative));
        break;
      }
      case TOKEN.plus:
      case TOKEN.brackets:
        break;
      case TOKEN.attribute: {
        const attribute = tokens.u8(i);
        i += 3;
        if ((attribute & ATTRIBUTE.sum) !== 0) {
          const sum = sumOf([pop()]);
          if (sum === null) return "";
          stack.push(sum);
        } else if ((attribute & ~ATTRIBUTE.harmless) !== 0) return "";
        break;
      }
      case TOKEN.variable: {
        const count = tokens.u8(i) & 0x7f;
        if ((tokens.u16(i + 1) & 0x7fff) !== SUM || count > MAX_TERMS) return "";
        i += 3;
        const sum = sumOf(Array.from({ length: count }, pop).reverse());
        if (sum === null) return "";
        stack.push(sum);
        break;
      }
      default:
        return "";
    }
  }
  const [whole, ...others] = stack;
  return whole === undefined || others.length > 0 ? "" : whole.map(termText).join("");
}

function negative({ sign, text }: Term): Term {
  return { sign: sign === 1 ? -1 : 1, text };
}

/** The sum of cells and ranges; `null` where one of its arguments is something else. */
function sumOf(parts: readonly (readonly Term[] | null)[]): readonly Term[] | null {
  const texts: string[] = [];
  for (const part of parts) {
    const [only, ...others] = part ?? [];
    if (only === undefined || others.length > 0 || only.sign < 0 || only.text.startsWith("SUM")) return null;
    texts.push(only.text);
  }
  return texts.length === 0 ? null : [{ sign: 1, text: `SUM(${texts.join(",")})` }];
}

/** A formula with one number as result never consists of a range alone: such a text is not a sum. */
function termText({ sign, text }: Term, i: number): string {
  if (sign < 0) return `-${text}`;
  return i === 0 ? text : `+${text}`;
}

/** A reference; in a formula that several cells share it is counted from the cell that it is in. */
function cellText(row: number, column: number, from: At | null): string {
  const moved = (number: number, by: number, size: number): number => (((number + by) % size) + size) % size;
  const ownRow = from !== null && (column & ROW_MOVES) !== 0 ? moved(row, from.row, ROWS) : row;
  const ownColumn = column & 0xff;
  const shown = from !== null && (column & COLUMN_MOVES) !== 0 ? moved(ownColumn, from.column, COLUMNS) : ownColumn;
  return `${lettersOf(shown + 1)}${ownRow + 1}`;
}
