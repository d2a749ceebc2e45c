import type { Form } from "../form/form.js";
import { at } from "./figures.js";
import { isFigure } from "./units.js";

type Container = Record<string, unknown>;

/**
 * Copies the tables out of unknown input, in official order, if they are exactly those of the form: no key too many, every
 * figure valid, and with `complete` none missing or blank. Otherwise `null`.
 */
export function copyTables(form: Form, input: unknown, complete: boolean): Record<string, Container> | null {
  return copyParts(
    form.tables,
    (table) => table.definition.id,
    input,
    complete,
    (table, value) =>
      copyStrictly(
        table.records,
        (record) => record.id,
        value,
        complete,
        (record, fields) =>
          copyStrictly(
            record.cells,
            (cell) => cell.field,
            fields,
            complete,
            (cell, figure) => (isFigure(cell.unit, figure) || (figure === null && !complete) ? figure : undefined),
          ),
      ),
  );
}

type Copy<Part, T> = (part: Part, value: unknown) => T | undefined;

/** As {@link copyParts}, where the input must be an object with no other keys; `undefined` says that it is not. */
function copyStrictly<Part, T>(
  parts: readonly Part[],
  idOf: (part: Part) => string,
  input: unknown,
  complete: boolean,
  copy: Copy<Part, T>,
): Record<string, T> | undefined {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return undefined;
  const copied = copyParts(parts, idOf, input, complete, copy);
  return copied !== null && Object.keys(copied).length === Object.keys(input).length ? copied : undefined;
}

function copyParts<Part, T>(
  parts: readonly Part[],
  idOf: (part: Part) => string,
  input: unknown,
  complete: boolean,
  copy: Copy<Part, T>,
): Record<string, T> | null {
  const copied: Record<string, T> = {};
  for (const part of parts) {
    const id = idOf(part);
    const value = at(input, id);
    if (value === undefined) {
      if (complete) return null;
      continue;
    }
    const result = copy(part, value);
    if (result === undefined) return null;
    copied[id] = result;
  }
  return copied;
}
