import type { Language, Sentence } from "../../findings/finding.js";
import type { Content } from "../docx/contents.js";
import type { Reach } from "../docx/covered.js";
import { type EdgedCell, type EdgedRow, rowsOnGrid } from "../docx/edges.js";
import { MAX_WORD_CELLS } from "../docx/readContents.js";
import { formatError } from "../messages.js";
import type { RowDefinition } from "./properties.js";
import type { DocParagraph } from "./story.js";

/** Deepest nesting of tables around a paragraph. */
export const MAX_DOC_DEPTH = 64;

/** A table that is being read. */
interface OpenTable {
  readonly number: number;
  readonly rows: EdgedRow[];
  rowNumber: number;
  /** The finished cells of the row that is being read, and what the cell that is being read holds so far. */
  cells: (readonly Content[])[];
  cell: Content[];
}

/**
 * The paragraphs and tables of a document. Each paragraph states its nesting depth in tables; marks end cells and rows, and
 * the mark of a row states how its cells are merged.
 */
export function contentsOf(paragraphs: Iterable<DocParagraph>, language: Language): readonly Content[] {
  const contents: Content[] = [];
  const tables: OpenTable[] = [];
  let paragraphNumber = 0;
  let tableNumber = 0;
  let cellCount = 0;
  let begun = "";
  let hanging: Reach[] = [];
  const here = (): Content[] => tables[tables.length - 1]?.cell ?? contents;
  const toDepth = (depth: number): void => {
    while (tables.length > depth) {
      const { number, rows, cells, cell } = tables.pop() ?? NO_TABLE;
      if (cells.length > 0 || cell.length > 0) throw formatError("format.corrupt", { reason: brokenRow }, language);
      here().push({ kind: "table", number, rows: rowsOnGrid(rows) });
    }
    while (tables.length < depth) {
      tableNumber += 1;
      tables.push({ number: tableNumber, rows: [], rowNumber: 0, cells: [], cell: [] });
    }
  };
  for (const { text, cellMark, properties, drawings, endDeleted } of paragraphs) {
    const { depth, rowEnd, cellEnd, numbered, row, flat } = properties;
    if (depth > MAX_DOC_DEPTH) throw formatError("format.limit", { what: nesting, limit: MAX_DOC_DEPTH, found: depth }, language);
    toDepth(depth);
    const table = tables[tables.length - 1];
    if (table !== undefined && rowEnd) {
      table.rowNumber += 1;
      const finished = finishRow(table.rowNumber, table.cells, row, language);
      if (!endDeleted && !flat) table.rows.push(finished);
      table.cells = [];
      table.cell = [];
      continue;
    }
    begun += text;
    hanging.push(...drawings);
    const cellDone = table !== undefined && (depth === 1 ? cellMark : cellEnd);
    if (endDeleted && !cellDone) continue;
    paragraphNumber += 1;
    here().push({ kind: "paragraph", text: begun, number: paragraphNumber, numbered, drawings: hanging });
    begun = "";
    hanging = [];
    if (!cellDone || table === undefined) continue;
    cellCount += 1;
    if (cellCount > MAX_WORD_CELLS)
      throw formatError("format.limit", { what: cells, limit: MAX_WORD_CELLS, found: cellCount }, language);
    table.cells.push(table.cell);
    table.cell = [];
  }
  toDepth(0);
  return contents;
}

const NO_TABLE: OpenTable = { number: 0, rows: [], rowNumber: 0, cells: [], cell: [] };

/**
 * A row whose definition does not fit its cells could only be guessed at, but for one that holds a table: what stands in it comes out in
 * order, wherever its edges are. LibreOffice writes too many cells into such rows of RTF.
 */
function finishRow(
  number: number,
  cells: readonly (readonly Content[])[],
  row: RowDefinition | null,
  language: Language,
): EdgedRow {
  const { edges, merges } = row ?? { edges: [], merges: [] };
  const isLayout = cells.some((contents) => contents.some(({ kind }) => kind === "table"));
  if (!isLayout && (row === null || merges.length !== cells.length))
    throw formatError("format.corrupt", { reason: brokenRow }, language);
  let first = 0;
  const edged = cells.map((contents, i): EdgedCell => {
    const { sideways, vertical, crossed = false } = merges[i] ?? { sideways: 0, vertical: null };
    // Programs differ in which of the two bits marks the first cell of a set: whichever it is, it comes first.
    const joined = first !== 0 && sideways !== 0 && sideways !== first;
    if (!joined) first = sideways;
    return { number: i + 1, merge: vertical, contents, joined, crossed };
  });
  return { number, edges, cells: edged };
}

const nesting: Sentence = { zh: "表格的嵌套层数", en: "the nesting of tables" };
const cells: Sentence = { zh: "各表格的单元格总数", en: "the number of cells in all tables" };
const brokenRow: Sentence = {
  zh: "表格一行的定义与其单元格对不上",
  en: "the definition of a table row does not agree with its cells",
};
