import type { Place } from "../findings/finding.js";

/** A cell of a table in a document: its text as written, its spans, its place in the source. */
export interface SourceCell {
  readonly text: string;
  readonly rowspan: number;
  readonly colspan: number;
  readonly place: Place;
  /** Why its text may not be what is printed there; a figure is not taken from such a cell. */
  readonly doubt?: Doubt;
  /** The formula of a cell whose result was not in the file; the text is what it gives, where that could be calculated. */
  readonly formula?: { readonly text: string; readonly calculated: boolean };
}

/**
 * What may be wrong with the text of a cell: it runs across a line of the table, or the lines and the columns of text
 * disagree; or it is not what the page shows, but invisible text over a picture, as text recognition (OCR) leaves it.
 */
export type Doubt = "crossing" | "recognised";

/**
 * A table of a document: rows of cells in document order, with spans as the document states them. A cell that a span
 * reaches down to does not appear again in the row below. The spans need not be consistent.
 */
export interface SourceTable {
  readonly kind: "table";
  readonly rows: readonly (readonly SourceCell[])[];
}

/** A paragraph of a document outside of all tables of figures. */
export interface SourceParagraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly place: Place;
  /** Whether it is an item of a list, or a link: a title there is that of another document as a rule. */
  readonly listed?: boolean;
}

/**
 * A document as every format adapter delivers it: paragraphs and tables in reading order, layout tables dissolved into what
 * they contain. The matcher sees nothing else of a file.
 */
export interface SourceDocument {
  readonly format: Place["format"];
  readonly blocks: readonly (SourceTable | SourceParagraph)[];
  /** Places where bytes of the file mean nothing in its encoding; the text has U+FFFD there. */
  readonly damaged?: number;
  /** The metadata of the file, if its format has any. */
  readonly about?: { readonly titles: readonly string[]; readonly published: string | null };
}
