import type { EditionId } from "../form/form.js";

/** A database for which SQL is generated. The views alone also run on others. */
export type Dialect = "postgres" | "duckdb";

/** `long`: one figure a row, and a new edition is new rows. `wide`: one report a row, its figures as columns, which is faster. */
export type Shape = "long" | "wide";

/** Options of `sqlOf` and `sqlLoadOf`. */
export interface SqlOptions {
  /** The database that the statements are for. */
  readonly dialect: Dialect;
  /** Defaults to `long`. */
  readonly shape?: Shape;
  /** Editions of the form that reports are on; all by default. */
  readonly editions?: readonly EditionId[];
}

/** One statement of SQL, without its semicolon. */
export interface SqlStatement {
  /** Name of the table or view that it creates or fills. */
  readonly name: string;
  readonly kind: "table" | "index" | "comment" | "rows" | "view" | "load";
  readonly sql: string;
}

/** The columns of a figure in a wide table. */
export interface SqlColumn {
  readonly address: string;
  /** The column of the number, which the database derives. */
  readonly column: string;
  /** The column of the text that the number is derived from. */
  readonly textColumn: string;
}
