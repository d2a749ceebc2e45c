import { claim } from "../_internal/claim.js";
import { describe } from "../_internal/describe.js";
import { errorFrom, neededOptions } from "../findings/error.js";
import { type Finding, type FindingDetails, finding, type Language } from "../findings/finding.js";
import { type Cell, leafOf } from "../form/cells.js";
import { derivations } from "../form/derivations.js";
import { describeForm, type EditionId, editionForYear, type FormTable } from "../form/form.js";
import { own } from "./figures.js";
import { cellParams } from "./findingCells.js";
import type { TablesInputByEdition } from "./generated/index.js";
import { builderMessages } from "./messages.js";
import { parseReport } from "./parse.js";
import type { Report, ReportHead } from "./types.js";
import { describeUnit, isFigure } from "./units.js";

/** Identifier of a table of an edition. */
type TableName<E extends EditionId> = keyof TablesInputByEdition[E] & string;

/** The figures of a table that the builder takes. Totals are computed; 结转下年度继续办理 may be given and is then checked. */
export type TableInput<E extends EditionId, T extends TableName<E>> = TablesInputByEdition[E][T];

/** As {@link TableInput}, with every record and figure optional. */
export type SparseTableInput<E extends EditionId, T extends TableName<E>> = {
  readonly [R in keyof TableInput<E, T>]?: Partial<TableInput<E, T>[R]>;
};

/** States that every figure left out of a table is 0. */
export interface OmittedIsZero {
  /** Figures that are left out count as 0. */
  readonly omitted: 0;
}

/** The head of the report and options of {@link reportBuilder}. */
export interface ReportBuilderOptions extends ReportHead {
  /** Builds the report on the given edition even if another edition was issued for its year, as agencies sometimes file it. */
  readonly evenIfOtherEdition?: boolean;
  /** Language of the messages; defaults to Chinese. */
  readonly language?: Language;
}

type FillTable<E extends EditionId, Done extends string, T extends TableName<E>> = {
  /** Fills a table of the form: every figure except the totals, which are computed. */
  (figures: TableInput<E, T>): ReportBuilder<E, Done | T>;
  /** Fills a table of the form; figures that are left out count as 0, and totals are computed. */
  (figures: SparseTableInput<E, T>, rest: OmittedIsZero): ReportBuilder<E, Done | T>;
};

/**
 * Builds a report table by table. Every call returns a new builder. `build` can be called once all three tables are filled;
 * before that it does not compile, and throws `builder.refused`.
 */
export type ReportBuilder<E extends EditionId, Done extends string = never> = {
  /** Fills table 二, 三 or 四. With `{ omitted: 0 }` figures that are left out count as 0; without it every figure must be given. */
  readonly [T in TableName<E>]: FillTable<E, Done, T>;
} & {
  /** The finished report, frozen, with all totals computed. */
  readonly build: [Exclude<TableName<E>, Done>] extends [never] ? () => Report<E> : MissingTables<Exclude<TableName<E>, Done>>;
};

/** Takes the place of `build` while tables are missing; its type names them. */
export interface MissingTables<T extends string> {
  readonly missingTables: T;
}

/**
 * Builds a report on an edition of the form from what was counted: 总计, （七）总计 and 结转下年度继续办理 are computed. A built report breaks
 * no hard rule.
 *
 * @throws `DisclosureReportError` `builder.refused`, with a finding for each figure that is missing, invalid, or does not
 * balance with the others, and for a year for which another edition or none was issued (`builder.edition`, `builder.year`),
 * unless `evenIfOtherEdition` is set. `form.unknownEdition` for anything but an edition's identifier.
 *
 * @example
 * ```ts
 * const report = reportBuilder("2021", { agency: { name: "某县人民政府" }, year: 2023 })
 *   .disclosure({ administrativeLicensing: { decisions: 12 }, administrativeFees: { feesCollected: "3.50" } }, { omitted: 0 })
 *   .requests({ received: { naturalPerson: 4 }, granted: { naturalPerson: 3 } }, { omitted: 0 })
 *   .remedies({ reconsideration: { upheld: 1 } }, { omitted: 0 })
 *   .build();
 * report.requests.concluded.total; //=> 3
 * report.requests.carriedForward.naturalPerson; //=> 1
 * report.remedies.reconsideration.total; //=> 1
 * ```
 */
export function reportBuilder<E extends EditionId>(edition: E, options: ReportBuilderOptions): ReportBuilder<E> {
  const { evenIfOtherEdition = false, language = "zh", ...head } = neededOptions(options, "year");
  const start: State = { edition: describeForm(edition).id, language, head, tables: {} };
  const due = editionForYear(head.year);
  if (due !== edition && !evenIfOtherEdition) {
    const params = { year: head.year, edition };
    throw refused([
      due === null
        ? finding(builderMessages, "builder.year", params, language, { path: "year" })
        : finding(builderMessages, "builder.edition", { ...params, due }, language, {
            path: "edition",
            expected: due,
            actual: edition,
          }),
    ]);
  }
  return claim<ReportBuilder<E>>(builderFrom(start));
}

interface State {
  readonly edition: EditionId;
  readonly language: Language;
  readonly head: ReportHead;
  readonly tables: Readonly<Record<string, unknown>>;
}

function builderFrom(state: State): object {
  const form = describeForm(state.edition);
  const fill = form.tables.map((table) => [
    table.definition.id,
    (figures: unknown, rest?: OmittedIsZero) =>
      builderFrom({
        ...state,
        tables: { ...state.tables, [table.definition.id]: fillTable(table, figures, rest !== undefined, state.language) },
      }),
  ]);
  return Object.freeze({ ...Object.fromEntries(fill), build: () => finish(state) });
}

function finish(state: State): Report {
  const missing = describeForm(state.edition).tables.filter(({ definition }) => !Object.hasOwn(state.tables, definition.id));
  if (missing.length > 0) {
    throw refused(
      missing.map(({ definition }) =>
        finding(builderMessages, "builder.missingTable", { table: definition.number }, state.language, { path: definition.id }),
      ),
    );
  }
  return deepFreeze(parseReport({ edition: state.edition, ...state.head, ...state.tables }, { language: state.language }));
}

function refused(findings: readonly Finding[]): Error {
  return errorFrom("builder.refused", findings);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

type Values = Map<string, number | string>;

/** How findings name a figure: by its coordinate, unless only a part of a table is being filled. */
export interface About {
  readonly params: (cell: Cell) => ReturnType<typeof cellParams>;
  readonly details: (cell: Cell) => FindingDetails;
}

/**
 * Completes a table: takes the counted figures, then derives what the balances of the form derive.
 *
 * @throws `DisclosureReportError` `builder.refused`.
 */
export function fillTable(
  table: FormTable,
  input: unknown,
  omittedIsZero: boolean,
  language: Language,
  about: About = { params: cellParams, details: aboutCell },
): object {
  const findings: Finding[] = unknownKeys(table, input, language);
  const given: Values = new Map();
  const values: Values = new Map();
  const steps = derivations(table);
  const derived: ReadonlySet<string> = new Set(steps.map(({ cell }) => cell.address));
  for (const cell of table.cells) {
    const value = own(own(input, cell.record), cell.field);
    if (value !== undefined && !isFigure(cell.unit, value)) {
      findings.push(
        finding(
          builderMessages,
          "builder.invalidFigure",
          { ...about.params(cell), expected: describeUnit(cell.unit), found: describe(value) },
          language,
          about.details(cell),
        ),
      );
    } else if (typeof value === "number" || typeof value === "string") {
      (derived.has(cell.address) ? given : values).set(cell.address, value);
    } else if (!derived.has(cell.address)) {
      if (omittedIsZero) values.set(cell.address, cell.unit === "amount" ? "0" : 0);
      else
        findings.push(finding(builderMessages, "builder.incomplete", { ...about.params(cell) }, language, about.details(cell)));
    }
  }
  if (findings.length > 0) throw refused(findings);
  for (const { cell, terms } of steps) {
    const value = terms.reduce((sum, [address, sign]) => sum + sign * Number(values.get(address) ?? 0), 0);
    const stated = given.get(cell.address);
    if (stated !== undefined && stated !== value) {
      findings.push(
        finding(
          builderMessages,
          "builder.doesNotBalance",
          { ...about.params(cell), expected: value, found: stated },
          language,
          about.details(cell),
        ),
      );
    } else if (value < 0)
      findings.push(
        finding(builderMessages, "builder.negative", { ...about.params(cell), found: value }, language, about.details(cell)),
      );
    else if (!Number.isSafeInteger(value))
      findings.push(finding(builderMessages, "builder.tooLarge", { ...about.params(cell) }, language, about.details(cell)));
    values.set(cell.address, value);
  }
  if (findings.length > 0) throw refused(findings);
  return Object.fromEntries(
    table.records.map(({ id, cells }) => [id, Object.fromEntries(cells.map((cell) => [cell.field, values.get(cell.address)]))]),
  );
}

function aboutCell(cell: Cell): FindingDetails {
  return { path: cell.address, cells: [{ address: cell.address, coordinate: cell.coordinate, value: null, place: null }] };
}

function unknownKeys(table: FormTable, input: unknown, language: Language): Finding[] {
  const findings: Finding[] = [];
  const unknown = (path: string): void => {
    findings.push(finding(builderMessages, "builder.unknownKey", { path: describe(path) }, language, { path }));
  };
  const id = table.definition.id;
  for (const recordKey of keysOf(input)) {
    const record = table.records.find((known) => known.id === recordKey);
    if (record === undefined) unknown(`${id}.${recordKey}`);
    for (const key of record === undefined ? [] : keysOf(own(input, recordKey))) {
      const cell = record?.cells.find(({ field }) => field === key);
      if (cell === undefined || leafOf(cell.fieldPath).role === "total" || leafOf(cell.recordPath).role === "concluded") {
        unknown(`${id}.${recordKey}.${key}`);
      }
    }
  }
  return findings;
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}
