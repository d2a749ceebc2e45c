import { escapeHtml } from "../../_internal/escape.js";
import type { TableValue } from "../../batch/tidy.js";
import { reference } from "../../formats/xlsx/sheet.js";

/** Longest text of a cell of Excel, in UTF-16 units. */
const MAX_CELL = 32_767;

/** Placeholder for the number of a row until it is known; the character cannot occur in XML. */
export const ROW_NUMBER = "<>";

/**
 * A row of a worksheet as XML, with a placeholder for its number. Texts are never formulas, numbers are
 * numbers; a figure given as text, so that its decimals stay, is a number too.
 */
export function sheetRow(row: readonly TableValue[], figures?: ReadonlySet<number>): string {
  return `<row r="${ROW_NUMBER}">${row.map((value, i) => cell(value, i, figures?.has(i) === true)).join("")}</row>`;
}

const FIGURE = /^-?[0-9]+(?:\.[0-9]+)?$/;

/** The letters of columns, as far as they were needed. */
const letters: string[] = [];

function cell(value: TableValue, column: number, isFigure: boolean): string {
  if (value === null) return "";
  letters[column] ??= reference(0, column).slice(0, -1);
  const at = `r="${letters[column]}${ROW_NUMBER}"`;
  if (typeof value === "number" || (isFigure && FIGURE.test(value))) return `<c ${at}><v>${value}</v></c>`;
  const text = value.slice(0, MAX_CELL).replace(/[\ud800-\udbff]$/, "");
  return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escapeHtml(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")}</t></is></c>`;
}
