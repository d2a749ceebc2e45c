import { wordingKey } from "../_internal/text.js";
import { aliasesOf } from "../form/aliases.js";
import { leafOf } from "../form/cells.js";
import { byEdition, describeForm, type EditionId, type FormRecord, type FormTable } from "../form/form.js";
import { agencyKinds, agencyLevels, headItems } from "../form/headTerms.js";
import { sectionsOf } from "../form/sections.js";
import type { Heading, Section, Term } from "../form/types.js";

/** A key of one form of a report, and what stands below it. */
export interface Entry {
  /** Key in the schema. */
  readonly id: string;
  /** Key in the Chinese form: the official label. */
  readonly label: string;
  /** What stands below: more keys, a choice of values, or a value that is the same in both forms. */
  readonly below: Dictionary | Choices | null;
}

/** Keys of one level, in canonical order. */
export interface Dictionary {
  readonly kind: "keys";
  readonly byId: ReadonlyMap<string, Entry>;
  /** By every accepted wording; `null` for a wording that two keys share. */
  readonly byWording: ReadonlyMap<string, Entry | null>;
  /** Whether a single text may take the place of the keys, as for a section that is not divided into parts. */
  readonly orText: boolean;
}

/** Values that have names of their own. */
export interface Choices {
  readonly kind: "choices";
  readonly labels: ReadonlyMap<string, string>;
  readonly ids: ReadonlyMap<string, string>;
}

type Wording = readonly [entry: Entry, wordings: readonly string[]];

function dictionary(list: readonly Wording[], orText = false): Dictionary {
  const byWording = new Map<string, Entry | null>();
  for (const [entry, wordings] of list) {
    for (const key of new Set([entry.label, ...wordings].map(wordingKey))) {
      byWording.set(key, byWording.has(key) ? null : entry);
    }
  }
  // An official label always means its own key, even if it is another wording of a different key.
  for (const [entry] of list) byWording.set(wordingKey(entry.label), entry);
  return { kind: "keys", byId: new Map(list.map(([entry]) => [entry.id, entry])), byWording, orText };
}

const term = (one: Term, below: Entry["below"] = null): Wording => [{ id: one.id, label: one.label, below }, aliasesOf(one)];

/** A printed heading: its numbering belongs to the key, its remark does not. */
function heading({ term: one, marker, note }: Heading, below: Entry["below"]): Wording {
  const { id, label } = one;
  const aliases = aliasesOf(one);
  return [
    { id, label: marker + label, below },
    [marker + label + note, label, ...aliases, ...aliases.map((alias) => marker + alias)],
  ];
}

function choices(list: Readonly<Record<string, Term>>): Choices {
  const terms = Object.values(list);
  return {
    kind: "choices",
    labels: new Map(terms.map(({ id, label }) => [id, label])),
    ids: new Map(terms.flatMap((one) => [one.label, ...aliasesOf(one)].map((name) => [wordingKey(name), one.id] as const))),
  };
}

function recordEntry({ cells }: FormRecord): readonly Wording[] {
  const [first] = cells;
  if (first === undefined) return [];
  return [heading(leafOf(first.recordPath), dictionary(cells.map((cell) => heading(leafOf(cell.fieldPath), null))))];
}

function tableEntry({ definition, records }: FormTable, sections: readonly Section[]): Wording {
  const title = sections.find(({ number }) => number === definition.number)?.title ?? definition.number;
  const label = `表${definition.number}`;
  return [{ id: definition.id, label, below: dictionary(records.flatMap(recordEntry)) }, [title]];
}

function sectionEntry({ id, title, parts }: Section): Wording {
  const below = parts.length === 0 ? null : dictionary([term(headItems.preamble), ...parts.map((part) => term(part))], true);
  return [{ id, label: title, below }, aliasesOf({ id, label: title })];
}

const { edition, year, agency, name, kind, level, regionCode, unifiedSocialCreditCode, signedOn, publishedOn } = headItems;

function dictionaryOf(id: EditionId): { readonly head: Dictionary; readonly narrative: Dictionary } {
  const { tables } = describeForm(id);
  const sections = sectionsOf(id);
  const tableNumbers = new Set(tables.map((table) => table.definition.number));
  return {
    head: dictionary([
      term(edition),
      term(year),
      term(
        agency,
        dictionary([
          term(name),
          term(kind, choices(agencyKinds)),
          term(level, choices(agencyLevels)),
          term(regionCode),
          term(unifiedSocialCreditCode),
        ]),
      ),
      term(signedOn),
      term(publishedOn),
      ...tables.map((table) => tableEntry(table, sections)),
      term(headItems.informationProcessingFee),
    ]),
    narrative: dictionary(sections.filter(({ number }) => !tableNumbers.has(number)).map(sectionEntry)),
  };
}

const dictionaries = /* @__PURE__ */ byEdition(dictionaryOf);

/** The keys of a report in both forms. The texts of the sections stand beside the tables in the Chinese form, as on paper. */
export function keysOf(id: EditionId): { readonly head: Dictionary; readonly narrative: Dictionary } {
  return dictionaries[id];
}
