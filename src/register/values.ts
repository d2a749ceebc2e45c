import type { Sentence } from "../findings/finding.js";
import { own } from "../report/figures.js";
import type { Entry, Kind } from "./entries.js";
import { bare, type Labels } from "./labels.js";
import type { ValueBasis, ValueMapping, ValueUse } from "./types.js";
import { OPEN_WORDS, type UsualWords } from "./usualWords.js";

/** Maximum number of different values listed for a column. */
export const MAX_LISTED_VALUES = 1_000;

interface Known {
  readonly meaning: string | null;
  readonly basis: ValueBasis | null;
  /** The value of an entry: the identifier, `null` if it is open, or the text unchanged. */
  readonly value: string | null;
  rows: number;
}

/** Reads the values of one column and records how each was understood. */
export class Values {
  /** Entries of the mapping without a valid target. */
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

  /** The value of an entry for a written value. */
  read(written: string): string | null {
    const known = this.#known.get(written) ?? this.#learn(written);
    known.rows += 1;
    return known.value;
  }

  /** Every value with its meaning, unknown values first. */
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

/** Maximum number of different values recorded; a column with more holds free text. */
const MAX_REMEMBERED_VALUES = 50_000;

/** The normalised form of a word; a sign without letters is unchanged. */
function keyOf(written: string): string {
  return (written.length > MAX_VALUE_LENGTH ? "" : bare(written)) || written.trim();
}

function idsByWord(words: UsualWords): ReadonlyMap<string, string> {
  return new Map(Object.entries(words).flatMap(([id, list]) => list.map((word) => [bare(word), id] as const)));
}

const OPEN = /* @__PURE__ */ (() => new Set(OPEN_WORDS.map(bare)))();

/** Whether a text means an open entry: a sign such as `-` or `/`, or words such as 未办结. */
export function isOpenWord(written: string): boolean {
  if (written.length > MAX_VALUE_LENGTH) return false;
  const key = bare(written);
  return key === "" || OPEN.has(key);
}

/** Suggestions for a group of the form, or for a word that is too general. */
export function choicesFor(kind: Kind, part: keyof Entry, written: unknown): Sentence | null {
  if ((part !== "subject" && part !== "result") || typeof written !== "string") return null;
  const below = kind.labels[part].below(written);
  if (below === null) return null;
  return {
    zh: below.map(({ label }) => `“${label}”`).join("、"),
    en: below.map(({ id, label }) => `${id} (${label})`).join(", "),
  };
}
