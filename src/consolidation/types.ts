import type { Language } from "../findings/finding.js";
import type { EditionId } from "../form/form.js";
import type { FigureValue } from "../report/figures.js";
import type { CrossReportFinding, ReportRef } from "../report/reportRef.js";
import type { Agency, Draft } from "../report/types.js";

/** What a consolidation is told beside the reports. What is not told is taken from them. */
export interface ConsolidationOptions {
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
  /** Edition of the form of all reports. To be named where there may be no report to take it from. */
  readonly edition?: EditionId;
  /** Year of all reports. */
  readonly year?: number;
  /** The agency that consolidates; otherwise that of its own figures, if there are any. Its report is none of those below it. */
  readonly agency?: Partial<Agency>;
  /** Names of the agencies whose reports should be there. */
  readonly expected?: readonly string[];
}

/** One figure of a consolidation. */
export interface ConsolidatedFigure {
  readonly address: string;
  /** The exact sum of what was stated: a number, an amount in 万元, or the digits of a count beyond the exact integers. */
  readonly sum: number | string;
  /** How many of the reports have no such figure; where it is not 0, the sum is only of the others. */
  readonly blanks: number;
  /** The first of them. */
  readonly firstBlank: ReportRef | null;
}

/** The figures of a level, added up from those below it. */
export interface Consolidation {
  /**
   * The tables of the parent. A figure that is blank in any of the reports is `null` here: the sum of the others is not the sum.
   */
  readonly draft: Draft;
  /** Every figure in official order. */
  readonly figures: readonly ConsolidatedFigure[];
  /** How many reports were added up, those of all levels below included. */
  readonly reports: number;
  /** How many were left out because they are of another year or edition or were there before; each is a finding. */
  readonly skipped: number;
  /** Agencies that were expected and are not there. */
  readonly missing: readonly string[];
  readonly findings: readonly CrossReportFinding[];
}

/** What one report adds to a figure. */
export interface Contribution {
  readonly report: ReportRef;
  /** Whether these are the parent's own figures. */
  readonly own: boolean;
  readonly value: FigureValue;
}
