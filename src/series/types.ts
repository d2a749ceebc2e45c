import type { Language } from "../findings/finding.js";
import type { EditionId } from "../form/form.js";
import type { CrossReportFinding, ReportRef } from "../report/reportRef.js";
import type { Check, Verdict } from "../rules/check.js";
import type { LinearRule, Places, Profile } from "../rules/types.js";

/** What one rule said of one report, or of two successive ones. */
export interface SeriesVerdict extends Verdict {
  /** The earlier report, or `null` where the rule is about one report only. */
  readonly previous: ReportRef | null;
  /** The later report, or the only one; `null` where the rule is about the series as a whole. */
  readonly current: ReportRef | null;
}

/** What cannot be compared between two reports because their editions differ. */
export interface NotComparable {
  readonly previous: ReportRef;
  readonly current: ReportRef;
  /** Figures that only the form of the earlier report has, by address. */
  readonly onlyInPrevious: readonly string[];
  /** Figures that only the form of the later report has, by address. */
  readonly onlyInCurrent: readonly string[];
  /** Links that need a figure that one of the two forms does not have, by identifier. */
  readonly rules: readonly string[];
}

/** That an agency was renamed or reorganised: the name or 统一社会信用代码 that it had, and the one that it has. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** Options of `validateSeries`. */
export interface SeriesOptions {
  /** What is known of renamed and reorganised agencies: these are compared as one. */
  readonly renames?: readonly Rename[];
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
  /** Re-levels rules or switches them off. */
  readonly profile?: Profile;
  /** Linear rules of the caller over a report and that of the year before, checked after the standard ones. */
  readonly rules?: readonly LinearRule[];
  /** Where the figures stand in their documents, one entry for each report. */
  readonly places?: readonly (Places | undefined)[];
}

/** The result of checking several years of an agency against one another. With less than two years there is nothing to tell. */
export interface SeriesValidation extends Check<SeriesVerdict, CrossReportFinding> {
  /** The years for which a report was given, in order. */
  readonly years: readonly number[];
  readonly editions: readonly EditionId[];
  readonly notComparable: readonly NotComparable[];
}
