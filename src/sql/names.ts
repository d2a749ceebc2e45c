import { describeForm, type EditionId } from "../form/form.js";
import type { SqlColumn } from "./types.js";

/** Most bytes of a name that PostgreSQL keeps; it cuts off the rest in silence. */
export const MAX_NAME_BYTES = 63;

/** A text as a literal. */
export function quoted(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}

/** A value as a literal. */
export function literal(value: string | number | boolean | null): string {
  if (value === null) return "NULL";
  return typeof value === "string" ? quoted(value) : String(value).toUpperCase();
}

/** An address or identifier of a rule as a name: words in lower case with `_`, parts with `__` between them. */
export function snake(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/\./g, "__");
}

/**
 * The name of a figure as a column. The table of the form is left out, since row and column alone tell figures apart and the whole
 * would be longer than a name can be.
 */
export function columnOf(address: string): string {
  return snake(address.slice(address.indexOf(".") + 1));
}

/** The name of the column that has a figure as text. */
export function textColumnOf(address: string): string {
  return `t__${columnOf(address)}`;
}

/**
 * The columns of a wide table, in official order.
 *
 * @example
 * ```ts
 * sqlColumns("2021")[26];
 * //=> { address: "requests.granted.naturalPerson", column: "granted__natural_person", textColumn: "t__granted__natural_person" }
 * ```
 */
export function sqlColumns(edition: EditionId): readonly SqlColumn[] {
  return describeForm(edition).cells.map(({ address }) => ({
    address,
    column: columnOf(address),
    textColumn: textColumnOf(address),
  }));
}
