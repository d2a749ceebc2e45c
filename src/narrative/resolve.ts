import { bit, bitsIn, TOPICAL } from "./roles.js";
import type { ClaimDoubt } from "./types.js";
import type { Lines, Subject, Vocabulary, Word } from "./vocabulary.js";
import { CASES, PUBLISHING } from "./wordings/verbs.js";

/** Context from earlier in the sentence, for a result, a category, or a verb without an object. */
export interface Frame {
  /** Rows of table 三 mentioned last. */
  readonly rows: readonly Lines[];
  /** Kinds of cases mentioned last, each as the list of its possible meanings. */
  readonly cases: readonly (readonly Lines[])[];
  /** Columns mentioned last. */
  readonly columns: readonly Lines[];
  /** What was counted last; it decides which 其他 is meant. */
  readonly last: Subject | null;
  /** Whether the context comes from the previous sentence. */
  readonly old: boolean;
  /** Whether other business was mentioned since, to which reviews and lawsuits may refer. */
  readonly elsewhere: boolean;
}

export const emptyFrame: Frame = { rows: [], cases: [], columns: [], last: null, old: false, elsewhere: false };

/** A sum of lines of one table: rows, columns, and the table. `columns` is `null` for the total. */
export interface Meaning {
  readonly table: string;
  readonly rows: Lines;
  readonly columns: Lines | null;
}

/** The meaning of the words before a number. */
export interface Resolved {
  readonly meanings: readonly Meaning[];
  readonly doubts: readonly ClaimDoubt[];
  readonly fee: boolean;
  /** Its addition to the frame. */
  readonly said: Pick<Frame, "rows" | "cases" | "columns" | "last">;
}

/** Maximum number of meanings of one claim. */
export const MAX_READINGS = 64;

/** A label that the form prints more than once is what fits the words around it, or else what was counted last. */
function choose(word: Word, others: readonly Subject[], frame: Frame): readonly Subject[] {
  if (word.subjects.length <= 1) return word.subjects;
  const [other] = others;
  if (other !== undefined) {
    const fitting = word.subjects.filter((subject) => subject.table === other.table && subject.axis !== other.axis);
    if (fitting.length === 1) return fitting;
  }
  const { last } = frame;
  if (last === null) return [];
  return word.subjects.filter((subject) => subject.table === last.table && subject.axis === last.axis);
}

const NOTHING_SAID: Resolved["said"] = { rows: [], cases: [], columns: [], last: null };
const FEE: Resolved = { meanings: [], doubts: [], fee: true, said: NOTHING_SAID };

/**
 * Resolves words to lines of the form. `null` if they mean nothing that the form counts. A label that the form prints more than
 * once (其他) is always doubtful: it may also mean the rest of what was listed.
 */
export function resolve(words: readonly Word[], frame: Frame, vocabulary: Vocabulary): Resolved | null {
  const bits = bitsIn(words);
  if ((bits & (LINES | bit.fee)) === 0) return resolveVerbs(words, bits, frame, vocabulary);
  const resolved = bits & bit.fee ? FEE : resolveNamed(words, bits, frame, vocabulary);
  if (words.every(({ subjects }) => subjects.length <= 1)) return resolved;
  return { ...resolved, doubts: [...resolved.doubts, "ambiguous"] };
}

/** Words that name lines of the form. */
const LINES = bit.subject | bit.carry;

function resolveNamed(words: readonly Word[], bits: number, frame: Frame, vocabulary: Vocabulary): Resolved {
  const named = words.filter((word) => word.bits & LINES);
  const clear: Subject[] = [];
  for (const { subjects } of named) if (subjects.length === 1) clear.push(...subjects);
  const subjects = [...clear];
  for (const word of named) if (word.subjects.length > 1) subjects.push(...choose(word, clear, frame));
  if (subjects.length === 0) return { meanings: [], doubts: [], fee: false, said: NOTHING_SAID };
  const requests = vocabulary.requests.definition.id;
  const ofRequests = subjects.filter(({ table }) => table === requests);
  if (ofRequests.length < subjects.length) {
    const ofCases = subjects.filter(({ table }) => table !== requests);
    return resolveCases(ofCases.filter(isRow), ofCases.filter(isColumn), words, subjects, frame);
  }
  const rows = ofRequests.filter(isRow);
  const columns = ofRequests.filter(isColumn);
  if (rows.length > 0) return resolveRows(rows, columns, words, frame, vocabulary);
  return resolveColumns(columns, words, bits, frame, vocabulary);
}

const isRow = ({ axis }: Subject): boolean => axis === "records";
const isColumn = ({ axis }: Subject): boolean => axis === "fields";
const isVerb = ({ bits }: Word): boolean => (bits & bit.verb) !== 0;

/** The possible meanings of several subjects in order. */
function meaningsOf(subjects: readonly Subject[]): readonly Lines[] {
  const [only] = subjects;
  return only !== undefined && subjects.length === 1 ? only.meanings : subjects.flatMap(({ meanings }) => meanings);
}

function subjectsOf(words: readonly Word[]): readonly Subject[] {
  const [only] = words;
  return only !== undefined && words.length === 1 ? only.subjects : words.flatMap(({ subjects }) => subjects);
}

function product(table: string, rows: readonly Lines[], columns: readonly (Lines | null)[]): readonly Meaning[] {
  const meanings: Meaning[] = [];
  for (const row of rows) {
    for (const column of columns) if (meanings.length < MAX_READINGS) meanings.push({ table, rows: row, columns: column });
  }
  return meanings;
}

function resolveCases(
  rows: readonly Subject[],
  columns: readonly Subject[],
  words: readonly Word[],
  subjects: readonly Subject[],
  frame: Frame,
): Resolved {
  const doubts: ClaimDoubt[] = [];
  if (frame.elsewhere && (bitsIn(words) & TOPICAL) === 0) doubts.push("context");
  if (words.some(({ casesDiffer }) => casesDiffer)) doubts.push("filed");
  if (subjects.length > rows.length + columns.length) doubts.push("wording");
  // 提起行政诉讼的行政复议: neither all of the one nor all of the other.
  if (rows.length > 1) doubts.push("wording");
  const [any] = [...rows, ...columns];
  const table = any?.table ?? "";
  const own = rows.map(({ meanings }) => meanings);
  const framed = rows.length > 0 ? own : frame.cases;
  if (rows.length === 0 && (framed.length === 0 || frame.old)) doubts.push("frame");
  const alternatives = [...framed.flat(), ...(framed.length > 1 ? [together(framed)] : [])];
  const said = { rows: [], columns: [], cases: own, last: columns[columns.length - 1] ?? rows[rows.length - 1] ?? null };
  const chosen = columns.length === 0 ? ALL_COLUMNS : meaningsOf(columns);
  return { meanings: product(table, alternatives, chosen), doubts, fee: false, said };
}

/** The total, where no column was named. */
const ALL_COLUMNS: readonly (Lines | null)[] = [null];

/** The likeliest meanings of several subjects added up. */
function together(lists: readonly (readonly Lines[])[]): Lines {
  const firsts = lists.flatMap((list) => list.slice(0, 1));
  return { plus: [...new Set(firsts.flatMap(({ plus }) => plus))], minus: firsts.flatMap(({ minus }) => minus) };
}

/** Whether cases were counted last: 上年结转 and 自然人 may then refer to them. */
function lastIsCase({ last }: Frame, requests: string): boolean {
  return last !== null && last.table !== requests;
}

/** Whether a sentence has mentioned requests brought forward and none received: outcomes then refer to those alone. */
function isOfBrought({ rows, old }: Frame, { carried, requestSubject }: Vocabulary): boolean {
  const speaksOf = ({ meanings: [lines] }: Subject): boolean =>
    rows.some(
      ({ plus }) => lines !== undefined && plus.length === lines.plus.length && plus.every((id) => lines.plus.includes(id)),
    );
  return !old && speaksOf(carried.before) && !speaksOf(requestSubject);
}

function resolveRows(
  rows: readonly Subject[],
  columns: readonly Subject[],
  words: readonly Word[],
  frame: Frame,
  vocabulary: Vocabulary,
): Resolved {
  const [first] = rows;
  const table = first?.table ?? "";
  const doubts: ClaimDoubt[] = [];
  const own = meaningsOf(rows);
  const alternatives = [...own];
  if (rows.some(({ flow }) => flow)) {
    const spoken = words.filter(isVerb);
    // 收到申请（含上年结转）: the verb and the row together, or either.
    for (const verb of spoken) {
      const [subject] = verb.subjects;
      if (verb.does === "receives" && subject !== undefined) {
        alternatives.push(...subject.meanings, together([subject.meanings, ...rows.map(({ meanings }) => meanings)]));
      } else doubts.push("wording");
    }
    const cases = lastIsCase(frame, table) || words.some(({ text }) => text === CASES);
    if (spoken.length === 0 && cases) doubts.push("frame");
  } else if (isOfBrought(frame, vocabulary)) doubts.push("frame");
  // 公开或部分公开5件: 公开 may mean another row.
  if (words.some(({ text }) => text === PUBLISHING)) doubts.push("wording");
  // 予以公开（含部分公开）: the rows together, or either.
  if (rows.length > 1) alternatives.push(together(rows.map(({ meanings }) => meanings)));
  const named = meaningsOf(columns);
  const chosen = named.length > 0 ? named : [null, ...frame.columns];
  const said = { rows: own, cases: [], columns: named, last: rows[rows.length - 1] ?? null };
  return { meanings: product(table, alternatives, chosen), doubts, fee: false, said };
}

function resolveColumns(
  columns: readonly Subject[],
  words: readonly Word[],
  bits: number,
  frame: Frame,
  vocabulary: Vocabulary,
): Resolved {
  const table = vocabulary.requests.definition.id;
  const doubts: ClaimDoubt[] = [];
  const verbs = meaningsOf(subjectsOf(words.filter(isVerb)));
  const rows = verbs.length > 0 ? verbs : frame.rows;
  if (rows.length === 0 || (verbs.length === 0 && (frame.old || lastIsCase(frame, table)))) doubts.push("frame");
  const requested = (bits & (bit.request | bit.bareRequest)) !== 0;
  if (rows.length === 0 && !requested) return { meanings: [], doubts, fee: false, said: NOTHING_SAID };
  const named = meaningsOf(columns);
  const said = { rows: verbs, cases: [], columns: named, last: columns[columns.length - 1] ?? null };
  const meanings = product(table, rows.length > 0 ? rows : vocabulary.requestSubject.meanings, named);
  return { meanings, doubts, fee: false, said };
}

function resolveVerbs(words: readonly Word[], bits: number, frame: Frame, vocabulary: Vocabulary): Resolved | null {
  const spoken = words.filter(isVerb);
  const subjects = spoken.length > 0 ? subjectsOf(spoken) : bits & bit.request ? [vocabulary.requestSubject] : [];
  if (subjects.length === 0) return null;
  const doubts: ClaimDoubt[] = [];
  const table = vocabulary.requests.definition.id;
  if ((bits & (TOPICAL | bit.bareRequest)) === 0) {
    if (frame.rows.length === 0) return null;
    if (frame.old || lastIsCase(frame, table) || bits & bit.within) doubts.push("frame");
    if (words.some(({ text }) => text === PUBLISHING)) doubts.push("wording");
    if (spoken.some(({ vague }) => vague)) doubts.push("ambiguous");
  }
  // 依申请公开12件 may also be what was published on request.
  if (spoken.length === 0) doubts.push("ambiguous");
  const rows = meaningsOf(subjects);
  // 行政复议方面，收到5件，审结4件: a verb alone does not end the statement about cases.
  const last = doubts.includes("frame") ? frame.last : (subjects[0] ?? null);
  const said = { rows, cases: [], columns: [], last };
  return { meanings: product(table, rows, [null, ...frame.columns]), doubts, fee: false, said };
}
