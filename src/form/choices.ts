import { claim } from "../_internal/claim.js";
import { wordingKey } from "../_internal/text.js";
import { aliasesOf } from "./aliases.js";
import { childrenOf, printedHeading } from "./cells.js";
import { describeForm, type EditionId, type LeafIn, type TableIn } from "./form.js";
import type { ApplicantCategory, RemedyResult } from "./terms.js";
import type { Heading, Role, Term } from "./types.js";

/** One entry of a list to choose from: an outcome, an applicant category, a kind or a result of a remedy. */
export interface Choice<Id extends string = string> {
  readonly id: Id;
  /** The official label: 属于国家秘密. */
  readonly label: string;
  readonly english: string;
  /** As the form prints it, with its numbering: 1.属于国家秘密. */
  readonly printed: string;
  /** The printed heading above it, if that groups some entries of the list: （三）不予公开. */
  readonly group: string | null;
}

type RecordsOf<E extends EditionId, T extends string> = Extract<TableIn<E>, { readonly id: T }>["panels"][number]["records"];
type OutcomeLeaf<L> = L extends { readonly role: "outcome"; readonly term: { readonly id: infer Id extends string } }
  ? Id
  : never;
type LeafId<L> = L extends { readonly term: { readonly id: infer Id extends string } } ? Id : never;

/** Identifier of an outcome that a request can have on the form of an edition; groups such as 不予公开 are not outcomes. */
export type RequestOutcomeIn<E extends EditionId = EditionId> = E extends EditionId
  ? OutcomeLeaf<LeafIn<RecordsOf<E, "requests">>>
  : never;

/** Identifier of a kind of remedy that has a block of its own in table 四. */
export type RemedyKindIn<E extends EditionId = EditionId> = E extends EditionId
  ? LeafId<LeafIn<RecordsOf<E, "remedies">>>
  : never;

/**
 * The outcomes that a request can have on the form of an edition (表三“本年度办理结果”), in printed order: for a list to choose from.
 *
 * @example
 * ```ts
 * outcomesOf("2021").length; //=> 21
 * outcomesOf("2021")[2]; //=> { id: "stateSecret", label: "属于国家秘密", english: "state secret", printed: "1.属于国家秘密", group: "（三）不予公开" }
 * outcomesOf("2019").at(-1)?.id; //=> "otherHandling"
 * ```
 */
export function outcomesOf<E extends EditionId>(edition: E): readonly Choice<RequestOutcomeIn<E>>[] {
  return claim<readonly Choice<RequestOutcomeIn<E>>[]>(choicesIn(edition, "requests", "records", ["outcome"]));
}

/**
 * The applicant categories of an edition (表三“申请人情况”), without the total.
 *
 * @example
 * ```ts
 * applicantsOf("2021").map(({ label }) => label); //=> ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
 * ```
 */
export function applicantsOf(edition: EditionId): readonly Choice<ApplicantCategory>[] {
  return claim<readonly Choice<ApplicantCategory>[]>(choicesIn(edition, "requests", "fields", ["part"]));
}

/**
 * The kinds of remedy that have a block of their own in table 四 of an edition.
 *
 * @example
 * ```ts
 * remedyKindsOf("2021").map(({ id, group }) => [id, group]);
 * //=> [["reconsideration", null], ["directLitigation", "行政诉讼"], ["litigationAfterReconsideration", "行政诉讼"]]
 * ```
 */
export function remedyKindsOf<E extends EditionId>(edition: E): readonly Choice<RemedyKindIn<E>>[] {
  return claim<readonly Choice<RemedyKindIn<E>>[]>(choicesIn(edition, "remedies", "records", ["figure"]));
}

/**
 * The results of a review or a lawsuit in table 四 of an edition, without the total.
 *
 * @example
 * ```ts
 * remedyResultsOf("2021").map(({ id }) => id); //=> ["upheld", "corrected", "otherResult", "pending"]
 * ```
 */
export function remedyResultsOf(edition: EditionId): readonly Choice<RemedyResult>[] {
  return claim<readonly Choice<RemedyResult>[]>(choicesIn(edition, "remedies", "fields", ["part"]));
}

/** The headings with figures that play one of some roles in a table. A group is one that does not hold all of them. */
function choicesIn(edition: EditionId, table: string, which: "records" | "fields", roles: readonly Role[]): readonly Choice[] {
  const { tables } = describeForm(edition).edition;
  const walk = (heading: Heading, group: string | null, top: boolean): readonly Choice[] => {
    const children = childrenOf(heading);
    if (children.length > 0) return children.flatMap((child) => walk(child, top ? null : printedHeading(heading), false));
    const { id, label, english } = heading.term;
    return roles.includes(heading.role) ? [{ id, label, english, printed: printedHeading(heading), group }] : [];
  };
  return tables
    .filter((definition) => definition.id === table)
    .flatMap(({ panels }) => panels)
    .flatMap((panel) => panel[which].flatMap((heading) => walk(heading, null, holdsAll(heading, roles))));
}

/** Whether a heading stands above all choices, or above some of them only. */
function holdsAll(heading: Heading, roles: readonly Role[]): boolean {
  return childrenOf(heading).some((child) => childrenOf(child).some(({ role }) => roles.includes(role)));
}

/** Numbering in front of a label: （一）, 三、 or 1. */
const NUMBERING = /^(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[、.])/;

/**
 * The entry of a code list that a text names: its official label, with or without the numbering of the form, another wording that
 * reports use, or its identifier. `null` where no entry is named, or more than one.
 *
 * @example
 * ```ts
 * termNamed(applicantCategories, "商业企业")?.id; //=> "commercialEnterprise"
 * termNamed(requestOutcomes, "（一）予以公开")?.id; //=> "granted"
 * termNamed(requestOutcomes, "逾期不补正")?.id; //=> "requestNotClarifiedInTime"
 * termNamed(agencyLevels, "省")?.id; //=> undefined
 * ```
 */
export function termNamed<T extends Term>(list: Readonly<Record<string, T>>, text: string): T | null {
  const key = wordingKey(text);
  const keys = [key, key.replace(NUMBERING, "")];
  const terms = Object.values(list);
  // An official label always names its own entry, even if it is another wording of a different entry.
  for (const names of [(term: T) => [term.id, term.label], aliasesOf]) {
    const named = terms.filter((term) => names(term).some((name) => keys.includes(wordingKey(name))));
    if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  }
  return null;
}
