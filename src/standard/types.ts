import type { Coordinate, Sentence, Severity } from "../findings/finding.js";
import type { EditionId } from "../form/form.js";
import type { SourceId } from "../form/sources.js";
import type { Basis, Role, Unit } from "../form/types.js";

/** A place in a legal source, with the words by which notices cite it. */
export interface CitationData {
  readonly source: SourceId;
  readonly article?: number;
  readonly items?: readonly number[];
  readonly text: string;
}

/** A legal source in full. */
export interface SourceData {
  readonly id: SourceId;
  readonly title: string;
  readonly number: string;
  readonly english: string;
  readonly short: string;
  readonly date: string | null;
  /** Date of entry into force; `null` if not known for certain. */
  readonly inForce: string | null;
  readonly issuer: string;
  readonly found: { readonly zh: string; readonly en: string; readonly url: string | null };
}

/** A printed heading and those below it. `unit` stands at those that have figures. */
export interface HeadingData {
  readonly id: string;
  /** Numbering, label and remark, as printed. */
  readonly printed: string;
  readonly marker: string;
  readonly label: string;
  readonly note: string;
  readonly english: string;
  readonly role: Role;
  readonly unit?: Unit;
  readonly basis: readonly CitationData[];
  readonly children?: readonly HeadingData[];
}

/** A stretch of a table with one set of column headings. */
export interface PanelData {
  readonly banner: string | null;
  readonly stub: string | null;
  readonly direction: "down" | "across";
  readonly records: readonly HeadingData[];
  readonly fields: readonly HeadingData[];
}

/** A place of the printed grid. Lines count from 0; a figure has its address, everything else its text. */
export interface GridCellData {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  readonly kind: "banner" | "corner" | "columnHeading" | "rowHeading" | "figure";
  readonly text?: string;
  readonly address?: string;
}

/** A table of the form: its headings as trees, and the grid in which they are printed. */
export interface TableData {
  readonly id: string;
  readonly number: string;
  readonly english: string;
  /** Widths of the grid columns, in twentieths of a point. */
  readonly widths: readonly number[];
  readonly panels: readonly PanelData[];
  readonly grid: {
    readonly rows: number;
    readonly columns: number;
    readonly headerRows: number;
    readonly cells: readonly GridCellData[];
  };
}

/** A section of the report. `table` is the identifier of its table, `null` for a section of text. */
export interface SectionData {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly english: string;
  readonly aliases: readonly string[];
  readonly hint: string | null;
  readonly parts: readonly string[];
  readonly table: string | null;
}

/** A figure of the form. */
export interface CellData {
  /** Place in the official order, from 0. */
  readonly index: number;
  readonly address: string;
  readonly coordinate: Coordinate;
  readonly unit: Unit;
  /** Printed headings of its row and its column, outermost first. */
  readonly rowPath: readonly string[];
  readonly columnPath: readonly string[];
  readonly label: Sentence;
  readonly basis: readonly CitationData[];
}

/** An edition of the form as data. */
export interface CatalogueData {
  readonly edition: EditionId;
  readonly title: string;
  readonly titleAliases: readonly string[];
  readonly source: SourceId;
  readonly years: { readonly from: number; readonly to: number | null };
  readonly sources: readonly SourceData[];
  readonly sections: readonly SectionData[];
  readonly tables: readonly TableData[];
  readonly cells: readonly CellData[];
}

/** A term as one edition has it: the label, other wordings that readers accept, and what is printed with numbering and remark. */
export interface EditionTermData {
  readonly label: string;
  readonly aliases: readonly string[];
  readonly printed: readonly string[];
}

/** A term of a code list; `null` for an edition that does not have it. */
export interface TermData {
  readonly id: string;
  readonly english: string;
  readonly basis: readonly CitationData[];
  readonly editions: Readonly<Record<EditionId, EditionTermData | null>>;
}

/** A code list. */
export interface CodeListData {
  readonly id: string;
  readonly terms: readonly TermData[];
}

/** What a rule reads: one report; also last year's report; also the reports of subordinate agencies. */
export type ScopeOfRule = "report" | "years" | "levels";

/** The report that a term reads: the report itself, last year's, or the sum of the subordinate reports. */
export type ReportOfTerm = "this" | "previous" | "children";

/** A term of a linear rule: coefficient, address, report. */
export type TermOfRule = readonly [coefficient: 1 | -1, address: string, report: ReportOfTerm];

/** How the sum of the terms relates to the constant. */
export type Relation = "=" | "<=" | ">=";

/** The domain of a figure: its type, its minimum (`null` for none), and its maximum number of decimals. */
export interface DomainData {
  readonly type: Unit;
  readonly min: number | null;
  readonly scale: number;
}

interface RuleFaceData {
  readonly id: string;
  readonly family: string;
  readonly scope: ScopeOfRule;
  readonly severity: Severity;
  readonly basis: Basis;
  readonly source: readonly CitationData[];
  /** The words of the form that state the rule, or `null`. */
  readonly quote: string | null;
  readonly statement: Sentence;
}

/**
 * Terms whose sum is equal to a constant, at most the constant, or at least the constant. Counts are whole numbers; amounts are
 * in fen.
 */
export interface LinearRuleData extends RuleFaceData {
  readonly kind: "linear";
  readonly terms: readonly TermOfRule[];
  readonly relation: Relation;
  readonly constant: number;
  /** For rules over two years: the editions of last year's report that they hold for. */
  readonly previousEditions?: readonly EditionId[];
}

/** A rule that a figure is in its domain. */
export interface DomainRuleData extends RuleFaceData {
  readonly kind: "domain";
  readonly address: string;
  readonly domain: DomainData;
}

/** A rule that is not linear: its statement describes it. */
export interface FunctionRuleData extends RuleFaceData {
  readonly kind: "function";
  /** Addresses of the figures that it reads. */
  readonly reads: readonly string[];
}

/** A rule as data. */
export type RuleData = LinearRuleData | DomainRuleData | FunctionRuleData;

/** All rules of an edition, and the parameters of rules about dates and fees. */
export interface RulesData {
  readonly edition: EditionId;
  readonly parameters: {
    /** 条例第49条: the last day of publication in the year after the one reported on. */
    readonly deadlines: Readonly<Record<string, { readonly month: number; readonly day: number; readonly source: CitationData }>>;
    readonly fee: {
      /** Every lawful fee is a multiple of this, in yuan. */
      readonly unit: number;
      readonly source: CitationData;
      readonly tariffs: Readonly<Record<string, TariffData>>;
    };
  };
  readonly rules: readonly RuleData[];
}

/** A tariff: rates in yuan for each item or page, and an endless progression of further brackets. */
export interface TariffData {
  readonly brackets: readonly { readonly from: number; readonly to: number | null; readonly rate: number }[];
  readonly beyond: { readonly from: number; readonly width: number; readonly rate: number; readonly step: number } | null;
}

/** Type of a parameter of a finding. */
export type ParameterType = "integer" | "figure" | "text" | "sentence";

/** A code that a finding can have. */
export interface FindingCodeData {
  readonly code: string;
  /** The area of the library: the code before its first dot. */
  readonly area: string;
  /** Its possible severities, before a profile is applied; `rule` if its rule decides. */
  readonly severity: readonly Severity[] | "rule";
  readonly parameters: Readonly<Record<string, readonly ParameterType[]>>;
  readonly sentence: Sentence;
}

export type { Crosswalk as CrosswalkData, CrosswalkEntry } from "../crosswalk/types.js";
