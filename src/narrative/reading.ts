import type { Sentence } from "../findings/finding.js";
import { type Cell, leafOf } from "../form/cells.js";
import type { Form, FormTable } from "../form/form.js";
import { headingsOf } from "../form/form.js";
import { type Figures, own } from "../report/figures.js";
import type { Draft } from "../report/types.js";
import type { Meaning } from "./resolve.js";
import type { Interpretation } from "./types.js";
import type { Lines } from "./vocabulary.js";

const FEE_NAME: Sentence = { zh: "信息处理费（元）", en: "information-processing fee, in yuan" };

/** The 信息处理费 of a report, as a possible meaning of a claim. */
export const feeReading: Interpretation = { plus: [], minus: [], fee: true, statement: FEE_NAME };

/** Interpretations of words as lines of the form, cached: an edition has few words, and claims are many. */
export class Readings {
  readonly #form: Form;
  readonly #tables: ReadonlyMap<string, TableLines>;
  readonly #made = new WeakMap<Lines, Map<Lines | null, Interpretation | null>>();
  /** One object of each meaning, so that two are compared by identity. */
  readonly #byFigures = new Map<string, Interpretation>();

  constructor(form: Form) {
    this.#form = form;
    this.#tables = new Map(form.tables.map((table) => [table.definition.id, linesOf(table)]));
  }

  /** Figures of the form that a meaning adds up and takes away. */
  of({ table, rows, columns }: Meaning): Interpretation | null {
    let byColumns = this.#made.get(rows);
    if (byColumns === undefined) {
      byColumns = new Map();
      this.#made.set(rows, byColumns);
    }
    // A sum of several lines is a new object each time, so its cache entry is collected with it.
    const known = byColumns.get(columns);
    if (known !== undefined) return known;
    const made = this.#make(table, rows, columns);
    byColumns.set(columns, made);
    return made;
  }

  #make(table: string, rows: Lines, columns: Lines | null): Interpretation | null {
    const lines = this.#tables.get(table);
    if (lines === undefined) return null;
    const fields = columns?.plus ?? lines.totals;
    const addresses = (records: readonly string[]): readonly string[] =>
      lines.records.flatMap(([id, cells]) =>
        records.includes(id) ? cells.filter(({ field }) => fields.includes(field)).map(({ address }) => address) : [],
      );
    const plus = addresses(rows.plus);
    if (plus.length === 0) return null;
    const minus = rows.minus.length === 0 ? [] : addresses(rows.minus);
    const key = `${plus.join()}-${minus.join()}`;
    const made = this.#byFigures.get(key) ?? { plus, minus, fee: false, statement: statementOf(this.#form, plus, minus) };
    this.#byFigures.set(key, made);
    return made;
  }
}

interface TableLines {
  readonly records: readonly (readonly [string, readonly Cell[]])[];
  /** The fields that hold totals; they are the same in every record of such a table. */
  readonly totals: readonly string[];
}

function linesOf({ records }: FormTable): TableLines {
  const [first] = records;
  const totals = (first?.cells ?? []).filter((cell) => headingsOf(cell).field.role === "total").map(({ field }) => field);
  return { records: records.map(({ id, cells }) => [id, cells]), totals };
}

/** A longer sum is given by its first and last term. */
const LONGEST_SUM = 3;

function statementOf(form: Form, plus: readonly string[], minus: readonly string[]): Sentence {
  const sum = (addresses: readonly string[], language: "zh" | "en"): string => {
    const names = addresses.map((address) => nameOf(form, address, language));
    if (names.length <= LONGEST_SUM) return names.join(" + ");
    return `${names[0]} + … + ${names[names.length - 1]}`;
  };
  const inLanguage = (language: "zh" | "en"): string =>
    sum(plus, language) + (minus.length === 0 ? "" : ` − (${sum(minus, language)})`);
  return { zh: inLanguage("zh"), en: inLanguage("en") };
}

function nameOf(form: Form, address: string, language: "zh" | "en"): string {
  const cell = form.byAddress[address];
  if (cell === undefined) return address;
  const { record, field } = headingsOf(cell);
  if (language === "en") return `${record.term.english} (${field.term.english})`;
  return `${record.marker}${record.term.label}（${leafOf(cell.fieldPath).term.label}）`;
}

/**
 * The value of a reading in a report: requests and cases unchanged, the fee in fen. A blank total is replaced by the sum of its
 * parts if all are stated. `NaN` if a needed figure is blank.
 */
export function valueOfReading(reading: Interpretation, form: Form, draft: Draft, figures: Figures): number {
  if (reading.fee) {
    const fee = own(draft, "informationProcessingFee");
    return typeof fee === "string" ? yuanToFen(fee) : Number.NaN;
  }
  const sum = (addresses: readonly string[]): number =>
    addresses.reduce((total, address) => total + figureOf(address, form, figures), 0);
  const value = sum(reading.plus) - sum(reading.minus);
  return Number.isSafeInteger(value) ? value : Number.NaN;
}

function figureOf(address: string, form: Form, figures: Figures): number {
  const cell = form.byAddress[address];
  if (cell === undefined) return Number.NaN;
  const printed = figures[cell.index] ?? Number.NaN;
  if (!Number.isNaN(printed) || headingsOf(cell).field.role !== "total") return printed;
  return form.cells
    .filter((part) => part.table === cell.table && part.record === cell.record && headingsOf(part).field.role === "part")
    .reduce((total, part) => total + (figures[part.index] ?? Number.NaN), 0);
}

/** An amount in yuan, as the schema accepts it, in fen. */
export function yuanToFen(yuan: string): number {
  const [whole = "", decimals = ""] = yuan.split(".");
  return Number(whole + decimals.padEnd(2, "0").slice(0, 2));
}

/** A whole number of fen as an amount in yuan, without needless zeros. */
export function fenToYuan(fen: number): string {
  const digits = String(fen).padStart(3, "0");
  const decimals = digits.slice(-2).replace(/0+$/, "");
  return digits.slice(0, -2) + (decimals === "" ? "" : `.${decimals}`);
}
