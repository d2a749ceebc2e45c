import { isObject } from "../_internal/claim.js";
import type { Cell } from "../form/cells.js";
import type { Form, FormTable } from "../form/form.js";
import type { Unit } from "../form/types.js";
import type { Figures } from "./figures.js";
import { AMOUNT_PATTERN, fenOf } from "./money.js";
import { isTable } from "./tables.js";

/**
 * How the JSON of a table is written but for its figures: a program writes the tables of all its reports alike, so of every next
 * one only the figures are new, and nobody has to look at its keys again.
 */
export interface TableText {
  /** What stands in front of each figure, and behind the last, one behind the other. */
  readonly between: DataView;
  /** Where in `between` each of these ends. */
  readonly ends: Int32Array;
  /** The figures in the order of the text: their places in a vector, and what they measure. */
  readonly indices: Int32Array;
  readonly units: readonly Unit[];
}

/** A figure behind its key: a whole number, or an amount in quotation marks. */
const FIGURE = /:[ \t\r\n]*(?:(-?\d+)|"([\d.]+)")/g;

const ASCII = /^[\t\n\r -~]*$/;

/** How a table is written, learned from one; `null` where it is no complete table, or has anything unusual about it. */
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

/** Reads the figures of a table that is written in a known way; where it ends, or −1 if it is written otherwise. */
export function readTable({ between, ends, indices, units }: TableText, view: DataView, start: number, figures: Figures): number {
  const size = view.byteLength;
  let at = start;
  let compared = 0;
  for (let i = 0; i < ends.length; i += 1) {
    const end = ends[i] ?? 0;
    if (at + end - compared > size) return -1;
    // Eight bytes at a time, as a number: two are the same where their bytes are, as long as those are of ASCII.
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

/** Digits of a number that is exact whatever they are. */
const EXACT_DIGITS = 15;

/** Of digits, points and strokes as many as the longest figure has, and one more. */
const MAX_LENGTH = 17;

/** Digits, points and strokes from a place on. */
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

/** A figure that is not just digits, as a vector has it; `NaN` for what is none of its unit. */
function unusual(unit: Unit, text: string): number {
  if (unit === "amount" && AMOUNT_PATTERN.test(text)) return fenOf(text);
  return unit === "change" && NEGATIVE.test(text) ? Number(text) : Number.NaN;
}
