import { escapeHtml } from "../../_internal/escape.js";
import type { TableValue } from "../../batch/tidy.js";

/** Longest text of a cell of Excel, in UTF-16 units. */
const MAX_CELL = 32_767;

/**
 * A row of a worksheet as XML, without its number: rows and cells stand in order. Texts are texts and never formulas, numbers are
 * numbers; a figure given as text, so that its decimals stay, is a number too.
 */
export function sheetRow(row: readonly TableValue[], figures?: ReadonlySet<number>): string {
  return `<row>${row.map((value, i) => cell(value, figures?.has(i) === true)).join("")}</row>`;
}

const FIGURE = /^-?[0-9]+(?:\.[0-9]+)?$/;

function cell(value: TableValue, isFigure: boolean): string {
  if (value === null) return "<c/>";
  if (typeof value === "number" || (isFigure && FIGURE.test(value))) return `<c><v>${value}</v></c>`;
  const text = value.slice(0, MAX_CELL).replace(/[\ud800-\udbff]$/, "");
  return `<c t="inlineStr"><is><t xml:space="preserve">${escapeHtml(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")}</t></is></c>`;
}
