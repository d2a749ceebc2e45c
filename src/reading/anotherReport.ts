import { judgeName } from "./head/agencyWords.js";
import type { HeadLine } from "./head/lines.js";
import type { Outline } from "./head/readHead.js";
import { isOneAgency } from "./head/settleAgency.js";
import type { PlacedTitle } from "./head/titles.js";
import type { SourceCell, SourceDocument } from "./source.js";

/** A document without the other report that follows: the part before that one's title, and the title. */
export interface CutDocument {
  readonly document: SourceDocument;
  readonly title: HeadLine;
}

/** So many headings of sections make a report. */
const SECTIONS_OF_REPORT = 2;

/** Most titles that are looked at. */
const MAX_TITLES = 200;

/**
 * The report that a document begins with, where the title of another one stands below its tables or sections and above such:
 * one that names another agency or year than every title above it. `rows`: where the tables stand.
 */
export function firstReportOf(
  document: SourceDocument,
  { lines, titles: all, begins }: Outline,
  rows: Stretch | null,
): CutDocument | null {
  const titles = all.slice(0, MAX_TITLES);
  if (titles.length < 2) return null;
  // A heading with nothing below it may be a line of a table of contents.
  const written = begins.filter((at, k) => (begins[k + 1] ?? lines.length) > at + 1);
  const reported = written[SECTIONS_OF_REPORT - 1] ?? lines.length;
  const goesOn = begins[begins.length - SECTIONS_OF_REPORT] ?? -1;
  for (const [k, title] of titles.entries()) {
    const line = lines[title.from];
    if (line === undefined || !titles.slice(0, k).every((above) => isAnother(title, above))) continue;
    const isBelow = reported < title.from || (rows !== null && rows.first < line.row);
    const isAbove = goesOn >= title.to || (rows !== null && rows.last > line.row);
    if (k > 0 && isBelow && isAbove) return { document: documentUpTo(document, line.row), title: title.line };
  }
  return null;
}

/** Whether two titles are of two reports. */
function isAnother(title: PlacedTitle, above: PlacedTitle): boolean {
  if (title.year !== null && above.year !== null && title.year !== above.year) return true;
  return (
    title.name !== null &&
    above.name !== null &&
    isWhole(title.name) &&
    isWhole(above.name) &&
    !isOneAgency(title.name, above.name)
  );
}

const isWhole = (name: string): boolean => judgeName(name) === "whole";

/** Rows and paragraphs of a document from one to another, counted as lines count them. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** The first and the last row of a document that has one of some cells. */
export function rowsWith({ blocks }: SourceDocument, cells: ReadonlySet<SourceCell>): Stretch | null {
  let first: number | null = null;
  let last = 0;
  let at = 0;
  for (const block of blocks) {
    for (const row of block.kind === "table" ? block.rows : [[]]) {
      if (row.some((cell) => cells.has(cell))) {
        first ??= at;
        last = at;
      }
      at += 1;
    }
  }
  return first === null ? null : { first, last };
}

function documentUpTo(document: SourceDocument, end: number): SourceDocument {
  let at = 0;
  const blocks: SourceDocument["blocks"][number][] = [];
  for (const block of document.blocks) {
    if (at >= end) break;
    if (block.kind === "paragraph") {
      blocks.push(block);
      at += 1;
    } else {
      const rows = block.rows.slice(0, end - at);
      blocks.push(rows.length === block.rows.length ? block : { ...block, rows });
      at += block.rows.length;
    }
  }
  return { ...document, blocks };
}
