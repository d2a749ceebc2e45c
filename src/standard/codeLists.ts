import { aliasesOf } from "../form/aliases.js";
import { childrenOf, printedHeading } from "../form/cells.js";
import { byEdition, describeForm, type EditionId } from "../form/form.js";
import * as headLists from "../form/headTerms.js";
import * as formLists from "../form/terms.js";
import type { Heading, Term } from "../form/types.js";
import { citationData } from "./catalogue.js";
import type { CodeListData, EditionTermData, TermData } from "./types.js";

/** Lists whose terms are no headings of a table: they are the same in every edition. */
const OUTSIDE_TABLES: ReadonlySet<string> = new Set([
  "overviewParts",
  "reportSections",
  "article20Items",
  ...Object.keys(headLists),
]);

function headingsBelow(headings: readonly Heading[]): readonly Heading[] {
  return headings.flatMap((heading) => [heading, ...headingsBelow(childrenOf(heading))]);
}

function headingsOf(edition: EditionId): readonly Heading[] {
  const panels = describeForm(edition).tables.flatMap(({ definition }) => definition.panels);
  return panels.flatMap(({ records, fields }) => [...headingsBelow(records), ...headingsBelow(fields)]);
}

/**
 * Every code list (代码表): the terms with what each edition prints, other wordings that readers accept, English, and legal basis.
 *
 * @example
 * ```ts
 * const subjects = codeLists().find(({ id }) => id === "disclosureSubjects");
 * const documents = subjects?.terms.find(({ id }) => id === "normativeDocuments");
 * [documents?.editions["2021"]?.label, documents?.editions["2019"]?.label]; //=> ["行政规范性文件", "规范性文件"]
 * ```
 */
export function codeLists(): readonly CodeListData[] {
  const headings = byEdition(headingsOf);
  return Object.entries<Readonly<Record<string, Term>>>({ ...formLists, ...headLists })
    .map(([id, terms]) => ({ id, terms: Object.values(terms).map((term) => termData(id, term, headings)) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function termData(list: string, term: Term, headings: Readonly<Record<EditionId, readonly Heading[]>>): TermData {
  return {
    id: term.id,
    english: term.english,
    basis: term.basis.map(citationData),
    editions: byEdition((edition) => (OUTSIDE_TABLES.has(list) ? inEvery(term) : printedIn(headings[edition], term))),
  };
}

function inEvery(term: Term): EditionTermData {
  return { label: term.label, aliases: aliasesOf(term), printed: [] };
}

/** As the headings of an edition have it. Terms of different lists may share an identifier; their English tells them apart. */
function printedIn(headings: readonly Heading[], { id, english }: Term): EditionTermData | null {
  const own = headings.filter((heading) => heading.term.id === id && heading.term.english === english);
  const [first] = own;
  if (first === undefined) return null;
  return { label: first.term.label, aliases: aliasesOf(first.term), printed: [...new Set(own.map(printedHeading))] };
}
