import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import type { Cover } from "../xlsx/drawings.js";
import { type Address, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS, parseAddress, type Span } from "../xlsx/worksheet.js";
import { withoutSheet } from "./conditional.js";
import { isLine } from "./drawings.js";
import { type OdfStyles, twipsOf } from "./styles.js";

/** The drawings that hang on a cell. */
export function coversOn(cell: XmlElement, at: Address, styles: OdfStyles): readonly Cover[] {
  return drawingsIn(cell).flatMap((drawing): readonly Cover[] => {
    const hides = hidesCells(drawing, styles);
    return hides || isPicture(drawing) ? [{ range: rangeOf(drawing, at), hides }] : [];
  });
}

/** The drawings anchored to a sheet: which cells they cover depends on the displayed widths and heights. */
export function coversOnSheet(table: XmlElement, styles: OdfStyles): readonly Cover[] {
  const shapes = childOf(table, "table:shapes");
  const drawings = shapes === undefined ? [] : drawingsIn(shapes);
  const isSeen = (drawing: XmlElement): boolean => isPicture(drawing) || hidesCells(drawing, styles);
  const rows = { first: 1, last: MAX_SHEET_ROWS };
  const columns = { first: 1, last: MAX_SHEET_COLUMNS };
  return drawings.some(isSeen) ? [{ range: { rows, columns }, hides: false }] : [];
}

function drawingsIn(parent: XmlElement): readonly XmlElement[] {
  return elementsOf(parent).filter(({ name }) => name.startsWith("draw:"));
}

function isPicture(drawing: XmlElement): boolean {
  return childOf(drawing, "draw:image") !== undefined;
}

/** Whether a drawing contains something that hides or strikes out figures, or is printed among them. */
function hidesCells(drawing: XmlElement, styles: OdfStyles): boolean {
  const { covers, fill } = styles("graphic", attributeOf(drawing, "draw:style-name"));
  const isFrame = drawing.name === "draw:frame";
  const isObject = childOf(drawing, "draw:object") !== undefined || childOf(drawing, "draw:object-ole") !== undefined;
  return isLine(drawing) || isObject || hasText(drawing) || (covers && (!isFrame || fill !== null));
}

function hasText(element: XmlElement): boolean {
  return textOf(element).trim() !== "" || elementsOf(element).some(hasText);
}

/** Twentieths of a point that a usual row and column take up, and that a drawing may reach into the next one by chance. */
const ROW_HEIGHT = 256;
const COLUMN_WIDTH = 1280;
const TOUCH = 40;

/** The cells below a drawing: up to the one that the file names, else as many as its size takes up in a usual sheet. */
function rangeOf(drawing: XmlElement, { row, column }: Address): { readonly rows: Span; readonly columns: Span } {
  const end = parseAddress(withoutSheet(attributeOf(drawing, "table:end-cell-address") ?? ""));
  const size = (name: string): number => twipsOf(attributeOf(drawing, name)) ?? 0;
  const spanOf = (first: number, stated: number | undefined, reach: string, side: string, unit: number): Span => {
    const last = stated === undefined ? first - 1 + size(side) / unit : stated - (size(reach) > TOUCH ? 0 : 1);
    return { first, last: Math.max(first, Math.ceil(last)) };
  };
  return {
    rows: spanOf(row, end?.row, "table:end-y", "svg:height", ROW_HEIGHT),
    columns: spanOf(column, end?.column, "table:end-x", "svg:width", COLUMN_WIDTH),
  };
}
