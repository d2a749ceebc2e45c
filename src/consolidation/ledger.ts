import type { Language } from "../findings/finding.js";
import type { EditionId } from "../form/form.js";
import type { CrossReportFinding } from "../report/reportRef.js";
import { agencyNameKey, sameAgency } from "../report/sameAgency.js";
import type { Agency, Draft } from "../report/types.js";
import type { LevelSums } from "./levelSums.js";
import { digestOf, Registry, type Seen } from "./registry.js";
import type { ConsolidationOptions } from "./types.js";
import type { Expectation, Member, Ordered } from "./units.js";

/** Why a report is not added to the others of its year and edition. */
export type Rejection = { readonly why: "doubled" | "sameName"; readonly first: Member } | { readonly why: "isParent" };

/** A pending finding about a report of one year and edition. */
export type Note = Rejection | { readonly why: "unexpected" };

/** A report, or a level of several reports, as given. */
export interface Given extends Ordered {
  readonly draft: Draft;
  readonly member: Member;
  /** Number of reports in it. */
  readonly weight: number;
  readonly addTo: (sums: LevelSums) => void;
}

/** Kept of a report that may turn out to be of another year than the result, or whose contribution is requested. */
export interface Kept extends Ordered {
  readonly member: Member;
  readonly weight: number;
  /** The report, if contributions are requested. */
  readonly draft: Draft | null;
  counted: boolean;
}

/** The reports of one year and edition. */
export interface Group {
  readonly edition: EditionId;
  readonly year: number | undefined;
  /** Whether they are those of the result; `open` as long as that is not known. */
  readonly standing: "asked" | "open" | "other";
  readonly kept: Kept[];
  readonly notes: (Ordered & { readonly member: Member; readonly note: Note })[];
}

/**
 * A report that may be a duplicate of another of its agency: one of the two has no year, so this is decided once the year of
 * the result is known.
 */
export interface Held extends Given {
  readonly group: Group;
}

/**
 * State that all units of a tree share: the agencies seen, and the findings. Both are in order of arrival, so those of a unit
 * are those since it was opened.
 */
export class Ledger {
  readonly language: Language;
  readonly registry = new Registry();
  readonly held: Held[] = [];
  readonly said: (Ordered & { readonly finding: CrossReportFinding })[] = [];
  readonly expectations: Expectation[] = [];
  readonly #asked: Pick<ConsolidationOptions, "edition" | "year">;
  readonly #keepsAll: boolean;
  readonly #groups = new Map<string, Group>();
  #order = 0;

  constructor({ language = "zh", edition, year }: ConsolidationOptions, keepsAll: boolean) {
    this.language = language;
    this.#asked = { ...(edition === undefined ? {} : { edition }), ...(year === undefined ? {} : { year }) };
    this.#keepsAll = keepsAll;
  }

  get asked(): Pick<ConsolidationOptions, "edition" | "year"> {
    return this.#asked;
  }

  /** The requested edition, or that of the first report. */
  get edition(): EditionId | undefined {
    return this.#asked.edition ?? this.#groups.values().next().value?.edition;
  }

  next(): number {
    this.#order += 1;
    return this.#order;
  }

  /** The group of a report. If a year is requested, a report without a year counts as one of that year. */
  groupOf({ edition, year = this.#asked.year }: Draft): Group {
    const key = `${edition} ${year}`;
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const { edition: askedEdition = edition, year: askedYear = year } = this.#asked;
    const isOther = askedEdition !== edition || askedYear !== year;
    const isAsked = this.#asked.edition !== undefined && this.#asked.year !== undefined;
    const group: Group = { edition, year, standing: isOther ? "other" : isAsked ? "asked" : "open", kept: [], notes: [] };
    this.#groups.set(key, group);
    return group;
  }

  /** Keeps the data of a report that may be needed later. */
  keep(group: Group, { order, member, weight, draft }: Given, counted: boolean): void {
    if (group.standing === "asked" && !this.#keepsAll) return;
    group.kept.push({ order, member, weight, draft: this.#keepsAll ? draft : null, counted });
  }
}

/** The part of a list since a position in the order of arrival. */
export function since<T extends Ordered>(list: readonly T[], order: number): readonly T[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.order ?? 0) < order) low = middle + 1;
    else high = middle;
  }
  return list.slice(low);
}

/** The agency of a report, as remembered. */
export function seenAs({ draft, member }: Pick<Given, "draft" | "member">, branch: boolean): Seen {
  const { agency = {}, edition, year } = draft;
  return { agency, member, edition, year, digest: digestOf(draft), branch, held: false };
}

/** A report of the consolidating agency itself. */
export function isParents({ draft, member }: Pick<Given, "draft" | "member">): boolean {
  return member.index !== null && sameAgency(member.unit.agency, draft.agency) === "same";
}

/**
 * How an earlier report of the same agency affects a report. If only the name is the same, without a code, and the figures
 * differ, they may be two agencies of one name: that is undecidable and gets a finding of its own.
 */
export function rejectionBy(first: Seen, again: Seen): Rejection {
  const code = first.agency.unifiedSocialCreditCode;
  const sure = first.digest === null || first.digest === again.digest;
  if (sure || (code !== undefined && code === again.agency.unifiedSocialCreditCode))
    return { why: "doubled", first: first.member };
  return first.member.index === null ? { why: "isParent" } : { why: "sameName", first: first.member };
}

/** The name of an agency, normalised for comparison with lists of expected agencies. */
export function nameOf(agency: Partial<Agency> | undefined): string | null {
  return agency?.name === undefined ? null : agencyNameKey(agency.name);
}
