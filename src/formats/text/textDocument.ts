import { type Place, placeIn } from "../../findings/finding.js";
import type { SourceCell, SourceDocument, SourceParagraph, SourceTable } from "../../reading/source.js";
import { boxTable, isBoxLine } from "./boxTable.js";
import { flowTables } from "./flowTables.js";
import type { TextLine } from "./linePieces.js";
import { isMarkdown, markdownLine } from "./markdownText.js";

/**
 * The paragraphs and tables of a plain text. Ways of writing tables that are known: one cell a line, each with a tab in front,
 * where lines without one carry a cell on and an empty line ends the row; one row a line, cells parted by tabs; tables
 * drawn with lines, as this library writes them; and what {@link flowTables} finds in the lines that are none of these.
 */
export function textDocument(text: string): SourceDocument {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|[\n\r]/);
  const markdown = isMarkdown(lines);
  const blocks: (SourceTable | SourceParagraph)[] = [];
  let rows: SourceCell[][] = [];
  let row: OpenCell[] = [];
  let flow: TextLine[] = [];
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
  };
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? "";
    const cells = line.split("\t");
    if (cells.length === 1) {
      const content = line.trim();
      const open = row[row.length - 1];
      if (content === "") {
        endRow();
        if (line.includes("\f")) flow.push({ text: line, line: i });
      } else if (isBoxLine(line)) {
        endTable();
        endFlow();
        const end = endOfBox(lines, i);
        blocks.push(boxTable(lines.slice(i, end), (offset) => placeOf(i + offset)));
        i = end - 1;
      } else if (open !== undefined) open.lines.push(content);
      else {
        endTable();
        flow.push({ text: line, line: i });
        blocks.push({ kind: "paragraph", text: markdown ? markdownLine(content) : content, place: placeOf(i) });
      }
      continue;
    }
    endFlow();
    if (cells.length === 2 && cells[0]?.trim() === "") {
      row.push({ lines: [cells[1] ?? ""], line: i });
    } else {
      endRow();
      rows.push(cells.map((cell) => cellOf(cell, i)));
    }
  }
  endTable();
  endFlow();
  return { format: "text", blocks };
}

/** A cell that the lines below it may carry on. */
interface OpenCell {
  readonly lines: string[];
  readonly line: number;
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
  return placeIn("text", { line: line + 1 });
}
