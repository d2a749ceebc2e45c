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

/** Something that is to be said of a report of one year and edition. */
export type Note = Rejection | { readonly why: "unexpected" };

/** A report, or a level of several, as it was given. */
export interface Given extends Ordered {
  readonly draft: Draft;
  readonly member: Member;
  /** How many reports it stands for. */
  readonly weight: number;
  readonly addTo: (sums: LevelSums) => void;
}

/** What is kept of a report whose year may turn out to be another one, or whose contribution is asked for. */
export interface Kept extends Ordered {
  readonly member: Member;
  readonly weight: number;
  /** The report, where contributions are asked for. */
  readonly draft: Draft | null;
  counted: boolean;
}

/** The reports of one year and edition. */
export interface Group {
  readonly edition: EditionId;
  readonly year: number | undefined;
  /** Whether they are those asked for; `open` as long as nobody said which are. */
  readonly standing: "asked" | "open" | "other";
  readonly kept: Kept[];
  readonly notes: (Ordered & { readonly member: Member; readonly note: Note })[];
}

/** A report that cannot be told from another of its agency until it is known which year is added up: one of the two has no year. */
export interface Held extends Given {
  readonly group: Group;
}

/**
 * What all units of a tree share: which agencies were there, and what is to be said. Everything stands in the order in which it came, so
 * what belongs to a unit is what came since it was opened.
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

  /** The edition asked for, or that of the first report. */
  get edition(): EditionId | undefined {
    return this.#asked.edition ?? this.#groups.values().next().value?.edition;
  }

  next(): number {
    this.#order += 1;
    return this.#order;
  }

  /** The group of a report. Where a year is asked for, a report without one is taken for one of it. */
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

  /** Keeps of a report what may be needed later. */
  keep(group: Group, { order, member, weight, draft }: Given, counted: boolean): void {
    if (group.standing === "asked" && !this.#keepsAll) return;
    group.kept.push({ order, member, weight, draft: this.#keepsAll ? draft : null, counted });
  }
}

/** The part of a list that came since a place in the order. */
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

/** The agency of a report as it is kept in mind. */
export function seenAs({ draft, member }: Pick<Given, "draft" | "member">, branch: boolean): Seen {
  const { agency = {}, edition, year } = draft;
  return { agency, member, edition, year, digest: digestOf(draft), branch, held: false };
}

/** A report that is that of the agency which consolidates. */
export function isParents({ draft, member }: Pick<Given, "draft" | "member">): boolean {
  return member.index !== null && sameAgency(member.unit.agency, draft.agency) === "same";
}

/**
 * What an earlier report of the same agency means for a report. Where no code says that it is the same agency but the name alone, and the
 * figures differ, they may be two agencies of one name: then nobody can tell, and that is another thing to say.
 */
export function rejectionBy(first: Seen, again: Seen): Rejection {
  const code = first.agency.unifiedSocialCreditCode;
  const sure = first.digest === null || first.digest === again.digest;
  if (sure || (code !== undefined && code === again.agency.unifiedSocialCreditCode))
    return { why: "doubled", first: first.member };
  return first.member.index === null ? { why: "isParent" } : { why: "sameName", first: first.member };
}

/** The name of an agency as lists of those expected are compared with it. */
export function nameOf(agency: Partial<Agency> | undefined): string | null {
  return agency?.name === undefined ? null : agencyNameKey(agency.name);
}
