import { isObject } from "../_internal/claim.js";
import type { Cell } from "../form/cells.js";
import type { Form, FormTable } from "../form/form.js";
import type { Unit } from "../form/types.js";
import type { Figures } from "./figures.js";
import { AMOUNT_PATTERN, fenOf } from "./money.js";
import { isTable } from "./tables.js";

/**
 * The JSON of a table without its figures. A program writes the tables of all its reports alike, so only the figures of the
 * next report differ, and its keys need not be parsed again.
 */
export interface TableText {
  /** The text in front of each figure and after the last one, concatenated. */
  readonly between: DataView;
  /** The end of each of these in `between`. */
  readonly ends: Int32Array;
  /** The figures in the order of the text: their indices in a vector, and their units. */
  readonly indices: Int32Array;
  readonly units: readonly Unit[];
}

/** A figure behind its key: a whole number, or an amount in quotation marks. */
const FIGURE = /:[ \t\r\n]*(?:(-?\d+)|"([\d.]+)")/g;

const ASCII = /^[\t\n\r -~]*$/;

/** The layout of the JSON of a table, learned from one; `null` if the table is not complete or its JSON is unusual. */
export function tableText(form: Form, table: FormTable, json: string, value: unknown): TableText | null {
  if (!isTable(table, value, true)) return null;
  const cells = cellsInOrder(form, table, value);
  const ends: number[] = [];
  let between = "";
  let last = 0;
  for (const { 0: whole, 1: number, 2: amount = "", index } of json.matchAll(FIGURE)) {
    const end = number === undefined ? index + whole.length - 1 : index + whole.length;
    between += json.slice(last, end - (number ?? amount).length);
    ends.push(between.length);
    last = end;
  }
  between += json.slice(last);
  ends.push(between.length);
  if (ends.length !== cells.length + 1) return null;
  if (!ASCII.test(between)) return null;
  return {
    between: new DataView(new TextEncoder().encode(between).buffer),
    ends: Int32Array.from(ends),
    indices: Int32Array.from(cells, ({ index }) => index),
    units: cells.map(({ unit }) => unit),
  };
}

/** The figures of a table in the order of its keys, which is that of its text: no key of a form is a number. */
function cellsInOrder(form: Form, { definition }: FormTable, table: unknown): readonly Cell[] {
  if (!isObject(table)) return [];
  return Object.entries(table).flatMap(([record, fields]) =>
    isObject(fields) ? Object.keys(fields).flatMap((field) => form.byAddress[`${definition.id}.${record}.${field}`] ?? []) : [],
  );
}

/** Reads the figures of a table whose JSON has a known layout. Returns its end, or −1 for another layout. */
export function readTable({ between, ends, indices, units }: TableText, view: DataView, start: number, figures: Figures): number {
  const size = view.byteLength;
  let at = start;
  let compared = 0;
  for (let i = 0; i < ends.length; i += 1) {
    const end = ends[i] ?? 0;
    if (at + end - compared > size) return -1;
    // Eight bytes as one number: equal if and only if the bytes are equal, as long as they are ASCII.
    for (; compared + 8 <= end; compared += 8) {
      if (view.getFloat64(at) !== between.getFloat64(compared)) return -1;
      at += 8;
    }
    for (; compared < end; compared += 1) {
      if (view.getUint8(at) !== between.getUint8(compared)) return -1;
      at += 1;
    }
    if (i === indices.length) break;
    const first = at;
    let figure = 0;
    for (; at < size; at += 1) {
      const digit = view.getUint8(at) - ZERO;
      if (digit < 0 || digit > 9) break;
      figure = figure * 10 + digit;
    }
    const unit = units[i] ?? "count";
    if (at === first || unit === "amount") {
      const text = textOf(view, first);
      figure = unusual(unit, text);
      if (Number.isNaN(figure)) return -1;
      at = first + text.length;
    } else if (at - first > EXACT_DIGITS || (at - first > 1 && view.getUint8(first) === ZERO)) return -1;
    figures[indices[i] ?? -1] = figure;
  }
  return at;
}

const ZERO = 0x30;

/** Number of digits that are always exact. */
const EXACT_DIGITS = 15;

/** The longest run of digits, points and minus signs that a figure has, plus one. */
const MAX_LENGTH = 17;

/** The run of digits, points and minus signs from an index on. */
function textOf(view: DataView, start: number): string {
  let text = "";
  for (let at = start; at < view.byteLength && text.length < MAX_LENGTH; at += 1) {
    const sign = String.fromCharCode(view.getUint8(at));
    if (!/[-.0-9]/.test(sign)) break;
    text += sign;
  }
  return text;
}

const NEGATIVE = /^-[1-9]\d{0,14}$/;

/** A figure that is not only digits, as an entry of a vector; `NaN` if it is not valid for its unit. */
function unusual(unit: Unit, text: string): number {
  if (unit === "amount" && AMOUNT_PATTERN.test(text)) return fenOf(text);
  return unit === "change" && NEGATIVE.test(text) ? Number(text) : Number.NaN;
}
