import type { EditionId } from "../form/form.js";
import type { DraftByEdition, ReportByEdition, TablesByEdition } from "./generated/index.js";
import type { DraftTable } from "./head.js";

export type { Agency, AgencyKind, AgencyLevel, DraftRecord, DraftTable, Narrative, Overview, ReportHead } from "./head.js";

/** The figures of a report, table by table, as printed; nothing blank. */
export type Tables<E extends EditionId = EditionId> = TablesByEdition[E];

/** The figures of a draft: any may be `null` (printed blank) or missing. */
export type DraftTables<E extends EditionId = EditionId> = E extends EditionId
  ? { readonly [K in keyof Tables<E>]?: DraftTable<Tables<E>[K]> }
  : never;

/**
 * One filed report (政府信息公开工作年度报告): what was printed, totals included. Complete: no figure is missing. Plain data.
 * `report.edition` narrows the type to one edition; `Report<"2021">` is a report on that edition. Source: 条例第50条 and the
 * document of its edition.
 */
export type Report<E extends EditionId = EditionId> = ReportByEdition[E];

/** A report in which anything but the edition may be missing, and any figure may be blank (`null`). Every report is a draft. */
export type Draft<E extends EditionId = EditionId> = DraftByEdition[E];
