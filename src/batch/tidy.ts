import type { Language, Place } from "../findings/finding.js";
import { type Cell, printedHeading } from "../form/cells.js";
import { describeForm, editionIds, formatCoordinate, formOf } from "../form/form.js";
import { readToken } from "../reading/tokens.js";
import { at, figureIn } from "../report/figures.js";
import type { Draft } from "../report/types.js";
import { isFigure } from "../report/units.js";
import { placeText } from "./placeText.js";

/** A value of a table. */
export type TableValue = string | number | null;

/** Context of a report for the rows of its figures. */
export interface RowContext {
  /** The file that it was read from. */
  readonly file?: string;
  /** The log of the reader: raw texts and places of the figures. */
  readonly log?: readonly { readonly address: string; readonly raw: string | null; readonly place: Place | null }[];
  /** Language of the places; defaults to Chinese. */
  readonly language?: Language;
}

/** The status of a figure: a figure, blank, absent from the document, or unreadable. */
export type CellStatus = "figure" | "blank" | "absent" | "unreadable";

/**
 * The figures of a report as rows of the tidy table, one row per figure in official order, with the columns of the
 * standard (`tidyColumns` of `disclosure-report/standard`). A blank is `null`, never 0.
 *
 * @example
 * ```ts
 * const rows = tableRows({ edition: "2021", year: 2023, requests: { received: { total: 4 } } }, { file: "a.json" });
 * rows.length; //=> 200
 * rows[16]?.slice(4, 10); //=> [2023, "2021", "三", 1, 7, "requests.received.total"]
 * rows[16]?.slice(13, 17); //=> ["4", 4, null, "figure"]
 * ```
 */
export function tableRows(draft: Draft, context?: RowContext): readonly (readonly TableValue[])[] {
  const { file, log: entries, language = "zh" } = context ?? {};
  const log = entries === undefined ? null : new Map(entries.map((entry) => [entry.address, entry]));
  const { cells } = formOf(draft);
  const head = headOf(draft, file ?? null);
  return cells.map((cell) => {
    const value = figureIn(draft, cell.address);
    const entry = log?.get(cell.address);
    const raw = entry?.raw ?? null;
    const { table, row, column } = cell.coordinate;
    return [
      ...head,
      table,
      row,
      column,
      cell.address,
      labelOf(cell.recordPath),
      labelOf(cell.fieldPath),
      cell.unit,
      value === null ? null : String(value),
      value === null || !isFigure(cell.unit, value) ? null : Number(value),
      raw,
      statusOf(draft, cell, value, log === null ? undefined : raw),
      entry?.place == null ? null : placeText(entry.place, language),
    ];
  });
}

/** The columns that all rows of a report share. */
function headOf({ agency, year, edition }: Draft, file: string | null): readonly TableValue[] {
  const { name = null, unifiedSocialCreditCode = null, level = null } = agency ?? {};
  return [file, name, unifiedSocialCreditCode, level, year ?? null, edition];
}

function labelOf(path: Cell["recordPath"]): string {
  return path.map(printedHeading).join("/");
}

/** `raw`: the text of the document; `undefined` if the report did not come from a document. */
function statusOf(draft: Draft, cell: Cell, value: TableValue, raw: string | null | undefined): CellStatus {
  if (value !== null) return isFigure(cell.unit, value) ? "figure" : "unreadable";
  if (raw === undefined) return at(at(at(draft, cell.table), cell.record), cell.field) === undefined ? "absent" : "blank";
  if (raw === null) return "absent";
  const { kind } = readToken(raw, cell.unit);
  // A stroke means none.
  return kind === "blank" || kind === "mark" ? "blank" : "unreadable";
}

/** The columns of the wide table in front of the figures. */
export const wideHead = ["file", "agency", "agency_code", "agency_level", "report_year", "edition", "read_error"] as const;

/** A column of the wide table: the address of its figure and the labels of the form. */
export interface WideColumn {
  readonly address: string;
  readonly title: Readonly<Record<Language, string>>;
}

/** The cells of the wide table: those of every edition, the latest first, each address once. */
const wideCells: readonly Cell[] = /* @__PURE__ */ (() => {
  const cells = new Map<string, Cell>();
  for (const id of editionIds) {
    for (const cell of describeForm(id).cells) if (!cells.has(cell.address)) cells.set(cell.address, cell);
  }
  return [...cells.values()];
})();

const wideAddresses: readonly string[] = /* @__PURE__ */ (() => wideCells.map(({ address }) => address))();

/** The figures of the wide table: those of every edition, the latest first, each address once. */
export function wideColumns(): readonly WideColumn[] {
  return wideCells.map(({ address, coordinate, recordPath, fieldPath }) => {
    const path = [...recordPath, ...fieldPath];
    const zh = `${formatCoordinate(coordinate, "zh")} ${path.map(printedHeading).join("/")}`;
    const en = `${formatCoordinate(coordinate, "en")} ${path.map(({ term }) => term.english).join("/")}`;
    return { address, title: { zh, en } };
  });
}

/**
 * A report as one row of the wide table: {@link wideHead}, then a figure for each of {@link wideColumns}. Figures that its edition does
 * not have are as empty as blanks; the long table distinguishes them.
 */
export function wideRow(draft: Draft, options?: { readonly file?: string | null }): readonly TableValue[] {
  const { byAddress } = formOf(draft);
  const figures = wideAddresses.map((address) => (address in byAddress ? figureIn(draft, address) : null));
  return [...headOf(draft, options?.file ?? null), null, ...figures];
}
