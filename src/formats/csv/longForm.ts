import type { Row } from "../../_internal/csvRows.js";
import { unguardedCsv } from "../../_internal/escape.js";
import { type Finding, finding, type Language, type Place, placeIn } from "../../findings/finding.js";
import { describeForm, editionIds, type Form, type FormTable } from "../../form/form.js";
import { layoutOf } from "../../form/layout.js";
import { printDocument } from "../../printing/printDocument.js";
import type { HeadEntry } from "../../reading/head/types.js";
import { readingMessages } from "../../reading/messages.js";
import { type Reading, readDocument } from "../../reading/readDocument.js";
import type { SourceCell, SourceTable } from "../../reading/source.js";
import { safeParseDraft, safeParseReport } from "../../report/parse.js";
import type { Draft } from "../../report/types.js";
import { CSV_COLUMNS } from "./columns.js";

/** A report in the long form: what its lines state of it, and its figures by address. */
export interface LongReport {
  readonly agency: string;
  readonly year: string;
  readonly edition: string;
  /** `null` where no edition is called that. */
  readonly form: Form | null;
  readonly figures: Map<string, LongFigure[]>;
  /** Lines that name no figure of the edition. */
  readonly unknown: { readonly table: string; readonly text: string; readonly place: Place }[];
}

interface LongFigure {
  readonly text: string;
  readonly place: Place;
}

/** Position of the values, counted from 1. */
const VALUE = CSV_COLUMNS.length;

/** The reports of a file, in the order of the file. A report ends where agency, year or edition change, or where its first figure comes again. */
export function longReports(rows: Iterable<Row>): readonly LongReport[] {
  const reports: LongReport[] = [];
  let first = true;
  for (const { fields, row } of rows) {
    if (first) {
      first = false;
      continue;
    }
    const [agency = "", year = "", edition = "", table = "", , , address = "", , value = ""] = fields.map((field) =>
      field.trim(),
    );
    if (fields.every((field) => field.trim() === "")) continue;
    const place = placeIn("csv", { row, column: VALUE });
    let report = reports[reports.length - 1];
    if (report === undefined || !isOf(report, agency, year, edition) || beginsAgain(report, address)) {
      const known = editionIds.find((id) => id === edition);
      const form = known === undefined ? null : describeForm(known);
      report = { agency: unguardedCsv(agency), year, edition, form, figures: new Map(), unknown: [] };
      reports.push(report);
    }
    const { figures, unknown } = report;
    if (report.form?.byAddress[address] !== undefined)
      figures.set(address, [...(figures.get(address) ?? []), { text: value, place }]);
    else unknown.push({ table, text: address, place });
  }
  return reports;
}

function isOf(report: LongReport, agency: string, year: string, edition: string): boolean {
  return report.agency === unguardedCsv(agency) && report.year === year && report.edition === edition;
}

function beginsAgain({ form, figures }: LongReport, address: string): boolean {
  return address === form?.cells[0]?.address && figures.size > 1;
}

/** What a report in the long form states, read by the rules of every other document: its figures are put on the form's own tables. */
export function readLongReport(report: LongReport, damaged: number, language: Language): Reading {
  const { form } = report;
  if (form === null) return readDocument({ format: "csv", blocks: [], damaged }, { language });
  const head = headOf(report);
  const blocks = form.tables.map((table) => tableOf(table, report));
  const about = { titles: [printDocument({ edition: form.id, ...head }).title], published: null };
  return withHead(readDocument({ format: "csv", blocks, damaged, about }, { language }), head, unknownFindings(report, language));
}

type StatedHead = Pick<Draft, "agency" | "year">;

function headOf({ agency, year }: LongReport): StatedHead {
  return {
    ...(agency === "" ? {} : { agency: { name: agency } }),
    ...(/^\d{4}$/.test(year) ? { year: Number(year) } : {}),
  };
}

function tableOf(table: FormTable, { figures }: LongReport): SourceTable {
  const layout = layoutOf(table);
  const rows: SourceCell[][] = Array.from({ length: layout.rows }, () => []);
  for (const cell of layout.cells) {
    const { rowspan, colspan } = cell;
    const [found, ...others] = cell.kind === "figure" ? (figures.get(cell.cell.address) ?? []) : [];
    // A figure that is stated twice and differently is two lines of text, which no figure is.
    const texts = new Set([found, ...others].map((one) => one?.text ?? ""));
    const text = cell.kind === "figure" ? [...texts].join("\n") : cell.text;
    rows[cell.row]?.push({ text, rowspan, colspan, place: found?.place ?? placeIn("csv") });
  }
  return { kind: "table", rows };
}

/** A reading with the agency and the year from their own columns, which take precedence over a title. */
function withHead(reading: Reading, stated: StatedHead, more: readonly Finding[]): Reading {
  const values: Readonly<Record<string, string | number | undefined>> = {
    "agency.name": stated.agency?.name,
    year: stated.year,
  };
  const isStated = (path: string | null): boolean => path !== null && values[path] !== undefined;
  const head = reading.head.map((entry): HeadEntry => {
    const value = values[entry.path];
    return value === undefined ? entry : { ...entry, value, raw: String(value), from: "file" };
  });
  const findings = [...reading.findings.filter(({ path }) => !isStated(path)), ...more];
  if (reading.draft === null) return { ...reading, head, findings };
  const agency = reading.draft.agency?.name === stated.agency?.name ? reading.draft.agency : stated.agency;
  const parsed = safeParseDraft({ ...reading.draft, ...stated, ...(agency === undefined ? {} : { agency }) });
  if (!parsed.success) return { ...reading, findings: [...findings, ...parsed.findings] };
  const whole = reading.log.every(({ value }) => value !== null) ? safeParseReport(parsed.data) : null;
  return { ...reading, draft: parsed.data, report: whole?.success === true ? whole.data : null, head, findings };
}

function unknownFindings({ unknown }: LongReport, language: Language): readonly Finding[] {
  return unknown.map(({ table, text, place }) =>
    finding(readingMessages, "reading.rowUnknown", { table, found: text }, language, {
      place,
      severity: "warning",
      actual: text,
    }),
  );
}
