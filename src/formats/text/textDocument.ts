import { type Place, placeIn } from "../../findings/finding.js";
import type { SourceCell, SourceDocument, SourceParagraph, SourceTable } from "../../reading/source.js";
import { barGrid } from "./barGrid.js";
import { beginsSignTable, boxTable, isBoxLine, isSignLine, signTable } from "./boxTable.js";
import { shownField } from "./field.js";
import { flowTables } from "./flowTables.js";
import type { TextLine } from "./linePieces.js";
import { isMarkdown, markdownLine, withoutHeadingSigns } from "./markdownText.js";
import { Headings } from "./shortRows.js";
import { tabLineTables } from "./tabLines.js";

/**
 * The paragraphs and tables of a plain text. Ways of writing tables that are known: one cell a line, each with a tab in front,
 * where lines without one carry a cell on and an empty line ends the row; one row a line, cells parted by tabs; tables
 * drawn with lines, as this library writes them; and those that {@link flowTables} finds in the remaining lines.
 */
export function textDocument(text: string): SourceDocument {
  const lines = withoutQuotes(text.replace(/^\ufeff/, "").split(/\r\n|[\n\r]/));
  const markdown = isMarkdown(lines);
  const blocks: (SourceTable | SourceParagraph)[] = [];
  let rows: SourceCell[][] = [];
  let headings = new Headings();
  let row: OpenCell[] = [];
  let flow: TextLine[] = [];
  /** Up to here lines were tried as a table drawn with signs. */
  let tried = 0;
  const endFlow = (): void => {
    if (flow.length > 0) blocks.push(...flowTables(flow, placeOf));
    flow = [];
  };
  const endRow = (): void => {
    if (row.length > 0) rows.push(row.map(({ lines, line }) => cellOf(lines.join("\n"), line)));
    row = [];
  };
  const endTable = (): void => {
    endRow();
    if (rows.length > 0) blocks.push({ kind: "table", rows });
    rows = [];
    headings = new Headings();
  };
  const addTable = (table: SourceTable): void => {
    endTable();
    endFlow();
    blocks.push(table);
  };
  const addLine = (line: string, content: string, i: number): void => {
    endTable();
    flow.push({ text: line, line: i });
    const own = withoutHeadingSigns(content);
    const listed = LISTED.test(line) ? { listed: true } : {};
    blocks.push({ kind: "paragraph", text: markdown ? markdownLine(own) : own, place: placeOf(i), ...listed });
  };
  const spread = new Map(tabLineTables(lines).map((table) => [table.from, table]));
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? "";
    const parted = spread.get(i);
    if (parted !== undefined) {
      const cellIn = (own: readonly TextLine[]): SourceCell =>
        cellOf(own.map(({ text }) => text.trim()).join("\n"), own[0]?.line ?? i);
      addTable({ kind: "table", rows: parted.rows.map((cells) => cells.map(cellIn)) });
      i = parted.to - 1;
      continue;
    }
    const cells = line.split("\t");
    if (cells.length === 1) {
      const content = line.trim();
      const open = row[row.length - 1];
      if (content === "") {
        endRow();
        if (line.includes("\f")) flow.push({ text: line, line: i });
      } else if (isBoxLine(line)) {
        const end = endOf(lines, i, isBoxLine);
        const first = i;
        addTable(boxTable(lines.slice(i, end), (offset) => placeOf(first + offset)));
        i = end - 1;
      } else if (i >= tried && beginsSignTable(line)) {
        tried = endOf(lines, i, isSignLine);
        const first = i;
        const table = signTable(lines.slice(i, tried), (offset) => placeOf(first + offset));
        // What is not drawn to the letter is gone through line by line.
        if (table === null) addLine(line, content, i);
        else {
          addTable(table);
          i = tried - 1;
        }
      } else if (open !== undefined) open.lines.push(content);
      else if (rows.length > 0 && lines[i - 1]?.includes("\t") === true && DIGITS.test(content)) carryOn(rows, content);
      else if (BAR.test(line) && !(i > 0 && BAR.test(lines[i - 1] ?? ""))) {
        const end = endOfBars(lines, i);
        const grid = barGrid(lines.slice(i, end));
        if (grid === null) addLine(line, content, i);
        else {
          const first = i;
          addTable({
            kind: "table",
            rows: grid.map(({ cells, line: own }) => cells.map((cell) => cellOf(cell, first + own))),
          });
          i = end - 1;
        }
      } else addLine(line, content, i);
      continue;
    }
    endFlow();
    if (cells.length === 2 && cells[0]?.trim() === "") {
      row.push({ lines: [cells[1] ?? ""], line: i });
    } else {
      endRow();
      const own = cells.map((cell) => cellOf(shownField(cell), i));
      const isShort = headings.areWiderThan(own.map(({ text }) => text));
      rows.push(isShort ? own.filter(({ text }) => text !== "") : own);
    }
  }
  endTable();
  endFlow();
  return { format: "text", blocks: inOrder(blocks) };
}

/** A table found in lines of text has the position of its first line: statements above that refer to it. */
function inOrder(blocks: readonly (SourceTable | SourceParagraph)[]): readonly (SourceTable | SourceParagraph)[] {
  const placed = blocks.map((block) => ({ block, line: lineOf(block) }));
  return placed.sort((a, b) => a.line - b.line || rankOf(a.block) - rankOf(b.block)).map(({ block }) => block);
}

function lineOf(block: SourceTable | SourceParagraph): number {
  if (block.kind === "paragraph") return block.place.line ?? 0;
  for (const [first] of block.rows) if (first?.place.line != null) return first.place.line;
  return 0;
}

function rankOf({ kind }: SourceTable | SourceParagraph): number {
  return kind === "table" ? 0 : 1;
}

/** A cell that the lines below it may carry on. */
interface OpenCell {
  readonly lines: string[];
  readonly line: number;
}

/** An item of a list as programs write it, or a link alone; a star at the margin may be the sign of a heading. */
const LISTED = /^(?:\s{0,20}[-+•·●○■□▪◆»] |\s{1,20}\* {1,4}|\s{0,20}\[[^\]]{1,120}\]\([^()\s]{0,300}\)\s{0,8}$)/;

const BAR = /[|｜]/;
const DIGITS = /^[\d.,，．０-９]+$/;

function endOfBars(lines: readonly string[], from: number): number {
  let end = from;
  while (BAR.test(lines[end] ?? "") && !isBoxLine(lines[end] ?? "")) end += 1;
  return Math.max(end, from + 1);
}

/** Digits below a row may be the rest of its last figure. */
function carryOn(rows: readonly SourceCell[][], digits: string): void {
  const row = rows[rows.length - 1] ?? [];
  const last = row.pop();
  if (last !== undefined) row.push({ ...last, text: `${last.text}\n${digits}` });
}

/** Most lines that one quoted cell may take. */
const MAX_QUOTED_LINES = 40;

/**
 * Lines whose cells are parted by tabs, with quoted cells as they are meant: a cell in quotes may hold breaks of the line.
 * The lines that were taken up become empty.
 */
function withoutQuotes(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => line.includes('"') && line.includes("\t"))) return lines;
  const result = [...lines];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? "";
    if (!line.includes('"') || (!line.includes("\t") && !line.startsWith('"'))) continue;
    let whole = line;
    let last = i;
    while (isOpen(whole) && last + 1 < lines.length && last - i < MAX_QUOTED_LINES) {
      last += 1;
      whole += `${BREAK}${lines[last] ?? ""}`;
    }
    if (isOpen(whole) || !whole.includes("\t")) continue;
    const cells = whole.split("\t").map((cell) => (QUOTED.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell));
    result[i] = cells.join("\t");
    for (let taken = i + 1; taken <= last; taken += 1) result[taken] = TAKEN;
    i = last;
  }
  return result;
}

/** Represents a line break within a cell. */
const BREAK = "\v";

/** Placeholder for a line that was merged into one above it: empty cells only. */
const TAKEN = "\t\t";
const QUOTED = /^"[\s\S]*"$/;

/** Whether a line ends within a cell in quotes. */
function isOpen(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}

/** Where lines of a kind end that begin at `from`. */
function endOf(lines: readonly string[], from: number, isOne: (line: string) => boolean): number {
  let end = from;
  while (isOne(lines[end] ?? "")) end += 1;
  return end;
}

function cellOf(text: string, line: number): SourceCell {
  return { text: text.replaceAll(BREAK, "\n").trim(), rowspan: 1, colspan: 1, place: placeOf(line) };
}

function placeOf(line: number): Place {
  return placeIn("text", { line: line + 1 });
}
