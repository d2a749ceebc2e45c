import { DisclosureReportError } from "../findings/error.js";
import type { EditionId } from "../form/form.js";
import type { ReportRef } from "../report/reportRef.js";
import { agencyNameKey, sameAgency } from "../report/sameAgency.js";
import type { Agency, Draft } from "../report/types.js";
import type { ConsolidationOptions } from "./types.js";

/** What a report is that cannot be added to the others. */
export type Rejection =
  | { readonly why: "otherYear"; readonly expected: number; readonly found: number }
  | { readonly why: "otherEdition"; readonly expected: EditionId; readonly found: EditionId }
  | { readonly why: "doubled"; readonly first: ReportRef };

/** Agencies seen before, by name and by code. */
interface Seen {
  readonly agency: Partial<Agency>;
  readonly ref: ReportRef;
}

/**
 * Tells which reports belong together: of one year, on one form, one of each agency. What year and form that is, the first report
 * says where nobody else did. It remembers agencies only if it is to look for doubles.
 */
export class Members {
  edition: EditionId | undefined;
  year: number | undefined;
  readonly #seen: Map<string, Seen[]> | null;
  readonly #expected: ReadonlySet<string> | null;
  readonly #missing: Map<string, string>;

  constructor(options: ConsolidationOptions, findDoubles: boolean) {
    this.edition = options.edition;
    this.year = options.year;
    this.#seen = findDoubles ? new Map() : null;
    this.#missing = new Map((options.expected ?? []).map((name) => [agencyNameKey(name), name]));
    this.#expected = options.expected === undefined ? null : new Set(this.#missing.keys());
  }

  /** Takes a report in, or says why it does not belong. */
  admit(draft: Draft, ref: ReportRef): Rejection | null {
    this.edition ??= draft.edition;
    if (draft.edition !== this.edition) return { why: "otherEdition", expected: this.edition, found: draft.edition };
    this.year ??= draft.year;
    if (this.year !== undefined && draft.year !== undefined && draft.year !== this.year) {
      return { why: "otherYear", expected: this.year, found: draft.year };
    }
    const first = this.#seenBefore(draft.agency ?? {}, ref);
    if (first !== null) return { why: "doubled", first };
    if (draft.agency?.name !== undefined) this.#missing.delete(agencyNameKey(draft.agency.name));
    return null;
  }

  /** Whether there is a list of agencies and this one is not on it. */
  isUnexpected({ agency }: Draft): boolean {
    return this.#expected !== null && agency?.name !== undefined && !this.#expected.has(agencyNameKey(agency.name));
  }

  /** Agencies expected of which no report was taken in. */
  missing(): readonly string[] {
    return [...this.#missing.values()];
  }

  /**
   * The edition of the reports.
   *
   * @throws {@link DisclosureReportError} `consolidation.noEdition` if there is no report and no edition was named.
   */
  editionOrRefuse(): EditionId {
    if (this.edition !== undefined) return this.edition;
    throw new DisclosureReportError(
      "consolidation.noEdition",
      "there is no report to take the edition of the form from; name it in the options (edition)",
    );
  }

  #seenBefore(agency: Partial<Agency>, ref: ReportRef): ReportRef | null {
    if (this.#seen === null) return null;
    const keys = [agency.unifiedSocialCreditCode, agency.name === undefined ? undefined : agencyNameKey(agency.name)];
    for (const key of keys) {
      if (key === undefined) continue;
      const others = this.#seen.get(key) ?? [];
      const same = others.find((other) => sameAgency(other.agency, agency) === "same");
      if (same !== undefined) return same.ref;
      this.#seen.set(key, [...others, { agency, ref }]);
    }
    return null;
  }
}
