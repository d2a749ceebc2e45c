import type { Severity } from "../findings/finding.js";
import type { yearLinks } from "./links.js";
import type { Citation, SourceId } from "./sources.js";
import type { reportSections } from "./terms.js";

/** What a figure on the form measures. `change` is the signed 本年增/减 of the 2019 edition; `amount` is money in 万元. */
export type Unit = "count" | "change" | "amount";

/** One entry of a code list: an identifier, the official Chinese label, an English name, and the legal basis. */
export interface Term<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly english: string;
  readonly basis: readonly Citation[];
}

/** The role of a row or column in the balances of its table. */
export type Role = "figure" | "inflow" | "outcome" | "concluded" | "outflow" | "part" | "total";

/**
 * A printed heading of a row or a column: the term, the numbering printed before it and the remark printed after it.
 * A heading with `children` groups them and has no figures of its own.
 */
export interface Heading {
  readonly term: Term;
  readonly marker: string;
  readonly note: string;
  readonly role: Role;
  readonly unit: Unit;
  readonly children?: readonly Heading[];
}

/** A stretch of a table with one set of column headings. Tables 三 and 四 have one; table 二 has one for each Article 20 item. */
export interface Panel {
  /** The Article 20 item printed as a line across the table, or `null`. */
  readonly banner: string | null;
  /** What is printed in the corner above the row headings; `null` where the table has no row headings. */
  readonly stub: string | null;
  /** `down`: one record a row, its fields side by side. `across`: the records side by side in a single row. */
  readonly direction: "down" | "across";
  readonly records: readonly Heading[];
  readonly fields: readonly Heading[];
}

/** Why a balance must hold: printed on the form, following from what a total is, or a rule of experience. */
export type Basis = "stated" | "definitional" | "heuristic";

/**
 * A balance the form demands, stated over roles and not over single rows: the `left` ones add up to the `right` ones.
 * `over` says what is added up: records of one field (down a column), or fields of one record (along a row).
 * `derives` is the role that a builder computes from the others.
 */
export interface Balance {
  readonly family: string;
  readonly over: "records" | "fields";
  readonly left: readonly Role[];
  readonly right: readonly Role[];
  readonly derives: Role;
  readonly basis: Basis;
  readonly citation: readonly Citation[];
}

/** One table of the form. `number` is the Chinese numeral of its section, which is also its official name. */
export interface TableForm {
  readonly id: string;
  readonly number: string;
  readonly english: string;
  /** Widths of the printed grid columns, in twentieths of a point. */
  readonly widths: readonly number[];
  readonly panels: readonly Panel[];
  readonly balances: readonly Balance[];
}

/** Identifier of a section of the report. */
export type SectionId = keyof typeof reportSections;

/** One of the six sections of the report. */
export interface Section {
  readonly id: SectionId;
  readonly number: string;
  readonly title: string;
  readonly english: string;
  /** Titles of the parts that the format asks for in a narrative section. */
  readonly parts: readonly Term[];
  /** The remark that the empty form prints below the title of a narrative section. */
  readonly hint: string | null;
}

/** One term of a link: a row or column of last year's or this year's report, added or subtracted. */
export interface LinkTerm {
  readonly year: "previous" | "current";
  readonly term: Term;
  readonly sign: 1 | -1;
}

/** Family of links between two years. */
export type YearLinkFamily = keyof typeof yearLinks;

/**
 * A link between the reports of two successive years. `along` says what the terms are: records, the link then holding for every
 * field; or fields, the link then holding for every record that has them.
 */
export interface YearLink {
  readonly family: string;
  /** Table that the figures stand in. */
  readonly table: string;
  readonly along: "records" | "fields";
  readonly left: readonly LinkTerm[];
  readonly relation: "=" | "<=";
  readonly right: readonly LinkTerm[];
  readonly basis: Basis;
  /** Severity, by the role of the column or row that it holds for. */
  readonly severity: Partial<Readonly<Record<Role, Severity>>>;
}

/** One edition of the official form. */
export interface Edition {
  readonly id: string;
  readonly source: SourceId;
  /** Report years the edition was issued for; `to` is `null` while it is in force. */
  readonly years: { readonly from: number; readonly to: number | null };
  /** What is printed after agency and year in the title of a report. */
  readonly title: string;
  /** The sections of a report in their order; see `sectionsOf` for what they print. */
  readonly sections: readonly SectionId[];
  readonly tables: readonly TableForm[];
  /** Links to last year's report. Between two successive editions the links of both apply. */
  readonly links: readonly YearLinkFamily[];
}
