import { readToken } from "../../reading/tokens.js";
import type { TextLine } from "./linePieces.js";

/** A table whose cells are separated by lines of tabs only: rows of cells of lines, and the range of lines that it occupies. */
export interface TabLineTable {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly (readonly (readonly TextLine[])[])[];
}

/** Empty lines between two rows; between the parts of a cell there is one, and an empty last cell is one more. */
const BETWEEN_ROWS = 2;

const TABS = /^[ \u00a0]{0,40}\t[\t \u00a0]{0,300}$/;
/** What only the first cell of a row begins with: 一、本年新收…, and the heading of a section. */
const NUMBERED = /^[一二三四五六七八九十]{1,2}、/;

const isTabs = ({ text }: TextLine): boolean => TABS.test(text);

/**
 * The tables of a text in which browsers give the visible text of a page (`innerText`) whose cells hold paragraphs: a line of tabs
 * between two cells, several empty lines between two rows. Text before a table, one empty line above it, and what
 * follows its last figure in the same way, is not part of it.
 */
export function tabLineTables(lines: readonly string[]): readonly TabLineTable[] {
  if (!lines.some((line) => TABS.test(line))) return [];
  const tables: TabLineTable[] = [];
  let parts: (readonly TextLine[])[] = [];
  const end = (): void => {
    const taken = parts.flat();
    const [first] = taken;
    const last = taken[taken.length - 1];
    const rows = parts.map(cellsOf);
    const isTable = rows.some((cells) => cells.length > 1 && cells.some((cell) => cell.length > 0));
    if (isTable && first !== undefined && last !== undefined) tables.push({ from: first.line, to: last.line + 1, rows });
    parts = [];
  };
  for (const group of groupsOf(lines)) {
    // After a line with text and a tab, a line of tabs is an empty cell.
    if (group.some((line) => line.text.includes("\t") && !isTabs(line))) {
      end();
      continue;
    }
    for (const part of partsOf(group)) {
      if (part.some(isTabs)) parts.push(parts.length === 0 ? withoutTextAbove(part) : part);
      // A single line between rows spans the table; anything else ends it.
      else if (part.length === 1 && parts.length > 0) parts.push(part);
      else end();
      if (part[part.length - 1] !== group[group.length - 1]) end();
    }
  }
  end();
  return tables;
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
    const isLastCellEmpty = before !== undefined && isTabs(before);
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
    if (isTabs(line)) tabs = true;
    else if (tabs && before !== undefined) {
      const ended = !isTabs(before) && isFigure(before) && !isFigure(line);
      if (ended || NUMBERED.test(line.text.trim())) {
        parts.push([]);
        tabs = false;
      }
    }
    parts[parts.length - 1]?.push(line);
  });
  return parts;
}

function isFigure({ text }: TextLine): boolean {
  const { kind } = readToken(text.trim(), "amount");
  return kind === "figure" || kind === "mark";
}

/** The first row of a table without the paragraphs above it: its first cell is the last line before the first tab. */
function withoutTextAbove(part: readonly TextLine[]): readonly TextLine[] {
  return part.slice(Math.max(0, part.findIndex(isTabs) - 1));
}

/** The cells of a row: each tab is the line between two. */
function cellsOf(part: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const cells: TextLine[][] = [[]];
  for (const line of part) {
    if (!isTabs(line)) cells[cells.length - 1]?.push(line);
    else for (const sign of line.text) if (sign === "\t") cells.push([]);
  }
  return cells;
}
