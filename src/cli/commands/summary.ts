import { claim } from "../../_internal/claim.js";
import { displayWidth } from "../../_internal/width.js";
import { csvLine } from "../../batch/csvLine.js";
import { type SummaryRow, summaryColumns } from "../../batch/summaryRow.js";
import type { TableValue } from "../../batch/tidy.js";
import type { Language } from "../../findings/finding.js";
import { runBatch } from "../batch/runBatch.js";
import { type Sink, streamSink } from "../batch/sinks.js";
import type { UnitResult } from "../batch/unit.js";
import type { Io } from "../io.js";
import { coloured, filesLine, plainName, say, VERDICTS } from "../print.js";
import { suggestion } from "../suggest.js";
import { didYouMean, type Given, quoted, switchOption, textOption, textOptions, usageError } from "../usage.js";
import { sheetRow } from "../xlsx/sheetRow.js";
import { batchOptions, type Command, requireInputs, shared } from "./command.js";
import { csvHead, csvLanguage, workbookSink } from "./table.js";

const NAMES: readonly string[] = summaryColumns.map(({ name }) => name);

const STATUSES = ["balanced", "unbalanced", "undetermined", "unreadable"] as const;

/** `summary`: one line a report. */
export const summary: Command = {
  spec: {
    name: "summary",
    operands: "PATH…",
    about: {
      zh: "机关、年度、版本、数字和空白个数、状态、各类不成立的规则、最可能有误的数字及建议、与正文的矛盾、公布期限。",
      en: "Agency, year, edition, figures and blanks, status, violations by family, the likeliest wrong figure and what it should be, contradictions of the text, deadline.",
    },
    examples: [
      { call: "summary reports", says: { zh: "在终端上列表", en: "a table on the terminal" } },
      {
        call: "summary reports --status unbalanced --sort violated --desc",
        says: { zh: "只列不平衡的，问题多的在前", en: "only what does not balance, the worst first" },
      },
      { call: "summary reports --to xlsx -o summary.xlsx", says: { zh: "写为Excel文件", en: "as an Excel file" } },
    ],
    count: [0, Number.POSITIVE_INFINITY],
    options: {
      to: {
        value: "FORMAT",
        choices: ["text", "csv", "ndjson", "xlsx"],
        help: { zh: "文本表格、csv、ndjson或xlsx（text）", en: "a readable table, csv, ndjson or xlsx (text)" },
      },
      sort: { value: "COLUMN", help: { zh: `按该列排序：${NAMES.join("、")}`, en: `sort by a column: ${NAMES.join(", ")}` } },
      desc: { help: { zh: "从大到小", en: "the largest first" } },
      status: {
        value: "STATUS",
        multiple: true,
        choices: STATUSES,
        help: { zh: "只列这种状态的", en: "only reports of this status" },
      },
      late: { help: { zh: "只列逾期公布的", en: "only what was published late" } },
      year: { value: "YEAR", help: { zh: "只列该年度的", en: "only reports of that year" } },
      bom: { help: { zh: "csv以字节顺序标记开头，供Excel识别", en: "begin csv with a byte order mark, for Excel" } },
      output: shared.output,
      force: { help: { zh: "允许覆盖输入文件", en: "allow the input to be written over" } },
      ...batchOptions,
    },
  },
  run: async (given, io) => {
    requireInputs(given);
    const { language } = given;
    const to = textOption(given, "to") ?? "text";
    const sort = sortAsked(given);
    const output = textOption(given, "output");
    const outcome = await runBatch(given, io, {
      job: { action: "summary", options: {} },
      outputs: output === undefined ? [] : [output],
      resumable: sort === null && (to === "csv" || to === "ndjson"),
      sink: () => printing(given, io, to, sort),
    });
    if (to === "text" && !switchOption(given, "quiet")) io.err(filesLine(outcome.tally, VERDICTS, language));
    return outcome.exit;
  },
};

function sortAsked(given: Given): keyof SummaryRow | null {
  const asked = textOption(given, "sort");
  if (asked === undefined) return null;
  const column = summaryColumns.find(({ name }) => name === asked);
  if (column !== undefined) return column.name;
  const hint = didYouMean(suggestion(asked, NAMES), given.language);
  throw usageError("columnUnknown", { found: quoted(asked), choices: `${NAMES.join(", ")}.${hint}` }, given.language);
}

/** The rows of a unit that pass the filters. */
function rowsOf({ out }: UnitResult, given: Given): readonly SummaryRow[] {
  const statuses = textOptions(given, "status");
  const year = textOption(given, "year");
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line): SummaryRow => claim(JSON.parse(line)))
    .filter(
      ({ status, days_late: late, report_year: of }) =>
        (statuses.length === 0 || statuses.includes(status)) &&
        (!switchOption(given, "late") || (late ?? 0) > 0) &&
        (year === undefined || String(of) === year),
    );
}

/** Prints rows as they come, or all at the end if they are to be sorted or aligned. */
function printing(given: Given, io: Io, to: string, sort: keyof SummaryRow | null): Sink {
  const { language } = given;
  const titles = (of: Language | null): readonly string[] =>
    summaryColumns.map(({ name, title }) => (of === null ? name : title[of]));
  const inner =
    to === "xlsx"
      ? workbookSink(given, io, say("summary.sheet", {}, language), titles(language))
      : streamSink(given, io, to === "csv" ? csvHead(given, titles(csvLanguage(given))) : "");
  const kept: SummaryRow[] = [];
  const keeps = sort !== null || to === "text";
  const text = (rows: readonly SummaryRow[]): string => {
    switch (to) {
      case "csv":
        return rows.map((row) => csvLine(valuesOf(row))).join("");
      case "ndjson":
        return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
      case "xlsx":
        return rows.map((row) => sheetRow(valuesOf(row))).join("");
      default:
        return readable(rows, language, io);
    }
  };
  return {
    ...inner,
    take: async (unit, result) => {
      const rows = rowsOf(result, given);
      if (keeps) kept.push(...rows);
      else await inner.take(unit, { ...result, out: text(rows) });
    },
    end: async (last) => {
      if (keeps) {
        const sorted = sort === null ? kept : [...kept].sort(comparing(sort, switchOption(given, "desc")));
        await inner.take(NO_UNIT, { ...NO_RESULT, out: text(sorted) });
      }
      await inner.end(last);
    },
  };
}

const NO_UNIT = { kind: "fault", path: "", message: "" } as const;
const NO_RESULT = { out: "", err: "", files: [], drafts: [], tally: {}, exit: 0, lines: 0, hash: null } as const;

function valuesOf(row: SummaryRow): readonly TableValue[] {
  return summaryColumns.map(({ name }) => {
    const value = row[name];
    return typeof value === "boolean" ? String(value) : value;
  });
}

/** Sorts rows by a column, stably; empty values come last. */
function comparing(column: keyof SummaryRow, descending: boolean): (a: SummaryRow, b: SummaryRow) => number {
  return (a, b) => {
    const [x, y] = [a[column], b[column]];
    if (x === y) return 0;
    if (x === null) return 1;
    if (y === null) return -1;
    const order = typeof x === "number" && typeof y === "number" ? x - y : String(x) < String(y) ? -1 : 1;
    return descending ? -order : order;
  };
}

/** Columns of the table on a terminal, and the minimum width of each. */
const SHOWN: readonly (readonly [name: keyof SummaryRow, least: number])[] = [
  ["status", 12],
  ["file", 16],
  ["agency", 12],
  ["report_year", 4],
  ["edition", 7],
  ["figures", 7],
  ["blanks", 6],
  ["violations", 12],
  ["wrong_place", 18],
  ["wrong_figure", 6],
  ["proposed_figure", 8],
  ["contradictions", 6],
  ["deadline", 10],
  ["days_late", 6],
];

const MARKS = { balanced: "✓", unbalanced: "✗", undetermined: "?", unreadable: "✗" } as const;

/** A table for a terminal: columns as wide as needed, empty ones left out, cut to the width of the terminal. */
function readable(rows: readonly SummaryRow[], language: Language, io: Io): string {
  if (rows.length === 0) return "";
  const titleOf = (name: string): string => summaryColumns.find((column) => column.name === name)?.title[language] ?? name;
  const shown = SHOWN.filter(([name]) => rows.some((row) => valueShown(row, name) !== null));
  const cellsOf = (row: SummaryRow): readonly string[] =>
    shown.map(([name]) =>
      name === "status"
        ? `${MARKS[row.status]} ${say(`state.${row.status}`, {}, language)}`
        : plainName(String(valueShown(row, name) ?? "")),
    );
  const lines: readonly TextLine[] = [
    { cells: shown.map(([name]) => titleOf(name)), rest: null },
    ...rows.map(
      (row): TextLine =>
        row.error === null
          ? { cells: cellsOf(row), rest: null }
          : { cells: cellsOf(row).slice(0, BEFORE_ERROR), rest: plainName(row.error) },
    ),
  ];
  const widest = shown.map((_, i) => lines.reduce((most, { cells }) => Math.max(most, displayWidth(cells[i] ?? "")), 0));
  const { out, columns } = io.terminal;
  const widths = out ? narrowed(widest, shown, columns) : widest;
  const used = widths.slice(0, BEFORE_ERROR).reduce((sum, width) => sum + width + GAP.length, 0);
  const text = lines
    .map(({ cells, rest }) => {
      const row = cells.map((value, i) => fitted(value, widths[i] ?? 0));
      const error = rest === null ? [] : [fitted(rest, out ? Math.max(columns - used, 1) : displayWidth(rest))];
      return `${[...row, ...error].join(GAP).trimEnd()}\n`;
    })
    .join("");
  return io.terminal.out && (io.env["NO_COLOR"] ?? "") === "" ? coloured(text) : text;
}

/** A line of the table; for an unreadable file, the reason takes the place of all columns after the name. */
interface TextLine {
  readonly cells: readonly string[];
  readonly rest: string | null;
}

/** Status and file. */
const BEFORE_ERROR = 2;

/** The gap between two columns. */
const GAP = "  ";

/** The text of a row in a column: a file with its line. */
function valueShown(row: SummaryRow, name: keyof SummaryRow): SummaryRow[keyof SummaryRow] {
  return name === "file" && row.line !== null ? `${row.file}:${row.line}` : row[name];
}

/** Narrows the widest column, one character at a time, until the table fits or all columns are at their minimum. */
function narrowed(widest: readonly number[], shown: typeof SHOWN, room: number): readonly number[] {
  const widths = [...widest];
  let over = widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length) - room;
  for (; over > 0; over -= 1) {
    let from = -1;
    widths.forEach((width, i) => {
      if (width > (shown[i]?.[1] ?? width) && width > (widths[from] ?? 0)) from = i;
    });
    if (from === -1) break;
    widths[from] = (widths[from] ?? 0) - 1;
  }
  return widths;
}

function fitted(text: string, width: number): string {
  let shown = "";
  let used = 0;
  const total = displayWidth(text);
  for (const char of text) {
    const next = displayWidth(char);
    if (used + next > (total > width ? width - 1 : width)) break;
    shown += char;
    used += next;
  }
  if (total > width) {
    shown += "…";
    used += 1;
  }
  return shown + " ".repeat(Math.max(0, width - used));
}
