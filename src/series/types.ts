import type { Language } from "../findings/finding.js";
import type { EditionId } from "../form/form.js";
import type { ReportRef, ReportsFinding } from "../report/reportRef.js";
import type { Outcome, Places, Profile, RuleFace } from "../rules/types.js";
import type { RuleOutcome } from "../rules/validate.js";

/** A figure of last year's report or of this year's, added or taken away. */
export interface YearTerm {
  readonly year: "previous" | "current";
  readonly address: string;
  readonly sign: 1 | -1;
}

/** What figures of two successive years must be to each other: the left side equal to the right, or at most as much. */
export interface LinkRule extends RuleFace {
  readonly kind: "link";
  readonly left: readonly YearTerm[];
  readonly relation: "equal" | "atMost";
  readonly right: readonly YearTerm[];
}

/** What a series of reports must be as a whole, whatever its figures. */
export interface SequenceRule extends RuleFace {
  readonly kind: "sequence";
}

/** A rule that several years of an agency are checked against. */
export type SeriesRule = LinkRule | SequenceRule;

/** What one rule said of one report, or of two successive ones. */
export interface SeriesOutcome extends RuleOutcome {
  /** The earlier report, or `null` where the rule is about one report only. */
  readonly previous: ReportRef | null;
  readonly current: ReportRef;
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

/** Options of `validateSeries`. */
export interface SeriesOptions {
  /** Language of the messages; Chinese unless told otherwise. */
  readonly language?: Language;
  /** Re-levels rules or switches them off. */
  readonly profile?: Profile;
  /** Where the figures stand in their documents, one entry for each report. */
  readonly places?: readonly (Places | undefined)[];
}

/** The result of checking several years of an agency against one another. */
export interface SeriesValidation {
  /**
   * `inconsistent`: a rule of severity error is violated. `undetermined`: none is, but some could not be checked.
   * `consistent`: every one was checked, and none of severity error is violated.
   */
  readonly status: "consistent" | "inconsistent" | "undetermined";
  /** The years for which a report was given, in order. */
  readonly years: readonly number[];
  readonly editions: readonly EditionId[];
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly outcomes: readonly SeriesOutcome[];
  readonly findings: readonly ReportsFinding[];
  readonly notComparable: readonly NotComparable[];
}
