import { claim } from "../_internal/claim.js";
import { onceAsked } from "../_internal/onceAsked.js";
import { misuse } from "../findings/error.js";
import type { Coordinate, Language } from "../findings/finding.js";
import { type Cell, cellsOfTable, leafOf, printedHeading } from "./cells.js";
import { edition2019 } from "./edition2019.js";
import { edition2021 } from "./edition2021.js";
import type { Edition, Heading, TableForm } from "./types.js";

/** The editions of the form, by identifier. A new edition is one more entry. */
export const editions = { "2021": edition2021, "2019": edition2019 } as const satisfies Record<string, Edition>;

type Editions = typeof editions;

/** Identifier of an edition of the form: the year of the document that issued it. */
export type EditionId = keyof Editions;

/** The figures of one record: a row of table 二 or 三, a block of table 四. */
export interface FormRecord<E extends EditionId = EditionId> {
  readonly id: string;
  readonly cells: readonly Cell<E>[];
}

/** One table of a form with its figures. */
export interface FormTable<E extends EditionId = EditionId> {
  readonly definition: TableForm;
  readonly records: readonly FormRecord<E>[];
  readonly cells: readonly Cell<E>[];
}

/** An edition of the form with everything that follows from its definition. */
export interface Form<E extends EditionId = EditionId> {
  readonly id: E;
  readonly edition: Edition;
  readonly tables: readonly FormTable<E>[];
  /** Every figure in official order: table, row, column. */
  readonly cells: readonly Cell<E>[];
  /** Every figure by its address. */
  readonly byAddress: Readonly<Record<string, Cell<E>>>;
}

function compileForm(id: EditionId, edition: Edition): Form {
  const tables: FormTable[] = [];
  const cells: Cell[] = [];
  for (const definition of edition.tables) {
    const own = cellsOfTable(definition, cells.length);
    cells.push(...own);
    tables.push({ definition, records: recordsOf(own), cells: own });
  }
  // Without a prototype: inherited properties must not be found as addresses.
  const byAddress: Record<string, Cell> = Object.create(null);
  for (const cell of cells) byAddress[cell.address] = cell;
  return { id, edition, tables, cells, byAddress };
}

function recordsOf(cells: readonly Cell[]): readonly FormRecord[] {
  const records = new Map<string, Cell[]>();
  for (const cell of cells) {
    const record = records.get(cell.record);
    if (record === undefined) records.set(cell.record, [cell]);
    else record.push(cell);
  }
  return [...records].map(([id, own]) => ({ id, cells: own }));
}

/** Identifiers of all editions, the latest first. */
export const editionIds: readonly EditionId[] = /* @__PURE__ */ (() =>
  claim<EditionId[]>(Object.keys(editions)).sort((a, b) => editions[b].years.from - editions[a].years.from))();

/**
 * Makes something for every edition, so that nothing but {@link editions} lists them. Values are made on first use, so that a
 * program that reads one report on one edition does not pay for the others.
 */
export function byEdition<T>(make: (edition: EditionId) => T): Readonly<Record<EditionId, T>> {
  const made = {};
  for (const id of editionIds) Object.defineProperty(made, id, { enumerable: true, get: onceAsked(() => make(id)) });
  return claim<Record<EditionId, T>>(made);
}

const forms = /* @__PURE__ */ byEdition((id) => compileForm(id, editions[id]));

/**
 * The form of an edition: tables and figures. See `sectionsOf` and `layoutOf` for what it prints.
 *
 * @throws {@link DisclosureReportError} `form.unknownEdition` for anything but an edition's identifier.
 *
 * @example
 * ```ts
 * describeForm("2021").cells.length; //=> 200
 * describeForm("2019").cells.length; //=> 198
 * ```
 */
export function describeForm<E extends EditionId>(edition: E): Form<E> {
  if (!Object.hasOwn(forms, edition)) {
    throw misuse("form.unknownEdition", {
      zh: `没有格式版本“${String(edition)}”，现有：${editionIds.join("、")}`,
      en: `there is no edition “${String(edition)}”; known: ${editionIds.join(", ")}`,
    });
  }
  return claim<Form<E>>(forms[edition]);
}

/**
 * The form that a report or draft is on.
 *
 * @throws {@link DisclosureReportError} `form.unknownEdition` for anything without a known edition.
 */
export function formOf<E extends EditionId>(report: { readonly edition: E }): Form<E> {
  // In JavaScript the value may be undefined or null.
  return describeForm(report?.edition);
}

/**
 * Whether a text is the address of a figure of an edition.
 *
 * @example
 * ```ts
 * isAddress("2021", "requests.granted.total"); //=> true
 * isAddress("2019", "requests.otherReasons.total"); //=> false
 * ```
 */
export function isAddress<E extends EditionId>(edition: E, text: string): text is Address<E> {
  return text in describeForm(edition).byAddress;
}

/**
 * The edition that was issued for a report year, or `null` for a year before the first one.
 *
 * @example
 * ```ts
 * editionForYear(2020); //=> "2019"
 * editionForYear(2023); //=> "2021"
 * editionForYear(2015); //=> null
 * ```
 */
export function editionForYear(year: number): EditionId | null {
  return (
    editionIds.find((id) => {
      const { from, to }: Edition["years"] = editions[id].years;
      return year >= from && (to === null || year <= to);
    }) ?? null
  );
}

/**
 * The name of a figure: the headings of its row and of its column.
 *
 * @example
 * ```ts
 * const cell = describeForm("2021").byAddress["requests.stateSecret.total"];
 * cell && cellLabel(cell, "zh"); //=> "三、本年度办理结果/（三）不予公开/1.属于国家秘密，申请人情况/总计"
 * cell && cellLabel(cell, "en"); //=> "outcomes of requests this year / disclosure refused / state secret, applicants / total"
 * ```
 */
export function cellLabel(cell: Cell, language: Language): string {
  const name = (path: readonly Heading[]): string =>
    language === "zh" ? path.map(printedHeading).join("/") : path.map((heading) => heading.term.english).join(" / ");
  return name(cell.recordPath) + (language === "zh" ? "，" : ", ") + name(cell.fieldPath);
}

/**
 * An official coordinate in words: 表三第3行第1列.
 *
 * @example
 * ```ts
 * formatCoordinate({ table: "三", row: 3, column: 1 }, "zh"); //=> "表三第3行第1列"
 * formatCoordinate({ table: "三", row: 3, column: 1 }, "en"); //=> "table 三, row 3, column 1"
 * ```
 */
export function formatCoordinate({ table, row, column }: Coordinate, language: Language): string {
  return language === "zh" ? `表${table}第${row}行第${column}列` : `table ${table}, row ${row}, column ${column}`;
}

/** The heading of the record, and of the field, that a figure belongs to. */
export function headingsOf(cell: Cell): { readonly record: Heading; readonly field: Heading } {
  return { record: leafOf(cell.recordPath), field: leafOf(cell.fieldPath) };
}

type LeafOf<H> = H extends { readonly children: readonly (infer C)[] } ? LeafOf<C> : H;

/** A heading with figures, as the definition of an edition states it. */
export type LeafIn<List> = List extends readonly (infer H)[] ? LeafOf<H> : never;

/** Tables of an edition, as its definition states them. */
export type TableIn<E extends EditionId> = Editions[E]["tables"][number];

/** Identifier of a table. */
export type TableId = TableIn<EditionId>["id"];

type PanelAddress<Id extends string, P> = P extends { readonly records: infer R; readonly fields: infer F }
  ? LeafIn<R> extends { readonly term: { readonly id: infer RecordId extends string } }
    ? LeafIn<F> extends { readonly term: { readonly id: infer FieldId extends string } }
      ? `${Id}.${RecordId}.${FieldId}`
      : never
    : never
  : never;

type TableAddress<T> = T extends { readonly id: infer Id extends string; readonly panels: readonly (infer P)[] }
  ? PanelAddress<Id, P>
  : never;

/** Address of a figure of an edition, such as `requests.granted.naturalPerson`. */
export type Address<E extends EditionId = EditionId> = E extends EditionId ? TableAddress<TableIn<E>> : never;
