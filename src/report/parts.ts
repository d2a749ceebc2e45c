import { claim } from "../_internal/claim.js";
import { neededOptions } from "../findings/error.js";
import type { Language, Sentence } from "../findings/finding.js";
import type { Cell } from "../form/cells.js";
import { describeForm, type EditionId, type FormTable, headingsOf } from "../form/form.js";
import type { ApplicantCategory } from "../form/terms.js";
import { type About, fillTable, type OmittedIsZero, type SparseTableInput, type TableInput } from "./builder.js";
import { own } from "./figures.js";
import type { Tables } from "./types.js";

/** A row of table 三 with its total. */
export type RequestRow<E extends EditionId = EditionId> = Tables<E>["requests"]["received"];

/** A block of table 四 with its total. */
export type RemedyBlock<E extends EditionId = EditionId> = Tables<E>["remedies"]["reconsideration"];

/** A row of table 三 without its total: a count for each applicant category. */
export type RequestRowInput<E extends EditionId> = TableInput<E, "requests">["received"];

/** A block of table 四 without its total: a count for each result. */
export type RemedyBlockInput<E extends EditionId> = TableInput<E, "remedies">["reconsideration"];

/** One applicant's column of table 三: a count for each row that is counted. */
export type RequestColumnInput<E extends EditionId> = { readonly [R in keyof TableInput<E, "requests">]?: number };

/** One applicant's column of table 三, with what was concluded and what is carried forward. */
export type RequestColumn<E extends EditionId> = { readonly [R in keyof Tables<E>["requests"]]: number };

/** Options of the builders of parts. */
export interface PartOptions {
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

/** Names the row, so that findings name its figures by their coordinates. */
export interface RowOptions<E extends EditionId> extends PartOptions {
  /** The row. */
  readonly row?: keyof Tables<E>["requests"] & string;
}

/** Names the block, so that findings name its figures by their coordinates. */
export interface BlockOptions<E extends EditionId> extends PartOptions {
  /** The block. */
  readonly block?: keyof Tables<E>["remedies"] & string;
}

/** Names the column, so that findings name its figures by their coordinates. */
export interface ColumnOptions extends PartOptions {
  /** The applicant category. */
  readonly applicant?: ApplicantCategory;
}

/**
 * One row of table 三 of an edition from its counts by applicant category; 总计 is computed.
 *
 * @throws `DisclosureReportError` `builder.refused` if a category is missing or is no count.
 *
 * @example
 * ```ts
 * requestRow("2021", { naturalPerson: 4, legalServiceInstitution: 2 }, { omitted: 0 }).total; //=> 6
 * ```
 */
export function requestRow<E extends EditionId>(edition: E, counts: RequestRowInput<E>, options?: RowOptions<E>): RequestRow<E>;
export function requestRow<E extends EditionId>(
  edition: E,
  counts: Partial<RequestRowInput<E>>,
  options: OmittedIsZero & RowOptions<E>,
): RequestRow<E>;
export function requestRow<E extends EditionId>(
  edition: E,
  counts: object,
  options?: Partial<OmittedIsZero> & RowOptions<E>,
): RequestRow<E> {
  options ??= {};
  return claim<RequestRow<E>>(completeRecord(edition, "requests", options.row, counts, options));
}

/**
 * One block of table 四 of an edition from its four results; 总计 is computed.
 *
 * @throws `DisclosureReportError` `builder.refused` if a result is missing or is no count.
 *
 * @example
 * ```ts
 * remedyBlock("2021", { upheld: 3, corrected: 1, otherResult: 0, pending: 2 }).total; //=> 6
 * ```
 */
export function remedyBlock<E extends EditionId>(
  edition: E,
  counts: RemedyBlockInput<E>,
  options?: BlockOptions<E>,
): RemedyBlock<E>;
export function remedyBlock<E extends EditionId>(
  edition: E,
  counts: Partial<RemedyBlockInput<E>>,
  options: OmittedIsZero & BlockOptions<E>,
): RemedyBlock<E>;
export function remedyBlock<E extends EditionId>(
  edition: E,
  counts: object,
  options?: Partial<OmittedIsZero> & BlockOptions<E>,
): RemedyBlock<E> {
  options ??= {};
  return claim<RemedyBlock<E>>(completeRecord(edition, "remedies", options.block, counts, options));
}

/**
 * One applicant's column of table 三; （七）总计 and 结转下年度继续办理 are computed. What is left out counts as 0.
 *
 * @throws `DisclosureReportError` `builder.refused` if a value is no count, or more was concluded than received.
 *
 * @example
 * ```ts
 * const column = requestColumn("2021", { received: 5, granted: 3, notHeld: 1 }, { omitted: 0 });
 * column.concluded; //=> 4
 * column.carriedForward; //=> 1
 * ```
 */
export function requestColumn<E extends EditionId>(
  edition: E,
  counts: RequestColumnInput<E>,
  options: OmittedIsZero & ColumnOptions,
): RequestColumn<E> {
  const { omitted, applicant, language = "zh" } = neededOptions(options, "omitted");
  const table = tableOf(edition, "requests");
  const field = applicant ?? firstOf(table).field;
  const only = restrict(table, (cell) => cell.field === field);
  const input = Object.fromEntries(Object.entries(counts).map(([record, value]) => [record, { [field]: value }]));
  const about = applicant === undefined ? aboutLine(table, "record") : undefined;
  const filled = fillTable(only, input, omitted === 0, language, about);
  return claim<RequestColumn<E>>(
    Object.fromEntries(Object.entries(filled).map(([record, fields]) => [record, own(fields, field)])),
  );
}

/**
 * The figures of table 三 for a builder, from the columns of the applicant categories.
 *
 * @example
 * ```ts
 * const figures = requestsFromColumns("2021", { naturalPerson: { received: 5, granted: 5 } });
 * figures.received?.naturalPerson; //=> 5
 * ```
 */
export function requestsFromColumns<E extends EditionId>(
  _edition: E,
  columns: { readonly [C in ApplicantCategory]?: RequestColumnInput<E> },
): SparseTableInput<E, "requests"> {
  const records: Record<string, Record<string, unknown>> = {};
  for (const [category, column] of Object.entries(columns)) {
    for (const [record, value] of Object.entries(column)) {
      records[record] = { ...records[record], [category]: value };
    }
  }
  return claim<SparseTableInput<E, "requests">>(records);
}

function completeRecord(
  edition: EditionId,
  id: string,
  named: string | undefined,
  counts: object,
  options: Partial<OmittedIsZero> & PartOptions,
): unknown {
  const table = tableOf(edition, id);
  const record = named ?? firstOf(table).record;
  const only = restrict(table, (cell) => cell.record === record);
  const about = named === undefined ? aboutLine(table, "field") : undefined;
  return own(fillTable(only, { [record]: counts }, options.omitted === 0, options.language ?? "zh", about), record);
}

/** Any figure of a table: without the option all rows or columns are alike. */
function firstOf(table: FormTable): Cell {
  const [first] = table.cells;
  if (first === undefined) throw new RangeError(`table ${table.definition.id} has no figures`);
  return first;
}

/** Names a figure by its one known heading, without a coordinate. */
function aboutLine({ definition }: FormTable, key: "record" | "field"): About {
  const name = (cell: Cell): Sentence => {
    const { term } = headingsOf(cell)[key];
    return { zh: term.label, en: term.english };
  };
  const where: Sentence = { zh: `表${definition.number}`, en: `table ${definition.number}` };
  return { params: (cell) => ({ where, label: name(cell) }), details: (cell) => ({ path: cell[key] }) };
}

function tableOf(edition: EditionId, id: string): FormTable {
  const table = describeForm(edition).tables.find(({ definition }) => definition.id === id);
  if (table === undefined) throw new RangeError(`edition ${edition} has no table ${id}`);
  return table;
}

function restrict(table: FormTable, keep: (cell: FormTable["cells"][number]) => boolean): FormTable {
  const records = table.records
    .map(({ id, cells }) => ({ id, cells: cells.filter(keep) }))
    .filter(({ cells }) => cells.length > 0);
  return { ...table, records, cells: table.cells.filter(keep) };
}
