import { readToken } from "../../reading/tokens.js";
import type { TextLine } from "./linePieces.js";

/** A row whose cells are parted by lines of nothing but tabs: of each cell its lines. */
export interface TabLineRow {
  readonly cells: readonly (readonly TextLine[])[];
}

/** A table of such rows, and the lines that it takes. */
export interface TabLineTable {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly TabLineRow[];
}

/** Empty lines between two rows; between the parts of a cell there is one, and an empty last cell is one more. */
const BETWEEN_ROWS = 2;

const TABS = /^[ \u00a0]{0,40}\t[\t \u00a0]{0,300}$/;
/** What only the first cell of a row begins with: 一、本年新收…, and the heading of a section. */
const NUMBERED = /^[一二三四五六七八九十]{1,2}、/;

/**
 * The tables of a text in which browsers give the visible text of a page (`innerText`) whose cells hold paragraphs: a line of tabs
 * between two cells, several empty lines between two rows. What stands in front of a table, one empty line above it, and what
 * follows its last figure in the same way, is not part of it.
 */
export function tabLineTables(lines: readonly string[]): readonly TabLineTable[] {
  const tables: TabLineTable[] = [];
  let rows: TabLineRow[] = [];
  let from = 0;
  const end = (to: number): void => {
    const isTable = rows.some(({ cells }) => cells.length > 1 && cells.some((cell) => cell.length > 0));
    if (isTable) tables.push({ from, to, rows });
    rows = [];
  };
  for (const group of groupsOf(lines)) {
    // Where a tab stands beside text, a line of tabs is an empty cell.
    if (group.some(({ text }) => text.includes("\t") && !TABS.test(text))) {
      end(group[0]?.line ?? 0);
      continue;
    }
    for (const part of partsOf(group)) {
      const [first] = part;
      const start = first?.line ?? 0;
      if (!part.some(({ text }) => TABS.test(text))) {
        // A line by itself between rows stands across the table; anything else ends it.
        if (part.length > 1 || rows.length === 0) end(start);
        else rows.push({ cells: [part] });
        continue;
      }
      const own = rows.length === 0 ? withoutTextAbove(part) : part;
      if (rows.length === 0) from = own[0]?.line ?? start;
      rows.push({ cells: cellsOf(own) });
      if (isCut(part, group)) end((part[part.length - 1]?.line ?? start) + 1);
    }
  }
  end(lines.length);
  return tables.map((table) => ({ ...table, to: Math.min(table.to, endOf(table)) }));
}

/** Lines with text or tabs between stretches of empty ones that are as long as those between rows. */
function groupsOf(lines: readonly string[]): readonly (readonly TextLine[])[] {
  const groups: TextLine[][] = [];
  let empty = BETWEEN_ROWS;
  lines.forEach((text, line) => {
    if (text.trim() === "" && !TABS.test(text)) {
      empty += 1;
      return;
    }
    const group = groups[groups.length - 1];
    const before = group?.[group.length - 1];
    const isLastCellEmpty = before !== undefined && TABS.test(before.text);
    const isNext = !TABS.test(text) && empty >= (isLastCellEmpty ? BETWEEN_ROWS + 1 : BETWEEN_ROWS);
    if (group === undefined || isNext) groups.push([{ text, line }]);
    else group.push({ text, line });
    empty = 0;
  });
  return groups;
}

/** A group, cut where a row has ended within it: behind a figure that text follows, and before what no cell but the first begins with. */
function partsOf(group: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const parts: TextLine[][] = [[]];
  let tabs = false;
  group.forEach((line, i) => {
    const before = group[i - 1];
    const follows = before !== undefined && !TABS.test(before.text) && !TABS.test(line.text);
    const ended = follows && isFigure(before.text) && !isFigure(line.text);
    if (tabs && (ended || (NUMBERED.test(line.text.trim()) && !TABS.test(line.text)))) {
      parts.push([]);
      tabs = false;
    }
    if (TABS.test(line.text)) tabs = true;
    parts[parts.length - 1]?.push(line);
  });
  return parts;
}

const isCut = (part: readonly TextLine[], group: readonly TextLine[]): boolean =>
  part[part.length - 1] !== group[group.length - 1];

function isFigure(text: string): boolean {
  const { kind } = readToken(text.trim(), "amount");
  return kind === "figure" || kind === "mark";
}

/** The first row of a table without the paragraphs above it: its first cell is the last line before the first tab. */
function withoutTextAbove(part: readonly TextLine[]): readonly TextLine[] {
  const tab = part.findIndex(({ text }) => TABS.test(text));
  return part.slice(Math.max(0, tab - 1));
}

/** The cells of a row: each tab is the line between two. */
function cellsOf(part: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const cells: TextLine[][] = [[]];
  for (const line of part) {
    if (!TABS.test(line.text)) cells[cells.length - 1]?.push(line);
    else for (const sign of line.text) if (sign === "\t") cells.push([]);
  }
  return cells;
}

function endOf({ rows, from }: TabLineTable): number {
  let end = from;
  for (const { cells } of rows) for (const cell of cells) for (const { line } of cell) end = Math.max(end, line + 1);
  return end;
}
