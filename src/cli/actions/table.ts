import { csvLine } from "../../batch/csvLine.js";
import { type TableValue, tableRows, wideColumns, wideHead, wideRow } from "../../batch/tidy.js";
import type { Language } from "../../findings/finding.js";
import { tidyColumns } from "../../standard/tableSchema.js";
import { REPORT, UNREADABLE } from "../batch/kinds.js";
import type { Action, Made } from "../batch/process.js";
import type { ReportRecord } from "../batch/records.js";
import type { Job } from "../batch/unit.js";
import { EXIT } from "../io.js";
import { isUnreadable } from "../load.js";
import { nameOf, readingText, unreadableText, whyUnread } from "../print.js";
import { sheetRow } from "../xlsx/sheetRow.js";
import { exitOfDraft } from "./exits.js";

/** A column of a table: its name for programs and its title for people. */
export interface Heading {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
}

/** The columns of a table in one of its two shapes. */
export function headingsOf(wide: boolean): readonly Heading[] {
  if (!wide) return tidyColumns.map(({ name, title }) => ({ name, title }));
  const titles = new Map(tidyColumns.map(({ name, title }) => [name, title]));
  return [
    ...wideHead.map((name) => ({ name, title: titles.get(name) ?? WIDE_TITLES })),
    ...wideColumns().map(({ address, title }) => ({ name: address, title })),
  ];
}

const WIDE_TITLES = { zh: "未读出的原因", en: "read error" } as const;

/** Columns whose texts are figures: their sign is not escaped as the start of a formula. */
const LONG_FIGURES: ReadonlySet<number> = new Set(
  tidyColumns.flatMap(({ name }, i) => (name === "figure_text" || name === "figure" ? [i] : [])),
);

/** The rows of a report in a table of all figures. */
export const tableAction: Action = {
  make: (record, job) => {
    const { loaded, file, line } = record;
    const { language } = job;
    const wide = job.options["shape"] === "wide";
    const reason = whyUnread(loaded, language);
    const name = line === null ? file : `${file}:${line}`;
    if (isUnreadable(loaded) || loaded.draft === null || reason !== null)
      return unreadable(record, name, reason ?? "", wide, job);
    const rows = wide
      ? [wideRow(loaded.draft, { file: name })]
      : tableRows(loaded.draft, { file: name, language, ...(loaded.log === null ? {} : { log: loaded.log }) });
    const out = rows.map((row) => rowText(row, wide, job)).join("");
    return {
      out,
      err: readingText(nameOf(record, language), loaded, language),
      tally: [REPORT],
      exit: exitOfDraft(loaded.draft),
    };
  },
};

/** An unreadable file has a row in the wide table only. */
function unreadable(record: ReportRecord, name: string, reason: string, wide: boolean, job: Job): Made {
  const tally = [REPORT, UNREADABLE];
  const err = unreadableText(nameOf(record, job.language), reason, job.language);
  if (!wide) return { err, tally, exit: EXIT.failed };
  const row: readonly TableValue[] = headingsOf(true).map(({ name: column }) =>
    column === "file" ? name : column === "read_error" ? reason : null,
  );
  return { out: rowText(row, true, job), err, tally, exit: EXIT.failed };
}

function rowText(row: readonly TableValue[], wide: boolean, { options }: Job): string {
  switch (options["to"]) {
    case "ndjson":
      return `${JSON.stringify(Object.fromEntries(namesOf(wide).map((name, i) => [name, row[i] ?? null])))}\n`;
    case "xlsx":
      return sheetRow(row);
    default:
      return csvLine(row, { figures: wide ? WIDE_FIGURES() : LONG_FIGURES });
  }
}

let wideFigures: ReadonlySet<number> | null = null;

function WIDE_FIGURES(): ReadonlySet<number> {
  wideFigures ??= new Set(wideColumns().map((_, i) => wideHead.length + i));
  return wideFigures;
}

const names: { long: readonly string[] | null; wide: readonly string[] | null } = { long: null, wide: null };

function namesOf(wide: boolean): readonly string[] {
  const shape = wide ? "wide" : "long";
  names[shape] ??= headingsOf(wide).map(({ name }) => name);
  return names[shape] ?? [];
}

/** The header of a table: the names of the standard, or the titles for people. */
export function headRow(wide: boolean, language: Language | null): readonly string[] {
  return headingsOf(wide).map(({ name, title }) => (language === null ? name : title[language]));
}
