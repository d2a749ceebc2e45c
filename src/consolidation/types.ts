import type { Language } from "../findings/finding.js";
import type { EditionId } from "../form/form.js";
import type { FigureValue } from "../report/figures.js";
import type { CrossReportFinding, ReportRef } from "../report/reportRef.js";
import type { Agency, Draft } from "../report/types.js";

/** Options of a consolidation. Anything left out is taken from the reports. */
export interface ConsolidationOptions {
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
  /** Edition of the form of all reports. Required if there may be no report. */
  readonly edition?: EditionId;
  /** Year of all reports. */
  readonly year?: number;
  /** The consolidating agency; defaults to the agency of `own`. A report of it is left out of the level below. */
  readonly agency?: Partial<Agency>;
  /** Names of the agencies whose reports are expected. */
  readonly expected?: readonly string[];
}

/** One figure of a consolidation. */
export interface ConsolidatedFigure {
  readonly address: string;
  /** The exact sum of the stated figures: a number, an amount in 万元, or the digits of a count beyond the safe integers. */
  readonly sum: number | string;
  /** Number of reports in which the figure is blank; if it is not 0, the sum is only that of the others. */
  readonly blanks: number;
  /** The first report in which it is blank. */
  readonly firstBlank: ReportRef | null;
}

/** The figures of a level, added up from those below it. */
export interface Consolidation {
  /**
   * The tables of the parent. A figure that is blank in any of the reports is `null`, because the sum of the others is not the
   * total.
   */
  readonly draft: Draft;
  /** Every figure in official order. */
  readonly figures: readonly ConsolidatedFigure[];
  /** Number of reports added up, including those of all lower levels. */
  readonly reports: number;
  /** Number of reports left out because they are of another year or edition, or duplicates; each has a finding. */
  readonly skipped: number;
  /** Expected agencies without a report. */
  readonly missing: readonly string[];
  readonly findings: readonly CrossReportFinding[];
}

/** The value that one report contributes to a figure. */
export interface Contribution {
  readonly report: ReportRef;
  /** Whether these are the parent's own figures. */
  readonly own: boolean;
  readonly value: FigureValue;
}
