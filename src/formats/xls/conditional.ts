import type { Fields } from "../compound/fields.js";
import { ALWAYS, comparison, type Difference, formulaTest, type Rule, type Test } from "../xlsx/conditions.js";
import { indexedColour, type Palette } from "../xlsx/palette.js";
import { lettersOf } from "../xlsx/sums.js";
import type { Range } from "../xlsx/worksheet.js";

/** Bytes in front of the records of newer programs, and of the ranges that rules are for. */
const NEWER_HEAD = 12;
const RANGES_AT = 12;

/** The ranges that the rules in the next records are for. */
export function conditionRanges(data: Fields, newer: boolean): readonly Range[] {
  const at = (newer ? NEWER_HEAD : 0) + RANGES_AT;
  return Array.from({ length: data.u16(at) }, (_, i) => rangeAt(data, at + 2 + i * 8));
}

function rangeAt(data: Fields, at: number): Range {
  return {
    rows: { first: data.u16(at) + 1, last: data.u16(at + 2) + 1 },
    columns: { first: data.u16(at + 4) + 1, last: data.u16(at + 6) + 1 },
  };
}

/** Kinds of rule: a comparison, a formula; those of newer programs: data bars and icons, which may replace the number. */
const KIND = { comparison: 1, formula: 2, scale: 3, bar: 4, signs: 6 } as const;

/** Operators of comparisons, in the order of their numbers. */
const OPERATORS = [
  "",
  "between",
  "notBetween",
  "equal",
  "notEqual",
  "greaterThan",
  "lessThan",
  "greaterThanOrEqual",
  "lessThanOrEqual",
];

const UNREADABLE: Difference = { changes: true, colour: null, fill: null };
const NOTHING: Difference = { changes: false, colour: null, fill: null };

/** A rule of Excel 97 to 2003. */
export function ruleOf(data: Fields, ranges: readonly Range[], palette: Palette): Rule {
  const lengths = [data.u16(2), data.u16(4)] as const;
  const formulas = data.length - lengths[0] - lengths[1];
  return { ranges, difference: lookAt(data, HEAD, palette), test: testOf(data, 0, formulas, lengths, ranges) };
}

/** Bytes of a rule before the format that it gives. */
const HEAD = 6;

/** A rule of newer programs, with properties that this format cannot store. */
export function newerRuleOf(data: Fields, ranges: readonly Range[], palette: Palette): Rule {
  const kind = data.u8(NEWER_HEAD);
  const lengths = [data.u16(NEWER_HEAD + 2), data.u16(NEWER_HEAD + 4)] as const;
  const at = NEWER_HEAD + HEAD + 4;
  const size = data.u32(NEWER_HEAD + HEAD);
  const formulas = at + (size === 0 ? 2 : size);
  if (kind === KIND.bar || kind === KIND.signs || kind === KIND.scale) {
    const own = formulas + lengths[0] + lengths[1];
    const place = own + 2 + data.u16(own) + TEMPLATE + (kind === KIND.bar ? BAR_FLAGS_AT : SIGNS_FLAGS_AT);
    const flags = kind === KIND.scale ? 0 : data.u8(place);
    const alone = kind === KIND.bar ? (flags & BAR_SHOWS_VALUE) === 0 : kind === KIND.signs && (flags & SIGNS_ALONE) !== 0;
    return { ranges, difference: alone ? UNREADABLE : NOTHING, test: ALWAYS };
  }
  const difference = size === 0 ? NOTHING : lookAt(data, at, palette);
  return { ranges, difference, test: testOf(data, NEWER_HEAD, formulas, lengths, ranges) };
}

/** Bytes between the formula that determines whether a rule applies and its parameters: the template it was made from. */
const TEMPLATE = 22;
const BAR_FLAGS_AT = 3;
const BAR_SHOWS_VALUE = 2;
const SIGNS_FLAGS_AT = 5;
const SIGNS_ALONE = 1;

/** Bits of a format that state which parts it has, and which background colours it leaves unchanged. */
const HAS = { number: 1 << 25, font: 1 << 26, alignment: 1 << 27, border: 1 << 28, ground: 1 << 29 } as const;
const GROUND_LEFT = 1 << 18;
const OWN_NUMBER_FORMAT = 1;

const FONT_BYTES = 118;
const FONT = { height: 64, marks: 68, raised: 74, colour: 80, marksLeft: 88, raisedLeft: 92 } as const;
const STRUCK = 0x80;
const LEFT = 0xffffffff;

/** Twentieths of a point below which nothing can be read. */
const LEAST_HEIGHT = 60;

/** What a format changes. */
function lookAt(data: Fields, start: number, palette: Palette): Difference {
  const flags = data.u32(start);
  let at = start + HEAD;
  let changes = false;
  let colour: string | null = null;
  let fill: string | null = null;
  if ((flags & HAS.number) !== 0) {
    changes = true;
    at += (data.u16(start + 4) & OWN_NUMBER_FORMAT) === 0 ? 2 : data.u16(at);
  }
  if ((flags & HAS.font) !== 0) {
    const height = data.u32(at + FONT.height);
    const tiny = height !== LEFT && height > 0 && height < LEAST_HEIGHT;
    const struck = (data.u32(at + FONT.marks) & STRUCK) !== 0 && (data.u32(at + FONT.marksLeft) & STRUCK) === 0;
    const raised = data.u16(at + FONT.raised) !== 0 && data.u32(at + FONT.raisedLeft) === 0;
    changes ||= tiny || struck || raised;
    const number = data.u32(at + FONT.colour);
    colour = number === LEFT ? null : indexedColour(number, palette);
    at += FONT_BYTES;
  }
  if ((flags & HAS.alignment) !== 0) at += 8;
  if ((flags & HAS.border) !== 0) at += 8;
  if ((flags & HAS.ground) !== 0 && (flags & GROUND_LEFT) === 0) fill = indexedColour((data.u16(at + 2) >> 7) & 0x7f, palette);
  return { changes, colour, fill };
}

function testOf(
  data: Fields,
  start: number,
  formulas: number,
  [first, second]: readonly [number, number],
  ranges: readonly Range[],
): Test {
  const one = data.part(formulas, first);
  if (data.u8(start) === KIND.comparison) {
    const limits = [one, data.part(formulas + first, second)].map((tokens) => constantAt(tokens, 0));
    const [low, high] = limits.map((limit) => (limit === null ? "?" : limit.text));
    return comparison(OPERATORS[data.u8(start + 1)] ?? "", low ?? "?", second === 0 ? "" : high);
  }
  const row = Math.min(...ranges.map(({ rows }) => rows.first));
  const column = Math.min(...ranges.map(({ columns }) => columns.first));
  return formulaTest(ownValue(one, row, column), { row, column }, ranges);
}

/** Tokens of the formulas that are evaluated; those of comparisons by their meaning. */
const TOKEN = { integer: 0x1e, number: 0x1f, cellFrom: 0x0c } as const;
const COMPARES: ReadonlyMap<number, string> = new Map([
  [0x09, "<"],
  [0x0a, "<="],
  [0x0b, "="],
  [0x0c, ">="],
  [0x0d, ">"],
  [0x0e, "<>"],
]);

const CLASSED = 0x20;
const KIND_OF_TOKEN = 0x1f;
const CELL_BYTES = 5;
const ROW_MOVES = 0x8000;
const COLUMN_MOVES = 0x4000;

/** A constant among tokens, and where it ends. */
function constantAt(tokens: Fields, at: number): { readonly text: string; readonly end: number } | null {
  if (tokens.length >= at + 3 && tokens.u8(at) === TOKEN.integer) return { text: String(tokens.u16(at + 1)), end: at + 3 };
  if (tokens.length >= at + 9 && tokens.u8(at) === TOKEN.number) return { text: String(tokens.f64(at + 1)), end: at + 9 };
  return null;
}

/** A formula that compares one cell with a constant, as it is typed for a cell; empty for any other. */
function ownValue(tokens: Fields, row: number, column: number): string {
  if (tokens.length < CELL_BYTES) return "";
  const token = tokens.u8(0);
  const constant = constantAt(tokens, CELL_BYTES);
  if (token < CLASSED || (token & KIND_OF_TOKEN) !== TOKEN.cellFrom || constant === null) return "";
  const sign = constant.end + 1 === tokens.length ? COMPARES.get(tokens.u8(constant.end)) : undefined;
  if (sign === undefined) return "";
  const [ownRow, ownColumn] = [tokens.u16(1), tokens.u16(3)];
  const [rowMoves, columnMoves] = [(ownColumn & ROW_MOVES) !== 0, (ownColumn & COLUMN_MOVES) !== 0];
  const shownRow = rowMoves ? ((row - 1 + ownRow) & 0xffff) + 1 : ownRow + 1;
  const shownColumn = columnMoves ? ((column - 1 + ownColumn) & 0xff) + 1 : (ownColumn & 0xff) + 1;
  return `${columnMoves ? "" : "$"}${lettersOf(shownColumn)}${rowMoves ? "" : "$"}${shownRow}${sign}${constant.text}`;
}
