import type { Place } from "../../findings/finding.js";
import type { SourceCell, SourceDocument, SourceParagraph, SourceTable } from "../../table/source.js";
import { boxTable, isBoxLine } from "./boxTable.js";

/**
 * The paragraphs and tables of a plain text. Three ways of writing tables are known: one cell a line, each with a tab in front,
 * where lines without one carry a cell on and an empty line ends the row; one row a line, cells parted by tabs; and tables
 * drawn with lines, as this library writes them.
 */
export function textDocument(text: string): SourceDocument {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|[\n\r\f]/);
  const blocks: (SourceTable | SourceParagraph)[] = [];
  let rows: SourceCell[][] = [];
  let row: SourceCell[] = [];
  const endRow = (): void => {
    if (row.length > 0) rows.push(row);
    row = [];
  };
  const endTable = (): void => {
    endRow();
    if (rows.length > 0) blocks.push({ kind: "table", rows });
    rows = [];
  };
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? "";
    const cells = line.split("\t");
    if (cells.length === 1) {
      const content = line.trim();
      const open = row[row.length - 1];
      if (content === "") endRow();
      else if (isBoxLine(line)) {
        endTable();
        const end = endOfBox(lines, i);
        blocks.push(boxTable(lines.slice(i, end), (offset) => placeOf(i + offset)));
        i = end - 1;
      } else if (open !== undefined) row[row.length - 1] = { ...open, text: `${open.text}\n${content}`.trim() };
      else {
        endTable();
        blocks.push({ kind: "paragraph", text: content, place: placeOf(i) });
      }
    } else if (cells.length === 2 && cells[0]?.trim() === "") {
      row.push(cellOf(cells[1] ?? "", i));
    } else {
      endRow();
      rows.push(cells.map((cell) => cellOf(cell, i)));
    }
  }
  endTable();
  return { format: "text", blocks };
}

function endOfBox(lines: readonly string[], from: number): number {
  let end = from;
  while (isBoxLine(lines[end] ?? "")) end += 1;
  return end;
}

function cellOf(text: string, line: number): SourceCell {
  return { text: text.trim(), rowspan: 1, colspan: 1, place: placeOf(line) };
}

function placeOf(line: number): Place {
  return { format: "text", sheet: null, table: null, row: null, column: null, line: line + 1, offset: null };
}
