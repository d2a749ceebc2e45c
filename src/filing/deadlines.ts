import type { Citation } from "../form/sources.js";
import type { AgencyKind } from "../report/types.js";

/** A day of the calendar in the year after the one reported on. */
export interface StatutoryDay {
  readonly month: number;
  readonly day: number;
  readonly citation: Citation;
}

/** 条例第49条: by when the report on a year is to be published in the year that follows. */
export const statutoryDays = {
  department: { month: 1, day: 31, citation: { source: "regulations", article: 49 } },
  government: { month: 3, day: 31, citation: { source: "regulations", article: 49 } },
} as const satisfies Record<AgencyKind, StatutoryDay>;
