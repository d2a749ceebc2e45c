import { escapeHtml } from "../../_internal/escape.js";
import type { Language } from "../../findings/finding.js";
import { alignmentOf } from "../../printing/appearance.js";
import { type Marks, noteLabel, noteSentence } from "../../printing/marks.js";
import type { PrintedCell, PrintedTable } from "../../printing/printTables.js";

/** Identifier of a marked figure in the page. */
export function cellId(prefix: string, address: string): string {
  return `${prefix}cell-${address}`;
}

/** Identifier of a finding in the list. */
export function findingId(prefix: string, number: number): string {
  return `${prefix}finding-${number}`;
}

/** The context in which the cells of a table are written. */
export interface TableContext {
  readonly marks: Marks | null;
  readonly prefix: string;
  readonly language: Language;
}

/** A table of the form as a semantic HTML table: caption, scopes, column and row groups, spans. */
export function htmlTable(table: PrintedTable, context: TableContext): string {
  const head = table.rows.slice(0, table.headerRows);
  const bodies = rowGroups(table.rows.slice(table.headerRows));
  const rows = (lines: PrintedTable["rows"]): string =>
    lines.map((line) => `<tr>${line.map((cell) => htmlCell(cell, table, context)).join("")}</tr>\n`).join("");
  return [
    `<div class="scroll"><table>\n<caption>${escapeHtml(table.caption)}</caption>\n`,
    columnGroups(table),
    head.length === 0 ? "" : `<thead>\n${rows(head)}</thead>\n`,
    ...bodies.map((lines) => `<tbody>\n${rows(lines)}</tbody>\n`),
    "</table></div>\n",
  ].join("");
}

/** One group of columns for each heading at the top, so that a heading over several columns is anchored in a group of its own. */
function columnGroups({ widths, rows }: PrintedTable): string {
  const sum = widths.reduce((a, b) => a + b, 0);
  const tops = rows.find((line) => line.every(({ kind }) => kind === "corner" || kind === "columnHeading")) ?? [];
  const groups = tops.map(({ column, colspan }) => {
    const cols = widths
      .slice(column, column + colspan)
      .map((width) => `<col style="width:${((width / sum) * 100).toFixed(2)}%">`);
    return `<colgroup>${cols.join("")}</colgroup>\n`;
  });
  return groups.join("");
}

/** Groups of rows: from one line across the table to the next, or else the first headings over several rows, and what is between them. */
function rowGroups(rows: PrintedTable["rows"]): readonly PrintedTable["rows"][] {
  const banners = rows.flatMap(([first], i) => (first?.kind === "banner" ? [i] : []));
  const blocks = rows.flatMap(([first], i) =>
    first?.column === 0 && first.kind === "rowHeading" && first.rowspan > 1 ? [i, i + first.rowspan] : [],
  );
  const starts = [...new Set([0, ...(banners.length > 0 ? banners : blocks)])];
  return starts.map((start, i) => rows.slice(start, starts[i + 1])).filter((group) => group.length > 0);
}

function htmlCell(cell: PrintedCell, table: PrintedTable, context: TableContext): string {
  const spans = `${span("rowspan", cell.rowspan)}${span("colspan", cell.colspan)}`;
  if (cell.cell !== null) return figure(cell, spans, context);
  const left = alignmentOf(cell, table) === "left" ? ["left"] : [];
  const classes = cell.kind === "banner" ? ["banner", ...left] : left;
  const look = classes.length === 0 ? "" : ` class="${classes.join(" ")}"`;
  return `<th scope="${scopeOf(cell)}"${look}${spans}>${escapeHtml(cell.text)}</th>`;
}

function scopeOf({ kind, rowspan, colspan }: PrintedCell): string {
  switch (kind) {
    case "banner":
      return "rowgroup";
    case "rowHeading":
      return rowspan > 1 ? "rowgroup" : "row";
    default:
      return colspan > 1 ? "colgroup" : "col";
  }
}

function span(name: string, size: number): string {
  return size > 1 ? ` ${name}="${size}"` : "";
}

function figure({ text, cell }: PrintedCell, spans: string, { marks, prefix, language }: TableContext): string {
  const mark = cell === null ? undefined : marks?.cells.get(cell.address);
  if (cell === null || mark === undefined) return `<td${spans}>${escapeHtml(text)}</td>`;
  const classes = ["marked", mark.severity, ...(mark.suspected ? ["suspected"] : mark.involved ? ["involved"] : [])].join(" ");
  const notes = mark.notes.map((note) => {
    const label = `data-label="${noteLabel(note, mark)}" aria-label="${escapeHtml(noteSentence(note, language))}"`;
    return `<a class="note" href="#${escapeHtml(findingId(prefix, note.number))}" ${label}></a>`;
  });
  return `<td id="${escapeHtml(cellId(prefix, cell.address))}" class="${classes}"${spans}>${escapeHtml(text)}${notes.join("")}</td>`;
}
