import { DisclosureReportError } from "../findings/error.js";
import type { EditionId } from "../form/form.js";
import { figuresOf } from "../report/figures.js";
import type { ReportRef } from "../report/reportRef.js";
import { agencyNameKey, sameAgency } from "../report/sameAgency.js";
import type { Agency, Draft } from "../report/types.js";
import type { ConsolidationOptions } from "./types.js";

/** What a report is that cannot be added to the others. */
export type Rejection =
  | { readonly why: "otherYear"; readonly expected: number; readonly found: number }
  | { readonly why: "otherEdition"; readonly expected: EditionId; readonly found: EditionId }
  | { readonly why: "doubled" | "sameName"; readonly first: ReportRef }
  | { readonly why: "isParent" };

/** Agencies seen before, by name and by code. */
interface Seen {
  readonly agency: Partial<Agency>;
  readonly ref: ReportRef;
  /** Tells reports with other figures apart. */
  readonly digest: number;
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
  readonly #parent: Partial<Agency> | undefined;

  constructor(options: ConsolidationOptions, findDoubles: boolean) {
    this.edition = options.edition;
    this.year = options.year;
    this.#parent = options.agency;
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
    if (ref.index !== null && sameAgency(this.#parent, draft.agency) === "same") return { why: "isParent" };
    const rejection = this.#seenBefore(draft, ref);
    if (rejection !== null) return rejection;
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

  /**
   * A report of an agency that was there before. Where no code says so but the name alone, and the figures differ, they may be two
   * agencies of one name: then nobody can tell, and that is another thing to say.
   */
  #seenBefore(draft: Draft, ref: ReportRef): Rejection | null {
    if (this.#seen === null) return null;
    const agency = draft.agency ?? {};
    const seen: Seen = { agency, ref, digest: digestOf(draft) };
    const keys = [agency.unifiedSocialCreditCode, agency.name === undefined ? undefined : agencyNameKey(agency.name)];
    for (const key of keys) {
      if (key === undefined) continue;
      const others = this.#seen.get(key) ?? [];
      const same = others.find((other) => sameAgency(other.agency, agency) === "same");
      if (same !== undefined) return rejectionOf(same, seen);
      this.#seen.set(key, [...others, seen]);
    }
    return null;
  }
}

function rejectionOf(first: Seen, again: Seen): Rejection {
  const code = first.agency.unifiedSocialCreditCode;
  const sure = (code !== undefined && code === again.agency.unifiedSocialCreditCode) || first.digest === again.digest;
  if (sure) return { why: "doubled", first: first.ref };
  return first.ref.index === null ? { why: "isParent" } : { why: "sameName", first: first.ref };
}

const DIGEST_FACTOR = 16_777_619;

/** A number that two reports share only if their figures are the same, but for one in four thousand million. */
function digestOf(draft: Draft): number {
  let digest = 0;
  for (const byte of new Uint8Array(figuresOf(draft).buffer)) digest = Math.imul(digest ^ byte, DIGEST_FACTOR);
  return digest;
}
