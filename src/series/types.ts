import type { Language } from "../findings/finding.js";
import type { EditionId } from "../form/form.js";
import type { CrossReportFinding, ReportRef } from "../report/reportRef.js";
import type { Check, Verdict } from "../rules/check.js";
import type { LinearRule, Places, Profile } from "../rules/types.js";

/** The result of one rule for one report, or for two successive reports. */
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

/** A renamed or reorganised agency: its former and its new name or 统一社会信用代码. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** Options of `validateSeries`. */
export interface SeriesOptions {
  /** Renamed and reorganised agencies, which are compared as one agency. */
  readonly renames?: readonly Rename[];
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
  /** Changes the severity of rules or switches them off. */
  readonly profile?: Profile;
  /** Custom linear rules over a report and last year's report, checked after the standard rules. */
  readonly rules?: readonly LinearRule[];
  /** Places of the figures in their documents, one entry for each report. */
  readonly places?: readonly (Places | undefined)[];
}

/**
 * The result of checking several years of an agency against one another. With fewer than two years the status is
 * `undetermined`.
 */
export interface SeriesValidation extends Check<SeriesVerdict, CrossReportFinding> {
  /** Years of the given reports, in order. */
  readonly years: readonly number[];
  readonly editions: readonly EditionId[];
  readonly notComparable: readonly NotComparable[];
}
