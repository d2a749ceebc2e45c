import type { Cell } from "../form/cells.js";
import type { Form, FormRecord, FormTable } from "../form/form.js";
import { isFigure } from "./units.js";

type Container = Readonly<Record<string, unknown>>;

/**
 * The tables in unknown input, in official order, if they are exactly those of the form: plain objects, no unknown keys, every
 * figure valid and, with `complete`, none missing or blank. Otherwise `null`. Nothing is copied.
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

/** Whether a value is a table of a form, with `complete` one that has all its figures. */
export function isTable({ records }: FormTable, table: unknown, complete: boolean): boolean {
  if (!isPlain(table)) return false;
  let found = 0;
  for (const key in table) {
    const next = records[found];
    const record = next?.id === key ? next : recordOf(records, key);
    if (record === undefined || !isRecord(record, table[key], complete)) return false;
    found += 1;
  }
  return !complete || found === records.length;
}

/** Walks the keys in their own order, which is fastest if that is the order of the form. */
function isRecord({ cells }: FormRecord, record: unknown, complete: boolean): boolean {
  if (!isPlain(record)) return false;
  let found = 0;
  for (const key in record) {
    const value = record[key];
    const next = cells[found];
    const cell = next?.field === key ? next : cellOf(cells, key);
    if (cell === undefined || !(isFigure(cell.unit, value) || (value === null && !complete))) return false;
    found += 1;
  }
  return !complete || found === cells.length;
}

const cellOf = (cells: readonly Cell[], key: string): Cell | undefined => cells.find(({ field }) => field === key);

const recordOf = (records: readonly FormRecord[], key: string): FormRecord | undefined => records.find(({ id }) => id === key);

/** Whether a value is a plain object, so that all its keys are its own. */
function isPlain(value: unknown): value is Container {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
