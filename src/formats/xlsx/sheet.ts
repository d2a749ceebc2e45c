import type * as Excel from "write-excel-file/universal";
import { printable } from "../../_internal/escape.js";
import { displayWidth } from "../../_internal/width.js";
import { AMOUNT_PATTERN } from "../../report/money.js";

/** A sheet, and what the library cannot write itself: the exact text of values, and page breaks. */
export interface SheetPlan {
  readonly name: string;
  readonly columns: readonly number[];
  readonly data: Excel.SheetData;
  /** The text of a value by reference (`B3`), where it is not what a number prints, or belongs to a formula. */
  readonly values: ReadonlyMap<string, string>;
  /** Rows at the top that stay in sight. */
  readonly stickyRows: number;
  readonly links: readonly SheetLink[];
  readonly orientation: "portrait" | "landscape";
}

/** A link from a cell to a cell of another sheet, with a tooltip. */
export interface SheetLink {
  readonly from: string;
  readonly sheet: string;
  readonly to: string;
  readonly tip: string;
}

/** Points that a line of text takes, and what a row needs around its lines. */
export const LINE_POINTS = 13.5;
export const ROW_PADDING = 5;

/** The greatest row height of Excel. */
export const MAX_ROW_POINTS = 409;

/** Characters that go into one cell. Excel holds 32,767 units; what is escaped takes up to twice its length. */
export const MAX_CELL_CHARACTERS = 16_000;

/** Black lines around a place, as on the form. */
export const BORDER = { borderStyle: "thin", borderColor: "#000000" } as const;

/** The look of a text over several lines. */
export const WRAPPED = { wrap: true, alignVertical: "center" } as const;

/** The reference of a cell from its row and column, both from 0. */
export function reference(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return `${letters}${row + 1}`;
}

/**
 * A text cell. Its format is text, so that Excel takes it for no formula, not even when somebody edits it.
 */
export function textCell(text: string): { readonly value: string; readonly type: StringConstructor; readonly format: "@" } {
  return { value: cellText(text), type: String, format: "@" };
}

/** A text as Excel shows it unchanged: `_x0041_` would be read as a character, and names that objects inherit confuse the library. */
function cellText(text: string): string {
  const escaped = printable(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return escaped in {} ? `${escaped} ` : escaped;
}

/** A text in pieces that fit into a cell. */
export function pieces(text: string): readonly string[] {
  const characters = [...text];
  const count = Math.max(1, Math.ceil(characters.length / MAX_CELL_CHARACTERS));
  return Array.from({ length: count }, (_, i) =>
    characters.slice(i * MAX_CELL_CHARACTERS, (i + 1) * MAX_CELL_CHARACTERS).join(""),
  );
}

/** A figure as a number, with the text that states it exactly, or as a text where it is none. */
export function figureCell(figure: number | string | null): FigureCell {
  if (figure === null) return { cell: {}, exact: null };
  if (typeof figure === "number" && Number.isFinite(figure)) {
    return { cell: { value: figure, type: Number, format: "0" }, exact: null };
  }
  const text = String(figure);
  if (!AMOUNT_PATTERN.test(text)) return { cell: textCell(text), exact: null };
  const decimals = text.split(".")[1]?.length ?? 0;
  const format = decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
  return { cell: { value: Number(text), type: Number, format }, exact: text };
}

/** A cell of a figure. `exact` is the text that the file must state if the printed decimals are more precise than the number. */
export interface FigureCell {
  readonly cell: Excel.CellObject;
  readonly exact: string | null;
}

/** Width of a column for texts of this width, with some air. */
export function columnWidth(texts: readonly string[], least: number): number {
  return texts.reduce((width, text) => Math.max(width, displayWidth(text) + 2), least);
}
