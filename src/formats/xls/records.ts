import type { Language, Sentence } from "../../findings/finding.js";
import type { Fields } from "../compound/fields.js";
import { formatError } from "../messages.js";

/** Most records of a workbook that are looked at, those counted again that several worksheets lay claim to. */
export const MAX_XLS_RECORDS = 2_000_000;

/** The records of a workbook (BIFF8) that matter, by the names of MS-XLS. */
export const RECORD = {
  formula: 0x0006,
  end: 0x000a,
  date1904: 0x0022,
  encrypted: 0x002f,
  font: 0x0031,
  continued: 0x003c,
  object: 0x005d,
  uncalculated: 0x005e,
  columns: 0x007d,
  sheet: 0x0085,
  numbers: 0x00bd,
  richLabel: 0x00d6,
  palette: 0x0092,
  cellFormat: 0x00e0,
  merges: 0x00e5,
  drawing: 0x00ec,
  conditions: 0x01b0,
  rule: 0x01b1,
  newerConditions: 0x0879,
  newerRule: 0x087a,
  strings: 0x00fc,
  sharedLabel: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  truth: 0x0205,
  formulaText: 0x0207,
  row: 0x0208,
  shortNumber: 0x027e,
  numberFormat: 0x041e,
  sharedFormula: 0x04bc,
  begin: 0x0809,
} as const;

/** A record: what it is, its own data, and the data of the records that continue it. */
export interface Record {
  readonly type: number;
  readonly data: Fields;
  readonly more: readonly Fields[];
}

const HEADER_BYTES = 4;

/** Reads records from a place on, and counts them. */
export class Records {
  readonly #stream: Fields;
  readonly #language: Language;
  #read = 0;

  constructor(stream: Fields, language: Language) {
    this.#stream = stream;
    this.#language = language;
  }

  /** The records of the part of the stream that begins at a place, up to its end; parts within it, such as charts, are left out. */
  *part(start: number): Generator<Record> {
    let at = start;
    let depth = 0;
    while (at + HEADER_BYTES <= this.#stream.length) {
      const record = this.#next(at);
      at += HEADER_BYTES + record.data.length;
      for (let next = this.#following(at); next !== null; next = this.#following(at)) {
        record.more.push(next);
        at += HEADER_BYTES + next.length;
      }
      if (record.type === RECORD.begin) depth += 1;
      if (depth <= 1) yield record;
      if (record.type === RECORD.end) {
        depth -= 1;
        if (depth <= 0) return;
      }
    }
  }

  #next(at: number): Record & { readonly more: Fields[] } {
    this.#read += 1;
    if (this.#read > MAX_XLS_RECORDS)
      throw formatError("format.limit", { what: recordCount, limit: MAX_XLS_RECORDS, found: this.#read }, this.#language);
    const data = this.#stream.part(at + HEADER_BYTES, this.#stream.u16(at + 2));
    return { type: this.#stream.u16(at), data, more: [] };
  }

  #following(at: number): Fields | null {
    if (at + HEADER_BYTES > this.#stream.length || this.#stream.u16(at) !== RECORD.continued) return null;
    return this.#next(at).data;
  }
}

const recordCount: Sentence = { zh: "工作簿的记录数", en: "the number of records of the workbook" };
