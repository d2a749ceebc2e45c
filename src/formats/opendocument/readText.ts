import type { Language, Sentence } from "../../findings/finding.js";
import type { Fill } from "../colours.js";
import type { Cell, Content, Row } from "../docx/contents.js";
import { MAX_WORD_CELLS, MAX_WORD_SPAN } from "../docx/readContents.js";
import { formatError } from "../messages.js";
import { attributeOf, elementsOf, type XmlElement } from "../office/xml.js";
import { distorted } from "../raisedText.js";
import type { OdfStyles } from "./styles.js";
import { readLine } from "./text.js";

interface State {
  readonly styles: OdfStyles;
  readonly language: Language;
  readonly counts: { paragraphs: number; tables: number; cells: number };
  /** Whether what is read is an item of a list. */
  readonly listed: boolean;
  /** The backgrounds of the text: of cells, rows and tables, innermost first. */
  readonly fills: readonly Fill[];
  /** Whether it is in a section that is hidden under a condition, which only the program can evaluate. */
  readonly open: boolean;
  /** Whether it is in a row so low that figures in it are cut off. */
  readonly low: boolean;
}

/** Elements that hold paragraphs and tables and are nothing by themselves. */
const HOLDERS: ReadonlySet<string> = new Set([
  "text:list",
  "text:list-item",
  "text:list-header",
  "text:section",
  "text:index-body",
  "text:index-title",
  "text:table-of-content",
  "text:numbered-paragraph",
  "draw:frame",
  "draw:text-box",
]);

/** The paragraphs and tables of an OpenDocument text. */
export function readText(content: XmlElement, styles: OdfStyles, language: Language): readonly Content[] {
  return contentsOf(content, {
    styles,
    language,
    counts: { paragraphs: 0, tables: 0, cells: 0 },
    listed: false,
    fills: [],
    open: false,
    low: false,
  });
}

function contentsOf(parent: XmlElement, state: State): readonly Content[] {
  return elementsOf(parent).flatMap((element): readonly Content[] => {
    if (element.name === "text:p" || element.name === "text:h") return paragraph(element, state);
    if (element.name === "table:table") return [readTable(element, state)];
    const hidden = attributeOf(element, "text:display") === "none" || attributeOf(element, "text:is-hidden") === "true";
    if (!HOLDERS.has(element.name) || hidden) return [];
    const open = state.open || attributeOf(element, "text:display") === "condition";
    const listed = element.name === "text:list-item" || element.name === "text:numbered-paragraph";
    return contentsOf(
      element,
      listed ? { ...state, listed, open } : { ...state, listed: state.listed && element.name !== "text:list-header", open },
    );
  });
}

function paragraph(element: XmlElement, state: State): readonly Content[] {
  state.counts.paragraphs += 1;
  const number = state.counts.paragraphs;
  const { text, boxes, drawings } = readLine(element, state.styles, {}, state.fills, state.low);
  return [
    { kind: "paragraph", text: state.open ? distorted(text) : text, number, numbered: state.listed, drawings },
    ...boxes.flatMap((box) => contentsOf(box, { ...state, listed: false, fills: ["unknown"] })),
  ];
}

/** A cell that reaches into the rows below. */
interface Reach {
  readonly colspan: number;
  left: number;
}

/** The context of a table, a row or a cell, with its background. */
function within(state: State, family: string, element: XmlElement): State {
  const { fill, distorted } = state.styles(family, attributeOf(element, "table:style-name"));
  const low = state.low || (family === "table-row" && distorted);
  return { ...state, listed: false, fills: [fill, ...state.fills], low };
}

function readTable(table: XmlElement, state: State): Content {
  state.counts.tables += 1;
  const number = state.counts.tables;
  const inside = within(state, "table", table);
  const rows: Row[] = [];
  let reaching = new Map<number, Reach>();
  let rowNumber = 0;
  for (const row of rowsOf(table)) {
    for (let i = repeatOf(row, "table:number-rows-repeated"); i > 0; i -= 1) {
      rowNumber += 1;
      const next = new Map<number, Reach>();
      const cells = readCells(row, reaching, next, within(inside, "table-row", row));
      reaching = next;
      if (isShown(row, state.styles)) rows.push({ number: rowNumber, before: 0, cells });
      if (cells.length === 0) break;
    }
  }
  return { kind: "table", number, rows };
}

/** The rows of a table, also those that are grouped or repeated on each page. */
export function rowsOf(parent: XmlElement): readonly XmlElement[] {
  const rows = elementsOf(parent).flatMap((child) => {
    if (child.name === "table:table-row") return [child];
    return /^table:table-(?:header-rows|row-group|rows)$/.test(child.name) ? rowsOf(child) : [];
  });
  return isClosed(parent) ? rows.map((row) => ({ ...row, attributes: { ...row.attributes, ...COLLAPSED } })) : rows;
}

/** Whether a group of rows or columns is closed, so that nothing of it is shown. */
export function isClosed(group: XmlElement): boolean {
  return attributeOf(group, "table:display") === "false";
}

const COLLAPSED = { "table:visibility": "collapse" } as const;

/** Whether a row or column is shown, and not too small for anything in it to be seen. */
export function isShown(element: XmlElement, styles: OdfStyles): boolean {
  const family = element.name === "table:table-column" ? "table-column" : "table-row";
  const { shown } = styles(family, attributeOf(element, "table:style-name"));
  return shown && (attributeOf(element, "table:visibility") ?? "visible") === "visible";
}

export function repeatOf(element: XmlElement, name: string): number {
  const count = Number(attributeOf(element, name) ?? 1);
  return Number.isSafeInteger(count) && count > 1 ? count : 1;
}

export function spanOf(element: XmlElement, name: string, most: number): number {
  return Math.min(repeatOf(element, name), most);
}

function readCells(row: XmlElement, above: ReadonlyMap<number, Reach>, below: Map<number, Reach>, state: State): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  let covered = 0;
  let number = 0;
  for (const cell of elementsOf(row)) {
    const isCovered = cell.name === "table:covered-table-cell";
    if (!isCovered && cell.name !== "table:table-cell") continue;
    for (let i = repeatOf(cell, "table:number-columns-repeated"); i > 0; i -= 1) {
      number += 1;
      state.counts.cells += 1;
      if (state.counts.cells > MAX_WORD_CELLS)
        throw formatError("format.limit", { what: cellCount, limit: MAX_WORD_CELLS, found: state.counts.cells }, state.language);
      if (isCovered && covered > 0) {
        covered -= 1;
        continue;
      }
      const reach = isCovered ? above.get(column) : undefined;
      const colspan = reach?.colspan ?? (isCovered ? 1 : spanOf(cell, "table:number-columns-spanned", MAX_WORD_SPAN));
      const left = reach === undefined ? spanOf(cell, "table:number-rows-spanned", MAX_WORD_CELLS) - 1 : reach.left - 1;
      if (!isCovered && left > 0) below.set(column, { colspan, left });
      else if (reach !== undefined && left > 0) below.set(column, { colspan, left });
      const merge = reach !== undefined ? "continue" : !isCovered && left > 0 ? "begin" : null;
      const { distorted: crossed } = state.styles("table-cell", attributeOf(cell, "table:style-name"));
      const contents = isCovered ? [] : contentsOf(cell, within(state, "table-cell", cell));
      cells.push({ number, colspan, merge, contents, crossed });
      column += colspan;
      covered = colspan - 1;
    }
  }
  return cells;
}

const cellCount: Sentence = { zh: "各表格的单元格总数", en: "the number of cells in all tables" };
