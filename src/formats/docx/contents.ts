import type { Reach } from "./covered.js";

/** What a Word file holds, before tables that only lay out other tables are dissolved. */
export type Content = Paragraph | Table;

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
  /** Number of the paragraph in the file, from 1. */
  readonly number: number;
  /** Whether the program prints a number or a sign before the text. */
  readonly numbered: boolean;
  /** Drawings that float in front of the text and may cover text near them. */
  readonly drawings?: readonly Reach[];
}

export interface Table {
  readonly kind: "table";
  /** Number of the table in the file, from 1, counted where it begins; tables in tables count too. */
  readonly number: number;
  readonly rows: readonly Row[];
}

export interface Row {
  /** Number of the row in its table, from 1. */
  readonly number: number;
  /** Grid columns left out before the first cell. */
  readonly before: number;
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** Number of the cell in its row, from 1, as Word counts: a cell merged away still counts. */
  readonly number: number;
  readonly colspan: number;
  /** Whether the cell continues the one above it, may be continued below, or is not merged. */
  readonly merge: "begin" | "continue" | null;
  readonly contents: readonly Content[];
  /** Whether a line runs across it from corner to corner. */
  readonly crossed?: boolean;
}
