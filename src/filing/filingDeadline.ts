import { isoDateFrom } from "../_internal/isoDates.js";
import { misuse } from "../findings/error.js";
import type { AgencyKind } from "../report/types.js";
import { statutoryDays } from "./deadlines.js";

/** The report years that have a deadline: the day after the year still has a year of four digits. */
const YEARS = { first: 1000, last: 9998 } as const;

/** What a deadline depends on. */
export interface FilingDeadlineInput {
  /** The calendar year reported on. */
  readonly year: number;
  /** A government, or a department of one. */
  readonly kind: AgencyKind;
}

/**
 * The last day on which the report on a year may be published, as an ISO date: 31 January of the next year for a department,
 * 31 March for a government. Source: 条例第49条.
 *
 * @throws `DisclosureReportError` `filing.input` for a year that is no whole number of four digits, or an unknown kind.
 *
 * @example
 * ```ts
 * filingDeadline({ year: 2023, kind: "department" }); //=> "2024-01-31"
 * filingDeadline({ year: 2023, kind: "government" }); //=> "2024-03-31"
 * ```
 */
export function filingDeadline({ year, kind }: FilingDeadlineInput): string {
  if (!Number.isInteger(year) || year < YEARS.first || year > YEARS.last || !Object.hasOwn(statutoryDays, kind)) {
    throw misuse("filing.input", {
      zh: `年度${String(year)}、性质${String(kind)}没有对应的期限；年度应为四位数，性质应为department或government`,
      en: `no deadline for year ${String(year)} and kind ${String(kind)}; expected a year of four digits, and "department" or "government"`,
    });
  }
  const { month, day } = statutoryDays[kind];
  return isoDateFrom(year + 1, month, day) ?? "";
}
