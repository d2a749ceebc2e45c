import type { Sentence } from "../findings/finding.js";
import { own } from "../report/figures.js";
import type { Entry, Kind } from "./entries.js";
import { bare, type Labels } from "./labels.js";
import type { ValueBasis, ValueMapping, ValueUse } from "./types.js";
import { OPEN_WORDS, type UsualWords } from "./usualWords.js";

/** Most different values of a column that are listed. */
export const MAX_LISTED_VALUES = 1_000;

interface Known {
  readonly meaning: string | null;
  readonly basis: ValueBasis | null;
  /** What an entry gets: the identifier, `null` where there is nothing yet, or the text as it is. */
  readonly value: string | null;
  rows: number;
}

/** Reads the values of one column, and keeps account of what each was taken for. */
export class Values {
  /** Entries of the mapping that lead nowhere. */
  readonly unknownTargets: readonly string[];
  readonly #field: string;
  readonly #labels: Labels;
  readonly #usual: ReadonlyMap<string, string>;
  readonly #given: ReadonlyMap<string, string>;
  readonly #open: string | null;
  readonly #known = new Map<string, Known>();

  constructor(kind: Kind, part: "subject" | "result", mapping: ValueMapping | undefined) {
    this.#field = kind.fields[part].key;
    this.#labels = kind.labels[part];
    this.#usual = idsByWord(kind.words[part]);
    this.#open = part === "result" ? kind.open : null;
    const given = Object.entries(mapping ?? {}).map(([written, target]) => [written, this.#target(target)] as const);
    this.unknownTargets = given.flatMap(([written, id]) => (id === null ? [String(own(mapping ?? {}, written))] : []));
    this.#given = new Map(given.flatMap(([written, id]) => (id === null ? [] : [[keyOf(written), id] as const])));
  }

  /** What a written value is in an entry. */
  read(written: string): string | null {
    const known = this.#known.get(written) ?? this.#learn(written);
    known.rows += 1;
    return known.value;
  }

  /** Every value there was, as it was taken, those that mean nothing first. */
  uses(): readonly ValueUse[] {
    const uses = [...this.#known].flatMap(([written, { meaning, basis, value, rows }]): readonly ValueUse[] =>
      written.trim() === "" || (value === null && meaning === null)
        ? []
        : [{ field: this.#field, written: written.trim(), meaning, basis, rows }],
    );
    return uses.sort((a, b) => Number(a.meaning !== null) - Number(b.meaning !== null)).slice(0, MAX_LISTED_VALUES);
  }

  #target(target: unknown): string | null {
    return typeof target === "string" ? this.#labels.idOf(target) : null;
  }

  #learn(written: string): Known {
    const known = this.#meaningOf(written);
    if (this.#known.size < MAX_REMEMBERED_VALUES) this.#known.set(written, known);
    return known;
  }

  #meaningOf(written: string): Known {
    const given = this.#given.get(keyOf(written));
    if (given !== undefined) return { meaning: given, basis: "given", value: given, rows: 0 };
    const key = written.length > MAX_VALUE_LENGTH ? written : bare(written);
    if (key === "") return { meaning: null, basis: null, value: this.#open === null ? written.trim() : null, rows: 0 };
    const label = this.#labels.idOf(written);
    if (label !== null) return { meaning: label, basis: "form", value: label, rows: 0 };
    const usual = this.#usual.get(key) ?? (this.#open !== null && isOpenWord(written) ? this.#open : undefined);
    if (usual !== undefined) return { meaning: usual, basis: "usual", value: usual, rows: 0 };
    return { meaning: null, basis: null, value: written.trim(), rows: 0 };
  }
}

/** Longest text that can be a value of the form. */
const MAX_VALUE_LENGTH = 200;

/** Most different values that are kept in mind; a column with more holds free text. */
const MAX_REMEMBERED_VALUES = 50_000;

/** What two ways of writing one word have in common; a sign, which has no letters, is itself. */
function keyOf(written: string): string {
  return (written.length > MAX_VALUE_LENGTH ? "" : bare(written)) || written.trim();
}

function idsByWord(words: UsualWords): ReadonlyMap<string, string> {
  return new Map(Object.entries(words).flatMap(([id, list]) => list.map((word) => [bare(word), id] as const)));
}

const OPEN = /* @__PURE__ */ (() => new Set(OPEN_WORDS.map(bare)))();

/** Whether a text says that there is nothing yet: a sign such as `-` or `/`, or words such as 未办结. */
export function isOpenWord(written: string): boolean {
  if (written.length > MAX_VALUE_LENGTH) return false;
  const key = bare(written);
  return key === "" || OPEN.has(key);
}

/** What is to be written instead of a group of the form, or of a word that says too little. */
export function choicesFor(kind: Kind, part: keyof Entry, written: unknown): Sentence | null {
  if ((part !== "subject" && part !== "result") || typeof written !== "string") return null;
  const below = kind.labels[part].below(written);
  if (below === null) return null;
  return {
    zh: below.map(({ label }) => `“${label}”`).join("、"),
    en: below.map(({ id, label }) => `${id} (${label})`).join(", "),
  };
}
