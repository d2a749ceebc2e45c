import { type Place, placeIn } from "../../findings/finding.js";
import type { SourceCell, SourceDocument, SourceParagraph, SourceTable } from "../../reading/source.js";
import { OBJECT } from "../raisedText.js";
import type { Cell, Content, Paragraph, Row, Table } from "./contents.js";

type Block = SourceDocument["blocks"][number];

/** The contents of a word processor's file in the form that the matcher expects: layout tables dissolved, merged cells as spans. */
export function toSource(contents: readonly Content[], format: Place["format"] = "docx"): SourceDocument {
  return { format, blocks: blocksOf(contents, placeIn(format)) };
}

function blocksOf(contents: readonly Content[], nowhere: Place): readonly Block[] {
  return contents.flatMap((content) =>
    content.kind === "paragraph" ? paragraphs(content, nowhere) : tableBlocks(content, nowhere),
  );
}

/** A line break in a paragraph sets off a heading as well as a new paragraph does. */
function paragraphs({ text, number }: Paragraph, nowhere: Place): readonly SourceParagraph[] {
  return text
    .replaceAll(OBJECT, "")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ kind: "paragraph", text: line, place: { ...nowhere, line: number } }));
}

/**
 * A row that holds a table is layout: what its cells hold comes out in order. The rows between such rows are tables of their
 * own. So is a frame of a single cell around text layout.
 */
function tableBlocks(table: Table, nowhere: Place): readonly Block[] {
  const stretches: (readonly Block[])[] = [];
  let rows: Row[] = [];
  const endStretch = () => {
    if (rows.length > 0) stretches.push(gridBlocks(rows, table.number, nowhere));
    rows = [];
  };
  for (const row of table.rows) {
    if (row.cells.some(({ contents }) => contents.some(({ kind }) => kind === "table"))) {
      endStretch();
      stretches.push(row.cells.flatMap(({ contents }) => blocksOf(contents, nowhere)));
    } else rows.push(row);
  }
  endStretch();
  return stretches.flat();
}

function gridBlocks(rows: readonly Row[], table: number, nowhere: Place): readonly Block[] {
  const cells = rows.flatMap((row) => row.cells);
  const [frame] = cells;
  if (frame !== undefined && cells.length === 1) return blocksOf(frame.contents, nowhere);
  return [sourceTable(rows, { ...nowhere, table })];
}

/** A cell that others below may go on. */
interface Anchor {
  readonly colspan: number;
  rowspan: number;
}

function sourceTable(rows: readonly Row[], nowhere: Place): SourceTable {
  let above = new Map<number, Anchor>();
  const open = rows.map((row) => {
    const anchors = new Map<number, Anchor>();
    const placed: { readonly cell: SourceCell; readonly anchor: Anchor }[] = [];
    let column = row.before;
    const first = row.cells[0];
    if (row.before > 0 && first !== undefined) {
      placed.push({
        cell: sourceCell("", { ...first, colspan: row.before }, row, nowhere),
        anchor: { colspan: row.before, rowspan: 1 },
      });
    }
    for (const cell of row.cells) {
      const upper = cell.merge === "continue" ? above.get(column) : undefined;
      if (upper !== undefined && upper.colspan === cell.colspan) {
        upper.rowspan += 1;
        anchors.set(column, upper);
      } else {
        const anchor: Anchor = { colspan: cell.colspan, rowspan: 1 };
        if (cell.merge !== null) anchors.set(column, anchor);
        const text = cellText(cell);
        const struck = cell.crossed === true && isFigure(text);
        placed.push({ cell: { ...sourceCell(text, cell, row, nowhere), ...(struck ? CROSSED : {}) }, anchor });
      }
      column += cell.colspan;
    }
    above = anchors;
    return placed;
  });
  return { kind: "table", rows: open.map((row) => row.map(({ cell, anchor }) => ({ ...cell, rowspan: anchor.rowspan }))) };
}

function sourceCell(text: string, cell: Cell, row: Row, nowhere: Place): SourceCell {
  return { text, rowspan: 1, colspan: cell.colspan, place: { ...nowhere, row: row.number, column: cell.number } };
}

const CROSSED: Pick<SourceCell, "doubt"> = { doubt: "crossing" };

/** Whether a text may be a figure: it has digits and no letter. */
function isFigure(text: string): boolean {
  return /\d/.test(text) && !/\p{L}/u.test(text);
}

/** A number that the program prints before a figure is not in the file, and makes it another figure. */
function cellText({ contents }: Cell): string {
  const text = contents
    .map((content) => (content.kind === "paragraph" ? content.text : ""))
    .join("\n")
    .trim();
  const numbered = contents.some((content) => content.kind === "paragraph" && content.numbered);
  return numbered && !/\p{L}/u.test(text) ? OBJECT + text : text;
}
