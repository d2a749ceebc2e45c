import { isObject } from "../_internal/claim.js";
import type { Cell } from "../form/cells.js";
import { type Form, formOf } from "../form/form.js";
import { AMOUNT_PATTERN, amountOf, fenOf } from "./money.js";
import type { Draft } from "./types.js";

/** A figure as a report states it: a count, an amount in 万元, or `null` where it is blank or missing. */
export type FigureValue = number | string | null;

/**
 * The figures of a report as one vector in the official order of the form, for rules to add up. Counts are unchanged and
 * amounts are in fen, so that every entry is an exact integer. A blank or missing figure is `NaN`, which propagates through
 * sums, so an equation with a blank never appears to hold.
 */
export type Figures = Float64Array;

/** Visits the figures of a draft in official order. `value` is `undefined` where the draft has no such key. */
export function eachFigure(form: Form, draft: unknown, visit: (cell: Cell, value: unknown) => void): void {
  for (const { definition, records } of form.tables) {
    const table = at(draft, definition.id);
    for (const { id, cells } of records) {
      const record = at(table, id);
      for (const cell of cells) visit(cell, at(record, cell.field));
    }
  }
}

/**
 * The value at a key that the form names. Such a key is never one that objects inherit, so the check of {@link own}, which
 * takes most of the time of a walk over all figures, is not needed.
 */
export function at(object: unknown, key: string): unknown {
  return isObject(object) ? object[key] : undefined;
}

/** An own property of an object; `undefined` if it is inherited or the value is no object. */
export function own(object: unknown, key: string): unknown {
  return isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * The figures of a report or draft as one vector in official order.
 *
 * @example
 * ```ts
 * const figures = figuresOf({ edition: "2021", remedies: { reconsideration: { upheld: 3, pending: null } } });
 * figures[185]; //=> 3
 * figures[188]; //=> NaN
 * ```
 */
export function figuresOf(draft: Draft): Figures {
  const form = formOf(draft);
  const figures = new Float64Array(form.cells.length);
  for (const { definition, records } of form.tables) {
    const table = at(draft, definition.id);
    for (const { id, cells } of records) {
      const record = at(table, id);
      const fields = isObject(record) ? record : NO_FIELDS;
      for (const cell of cells) {
        const value = fields[cell.field];
        figures[cell.index] = typeof value === "number" && cell.unit !== "amount" ? value : toFigure(cell, value);
      }
    }
  }
  return figures;
}

const NO_FIELDS: Readonly<Record<string, unknown>> = {};

/** Marks a value in a vector that is not a figure. No rule holds for it. */
const NO_FIGURE = Number.POSITIVE_INFINITY;

function toFigure(cell: Cell, value: unknown): number {
  if (value === null || value === undefined) return Number.NaN;
  return typeof value === "string" && cell.unit === "amount" && AMOUNT_PATTERN.test(value) ? fenOf(value) : NO_FIGURE;
}

/**
 * An entry of a vector as a report states it: a count, an amount in 万元, or `null` for a blank.
 *
 * @example
 * ```ts
 * const fees = describeForm("2021").byAddress["disclosure.administrativeFees.feesCollected"];
 * fees && figureValue(fees, 38_095_330); //=> "38.09533"
 * ```
 */
export function figureValue(cell: Cell, figure: number): FigureValue {
  if (!Number.isFinite(figure)) return null;
  return cell.unit === "amount" ? amountOf(figure) : figure;
}

/** The value of one figure of a draft, by an address known to be valid; `null` where it is blank or missing. */
export function figureIn(draft: Draft, address: string): FigureValue {
  const [table = "", record = "", field = ""] = address.split(".");
  const value = own(own(own(draft, table), record), field);
  return typeof value === "number" || typeof value === "string" ? value : null;
}
