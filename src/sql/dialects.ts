import { halfWidth, withoutSpaces } from "../_internal/text.js";
import type { Unit } from "../form/types.js";
import { AMOUNT_DECIMALS, AMOUNT_DIGITS } from "../report/money.js";
import { literal } from "./names.js";
import type { Dialect } from "./types.js";

/** What one database writes otherwise than another. */
export interface Writing {
  /** The type of a figure of any unit. */
  readonly figure: string;
  /** The type of a figure of a unit. */
  readonly figureOf: (unit: Unit) => string;
  /** Whether a text is of a pattern as a whole. */
  readonly matches: (text: string, pattern: string) => string;
  /** A column that the database computes from others of its row. */
  readonly derived: (name: string, type: string, expression: string) => string;
  /**
   * The same, computed once and kept; `null` where that cannot be had. DuckDB computes such columns again whenever they are read, and
   * takes minutes to plan queries over two hundred of them.
   */
  readonly stored: Writing["derived"] | null;
}

const AMOUNT_TYPE = `DECIMAL(${AMOUNT_DIGITS + AMOUNT_DECIMALS}, ${AMOUNT_DECIMALS})`;

/** Digits of the greatest count, and the decimals of an amount. */
const ANY_TYPE = `DECIMAL(${16 + AMOUNT_DECIMALS}, ${AMOUNT_DECIMALS})`;

const byUnit = (unit: Unit): string => (unit === "amount" ? AMOUNT_TYPE : "BIGINT");

const stored: Writing["derived"] = (name, type, expression) => `${name} ${type} GENERATED ALWAYS AS (${expression}) STORED`;

export const writings: Readonly<Record<Dialect, Writing>> = {
  postgres: {
    figure: ANY_TYPE,
    figureOf: byUnit,
    matches: (text, pattern) => `${text} ~ ${literal(`^(${pattern})$`)}`,
    derived: stored,
    stored,
  },
  duckdb: {
    figure: ANY_TYPE,
    figureOf: byUnit,
    matches: (text, pattern) => `regexp_full_match(${text}, ${literal(pattern)})`,
    derived: (name, type, expression) => `${name} ${type} GENERATED ALWAYS AS (${expression}) VIRTUAL`,
    stored: null,
  },
};

/** Counts and changes as canonical JSON writes them, of no more digits than the greatest has. */
const INTEGER = "0|-?[1-9][0-9]{0,15}";

const AMOUNT = `(0|[1-9][0-9]{0,${AMOUNT_DIGITS - 1}})([.][0-9]{1,${AMOUNT_DECIMALS}})?`;

/**
 * The number that a text stands for; no number where the text is not written as one, has more decimals than the unit, or lies beyond
 * what is exact. Nothing is cast before it is known to fit, so that no database rounds, and none stops.
 */
export function numberOf({ matches }: Writing, text: string, unit: Unit, type: string): string {
  if (unit === "amount") return `CASE WHEN ${matches(text, AMOUNT)} THEN CAST(${text} AS ${type}) END`;
  const number = `CAST(${text} AS BIGINT)`;
  const exact = `abs(${number}) <= ${Number.MAX_SAFE_INTEGER}`;
  const value = type === "BIGINT" ? number : `CAST(${text} AS ${type})`;
  return `CASE WHEN ${matches(text, INTEGER)} THEN CASE WHEN ${exact} THEN ${value} END END`;
}

const LAST_OF_PLANE = 0xffff;

/** A name of an agency as names are compared: full-width signs as half-width ones, no space of any kind. */
export function agencyKeyOf(name: string): string {
  const all = Array.from({ length: LAST_OF_PLANE }, (_, i) => String.fromCharCode(i + 1));
  const spaces = all.filter((char) => withoutSpaces(char) === "");
  const wide = all.filter((char) => withoutSpaces(char) !== "" && halfWidth(char) !== char);
  const gone = spaces.map((char) => `chr(${char.charCodeAt(0)})`).join(" || ");
  return `translate(${name}, ${literal(wide.join(""))} || ${gone}, ${literal(wide.map(halfWidth).join(""))})`;
}
