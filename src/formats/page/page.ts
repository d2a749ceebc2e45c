/** Left, top, right and bottom in points, from the upper left corner of a page as it is shown, downwards. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A character that the file does not identify. */
export const UNSAID = "\ufffd";

/** Text on a page: one character, or several on one line. */
export interface PageText {
  /** The printed text; {@link UNSAID} for a character that the file does not identify. */
  readonly text: string;
  /** Its box: as wide as the text, as high as its font. Text off the page is not visible, but may be part of a number. */
  readonly box: Box;
  /** The base line of the characters, from the top of the page; defaults to their lower edge. */
  readonly baseline?: number;
  /** Height of the font in points. */
  readonly size: number;
  /** Direction of writing in degrees, clockwise: 0 from left to right, 90 downwards. */
  readonly angle: number;
  readonly font: string;
  /** Whether it is visible: not if it is an invisible layer over a picture, as text recognition (OCR) leaves it. */
  readonly visible: boolean;
  /** Whether it is as pale as a watermark. */
  readonly faint?: boolean;
  /** Whether it is a mark over the page, such as a watermark: no part of the text, but it may hide some. */
  readonly mark?: boolean;
}

/** A straight line on a page: a stroke, or a filled rectangle that is as thin as one. */
export interface PageLine {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  /** Whether it belongs to a mark over the page, such as a watermark: no line of a table, but it may strike out a figure. */
  readonly mark?: boolean;
}

/** The content of a page, independent of the file format. */
export interface Page {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PageText[];
  readonly lines: readonly PageLine[];
  /** The boxes of pictures, and of drawings that are neither lines nor rectangles. */
  readonly pictures: readonly Box[];
}

/** Ascent of a character of a Chinese font, relative to its size. */
export const ASCENT = 0.88;

/** Text this near to a side of the page, as part of its height, may go on beyond it. */
const AT_SIDE = 0.12;

/**
 * Whether a text is entirely on the page. The edge of the paper cuts off the rest, and extractors leave out what would
 * follow it.
 */
export function isOn({ width, height }: Pick<Page, "width" | "height">, [left, top, right, bottom]: Box): boolean {
  const middle = (top + bottom) / 2;
  const side = AT_SIDE * (bottom - top);
  return left >= side && right <= width - side && middle >= 0 && middle <= height;
}
