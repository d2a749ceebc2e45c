/** Left, top, right and bottom in points, from the upper left corner of a page as it is shown, downwards. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A character that the file does not say. */
export const UNSAID = "\ufffd";

/** Text on a page: one character, or several on one line. */
export interface PageText {
  /** What is printed; {@link UNSAID} for a character that the file does not say. */
  readonly text: string;
  /** Where it stands: as wide as the text, as high as its font. What stands off the page is not seen, but may be part of a number. */
  readonly box: Box;
  /** Where the characters stand, from the top of the page; their lower edge where it is left out. */
  readonly baseline?: number;
  /** Height of the font in points. */
  readonly size: number;
  /** Direction of writing in degrees, clockwise: 0 from left to right, 90 downwards. */
  readonly angle: number;
  readonly font: string;
  /** Whether a reader of the page sees it: not where it lies invisibly over a picture, as text recognition (OCR) leaves it. */
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

/** What stands on a page, whatever kind of file it comes from. */
export interface Page {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PageText[];
  readonly lines: readonly PageLine[];
  /** Where pictures stand, and drawings that are neither lines nor rectangles. */
  readonly pictures: readonly Box[];
}

/** How much of its size a character of a font for Chinese stands above the line that it stands on. */
export const ASCENT = 0.88;

/** Text this near to a side of the page, as part of its height, may go on beyond it. */
const AT_SIDE = 0.12;

/**
 * Whether a text stands on the page whole. The edge of the paper cuts off what does not, and extractors leave out what would
 * follow it.
 */
export function isOn({ width, height }: Pick<Page, "width" | "height">, [left, top, right, bottom]: Box): boolean {
  const middle = (top + bottom) / 2;
  const side = AT_SIDE * (bottom - top);
  return left >= side && right <= width - side && middle >= 0 && middle <= height;
}
