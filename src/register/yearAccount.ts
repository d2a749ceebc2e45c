import { claim } from "../_internal/claim.js";
import { describe } from "../_internal/describe.js";
import { dayOf } from "../_internal/isoDates.js";
import { halfWidth, withoutSpaces } from "../_internal/text.js";
import { type Finding, finding, type Language, type ParamsOf, type Sentence, type Severity } from "../findings/finding.js";
import type { EditionId, FormTable } from "../form/form.js";
import type { Entry, Kind, Standing } from "./entries.js";
import { registerMessages } from "./messages.js";
import type { EntryCounts } from "./types.js";

type Code = keyof typeof registerMessages;
type Fate = keyof EntryCounts;

/** The days of a year. */
export interface Period {
  readonly year: number;
  readonly first: number;
  readonly last: number;
}

/** Enters the requests, or the cases, of a register into the figures of a year. */
export class Book {
  readonly findings: Finding[] = [];
  readonly #kind: Kind;
  readonly #table: FormTable;
  readonly #period: Period;
  readonly #edition: EditionId;
  readonly #language: Language;
  readonly #subjects: ReadonlySet<string>;
  readonly #results: ReadonlySet<string>;
  readonly #behind = new Map<string, string[]>();
  /** Numbers seen so far, and the position of the first entry that has each. */
  readonly #seen = new Map<string, number>();

  constructor(kind: Kind, table: FormTable, period: Period, edition: EditionId, language: Language) {
    this.#kind = kind;
    this.#table = table;
    this.#period = period;
    this.#edition = edition;
    this.#language = language;
    this.#subjects = kind.subjects(table);
    this.#results = kind.results(table);
  }

  /** Enters every entry that can be counted, and says what became of each. */
  enter(entries: readonly Entry[]): EntryCounts {
    const counts: Record<Fate, number> = { counted: 0, concludedBefore: 0, receivedAfter: 0, rejected: 0 };
    let later: string | null = null;
    entries.forEach((entry, index) => {
      const fate = this.#enterOne(entry, index);
      counts[fate] += 1;
      if (fate === "receivedAfter") later ??= String(entry.number);
    });
    if (later !== null) {
      const params = { count: counts.receivedAfter, entry: describe(later), year: this.#period.year };
      const details = { severity: "advice", path: this.#kind.list } as const;
      this.findings.push(finding(registerMessages, "register.receivedAfterYear", params, this.#language, details));
    }
    return counts;
  }

  /** Numbers of the entries behind each figure that has any, by address, in the order of the form. */
  behind(): Readonly<Record<string, readonly string[]>> {
    const found = this.#table.cells.flatMap(({ address }) => {
      const numbers = this.#behind.get(address);
      return numbers === undefined ? [] : [[address, numbers] as const];
    });
    return Object.fromEntries(found);
  }

  /** The figures that were counted, for the form to complete. */
  figures(): Readonly<Record<string, Readonly<Record<string, number>>>> {
    const figures: Record<string, Record<string, number>> = {};
    for (const { address, record, field } of this.#table.cells) {
      const numbers = this.#behind.get(address);
      if (numbers !== undefined) figures[record] = { ...figures[record], [field]: numbers.length };
    }
    return figures;
  }

  #enterOne(entry: Entry, index: number): Fate {
    const number = this.#numberOf(entry, index);
    const opened = this.#dayOf(entry, "opened", index);
    const closed = isBlank(entry.closed) ? null : this.#dayOf(entry, "closed", index);
    if (number === undefined || opened === undefined || closed === undefined) return "rejected";
    if (closed !== null && closed < opened) {
      const params = { opened: String(entry.opened), closed: String(entry.closed) };
      return this.#reject("register.closedBeforeReceived", entry, index, "closed", params);
    }
    const { first, last } = this.#period;
    if (closed !== null && closed < first) return "concludedBefore";
    if (opened > last) return "receivedAfter";
    const subject = this.#known(entry, "subject", this.#subjects, index);
    const result = closed !== null && closed <= last ? this.#resultOf(entry, index) : null;
    if (subject === undefined || result === undefined) return "rejected";
    if (closed === null && !isBlank(entry.result) && entry.result !== this.#kind.open) {
      this.#say("register.resultWithoutDate", entry, index, "closed", { found: describe(entry.result) }, "warning");
    }
    this.#count(number, { subject, isNew: opened >= first, result });
    return "counted";
  }

  #count(number: string, standing: Standing): void {
    for (const [record, field] of this.#kind.place(standing)) {
      const address = `${this.#kind.table}.${record}.${field}`;
      const numbers = this.#behind.get(address);
      if (numbers === undefined) this.#behind.set(address, [number]);
      else numbers.push(number);
    }
  }

  /** The number of an entry, if it has one of its own. */
  #numberOf(entry: Entry, index: number): string | undefined {
    if (typeof entry.number !== "string" || isBlank(entry.number)) {
      this.#reject("register.numberMissing", entry, index, "number", {});
      return undefined;
    }
    const key = PLAIN.test(entry.number) ? entry.number : withoutSpaces(halfWidth(entry.number));
    const first = this.#seen.get(key);
    if (first !== undefined) {
      this.#reject("register.duplicateNumber", entry, index, "number", { first: first + 1 });
      return undefined;
    }
    this.#seen.set(key, index);
    return entry.number;
  }

  #dayOf(entry: Entry, field: "opened" | "closed", index: number): number | undefined {
    const date = entry[field];
    const day = typeof date === "string" ? dayOf(date) : null;
    if (day !== null) return day;
    const params = { field: this.#kind.fields[field].name, found: describe(date) };
    this.#reject("register.invalidDate", entry, index, field, params);
    return undefined;
  }

  /** The result of an entry that was closed in the year. */
  #resultOf(entry: Entry, index: number): string | undefined {
    if (!isBlank(entry.result) && entry.result !== this.#kind.open) return this.#known(entry, "result", this.#results, index);
    this.#reject("register.closedWithoutResult", entry, index, "result", { closed: String(entry.closed) });
    return undefined;
  }

  #known(entry: Entry, field: "subject" | "result", known: ReadonlySet<string>, index: number): string | undefined {
    const value = entry[field];
    if (typeof value === "string" && known.has(value)) return value;
    const params = { field: this.#kind.fields[field].name, edition: this.#edition, found: describe(value) };
    this.#reject("register.unknownValue", entry, index, field, params);
    return undefined;
  }

  #reject<C extends Code>(code: C, entry: Entry, index: number, field: keyof Entry, params: Said<C>): "rejected" {
    this.#say(code, entry, index, field, params, "error");
    return "rejected";
  }

  #say<C extends Code>(code: C, entry: Entry, index: number, field: keyof Entry, params: Said<C>, severity: Severity): void {
    const { list, fields } = this.#kind;
    // With the entry's name the parameters are complete; that the rest of them is, `params` has been checked for.
    const all = claim<ParamsOf<typeof registerMessages, C>>({ entry: this.#nameOf(entry, index), ...params });
    const actual = typeof entry[field] === "string" ? entry[field] : null;
    const details = { severity, path: `${list}.${index}.${fields[field].key}`, actual };
    this.findings.push(finding(registerMessages, code, all, this.#language, details));
  }

  #nameOf({ number }: Entry, index: number): Sentence {
    const { zh, en } = this.#kind.name;
    const quoted = isBlank(number) ? "" : describe(number);
    return { zh: `第${index + 1}条${zh}${quoted}`, en: `${en} ${index + 1}${quoted === "" ? "" : ` ${quoted}`}` };
  }
}

/** The parameters of a sentence about an entry, its name not being one of them. */
type Said<C extends Code> = Omit<ParamsOf<typeof registerMessages, C>, "entry">;

/** A text of visible ASCII characters, as most numbers are: nothing in it would change. */
const PLAIN = /^[!-~]+$/;

function isBlank(value: unknown): boolean {
  if (typeof value === "string") return !PLAIN.test(value) && withoutSpaces(value) === "";
  return value === null || value === undefined;
}
