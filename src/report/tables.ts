import type { Form, FormRecord, FormTable } from "../form/form.js";
import { isFigure } from "./units.js";

type Container = Readonly<Record<string, unknown>>;

/**
 * The tables in unknown input, in official order, if they are exactly those of the form: plain objects, no key too many,
 * every figure valid, and with `complete` none missing or blank. Otherwise `null`. Nothing is copied.
 */
export function pickTables(form: Form, input: unknown, complete: boolean): Container | null {
  if (!isPlain(input)) return null;
  const picked: Record<string, unknown> = {};
  for (const table of form.tables) {
    const { id } = table.definition;
    const value = input[id];
    if (value === undefined ? complete || id in input : !isTable(table, value, complete)) return null;
    if (value !== undefined) picked[id] = value;
  }
  return picked;
}

function isTable({ records }: FormTable, table: unknown, complete: boolean): boolean {
  if (!isPlain(table)) return false;
  let found = 0;
  for (const record of records) {
    const value = table[record.id];
    if (value === undefined ? complete : !isRecord(record, value, complete)) return false;
    if (value !== undefined) found += 1;
  }
  return found === Object.keys(table).length;
}

function isRecord({ cells }: FormRecord, record: unknown, complete: boolean): boolean {
  if (!isPlain(record)) return false;
  let found = 0;
  for (const { field, unit } of cells) {
    const value = record[field];
    if (value === undefined ? complete : !isFigure(unit, value) && (complete || value !== null)) return false;
    if (value !== undefined) found += 1;
  }
  return found === Object.keys(record).length;
}

/** Whether a value is an object that inherits nothing of its own making, so that what it holds are its own keys. */
function isPlain(value: unknown): value is Container {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
