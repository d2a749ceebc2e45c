import { type Language, type Place, placeIn } from "../../findings/finding.js";
import type { SourceCell, SourceDocument, SourceParagraph, SourceTable } from "../../reading/source.js";
import { alignedTables } from "./alignedTables.js";
import { furnitureOf, type PagedLine } from "./furniture.js";
import { upright } from "./glyphs.js";
import { withoutIdleRows } from "./idleEdges.js";
import { linesOf, type TextLine } from "./lines.js";
import type { Box, Page } from "./page.js";
import { checkLimit } from "./pageLimits.js";
import { type PageCell, type PageTable, tablesOf } from "./pageTables.js";
import { continues, type FlowLine, joinLines, type Margins, marginsOf } from "./paragraphs.js";
import { goesOn, NO_SIDE, type Side, sideOf, stitch, type WholeTable, whole } from "./stitch.js";

/** Texts on one line belong to different paragraphs if they are further apart than this many times their size. */
const PARTED = 4;

interface PageContent {
  readonly page: number;
  /** Quarter turns of its text. */
  readonly turn: number;
  readonly tables: readonly PageTable[];
  readonly lines: readonly TextLine[];
  readonly height: number;
  readonly shown: (box: Box) => Box;
}

/** Paragraphs and tables of a document that is given as pages. */
export function pagesToSource(pages: readonly Page[], format: "pdf" | "ofd", language: Language): SourceDocument {
  checkLimits(pages, language);
  const contents = pages.map((page): PageContent => {
    const turned = upright(page);
    const ruled = tablesOf(turned, language);
    const { tables: aligned, rest } = alignedTables(turned, ruled.rest);
    const tables = [...ruled.tables, ...aligned];
    return {
      page: page.number,
      turn: turned.turn,
      tables,
      lines: linesOf(rest, PARTED),
      height: turned.height,
      shown: turned.shown,
    };
  });
  const whole = withoutParted(contents);
  const furniture = furnitureOf(
    whole.flatMap(({ page, height, lines }) => lines.map((line): PagedLine => ({ page, height, line }))),
  );
  const writer = new BlockWriter(format);
  for (const content of whole) writer.addPage({ ...content, lines: content.lines.filter((line) => !furniture.has(line)) });
  return { format, blocks: writer.end() };
}

const ANY_DIGIT = /[\d０-９]/;

/** Which side of a page with turned text is cut where the next page begins, and which side of that one. */
const CUT_SIDES: Readonly<Record<number, readonly ["openRight" | "openLeft", "openRight" | "openLeft"]>> = {
  1: ["openRight", "openLeft"],
  3: ["openLeft", "openRight"],
};

/** Where text is turned, a page ends in the middle of lines: figures at an open side may go on at the open side of the next page. */
function withoutParted(contents: readonly PageContent[]): readonly PageContent[] {
  const doubtful = new Set<PageCell>();
  contents.forEach(({ turn, tables }, i) => {
    const next = contents[i + 1];
    const sides = next?.turn === turn ? CUT_SIDES[turn] : undefined;
    if (next === undefined || sides === undefined) return;
    const [cut, rest] = [tables, next.tables].map((own, k) =>
      own.flatMap(({ cells }) => cells.filter((cell) => cell[sides[k === 0 ? 0 : 1]] && ANY_DIGIT.test(cell.text))),
    );
    if (cut === undefined || rest === undefined || cut.length === 0 || rest.length === 0) return;
    for (const cell of [...cut, ...rest]) doubtful.add(cell);
  });
  if (doubtful.size === 0) return contents;
  return contents.map((content) => ({
    ...content,
    tables: content.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => (doubtful.has(cell) ? { ...cell, doubt: "crossing" as const } : cell)),
    })),
  }));
}

/** Puts the contents of pages one below the other. */
class BlockWriter {
  readonly #format: "pdf" | "ofd";
  readonly #blocks: (SourceTable | SourceParagraph)[] = [];
  #table: WholeTable | null = null;
  #tables = 0;
  #paragraph: { text: string; readonly place: Place; last: FlowLine; margins: Margins | null } | null = null;

  constructor(format: "pdf" | "ofd") {
    this.#format = format;
  }

  addPage({ page, tables, lines, shown }: PageContent): void {
    const margins = marginsOf(lines);
    const [first] = [...tables].sort((a, b) => a.box[1] - b.box[1]);
    const side = first === undefined ? NO_SIDE : this.#sideOf(first, lines);
    const items = [
      ...tables.map((table) => ({ top: table.box[1], left: table.box[0], table, line: null })),
      ...lines
        .filter((line) => !side.lines.includes(line))
        .map((line, i) => ({ top: line.top, left: line.left, table: null, line: { page, number: i + 1, line } })),
    ].sort((a, b) => a.top - b.top || a.left - b.left);
    for (const { table, line } of items) {
      if (table !== null) this.#addTable(table, table === first ? side : NO_SIDE);
      else if (line !== null) this.#addLine(line, margins, shown);
    }
  }

  /** Text next to the first table of a page, if that continues the previous one and nothing is in between. */
  #sideOf(first: PageTable, lines: readonly TextLine[]): Side {
    if (this.#table === null || !goesOn(this.#table, first)) return NO_SIDE;
    const side = sideOf(this.#table, first, lines);
    return lines.some((line) => line.top < first.box[1] && !side.lines.includes(line)) ? NO_SIDE : side;
  }

  #addTable(table: PageTable, side: Side): void {
    this.#endParagraph();
    if (this.#table !== null && goesOn(this.#table, table)) {
      this.#table = stitch(this.#table, table, side);
      return;
    }
    this.#endTable();
    this.#table = whole(table);
  }

  #addLine(line: FlowLine, margins: Margins | null, shown: (box: Box) => Box): void {
    this.#endTable();
    const before = this.#paragraph;
    if (before !== null && continues(before.last, line, before.margins, margins)) {
      before.text = joinLines(before.text, line.line.text);
      before.last = line;
      before.margins = margins;
      return;
    }
    this.#endParagraph();
    const { left, top, right, bottom, text } = line.line;
    const place = placeIn(this.#format, { page: line.page, line: line.number, box: rounded(shown([left, top, right, bottom])) });
    this.#paragraph = { text, place, last: line, margins };
  }

  #endParagraph(): void {
    if (this.#paragraph === null) return;
    const { text, place } = this.#paragraph;
    this.#blocks.push({ kind: "paragraph", text, place });
    this.#paragraph = null;
  }

  #endTable(): void {
    if (this.#table === null) return;
    this.#tables += 1;
    this.#blocks.push(sourceTable(withoutIdleRows(this.#table), this.#format, this.#tables));
    this.#table = null;
  }

  end(): SourceDocument["blocks"] {
    this.#endParagraph();
    this.#endTable();
    return this.#blocks;
  }
}

/** Rows in which no cell begins are dropped: they result from joining the two parts of a row cut by a page break. */
function withoutEmptyRows({ rows, cells }: WholeTable): Pick<WholeTable, "rows" | "cells"> {
  const begun = new Set(cells.map(({ top }) => top));
  const at: number[] = [];
  let next = 0;
  for (let row = 0; row <= rows; row += 1) {
    at.push(next);
    if (begun.has(row)) next += 1;
  }
  const moved = cells.map((cell) => ({ ...cell, top: at[cell.top] ?? 0, bottom: at[cell.bottom] ?? next }));
  return { rows: next, cells: moved };
}

function sourceTable(whole: WholeTable, format: "pdf" | "ofd", table: number): SourceTable {
  const { rows, cells } = withoutEmptyRows(whole);
  const byRow: SourceCell[][] = Array.from({ length: rows }, () => []);
  for (const cell of [...cells].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const row = byRow[cell.top];
    if (row === undefined) continue;
    const place = placeIn(format, { page: cell.page, box: rounded(cell.box), table, row: cell.top + 1, column: row.length + 1 });
    row.push({
      text: cell.text,
      rowspan: cell.bottom - cell.top,
      colspan: cell.right - cell.left,
      place,
      ...(cell.doubt === null ? {} : { doubt: cell.doubt }),
    });
  }
  return { kind: "table", rows: byRow };
}

/** To a tenth of a point: what programs add behind is noise. */
function rounded([left, top, right, bottom]: Box): Box {
  const round = (value: number) => Math.round(value * 10) / 10;
  return [round(left), round(top), round(right), round(bottom)];
}

function checkLimits(pages: readonly Page[], language: Language): void {
  checkLimit("pages", pages.length, language);
  let objects = 0;
  for (const { texts, lines } of pages) {
    checkLimit("texts", texts.length, language);
    checkLimit("lines", lines.length, language);
    objects += texts.length + lines.length;
  }
  checkLimit("inAll", objects, language);
}
