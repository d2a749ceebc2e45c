import { claim } from "../_internal/claim.js";
import { describe } from "../_internal/describe.js";
import { dayOf, isoDate } from "../_internal/isoDates.js";
import { halfWidth, withoutSpaces } from "../_internal/text.js";
import {
  type Finding,
  type FindingDetails,
  finding,
  type Language,
  type ParamsOf,
  placeIn,
  type Sentence,
  type Severity,
} from "../findings/finding.js";
import type { EditionId, FormTable } from "../form/form.js";
import type { Entry, EntryPart, Kind, Standing } from "./entries.js";
import { registerMessages } from "./messages.js";
import { MAX_REGISTER_FINDINGS } from "./readSheet.js";
import type { Source } from "./source.js";
import type { EntryCounts } from "./types.js";
import { choicesFor } from "./values.js";

type Code = keyof typeof registerMessages;
type Fate = Exclude<keyof EntryCounts, "merged">;

/** The days of a year. */
export interface Period {
  readonly year: number;
  readonly first: number;
  readonly last: number;
}

/** The year, edition and table that entries are counted for. */
export interface BookOptions {
  readonly kind: Kind;
  readonly table: FormTable;
  readonly period: Period;
  readonly edition: EditionId;
  readonly language: Language;
  readonly source: Source;
}

/** An entry with its dates, which are days. */
interface Dated {
  readonly entry: Entry;
  readonly index: number;
  readonly number: string;
  readonly opened: number;
  readonly closed: number | null;
}

/** Enters the requests, or the cases, of a register into the figures of a year. */
export class Book {
  readonly #options: BookOptions;
  readonly #findings: Finding[] = [];
  readonly #subjects: ReadonlySet<string>;
  readonly #results: ReadonlySet<string>;
  readonly #resultOn = new Map<string, string | null>();
  readonly #recordNumbers = new Map<string, string[]>();
  readonly #counts: Record<keyof EntryCounts, number> = {
    counted: 0,
    concludedBefore: 0,
    receivedAfter: 0,
    merged: 0,
    rejected: 0,
  };
  readonly #said: Record<Severity, number> = { error: 0, warning: 0, advice: 0 };
  /** Days by written date: a register has far fewer days than lines. */
  readonly #days = new Map<string, number | null>();
  /** How many of those counted were open when the year began, by subject. */
  readonly #before = new Map<string, number>();
  #later: string | null = null;

  constructor(options: BookOptions) {
    this.#options = options;
    this.#subjects = options.kind.subjects(options.table);
    this.#results = options.kind.results(options.table);
  }

  /** Counts every entry that can be counted, and classifies all lines. */
  enter(entries: readonly Entry[]): EntryCounts {
    const { alone, several } = linesByNumber(entries);
    entries.forEach((entry, index) => {
      const line = alone[index];
      if (line === ALONE) this.#enterOne(entry, index);
      else if (line === UNNUMBERED) this.#reject("register.numberMissing", entry, index, "number", {});
      else {
        const lines = several.get(index);
        if (lines !== undefined) this.#enterLines(lines, entries);
      }
    });
    return this.#counts;
  }

  /** All findings. */
  findings(): readonly Finding[] {
    const { language, kind, period } = this.#options;
    const more: Finding[] = [];
    for (const severity of ["error", "warning", "advice"] as const) {
      const unsaid = this.#said[severity] - MAX_REGISTER_FINDINGS;
      if (unsaid <= 0) continue;
      const params = { count: unsaid, limit: MAX_REGISTER_FINDINGS };
      more.push(finding(registerMessages, "register.moreFindings", params, language, { severity, actual: unsaid }));
    }
    if (this.#later !== null) {
      const params = { count: this.#counts.receivedAfter, entry: describe(this.#later), year: period.year };
      const details = { severity: "advice", path: kind.list } as const;
      more.push(finding(registerMessages, "register.receivedAfterYear", params, language, details));
    }
    return [...this.#findings, ...more];
  }

  /** Numbers of the entries behind each figure that has any, by address, in the order of the form. */
  recordNumbers(): Readonly<Record<string, readonly string[]>> {
    const found = this.#options.table.cells.flatMap(({ address }) => {
      const numbers = this.#recordNumbers.get(address);
      return numbers === undefined ? [] : [[address, numbers] as const];
    });
    return Object.fromEntries(found);
  }

  /** How many of those counted were open when the year began: by kind of case, or applicant. */
  before(): ReadonlyMap<string, number> {
    return this.#before;
  }

  /** The figures that were counted, for the form to complete. */
  figures(): Readonly<Record<string, Readonly<Record<string, number>>>> {
    const figures: Record<string, Record<string, number>> = {};
    for (const { address, record, field } of this.#options.table.cells) {
      const numbers = this.#recordNumbers.get(address);
      if (numbers !== undefined) figures[record] = { ...figures[record], [field]: numbers.length };
    }
    return figures;
  }

  #enterOne(entry: Entry, index: number): void {
    const line = this.#dated(entry, index);
    if (line !== undefined) this.#enterLine(line);
  }

  /** Enters one line; says whether it was counted in the year. */
  #enterLine(line: Dated): boolean {
    const fate = this.#fateByDates(line.opened, line.closed);
    if (fate !== "counted") this.#noteAside(fate, line);
    else {
      const subject = this.#known(line, "subject", true);
      if (subject === undefined) return false;
      const { closed } = line;
      const result = closed !== null && closed <= this.#options.period.last ? this.#resultOf(line, true) : null;
      if (result === undefined) return false;
      this.#enterCounted(line, closed, subject, result);
    }
    this.#counts[fate] += 1;
    return fate === "counted";
  }

  /** Several lines of one number: those of one day of receipt are one request or case. */
  #enterLines(indices: readonly number[], entries: readonly Entry[]): void {
    const byDay = new Map<number, Dated[]>();
    let broken = 0;
    for (const index of indices) {
      const entry = entries[index];
      const line = entry === undefined ? undefined : this.#dated(entry, index);
      if (line === undefined) {
        broken += 1;
        continue;
      }
      const same = byDay.get(line.opened);
      if (same === undefined) byDay.set(line.opened, [line]);
      else same.push(line);
    }
    // An unreadable line may belong with any of the others, so their combined result is unknown.
    if (broken > 0) {
      const why = { zh: "其中有行无法识别", en: "some of them cannot be read" };
      const rest = [...byDay.values()].flat();
      if (rest.length > 0) this.#unclear(rest, why);
      return;
    }
    let before: Dated | null = null;
    for (const lines of byDay.values()) {
      const [first] = lines;
      if (first === undefined) continue;
      if (before !== null && this.#fateByDates(first.opened, this.#closedOf(lines)) === "counted") {
        const params = { first: this.#nameOf(before.entry, before.index) };
        for (const { entry, index } of lines) this.#reject("register.duplicateNumber", entry, index, "number", params);
        continue;
      }
      const counted = lines.length === 1 ? this.#enterLine(first) : this.#enterTogether(first, lines);
      if (counted) before ??= first;
    }
  }

  /** Lines of one number and one day: repeated, joint or answered in parts. */
  #enterTogether(first: Dated, lines: readonly Dated[]): boolean {
    const { kind, period } = this.#options;
    const closed = this.#closedOf(lines);
    const inYear = closed !== null && closed >= period.first && closed <= period.last;
    const counts = this.#fateByDates(first.opened, closed) === "counted";
    if (!counts) {
      this.#settle(this.#fateByDates(first.opened, closed), first, lines.length);
      return false;
    }
    const subjects = lines.map((line) => this.#known(line, "subject", false));
    const results = inYear ? lines.map((line) => this.#resultOf(line, false)) : [];
    if (subjects.includes(undefined) || results.includes(undefined)) {
      for (const [i, line] of lines.entries()) {
        if (subjects[i] === undefined) this.#known(line, "subject", true, "told");
        else if (inYear && results[i] === undefined) this.#resultOf(line, true, "told");
      }
      return this.#unclear(lines, { zh: "其中有行无法识别", en: "some of them cannot be read" });
    }
    const oneSubject = new Set(subjects).size === 1;
    const oneEnd = new Set(lines.map((line) => `${line.closed} ${String(line.entry.result)}`)).size === 1;
    if (!oneSubject && !oneEnd) {
      return this.#unclear(lines, { zh: "申请人类别和结果均不同", en: "both applicants and outcomes differ" });
    }
    if (!oneSubject && kind.list === "cases") {
      return this.#unclear(lines, { zh: "案件类别不同", en: "the kinds of case differ" });
    }
    const different = new Set(results.flatMap((result) => result ?? []));
    const [only] = different;
    const result = different.size > 1 ? kind.together(different) : (only ?? null);
    if (inYear && result === null) {
      const zh = kind.list === "cases" ? "结果不同" : "结果不同且没有一项予以公开";
      const en = kind.list === "cases" ? "the results differ" : "the outcomes differ, and nothing was disclosed";
      return this.#unclear(lines, { zh, en });
    }
    const subject = subjects[0];
    if (subject === undefined) return false;
    this.#enterCounted(first, closed, subject, result);
    this.#counts.counted += 1;
    this.#counts.merged += lines.length - 1;
    this.#sayTogether(lines, { subject, result, oneSubject, oneEnd, different });
    return true;
  }

  #sayTogether(
    lines: readonly Dated[],
    {
      subject,
      result,
      oneSubject,
      oneEnd,
      different,
    }: {
      readonly subject: string;
      readonly result: string | null;
      readonly oneSubject: boolean;
      readonly oneEnd: boolean;
      readonly different: ReadonlySet<string>;
    },
  ): void {
    const about = this.#linesInWords(lines);
    if (oneSubject && oneEnd) this.#sayOfLines("register.repeatedLine", about, lines, "number");
    else if (!oneSubject) {
      this.#sayOfLines("register.joint", { ...about, subject: this.#labelOf("subject", subject) }, lines, "subject");
    } else if (result === null) {
      this.#sayOfLines("register.partsOpen", { ...about, year: this.#options.period.year }, lines, "closed");
    } else {
      const labels = [...different].map((id) => this.#labelOf("result", id));
      const results = { zh: labels.map(({ zh }) => zh).join("、"), en: labels.map(({ en }) => en).join(", ") };
      this.#sayOfLines("register.parts", { ...about, results, result: this.#labelOf("result", result) }, lines, "result");
    }
  }

  /** Closing date of several lines: that of the last, if all are closed. */
  #closedOf(lines: readonly Dated[]): number | null {
    return lines.reduce<number | null>(
      (latest, { closed }) => (latest === null || closed === null ? null : Math.max(latest, closed)),
      Number.NEGATIVE_INFINITY,
    );
  }

  #fateByDates(opened: number, closed: number | null): Fate {
    const { first, last } = this.#options.period;
    if (closed !== null && closed < first) return "concludedBefore";
    return opened > last ? "receivedAfter" : "counted";
  }

  /** Counts what belongs into the year. */
  #enterCounted(line: Dated, closed: number | null, subject: string, result: string | null): void {
    const { entry, index } = line;
    if (closed === null && !this.#isOpen(entry.result)) {
      this.#say("register.resultWithoutDate", entry, index, "closed", { found: describe(entry.result) }, "warning");
    }
    this.#checkDuration(line, closed);
    this.#count(line.number, { subject, isNew: line.opened >= this.#options.period.first, result });
  }

  #settle(fate: Fate, line: Dated, count: number): void {
    this.#noteAside(fate, line);
    this.#counts[fate] += 1;
    this.#counts.merged += count - 1;
  }

  /** A mistyped year would silently exclude an entry, so a date that contradicts the year in its number is reported. */
  #noteAside(fate: Fate, { entry, index, number, opened }: Dated): void {
    if (fate === "receivedAfter") this.#later ??= number;
    const numberYear = YEAR_IN_NUMBER.exec(number)?.[1];
    const openedYear = Number(isoDate(opened).slice(0, 4));
    if (numberYear === undefined || Math.abs(Number(numberYear) - openedYear) < 2) return;
    const params = { numberYear, opened: isoDate(opened) };
    this.#say("register.numberOfOtherYear", entry, index, "opened", params, "advice");
  }

  #checkDuration({ entry, index, opened }: Dated, closed: number | null): void {
    const { kind, period } = this.#options;
    const end = closed ?? period.last;
    if (end - opened <= kind.longestDays) return;
    const params = { opened: isoDate(opened), closed: isoDate(end), days: kind.longestDays };
    this.#say("register.implausibleDates", entry, index, closed === null ? "opened" : "closed", params, "advice");
  }

  #count(number: string, standing: Standing): void {
    const { kind } = this.#options;
    if (!standing.isNew) this.#before.set(standing.subject, (this.#before.get(standing.subject) ?? 0) + 1);
    for (const [record, field] of kind.place(standing)) {
      const address = `${kind.table}.${record}.${field}`;
      const numbers = this.#recordNumbers.get(address);
      if (numbers === undefined) this.#recordNumbers.set(address, [number]);
      else numbers.push(number);
    }
  }

  /** An entry with its days, or `undefined` where one is none, which has been said. */
  #dated(entry: Entry, index: number): Dated | undefined {
    const { kind } = this.#options;
    const opened = this.#dayOf(entry, "opened", index);
    const closed = isBlank(entry.closed) ? null : this.#dayOf(entry, "closed", index);
    if (opened === undefined || closed === undefined) {
      this.#counts.rejected += 1;
      return undefined;
    }
    if (closed !== null && closed < opened) {
      const params = {
        opened: String(entry.opened),
        closed: String(entry.closed),
        openedName: kind.fields.opened.name,
        closedName: kind.fields.closed.name,
      };
      this.#reject("register.closedBeforeReceived", entry, index, "closed", params);
      return undefined;
    }
    return { entry, index, number: typeof entry.number === "string" ? entry.number : "", opened, closed };
  }

  #dayOf(entry: Entry, field: "opened" | "closed", index: number): number | undefined {
    const date = entry[field];
    const day = typeof date === "string" ? this.#dayIn(date) : null;
    if (day !== null) return day;
    const params = { field: this.#options.kind.fields[field].name, found: describe(date) };
    this.#say("register.invalidDate", entry, index, field, params, "error");
    return undefined;
  }

  #dayIn(date: string): number | null {
    const known = this.#days.get(date);
    if (known !== undefined) return known;
    const day = dayOf(date);
    if (this.#days.size < MAX_REMEMBERED_VALUES) this.#days.set(date, day);
    return day;
  }

  /** The result of an entry that was closed in the year. */
  #resultOf(line: Dated, aloud: boolean, fate?: "told"): string | undefined {
    const { entry, index } = line;
    if (!this.#isOpen(entry.result)) return this.#known(line, "result", aloud, fate);
    if (!aloud) return undefined;
    this.#say("register.closedWithoutResult", entry, index, "result", { closed: String(entry.closed) }, "error");
    if (fate === undefined) this.#counts.rejected += 1;
    return undefined;
  }

  #isOpen(result: unknown): boolean {
    const { kind } = this.#options;
    if (isBlank(result) || result === kind.open) return true;
    return typeof result === "string" && !this.#results.has(result) && kind.labels.result.idOf(result) === kind.open;
  }

  /** What is written for the subject or the result, as the form of the edition has it. */
  #known({ entry, index }: Dated, part: "subject" | "result", aloud: boolean, fate?: "told"): string | undefined {
    const { kind, edition } = this.#options;
    const value = entry[part];
    const id = typeof value === "string" ? this.#idOf(part, value) : null;
    if (id !== null) return id;
    if (!aloud) return undefined;
    const choices = choicesFor(kind, part, value);
    const advice: Sentence =
      choices === null
        ? { zh: "请使用格式上的最末一级名称。", en: "Use a lowest-level name of the form." }
        : { zh: `这是一组情形，请写明其中一种：${choices.zh}。`, en: `That is a group; say which of it: ${choices.en}.` };
    const params = { field: kind.fields[part].name, edition, found: describe(value), advice };
    this.#say("register.unknownValue", entry, index, part, params, "error");
    if (fate === undefined) this.#counts.rejected += 1;
    return undefined;
  }

  #idOf(part: "subject" | "result", value: string): string | null {
    const { kind } = this.#options;
    const ids = part === "subject" ? this.#subjects : this.#results;
    if (ids.has(value)) return value;
    const key = `${part} ${value}`;
    const known = this.#resultOn.get(key);
    if (known !== undefined) return known;
    const named = kind.labels[part].idOf(value);
    const here = named === null || part === "subject" ? named : kind.resultOn(this.#options.edition, named);
    const id = here !== null && ids.has(here) ? here : null;
    if (this.#resultOn.size < MAX_REMEMBERED_VALUES) this.#resultOn.set(key, id);
    return id;
  }

  /** Lines that cannot be combined. */
  #unclear(lines: readonly Dated[], why: Sentence): false {
    this.#sayOfLines("register.linesUnclear", { ...this.#linesInWords(lines), why }, lines, "number", "error");
    this.#counts.rejected += lines.length;
    return false;
  }

  #linesInWords(lines: readonly Dated[]): { readonly number: string; readonly count: number; readonly rows: Sentence } {
    const [first] = lines;
    const places = lines.slice(0, MAX_NAMED_LINES).map(({ entry, index }) => this.#placeInWords(entry, index));
    const more = lines.length > places.length;
    return {
      number: describe(first?.number),
      count: lines.length,
      rows: {
        zh: places.map(({ zh }) => zh).join("、") + (more ? "等" : ""),
        en: places.map(({ en }) => en).join(", ") + (more ? ", …" : ""),
      },
    };
  }

  #labelOf(part: "subject" | "result", id: string): Sentence {
    const { table } = this.#options;
    for (const { recordPath, fieldPath } of table.cells) {
      for (const heading of part === "subject" && this.#options.kind.table === "requests" ? fieldPath : recordPath) {
        if (heading.term.id === id) return { zh: heading.term.label, en: heading.term.english };
      }
    }
    return { zh: id, en: id };
  }

  #reject<C extends Code>(code: C, entry: Entry, index: number, field: EntryPart, params: Said<C>): void {
    this.#say(code, entry, index, field, params, "error");
    this.#counts.rejected += 1;
  }

  #say<C extends Code>(code: C, entry: Entry, index: number, field: EntryPart, params: Said<C>, severity: Severity): void {
    this.#push(code, { entry: this.#nameOf(entry, index), ...params }, entry, index, field, severity);
  }

  #sayOfLines<C extends Code>(
    code: C,
    params: ParamsOf<typeof registerMessages, C>,
    lines: readonly Dated[],
    field: EntryPart,
    severity: Severity = "warning",
  ): void {
    const [first] = lines;
    if (first !== undefined) this.#push(code, params, first.entry, first.index, field, severity);
  }

  #push(code: Code, params: object, entry: Entry, index: number, field: EntryPart, severity: Severity): void {
    this.#said[severity] += 1;
    if (this.#said[severity] > MAX_REGISTER_FINDINGS) return;
    const { kind, language, source } = this.#options;
    const actual = typeof entry[field] === "string" ? entry[field] : null;
    const { key } = kind.fields[field];
    const details: FindingDetails = {
      severity,
      path: `${kind.list}.${index}.${key}`,
      actual,
      place:
        entry.row === null
          ? null
          : placeIn(source.format, { sheet: source.sheet, row: entry.row, column: source.columns.get(key) ?? null }),
    };
    // The parameters were checked for their code by the callers, which the compiler cannot infer here.
    const all = claim<ParamsOf<typeof registerMessages, Code>>(params);
    this.#findings.push(finding(registerMessages, code, all, language, details));
  }

  #nameOf(entry: Entry, index: number): Sentence {
    const { zh, en } = this.#options.kind.name;
    const number = isBlank(entry.number) ? "" : describe(entry.number);
    const place = this.#placeInWords(entry, index);
    return { zh: `${place.zh}${zh}${number}`, en: `${en}${number === "" ? "" : ` ${number}`} (${place.en})` };
  }

  #placeInWords({ row }: Entry, index: number): Sentence {
    return row === null ? { zh: `第${index + 1}条`, en: `entry ${index + 1}` } : { zh: `第${row}行`, en: `row ${row}` };
  }
}

/** The parameters of a sentence about an entry, its name not being one of them. */
type Said<C extends Code> = Omit<ParamsOf<typeof registerMessages, C>, "entry">;

/** Maximum number of cached values. */
const MAX_REMEMBERED_VALUES = 10_000;

/** Lines of one number that a message names. */
const MAX_NAMED_LINES = 5;

/** The year that a number begins with, as 2023-15, 〔2023〕15号 and 依申请2023年第15号 do. */
const YEAR_IN_NUMBER = /^\D{0,12}(20\d\d)(?!\d)/;

/** A text of visible ASCII characters, as most numbers are: nothing in it would change. */
const PLAIN = /^[!-~]+$/;

/** Kinds of lines: the only one of its number, one without a number, one of several of a number. */
const ALONE = 0;
const UNNUMBERED = 1;
const SEVERAL = 2;

/** What each line is, and all lines of a number by the first of them. */
function linesByNumber(entries: readonly Entry[]): {
  readonly alone: Uint8Array;
  readonly several: ReadonlyMap<number, readonly number[]>;
} {
  const alone = new Uint8Array(entries.length);
  const several = new Map<number, number[]>();
  const first = new Map<string, number>();
  entries.forEach((entry, index) => {
    const number = numberOf(entry);
    if (number === null) {
      alone[index] = UNNUMBERED;
      return;
    }
    const known = first.get(number);
    if (known === undefined) {
      first.set(number, index);
      return;
    }
    alone[known] = SEVERAL;
    alone[index] = SEVERAL;
    const lines = several.get(known);
    if (lines === undefined) several.set(known, [known, index]);
    else lines.push(index);
  });
  return { alone, several };
}

/** A number as two of them are compared; `null` where there is none. */
function numberOf({ number }: Entry): string | null {
  if (typeof number !== "string" || number === "") return null;
  if (PLAIN.test(number)) return number;
  const key = withoutSpaces(halfWidth(number));
  return key === "" ? null : key;
}

function isBlank(value: unknown): boolean {
  if (typeof value === "string") return value === "" || (!PLAIN.test(value) && withoutSpaces(value) === "");
  return value === null || value === undefined;
}
