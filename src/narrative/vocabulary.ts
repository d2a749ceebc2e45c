import { withoutSpaces } from "../_internal/text.js";
import { aliasesOf } from "../form/aliases.js";
import { childrenOf, leafOf, leafPaths } from "../form/cells.js";
import { byEdition, describeForm, type EditionId, type Form, type FormTable } from "../form/form.js";
import type { Heading, Panel } from "../form/types.js";
import { type Beginnings, beginningsOf } from "./beginnings.js";
import { entriesOf } from "./entries.js";
import { Readings } from "./reading.js";
import { bitsOf } from "./roles.js";
import { approximations } from "./wordings/numbers.js";
import { roleWordings } from "./wordings/roles.js";
import { type RowSum, requestMeanings } from "./wordings/rows.js";
import { carryWords, doubtfulWordings, termWordings } from "./wordings/terms.js";
import { verbs } from "./wordings/verbs.js";
import { WordTree } from "./wordTree.js";

/** Rows or columns of one table: the first ones added up, the others taken away. */
export interface Lines {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

/** Something on the form that a word can mean. */
export interface Subject {
  readonly table: string;
  readonly axis: "records" | "fields";
  /** What it can mean, the likeliest first. */
  readonly meanings: readonly Lines[];
  /** Part of what flows through the year, and no outcome. */
  readonly flow: boolean;
}

/** The part that a word plays: one of the lists of wordings, or what the form and the verbs give. */
export type Role = keyof typeof roleWordings | "subject" | "verb" | "carry" | "approximation";

/** A word that the scan recognizes. */
export interface Word {
  readonly text: string;
  readonly role: Role;
  /** See `bit` in roles.ts. */
  readonly bits: number;
  /** Several where the form prints one label twice (其他). */
  readonly subjects: readonly Subject[];
  readonly does: "receives" | "concludes" | null;
  readonly casesDiffer: boolean;
  readonly vague: boolean;
  readonly approximation: "around" | "above" | "below" | null;
}

/** All words of an edition. */
export interface Vocabulary {
  readonly form: Form;
  readonly words: WordTree;
  readonly beginnings: Beginnings;
  /** The table that requests flow through. */
  readonly requests: FormTable;
  readonly requestSubject: Subject;
  readonly readings: Readings;
  /** The direction of a 结转, by the position of the year. */
  readonly carried: { readonly before: Subject; readonly after: Subject };
}

const plain = { subjects: [], does: null, casesDiffer: false, vague: false, approximation: null } as const;

/** A word with what it can be in a claim. */
export function wordOf(word: Omit<Word, "bits">): Word {
  return { ...word, bits: bitsOf(word.text, word.role, word.subjects) };
}

/** Marks that a text may have and a label not, or the other way round. */
const QUOTES = /[“”"]/g;

const compact = (text: string): string => withoutSpaces(text).replace(QUOTES, "");

/** The table whose rows are a flow; the one whose balances add up records. */
function flowTable(form: Form): FormTable {
  const table = form.tables.find(({ definition }) => definition.balances.some(({ over }) => over === "records"));
  if (table === undefined) throw new RangeError(`edition ${form.id} has no table of requests`);
  return table;
}

type OneOfEach = (table: string, lines: Lines) => Lines;

/** Interns equal lines, so that statements of a text can be compared by identity. */
function oneOfEach(): OneOfEach {
  const known = new Map<string, Lines>();
  return (table, lines) => {
    const key = `${table}:${lines.plus.join()}-${lines.minus.join()}`;
    const one = known.get(key) ?? lines;
    known.set(key, one);
    return one;
  };
}

/** Headings of both axes that a text can mention: all rows and columns except totals, and their groups. */
function subjectsOf(table: FormTable, once: OneOfEach): readonly { readonly heading: Heading; readonly subject: Subject }[] {
  const id = table.definition.id;
  const found: { heading: Heading; subject: Subject }[] = [];
  const visit =
    (axis: Subject["axis"], across: boolean) =>
    (heading: Heading): void => {
      for (const child of childrenOf(heading)) visit(axis, across)(child);
      const leaves = leafPaths([heading]).map(leafOf);
      const roles = new Set(leaves.map(({ role }) => role));
      const [role] = roles;
      if (roles.size !== 1 || role === undefined || role === "total" || role === "concluded") return;
      const ids = leaves.map(({ term }) => term.id);
      const together = [{ plus: ids, minus: [] }];
      // The blocks of table 四 are side by side, each with its own total: a group of them may also mean one of them.
      const each = across && ids.length > 1 ? ids.map((leaf) => ({ plus: [leaf], minus: [] })) : [];
      found.push({
        heading,
        subject: {
          table: id,
          axis,
          meanings: [...together, ...each].map((lines) => once(id, lines)),
          flow: role === "inflow" || role === "outflow",
        },
      });
    };
  const each = (panel: Panel): void => {
    panel.records.forEach(visit("records", panel.direction === "across"));
    panel.fields.forEach(visit("fields", false));
  };
  table.definition.panels.forEach(each);
  return found;
}

/** The rows of a table for identifiers of terms; those that this edition does not have are left out. */
function linesOf(table: FormTable, { plus, minus = [] }: RowSum): Lines {
  const leaves = (ids: readonly string[]): readonly string[] =>
    table.definition.panels
      .flatMap(({ records }) => leafPaths(records))
      .filter((path) => path.some(({ term }) => ids.includes(term.id)))
      .map((path) => leafOf(path).term.id);
  return { plus: leaves(plus), minus: leaves(minus) };
}

function vocabularyOf(edition: EditionId): Vocabulary {
  const form = describeForm(edition);
  const requests = flowTable(form);
  const words = new Map<string, Word>();
  const once = oneOfEach();
  const rows = (sums: readonly RowSum[], flow = false): Subject => ({
    table: requests.definition.id,
    axis: "records",
    meanings: sums.map((sum) => once(requests.definition.id, linesOf(requests, sum))),
    flow,
  });
  const add = (word: Omit<Word, "bits">): void => {
    const text = compact(word.text);
    const known = words.get(text);
    if (known === undefined) words.set(text, wordOf({ ...word, text }));
    else if (known.role === "subject" && word.role === "subject") {
      words.set(text, wordOf({ ...known, subjects: [...known.subjects, ...word.subjects] }));
    }
  };
  for (const table of form.tables.filter(({ definition }) => definition.balances.length > 0)) {
    for (const { heading, subject } of subjectsOf(table, once)) {
      const further = termWordings.filter(({ id }) => id === heading.term.id).flatMap((entry) => entry.words);
      for (const text of new Set([heading.term.label, ...aliasesOf(heading.term), ...further])) {
        add({ ...plain, text, role: "subject", subjects: [subject] });
      }
    }
  }
  for (const { words: texts, meanings, does, casesDiffer, vague = false } of verbs) {
    for (const text of texts) add({ ...plain, text, role: "verb", subjects: [rows(meanings)], does, casesDiffer, vague });
  }
  for (const { words: texts, meanings } of doubtfulWordings) {
    for (const text of texts) add({ ...plain, text, role: "subject", subjects: meanings.map((meaning) => rows([meaning])) });
  }
  for (const text of carryWords.words) add({ ...plain, text, role: "carry", subjects: [rows(carryWords.meanings, true)] });
  for (const [kind, texts] of entriesOf<keyof typeof approximations, readonly string[]>(approximations)) {
    for (const text of texts) add({ ...plain, text, role: "approximation", approximation: kind });
  }
  for (const [role, texts] of entriesOf<keyof typeof roleWordings, readonly string[]>(roleWordings)) {
    for (const text of texts) add({ ...plain, text, role });
  }
  const tree = new WordTree(words.values());
  return {
    form,
    words: tree,
    beginnings: beginningsOf(tree),
    requests,
    readings: new Readings(form),
    requestSubject: rows(requestMeanings),
    carried: { before: rows([{ plus: [carryWords.before] }], true), after: rows([{ plus: [carryWords.after] }], true) },
  };
}

const vocabularies = /* @__PURE__ */ byEdition(vocabularyOf);

/** The words of an edition. */
export function vocabulary(edition: EditionId): Vocabulary {
  return vocabularies[edition];
}
