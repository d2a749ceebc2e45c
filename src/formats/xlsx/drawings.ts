import type { Language, Place } from "../../findings/finding.js";
import type { Reading } from "../../reading/readDocument.js";
import { covered } from "../docx/covered.js";
import { hasFill, isLine } from "../docx/drawings.js";
import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from "../office/xml.js";
import { ALWAYS, type Conditions, conditionsOf, type Difference, type Looks } from "./conditions.js";
import type { Range, Sheet, Span } from "./worksheet.js";

/** What lies over the cells of a worksheet. */
export interface Covers {
  /** Ranges in which no figure is seen as its cell has it: under shapes, texts, lines, charts, and pictures in a cell. */
  readonly hidden: readonly Range[];
  /** Ranges under pictures over more cells, such as seals: the file does not state what is visible through the picture. */
  readonly pictures: readonly Range[];
}

/** A drawing in front of the cells of a range. */
export interface Cover {
  readonly range: Range;
  /** Whether it hides or strikes out what it lies over; else it is a picture. */
  readonly hides: boolean;
}

/** Rows and columns that a picture in one cell may overlap, since pictures are placed by hand. */
const MOST_OF_ONE = 2;

/** What the drawings of a worksheet do to its cells. */
export function coversOf(drawings: readonly Cover[]): Covers {
  const isHidden = ({ range: { rows, columns }, hides }: Cover): boolean =>
    hides || (rows.last - rows.first < MOST_OF_ONE && columns.last - columns.first < MOST_OF_ONE);
  return {
    hidden: drawings.filter(isHidden).map(({ range }) => range),
    pictures: drawings.filter((drawing) => !isHidden(drawing)).map(({ range }) => range),
  };
}

/** Whether the figure of a cell is hidden or altered by a drawing. */
export function hiddenBy({ hidden }: Covers, language: Language, looks: Looks): Conditions {
  const difference: Difference = { changes: true, colour: null, fill: null };
  return conditionsOf([{ ranges: hidden, test: ALWAYS, difference }], language, looks);
}

/** A reading with the finding that pictures may lie over figures. */
export function withPictures(reading: Reading, sheets: readonly Sheet[], language: Language): Reading {
  const sheetOf = (place: Place | null): number =>
    sheets.findIndex(
      ({ name, pictures = [] }) =>
        name === place?.sheet && pictures.some(({ rows, columns }) => isIn(rows, place.row) && isIn(columns, place.column)),
    );
  const cells = reading.log.filter(({ value, place }) => value !== null && sheetOf(place) >= 0);
  const numbers = [...new Set(cells.map(({ place }) => sheetOf(place) + 1))];
  return cells.length === 0 ? reading : { ...reading, findings: [...reading.findings, covered(cells, numbers, language)] };
}

function isIn({ first, last }: Span, at: number | null): boolean {
  return at !== null && at >= first && at <= last;
}

/** What the drawings of a worksheet lie over. */
export function readCovers(root: XmlElement | null): Covers {
  const drawings = root === null ? [] : anchorsIn(root).filter((anchor) => !isUnseen(anchor));
  return coversOf(
    drawings.flatMap((anchor): readonly Cover[] => {
      const range = rangeOf(anchor);
      const isHiding = hides(anchor);
      return range === null || !(isHiding || has(anchor, "xdr:pic")) ? [] : [{ range, hides: isHiding }];
    }),
  );
}

function anchorsIn(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => (/^xdr:\w+Anchor$/.test(child.name) ? [child] : anchorsIn(child)));
}

/** Whether a drawing is one that only a list of objects shows. */
function isUnseen(anchor: XmlElement): boolean {
  const [drawing] = elementsOf(anchor).filter(({ name }) => /^xdr:(?:sp|cxnSp|grpSp|pic|graphicFrame)$/.test(name));
  const [properties] = drawing === undefined ? [] : elementsOf(drawing);
  return /^(?:1|true)$/.test(attributeOf(childOf(properties, "xdr:cNvPr"), "hidden") ?? "");
}

/** Whether a drawing contains something that hides or strikes out figures, or is printed among them. */
function hides(anchor: XmlElement): boolean {
  return has(anchor, "xdr:graphicFrame") || hasText(anchor) || hasFill(anchor) || isLine(anchor);
}

function has(element: XmlElement, wanted: string): boolean {
  return elementsOf(element).some((child) => child.name === wanted || has(child, wanted));
}

function hasText(element: XmlElement): boolean {
  return elementsOf(element).some((child) => (child.name === "a:t" ? textOf(child).trim() !== "" : hasText(child)));
}

/** Units (EMU) that a usual row and column take up, and that a drawing may reach into the next one by chance. */
const ROW_HEIGHT = 190_500;
const COLUMN_WIDTH = 609_600;
const TOUCH = 25_400;

/** The cells below a drawing; `null` if the file does not state them. If it states only a size, default cell sizes are assumed. */
function rangeOf(anchor: XmlElement): Range | null {
  const [from, to, size, position] = ["xdr:from", "xdr:to", "xdr:ext", "xdr:pos"].map((name) => childOf(anchor, name));
  const spanOf = (place: string, side: string, unit: number): Span | null => {
    const first = position === undefined ? placeOf(from, place) : Number(attributeOf(position, side === "cx" ? "x" : "y")) / unit;
    const last = to === undefined ? first + Number(attributeOf(size, side)) / unit : placeOf(to, place);
    const span = { first: Math.floor(first) + 1, last: Math.max(Math.ceil(last), Math.floor(first) + 1) };
    return Number.isFinite(first + last) ? span : null;
  };
  const [rows, columns] = [spanOf("row", "cy", ROW_HEIGHT), spanOf("col", "cx", COLUMN_WIDTH)];
  return rows === null || columns === null ? null : { rows, columns };
}

/** A row or column, counted from 0, and half of one more where the place is within it. */
function placeOf(mark: XmlElement | undefined, place: string): number {
  const [index, offset] = [place, `${place}Off`].map((name) => {
    const element = childOf(mark, `xdr:${name}`);
    return element === undefined ? Number.NaN : Number(textOf(element));
  });
  return Number(index) + (Number(offset) > TOUCH ? 0.5 : 0);
}
