import { describe } from "../_internal/describe.js";
import { isoDateFrom } from "../_internal/isoDates.js";
import { errorFrom, neededOptions } from "../findings/error.js";
import { finding, type Language, type Sentence } from "../findings/finding.js";
import { headItems } from "../form/headTerms.js";
import { sources } from "../form/sources.js";
import { own } from "../report/figures.js";
import type { AgencyKind, Draft } from "../report/types.js";
import { statutoryDays } from "./deadlines.js";
import { filingMessages } from "./messages.js";

/** The last report year with a deadline: the day after it still has a year of four digits. */
const LAST_YEAR = 9998;

/** Input of {@link filingDeadline}. */
export interface FilingDeadlineInput {
  /** The calendar year reported on. */
  readonly year: number;
  /** A government, or a department of one. */
  readonly kind: AgencyKind;
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/** 条例第49条 applies to departments and governments at county level and above; it sets no deadline for townships. */
export function isBelowCounty(agency: Draft["agency"]): boolean {
  return own(agency, "level") === "township";
}

/** The deadline of a report; `null` if its year or agency is not known well enough, or no article sets one. */
export function deadlineOfReport({ year, agency }: Pick<Draft, "year" | "agency">): string | null {
  if (year === undefined || agency?.kind === undefined || isBelowCounty(agency)) return null;
  return deadlineOf(year, agency.kind);
}

/** The statutory day in a year; `null` if 条例第49条 was not in force then. */
export function deadlineOf(year: number, kind: AgencyKind): string | null {
  const { month, day } = statutoryDays[kind];
  const due = isoDateFrom(year + 1, month, day);
  return due === null || due < sources.regulations.inForce ? null : due;
}

/**
 * The deadline for publishing the report on a year, as an ISO date: 31 January of the next year for a department, 31 March for
 * a government. Source: 条例第49条, in force from 2019-05-15: the report on 2019 is the first with a deadline.
 *
 * @throws `DisclosureReportError` `filing.input` for an invalid year or an unknown kind of agency; `filing.notInForce` for a
 * year before the article was in force.
 *
 * @example
 * ```ts
 * filingDeadline({ year: 2023, kind: "department" }); //=> "2024-01-31"
 * filingDeadline({ year: 2023, kind: "government" }); //=> "2024-03-31"
 * try {
 *   filingDeadline({ year: 2018, kind: "government" });
 * } catch (error) {
 *   error instanceof DisclosureReportError && error.code; //=> "filing.notInForce"
 * }
 * ```
 */
export function filingDeadline(input: FilingDeadlineInput): string {
  const { year, kind, language = "zh" } = neededOptions(input, "year");
  const refuse = (what: Sentence, expected: Sentence, found: unknown): Error =>
    errorFrom("filing.input", [
      finding(filingMessages, "filing.input", { what, expected, found: describe(found) }, language, { path: "year" }),
    ]);
  if (!Number.isInteger(year) || year < 0 || year > LAST_YEAR) {
    const expected = { zh: `不超过${LAST_YEAR}的四位整数`, en: `a whole number of four digits, at most ${LAST_YEAR}` };
    throw refuse({ zh: headItems.year.label, en: headItems.year.english }, expected, year);
  }
  if (!Object.hasOwn(statutoryDays, kind)) {
    const kinds = Object.keys(statutoryDays).map((known) => `"${known}"`);
    throw refuse({ zh: "机关种类", en: "kind of agency" }, { zh: kinds.join("或"), en: kinds.join(" or ") }, kind);
  }
  const due = deadlineOf(year, kind);
  if (due !== null) return due;
  const params = { year, inForce: sources.regulations.inForce };
  throw errorFrom("filing.notInForce", [finding(filingMessages, "filing.notInForce", params, language, { path: "year" })]);
}
