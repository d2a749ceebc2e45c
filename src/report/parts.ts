import { claim } from "../_internal/claim.js";
import type { Language } from "../findings/finding.js";
import { currentEdition, describeForm, type EditionId, type FormTable } from "../form/form.js";
import type { ApplicantCategory, RemedyResult } from "../form/terms.js";
import { fillTable, type OmittedIsZero, type SparseTableInput, type TableInput } from "./builder.js";
import { own } from "./figures.js";
import type { Report } from "./types.js";

/** A row of table 三 with its total. */
export type RequestRow = Report["requests"]["received"];

/** A block of table 四 with its total. */
export type RemedyBlock = Report["remedies"]["reconsideration"];

/** One applicant's column of table 三: a count for each row that is counted. */
export type RequestColumnInput<E extends EditionId> = { readonly [R in keyof TableInput<E, "requests">]?: number };

/** One applicant's column of table 三, with what was concluded and what is carried forward. */
export type RequestColumn<E extends EditionId> = { readonly [R in keyof Extract<Report, { edition: E }>["requests"]]: number };

/** Options of the builders of parts. */
export interface PartOptions {
  /** Language of the messages; Chinese unless told otherwise. */
  readonly language?: Language;
}

/**
 * One row of table 三 from its counts by applicant category; 总计 is computed.
 *
 * @throws `DisclosureReportError` `builder.refused` if a category is missing or is no count.
 *
 * @example
 * ```ts
 * requestRow({ naturalPerson: 4, legalServiceInstitution: 2 }, { omitted: 0 }).total; //=> 6
 * ```
 */
export function requestRow(counts: Readonly<Record<ApplicantCategory, number>>, options?: PartOptions): RequestRow;
export function requestRow(
  counts: Partial<Readonly<Record<ApplicantCategory, number>>>,
  options: OmittedIsZero & PartOptions,
): RequestRow;
export function requestRow(counts: object, options: Partial<OmittedIsZero> & PartOptions = {}): RequestRow {
  return claim<RequestRow>(completeRecord("requests", "received", counts, options));
}

/**
 * One block of table 四 from its four results; 总计 is computed.
 *
 * @throws `DisclosureReportError` `builder.refused` if a result is missing or is no count.
 *
 * @example
 * ```ts
 * remedyBlock({ upheld: 3, corrected: 1, otherResult: 0, pending: 2 }).total; //=> 6
 * ```
 */
export function remedyBlock(counts: Readonly<Record<RemedyResult, number>>, options?: PartOptions): RemedyBlock;
export function remedyBlock(
  counts: Partial<Readonly<Record<RemedyResult, number>>>,
  options: OmittedIsZero & PartOptions,
): RemedyBlock;
export function remedyBlock(counts: object, options: Partial<OmittedIsZero> & PartOptions = {}): RemedyBlock {
  return claim<RemedyBlock>(completeRecord("remedies", "reconsideration", counts, options));
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
  options: OmittedIsZero & PartOptions,
): RequestColumn<E> {
  const field = "naturalPerson" satisfies ApplicantCategory;
  const table = restrict(tableOf(edition, "requests"), (cell) => cell.field === field);
  const input = Object.fromEntries(Object.entries(counts).map(([record, value]) => [record, { [field]: value }]));
  const filled = fillTable(table, input, options.omitted === 0, options.language ?? "zh");
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

function completeRecord(table: string, record: string, counts: object, options: Partial<OmittedIsZero> & PartOptions): unknown {
  const only = restrict(tableOf(currentEdition, table), (cell) => cell.record === record);
  return own(fillTable(only, { [record]: counts }, options.omitted === 0, options.language ?? "zh"), record);
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
