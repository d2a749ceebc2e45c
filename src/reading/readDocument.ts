import { type Finding, type FindingCell, finding, type Language, type Place, type Sentence } from "../findings/finding.js";
import { type Cell, leafOf, printedHeading } from "../form/cells.js";
import { type Address, cellLabel, editionForYear, type Form, formatCoordinate } from "../form/form.js";
import { captionOf } from "../form/sections.js";
import type { FigureValue } from "../report/figures.js";
import { safeParseDraft, safeParseReport } from "../report/parse.js";
import { replaceFigures } from "../report/replaceFigures.js";
import type { Draft, Report } from "../report/types.js";
import { describeUnit } from "../report/units.js";
import { firstReportOf, rowsWith, type Stretch } from "./anotherReport.js";
import { confirmedCalculations } from "./calculated.js";
import { contestedRows, type ReadRow } from "./contestedRows.js";
import { type Head, readHead } from "./head/readHead.js";
import type { HeadEntry } from "./head/types.js";
import { allVocabularies, type FormRow } from "./labels.js";
import { MAX_TABLE_COLUMNS, MAX_TABLE_PLACES } from "./limits.js";
import { type Gridded, gridsOf, LabelTexts, type Match, matchTables, type Refusal } from "./matchTables.js";
import { readingMessages } from "./messages.js";
import { isBlank, type Read, readRow, sameReads } from "./readRow.js";
import type { SourceDocument } from "./source.js";
import type { Stated } from "./statements.js";
import type { Token } from "./tokens.js";
import { DEFAULT_MONEY_UNIT } from "./units.js";

/** Options of the readers. */
export interface ReadOptions {
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/** What a reader found for one figure of the form. */
export interface LogEntry {
  /** Address of the figure. */
  readonly address: Address;
  /** Its coordinate on the form. */
  readonly coordinate: Cell["coordinate"];
  /** A count, an amount in 万元, or `null` where nothing was found or nothing could be read. */
  readonly value: FigureValue;
  /** What is printed there, as it is; `null` where the document has no such place. */
  readonly raw: string | null;
  /** Its place in the document; `null` if it was not found. */
  readonly place: Place | null;
}

/** What was read from a document. */
export interface Reading {
  /** `null` where no table of any edition could be found. */
  readonly draft: Draft | null;
  /** The draft as a report, where nothing is missing. */
  readonly report: Report | null;
  /** One entry for each figure of the form, in official order. */
  readonly log: readonly LogEntry[];
  /** One entry for each item of the head: agency, year, dates, texts, fee; with its place and source. */
  readonly head: readonly HeadEntry[];
  /** What was not found, not read, or read with a remark. */
  readonly findings: readonly Finding[];
  /** The places of the figures in the document, by address: for `validate(draft, { places })`. */
  readonly places: Readonly<Record<string, Place>>;
}

/**
 * Reads the report in a document of any format: finds tables 二, 三, 四 of either edition by the headings of their rows and
 * columns, and title, dates and text around them. What is not certain is left out and reported. Never throws.
 *
 * @example
 * ```ts
 * const reading = readDocument({ format: "text", blocks: [] }, { language: "en" });
 * reading.draft; //=> null
 * reading.findings[0]?.code; //=> "reading.noTables"
 * ```
 */
export function readDocument(document: SourceDocument, options?: ReadOptions): Reading {
  options ??= {};
  const language = options.language ?? "zh";
  const { rows, ...whole } = partOf(document, language);
  const first = firstReportOf(document, whole.head.outline, rows);
  if (first === null) return readingOf(document, whole, [], language);
  const found = quote(first.title.text);
  const details = { severity: "warning", place: first.title.place, actual: found } as const;
  const further = finding(readingMessages, "reading.anotherReport", { found }, language, details);
  return readingOf(first.document, partOf(first.document, language), [further], language);
}

/** The content of a document: its head, and its tables. */
interface Part {
  readonly head: Head;
  readonly matches: Matches;
  /** Number of its tables of any kind. */
  readonly tables: number;
}

function partOf(document: SourceDocument, language: Language): Part & { readonly rows: Stretch | null } {
  const head = readHead(document, language);
  const part = matchedPart(document, head);
  const rows = rowsWith(document, new Set((part.matches.match?.rows ?? []).map(({ at }) => at)));
  // A title below the tables is not theirs.
  if (rows === null || head.titleRow <= rows.first) return { ...part, rows };
  return { ...matchedPart(document, readHead(document, language, rows.first)), rows };
}

function matchedPart(document: SourceDocument, head: Head): Part {
  const grids = gridsOf(document, head.likelyYear);
  return { head, matches: bestMatch(grids, head.likelyYear), tables: grids.length };
}

function readingOf(
  document: SourceDocument,
  { head, matches: { match, tied, others }, tables }: Part,
  further: readonly Finding[],
  language: Language,
): Reading {
  const said = [...damageOf(document, language), ...further];
  if (match === null || match.figures === 0) {
    const none = nothing(match, tables, head, language);
    return { ...none, findings: [...none.findings, ...said] };
  }
  const recorder = new Recorder(match, language);
  recorder.record();
  recorder.sayHybrids(others);
  if (tied) {
    recorder.say(
      finding(readingMessages, "reading.editionUnclear", { found: match.vocabulary.form.id }, language, { severity: "warning" }),
    );
  }
  for (const found of said) recorder.say(found);
  return recorder.reading(head);
}

/** The finding about bytes that could not be decoded. */
function damageOf({ damaged = 0 }: SourceDocument, language: Language): readonly Finding[] {
  if (damaged === 0) return [];
  return [
    finding(readingMessages, "reading.damagedBytes", { count: damaged }, language, { severity: "warning", actual: damaged }),
  ];
}

/** What the labels of the editions find in a document. */
interface Matches {
  readonly match: Match | null;
  /** What those of the other editions find, where these were tried. */
  readonly others: readonly Match[];
  readonly tied: boolean;
}

/**
 * The edition whose labels find most figures; where several find as many, the one that the year belongs to, which is also
 * the first to be tried: where it finds all of its figures, there is nothing left for another.
 */
function bestMatch(grids: readonly Gridded[], year: number | null): Matches {
  const texts = new LabelTexts();
  const expected = year === null ? null : editionForYear(year);
  const ordered = [...allVocabularies].sort((a, b) => Number(b.form.id === expected) - Number(a.form.id === expected));
  const tried: Match[] = [];
  let best: Match | null = null;
  let tied = false;
  for (const vocabulary of ordered) {
    const match = matchTables(grids, vocabulary, texts, year);
    tried.push(match);
    tied = best !== null && (match.figures === best.figures || (tied && match.figures < best.figures));
    if (best === null || match.figures > best.figures) best = match;
    if (match.figures === vocabulary.form.cells.length && match.refusals.length === 0) break;
  }
  return {
    match: best,
    others: tried.filter((match) => match !== best),
    tied: tied && best?.vocabulary.form.id !== expected,
  };
}

function nothing(match: Match | null, tables: number, head: Head, language: Language): Reading {
  const findings: Finding[] = [];
  if (match !== null) findings.push(...match.refusals.flatMap((refusal) => refusalFinding(refusal, language)));
  const expected = match?.vocabulary.form.tables.map(({ definition }) => definition.number).join("、") ?? "";
  findings.push(
    finding(readingMessages, "reading.noTables", { expected, found: tables }, language, { expected, actual: tables }),
  );
  return { draft: null, report: null, log: [], head: head.entries, findings, places: {} };
}

function refusalFinding(refusal: Refusal, language: Language): readonly Finding[] {
  const place = refusal.at?.place ?? null;
  switch (refusal.kind) {
    case "columns": {
      const expected = refusal.family.columns.map(({ path }) => leafOf(path).term.label).join("、");
      const found = quote(refusal.found.join("、"));
      const params = { table: refusal.family.table.number, expected, found };
      return [finding(readingMessages, "reading.columnsAmbiguous", params, language, { place, expected, actual: found })];
    }
    case "misaligned": {
      const params = {
        table: refusal.row.family.table.number,
        label: rowLabel(refusal.row),
        expected: refusal.expected,
        found: refusal.found,
      };
      const details = { place, cells: blankCells(refusal.row), expected: refusal.expected, actual: refusal.found };
      return [finding(readingMessages, "reading.rowMisaligned", params, language, details)];
    }
    case "unheaded":
      return [];
    case "unclear": {
      const params = {
        table: refusal.row.family.table.number,
        label: quote(refusal.at.text),
        found: quote(refusal.found),
        expected: rowLabel(refusal.row),
      };
      return [finding(readingMessages, "reading.rowUnclear", params, language, { place, cells: blankCells(refusal.row) })];
    }
    case "outOfPlace": {
      const params = { table: refusal.row.family.table.number, found: quote(refusal.at.text), expected: rowLabel(refusal.row) };
      return [finding(readingMessages, "reading.rowOutOfPlace", params, language, { place, severity: "warning" })];
    }
    case "unknown": {
      const params = { table: refusal.family.table.number, found: quote(refusal.at.text) };
      return [
        finding(readingMessages, "reading.rowUnknown", params, language, { place, severity: "warning", actual: params.found }),
      ];
    }
    case "tooLarge": {
      const params = { expected: MAX_TABLE_PLACES, columns: MAX_TABLE_COLUMNS };
      return [finding(readingMessages, "reading.tableTooLarge", params, language, { place })];
    }
  }
}

const LONGEST_QUOTE = 80;

/** A text of the document, short enough for a sentence. */
function quote(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}

/** The heading of a row, or what to call the only row of a table that has none. */
function rowLabel(row: FormRow): string | Sentence {
  return row.path.length === 0 ? { zh: "数字", en: "figures" } : printedHeading(leafOf(row.path));
}

function blankCells(row: FormRow): readonly FindingCell[] {
  return row.cells.map(({ address, coordinate }) => ({ address, coordinate, value: null, place: null }));
}

/** The rows that were found. */
function namedRows({ rows }: Match): ReadonlySet<FormRow> {
  return new Set(rows.map(({ row }) => row));
}

function rowsOf({ vocabulary }: Match, table: string): readonly FormRow[] {
  return vocabulary.rows.filter(({ family }) => family.table.id === table);
}

/** Turns the rows that were found into figures, and keeps the log. */
class Recorder {
  readonly #match: Match;
  readonly #form: Form;
  readonly #language: Language;
  readonly #entries: (LogEntry | undefined)[] = [];
  readonly #places: Record<string, Place> = {};
  readonly #values = new Map<string, FigureValue>();
  readonly #findings: Finding[] = [];
  readonly #calculated: Read[] = [];

  constructor(match: Match, language: Language) {
    this.#match = match;
    this.#form = match.vocabulary.form;
    this.#language = language;
  }

  say(found: Finding): void {
    this.#findings.push(found);
  }

  record(): void {
    const found = new Map<FormRow, ReadRow[]>();
    const foreign = new Map<Stated, Set<FormRow>>();
    for (const row of this.#match.rows) {
      const { otherYear } = row.said;
      if (otherYear !== null) foreign.set(otherYear, (foreign.get(otherYear) ?? new Set()).add(row.row));
      else {
        const read = { found: row, reads: readRow(row) };
        const known = found.get(row.row);
        if (known === undefined) found.set(row.row, [read]);
        else known.push(read);
      }
    }
    for (const [stated, rows] of foreign) this.#sayOtherYear(stated, [...rows], found);
    const contested = contestedRows(found, this.#match.refusals);
    for (const refusal of this.#match.refusals) {
      if (refusal.kind !== "misaligned" || !found.has(refusal.row))
        for (const own of refusalFinding(refusal, this.#language)) this.say(own);
    }
    const refused = new Set([
      ...this.#match.refusals.flatMap((refusal) =>
        refusal.kind === "misaligned" || refusal.kind === "unclear" ? [refusal.row] : [],
      ),
      ...[...foreign.values()].flatMap((rows) => [...rows]),
    ]);
    for (const { definition, cells } of this.#form.tables) {
      const rows = this.#match.vocabulary.rows.filter((row) => row.family.table === definition);
      if (!rows.some((row) => found.has(row) || refused.has(row))) {
        const title = captionOf(this.#form.id, definition.number);
        const details = { cells: cells.map(({ address, coordinate }) => ({ address, coordinate, value: null, place: null })) };
        this.say(finding(readingMessages, "reading.tableMissing", { table: definition.number, title }, this.#language, details));
        continue;
      }
      for (const row of rows) {
        const candidates = found.get(row);
        if (candidates !== undefined && contested.has(row)) this.#sayContested(row, candidates);
        else if (candidates !== undefined) this.#recordRow(row, candidates);
        else if (!refused.has(row)) {
          const label = rowLabel(row);
          const params = { table: definition.number, expected: label };
          this.say(
            finding(readingMessages, "reading.rowMissing", params, this.#language, {
              cells: blankCells(row),
              expected: typeof label === "string" ? label : label[this.#language],
            }),
          );
        }
      }
    }
  }

  /**
   * A table that is whole on another edition's form and not on this one's is of that edition: agencies put tables of two
   * editions into one report.
   */
  sayHybrids(others: readonly Match[]): void {
    const own = namedRows(this.#match);
    for (const { definition } of this.#form.tables) {
      const rows = rowsOf(this.#match, definition.id);
      if (rows.every((row) => own.has(row))) continue;
      const other = others.find((match) => {
        const named = namedRows(match);
        const theirs = rowsOf(match, definition.id);
        return theirs.length > 0 && theirs.every((row) => named.has(row));
      });
      if (other === undefined) continue;
      const expected = this.#form.id;
      const found = other.vocabulary.form.id;
      const place = other.rows.find(({ row }) => row.family.table.id === definition.id)?.at.place ?? null;
      const cells = rows.filter((row) => !own.has(row)).flatMap(blankCells);
      const params = { table: definition.number, found, expected };
      this.say(
        finding(readingMessages, "reading.tableEdition", params, this.#language, {
          severity: "warning",
          place,
          cells,
          expected,
          actual: found,
        }),
      );
    }
  }

  /** A table of another year is left out; the rows that this year's has not are blank for that reason. */
  #sayOtherYear(stated: Stated, rows: readonly FormRow[], found: ReadonlyMap<FormRow, unknown>): void {
    const lost = rows.filter((row) => !found.has(row));
    const tables = [...new Set(rows.map(({ family }) => family.table.number))].join("、");
    const params = { table: tables, found: quote(stated.text) };
    const details = { place: stated.place, cells: lost.flatMap(blankCells), actual: params.found };
    const severity = lost.length === 0 ? ({ severity: "warning" } as const) : {};
    this.say(finding(readingMessages, "reading.otherYear", params, this.#language, { ...details, ...severity }));
  }

  #sayContested(row: FormRow, [first]: readonly ReadRow[]): void {
    const params = { table: row.family.table.number, expected: rowLabel(row) };
    const details = { place: first?.found.at.place ?? null, cells: blankCells(row) };
    this.say(finding(readingMessages, "reading.rowContested", params, this.#language, details));
  }

  #recordRow(row: FormRow, all: readonly ReadRow[]): void {
    const filled = row.path.length === 0 ? all.filter(({ reads }) => !isBlank(reads)) : all;
    const [first, ...others] = filled.length > 0 ? filled : all.slice(0, 1);
    if (first === undefined) return;
    if (others.length > 0) {
      const same = others.every(({ reads }) => sameReads(reads, first.reads));
      const params = { table: row.family.table.number, expected: rowLabel(row), found: others.length + 1 };
      const place = first.found.at.place;
      if (!same) {
        this.say(finding(readingMessages, "reading.rowDuplicate", params, this.#language, { place, cells: blankCells(row) }));
        return;
      }
      this.say(finding(readingMessages, "reading.rowRepeated", params, this.#language, { place, severity: "advice" }));
    }
    if (first.found.by === "count" && first.found.layout.from !== null) {
      const params = { table: row.family.table.number, label: rowLabel(row), expected: first.found.layout.order.length };
      const place = first.found.at.place;
      this.say(finding(readingMessages, "reading.alignedByCount", params, this.#language, { place, severity: "advice" }));
    }
    for (const read of first.reads) this.#recordFigure(read);
    this.#sayBlanks(row, first.reads);
  }

  #recordFigure(read: Read): void {
    const { cell, token, raw, source } = read;
    const value = token.kind === "figure" && read.trouble === null ? token.value : null;
    const place = source?.source.place ?? null;
    this.#entries[cell.index] = { address: cell.address, coordinate: cell.coordinate, value, raw, place };
    if (place !== null) this.#places[cell.address] = place;
    this.#values.set(cell.address, value);
    if (read.trouble !== null || token.kind === "unreadable") this.#sayTrouble(read);
    else if (token.kind === "figure" && source?.source.formula?.calculated === true) this.#calculated.push(read);
    else if (token.kind === "figure") this.#sayHow(read, token);
  }

  #sayTrouble(read: Read): void {
    const params = { ...this.#where(read.cell), found: quote(read.raw ?? ""), stated: quote(read.stated ?? "") };
    const details = {
      path: read.cell.address,
      cells: [this.#cellOf(read, null)],
      place: read.source?.source.place ?? null,
      actual: params.found,
    };
    if (read.trouble !== null) {
      this.say(finding(readingMessages, `reading.${read.trouble}`, params, this.#language, details));
    } else if (read.source?.source.formula?.calculated === false) {
      this.say(finding(readingMessages, "reading.uncalculated", params, this.#language, details));
    } else {
      const expected = describeUnit(read.cell.unit);
      this.say(finding(readingMessages, "reading.unreadable", { ...params, expected }, this.#language, details));
    }
  }

  /** Keeps the calculated figures that the form's balances confirm, with a finding for each. */
  #recordCalculated(): void {
    const valueAt = (address: string) => this.#entries[this.#form.byAddress[address]?.index ?? -1]?.value ?? null;
    const addresses = new Set(this.#calculated.map(({ cell }) => cell.address));
    const confirmed = confirmedCalculations(this.#form, addresses, valueAt);
    for (const read of this.#calculated) {
      const { cell, source } = read;
      const value = confirmed.has(cell.address) ? valueAt(cell.address) : null;
      const found = quote(source?.source.formula?.text ?? "");
      const details = {
        path: cell.address,
        cells: [this.#cellOf(read, value)],
        place: source?.source.place ?? null,
        actual: found,
      };
      const params = { ...this.#where(cell), found };
      const entry = this.#entries[cell.index];
      if (entry !== undefined) this.#entries[cell.index] = { ...entry, value };
      this.#values.set(cell.address, value);
      this.say(
        value === null
          ? finding(readingMessages, "reading.uncalculated", params, this.#language, details)
          : finding(readingMessages, "reading.calculated", { ...params, value }, this.#language, {
              ...details,
              severity: "warning",
              expected: value,
            }),
      );
    }
  }

  #sayHow(read: Read, token: Extract<Token, { kind: "figure" }>): void {
    if (token.convertedFrom === null && !token.spaced && !read.unitAssumed) return;
    const details = {
      path: read.cell.address,
      cells: [this.#cellOf(read, token.value)],
      place: read.source?.source.place ?? null,
      actual: quote(read.raw ?? ""),
    };
    const params = { ...this.#where(read.cell), found: details.actual, value: token.value };
    if (token.convertedFrom !== null) {
      const expected = read.cell.unit === "amount" ? DEFAULT_MONEY_UNIT : "1";
      const more = { ...params, expected };
      this.say(
        finding(readingMessages, "reading.unitConverted", more, this.#language, {
          ...details,
          expected: token.value,
          severity: "warning",
        }),
      );
    }
    if (read.unitAssumed) {
      const more = { where: params.where, label: params.label, expected: DEFAULT_MONEY_UNIT };
      this.say(finding(readingMessages, "reading.unitAssumed", more, this.#language, { ...details, severity: "advice" }));
    }
    if (token.spaced)
      this.say(finding(readingMessages, "reading.spaced", params, this.#language, { ...details, severity: "advice" }));
  }

  /** One finding for the blanks of a row, and one for each sign for none in it. */
  #sayBlanks(row: FormRow, reads: readonly Read[]): void {
    const groups = new Map<string, Read[]>();
    for (const read of reads) {
      if (read.trouble !== null || (read.token.kind !== "blank" && read.token.kind !== "mark")) continue;
      const mark = read.token.kind === "mark" ? read.token.mark : "";
      groups.set(mark, [...(groups.get(mark) ?? []), read]);
    }
    for (const [mark, own] of groups) {
      const params = { table: row.family.table.number, label: rowLabel(row) };
      const details = {
        severity: "advice",
        cells: own.map((read) => this.#cellOf(read, null)),
        place: own[0]?.source?.source.place ?? null,
        path: own.length === 1 ? (own[0]?.cell.address ?? null) : null,
      } as const;
      this.say(
        mark === ""
          ? finding(readingMessages, "reading.blank", { ...params, found: own.length }, this.#language, details)
          : finding(readingMessages, "reading.mark", { ...params, found: mark, count: own.length }, this.#language, details),
      );
    }
  }

  #cellOf({ cell, source }: Read, value: FigureValue): FindingCell {
    return { address: cell.address, coordinate: cell.coordinate, value, place: source?.source.place ?? null };
  }

  #where(cell: Cell): { readonly where: Sentence; readonly label: Sentence } {
    return {
      where: { zh: formatCoordinate(cell.coordinate, "zh"), en: formatCoordinate(cell.coordinate, "en") },
      label: { zh: cellLabel(cell, "zh"), en: cellLabel(cell, "en") },
    };
  }

  reading(head: Head): Reading {
    this.#recordCalculated();
    this.#sayHead(head);
    const edition = this.#form.id;
    const log = this.#form.cells.map(
      ({ index, address, coordinate }) => this.#entries[index] ?? { address, coordinate, value: null, raw: null, place: null },
    );
    const draft = safeParseDraft(replaceFigures({ edition, ...head.draft }, this.#values), { language: this.#language });
    if (!draft.success) this.#findings.push(...draft.findings);
    const whole = draft.success && log.every(({ value }) => value !== null) ? safeParseReport(draft.data) : null;
    return {
      draft: draft.success ? draft.data : null,
      report: whole?.success === true ? whole.data : null,
      log,
      head: head.entries,
      findings: this.#findings,
      places: this.#places,
    };
  }

  #sayHead({ year, findings }: Head): void {
    for (const found of findings) this.say(found);
    const expected = year === null ? null : editionForYear(year);
    const found = this.#form.id;
    if (year !== null && expected !== null && expected !== found) {
      const params = { year, expected, found };
      this.say(
        finding(readingMessages, "reading.editionYear", params, this.#language, {
          severity: "warning",
          expected,
          actual: found,
          path: "edition",
        }),
      );
    }
  }
}
