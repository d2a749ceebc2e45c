import type { Citation } from "../form/sources.js";
import type { AgencyKind } from "../report/types.js";

/** A calendar day in the year after the report year. */
export interface StatutoryDay {
  readonly month: number;
  readonly day: number;
  readonly citation: Citation;
}

/** 条例第49条: the day of the following year by which a report must be published. */
export const statutoryDays = {
  department: { month: 1, day: 31, citation: { source: "regulations", article: 49 } },
  government: { month: 3, day: 31, citation: { source: "regulations", article: 49 } },
} as const satisfies Record<AgencyKind, StatutoryDay>;
